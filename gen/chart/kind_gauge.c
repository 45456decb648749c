/* Gauges without a dial: a figure over a strip, on which a stroke stands for what is due, or zones
   for what the figure means. */
#include "chart/gauge_imp.h"

#include "chart/whole.h"

/* In points, or shares of what is named. */
static const double BEYOND = ZT_MM(0.8);  /* of the stroke of what is due, beyond the strip */
static const double SEAM = ZT_MM(0.4);    /* paper between zones */
static const double POINTER = ZT_MM(1.4); /* half the width of the pointer */
static const double TINT_LEAST = 0.1;     /* of the first zone */
static const double GROWTH = 2;           /* of the white between gauges */

/* White between gauges is all that grows. */
static zt_chart_plan gauge_plan(const zt_chart *chart, double width)
{
    const zt_gauge_plan *plan = zt_gauge_plan_new(chart, width);
    double height = plan->lead + plan->told.height + plan->notes.height;
    double gaps = plan->between * (double)(plan->count - 1);
    for (size_t i = 0; i < plan->count; i++)
        height += zt_gauge_row_height(plan, &plan->rows[i]);
    return (zt_chart_plan){.extent = {height + gaps, height + GROWTH * gaps}, .own = plan};
}

/* The layers of a drawing. */
typedef struct gauge_drawing {
    const zt_gauge_plan *plan;
    zt_group *strips, *bars, *marks, *labels;
} gauge_drawing;

/* Name and value: a key figure with its word, or both on one line. */
static void draw_words(const gauge_drawing *d, const zt_gauge_row *row, double y)
{
    const zt_gauge_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    zt_words_place(chart, &row->name, d->labels, 0, y);
    if (row->figure) {
        y += row->name.height;
        zt_words_place(chart, &row->under, d->labels, 0, y + ZT_GAUGE_GAP / 2);
        y += zt_gauge_under(row) + ZT_GAUGE_GAP + plan->headroom + row->figure->ascent;
        zt_figure_place(row->figure, chart->setting, d->labels, 0, y);
        zt_mark_text_baseline(chart, &row->word, d->labels, ZT_ALIGN_START,
                              row->figure->width + 2 * ZT_GAUGE_GAP, y);
        return;
    }
    double word = row->word.width > 0 ? ZT_GAUGE_GAP + row->word.width : 0;
    double middle = y + zt_mark_text_height(&row->value) / 2;
    zt_mark_text_centre(chart, &row->word, d->labels, ZT_ALIGN_END, plan->width, middle);
    zt_mark_text_centre(chart, &row->value, d->labels, ZT_ALIGN_END, plan->width - word, middle);
}

/* The track and on it the bar by the standing of its value; the stroke of what is due. */
static void draw_progress(const gauge_drawing *d, const zt_gauge_row *row, double y)
{
    const zt_gauge_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    bool lit = row->item->highlight || (plan->large && !zt_chart_has_highlight(chart->data));
    const zt_ink *ink = lit ? chart->params->accent : chart->params->rest;
    zt_scene_fill_rect(chart->setting->scene, d->strips, row->item->at,
                       (zt_rect){0, y, plan->end, plan->strip},
                       ZT_SOLID(zt_setting_ink(chart->setting, "panel")));
    if (row->length > 0)
        zt_mark_bar(chart, d->bars, row->quantity->at, (zt_rect){0, y, row->length, plan->strip},
                    zt_mark_fill_of(row->quantity), ink);
    if (row->length > 0 && zt_chart_is_open(row->quantity))
        zt_mark_open_end(
            chart, d->marks, row->quantity->at,
            (zt_point){zt_clamp(row->length, plan->strip / 4, plan->end - plan->strip / 4),
                       y + plan->strip / 2},
            0.2 * plan->strip, ink);
    if (!zt_chart_has_value(row->due))
        return;
    double x = zt_clamp(row->due_at, ZT_GAUGE_STROKE / 2, plan->width - ZT_GAUGE_STROKE / 2);
    zt_scene_fill_rect(
        chart->setting->scene, d->marks, row->due->at,
        (zt_rect){x - ZT_GAUGE_STROKE / 2, y - BEYOND, ZT_GAUGE_STROKE, plan->strip + 2 * BEYOND},
        ZT_SOLID(chart->axis_ink));
}

/* Zones from light to dark, and a pointer on the value. */
static void draw_zones(const gauge_drawing *d, const zt_gauge_row *row, double y)
{
    const zt_gauge_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    double steps = plan->zone_count > 1 ? (double)(plan->zone_count - 1) : 1;
    for (size_t i = 0; i < plan->zone_count; i++) {
        const zt_gauge_zone *zone = &row->zones[i];
        double seam = i + 1 < plan->zone_count ? zt_min(SEAM, (zone->to - zone->from) / 3) : 0;
        double tint = TINT_LEAST + (1 - TINT_LEAST) * (double)i / steps;
        if (zone->to > zone->from)
            zt_scene_fill_rect(chart->setting->scene, d->strips, row->item->at,
                               (zt_rect){zone->from, y, zone->to - zone->from - seam, plan->strip},
                               (zt_paint){chart->params->second, tint});
    }
    if (!zt_chart_has_value(row->quantity))
        return;
    double x = zt_clamp(row->length, POINTER, plan->width - POINTER);
    zt_path *path = zt_scene_add_path(chart->setting->scene, d->marks, row->quantity->at);
    zt_path_move(path, x - POINTER, y - ZT_GAUGE_POINTER);
    zt_path_line(path, x + POINTER, y - ZT_GAUGE_POINTER);
    zt_path_line(path, row->length, y);
    zt_path_close(path);
    path->fill = ZT_SOLID(chart->params->accent);
    zt_path_done(path);
}

/* Under the strip: what is due with the ends of the scale, or the zones with their limits. */
static void draw_under(const gauge_drawing *d, const zt_gauge_row *row, double y)
{
    const zt_gauge_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    double line = 1.2 * zt_chart_look(chart, "tick").text.size, half = row->due_words.width / 2;
    y += ZT_GAUGE_GAP;
    for (size_t i = 0; i < plan->zone_count && row->zones_said; i++) {
        const zt_gauge_zone *zone = &row->zones[i];
        zt_mark_text_centre(chart, &zone->name, d->labels, ZT_ALIGN_CENTRE,
                            (zone->from + zone->to) / 2, y + line / 2);
        double at = zt_min(zone->at, plan->width - zone->limit.width / 2);
        zt_mark_text_centre(chart, &zone->limit, d->labels, ZT_ALIGN_CENTRE, at, y + 1.5 * line);
    }
    zt_words_place(chart, &row->due_words, d->labels,
                   zt_clamp(row->due_at, half, zt_max(half, plan->width - half)), y);
    zt_mark_text_centre(chart, &row->zero, d->labels, ZT_ALIGN_START, 0, y + line / 2);
    zt_mark_text_centre(chart, &row->full, d->labels, ZT_ALIGN_END, row->full_at, y + line / 2);
}

/* Gauges one below the other, zones that have no room, annotations. */
static void gauge_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_gauge_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double spare =
        zt_clamp(height, planned->extent.height, planned->extent.ceiling) - planned->extent.height;
    double between = plan->between + (plan->count > 1 ? spare / (double)(plan->count - 1) : 0);
    gauge_drawing d = {.plan = plan};
    d.strips = zt_mark_layer(chart, into, "strips", plan->width, height);
    d.bars = zt_mark_layer(chart, into, "bars", plan->width, height);
    d.marks = zt_mark_layer(chart, into, "marks", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    double y = plan->lead;
    zt_mark_text_centre(chart, &plan->head, d.labels, ZT_ALIGN_END, plan->width,
                        0.55 * plan->head.look.text.size);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_gauge_row *row = &plan->rows[i];
        double strip = y + zt_gauge_row_lead(plan, row);
        draw_words(&d, row, y);
        if (row->zones)
            draw_zones(&d, row, strip);
        else
            draw_progress(&d, row, strip);
        draw_under(&d, row, strip + plan->strip);
        y += zt_gauge_row_height(plan, row) + (i + 1 < plan->count ? between : 0);
    }
    zt_foot_list_place(chart, &plan->told, d.labels, y);
    zt_note_list_place(chart, &plan->notes, d.labels, y + plan->told.height);
}

/* Reports gauge-zones when the limits of an item are missing or do not rise. */
static bool check_zones(const zt_chart_data *data, zt_diags *diags)
{
    for (size_t i = 0; data->series_count > 2 && i < data->item_count; i++) {
        double before = 0;
        for (size_t s = 1; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values ? data->items[i].values[s] : NULL;
            double limit = zt_chart_value(data, q);
            if (zt_chart_has_value(q) && limit > before) {
                before = limit;
                continue;
            }
            zt_report(
                diags, ZT_ERROR, "gauge-zones", q ? q->at : data->items[i].at,
                "三个以上系列时，第二个起是各段的上限，要逐个增大；“%.*s”不是这样，应改正，或改用 "
                "bar",
                "of three or more series those from the second on are the upper limits of "
                "zones, which rise; “%.*s” has others: correct them, or use bar",
                ZT_ARG(data->items[i].key));
            return false;
        }
    }
    return true;
}

/* Reports no-items, rank-without-values, should-be-bars, gauge-zones. */
static bool gauge_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "gauge") &&
           zt_chart_check_values(data, diags, "gauge") && zt_whole_check_signs(data, diags) &&
           check_zones(data, diags);
}

const zt_chart_kind zt_chart_kind_gauge = {
    .name = "gauge",
    .spans = {3, 3, 5},
    .zh = "进度尺：大字下一条直尺；第二个系列是应达到的，画一竖线；三个以上系列时是各段的上限",
    .en = "A figure over a strip; a second series is what is due, a stroke; of more series those "
          "from "
          "the second on are the upper limits of zones",
    .check = gauge_check,
    .plan = gauge_plan,
    .draw = gauge_draw,
};
