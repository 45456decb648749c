/* gen/chart/ramp.h — values told by the darkness of an area: steps between round limits, their
   tints, and the key that explains them. */
#ifndef ZT_RAMP_H
#define ZT_RAMP_H

#include "chart/tick_texts.h"

static const double ZT_RAMP_GAP = ZT_MM(0.4); /* between cells */
/* Usual weight of the outline of what is highlighted: from the middle of the gap inwards. */
static const double ZT_RAMP_OUTLINE = ZT_MM(0.7);

/* Steps for all values of a chart. Filled by zt_ramp_of and zt_ramp_plan_key; held by value, all it
   points to lives in the arena of the setting. */
typedef struct zt_ramp {
    const zt_chart *chart; /* NULL: of a table, with the inks of the theme alone */
    const zt_setting *setting;
    zt_tick_texts limits;
    size_t steps; /* 0 when no value has a number */
    /* Of values on both sides of zero: how many steps lie below it, in an ink of their own; else
       0. */
    size_t below;
    /* Type stands on the steps, so that black can be read on every one. */
    bool typed;
    zt_mark_text unit; /* in the key */
    /* Of the key, points: its height with the gap above, 0 for none; where its cells begin; width
       of one. */
    double height, left, cell;
} zt_ramp;

/* About five steps that cover the values of all series. */
zt_ramp zt_ramp_of(const zt_chart *chart, bool typed);
/* The step of a value, 0 the lightest; one on a limit belongs to the step above it. */
size_t zt_ramp_step(const zt_ramp *ramp, const zt_quantity *quantity);
/* The paint of a step, in the ink and the shares that the theme gives its ramps (<ramp>,
   <diverging>). On both sides of zero the steps next to it are the lightest: above in the accent,
   which a Chinese reader takes for a rise, below in the companion. */
zt_paint zt_ramp_paint(const zt_ramp *ramp, size_t step);
/* The share of the ink that a step gets, above 0, at most 1. */
double zt_ramp_tint(const zt_ramp *ramp, size_t step);
/* Whether type on the step has to be bold. */
bool zt_ramp_is_dark(const zt_ramp *ramp, size_t step);
/* The key in this width, its cells from `left` on or behind the unit. No key where there is neither
   a step nor a unit to tell. */
void zt_ramp_plan_key(zt_ramp *ramp, double width, double left);
/* Draws the key with its gap above from `y` down: cells into one group, words into the other. */
void zt_ramp_draw_key(const zt_ramp *ramp, zt_group *cells, zt_group *labels, double y);

/* A frame in the accent, or in key where the ramp is of the accent, about cells that are
   highlighted, its outer edge in the middle of the white
   between cells, so that the frames of neighbours touch and do not cross. */
void zt_ramp_outline(const zt_chart *chart, zt_group *into, zt_rect cells, double line);
/* Over a cell: hatching at the foot of an estimate, the dashed edge of a forecast. */
void zt_ramp_standing(const zt_chart *chart, zt_group *into, const zt_quantity *quantity,
                      zt_rect cell);
/* Points that the hatching takes of its cell; 0 in other cells. */
double zt_ramp_standing_height(const zt_quantity *quantity);

#endif
