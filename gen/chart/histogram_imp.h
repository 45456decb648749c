/* gen/chart/histogram_imp.h — the plan of a histogram: its classes and what stands at them. Points,
   frame of the plot; heights of columns wait for the height. Made by histogram_plan.c, drawn by
   kind_histogram.c. */
#ifndef ZT_HISTOGRAM_IMP_H
#define ZT_HISTOGRAM_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_texts.h"

static const double ZT_HISTOGRAM_GAP = ZT_MM(1.2); /* between columns, words and lines */

/* One class, from its low limit up to, but not with, its high one. */
typedef struct zt_histogram_class {
    double low, high; /* in the unit of the limits */
    double left, right;
    /* How much of the count lies over one unit of width: its height, where widths differ. */
    double count, height;
    /* Of given counts; NULL where observations are counted. */
    const zt_chart_item *item;
    bool lit;
    zt_mark_text value, word; /* over the column; no width where an axis tells it */
    zt_words name;            /* as written, under the column; empty where ticks stand instead */
} zt_histogram_class;

/* A text over the columns with its line down: a named observation, or the median. */
typedef struct zt_histogram_name {
    const zt_chart_item *item; /* NULL for the median */
    zt_mark_text text;
    double x, left; /* of its line; of the text */
    size_t level;   /* 0 is the lowest */
    size_t of;      /* the class under it */
    bool median;
} zt_histogram_name;

/* Everything in the arena of the setting. */
typedef struct zt_histogram_plan {
    const zt_chart *chart;
    double width;
    bool raw;    /* observations are counted here */
    bool open;   /* the last class has no high limit */
    bool uneven; /* classes differ in width: areas carry the values */
    zt_histogram_class *classes;
    size_t count;
    zt_mark_text head; /* what is counted, over the columns at the left */
    double head_height;
    zt_histogram_name *names;
    size_t name_count, levels;
    double level;       /* from level to level */
    bool has_axis;      /* counts are read off an axis at the left */
    zt_tick_texts up;   /* its ticks */
    zt_scale across;    /* of limits */
    zt_tick_texts x;    /* ticks at the limits; none where classes have names */
    bool *keep;         /* which of their numbers are printed */
    double most;        /* the greatest height, in the unit of heights */
    double value, feet; /* heights over the columns and under them */
    double height, height_max;
    const bool *unsaid;
    zt_foot_list told;
    zt_note_list notes;
} zt_histogram_plan;

/* What panels of one scale share. */
typedef struct zt_histogram_alike {
    bool axis;   /* an axis tells the counts even where they have room over the columns */
    double most; /* the greatest height of any */
} zt_histogram_alike;

/* Planned under the fit in force; keeps `chart`. */
zt_histogram_plan *zt_histogram_plan_new(const zt_chart *chart, double width,
                                         zt_histogram_alike alike);
/* Plans panels of one scale anew: all have an axis when one has, and the same room over and under
   their columns. */
void zt_histogram_make_alike(zt_chart_plan *panels, size_t count);
/* Whether the keys of all items name classes that follow one another: 0—14岁, 15—59岁, 60岁以上.
   Fills their limits, one more than there are items, and whether the last has no high one. */
bool zt_histogram_limits(const zt_chart_data *data, double *limits, bool *open);

#endif
