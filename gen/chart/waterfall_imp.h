/* gen/chart/waterfall_imp.h — the plan of a waterfall: what follows from the data and the width
   alone. Points, frame of the plot. Made by waterfall_plan.c, drawn by kind_waterfall.c. */
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
    /* NULL when the data say nothing of the item. */
    const zt_quantity *quantity;
    bool is_step;
    /* Levels at which it begins and ends, in the unit of the data: 0 and the value for a total. */
    double from, to;
    zt_mark_text value, word;
    zt_words name;
} zt_waterfall_bar;

/* A waterfall at a width, in the arena of the setting; the scale of standing bars waits for the
   height. */
typedef struct zt_waterfall_plan {
    const zt_chart *chart;
    double width;
    zt_waterfall_bar *bars;
    size_t count;
    /* Bars run across, one below the other, words over each. */
    bool lying;
    double low, high; /* levels that the scale covers */
    /* From bar to bar: across when upright, down when lying. */
    double slot;
    /* Height of a value, and of the word behind it; `word` is 0 where no value has one. */
    double line, word;
    /* Height of the words over a lying bar; 0 when upright. */
    double lead;
    double legend, names; /* heights over and under the bars */
    /* Of the bars with their words, natural and at most; without legend and notes. */
    double height, height_max;
    zt_note_list notes;
} zt_waterfall_plan;

/* Planned under the fit in force; keeps `chart`. Reports nothing of its own: where bars cannot
   stand they lie. */
zt_waterfall_plan *zt_waterfall_plan_new(const zt_chart *chart, double width);
/* Fills item, quantity and levels of all bars; `bars` has one an item and belongs to the caller. */
void zt_waterfall_levels(const zt_chart_data *data, zt_waterfall_bar *bars);

#endif
