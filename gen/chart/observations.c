/* Observations in order, and their quantiles. */
#include "chart/observations.h"

#include "model/number_style.h"

#include <math.h>
#include <stdlib.h>

/* By value; equal ones as they were written. */
static int compare(const void *a, const void *b)
{
    const zt_observation *p = a, *q = b;
    if (p->value < q->value || p->value > q->value)
        return p->value < q->value ? -1 : 1;
    return p->index < q->index ? -1 : p->index > q->index;
}

zt_observations zt_observations_new(const zt_chart *chart, size_t series)
{
    const zt_chart_data *data = chart->data;
    zt_observations all = {0};
    all.values = ZT_ARRAY(chart->setting->arena, data->item_count + 1, zt_observation);
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = data->items[i].values ? data->items[i].values[series] : NULL;
        if (!zt_chart_has_value(q))
            continue;
        all.values[all.count++] = (zt_observation){&data->items[i], i, q, zt_chart_value(data, q)};
        int decimals = zt_names_its_unit(q) ? q->printed.decimals + data->scale - q->scale
                                            : q->printed.decimals;
        all.decimals = decimals > all.decimals ? decimals : all.decimals;
    }
    all.decimals = all.decimals > 6 ? 6 : all.decimals;
    qsort(all.values, all.count, sizeof *all.values, compare);
    return all;
}

double zt_observations_quantile(const zt_observations *all, double part)
{
    double at = part * (double)(all->count - 1);
    size_t low = (size_t)floor(at), high = low + 1 < all->count ? low + 1 : low;
    double rest = at - (double)low;
    return all->values[low].value + rest * (all->values[high].value - all->values[low].value);
}

zt_str zt_observations_print(const zt_chart *chart, const zt_observations *all, double value)
{
    zt_buf out;
    zt_num num = {.decimals = all->decimals + 1};
    double scaled = round(value * pow(10, num.decimals));
    zt_buf_init(&out, chart->setting->arena);
    num.scaled = fabs(scaled) < 1e17 ? (int64_t)scaled : 0;
    if (num.scaled % 10 == 0) {
        num.scaled /= 10;
        num.decimals--;
    }
    zt_num_print_grouped(&out, num, zt_number_grouping(chart->data));
    return zt_buf_view(&out);
}

const bool *zt_observations_unsaid(const zt_chart *chart)
{
    const zt_chart_data *data = chart->data;
    bool *unsaid = ZT_ARRAY(chart->setting->arena, data->item_count * data->series_count + 1, bool);
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values[s];
            unsaid[i * data->series_count + s] =
                q && (!zt_chart_has_value(q) || zt_status_word(q).len > 0);
        }
    return unsaid;
}
