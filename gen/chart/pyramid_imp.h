/* gen/chart/pyramid_imp.h — the plan of a pyramid: two series back to back, names between them.
   Points, frame of the plot. Made by pyramid_plan.c, drawn by kind_pyramid.c. */
#ifndef ZT_PYRAMID_IMP_H
#define ZT_PYRAMID_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/tick_texts.h"

/* In points: from the zero lines to the names, from bars to values. */
static const double ZT_PYRAMID_GAP = ZT_MM(1.3);

/* The two sides, first and second series. */
enum { ZT_PYRAMID_LEFT, ZT_PYRAMID_RIGHT, ZT_PYRAMID_SIDES };
/* A third and a fourth series are what both were before, as a stepped line over the bars. */
enum { ZT_PYRAMID_BEFORE = 2 * ZT_PYRAMID_SIDES };
static const double ZT_PYRAMID_SAMPLE = ZT_MM(5.6); /* of that line, before its name */

/* One bar. */
typedef struct zt_pyramid_bar {
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    double length;               /* in the unit of the data */
    zt_mark_text value, word;    /* empty where the axis tells them */
    double beyond;               /* from the bar's end to the end of its words */
} zt_pyramid_bar;

/* An item: its name, and a bar on each side. */
typedef struct zt_pyramid_row {
    const zt_chart_item *item;
    zt_words name;
    zt_pyramid_bar bars[ZT_PYRAMID_SIDES];
    double before[ZT_PYRAMID_SIDES]; /* length of the earlier value; NAN without one */
} zt_pyramid_row;

/* A pyramid at a width, in the arena of the setting; drawing reads it and changes nothing. */
typedef struct zt_pyramid_plan {
    const zt_chart *chart;
    double width;
    zt_pyramid_row *rows;
    size_t count;
    double zero[ZT_PYRAMID_SIDES]; /* x of the zero lines */
    double unit;                   /* points of one of the data's unit, on both sides */
    zt_words heads[ZT_PYRAMID_SIDES];
    bool has_before;
    zt_words before; /* what the line is, in a row over the heads */
    double before_y;
    /* Values are read off an axis under both sides. */
    bool has_axis;
    zt_tick_texts ticks;
    const bool *unsaid;
    double over, foot;        /* heights over and under the rows */
    double pitch, pitch_most; /* least height of a row, and with spare */
    double thickness;         /* of a bar, of the pitch */
    double reach;             /* of what the theme draws at the end of a bar, beyond it */
    zt_note_list notes;
} zt_pyramid_plan;

/* Under the fit in force; keeps `chart`. Reports values-unprinted where an axis is drawn. */
zt_pyramid_plan *zt_pyramid_plan_new(const zt_chart *chart, double width);
/* x of the middle of a number of the axis, within the width. */
double zt_pyramid_tick_x(const zt_pyramid_plan *plan, size_t tick, size_t side);
/* Height of a row at a pitch: more where its name has several lines. */
double zt_pyramid_row_height(const zt_pyramid_plan *plan, size_t row, double pitch);

#endif
