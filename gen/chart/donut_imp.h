/* gen/chart/donut_imp.h — the plan of a ring: its slices, their labels, and how large the ring may
   be beside them. Points from the ring's centre, y down; angles in degrees clockwise from 12. */
#ifndef ZT_DONUT_IMP_H
#define ZT_DONUT_IMP_H

#include "chart/annotation.h"
#include "chart/marks.h"

/* What a template may <set> of a ring; kind_donut.c says what each is. */
typedef struct zt_donut_params {
    zt_length diameter, diameter_max;
    zt_inks slice_inks;
} zt_donut_params;

/* A part of the ring with its label. Angles follow from the data and stay; the second group is
   found anew for each diameter and height that is tried. */
typedef struct zt_slice {
    const zt_chart_item *item;
    const zt_quantity *quantity;
    double from, to;
    bool right; /* its label stands at the right of the ring */
    zt_mark_text value, word;
    const zt_para *key;
    double width, height; /* of the label */
    /* Where the label lies, found by zt_donut_arrange: x of the label's edge that looks at the
     * ring, as a distance from the centre. */
    double near;
    /* Of its middle, 0 at the centre of the ring. */
    double y;
    double level;  /* of the leader's way out, in a column of labels */
    bool straight; /* the leader is one straight piece */
} zt_slice;

/* A ring at a width, in the arena of the setting. `slices` hold the labels of the last arrangement;
   who draws takes a copy of them. */
typedef struct zt_donut_plan {
    const zt_chart *chart;
    double width;
    zt_slice *slices;
    size_t count;
    /* Of the values given; and what a full turn stands for: 100, or the sum. */
    double sum, whole;
    /* The slice whose share stands in the hole; NULL for none. */
    const zt_slice *hole;
    double leader, gap; /* from ring to labels in a column; between leaders, ring and labels */
    double diameter, diameter_max;
    double height;     /* of ring and labels at `diameter` */
    double height_max; /* the same at `diameter_max`, labels above and below the ring */
    zt_note_list notes;
} zt_donut_plan;

/* Under the fit in force. Reports chart-too-narrow when the labels leave the width beside the least
   ring. */
zt_donut_plan *zt_donut_plan_new(const zt_chart *chart, double width);
/* Places all labels about a ring of this diameter in a field of this height, near the ring where
   straight leaders reach them all, else in a column. The height that they need, or 0 when a label
   would leave the width. */
double zt_donut_arrange(zt_donut_plan *plan, double diameter, double height);
/* The point at this angle and distance from the centre. */
zt_point zt_donut_point(double angle_deg, double radius);

/* Of the data alone. Whether its values are per cent, so that a full turn is 100 and not their sum.
 */
bool zt_donut_is_percent(const zt_chart_data *data);

#endif
