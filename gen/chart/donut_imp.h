/* gen/chart/donut_imp.h — the plan of a ring: its slices, their labels, and how large the ring may
   be beside them. Points from the ring's centre, y down; angles in degrees clockwise from 12. */
#ifndef ZT_DONUT_IMP_H
#define ZT_DONUT_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/figure.h"
#include "chart/marks.h"

/* Diameter of the hole, of the ring. */
#define ZT_DONUT_HOLE 0.6

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
    zt_words name; /* in the list under the ring */
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
    /* A pie: there is no hole. */
    bool full;
    /* The slice whose share stands in the hole; NULL for none, or when the hole of the least ring
       is too small for type: the share then stands at its label, as those of the others do. */
    const zt_slice *hole;
    /* The labels have no room beside the least ring: they stand in a list under it, each after a
       swatch of its slice. */
    bool listed;
    bool stacked;       /* in it the values stand under the names, not at the right */
    double swatch;      /* edge of one */
    double list;        /* height of the list with a gap over and under the ring; 0 without one */
    double leader, gap; /* from ring to labels in a column; between leaders, ring and labels */
    double diameter, diameter_max;
    double height;     /* of ring and labels at `diameter` */
    double height_max; /* the same at `diameter_max`, labels above and below the ring */
    zt_note_list notes;
} zt_donut_plan;

/* The parameters of rings and pies, whose struct is zt_donut_params. */
extern const zt_param zt_donut_rows[];
/* Under the fit in force, a ring or a `full` circle; its labels stand about it, or in a list where
   these leave the width. Reports chart-too-narrow when a value does so in the list too. */
zt_donut_plan *zt_donut_plan_new(const zt_chart *chart, double width, bool full);
/* Places all labels about a ring of this diameter in a field of this height, near the ring where
   straight leaders reach them all, else in a column. The height that they need, or 0 when a label
   would leave the width. */
double zt_donut_arrange(zt_donut_plan *plan, double diameter, double height);
/* The share of the hole with its unit, as large as the part's style, smaller where the hole of this
   radius asks for it: corner to corner inside the circle. NULL without a share, and when it would
   be smaller than the theme's least type. */
const zt_figure *zt_donut_figure(const zt_donut_plan *plan, double inner);
/* Height of a row of the list. */
double zt_donut_row(const zt_donut_plan *plan, const zt_slice *slice);
/* The point at this angle and distance from the centre. */
zt_point zt_donut_point(double angle_deg, double radius);

/* Of the data alone. Whether its values are per cent, so that a full turn is 100 and not their sum.
 */
bool zt_donut_is_percent(const zt_chart_data *data);

/* The kind's plan and draw, for both. */
zt_chart_plan zt_donut_plan_chart(const zt_chart *chart, double width, bool full);
void zt_donut_draw(const zt_chart_plan *planned, double height, zt_group *into);
/* Whether so many parts can be told apart; reports too-many-slices. */
typedef bool zt_donut_count(const zt_chart_data *data, zt_diags *diags);
/* Reports no-items, too-many-series, should-be-bars, share-out-of-range, what `count` reports,
   nothing-to-part, share-over-100, and the warning share-under-100. */
bool zt_donut_check(const zt_chart_data *data, zt_diags *diags, const char *kind,
                    zt_donut_count *count);

#endif
