/* A dot plot: the values of each item as dots on one line from zero, a dot for each series, with
   every value printed. */
#include "chart/dot_imp.h"

#include "chart/grid.h"
#include "labels/spread.h"

enum { SERIES_MOST = 4 }; /* as many as there are inks */

/* Rows one below the other; only the room between them grows. */
static zt_chart_plan dot_plan(const zt_chart *chart, double width)
{
    const zt_dot_plan *plan = zt_dot_plan_new(chart, width);
    double height = plan->legend + plan->foot + plan->notes.height, gaps = (double)plan->count - 1;
    for (size_t i = 0; i < plan->count; i++)
        height += zt_dot_row_height(plan, i);
    return (zt_chart_plan){
        .extent = {height + gaps * plan->between, height + gaps * plan->between_most},
        .own = plan,
        .unsaid = plan->unsaid};
}

/* Swatch, value and word of its standing, with the middle of the line at y. */
static void draw_words(const zt_dot_plan *plan, const zt_chart_item *item, const zt_dot_mark *mark,
                       zt_group *labels, double y)
{
    const zt_chart *chart = plan->chart;
    double x = mark->words_x;
    if (plan->swatches && zt_chart_has_value(mark->quantity))
        zt_mark_dot(chart, labels, mark->quantity, (zt_point){x + ZT_DOT_RADIUS, y}, ZT_DOT_RADIUS,
                    zt_series_ink(chart, item, mark->series));
    x += zt_dot_swatch_width(plan);
    zt_mark_text_centre(chart, &mark->text, labels, ZT_ALIGN_START, x, y);
    zt_mark_text_centre(chart, &mark->word, labels, ZT_ALIGN_START,
                        x + mark->text.width + ZT_DOT_GAP / 2, y);
}

/* The line of an item, open for a value that stands behind its dot. */
static void draw_line(const zt_dot_plan *plan, const zt_dot_row *row, zt_group *axis, double y)
{
    zt_rect box = {0};
    if (row->lines == 0 && row->count > 0)
        box = (zt_rect){row->marks[0].words_x, y - plan->line / 2,
                        zt_dot_words_width(plan, &row->marks[0]), plan->line};
    zt_grid_level(plan->chart, axis, plan->scale.from, plan->scale.to, y, ZT_CHART_GRID_LINE,
                  &(zt_grid_type){&box, box.w > 0});
}

/* The line of an item with its dots, whose middle is y, and their values. */
static void draw_row(const zt_dot_plan *plan, const zt_dot_row *row, zt_group *axis, zt_group *dots,
                     zt_group *labels, double y)
{
    const zt_chart *chart = plan->chart;
    double zero = zt_scale_at(&plan->scale, 0), first = ZT_DOT_REACH;
    draw_line(plan, row, axis, y);
    if (chart->data->spread != ZT_SPREAD_LOG)
        zt_mark_rule(chart, axis, (zt_point){zero, y - ZT_DOT_RADIUS},
                     (zt_point){zero, y + ZT_DOT_RADIUS}, ZT_CHART_ZERO_LINE);
    for (size_t k = 0; k < row->count; k++) {
        const zt_dot_mark *mark = &row->marks[k];
        if (zt_chart_has_value(mark->quantity))
            zt_mark_dot(chart, dots, mark->quantity, (zt_point){mark->x, y + mark->shift},
                        ZT_DOT_RADIUS, zt_series_ink(chart, row->item, mark->series));
        double line = y - first - ((double)mark->line + 0.5) * plan->line;
        draw_words(plan, row->item, mark, labels, row->lines > 0 ? line : y);
    }
}

/* The axis under the rows, of a logarithm alone; numbers that would meet are thinned. */
static void draw_ticks(const zt_dot_plan *plan, zt_group *axis, zt_group *labels, double y)
{
    size_t count = plan->ticks.ticks.count;
    zt_label *places = ZT_ARRAY(plan->chart->setting->arena, count + 1, zt_label);
    bool *keep = ZT_ARRAY(plan->chart->setting->arena, count + 1, bool);
    if (count == 0)
        return;
    zt_mark_rule(plan->chart, axis, (zt_point){plan->scale.from, y}, (zt_point){plan->scale.to, y},
                 ZT_CHART_AXIS_LINE);
    for (size_t i = 0; i < count; i++) {
        double x = zt_scale_at(&plan->scale, zt_tick_value(&plan->ticks, i));
        double half = plan->ticks.texts[i].width / 2;
        places[i] = (zt_label){.wanted = zt_clamp(x, half, zt_max(half, plan->width - half)),
                               .size = 2 * half};
        zt_mark_rule(plan->chart, axis, (zt_point){x, y}, (zt_point){x, y + ZT_CHART_TICK},
                     ZT_CHART_AXIS_LINE);
    }
    zt_labels_thin(places, count, plan->ticks.size / 2, keep);
    for (size_t i = 0; i < count; i++)
        if (keep[i])
            zt_mark_text_centre(plan->chart, &plan->ticks.texts[i], labels, ZT_ALIGN_CENTRE,
                                places[i].wanted, y + ZT_CHART_TICK + 0.7 * plan->ticks.size);
}

static void dot_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_dot_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double spare = zt_clamp(height - planned->extent.height, 0,
                            planned->extent.ceiling - planned->extent.height);
    double between = plan->between + (plan->count > 1 ? spare / (double)(plan->count - 1) : 0);
    zt_group *axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    zt_group *dots = zt_mark_layer(chart, into, "bars", plan->width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    double y = zt_legend(chart, labels, plan->width);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_dot_row *row = &plan->rows[i];
        double middle = y + zt_dot_row_middle(plan, i);
        if (plan->narrow)
            zt_words_place(chart, &row->name, labels, 0, y);
        else
            zt_words_centre(chart, &row->name, labels, plan->left - 2 * ZT_DOT_GAP, middle);
        draw_row(plan, row, axis, dots, labels, middle);
        y += zt_dot_row_height(plan, i) + (i + 1 < plan->count ? between : 0);
    }
    draw_ticks(plan, axis, labels, y);
    zt_note_list_place(chart, &plan->notes, labels, y + plan->foot);
}

/* Reports no-items, rank-without-values, too-many-series. */
static bool dot_check(const zt_chart_data *data, zt_diags *diags)
{
    if (!zt_chart_check_items(data, diags, "dot") || !zt_chart_check_values(data, diags, "dot"))
        return false;
    if (data->series_count <= SERIES_MOST)
        return true;
    zt_report(diags, ZT_ERROR, "too-many-series", data->kind_at,
              "一项 %zu 个点，多于 %d 个就分不清；应改用 heatmap，或拆成几张图",
              "%zu dots at each item, more than %d cannot be told apart: use heatmap, or draw "
              "several charts",
              data->series_count, SERIES_MOST);
    return false;
}

const zt_chart_kind zt_chart_kind_dot = {
    .name = "dot",
    .zh = "点图：一项一行，每个系列一点，同一把尺，从零起，数值都印出",
    .en = "A row for each item with a dot for each series, on one scale from zero, every value "
          "printed",
    .check = dot_check,
    .plan = dot_plan,
    .draw = dot_draw,
};
