/* gen/chart/waterfall_imp.h — the plan of a waterfall: what follows from the data and the width
   alone. Points, frame of the plot. */
#ifndef ZT_WATERFALL_IMP_H
#define ZT_WATERFALL_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/legend.h"
#include "chart/scale.h"

static const double ZT_WATERFALL_GAP = ZT_MM(1.2); /* between bars and words */

/* A total from zero, or a step from the level before it; levels in the unit of the data. */
typedef struct zt_waterfall_bar {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL: none */
    bool is_step;
    double from, to;
    zt_mark_text value, word;
    zt_words name;
} zt_waterfall_bar;

typedef struct zt_waterfall_plan {
    const zt_chart *chart;
    double width;
    zt_waterfall_bar *bars;
    size_t count;
    bool lying;           /* bars run across, one below the other, words over each */
    double low, high;     /* levels that the scale covers */
    double slot;          /* from bar to bar: across when upright, down when lying */
    double line, word;    /* height of a value, and of the words behind it */
    double lead;          /* lying: height of the words over a bar */
    double legend, names; /* heights over and under the bars */
    double height, height_max;
    zt_note_list notes;
} zt_waterfall_plan;

zt_waterfall_plan *zt_waterfall_plan_new(const zt_chart *chart, double width);
/* Whether a value is a step: written with its sign, a fall in words, nothing. */
bool zt_waterfall_is_step(const zt_quantity *quantity);
/* The levels of all bars; `bars` has one an item. */
void zt_waterfall_levels(const zt_chart_data *data, zt_waterfall_bar *bars);

#endif
