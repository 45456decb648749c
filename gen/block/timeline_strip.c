/* The day scale of a timeline: a strip from the first New Year to the end of the half-year of the
   last event, true to the day, which tells the real gaps between entries that are evenly set. */
#include "block/lines.h"
#include "block/timeline_imp.h"

/* Between a word on the strip and the marks beside it, em of the word. */
static const double WORD_PAD = 0.6;

typedef struct strip_mark {
    double from, to; /* x */
    const zt_event *event;
} strip_mark;

typedef struct strip {
    const zt_tl_plan *plan;
    double x, width, top, height;
    long first_day, end_day; /* end exclusive */
    int first_year, last_year;
    strip_mark *marks; /* by place */
    size_t mark_count;
} strip;

typedef struct strip_year {
    int year;
    zt_para *para;
    double x;
} strip_year;

static double param(const zt_tl_plan *plan, const char *name)
{
    return zt_block_length(plan->setting, plan->block, name, plan->text.text.size);
}

static double x_of(const strip *s, long day)
{
    double days = (double)(s->end_day - s->first_day);
    return s->x + s->width * (double)(day - s->first_day) / days;
}

static void find_span(strip *s)
{
    const zt_timeline *content = s->plan->content;
    zt_day first = content->events[0].date.from, last = content->events[0].date.to;
    for (size_t i = 1; i < content->count; i++) {
        zt_date date = content->events[i].date;
        first = zt_day_compare(date.from, first) < 0 ? date.from : first;
        last = zt_day_compare(date.to, last) > 0 ? date.to : last;
    }
    bool first_half = last.month > 0 && last.month <= 6;
    s->first_year = first.year;
    s->last_year = last.year;
    s->first_day = zt_day_number((zt_day){first.year, 1, 1});
    s->end_day =
        zt_day_number(first_half ? (zt_day){last.year, 7, 1} : (zt_day){last.year + 1, 1, 1});
}

static strip_mark mark_of(const strip *s, const zt_event *event)
{
    double from = x_of(s, zt_day_number(event->date.from));
    double to = x_of(s, zt_day_number(event->date.to));
    double weight = param(s->plan, event->key ? "strip-key" : "strip-mark");
    double middle = (from + to) / 2, half = zt_max(weight, to - from) / 2;
    middle = zt_clamp(middle, s->x + half, s->x + s->width - half);
    return (strip_mark){middle - half, middle + half, event};
}

static void find_marks(strip *s)
{
    const zt_timeline *content = s->plan->content;
    s->marks = ZT_ARRAY(s->plan->setting->arena, content->count, strip_mark);
    for (size_t i = 0; i < content->count; i++) {
        strip_mark mark = mark_of(s, &content->events[i]);
        size_t at = s->mark_count++;
        for (; at > 0 && s->marks[at - 1].from > mark.from; at--)
            s->marks[at] = s->marks[at - 1];
        s->marks[at] = mark;
    }
}

/* The leftmost place for `width` between `from` and `to` that keeps `pad` from all marks; negative
   when there is none. */
static double free_place(const strip *s, double from, double to, double width, double pad)
{
    double x = from + pad;
    for (size_t i = 0; i < s->mark_count; i++) {
        const strip_mark *mark = &s->marks[i];
        if (mark->to + pad <= x || mark->from >= to)
            continue;
        if (mark->from >= x + width + pad)
            break;
        x = mark->to + pad;
    }
    return x + width + pad <= to ? x : -1;
}

static double year_from(const strip *s, int year)
{
    return x_of(s, zt_day_number((zt_day){year, 1, 1}));
}

static double year_to(const strip *s, int year)
{
    return year == s->last_year ? s->x + s->width : year_from(s, year + 1);
}

static zt_para *set_words(const strip *s, zt_str text, const zt_look *look)
{
    zt_look line = *look;
    line.para.align = ZT_ALIGN_START;
    line.para.indent = 0;
    return zt_lines_plain(s->plan->setting, text, s->plan->block->at, &line, s->width);
}

/* False when one of the years finds no room. */
static bool find_years(const strip *s, strip_year *years)
{
    const zt_look *look = &s->plan->year;
    for (int year = s->first_year; year <= s->last_year; year++) {
        zt_buf text;
        zt_buf_init(&text, s->plan->setting->arena);
        zt_day day = {.year = year};
        zt_date_print(&text, (zt_date){.from = day, .to = day}, ZT_DATE_ARABIC);
        strip_year *y = &years[year - s->first_year];
        *y = (strip_year){year, set_words(s, zt_buf_view(&text), look), 0};
        y->x = free_place(s, year_from(s, year), year_to(s, year), y->para->max_width,
                          look->text.size * WORD_PAD);
        if (y->x < 0)
            return false;
    }
    return true;
}

static void draw_grounds(const strip *s, zt_group *group)
{
    const zt_tl_plan *plan = s->plan;
    double cut = param(plan, "strip-cut");
    for (int year = s->first_year; year <= s->last_year; year++) {
        double from = year_from(s, year) + (year > s->first_year ? cut / 2 : 0);
        double to = year_to(s, year) - (year < s->last_year ? cut / 2 : 0);
        zt_scene_fill_rect(plan->setting->scene, group, plan->block->at,
                           (zt_rect){from, s->top, to - from, s->height}, plan->ground);
    }
}

/* Key events last, so that an ordinary day beside one does not cover it. */
static void draw_marks(const strip *s, zt_group *group, bool key)
{
    const zt_tl_plan *plan = s->plan;
    const char *ink = key ? "key-ink" : "axis-ink";
    for (size_t i = 0; i < s->mark_count; i++) {
        const strip_mark *mark = &s->marks[i];
        if (mark->event->key != key)
            continue;
        zt_scene_fill_rect(plan->setting->scene, group, mark->event->at,
                           (zt_rect){mark->from, s->top, mark->to - mark->from, s->height},
                           ZT_SOLID(zt_block_ink(plan->setting, plan->block, ink)));
    }
}

static void draw_words(const strip *s, const zt_para *para, const zt_look *look, double x,
                       const char *part, zt_group *into)
{
    double size = look->text.size, y = s->top + (s->height - size) / 2;
    zt_rect box = {x, y, para->max_width, size};
    zt_group *group =
        zt_scene_add_part(s->plan->setting->scene, into, s->plan->block->at, part, ZT_ROLE_P, box);
    zt_lines_place(s->plan->setting, para, look, group, (zt_point){0, 0}, look->para.leading);
}

/* The words stand after the first year that leaves them room. */
static void draw_note(const strip *s, const strip_year *years, zt_group *into)
{
    const zt_look *look = &s->plan->note;
    zt_str text = zt_block_word(s->plan->block, "strip-text");
    if (text.len == 0)
        return;
    zt_para *para = set_words(s, text, look);
    for (int year = s->first_year; year <= s->last_year; year++) {
        const strip_year *y = &years[year - s->first_year];
        double x = free_place(s, y->x + y->para->max_width, year_to(s, year), para->max_width,
                              look->text.size * WORD_PAD);
        if (para->line_count != 1 || x < 0)
            continue;
        draw_words(s, para, look, x, "strip-note", into);
        return;
    }
    zt_report(s->plan->setting->diags, ZT_NOTE, "strip-crowded", s->plan->block->at,
              "日历带上放不下说明“%.*s”，没有排", "no room on the strip for “%.*s”; it is left out",
              ZT_ARG(text));
}

bool zt_tl_strip_draw(const zt_tl_plan *plan, double x, double middle, zt_group *into)
{
    strip s = {.plan = plan, .x = x, .width = plan->width - x};
    s.height = param(plan, "strip-height");
    s.top = middle - s.height / 2;
    if (s.width <= 0)
        return false;
    find_span(&s);
    find_marks(&s);
    strip_year *years =
        ZT_ARRAY(plan->setting->arena, (size_t)(s.last_year - s.first_year + 1), strip_year);
    if (!find_years(&s, years))
        return false;
    zt_rect box = {s.x, s.top, s.width, s.height};
    zt_group *group = zt_scene_add_part(plan->setting->scene, into, plan->block->at, "strip",
                                        ZT_ROLE_ARTIFACT, box);
    group->dx = group->dy = 0; /* marks are counted in the block's own frame */
    group->layer = "axis";
    draw_grounds(&s, group);
    draw_marks(&s, group, false);
    draw_marks(&s, group, true);
    for (int year = s.first_year; year <= s.last_year; year++) {
        const strip_year *y = &years[year - s.first_year];
        draw_words(&s, y->para, &plan->year, y->x, "year", into);
    }
    draw_note(&s, years, into);
    return true;
}
