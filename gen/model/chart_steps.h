/* gen/model/chart_steps.h — what of the first step, and of the step before, is left in each step of
   a funnel: computed here, once for the drawing and the alternative text. */
#ifndef ZT_CHART_STEPS_H
#define ZT_CHART_STEPS_H

#include "model/chart_data.h"

/* 占首步42.0%，占上步67.3%; of the second step one of the two. Empty for the first step and where a
   value is missing, approximate or no actual one, or more than what it would be a share of. */
zt_str zt_chart_step_words(zt_arena *arena, const zt_chart_data *data, size_t item);
/* 占比据此计算; empty when no step has one. */
zt_str zt_chart_steps_note(zt_arena *arena, const zt_chart_data *data);

#endif
