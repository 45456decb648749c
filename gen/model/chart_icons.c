/* Icons of a pictogram are whole: what they stand for is a round number that the reader is told. */
#include "model/chart_icons.h"

#include "model/chart_labels.h"
#include "model/number_style.h"

#include <math.h>

enum { LEAST_POWER = -9, MOST_POWER = 15, ICONS_WISHED = 15 };

/* The greatest value in the unit of the data. */
static double greatest(const zt_chart_data *data)
{
    double most = 0;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++)
            if (data->items[i].values)
                most = fmax(most, zt_chart_value(data, data->items[i].values[s]));
    return most;
}

zt_num zt_icon_each(double most, int wished, int least_power)
{
    static const int steps[] = {1, 2, 5};
    for (int power = least_power; most > 0 && power <= MOST_POWER; power++)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
            zt_num each = {.scaled = steps[i]};
            if (most / (steps[i] * pow(10, power)) <= wished + 1e-9 && zt_num_scale(&each, power))
                return each;
        }
    return (zt_num){.scaled = 1};
}

zt_num zt_chart_icon_each(const zt_chart_data *data)
{
    return data->has_each ? data->each : zt_icon_each(greatest(data), ICONS_WISHED, LEAST_POWER);
}

/* A hair more than half, so that what doubles make of 2.5 is rounded up. */
size_t zt_chart_icon_count(const zt_chart_data *data, const zt_quantity *quantity)
{
    double icons = zt_chart_value(data, quantity) / zt_num_double(zt_chart_icon_each(data));
    return icons > 0 ? (size_t)floor(icons + 0.5 + 1e-9) : 0;
}

/* Whether any value is no multiple of what an icon stands for. */
static bool any_rounded(const zt_chart_data *data)
{
    double each = zt_num_double(zt_chart_icon_each(data));
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values ? data->items[i].values[s] : NULL;
            double icons = zt_chart_value(data, q) / each;
            if (fabs(icons - floor(icons + 0.5)) > 1e-6)
                return true;
        }
    return false;
}

zt_str zt_chart_icon_words(zt_arena *arena, const zt_chart_data *data)
{
    if (zt_str_holds(zt_rich_plain(arena, &data->deck), ZT_STR("图标")) ||
        zt_str_holds(zt_rich_plain(arena, &data->deck), ZT_STR("symbol")))
        return (zt_str){0};
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, ZT_IN(data->language, "每个图标代表", "Each symbol stands for "));
    zt_num_print_grouped(&out, zt_chart_icon_each(data), zt_number_grouping(data));
    zt_buf_str(&out, zt_unit_behind(arena, data->language, data->unit));
    if (any_rounded(data))
        zt_buf_puts(&out,
                    ZT_IN(data->language, "，不足一个的四舍五入", ", rounded to whole symbols"));
    return zt_buf_view(&out);
}
