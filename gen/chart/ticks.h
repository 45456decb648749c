/* gen/chart/ticks.h — round ticks of an axis, exact to the last digit. */
#ifndef ZT_TICKS_H
#define ZT_TICKS_H

#include <stddef.h>

#include "base/num.h"

typedef enum zt_ticks_reach {
    ZT_TICKS_COVER, /* the first at or below the lowest value, the last at or above the highest */
    ZT_TICKS_INSIDE /* all between the lowest and the highest value */
} zt_ticks_reach;

typedef struct zt_ticks {
    zt_num step;   /* 1, 2, 2.5 or 5 times a power of ten */
    int64_t first; /* the first tick, in steps */
    size_t count;
} zt_ticks;

/* As near to `wanted` ticks as steps of 1, 2, 2.5 and 5 come; COVER never goes above `wanted` when
   wanted is 3 or more. Equal values get a range of their own size (of one at zero). */
zt_ticks zt_ticks_choose(double low, double high, size_t wanted, zt_ticks_reach reach);
/* The value of tick i, without rounding. */
zt_num zt_ticks_at(const zt_ticks *ticks, size_t i);
/* As printed: the decimals of the step, zero as a plain 0, commas from the fifth digit up. */
zt_str zt_ticks_print(zt_arena *arena, const zt_ticks *ticks, size_t i);

#endif
