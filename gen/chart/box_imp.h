/* gen/chart/box_imp.h — observations of groups along one axis: dots, and the middle half as a box.
   All of it final: points, frame of the plot. Made by box_plan.c, drawn by box_draw.c; kind_box.c
   and kind_strip_plot.c differ in what they show. */
#ifndef ZT_BOX_IMP_H
#define ZT_BOX_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/marks.h"
#include "chart/observations.h"
#include "chart/scale.h"
#include "chart/tick_texts.h"

static const double ZT_BOX_GAP = ZT_MM(1.2);    /* beside text */
static const double ZT_BOX_HEIGHT = ZT_MM(5.2); /* of the box of the middle half */
static const double ZT_BOX_MEDIAN = ZT_MM(6.8); /* length of the stroke of the median */

/* Dots alone, or over a box where there are enough. */
typedef enum zt_box_look { ZT_BOX_DOTS, ZT_BOX_BOXES } zt_box_look;

/* An observation as a dot; `hidden` where it lies over another one. */
typedef struct zt_box_dot {
    const zt_observation *of;
    zt_point at; /* y from the middle of its row */
    bool lit, hidden;
} zt_box_dot;

/* A named observation under its row. */
typedef struct zt_box_name {
    size_t dot;
    zt_mark_text text;
    double left;
    size_t level;
} zt_box_name;

/* One group: a row. */
typedef struct zt_box_row {
    zt_observations all;
    bool lit;
    zt_words name;
    zt_mark_text number; /* n=21 */
    zt_box_dot *dots;
    size_t dot_count; /* 0 where there are too many to draw */
    zt_box_name *names;
    size_t name_count, levels;
    bool has_box, has_median;
    double quarter[5];   /* x of the least, the quartiles, the greatest */
    zt_mark_text median; /* its value, over its stroke */
    double top, middle;  /* of the row; of its dots */
    double half;         /* from the middle to the edge of dots, box and stroke */
    double height;
} zt_box_row;

/* Everything in the arena of the setting. */
typedef struct zt_box_plan {
    const zt_chart *chart;
    double width;
    bool narrow; /* names over the rows, not at their left */
    zt_box_look look;
    zt_box_row *rows;
    size_t count;
    double radius; /* of a dot */
    double level;  /* from level to level of names */
    zt_tick_texts ticks;
    zt_scale across;
    double names;      /* what stands left of the rows ends here */
    double head, base; /* y of the first row, of the axis */
    double foot;       /* of the numbers under the axis */
    const bool *unsaid;
    zt_foot_list told;
    zt_note_list notes;
} zt_box_plan;

/* A plan as the kind's own, one row a series. */
zt_chart_plan zt_box_plan_chart(const zt_chart *chart, double width, zt_box_look look);
/* Draws what zt_box_plan_chart() made. */
void zt_box_draw(const zt_chart_plan *planned, double height, zt_group *into);
/* Reports no-items, rank-without-values. */
bool zt_box_check(const zt_chart_data *data, zt_diags *diags, const char *kind);

#endif
