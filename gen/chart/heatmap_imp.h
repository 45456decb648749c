/* gen/chart/heatmap_imp.h — the plan of a heat map: what follows from the data and the width alone.
   Points, frame of the plot. */
#ifndef ZT_HEATMAP_IMP_H
#define ZT_HEATMAP_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/tick_texts.h"

static const double ZT_HEATMAP_GAP = ZT_MM(0.4);  /* between cells */
static const double ZT_HEATMAP_NEAR = ZT_MM(1.5); /* from names to cells */
static const double ZT_HEATMAP_KEY = ZT_MM(2.6);  /* height of the cells of the key */

/* A cell: an item in a series. */
typedef struct zt_heatmap_cell {
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    zt_mark_text value, word;
    size_t step; /* of the ramp; of a cell with a number */
} zt_heatmap_cell;

typedef struct zt_heatmap_plan {
    const zt_chart *chart;
    double width;
    bool across; /* items run across and series down, not the other way round */
    size_t rows, columns;
    zt_words *row_names, *column_names; /* no paragraph where a time was thinned out */
    double column_share;                /* size of the names of the columns, of the labels */
    bool stacked;                       /* names of rows stand over them */
    double left;                        /* of the cells */
    double lead;                        /* height of a row's name over it; 0 beside it */
    double head;                        /* height of the names of the columns with their gap */
    double cell, row, row_max; /* width of a cell with its gap; height of one with its gap */
    zt_heatmap_cell *cells;    /* row by row */
    bool printed;              /* the values stand in the cells */
    bool named;                /* all names of columns have room */
    zt_tick_texts limits;
    size_t steps; /* of the ramp; 0: no cell has a number */
    zt_mark_text unit;
    double key, key_cell; /* height of the key with its gap; width of one of its cells */
    zt_foot_list told;    /* what has no room in the cells */
    zt_note_list notes;
} zt_heatmap_plan;

/* Reports chart-too-narrow. */
zt_heatmap_plan *zt_heatmap_plan_new(const zt_chart *chart, double width);
/* The tint of a step of the ramp. */
double zt_heatmap_tint(const zt_heatmap_plan *plan, size_t step);
/* Height of the hatching at the foot of an estimate; 0 in other cells. */
double zt_heatmap_standing(const zt_heatmap_cell *cell);
/* Whether highlight= names the row, the column. */
bool zt_heatmap_row_is_lit(const zt_heatmap_plan *plan, size_t row);
bool zt_heatmap_column_is_lit(const zt_heatmap_plan *plan, size_t column);

#endif
