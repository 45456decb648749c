/* gen/chart/column_imp.h — the plan of a column chart: what follows from the data and the width
   alone. Points, frame of the plot. */
#ifndef ZT_COLUMN_IMP_H
#define ZT_COLUMN_IMP_H

#include "chart/annotation.h"
#include "chart/column_slots.h"
#include "chart/guides.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_texts.h"
#include "chart/tie.h"

/* What a template may <set> of columns; kind_column.c says what each is. Height of the plot and
   widest column. */
typedef struct zt_column_params {
    zt_length height, column_max;
} zt_column_params;

/* One column: an item in a series. */
typedef struct zt_column {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    /* The value, less what a break leaves out, in the unit of the data; negative below zero. */
    double length;
    /* Value and word of its standing; empty where they are read off the axis. */
    zt_mark_text value, word;
    /* x of the middle of both: of the column, unless values of several series are moved apart. */
    double middle;
    /* Points from the column's end to the end of its words. */
    double beyond;
    /* The length over which its words stand: of a highlighted column that of a higher one beside
       it, where they have no other place; else 0. */
    double over;
} zt_column;

/* Columns at a width. Filled once by zt_column_plan_new, in the arena of the setting; drawing reads
   it and changes nothing. y is found when the height is known. */
typedef struct zt_column_plan {
    const zt_chart *chart;
    double width; /* of the whole */
    size_t items, series;
    /* One slot an item, columns side by side in it, and what stands under them; left of them stand
       the ticks. */
    zt_column_slots slots;
    zt_column *columns;        /* item by item, series within */
    double column_width, seam; /* of one column; paper between the columns of an item */
    double value_gap;
    double reach; /* of the mark beyond its value: half a dot, or 0 */
    /* broken="yes": the value at the base line, in the unit of the data; else 0. */
    double cut;
    /* Either values over the columns or an axis at their left: values do not fit over the columns,
       so ticks and a grid stand instead. */
    bool has_axis;
    zt_tick_texts ticks;
    /* Values would say it, and none of them is printed: it stands over the plot, its middle at
       unit_y. */
    bool unit_lost;
    zt_mark_text unit;
    double unit_y;
    const bool *unsaid;        /* values read off the axis, column by column; NULL: none */
    double legend_height;      /* of the heads of several series, with the gap under it */
    double height, height_max; /* of the plot, with the values */
    bool side;                 /* annotations stand at the right of the columns */
    double notes_x;
    /* Under the plot, or at its right: those that are not tied to a column, and numbered ones. */
    zt_note_list notes;
    zt_ties ties;
    zt_guides guides;
    /* The room over all values in which tied ones can stand; 0 without any. */
    double ties_height;
} zt_column_plan;

/* A plan at a height: the scale and what stands in the plot, in the arena of the setting. Found
   anew for each drawing, as the free places depend on the height. */
typedef struct zt_column_place {
    const zt_column_plan *plan;
    zt_bar_scale scale; /* from the foot upward */
    double top, foot;   /* of the plot */
    zt_rect *values;    /* what stands over each column; no width where nothing does */
    zt_ties ties;
} zt_column_place;
/* The plan with a plot of that height: scale, values, annotations; and how many of these are
   numbered. */
zt_column_place zt_column_place_at(const zt_column_plan *plan, double plot, size_t *numbered);
/* Arranges the plan with a plot of that height, or of the least one where more annotations would
   have to be numbered than the plan has promised. */
zt_column_place zt_column_place_new(const zt_column_plan *plan, double plot);
/* What the guides are told of it; the place must outlive it. */
zt_guide_place zt_column_guide_place(const zt_column_place *place);
/* The length at whose end the words of a column stand. */
static inline double zt_column_words_at(const zt_column *column)
{
    return column->over > 0 ? column->over : column->length;
}
/* x of the line from words over a higher column down to their own, of an item and series by index.
 */
double zt_column_tie_x(const zt_column_plan *plan, size_t index);
/* y of a length over the base line, in the unit of the data. */
double zt_column_value_y(const zt_column_place *place, double length);

/* For zt_chart_kind: the plan's extent, and drawing it. */
zt_chart_plan zt_column_extent(const zt_column_plan *plan);
void zt_column_draw(const zt_chart_plan *planned, double height, zt_group *into);
/* Under the fit in force; keeps `chart`. */
zt_column_plan *zt_column_plan_new(const zt_chart *chart, double width);
/* x of the left edge of a column. */
double zt_column_x(const zt_column_plan *plan, size_t item, size_t series);

#endif
