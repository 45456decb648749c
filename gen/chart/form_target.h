/* gen/chart/form_target.h — a small form: a value as a bar on a track that ends at its target, with
   a stroke there. Points, y down. */
#ifndef ZT_FORM_TARGET_H
#define ZT_FORM_TARGET_H

#include "layout/block.h"
#include "model/quantity.h"

/* What the form is drawn with; all pointers are borrowed. */
typedef struct zt_form_target_params {
    const zt_quantity *value, *target; /* zt_form_target_shows holds of them */
    /* Of the track; the stroke stands out above and below. */
    double height;
    const zt_ink *bar, *track, *stroke;
} zt_form_target_params;

/* Whether both are amounts above zero in one unit, so that one is a part of the other. */
bool zt_form_target_shows(const zt_quantity *value, const zt_quantity *target);
/* Of the whole with its stroke. */
double zt_form_target_height(const zt_form_target_params *params);
/* A part “target” with its top left at x, y of `into`, `width` points wide: from naught to a tenth
   beyond the target, or to a value beyond that. */
void zt_form_target_draw(const zt_form_target_params *params, const zt_setting *setting,
                         zt_group *into, double x, double y, double width);

#endif
