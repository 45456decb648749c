/* gen/base/date.h — ISO days, months, years and intervals; Chinese forms of them. */
#ifndef ZT_DATE_H
#define ZT_DATE_H

#include <stdbool.h>

#include "base/str.h"

/* A day, a month or a year of the Gregorian calendar. */
typedef struct zt_day {
    int year, month, day; /* month and day 0 where the precision stops */
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
    ZT_DATE_ISO           /* 2021-12-17/2021-12-18 */
} zt_date_style;

/* YYYY, YYYY-MM, YYYY-MM-DD or two of one kind with a slash. False for any other form or for a
   day that does not exist; `reversed` (may be NULL) tells an interval that ends before it begins.
 */
bool zt_date_parse(zt_str text, zt_date *out, bool *reversed);
/* Appends the date in that style; a part that the precision leaves out is not printed. A short
   style of a date without a month prints its year, for nothing else would be left. */
void zt_date_print(zt_buf *buf, zt_date date, zt_date_style style);
/* Days since 1970-01-01 in the Gregorian calendar; a missing month or day counts as 1. */
long zt_day_number(zt_day day);
zt_day zt_day_from_number(long number); /* the inverse, from year 1 on */
/* The weekday by the proleptic Gregorian calendar. */
int zt_day_weekday(zt_day day); /* 0 = Sunday */
/* <0, 0, >0 in time; a missing month or day counts as 1. */
int zt_day_compare(zt_day a, zt_day b);

#endif
