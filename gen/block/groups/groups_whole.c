/* The parts of a whole: a strip of 100 %, or a square for each unit, with the parts' values. */
#include "block/groups/groups_imp.h"

#include <math.h>

const zt_whole *zt_whole_new(const zt_groups_env *env, const zt_entry_point *point, size_t index)
{
    zt_arena *arena = env->setting->arena;
    zt_whole *whole = ZT_NEW(arena, zt_whole);
    whole->point = point;
    whole->count = point->part_count;
    if (index < point->label_count)
        whole->name = point->labels[index];
    whole->figures = ZT_ARRAY(arena, whole->count, const zt_quantity *);
    for (size_t i = 0; i < whole->count; i++)
        whole->figures[i] = zt_groups_apart(arena, point, point->figures[index * whole->count + i]);
    return whole;
}

zt_form_whole zt_whole_marks(const zt_groups_env *env, const zt_whole *whole, double width)
{
    const zt_groups_sizes *sizes = &env->sizes;
    zt_form_whole_params params = {.parts = whole->figures,
                                   .count = whole->count,
                                   .form = sizes->parts,
                                   .strip = sizes->strip,
                                   .square = sizes->unit,
                                   .square_gap = sizes->unit_gap,
                                   .square_least = sizes->unit_least,
                                   .first = env->params->part_ink,
                                   .second = env->params->rest_ink,
                                   .further = env->params->further_ink};
    return zt_form_whole_plan(env->setting->arena, &params, width);
}

/* ---- on its own ---- */

/* 住院 5700家: one value below the strip. */
typedef struct item {
    zt_str name;
    double name_width, width, x;
    size_t line;
    const zt_figure *figure;
} item;

static zt_figure_style part_style(const zt_groups_env *env)
{
    return (zt_figure_style){.look = env->looks.part,
                             .unit_ratio = env->looks.tick.text.size / env->looks.part.text.size,
                             .gap = env->sizes.figure_gap,
                             .han_ratio = env->sizes.han_ratio,
                             .missing = env->looks.missing};
}

/* Gap between a part's name and its value, in em of the name. */
static const double name_gap = 0.35;

static item *plan_items(const zt_groups_env *env, const zt_whole *whole, double width,
                        size_t *lines)
{
    const zt_setting *setting = env->setting;
    const zt_look *look = &env->looks.row_label;
    zt_figure_style style = part_style(env);
    item *items = ZT_ARRAY(setting->arena, whole->count, item);
    double used = 0, gap = look->text.size;
    for (size_t i = 0; i < whole->count; i++) {
        item *it = &items[i];
        it->name = whole->point->parts[i];
        it->name_width = zt_text_width(setting->diags, setting->arena, it->name, &look->text,
                                       &look->para, whole->point->at);
        it->figure = zt_figure_new(setting, whole->figures[i], &style);
        it->width = it->name_width + name_gap * look->text.size + it->figure->width;
        used += it->width;
    }
    bool beside = used + gap * (double)(whole->count - 1) <= width;
    *lines = beside ? 1 : whole->count;
    double space = whole->count > 1 ? (width - used) / (double)(whole->count - 1) : 0, x = 0;
    for (size_t i = 0; i < whole->count; i++) {
        items[i].line = beside ? 0 : i;
        items[i].x = beside ? x : 0;
        x += items[i].width + space;
    }
    return items;
}

/* The values below squares end where these end, if there is room. */
static double values_width(const zt_form_whole *marks)
{
    const double least = 0.5;
    return marks->marks_width < least * marks->width ? marks->width : marks->marks_width;
}

typedef struct whole_plan {
    zt_wording name;
    double name_top;
    zt_form_whole marks;
    double marks_top, values, line; /* first baseline and pitch of the values */
    item *items;
    double height;
} whole_plan;

/* In a card each value stands over the marks of its own part, where all find room there. */
static void stand_over_marks(const zt_groups_env *env, const zt_whole *whole,
                             const zt_form_whole *marks, item *items)
{
    double *x = ZT_ARRAY(env->setting->arena, whole->count, double), free = 0;
    for (size_t i = 0; i < whole->count; i++) {
        x[i] = zt_max(free, marks->x[i]);
        free = x[i] + items[i].width + env->looks.row_label.text.size;
    }
    if (free - env->looks.row_label.text.size > marks->width)
        return;
    for (size_t i = 0; i < whole->count; i++) {
        items[i].x = x[i];
        items[i].line = 0;
    }
}

/* A card: values, marks, name, as figures stand over their labels everywhere on it. */
static void plan_in_card(const zt_groups_env *env, const zt_whole *whole, size_t lines,
                         double digits, whole_plan *plan)
{
    const zt_look *label = &env->looks.label;
    plan->name =
        zt_wording_plain(env->setting, whole->name, whole->point->at, label, plan->marks.width);
    if (lines == 1)
        stand_over_marks(env, whole, &plan->marks, plan->items);
    plan->values = digits;
    plan->marks_top = digits + (double)(lines - 1) * plan->line + env->sizes.bar_gap;
    double foot = plan->marks_top + plan->marks.height;
    plan->name_top = foot + env->sizes.bar_gap;
    plan->height = plan->name.height > 0 ? plan->name_top + plan->name.height : foot;
}

/* A sheet: name, marks, values. */
static void plan_in_sheet(const zt_groups_env *env, const zt_whole *whole, size_t lines,
                          double digits, whole_plan *plan)
{
    plan->name = zt_wording_plain(env->setting, whole->name, whole->point->at, &env->looks.row_head,
                                  plan->marks.width);
    plan->marks_top = plan->name.height > 0 ? plan->name.height + env->sizes.bar_gap / 2 : 0;
    plan->values = plan->marks_top + plan->marks.height + env->sizes.bar_gap + digits;
    plan->height = plan->values + (double)(lines - 1) * plan->line +
                   ZT_EM_FOOT * env->looks.row_label.text.size;
}

static whole_plan plan_whole(const zt_groups_env *env, const zt_whole *whole, double width)
{
    whole_plan plan = {.line = env->looks.row_label.para.leading,
                       .marks = zt_whole_marks(env, whole, width)};
    size_t lines;
    plan.items = plan_items(env, whole, values_width(&plan.marks), &lines);
    double digits = zt_digit_height(&env->looks.part);
    (env->rows ? plan_in_sheet : plan_in_card)(env, whole, lines, digits, &plan);
    return plan;
}

double zt_whole_height(const zt_groups_env *env, const zt_whole *whole, double width)
{
    return plan_whole(env, whole, width).height;
}

void zt_whole_draw(const zt_groups_env *env, const zt_whole *whole, double width, double y,
                   zt_group *into)
{
    const zt_setting *setting = env->setting;
    const zt_look *look = &env->looks.row_label;
    whole_plan plan = plan_whole(env, whole, width);
    zt_group *group = zt_scene_add_part(setting->scene, into, whole->point->at, "whole", ZT_ROLE_LI,
                                        (zt_rect){0, y, width, plan.height});
    zt_wording_place(setting, &plan.name, group, env->rows ? "row-head" : "label", ZT_ROLE_P, 0,
                     plan.name_top);
    zt_form_whole_draw(&plan.marks, setting, whole->point->at, group, 0, plan.marks_top);
    for (size_t i = 0; i < whole->count; i++) {
        const item *it = &plan.items[i];
        double base = plan.values + (double)it->line * plan.line;
        double top = base - ZT_EM_TOP * look->text.size;
        double foot = env->rows ? plan.height : base + ZT_EM_FOOT * look->text.size;
        double figure = env->rows ? it->width - it->figure->width : 0;
        double name = env->rows ? 0 : it->width - it->name_width;
        zt_group *part = zt_scene_add_part(setting->scene, group, whole->figures[i]->at, "part",
                                           ZT_ROLE_P, (zt_rect){it->x, top, it->width, foot - top});
        zt_text_place(setting->diags, setting->scene, part, it->name, &look->text, &look->para,
                      ZT_ALIGN_START, name, base - top, whole->point->at);
        zt_figure_place(it->figure, setting, part, figure, base - top);
    }
}

/* ---- in a cell ---- */

/* On one line; the part's box is as wide as the name. */
static zt_wording name_at(const zt_groups_env *env, const zt_whole *whole, size_t i)
{
    zt_wording name = zt_wording_plain(env->setting, whole->point->parts[i], whole->point->at,
                                       &env->looks.label, INFINITY);
    if (name.para)
        name.para->width = name.para->max_width;
    return name;
}

/* Left edges of the parts: over their own marks, further right where the one before needs room. */
static double *part_edges(const zt_groups_env *env, const zt_group_cell *cell, double width,
                          double *end)
{
    const zt_whole *whole = cell->whole;
    double *x = ZT_ARRAY(env->setting->arena, whole->count, double), free = 0;
    zt_form_whole marks = zt_whole_marks(env, whole, width);
    for (size_t i = 0; i < whole->count; i++) {
        zt_wording name = name_at(env, whole, i);
        x[i] = zt_max(free, width > 0 ? marks.x[i] : 0);
        *end = x[i] + zt_max(cell->set->figures[i]->width, name.para ? name.para->max_width : 0);
        free = *end + env->sizes.cell_gap;
    }
    return x;
}

double zt_whole_cell_width(const zt_groups_env *env, const zt_group_cell *cell)
{
    double end = 0;
    part_edges(env, cell, 0, &end);
    return end;
}

/* The edges of the marks, unless the last part would not find room there. */
static double *edges_within(const zt_groups_env *env, const zt_group_cell *cell, double width)
{
    double end = 0;
    double *x = part_edges(env, cell, width, &end);
    return end <= width ? x : part_edges(env, cell, 0, &end);
}

double zt_whole_names_height(const zt_groups_env *env, const zt_group_cell *cell)
{
    double height = 0;
    for (size_t i = 0; i < cell->whole->count; i++)
        height = zt_max(height, name_at(env, cell->whole, i).height);
    return height;
}

void zt_whole_cell_draw(const zt_groups_env *env, const zt_group_cell *cell, double baseline,
                        double width, zt_group *into)
{
    const zt_setting *setting = env->setting;
    const double *x = edges_within(env, cell, width);
    for (size_t i = 0; i < cell->whole->count; i++) {
        const zt_figure *figure = cell->set->figures[i];
        zt_wording name = name_at(env, cell->whole, i);
        zt_rect box = {x[i], baseline - figure->ascent, figure->width,
                       figure->ascent + ZT_EM_FOOT * env->looks.second.text.size};
        zt_group *part =
            zt_scene_add_part(setting->scene, into, cell->figures[i]->at,
                              cell->leads && i == 0 ? "figure" : "figure-second", ZT_ROLE_LBL, box);
        zt_figure_place(figure, setting, part, 0, figure->ascent);
        zt_wording_place(setting, &name, into, "label", ZT_ROLE_SPAN, x[i],
                         baseline + env->sizes.label_gap -
                             (ZT_EM_TOP - 0.84) * env->looks.label.text.size);
    }
}
