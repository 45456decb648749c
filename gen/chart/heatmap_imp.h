/* gen/chart/heatmap_imp.h — the plan of a heat map: what follows from the data and the width
   alone. Points, frame of the plot. Made by heatmap_plan.c, drawn by kind_heatmap.c. */
#ifndef ZT_HEATMAP_IMP_H
#define ZT_HEATMAP_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/ramp.h"

static const double ZT_HEATMAP_NEAR = ZT_MM(1.5); /* from names to cells */

/* A cell: an item in a series, in the row and column where these meet. */
typedef struct zt_heatmap_cell {
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    /* The value and the word of its standing, measured also where they are not printed. */
    zt_mark_text value, word;
} zt_heatmap_cell;

/* A heat map at a width, in the arena of the setting; only the height of a row waits for the
   height of the whole. */
typedef struct zt_heatmap_plan {
    const zt_chart *chart;
    double width;
    bool across; /* items run across and series down, not the other way round */
    size_t rows, columns;
    bool has_lit_row,
        has_lit_column; /* where both are, the cells at which they cross are outlined */
    /* One for each row and column; a time that was thinned out has no paragraph. */
    zt_words *row_names, *column_names;
    /* Size of the names of the columns, as a part of that of labels: 1 or a little less. */
    double column_share;
    /* Names of rows stand over them, since beside them they would take too much width. */
    bool stacked;
    double left; /* of the cells */
    /* From a row's name to the cells under it. */
    double name_gap;
    /* Height of a row's name over it; 0 where it stands beside. */
    double lead;
    /* Height of the names of the columns with the gap under them. */
    double head;
    /* Width of a cell, and height of one, natural and at most, each with its gap. */
    double cell, row, row_max;
    /* Row by row, rows * columns of them. */
    zt_heatmap_cell *cells;
    /* The values stand in the cells; else the extremes are told at the foot. */
    bool printed;
    double outline; /* weight of the outline of what is highlighted */
    bool named;     /* all names of columns have room */
    zt_ramp ramp;
    zt_foot_list told; /* what has no room in the cells */
    zt_note_list notes;
} zt_heatmap_plan;

/* Planned under the fit in force; keeps `chart`. Reports chart-too-narrow when the names of the
   columns have no room either way round. */
zt_heatmap_plan *zt_heatmap_plan_new(const zt_chart *chart, double width);
/* Whether highlight= names the row, the column. */
bool zt_heatmap_row_is_lit(const zt_heatmap_plan *plan, size_t row);
bool zt_heatmap_column_is_lit(const zt_heatmap_plan *plan, size_t column);

#endif
