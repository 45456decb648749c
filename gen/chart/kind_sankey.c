/* Flows from origins to ends: a band for each value, as thick as it is large. */
#include "chart/legend.h"
#include "chart/sankey_imp.h"

#include <math.h>

static const double THIN = ZT_MM(1);      /* a thinner band has no outline, only its ink */
static const double LEADER = ZT_MM(0.15); /* from a node to a label that was moved */

/* What one drawing needs beside the plan; points, frame of the plot. */
typedef struct sankey_drawing {
    const zt_sankey_plan *plan;
    zt_group *flows, *nodes, *axis, *labels;
} sankey_drawing;

/* Everything has one height, for the values in the bands. */
static zt_chart_plan sankey_plan(const zt_chart *chart, double width)
{
    const zt_sankey_plan *plan = zt_sankey_plan_new(chart, width);
    double height = plan->foot + plan->told.height + plan->notes.height;
    return (zt_chart_plan){.extent = {height, height}, .own = plan};
}

/* ---- bands ---- */

/* Half of a band's outline, from x to x, with both controls in the middle. */
static void curve(zt_path *path, double from, double to, double y_from, double y_to)
{
    double middle = (from + to) / 2;
    zt_path_curve(path, (zt_point){middle, y_from}, (zt_point){middle, y_to}, (zt_point){to, y_to});
}

/* Along a band `down` points below its top, from x to x over all its legs, or back. */
static void run(zt_path *path, const zt_sankey_flow *flow, double in, double down, bool back)
{
    for (size_t k = 0; k < flow->leg_count; k++) {
        const zt_sankey_leg *leg = &flow->legs[back ? flow->leg_count - 1 - k : k];
        double left = zt_max(leg->left, flow->left + in);
        double right = zt_min(leg->right, flow->right - in);
        double y_left = leg->top[ZT_SANKEY_FROM] + down, y_right = leg->top[ZT_SANKEY_TO] + down;
        if (k > 0)
            zt_path_line(path, back ? right : left, back ? y_right : y_left);
        if (back)
            curve(path, right, left, y_right, y_left);
        else
            curve(path, left, right, y_left, y_right);
    }
}

/* Level from one end of a band to its first leg, or from its last leg to the other end. */
static void level(zt_path *path, double from, double to, double y)
{
    if (to - from > 0.001 || from - to > 0.001)
        zt_path_line(path, to, y);
}

/* The outline of a band, `in` points within its edges. */
static zt_path *band(const sankey_drawing *d, const zt_sankey_flow *flow, double in)
{
    const zt_sankey_leg *first = flow->legs, *last = &flow->legs[flow->leg_count - 1];
    double a = first->top[ZT_SANKEY_FROM] + in, b = last->top[ZT_SANKEY_TO] + in;
    double height = flow->height - 2 * in, left = flow->left + in, right = flow->right - in;
    double curved = zt_max(first->left, left), curved_to = zt_min(last->right, right);
    zt_path *path = zt_scene_add_path(d->plan->chart->setting->scene, d->flows, flow->quantity->at);
    zt_path_move(path, left, a);
    level(path, left, curved, a);
    run(path, flow, in, in, false);
    level(path, curved_to, right, b);
    zt_path_line(path, right, b + height);
    level(path, right, curved_to, b + height);
    run(path, flow, in, in + height, true);
    level(path, curved, left, a + height);
    zt_path_close(path);
    return path;
}

/* The paper that is seen beside a band where it runs over another. */
static void draw_edge(const sankey_drawing *d, const zt_sankey_flow *flow)
{
    zt_path *edge = band(d, flow, 0);
    edge->stroke = ZT_SOLID(&zt_ink_paper);
    edge->width = ZT_SANKEY_EDGE;
    edge->fill = ZT_SOLID(&zt_ink_paper);
    zt_path_done(edge);
}

/* The middle of a flow too thin for a band. */
static void draw_hairline(const sankey_drawing *d, const zt_sankey_flow *flow)
{
    const zt_sankey_leg *first = flow->legs, *last = &flow->legs[flow->leg_count - 1];
    double half = flow->height / 2;
    zt_path *line = zt_scene_add_path(d->plan->chart->setting->scene, d->flows, flow->quantity->at);
    zt_path_move(line, flow->left, first->top[ZT_SANKEY_FROM] + half);
    level(line, flow->left, first->left, first->top[ZT_SANKEY_FROM] + half);
    run(line, flow, 0, half, false);
    level(line, last->right, flow->right, last->top[ZT_SANKEY_TO] + half);
    line->stroke = flow->paint;
    line->width = ZT_SANKEY_HAIRLINE;
    zt_path_done(line);
}

/* Slanting lines from edge to edge: an estimate. */
static void draw_hatch(const sankey_drawing *d, const zt_sankey_flow *flow)
{
    const zt_chart *chart = d->plan->chart;
    double pitch = zt_chart_points(chart, chart->marks->hatch_pitch) * 1.4142135623730951;
    double length = flow->right - flow->left, slant = zt_min(flow->height, pitch);
    size_t count = length > slant ? (size_t)((length - slant) / pitch) : 0;
    zt_path *path = zt_scene_add_path(chart->setting->scene, d->flows, flow->quantity->at);
    for (size_t i = 0; i < count; i++) {
        double x = pitch * ((double)i + 0.5);
        double from = flow->left + x, to = from + slant;
        zt_path_move(path, from, zt_sankey_top(flow, from) + flow->height);
        zt_path_line(path, to, zt_sankey_top(flow, to));
    }
    path->stroke = flow->paint;
    path->width = zt_chart_points(chart, chart->marks->hatch_line);
    zt_path_done(path);
}

/* The outline of what is not known for certain, dashed for what is expected. */
static void draw_outline(const sankey_drawing *d, const zt_sankey_flow *flow, bool dashed)
{
    const zt_chart *chart = d->plan->chart;
    double line = zt_chart_points(chart, chart->marks->outline);
    zt_path *path = band(d, flow, line / 2);
    path->stroke = flow->paint;
    path->width = line;
    path->dash[0] = path->dash[1] = dashed ? 2.5 * line : 0;
    zt_path_done(path);
}

/* A band by the standing of its value; what is missing or nothing has none. */
static void draw_flow(const sankey_drawing *d, const zt_sankey_flow *flow)
{
    zt_mark_fill fill = zt_mark_fill_of(flow->quantity);
    if (flow->height <= 0)
        return;
    if (flow->height < ZT_SANKEY_HAIRLINE) {
        draw_hairline(d, flow);
        return;
    }
    draw_edge(d, flow);
    if (fill == ZT_MARK_SOLID || flow->height < THIN) {
        zt_path *path = band(d, flow, 0);
        path->fill = flow->paint;
        zt_path_done(path);
        return;
    }
    if (fill == ZT_MARK_HATCHED)
        draw_hatch(d, flow);
    draw_outline(d, flow, fill == ZT_MARK_OUTLINED);
}

/* The open end of an approximate value, where the flow arrives. */
static void draw_open(const sankey_drawing *d, const zt_sankey_flow *flow)
{
    double radius = zt_min(ZT_MM(1), 0.3 * flow->height);
    double top = flow->legs[flow->leg_count - 1].top[ZT_SANKEY_TO];
    zt_point end = {flow->right - 1.5 * radius, top + flow->height / 2};
    if (zt_chart_is_open(flow->quantity) && radius > ZT_MM(0.3))
        zt_mark_open_end(d->plan->chart, d->flows, flow->quantity->at, end, radius,
                         flow->paint.ink);
}

/* ---- nodes ---- */

/* The name with its total behind it, or below it, flush with where the label stands. */
static void draw_label(const sankey_drawing *d, const zt_sankey_node *node)
{
    const zt_chart *chart = d->plan->chart;
    zt_align align = node->words.align;
    double part = align == ZT_ALIGN_START ? 0 : align == ZT_ALIGN_END ? 1 : 0.5;
    double figure = node->total.width + node->standing.width;
    double left = node->label_x - part * node->label_width, middle = node->label;
    double name_x = node->label_x, value_x = left + part * (node->label_width - figure);
    if (node->behind) {
        name_x = left + part * node->words.width;
        value_x = left + node->label_width - figure;
        zt_words_place(chart, &node->words, d->labels, name_x, middle - node->words.height / 2);
    } else {
        double top = node->label - node->label_height / 2;
        middle = top + node->words.height + zt_mark_text_height(&node->total) / 2;
        zt_words_place(chart, &node->words, d->labels, name_x, top);
    }
    zt_mark_text_centre(chart, &node->total, d->labels, ZT_ALIGN_START, value_x, middle);
    zt_mark_text_centre(chart, &node->standing, d->labels, ZT_ALIGN_START,
                        value_x + node->total.width, middle);
}

/* A line from the node to a label that does not stand beside it. */
static void draw_leader(const sankey_drawing *d, const zt_sankey_node *node, zt_sankey_side side)
{
    const zt_sankey_plan *plan = d->plan;
    double y = node->top + node->height / 2, free = ZT_MM(0.4);
    if (!zt_sankey_is_led(node))
        return;
    bool from = side == ZT_SANKEY_FROM;
    double near = from ? plan->left - ZT_SANKEY_NODE - free : plan->right + ZT_SANKEY_NODE + free;
    double far =
        from ? plan->label_widths[side] + free : plan->width - plan->label_widths[side] - free;
    zt_mark_rule(plan->chart, d->axis, (zt_point){near, y}, (zt_point){far, node->label}, LEADER);
}

/* The bar of a node, never less than a hairline. */
static void draw_node(const sankey_drawing *d, const zt_sankey_node *node, zt_sankey_side side)
{
    const zt_sankey_plan *plan = d->plan;
    double height = zt_max(node->height, ZT_SANKEY_HAIRLINE);
    zt_rect box = {node->x, node->top + (node->height - height) / 2, ZT_SANKEY_NODE, height};
    zt_mark_bar(plan->chart, d->nodes, node->at, box, ZT_MARK_SOLID, plan->chart->params->second);
    if (plan->column_count == 0)
        draw_leader(d, node, side);
    draw_label(d, node);
}

static void sankey_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_sankey_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    sankey_drawing d = {.plan = plan};
    d.flows = zt_mark_layer(chart, into, "flows", plan->width, height);
    d.nodes = zt_mark_layer(chart, into, "bars", plan->width, height);
    d.axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_unit_line(chart, d.labels);
    for (size_t i = 0; i < plan->flow_count; i++)
        draw_flow(&d, &plan->flows[i]);
    for (size_t i = 0; i < plan->flow_count; i++) {
        const zt_sankey_flow *flow = &plan->flows[i];
        draw_open(&d, flow);
        zt_mark_text_centre(chart, &flow->text, d.labels, ZT_ALIGN_CENTRE, flow->text_at.x,
                            flow->text_at.y);
    }
    for (int side = 0; side < ZT_SANKEY_SIDES; side++)
        for (size_t i = 0; i < plan->counts[side]; i++)
            draw_node(&d, &plan->nodes[side][i], (zt_sankey_side)side);
    zt_foot_list_place(chart, &plan->told, d.labels, plan->foot);
    zt_note_list_place(chart, &plan->notes, d.labels, plan->foot + plan->told.height);
}

/* Reports should-be-bars at a negative flow: nothing flows less than nought. */
static bool check_signs(const zt_chart_data *data, zt_diags *diags)
{
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values[s];
            if (zt_chart_value(data, q) >= 0)
                continue;
            zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                      "“%.*s”是负数，画不成流量；应改用 bar，或把来处与去处对调",
                      "“%.*s” is negative and cannot flow; use bar, or swap where it comes from "
                      "and where it goes to",
                      ZT_ARG(q->text));
            return false;
        }
    return true;
}

static bool is_known(const zt_sankey_sum *sum)
{
    for (size_t i = 0; i < sum->quantities.count; i++)
        if (!zt_chart_has_value(sum->quantities.items[i]))
            return false;
    return sum->quantities.count > 0;
}

/* Reports sankey-sums (warning) where what comes into a node is not what goes out of it. */
static void check_sums(const zt_chart_data *data, zt_diags *diags)
{
    zt_arena *arena = zt_diags_scratch(diags);
    zt_sankey_net net = zt_sankey_net_of(data, arena);
    for (size_t i = 0; i < data->item_count; i++) {
        size_t node = net.of_item[i];
        zt_sankey_sum in = zt_sankey_sum_of(data, &net, node, ZT_SANKEY_TO, arena);
        zt_sankey_sum out = zt_sankey_sum_of(data, &net, node, ZT_SANKEY_FROM, arena);
        if (!is_known(&in) || !is_known(&out) ||
            fabs(in.value - out.value) <= 1e-6 * zt_max(in.value, out.value))
            continue;
        zt_report(diags, ZT_WARNING, "sankey-sums", data->items[i].at,
                  "“%.*s”流入%.10g，流出%.10g，两数应相等；请核对，或补一条“其他”",
                  "“%.*s” takes in %.10g and gives out %.10g; both should be equal: check them, "
                  "or add a flow “其他”",
                  ZT_ARG(data->items[i].key), in.value, out.value);
    }
    zt_arena_drop(arena);
}

/* Reports no-items, rank-without-values, should-be-bars, sankey-sums. */
static bool sankey_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_chart_check_items(data, diags, "sankey") &&
                zt_chart_check_values(data, diags, "sankey") && check_signs(data, diags);
    if (good)
        check_sums(data, diags);
    return good;
}

const zt_chart_kind zt_chart_kind_sankey = {
    .name = "sankey",
    .spans = {8, 6, 12},
    .zh = "流向图：系列是来处，条目是去处，带宽合数值；两端印合计，放不进带中的值列在图下；条目与某"
          "系列同名，就是中间一列",
    .en = "Flows from series to items, as thick as they are large; both ends print totals, values "
          "without room in their band stand below; an item with the name of a series is a column "
          "between",
    .check = sankey_check,
    .plan = sankey_plan,
    .draw = sankey_draw,
};
