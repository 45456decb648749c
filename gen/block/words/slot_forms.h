/* gen/block/words/slot_forms.h — small forms below a key figure of a slot: ten cells for a rank,
   two bars for a change, where the template asks for them (pictures=). Points, y down. */
#ifndef ZT_SLOT_FORMS_H
#define ZT_SLOT_FORMS_H

#include "block/words/slots.h"
#include "chart/form_change.h"
#include "chart/form_rank.h"
#include "chart/form_target.h"
#include "chart/form_trend.h"

typedef enum zt_slot_form_kind {
    ZT_SLOT_PLAIN,
    /* The rank, the figure itself or what stands beside it. */
    ZT_SLOT_RANK,
    /* Takes the change, which then does not stand beside the figure. */
    ZT_SLOT_CHANGE,
    /* The figure as a bar towards the target that stands beside it. */
    ZT_SLOT_TARGET,
    /* Whatever the template asks for: the author has written a <trend>. */
    ZT_SLOT_TREND
} zt_slot_form_kind;
zt_slot_form_kind zt_slot_form_of(const zt_slot_looks *looks, const zt_figure_entry *entry);
/* The width that the form asks for; 0 where it fits any. */
double zt_slot_form_least(const zt_setting *setting, const zt_slot_looks *looks,
                          const zt_figure_entry *entry);
/* A form at a width: the member that its kind names is filled. */
typedef struct zt_slot_form {
    zt_slot_form_kind kind;
    zt_form_rank rank;
    zt_form_change change;
    zt_form_target_params target;
    const zt_trend *trend;
    /* Of a trend its ink; of it and of a target the width. */
    const zt_ink *ink;
    double width;
    double above;  /* the white above it */
    double height; /* with that; 0 without a form */
} zt_slot_form;
/* Words in the arena of the setting. */
zt_slot_form zt_slot_form_plan(const zt_setting *setting, const zt_slot_looks *looks,
                               const zt_figure_entry *entry, double width);
/* The white above it begins at y of `into`; a plain slot has no form and draws nothing. */
void zt_slot_form_place(const zt_setting *setting, const zt_slot_form *form, zt_group *into,
                        double y);

#endif
