#include "block/timeline/timeline_periods.h"

#include "base/arena.h"

enum { YEAR = 12, QUARTER = 3 };

/* Length of a part in months; 0 where entries are not grouped at all. */
zt_months zt_tl_months(zt_time_group group)
{
    switch (group) {
    case ZT_BY_NOTHING:
        return 0;
    case ZT_BY_YEAR:
        return YEAR;
    case ZT_BY_QUARTER:
        return QUARTER;
    case ZT_BY_MONTH:
        return 1;
    }
    return 0;
}

/* Counted from the year 0 in parts of equal months, so that the next part is one more. */
long zt_tl_period(zt_day day, zt_months months)
{
    return ((long)day.year * YEAR + (day.month > 0 ? day.month - 1 : 0)) / months;
}

/* The day that begins a part; parts are counted from the year 0. */
static zt_day first_day(long period, zt_months months)
{
    long month = period * months;
    return (zt_day){(int)(month / YEAR), (int)(month % YEAR) + 1, 1};
}

long zt_tl_period_start(long period, zt_months months)
{
    return zt_day_number(first_day(period, months));
}

/* Brief names leave out the year of months and quarters only: a year's own name is the year. */
zt_str zt_tl_period_name(zt_arena *arena, long period, zt_months months, bool brief)
{
    static const char *const quarters[] = {"一", "二", "三", "四"};
    zt_day day = first_day(period, months);
    const char *year = brief && months < YEAR ? "" : zt_arena_printf(arena, "%d年", day.year);
    if (months >= YEAR)
        return zt_str_from(year);
    if (months == QUARTER)
        return zt_str_from(zt_arena_printf(arena, "%s%s季度", year, quarters[(day.month - 1) / 3]));
    return zt_str_from(zt_arena_printf(arena, "%s%d月", year, day.month));
}
