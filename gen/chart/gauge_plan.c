/* Planning gauges: how large the figure stands, where the strip ends, and what is said under it. */
#include "chart/gauge_imp.h"

/* In points, or shares of what is named. */
static const double STRIP = ZT_MM(4), STRIP_SMALL = ZT_MM(3);
static const double BETWEEN = ZT_MM(4), BETWEEN_LEAST = ZT_MM(2.4);
static const double FIGURE_MOST = 0.6; /* of the width, for a key figure */
enum { LARGE_MOST = 4 };               /* so many gauges have key figures */

/* ---- values ---- */

/* The value of an item in a series; NULL without one. */
static const zt_quantity *value_of(const zt_chart_data *data, size_t item, size_t series)
{
    const zt_chart_item *of = &data->items[item];
    return of->values && series < data->series_count ? of->values[series] : NULL;
}

/* The greatest of all values of the chart. */
static double greatest(const zt_chart_data *data)
{
    double most = 0;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++)
            most = zt_max(most, zt_chart_value(data, value_of(data, i, s)));
    return most;
}

/* Where the strip ends: at 100 of per cents, else at the greatest value of all, so that strips
   compare; with zones at its own last one. Further where a value lies beyond. */
static double end_of(const zt_gauge_plan *plan, size_t item)
{
    const zt_chart_data *data = plan->chart->data;
    double end = 0;
    for (size_t s = 0; s < data->series_count; s++)
        end = zt_max(end, zt_chart_value(data, value_of(data, item, s)));
    if (plan->zone_count == 0)
        end = greatest(data);
    if (plan->zone_count == 0 && zt_unit_is_per_cent(data))
        end = zt_max(end, zt_str_is(data->unit, "%") ? 100 : 1000);
    return end > 0 ? end : 1;
}

/* The end of the strips, so that a stroke that stands at it or next to it is not moved: half of it
   lies beyond. */
static double strip_end(const zt_gauge_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    double half = ZT_GAUGE_STROKE / 2;
    for (size_t i = 0; plan->zone_count == 0 && i < plan->count; i++) {
        double due = zt_chart_value(data, value_of(data, i, 1));
        if (due / end_of(plan, i) * plan->width > plan->width - half)
            return plan->width - half;
    }
    return plan->width;
}

/* ---- words ---- */

/* The figure, or the value in its own size at the right of the name. */
static void set_value(zt_gauge_plan *plan, size_t item)
{
    const zt_chart *chart = plan->chart;
    zt_gauge_row *row = &plan->rows[item];
    const zt_ink *ink = row->item->highlight || plan->large ? chart->params->accent : NULL;
    zt_mark_said(chart, item, 0, ink, &row->value, &row->word);
    if (!plan->large || !row->quantity)
        return;
    zt_look look = zt_chart_look(chart, "figure"), label = zt_chart_look(chart, "label");
    zt_str series = chart->data->series[0], said = row->word.text;
    const char *words =
        zt_arena_printf(chart->setting->arena, "%.*s%s%.*s", ZT_ARG(series),
                        series.len && said.len ? ZT_CHART_IN(chart, "，", ", ") : "", ZT_ARG(said));
    row->word = zt_mark_text_new(chart, zt_str_from(words), &label, row->value.at);
    zt_figure_style style = zt_chart_figure_style(chart, look, chart->params->accent);
    row->figure = zt_chart_figure_within(chart, row->quantity, style, FIGURE_MOST * plan->width);
    plan->headroom = zt_chart_figure_headroom(&look);
    if (row->figure->width + 2 * ZT_GAUGE_GAP + row->word.width <= plan->width)
        return;
    row->under =
        zt_words_new(chart, row->word.text, &label, row->value.at, plan->width, ZT_ALIGN_START);
    row->word = (zt_mark_text){0};
}

/* The name, beside which a small value stands. */
static void set_name(zt_gauge_plan *plan, size_t item)
{
    const zt_chart *chart = plan->chart;
    zt_gauge_row *row = &plan->rows[item];
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double word = row->word.width > 0 ? ZT_GAUGE_GAP + row->word.width : 0;
    double taken = row->figure ? 0 : ZT_GAUGE_GAP + row->value.width + word;
    row->name =
        zt_words_new(chart, row->item->key, row->figure || row->item->highlight ? &strong : &look,
                     row->item->at, zt_max(plan->width - taken, plan->width / 4), ZT_ALIGN_START);
}

/* What is due, named by its series, under its stroke; 0 and 100% at the ends beside it. */
static void set_due(zt_gauge_plan *plan, size_t item)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_arena *arena = chart->setting->arena;
    zt_gauge_row *row = &plan->rows[item];
    zt_look look = zt_chart_look(chart, "tick");
    bool per_cent = zt_str_is(data->unit, "%");
    double full = per_cent ? 100 : row->end, left = plan->width, right = 0;
    row->due = data->series_count == 2 ? value_of(data, item, 1) : NULL;
    if (row->due) {
        zt_chart_label said = zt_chart_label_at(chart, item, 1);
        if (zt_str_holds(data->series[1], said.words))
            said.words = (zt_str){0}; /* 全年目标 says it */
        zt_str value = zt_chart_joined(chart, said.value, said.words);
        zt_str text =
            zt_str_from(zt_arena_printf(arena, ZT_CHART_IN(chart, "%.*s：%.*s", "%.*s: %.*s"),
                                        ZT_ARG(data->series[1]), ZT_ARG(value)));
        row->due_at = plan->end * zt_chart_value(data, row->due) / row->end;
        row->due_words =
            zt_words_new(chart, text, &look, row->due->at, plan->width, ZT_ALIGN_CENTRE);
        double half = row->due_words.width / 2;
        double middle = zt_clamp(row->due_at, half, zt_max(half, plan->width - half));
        left = middle - half - look.text.size;
        right = middle + half + look.text.size;
    }
    if (!per_cent)
        return;
    row->full_at = plan->end * full / row->end;
    row->zero = zt_mark_text_new(chart, ZT_STR("0"), &look, data->kind_at);
    row->full = zt_mark_text_new(chart, ZT_STR("100%"), &look, data->kind_at);
    if (row->zero.width > left)
        row->zero = (zt_mark_text){0};
    right = zt_max(right, row->zero.width + look.text.size);
    if (row->full_at - row->full.width < right)
        row->full = (zt_mark_text){0};
}

/* ---- zones ---- */

/* Adds the zones of an item to the list at the foot. */
static void tell_zones(zt_gauge_plan *plan, size_t item)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_buf out;
    zt_buf_init(&out, chart->setting->arena);
    zt_buf_puts(&out, zt_foot_list_mark(chart, &plan->told));
    zt_buf_printf(&out, ZT_CHART_IN(chart, "%.*s（各段上限：", "%.*s (ends of the zones: "),
                  ZT_ARG(data->items[item].key));
    for (size_t s = 1; s < data->series_count; s++) {
        zt_chart_label said = zt_chart_label_at(chart, item, s);
        zt_buf_puts(&out, s > 1 ? ZT_CHART_IN(chart, "、", ", ") : "");
        zt_buf_printf(&out, ZT_CHART_IN(chart, "%.*s：%.*s", "%.*s %.*s"), ZT_ARG(data->series[s]),
                      ZT_ARG(zt_chart_joined(chart, said.value, said.words)));
    }
    zt_buf_puts(&out, ZT_CHART_IN(chart, "）", ")"));
    zt_foot_list_add(&plan->told, zt_buf_view(&out), data->items[item].at);
}

/* Names in the middle of their zones, limits under their ends; false where one has no room. */
static bool zones_fit(const zt_gauge_plan *plan, const zt_gauge_row *row)
{
    double before = 0;
    for (size_t i = 0; i < plan->zone_count; i++) {
        const zt_gauge_zone *zone = &row->zones[i];
        double size = zone->name.look.text.size, width = zone->limit.width;
        double at = zt_min(zone->at + width / 2, plan->width);
        if (zone->name.width + size / 2 > zone->to - zone->from || at - width < before)
            return false;
        before = at + size / 2;
    }
    return true;
}

/* Zones up to the limits that further series give, the last one to the end of the strip. */
static void set_zones(zt_gauge_plan *plan, size_t item)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_gauge_row *row = &plan->rows[item];
    zt_look look = zt_chart_look(chart, "tick");
    double from = 0;
    row->zones = ZT_ARRAY(chart->setting->arena, plan->zone_count, zt_gauge_zone);
    for (size_t i = 0; i < plan->zone_count; i++) {
        const zt_quantity *limit = value_of(data, item, i + 1);
        zt_chart_label said = zt_chart_label_at(chart, item, i + 1);
        double to = plan->width * zt_chart_value(data, limit) / row->end;
        row->zones[i] = (zt_gauge_zone){
            .from = from,
            .at = to,
            .to = zt_max(from, i + 1 < plan->zone_count ? to : plan->width),
            .name = zt_mark_text_new(chart, data->series[i + 1], &look, row->item->at),
            .limit =
                zt_mark_text_new(chart, limit ? said.value : ZT_STR("—"), &look, row->item->at)};
        from = row->zones[i].to;
    }
    row->zones_said = zones_fit(plan, row);
    if (!row->zones_said)
        tell_zones(plan, item);
}

/* ---- the whole ---- */

double zt_gauge_under(const zt_gauge_row *row)
{
    return row->under.height > 0 ? ZT_GAUGE_GAP / 2 + row->under.height : 0;
}

double zt_gauge_row_lead(const zt_gauge_plan *plan, const zt_gauge_row *row)
{
    double name = row->name.height;
    if (!row->figure)
        return zt_max(name, zt_mark_text_height(&row->value)) + ZT_GAUGE_GAP +
               (row->zones ? ZT_GAUGE_POINTER : 0);
    double pointer = row->zones ? ZT_GAUGE_POINTER : 0;
    return name + zt_gauge_under(row) + 3 * ZT_GAUGE_GAP + plan->headroom + row->figure->ascent +
           pointer;
}

double zt_gauge_row_height(const zt_gauge_plan *plan, const zt_gauge_row *row)
{
    double tick = 1.2 * zt_chart_look(plan->chart, "tick").text.size, under = 0;
    if (row->zones)
        under = row->zones_said ? 2 * tick : 0;
    else
        under =
            zt_max(row->due_words.height, row->zero.width > 0 || row->full.width > 0 ? tick : 0);
    return zt_gauge_row_lead(plan, row) + plan->strip + (under > 0 ? ZT_GAUGE_GAP + under : 0);
}

zt_gauge_plan *zt_gauge_plan_new(const zt_chart *chart, double width)
{
    const zt_chart_data *data = chart->data;
    zt_gauge_plan *plan = ZT_NEW(chart->setting->arena, zt_gauge_plan);
    *plan = (zt_gauge_plan){.chart = chart, .width = width, .count = data->item_count};
    plan->large = plan->count <= LARGE_MOST;
    plan->zone_count = data->series_count > 2 ? data->series_count - 1 : 0;
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->count, zt_gauge_row);
    plan->told = zt_foot_list_new(chart, plan->count);
    plan->end = strip_end(plan);
    for (size_t i = 0; i < plan->count; i++) {
        zt_gauge_row *row = &plan->rows[i];
        row->item = &data->items[i];
        row->quantity = value_of(data, i, 0);
        row->end = end_of(plan, i);
        row->length = plan->end * zt_chart_value(data, row->quantity) / row->end;
        set_value(plan, i);
        set_name(plan, i);
        if (plan->zone_count > 0)
            set_zones(plan, i);
        else
            set_due(plan, i);
    }
    zt_foot_list_set(chart, &plan->told, width);
    zt_look tick = zt_chart_look(chart, "tick");
    if (!plan->large)
        plan->head = zt_mark_text_new(chart, data->series[0], &tick, data->kind_at);
    plan->lead = plan->head.width > 0 ? 1.5 * tick.text.size : 0;
    plan->strip = plan->large ? STRIP : STRIP_SMALL;
    plan->between = BETWEEN_LEAST + (BETWEEN - BETWEEN_LEAST) * zt_setting_squeeze(chart->setting);
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
