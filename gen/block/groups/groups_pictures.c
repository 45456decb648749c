/* Small pictures below the label of a cell: the cells of a ranking with the place lit, this year's
   bar over last year's, the marks of a whole. */
#include "block/groups/groups_imp.h"

#include "chart/form_change.h"
#include "chart/form_rank.h"

/* ---- a place among the first ten ---- */

static bool has_rank(const zt_groups_env *env, const zt_group_cell *cell)
{
    return env->sizes.picture_rank && !cell->whole && cell->figure_count == 1 &&
           zt_form_rank_shows(cell->figures[0]);
}

static zt_form_rank plan_rank(const zt_groups_env *env, const zt_group_cell *cell, double width)
{
    zt_form_rank_params params = {
        .rank = cell->figures[0],
        .cell = env->sizes.rank_cell,
        .tick = &env->looks.tick,
        .lit = cell->leads ? env->looks.figure.ink : env->looks.second.ink,
        .within = env->params->within_ink,
        .empty = env->params->empty_ink,
    };
    return zt_form_rank_plan(&params, width);
}

/* ---- this period against the one before ---- */

/* 同比增长 beside its digits is smaller than a unit. */
static const double CHANGE_WORDS = 0.8;

static zt_form_change_params change_of(const zt_groups_env *env, const zt_group_cell *cell)
{
    const zt_look *second = &env->looks.second;
    return (zt_form_change_params){
        .value = cell->figures[0],
        .change = cell->change,
        .bar = env->sizes.picture_bar,
        .gap = env->sizes.bar_gap,
        .between = env->sizes.cell_gap,
        .words = &env->looks.label,
        .figure = {.look = zt_look_at_size(second, second->text.size * env->shrink),
                   .unit_ratio = CHANGE_WORDS * env->sizes.unit_ratio,
                   .gap = env->sizes.figure_gap,
                   .han_ratio = env->sizes.han_ratio,
                   .missing = env->looks.missing},
        .foot = second->text.size,
        .marks = &env->params->marks,
        .value_ink = env->looks.figure.ink,
        .base_ink = env->params->base_ink,
    };
}

static zt_form_change plan_change(const zt_groups_env *env, const zt_group_cell *cell, double width)
{
    zt_form_change_params params = change_of(env, cell);
    return zt_form_change_plan(env->setting, &params, width);
}

/* ---- a whole in a cell: its marks, then its name ---- */

static zt_para *whole_name(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    zt_para *para = zt_group_cell_para_at(env, cell, width);
    return para->line_count > 0 ? para : NULL;
}

static double whole_height(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    double marks = zt_whole_marks(env, cell->whole, width).height;
    const zt_para *name = whole_name(env, cell, width);
    if (!name)
        return marks;
    return marks + (marks > 0 ? env->sizes.bar_gap : 0) + name->height;
}

static void draw_whole(const zt_groups_env *env, zt_group_cell *cell, double width, double y,
                       zt_group *into)
{
    zt_form_whole marks = zt_whole_marks(env, cell->whole, width);
    zt_para *name = whole_name(env, cell, width);
    zt_form_whole_draw(&marks, env->setting, cell->point->at, into, 0, y);
    if (!name)
        return;
    y += marks.height + (marks.height > 0 ? env->sizes.bar_gap : 0);
    zt_group *part = zt_scene_add_part(env->setting->scene, into, cell->point->at, "label",
                                       ZT_ROLE_LBODY, (zt_rect){0, y, width, name->height});
    zt_para_place(name, env->setting->scene, part, 0, 0, 0, SIZE_MAX);
}

/* ---- all ---- */

bool zt_picture_has(const zt_groups_env *env, const zt_group_cell *cell)
{
    return cell->whole || cell->change || has_rank(env, cell);
}

double zt_picture_width(const zt_groups_env *env, const zt_group_cell *cell)
{
    if (cell->whole)
        return zt_whole_cell_width(env, cell);
    if (!cell->change)
        return 0;
    zt_form_change_params params = change_of(env, cell);
    return zt_max(cell->set->width, zt_form_change_least(env->setting, &params));
}

double zt_picture_height(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    if (cell->whole)
        return whole_height(env, cell, width);
    if (cell->change)
        return plan_change(env, cell, width).height;
    return plan_rank(env, cell, width).height;
}

void zt_picture_draw(const zt_groups_env *env, zt_group_cell *cell, double width, double y,
                     zt_group *into)
{
    if (cell->whole) {
        draw_whole(env, cell, width, y, into);
    } else if (cell->change) {
        zt_form_change form = plan_change(env, cell, width);
        zt_form_change_draw(&form, env->setting, into, 0, y);
    } else {
        zt_form_rank form = plan_rank(env, cell, width);
        zt_form_rank_draw(&form, env->setting, into, 0, y);
    }
}
