/* gen/chart/line_imp.h — the plan of a line chart: what follows from the data and the width alone.
   Points, frame of the plot. */
#ifndef ZT_LINE_IMP_H
#define ZT_LINE_IMP_H

#include "chart/annotation.h"
#include "chart/guides.h"
#include "labels/positions.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_texts.h"
#include "chart/tie.h"
#include "chart/time_axis.h"

/* In points. */
static const double ZT_LINE_DOT = ZT_MM(1);         /* radius of the last point */
static const double ZT_LINE_VALUE_GAP = ZT_MM(1.5); /* between marks and their labels */

/* Which series has the accent: AUTO the highlighted one, else the latest of several years, else the
   first. */
typedef enum zt_line_lead { ZT_LEAD_AUTO, ZT_LEAD_FIRST, ZT_LEAD_LAST } zt_line_lead;
/* What a template may <set> of a line chart; kind_line.c says what each is. Heights are parts of
   the width. */
typedef struct zt_line_params {
    double height, height_max; /* of the width */
    int ticks;
    zt_line_lead lead;
} zt_line_params;

/* What stands at the end of a line: the head of its series and its last value. */
typedef struct zt_line_end {
    /* Of the last value; item_count when the series has none. */
    size_t item;
    const zt_para *head; /* NULL when the series has none */
    zt_mark_text value, word;
    bool stacked;   /* the value under the head, not beside it */
    double descent; /* then: what letters of the head reach below its em box */
    double width, height;
} zt_line_end;

/* The name of an item under the plot, where the axis of time has none of its own. */
typedef struct zt_line_category {
    zt_mark_text text;
    /* Of a label too long for one line; else NULL. */
    const zt_para *lines;
    double width;
} zt_line_category;

/* How a line goes from value to value. */
typedef enum zt_line_way {
    ZT_LINE_STRAIGHT,
    /* A value holds until the next one comes: level, then upright. */
    ZT_LINE_STEPS
} zt_line_way;

/* Lines at a width, in the arena of the setting. x is final; y is scaled when the height is known,
   between the base line and `top`. */
typedef struct zt_line_plan {
    const zt_chart *chart;
    zt_line_way way;
    double width;
    /* The series in the accent, whose label is bold. */
    size_t lead;
    zt_tick_texts ticks;
    double
        high; /* the value at the top of the plot: the last tick, or the highest value above it */
    zt_mark_text unit; /* over the ticks; empty when the deck tells it */
    /* From the labels of the ticks at the left to those of the series at the right. */
    double left, right;           /* x of the first and the last category */
    double plot_left, plot_right; /* of grid and base line */
    /* y of `high`, below the unit and what stands over the highest point. */
    double top;
    zt_line_end *ends; /* one a series */
    double ends_x;
    /* Used only where zt_chart_is_timed holds. */
    zt_scale days; /* of time: from days since 1970-01-01 to x */
    zt_time_axis axis;
    zt_line_category *categories; /* NULL where the axis of time has its own labels */
    /* From the base line to the foot of the labels. */
    double category_height;
    zt_guides guides;
    double height, height_max; /* without the notes */
    zt_ties ties;              /* annotations at their points */
    zt_note_list notes;        /* the others, and those numbered */
} zt_line_plan;

/* For zt_chart_kind, of lines that go either way: the parameters, the check of a kind's data
   (no-items, should-be-bars), plan and draw. */
extern const zt_param zt_line_rows[];
bool zt_line_check(const zt_chart_data *data, zt_diags *diags, const char *kind);
zt_chart_plan zt_line_plan_chart(const zt_chart *chart, double width, zt_line_way way);
void zt_line_draw(const zt_chart_plan *planned, double height, zt_group *into);
/* Under the fit in force; keeps `chart`. */
zt_line_plan *zt_line_plan_new(const zt_chart *chart, double width);
/* x of category i. */
double zt_line_x(const zt_line_plan *plan, size_t item);
/* Whether the value of a series stands at its point, or at the line's end when it is the last one.
 */
bool zt_line_is_labelled(const zt_line_plan *plan, size_t series, size_t item);
/* The value of a series at an item; NULL where there is no number. */
const zt_quantity *zt_line_value(const zt_line_plan *plan, size_t series, size_t item);

#endif
