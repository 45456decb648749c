/* Planning flows. One scale holds for all: the side with the most white between its nodes sets
   it. Nodes stand by size, bands at a node in the order of their other ends, so that no two of one
   node cross. A value stands in its band where no other band runs over it; what finds no room is
   told below. */
#include "chart/sankey_imp.h"

#include "chart/fills.h"
#include "chart/legend.h"
#include "labels/spread.h"

#include <math.h>
#include <stdlib.h>

/* In points, or shares of what is named. */
static const double HEIGHT = 0.47; /* of the field, of the width */
static const double HEIGHT_LEAST = ZT_MM(46), HEIGHT_MOST = ZT_MM(80);
static const double NODE_GAP = ZT_MM(4.2), GAPS_SHARE = 0.4; /* of all gaps, of the height */
static const double LABEL_SHARE = 0.28;                      /* of a side's labels, of the width */
static const double NARROW = ZT_MM(60);                      /* below it totals stand under names */
static const double LABEL_GAP = 0.35;       /* between labels of a side, of the type size */
static const double LINES_GAP = 0.7;        /* the same where labels have several lines */
static const double CLEAR = ZT_MM(1.8);     /* from a node to its label */
static const double CLEAR_LED = ZT_MM(4);   /* the same where leaders run between them */
static const double VALUE_GAP = 0.3;        /* between name and total, of the type size */
static const double DARK = 45, LIGHT = 65;  /* grey of grounds for white and for black type */
static const double TYPE_SHARE = 0.9;       /* of a band's height, for type in it */
static const double INSET = ZT_MM(1.6);     /* from the end of a band to its value */
static const double BANDS_LEAST = ZT_MM(5); /* from node to node */
static const double OPEN_END = ZT_MM(2.5);  /* of an approximate value, where its band arrives */
static const double OFF_BAND = ZT_MM(0.6);  /* from a value to another band */
enum { SAMPLES = 12 };                      /* places along a value at which bands are compared */

double zt_sankey_course(double across)
{
    double low = 0, high = 1;
    /* The bands are cubic curves with both controls in the middle: x is 1.5 t (1 - t) + t^3. */
    for (int i = 0; i < 40; i++) {
        double t = (low + high) / 2;
        *(1.5 * t * (1 - t) + t * t * t < across ? &low : &high) = t;
    }
    return low * low * (3 - 2 * low);
}

/* ---- nodes ---- */

/* Rests stand last, whatever their size. */
static bool is_rest(const zt_sankey_node *node)
{
    static const char *const words[] = {"其他", "其它", "其余", "Other", "Rest", NULL};
    return zt_str_holds_any(node->name, words);
}

/* By size, rests last, equal ones as written. */
static int compare_nodes(const void *a, const void *b)
{
    const zt_sankey_node *p = a, *q = b;
    if (is_rest(p) != is_rest(q))
        return is_rest(p) ? 1 : -1;
    if (p->value > q->value || p->value < q->value)
        return p->value > q->value ? -1 : 1;
    return p->index < q->index ? -1 : p->index > q->index;
}

/* The flows of a node of a side. */
static zt_sankey_sum sum_of(const zt_sankey_plan *plan, const zt_sankey_net *net,
                            zt_sankey_side side, const zt_sankey_node *node)
{
    size_t n = side == ZT_SANKEY_FROM ? node->index : net->of_item[node->index];
    return zt_sankey_sum_of(plan->chart->data, net, n, side, plan->chart->setting->arena);
}

/* Both lists of nodes with their sums. */
static void find_nodes(zt_sankey_plan *plan, const zt_sankey_net *net)
{
    const zt_chart_data *data = plan->chart->data;
    plan->counts[ZT_SANKEY_FROM] = data->series_count;
    plan->counts[ZT_SANKEY_TO] = data->item_count;
    for (int side = 0; side < ZT_SANKEY_SIDES; side++) {
        size_t count = plan->counts[side];
        plan->nodes[side] = ZT_ARRAY(plan->chart->setting->arena, count + 1, zt_sankey_node);
        for (size_t i = 0; i < count; i++) {
            zt_sankey_node *node = &plan->nodes[side][i];
            *node = zt_sankey_node_of(data, (zt_sankey_side)side, i);
            node->value = sum_of(plan, net, (zt_sankey_side)side, node).value;
            node->column = (size_t)side;
        }
        qsort(plan->nodes[side], count, sizeof(zt_sankey_node), compare_nodes);
    }
}

/* What the name of a node may take of the width in type of a size: a share less a total behind it,
   or as much as that total. */
static double room_of(const zt_sankey_plan *plan, const zt_sankey_node *node, double size)
{
    double figure = node->total.width + node->standing.width;
    double limit = zt_max(LABEL_SHARE * plan->width, figure);
    double room = plan->beside && figure > 0 ? limit - figure - VALUE_GAP * size : limit;
    return zt_max(room, 3 * size);
}

/* Name and total, measured; true when the total is a sum that was computed here. */
static bool set_label(zt_sankey_plan *plan, const zt_sankey_net *net, zt_sankey_side side,
                      zt_sankey_node *node)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    if (node->lit)
        look = zt_chart_strong(chart, &look);
    zt_sankey_sum sum = sum_of(plan, net, side, node);
    bool computed = zt_sankey_set_total(chart, node, side, &sum, &look);
    zt_align align = side == ZT_SANKEY_FROM ? ZT_ALIGN_END : ZT_ALIGN_START;
    node->words = zt_words_within(chart, node->name, &look, node->at,
                                  room_of(plan, node, look.text.size), align);
    zt_sankey_set_label(node, plan->beside, VALUE_GAP * look.text.size);
    return computed;
}

/* The labels of both sides. Totals stand behind the names where the names keep one line so. */
static bool set_labels(zt_sankey_plan *plan, const zt_sankey_net *net)
{
    bool sums = false;
    for (int side = 0; side < ZT_SANKEY_SIDES; side++) {
        plan->label_widths[side] = 0;
        for (size_t i = 0; i < plan->counts[side]; i++) {
            zt_sankey_node *node = &plan->nodes[side][i];
            sums = set_label(plan, net, (zt_sankey_side)side, node) || sums;
            plan->label_widths[side] = zt_max(plan->label_widths[side], node->label_width);
        }
    }
    return sums;
}

/* Whether a name is broken into lines, or wider than its room. */
static bool is_broken(const zt_sankey_plan *plan)
{
    double size = zt_chart_look(plan->chart, "label").text.size;
    for (int side = 0; side < ZT_SANKEY_SIDES; side++)
        for (size_t i = 0; i < plan->counts[side]; i++) {
            const zt_sankey_node *node = &plan->nodes[side][i];
            if (node->words.para && (node->words.para->line_count > 1 ||
                                     node->words.width > room_of(plan, node, size) + 0.01))
                return true;
        }
    return false;
}

/* Under their names where names beside them would be broken, or the place is narrow. */
static bool choose_labels(zt_sankey_plan *plan, const zt_sankey_net *net)
{
    zt_diags *diags = plan->chart->setting->diags;
    size_t mark = zt_diags_mark(diags);
    plan->beside = plan->width >= NARROW;
    bool sums = set_labels(plan, net);
    if (!plan->beside || !is_broken(plan))
        return sums;
    zt_diags_rewind(diags, mark);
    plan->beside = false;
    return set_labels(plan, net);
}

/* ---- heights ---- */

/* The gap between the nodes of a side at a height of the field. */
static double gap_of(const zt_sankey_plan *plan, int side)
{
    double gaps = (double)plan->counts[side] - 1;
    return gaps > 0 ? zt_min(NODE_GAP, GAPS_SHARE * plan->height / gaps) : 0;
}

/* The white between two labels of a side. */
static double label_gap(const zt_sankey_plan *plan)
{
    double size = zt_chart_look(plan->chart, "label").text.size;
    return (plan->beside ? LABEL_GAP : LINES_GAP) * size;
}

/* The height of the field: by the width, and as the labels of both sides ask. */
static void set_height(zt_sankey_plan *plan)
{
    plan->height = zt_clamp(HEIGHT * plan->width, HEIGHT_LEAST, HEIGHT_MOST);
    for (int side = 0; side < ZT_SANKEY_SIDES; side++) {
        double room = 0;
        for (size_t i = 0; i < plan->counts[side]; i++)
            room += plan->nodes[side][i].label_height + (i ? label_gap(plan) : 0);
        plan->height = zt_max(plan->height, room + 0.01);
    }
}

/* Points for one of the data's unit: the most at which both sides have room; 0 without flows. */
static double unit_of(const zt_sankey_plan *plan)
{
    double unit = INFINITY;
    for (int side = 0; side < ZT_SANKEY_SIDES; side++) {
        double sum = 0, gaps = gap_of(plan, side) * ((double)plan->counts[side] - 1);
        for (size_t i = 0; i < plan->counts[side]; i++)
            sum += plan->nodes[side][i].value;
        unit = sum > 0 ? zt_min(unit, (plan->height - gaps) / sum) : 0;
    }
    return unit;
}

/* Nodes from the top down, the lower side in the middle of the higher one. */
static void place_nodes(zt_sankey_plan *plan, double unit)
{
    for (int side = 0; side < ZT_SANKEY_SIDES; side++) {
        double gap = gap_of(plan, side), all = -gap;
        for (size_t i = 0; i < plan->counts[side]; i++)
            all += unit * plan->nodes[side][i].value + gap;
        double y = plan->top + (plan->height - all) / 2;
        for (size_t i = 0; i < plan->counts[side]; i++) {
            zt_sankey_node *node = &plan->nodes[side][i];
            node->top = y;
            node->height = unit * node->value;
            y += node->height + gap;
        }
    }
}

/* Labels at the middles of their nodes, or as near as the others let them. */
static void place_labels(zt_sankey_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    for (int side = 0; side < ZT_SANKEY_SIDES; side++) {
        size_t count = plan->counts[side];
        zt_label *labels = ZT_ARRAY(arena, count + 1, zt_label);
        for (size_t i = 0; i < count; i++) {
            const zt_sankey_node *node = &plan->nodes[side][i];
            labels[i] =
                (zt_label){.wanted = node->top + node->height / 2, .size = node->label_height};
        }
        zt_labels_spread_in_order(arena, labels, count, label_gap(plan), plan->top,
                                  plan->top + plan->height);
        for (size_t i = 0; i < count; i++)
            plan->nodes[side][i].label = labels[i].centre;
    }
}

bool zt_sankey_is_led(const zt_sankey_node *node)
{
    double away = fabs(node->label - node->top - node->height / 2);
    return away > node->height / 2 + node->label_height / 4;
}

/* Reports sankey-narrow (an error) where labels leave bands too little of the width, with a width
   at which they do not, whether labels keep theirs there or take their share. */
static void check_bands(const zt_sankey_plan *plan)
{
    const double *labels = plan->label_widths;
    double rest = 2 * (CLEAR_LED + ZT_SANKEY_NODE) + BANDS_LEAST;
    double wide = zt_max(labels[ZT_SANKEY_FROM], labels[ZT_SANKEY_TO]);
    double width = labels[ZT_SANKEY_FROM] + labels[ZT_SANKEY_TO] + rest;
    if (plan->right - plan->left >= BANDS_LEAST)
        return;
    width = zt_max(width, (wide + rest) / (1 - LABEL_SHARE));
    width = zt_max(width, rest / (1 - 2 * LABEL_SHARE));
    zt_report(
        plan->chart->setting->diags, ZT_ERROR, "sankey-narrow", plan->chart->data->kind_at,
        "图宽%.0f毫米，流向图两端的名称和合计之间没有画带的地方；应加宽到%.0f毫米，或缩短名称"
        "和数值",
        "at a width of %.0f mm names and totals at both ends leave the bands no room; make it "
        "%.0f mm wide, or shorten names and values",
        plan->width / ZT_MM(1), ceil(width / ZT_MM(1)));
}

/* x of the bands, with room for leaders on the sides that have any. */
static void set_sides(zt_sankey_plan *plan)
{
    double taken[ZT_SANKEY_SIDES];
    for (int side = 0; side < ZT_SANKEY_SIDES; side++) {
        bool led = false;
        for (size_t i = 0; i < plan->counts[side]; i++)
            led = led || zt_sankey_is_led(&plan->nodes[side][i]);
        taken[side] = plan->label_widths[side] + (led ? CLEAR_LED : CLEAR) + ZT_SANKEY_NODE;
    }
    plan->left = taken[ZT_SANKEY_FROM];
    plan->right = zt_max(plan->left + 1, plan->width - taken[ZT_SANKEY_TO]);
    for (int side = 0; side < ZT_SANKEY_SIDES; side++)
        for (size_t i = 0; i < plan->counts[side]; i++) {
            zt_sankey_node *node = &plan->nodes[side][i];
            bool from = side == ZT_SANKEY_FROM;
            node->x = from ? plan->left - ZT_SANKEY_NODE : plan->right;
            node->label_x =
                from ? plan->label_widths[side] : plan->width - plan->label_widths[side];
        }
}

/* ---- flows ---- */

/* All flows, from node to node in the order of both sides: so the bands of a node lie in the
   order of their other ends. */
static void find_flows(zt_sankey_plan *plan, double unit)
{
    zt_arena *arena = plan->chart->setting->arena;
    const zt_chart_data *data = plan->chart->data;
    size_t from_count = plan->counts[ZT_SANKEY_FROM], to_count = plan->counts[ZT_SANKEY_TO];
    double *used = ZT_ARRAY(arena, to_count + 1, double);
    plan->flows = ZT_ARRAY(arena, from_count * to_count + 1, zt_sankey_flow);
    for (size_t s = 0; s < from_count; s++) {
        const zt_sankey_node *from = &plan->nodes[ZT_SANKEY_FROM][s];
        double y = from->top;
        for (size_t i = 0; i < to_count; i++) {
            const zt_sankey_node *to = &plan->nodes[ZT_SANKEY_TO][i];
            const zt_quantity *q = data->items[to->index].values[from->index];
            if (!q)
                continue;
            zt_sankey_flow *flow = zt_sankey_add_flow(plan, from, to, to->index, from->index);
            *flow->legs = (zt_sankey_leg){flow->left, flow->right, {y, to->top + used[i]}};
            flow->height = unit * zt_max(0, zt_chart_value(data, q));
            y += flow->height;
            used[i] += flow->height;
        }
    }
}

/* Broad bands below thin ones, lit ones over all; equal ones as they were found. */
static int compare_flows(const void *a, const void *b)
{
    const zt_sankey_flow *p = a, *q = b;
    if (p->lit != q->lit)
        return p->lit ? 1 : -1;
    if (p->height > q->height || p->height < q->height)
        return p->height > q->height ? -1 : 1;
    if (p->ends[ZT_SANKEY_FROM] != q->ends[ZT_SANKEY_FROM])
        return p->ends[ZT_SANKEY_FROM] < q->ends[ZT_SANKEY_FROM] ? -1 : 1;
    return p->ends[ZT_SANKEY_TO] < q->ends[ZT_SANKEY_TO]
               ? -1
               : p->ends[ZT_SANKEY_TO] > q->ends[ZT_SANKEY_TO];
}

/* ---- values in bands ---- */

/* The value in a look that can be read on the band; false where there is none. */
static bool set_text(const zt_sankey_plan *plan, zt_sankey_flow *flow)
{
    const zt_chart *chart = plan->chart;
    const zt_limits *limits = &chart->setting->template_->theme->limits;
    zt_look look = zt_chart_look(chart, "label");
    zt_rgb rgb = zt_paint_rgb(flow->paint);
    double grey = 100 * (0.299 * rgb.r + 0.587 * rgb.g + 0.114 * rgb.b);
    if (!zt_chart_has_value(flow->quantity) || zt_status_word(flow->quantity).len > 0 ||
        zt_mark_fill_of(flow->quantity) != ZT_MARK_SOLID || (grey > DARK && grey < LIGHT))
        return false;
    if (grey <= DARK) {
        look = zt_chart_strong(chart, &look);
        look = zt_look_at_size(&look, zt_max(look.text.size, limits->reversed_multi));
        look = zt_chart_inked(look, &zt_ink_paper);
    } else if (look.ink->paper) {
        return false;
    }
    if (look.text.size > TYPE_SHARE * flow->height)
        return false;
    zt_str value = zt_chart_label_at(chart, flow->item, flow->series).value;
    flow->text = zt_mark_text_new(chart, value, &look, flow->quantity->at);
    return true;
}

double zt_sankey_top(const zt_sankey_flow *flow, double x)
{
    const zt_sankey_leg *leg = flow->legs, *last = flow->legs + flow->leg_count - 1;
    while (leg < last && x >= leg[1].left)
        leg++;
    double course = zt_sankey_course((x - leg->left) / (leg->right - leg->left));
    return leg->top[ZT_SANKEY_FROM] + course * (leg->top[ZT_SANKEY_TO] - leg->top[ZT_SANKEY_FROM]);
}

/* Whether another band comes near the box between two places across: a steep one may pass it from
   one to the next. */
static bool passes(const zt_sankey_flow *other, zt_rect box, double from, double to)
{
    double a = zt_max(from, other->left), b = zt_min(to, other->right);
    if (other->height <= 0 || a >= b)
        return false;
    double at_a = zt_sankey_top(other, a), at_b = zt_sankey_top(other, b);
    double foot = zt_max(at_a, at_b) + zt_max(other->height, ZT_SANKEY_HAIRLINE);
    return zt_min(at_a, at_b) < zt_rect_foot(box) + OFF_BAND && foot > box.y - OFF_BAND;
}

/* Whether the box lies in its band and no other band runs through it. */
static bool is_clear(const zt_sankey_plan *plan, const zt_sankey_flow *own, zt_rect box)
{
    double step = box.w / (SAMPLES - 1);
    for (int k = 0; k < SAMPLES; k++) {
        double x = box.x + step * k, top = zt_sankey_top(own, x);
        if (box.y < top || zt_rect_foot(box) > top + own->height)
            return false;
        for (size_t i = 0; i < plan->flow_count; i++)
            if (&plan->flows[i] != own && passes(&plan->flows[i], box, x, x + step))
                return false;
    }
    return true;
}

/* At the beginning of the band, else at its end; without a width where neither is clear. */
static void place_text(const zt_sankey_plan *plan, zt_sankey_flow *flow)
{
    if (!set_text(plan, flow))
        return;
    zt_rect box = {0, 0, flow->text.width, 0.92 * flow->text.look.text.size};
    double open = zt_chart_is_open(flow->quantity) ? OPEN_END : 0;
    double left = flow->left, right = flow->right;
    const double starts[] = {left + INSET, right - INSET - open - box.w};
    for (size_t i = 0; i < 2 && starts[i] >= left && starts[i] + box.w <= right - open; i++) {
        box.x = starts[i];
        double middle = box.x + box.w / 2;
        flow->text_at = (zt_point){middle, zt_sankey_top(flow, middle) + flow->height / 2};
        box.y = flow->text_at.y - box.h / 2;
        if (is_clear(plan, flow, box))
            return;
    }
    flow->text = (zt_mark_text){0};
}

/* ---- in words ---- */

/* 成都至二连浩特（260）、满洲里（200）: what has no room in its band, by where it comes from. */
static void tell(zt_sankey_plan *plan, const zt_sankey_flow *flow, const zt_sankey_node *before)
{
    const zt_chart *chart = plan->chart;
    const zt_sankey_node *from = flow->ends[ZT_SANKEY_FROM], *to = flow->ends[ZT_SANKEY_TO];
    zt_str value = zt_chart_label_at(chart, flow->item, flow->series).value;
    zt_str word = zt_status_word(flow->quantity);
    bool goes_on = before == from;
    const char *text = zt_arena_printf(
        chart->setting->arena,
        ZT_CHART_IN(chart, "%s%.*s%s%.*s（%.*s%s%.*s）", "%s%.*s%s%.*s (%.*s%s%.*s)"),
        goes_on  ? ZT_CHART_IN(chart, "、", ", ")
        : before ? ZT_CHART_IN(chart, "；", "; ")
                 : ZT_CHART_IN(chart, "未标出：", "Not marked: "),
        goes_on ? 0 : (int)from->name.len, from->name.data,
        goes_on ? "" : ZT_CHART_IN(chart, "至", " to "), ZT_ARG(to->name), ZT_ARG(value),
        word.len ? ZT_CHART_IN(chart, "，", ", ") : "", ZT_ARG(word));
    zt_foot_list_add(&plan->told, zt_str_from(text), flow->quantity->at);
}

/* Values that stand neither in a band nor at a node; and that totals were computed. */
static void plan_told(zt_sankey_plan *plan, bool sums)
{
    const zt_chart *chart = plan->chart;
    const zt_sankey_node *before = NULL;
    plan->told = zt_foot_list_new(chart, plan->flow_count + 1);
    for (size_t i = 0; i < plan->flow_count; i++) {
        const zt_sankey_flow *flow = &plan->flows[i];
        if (flow->text.width > 0 || flow->at_node)
            continue;
        tell(plan, flow, before);
        before = flow->ends[ZT_SANKEY_FROM];
    }
    if (sums)
        zt_foot_list_add(
            &plan->told,
            zt_str_from(zt_arena_printf(
                chart->setting->arena,
                ZT_CHART_IN(chart, "%s%s为合计（推算）", "%s%s are totals (computed)"),
                before ? ZT_CHART_IN(chart, "。", ". ") : "",
                plan->column_count ? ZT_CHART_IN(chart, "各点", "Figures at the nodes")
                                   : ZT_CHART_IN(chart, "两端", "Figures at both ends"))),
            chart->data->kind_at);
    zt_foot_list_set(chart, &plan->told, plan->width);
}

/* All of flows from side to side; true when a total was computed. */
static bool set_two_sides(zt_sankey_plan *plan, const zt_sankey_net *net)
{
    find_nodes(plan, net);
    bool sums = choose_labels(plan, net);
    set_height(plan);
    plan->foot = plan->top + plan->height + ZT_SANKEY_EDGE / 2;
    double unit = unit_of(plan);
    place_nodes(plan, unit);
    place_labels(plan);
    set_sides(plan);
    check_bands(plan);
    find_flows(plan, unit);
    return sums;
}

/* Flows over columns whose names have no room there go from side to side: a node between stands at
   both. Reports sankey-sides (a note). */
static bool set_columns(zt_sankey_plan *plan, const zt_sankey_net *net)
{
    const zt_setting *setting = plan->chart->setting;
    size_t mark = zt_diags_mark(setting->diags);
    const zt_sankey_plan before = *plan;
    bool sums = zt_sankey_columns(plan, net);
    if (plan->least_width <= plan->width)
        return sums;
    double wide = plan->least_width;
    zt_diags_rewind(setting->diags, mark);
    *plan = before;
    zt_sankey_net sides = zt_sankey_net_sides(plan->chart->data, setting->arena);
    sums = set_two_sides(plan, &sides);
    zt_report(
        setting->diags, ZT_NOTE, "sankey-sides", plan->chart->data->kind_at,
        "流向图分%zu列，图宽%.0f毫米放不下各列的名称，中间的点因此分列两端；加宽到%.0f毫米就能分列",
        "flows in %zu columns: at a width of %.0f mm the names of the columns have no room, so "
        "that nodes between stand at both sides; make it %.0f mm wide for columns",
        net->columns, plan->width / ZT_MM(1), ceil(wide / ZT_MM(1)));
    return sums;
}

/* Values find their room before the bands are brought into the order of drawing, so that the list
   of the others keeps the order of the nodes. */
zt_sankey_plan *zt_sankey_plan_new(const zt_chart *chart, double width)
{
    zt_sankey_plan *plan = ZT_NEW(chart->setting->arena, zt_sankey_plan);
    *plan = (zt_sankey_plan){.chart = chart, .width = width};
    plan->top = zt_unit_line(chart, NULL) + ZT_SANKEY_EDGE / 2;
    zt_sankey_net net = zt_sankey_net_of(chart->data, chart->setting->arena);
    bool sums = net.columns > 2 ? set_columns(plan, &net) : set_two_sides(plan, &net);
    for (size_t i = 0; i < plan->flow_count; i++)
        if (!plan->flows[i].at_node)
            place_text(plan, &plan->flows[i]);
    plan_told(plan, sums);
    qsort(plan->flows, plan->flow_count, sizeof *plan->flows, compare_flows);
    plan->notes = zt_note_list_new(chart, width);
    return plan;
}
