/* Sparklines: the course of a series in one small line, with its last value and the highest and
   lowest one; no axis. What lies between is told by its height alone. */
#include "chart/line_imp.h"
#include "chart/sparkline_imp.h"

static const double LINE = ZT_MM(0.5), LINE_LIT = ZT_MM(0.7); /* weight of a line */

/* Heights that lines cannot use. */
static double fixed_height(const zt_sparkline_plan *plan)
{
    return plan->unit + plan->foot + plan->notes.height;
}

/* Of all rows whose lines are `line` high. */
static double rows_height(const zt_sparkline_plan *plan, double line)
{
    double height = plan->between * (double)(plan->count - 1);
    for (size_t s = 0; s < plan->count; s++)
        height += zt_sparkline_row_height(plan, s, line);
    return height;
}

/* All values but the last; of what is missing there is a gap alone. */
static const bool *find_unsaid(const zt_sparkline_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    bool *unsaid = zt_chart_unsaid_all(plan->chart);
    for (size_t s = 0; s < plan->count; s++) {
        size_t last = plan->rows[s].last.item;
        unsaid[(last < data->item_count ? last : data->item_count - 1) * plan->count + s] = false;
    }
    return unsaid;
}

static zt_chart_plan sparkline_plan(const zt_chart *chart, double width)
{
    const zt_sparkline_plan *plan = zt_sparkline_plan_new(chart, width);
    double fixed = fixed_height(plan);
    return (zt_chart_plan){.extent = {fixed + rows_height(plan, plan->line),
                                      fixed + rows_height(plan, plan->line_most)},
                           .own = plan,
                           .unsaid = find_unsaid(plan)};
}

/* One row on its way to the scene: y of its values. */
typedef struct sparkline_drawing {
    const zt_sparkline_plan *plan;
    zt_scale y;
    zt_group *lines, *labels;
} sparkline_drawing;

/* Where the value of an item lies. */
static zt_point point_at(const sparkline_drawing *d, size_t item, const zt_quantity *q)
{
    const zt_chart_data *data = d->plan->chart->data;
    return (zt_point){zt_scale_at(&d->plan->along, zt_sparkline_at(data, item)),
                      zt_scale_at(&d->y, zt_chart_value(data, q))};
}

/* The line, open where a value is missing; a value alone between gaps is a dot. */
static void draw_line(const sparkline_drawing *d, size_t s)
{
    const zt_chart *chart = d->plan->chart;
    const zt_chart_data *data = chart->data;
    bool lit = zt_chart_series_is_lit(data, s);
    const zt_ink *ink = lit ? chart->params->accent : chart->params->rest;
    for (size_t i = 0; i < data->item_count; i++) {
        size_t first = i;
        if (!zt_chart_has_value(data->items[i].values[s]))
            continue;
        while (i + 1 < data->item_count && zt_chart_has_value(data->items[i + 1].values[s]))
            i++;
        if (i == first) {
            zt_mark_dot(chart, d->lines, data->items[i].values[s],
                        point_at(d, i, data->items[i].values[s]), ZT_SPARKLINE_DOT, ink);
            continue;
        }
        zt_path *path = zt_scene_add_path(chart->setting->scene, d->lines, data->items[first].at);
        for (size_t k = first; k <= i; k++) {
            zt_point p = point_at(d, k, data->items[k].values[s]);
            if (k == first)
                zt_path_move(path, p.x, p.y);
            else
                zt_path_line(path, p.x, p.y);
        }
        path->stroke = ZT_SOLID(ink);
        path->width = lit ? LINE_LIT : LINE;
        path->cap = ZT_CAP_ROUND;
        zt_path_done(path);
    }
}

/* A marked point with its value over (way -1) or under (1) it. */
static void draw_mark(const sparkline_drawing *d, const zt_sparkline_mark *mark, size_t s, int way,
                      const zt_ink *ink)
{
    const zt_sparkline_plan *plan = d->plan;
    const zt_chart_data *data = plan->chart->data;
    if (mark->item >= data->item_count)
        return;
    const zt_quantity *q = data->items[mark->item].values[s];
    zt_point p = point_at(d, mark->item, q);
    double half = mark->text.width / 2;
    zt_mark_dot(plan->chart, d->lines, q, p, ZT_SPARKLINE_DOT, ink);
    zt_mark_text_centre(
        plan->chart, &mark->text, d->labels, ZT_ALIGN_CENTRE,
        zt_clamp(p.x, plan->left + half, zt_max(plan->left + half, plan->right - half)),
        p.y + way * (ZT_SPARKLINE_DOT + 0.55 * plan->mark));
}

/* The last value with the word of its standing: beside its point at y, or at the right edge over
   the line of a row that begins at `top`. */
static void draw_last(const sparkline_drawing *d, const zt_sparkline_row *row, double top, double y)
{
    const zt_sparkline_plan *plan = d->plan;
    double x = plan->values_x;
    if (plan->values_over) {
        x = plan->width - row->value.width -
            (row->word.width > 0 ? row->word.width + ZT_SPARKLINE_GAP / 2 : 0);
        y = top + row->words - ZT_SPARKLINE_GAP / 2 - zt_mark_text_height(&row->value) / 2;
    }
    zt_mark_text_centre(plan->chart, &row->value, d->labels, ZT_ALIGN_START, x, y);
    zt_mark_text_centre(plan->chart, &row->word, d->labels, ZT_ALIGN_START,
                        x + row->value.width + ZT_SPARKLINE_GAP / 2, y);
}

/* A row from `top` down, its line `line` high. */
static void draw_row(sparkline_drawing *d, size_t s, double top, double line)
{
    const zt_sparkline_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    const zt_sparkline_row *row = &plan->rows[s];
    double high = top + zt_sparkline_over(plan, s), middle = high + line / 2, last = middle;
    d->y = (zt_scale){.low = row->low, .high = row->high, .from = high + line, .to = high};
    if (row->high == row->low)
        d->y.from = d->y.to = middle;
    draw_line(d, s);
    if (row->high != row->low) {
        draw_mark(d, &row->highest, s, -1, chart->params->second);
        draw_mark(d, &row->lowest, s, 1, chart->params->second);
    }
    draw_mark(d, &row->last, s, 1, chart->params->accent);
    size_t end = row->last.item;
    if (end < chart->data->item_count)
        last = point_at(d, end, chart->data->items[end].values[s]).y;
    if (plan->narrow)
        zt_words_place(chart, &row->name, d->labels, 0, top);
    else
        zt_words_centre(chart, &row->name, d->labels, 0, middle);
    draw_last(d, row, top, last);
}

/* Lines grow to their most with the height. */
static void sparkline_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_sparkline_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double spare = (height - planned->extent.height) / (double)plan->count;
    double line = zt_clamp(plan->line + spare, plan->line, plan->line_most);
    sparkline_drawing d = {.plan = plan};
    d.lines = zt_mark_layer(chart, into, "lines", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_unit_line(chart, d.labels);
    double y = plan->unit, size = plan->first_key.look.text.size;
    for (size_t s = 0; s < plan->count; s++) {
        draw_row(&d, s, y, line);
        y += zt_sparkline_row_height(plan, s, line) + (s + 1 < plan->count ? plan->between : 0);
    }
    zt_mark_text_centre(chart, &plan->first_key, d.labels, ZT_ALIGN_START, plan->left,
                        y + 0.8 * size);
    zt_mark_text_centre(chart, &plan->last_key, d.labels, ZT_ALIGN_END,
                        zt_max(plan->right, plan->last_key.width), y + 0.8 * size);
    zt_mark_text_centre(chart, &plan->scales, d.labels, ZT_ALIGN_START, plan->left, y + 2.1 * size);
    zt_note_list_place(chart, &plan->notes, d.labels, y + plan->foot);
}

/* Reports no-items, should-be-bars for one item. */
static bool sparkline_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_line_check(data, diags, "sparkline");
}

const zt_chart_kind zt_chart_kind_sparkline = {
    .name = "sparkline",
    .spans = {3, 2, 6},
    .zh = "小折线：一个系列一条小线，标出最后、最高、最低的值，不画刻度，各有各的尺度",
    .en =
        "One small line for each series with its last, highest and lowest value; no axis, a scale "
        "of its own for each",
    .check = sparkline_check,
    .plan = sparkline_plan,
    .draw = sparkline_draw,
};
