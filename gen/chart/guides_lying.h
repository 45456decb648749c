/* gen/chart/guides_lying.h — thresholds and brackets of bars that lie: upright dashed lines named
   over the plot, and brackets in columns at its right with the difference beside them. A kind asks
   for them before its scale, gives them `over` and `right` of its room, and has them drawn. Points,
   frame of the plot, y down. */
#ifndef ZT_GUIDES_LYING_H
#define ZT_GUIDES_LYING_H

#include "chart/chart_words.h"
#include "chart/grid.h"
#include "chart/scale.h"

/* One guide, measured. */
typedef struct zt_lying_box {
    const zt_guide *guide;
    zt_words words; /* name and number; of a bracket on lines of their own */
    /* Of a bracket: from the foot of the bars' room to its line. */
    double at;
    bool in_line; /* its words stand in its line, which spans rows enough for them */
} zt_lying_box;

/* All of a chart, in the arena of the setting. */
typedef struct zt_lying_guides {
    const zt_chart *chart;
    zt_lying_box *boxes;
    size_t count;
    double over;  /* height over the bars that names of thresholds take; 0 */
    double right; /* width at the right that brackets take; 0 */
} zt_lying_guides;
/* Measures them for a chart of that width. */
zt_lying_guides zt_lying_guides_new(const zt_chart *chart, double width);

/* Where bars lie, once the height is known; filled by the kind. */
typedef struct zt_lying_place {
    double top, foot;  /* of the bars; the names stand over the top */
    double width;      /* of the chart */
    double zero, unit; /* x of the base line, points of one of the data's unit */
    double cut;        /* value at the base line */
    zt_scale scale;    /* how values lie; only kind and bend count */
    /* One for each item and series: a bar with the words at its end. */
    const zt_rect *rows;
    size_t series;
    bool marks;        /* the rows have no bars, on which lines would need paper */
    zt_grid_type type; /* what lines give way to */
} zt_lying_place;
/* Draws all: paper under lines on bars and the lines into `axis`, which lies over the bars, words
   into `labels`. */
void zt_lying_guides_draw(const zt_lying_guides *guides, const zt_lying_place *place,
                          zt_group *axis, zt_group *labels);

#endif
