/* What no reader may meet on a page. Every rule reads the scene alone, with the data beside it. */
#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "font/font.h"
#include "judge.h"
#include "model/chart_labels.h"
#include "preflight/page_text.h"

void judge_say(const judge_page *page, const char *sort, const char *format, ...)
{
    char words[400];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    page->say(page->self, sort, words);
}

/* ---- reading the scene ---- */

typedef struct reader {
    judge_page *page;
    const char *layers[40];
    size_t depth, order;
} reader;

static zt_rect glyph_ink(const zt_glyphs *run, const zt_glyph *glyph, zt_rect ink)
{
    double scale = run->size * zt_glyphs_scale(run);
    double x = glyph->x + ink.x * scale, w = ink.w * scale;
    double y = glyph->y - (ink.y + ink.h) * run->size, h = ink.h * run->size;
    if (run->rotated)
        return (zt_rect){run->origin.x - y - h, run->origin.y + x, h, w};
    return (zt_rect){run->origin.x + x, run->origin.y + y, w, h};
}

static zt_rect run_ink(const zt_glyphs *run)
{
    zt_rect all = {0};
    for (size_t i = 0; i < run->glyph_count; i++) {
        zt_rect ink;
        if (zt_face_ink(run->face, run->glyphs[i].id, &ink))
            all = zt_rect_union(all, glyph_ink(run, run->glyphs + i, ink));
    }
    return all;
}

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    reader *r = self;
    judge_page *page = r->page;
    const char *layer = r->depth ? r->layers[r->depth - 1] : "";
    r->order++;
    if (item->kind == ZT_ITEM_GROUP) {
        const zt_group *group = (const zt_group *)item;
        const char *own = group->layer ? group->layer : group->part ? group->part : layer;
        if (r->depth < sizeof r->layers / sizeof *r->layers)
            r->layers[r->depth++] = own;
        if (group->block && strcmp(group->block, "chart") == 0)
            page->block = (zt_rect){item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    } else if (item->kind == ZT_ITEM_PATH) {
        judge_mark mark = {.path = (const zt_path *)item,
                           .dx = dx,
                           .dy = dy,
                           .layer = layer,
                           .order = r->order,
                           .box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h}};
        ZT_PUSH(page->arena, &page->marks, mark);
    } else if (item->kind == ZT_ITEM_GLYPHS) {
        judge_run run = {.run = (const zt_glyphs *)item,
                         .ink = run_ink((const zt_glyphs *)item),
                         .layer = layer,
                         .order = r->order};
        run.ink.x += dx;
        run.ink.y += dy;
        ZT_PUSH(page->arena, &page->runs, run);
    }
}

static void leave(void *self, const zt_group *group, double dx, double dy)
{
    (void)group, (void)dx, (void)dy;
    reader *r = self;
    r->depth -= r->depth > 0;
}

void judge_page_read(judge_page *page, const zt_scene *scene)
{
    reader r = {.page = page};
    zt_visitor visitor = {&r, enter, leave};
    zt_scene_walk(scene->root, &visitor);
    page->text = zt_page_text_of(page->arena, &scene, 1).painted;
}

/* ---- lost words ---- */

static bool is_read(const judge_page *page, const char *words)
{
    return zt_page_text_holds(page->text, zt_page_plain(page->arena, zt_str_from(words)));
}

static size_t occurrences(const judge_page *page, const char *words)
{
    size_t count = 0, len = strlen(words);
    for (size_t i = 0; i + len <= page->text.len; i++)
        count += memcmp(page->text.data + i, words, len) == 0;
    return count;
}

/* Missing values and those of a standing of their own have a word on the page, of each sort one. */
static void judge_standings(const judge_page *page)
{
    static const char *const words[] = {
        [ZT_ESTIMATE] = "估计", [ZT_FORECAST] = "预测", [ZT_TARGET] = "目标"};
    size_t missing = 0;
    for (size_t i = 0; i < page->data->item_count; i++)
        for (size_t s = 0; s < page->data->series_count; s++) {
            const zt_quantity *q = page->data->items[i].values[s];
            missing += q && q->status == ZT_MISSING;
            bool said = !q || q->status >= sizeof words / sizeof *words || !words[q->status] ||
                        occurrences(page, words[q->status]) > 0;
            if (!said)
                judge_say(page, "standing-lost", "%s", words[q->status]);
        }
    bool noted = occurrences(page, "待补:") > 0; /* 待补：甲、乙等7项 */
    if (missing > 0 && !noted && !page->kind->axis && occurrences(page, "待补") < missing)
        judge_say(page, "missing-unmarked", "%zu of %zu", occurrences(page, "待补"), missing);
}

static bool has_values(const judge_page *page)
{
    for (size_t i = 0; i < page->data->item_count; i++)
        for (size_t s = 0; s < page->data->series_count; s++)
            if (zt_chart_has_value(page->data->items[i].values[s]))
                return true;
    return false;
}

/* An arrow from mark to mark is drawn, or its words say both names. */
static void judge_arrows_lost(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    for (size_t i = 0; i < data->annotation_count; i++) {
        const zt_annotation *a = &data->annotations[i];
        bool seen = !a->has_from;
        char words[300];
        for (size_t k = 0; k < page->marks.count && !seen; k++) {
            const zt_path *path = page->marks.items[k].path;
            seen = judge_is_at(path->item.at, a->at) && path->seg_count == 4 && path->fill.ink;
        }
        snprintf(words, sizeof words, "%.*s→%.*s", ZT_ARG(data->items[a->from].key),
                 ZT_ARG(a->keys[0]));
        if (!seen && !is_read(page, words))
            judge_say(page, "lost-arrow", "%s", words);
    }
}

void judge_words_lost(const judge_page *page)
{
    judge_arrows_lost(page);
    for (size_t i = 0; i < page->lot->word_count; i++) {
        const judge_word *word = &page->lot->words[i];
        bool thin = page->kind->axis && zt_is_time_name(zt_str_from(word->text));
        char sort[40];
        snprintf(sort, sizeof sort, "lost-%s", word->what);
        bool bare = strcmp(word->what, "unit") == 0 && !has_values(page); /* of nothing */
        if (!thin && !bare && strcmp(word->what, "time") != 0 && !is_read(page, word->text))
            judge_say(page, sort, "%s", word->text);
    }
    judge_standings(page);
}

/* ---- overlaps ---- */

static bool boxes_meet(zt_rect a, zt_rect b)
{
    return a.x < zt_rect_right(b) && b.x < zt_rect_right(a) && a.y < zt_rect_foot(b) &&
           b.y < zt_rect_foot(a);
}

static zt_rect shrunk(zt_rect r, double by)
{
    double x = zt_min(by, r.w / 2), y = zt_min(by, r.h / 2);
    return (zt_rect){r.x + x, r.y + y, r.w - 2 * x, r.h - 2 * y};
}

static bool cut_by_edge(const judge_lines *lines, zt_rect r)
{
    for (size_t i = 0; i < lines->count; i++)
        if (judge_distance(lines->items[i], r) == 0)
            return true;
    return false;
}

static bool holds_rect(const judge_lines *lines, zt_rect r)
{
    return !cut_by_edge(lines, r) && judge_inside(lines, (zt_point){r.x + r.w / 2, r.y + r.h / 2});
}

static bool is_clipped_off(const judge_mark *m, zt_rect r)
{
    const zt_rect *clip = m->path->clip;
    return clip && !boxes_meet((zt_rect){clip->x + m->dx, clip->y + m->dy, clip->w, clip->h}, r);
}

bool judge_is_paper(zt_paint paint)
{
    return paint.ink && (paint.ink->paper || strcmp(paint.ink->name, "paper") == 0);
}

/* The last area below the run that covers what was painted before: its ground, or a halo. */
static size_t ground_of(const judge_page *page, const judge_run *run, zt_rect ink)
{
    size_t order = 0;
    judge_lines lines = {0};
    for (size_t i = 0; i < page->marks.count && page->marks.items[i].order < run->order; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (!m->path->fill.ink || !boxes_meet(m->box, ink))
            continue;
        judge_flatten(page->arena, m, true, &lines);
        if (holds_rect(&lines, ink))
            order = m->order;
    }
    return order;
}

static bool line_meets(const judge_mark *m, const judge_lines *lines, zt_rect ink)
{
    for (size_t i = 0; i < lines->count; i++)
        if (judge_distance(lines->items[i], ink) < m->path->width / 2)
            return true;
    return false;
}

static void judge_meeting(const judge_page *page, const judge_run *run, zt_rect ink,
                          const judge_mark *m)
{
    bool over = m->order > run->order; /* the mark lies over the words */
    char sort[80];
    judge_lines lines = {0};
    const char *what = NULL;
    if (m->path->stroke.ink && (!judge_is_paper(m->path->stroke) || over)) {
        judge_flatten(page->arena, m, false, &lines);
        if (line_meets(m, &lines, ink))
            what = "line";
    }
    bool panel = strcmp(m->layer, "guides") == 0; /* a tint behind all, made to be written on */
    if (!what && !panel && m->path->fill.ink && (!judge_is_paper(m->path->fill) || over)) {
        judge_flatten(page->arena, m, true, &lines);
        if (cut_by_edge(&lines, ink))
            what = "edge";
        else if (over && judge_inside(&lines, (zt_point){ink.x + ink.w / 2, ink.y + ink.h / 2}))
            what = "cover";
    }
    if (!what)
        return;
    snprintf(sort, sizeof sort, "word-on-%s %s/%s%s", what, run->layer, m->layer,
             over ? " over" : "");
    judge_say(page, sort, "“%.*s” at %.1f %.1f, %s of line %d", ZT_ARG(run->run->text), ink.x,
              ink.y, m->layer, m->path->item.at.line);
}

static void judge_run_on_marks(const judge_page *page, const judge_run *run)
{
    if (run->ink.w <= 0)
        return;
    zt_rect ink = shrunk(run->ink, 0.05 * run->run->size);
    size_t ground = ground_of(page, run, ink);
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (m->order > ground && boxes_meet(m->box, ink) && !is_clipped_off(m, ink))
            judge_meeting(page, run, ink, m);
    }
}

static bool same_line(const judge_run *a, const judge_run *b)
{
    return a->run->line > 0 && a->run->line == b->run->line;
}

void judge_overlaps(const judge_page *page)
{
    for (size_t i = 0; i < page->runs.count; i++) {
        const judge_run *a = &page->runs.items[i];
        judge_run_on_marks(page, a);
        for (size_t k = i + 1; k < page->runs.count; k++) {
            const judge_run *b = &page->runs.items[k];
            double near = 0.04 * zt_min(a->run->size, b->run->size);
            if (!same_line(a, b) && boxes_meet(shrunk(a->ink, near), b->ink))
                judge_say(page, "word-on-word", "“%.*s” and “%.*s” at %.1f %.1f",
                          ZT_ARG(a->run->text), ZT_ARG(b->run->text), b->ink.x, b->ink.y);
        }
    }
}

/* ---- bounds ---- */

static bool is_beyond(zt_rect in, zt_rect r, double slack)
{
    return !(r.x >= in.x - slack && r.y >= in.y - slack &&
             zt_rect_right(r) <= zt_rect_right(in) + slack &&
             zt_rect_foot(r) <= zt_rect_foot(in) + slack); /* also of what is no number */
}

void judge_bounds(const judge_page *page)
{
    char sort[80];
    for (size_t i = 0; i < page->runs.count; i++)
        if (is_beyond(page->block, page->runs.items[i].ink,
                      0.3 + 0.13 * page->runs.items[i].run->size)) /* p, g, ； */
            judge_say(page, "word-outside",
                      "“%.*s” at %.1f %.1f, right %.1f foot %.1f of %.1f %.1f",
                      ZT_ARG(page->runs.items[i].run->text), page->runs.items[i].ink.x,
                      page->runs.items[i].ink.y, zt_rect_right(page->runs.items[i].ink),
                      zt_rect_foot(page->runs.items[i].ink), zt_rect_right(page->block),
                      zt_rect_foot(page->block));
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (!is_beyond(page->block, m->box, 0.6) || judge_is_paper(m->path->stroke))
            continue;
        snprintf(sort, sizeof sort, "mark-outside %s", m->layer);
        judge_say(page, sort, "%s at %.1f %.1f %.1f %.1f", m->layer, m->box.x, m->box.y, m->box.w,
                  m->box.h);
    }
}

/* ---- lines over time ---- */

typedef struct corner {
    double x, y;
} corner;
typedef ZT_VEC(corner) corner_list;

static int by_x(const void *left, const void *right)
{
    const corner *a = left, *b = right;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return (a->y > b->y) - (a->y < b->y);
}

/* An open line in one piece: no hatching, no outline of an area. */
static bool is_one_stroke(const zt_path *path)
{
    for (size_t i = 1; i < path->seg_count; i++)
        if (path->segs[i].kind != ZT_SEG_LINE)
            return false;
    return path->dash[0] == 0;
}

/* Corners of the lines of data, from left to right. */
static corner_list corners_of(const judge_page *page)
{
    corner_list list = {0};
    judge_lines lines = {0};
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        bool edge = strcmp(m->layer, "areas") == 0 && is_one_stroke(m->path);
        bool line = (edge || strcmp(m->layer, "lines") == 0) && m->path->stroke.ink &&
                    !m->path->fill.ink && !judge_is_paper(m->path->stroke);
        if (!line)
            continue;
        judge_flatten(page->arena, m, false, &lines);
        for (size_t k = 0; k < lines.count; k++) {
            corner a = {lines.items[k].a.x, lines.items[k].a.y};
            corner b = {lines.items[k].b.x, lines.items[k].b.y};
            ZT_PUSH(page->arena, &list, a);
            ZT_PUSH(page->arena, &list, b);
        }
    }
    if (list.count > 1)
        qsort(list.items, list.count, sizeof *list.items, by_x);
    return list;
}

/* The item that stands at that place across, where places are to each other as times are. */
static size_t item_at(const judge_page *page, double x, double from, double to, size_t first,
                      size_t last)
{
    const double *at = page->data->time->at;
    size_t best = 0;
    double least = INFINITY;
    for (size_t i = first; i <= last; i++) {
        double due = from + (at[i] - at[first]) / (at[last] - at[first]) * (to - from);
        if (fabs(x - due) < least) {
            least = fabs(x - due);
            best = i;
        }
    }
    return least < 0.001 * (to - from) + 0.06 ? best : SIZE_MAX;
}

/* Highest and lowest value of what is drawn by the corners, for the scale. */
static bool is_on_line(const judge_page *page, size_t i, size_t s)
{
    const zt_chart_data *data = page->data;
    bool here = zt_chart_has_value(data->items[i].values[s]);
    bool before = i > 0 && zt_chart_has_value(data->items[i - 1].values[s]);
    bool after = i + 1 < data->item_count && zt_chart_has_value(data->items[i + 1].values[s]);
    return here && (before || after);
}

static void judge_corners(const judge_page *page, const corner_list *list, size_t first,
                          size_t last)
{
    const zt_chart_data *data = page->data;
    double low = INFINITY, high = -INFINITY, top = INFINITY, foot = -INFINITY;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++)
            if (is_on_line(page, i, s)) {
                double v = judge_even(page, s, zt_chart_value(data, data->items[i].values[s]));
                low = zt_min(low, v);
                high = zt_max(high, v);
            }
    for (size_t i = 0; i < list->count; i++) {
        top = zt_min(top, list->items[i].y);
        foot = zt_max(foot, list->items[i].y);
    }
    double from = list->items[0].x, to = list->items[list->count - 1].x;
    for (size_t i = 0; i < list->count; i++) {
        corner c = list->items[i];
        size_t item = item_at(page, c.x, from, to, first, last);
        if (item == SIZE_MAX) {
            judge_say(page, "false-time", "a corner at %.2f of %.2f–%.2f", c.x, from, to);
            return;
        }
        bool found = false;
        /* of steps the corner has the value before */
        size_t back = page->kind->measure == JUDGE_STAIRS && item > 0 ? 1 : 0;
        for (size_t k = 0; k < data->series_count * (1 + back); k++) {
            size_t s = k / (1 + back);
            const zt_quantity *q = data->items[item - k % (1 + back)].values[s];
            if (!zt_chart_has_value(q))
                continue;
            double v = judge_even(page, s, zt_chart_value(data, q));
            double due = high > low ? foot - (v - low) / (high - low) * (foot - top) : c.y;
            found = found || fabs(c.y - due) <= 0.001 * (foot - top) + 0.06;
        }
        if (!found)
            judge_say(page, "false-height", "a corner at %.2f %.2f", c.x, c.y);
    }
}

/* Lines turn at their times and at their values. */
static void judge_line_over_time(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    for (size_t i = 0; i < data->item_count && page->kind->data == JUDGE_TIME_ONE; i++)
        if (data->items[i].values[0] && data->items[i].values[0]->status != ZT_ACTUAL)
            return; /* its edge is dashed as an outline of the area, down to the base */
    corner_list list = corners_of(page);
    size_t first = SIZE_MAX, last = 0;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++)
            if (is_on_line(page, i, s)) {
                first = first == SIZE_MAX ? i : first;
                last = i;
            }
    if (list.count < 2 || first == SIZE_MAX || first >= last)
        return;
    if (data->time && !data->even)
        judge_corners(page, &list, first, last);
}

/* Bars of items stand where their times are: by days, or by whole months, quarters, years. */
static double steps_of(const zt_chart_time *time, size_t i, bool days)
{
    if (days)
        return time->at[i];
    return floor(time->first[i] / (time->unit == ZT_TIME_YEAR      ? 365.2425
                                   : time->unit == ZT_TIME_HALF    ? 182.62125
                                   : time->unit == ZT_TIME_QUARTER ? 91.310625
                                   : time->unit == ZT_TIME_MONTH   ? 30.436875
                                   : time->unit == ZT_TIME_WEEK    ? 7
                                                                   : 1) +
                 0.5);
}

/* The bar that stands farthest from its time, or NULL when all are where they should be. */
static const judge_seen *misplaced(const judge_page *page, const judge_seen_list *list,
                                   const judge_seen *first, const judge_seen *last, bool days)
{
    const zt_chart_time *time = page->data->time;
    double from = steps_of(time, first->item, days), to = steps_of(time, last->item, days);
    double width = last->middle.x - first->middle.x, most = 0.001 * width + 0.1;
    const judge_seen *worst = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const judge_seen *s = &list->items[i];
        double due = first->middle.x + (steps_of(time, s->item, days) - from) / (to - from) * width;
        if (s->marks == 0 || s->series != 0 || fabs(s->middle.x - due) <= most)
            continue;
        most = fabs(s->middle.x - due);
        worst = s;
    }
    return worst;
}

static void judge_bars_over_time(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    judge_seen_list list = judge_see_all(page);
    const judge_seen *first = NULL, *last = NULL;
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].marks > 0 && list.items[i].series == 0) {
            first = first ? first : &list.items[i];
            last = &list.items[i];
        }
    bool strip = data->series_count == 1 && page->kind->data == JUDGE_ROWS;
    if (strip || !first || first == last || judge_lies(&list) || last->middle.x <= first->middle.x)
        return;
    /* A slot for each step that is left out has to be as wide as a column at least. */
    double least = INFINITY, span = data->time->at[last->item] - data->time->at[first->item];
    for (size_t i = first->item + 1; i <= last->item; i++)
        least = zt_min(least, data->time->at[i] - data->time->at[i - 1]);
    if (span / least > page->block.w / ZT_MM(2))
        return;
    const judge_seen *by_days = misplaced(page, &list, first, last, true);
    if (by_days && misplaced(page, &list, first, last, false))
        judge_say(page, "false-time", "%.*s at %.2f", ZT_ARG(data->items[by_days->item].key),
                  by_days->middle.x);
}

void judge_times(const judge_page *page)
{
    bool line = page->kind->measure == JUDGE_LINE || page->kind->measure == JUDGE_STAIRS;
    if (line && !page->data->facet && !judge_is_bent(page))
        judge_line_over_time(page);
    else if (page->kind->measure == JUDGE_LENGTH && page->data->time && !page->data->even)
        judge_bars_over_time(page);
}

/* ---- fills ---- */

/* All that is seen of how an area is covered, as text. */
static void cover_of(const judge_page *page, zt_pos at, char *out, size_t size)
{
    size_t len = 0;
    *out = 0;
    for (size_t i = 0; i < page->marks.count && len + 80 < size; i++) {
        const judge_mark *m = &page->marks.items[i];
        const zt_path *p = m->path;
        if (!judge_is_at(p->item.at, at) || !judge_is_data_layer(m->layer))
            continue;
        size_t turns = p->clip && p->seg_count > 1 ? p->segs[1].kind + 1u : 0;
        double slope =
            p->clip && p->seg_count > 1 && p->segs[1].kind == ZT_SEG_LINE
                ? (p->segs[1].p[0].x - p->segs[0].p[0].x) * (p->segs[1].p[0].y - p->segs[0].p[0].y)
                : 0;
        len += (size_t)snprintf(out + len, size - len, "%s %.2f %s %.2f %.2f %zu %d;",
                                p->fill.ink ? p->fill.ink->name : "-", p->fill.tint,
                                p->stroke.ink ? p->stroke.ink->name : "-", p->stroke.tint,
                                p->dash[0], turns, (slope > 0) - (slope < 0));
    }
}

static bool is_known(const zt_quantity *q)
{
    return zt_chart_has_value(q) && q->status == ZT_ACTUAL && q->value.scaled != 0;
}

/* Parts side by side are told apart. */
static void compare_covers(const judge_page *page, zt_pos a, zt_pos b, const char *words)
{
    char one[1200], other[1200];
    cover_of(page, a, one, sizeof one);
    cover_of(page, b, other, sizeof other);
    if (*one && strcmp(one, other) == 0)
        judge_say(page, "equal-fills", "%s: %s", words, one);
}

void judge_fills(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    bool areas = page->kind->measure == JUDGE_LENGTH || page->kind->measure == JUDGE_AREA;
    if (data->series_count > 1 && areas && !data->facet)
        for (size_t a = 0; a < data->series_count; a++)
            for (size_t b = a + 1; b < data->series_count; b++)
                for (size_t i = 0; i < data->item_count; i++) {
                    const zt_quantity *one = data->items[i].values[a];
                    const zt_quantity *other = data->items[i].values[b];
                    bool lit = data->items[i].highlight; /* both sides of a pyramid in the accent */
                    if (!lit && is_known(one) && is_known(other)) {
                        compare_covers(page, one->at, other->at, "series");
                        break;
                    }
                }
    if (page->kind->parts)
        for (size_t i = 0; i < data->item_count; i++)
            for (size_t k = i + 1; k < data->item_count; k++)
                if (is_known(data->items[i].values[0]) && is_known(data->items[k].values[0]))
                    compare_covers(page, data->items[i].at, data->items[k].at, "parts");
}

/* ---- ticks ---- */

typedef struct tick {
    double value;
    int decimals;
    const judge_run *run;
} tick;

/* Whether the run has a line of its own: a number within words, as one that a text begins with
   behind a break, is none of an axis. */
static bool is_alone(const judge_page *page, const judge_run *run)
{
    for (size_t i = 0; i < page->runs.count; i++)
        if (&page->runs.items[i] != run && same_line(&page->runs.items[i], run))
            return false;
    return true;
}

/* A number with its sign, and nothing else: 1,200, −0.5, 40%. */
static bool read_tick(const judge_run *run, tick *out)
{
    char text[64], *end;
    size_t len = 0;
    zt_str s = run->run->text;
    double scale = 1;
    for (size_t i = 0; i < s.len && len + 1 < sizeof text; i++) {
        static const char minus[] = "−", wan[] = "万", yi[] = "亿";
        if (s.data[i] == ',')
            continue;
        if (s.len - i >= 3 && memcmp(s.data + i, minus, 3) == 0) {
            text[len++] = '-';
            i += 2;
        } else if (s.len - i == 3 && memcmp(s.data + i, wan, 3) == 0) {
            scale = 1e4;
            break;
        } else if (s.len - i == 3 && memcmp(s.data + i, yi, 3) == 0) {
            scale = 1e8;
            break;
        } else if (s.data[i] == '%' && i + 1 == s.len) {
            break;
        } else {
            text[len++] = s.data[i];
        }
    }
    text[len] = 0;
    if (len == 0 || strspn(text, "+-0123456789.") != len)
        return false;
    out->value = strtod(text, &end) * scale;
    const char *point = strchr(text, '.');
    out->decimals = point ? (int)strlen(point + 1) : 0;
    out->run = run;
    return *end == 0;
}

static int by_value(const void *left, const void *right)
{
    const tick *a = left, *b = right;
    return (a->value > b->value) - (a->value < b->value);
}

static bool is_round(double step)
{
    double unit = pow(10, floor(log10(step) + 1e-9)), lead = step / unit;
    static const double good[] = {1, 2, 2.5, 5, 10};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (fabs(lead - good[i]) < 1e-6)
            return true;
    return false;
}

static void judge_axis(const judge_page *page, tick *ticks, size_t count)
{
    qsort(ticks, count, sizeof *ticks, by_value);
    double step = ticks[1].value - ticks[0].value;
    int decimals = 0;
    for (size_t i = 1; i < count; i++) {
        if (step <= 0 || fabs(ticks[i].value - ticks[i - 1].value - step) > 1e-6 * step) {
            judge_say(page, "uneven-ticks", "%g %g %g", ticks[0].value, ticks[1].value,
                      ticks[i].value);
            return;
        }
        decimals = ticks[i].decimals > decimals ? ticks[i].decimals : decimals;
    }
    for (size_t i = 0; i < count; i++)
        if (ticks[i].value != 0 && ticks[i].decimals != decimals)
            judge_say(page, "tick-decimals", "%.*s", ZT_ARG(ticks[i].run->run->text));
    if (!is_round(step))
        judge_say(page, "tick-step", "%g", step);
    if (count > 7)
        judge_say(page, "too-many-ticks", "%zu from %g by %g", count, ticks[0].value, step);
}

/* Whether they rise or fall from the top down: numbers of another axis may end at the same edge. */
static bool is_one_axis(const tick *ticks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++) {
            double down = ticks[i].run->ink.y - ticks[k].run->ink.y;
            if ((ticks[i].value - ticks[k].value) * down >= 0)
                return false;
        }
    return true;
}

/* Whether a round outline stands at its left: a circle of the key of areas, whose value is no tick.
 */
static bool is_of_circle(const judge_page *page, const judge_run *run)
{
    double middle = run->ink.y + run->ink.h / 2;
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        double gap = run->ink.x - zt_rect_right(m->box);
        bool round = m->box.w > 0 && fabs(m->box.w - m->box.h) < 0.01;
        if (round && m->path->stroke.ink && !m->path->fill.ink && strcmp(m->layer, "axis") == 0 &&
            gap >= 0 && gap < run->run->size && middle > m->box.y - run->run->size &&
            middle < zt_rect_foot(m->box))
            return true;
    }
    return false;
}

/* Numbers at the chart's own place in the small size of axes, flush at one edge: an axis up. */
void judge_ticks(const judge_page *page)
{
    tick *all = ZT_ARRAY(page->arena, page->runs.count + 1, tick);
    tick *axis = ZT_ARRAY(page->arena, page->runs.count + 1, tick);
    size_t count = 0;
    bool even = page->data->spread == ZT_SPREAD_EVEN && !page->data->spreads;
    for (size_t i = 0; i < page->runs.count; i++) {
        const judge_run *run = &page->runs.items[i];
        bool own = even && page->kind->axis && judge_is_at(run->run->item.at, page->data->kind_at);
        zt_str text = run->run->text;
        if (text.len > 1 && text.data[0] == '-' && isdigit((unsigned char)text.data[1]))
            judge_say(page, "ascii-minus", "%.*s", ZT_ARG(run->run->text));
        own = own && run->run->size < 8 && is_alone(page, run) && !is_of_circle(page, run);
        count += own && read_tick(run, &all[count]);
    }
    for (size_t i = 0; i < count; i++) {
        size_t n = 0;
        double edge = zt_rect_right(all[i].run->run->item.box);
        for (size_t k = 0; k < count; k++)
            if (fabs(zt_rect_right(all[k].run->run->item.box) - edge) < 0.05)
                axis[n++] = all[k];
        if (n >= 3 && axis[0].run == all[i].run && is_one_axis(axis, n))
            judge_axis(page, axis, n);
    }
}
