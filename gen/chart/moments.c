/* Rows and moments of data that were written either way round: a desk may list places with two
   years each, or years with two places each. Which way it is, is decided here once, from how
   many items and series there are and whether the names of the items are times; the kinds then
   ask for rows and columns alone. */
#include "chart/moments.h"

/* Rows and columns either way round. */
static zt_moments moments_of(const zt_chart_data *data, bool turned)
{
    return (zt_moments){.data = data,
                        .turned = turned,
                        .row_count = turned ? data->series_count : data->item_count,
                        .column_count = turned ? data->item_count : data->series_count};
}

/* Two items of any but two series are the columns. Two by two can be read both ways; then names
   of times settle it, as times are what values are compared by. */
zt_moments zt_moments_of_pairs(const zt_chart_data *data)
{
    bool turned =
        data->item_count == 2 && (data->series_count != 2 || zt_chart_items_are_times(data));
    return moments_of(data, turned);
}

zt_moments zt_moments_of_times(const zt_chart_data *data)
{
    return moments_of(data, zt_chart_items_are_times(data));
}

/* The name of an item or the head of a series. */
static zt_str name_of(const zt_chart_data *data, bool of_series, size_t index)
{
    return of_series ? data->series[index] : data->items[index].key;
}

zt_str zt_moments_row(const zt_moments *m, size_t row)
{
    return name_of(m->data, m->turned, row);
}

zt_str zt_moments_column(const zt_moments *m, size_t column)
{
    return name_of(m->data, !m->turned, column);
}

const zt_quantity *zt_moments_value(const zt_moments *m, size_t row, size_t column)
{
    const zt_chart_item *item = &m->data->items[m->turned ? column : row];
    return item->values ? item->values[m->turned ? row : column] : NULL;
}

zt_mark_text zt_moments_text(const zt_chart *chart, const zt_moments *m, size_t row, size_t column,
                             const zt_look *look)
{
    zt_arena *arena = chart->setting->arena;
    const zt_quantity *q = zt_moments_value(m, row, column);
    if (!q)
        return zt_mark_value_new(chart, NULL, (zt_str){0}, look, zt_moments_row_at(m, row));
    zt_str phrase = zt_chart_value_phrase(arena, chart->data, q), word = zt_status_word(q);
    if (word.len > 0)
        phrase = zt_str_from(zt_arena_printf(arena, "%.*s %.*s", ZT_ARG(phrase), ZT_ARG(word)));
    return zt_mark_value_new(chart, q, phrase, look, q->at);
}

const zt_quantity *zt_moments_number(const zt_moments *m, size_t row, size_t column)
{
    const zt_quantity *q = zt_moments_value(m, row, column);
    return zt_chart_has_value(q) ? q : NULL;
}

/* Of an item its own place; a series is not kept with one. */
static zt_pos place_of(const zt_chart_data *data, bool of_series, size_t index)
{
    return of_series ? data->kind_at : data->items[index].at;
}

zt_pos zt_moments_row_at(const zt_moments *m, size_t row)
{
    return place_of(m->data, m->turned, row);
}

zt_pos zt_moments_column_at(const zt_moments *m, size_t column)
{
    return place_of(m->data, !m->turned, column);
}

bool zt_moments_is_highlit(const zt_moments *m, size_t row)
{
    if (m->turned)
        return zt_chart_series_is_lit(m->data, row);
    return m->data->items[row].highlight;
}

const zt_ink *zt_moments_ink(const zt_chart *chart, const zt_moments *m, size_t row)
{
    zt_str key = m->turned ? m->data->series[row] : m->data->items[row].key;
    return zt_chart_key_ink(
        chart, key, zt_moments_is_highlit(m, row) ? chart->params->accent : chart->params->rest);
}

bool zt_moments_check_pairs(const zt_chart_data *data, zt_diags *diags, const char *kind)
{
    if (!zt_chart_check_items(data, diags, kind))
        return false;
    size_t columns = zt_moments_of_pairs(data).column_count;
    if (columns == 2)
        return true;
    zt_report(diags, ZT_ERROR, "pairs-needed", data->kind_at,
              "图表“%s”要每项各有两个值（两个系列），这里有 %zu 个系列；应改用 %s",
              "chart “%s” needs two values of each item (two series), here are %zu series; use %s",
              kind, columns, columns < 2 ? "bar" : "line");
    return false;
}
