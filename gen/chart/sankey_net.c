/* Which series and items of flows are one node, in which column each stands, and what it adds up
 * to.
 */
#include "chart/sankey_imp.h"

#include "chart/chart_imp.h"

/* An item is the series of its name, else a node of its own. */
static void name_nodes(const zt_chart_data *data, zt_sankey_net *net)
{
    net->count = data->series_count;
    for (size_t i = 0; i < data->item_count; i++) {
        size_t s = 0;
        while (s < data->series_count &&
               !(data->series[s].len > 0 && zt_str_equal(data->series[s], data->items[i].key)))
            s++;
        net->of_item[i] = s < data->series_count ? s : net->count++;
    }
}

/* Series at the left, items at the right, whatever their names. */
static void part_sides(const zt_chart_data *data, zt_sankey_net *net)
{
    net->count = data->series_count + data->item_count;
    for (size_t i = 0; i < data->item_count; i++) {
        net->of_item[i] = data->series_count + i;
        net->column[net->of_item[i]] = 1;
    }
    for (size_t s = 0; s < data->series_count; s++)
        net->column[s] = 0;
}

/* One round of longest ways: whether a node had to move to the right. */
static bool move_on(const zt_chart_data *data, zt_sankey_net *net)
{
    bool moved = false;
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->item_count; i++) {
            size_t to = net->of_item[i];
            if (!data->items[i].values[s] || net->column[to] > net->column[s])
                continue;
            net->column[to] = net->column[s] + 1;
            moved = true;
        }
    return moved;
}

/* Two columns, with room for as many nodes as there are series and items. */
static zt_sankey_net new_net(const zt_chart_data *data, zt_arena *arena)
{
    zt_sankey_net net = {.columns = 2};
    net.of_item = ZT_ARRAY(arena, data->item_count + 1, size_t);
    net.column = ZT_ARRAY(arena, data->series_count + data->item_count + 1, size_t);
    return net;
}

zt_sankey_net zt_sankey_net_sides(const zt_chart_data *data, zt_arena *arena)
{
    zt_sankey_net net = new_net(data, arena);
    part_sides(data, &net);
    return net;
}

zt_sankey_net zt_sankey_net_of(const zt_chart_data *data, zt_arena *arena)
{
    zt_sankey_net net = new_net(data, arena);
    name_nodes(data, &net);
    size_t round = 0;
    while (round <= net.count && move_on(data, &net))
        round++;
    /* No way is longer than there are nodes, unless it runs in a circle: such flows go from one
       state of a thing to another (成都 of one year to 成都 of the next). */
    for (size_t n = 0; round <= net.count && n < net.count; n++)
        net.columns = net.column[n] + 1 > net.columns ? net.column[n] + 1 : net.columns;
    if (net.columns == 2)
        part_sides(data, &net);
    return net;
}

static void add_value(const zt_chart_data *data, zt_sankey_sum *sum, size_t item, size_t series,
                      zt_arena *arena)
{
    const zt_quantity *q = data->items[item].values[series];
    if (!q)
        return;
    ZT_PUSH(arena, &sum->quantities, q);
    sum->value += zt_max(0, zt_chart_value(data, q));
    sum->item = item;
    sum->series = series;
}

zt_sankey_sum zt_sankey_sum_of(const zt_chart_data *data, const zt_sankey_net *net, size_t node,
                               zt_sankey_side side, zt_arena *arena)
{
    zt_sankey_sum sum = {.value = 0};
    bool goes = side == ZT_SANKEY_FROM && node < data->series_count;
    for (size_t i = 0; i < data->item_count; i++) {
        bool comes = side == ZT_SANKEY_TO && net->of_item[i] == node;
        if (goes)
            add_value(data, &sum, i, node, arena);
        for (size_t s = 0; comes && s < data->series_count; s++)
            add_value(data, &sum, i, s, arena);
    }
    return sum;
}
