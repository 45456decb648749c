/* Nodes and flows, as both sides and columns have them. */
#include "chart/sankey_imp.h"

#include "chart/chart_imp.h"

zt_sankey_node zt_sankey_node_of(const zt_chart_data *data, zt_sankey_side side, size_t index)
{
    bool from = side == ZT_SANKEY_FROM;
    zt_sankey_node node = {.index = index};
    node.name = from ? data->series[index] : data->items[index].key;
    node.at = from ? data->kind_at : data->items[index].at;
    node.lit = from ? node.name.len > 0 && zt_chart_series_is_lit(data, index)
                    : data->items[index].highlight;
    if (node.name.len == 0)
        node.name = zt_str_from(ZT_IN(data->language, "合计", "Total"));
    return node;
}

zt_str zt_sankey_sum_text(const zt_chart *chart, const zt_sankey_sum *sum)
{
    if (sum->quantities.count == 1)
        return zt_chart_label_at(chart, sum->item, sum->series).value;
    if (sum->quantities.count == 0 || zt_unit_is_per_cent(chart->data)) /* of different wholes */
        return (zt_str){0};
    return zt_chart_sum(chart->setting->arena, chart->data, sum->quantities.items,
                        sum->quantities.count);
}

bool zt_sankey_set_total(const zt_chart *chart, zt_sankey_node *node, zt_sankey_side side,
                         const zt_sankey_sum *sum, const zt_look *look)
{
    zt_str text = zt_sankey_sum_text(chart, sum);
    node->prints[side] = sum->quantities.count == 1;
    if (!node->prints[side]) {
        node->total = zt_mark_text_new(chart, text, look, node->at);
        return text.len > 0;
    }
    const zt_quantity *only = sum->quantities.items[0];
    zt_str words = zt_chart_label_at(chart, sum->item, sum->series).words;
    node->total = zt_mark_value_new(chart, only, text, look, only->at);
    node->standing = zt_mark_text_new(chart, words, look, node->total.at);
    return false;
}

void zt_sankey_set_label(zt_sankey_node *node, bool behind, double gap)
{
    double figure = node->total.width + node->standing.width;
    double line = figure > 0 ? zt_mark_text_height(&node->total) : 0;
    node->behind = behind;
    node->label_width = !behind    ? zt_max(node->words.width, figure)
                        : line > 0 ? node->words.width + gap + figure
                                   : node->words.width;
    node->label_height = behind ? zt_max(node->words.height, line) : node->words.height + line;
}

/* Lit flows in the accent, the others by where they come from. */
static zt_paint paint_of(const zt_chart_params *p, const zt_sankey_flow *flow)
{
    const zt_paint paints[] = {{p->third, 1}, {p->third, 0.5}, {p->rest, 1}, {p->rest, 0.75}};
    if (flow->lit)
        return ZT_SOLID(p->accent);
    return paints[flow->series % (sizeof paints / sizeof *paints)];
}

zt_sankey_flow *zt_sankey_add_flow(zt_sankey_plan *plan, const zt_sankey_node *from,
                                   const zt_sankey_node *to, size_t item, size_t series)
{
    zt_sankey_flow *flow = &plan->flows[plan->flow_count++];
    *flow = (zt_sankey_flow){.quantity = plan->chart->data->items[item].values[series],
                             .ends = {from, to},
                             .item = item,
                             .series = series,
                             .lit = from->lit || to->lit,
                             .left = from->x + ZT_SANKEY_NODE,
                             .right = to->x,
                             .leg_count = to->column - from->column};
    flow->at_node = from->prints[ZT_SANKEY_FROM] || to->prints[ZT_SANKEY_TO];
    flow->paint = paint_of(plan->chart->params, flow);
    flow->legs = ZT_ARRAY(plan->chart->setting->arena, flow->leg_count, zt_sankey_leg);
    return flow;
}
