/* Whether what is drawn is to each other as values are. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "model/chart_labels.h"

bool judge_is_data_layer(const char *layer)
{
    static const char *const others[] = {"labels", "axis", "grid", "title",  "deck",
                                         "note",   "ends", "key",  "ground", "arrows"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(layer, others[i]) == 0)
            return false;
    return true;
}

/* Of a bar the open end of an approximate value is no part, of a dot its stem. */
static bool is_beside(const judge_page *page, const judge_mark *m)
{
    bool round = m->path->seg_count > 1 && m->path->segs[1].kind == ZT_SEG_CURVE &&
                 m->path->fill.ink; /* a step of places is a curve */
    bool bar = page->kind->measure == JUDGE_LENGTH || page->kind->measure == JUDGE_STRIP;
    return (bar && round) || (page->kind->measure == JUDGE_LEVEL && !round);
}

static void see(const judge_page *page, zt_pos at, judge_seen *s)
{
    judge_lines lines = {0};
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (!judge_is_at(m->path->item.at, at) || !judge_is_data_layer(m->layer) ||
            judge_is_paper(m->path->stroke) || is_beside(page, m))
            continue;
        zt_rect box = m->box;
        const zt_rect *clip = m->path->clip; /* hatching reaches beyond its area */
        if (clip)
            box = (zt_rect){clip->x + m->dx, clip->y + m->dy, clip->w, clip->h};
        s->box = zt_rect_union(s->box, box);
        s->marks++;
        if (m->path->fill.ink && s->area == 0) {
            judge_flatten(page->arena, m, true, &lines);
            s->area = judge_area(&lines);
        }
    }
    s->middle = (zt_point){s->box.x + s->box.w / 2, s->box.y + s->box.h / 2};
}

/* Values that are drawn, each by the place of its element, or of its item where that has one. */
judge_seen_list judge_see_all(const judge_page *page)
{
    judge_seen_list list = {0};
    const zt_chart_data *data = page->data;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t k = 0; k < data->series_count; k++) {
            const zt_quantity *q = data->items[i].values[k];
            if (!q && data->series_count == 1)
                q = data->items[i].share;
            if (!zt_chart_has_value(q))
                continue;
            judge_seen s = {
                .value = zt_chart_value(data, q), .quantity = q, .item = i, .series = k};
            see(page, q->at, &s);
            if (s.marks == 0 && data->series_count == 1)
                see(page, data->items[i].at, &s);
            ZT_PUSH(page->arena, &list, s);
        }
    return list;
}

/* Bars of one item after the other lie one below the other, while columns share a line of zero. */
static bool lie_one_below_other(const judge_seen_list *list, bool *told)
{
    const judge_seen *before = NULL;
    *told = false;
    for (size_t i = 0; i < list->count; i++) {
        const judge_seen *s = &list->items[i];
        if (s->marks == 0 || s->series != list->items[0].series)
            continue;
        if (before && s->box.y < zt_rect_foot(before->box) - 0.1) {
            *told = true;
            return false;
        }
        *told = *told || before;
        before = s;
    }
    return true;
}

/* Across where all have one height. */
bool judge_lies(const judge_seen_list *list)
{
    bool told, below = lie_one_below_other(list, &told);
    if (told)
        return below;
    double w = 0, h = 0, w0 = INFINITY, h0 = INFINITY;
    for (size_t i = 0; i < list->count; i++) {
        const judge_seen *s = &list->items[i];
        if (s->marks == 0)
            continue;
        w = zt_max(w, s->box.w);
        w0 = zt_min(w0, s->box.w);
        h = zt_max(h, s->box.h);
        h0 = zt_min(h0, s->box.h);
    }
    return h - h0 <= w - w0;
}

/* Whether areas are compared. */
static bool is_area(const judge_page *page)
{
    judge_measure measure = page->kind->measure;
    return measure == JUDGE_AREA || measure == JUDGE_PLACE;
}

static double size_of(const judge_page *page, const judge_seen *s, bool across)
{
    if (is_area(page))
        return s->quantity->status == ZT_ACTUAL ? s->area : 0;
    return across ? s->box.w : s->box.h;
}

/* The value by which the others are judged: the greatest, with its size. */
static const judge_seen *greatest(const judge_page *page, const judge_seen_list *list, bool across)
{
    const judge_seen *most = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const judge_seen *s = &list->items[i];
        if (size_of(page, s, across) > 0 && s->value != 0 &&
            (!most || fabs(s->value) > fabs(most->value)))
            most = s;
    }
    return most;
}

/* Sizes are to each other as values are, to 0.1 % of the size or 0.06 points. A stroke stands for
   what is too small to be drawn. How many are not; says which unless it is asked quietly. */
static size_t false_sizes(const judge_page *page, const judge_seen_list *list, bool across,
                          bool quiet)
{
    const judge_seen *most = greatest(page, list, across);
    size_t count = 0;
    for (size_t i = 0; most && i < list->count; i++) {
        const judge_seen *s = &list->items[i];
        double size = size_of(page, s, across);
        double due = fabs(s->value) * size_of(page, most, across) / fabs(most->value);
        bool area = is_area(page);
        if ((area && (size == 0 || due < 2)) || (due < 0.9 && size < 1))
            continue;
        bool drawn = s->marks > 0, fair = fabs(size - due) <= 0.001 * due + 0.06;
        count += !drawn || !fair;
        if (!quiet && !drawn)
            judge_say(page, "not-drawn", "%g, due %.2f points", s->value, due);
        else if (!quiet && !fair)
            judge_say(page, "false-size", "%g is %.3f, due %.3f by %g", s->value, size, due,
                      most->value);
    }
    return count;
}

/* Bars lie or stand: they are judged in the direction that suits them better. */
static void judge_sizes(const judge_page *page, const judge_seen_list *list)
{
    bool across = false_sizes(page, list, true, true) <= false_sizes(page, list, false, true);
    false_sizes(page, list, across, false);
}

/* Where a mark stands on an axis, across or down. */
static double level_of(const judge_seen *s, bool across)
{
    return across ? s->middle.x : s->middle.y;
}

/* Whether the value counts: of one series, or of all that share the axis. */
static bool is_on_axis(const judge_seen *s, size_t series)
{
    return s->marks > 0 && (series == SIZE_MAX || s->series == series);
}

/* The value as its axis spreads it. */
double judge_even(const judge_page *page, size_t series, double value)
{
    return zt_chart_spread_of(page->data, series) == ZT_SPREAD_LOG ? log(value) : value;
}

/* Whether an axis is even near zero only: then no place follows from two others. */
bool judge_is_bent(const judge_page *page)
{
    for (size_t s = 0; s < page->data->series_count; s++)
        if (zt_chart_spread_of(page->data, s) == ZT_SPREAD_SYMLOG)
            return true;
    return false;
}

/* Places on an axis are to each other as values are; how many are not. `series` SIZE_MAX: all. */
static size_t false_levels(const judge_page *page, const judge_seen_list *list, size_t series,
                           bool across, bool quiet)
{
    const judge_seen *least = NULL, *most = NULL;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const judge_seen *s = &list->items[i];
        if (is_on_axis(s, series) && (!least || s->value < least->value))
            least = s;
        if (is_on_axis(s, series) && (!most || s->value > most->value))
            most = s;
    }
    if (!least || most->value == least->value)
        return 0;
    double from = level_of(least, across), to = level_of(most, across);
    double low = judge_even(page, least->series, least->value);
    double high = judge_even(page, most->series, most->value);
    for (size_t i = 0; i < list->count; i++) {
        const judge_seen *s = &list->items[i];
        double at = level_of(s, across);
        double even = judge_even(page, s->series, s->value);
        double due = from + (even - low) / (high - low) * (to - from);
        if (!is_on_axis(s, series) || fabs(at - due) <= 0.001 * fabs(to - from) + 0.06)
            continue;
        count++;
        if (!quiet)
            judge_say(page, "false-place", "%g is at %.2f, due %.2f", s->value, at, due);
    }
    return count;
}

/* One axis for all series, across or down, whichever suits better. */
static void judge_levels(const judge_page *page, const judge_seen_list *list)
{
    bool across = false_levels(page, list, SIZE_MAX, true, true) <=
                  false_levels(page, list, SIZE_MAX, false, true);
    false_levels(page, list, SIZE_MAX, across, false);
}

/* Points, each at the place of its item: the first series across, the second up, the third an
   area. */
static void judge_points(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    judge_seen_list list = {0};
    for (size_t i = 0; i < data->item_count; i++) {
        judge_seen at = {.item = i};
        bool whole = true;
        for (size_t k = 0; k < data->series_count; k++)
            whole = whole && zt_chart_has_value(data->items[i].values[k]);
        if (whole)
            see(page, data->items[i].at, &at);
        for (size_t k = 0; k < data->series_count && at.marks > 0; k++) {
            judge_seen one = at;
            one.series = k;
            one.quantity = data->items[i].values[k];
            one.value = zt_chart_value(data, one.quantity);
            ZT_PUSH(page->arena, &list, one);
        }
    }
    false_levels(page, &list, 0, true, false);
    false_levels(page, &list, 1, false, false);
    judge_seen_list sizes = {0};
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].series == 2)
            ZT_PUSH(page->arena, &sizes, list.items[i]);
    false_sizes(page, &sizes, false, false);
}

/* ---- ways from one place to another ---- */

/* A ring stands at the first value, the tip of an arrow at the second: of its marks the edge that
   lies farthest off. */
static void judge_arrows(const judge_page *page, const judge_seen_list *list)
{
    judge_seen_list ends = {0};
    for (size_t i = 0; i < list->count; i++) {
        judge_seen s = list->items[i];
        const judge_seen *from = NULL;
        for (size_t k = 0; k < list->count; k++)
            if (list->items[k].item == s.item && list->items[k].series != s.series)
                from = &list->items[k];
        if (s.series == 1 && from && from->marks > 0 && s.marks > 0)
            s.middle.x =
                fabs(s.box.x - from->middle.x) > fabs(zt_rect_right(s.box) - from->middle.x)
                    ? s.box.x
                    : zt_rect_right(s.box);
        bool turned = page->data->item_count == 2;
        if (!turned && from && from->marks > 0 && s.value != from->value)
            ZT_PUSH(page->arena, &ends, s);
    }
    false_levels(page, &ends, SIZE_MAX, true, false);
}

/* How thick a filled mark of the value is at its left or right end. */
static double thickness_at(const judge_page *page, zt_pos at, bool right)
{
    judge_lines lines = {0};
    double end = right ? -INFINITY : INFINITY, top = INFINITY, foot = -INFINITY;
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (judge_is_at(m->path->item.at, at) && strcmp(m->layer, "flows") == 0 &&
            m->path->fill.ink && !judge_is_paper(m->path->fill))
            judge_flatten(page->arena, m, true, &lines);
    }
    for (size_t i = 0; i < lines.count; i++)
        end = right ? zt_max(end, lines.items[i].a.x) : zt_min(end, lines.items[i].a.x);
    for (size_t i = 0; i < lines.count; i++) {
        if (fabs(lines.items[i].a.x - end) > 0.01)
            continue;
        top = zt_min(top, lines.items[i].a.y);
        foot = zt_max(foot, lines.items[i].a.y);
    }
    return lines.count > 0 ? foot - top : 0;
}

/* Bands are as thick as values at both their ends. */
static void judge_flows(const judge_page *page, const judge_seen_list *list)
{
    for (int right = 0; right < 2; right++) {
        judge_seen_list bands = {0};
        for (size_t i = 0; i < list->count; i++) {
            judge_seen s = list->items[i];
            bool hairline = s.marks > 0 && s.area == 0;
            s.box.h = thickness_at(page, s.quantity->at, right);
            if (s.quantity->status == ZT_ACTUAL && !hairline)
                ZT_PUSH(page->arena, &bands, s);
        }
        false_sizes(page, &bands, false, false);
    }
}

/* ---- parts of a target ---- */

/* Lengths are to each other as values are to their targets. */
static void judge_goals(const judge_page *page, const judge_seen_list *list)
{
    judge_seen_list parts = {0};
    for (size_t i = 0; i < list->count; i++) {
        judge_seen s = list->items[i];
        const zt_quantity *goal = page->data->items[s.item].target;
        if (s.series > 0 || !zt_chart_has_value(goal) || zt_chart_value(page->data, goal) <= 0 ||
            s.marks == 0)
            continue;
        s.value /= zt_chart_value(page->data, goal);
        if (s.value > 0 && s.value <= 1) /* what goes beyond may end in teeth */
            ZT_PUSH(page->arena, &parts, s);
    }
    false_sizes(page, &parts, true, false);
}

/* ---- shades ---- */

/* 0 of paper to 1 of black, of the first filled mark of a value; −1 without one. */
static double shade_of(const judge_page *page, zt_pos at)
{
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        zt_paint fill = m->path->fill;
        if (!judge_is_at(m->path->item.at, at) || !judge_is_data_layer(m->layer) || !fill.ink)
            continue;
        zt_rgb rgb = fill.ink->rgb;
        return fill.tint * (1 - (0.299 * rgb.r + 0.587 * rgb.g + 0.114 * rgb.b));
    }
    return -1;
}

/* Of values on one side of zero the greater one is at least as dark. */
static void judge_shades(const judge_page *page, const judge_seen_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].value < 0)
            return;
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < list->count; k++) {
            const judge_seen *a = &list->items[i], *b = &list->items[k];
            double less = shade_of(page, a->quantity->at), more = shade_of(page, b->quantity->at);
            bool lit = page->data->items[a->item].highlight || page->data->items[b->item].highlight;
            if (lit || a->value >= b->value || less < 0 || more < 0 || less <= more + 1e-6)
                continue;
            judge_say(page, "false-shade", "%g is darker (%.2f) than %g (%.2f)", a->value, less,
                      b->value, more);
            return;
        }
}

/* ---- squares ---- */

/* Squares of an item: boxes at places of their own. */
size_t judge_squares(const judge_page *page, zt_pos at)
{
    size_t count = 0;
    const judge_mark *before = NULL;
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (!judge_is_at(m->path->item.at, at) || !judge_is_data_layer(m->layer))
            continue;
        count +=
            !before || fabs(m->box.x - before->box.x) > 1 || fabs(m->box.y - before->box.y) > 1;
        before = m;
    }
    return count;
}

/* A hundred in each panel, of each part as many as its shares, give or take the rounding. */
static void judge_counts(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    size_t all = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        size_t count = judge_squares(page, data->items[i].at), wholes = data->series_count;
        double value = 0;
        for (size_t s = 0; s < wholes; s++)
            if (zt_chart_has_value(data->items[i].values[s]))
                value += zt_chart_value(data, data->items[i].values[s]);
        all += count;
        if (zt_str_is(data->unit, "%") && fabs((double)count - value) >= (double)wholes)
            judge_say(page, "false-count", "%zu squares of %g", count, value);
    }
    if (all != 100 * data->series_count)
        judge_say(page, "false-count", "%zu squares in all", all);
}

/* ---- layers ---- */

/* The heights of a filled layer at the places across where it has corners; how many. */
static size_t heights_of(const judge_page *page, const judge_mark *m, double *heights, size_t most)
{
    judge_lines lines = {0};
    size_t count = 0;
    double xs[80], top[80], foot[80];
    judge_flatten(page->arena, m, true, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        zt_point p = lines.items[i].a;
        size_t k = 0;
        while (k < count && fabs(xs[k] - p.x) > 0.05)
            k++;
        if (k == count) {
            if (count == most || count == 80)
                return 0;
            xs[count] = p.x;
            top[count] = foot[count] = p.y;
            count++;
            continue;
        }
        top[k] = zt_min(top[k], p.y);
        foot[k] = zt_max(foot[k], p.y);
    }
    for (size_t i = 0; i < count; i++) /* from left to right */
        for (size_t k = i + 1; k < count; k++)
            if (xs[k] < xs[i]) {
                double x = xs[i], t = top[i], f = foot[i];
                xs[i] = xs[k], top[i] = top[k], foot[i] = foot[k];
                xs[k] = x, top[k] = t, foot[k] = f;
            }
    for (size_t i = 0; i < count; i++)
        heights[i] = foot[i] - top[i];
    return count;
}

/* The best unit for a layer as that series, and whether it holds at all items. */
static bool is_layer_of(const judge_page *page, const double *heights, size_t series)
{
    const zt_chart_data *data = page->data;
    double high = 0, value = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        high += heights[i];
        value += zt_chart_value(data, data->items[i].values[series]);
    }
    for (size_t i = 0; i < data->item_count; i++) {
        double due =
            value > 0 ? zt_chart_value(data, data->items[i].values[series]) * high / value : 0;
        if (fabs(due - heights[i]) > 0.001 * due + 0.06)
            return false;
    }
    return true;
}

/* Each layer is as high as the values of one series, where all are known. */
static void judge_layers(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++)
            if (!zt_chart_has_value(data->items[i].values[s]) ||
                data->items[i].values[s]->status != ZT_ACTUAL)
                return;
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        double heights[80];
        if (strcmp(m->layer, "areas") != 0 || !m->path->fill.ink || m->path->clip ||
            heights_of(page, m, heights, 80) != data->item_count)
            continue;
        bool found = false;
        for (size_t s = 0; s < data->series_count; s++)
            found = found || is_layer_of(page, heights, s);
        if (!found)
            judge_say(page, "false-layer", "a layer of line %d is that of no series",
                      m->path->item.at.line);
    }
}

/* ---- classes ---- */

/* Bars of one width, in all panels: their heights in counts add up to the observations. */
static void judge_classes(const judge_page *page)
{
    const zt_chart_data *data = page->data;
    double sum = 0, width = 0;
    size_t known = 0, bars = 0;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++)
            known += zt_chart_has_value(data->items[i].values[s]);
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (strcmp(m->layer, "bars") != 0 || !m->path->fill.ink || m->path->clip)
            continue;
        if (width > 0 && fabs(m->box.w - width) > 0.1)
            return; /* classes of several widths */
        width = m->box.w;
        sum += m->box.h;
        bars++;
    }
    double unit = known > 0 ? sum / (double)known : 0;
    for (size_t i = 0; i < page->marks.count && unit > 0; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (strcmp(m->layer, "bars") != 0 || !m->path->fill.ink || m->path->clip)
            continue;
        double count = m->box.h / unit;
        if (fabs(count - floor(count + 0.5)) > 0.001 * count + 0.06 / unit)
            judge_say(page, "false-class", "a bar of %.3f of %zu, %zu bars", count, known, bars);
    }
}

/* ---- angles ---- */

/* Straight pieces of lines run level, upright, or by 45 degrees. */
static void judge_angles(const judge_page *page)
{
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        zt_point from = {0, 0};
        if (!judge_is_data_layer(m->layer) || !m->path->stroke.ink || m->path->fill.ink)
            continue;
        for (size_t k = 0; k < m->path->seg_count; k++) {
            const zt_seg *seg = &m->path->segs[k];
            zt_point to = seg->p[seg->kind == ZT_SEG_CURVE ? 2 : 0];
            double dx = fabs(to.x - from.x), dy = fabs(to.y - from.y);
            bool straight = dx < 0.05 || dy < 0.05 || fabs(dx - dy) < 0.02 * (dx + dy);
            if (seg->kind == ZT_SEG_LINE && !straight)
                judge_say(page, "false-angle", "%.2f across, %.2f down", dx, dy);
            from = seg->kind == ZT_SEG_CLOSE ? from : to;
        }
    }
}

void judge_proportions(const judge_page *page)
{
    if (page->data->broken || page->data->as_line || judge_is_bent(page))
        return;
    judge_seen_list list = judge_see_all(page);
    if (page->kind->measure == JUDGE_LENGTH || page->kind->measure == JUDGE_AREA)
        judge_sizes(page, &list);
    else if (page->kind->measure == JUDGE_LEVEL)
        judge_levels(page, &list);
    else if (page->kind->measure == JUDGE_PLACE)
        judge_points(page);
    else if (page->kind->measure == JUDGE_FLOW)
        judge_flows(page, &list);
    else if (page->kind->measure == JUDGE_ARROWS)
        judge_arrows(page, &list);
    else if (page->kind->measure == JUDGE_GOAL)
        judge_goals(page, &list);
    else if (page->kind->measure == JUDGE_SHADE)
        judge_shades(page, &list);
    else if (page->kind->measure == JUDGE_COUNT)
        judge_counts(page);
    else if (page->kind->measure == JUDGE_STACK)
        judge_layers(page);
    else if (page->kind->measure == JUDGE_CLASSES)
        judge_classes(page);
    else if (page->kind->measure == JUDGE_ANGLES)
        judge_angles(page);
    else if (page->kind->measure == JUDGE_ICONS)
        judge_icons(page, &list);
    else if (page->kind->measure == JUDGE_STRIP)
        judge_strips(page, &list);
    else if (page->kind->measure == JUDGE_SMALL_LINES)
        judge_small_lines(page);
    else if (page->kind->measure == JUDGE_CELLS)
        judge_cells(page);
    else if (page->kind->measure == JUDGE_SPOKES)
        judge_spokes(page);
    else if (page->kind->measure == JUDGE_BRACKETS)
        judge_brackets(page);
    if (page->kind->data == JUDGE_DAYS)
        judge_days(page, &list);
}
