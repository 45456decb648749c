/* The calendar of a timeline: a strip of days from the beginning of the first year (or quarter, or
   month) to the end of the last, true to the day. It runs across or down, and tells the real gaps
   between entries whose texts need other ones. */
#include "block/timeline/timeline_calendar.h"

#include <math.h>
#include <string.h>

#include "block/words/lines.h"

/* Between a word on the strip and the marks beside it, em of the word. */
static const double WORD_PAD = 0.6;
/* Marks of an ordinary and of a key event, by their least length along the calendar. */
static const double CALENDAR_MARK = ZT_MM(0.5), CALENDAR_KEY = ZT_MM(0.9);

/* ---- the span ---- */

/* From the first day of the part that holds the earliest day to the last day of the part that holds
   the latest. Events may stand in any order. */
static void find_span(zt_tl_calendar *c)
{
    const zt_timeline *content = c->plan->content;
    zt_day first = content->events[0].date.from, last = content->events[0].date.to;
    for (size_t i = 1; i < content->count; i++) {
        zt_date date = content->events[i].date;
        first = zt_day_compare(date.from, first) < 0 ? date.from : first;
        last = zt_day_compare(date.to, last) > 0 ? date.to : last;
    }
    long end = zt_tl_period(last, c->months) + 1;
    c->first_day = zt_tl_period_start(zt_tl_period(first, c->months), c->months);
    c->end_day = zt_tl_period_start(end, c->months);
    /* Half a year that nothing stands in is left out. */
    const zt_months half = 6;
    if (c->months == 2 * half && last.month > 0 && last.month <= half)
        c->end_day = zt_tl_period_start(zt_tl_period(last, half) + 1, half);
}

/* Where a moment is, counted in days, in points along the calendar's direction. */
static double along(const zt_tl_calendar *c, double day)
{
    double part = (day - (double)c->first_day) / (double)(c->end_day - c->first_day);
    return c->from + c->length * (c->backwards ? 1 - part : part);
}

/* One line in a look, wherever it breaks elsewhere. */
static zt_para *set_words(const zt_tl_plan *plan, zt_str text, const zt_look *look)
{
    const double unbroken = 1e6; /* points: wider than any page */
    zt_look line = *look;
    line.para.align = ZT_ALIGN_START;
    line.para.indent = 0;
    return zt_lines_plain(plan->setting, text, plan->block->at, &line, unbroken);
}

/* Years of a spine are turned, and need no 年 then. */
static bool is_turned(const zt_tl_calendar *c)
{
    return c->down && c->months >= 12 && zt_tl_is_spine(c->plan);
}

/* A month or quarter of a spine without its year, which each date beside it says: the spine stays
   narrow, and the texts get the room. */
static zt_str period_name(const zt_tl_plan *plan, long period, zt_months months, bool brief)
{
    bool within = months > 0 && months < 12 && zt_tl_is_spine(plan);
    return zt_tl_period_name(plan->setting, period, months, brief || within);
}

/* The name of a part, as it stands on the calendar. */
static zt_str part_name(const zt_tl_calendar *c, long period, bool brief)
{
    zt_str name = period_name(c->plan, period, c->months, brief);
    bool unit = is_turned(c) && zt_str_ends(name, "年");
    return unit ? zt_str_slice(name, 0, name.len - strlen("年")) : name;
}

/* What a name takes of the calendar's length. */
static double name_length(const zt_tl_calendar *c, const zt_para *name)
{
    return c->down && !is_turned(c) ? c->plan->year.text.size : name->max_width;
}

/* Whether a name finds room in a part of the present length, with its white on both sides. Parts
   are taken to be of like length: the first one's name stands for all. */
static bool has_room(const zt_tl_calendar *c)
{
    long period = zt_tl_period(zt_day_from_number(c->first_day), c->months);
    zt_para *name = set_words(c->plan, part_name(c, period, false), &c->plan->year);
    double part = zt_tl_days(c->months) / (double)(c->end_day - c->first_day);
    return name_length(c, name) + 2 * WORD_PAD * c->plan->year.text.size <=
           zt_min(part, 1) * c->length;
}

static const zt_months parts_of_calendar[] = {ZT_TL_DAY, 1, 3, 12, 24, 60, 120, 240, 600, 1200};
enum { PARTS = sizeof parts_of_calendar / sizeof *parts_of_calendar };

/* Whether hours are said of what happens within two weeks: then days are parts. */
static bool is_hourly(const zt_timeline *content)
{
    enum { FEW = 14 };
    long first = zt_day_number(content->events[0].date.from), last = first;
    bool hours = false;
    for (size_t i = 0; i < content->count; i++) {
        zt_date date = content->events[i].date;
        long from = zt_day_number(date.from), to = zt_day_number(date.to);
        hours = hours || date.from.minute || date.to.minute;
        first = from < first ? from : first;
        last = to > last ? to : last;
    }
    return hours && last - first < FEW;
}

/* Days where hours are said, months for less than half a year, quarters for less than one and a
   half. */
static zt_months finest(const zt_tl_plan *plan)
{
    const zt_event *events = plan->content->events;
    zt_months grouped = zt_tl_months(plan->content->group_by);
    if (grouped)
        return grouped;
    if (is_hourly(plan->content))
        return ZT_TL_DAY;
    long first = zt_tl_period(events[0].date.from, 1), last = first;
    for (size_t i = 0; i < plan->content->count; i++) {
        long from = zt_tl_period(events[i].date.from, 1), to = zt_tl_period(events[i].date.to, 1);
        first = from < first ? from : first;
        last = to > last ? to : last;
    }
    return last - first < 6 ? 1 : last - first < 18 ? 3 : 12;
}

/* Takes the finest parts whose names have room, from what the entries are grouped by on; with the
   last and coarsest of the list it takes what there is. In the forms that are true to time it runs
   backwards where the entries do; a strip beside the head always runs forwards. */
zt_tl_calendar zt_tl_calendar_make(const zt_tl_plan *plan, bool down, zt_rect box)
{
    const zt_event *events = plan->content->events;
    zt_tl_calendar c = {.plan = plan,
                        .down = down,
                        .from = down ? box.y : box.x,
                        .length = down ? box.h : box.w,
                        .across = down ? box.x : box.y,
                        .thick = down ? box.w : box.h};
    size_t last = plan->content->count - 1;
    c.backwards = plan->form != ZT_TL_DOWN && plan->form != ZT_TL_ACROSS &&
                  plan->form != ZT_TL_GRID &&
                  zt_day_compare(events[0].date.from, events[last].date.from) > 0;
    zt_months least = finest(plan);
    for (size_t i = 0; i < PARTS; i++) {
        c.months = parts_of_calendar[i];
        if (c.months < least)
            continue;
        find_span(&c);
        if (has_room(&c))
            break;
    }
    return c;
}

/* A calendar that runs down is as wide as the widest name of a part, with white at both sides. */
double zt_tl_calendar_width(const zt_tl_plan *plan)
{
    zt_months months = finest(plan);
    double width = 0;
    if (zt_tl_is_spine(plan) && months >= 12)
        return ZT_TL_SPINE_WIDTH;
    for (size_t i = 0; i < plan->content->count; i++) {
        long period = zt_tl_period(plan->content->events[i].date.from, months);
        zt_str name = period_name(plan, period, months, false);
        width = zt_max(width, set_words(plan, name, &plan->year)->max_width);
    }
    return width + 2 * WORD_PAD * plan->year.text.size;
}

/* ---- marks ---- */

/* An event on the calendar: where its mark begins and ends, in points along the direction of days.
 */
typedef struct mark {
    double from, to; /* along the direction */
    const zt_event *event;
} mark;

typedef struct marks {
    mark *items; /* by place */
    size_t count;
} marks;

/* A mark as long as its days, but no shorter than can be seen, and wholly inside the calendar. */
static mark mark_of(const zt_tl_calendar *c, const zt_event *event)
{
    double a = along(c, zt_day_moment(event->date.from));
    double b = along(c, zt_day_moment(event->date.to));
    double weight = event->key ? CALENDAR_KEY : CALENDAR_MARK;
    double middle = (a + b) / 2, half = zt_max(weight, fabs(b - a)) / 2;
    middle = zt_clamp(middle, c->from + half, c->from + c->length - half);
    return (mark){middle - half, middle + half, event};
}

/* The middle of the mark that the date gets, so that a leader meets what is drawn and not the bare
   day. */
double zt_tl_calendar_place(const zt_tl_calendar *c, zt_date date)
{
    zt_event event = {.date = date};
    mark m = mark_of(c, &event);
    return (m.from + m.to) / 2;
}

/* All marks in the order in which they lie, for the search of free places; events may come in
   another order. */
static marks find_marks(const zt_tl_calendar *c)
{
    const zt_timeline *content = c->plan->content;
    marks found = {ZT_ARRAY(c->plan->setting->arena, content->count, mark), 0};
    for (size_t i = 0; i < content->count; i++) {
        mark m = mark_of(c, &content->events[i]);
        size_t at = found.count++;
        for (; at > 0 && found.items[at - 1].from > m.from; at--)
            found.items[at] = found.items[at - 1];
        found.items[at] = m;
    }
    return found;
}

/* The first place for `length` between `from` and `to` that keeps `pad` from all marks; negative
   when there is none. */
static double free_place(const marks *all, double from, double to, double length, double pad)
{
    double at = from + pad;
    for (size_t i = 0; i < all->count; i++) {
        const mark *m = &all->items[i];
        if (m->to + pad <= at || m->from >= to)
            continue;
        if (m->from >= at + length + pad)
            break;
        at = m->to + pad;
    }
    return at + length + pad <= to ? at : -1;
}

/* ---- parts and their names ---- */

/* A year, quarter or month of the calendar with its name, in points along the direction of days. */
typedef struct calendar_part {
    double from, to;
    zt_str words;
    zt_para *name; /* of these */
    /* Where the name begins; negative: no room. */
    double at;
} calendar_part;

typedef struct parts {
    calendar_part *items;
    size_t count, named;
} parts;

/* A month or quarter is told with its year where none of that year has been named before it. */
static void name_part(const zt_tl_calendar *c, const marks *all, long period, int *named_year,
                      calendar_part *p)
{
    const zt_look *look = &c->plan->year;
    int year = (int)(period * c->months / 12);
    p->words = part_name(c, period, year == *named_year);
    p->name = set_words(c->plan, p->words, look);
    p->at = free_place(all, p->from, p->to, name_length(c, p->name), look->text.size * WORD_PAD);
    if (p->at >= 0)
        *named_year = year;
}

/* The parts from end to end with the places of their names. In a calendar that runs backwards they
   come from its end on. */
static parts find_parts(const zt_tl_calendar *c, const marks *all)
{
    long first = zt_tl_period(zt_day_from_number(c->first_day), c->months);
    long last = zt_tl_period(zt_day_from_number(c->end_day - 1), c->months);
    parts found = {ZT_ARRAY(c->plan->setting->arena, (size_t)(last - first + 1), calendar_part), 0,
                   0};
    int named_year = 0;
    for (long period = first; period <= last; period++) {
        long end = zt_tl_period_start(period + 1, c->months);
        double a = along(c, (double)zt_tl_period_start(period, c->months));
        double b = along(c, (double)(end < c->end_day ? end : c->end_day));
        calendar_part *p = &found.items[found.count++];
        *p = (calendar_part){.from = zt_min(a, b), .to = zt_max(a, b)};
        name_part(c, all, period, &named_year, p);
        found.named += p->at >= 0;
    }
    return found;
}

/* The piece of the calendar between two places, as a rectangle in either direction. */
static zt_rect stretch(const zt_tl_calendar *c, double from, double to)
{
    return c->down ? (zt_rect){c->across, from, c->thick, to - from}
                   : (zt_rect){from, c->across, to - from, c->thick};
}

/* White cuts between the parts, none at the ends. */
static void draw_grounds(const zt_tl_calendar *c, const parts *all, zt_group *group)
{
    const zt_tl_plan *plan = c->plan;
    double cut = ZT_TL_CALENDAR_CUT / 2, foot = c->from + c->length;
    const double near = 0.01;
    for (size_t i = 0; i < all->count; i++) {
        const calendar_part *p = &all->items[i];
        double from = p->from + (p->from > c->from + near ? cut : 0);
        double to = p->to - (p->to < foot - near ? cut : 0);
        zt_scene_fill_rect(plan->setting->scene, group, plan->block->at, stretch(c, from, to),
                           plan->ground);
    }
}

/* Key events last, so that an ordinary day beside one does not cover it. */
static void draw_marks(const zt_tl_calendar *c, const marks *all, bool key, zt_group *group)
{
    zt_paint ink = ZT_SOLID(key ? c->plan->key_ink : c->plan->axis_ink);
    for (size_t i = 0; i < all->count; i++) {
        const mark *m = &all->items[i];
        if (m->event->key == key)
            zt_scene_fill_rect(c->plan->setting->scene, group, m->event->at,
                               stretch(c, m->from, m->to), ink);
    }
}

/* Words in the middle of the calendar's thickness, their first em box at `at` along it; `name` is
   the part of the template. */
static void draw_words(const zt_tl_calendar *c, const zt_para *para, const zt_look *look, double at,
                       const char *name, zt_group *into)
{
    double size = look->text.size;
    double across = c->across + (c->thick - (c->down ? para->max_width : size)) / 2;
    zt_rect box = {c->down ? across : at, c->down ? at : across, para->max_width, size};
    zt_group *group =
        zt_scene_add_part(c->plan->setting->scene, into, c->plan->block->at, name, ZT_ROLE_P, box);
    zt_lines_place(c->plan->setting, para, look, group, (zt_point){0, 0}, look->para.leading);
}

/* The name of a part turned clockwise, its digits in the middle of the calendar's width. */
static void draw_turned(const zt_tl_calendar *c, const calendar_part *p, zt_str name,
                        zt_group *into)
{
    const zt_tl_plan *plan = c->plan;
    const zt_look *look = &plan->year;
    zt_rect box = {c->across, p->at, c->thick, p->name->max_width};
    zt_group *group =
        zt_scene_add_part(plan->setting->scene, into, plan->block->at, "year", ZT_ROLE_P, box);
    double x = (c->thick - zt_digit_height(look)) / 2;
    zt_text_place(plan->setting->diags, plan->setting->scene, group, name, &look->text, &look->para,
                  ZT_ALIGN_START, x, 0, plan->block->at);
    for (zt_item *item = group->first; item; item = item->next) {
        zt_glyphs *run = (zt_glyphs *)item;
        if (item->kind != ZT_ITEM_GLYPHS)
            continue;
        run->rotated = true;
        zt_glyphs_done(run);
    }
}

zt_str zt_tl_calendar_words(const zt_tl_plan *plan)
{
    return zt_form_in(plan->setting->language, plan->params->calendar_text,
                      "(points are spaced by days)");
}

/* The words stand after the first name that leaves them room. */
static void draw_note(const zt_tl_calendar *c, const parts *all, const marks *found, zt_group *into)
{
    const zt_look *look = &c->plan->note;
    zt_str text = zt_tl_calendar_words(c->plan);
    if (text.len == 0)
        return;
    zt_para *para = set_words(c->plan, text, look);
    for (size_t i = 0; i < all->count; i++) {
        const calendar_part *p = &all->items[i];
        double from = p->at < 0 ? p->from : p->at + p->name->max_width;
        double x = free_place(found, from, p->to, para->max_width, look->text.size * WORD_PAD);
        if (x < 0)
            continue;
        draw_words(c, para, look, x, "strip-note", into);
        return;
    }
    zt_report(c->plan->setting->diags, ZT_NOTE, "strip-crowded", c->plan->block->at,
              "日历带上放不下说明“%.*s”，没有排", "no room on the strip for “%.*s”; it is left out",
              ZT_ARG(text));
}

size_t zt_tl_calendar_names(const zt_tl_calendar *c)
{
    marks found = find_marks(c);
    return find_parts(c, &found).named;
}

/* In years, whatever the parts are: it is printed where no names of parts find room. */
zt_str zt_tl_calendar_span(const zt_tl_calendar *c)
{
    zt_arena *arena = c->plan->setting->arena;
    long first = zt_tl_period(zt_day_from_number(c->first_day), 12);
    long last = zt_tl_period(zt_day_from_number(c->end_day - 1), 12);
    if (first == last)
        return zt_tl_period_name(c->plan->setting, first, 12, false);
    return zt_str_from(zt_arena_printf(
        arena, ZT_IN(c->plan->setting->language, "%ld年—%ld年", "%ld–%ld"), first, last));
}

/* A name that has found room. */
static void draw_name(const zt_tl_calendar *c, const calendar_part *p, zt_group *into)
{
    if (p->at >= 0 && is_turned(c))
        draw_turned(c, p, p->words, into);
    else if (p->at >= 0)
        draw_words(c, p->name, &c->plan->year, p->at, "year", into);
}

/* Nothing is drawn of a calendar without length. Key events are drawn after ordinary ones, names
   after both. */
void zt_tl_calendar_draw(const zt_tl_calendar *c, bool noted, zt_group *into)
{
    const zt_tl_plan *plan = c->plan;
    if (c->length <= 0)
        return;
    marks found = find_marks(c);
    parts all = find_parts(c, &found);
    zt_group *group = zt_tl_decoration(plan, into, plan->block->at, "strip",
                                       stretch(c, c->from, c->from + c->length));
    group->dx = group->dy = 0; /* marks are counted in the block's own frame */
    draw_grounds(c, &all, group);
    draw_marks(c, &found, false, group);
    draw_marks(c, &found, true, group);
    for (size_t i = 0; i < all.count; i++)
        draw_name(c, &all.items[i], into);
    if (noted && !c->down)
        draw_note(c, &all, &found, into);
}
