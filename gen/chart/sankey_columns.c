/* Planning flows over more than two columns. Names stand over their nodes, in the white between the
   nodes; beside a node its bands run level as far as the names reach, so that none comes upon a
   name. A flow over several columns has a place of its own in each column that it passes. The order
   in the columns is the mean of where a node's flows come from and go to, there and back. */
#include "chart/sankey_imp.h"

#include "chart/chart_imp.h"

#include <math.h>
#include <stdlib.h>

/* In points, or shares of what is named. */
static const double HEIGHT = 0.42; /* of the field without names, of the width */
static const double HEIGHT_LEAST = ZT_MM(40), HEIGHT_MOST = ZT_MM(76);
static const double REACH = 0.36;        /* of a name into the white between columns */
static const double OVER = ZT_MM(1.4);   /* from a node or band to the name below it */
static const double UNDER = ZT_MM(0.6);  /* from a name to its node */
static const double PASSES = ZT_MM(1.6); /* above a flow that passes a column */
static const double BESIDE = ZT_MM(0.8); /* from a name to where bands leave the level */
static const double VALUE_GAP = 0.3;     /* between name and total, of the type size */
static const double CURVE_LEAST = 0.12;  /* of the white between columns */
enum { ROUNDS = 8 };

/* A node, or a flow that passes, in its column. */
typedef struct flow_stop {
    zt_sankey_node *node; /* NULL: a flow passes */
    double value, gap;    /* above it */
    double top, height;
    double wanted; /* where its neighbours are */
    size_t order;  /* as it was found */
} flow_stop;

/* Part of a flow from a column to the next. */
typedef struct flow_link {
    size_t flow, leg, column; /* column at its left */
    flow_stop *from, *to;
    double value;
} flow_link;

/* What is arranged beside the plan. */
typedef struct flow_columns {
    zt_sankey_plan *plan;
    const zt_sankey_net *net;
    flow_stop ***of; /* stops of each column, from the top down */
    size_t *counts;
    flow_stop *of_node; /* of each node */
    flow_link *links;
    size_t link_count;
    double pitch; /* from column to column */
    double *reach_left, *reach_right;
    double unit;
} flow_columns;

/* ---- names ---- */

/* What comes into a node or goes out of it. */
typedef struct side_sum {
    const zt_quantity **quantities;
    size_t count, item, series; /* of the last */
    double value;
    bool known; /* all of them have a value */
    zt_str text, words;
} side_sum;

static void add_value(const zt_chart_data *data, side_sum *sum, size_t item, size_t series)
{
    const zt_quantity *q = data->items[item].values[series];
    if (!q)
        return;
    sum->quantities[sum->count++] = q;
    sum->value += zt_max(0, zt_chart_value(data, q));
    sum->known = sum->known && zt_chart_has_value(q);
    sum->item = item;
    sum->series = series;
}

/* The flows at one side of a node, with their only value or their sum. */
static side_sum sum_of(const flow_columns *c, size_t node, zt_sankey_side side)
{
    const zt_chart *chart = c->plan->chart;
    const zt_chart_data *data = chart->data;
    zt_arena *arena = chart->setting->arena;
    side_sum sum = {.known = true};
    sum.quantities =
        ZT_ARRAY(arena, data->item_count * data->series_count + 1, const zt_quantity *);
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->item_count; i++)
            if (side == ZT_SANKEY_FROM ? s == node : c->net->of_item[i] == node)
                add_value(data, &sum, i, s);
    if (sum.count == 1) {
        zt_chart_label label = zt_chart_label_at(chart, sum.item, sum.series);
        sum.text = label.value;
        sum.words = label.words;
    } else if (sum.count > 1 && !zt_unit_is_per_cent(data)) {
        sum.text = zt_chart_sum(arena, data, sum.quantities, sum.count);
    }
    return sum;
}

/* The total of a node: of the side that has one value, else the sum; both where they differ. True
   when a sum was computed. `prints` tells which side's only value it is: none where both stand
   in one text, so that each flow prints its own. */
static bool set_total(const flow_columns *c, zt_sankey_node *node, size_t index,
                      const zt_look *look, bool prints[ZT_SANKEY_SIDES])
{
    const zt_chart *chart = c->plan->chart;
    side_sum out = sum_of(c, index, ZT_SANKEY_FROM), in = sum_of(c, index, ZT_SANKEY_TO);
    bool differ = in.count > 0 && out.count > 0 && in.text.len > 0 && out.text.len > 0 &&
                  fabs(in.value - out.value) > 1e-6 * zt_max(in.value, out.value);
    node->value = zt_max(in.value, out.value);
    if (differ) {
        const char *both = zt_arena_printf(chart->setting->arena, "进%.*s出%.*s", ZT_ARG(in.text),
                                           ZT_ARG(out.text));
        node->total = zt_mark_text_new(chart, zt_str_from(both), look, node->at);
        return in.count > 1 || out.count > 1;
    }
    bool takes_in = in.count == 1 || out.count == 0 || (out.count > 1 && out.text.len == 0);
    const side_sum *one = takes_in && in.count > 0 ? &in : &out;
    if (one->count == 1)
        node->total =
            zt_mark_value_new(chart, one->quantities[0], one->text, look, one->quantities[0]->at);
    else
        node->total = zt_mark_text_new(chart, one->text, look, node->at);
    node->standing = zt_mark_text_new(chart, one->words, look, node->total.at);
    prints[one == &in ? ZT_SANKEY_TO : ZT_SANKEY_FROM] = one->count == 1;
    return one->count > 1 && one->text.len > 0;
}

/* Name and total, the total behind the name where both have room in one line. */
static bool set_label(const flow_columns *c, zt_sankey_node *node, size_t index,
                      bool prints[ZT_SANKEY_SIDES])
{
    const zt_chart *chart = c->plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    if (node->lit)
        look = zt_chart_strong(chart, &look);
    bool sums = set_total(c, node, index, &look, prints);
    bool end = node->column == 0 || node->column + 1 == c->net->columns;
    zt_align align = node->column == 0 ? ZT_ALIGN_START : end ? ZT_ALIGN_END : ZT_ALIGN_CENTRE;
    double room = zt_max((end ? 1 : 2) * REACH * (c->pitch - ZT_SANKEY_NODE) + ZT_SANKEY_NODE,
                         3 * look.text.size);
    double figure = node->total.width + node->standing.width, gap = VALUE_GAP * look.text.size;
    node->words = zt_words_new(chart, node->name, &look, node->at, room, align);
    bool behind = figure <= 0 || (node->words.para && node->words.para->line_count == 1 &&
                                  node->words.width + gap + figure <= room);
    double line = figure > 0 ? zt_mark_text_height(&node->total) : 0;
    node->label_width = behind ? node->words.width + (figure > 0 ? gap + figure : 0)
                               : zt_max(node->words.width, figure);
    node->label_height = behind ? zt_max(node->words.height, line) : node->words.height + line;
    return sums;
}

/* ---- columns ---- */

/* All nodes with their names; `prints` has two for each. */
static bool find_nodes(flow_columns *c, bool (*prints)[ZT_SANKEY_SIDES])
{
    zt_sankey_plan *plan = c->plan;
    const zt_chart_data *data = plan->chart->data;
    zt_arena *arena = plan->chart->setting->arena;
    bool sums = false;
    plan->counts[ZT_SANKEY_FROM] = c->net->count;
    plan->counts[ZT_SANKEY_TO] = 0;
    plan->nodes[ZT_SANKEY_FROM] = ZT_ARRAY(arena, c->net->count + 1, zt_sankey_node);
    zt_sankey_node *nodes = plan->nodes[ZT_SANKEY_FROM];
    for (size_t s = 0; s < data->series_count; s++)
        nodes[s] = zt_sankey_node_of(data, ZT_SANKEY_FROM, s);
    for (size_t i = 0; i < data->item_count; i++) {
        size_t n = c->net->of_item[i];
        bool lit = nodes[n].lit;
        nodes[n] = zt_sankey_node_of(data, ZT_SANKEY_TO, i);
        nodes[n].lit = nodes[n].lit || lit;
    }
    for (size_t n = 0; n < c->net->count; n++) {
        nodes[n].index = n;
        nodes[n].column = c->net->column[n];
        nodes[n].x = c->pitch * (double)nodes[n].column;
        sums = set_label(c, &nodes[n], n, prints[n]) || sums;
        c->of_node[n] = (flow_stop){.node = &nodes[n], .value = nodes[n].value, .order = n};
        c->of_node[n].gap = OVER + nodes[n].label_height + UNDER;
        c->of[nodes[n].column][c->counts[nodes[n].column]++] = &c->of_node[n];
    }
    return sums;
}

/* How far names reach from a node into the white at both its sides. */
static void set_reach(flow_columns *c)
{
    for (size_t n = 0; n < c->net->count; n++) {
        const zt_sankey_node *node = c->of_node[n].node;
        double over = zt_max(0, node->label_width - ZT_SANKEY_NODE) + BESIDE, half = over;
        if (node->words.align == ZT_ALIGN_CENTRE)
            half = zt_max(0, node->label_width - ZT_SANKEY_NODE) / 2 + BESIDE;
        c->reach_right[node->column] = zt_max(c->reach_right[node->column], half);
        c->reach_left[node->column] = zt_max(c->reach_left[node->column], half);
    }
}

/* Reports sankey-narrow (an error) where names of neighbouring columns meet, with a width at which
   they do not: there each keeps to its share of the white, or is as wide as now. */
static void check_reach(const flow_columns *c)
{
    const zt_chart *chart = c->plan->chart;
    double white = ZT_MM(10), curved = 1 - CURVE_LEAST, now = 0;
    for (size_t k = 0; k + 1 < c->net->columns; k++) {
        double right = c->reach_right[k], left = c->reach_left[k + 1];
        now = zt_max(now, (right + left) / curved);
        white = zt_max(white, (zt_max(right, left) + BESIDE) / (curved - REACH));
    }
    if (now <= c->pitch - ZT_SANKEY_NODE)
        return;
    double pitch = zt_max(now, white) + ZT_SANKEY_NODE;
    double width = pitch * (double)(c->net->columns - 1) + ZT_SANKEY_NODE;
    zt_report(
        chart->setting->diags, ZT_ERROR, "sankey-narrow", chart->data->kind_at,
        "流向图分%zu列，图宽%.0f毫米放不下各列的名称；应加宽到%.0f毫米，或缩短名称、减少中间的列",
        "flows in %zu columns: at a width of %.0f mm the names of the columns have no room; "
        "make it %.0f mm wide, shorten names or leave out columns between",
        c->net->columns, c->plan->width / ZT_MM(1), ceil(width / ZT_MM(1)));
}

/* A flow with a place in each column that it passes, and a link from each to the next. */
static void add_flow(flow_columns *c, size_t item, size_t series, bool (*prints)[ZT_SANKEY_SIDES])
{
    zt_sankey_plan *plan = c->plan;
    zt_arena *arena = plan->chart->setting->arena;
    const zt_quantity *q = plan->chart->data->items[item].values[series];
    flow_stop *from = &c->of_node[series], *end = &c->of_node[c->net->of_item[item]];
    zt_sankey_flow *flow = &plan->flows[plan->flow_count];
    *flow = (zt_sankey_flow){.quantity = q,
                             .ends = {from->node, end->node},
                             .item = item,
                             .series = series,
                             .lit = from->node->lit || end->node->lit,
                             .left = from->node->x + ZT_SANKEY_NODE,
                             .right = end->node->x};
    flow->at_node = prints[series][ZT_SANKEY_FROM] || prints[c->net->of_item[item]][ZT_SANKEY_TO];
    flow->leg_count = end->node->column - from->node->column;
    flow->legs = ZT_ARRAY(arena, flow->leg_count, zt_sankey_leg);
    for (size_t k = 0; k < flow->leg_count; k++) {
        size_t next = flow->ends[ZT_SANKEY_FROM]->column + 1 + k;
        flow_stop *to = end;
        if (k + 1 < flow->leg_count) {
            to = ZT_NEW(arena, flow_stop);
            *to = (flow_stop){.value = zt_max(0, zt_chart_value(plan->chart->data, q)),
                              .gap = PASSES};
            to->order = c->net->count + plan->flow_count;
            c->of[next][c->counts[next]++] = to;
        }
        c->links[c->link_count++] = (flow_link){plan->flow_count,
                                                k,
                                                next - 1,
                                                from,
                                                to,
                                                zt_max(0, zt_chart_value(plan->chart->data, q))};
        flow->legs[k].left =
            c->pitch * (double)(next - 1) + ZT_SANKEY_NODE + c->reach_right[next - 1];
        flow->legs[k].right = c->pitch * (double)next - c->reach_left[next];
        double least = CURVE_LEAST * (c->pitch - ZT_SANKEY_NODE);
        double lacks = zt_max(0, least - (flow->legs[k].right - flow->legs[k].left));
        flow->legs[k].left -= lacks / 2;
        flow->legs[k].right += lacks / 2;
        from = to;
    }
    flow->paint = zt_sankey_paint(plan, flow);
    plan->flow_count++;
}

static void find_flows(flow_columns *c, bool (*prints)[ZT_SANKEY_SIDES])
{
    zt_sankey_plan *plan = c->plan;
    const zt_chart_data *data = plan->chart->data;
    zt_arena *arena = plan->chart->setting->arena;
    size_t most = data->item_count * data->series_count;
    plan->flows = ZT_ARRAY(arena, most + 1, zt_sankey_flow);
    c->links = ZT_ARRAY(arena, most * c->net->columns + 1, flow_link);
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->item_count; i++)
            if (data->items[i].values[s])
                add_flow(c, i, s, prints);
}

/* ---- heights ---- */

/* The most points for one of the data's unit at which all columns have room below their names. */
static void set_unit(flow_columns *c)
{
    zt_sankey_plan *plan = c->plan;
    double bands = zt_clamp(HEIGHT * plan->width, HEIGHT_LEAST, HEIGHT_MOST), most = 0,
           gaps_most = 0;
    for (size_t k = 0; k < c->net->columns; k++) {
        double sum = 0, gaps = 0;
        for (size_t i = 0; i < c->counts[k]; i++) {
            sum += c->of[k][i]->value;
            gaps += c->of[k][i]->gap;
        }
        most = zt_max(most, sum);
        gaps_most = zt_max(gaps_most, gaps);
    }
    plan->height = zt_max(bands, gaps_most + 0.6 * bands);
    c->unit = most > 0 ? INFINITY : 0;
    for (size_t k = 0; k < c->net->columns; k++) {
        double sum = 0, gaps = 0;
        for (size_t i = 0; i < c->counts[k]; i++) {
            sum += c->of[k][i]->value;
            gaps += c->of[k][i]->gap;
        }
        if (sum > 0)
            c->unit = zt_min(c->unit, (plan->height - gaps) / sum);
    }
}

/* A column from the top down, what it leaves free above and below by halves. */
static void place_column(flow_columns *c, size_t k)
{
    double all = 0;
    for (size_t i = 0; i < c->counts[k]; i++)
        all += c->of[k][i]->gap + c->unit * c->of[k][i]->value;
    double y = c->plan->top + zt_max(0, c->plan->height - all) / 2;
    for (size_t i = 0; i < c->counts[k]; i++) {
        flow_stop *s = c->of[k][i];
        s->height = c->unit * s->value;
        s->top = y + s->gap;
        y = s->top + s->height;
    }
}

static int compare_sizes(const void *a, const void *b)
{
    const flow_stop *p = *(flow_stop *const *)a, *q = *(flow_stop *const *)b;
    if (p->value > q->value || p->value < q->value)
        return p->value > q->value ? -1 : 1;
    return p->order < q->order ? -1 : p->order > q->order;
}

static int compare_wanted(const void *a, const void *b)
{
    const flow_stop *p = *(flow_stop *const *)a, *q = *(flow_stop *const *)b;
    if (p->wanted > q->wanted || p->wanted < q->wanted)
        return p->wanted > q->wanted ? 1 : -1;
    return p->order < q->order ? -1 : p->order > q->order;
}

/* Where the neighbours of a stop at one side are, as a mean by what flows between them; its own
   middle where it has none. */
static void set_wanted(const flow_columns *c, flow_stop *s, zt_sankey_side side)
{
    double sum = 0, weight = 0;
    for (size_t i = 0; i < c->link_count; i++) {
        const flow_link *l = &c->links[i];
        if ((side == ZT_SANKEY_FROM ? l->to : l->from) != s)
            continue;
        const flow_stop *other = side == ZT_SANKEY_FROM ? l->from : l->to;
        sum += (l->value + 1e-9) * (other->top + other->height / 2);
        weight += l->value + 1e-9;
    }
    s->wanted = weight > 0 ? sum / weight : s->top + s->height / 2;
}

/* How much runs over how much: the product of both values at each crossing. */
static double crossings(const flow_columns *c)
{
    double sum = 0;
    for (size_t i = 0; i < c->link_count; i++)
        for (size_t k = 0; k < i; k++) {
            const flow_link *p = &c->links[i], *q = &c->links[k];
            bool beside = p->column == q->column && p->from != q->from && p->to != q->to;
            if (beside && (p->from->top < q->from->top) != (p->to->top < q->to->top))
                sum += (p->value + 1e-9) * (q->value + 1e-9);
        }
    return sum;
}

/* Keeps the order in force in `best`, or brings it back. */
static void copy_order(flow_columns *c, flow_stop ***best, bool back)
{
    for (size_t k = 0; k < c->net->columns; k++) {
        for (size_t i = 0; i < c->counts[k]; i++)
            *(back ? &c->of[k][i] : &best[k][i]) = back ? best[k][i] : c->of[k][i];
        if (back)
            place_column(c, k);
    }
}

/* All columns but the first by their neighbours at the left, or all but the last by those at the
   right. */
static void sweep(flow_columns *c, bool back)
{
    for (size_t step = 1; step < c->net->columns; step++) {
        size_t k = back ? c->net->columns - 1 - step : step;
        for (size_t i = 0; i < c->counts[k]; i++)
            set_wanted(c, c->of[k][i], back ? ZT_SANKEY_TO : ZT_SANKEY_FROM);
        qsort(c->of[k], c->counts[k], sizeof(flow_stop *), compare_wanted);
        place_column(c, k);
    }
}

/* Orders by size first, then by the neighbours at the left and at the right by turns; the order
   with the least crossings holds. */
static void order_columns(flow_columns *c)
{
    zt_arena *arena = c->plan->chart->setting->arena;
    flow_stop ***best = ZT_ARRAY(arena, c->net->columns, flow_stop **);
    for (size_t k = 0; k < c->net->columns; k++) {
        best[k] = ZT_ARRAY(arena, c->counts[k] + 1, flow_stop *);
        qsort(c->of[k], c->counts[k], sizeof(flow_stop *), compare_sizes);
        place_column(c, k);
    }
    copy_order(c, best, false);
    double least = crossings(c);
    for (int round = 0; round < ROUNDS; round++) {
        sweep(c, round % 2 == 1);
        double now = crossings(c);
        if (now >= least * (1 - 1e-9))
            continue;
        least = now;
        copy_order(c, best, false);
    }
    copy_order(c, best, true);
}

/* The bands at both ends of each leg, in the order of their other ends: so no two of one node
   cross. */
static void place_bands(flow_columns *c)
{
    for (size_t i = 0; i < c->link_count; i++) {
        const flow_link *own = &c->links[i];
        double from = own->from->top, to = own->to->top;
        for (size_t k = 0; k < c->link_count; k++) {
            const flow_link *other = &c->links[k];
            if (other->from == own->from && other->to->top < own->to->top)
                from += c->unit * other->value;
            if (other->to == own->to && other->from->top < own->from->top)
                to += c->unit * other->value;
        }
        zt_sankey_leg *leg = &c->plan->flows[own->flow].legs[own->leg];
        leg->top[ZT_SANKEY_FROM] = from;
        leg->top[ZT_SANKEY_TO] = to;
    }
    for (size_t i = 0; i < c->plan->flow_count; i++) {
        zt_sankey_flow *flow = &c->plan->flows[i];
        flow->height = c->unit * zt_max(0, zt_chart_value(c->plan->chart->data, flow->quantity));
    }
}

bool zt_sankey_columns(zt_sankey_plan *plan, const zt_sankey_net *net)
{
    zt_arena *arena = plan->chart->setting->arena;
    const zt_chart_data *data = plan->chart->data;
    flow_columns c = {.plan = plan, .net = net};
    size_t most = net->count + data->item_count * data->series_count + 1;
    plan->column_count = net->columns;
    c.pitch = (plan->width - ZT_SANKEY_NODE) / (double)(net->columns - 1);
    c.of = ZT_ARRAY(arena, net->columns, flow_stop **);
    for (size_t k = 0; k < net->columns; k++)
        c.of[k] = ZT_ARRAY(arena, most, flow_stop *);
    c.counts = ZT_ARRAY(arena, net->columns, size_t);
    c.of_node = ZT_ARRAY(arena, net->count + 1, flow_stop);
    c.reach_left = ZT_ARRAY(arena, net->columns, double);
    c.reach_right = ZT_ARRAY(arena, net->columns, double);
    bool(*prints)[ZT_SANKEY_SIDES] = zt_arena_array(arena, net->count + 1, sizeof *prints);
    bool sums = find_nodes(&c, prints);
    set_reach(&c);
    check_reach(&c);
    find_flows(&c, prints);
    set_unit(&c);
    order_columns(&c);
    place_bands(&c);
    for (size_t n = 0; n < net->count; n++) {
        zt_sankey_node *node = c.of_node[n].node;
        node->top = c.of_node[n].top;
        node->height = c.of_node[n].height;
        node->label = node->top - UNDER - node->label_height / 2;
    }
    plan->foot = plan->top + plan->height + ZT_SANKEY_EDGE / 2;
    return sums;
}
