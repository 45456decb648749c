/* A funnel: steps in their order, each a bar from the left, with what is left of the first step and
   of the step before. */
#include "chart/funnel_imp.h"

#include "chart/whole.h"

static const double BAR_MOST = ZT_MM(7.2);   /* with height to spare */
static const double BETWEEN_MOST = ZT_MM(4); /* likewise */

/* Height with bars so thick and so much between rows. */
static double height_at(const zt_funnel_plan *plan, double bar, double between)
{
    double height = plan->unit + plan->note_gap + plan->note.height + plan->notes.height;
    for (size_t i = 0; i < plan->count; i++)
        height += zt_funnel_row_height(plan, &plan->rows[i], bar) + (i > 0 ? between : 0);
    return height;
}

/* Bars and the white between them grow. */
static zt_chart_plan funnel_plan(const zt_chart *chart, double width)
{
    const zt_funnel_plan *plan = zt_funnel_plan_new(chart, width);
    return (zt_chart_plan){.extent = {height_at(plan, plan->bar, plan->between),
                                      height_at(plan, BAR_MOST, BETWEEN_MOST)},
                           .own = plan};
}

/* Its layers, and how far a drawing has grown: 0 natural, 1 as far as it may. */
typedef struct funnel_drawing {
    const zt_funnel_plan *plan;
    double bar, between;
    zt_group *bars, *axis, *labels;
} funnel_drawing;

/* The bar by the standing of its value, with an open end where it is approximate. */
static void draw_bar(const funnel_drawing *d, const zt_funnel_row *row, double y)
{
    const zt_chart *chart = d->plan->chart;
    const zt_ink *ink = zt_series_ink(chart, row->item, 0);
    if (row->length <= 0)
        return;
    zt_mark_bar(chart, d->bars, row->quantity->at, (zt_rect){d->plan->left, y, row->length, d->bar},
                zt_mark_fill_of(row->quantity), ink);
    double radius = zt_min(0.2 * d->bar, ZT_FUNNEL_GAP / 2);
    double outline = zt_chart_points(chart, chart->marks->outline);
    double end = zt_max(d->plan->left + row->length, radius + outline); /* within the plot */
    if (zt_chart_is_open(row->quantity))
        zt_mark_open_end(chart, d->bars, row->quantity->at, (zt_point){end, y + d->bar / 2}, radius,
                         ink);
}

/* Value, word and numbers from x on, or ending there. */
static void draw_said(const funnel_drawing *d, const zt_funnel_row *row, double x, double y)
{
    const zt_funnel_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    double word = row->word.width > 0 ? ZT_FUNNEL_GAP / 2 + row->word.width : 0;
    if (plan->stacked)
        x -= zt_funnel_said_width(plan, row);
    zt_mark_text_centre(chart, &row->value, d->labels, ZT_ALIGN_START, x, y);
    zt_mark_text_centre(chart, &row->word, d->labels, ZT_ALIGN_START,
                        x + row->value.width + ZT_FUNNEL_GAP / 2, y);
    zt_ties_numbers_place(chart, &plan->ties, (size_t)(row - plan->rows), ZT_FUNNEL_GAP / 2,
                          d->labels, (zt_point){x + row->value.width + word, y}, 1);
}

/* A step from y down. */
static void draw_row(const funnel_drawing *d, const zt_funnel_row *row, double y)
{
    const zt_funnel_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    double line = plan->stacked ? d->bar : zt_max(d->bar, zt_funnel_line(plan, row));
    double top = y + zt_funnel_row_lead(plan, row) + (line - d->bar) / 2;
    double middle = top + d->bar / 2, value = zt_funnel_line(plan, row);
    draw_bar(d, row, top);
    if (plan->stacked) {
        zt_words_place(chart, &row->name, d->labels, 0, y);
        draw_said(d, row, plan->width, y + value / 2);
    } else {
        zt_words_place(chart, &row->name, d->labels, 0,
                       row->name.para->line_count > 1 ? y : middle - row->name.height / 2);
        draw_said(d, row, plan->left + row->length + ZT_FUNNEL_GAP, middle);
    }
    double foot = top + (line + d->bar) / 2 + ZT_FUNNEL_GAP / 2;
    zt_words_place(chart, &row->shares, d->labels, plan->left, foot);
    double zero = plan->left + ZT_CHART_ZERO_LINE / 2;
    zt_mark_rule(chart, d->axis, (zt_point){zero, top}, (zt_point){zero, top + d->bar},
                 ZT_CHART_ZERO_LINE);
}

/* The unit, the steps, that shares are computed, annotations. */
static void funnel_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_funnel_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double room = planned->extent.ceiling - planned->extent.height;
    double part = room > 0 ? zt_clamp((height - planned->extent.height) / room, 0, 1) : 0;
    funnel_drawing d = {.plan = plan};
    d.between = plan->between + part * (BETWEEN_MOST - plan->between);
    d.bar = plan->bar + part * (BAR_MOST - plan->bar);
    /* Rows as high as their words do not grow with their bars: white takes what these leave. */
    double spare = height - height_at(plan, d.bar, d.between);
    if (plan->count > 1)
        d.between += zt_max(0, spare) / (double)(plan->count - 1);
    d.bars = zt_mark_layer(chart, into, "bars", plan->width, height);
    d.axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    double y = zt_unit_line(chart, d.labels);
    for (size_t i = 0; i < plan->count; i++) {
        draw_row(&d, &plan->rows[i], y);
        y += zt_funnel_row_height(plan, &plan->rows[i], d.bar) +
             (i + 1 < plan->count ? d.between : 0);
    }
    y += plan->note_gap;
    zt_words_place(chart, &plan->note, d.labels, 0, y);
    zt_note_list_place(chart, &plan->notes, d.labels, y + plan->note.height);
}

/* Reports funnel-rises (warning) for the first step that is more than the one before. */
static void check_order(const zt_chart_data *data, zt_diags *diags)
{
    for (size_t i = 1; i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        const zt_quantity *before = zt_chart_first_value(&data->items[i - 1]);
        if (!zt_chart_has_value(before) || zt_chart_value(data, q) <= zt_chart_value(data, before))
            continue;
        zt_report(
            diags, ZT_WARNING, "funnel-rises", q->at,
            "“%.*s”比前一步“%.*s”多；漏斗应逐步减少，改用 bar 或核对次序",
            "“%.*s” is more than the step before it, “%.*s”; a funnel falls: use bar, or check "
            "the order",
            ZT_ARG(data->items[i].key), ZT_ARG(data->items[i - 1].key));
        return;
    }
}

/* Reports no-items, too-many-series, rank-without-values, should-be-bars, funnel-rises. */
static bool funnel_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_chart_check_items(data, diags, "funnel") &&
                zt_chart_check_one_series(data, diags, "funnel") &&
                zt_chart_check_values(data, diags, "funnel") && zt_whole_check_signs(data, diags);
    if (good)
        check_order(data, diags);
    return good;
}

const zt_chart_kind zt_chart_kind_funnel = {
    .name = "funnel",
    .zh = "漏斗图：各步依次一条，注明占首步、占上步的比重（据此计算）",
    .en =
        "Steps in their order, each a bar with its share of the first step and of the one before, "
        "which are computed",
    .ties_notes = true,
    .check = funnel_check,
    .plan = funnel_plan,
    .draw = funnel_draw,
};
