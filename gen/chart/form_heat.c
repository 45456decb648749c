/* A heat cell: the step of a value, in the inks of the theme's ramp. */
#include "chart/form_heat.h"

#include <math.h>

#include "chart/ramp.h"
#include "chart/ticks.h"
#include "model/chart_labels.h"

enum { STEPS = 5 };

/* An amount of a place or a change has no step among amounts. */
static bool is_amount(const zt_quantity *q)
{
    return zt_chart_has_value(q) && (q->kind == ZT_Q_VALUE || q->kind == ZT_Q_SHARE);
}

void zt_form_heat_reach(const zt_quantity *value, zt_str *unit, double *low, double *high)
{
    if (!is_amount(value))
        return;
    if (*low > *high)
        *unit = value->unit;
    if (!zt_str_equal(*unit, value->unit))
        return;
    *low = zt_min(*low, zt_num_double(value->value));
    *high = zt_max(*high, zt_num_double(value->value));
}

zt_form_heat zt_form_heat_new(zt_str unit, double low, double high)
{
    if (low >= high)
        return (zt_form_heat){.unit = unit};
    zt_ticks limits = zt_ticks_choose(low, high, STEPS + 1, ZT_TICKS_COVER);
    return (zt_form_heat){.low = zt_num_double(zt_ticks_at(&limits, 0)),
                          .step = zt_num_double(limits.step),
                          .steps = limits.count - 1,
                          .unit = unit};
}

bool zt_form_heat_shows(const zt_form_heat *heat, const zt_quantity *value)
{
    return heat->steps > 0 && is_amount(value) && zt_str_equal(heat->unit, value->unit);
}

void zt_form_heat_draw(const zt_form_heat *heat, const zt_quantity *value, zt_pos at,
                       const zt_setting *setting, zt_group *into, zt_rect box)
{
    double step = floor((zt_num_double(value->value) - heat->low) / heat->step + 1e-9);
    zt_ramp ramp = {.setting = setting, .steps = heat->steps, .typed = true};
    size_t index = (size_t)zt_clamp(step, 0, (double)heat->steps - 1);
    zt_group *part = zt_scene_add_part(setting->scene, into, at, "heat", ZT_ROLE_ARTIFACT, box);
    zt_scene_fill_rect(setting->scene, part, at, (zt_rect){0, 0, box.w, box.h},
                       zt_ramp_paint(&ramp, index));
}
