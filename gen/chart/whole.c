/* One judgement of parts for ring, strip and hundred squares. */
#include "chart/whole.h"

#include <math.h>

/* A missing value counts as nothing. */
double zt_whole_sum(const zt_chart_data *data)
{
    double sum = 0;
    for (size_t i = 0; i < data->item_count; i++)
        sum += zt_chart_value(data, zt_chart_first_value(&data->items[i]));
    return sum;
}

/* Half a unit of the last decimal for each value, so that 33.3 three times still makes 100; a hair
   more for sums of doubles. */
double zt_whole_rounding(const zt_chart_data *data)
{
    double slip = 1e-9;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        if (zt_chart_has_value(q))
            slip += 0.5 * pow(10, -q->printed.decimals);
    }
    return slip;
}

/* The value of an item in a series, counted item by item; NULL when the item is not in it. */
static const zt_quantity *value_at(const zt_chart_data *data, size_t i)
{
    const zt_chart_item *item = &data->items[i / data->series_count];
    return item->values ? item->values[i % data->series_count] : NULL;
}

/* A value that is to come may be anything. */
static bool all_nought(const zt_chart_data *data)
{
    bool any = false;
    for (size_t i = 0; i < data->item_count * data->series_count; i++) {
        const zt_quantity *q = value_at(data, i);
        if (!q && data->series_count > 1)
            continue;
        if (!zt_chart_has_value(q) || q->value.scaled != 0)
            return false;
        any = true;
    }
    return any;
}

bool zt_whole_check_signs(const zt_chart_data *data, zt_diags *diags)
{
    for (size_t i = 0; i < data->item_count * data->series_count; i++) {
        const zt_quantity *q = value_at(data, i);
        if (zt_chart_value(data, q) >= 0)
            continue;
        zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                  "“%.*s”的值是 %.*s：负数不能是整体的一部分；应改用 bar 或 diverging",
                  "“%.*s” is %.*s: a part of a whole cannot be negative; use bar or diverging",
                  ZT_ARG(data->items[i / data->series_count].key), ZT_ARG(q->text));
        return false;
    }
    return true;
}

/* Parts that are all nought have no whole. More than 100 is an error only beyond what rounding
   explains. */
bool zt_whole_check(const zt_chart_data *data, zt_diags *diags, bool of_hundred)
{
    double sum = zt_whole_sum(data);
    if (all_nought(data)) {
        zt_report(diags, ZT_ERROR, "nothing-to-part", data->kind_at,
                  "各项都是零，没有可分的整体；应删去这张图，或改用 bar",
                  "all parts are nought, so there is no whole to part; take the chart out, or use "
                  "bar");
        return false;
    }
    if (!of_hundred || sum <= 100 + zt_whole_rounding(data))
        return true;
    zt_arena *scratch = zt_diags_scratch(diags);
    zt_buf buf;
    zt_buf_init(&buf, scratch);
    zt_buf_number(&buf, sum, 2);
    zt_report(diags, ZT_ERROR, "share-over-100", data->kind_at,
              "各份相加为 %s%%，超过 100%%，不是一个整体；应改正数字，或改用 bar",
              "the shares add up to %s%%, more than 100%%, and make no whole; correct them, or use "
              "bar",
              buf.data);
    zt_arena_drop(scratch);
    return false;
}
