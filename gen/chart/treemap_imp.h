/* gen/chart/treemap_imp.h — the plan of a treemap. Points. Made by treemap_plan.c, drawn by
   kind_treemap.c. */
#ifndef ZT_TREEMAP_IMP_H
#define ZT_TREEMAP_IMP_H

#include "chart/area_words.h"
#include "chart/foot_list.h"
#include "chart/legend.h"
#include "chart/tie.h"

static const double ZT_TREEMAP_NUMBER = ZT_MM(0.8); /* about the number of an annotation */
static const double ZT_TREEMAP_SEAM = ZT_MM(0.5);   /* paper between tiles */

/* What a tile says itself. */
typedef enum zt_treemap_said {
    ZT_TREEMAP_LISTED,   /* nothing: it is too small, or has no area */
    ZT_TREEMAP_NUMBERED, /* a number, under which it is listed */
    ZT_TREEMAP_WORDS     /* name and value */
} zt_treemap_said;

/* An item in a series. */
typedef struct zt_treemap_tile {
    size_t item;
    const zt_quantity *quantity; /* NULL: the item has no value */
    /* In the frame of its group, at the natural height; w and h 0 without an area. */
    zt_rect rect;
    zt_part_fill fill;
    zt_treemap_said said;
    bool tied; /* the numbers of its item stand in it */
    zt_area_words words;
} zt_treemap_tile;

/* A series, with all of its items that it has. */
typedef struct zt_treemap_group {
    zt_words head; /* empty when there is one series */
    /* Of its tiles, in the frame of the plot at the natural height. */
    zt_rect box;
    double lead; /* height of the head with the gap under it */
    zt_treemap_tile *tiles;
    size_t count;
    double sum; /* in the unit of the data */
} zt_treemap_group;

/* A treemap at a width, in the arena of the setting. With more height than the natural one all
   tiles grow by one factor, so that areas stay in proportion. */
typedef struct zt_treemap_plan {
    const zt_chart *chart;
    double width;
    zt_treemap_group *groups;
    size_t count;
    /* Groups lie one below the other, not side by side. */
    bool bands;
    double unit;  /* height of the line that tells the unit */
    double field; /* natural height of all tiles together, one below the other in bands */
    double heads; /* heads and gaps of the groups, one below the other in bands */
    zt_foot_list told;
    /* Annotations of one item, numbered in the top right of its first tile that has words; those of
       other items stand in the list alone. */
    zt_ties ties;
    zt_note_list notes;
} zt_treemap_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_treemap_plan *zt_treemap_plan_new(const zt_chart *chart, double width);

#endif
