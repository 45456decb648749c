/* gen/chart/bars_imp.h — the plan of horizontal bars, for bar and diverging: what follows from the
   data and the width alone. Points, frame of the plot. */
#ifndef ZT_BARS_IMP_H
#define ZT_BARS_IMP_H

#include "chart/annotation.h"
#include "chart/guides_lying.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/tick_texts.h"
#include "chart/tie.h"
#include "chart/chart_words.h"

/* What a template may <set> of bars; zt_bars_rows says what each is. */
typedef struct zt_bars_params {
    zt_length bar;
} zt_bars_params;

/* Where the names of the items stand. */
typedef enum zt_bars_names {
    ZT_BARS_NAMES_LEFT,    /* in a column before all bars */
    ZT_BARS_NAMES_OPPOSITE /* at the zero line, on the side where the bar is not */
} zt_bars_names;

/* What a value is drawn as. */
typedef enum zt_bars_mark {
    ZT_BARS_SOLID,   /* a bar */
    ZT_BARS_LOLLIPOP /* a stalk with a dot whose middle is the value */
} zt_bars_mark;

/* One bar: an item in a series. Lengths of bars are in the unit of the data, others in points. */
typedef struct zt_bars_row {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    double length;               /* in the data's unit */
    zt_mark_text value, word;
    /* From the bar's end to the end of its words. */
    double beyond;
} zt_bars_row;

/* Bars at a width; points, but for `unit`, which is points a unit of the data. */
typedef struct zt_bars_plan {
    const zt_chart *chart;
    zt_bars_names names;
    zt_bars_mark mark;
    double width;
    size_t items, series;
    zt_bars_row *rows; /* item by item, series within */
    zt_words *labels;  /* one an item */
    /* Names over their bars: beside them these would have too little room. */
    bool stacked;
    bool sided; /* names over bars stand on the side of zero where these are */
    double value_gap, label_gap;
    /* broken="yes": what every length leaves out, in the unit of the data; else 0. */
    double cut;
    /* x of the zero line; points for one of the data's unit. */
    double zero, unit;
    double legend; /* height of the heads of several series, or of the unit */
    /* So many bars that rows as high as a value would fill a page: bars are thin and their values
       are read off an axis over them. */
    bool dense;
    zt_tick_texts ticks;
    double tick_height;
    const bool *unsaid; /* with `dense`: all values */
    /* Thickness, natural and at most. */
    double bar, bar_max;
    double least_row; /* what the values ask from bar to bar */
    /* Between items, as a part of the bar. */
    double gap;
    zt_lying_guides guides;
    zt_ties ties; /* annotations of one item: numbered at its first bar */
    zt_note_list notes;
} zt_bars_plan;

extern const zt_param zt_bars_rows[];

/* Reports chart-too-narrow. */
zt_bars_plan *zt_bars_plan_new(const zt_chart *chart, double width, zt_bars_names names,
                               zt_bars_mark mark);
/* The middle of a number over dense bars: at its line, as far as it stays within the chart. */
double zt_bars_tick_middle(const zt_bars_plan *plan, size_t tick);
/* Radius of the ring about an open end of a bar of this thickness: it keeps off the value. */
double zt_bars_ring(const zt_bars_plan *plan, double bar);
/* From bar to bar within an item, and the height of an item with its name. */
double zt_bars_row_height(const zt_bars_plan *plan);
/* Points that an item takes, with its name where names are stacked. */
double zt_bars_item_height(const zt_bars_plan *plan, size_t item);
/* Of the plot without what stands over and under it, at the present thickness. */
double zt_bars_height(const zt_bars_plan *plan);

/* In points: radius of the dot of a lollipop. */
static const double ZT_BARS_DOT = ZT_MM(1.2);

/* The kind's plan and draw: of bars, and of any mark. */
zt_chart_plan zt_bars_plan_chart(const zt_chart *chart, double width, zt_bars_names names);
zt_chart_plan zt_bars_plan_marks(const zt_chart *chart, double width, zt_bars_names names,
                                 zt_bars_mark mark);
/* For zt_chart_kind: draws a plan of one of the two. */
void zt_bars_draw(const zt_chart_plan *plan, double height, zt_group *into);

#endif
