/* gen/chart/time_axis.h — the foot of a plot over time: ticks and labels measured, placed, drawn.
 */
#ifndef ZT_TIME_AXIS_H
#define ZT_TIME_AXIS_H

#include "chart/marks.h"
#include "chart/scale.h"

/* A label of the first row, with its stroke on the base line. Points from the left edge of the
   plot. */
typedef struct zt_time_axis_label {
    zt_mark_text text;
    /* Of its middle, moved in where the label would leave the reach. */
    double x;
    /* Of its stroke, which stays where the time is. */
    double mark;
} zt_time_axis_label;

/* A label of the second row, about the middle of what it names. */
typedef struct zt_time_axis_span {
    /* Without a width where it found no room. */
    zt_mark_text text;
    /* Of what it names, cut to the axis. */
    double from, to;
    double x; /* of its middle */
} zt_time_axis_span;

/* The kind fills the fields up to `points`, zt_time_axis_plan the others, in the arena of the
   chart's setting. */
typedef struct zt_time_axis {
    const zt_chart *chart;
    double left, right; /* of the base line */
    /* Labels stand between them; they may reach beyond the base line. */
    double reach, reach_end;
    /* Where days since 1970-01-01 lie, rising, and x of each: what lies between two of them lies
       between their x. Owned by the kind. */
    const double *at, *xs;
    size_t points;
    zt_time_axis_label *labels;
    size_t count;
    zt_time_axis_span *spans; /* the second row */
    size_t span_count;
    /* From the base line to the top of the second row, and to the foot of all. */
    double row, height;
} zt_time_axis;

/* x of a day, from at and xs: between two known days in proportion, before the first and after the
   last at the pace of the whole. */
double zt_time_axis_x(const zt_time_axis *axis, double day);
/* Fills labels and rows of an axis whose other fields are set. False where the keys of the data
   have to stand as written. */
bool zt_time_axis_plan(zt_time_axis *axis);
/* Strokes into `strokes`, words into `words`, below a base line at y. */
void zt_time_axis_draw(const zt_time_axis *axis, zt_group *strokes, zt_group *words, double y);

/* The least distance between neighbours of at least two times, in days. */
double zt_time_least_step(const zt_chart_time *time, size_t count);
/* Two slanted strokes through a base line at y: time is left out about x. */
void zt_time_break(const zt_chart *chart, zt_group *into, double x, double y);

#endif
