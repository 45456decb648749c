/* gen/chart/funnel_imp.h — the plan of a funnel. Points, frame of the plot. Made by funnel_plan.c,
   drawn by kind_funnel.c. */
#ifndef ZT_FUNNEL_IMP_H
#define ZT_FUNNEL_IMP_H

#include "chart/chart_words.h"
#include "chart/legend.h"
#include "chart/tie.h"

static const double ZT_FUNNEL_GAP = ZT_MM(1.5); /* between bars and words */

/* A step: a bar from the left, its name, its value, and what is left of the steps before. */
typedef struct zt_funnel_row {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL without one */
    double length;               /* of the bar */
    zt_words name;
    zt_mark_text value, word;
    zt_words shares; /* under the bar; empty for the first step */
} zt_funnel_row;

/* A funnel at a width, in the arena of the setting. */
typedef struct zt_funnel_plan {
    const zt_chart *chart;
    double width;
    zt_funnel_row *rows;
    size_t count;
    bool stacked; /* names and values stand over the bars */
    double left;  /* of the bars */
    double unit;  /* height of the line that tells the unit */
    double bar;   /* thickness, natural */
    double between;
    zt_words note; /* that the shares are computed */
    double note_gap;
    zt_ties ties; /* annotations of one step: numbered behind its value */
    zt_note_list notes;
} zt_funnel_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_funnel_plan *zt_funnel_plan_new(const zt_chart *chart, double width);
/* Value, word and numbers of a row, side by side. */
double zt_funnel_said_width(const zt_funnel_plan *plan, const zt_funnel_row *row);
/* Height of the line of these. */
double zt_funnel_line(const zt_funnel_plan *plan, const zt_funnel_row *row);
/* Points that a row takes with a bar so thick: from its top to the top of the bar, and in all. */
double zt_funnel_row_lead(const zt_funnel_plan *plan, const zt_funnel_row *row);
double zt_funnel_row_height(const zt_funnel_plan *plan, const zt_funnel_row *row, double bar);

#endif
