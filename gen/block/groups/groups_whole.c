/* The parts of a whole: a strip of 100 %, or a square for each unit, with the parts' values. */
#include "block/groups/groups_imp.h"

#include <math.h>

#include "chart/marks.h"

/* Squares stand for what a reader can count. */
static const double units_most = 60;
/* White between two parts of a strip, of its height. */
static const double strip_gap = 0.13;

static double value_of(const zt_quantity *q)
{
    return q->has_number ? zt_max(0, zt_num_double(q->value)) : 0;
}

static double total_of(const zt_whole *whole)
{
    double total = 0;
    for (size_t i = 0; i < whole->count; i++)
        total += value_of(whole->figures[i]);
    return total;
}

static zt_groups_parts drawn_as(const zt_groups_env *env, const zt_whole *whole)
{
    bool known = total_of(whole) > 0, counted = total_of(whole) <= units_most;
    for (size_t i = 0; i < whole->count; i++) {
        double value = value_of(whole->figures[i]);
        known = known && whole->figures[i]->has_number;
        counted = counted && !whole->figures[i]->approx && floor(value) >= value;
    }
    if (!known || env->sizes.parts == ZT_PARTS_FIGURES)
        return ZT_PARTS_FIGURES;
    return counted && env->sizes.parts != ZT_PARTS_STRIP ? ZT_PARTS_UNITS : ZT_PARTS_STRIP;
}

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
    whole->drawn = drawn_as(env, whole);
    return whole;
}

/* ---- marks ---- */

typedef struct squares {
    int rows, columns;
    double pitch, across; /* from square to square; width of one */
} squares;

/* As few rows as the width allows; filled down, then across. One row of the full width where the
   template lets them be narrower than high. */
static squares plan_squares(const zt_groups_env *env, const zt_whole *whole, double width)
{
    double pitch = env->sizes.unit + env->sizes.unit_gap;
    int count = (int)total_of(whole);
    int room = (int)zt_clamp((width + env->sizes.unit_gap + 0.01) / pitch, 1, zt_max(count, 1));
    double narrow = count > 0 ? (width + env->sizes.unit_gap) / count : 0;
    if (env->sizes.unit_least > 0 && narrow <= pitch &&
        narrow - env->sizes.unit_gap >= env->sizes.unit_least)
        return (squares){1, count, narrow, narrow - env->sizes.unit_gap};
    int rows = (count + room - 1) / room;
    return (squares){rows, (count + rows - 1) / rows, pitch, env->sizes.unit};
}

double zt_whole_marks_height(const zt_groups_env *env, const zt_whole *whole, double width)
{
    if (whole->drawn == ZT_PARTS_FIGURES)
        return 0;
    if (whole->drawn == ZT_PARTS_STRIP)
        return env->sizes.strip;
    squares s = plan_squares(env, whole, width);
    return s.rows * (env->sizes.unit + env->sizes.unit_gap) - env->sizes.unit_gap;
}

static double share_before(const zt_whole *whole, size_t part)
{
    double before = 0;
    for (size_t i = 0; i < part; i++)
        before += value_of(whole->figures[i]);
    return before;
}

double zt_whole_marks_x(const zt_groups_env *env, const zt_whole *whole, double width, size_t i)
{
    double before = share_before(whole, i);
    if (whole->drawn == ZT_PARTS_FIGURES)
        return width * (double)i / (double)whole->count;
    if (whole->drawn == ZT_PARTS_STRIP)
        return width * before / total_of(whole);
    squares s = plan_squares(env, whole, width);
    return floor(before / s.rows) * s.pitch;
}

/* The first part stands out, the others are the rest of the whole. */
static zt_paint part_paint(const zt_groups_env *env, size_t part)
{
    const zt_groups_params *p = env->params;
    return ZT_SOLID(part == 0 ? p->part_ink : part == 1 ? p->rest_ink : p->further_ink);
}

static void draw_strip(const zt_groups_env *env, const zt_whole *whole, double width, double y,
                       zt_group *into)
{
    double total = total_of(whole), height = env->sizes.strip, gap = strip_gap * height;
    for (size_t i = 0; i < whole->count; i++) {
        double left = width * share_before(whole, i) / total;
        double right = width * share_before(whole, i + 1) / total;
        if (i > 0 && right - left > 2 * gap && whole->count > 2)
            left += gap;
        zt_scene_fill_rect(env->setting->scene, into, whole->figures[i]->at,
                           (zt_rect){left, y, right - left, height}, part_paint(env, i));
    }
}

static void draw_squares(const zt_groups_env *env, const zt_whole *whole, double width, double y,
                         zt_group *into)
{
    squares s = plan_squares(env, whole, width);
    int at = 0;
    for (size_t i = 0; i < whole->count; i++)
        for (int end = at + (int)value_of(whole->figures[i]); at < end; at++) {
            double down = env->sizes.unit + env->sizes.unit_gap;
            zt_rect square = {at / s.rows * s.pitch, y + at % s.rows * down, s.across,
                              env->sizes.unit};
            zt_scene_fill_rect(env->setting->scene, into, whole->figures[i]->at, square,
                               part_paint(env, i));
        }
}

void zt_whole_marks_draw(const zt_groups_env *env, const zt_whole *whole, double width, double y,
                         zt_group *into)
{
    if (whole->drawn == ZT_PARTS_FIGURES)
        return;
    zt_rect box = {0, y, width, zt_whole_marks_height(env, whole, width)};
    zt_group *part = zt_scene_add_part(env->setting->scene, into, whole->point->at, "parts",
                                       ZT_ROLE_ARTIFACT, box);
    if (whole->drawn == ZT_PARTS_STRIP)
        draw_strip(env, whole, width, 0, part);
    else
        draw_squares(env, whole, width, 0, part);
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
static double marks_width(const zt_groups_env *env, const zt_whole *whole, double width)
{
    const double least = 0.5;
    if (whole->drawn != ZT_PARTS_UNITS)
        return width;
    squares s = plan_squares(env, whole, width);
    double marks = s.columns * s.pitch - env->sizes.unit_gap;
    return marks < least * width ? width : marks;
}

typedef struct whole_plan {
    zt_wording name;
    double name_top;
    double marks, values, line; /* top of the marks, first baseline, pitch of the values */
    item *items;
    double height;
} whole_plan;

/* In a card each value stands over the marks of its own part, where all find room there. */
static void stand_over_marks(const zt_groups_env *env, const zt_whole *whole, double width,
                             item *items)
{
    double *x = ZT_ARRAY(env->setting->arena, whole->count, double), free = 0;
    for (size_t i = 0; i < whole->count; i++) {
        x[i] = zt_max(free, zt_whole_marks_x(env, whole, width, i));
        free = x[i] + items[i].width + env->looks.row_label.text.size;
    }
    if (free - env->looks.row_label.text.size > width)
        return;
    for (size_t i = 0; i < whole->count; i++) {
        items[i].x = x[i];
        items[i].line = 0;
    }
}

/* A card: values, marks, name, as figures stand over their labels everywhere on it. */
static void plan_in_card(const zt_groups_env *env, const zt_whole *whole, double width,
                         size_t lines, double digits, whole_plan *plan)
{
    const zt_look *label = &env->looks.label;
    plan->name = zt_wording_plain(env->setting, whole->name, whole->point->at, label, width);
    if (lines == 1)
        stand_over_marks(env, whole, width, plan->items);
    plan->values = digits;
    plan->marks = digits + (double)(lines - 1) * plan->line + env->sizes.bar_gap;
    plan->name_top = plan->marks + zt_whole_marks_height(env, whole, width) + env->sizes.bar_gap;
    plan->height = plan->name.height > 0 ? plan->name_top + plan->name.height
                                         : plan->marks + zt_whole_marks_height(env, whole, width);
}

/* A sheet: name, marks, values. */
static void plan_in_sheet(const zt_groups_env *env, const zt_whole *whole, double width,
                          size_t lines, double digits, whole_plan *plan)
{
    plan->name =
        zt_wording_plain(env->setting, whole->name, whole->point->at, &env->looks.row_head, width);
    plan->marks = plan->name.height > 0 ? plan->name.height + env->sizes.bar_gap / 2 : 0;
    double foot = plan->marks + zt_whole_marks_height(env, whole, width);
    plan->values = foot + env->sizes.bar_gap + digits;
    plan->height = plan->values + (double)(lines - 1) * plan->line +
                   ZT_EM_FOOT * env->looks.row_label.text.size;
}

static whole_plan plan_whole(const zt_groups_env *env, const zt_whole *whole, double width)
{
    whole_plan plan = {.line = env->looks.row_label.para.leading};
    size_t lines;
    plan.items = plan_items(env, whole, marks_width(env, whole, width), &lines);
    double digits = zt_digit_height(&env->looks.part);
    (env->rows ? plan_in_sheet : plan_in_card)(env, whole, width, lines, digits, &plan);
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
    zt_whole_marks_draw(env, whole, width, plan.marks, group);
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
    for (size_t i = 0; i < whole->count; i++) {
        zt_wording name = name_at(env, whole, i);
        x[i] = zt_max(free, width > 0 ? zt_whole_marks_x(env, whole, width, i) : 0);
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
