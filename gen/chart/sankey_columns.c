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
static const double BANDS_LEAST = 0.6;   /* of that height of the field, left beside all names */
static const double NOUGHT = 1e-9;       /* for which a flow of nought counts in the order */
enum { ROUNDS = 8 };

/* A node, or a flow that passes, in its column. */
typedef struct flow_stop {
    zt_sankey_node *node; /* NULL: a flow passes */
    size_t column;
    double value, gap; /* above it */
    double top, height;
    double wanted, weight; /* where its neighbours are; of what flows between them */
    size_t order, best;    /* as it was found; its place in the best order */
} flow_stop;

/* Part of a flow from a column to the next. */
typedef struct flow_link {
    zt_sankey_leg *leg;
    flow_stop *from, *to;
    double value;
} flow_link;

/* A column with what goes on from it. */
typedef struct flow_column {
    ZT_VEC(flow_stop *) stops; /* from the top down */
    ZT_VEC(flow_link) links;   /* to the next column */
    double reach;              /* of its names into the white at both sides */
} flow_column;

/* What is arranged beside the plan. */
typedef struct flow_columns {
    zt_sankey_plan *plan;
    const zt_sankey_net *net;
    flow_column *columns;
    flow_stop *of_node; /* of each node */
    double pitch;       /* from column to column */
    double unit;        /* points for one of the data's unit */
} flow_columns;

/* ---- names ---- */

/* The total of a node: of the side that has one value, else the sum; both where they differ, and
   then each flow prints its own. True when a sum was computed. */
static bool set_total(const flow_columns *c, zt_sankey_node *node, const zt_look *look)
{
    const zt_chart *chart = c->plan->chart;
    zt_arena *arena = chart->setting->arena;
    zt_sankey_sum out = zt_sankey_sum_of(chart->data, c->net, node->index, ZT_SANKEY_FROM, arena);
    zt_sankey_sum in = zt_sankey_sum_of(chart->data, c->net, node->index, ZT_SANKEY_TO, arena);
    zt_str comes = zt_sankey_sum_text(chart, &in), goes = zt_sankey_sum_text(chart, &out);
    size_t ins = in.quantities.count, outs = out.quantities.count;
    node->value = zt_max(in.value, out.value);
    if (comes.len > 0 && goes.len > 0 && fabs(in.value - out.value) > 1e-6 * node->value) {
        const char *both =
            zt_arena_printf(arena, ZT_CHART_IN(chart, "进%.*s出%.*s", "in %.*s, out %.*s"),
                            ZT_ARG(comes), ZT_ARG(goes));
        node->total = zt_mark_text_new(chart, zt_str_from(both), look, node->at);
        return ins > 1 || outs > 1;
    }
    if (ins == 1 || outs == 0 || (ins > 1 && outs > 1 && goes.len == 0))
        return zt_sankey_set_total(chart, node, ZT_SANKEY_TO, &in, look);
    return zt_sankey_set_total(chart, node, ZT_SANKEY_FROM, &out, look);
}

/* Name and total, the total behind the name where both have room in one line. */
static bool set_label(const flow_columns *c, zt_sankey_node *node)
{
    const zt_chart *chart = c->plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    if (node->lit)
        look = zt_chart_strong(chart, &look);
    bool computed = set_total(c, node, &look);
    bool first = node->column == 0, end = first || node->column + 1 == c->net->columns;
    zt_align align = first ? ZT_ALIGN_START : end ? ZT_ALIGN_END : ZT_ALIGN_CENTRE;
    double room = zt_max((end ? 1 : 2) * REACH * (c->pitch - ZT_SANKEY_NODE) + ZT_SANKEY_NODE,
                         3 * look.text.size);
    double figure = node->total.width + node->standing.width, gap = VALUE_GAP * look.text.size;
    node->words = zt_words_within(chart, node->name, &look, node->at, room, align);
    bool one_line = node->words.para && node->words.para->line_count == 1;
    zt_sankey_set_label(node, figure <= 0 || (one_line && node->words.width + gap + figure <= room),
                        gap);
    node->label_x = node->x + (first ? 0 : end ? ZT_SANKEY_NODE : ZT_SANKEY_NODE / 2);
    return computed;
}

/* ---- columns ---- */

static void add_stop(flow_columns *c, size_t column, flow_stop *stop)
{
    ZT_PUSH(c->plan->chart->setting->arena, &c->columns[column].stops, stop);
}

/* How far the names of a column reach into the white at each side. */
static void set_reach(flow_columns *c, const zt_sankey_node *node)
{
    double over = zt_max(0, node->label_width - ZT_SANKEY_NODE);
    double *reach = &c->columns[node->column].reach;
    *reach = zt_max(*reach, (node->words.align == ZT_ALIGN_CENTRE ? over / 2 : over) + BESIDE);
}

/* All nodes with their names; true when a total was computed. */
static bool find_nodes(flow_columns *c)
{
    zt_sankey_plan *plan = c->plan;
    const zt_chart_data *data = plan->chart->data;
    zt_arena *arena = plan->chart->setting->arena;
    bool sums = false;
    plan->counts[ZT_SANKEY_FROM] = c->net->count;
    plan->nodes[ZT_SANKEY_FROM] = ZT_ARRAY(arena, c->net->count + 1, zt_sankey_node);
    zt_sankey_node *nodes = plan->nodes[ZT_SANKEY_FROM];
    for (size_t s = 0; s < data->series_count; s++)
        nodes[s] = zt_sankey_node_of(data, ZT_SANKEY_FROM, s);
    for (size_t i = 0; i < data->item_count; i++) {
        zt_sankey_node *node = &nodes[c->net->of_item[i]];
        bool lit = node->lit;
        *node = zt_sankey_node_of(data, ZT_SANKEY_TO, i);
        node->lit = node->lit || lit;
    }
    for (size_t n = 0; n < c->net->count; n++) {
        zt_sankey_node *node = &nodes[n];
        node->index = n;
        node->column = c->net->column[n];
        node->x = c->pitch * (double)node->column;
        sums = set_label(c, node) || sums;
        set_reach(c, node);
        c->of_node[n] =
            (flow_stop){.node = node, .column = node->column, .value = node->value, .order = n};
        c->of_node[n].gap = OVER + node->label_height + UNDER;
        add_stop(c, node->column, &c->of_node[n]);
    }
    return sums;
}

/* The width from which on names of neighbouring columns do not meet: there each keeps to its share
   of the white, or is as wide as now; that of the plan where they do not meet now. */
static double least_width(const flow_columns *c)
{
    double white = ZT_MM(10), curved = 1 - CURVE_LEAST, now = 0;
    for (size_t k = 0; k + 1 < c->net->columns; k++) {
        double right = c->columns[k].reach, left = c->columns[k + 1].reach;
        now = zt_max(now, (right + left) / curved);
        white = zt_max(white, (zt_max(right, left) + BESIDE) / (curved - REACH));
    }
    if (now <= c->pitch - ZT_SANKEY_NODE)
        return c->plan->width;
    double pitch = zt_max(now, white) + ZT_SANKEY_NODE;
    return pitch * (double)(c->net->columns - 1) + ZT_SANKEY_NODE;
}

/* Where a flow goes over from a column to the next: beside the names of both, but in so much of the
   white at least that it does not turn sharply. */
static zt_sankey_leg leg_after(const flow_columns *c, size_t column)
{
    double least = CURVE_LEAST * (c->pitch - ZT_SANKEY_NODE);
    zt_sankey_leg leg = {.left =
                             c->pitch * (double)column + ZT_SANKEY_NODE + c->columns[column].reach,
                         .right = c->pitch * (double)(column + 1) - c->columns[column + 1].reach};
    double lacks = zt_max(0, least - (leg.right - leg.left));
    leg.left -= lacks / 2;
    leg.right += lacks / 2;
    return leg;
}

/* A flow with a place in each column that it passes, and a link from each to the next. */
static void add_flow(flow_columns *c, size_t item, size_t series)
{
    zt_sankey_plan *plan = c->plan;
    zt_arena *arena = plan->chart->setting->arena;
    flow_stop *from = &c->of_node[series], *end = &c->of_node[c->net->of_item[item]];
    zt_sankey_flow *flow = zt_sankey_add_flow(plan, from->node, end->node, item, series);
    double value = zt_max(0, zt_chart_value(plan->chart->data, flow->quantity));
    for (size_t k = 0; k < flow->leg_count; k++) {
        size_t column = from->column;
        flow_stop *to = end;
        if (k + 1 < flow->leg_count) {
            to = ZT_NEW(arena, flow_stop);
            *to = (flow_stop){.column = column + 1,
                              .value = value,
                              .gap = PASSES,
                              .order = c->net->count + plan->flow_count};
            add_stop(c, column + 1, to);
        }
        flow->legs[k] = leg_after(c, column);
        ZT_PUSH(arena, &c->columns[column].links,
                ((flow_link){.leg = &flow->legs[k], .from = from, .to = to, .value = value}));
        from = to;
    }
}

static void find_flows(flow_columns *c)
{
    zt_sankey_plan *plan = c->plan;
    const zt_chart_data *data = plan->chart->data;
    plan->flows = ZT_ARRAY(plan->chart->setting->arena, data->item_count * data->series_count + 1,
                           zt_sankey_flow);
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->item_count; i++)
            if (data->items[i].values[s])
                add_flow(c, i, s);
}

/* ---- heights ---- */

/* What the values of a column add up to, and the white above its stops. */
static double sum_of_column(const flow_column *column, double *gaps)
{
    double sum = 0;
    *gaps = 0;
    for (size_t i = 0; i < column->stops.count; i++) {
        sum += column->stops.items[i]->value;
        *gaps += column->stops.items[i]->gap;
    }
    return sum;
}

/* The height of the field, and the most points for one of the data's unit at which all columns have
   room below their names. */
static void set_unit(flow_columns *c)
{
    zt_sankey_plan *plan = c->plan;
    double gaps, gaps_most = 0, unit = INFINITY;
    double bands = zt_clamp(HEIGHT * plan->width, HEIGHT_LEAST, HEIGHT_MOST);
    for (size_t k = 0; k < c->net->columns; k++) {
        sum_of_column(&c->columns[k], &gaps);
        gaps_most = zt_max(gaps_most, gaps);
    }
    plan->height = zt_max(bands, gaps_most + BANDS_LEAST * bands);
    for (size_t k = 0; k < c->net->columns; k++) {
        double sum = sum_of_column(&c->columns[k], &gaps);
        if (sum > 0)
            unit = zt_min(unit, (plan->height - gaps) / sum);
    }
    c->unit = isinf(unit) ? 0 : unit; /* all flows are nought */
}

/* A column from the top down, what it leaves free above and below by halves. */
static void place_column(flow_columns *c, size_t k)
{
    double gaps, sum = sum_of_column(&c->columns[k], &gaps);
    double y = c->plan->top + zt_max(0, c->plan->height - gaps - c->unit * sum) / 2;
    for (size_t i = 0; i < c->columns[k].stops.count; i++) {
        flow_stop *s = c->columns[k].stops.items[i];
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

/* Where the neighbours of all stops of a column at one side are, as means by what flows between
   them; their own middles where they have none. */
static void set_wanted(flow_columns *c, size_t column, zt_sankey_side side)
{
    const flow_column *own = &c->columns[column];
    const flow_column *left = &c->columns[side == ZT_SANKEY_FROM ? column - 1 : column];
    for (size_t i = 0; i < own->stops.count; i++)
        own->stops.items[i]->wanted = own->stops.items[i]->weight = 0;
    for (size_t i = 0; i < left->links.count; i++) {
        const flow_link *l = &left->links.items[i];
        const flow_stop *other = side == ZT_SANKEY_FROM ? l->from : l->to;
        flow_stop *s = side == ZT_SANKEY_FROM ? l->to : l->from;
        s->wanted += (l->value + NOUGHT) * (other->top + other->height / 2);
        s->weight += l->value + NOUGHT;
    }
    for (size_t i = 0; i < own->stops.count; i++) {
        flow_stop *s = own->stops.items[i];
        s->wanted = s->weight > 0 ? s->wanted / s->weight : s->top + s->height / 2;
    }
}

/* How much runs over how much: the product of both values at each crossing. */
static double crossings(const flow_columns *c)
{
    double sum = 0;
    for (size_t k = 0; k + 1 < c->net->columns; k++)
        for (size_t i = 0; i < c->columns[k].links.count; i++)
            for (size_t j = 0; j < i; j++) {
                const flow_link *p = &c->columns[k].links.items[i];
                const flow_link *q = &c->columns[k].links.items[j];
                bool apart = p->from != q->from && p->to != q->to;
                if (apart && (p->from->top < q->from->top) != (p->to->top < q->to->top))
                    sum += (p->value + NOUGHT) * (q->value + NOUGHT);
            }
    return sum;
}

static void sort_column(flow_columns *c, size_t k, int (*compare)(const void *, const void *))
{
    qsort(c->columns[k].stops.items, c->columns[k].stops.count, sizeof(flow_stop *), compare);
    place_column(c, k);
}

/* All columns but the first by their neighbours at the left, or all but the last by those at the
   right. */
static void sweep(flow_columns *c, bool back)
{
    for (size_t step = 1; step < c->net->columns; step++) {
        size_t k = back ? c->net->columns - 1 - step : step;
        set_wanted(c, k, back ? ZT_SANKEY_TO : ZT_SANKEY_FROM);
        sort_column(c, k, compare_wanted);
    }
}

/* Each stop's place in the order that is best so far. */
static void keep_order(flow_columns *c)
{
    for (size_t k = 0; k < c->net->columns; k++)
        for (size_t i = 0; i < c->columns[k].stops.count; i++)
            c->columns[k].stops.items[i]->best = i;
}

static int compare_best(const void *a, const void *b)
{
    const flow_stop *p = *(flow_stop *const *)a, *q = *(flow_stop *const *)b;
    return p->best < q->best ? -1 : p->best > q->best;
}

/* Orders by size first, then by the neighbours at the left and at the right by turns; the order
   with the least crossings holds. */
static void order_columns(flow_columns *c)
{
    for (size_t k = 0; k < c->net->columns; k++)
        sort_column(c, k, compare_sizes);
    keep_order(c);
    double least = crossings(c);
    for (int round = 0; round < ROUNDS; round++) {
        sweep(c, round % 2 == 1);
        double now = crossings(c);
        if (now >= least * (1 - 1e-9))
            continue;
        least = now;
        keep_order(c);
    }
    for (size_t k = 0; k < c->net->columns; k++)
        sort_column(c, k, compare_best);
}

/* The bands at both ends of each leg, in the order of their other ends: so no two of one node
   cross. */
static void place_bands(flow_columns *c)
{
    for (size_t column = 0; column + 1 < c->net->columns; column++)
        for (size_t i = 0; i < c->columns[column].links.count; i++) {
            const flow_link *own = &c->columns[column].links.items[i];
            double from = own->from->top, to = own->to->top;
            for (size_t k = 0; k < c->columns[column].links.count; k++) {
                const flow_link *other = &c->columns[column].links.items[k];
                if (other->from == own->from && other->to->top < own->to->top)
                    from += c->unit * other->value;
                if (other->to == own->to && other->from->top < own->from->top)
                    to += c->unit * other->value;
            }
            own->leg->top[ZT_SANKEY_FROM] = from;
            own->leg->top[ZT_SANKEY_TO] = to;
        }
}

bool zt_sankey_columns(zt_sankey_plan *plan, const zt_sankey_net *net)
{
    zt_arena *arena = plan->chart->setting->arena;
    flow_columns c = {.plan = plan, .net = net};
    plan->column_count = net->columns;
    c.pitch = (plan->width - ZT_SANKEY_NODE) / (double)(net->columns - 1);
    c.columns = ZT_ARRAY(arena, net->columns, flow_column);
    c.of_node = ZT_ARRAY(arena, net->count + 1, flow_stop);
    bool sums = find_nodes(&c);
    plan->least_width = least_width(&c);
    find_flows(&c);
    set_unit(&c);
    order_columns(&c);
    place_bands(&c);
    for (size_t i = 0; i < plan->flow_count; i++) {
        zt_sankey_flow *flow = &plan->flows[i];
        flow->height = c.unit * zt_max(0, zt_chart_value(plan->chart->data, flow->quantity));
    }
    for (size_t n = 0; n < net->count; n++) {
        zt_sankey_node *node = &plan->nodes[ZT_SANKEY_FROM][n];
        node->top = c.of_node[n].top;
        node->height = c.of_node[n].height;
        node->label = node->top - UNDER - node->label_height / 2;
    }
    plan->foot = plan->top + plan->height + ZT_SANKEY_EDGE / 2;
    return sums;
}
