/* A pyramid: two series back to back on one scale, such as men and women by age, with the names
   between them, in the order of the data. */
#include "chart/pyramid_imp.h"

#include <math.h>

/* Weight of the line of what was before, and the paper beside it, points. */
static const double BEFORE = ZT_MM(0.3), BEFORE_PAPER = ZT_MM(0.22);

/* Rows from the top down at a pitch; gives where they end. */
static double rows_height(const zt_pyramid_plan *plan, double pitch)
{
    double height = 0;
    for (size_t i = 0; i < plan->count; i++)
        height += zt_pyramid_row_height(plan, i, pitch);
    return height;
}

static zt_chart_plan pyramid_plan(const zt_chart *chart, double width)
{
    const zt_pyramid_plan *plan = zt_pyramid_plan_new(chart, width);
    double fixed = plan->over + plan->foot + plan->notes.height;
    return (zt_chart_plan){.extent = {fixed + rows_height(plan, plan->pitch),
                                      fixed + rows_height(plan, plan->pitch_most)},
                           .own = plan,
                           .unsaid = plan->unsaid};
}

/* Highlighted items and series in the accent; else a dark side and a lighter one. */
static const zt_ink *bar_ink(const zt_pyramid_plan *plan, const zt_pyramid_row *row, size_t side)
{
    const zt_chart_params *p = plan->chart->params;
    if (row->item->highlight || zt_chart_series_is_lit(plan->chart->data, side))
        return p->accent;
    return side == ZT_PYRAMID_LEFT ? p->second : p->rest;
}

/* One bar outwards from its zero line, its value beyond its end. */
static void draw_bar(const zt_pyramid_plan *plan, const zt_pyramid_row *row, size_t side,
                     double thick, zt_group *bars, zt_group *labels, double y)
{
    const zt_chart *chart = plan->chart;
    const zt_pyramid_bar *bar = &row->bars[side];
    double way = side == ZT_PYRAMID_LEFT ? -1 : 1, length = plan->unit * bar->length;
    double zero = plan->zero[side], end = zero + way * length;
    const zt_ink *ink = bar_ink(plan, row, side);
    if (length > 0)
        zt_mark_value_bar(chart, bars, bar->quantity->at,
                          (zt_rect){zt_min(zero, end), y - thick / 2, length, thick},
                          side == ZT_PYRAMID_LEFT ? ZT_MARK_END_LEFT : ZT_MARK_END_RIGHT,
                          zt_mark_fill_of(bar->quantity), ink);
    if (length > 0 && zt_chart_is_open(bar->quantity))
        zt_mark_open_end(chart, bars, bar->quantity->at, (zt_point){end, y},
                         zt_min(0.25 * thick, 0.5 * ZT_PYRAMID_GAP), ink);
    zt_align align = side == ZT_PYRAMID_LEFT ? ZT_ALIGN_END : ZT_ALIGN_START;
    double x = end + way * (plan->reach + ZT_PYRAMID_GAP);
    zt_mark_text_centre(chart, &bar->value, labels, align, x, y);
    zt_mark_text_centre(chart, &bar->word, labels, align,
                        x + way * (bar->value.width + ZT_PYRAMID_GAP / 2), y);
}

/* Whether the slot of a missing value lies over x. */
static bool covers(const zt_pyramid_plan *plan, size_t row, size_t side, double x)
{
    const zt_pyramid_bar *bar = &plan->rows[row].bars[side];
    double reach = fabs(x - plan->zero[side]);
    return bar->value.slot && reach > 0 && reach < bar->beyond + ZT_PYRAMID_GAP / 2;
}

/* A line of the grid through all rows from `top` down, open where a slot stands. */
static void draw_grid_line(const zt_pyramid_plan *plan, zt_group *grid, size_t side, double x,
                           double top, double pitch)
{
    double y = top, from = top;
    for (size_t i = 0; i <= plan->count; i++) {
        bool ends = i == plan->count, open = !ends && covers(plan, i, side, x);
        if ((ends || open) && y > from)
            zt_mark_rule(plan->chart, grid, (zt_point){x, from}, (zt_point){x, y},
                         ZT_CHART_GRID_LINE);
        if (ends)
            break;
        y += zt_pyramid_row_height(plan, i, pitch);
        from = open ? y : from;
    }
}

/* Lines of the grid and their numbers under both sides, the same on each. */
static void draw_ticks(const zt_pyramid_plan *plan, zt_group *grid, zt_group *labels, double pitch,
                       double foot)
{
    const zt_tick_texts *ticks = &plan->ticks;
    for (size_t i = 0; plan->has_axis && i < ticks->ticks.count; i++)
        for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++) {
            const zt_mark_text *text = &ticks->texts[i];
            double way = s == ZT_PYRAMID_LEFT ? -1 : 1;
            double x = plan->zero[s] + way * plan->unit * zt_tick_value(ticks, i);
            draw_grid_line(plan, grid, s, x, plan->over, pitch);
            zt_mark_text_centre(plan->chart, text, labels, ZT_ALIGN_CENTRE,
                                zt_pyramid_tick_x(plan, i, s), foot + 0.8 * ticks->size);
        }
}

/* A stretch of the line from row `first` on, without a gap: down each row at its earlier length.
   Gives the row behind it. */
static size_t draw_stretch(const zt_pyramid_plan *plan, zt_group *into, size_t side, size_t first,
                           double y, double pitch, double width, zt_paint paint)
{
    const zt_chart *chart = plan->chart;
    double way = side == ZT_PYRAMID_LEFT ? -1 : 1;
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, plan->rows[first].item->at);
    size_t i = first;
    for (; i < plan->count && !isnan(plan->rows[i].before[side]); i++) {
        double x = plan->zero[side] + way * plan->unit * plan->rows[i].before[side];
        double foot = y + zt_pyramid_row_height(plan, i, pitch);
        if (i == first)
            zt_path_move(path, x, y);
        else
            zt_path_line(path, x, y);
        zt_path_line(path, x, foot);
        y = foot;
    }
    path->stroke = paint;
    path->width = width;
    zt_path_done(path);
    return i;
}

/* What was before, on paper so that it is seen on the bars. */
static void draw_before(const zt_pyramid_plan *plan, zt_group *into, double pitch)
{
    const zt_chart *chart = plan->chart;
    for (size_t side = 0; side < ZT_PYRAMID_SIDES; side++) {
        double y = plan->over;
        for (size_t i = 0; i < plan->count;) {
            if (isnan(plan->rows[i].before[side])) {
                y += zt_pyramid_row_height(plan, i++, pitch);
                continue;
            }
            if (!chart->block->reversed)
                draw_stretch(plan, into, side, i, y, pitch, BEFORE + 2 * BEFORE_PAPER,
                             ZT_SOLID(&zt_ink_paper));
            size_t end =
                draw_stretch(plan, into, side, i, y, pitch, BEFORE, ZT_SOLID(chart->axis_ink));
            for (; i < end; i++)
                y += zt_pyramid_row_height(plan, i, pitch);
        }
    }
}

/* A piece of the line and what it is. */
static void draw_key(const zt_pyramid_plan *plan, zt_group *labels)
{
    double y = plan->before_y;
    zt_mark_rule(plan->chart, labels, (zt_point){0, y + plan->before.height / 2},
                 (zt_point){ZT_PYRAMID_SAMPLE, y + plan->before.height / 2}, BEFORE);
    zt_words_place(plan->chart, &plan->before, labels, ZT_PYRAMID_SAMPLE + ZT_PYRAMID_GAP, y);
}

/* The pitch that fills a height: rows with long names keep theirs, so that it is found by halving.
 */
static double pitch_at(const zt_pyramid_plan *plan, double height)
{
    double low = plan->pitch, high = plan->pitch_most;
    for (int i = 0; i < 40; i++) {
        double middle = (low + high) / 2;
        if (rows_height(plan, middle) <= height)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void pyramid_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_pyramid_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double pitch = pitch_at(plan, height - plan->over - plan->foot - plan->notes.height);
    zt_group *grid = zt_mark_layer(chart, into, "grid", plan->width, height);
    zt_group *bars = zt_mark_layer(chart, into, "bars", plan->width, height);
    zt_group *axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    double y = plan->over, middle = plan->width / 2;
    zt_unit_line(chart, labels);
    for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++)
        zt_words_place(chart, &plan->heads[s], labels, plan->zero[s],
                       plan->over - ZT_PYRAMID_GAP / 2 - plan->heads[s].height);
    for (size_t i = 0; i < plan->count; i++) {
        double own = zt_pyramid_row_height(plan, i, pitch);
        zt_words_centre(chart, &plan->rows[i].name, labels, middle, y + own / 2);
        for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++)
            draw_bar(plan, &plan->rows[i], s, plan->thickness * pitch, bars, labels, y + own / 2);
        y += own;
    }
    draw_ticks(plan, grid, labels, pitch, y);
    if (plan->has_before) {
        draw_before(plan, axis, pitch);
        draw_key(plan, labels);
    }
    for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++)
        zt_mark_rule(chart, axis, (zt_point){plan->zero[s], plan->over},
                     (zt_point){plan->zero[s], y}, ZT_CHART_ZERO_LINE);
    zt_note_list_place(chart, &plan->notes, labels, y + plan->foot);
}

/* Reports no-items, rank-without-values, two-series for another number of series, should-be-bars
   for a negative value: both sides run from zero. */
static bool pyramid_check(const zt_chart_data *data, zt_diags *diags)
{
    if (!zt_chart_check_items(data, diags, "pyramid") ||
        !zt_chart_check_values(data, diags, "pyramid"))
        return false;
    if (data->series_count != ZT_PYRAMID_SIDES && data->series_count != ZT_PYRAMID_BEFORE) {
        zt_report(diags, ZT_ERROR, "two-series", data->kind_at,
                  "金字塔图左右各一个系列（再加两个早先的，画作折线），这里有 %zu 个；应改用 %s",
                  "a pyramid has one series on each side (and two of an earlier time, as a line), "
                  "here are %zu; use %s",
                  data->series_count, data->series_count > 2 ? "grouped" : "bar");
        return false;
    }
    for (size_t i = 0; i < data->item_count * data->series_count; i++) {
        const zt_quantity *q = data->items[i / data->series_count].values[i % data->series_count];
        if (zt_chart_value(data, q) >= 0)
            continue;
        zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                  "“%.*s”是负数，金字塔图两侧都从零起；应改用 grouped",
                  "“%.*s” is negative, and both sides of a pyramid run from zero; use grouped",
                  ZT_ARG(q->text));
        return false;
    }
    return true;
}

const zt_chart_kind zt_chart_kind_pyramid = {
    .name = "pyramid",
    .spans = {6, 4, 12},
    .zh = "金字塔图：两个系列背靠背，同一把尺，名称在中间，如男女分年龄人口",
    .en = "Two series back to back on one scale with the names between them, such as men and women "
          "by age",
    .check = pyramid_check,
    .plan = pyramid_plan,
    .draw = pyramid_draw,
};
