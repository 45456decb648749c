/* gen/change/computed.h — figures that a chart computes and no element of the document holds:
   shares, an index, sums so far, averages and differences of its items, what keep= left out, the
   difference of a bracket, the mean of a threshold, shares of steps, the total of a stack. */
#ifndef ZT_CHANGE_COMPUTED_H
#define ZT_CHANGE_COMPUTED_H

#include "change/fact.h"
#include "model/chart_data.h"

/* A figure of a chart as it is printed. Lives in the arena of the comparison. */
typedef struct zt_computed_figure {
    /* The element that it stands for: an item, a bracket, the data. */
    const zt_fact *fact;
    /* Which of several figures of that element: the name of a series; empty for the only one. */
    zt_str part;
    zt_str text;
    /* What it means, with the unit of the chart; NULL where only its text is known. */
    const zt_quantity *quantity;
    bool computed; /* false: as the document has it, where the other state may compute */
    zt_pos at;
} zt_computed_figure;
typedef ZT_VEC(zt_computed_figure) zt_computed_figures;

/* All figures of the chart that the fact stands for; none of another fact. Those of a chart that
   computes nothing are all as the document has them. */
zt_computed_figures zt_computed_figures_of(zt_arena *arena, const zt_doc *doc,
                                           const zt_fact *chart);

#endif
