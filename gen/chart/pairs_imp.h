/* gen/chart/pairs_imp.h — the plan of two values an item on one axis, for dumbbell, arrow and
   range: what follows from the data and the width alone. Points, frame of the plot. */
#ifndef ZT_PAIRS_IMP_H
#define ZT_PAIRS_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/moments.h"
#include "chart/ticks.h"

/* In points. */
static const double ZT_PAIRS_DOT = ZT_MM(1);     /* radius of the ends */
static const double ZT_PAIRS_CLEAR = ZT_MM(1.8); /* from an end to its value */

/* How the second value is drawn beside the first: as a dot, as the head of an arrow, or as its
   like, where neither came before the other. */
typedef enum zt_pairs_mark { ZT_PAIRS_DUMBBELL, ZT_PAIRS_ARROW, ZT_PAIRS_RANGE } zt_pairs_mark;

/* An item with its two values. */
typedef struct zt_pairs_row {
    zt_words name;
    const zt_quantity *numbers[2]; /* by column; NULL where there is nothing to draw */
    double values[2];
    zt_mark_text texts[2]; /* at the left and at the right */
    size_t left;           /* the column of the left one */
    double least, most;    /* of the known values; 0 without any */
} zt_pairs_row;

/* All rows at a width; points, but for `unit`, which is points a unit of the data. */
typedef struct zt_pairs_plan {
    const zt_chart *chart;
    zt_moments moments;
    zt_pairs_mark mark;
    double width;
    zt_pairs_row *rows;
    size_t count;
    bool stacked;     /* names over their marks */
    double names;     /* right edge of the names beside them */
    double low, high; /* of the axis, in the data's unit */
    double zero, unit;
    zt_ticks ticks;
    zt_mark_text *tick_texts;
    zt_words heads[2]; /* of the columns */
    bool has_key;      /* the heads stand in a key, since they would meet over the first row */
    double unit_line, head_height, foot_height; /* of what stands over and under the rows */
    double gap, gap_max;                        /* between two rows */
    zt_note_list notes;
} zt_pairs_plan;

/* Reports chart-too-narrow. */
zt_pairs_plan *zt_pairs_plan_new(const zt_chart *chart, double width, zt_pairs_mark mark);
/* x of a value. */
double zt_pairs_x(const zt_pairs_plan *plan, double value);
/* Height of a row with its name, and y of its marks from its top. */
double zt_pairs_row_height(const zt_pairs_plan *plan, size_t row);
double zt_pairs_row_middle(const zt_pairs_plan *plan, size_t row);
/* x of the middle of a head over the first row. */
double zt_pairs_head_x(const zt_pairs_plan *plan, size_t column);
/* Width of the marks between the two heads of a key. */
double zt_pairs_key_width(void);
/* What cannot be used by gaps. */
double zt_pairs_fixed_height(const zt_pairs_plan *plan);

/* The kind's plan and draw. */
zt_chart_plan zt_pairs_plan_chart(const zt_chart *chart, double width, zt_pairs_mark mark);
/* For zt_chart_kind: draws a plan of zt_pairs_plan_chart. */
void zt_pairs_draw(const zt_chart_plan *plan, double height, zt_group *into);

#endif
