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
    case ZT_BY_DAY:
        return ZT_TL_DAY;
    }
    return 0;
}

/* Of several years a band names the first alone, which says nothing of the others. */
zt_date_told zt_tl_told(zt_months months)
{
    if (months == ZT_TL_DAY)
        return ZT_TOLD_DAY;
    if (months == 1)
        return ZT_TOLD_MONTH;
    return months > 0 && months <= YEAR ? ZT_TOLD_YEAR : ZT_TOLD_NOTHING;
}

double zt_tl_days(zt_months months)
{
    const double days_of_month = 30.4;
    return months == ZT_TL_DAY ? 1 : months * days_of_month;
}

/* Counted from the year 0 in parts of equal months, so that the next part is one more. */
long zt_tl_period(zt_day day, zt_months months)
{
    if (months == ZT_TL_DAY)
        return zt_day_number(day);
    return ((long)day.year * YEAR + (day.month > 0 ? day.month - 1 : 0)) / months;
}

/* The day that begins a part; parts are counted from the year 0. */
static zt_day first_day(long period, zt_months months)
{
    long month = period * months;
    return (zt_day){(int)(month / YEAR), (int)(month % YEAR) + 1, 1, 0};
}

long zt_tl_period_start(long period, zt_months months)
{
    if (months == ZT_TL_DAY)
        return period;
    return zt_day_number(first_day(period, months));
}

/* 2022; Q1, 2022 Q1; June, June 2022. */
static zt_str english_name(zt_arena *arena, zt_day day, zt_months months, bool brief)
{
    if (months >= YEAR)
        return zt_str_from(zt_arena_printf(arena, "%d", day.year));
    int quarter = (day.month - 1) / QUARTER + 1;
    if (months == QUARTER)
        return zt_str_from(brief ? zt_arena_printf(arena, "Q%d", quarter)
                                 : zt_arena_printf(arena, "%d Q%d", day.year, quarter));
    const char *month = zt_month_name(day.month, brief);
    return zt_str_from(brief ? month : zt_arena_printf(arena, "%s %d", month, day.year));
}

/* Brief names leave out the year of months and quarters only: a year's own name is the year. */
zt_str zt_tl_period_name(const zt_setting *setting, long period, zt_months months, bool brief)
{
    zt_arena *arena = setting->arena;
    static const char *const quarters[] = {"一", "二", "三", "四"};
    if (months == ZT_TL_DAY) {
        zt_day day = zt_day_from_number(period);
        zt_buf name;
        zt_buf_init(&name, arena);
        zt_date_print_rest(&name, (zt_date){day, day, false},
                           zt_setting_dates(setting, ZT_DATE_ARABIC),
                           brief ? ZT_TOLD_YEAR : ZT_TOLD_NOTHING);
        return zt_buf_view(&name);
    }
    zt_day day = first_day(period, months);
    if (setting->language == ZT_LANG_EN)
        return english_name(arena, day, months, brief);
    const char *year = brief && months < YEAR ? "" : zt_arena_printf(arena, "%d年", day.year);
    if (months >= YEAR)
        return zt_str_from(year);
    if (months == QUARTER)
        return zt_str_from(zt_arena_printf(arena, "%s%s季度", year, quarters[(day.month - 1) / 3]));
    return zt_str_from(zt_arena_printf(arena, "%s%d月", year, day.month));
}
