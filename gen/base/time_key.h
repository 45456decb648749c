/* gen/base/time_key.h — the names that tables and charts give to times: 2022年, 2022Q1, 1—5月,
   上半年, 6月24日. One reader for all who ask whether a name is a time, and which. */
#ifndef ZT_TIME_KEY_H
#define ZT_TIME_KEY_H

#include "base/date.h"

/* The smallest unit that a name has, rising. */
typedef enum zt_time_unit {
    ZT_TIME_MINUTE, /* 8时, 8:30 */
    ZT_TIME_DAY,
    ZT_TIME_WEEK,
    ZT_TIME_MONTH,
    ZT_TIME_QUARTER,
    ZT_TIME_HALF,
    ZT_TIME_YEAR
} zt_time_unit;

/* After what time the name comes again: 3月 each year, 周一 each week, 8时 each day. */
typedef enum zt_time_cycle {
    ZT_CYCLE_NONE, /* its year is said */
    ZT_CYCLE_YEAR,
    ZT_CYCLE_MONTH,
    ZT_CYCLE_WEEK,
    ZT_CYCLE_DAY
} zt_time_cycle;

/* One end of what a name covers; 0 where it says nothing. */
typedef struct zt_time_point {
    int year, month, day;
    /* Week of ISO 8601: the first is that of 4 January, weeks begin on Monday. */
    int week;
    int weekday; /* 1 = Monday */
    /* Minute of the day, from 1 on: midnight is 1; 0 = not said. */
    int minute;
} zt_time_point;

/* A name that was understood whole: what it covers, from the begin of `from` to the end of `to`,
   and how far that can be told without other names. Plain data, filled by zt_time_key_parse,
   without pointers into the text. */
typedef struct zt_time_key {
    zt_time_unit unit;
    zt_time_cycle cycle;
    zt_time_point from, to;
    /* 去年, 今年: `year` counts from the year of the issue. */
    bool relative;
    /* 1—5月, 前三季度, 2021/22: it covers several of its unit. */
    bool several;
    /* −1 年初, 1 年末: the first or the last day of what it names; else 0. */
    int edge;
} zt_time_key;

/* The whole text, or false: nothing is taken from a phrase that is understood in part. Blanks
   around it, and a word of its standing in brackets behind it (2025年（预计）), are passed over. */
bool zt_time_key_parse(zt_str text, zt_time_key *out);
/* Whether it is the name of a time, as tables and axes have them. */
bool zt_is_time_name(zt_str text);
/* What it covers, in days since 1970-01-01: from the begin of the first day to the end of the last.
   `year` is that of a name that says none, or the one that 今年 is; `turn` the round of its cycle,
   0 or 1. An hour has no length. */
void zt_time_key_span(const zt_time_key *key, int year, int turn, double *first, double *end);

#endif
