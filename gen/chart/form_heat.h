/* gen/chart/form_heat.h — a small form: an area as dark as its value among others of one unit, in
   about five steps between round limits. The value is printed beside or on it. */
#ifndef ZT_FORM_HEAT_H
#define ZT_FORM_HEAT_H

#include "layout/block.h"
#include "model/quantity.h"

/* Of a cell beside its value: short, lest it be read as a length. */
static const double ZT_FORM_HEAT_WIDTH = ZT_MM(8);

/* Steps that cover the values it was made of; `steps` 0: there are none to compare. */
typedef struct zt_form_heat {
    double low, step;
    size_t steps;
    zt_str unit; /* of these values; others have no place in it */
} zt_form_heat;

/* Widens the range from `low` to `high` by a value, unless it has no number or another unit than
   those before; begin with low above high. */
void zt_form_heat_reach(const zt_quantity *value, zt_str *unit, double *low, double *high);
/* The steps of a range; none of a range of one value or of no value. */
zt_form_heat zt_form_heat_new(zt_str unit, double low, double high);
/* Whether the value has a step. */
bool zt_form_heat_shows(const zt_form_heat *heat, const zt_quantity *value);
/* A part “heat” in the box, in the frame of `into`. Type may stand on it. */
void zt_form_heat_draw(const zt_form_heat *heat, const zt_quantity *value, zt_pos at,
                       const zt_setting *setting, zt_group *into, zt_rect box);

#endif
