/* A bar towards its target: lengths from naught, in one proportion. */
#include "chart/form_target.h"

#include "model/chart_labels.h"

/* By the height of the track: the bar, the stroke. By the target: how far the axis goes on. */
static const double BAR = 0.65, STROKE_HEIGHT = 1.26, BEYOND = 1.1;
static const double STROKE = ZT_MM(0.6);

static bool is_amount(const zt_quantity *q)
{
    return zt_chart_has_value(q) && zt_num_double(q->value) > 0;
}

bool zt_form_target_shows(const zt_quantity *value, const zt_quantity *target)
{
    return target && target->kind == ZT_Q_TARGET && is_amount(value) && is_amount(target) &&
           value->kind == ZT_Q_VALUE && zt_str_equal(value->unit, target->unit);
}

double zt_form_target_height(const zt_form_target_params *params)
{
    return STROKE_HEIGHT * params->height;
}

void zt_form_target_draw(const zt_form_target_params *params, const zt_setting *setting,
                         zt_group *into, double x, double y, double width)
{
    double value = zt_num_double(params->value->value), goal = zt_num_double(params->target->value);
    double unit = width / zt_max(BEYOND * goal, value), height = params->height;
    double whole = zt_form_target_height(params), bar = BAR * height, at = unit * goal;
    zt_pos where = params->value->at;
    zt_group *part = zt_scene_add_part(setting->scene, into, where, "target", ZT_ROLE_ARTIFACT,
                                       (zt_rect){x, y, width, whole});
    zt_scene_fill_rect(setting->scene, part, where, (zt_rect){0, (whole - height) / 2, at, height},
                       ZT_SOLID(params->track));
    zt_scene_fill_rect(setting->scene, part, where,
                       (zt_rect){0, (whole - bar) / 2, unit * value, bar}, ZT_SOLID(params->bar));
    zt_scene_rule(setting->scene, part, params->target->at, (zt_point){at, 0},
                  (zt_point){at, whole}, STROKE, ZT_SOLID(params->stroke));
}
