/* One group of any variant: measured at its width, drawn at its place, its spare height given to
   the gap below its head and to the gaps between its rows or points. */
#include "block/groups_imp.h"

size_t zt_groups_optional(const zt_group_content *group)
{
    size_t count = 0;
    for (size_t i = 0; i < group->point_count; i++)
        count += group->points[i].optional ? 1 : 0;
    return count;
}

void zt_groups_unit_cells(const zt_groups_env *env, zt_groups_unit *unit)
{
    unit->card.cell_count =
        zt_groups_cells(env, unit->group, unit->optional_first, &unit->card.cells);
    for (size_t i = 0; i < unit->card.cell_count; i++)
        zt_group_cell_set(env, &unit->card.cells[i], false);
}

/* Gaps that stand between a unit's parts: the one below the head, and those between its rows. */
static double inner_gaps(const zt_groups_env *env, const zt_groups_unit *unit, double *body)
{
    size_t count = unit->bullets.count;
    double gap = env->sizes.point_gap;
    *body = unit->bullets.height;
    if (env->variant == ZT_GROUPS_CARDS) {
        count = unit->card.row_count;
        gap = env->sizes.row_gap;
        *body = unit->card.height;
    }
    return count > 1 ? (double)(count - 1) * gap : 0;
}

void zt_groups_unit_measure(const zt_groups_env *env, zt_groups_unit *unit)
{
    bool cards = env->variant == ZT_GROUPS_CARDS;
    double body = 0, gap = cards ? env->sizes.head_gap : env->sizes.text_gap;
    unit->head = zt_groups_head_measure(env, unit->group, unit->width);
    if (!cards) {
        double x = env->variant == ZT_GROUPS_BANDS ? unit->head.text_x : 0;
        unit->bullets = zt_bullets_measure(env, unit->group, unit->optional_first, x, unit->width);
    }
    double gaps = inner_gaps(env, unit, &body);
    if (body <= 0 || unit->head.height <= 0)
        gap = 0;
    /* A period below the head stands in the gap, half of which stays free. */
    unit->body_gap = zt_max(gap / 2, gap - unit->head.below);
    unit->natural = unit->head.height + unit->body_gap + body;
    if (env->variant == ZT_GROUPS_BANDS)
        unit->natural = zt_max(unit->natural, unit->head.top + env->looks.numeral.text.size);
    unit->head_stretch = (env->sizes.spare - 1) * gap;
    unit->body_stretch = (env->sizes.spare - 1) * gaps;
}

double zt_groups_unit_ascent(const zt_groups_unit *unit)
{
    return unit->card.row_count > 0 ? unit->card.rows[0].ascent : 0;
}

double zt_groups_unit_stretch(const zt_groups_unit *unit)
{
    return unit->head_stretch + unit->body_stretch;
}

void zt_groups_unit_draw(const zt_groups_env *env, zt_groups_unit *unit, double y, double factor,
                         zt_group *into)
{
    const zt_group_content *group = unit->group;
    double extra = factor * unit->body_stretch, top = factor * unit->head_stretch;
    zt_rect box = {unit->x, y, unit->width, unit->natural + top + extra};
    zt_group *part =
        zt_scene_add_part(env->setting->scene, into, group->at, "group", ZT_ROLE_SECT, box);
    part->id = group->id;
    zt_groups_head_draw(env, group, &unit->head, unit->width, part);
    top += unit->head.height + unit->body_gap + unit->lead_in;
    if (env->variant == ZT_GROUPS_CARDS)
        zt_card_draw(env, &unit->card, top, extra, part);
    else
        zt_bullets_draw(env, &unit->bullets, top, extra, part);
}
