/* gen/base/date.h — ISO days, months, years, times of days and intervals; Chinese forms of them. */
#ifndef ZT_DATE_H
#define ZT_DATE_H

#include <stdbool.h>

#include "base/str.h"

/* A day, a month or a year of the Gregorian calendar. */
typedef struct zt_day {
    int year, month, day; /* month and day 0 where the precision stops */
    /* Of the day, from 1 on: midnight is 1; 0 where no hour is said. Only zt_moment_parse reads it.
     */
    int minute;
} zt_day;

/* One of those, or an interval of two; both ends belong to it. */
typedef struct zt_date {
    zt_day from, to; /* to equals from when it is no interval */
    bool range;
} zt_date;

/* How a date is printed; the styles of GB/T 15835-2011 and ISO 8601. */
typedef enum zt_date_style {
    ZT_DATE_ARABIC,       /* 2021年12月17日—18日 (GB/T 15835 5.1.4) */
    ZT_DATE_ARABIC_SHORT, /* without the year: 12月17日—18日 */
    ZT_DATE_HAN,          /* 二〇二一年十二月十七日—十八日 */
    ZT_DATE_HAN_SHORT,    /* 十二月十七日 */
    ZT_DATE_ISO,          /* 2021-12-17/2021-12-18 */
    ZT_DATE_ENGLISH,      /* 17–18 December 2021 */
    ZT_DATE_ENGLISH_SHORT /* 17–18 December */
} zt_date_style;

/* YYYY, YYYY-MM, YYYY-MM-DD or two of one kind with a slash. False for any other form or for a
   day that does not exist; `reversed` (may be NULL) tells an interval that ends before it begins.
 */
bool zt_date_parse(zt_str text, zt_date *out, bool *reversed);
/* The same, and days may have an hour: YYYY-MM-DDTHH:MM. */
bool zt_moment_parse(zt_str text, zt_date *out, bool *reversed);
/* Appends the date in that style; a part that the precision leaves out is not printed. A short
   style of a date without a month prints its year, for nothing else would be left. */
void zt_date_print(zt_buf *buf, zt_date date, zt_date_style style);
/* What a head over a date has said already, so that the date need not. */
typedef enum zt_date_told {
    ZT_TOLD_NOTHING,
    ZT_TOLD_YEAR,
    ZT_TOLD_MONTH,
    ZT_TOLD_DAY
} zt_date_told;
/* The same without what was told of its first day, but never nothing: a date without an hour keeps
   its day, one without a day its month. ISO forms are whole. */
void zt_date_print_rest(zt_buf *buf, zt_date date, zt_date_style style, zt_date_told told);
/* The style of a document in English that is as long as this one; ISO forms stay. */
zt_date_style zt_date_style_english(zt_date_style style);
/* June, or brief Jun; of a month from 1 to 12. */
const char *zt_month_name(int month, bool brief);
/* Sunday is 0, as zt_day_weekday gives it. */
const char *zt_weekday_name(int weekday);
/* Days since 1970-01-01 in the Gregorian calendar; a missing month or day counts as 1. */
long zt_day_number(zt_day day);
zt_day zt_day_from_number(long number); /* the inverse, from year 1 on */
/* The same with the part of the day that has passed at its minute. */
double zt_day_moment(zt_day day);
/* The weekday by the proleptic Gregorian calendar. */
int zt_day_weekday(zt_day day); /* 0 = Sunday */
/* <0, 0, >0 in time; a missing month or day counts as 1, a missing
   hour as midnight. */
int zt_day_compare(zt_day a, zt_day b);
/* Whether `a` is surely before `b`: a day without an hour is level with all hours of it. */
bool zt_day_is_before(zt_day a, zt_day b);

#endif
