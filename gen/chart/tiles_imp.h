/* gen/chart/tiles_imp.h — the plan of a chart of tiles. Points, frame of the plot. Made by
   tiles_plan.c, drawn by kind_tiles.c. */
#ifndef ZT_TILES_IMP_H
#define ZT_TILES_IMP_H

#include "chart/annotation.h"
#include "chart/area_words.h"
#include "chart/foot_list.h"
#include "chart/ramp.h"

/* A tile of the grid. */
typedef struct zt_tiles_cell {
    const zt_chart_tile *tile;
    const zt_chart_item *item;   /* NULL: the data say nothing of it */
    const zt_quantity *quantity; /* NULL without one */
    zt_rect box;
    /* Of name and value; or of the number under which they are listed. */
    zt_area_words words;
    bool said, numbered;
} zt_tiles_cell;

/* Tiles at a width, in the arena of the setting; they have one height. */
typedef struct zt_tiles_plan {
    const zt_chart *chart;
    double width;
    zt_tiles_cell *cells; /* in the order of reading */
    size_t count;
    double field; /* height of all tiles */
    zt_ramp ramp;
    /* Where the key stands: in free cells, or under all tiles, where it takes `below` of height. */
    zt_rect key;
    double below;
    zt_foot_list told;
    zt_words note; /* what tiles do not mean */
    double note_gap;
    zt_note_list notes;
} zt_tiles_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_tiles_plan *zt_tiles_plan_new(const zt_chart *chart, double width);
/* Weight of the edge within a tile of which the data say nothing. */
double zt_tiles_edge(const zt_chart *chart);

#endif
