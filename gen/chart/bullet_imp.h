/* gen/chart/bullet_imp.h — the plan of a bullet chart: how far each value is on the way to its own
   target. Points, frame of the plot. Made by bullet_plan.c, drawn by kind_bullet.c. */
#ifndef ZT_BULLET_IMP_H
#define ZT_BULLET_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/guides_lying.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_texts.h"

/* In points: beside words; height of track and bar, and of the stroke of a target. */
static const double ZT_BULLET_GAP = ZT_MM(1.5);
static const double ZT_BULLET_TRACK = ZT_MM(4.6), ZT_BULLET_TRACK_NARROW = ZT_MM(3.8);
static const double ZT_BULLET_LINE = ZT_MM(0.6); /* weight of that stroke */
static const double ZT_BULLET_BAR = 0.65, ZT_BULLET_STROKE = 1.26,
                    ZT_BULLET_RING = 0.2; /* of the track; the ring with its outline */

/* One value on the way to its target. */
typedef struct zt_bullet_row {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* may be NULL */
    double part;                 /* of the target; 0 when the value is missing */
    bool has_target;             /* an amount above zero: else there are no bar and no track */
    zt_words name, target;
    zt_mark_text value, word;
    /* Height of its words over the bar in narrow places, with the gap; else 0. */
    double head;
    /* There: y of the middle of value and target, from the top of the row; one line, or two where
       they are wider than the chart. */
    double value_y, target_y;
} zt_bullet_row;

/* Bullets at a width, in the arena of the setting; drawing reads it and changes nothing. */
typedef struct zt_bullet_plan {
    const zt_chart *chart;
    double width;
    bool narrow; /* words over the bars */
    zt_bullet_row *rows;
    size_t count;
    zt_scale scale;     /* x of a part of the target */
    double left, right; /* of the bars' room */
    double values_x;    /* right edge of the values, left one of the targets */
    double targets_x;
    zt_mark_text value_head, target_head, stroke_head; /* no width where they are left out */
    zt_tick_texts ticks;                               /* per cent of the target; wide only */
    zt_lying_guides guides; /* at per cent of the target, over the heads: 时间进度80% */
    double unit, heads;     /* heights over the rows */
    double track, between;
    double foot; /* of the ticks, with the gap */
    zt_note_list notes;
} zt_bullet_plan;

/* Under the fit in force; keeps `chart`. */
zt_bullet_plan *zt_bullet_plan_new(const zt_chart *chart, double width);
/* Height of a row without the room to the next one. */
double zt_bullet_row_height(const zt_bullet_plan *plan, size_t row);
/* The target of an item: its own, or its value in the second series. */
const zt_quantity *zt_bullet_target(const zt_chart_data *data, const zt_chart_item *item);
/* Whether it is an amount to reach, not a change. */
bool zt_bullet_is_amount(const zt_quantity *target);
/* What the value is of the target, 1 for all of it: by the unit of the data, or where neither it
   nor a bare value has one by that of the target. NAN where the target is no amount above zero. */
double zt_bullet_part(const zt_chart_data *data, const zt_chart_item *item);

#endif
