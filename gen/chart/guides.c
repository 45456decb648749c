/* Guides of plots with upright values. Words over a plot stand in rows, so that its data keep their
   room: the key of lines on top, then the names of spans, then brackets, whose hooks come down to
   their marks. */
#include "chart/guides.h"

#include "chart/time_axis.h"
#include "labels/spread.h"

#include <math.h>

/* In points. */
static const double DASH = ZT_MM(1.6), DASH_GAP = ZT_MM(0.8); /* of a reference line */
static const double LINE = ZT_MM(0.25);      /* weight of reference lines and brackets */
static const double WORDS_GAP = ZT_MM(1.2);  /* from words to the panel under them; in rows */
static const double HOOK = ZT_MM(1.3);       /* shortest hook of a bracket */
static const double HOOK_CLEAR = ZT_MM(0.9); /* from a hook to its mark */
static const double IN_LINE = ZT_MM(1);      /* white on both sides of words in a line */
static const double SAMPLE = ZT_MM(5.6);     /* of a dashed line in the key */
static const double SLIGHT = ZT_MM(0.4);     /* moved by less, words need no leader */
static const double FIGURE = 1.2;            /* size of a difference, of plain values */
static const double LEADING = 1.15;          /* of words in the column, by their size */
static const double BRACKET_MOST = 0.6; /* widest words of a bracket in one line, of the width */
static const double STACK = 1.15;       /* from its words to its difference, by their size */
enum { NAME_CHARACTERS = 14 };          /* most of a span's name in one line */

/* ---- measuring ---- */

/* Name and number with a blank between them; the number on a line of its own where both are wider
   than the limit. */
static zt_str both(const zt_chart *chart, const zt_guide *guide, const zt_look *look, double limit)
{
    zt_arena *arena = chart->setting->arena;
    if (guide->name.len == 0)
        return guide->figure;
    zt_str text = zt_str_from(
        zt_arena_printf(arena, "%.*s %.*s", ZT_ARG(guide->name), ZT_ARG(guide->figure)));
    if (zt_mark_text_new(chart, text, look, guide->at).width <= limit)
        return text;
    return zt_str_from(
        zt_arena_printf(arena, "%.*s\n%.*s", ZT_ARG(guide->name), ZT_ARG(guide->figure)));
}

/* Of the words of lines, which stand close like the labels beside them. */
static zt_look threshold_look(const zt_chart *chart)
{
    zt_look look = zt_chart_look(chart, "annotation");
    look.para.leading = LEADING * look.text.size;
    return look;
}

/* A span's name in at most 14 characters a line; empty without one. */
static void set_span(const zt_chart *chart, zt_guide_box *box, double width)
{
    zt_look look = zt_chart_look(chart, "annotation");
    double limit = zt_min(width, NAME_CHARACTERS * look.text.size);
    box->words =
        zt_words_new(chart, box->guide->name, &look, box->guide->at, limit, ZT_ALIGN_CENTRE);
    box->width = box->words.width;
    box->height = box->words.height;
}

/* Words and difference side by side on one line; in narrow places one over the other, and the
   difference no larger than values. */
static void set_bracket(const zt_chart *chart, zt_guide_box *box, double room)
{
    zt_look plain = zt_chart_look(chart, "annotation"), look = zt_chart_look(chart, "value");
    zt_look figure = zt_chart_strong(chart, &look);
    figure = zt_look_at_size(&figure, FIGURE * look.text.size);
    box->name = zt_mark_text_new(chart, box->guide->name, &plain, box->guide->at);
    box->figure = zt_mark_text_new(chart, box->guide->figure, &figure, box->guide->at);
    box->width = box->name.width + box->figure.width;
    if (box->name.width > 0)
        box->width += 0.4 * plain.text.size;
    box->height = figure.text.size;
    if (box->width <= room)
        return;
    figure = zt_look_at_size(&figure, look.text.size);
    box->figure = zt_mark_text_new(chart, box->guide->figure, &figure, box->guide->at);
    box->stacked = box->name.width > 0;
    box->width = zt_max(box->name.width, box->figure.width);
    box->height = figure.text.size + (box->stacked ? STACK * plain.text.size : 0);
}

/* Whether all thresholds can be named in so narrow a column. */
static bool fit_column(const zt_chart *chart, double limit)
{
    zt_look look = threshold_look(chart);
    const zt_chart_data *data = chart->data;
    for (size_t i = 0; i < data->guide_count; i++) {
        const zt_guide *guide = &data->guides[i];
        if (guide->kind == ZT_GUIDE_THRESHOLD &&
            (zt_mark_text_new(chart, guide->figure, &look, guide->at).width > limit ||
             !zt_words_break_well(chart, both(chart, guide, &look, limit), &look, guide->at,
                                  limit)))
            return false;
    }
    return true;
}

/* In a row of the key behind a swatch of the panel; nothing without a name. */
static void set_span_in_key(zt_guides *guides, zt_guide_box *box, double width)
{
    const zt_chart *chart = guides->chart;
    zt_look look = threshold_look(chart);
    if (box->guide->name.len == 0)
        return;
    box->words = zt_words_new(chart, box->guide->name, &look, box->guide->at,
                              width - SAMPLE - WORDS_GAP, ZT_ALIGN_START);
    box->height = box->words.height;
    guides->keys += box->height + WORDS_GAP / 2;
}

/* What is computed of one of several series says of which, where the line stands in its plot alone.
 */
static zt_guide *named_in_key(const zt_chart *chart, const zt_guide *guide)
{
    zt_guide *named = ZT_NEW(chart->setting->arena, zt_guide);
    *named = *guide;
    if (guide->is_computed && chart->data->series_count > 1)
        named->name = zt_str_from(zt_arena_printf(chart->setting->arena, "%.*s%.*s",
                                                  ZT_ARG(chart->data->series[guide->series]),
                                                  ZT_ARG(guide->name)));
    return named;
}

/* Beside the plot, or in a row of the key behind a piece of the line. */
static void set_threshold(zt_guides *guides, zt_guide_box *box, double limit, double width)
{
    const zt_chart *chart = guides->chart;
    zt_look look = threshold_look(chart);
    double room = guides->has_column ? limit : width - SAMPLE - WORDS_GAP;
    zt_str text = both(chart, box->guide, &look, room);
    box->words = zt_words_new(chart, text, &look, box->guide->at, room, ZT_ALIGN_START);
    box->width = box->words.width;
    box->height = box->words.height;
    if (guides->has_column) {
        guides->column = zt_max(guides->column, box->width);
        guides->column_height += box->height;
    } else {
        guides->keys += box->height + WORDS_GAP / 2;
    }
}

static zt_guides measure(const zt_chart *chart, double limit, double width, bool keyed)
{
    const zt_chart_data *data = chart->data;
    zt_guides guides = {.chart = chart,
                        .boxes = ZT_ARRAY(chart->setting->arena, data->guide_count, zt_guide_box),
                        .count = data->guide_count,
                        .keyed = keyed,
                        .has_column = limit > 0 && fit_column(chart, limit)};
    for (size_t i = 0; i < guides.count; i++) {
        zt_guide_box *box = &guides.boxes[i];
        box->guide = keyed ? named_in_key(chart, &data->guides[i]) : &data->guides[i];
        if (keyed && box->guide->kind == ZT_GUIDE_SPAN)
            set_span_in_key(&guides, box, width);
        else if (box->guide->kind == ZT_GUIDE_SPAN)
            set_span(chart, box, width);
        else if (box->guide->kind == ZT_GUIDE_BRACKET)
            set_bracket(chart, box, BRACKET_MOST * width);
        else
            set_threshold(&guides, box, limit, width);
    }
    return guides;
}

zt_guides zt_guides_new(const zt_chart *chart, double limit, double width)
{
    return measure(chart, limit, width, false);
}

zt_guides zt_guides_new_keyed(const zt_chart *chart, double width)
{
    return measure(chart, 0, width, true);
}

zt_guides zt_guides_pick(const zt_guides *guides, unsigned kinds, size_t series)
{
    zt_guides some = *guides;
    some.boxes = ZT_ARRAY(guides->chart->setting->arena, guides->count, zt_guide_box);
    some.count = 0;
    for (size_t i = 0; i < guides->count; i++) {
        const zt_guide *guide = guides->boxes[i].guide;
        bool own = guide->kind == ZT_GUIDE_BRACKET || guide->is_computed;
        bool counts = !own || series == ZT_GUIDES_OF_ALL || guide->series == series;
        if (counts && (kinds & (1U << guide->kind)))
            some.boxes[some.count++] = guides->boxes[i];
    }
    return some;
}

void zt_guides_reach(const zt_guides *guides, double *low, double *high)
{
    for (size_t i = 0; i < guides->count; i++) {
        const zt_guide *guide = guides->boxes[i].guide;
        if (guide->kind != ZT_GUIDE_THRESHOLD)
            continue;
        *low = zt_min(*low, guide->value);
        *high = zt_max(*high, guide->value);
    }
}

bool zt_guides_lift_unit(zt_guides *guides, const zt_mark_text *unit, double room)
{
    bool any = false;
    for (size_t i = 0; i < guides->count; i++)
        any |= guides->boxes[i].guide->kind == ZT_GUIDE_BRACKET;
    if (any && unit->width > room)
        guides->unit = 1.4 * unit->look.text.size;
    return guides->unit > 0;
}

/* ---- along x ---- */

/* The side of an item towards the next one (way 1) or the one before (-1): half way between them;
   an item at an end reaches as far outwards as inwards. */
static double half_way(const zt_guide_axis *axis, size_t count, size_t item, int way)
{
    double x = axis->xs[item];
    if (count < 2)
        return way < 0 ? axis->left : axis->right;
    bool is_end = way < 0 ? item == 0 : item + 1 == count;
    size_t next = way < 0 ? item - 1 : item + 1;
    if (is_end)
        next = way < 0 ? item + 1 : item - 1;
    double half = fabs(axis->xs[next] - x) / 2;
    return x + way * half;
}

/* x of a day between the items, whose times are known. */
static double day_x(const zt_guides *guides, const zt_guide_axis *axis, double day)
{
    const zt_chart_data *data = guides->chart->data;
    zt_time_axis time = {.at = data->time->at, .xs = axis->xs, .points = data->item_count};
    return zt_time_axis_x(&time, day);
}

/* From the begin of the first item's time to the end of the last one's, where an axis of time has
   room for both; else half way to the neighbours. Never outside of the plot. */
static void span_sides(const zt_guides *guides, const zt_guide_axis *axis, zt_guide_box *box)
{
    const zt_chart_data *data = guides->chart->data;
    const zt_guide *guide = box->guide;
    const zt_chart_time *time = data->time;
    if (guide->in_days) {
        box->from = day_x(guides, axis, guide->first);
        box->to = day_x(guides, axis, guide->end);
    } else {
        box->from = half_way(axis, data->item_count, guide->from, -1);
        box->to = half_way(axis, data->item_count, guide->to, 1);
        bool own = axis->is_timed && time &&
                   (guide->from == 0 || time->first[guide->from] > time->at[guide->from - 1]);
        if (own) {
            box->from = day_x(guides, axis, time->first[guide->from]);
            box->to = day_x(guides, axis, time->end[guide->to]);
        }
    }
    box->from = zt_clamp(box->from, axis->left, axis->right);
    box->to = zt_clamp(box->to, axis->left, axis->right);
}

/* The hooks of a bracket, from left to right. */
static void bracket_sides(const zt_guide_axis *axis, zt_guide_box *box)
{
    double a = axis->xs[box->guide->from], b = axis->xs[box->guide->to];
    box->from = zt_min(a, b);
    box->to = zt_max(a, b);
    box->over_line = box->to - box->from < box->width + 2 * IN_LINE + ZT_MM(2);
}

/* What a box takes in its row: its words, and of a bracket its line. */
static void extent(const zt_guide_box *box, double *from, double *to)
{
    *from = box->x - box->width / 2;
    *to = box->x + box->width / 2;
    if (box->guide->kind == ZT_GUIDE_BRACKET) {
        *from = zt_min(*from, box->from);
        *to = zt_max(*to, box->to);
    }
}

/* The lowest row in which the box meets none of its sort before it. */
static size_t free_level(const zt_guides *guides, size_t i)
{
    double from, to, other_from, other_to;
    size_t level = 0;
    extent(&guides->boxes[i], &from, &to);
    for (size_t k = 0; k < i; k++) {
        const zt_guide_box *other = &guides->boxes[k];
        if (other->guide->kind != guides->boxes[i].guide->kind || other->level != level)
            continue;
        extent(other, &other_from, &other_to);
        if (from < other_to + 2 * WORDS_GAP && other_from < to + 2 * WORDS_GAP) {
            level++;
            k = (size_t)-1; /* the row above, from the first on */
        }
    }
    return level;
}

/* Height of the row that a box stands in. */
static double row_height(const zt_guide_box *box)
{
    if (box->guide->kind == ZT_GUIDE_SPAN)
        return box->height > 0 ? box->height + WORDS_GAP : 0;
    return (box->over_line ? box->height + WORDS_GAP / 2 : box->height) + HOOK + HOOK_CLEAR;
}

/* The highest row of a sort; rows are alike, so that words stand on lines. */
static double row_of(const zt_guides *guides, zt_guide_kind kind, size_t *rows)
{
    double highest = 0;
    *rows = 0;
    for (size_t i = 0; i < guides->count; i++)
        if (guides->boxes[i].guide->kind == kind) {
            highest = zt_max(highest, row_height(&guides->boxes[i]));
            *rows = guides->boxes[i].level + 1 > *rows ? guides->boxes[i].level + 1 : *rows;
        }
    return highest;
}

void zt_guides_plan(zt_guides *guides, const zt_guide_axis *axis)
{
    size_t rows;
    for (size_t i = 0; i < guides->count; i++) {
        zt_guide_box *box = &guides->boxes[i];
        if (box->guide->kind == ZT_GUIDE_THRESHOLD)
            continue;
        if (box->guide->kind == ZT_GUIDE_SPAN)
            span_sides(guides, axis, box);
        else
            bracket_sides(axis, box);
        double half = box->width / 2, low = zt_min(axis->left, axis->right - box->width);
        box->x = zt_clamp((box->from + box->to) / 2, zt_max(0, low) + half,
                          zt_max(zt_max(0, low) + half, axis->right - half));
        box->level = free_level(guides, i);
    }
    guides->names = row_of(guides, ZT_GUIDE_SPAN, &rows);
    guides->names *= guides->keyed ? 0 : (double)rows;
    guides->brackets = row_of(guides, ZT_GUIDE_BRACKET, &rows);
    guides->brackets *= (double)rows;
}

double zt_guides_height(const zt_guides *guides)
{
    double all = guides->unit + guides->keys + guides->names + guides->brackets;
    return all > 0 ? all + WORDS_GAP : 0;
}

/* ---- drawing ---- */

/* y of the first row. */
static double rows_top(const zt_guides *guides, const zt_guide_place *place)
{
    return place->top + guides->unit;
}

/* y of the line of a bracket. */
static double bracket_y(const zt_guides *guides, const zt_guide_place *place,
                        const zt_guide_box *box)
{
    size_t rows;
    double row = row_of(guides, ZT_GUIDE_BRACKET, &rows);
    double foot =
        rows_top(guides, place) + guides->keys + guides->names + row * (double)(rows - box->level);
    return foot - HOOK - HOOK_CLEAR - (box->over_line ? 0 : box->height / 2);
}

/* Where a hook of a bracket ends, over its mark; never shorter than a hook has to be. */
static double hook_foot(const zt_guide_place *place, const zt_guide_box *box, double x, double y)
{
    const zt_guide *guide = box->guide;
    zt_rect from = place->mark(place->context, guide->from, guide->series);
    zt_rect to = place->mark(place->context, guide->to, guide->series);
    zt_rect mark = fabs(from.x + from.w / 2 - x) <= fabs(to.x + to.w / 2 - x) ? from : to;
    return zt_max(y + HOOK, mark.y - HOOK_CLEAR);
}

/* Line and hooks of a bracket as four points, from the left foot to the right one. */
static void bracket_points(const zt_guides *guides, const zt_guide_place *place,
                           const zt_guide_box *box, zt_point points[4])
{
    double y = bracket_y(guides, place, box);
    points[0] = (zt_point){box->from, hook_foot(place, box, box->from, y)};
    points[1] = (zt_point){box->from, y};
    points[2] = (zt_point){box->to, y};
    points[3] = (zt_point){box->to, hook_foot(place, box, box->to, y)};
}

size_t zt_guides_pieces(const zt_guides *guides, const zt_guide_place *place, zt_piece *pieces)
{
    size_t count = 0;
    for (size_t i = 0; i < guides->count; i++) {
        const zt_guide_box *box = &guides->boxes[i];
        zt_point p[4];
        if (box->guide->kind != ZT_GUIDE_BRACKET)
            continue;
        bracket_points(guides, place, box, p);
        for (int k = 0; k < 3; k++)
            pieces[count++] = (zt_piece){p[k], p[k + 1]};
    }
    return count;
}

/* On a dark ground white type would be lost on a panel: its sides alone are drawn. */
static void draw_sides(const zt_chart *chart, zt_group *into, const zt_guide *guide, zt_rect panel)
{
    for (int i = 0; i < 2; i++) {
        double x = i == 0 ? panel.x : zt_rect_right(panel);
        zt_scene_rule(chart->setting->scene, into, guide->at, (zt_point){x, panel.y},
                      (zt_point){x, zt_rect_foot(panel)}, LINE, ZT_SOLID(chart->axis_ink));
    }
}

void zt_guides_draw_behind(const zt_guides *guides, const zt_guide_place *place, zt_group *into,
                           zt_group *labels)
{
    const zt_chart *chart = guides->chart;
    const zt_ink *panel = zt_setting_ink(chart->setting, "panel");
    size_t rows;
    double row = row_of(guides, ZT_GUIDE_SPAN, &rows);
    double top = rows_top(guides, place) + guides->keys + guides->names;
    for (size_t i = 0; i < guides->count; i++) {
        const zt_guide_box *box = &guides->boxes[i];
        if (box->guide->kind != ZT_GUIDE_SPAN)
            continue;
        zt_rect area = {box->from, top, box->to - box->from, place->foot - top};
        if (chart->block->reversed)
            draw_sides(chart, into, box->guide, area);
        else
            zt_scene_fill_rect(chart->setting->scene, into, box->guide->at, area, ZT_SOLID(panel));
        double foot = top - row * (double)box->level - WORDS_GAP;
        if (!guides->keyed)
            zt_words_place(chart, &box->words, labels, box->x, foot - box->height);
    }
}

/* A level dashed line. */
static void dashed(const zt_guides *guides, zt_group *into, const zt_guide *guide, double from,
                   double to, double y, const zt_grid_type *type)
{
    zt_grid_stroke line = {.weight = LINE, .dash = {DASH, DASH_GAP}, .at = guide->at};
    zt_grid_level_line(guides->chart, into, from, to, y, &line, type);
}

/* From the line of a bracket to its mark; values on the way stand in a gap of it. */
static void draw_hook(const zt_chart *chart, zt_group *into, zt_point from, zt_point to,
                      const zt_grid_type *type)
{
    zt_grid_stroke line = {.weight = LINE, .at = chart->data->kind_at};
    zt_grid_upright_line(chart, into, zt_min(from.y, to.y), zt_max(from.y, to.y), from.x, &line,
                         type);
}

/* Line with hooks, open where its words stand in it. */
static void draw_bracket(const zt_guides *guides, const zt_guide_place *place,
                         const zt_guide_box *box, zt_group *axis, zt_group *labels,
                         const zt_grid_type *type)
{
    const zt_chart *chart = guides->chart;
    zt_point p[4];
    bracket_points(guides, place, box, p);
    double from = box->x - box->width / 2, to = box->x + box->width / 2, y = p[1].y;
    draw_hook(chart, axis, p[0], p[1], type);
    draw_hook(chart, axis, p[2], p[3], type);
    if (box->over_line) {
        zt_mark_rule(chart, axis, p[1], p[2], LINE);
        y -= WORDS_GAP / 2 + box->height / 2;
    } else {
        zt_mark_rule(chart, axis, p[1], (zt_point){from - IN_LINE, y}, LINE);
        zt_mark_rule(chart, axis, (zt_point){to + IN_LINE, y}, p[2], LINE);
    }
    if (box->stacked) {
        double size = box->name.look.text.size;
        zt_mark_text_centre(chart, &box->name, labels, ZT_ALIGN_CENTRE, box->x,
                            y - box->height / 2 + size / 2);
        zt_mark_text_centre(chart, &box->figure, labels, ZT_ALIGN_CENTRE, box->x,
                            y + (box->height - box->figure.look.text.size) / 2);
        return;
    }
    double base =
        y + ZT_EM_TOP * box->figure.look.text.size / 2 - 0.06 * box->figure.look.text.size;
    zt_mark_text_baseline(chart, &box->name, labels, ZT_ALIGN_START, from, base);
    zt_mark_text_baseline(chart, &box->figure, labels, ZT_ALIGN_END, to, base);
}

/* A row of the key: a piece of the line, or a swatch of the panel, and what it is. */
static void draw_key(const zt_guides *guides, const zt_guide_box *box, zt_group *axis,
                     zt_group *labels, double y)
{
    zt_grid_type none = {0};
    const zt_chart *chart = guides->chart;
    zt_rect swatch = {0, y, SAMPLE, zt_min(box->height, SAMPLE / 2)};
    if (box->guide->kind == ZT_GUIDE_THRESHOLD)
        dashed(guides, axis, box->guide, 0, SAMPLE, y + box->height / 2, &none);
    else if (chart->block->reversed)
        draw_sides(chart, axis, box->guide, swatch);
    else
        zt_scene_fill_rect(chart->setting->scene, axis, box->guide->at, swatch,
                           ZT_SOLID(zt_setting_ink(chart->setting, "panel")));
    zt_words_place(guides->chart, &box->words, labels, SAMPLE + WORDS_GAP, y);
}

void zt_guides_draw_key(const zt_guides *guides, zt_group *axis, zt_group *labels, double y)
{
    for (size_t i = 0; i < guides->count; i++) {
        const zt_guide_box *box = &guides->boxes[i];
        bool has = box->guide->kind == ZT_GUIDE_THRESHOLD ||
                   (guides->keyed && box->guide->kind == ZT_GUIDE_SPAN && box->height > 0);
        if (!has)
            continue;
        draw_key(guides, box, axis, labels, y);
        y += box->height + WORDS_GAP / 2;
    }
}

void zt_guides_draw(const zt_guides *guides, const zt_guide_place *place, zt_group *axis,
                    zt_group *labels, const zt_grid_type *type)
{
    for (size_t i = 0; i < guides->count; i++) {
        const zt_guide_box *box = &guides->boxes[i];
        if (box->guide->kind == ZT_GUIDE_BRACKET)
            draw_bracket(guides, place, box, axis, labels, type);
        else if (box->guide->kind == ZT_GUIDE_THRESHOLD)
            dashed(guides, axis, box->guide, place->left, place->right,
                   place->y(place->context, box->guide->value), type);
    }
    if (!guides->has_column && !guides->keyed)
        zt_guides_draw_key(guides, axis, labels, rows_top(guides, place));
}

void zt_guide_draw_words(const zt_guides *guides, size_t i, const zt_guide_place *place,
                         zt_group *axis, zt_group *labels, double x, double y)
{
    const zt_guide_box *box = &guides->boxes[i];
    double line = place->y(place->context, box->guide->value);
    zt_words_centre(guides->chart, &box->words, labels, x, y);
    if (fabs(line - y) > SLIGHT)
        zt_mark_rule(guides->chart, axis, (zt_point){place->right, line},
                     (zt_point){x - ZT_GUIDE_COLUMN_GAP / 3, y}, ZT_MM(0.12));
}

void zt_guides_draw_column(const zt_guides *guides, const zt_guide_place *place, zt_group *axis,
                           zt_group *labels, double x)
{
    zt_arena *arena = guides->chart->setting->arena;
    zt_label *spread = ZT_ARRAY(arena, guides->count, zt_label);
    size_t *which = ZT_ARRAY(arena, guides->count, size_t), count = 0;
    for (size_t i = 0; guides->has_column && i < guides->count; i++) {
        const zt_guide_box *box = &guides->boxes[i];
        if (box->guide->kind != ZT_GUIDE_THRESHOLD)
            continue;
        spread[count] =
            (zt_label){.wanted = place->y(place->context, box->guide->value), .size = box->height};
        which[count++] = i;
    }
    zt_labels_spread(arena, spread, count, WORDS_GAP / 2, place->top, place->foot);
    for (size_t i = 0; i < count; i++)
        zt_guide_draw_words(guides, which[i], place, axis, labels, x, spread[i].centre);
}
