/* One group of any variant: measured at its width, drawn at its place, its spare height given to
   the gap below its head and to the gaps between its rows or points. */
#include "block/groups/groups_imp.h"

void zt_groups_unit_cells(const zt_groups_env *env, zt_groups_unit *unit)
{
    if (env->rows) {
        zt_sheet_read(env, &unit->sheet, unit->group, unit->optional_first);
        unit->card.cells = unit->sheet.cells;
        unit->card.cell_count = unit->sheet.cell_count;
    } else {
        unit->card.cell_count =
            zt_groups_cells(env, unit->group, unit->optional_first, &unit->card.cells);
    }
    for (size_t i = 0; i < unit->card.cell_count; i++)
        zt_group_cell_set(env, &unit->card.cells[i], false);
}

/* The height of what stands below the head, and what its gaps can take. */
typedef struct body_extent {
    double height, stretch;
} body_extent;

static body_extent body_of(const zt_groups_env *env, const zt_groups_unit *unit)
{
    const zt_groups_sizes *sizes = &env->sizes;
    if (env->rows)
        return (body_extent){unit->sheet.height,
                             (double)unit->sheet.rows * (sizes->row_pitch_max - sizes->row_pitch)};
    bool cards = env->variant == ZT_GROUPS_CARDS;
    size_t count = cards ? unit->card.row_count : unit->bullets.count;
    double gaps = count > 1 ? (double)(count - 1) * (cards ? sizes->row_gap : sizes->point_gap) : 0;
    return (body_extent){cards ? unit->card.height : unit->bullets.height,
                         (sizes->spare - 1) * gaps};
}

/* The second column of a wide group begins beside the head, if this leaves it free. */
static void measure_sheet(const zt_groups_env *env, zt_groups_unit *unit, double width, double gap)
{
    double right = unit->wide ? unit->right - unit->inset : 0;
    const zt_para *para = unit->head.para;
    bool free = para && unit->head.period.len == 0 &&
                unit->head.text_x + para->max_width <= right - env->sizes.cell_gap;
    unit->sheet.lift = free ? unit->head.height - unit->head.top + gap : 0;
    zt_sheet_measure(env, &unit->sheet, width, right);
}

void zt_groups_unit_measure(const zt_groups_env *env, zt_groups_unit *unit)
{
    bool cards = env->variant == ZT_GROUPS_CARDS;
    double gap = cards ? env->sizes.head_gap : env->sizes.text_gap;
    unit->inset = env->margin;
    double inner = unit->width - unit->inset;
    unit->head = zt_groups_head_measure(env, unit->group, inner);
    if (env->rows)
        measure_sheet(env, unit, inner, gap);
    if (!cards) {
        double x = env->variant == ZT_GROUPS_BANDS ? unit->head.text_x : 0;
        unit->bullets = zt_bullets_measure(env, unit->group, unit->optional_first, x, inner);
    }
    body_extent body = body_of(env, unit);
    if (body.height <= 0 || unit->head.height <= 0)
        gap = 0;
    /* A period below the head stands in the gap, half of which stays free. */
    unit->body_gap = zt_max(gap / 2, gap - unit->head.below);
    unit->natural = unit->head.height + unit->body_gap + body.height;
    if (env->variant == ZT_GROUPS_BANDS)
        unit->natural = zt_max(unit->natural, unit->head.top + env->looks.numeral.text.size);
    unit->head_stretch = (env->sizes.spare - 1) * gap;
    unit->body_stretch = body.stretch;
    if (env->rows)
        unit->natural += env->sizes.foot;
}

double zt_groups_unit_ascent(const zt_groups_unit *unit)
{
    if (unit->sheet.lead)
        return unit->sheet.lead->ascent;
    return unit->card.row_count > 0 ? unit->card.rows[0].ascent : 0;
}

double zt_groups_unit_stretch(const zt_groups_unit *unit)
{
    return unit->head_stretch + unit->body_stretch;
}

/* Behind a wide group; it may run to the edges of the page, so that its content keeps the grid. */
static void draw_panel(const zt_groups_env *env, const zt_groups_unit *unit, double left,
                       zt_group *into)
{
    zt_scene *scene = env->setting->scene;
    zt_rect rect = {0, 0, unit->width, unit->panel};
    if (env->params->bleed)
        zt_setting_bleed_across(env->setting, left, &rect);
    zt_group *part =
        zt_scene_add_part(scene, into, unit->group->at, "panel", ZT_ROLE_ARTIFACT, rect);
    zt_scene_fill_rect(scene, part, unit->group->at, (zt_rect){0, 0, rect.w, rect.h},
                       ZT_SOLID(env->params->panel));
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
    if (unit->panel > 0)
        draw_panel(env, unit, into->dx + unit->x, part); /* a block lies right below the page */
    if (unit->inset > 0)
        part = zt_scene_add_part(env->setting->scene, part, group->at, NULL, ZT_ROLE_NONE,
                                 (zt_rect){unit->inset, 0, unit->width - unit->inset, box.h});
    zt_groups_head_draw(env, group, &unit->head, unit->width - unit->inset, part);
    top += unit->head.height + unit->body_gap + unit->lead_in;
    if (env->rows)
        zt_sheet_draw(env, &unit->sheet, top, extra, part);
    else if (env->variant == ZT_GROUPS_CARDS)
        zt_card_draw(env, &unit->card, top, extra, part);
    else
        zt_bullets_draw(env, &unit->bullets, top, extra, part);
}
