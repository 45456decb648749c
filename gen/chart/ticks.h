/* gen/chart/ticks.h — round ticks of an axis of numbers, exact to the last digit. */
#ifndef ZT_TICKS_H
#define ZT_TICKS_H

#include <stddef.h>

#include "base/num.h"
#include "chart/scale.h"

/* How far the ticks go towards the ends of the values. */
typedef enum zt_ticks_reach {
    ZT_TICKS_COVER,  /* the first at or below the lowest value, the last at or above the highest */
    ZT_TICKS_INSIDE, /* all between the lowest and the highest value */
    ZT_TICKS_FOOT    /* the first at or below the lowest value; the last may end short of the
                        highest: the axis goes on without a tick */
} zt_ticks_reach;

/* Evenly spaced ticks, kept as whole multiples of their step: no tick is off by the error of a sum.
   Values are made by zt_ticks_at. */
typedef struct zt_ticks {
    zt_num step;   /* 1, 2, 2.5 or 5 times a power of ten */
    int64_t first; /* the first tick, in steps */
    size_t count;
    const zt_num *uneven; /* those of a logarithmic axis one by one; NULL: steps */
} zt_ticks;

/* What an axis asks of its ticks. */
typedef struct zt_ticks_wish {
    double low, high; /* of the values; equal ones get a range of their own size, of one at zero */
    size_t most;      /* ticks; at least 2 */
    zt_ticks_reach reach;
    /* How its labels lie along it; NULL where they stand across (at the left of y). `room` gives
       the length of a label in points. */
    double (*room)(void *context, zt_str label);
    void *context;
    double length; /* of the axis, points */
    double gap;    /* wished between labels */
    zt_arena *arena;
} zt_ticks_wish;
/* The best by simplicity, coverage, density and legibility (J. Talbot, S. Lin, P. Hanrahan, "An
   Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes", InfoVis 2010), among
   those that reach as wished, number at most `most` and whose labels have at most four significant
   digits and do not meet, as far as there are any. */
zt_ticks zt_ticks_find(const zt_ticks_wish *wish);
/* The same where labels stand across. */
zt_ticks zt_ticks_choose(double low, double high, size_t most, zt_ticks_reach reach);
/* Limits of classes of one round width that cover the values, as near to `wanted` classes as these
   widths allow; of two as near the one that reaches less far beyond the values. */
zt_ticks zt_ticks_classes(double low, double high, size_t wanted);
/* The value of tick i, without rounding. */
zt_num zt_ticks_at(const zt_ticks *ticks, size_t i);
/* As printed: the decimals of the step, zero as a plain 0, thousands parted as the values are. */
zt_str zt_ticks_print(zt_arena *arena, const zt_ticks *ticks, size_t i, zt_grouping grouping);

/* Ticks of a logarithmic axis within low and high, both above zero: 1, 2 and 5 times powers of ten,
   or the powers alone where these are more than `most`, or every second, third … of them; 1 and 5
   where no two powers lie between the ends. */
size_t zt_ticks_log(zt_arena *arena, double low, double high, size_t most, zt_num **out);
/* The ends of a scale that is not linear, on round values about `low` and `high`: of a logarithm 1,
   2 or 5 times a power of ten; of a symlog the same on both sides of zero, which is an end where no
   value is beyond it. Fills kind, bend, low and high; the places are the caller's. */
void zt_scale_round(zt_scale *scale, double low, double high, double least);
/* Its ticks between these ends, about `most` of them: of a symlog zero and powers of ten. */
zt_ticks zt_ticks_spread(zt_arena *arena, const zt_scale *scale, size_t most);

#endif
