/* Which series and items of flows are one node, and in which column each stands. */
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

/* Series at the left, items at the right, whatever their names: flows that would come back to where
   they began go from one state of a thing to another (成都 of one year to 成都 of the next). */
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

zt_sankey_net zt_sankey_net_of(const zt_chart_data *data, zt_arena *arena)
{
    zt_sankey_net net = {.columns = 2};
    net.of_item = ZT_ARRAY(arena, data->item_count + 1, size_t);
    name_nodes(data, &net);
    net.column = ZT_ARRAY(arena, data->series_count + data->item_count + 1, size_t);
    size_t round = 0;
    while (round <= net.count && move_on(data, &net))
        round++;
    if (round > net.count) /* no way is longer than there are nodes: it runs in a circle */
        part_sides(data, &net);
    for (size_t n = 0; n < net.count; n++)
        net.columns = net.column[n] + 1 > net.columns ? net.column[n] + 1 : net.columns;
    return net;
}

zt_sankey_node zt_sankey_node_of(const zt_chart_data *data, zt_sankey_side side, size_t index)
{
    bool from = side == ZT_SANKEY_FROM;
    zt_sankey_node node = {.index = index};
    node.name = from ? data->series[index] : data->items[index].key;
    node.at = from ? data->kind_at : data->items[index].at;
    node.lit = from ? node.name.len > 0 && zt_chart_series_is_lit(data, index)
                    : data->items[index].highlight;
    if (node.name.len == 0)
        node.name = ZT_STR("合计");
    return node;
}

zt_paint zt_sankey_paint(const zt_sankey_plan *plan, const zt_sankey_flow *flow)
{
    const zt_chart_params *p = plan->chart->params;
    const zt_paint paints[] = {{p->third, 1}, {p->third, 0.5}, {p->rest, 1}, {p->rest, 0.75}};
    if (flow->lit)
        return ZT_SOLID(p->accent);
    return paints[flow->ends[ZT_SANKEY_FROM]->index % (sizeof paints / sizeof *paints)];
}
