/* gen/chart/sparkline_imp.h — the plan of sparklines: one small line a series. Points, frame of the
   plot. Made by sparkline_plan.c, drawn by kind_sparkline.c. */
#ifndef ZT_SPARKLINE_IMP_H
#define ZT_SPARKLINE_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/scale.h"

/* In points: radius of a marked point; beside words; heights of a line. */
static const double ZT_SPARKLINE_DOT = ZT_MM(0.8), ZT_SPARKLINE_GAP = ZT_MM(1.3);
static const double ZT_SPARKLINE_LEAST = ZT_MM(3), ZT_SPARKLINE_HIGH = ZT_MM(6),
                    ZT_SPARKLINE_MOST = ZT_MM(8);

/* A point that is marked: an item, with its value unless that stands elsewhere. */
typedef struct zt_sparkline_mark {
    size_t item; /* item_count: there is none */
    zt_mark_text text;
} zt_sparkline_mark;

/* One line with its words. */
typedef struct zt_sparkline_row {
    zt_words name;
    zt_mark_text value, word; /* the last value, at the right */
    zt_sparkline_mark last, highest, lowest;
    double words;     /* height of what stands over the line but values at points, with a gap */
    double low, high; /* of its values; each line has a scale of its own */
} zt_sparkline_row;

/* Lines at a width, in the arena of the setting; drawing reads it and changes nothing. */
typedef struct zt_sparkline_plan {
    const zt_chart *chart;
    double width;
    zt_sparkline_row *rows; /* one a series */
    size_t count;
    zt_scale along;     /* x of a time, or of an item's number */
    double left, right; /* of the lines with their dots */
    double values_x;    /* left edge of the last values */
    bool narrow;        /* names over their lines */
    bool values_over;   /* last values at the right over their lines, which have the whole width */
    double mark;        /* height of a value over or under a line; 0 when none has one */
    zt_mark_text first_key, last_key, scales;
    double unit, foot; /* heights over and under the rows */
    double line, line_most, between;
    zt_note_list notes;
} zt_sparkline_plan;

/* Under the fit in force; keeps `chart`. */
zt_sparkline_plan *zt_sparkline_plan_new(const zt_chart *chart, double width);
/* Where an item stands along the line: days, or its number at even steps. */
double zt_sparkline_at(const zt_chart_data *data, size_t item);
/* Height of a row whose line is `line` high, and of what stands over the line. */
double zt_sparkline_row_height(const zt_sparkline_plan *plan, size_t row, double line);
double zt_sparkline_over(const zt_sparkline_plan *plan, size_t row);

#endif
