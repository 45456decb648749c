/* What stands at a station: its name, and below it its values. Nets and strips measure and place it
   themselves. */
#include "chart/route_imp.h"

/* 7天 in one line; 南向 7天 where several lines have a value of their own. */
static zt_mark_text value_of(const zt_chart *chart, size_t item, size_t line, bool named)
{
    const zt_quantity *q = chart->data->items[item].values[line];
    zt_look look = zt_chart_look(chart, "value"), label = zt_chart_look(chart, "label");
    look = zt_look_at_size(&look, label.text.size);
    zt_chart_label said = zt_chart_label_at(chart, item, line);
    zt_str text = zt_str_from(zt_arena_printf(
        chart->setting->arena, "%.*s%s%.*s%.*s", named ? (int)chart->data->series[line].len : 0,
        chart->data->series[line].data, named ? " " : "", ZT_ARG(said.value), ZT_ARG(said.words)));
    if (named)
        return zt_mark_text_new(chart, text, &look, q->at);
    return zt_mark_value_new(chart, q, text, &look, q->at);
}

double zt_route_value_height(const zt_mark_text *value)
{
    return zt_mark_text_height(value) + (value->slot ? 0.25 * value->look.text.size : 0);
}

/* Name and values in that look. */
static zt_route_label label_in(const zt_chart *chart, size_t item, size_t line, double limit,
                               zt_align align, zt_look look)
{
    const zt_chart_data *data = chart->data;
    const zt_chart_item *from = &data->items[item];
    zt_route_label label = {.align = align};
    label.name = zt_words_new(chart, from->key, &look, from->at, limit, align);
    label.values = ZT_ARRAY(chart->setting->arena, data->series_count + 1, zt_mark_text);
    size_t known = 0;
    for (size_t s = 0; s < data->series_count; s++)
        known += from->values[s] != NULL;
    for (size_t s = 0; s < data->series_count; s++)
        if (from->values[s] && (line == SIZE_MAX || line == s))
            label.values[label.value_count++] =
                value_of(chart, item, s, line == SIZE_MAX && known > 1);
    label.width = label.name.width;
    label.height = label.name.height;
    for (size_t i = 0; i < label.value_count; i++) {
        label.width = zt_max(label.width, label.values[i].width);
        label.height += zt_route_value_height(&label.values[i]);
    }
    return label;
}

zt_route_label zt_route_label_new(const zt_chart *chart, size_t item, size_t line, double limit,
                                  zt_align align)
{
    zt_look look = zt_chart_look(chart, "label");
    if (chart->data->items[item].highlight)
        look = zt_chart_strong(chart, &look);
    return label_in(chart, item, line, limit, align, look);
}

zt_route_label zt_route_pole_label(const zt_chart *chart, size_t item, double limit, zt_align align)
{
    const double larger = 1.5; /* times the other names */
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    look = zt_look_at_size(&strong, larger * look.text.size);
    return label_in(chart, item, SIZE_MAX, larger * limit, align, look);
}
