/* gen/chart/scatter_imp.h — points by two values, and by the area of their circle by a third
   one. Points, frame of the plot. Made by scatter_plan.c, drawn by scatter_draw.c; the kinds
   scatter and bubble differ only in the third series. */
#ifndef ZT_SCATTER_IMP_H
#define ZT_SCATTER_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/guides.h"
#include "chart/tick_texts.h"

static const double ZT_SCATTER_GAP = ZT_MM(1.2); /* between axes, ticks and words */

/* What a series is told by; the order of the series in the data decides. */
typedef enum zt_scatter_axis { ZT_SCATTER_X, ZT_SCATTER_Y, ZT_SCATTER_AREA } zt_scatter_axis;

/* An item all of whose values are known, and where its circle and its name lie. */
typedef struct zt_scatter_point {
    const zt_chart_item *item;
    zt_point at;
    double radius;
    const zt_mark_text *name; /* NULL: one of a crowd, never named */
    /* Of the name; w 0 when it has no room in the plot. */
    zt_rect box;
} zt_scatter_point;

/* A dashed line through the plot at a value of one axis, named at one of its ends. */
typedef struct zt_scatter_line {
    const zt_guide *guide;
    bool upright; /* at a value of the first series */
    double at;    /* x or y */
    zt_mark_text words;
    zt_rect box; /* of the words; w 0 when they have no room in the plot */
} zt_scatter_line;

/* A panel between two lines and the sides of the plot, named in its corner. */
typedef struct zt_scatter_quadrant {
    const zt_guide *guide;
    zt_rect panel;
    zt_mark_text words;
    zt_rect box; /* of the words; w 0 when they have no room in the plot */
} zt_scatter_quadrant;

/* Points at a width, in the arena of the setting; the plot has one height, so all places are
   final. */
typedef struct zt_scatter_plan {
    const zt_chart *chart;
    double width;
    /* Circles by the third series; else dots of one size. */
    bool sized;
    zt_scatter_point *points;
    size_t count;
    zt_scatter_line *lines;
    size_t line_count;
    zt_scatter_quadrant *quadrants;
    size_t quadrant_count;
    /* Of both axes and, where `sized`, of the key. */
    zt_tick_texts x, y, size;
    /* From values to x and to y; the plot keeps a radius free on all sides. */
    zt_scale across, up;
    /* Radius of a circle of value 1: others go with the root of their value. 0 when none is
       above zero. */
    double unit;
    /* By zt_scatter_axis: what each series is. */
    zt_words heads[3];
    double left, right, top, base; /* of the plot */
    /* Height of the key of areas with its gaps; 0 for none. */
    double key;
    double foot;       /* y below all that belongs to the axes */
    zt_foot_list told; /* names without room, items without a value */
    zt_note_list notes;
} zt_scatter_plan;

/* Planned under the fit in force; keeps `chart`. Reports chart-too-narrow. */
zt_scatter_plan *zt_scatter_plan_new(const zt_chart *chart, double width, bool sized);
/* The two circles of the key, 0 the lesser and 1 the greater: the tick of the size axis, or 0
   when there is none. */
size_t zt_scatter_key_tick(const zt_scatter_plan *plan, size_t which);
/* Points, so that the area is in proportion to the value; 0 for negative ones. */
double zt_scatter_radius(const zt_scatter_plan *plan, double value);

/* Finds the thresholds; their lines widen the range of an axis. */
void zt_scatter_find_lines(zt_scatter_plan *plan);
void zt_scatter_reach(const zt_scatter_plan *plan, zt_scatter_axis axis, double *low, double *high);
/* Places them once the scales are known, and their words where no circle of `obstacles` is. */
void zt_scatter_place_lines(zt_scatter_plan *plan, const zt_obstacles *circles);
/* The panels, before anything else. */
void zt_scatter_draw_quadrants(const zt_scatter_plan *plan, zt_group *behind, zt_group *labels);
/* Draws them; they give way to names. */
void zt_scatter_draw_lines(const zt_scatter_plan *plan, zt_group *axis, zt_group *labels);

/* For zt_chart_kind: what scatter and bubble share. */
zt_chart_plan zt_scatter_plan_chart(const zt_chart *chart, double width, bool sized);
void zt_scatter_draw(const zt_chart_plan *planned, double height, zt_group *into);
/* Exactly so many series: reports no-items, axes-needed. */
bool zt_scatter_check(const zt_chart_data *data, zt_diags *diags, const char *kind, size_t series);

#endif
