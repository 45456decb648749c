/* gen/chart/gauge_imp.h — the plan of gauges. Points, frame of the plot. Made by gauge_plan.c,
   drawn by kind_gauge.c. */
#ifndef ZT_GAUGE_IMP_H
#define ZT_GAUGE_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/marks.h"

static const double ZT_GAUGE_GAP = ZT_MM(1.2);     /* between the lines of a gauge */
static const double ZT_GAUGE_STROKE = ZT_MM(0.6);  /* weight of the stroke of what is due */
static const double ZT_GAUGE_POINTER = ZT_MM(2.4); /* height of the pointer over zones */

/* A part of the strip up to a limit, named by its series. */
typedef struct zt_gauge_zone {
    double from, to; /* x; the last one ends with the strip, */
    double at;       /* and its limit stands here */
    zt_mark_text name, limit;
} zt_gauge_zone;

/* An item: a figure, and a strip on which it lies. */
typedef struct zt_gauge_row {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL without one */
    zt_words name;
    zt_words
        under; /* what should stand behind the figure, under the name where it has no room there */
    const zt_figure *figure; /* large; NULL where the value stands small at the right of the name */
    zt_mark_text value, word;
    double end;    /* value at the right end of the strip, above 0 */
    double length; /* x of the value */
    /* What is due: NULL without it, and x, its words under the strip. */
    const zt_quantity *due;
    double due_at;
    zt_words due_words;
    zt_mark_text zero, full; /* under the ends of the strip; empty where the words have no room */
    double full_at;          /* x of the right edge of `full` */
    zt_gauge_zone *zones;    /* NULL without any */
    bool zones_said;         /* they are named under the strip, not at the foot */
} zt_gauge_row;

/* Gauges one below the other at a width, in the arena of the setting. */
typedef struct zt_gauge_plan {
    const zt_chart *chart;
    double width;
    double end; /* of the strips: less than the width where a stroke stands at it */
    zt_gauge_row *rows;
    size_t count, zone_count;
    bool large;            /* values stand as key figures over their strips */
    double headroom;       /* of a figure's em box over its ink */
    double strip, between; /* height of a strip, white between gauges */
    /* What small values are, over their column; empty where figures are large or have no series. */
    zt_mark_text head;
    double lead;       /* its height with the gap under it */
    zt_foot_list told; /* zones without room for their names */
    zt_note_list notes;
} zt_gauge_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_gauge_plan *zt_gauge_plan_new(const zt_chart *chart, double width);
/* Height of what stands under the name, with the gap over it. */
double zt_gauge_under(const zt_gauge_row *row);
/* From the top of a row to its strip, and in all. */
double zt_gauge_row_lead(const zt_gauge_plan *plan, const zt_gauge_row *row);
double zt_gauge_row_height(const zt_gauge_plan *plan, const zt_gauge_row *row);

#endif
