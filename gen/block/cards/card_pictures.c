/* Small pictures below the label of a cell: the cells of a ranking with the place lit, this year's
   bar over last year's, the marks of a whole. */
#include <math.h>

#include "base/geom.h"
#include "block/cards/cards_imp.h"

/* 同比增长 beside its digits is smaller than a unit. */
static const double CHANGE_WORDS = 0.8;
/* Side of a cell of the ten places. */
static const double PLACE_MM = 2.9;

/* ---- a place among the first ten ---- */

static bool has_rank(const zt_cards_style *style, const zt_card_cell *cell)
{
    return style->params->pictures & ZT_CARDS_RANK && !zt_card_cell_is_whole(cell) &&
           cell->figure_count == 1 && zt_form_rank_shows(cell->content->figures[0]);
}

static void plan_rank(const zt_cards_style *style, const zt_card_cell *cell,
                      zt_cell_picture *picture)
{
    bool leads = cell->content->role == ZT_CELL_LEAD;
    zt_form_rank_params params = {
        .rank = cell->content->figures[0],
        .cell = zt_pt_from_mm(PLACE_MM),
        .tick = &style->tick,
        .lit = leads ? style->figure.ink : style->second.ink,
        .within = style->params->within_ink,
        .empty = style->empty_ink,
    };
    picture->rank = zt_form_rank_plan(&params, picture->width);
    picture->height = picture->rank.height;
}

/* ---- this period against the one before ---- */

static zt_form_change_params change_of(const zt_cards_style *style, const zt_card_cell *cell)
{
    zt_look look = zt_look_at_size(&style->second, style->second.text.size * style->shrink);
    return (zt_form_change_params){
        .value = cell->content->figures[0],
        .change = cell->content->change.quantity,
        .bar = style->picture_bar,
        .gap = style->bar_gap,
        .between = style->cell_gap,
        .words = &style->label,
        .figure = zt_cell_figure_style(&look, CHANGE_WORDS * ZT_CELL_UNIT_RATIO, &style->missing),
        .foot = style->second.text.size,
        .marks = &style->marks,
        .value_ink = style->figure.ink,
        .base_ink = style->base_ink,
    };
}

static void plan_change(const zt_cards_style *style, const zt_card_cell *cell,
                        zt_cell_picture *picture)
{
    zt_form_change_params params = change_of(style, cell);
    picture->change = zt_form_change_plan(style->setting, &params, picture->width);
    picture->height = picture->change.height;
}

/* ---- a whole with large figures: each over its own marks, the part's name below it ---- */

/* On one line; the part's box is as wide as the name. */
static const zt_wording *part_names(const zt_cards_style *style, zt_card_cell *cell)
{
    const zt_point_cell *content = cell->content;
    if (cell->part_names)
        return cell->part_names;
    cell->part_names = ZT_ARRAY(style->setting->arena, content->figure_count, zt_wording);
    for (size_t i = 0; i < content->figure_count; i++) {
        zt_wording *name = &cell->part_names[i];
        *name = zt_wording_plain(style->setting, content->part_names[i], content->point->at,
                                 &style->label, INFINITY);
        if (name->para)
            name->para->width = name->para->max_width;
    }
    return cell->part_names;
}

double zt_card_names_height(const zt_cards_style *style, zt_card_cell *cell)
{
    double height = 0;
    for (size_t i = 0; i < cell->content->figure_count; i++)
        height = zt_max(height, part_names(style, cell)[i].height);
    return height;
}

/* Left edges of the parts: at `at` or further right where the one before needs room; NULL: close
   together. Returns the right edge of the last. */
static double set_edges(const zt_cards_style *style, zt_card_cell *cell, const double *at,
                        double *edges)
{
    const zt_wording *names = part_names(style, cell);
    double free = 0, end = 0;
    for (size_t i = 0; i < cell->content->figure_count; i++) {
        double name = names[i].para ? names[i].para->max_width : 0;
        edges[i] = at ? zt_max(free, at[i]) : free;
        end = edges[i] + zt_max(cell->set->figures[i]->width, name);
        free = end + style->cell_gap;
    }
    return end;
}

static double *edges_of(const zt_cards_style *style, const zt_card_cell *cell)
{
    return ZT_ARRAY(style->setting->arena, cell->content->figure_count, double);
}

/* The edges of the marks, unless the last part would not find room there. */
static void plan_large(const zt_cards_style *style, zt_card_cell *cell, zt_cell_picture *picture)
{
    picture->marks = zt_parts_marks(&style->parts, cell->content, picture->width);
    picture->edges = edges_of(style, cell);
    if (set_edges(style, cell, picture->marks.x, picture->edges) > picture->width)
        set_edges(style, cell, NULL, picture->edges);
    const zt_para *name = cell->words = zt_card_cell_words(style, cell, picture->width);
    double marks = picture->marks.height;
    picture->name_top = marks + (marks > 0 ? style->bar_gap : 0);
    picture->height = name->line_count > 0 ? picture->name_top + name->height : marks;
}

void zt_card_parts_draw(const zt_cards_style *style, const zt_card_cell *cell, double baseline,
                        zt_group *into)
{
    const zt_setting *setting = style->setting;
    const zt_look *label = &style->label;
    bool leads = cell->content->role == ZT_CELL_LEAD;
    for (size_t i = 0; i < cell->content->figure_count; i++) {
        const zt_figure *figure = cell->set->figures[i];
        double x = cell->picture.edges[i];
        zt_rect box = {x, baseline - figure->ascent, figure->width,
                       figure->ascent + ZT_EM_FOOT * style->second.text.size};
        zt_group *part =
            zt_scene_add_part(setting->scene, into, cell->content->figures[i]->at,
                              leads && i == 0 ? "figure" : "figure-second", ZT_ROLE_LBL, box);
        zt_figure_place(figure, setting, part, 0, figure->ascent);
        zt_wording_place(setting, &cell->part_names[i], into, "label", ZT_ROLE_SPAN, x,
                         baseline + style->label_gap - (ZT_EM_TOP - 0.84) * label->text.size);
    }
}

static void draw_large(const zt_cards_style *style, const zt_card_cell *cell, double y,
                       zt_group *into)
{
    const zt_setting *setting = style->setting;
    const zt_cell_picture *picture = &cell->picture;
    const zt_para *name = cell->words;
    zt_pos at = cell->content->point->at;
    zt_form_whole_draw(&picture->marks, setting, at, into, 0, y);
    if (name->line_count == 0)
        return;
    zt_group *part =
        zt_scene_add_part(setting->scene, into, at, "label", ZT_ROLE_LBODY,
                          (zt_rect){0, y + picture->name_top, picture->width, name->height});
    zt_para_place(name, setting->scene, part, 0, 0, 0, SIZE_MAX);
}

/* ---- a whole with small figures: values, marks, name, as figures stand over their labels ---- */

static void plan_small(const zt_cards_style *style, zt_card_cell *cell, zt_cell_picture *picture)
{
    const zt_point_cell *content = cell->content;
    picture->marks = zt_parts_marks(&style->parts, content, picture->width);
    zt_part_values *values = &picture->values;
    *values = zt_part_values_plan(&style->parts, content, &picture->marks);
    if (values->lines == 1)
        zt_part_values_over_marks(&style->parts, content, &picture->marks, values);
    picture->first = values->digits;
    picture->marks_top =
        values->digits + (double)(values->lines - 1) * values->leading + style->bar_gap;
    double foot = picture->marks_top + picture->marks.height;
    picture->name_top = foot + style->bar_gap;
    picture->name =
        zt_wording_plain(style->setting, zt_point_cell_text(style->setting->arena, content),
                         content->point->at, &style->label, picture->width);
    picture->height = picture->name.height > 0 ? picture->name_top + picture->name.height : foot;
}

static void draw_small(const zt_cards_style *style, const zt_card_cell *cell, double y,
                       zt_group *into)
{
    const zt_setting *setting = style->setting;
    const zt_cell_picture *picture = &cell->picture;
    zt_pos at = cell->content->point->at;
    zt_group *part = zt_scene_add_part(setting->scene, into, at, "whole", ZT_ROLE_LI,
                                       (zt_rect){0, y, picture->width, picture->height});
    zt_wording_place(setting, &picture->name, part, "label", ZT_ROLE_P, 0, picture->name_top);
    zt_form_whole_draw(&picture->marks, setting, at, part, 0, picture->marks_top);
    zt_part_values_draw(&style->parts, cell->content, &picture->values, ZT_PART_VALUE_FIRST,
                        picture->first, -1, part);
}

/* ---- all ---- */

bool zt_card_has_picture(const zt_cards_style *style, const zt_card_cell *cell)
{
    return zt_card_cell_is_whole(cell) || cell->content->change.quantity || has_rank(style, cell);
}

double zt_card_picture_width(const zt_cards_style *style, zt_card_cell *cell)
{
    if (zt_card_cell_is_whole(cell))
        return zt_max(cell->set->width, set_edges(style, cell, NULL, edges_of(style, cell)));
    if (!cell->content->change.quantity)
        return cell->set->width;
    zt_form_change_params params = change_of(style, cell);
    return zt_max(cell->set->width, zt_form_change_least(style->setting, &params));
}

double zt_card_picture_plan(const zt_cards_style *style, zt_card_cell *cell, double width)
{
    zt_cell_picture *picture = &cell->picture;
    if (picture->width >= width && picture->width <= width && width > 0)
        return picture->height;
    *picture = (zt_cell_picture){.width = width};
    if (zt_card_cell_is_whole(cell))
        (cell->figure_count > 0 ? plan_large : plan_small)(style, cell, picture);
    else if (cell->content->change.quantity)
        plan_change(style, cell, picture);
    else
        plan_rank(style, cell, picture);
    return picture->height;
}

void zt_card_picture_draw(const zt_cards_style *style, const zt_card_cell *cell, double y,
                          zt_group *into)
{
    const zt_cell_picture *picture = &cell->picture;
    if (zt_card_cell_is_whole(cell))
        (cell->figure_count > 0 ? draw_large : draw_small)(style, cell, y, into);
    else if (cell->content->change.quantity)
        zt_form_change_draw(&picture->change, style->setting, into, 0, y);
    else
        zt_form_rank_draw(&picture->rank, style->setting, into, 0, y);
}
