/* gen/chart/form_trend.h — a small form: values of one time after another as a line with a dot on
   the last. It tells a course, no amounts: its scale goes from the lowest value to the highest, and
   no two of them share it. Points, y down. */
#ifndef ZT_FORM_TREND_H
#define ZT_FORM_TREND_H

#include "layout/block.h"
#include "model/doc.h"

static const double ZT_FORM_TREND_WIDTH = ZT_MM(14), ZT_FORM_TREND_LEAST = ZT_MM(9);
static const double ZT_FORM_TREND_HEIGHT = ZT_MM(3.2);

/* A part “trend” in the box, in the frame of `into`. */
void zt_form_trend_draw(const zt_trend *trend, const zt_setting *setting, const zt_ink *ink,
                        zt_group *into, zt_rect box);

#endif
