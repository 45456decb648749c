/* Small pictures below the label of a cell: the cells of a ranking with the place lit, this year's
   bar over last year's, a step among values, the marks of a whole. */
#include "base/geom.h"
#include "block/cards/cards_imp.h"

/* 同比增长 beside its digits is smaller than a unit. */
static const double CHANGE_WORDS = 0.4;
/* A bar on the way to its goal, and a strip, by the size of labels; how long a line is at most. */
static const double TRACK = 1.2, STRIP_MOST = ZT_MM(40), TREND_HEIGHT = ZT_MM(5);
/* Side of a cell of the ten places. */
static const double PLACE_MM = 2.9;

/* ---- a place among the first ten ---- */

/* Ten cells are drawn for a single figure that is a rank from 1 to 10, where the template asks for
   pictures of ranks. */
static bool has_rank(const zt_cards_style *style, const zt_card_cell *cell)
{
    return style->params->pictures & ZT_CARDS_RANK && !zt_card_cell_is_whole(cell) &&
           cell->figure_count == 1 && zt_form_rank_shows(cell->content->figures[0]);
}

/* The lit place has the ink of the figure over it, so that both read as one statement. */
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

/* The two bars with their words and the change as a figure. The change is set at the second size,
   shrunk as all figures of the block are. */
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
        .figure = zt_cell_figure_style(&look, CHANGE_WORDS, &style->missing),
        .foot = style->second.text.size,
        .marks = &style->marks,
        .value_ink = style->figure.ink,
        .base_ink = style->base_ink,
    };
}

/* Plans the two bars at the picture's width. */
static void plan_change(const zt_cards_style *style, const zt_card_cell *cell,
                        zt_cell_picture *picture)
{
    zt_form_change_params params = change_of(style, cell);
    picture->change = zt_form_change_plan(style->setting, &params, picture->width);
    picture->height = picture->change.height;
}

/* ---- a course, a goal, a share ---- */

/* The goal of the figure, said elsewhere in its point; NULL where it has none. */
static const zt_quantity *target_of(const zt_cards_style *style, const zt_card_cell *cell)
{
    const zt_entry_point *point = cell->content->point;
    if (!(style->params->pictures & ZT_CARDS_TARGET) || cell->figure_count == 0 ||
        zt_card_cell_is_whole(cell))
        return NULL;
    for (size_t i = 0; i < point->figure_count; i++)
        if (zt_form_target_shows(cell->content->figures[0], point->figures[i]))
            return point->figures[i];
    return NULL;
}

/* The figure where it is a share between naught and all. */
static const zt_quantity *share_of(const zt_cards_style *style, const zt_card_cell *cell)
{
    if (!(style->params->pictures & ZT_CARDS_SHARE) || cell->figure_count != 1 ||
        zt_card_cell_is_whole(cell))
        return NULL;
    const zt_quantity *q = cell->content->figures[0];
    double part = q->has_number ? zt_num_double(q->value) : 0;
    bool good = q->kind == ZT_Q_SHARE && zt_str_is(q->unit, "%") && part > 0 && part <= 100;
    return good ? q : NULL;
}

/* Whether the figure has a step among those of its unit. */
static bool has_heat(const zt_cards_style *style, const zt_card_cell *cell)
{
    return style->params->pictures & ZT_CARDS_HEAT && cell->figure_count == 1 &&
           !zt_card_cell_is_whole(cell) &&
           zt_form_heat_shows(&style->heat, cell->content->figures[0]);
}

/* As wide as the cell, within bounds: a longer line tells no more. */
static double strip_width(const zt_cell_picture *picture)
{
    return zt_min(picture->width, STRIP_MOST);
}

/* A line below the label, in the ink of its figure. */
static const zt_ink *ink_of(const zt_cards_style *style, const zt_card_cell *cell)
{
    return cell->content->role == ZT_CELL_LEAD ? style->figure.ink : style->second.ink;
}

static void plan_target(const zt_cards_style *style, const zt_card_cell *cell,
                        zt_cell_picture *picture)
{
    picture->target = (zt_form_target_params){.value = cell->content->figures[0],
                                              .target = target_of(style, cell),
                                              .height = TRACK * style->label.text.size,
                                              .bar = ink_of(style, cell),
                                              .track = style->empty_ink,
                                              .stroke = style->label.ink};
    picture->height = zt_form_target_height(&picture->target);
}

/* The part of a strip of a hundred. */
static void draw_share(const zt_cards_style *style, const zt_card_cell *cell, double y,
                       zt_group *into)
{
    const zt_quantity *q = share_of(style, cell);
    double width = strip_width(&cell->picture);
    zt_rect box = {0, y, width, cell->picture.height};
    zt_scene *scene = style->setting->scene;
    zt_group *part = zt_scene_add_part(scene, into, q->at, "share", ZT_ROLE_ARTIFACT, box);
    zt_scene_fill_rect(scene, part, q->at, (zt_rect){0, 0, width, box.h},
                       ZT_SOLID(style->empty_ink));
    zt_scene_fill_rect(scene, part, q->at,
                       (zt_rect){0, 0, width * zt_num_double(q->value) / 100, box.h},
                       ZT_SOLID(ink_of(style, cell)));
}

/* ---- a whole with large figures: its marks, then its name ---- */

/* The name stands below the marks; its words are those of the cell, broken at the picture's width.
 */
static void plan_whole(const zt_cards_style *style, zt_card_cell *cell, zt_cell_picture *picture)
{
    zt_large_parts_plan(&style->parts, &cell->parts, style->cell_gap, picture->width);
    const zt_para *name = cell->words = zt_card_cell_words(style, cell, picture->width);
    double marks = cell->parts.marks.height;
    picture->name_top = marks + (marks > 0 ? style->bar_gap : 0);
    picture->height = name->line_count > 0 ? picture->name_top + name->height : marks;
}

/* Marks first, then the name under them; figures and names of the parts are drawn with the cell. */
static void draw_whole(const zt_cards_style *style, const zt_card_cell *cell, double y,
                       zt_group *into)
{
    const zt_setting *setting = style->setting;
    const zt_para *name = cell->words;
    zt_pos at = cell->content->point->at;
    zt_form_whole_draw(&cell->parts.marks, setting, at, into, 0, y);
    if (name->line_count == 0)
        return;
    zt_group *part = zt_scene_add_part(
        setting->scene, into, at, "label", ZT_ROLE_LBODY,
        (zt_rect){0, y + cell->picture.name_top, cell->picture.width, name->height});
    zt_para_place(name, setting->scene, part, 0, 0, 0, SIZE_MAX);
}

/* ---- all ---- */

/* The marks of a whole count as a picture: they stand where pictures of other cells do. */
bool zt_card_has_picture(const zt_cards_style *style, const zt_card_cell *cell)
{
    return zt_card_cell_is_whole(cell) || cell->content->change.quantity || cell->content->trend ||
           has_rank(style, cell) || target_of(style, cell) || share_of(style, cell) ||
           has_heat(style, cell);
}

double zt_card_picture_width(const zt_cards_style *style, zt_card_cell *cell)
{
    if (zt_card_cell_is_whole(cell))
        return zt_max(cell->set->width, zt_large_parts_least(&cell->parts, style->cell_gap));
    if (!cell->content->change.quantity && cell->content->trend)
        return zt_max(cell->set->width, ZT_FORM_TREND_WIDTH);
    if (!cell->content->change.quantity)
        return cell->set->width;
    zt_form_change_params params = change_of(style, cell);
    return zt_max(cell->set->width, zt_form_change_least(style->setting, &params));
}

/* Planned anew only at another width: rows ask for it again and again while they are packed. */
double zt_card_picture_plan(const zt_cards_style *style, zt_card_cell *cell, double width)
{
    zt_cell_picture *picture = &cell->picture;
    if (picture->width >= width && picture->width <= width && width > 0)
        return picture->height;
    *picture = (zt_cell_picture){.width = width};
    if (zt_card_cell_is_whole(cell) && cell->figure_count == 0) {
        picture->parts = zt_parts_plan(&style->parts, cell->content, ZT_PARTS_VALUES_FIRST,
                                       &style->label, style->bar_gap, width);
        picture->height = picture->parts.height;
    } else if (zt_card_cell_is_whole(cell))
        plan_whole(style, cell, picture);
    else if (cell->content->change.quantity)
        plan_change(style, cell, picture);
    else if (cell->content->trend)
        picture->height = 0;
    else if (target_of(style, cell))
        plan_target(style, cell, picture);
    else if (share_of(style, cell))
        picture->height = TRACK * style->label.text.size;
    else if (has_rank(style, cell))
        plan_rank(style, cell, picture);
    else
        picture->height = TRACK * style->label.text.size;
    if (cell->content->trend)
        picture->height += (picture->height > 0 ? style->bar_gap : 0) + TREND_HEIGHT;
    return picture->height;
}

/* Draws what zt_card_picture_plan planned last, at its width. */
void zt_card_picture_draw(const zt_cards_style *style, const zt_card_cell *cell, double y,
                          zt_group *into)
{
    const zt_cell_picture *picture = &cell->picture;
    if (zt_card_cell_is_whole(cell) && cell->figure_count == 0)
        zt_parts_draw(&style->parts, &picture->parts, "label", y, into);
    else if (zt_card_cell_is_whole(cell))
        draw_whole(style, cell, y, into);
    else if (cell->content->change.quantity)
        zt_form_change_draw(&picture->change, style->setting, into, 0, y);
    else if (cell->content->trend)
        ; /* drawn below */
    else if (picture->target.target)
        zt_form_target_draw(&picture->target, style->setting, into, 0, y, strip_width(picture));
    else if (share_of(style, cell))
        draw_share(style, cell, y, into);
    else if (!has_rank(style, cell))
        zt_form_heat_draw(
            &style->heat, cell->content->figures[0], cell->content->figures[0]->at, style->setting,
            into, (zt_rect){0, y, zt_min(picture->width, ZT_FORM_HEAT_WIDTH), picture->height});
    else
        zt_form_rank_draw(&picture->rank, style->setting, into, 0, y);
    if (cell->content->trend)
        zt_form_trend_draw(
            cell->content->trend, style->setting, ink_of(style, cell), into,
            (zt_rect){0, y + picture->height - TREND_HEIGHT, strip_width(picture), TREND_HEIGHT});
}
