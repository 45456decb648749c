/* gen/chart/sankey_imp.h — the plan of flows from nodes at the left to nodes at the right, or over
   columns of nodes: all of it final, for the values in the bands are found room at one height.
   Points, frame of the plot. Made by sankey_plan.c and, where an item is a series too, by
   sankey_columns.c over the net of sankey_net.c; nodes and flows of both by sankey_nodes.c; drawn
   by kind_sankey.c. */
#ifndef ZT_SANKEY_IMP_H
#define ZT_SANKEY_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/marks.h"

static const double ZT_SANKEY_NODE = ZT_MM(2.6);      /* width of a node */
static const double ZT_SANKEY_HAIRLINE = ZT_MM(0.35); /* thinner flows are drawn so thick */

/* Paper seen along a band that runs over another, half of it on each side of the band's edge. */
static const double ZT_SANKEY_EDGE = ZT_MM(0.35);

/* Series are where flows come from, items where they go to. */
typedef enum zt_sankey_side { ZT_SANKEY_FROM, ZT_SANKEY_TO, ZT_SANKEY_SIDES } zt_sankey_side;

/* One end of flows. */
typedef struct zt_sankey_node {
    size_t index; /* of its series or item */
    zt_str name;
    zt_pos at;
    bool lit;     /* highlighted */
    double value; /* of all its flows, in the unit of the data */
    zt_words words;
    /* What it adds up to, or the value of its only flow, and the word of its standing. */
    zt_mark_text total, standing;
    bool prints[ZT_SANKEY_SIDES]; /* the total is the value of the only flow at that side */
    bool behind;                  /* the total stands behind the name, else below it */
    double label_width, label_height;
    double x, top, height; /* of the node: left edge, top */
    /* The edge or the middle of its label that `words.align` names; the middle down. */
    double label_x, label;
    size_t column; /* from the left */
} zt_sankey_node;

/* Where a band goes over from one height to another; between two legs it runs level. */
typedef struct zt_sankey_leg {
    double left, right;
    double top[ZT_SANKEY_SIDES];
} zt_sankey_leg;

/* One value: a band of one thickness from node to node. */
typedef struct zt_sankey_flow {
    const zt_quantity *quantity;
    const zt_sankey_node *ends[ZT_SANKEY_SIDES];
    size_t item, series;
    bool lit;     /* one of its ends is */
    bool at_node; /* one of its ends prints the value, for it has no other there */
    double height;
    double left, right;  /* edges of both nodes */
    zt_sankey_leg *legs; /* from the left to the right, one at least */
    size_t leg_count;
    zt_paint paint;
    /* Its value in the band about this middle; no width where it stands elsewhere. */
    zt_mark_text text;
    zt_point text_at;
} zt_sankey_flow;

/* Which series and items are one node: an item that is a series too stands in a column between. */
typedef struct zt_sankey_net {
    size_t count;    /* nodes: series first, then items that are none */
    size_t *of_item; /* node of each item */
    size_t *column;  /* of each node, by the longest way from a source */
    size_t columns;  /* 2 where no item is a series, or flows would run in a circle: then each is a
                        node of its own */
} zt_sankey_net;

/* The quantities of the flows at one side of a node. */
typedef struct zt_sankey_sum {
    ZT_VEC(const zt_quantity *) quantities;
    double value;        /* in the unit of the data */
    size_t item, series; /* of the last of them */
} zt_sankey_sum;

/* Its lists are in the arena. */
zt_sankey_net zt_sankey_net_of(const zt_chart_data *data, zt_arena *arena);
/* The same with two columns in any case: a series and an item of one name are two nodes. */
zt_sankey_net zt_sankey_net_sides(const zt_chart_data *data, zt_arena *arena);
/* What goes out of a node (FROM) or comes into it (TO). */
zt_sankey_sum zt_sankey_sum_of(const zt_chart_data *data, const zt_sankey_net *net, size_t node,
                               zt_sankey_side side, zt_arena *arena);

/* Nodes and flows at a width, in the arena of the setting. */
typedef struct zt_sankey_plan {
    const zt_chart *chart;
    double width;
    size_t column_count; /* 0: two sides */
    double least_width;  /* for that many columns; no more than the width where they have room */
    /* From the top down; in columns all of them are in the first list, as the data name them. */
    zt_sankey_node *nodes[ZT_SANKEY_SIDES];
    size_t counts[ZT_SANKEY_SIDES];
    double label_widths[ZT_SANKEY_SIDES]; /* the widest label of a side */
    zt_sankey_flow *flows;                /* in the order of drawing: lit ones on top */
    size_t flow_count;
    bool beside;        /* on two sides: totals stand behind names, not below them */
    double left, right; /* x at which bands begin and end */
    double top, height; /* of the nodes' field */
    double foot;        /* of the field with the paper about its bands */
    zt_foot_list told;  /* values without room in their bands */
    zt_note_list notes;
} zt_sankey_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_sankey_plan *zt_sankey_plan_new(const zt_chart *chart, double width);
/* Nodes and flows in more than two columns, with the height of the field and its foot; true when a
   total was computed. */
bool zt_sankey_columns(zt_sankey_plan *plan, const zt_sankey_net *net);
/* Nodes without their places; lit, named 合计 where they have no name. */
zt_sankey_node zt_sankey_node_of(const zt_chart_data *data, zt_sankey_side side, size_t index);
/* What a side of a node adds up to, or its only value; empty where a sum would not be exact. */
zt_str zt_sankey_sum_text(const zt_chart *chart, const zt_sankey_sum *sum);
/* That text as the total of the node; true when it is a sum, which was computed. */
bool zt_sankey_set_total(const zt_chart *chart, zt_sankey_node *node, zt_sankey_side side,
                         const zt_sankey_sum *sum, const zt_look *look);
/* The size of name and total, the total `gap` points behind the name or below it. */
void zt_sankey_set_label(zt_sankey_node *node, bool behind, double gap);
/* The next flow of the plan, without its height and the tops of its legs: all of 0. */
zt_sankey_flow *zt_sankey_add_flow(zt_sankey_plan *plan, const zt_sankey_node *from,
                                   const zt_sankey_node *to, size_t item, size_t series);
/* The top of a band at x. */
double zt_sankey_top(const zt_sankey_flow *flow, double x);
/* Whether the label stands so far from the middle of its node that a line has to lead to it. */
bool zt_sankey_is_led(const zt_sankey_node *node);
/* How far a band has come from one end to the other at a part of its way across; all of 0 to 1. */
double zt_sankey_course(double across);

#endif
