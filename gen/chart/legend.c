/* Heads of series: swatch and words, row by row. */
#include "chart/legend.h"

/* The series in the accent: a highlighted one, else the last, which is the latest. */
static bool leads(const zt_chart_data *data, size_t series)
{
    for (size_t i = 0; i < data->series_count; i++)
        if (zt_chart_series_is_lit(data, i))
            return zt_chart_series_is_lit(data, series);
    return series + 1 == data->series_count;
}

/* The accent and three others: more series have fills. */
enum { INKS = 4 };

/* The ink of its own that the theme gives a series; NULL for none. */
static const zt_ink *own_ink(const zt_chart *chart, size_t series)
{
    return zt_chart_key_ink(chart, chart->data->series[series], NULL);
}

/* Whether some series has this ink by its key, so that no other one gets it. */
static bool is_taken(const zt_chart *chart, const zt_ink *ink)
{
    for (size_t s = 0; s < chart->data->series_count; s++)
        if (own_ink(chart, s) == ink)
            return true;
    return false;
}

/* The inks of the other series go in a fixed order, the lead's left out, so that a series keeps its
   ink in legend and plot; those that keys have taken are passed over while there are others. */
const zt_ink *zt_series_ink(const zt_chart *chart, const zt_chart_item *item, size_t series)
{
    const zt_chart_params *p = chart->params;
    const zt_ink *others[] = {p->rest, p->third, p->second};
    const zt_ink *left[3];
    const zt_chart_data *data = chart->data;
    size_t order = 0, count = 0;
    if (data->series_count == INKS && !leads(data, 0) && !leads(data, 1)) {
        others[0] = p->second; /* as dark as the accent: never beside it */
        others[2] = p->rest;
    }
    if (data->series_count == 1)
        return zt_chart_key_ink(chart, item->key, item->highlight ? p->accent : p->rest);
    const zt_ink *own = own_ink(chart, series);
    if (own || (leads(data, series) && !is_taken(chart, p->accent)))
        return own ? own : p->accent;
    for (size_t i = 0; i < 3; i++)
        if (!is_taken(chart, others[i]))
            left[count++] = others[i];
    for (size_t i = 0; i < series; i++)
        order += !leads(data, i) && !own_ink(chart, i);
    return count > 0 ? left[order % count] : others[order % 3];
}

zt_part_fill zt_series_fill(const zt_chart *chart, const zt_chart_item *item, size_t series)
{
    const zt_chart_data *data = chart->data;
    if (data->series_count <= INKS)
        return (zt_part_fill){zt_series_ink(chart, item, series), ZT_FILL_PLAIN};
    bool *lead = ZT_ARRAY(chart->setting->arena, data->series_count, bool);
    for (size_t s = 0; s < data->series_count; s++)
        lead[s] = leads(data, s);
    return zt_fills_new(chart, data->series_count, lead)[series];
}

bool zt_series_check(const zt_chart_data *data, zt_diags *diags)
{
    if (data->series_count <= ZT_FILLS_MOST)
        return true;
    zt_report(diags, ZT_ERROR, "too-many-series", data->kind_at,
              "一项 %zu 个系列，多于 %d 个就分不清；应改用 heatmap，或拆成几张图",
              "%zu series at each item; more than %d cannot be told apart: use heatmap, or draw "
              "several charts",
              data->series_count, ZT_FILLS_MOST);
    return false;
}

/* What the model says of the unit; empty when it is said elsewhere. */
static zt_mark_text unit_text(const zt_chart *chart)
{
    zt_look look = zt_chart_look(chart, "tick");
    return zt_mark_text_new(chart, zt_chart_unit_line(chart->setting->arena, chart->data), &look,
                            chart->data->kind_at);
}

double zt_unit_line(const zt_chart *chart, zt_group *into)
{
    zt_mark_text unit = unit_text(chart);
    double line = unit.look.text.size;
    if (unit.width <= 0)
        return 0;
    if (into)
        zt_mark_text_centre(chart, &unit, into, ZT_ALIGN_START, 0, 0.55 * line);
    return 1.5 * line;
}

/* Swatches and heads in the order of the series. A row that is full goes on below; a head wider
   than the place stands alone and is not broken. */
double zt_legend(const zt_chart *chart, zt_group *into, double width)
{
    zt_look look = zt_chart_look(chart, "label");
    double size = look.text.size, swatch = 0.8 * size, x = 0, y = zt_unit_line(chart, into);
    if (chart->data->series_count < 2)
        return y;
    y += 0.05 * size;
    for (size_t s = 0; s < chart->data->series_count; s++) {
        zt_mark_text head =
            zt_mark_text_new(chart, chart->data->series[s], &look, chart->data->kind_at);
        double room = 1.3 * swatch + head.width, middle;
        if (x > 0 && x + room > width) {
            x = 0;
            y += 1.4 * size;
        }
        middle = y + size / 2;
        if (into) {
            zt_fill_bar(chart, into, chart->data->kind_at,
                        (zt_rect){x, middle - swatch / 2, swatch, swatch}, ZT_MARK_SOLID,
                        zt_series_fill(chart, &chart->data->items[0], s));
            zt_mark_text_centre(chart, &head, into, ZT_ALIGN_START, x + 1.3 * swatch, middle);
        }
        x += room + 1.5 * size;
    }
    return y + 1.5 * size;
}
