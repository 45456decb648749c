/* gen/chart/bump_imp.h — the plan of places over time: all that follows from the data and the
   width. Points, frame of the plot. Made by bump_plan.c, drawn by kind_bump.c. */
#ifndef ZT_BUMP_IMP_H
#define ZT_BUMP_IMP_H

#include "chart/annotation.h"
#include "chart/end_labels.h"
#include "chart/guides.h"

static const double ZT_BUMP_HEAD_GAP = ZT_MM(2); /* from the heads to the first place */
static const double ZT_BUMP_DOT = ZT_MM(0.85), ZT_BUMP_DOT_LIT = ZT_MM(1.15); /* radii; of a
                                                                               highlighted dot */
static const double ZT_BUMP_RING_LINE = ZT_MM(0.75); /* weight of a highlighted ring */
static const double ZT_BUMP_UNDER = 0.5;  /* from a place to the line under it, in places */
static const double ZT_BUMP_SLOT_GAP = 1; /* between slots of missing values, points */

/* In the arena of the setting. */
typedef struct zt_bump_plan {
    const zt_chart *chart;
    zt_moments moments;
    double width;
    /* Names stand at the left too; in narrow columns only at the right. */
    bool has_left;
    double left, right; /* x of the first and the last moment */
    /* Best (lowest number) and worst place that occurs: y of `low` is above that of `high`. */
    double low, high;
    zt_end_labels ends[2];
    zt_words *heads;
    /* One for each head: names of times are thinned out where they would meet. */
    bool *is_kept;
    double unit, head_height;
    zt_guides guides; /* over the heads: names of spans, a key of lines */
    /* Row by row: places in rings about their dots, as label= asks, where these have room. */
    bool *numbered;
    double inset;          /* from the edges of the plot to the outermost places */
    double plot, plot_max; /* heights */
    zt_note_list notes;
} zt_bump_plan;

/* Under the fit in force; keeps `chart`. */
zt_bump_plan *zt_bump_plan_new(const zt_chart *chart, double width);
/* The place as a number; of a row and a moment that have one. */
double zt_bump_place(const zt_bump_plan *plan, size_t row, size_t column);
/* x of a moment. Moments stand at even steps, however far apart their times are: what is told is
   the change from one ranking to the next. The check has seen that there are two at least. */
double zt_bump_x(const zt_bump_plan *plan, size_t column);
/* Points from one moment to the next. */
double zt_bump_step(const zt_bump_plan *plan);
/* x of the dot of a row at a moment that has a place: rows that share a place stand side by side.
 */
double zt_bump_dot_x(const zt_bump_plan *plan, size_t row, size_t column);
/* The place of a row in words for a ring about its dot, and the radius of the ring. */
zt_mark_text zt_bump_number(const zt_bump_plan *plan, size_t row, size_t column);
double zt_bump_number_radius(const zt_mark_text *number);
/* x of the middle of a head: over its moment, moved inwards where it would leave the plot. */
double zt_bump_head_x(const zt_bump_plan *plan, size_t column);
/* The slot of a missing value as it is drawn between the ends. */
zt_mark_text zt_bump_slot_text(const zt_bump_plan *plan, const zt_quantity *q);
/* Moments whose missing values are kept apart from each other: where they lie closer than a slot is
   wide all of them, else one. */
size_t zt_bump_slot_moments(const zt_bump_plan *plan, size_t first, size_t last, double widest);
/* What stands over and under the places and does not grow with them. */
double zt_bump_fixed_height(const zt_bump_plan *plan);

#endif
