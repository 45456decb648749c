/* What is measured of forms that show no size: cells of a ladder, spokes of a hub, brackets of a
   tree. */
#include <math.h>
#include <string.h>

#include "judge.h"
#include "model/chart_labels.h"

static const double NEAR = 0.06; /* points */

/* ---- cells ---- */

static bool is_cell(const judge_mark *m)
{
    return strcmp(m->layer, "cells") == 0 && m->path->fill.ink && !m->path->clip &&
           !judge_is_paper(m->path->fill);
}

/* The cells that were drawn for the item, from the left: those of a strip are drawn for its first
   one. */
static size_t cells_of(const judge_page *page, zt_pos at, const judge_mark **cells, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < page->marks.count && count < most; i++)
        if (is_cell(&page->marks.items[i]) && judge_is_at(page->marks.items[i].path->item.at, at))
            cells[count++] = &page->marks.items[i];
    return count;
}

static bool is_lit(const judge_mark *cell)
{
    return strcmp(cell->path->fill.ink->name, "panel") != 0;
}

/* Whether the number stands in the cell or close under it. */
static bool is_numbered(const judge_page *page, const judge_mark *cell, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    for (size_t i = 0; i < page->runs.count; i++) {
        const judge_run *r = &page->runs.items[i];
        double middle = r->ink.y + r->ink.h / 2, below = zt_rect_foot(cell->box);
        bool beside = r->ink.x <= zt_rect_right(cell->box) + r->run->size &&
                      zt_rect_right(r->ink) >= cell->box.x - r->run->size;
        if (zt_str_is(r->run->text, digits) && beside && middle > cell->box.y &&
            middle < below + 1.5 * r->run->size)
            return true;
    }
    return false;
}

/* What a place lights: of 前十 the first ten; one beyond the last cell has that one. */
static bool should_light(const zt_quantity *rank, size_t index, size_t last)
{
    size_t place = (size_t)zt_num_double(rank->printed);
    if (zt_rank_is_within(rank))
        return index < place;
    return index == (place > last + 1 ? last : place - 1);
}

/* Cells of a strip against the places of its items, `first` and up to `end`. */
static void judge_strip_of(const judge_page *page, const judge_mark *const *cells, size_t count,
                           size_t first, size_t end)
{
    double step = count > 1 ? cells[1]->box.x - cells[0]->box.x : 1;
    size_t last = (size_t)((cells[count - 1]->box.x - cells[0]->box.x) / step + 0.5);
    for (size_t k = 0; k < count; k++) {
        double at = (cells[k]->box.x - cells[0]->box.x) / step;
        size_t index = (size_t)(at + 0.5);
        bool due = false;
        if (fabs(at - (double)index) * step > NEAR ||
            fabs(cells[k]->box.w - cells[0]->box.w) > NEAR ||
            fabs(cells[k]->box.h - cells[0]->box.h) > NEAR)
            judge_say(page, "false-cell", "cell %zu is not as the others", k + 1);
        for (size_t i = first; i < end; i++) {
            const zt_quantity *rank = page->data->items[i].rank;
            if (!rank || !zt_chart_has_value(rank) || !should_light(rank, index, last))
                continue;
            due = true;
            size_t place = (size_t)zt_num_double(rank->printed);
            if (!zt_rank_is_within(rank) && !is_numbered(page, cells[k], place))
                judge_say(page, "false-cell", "cell %zu does not say %zu", k + 1, place);
        }
        if (due != is_lit(cells[k]))
            judge_say(page, "false-cell", "cell %zu of line %d is %s", k + 1,
                      page->data->items[first].at.line, due ? "not lit" : "lit");
    }
}

/* Items without cells of their own share the strip of the one before. */
void judge_cells(const judge_page *page)
{
    enum { CELLS = 60 };
    const zt_chart_data *data = page->data;
    const judge_mark *cells[CELLS], *next[CELLS];
    for (size_t i = 0; i < data->item_count;) {
        size_t count = cells_of(page, data->items[i].at, cells, CELLS), end = i + 1;
        if (count == 0) {
            judge_say(page, "not-drawn", "the strip of line %d", data->items[i].at.line);
            return;
        }
        while (end < data->item_count && cells_of(page, data->items[end].at, next, CELLS) == 0)
            end++;
        judge_strip_of(page, cells, count, i, end);
        i = end;
    }
}

/* ---- labels ---- */

/* Name and value of an item in a series, as they are printed; no width without any. */
static zt_rect label_of(const judge_page *page, size_t item, size_t series)
{
    const zt_chart_item *it = &page->data->items[item];
    const zt_quantity *q = it->values ? it->values[series] : NULL;
    zt_rect box = {0};
    for (size_t i = 0; i < page->runs.count; i++) {
        const judge_run *r = &page->runs.items[i];
        if (strcmp(r->layer, "labels") == 0 &&
            (judge_is_at(r->run->item.at, it->at) || (q && judge_is_at(r->run->item.at, q->at))))
            box = zt_rect_union(box, r->ink);
    }
    return box;
}

static bool is_level_with(zt_rect label, double y)
{
    return y > label.y - 2 && y < zt_rect_foot(label) + 2;
}

/* How far it lies to the left or the right; 0 within. */
static double beside(zt_rect label, double x)
{
    return zt_max(0, zt_max(label.x - x, x - zt_rect_right(label)));
}

/* ---- spokes ---- */

static const double CLOSE = ZT_MM(5); /* from the end of a line to the words at it */

static bool is_round(const judge_mark *m)
{
    return strcmp(m->layer, "lines") == 0 && m->path->seg_count > 1 &&
           m->path->segs[1].kind == ZT_SEG_CURVE && fabs(m->box.w - m->box.h) < NEAR;
}

static zt_point middle_of(zt_rect r)
{
    return (zt_point){r.x + r.w / 2, r.y + r.h / 2};
}

/* The dot at the words of an item; NULL unless there is exactly one. */
static const judge_mark *dot_at(const judge_page *page, zt_rect label)
{
    const judge_mark *found = NULL;
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        zt_point p = middle_of(m->box);
        if (!is_round(m) || m->box.w > ZT_MM(3) || !is_level_with(label, p.y) ||
            beside(label, p.x) > CLOSE)
            continue;
        if (found)
            return NULL;
        found = m;
    }
    return found;
}

/* The centre whose edge the line of the dot begins at, and that it points away from; NULL: none. */
static const judge_mark *hub_of(const judge_page *page, zt_point dot)
{
    judge_lines lines = {0};
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *line = &page->marks.items[i];
        if (strcmp(line->layer, "lines") != 0 || line->path->fill.ink || line->path->seg_count != 2)
            continue;
        judge_flatten(page->arena, line, false, &lines);
        zt_point a = lines.items[0].a, b = lines.items[0].b;
        if (hypot(b.x - dot.x, b.y - dot.y) > NEAR)
            continue;
        for (size_t k = 0; k < page->marks.count; k++) {
            const judge_mark *hub = &page->marks.items[k];
            zt_point c = middle_of(hub->box);
            double off = fabs((a.x - c.x) * (b.y - c.y) - (a.y - c.y) * (b.x - c.x)) /
                         hypot(b.x - c.x, b.y - c.y);
            if (is_round(hub) && hub->box.w > ZT_MM(10) && off < NEAR &&
                fabs(hypot(a.x - c.x, a.y - c.y) - hub->box.w / 2) < 1)
                return hub;
        }
    }
    return NULL;
}

/* Each item has a dot at its words; about a centre each dot a line that points away from it, and
   the items follow each other clockwise. */
void judge_spokes(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    bool round = false;
    for (size_t i = 0; i < page->marks.count; i++)
        round =
            round || (is_round(&page->marks.items[i]) && page->marks.items[i].box.w > ZT_MM(10));
    for (size_t s = 0; s < data->series_count && data->courses; s++) {
        double before = -1;
        for (size_t k = 0; k < data->courses[s].count; k++) {
            size_t item = data->courses[s].items[k];
            const judge_mark *dot = dot_at(page, label_of(page, item, s));
            if (!dot) {
                judge_say(page, "no-dot", "%.*s", ZT_ARG(data->items[item].key));
                continue;
            }
            zt_point p = middle_of(dot->box);
            const judge_mark *hub = hub_of(page, p);
            if (round && !hub)
                judge_say(page, "no-spoke", "%.*s", ZT_ARG(data->items[item].key));
            if (!hub)
                continue;
            zt_point c = middle_of(hub->box);
            double angle = atan2(p.x - c.x, c.y - p.y);
            angle += angle < 0 ? 2 * 3.14159265358979323846 : 0;
            if (angle <= before)
                judge_say(page, "false-order", "%.*s", ZT_ARG(data->items[item].key));
            before = angle;
        }
    }
}

/* ---- brackets ---- */

/* A straight piece, and which lines it belongs together with. */
typedef struct tied_line {
    zt_point a, b;
    size_t group;
} tied_line;
typedef ZT_VEC(tied_line) tied_lines;

static double distance_to(zt_point p, const tied_line *line)
{
    double dx = line->b.x - line->a.x, dy = line->b.y - line->a.y, length = hypot(dx, dy);
    double at = length > 0 ? ((p.x - line->a.x) * dx + (p.y - line->a.y) * dy) / length : 0;
    at = zt_clamp(at, 0, length);
    double x = length > 0 ? line->a.x + dx * at / length : line->a.x;
    double y = length > 0 ? line->a.y + dy * at / length : line->a.y;
    return hypot(p.x - x, p.y - y);
}

static bool touch(const tied_line *a, const tied_line *b)
{
    return zt_min(zt_min(distance_to(a->a, b), distance_to(a->b, b)),
                  zt_min(distance_to(b->a, a), distance_to(b->b, a))) < 0.3;
}

/* All lines; those that touch are of one group. */
static tied_lines tied_lines_of(const judge_page *page)
{
    tied_lines all = {0};
    judge_lines lines = {0};
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (strcmp(m->layer, "lines") != 0 || !m->path->stroke.ink)
            continue;
        judge_flatten(page->arena, m, false, &lines);
        for (size_t k = 0; k < lines.count; k++) {
            tied_line line = {lines.items[k].a, lines.items[k].b, all.count};
            ZT_PUSH(page->arena, &all, line);
        }
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < all.count; i++)
            for (size_t k = 0; k < i; k++) {
                size_t least = all.items[i].group < all.items[k].group ? all.items[i].group
                                                                       : all.items[k].group;
                if (all.items[i].group == all.items[k].group ||
                    !touch(&all.items[i], &all.items[k]))
                    continue;
                all.items[i].group = all.items[k].group = least;
                changed = true;
            }
    }
    return all;
}

/* The group whose line ends before the label; SIZE_MAX: none. */
static size_t group_before(const tied_lines *all, zt_rect label)
{
    for (size_t i = 0; i < all->count; i++) {
        const tied_line *l = &all->items[i];
        zt_point right = l->a.x > l->b.x ? l->a : l->b;
        if (fabs(l->a.y - l->b.y) < NEAR && is_level_with(label, right.y) &&
            right.x < label.x + 1 && label.x - right.x < ZT_MM(2.5))
            return l->group;
    }
    return SIZE_MAX;
}

/* The group whose line begins behind the label, or below its first letters; SIZE_MAX: none. */
static size_t group_behind(const tied_lines *all, zt_rect label)
{
    for (size_t i = 0; i < all->count; i++) {
        const tied_line *l = &all->items[i];
        zt_point left = l->a.x < l->b.x ? l->a : l->b, top = l->a.y < l->b.y ? l->a : l->b;
        bool level = fabs(l->a.y - l->b.y) < NEAR, upright = fabs(l->a.x - l->b.x) < NEAR;
        double behind = left.x - zt_rect_right(label), below = top.y - zt_rect_foot(label);
        if (level && is_level_with(label, left.y) && behind > -1 && behind < ZT_MM(2.5))
            return l->group;
        if (upright && top.x > label.x - 1 && top.x < label.x + ZT_MM(5) && below > -1 &&
            below < ZT_MM(2.5))
            return l->group;
    }
    return SIZE_MAX;
}

/* Items that hang on one thing are tied to one bracket, others to others; on an item, to that. */
void judge_brackets(const judge_page *page)
{
    enum { ITEMS = 200 };
    const zt_chart_data *data = page->data;
    size_t up[ITEMS], down[ITEMS], of[ITEMS], count = 0, at[ITEMS];
    tied_lines all = tied_lines_of(page);
    for (size_t s = 0; s < data->series_count && data->courses; s++)
        for (size_t k = 0; k < data->courses[s].count && count < ITEMS; k++) {
            size_t item = data->courses[s].items[k];
            zt_rect label = label_of(page, item, s);
            at[count] = item;
            up[count] = group_before(&all, label);
            down[count] = group_behind(&all, label);
            of[count++] =
                data->items[item].has_parent ? data->items[item].parent : data->item_count + s;
        }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            const char *bad = NULL;
            if (of[i] == at[k] && (up[i] == SIZE_MAX || up[i] != down[k]))
                bad = "is not tied to";
            else if (i < k && of[i] == of[k] && up[i] != up[k])
                bad = "is not tied as";
            else if (i < k && of[i] != of[k] && up[i] == up[k] && up[i] != SIZE_MAX)
                bad = "is tied as";
            if (bad)
                judge_say(page, "false-tie", "%.*s %s %.*s", ZT_ARG(data->items[at[i]].key), bad,
                          ZT_ARG(data->items[at[k]].key));
        }
}
