/* gen/chart/rank_imp.h — the plan of a ranking: all that follows from the data and the width alone.
   Measuring and drawing both start from it, so that they cannot differ. Points, frame of the plot.
 */
#ifndef ZT_RANK_IMP_H
#define ZT_RANK_IMP_H

#include "chart/annotation.h"
#include "chart/guides_lying.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_texts.h"
#include "chart/tie.h"

/* In points. */
static const double ZT_RANK_OVERHANG = ZT_MM(1.2); /* the zero line beyond the bars */

/* Whether places are printed before the names. */
typedef enum zt_ordinal { ZT_ORDINAL_AUTO, ZT_ORDINAL_YES, ZT_ORDINAL_NO } zt_ordinal;
/* What a template may <set> of a ranking; kind_rank.c says what each is. */
typedef struct zt_rank_params {
    zt_length pitch, pitch_max;
    zt_ordinal ordinal;
    bool axis;
} zt_rank_params;

/* One row; `length` in the unit of the data, the rest in points. */
typedef struct zt_rank_row {
    const zt_chart_item *item;
    const zt_quantity *quantity;
    zt_mark_text ordinal, label, value, word;
    const zt_para *lines; /* of a label too long for its column, else NULL */
    /* The value less what a break leaves out, in the unit of the data. */
    double length;
    /* From the bar's end to the end of its value, points. */
    double beyond;
} zt_rank_row;

/* A ranking at a width; points from the plot's top left. */
typedef struct zt_rank_plan {
    const zt_chart *chart;
    double width;
    zt_rank_row *rows;
    size_t count;
    /* Labels over their bars: beside them the bars would have no room. */
    bool stacked;
    /* Stacked, with the values at the right of the labels: the bars have the whole width. */
    bool above;
    /* Height of a label over its bar; 0 where labels stand beside. */
    double lead;
    double label_left; /* of stacked labels; right edge of the place numbers with their gap */
    /* Right edge of the labels; measure of those that break. */
    double label_right, lines_width;
    double label_room; /* of stacked labels, from label_left on */
    double value_gap, word_gap;
    /* The common scale of all bars. broken="yes": what every length leaves out, in the unit of the
     * data; else 0. */
    double cut;
    zt_bar_scale scale;
    double right; /* where values must end */
    /* From row to row, natural and at most; thickness of a bar by the pitch; white above the first
       bar and below the last. */
    double pitch, pitch_max, share, top, foot;
    /* Ticks under the bars; read only where has_axis holds. */
    zt_tick_texts ticks;
    bool has_axis;
    double axis_height; /* from the axis line to the foot of the tick labels */
    zt_lying_guides guides;
    zt_ties ties;       /* annotations under the plot that name one row: numbered at its value */
    zt_note_list notes; /* those under the plot */
    /* The first annotation stands in the empty quarter beside the short bars, tied by a bracket;
       `corner` holds it then. */
    bool quarter;
    zt_note_box corner; /* it */
    double bracket;
} zt_rank_plan;

/* The plan at the natural pitch under the fit in force; reports chart-too-narrow. */
zt_rank_plan *zt_rank_plan_new(const zt_chart *chart, double width);
/* Radius of the ring about an open end at a pitch: it keeps off the value behind it. */
double zt_rank_ring(const zt_rank_plan *plan, double pitch);

#endif
