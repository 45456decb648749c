/* gen/block/timeline/timeline_periods.h — the calendar's parts that a timeline is grouped by or
   drawn on: days, months, quarters, years, decades. Private to block/. */
#ifndef ZT_TIMELINE_PERIODS_H
#define ZT_TIMELINE_PERIODS_H

#include "layout/block.h"
#include "model/doc.h"

/* Months of one part: 1, 3, 12, 12 n; or ZT_TL_DAY, which is less than any. */
typedef int zt_months;
enum { ZT_TL_DAY = -1 };
zt_months zt_tl_months(zt_time_group group); /* 0 for ZT_BY_NOTHING */
/* What a band over such a part says of the dates below it. */
zt_date_told zt_tl_told(zt_months months);
/* Days of one part, about. */
double zt_tl_days(zt_months months);
/* The part that holds the day, counted in `months` from the year 0, days from 1970. A date without
   its month counts as January. */
long zt_tl_period(zt_day day, zt_months months);
/* The day number of its first day. */
long zt_tl_period_start(long period, zt_months months);
/* 2021年, 2021年第四季度, 2021年12月, 2021年12月17日; several years by their first. `brief`:
   without the year, where the part before it is of the same year. */
zt_str zt_tl_period_name(const zt_setting *setting, long period, zt_months months, bool brief);

#endif
