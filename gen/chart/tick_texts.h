/* gen/chart/tick_texts.h — the ticks of an axis of values with their words measured. */
#ifndef ZT_TICK_TEXTS_H
#define ZT_TICK_TEXTS_H

#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/ticks.h"

/* Ticks with their words, one text a tick, in the arena of the setting. */
typedef struct zt_tick_texts {
    zt_ticks ticks;
    /* Values of the first and the last tick, in the unit of the data; 0 without any. */
    double low, high;
    zt_mark_text *texts;
    /* Points: of the widest text, and the size of the type. */
    double widest, size;
    /* How values lie between the ends, for zt_tick_scale. */
    zt_scale_kind kind;
    double bend;
} zt_tick_texts;

/* The unit behind the numbers of an axis that stands in place of values: per cent, that of mixed
   scales, and where only the values would have told it; empty where it is told elsewhere. */
zt_str zt_tick_unit(const zt_chart *chart);
/* Any ticks; `unit` stands behind each number, and is empty for none. */
zt_tick_texts zt_tick_texts_of(const zt_chart *chart, zt_ticks ticks, zt_str unit);
/* For kinds whose axis ends at round ticks on both sides: round ticks that cover the values, at
 * most about `wanted`; without any span a zero and a one. */
zt_tick_texts zt_tick_texts_new(const zt_chart *chart, double low, double high, size_t wanted);
/* The same of an axis that may be logarithmic: those of a series whose values lie as the data ask
   (axis=), or of all values where `series` is ZT_ALL_SERIES. */
enum { ZT_ALL_SERIES = -1 };
zt_tick_texts zt_tick_texts_spread(const zt_chart *chart, int series, double low, double high,
                                   size_t wanted);
/* The ends of such an axis with no ticks yet; places are the caller's. Of an even axis the values
   as they are. */
zt_scale zt_tick_scale_round(const zt_chart *chart, int series, double low, double high);
/* The scale of ticks from their low end at `from` to the high one at `to`. */
zt_scale zt_tick_scale(const zt_tick_texts *ticks, double from, double to);
/* Which numbers have room one over the other on an upright axis: all of an even one; of others the
   ends and zero first. In the arena of the setting. */
bool *zt_tick_texts_kept(const zt_chart *chart, const zt_tick_texts *ticks, const zt_scale *up);
/* The value of tick i, in the unit of the data. */
double zt_tick_value(const zt_tick_texts *ticks, size_t i);
/* Whether two numbers side by side would meet at `unit` points for one of the data's unit, or of a
   logarithmic axis for one of zt_scale_even. */
bool zt_tick_texts_meet(const zt_tick_texts *ticks, double unit);

#endif
