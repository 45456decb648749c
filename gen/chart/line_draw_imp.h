/* gen/chart/line_draw_imp.h — a line chart in a plot of a given height: what kind_line.c draws of
   it and line_words.c sets at its points. Points, frame of the plot. */
#ifndef ZT_LINE_DRAW_IMP_H
#define ZT_LINE_DRAW_IMP_H

#include "chart/line_imp.h"
#include "base/arena.h"

static const double ZT_LINE_LEAD_WEIGHT = ZT_MM(0.8); /* weight of the line in the accent; points */

/* A word or value that stands over or under its point, or over the gap of missing ones. */
typedef struct zt_line_text {
    zt_mark_text text;
    zt_point point;
    double x, clear, height; /* of its middle; from the point; of its line */
    bool is_value;           /* has a leader when it stands far off, and stands on a baseline */
    zt_rect box;             /* where it stands */
    bool lost;               /* there is no place for it in the plot */
} zt_line_text;

/* What one drawing needs beside the plan. */
typedef struct zt_line_drawing {
    const zt_line_plan *plan;
    zt_scale y;
    double base; /* y of the base line */
    zt_group *marks, *axis, *labels;
    ZT_VEC(zt_line_text) texts;
    /* Lines and dots, which words keep clear of. */
    zt_obstacles drawn;
    zt_rect unit; /* where it reaches over the plot, else without a width: no word lies over it */
    zt_ties ties;
} zt_line_drawing;

/* Where the value of an item lies. */
zt_point zt_line_point(const zt_line_drawing *d, size_t item, const zt_quantity *q);
/* A value that is named but not known: 待补. An item that is not in the series is not missing. */
bool zt_line_is_missing(const zt_line_plan *plan, size_t series, size_t item);
/* The words of the drawing: values that stand at their points, and what is missing. */
void zt_line_texts_set(zt_line_drawing *d);
/* Finds their places, clear of `drawn`. */
void zt_line_texts_place(zt_line_drawing *d);
/* From the point of a value to the nearest edge of its box, where that is far off; false elsewhere.
 */
bool zt_line_text_leader(const zt_line_text *text, zt_piece *leader);
/* Draws those that have a place, on paper where lines are below. */
void zt_line_texts_draw(const zt_line_drawing *d);

#endif
