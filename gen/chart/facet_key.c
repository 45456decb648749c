/* The inks of small multiples and of combined series, and the key that names the latter. */
#include "chart/facet_imp.h"

static const double KEY_STROKE = 1.8; /* of a swatch: the stroke for a line */

bool zt_facet_is_line(const zt_facets_plan *plan, size_t series)
{
    const zt_chart_data *data = plan->chart->data;
    return data->as_line && data->as_line[series];
}

/* Of combined series the one that is highlighted has the accent, else the first line. */
static size_t lead_of(const zt_facets_plan *plan)
{
    for (size_t s = 0; s < plan->count; s++)
        if (zt_chart_series_is_lit(plan->chart->data, s))
            return s;
    size_t lead = 0;
    while (!zt_facet_is_line(plan, lead))
        lead++;
    return lead;
}

/* The others by weight, neighbours apart on a grey plate. */
static const zt_ink *combined_ink(const zt_facets_plan *plan, size_t series)
{
    const zt_chart_params *shared = plan->chart->params;
    const zt_ink *const others[] = {shared->rest, shared->third, shared->second,
                                    plan->chart->axis_ink};
    size_t lead = lead_of(plan);
    if (series == lead)
        return shared->accent;
    return others[(series < lead ? series : series - 1) % 4];
}

const zt_ink *zt_facet_ink(const zt_facets_plan *plan, size_t panel, size_t item)
{
    const zt_chart_data *data = plan->chart->data;
    if (plan->combined)
        return combined_ink(plan, panel);
    bool accent = zt_chart_series_is_lit(plan->chart->data, panel) ||
                  (item < data->item_count && data->items[item].highlight);
    return accent ? plan->chart->params->accent : plan->chart->params->rest;
}

/* A square for columns, a stroke with its dot for a line; middle left at x, y. */
static void draw_swatch(const zt_facets_plan *plan, zt_group *into, size_t series, double x,
                        double y, double size)
{
    const zt_chart *chart = plan->chart;
    const zt_ink *ink = zt_facet_ink(plan, series, 0);
    if (!zt_facet_is_line(plan, series)) {
        zt_mark_bar(chart, into, chart->data->kind_at, (zt_rect){x, y - size / 2, size, size},
                    ZT_MARK_SOLID, ink);
        return;
    }
    zt_scene_rule(chart->setting->scene, into, chart->data->kind_at, (zt_point){x, y},
                  (zt_point){x + KEY_STROKE * size, y}, ZT_FACET_LINE_ACCENT, ZT_SOLID(ink));
    zt_scene_disc(chart->setting->scene, into, chart->data->kind_at,
                  (zt_point){x + KEY_STROKE * size / 2, y}, ZT_FACET_DOT, ZT_SOLID(ink));
}

double zt_facet_key(const zt_facets_plan *plan, zt_group *into)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    double size = look.text.size, swatch = 0.8 * size, x = 0, y = 0;
    for (size_t s = 0; s < plan->count; s++) {
        double stroke = (zt_facet_is_line(plan, s) ? KEY_STROKE : 1) * swatch + 0.4 * size;
        zt_words head = zt_words_new(chart, chart->data->series[s], &look, chart->data->kind_at,
                                     plan->width - stroke, ZT_ALIGN_START);
        if (x > 0 && x + stroke + head.width > plan->width) {
            x = 0;
            y += 1.4 * size;
        }
        if (into) {
            draw_swatch(plan, into, s, x - plan->left, y + size / 2, swatch);
            zt_words_place(chart, &head, into, x + stroke - plan->left, y);
        }
        x += stroke + head.width + 1.5 * size;
        y += head.height > 1.2 * size ? head.height - size : 0;
    }
    return y + 1.9 * size;
}
