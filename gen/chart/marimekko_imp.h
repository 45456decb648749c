/* gen/chart/marimekko_imp.h — the plan of a marimekko. Points. Made by marimekko_plan.c, drawn by
   kind_marimekko.c. */
#ifndef ZT_MARIMEKKO_IMP_H
#define ZT_MARIMEKKO_IMP_H

#include "chart/annotation.h"
#include "chart/area_words.h"
#include "chart/foot_list.h"
#include "chart/legend.h"

static const double ZT_MARIMEKKO_NEAR = ZT_MM(1.2); /* between columns and names */

/* A value: its part of a column. */
typedef struct zt_marimekko_cell {
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    /* x in the frame of the plot, y in that of the columns at the natural height; h 0 for no area.
     */
    zt_rect rect;
    bool said; /* the value stands in it, else it is listed */
    zt_area_words words;
} zt_marimekko_cell;

/* An item: as wide as its sum. */
typedef struct zt_marimekko_column {
    double x, width;
    double sum;    /* in the unit of the data */
    zt_words name; /* or the number under which it is listed; empty without room for either */
    size_t number; /* 0 where the name stands */
} zt_marimekko_column;

/* A marimekko at a width, in the arena of the setting. With more height all columns grow by one
   factor, so that areas stay in proportion. */
typedef struct zt_marimekko_plan {
    const zt_chart *chart;
    double width;
    zt_marimekko_column *columns;
    zt_marimekko_cell *cells; /* column by column, the first series lowest */
    size_t items, series;
    const zt_part_fill *fills; /* of the series */
    zt_part_names legend;
    double lead;  /* of unit and legend */
    double field; /* natural height of the columns; 0 when nothing has an area */
    double names; /* height of the names with the gap over them */
    zt_foot_list told;
    zt_note_list notes;
} zt_marimekko_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_marimekko_plan *zt_marimekko_plan_new(const zt_chart *chart, double width);

#endif
