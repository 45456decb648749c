/* gen/chart/sankey_imp.h — the plan of flows from nodes at the left to nodes at the right: all of
   it final, for the values in the bands are found room at one height. Points, frame of the plot.
   Made by sankey_plan.c, drawn by kind_sankey.c. */
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
    size_t flows; /* how many of them have a value */
    zt_words words;
    /* What it adds up to, or the value of its only flow, and the word of its standing. */
    zt_mark_text total, standing;
    /* Beside it: the name, and the total behind it or below it. */
    double label_width, label_height;
    double top, height; /* of the node */
    double label;       /* y of the middle of its label */
} zt_sankey_node;

/* One value: a band of one thickness from node to node. */
typedef struct zt_sankey_flow {
    const zt_quantity *quantity;
    const zt_sankey_node *ends[ZT_SANKEY_SIDES];
    bool lit; /* one of its ends is */
    double height;
    double top[ZT_SANKEY_SIDES]; /* at both ends */
    zt_paint paint;
    /* Its value in the band about this middle; no width where it stands elsewhere. */
    zt_mark_text text;
    zt_point text_at;
} zt_sankey_flow;

/* Nodes and flows at a width, in the arena of the setting. */
typedef struct zt_sankey_plan {
    const zt_chart *chart;
    double width;
    zt_sankey_node *nodes[ZT_SANKEY_SIDES]; /* from the top down */
    size_t counts[ZT_SANKEY_SIDES];
    double label_widths[ZT_SANKEY_SIDES]; /* the widest label of a side */
    zt_sankey_flow *flows;                /* in the order of drawing: lit ones on top */
    size_t flow_count;
    bool beside;        /* totals stand behind names, not below them */
    double left, right; /* x at which bands begin and end */
    double top, height; /* of the nodes' field */
    double foot;        /* of the field with the paper about its bands */
    zt_foot_list told;  /* values without room in their bands */
    zt_note_list notes;
} zt_sankey_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_sankey_plan *zt_sankey_plan_new(const zt_chart *chart, double width);
/* Whether the label stands so far from the middle of its node that a line has to lead to it. */
bool zt_sankey_is_led(const zt_sankey_node *node);
/* How far a band has come from one end to the other at a part of its way across; all of 0 to 1. */
double zt_sankey_course(double across);

#endif
