/* When the keys of a chart are times, where each lies: so that an axis shows true distances. Given
   the items in the order to draw; hands on places in days since 1970-01-01, or says that there are
   none. Nothing is reported here: check_line_order.c says what is wrong with the keys of a line. */
#include "model/chart_time_imp.h"

#include <stdlib.h>

/* Without a year and without an issue any year serves: distances within it are what counts. */
enum { SOME_YEAR = 2001 };

/* A distance above so many of the least one is a jump: months differ by a tenth among themselves.
 */
static const double JUMP = 1.5;

/* Whether all names are counted from the year of the issue: their distances are then known without
   it. */
static bool is_relative(const zt_time_key *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!keys[i].relative)
            return false;
    return true;
}

/* 去年 beside 2022年 needs the day of the paper. */
static bool has_base(const zt_time_key *keys, size_t count, bool has_issue)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any |= keys[i].relative;
    return !any || has_issue || is_relative(keys, count);
}

/* Names with a year, and those that go on from one (2021年12月, 1月, 2月); or all of one cycle. */
static bool go_together(const zt_time_key *keys, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        bool follows = keys[0].cycle == ZT_CYCLE_NONE && keys[i].cycle == ZT_CYCLE_YEAR;
        if (keys[i].cycle != keys[0].cycle && !follows)
            return false;
    }
    return true;
}

/* 1—2月, 1—3月 … run from one day on: each stands at the end of its own. */
static bool run_from_one_day(const zt_chart_time *time, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (time->first[i] > time->first[0] || time->first[i] < time->first[0])
            return false;
    return count > 1;
}

/* State while the keys are laid on the line of days one after another. */
typedef struct placing {
    const zt_time_key *keys;
    /* Of names that say none; the last one said. */
    int year;
    int turn;
} placing;

/* A name that would lie before the last one is of the next round. */
static void place(placing *p, zt_chart_time *time, size_t i)
{
    const zt_time_key *key = &p->keys[i];
    zt_time_key_span(key, p->year, p->turn, &time->first[i], &time->end[i]);
    bool falls = i > 0 && time->end[i] <= time->end[i - 1] && key->cycle != ZT_CYCLE_NONE;
    if (falls && p->turn == 0)
        zt_time_key_span(key, p->year, p->turn = 1, &time->first[i], &time->end[i]);
    if (key->cycle == ZT_CYCLE_NONE && !key->relative) {
        p->year = key->to.year;
        p->turn = 0;
    }
}

/* Whether each key lies after the one before it, and all within one round of their cycle. `rounds`
   has the length of each cycle in days, in the order of zt_time_cycle. */
static bool rises(const zt_chart_time *time, const zt_time_key *keys, size_t count)
{
    static const double rounds[] = {0, 366, 31, 7, 1};
    for (size_t i = 1; i < count; i++)
        if (time->at[i] <= time->at[i - 1])
            return false;
    /* A second round that comes past where the first began is no order: 1月, 3月, 2月. */
    zt_time_cycle cycle = keys[0].cycle;
    return count == 0 || cycle == ZT_CYCLE_NONE ||
           time->at[count - 1] - time->at[0] < rounds[cycle] - 0.01;
}

/* Marks the items before which time is left out. Steps are held against the least one, as no name
   says how often a series is taken. */
static void find_jumps(zt_chart_time *time, size_t count)
{
    double least = 0;
    for (size_t i = 1; i < count; i++) {
        double step = time->at[i] - time->at[i - 1];
        least = i == 1 || step < least ? step : least;
    }
    for (size_t i = 1; i < count; i++)
        time->jumps[i] = time->at[i] - time->at[i - 1] > JUMP * least;
}

/* What an axis may do with its ticks: `plain` lets it name them anew, the finest unit of all keys
   says how close they may stand. */
static void find_unit(zt_chart_time *time, const zt_time_key *keys, size_t count)
{
    time->unit = keys[0].unit;
    time->plain = true;
    time->has_year = keys[0].cycle == ZT_CYCLE_NONE && !keys[0].relative;
    for (size_t i = 0; i < count; i++) {
        time->plain &= keys[i].unit == keys[0].unit && !keys[i].several && keys[i].edge == 0 &&
                       !keys[i].relative && keys[i].cycle <= ZT_CYCLE_YEAR;
        time->unit = keys[i].unit < time->unit ? keys[i].unit : time->unit;
    }
}

/* Names of a long table need no room for times. */
static bool begins_with_time(const zt_chart_item *items, size_t count)
{
    zt_time_key first;
    return count > 0 && zt_time_key_parse(items[0].key, &first);
}

/* False at the first key that names no time; a chart without items has no times either. */
static bool read_keys(const zt_chart_data *chart, zt_time_key *keys)
{
    for (size_t i = 0; i < chart->item_count; i++)
        if (!zt_time_key_parse(chart->items[i].key, &keys[i]))
            return false;
    return chart->item_count > 0;
}

/* Lays all keys on one line of days before anything is judged, since a name without a year gets its
   place from the ones before it. The chart keeps its times only when they rise: an axis cannot show
   others. */
zt_time_order zt_chart_time_read(zt_arena *arena, const zt_doc *doc, zt_chart_data *chart)
{
    size_t count = chart->item_count;
    if (!begins_with_time(chart->items, count))
        return ZT_TIME_NO_TIME;
    zt_time_key *keys = ZT_ARRAY(arena, count, zt_time_key);
    if (!read_keys(chart, keys) || !go_together(keys, count) ||
        !has_base(keys, count, doc->has_issue))
        return ZT_TIME_NO_TIME;
    zt_chart_time *time = ZT_NEW(arena, zt_chart_time);
    placing p = {keys, doc->has_issue ? doc->issue.year : SOME_YEAR, 0};
    time->at = ZT_ARRAY(arena, count, double);
    time->first = ZT_ARRAY(arena, count, double);
    time->end = ZT_ARRAY(arena, count, double);
    time->jumps = ZT_ARRAY(arena, count, bool);
    for (size_t i = 0; i < count; i++)
        place(&p, time, i);
    bool to_date = run_from_one_day(time, count);
    for (size_t i = 0; i < count; i++)
        time->at[i] = to_date ? time->end[i] : (time->first[i] + time->end[i]) / 2;
    if (!rises(time, keys, count))
        return ZT_TIME_FALLS;
    find_unit(time, keys, count);
    find_jumps(time, count);
    chart->time = time;
    return ZT_TIME_RISES;
}

/* ---- several series ---- */

/* An item with the days that its key names. */
typedef struct dated_item {
    zt_chart_item item;
    double first, end;
    size_t index; /* as written */
} dated_item;

/* For qsort; the first day decides, then the last, then the file. */
static int by_day(const void *left, const void *right)
{
    const dated_item *a = left, *b = right;
    if (a->first < b->first || a->first > b->first)
        return a->first < b->first ? -1 : 1;
    if (a->end < b->end || a->end > b->end)
        return a->end < b->end ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* Whether the values of each series follow one another in the file as their times do. */
static bool keeps_order(const dated_item *dated, size_t count, size_t series)
{
    for (size_t s = 0; s < series; s++) {
        const zt_quantity *before = NULL;
        for (size_t i = 0; i < count; i++) {
            const zt_quantity *q = dated[i].item.values[s];
            if (!q)
                continue;
            if (before && (q->at.line < before->at.line ||
                           (q->at.line == before->at.line && q->at.column < before->at.column)))
                return false;
            before = q;
        }
    }
    return true;
}

/* Names of one cycle, each in its first round: 1月 … 12月 are of one year here. */
void zt_chart_time_merge(zt_arena *arena, const zt_doc *doc, zt_chart_item *items, size_t count,
                         size_t series)
{
    if (series < 2 || count < 2 || !begins_with_time(items, count))
        return;
    zt_time_key *keys = ZT_ARRAY(arena, count, zt_time_key);
    dated_item *dated = ZT_ARRAY(arena, count, dated_item);
    for (size_t i = 0; i < count; i++) {
        if (!zt_time_key_parse(items[i].key, &keys[i]) || keys[i].cycle != keys[0].cycle)
            return;
        dated[i].item = items[i];
        dated[i].index = i;
        zt_time_key_span(&keys[i], doc->has_issue ? doc->issue.year : SOME_YEAR, 0, &dated[i].first,
                         &dated[i].end);
    }
    qsort(dated, count, sizeof *dated, by_day);
    if (!keeps_order(dated, count, series))
        return;
    for (size_t i = 0; i < count; i++)
        items[i] = dated[i].item;
}
