/* gen/chart/pairs_imp.h — the plan of two values an item on one axis, for dumbbell, arrow and
   range: what follows from the data and the width alone. Points, frame of the plot. Made by
   pairs_plan.c, drawn by pairs.c; the kinds only name their mark. */
#ifndef ZT_PAIRS_IMP_H
#define ZT_PAIRS_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/guides_lying.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/moments.h"
#include "chart/tick_texts.h"

/* In points. */
static const double ZT_PAIRS_DOT = ZT_MM(1);     /* radius of the ends */
static const double ZT_PAIRS_CLEAR = ZT_MM(1.8); /* from an end to its value */

/* How the second value is drawn beside the first: as a dot, as the head of an arrow, or as its
   like, where neither came before the other. */
typedef enum zt_pairs_mark { ZT_PAIRS_DUMBBELL, ZT_PAIRS_ARROW, ZT_PAIRS_RANGE } zt_pairs_mark;

/* An item with its two values. */
typedef struct zt_pairs_row {
    zt_words name;
    /* By column; NULL where there is nothing to draw. */
    const zt_quantity *numbers[2];
    /* The same as numbers in the unit of the data; 0 for NULL. */
    double values[2];
    /* Not by column: the one at the left and the one at the right of the marks. */
    zt_mark_text texts[2];
    /* The column, 0 or 1, of the value at the left. */
    size_t left;
    /* Of the known values, in the unit of the data; 0 without any. */
    double least, most;
} zt_pairs_row;

/* All rows at a width; points, but for `unit`, which is points a unit of the data. */
typedef struct zt_pairs_plan {
    const zt_chart *chart;
    zt_moments moments;
    zt_pairs_mark mark;
    double width;
    zt_pairs_row *rows;
    size_t count;
    bool stacked; /* names over their marks */
    /* Of the axis, in the unit of the data; zero is always within, but of a logarithm. */
    double low, high;
    /* How values lie along it; of `scale` only kind and bend count. */
    zt_scale scale;
    /* x of what zt_scale_even makes nought, the zero of an even axis; points for one of these. */
    double zero, unit;
    zt_tick_texts ticks;
    zt_lying_guides guides; /* their names stand right over the rows */
    zt_words heads[2];      /* of the columns */
    /* The names of the columns stand in a key, since they would meet over the first row. */
    bool has_key;
    double unit_line, head_height, foot_height; /* of what stands over and under the rows */
    /* Between two rows, natural and at most. */
    double gap, gap_max;
    zt_note_list notes;
} zt_pairs_plan;

/* Reports chart-too-narrow. */
zt_pairs_plan *zt_pairs_plan_new(const zt_chart *chart, double width, zt_pairs_mark mark);
/* x of a value in the unit of the data. */
double zt_pairs_x(const zt_pairs_plan *plan, double value);
/* Height of a row with its name, and y of its marks from its top. */
double zt_pairs_row_height(const zt_pairs_plan *plan, size_t row);
double zt_pairs_row_middle(const zt_pairs_plan *plan, size_t row);
/* x of the middle of a head over the first row. */
double zt_pairs_head_x(const zt_pairs_plan *plan, size_t column);
/* Points between the two names of a key, which hold its marks and the gaps beside them. */
double zt_pairs_key_width(void);
/* What stands over and under the rows and does not grow with the gaps. */
double zt_pairs_fixed_height(const zt_pairs_plan *plan);

/* The kind's plan and draw. */
zt_chart_plan zt_pairs_plan_chart(const zt_chart *chart, double width, zt_pairs_mark mark);
/* For zt_chart_kind: draws a plan of zt_pairs_plan_chart. */
void zt_pairs_draw(const zt_chart_plan *plan, double height, zt_group *into);

#endif
