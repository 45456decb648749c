/* Ticks of time. A level is a unit and a step (each third month); levels are tried from that of
   the keys on until the labels stand clear of each other, so that the finest that has room is
   taken. Given the times of the data and two functions that measure, it hands on labels with
   their days and, for parts of years and months, the spans of the second row. */
#include "chart/time_ticks.h"

#include "base/arena.h"

/* How finely an axis is labelled; a step of 0 labels the keys themselves. */
typedef struct level {
    zt_time_unit unit;
    int step; /* counted within the year from its first month or quarter; years from year 0 */
} level;

/* Days of the month are 5, 10, 15 …; months 1, 4, 7, 10, as offices report quarters. */
static const level levels[] = {
    {ZT_TIME_YEAR, 0}, /* the keys themselves */
    {ZT_TIME_DAY, 1},     {ZT_TIME_DAY, 2},    {ZT_TIME_DAY, 5},    {ZT_TIME_DAY, 10},
    {ZT_TIME_WEEK, 1},    {ZT_TIME_WEEK, 2},   {ZT_TIME_WEEK, 4},   {ZT_TIME_MONTH, 1},
    {ZT_TIME_MONTH, 2},   {ZT_TIME_MONTH, 3},  {ZT_TIME_MONTH, 6},  {ZT_TIME_QUARTER, 1},
    {ZT_TIME_QUARTER, 2}, {ZT_TIME_HALF, 1},   {ZT_TIME_YEAR, 1},   {ZT_TIME_YEAR, 2},
    {ZT_TIME_YEAR, 5},    {ZT_TIME_YEAR, 10},  {ZT_TIME_YEAR, 20},  {ZT_TIME_YEAR, 50},
    {ZT_TIME_YEAR, 100},  {ZT_TIME_YEAR, 200}, {ZT_TIME_YEAR, 500}, {ZT_TIME_YEAR, 1000}};

/* Above it a label a day, a month … would be nothing but labels. */
enum { MOST_TICKS = 400 };

/* One level being filled with ticks, in the arena of the wish. */
typedef struct ticker {
    const zt_time_ticks_wish *wish;
    level level;
    double first, last; /* the keys' middles */
    ZT_VEC(zt_time_tick) ticks;
    int year, month; /* of the label before */
} ticker;

/* ---- where ticks stand ---- */

/* The first day of a month, in days since 1970-01-01; months beyond 12 are of the years after. */
static long month_day(int year, int month)
{
    return zt_day_number((zt_day){year + (month - 1) / 12, (month - 1) % 12 + 1, 1, 0});
}

/* Months that a label of the unit covers; 1 for a month. */
static int months_of(zt_time_unit unit)
{
    return unit == ZT_TIME_YEAR ? 12 : unit == ZT_TIME_HALF ? 6 : unit == ZT_TIME_QUARTER ? 3 : 1;
}

/* The day in which a time lies, rounded down also before 1970. */
static zt_day day_of(double at)
{
    long whole = (long)at;
    return zt_day_from_number(at < (double)whole ? whole - 1 : whole);
}

/* The form with each # as the number: #月 gives 3月. */
static zt_str print(zt_arena *arena, const char *form, int n)
{
    zt_buf buf;
    zt_buf_init(&buf, arena);
    for (; *form; form++)
        if (*form == '#')
            zt_buf_printf(&buf, "%d", n);
        else
            zt_buf_putc(&buf, *form);
    return zt_buf_view(&buf);
}

/* The first in full, and the first of a century; then two digits. */
static zt_str year_label(ticker *t, int year)
{
    bool full = t->ticks.count == 0 || year / 100 != t->year / 100;
    if (full)
        return print(t->wish->arena, "#", year);
    zt_buf buf;
    zt_buf_init(&buf, t->wish->arena);
    zt_buf_printf(&buf, "%02d", year % 100);
    return zt_buf_view(&buf);
}

/* Jan, Apr, Jul; Q1, Q2; H1, H2: names that need no first one in full. */
static zt_str english_part(ticker *t, int month)
{
    if (t->level.unit == ZT_TIME_HALF)
        return zt_str_from(month == 1 ? "H1" : "H2");
    if (t->level.unit == ZT_TIME_QUARTER)
        return print(t->wish->arena, "Q#", (month - 1) / 3 + 1);
    return zt_str_from(zt_month_name(month, true));
}

/* Within a year: 1月, 4, 7, 10; 一季度, 二, 三; 上半年, 下半年. */
static zt_str part_label(ticker *t, int year, int month)
{
    if (t->wish->language == ZT_LANG_EN)
        return english_part(t, month);
    static const char *const han[] = {"一", "二", "三", "四"};
    static const char *const quarters[] = {"一季度", "二季度", "三季度", "四季度"};
    bool full = t->ticks.count == 0 || year != t->year;
    if (t->level.unit == ZT_TIME_HALF)
        return zt_str_from(month == 1 ? "上半年" : "下半年");
    if (t->level.unit == ZT_TIME_QUARTER)
        return zt_str_from((full ? quarters : han)[(month - 1) / 3]);
    return print(t->wish->arena, full ? "#月" : "#", month);
}

/* Adds a label about the middle of what it names. False when that middle lies outside of the
   keys, where nothing is drawn. */
static bool add(ticker *t, double begin, double end, zt_str label)
{
    double at = (begin + end) / 2;
    if (at < t->first - 0.01 || at > t->last + 0.01 || t->ticks.count == MOST_TICKS)
        return false;
    zt_time_tick tick = {begin, at, label};
    ZT_PUSH(t->wish->arena, &t->ticks, tick);
    return true;
}

/* Months, quarters and halves, counted anew in each year, so that the same months are named
   every year. */
static void add_months(ticker *t)
{
    int months = months_of(t->level.unit), step = months * t->level.step;
    int end = day_of(t->last).year, year = day_of(t->first).year;
    for (; year <= end && t->ticks.count < MOST_TICKS; year++)
        for (int month = 1; month <= 12; month += step)
            if (add(t, (double)month_day(year, month), (double)month_day(year, month + months),
                    part_label(t, year, month)))
                t->year = year;
}

/* Years that the step divides: 1950, 2000, whatever year the data begin with. */
static void add_years(ticker *t)
{
    int end = day_of(t->last).year, step = t->level.step, year = day_of(t->first).year;
    for (year += (step - year % step) % step; year <= end && t->ticks.count < MOST_TICKS;
         year += step)
        if (add(t, (double)month_day(year, 1), (double)month_day(year, 13), year_label(t, year)))
            t->year = year;
}

/* Whether a step names the day: every day, every odd one, or multiples of the step; but for
   every day never the 31st, which would stand next to the 1st. */
static bool is_round_day(const zt_day *day, int step)
{
    if (step == 2)
        return day->day % 2 == 1 && day->day < 31;
    return step == 1 || (day->day % step == 0 && day->day < 31);
}

/* 1日, 5, 10: in full for the first one and the first of each month. */
static zt_str day_label(ticker *t, const zt_day *day)
{
    bool full = t->ticks.count == 0 || day->month != t->month;
    t->month = day->month;
    const char *form = full ? ZT_IN(t->wish->language, "#日", "#") : "#";
    return print(t->wish->arena, form, day->day);
}

/* The week of the year that its Thursday is in, ISO 8601. */
static zt_str week_label(ticker *t, double monday)
{
    zt_day thursday = day_of(monday + 3);
    int week = (int)(((long)monday + 3 - month_day(thursday.year, 1)) / 7) + 1;
    bool full = t->ticks.count == 0 || thursday.year != t->year;
    t->year = thursday.year;
    const char *form = full ? ZT_IN(t->wish->language, "第#周", "Week #") : "#";
    return print(t->wish->arena, form, week);
}

/* Round days, counted anew in each month. */
static void add_days(ticker *t)
{
    for (double n = (double)(long)t->first; n <= t->last && t->ticks.count < MOST_TICKS; n++) {
        zt_day day = day_of(n);
        if (is_round_day(&day, t->level.step))
            add(t, n, n + 1, day_label(t, &day));
    }
}

/* The keys themselves, however they are spaced: a census has its own years. */
static void add_keys(ticker *t)
{
    const zt_chart_time *time = t->wish->time;
    for (size_t i = 0; i < t->wish->items; i++) {
        zt_day day = day_of(time->first[i]);
        zt_str label;
        if (time->unit == ZT_TIME_WEEK)
            label = week_label(t, time->first[i]);
        else if (time->unit == ZT_TIME_DAY)
            label = day_label(t, &day);
        else if (time->unit == ZT_TIME_YEAR)
            label = year_label(t, day.year);
        else
            label = part_label(t, day.year, day.month);
        add(t, time->first[i], time->end[i], label);
        t->year = time->unit == ZT_TIME_WEEK ? t->year : day.year;
    }
}

/* Weeks by their Mondays (day 4 since 1970-01-01 was one); the step counts from the first week
   that is shown. */
static void add_weeks(ticker *t)
{
    double monday = (double)((long)(t->first - 3) / 7 * 7 + 4 - 7);
    for (size_t n = 0; monday < t->last && t->ticks.count < MOST_TICKS; monday += 7) {
        bool inside = monday + 3.5 > t->first - 0.01;
        if (inside && n++ % (size_t)t->level.step == 0)
            add(t, monday, monday + 7, week_label(t, monday));
    }
}

/* All ticks of the level; those of the level before are dropped. */
static void fill(ticker *t)
{
    t->ticks.count = 0;
    t->year = t->month = 0;
    t->level.unit = t->level.step ? t->level.unit : t->wish->time->unit;
    if (t->level.step == 0)
        add_keys(t);
    else if (t->level.unit == ZT_TIME_YEAR)
        add_years(t);
    else if (t->level.unit == ZT_TIME_WEEK)
        add_weeks(t);
    else if (t->level.unit == ZT_TIME_DAY)
        add_days(t);
    else
        add_months(t);
}

/* ---- which level ---- */

/* Whether two labels, in their order, come no nearer to each other than the gap wished. */
static bool are_apart(const zt_time_ticks_wish *wish, const zt_time_tick *a, const zt_time_tick *b)
{
    double widths = wish->width(wish->context, a->label) + wish->width(wish->context, b->label);
    double way = wish->place(wish->context, b->at) - wish->place(wish->context, a->at);
    return way >= widths / 2 + wish->gap;
}

static bool stand_clear(const ticker *t)
{
    for (size_t i = 1; i < t->ticks.count; i++)
        if (!are_apart(t->wish, &t->ticks.items[i - 1], &t->ticks.items[i]))
            return false;
    return true;
}

/* Years that follow one another at unequal distances, none nearer than three years, as those of a
   census do. */
static bool has_uneven_years(const zt_time_ticks_wish *wish)
{
    static const double NEAR = 3 * 365;
    const double *at = wish->time->at;
    bool uneven = false;
    for (size_t i = 1; wish->time->unit == ZT_TIME_YEAR && i < wish->items; i++) {
        double gap = at[i] - at[i - 1], more = i > 1 ? gap - (at[i - 1] - at[i - 2]) : 0;
        if (gap < NEAR)
            return false;
        uneven = uneven || more > 2 || more < -2; /* a leap day is no difference */
    }
    return uneven;
}

/* Uneven years that cannot all be named: the first, the last, and from the left those between that
   have room. Round years would name times at which nothing was counted. False when not even the
   two have room. */
static bool fill_some_years(ticker *t)
{
    t->level = levels[0];
    fill(t);
    size_t count = t->ticks.count, kept = 0;
    zt_time_tick *ticks = t->ticks.items, last = ticks[count - 1];
    last.label = print(t->wish->arena, "#", day_of(last.at).year); /* at its widest */
    t->ticks.count = 0; /* labels anew: which is in full depends on the one before */
    for (size_t i = 0; i < count; i++) {
        zt_time_tick tick = ticks[i];
        tick.label = year_label(t, day_of(tick.at).year);
        bool end = i == 0 || i + 1 == count;
        if (!end &&
            (!are_apart(t->wish, &ticks[kept - 1], &tick) || !are_apart(t->wish, &tick, &last)))
            continue;
        ticks[kept++] = tick;
        t->ticks.count = kept;
        t->year = day_of(tick.at).year;
    }
    return stand_clear(t);
}

/* Years from the first key to the last, in the finest even steps that have room: 2016, 20, 24. For
   a plot so narrow that round years name but one of its keys, from which nobody could tell where
   the axis begins and ends. False when not even the two ends have room. */
static bool fill_from_end_to_end(ticker *t)
{
    int first = day_of(t->first).year, last = day_of(t->last).year;
    t->level = (level){ZT_TIME_YEAR, 1};
    for (int step = 1; step <= last - first; step++) {
        if ((last - first) % step != 0)
            continue;
        t->ticks.count = 0;
        for (int year = first; year <= last && t->ticks.count < MOST_TICKS; year += step)
            if (add(t, (double)month_day(year, 1), (double)month_day(year, 13),
                    year_label(t, year)))
                t->year = year;
        if (t->ticks.count > 1 && stand_clear(t))
            return true;
    }
    return false;
}

/* Coarser units are allowed above the keys' own: years for months, not weeks for them. */
static bool is_above(zt_time_unit unit, zt_time_unit keys)
{
    if (unit == ZT_TIME_WEEK || unit == ZT_TIME_QUARTER || unit == ZT_TIME_HALF)
        return unit == keys;
    return unit >= keys;
}

/* ---- the second row ---- */

/* Adds a span to the second row; the caller keeps its capacity. */
static void add_span(zt_arena *arena, zt_time_ticks *out, size_t *capacity, zt_time_span span)
{
    if (out->span_count == *capacity) {
        size_t wanted = *capacity ? 2 * *capacity : 8;
        out->spans = zt_arena_grow(arena, out->spans, out->span_count, wanted, sizeof *out->spans);
        *capacity = wanted;
    }
    out->spans[out->span_count++] = span;
}

/* One span for each year that the keys touch: 2019年, or 2019 where that is too wide. */
static void add_year_spans(const ticker *t, zt_time_ticks *out)
{
    size_t capacity = 0;
    for (int year = day_of(t->first).year; year <= day_of(t->last).year; year++)
        add_span(t->wish->arena, out, &capacity,
                 (zt_time_span){(double)month_day(year, 1), (double)month_day(year, 13),
                                print(t->wish->arena, ZT_IN(t->wish->language, "#年", "#"), year),
                                print(t->wish->arena, "#", year)});
}

/* A month says its year when it is the first, or the first of a year. */
static void add_month_spans(const ticker *t, zt_time_ticks *out)
{
    size_t capacity = 0;
    zt_day day = day_of(t->first), end = day_of(t->last);
    for (; day.year < end.year || (day.year == end.year && day.month <= end.month);
         day = (zt_day){day.year + day.month / 12, day.month % 12 + 1, 1, 0}) {
        bool full = t->wish->time->has_year && (out->span_count == 0 || day.month == 1);
        bool english = t->wish->language == ZT_LANG_EN;
        zt_str month = english ? zt_str_from(zt_month_name(day.month, true))
                               : print(t->wish->arena, "#月", day.month);
        zt_str label = month;
        if (full) {
            zt_buf buf;
            zt_buf_init(&buf, t->wish->arena);
            if (english)
                zt_buf_printf(&buf, "%s %d", month.data, day.year);
            else
                zt_buf_printf(&buf, "%d年%d月", day.year, day.month);
            label = zt_buf_view(&buf);
        }
        add_span(t->wish->arena, out, &capacity,
                 (zt_time_span){(double)month_day(day.year, day.month),
                                (double)month_day(day.year, day.month + 1), label, month});
    }
}

/* Levels in the order of the table. Weeks, quarters and halves are named only where the keys are
   such; keys without a year end the search at the years. */
bool zt_time_ticks_find(const zt_time_ticks_wish *wish, zt_time_ticks *out)
{
    *out = (zt_time_ticks){0};
    if (!wish->time->plain || wish->items == 0 || wish->time->unit == ZT_TIME_MINUTE)
        return false;
    ticker t = {.wish = wish, .first = wish->time->at[0], .last = wish->time->at[wish->items - 1]};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        t.level = levels[i];
        bool keys = t.level.step == 0;
        if (!keys && !is_above(t.level.unit, wish->time->unit))
            continue;
        /* Without a year the keys cannot be named by years. */
        if (!keys && t.level.unit == ZT_TIME_YEAR && !wish->time->has_year)
            break;
        fill(&t);
        bool clear = t.ticks.count > 0 && stand_clear(&t);
        if (!clear && keys && has_uneven_years(wish))
            clear = fill_some_years(&t);
        if (!clear)
            continue;
        const level round = t.level;
        bool alone = t.ticks.count == 1 && wish->items > 1 && wish->time->unit == ZT_TIME_YEAR;
        if (alone && !fill_from_end_to_end(&t)) {
            t.level = round;
            fill(&t);
        }
        out->ticks = t.ticks.items;
        out->count = t.ticks.count;
        out->at_begin = !keys && t.level.unit != ZT_TIME_DAY && wish->time->unit != ZT_TIME_YEAR;
        if (t.level.unit == ZT_TIME_DAY)
            add_month_spans(&t, out);
        else if (t.level.unit != ZT_TIME_YEAR && wish->time->has_year)
            add_year_spans(&t, out);
        return true;
    }
    return false;
}
