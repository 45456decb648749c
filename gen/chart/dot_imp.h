/* gen/chart/dot_imp.h — the plan of a dot plot: the values of each item as dots on one axis.
   Points, frame of the plot. Made by dot_plan.c, drawn by kind_dot.c. */
#ifndef ZT_DOT_IMP_H
#define ZT_DOT_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/tick_texts.h"

/* In points: radius of a dot, from a dot to its value, from value to value. */
static const double ZT_DOT_RADIUS = ZT_MM(1), ZT_DOT_GAP = ZT_MM(1.2);
/* Half of the height of dots that are moved off each other. */
static const double ZT_DOT_REACH = ZT_MM(1.7);

/* A value: its dot, and its words in a line over the row or, of one series, behind the dot. */
typedef struct zt_dot_mark {
    const zt_quantity *quantity; /* NULL: the item is not in the series, and nothing stands here */
    size_t series;
    double value; /* in the unit of the data */
    double x;     /* of the dot */
    double shift; /* of its y, where dots would lie on each other; the x stays true */
    zt_mark_text text, word;
    double words_x; /* left edge of swatch or text */
    size_t line;    /* over the row, from the lowest up */
} zt_dot_mark;

/* An item. */
typedef struct zt_dot_row {
    const zt_chart_item *item;
    zt_words name;
    zt_dot_mark *marks; /* from the least value to the greatest, missing ones last */
    size_t count;
    size_t lines; /* of values over the dots */
} zt_dot_row;

/* Dots at a width, in the arena of the setting; drawing reads it and changes nothing. */
typedef struct zt_dot_plan {
    const zt_chart *chart;
    double width;
    bool narrow;   /* names over their rows */
    bool swatches; /* before the values, to tell whose they are */
    zt_dot_row *rows;
    size_t count;
    zt_scale scale; /* x of a value */
    /* Of a logarithmic axis, which begins at no zero; none of an even one, since values are
     * printed.
     */
    zt_tick_texts ticks;
    double left; /* of the axis, after the names */
    double legend;
    bool *unsaid; /* values that are to come and whose slot does not say whose they are */
    double foot;  /* of the numbers under the rows */
    double line;  /* height of one line of values */
    double between, between_most;
    zt_note_list notes;
} zt_dot_plan;

/* Under the fit in force; keeps `chart`. */
zt_dot_plan *zt_dot_plan_new(const zt_chart *chart, double width);
/* Of a row: its height, and y of its dots from its top. */
double zt_dot_row_height(const zt_dot_plan *plan, size_t row);
double zt_dot_row_middle(const zt_dot_plan *plan, size_t row);
/* Points that swatch and words of a value take. */
double zt_dot_words_width(const zt_dot_plan *plan, const zt_dot_mark *mark);
/* Of the swatch before a value: its edge with the white behind it; 0 without swatches. */
double zt_dot_swatch_width(const zt_dot_plan *plan);

#endif
