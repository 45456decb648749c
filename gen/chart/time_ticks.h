/* gen/chart/time_ticks.h — the labels of an axis of time: round years, quarters, months or days,
   and in a second row what these stand in, once each. It decides what is named; where it stands
   and how it looks is time_axis.h's. */
#ifndef ZT_TIME_TICKS_H
#define ZT_TIME_TICKS_H

#include "model/chart_data.h"

/* A label about the middle of its year, month or day, which begins at `begin`. */
typedef struct zt_time_tick {
    double begin, at; /* days since 1970-01-01 */
    /* 2019, 20, 21 or 1月, 4, 7: in full for the first one, then short. */
    zt_str label;
} zt_time_tick;

/* What the second row names: a year under its months, a month under its days. */
typedef struct zt_time_span {
    /* Days since 1970-01-01; it may begin before the first key and end after the last. */
    double from, to;
    /* 2019年, and 2019 where that is too wide. */
    zt_str label, brief;
} zt_time_span;

/* Both rows of labels, in the arena of the wish. */
typedef struct zt_time_ticks {
    zt_time_tick *ticks;
    size_t count;
    /* In order, without gaps; none where the first row says all. */
    zt_time_span *spans;
    size_t span_count;
    bool at_begin; /* strokes stand at the begin of what the labels name, not at its middle: parts
                      of years that are not named each */
} zt_time_ticks;

/* What an axis asks of its labels; the two functions tell where a day lies and how wide a label is,
   in points, and get `context`. */
typedef struct zt_time_ticks_wish {
    const zt_chart_time *time; /* plain, of at least one item */
    size_t items;
    /* Least white wished between labels, points. */
    double gap;
    double (*place)(void *context, double day); /* x of a day, in points */
    double (*width)(void *context, zt_str label);
    void *context;
    zt_arena *arena;
    zt_lang language; /* of the document */
} zt_time_ticks_wish;
/* The finest units that find room from the first key to the last. False when the keys have to stand
   as written: periods, ends of years, weekdays, hours. */
bool zt_time_ticks_find(const zt_time_ticks_wish *wish, zt_time_ticks *out);

#endif
