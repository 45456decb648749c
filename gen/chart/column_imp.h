/* gen/chart/column_imp.h — the plan of a column chart: what follows from the data and the width
   alone. Points, frame of the plot. */
#ifndef ZT_COLUMN_IMP_H
#define ZT_COLUMN_IMP_H

#include "chart/annotation.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/ticks.h"
#include "chart/tie.h"
#include "chart/time_axis.h"
#include "chart/chart_words.h"

/* In points. */
static const double ZT_COLUMN_LABEL_GAP = ZT_MM(1.6); /* from the plot to the names under it */

/* What a template may <set> of columns; kind_column.c says what each is. Height of the plot and
   widest column. */
typedef struct zt_column_params {
    zt_length height, column_max;
} zt_column_params;

/* One column: an item in a series. */
typedef struct zt_column {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    double length;               /* the value, less what a break leaves out */
    zt_mark_text value, word;    /* empty where values are read off the axis */
    double beyond;               /* from the column's end to the end of its words */
} zt_column;

/* The name of an item under the plot. Where names would meet, as many are printed as keep clear of
   each other. */
typedef struct zt_column_category {
    zt_words words; /* no paragraph when it was thinned out */
    double x;       /* of its middle */
} zt_column_category;

/* Columns at a width. Filled once by zt_column_plan_new, in the arena of the setting; drawing reads
   it and changes nothing. y is found when the height is known. */
typedef struct zt_column_plan {
    const zt_chart *chart;
    double width;            /* of the whole */
    double left, plot_width; /* of the columns' room; left of it stand the ticks */
    size_t items, series;
    size_t slots;       /* those of the items and of what time leaves out between them */
    size_t *places;     /* the slot of each item */
    zt_column *columns; /* item by item, series within */
    /* One slot an item, columns side by side in it. */
    double slot, column_width; /* from item to item; of one column */
    double value_gap;
    double cut; /* broken="yes": the value at the base line, else 0 */
    /* Either values over the columns or an axis at their left. */
    bool has_axis; /* values do not fit over the columns: ticks and grid instead */
    zt_ticks ticks;
    zt_mark_text *tick_texts;
    /* What stands under the plot: labels of time, or a name for each item. */
    bool timed; /* the axis of time has its own labels */
    zt_time_axis axis;
    zt_column_category *categories;
    double category_height;    /* from the plot's foot to that of the labels */
    double legend_height;      /* of the heads of several series, with the gap under it */
    double height, height_max; /* of the plot, with the values */
    bool side;                 /* annotations stand at the right of the columns */
    double notes_x;
    zt_note_list notes; /* those that are not tied to a column, and numbered ones */
    zt_ties ties;
    double ties_height; /* the room over all values in which tied ones can stand */
} zt_column_plan;

/* A plan at a height: the scale and what stands in the plot. */
typedef struct zt_column_place {
    const zt_column_plan *plan;
    zt_bar_scale scale; /* from the foot upward */
    double top, foot;   /* of the plot */
    zt_rect *values;    /* what stands over each column; no width where nothing does */
    zt_ties ties;
} zt_column_place;
/* Arranges the plan with a plot of that height. */
zt_column_place zt_column_place_new(const zt_column_plan *plan, double plot);
/* y of a length over the base line. */
double zt_column_value_y(const zt_column_place *place, double length);

/* Under the fit in force; keeps `chart`. */
zt_column_plan *zt_column_plan_new(const zt_chart *chart, double width);
/* Whether time is left out before the item and no empty slot shows it. */
bool zt_column_jumps(const zt_column_plan *plan, size_t item);
/* x of the middle of the item's slot, and of the left edge of a column. */
double zt_column_middle(const zt_column_plan *plan, size_t item);
double zt_column_x(const zt_column_plan *plan, size_t item, size_t series);

#endif
