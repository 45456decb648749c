/* How the values of a chart are written. */
#include "model/number_style.h"

/* The figure as printed: its digits, without words and unit. */
static zt_str figure_of(const zt_quantity *q)
{
    zt_str text = q->derived ? q->bare : q->text;
    return zt_str_slice(text, q->figure_first < text.len ? q->figure_first : text.len,
                        q->figure_end < text.len ? q->figure_end : text.len);
}

/* Digits before the point. */
static size_t whole_digits(zt_str figure)
{
    size_t count = 0;
    for (size_t i = 0; i < figure.len && figure.data[i] != '.'; i++)
        count += figure.data[i] >= '0' && figure.data[i] <= '9';
    return count;
}

/* The first value that shows commas or thin spaces decides; values of five digits without any say
   that thousands are not parted. */
zt_grouping zt_number_grouping(const zt_chart_data *data)
{
    bool long_ones = false;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values ? data->items[i].values[s] : NULL;
            if (!q || !q->has_number)
                continue;
            zt_str figure = figure_of(q);
            if (zt_str_holds(figure, ZT_STR(",")) || zt_str_holds(figure, ZT_STR("，")))
                return ZT_GROUP_COMMA;
            if (zt_str_holds(figure, ZT_STR("\xE2\x80\x89"))) /* U+2009 */
                return ZT_GROUP_GAP;
            long_ones |= whole_digits(figure) >= 5;
        }
    return long_ones ? ZT_GROUP_NONE : ZT_GROUP_COMMA;
}
