/* A treemap: amounts as areas that fill a rectangle, name and value in each. Several series are
   groups of areas. */
#include "chart/treemap_imp.h"

#include "chart/whole.h"

#include <math.h>

static const double GROWTH = 1.3;      /* of the tiles, where there is height to spare */
static const double SEAM_SHARE = 0.3;  /* most of a seam, of the narrower tile beside it */
static const double RING = ZT_MM(0.7); /* radius of an open end */

/* A drawing of the plan, its tiles grown by a factor. */
typedef struct treemap_drawing {
    const zt_treemap_plan *plan;
    double grown;
    zt_group *tiles, *seams, *labels;
} treemap_drawing;

/* Height of all that does not grow. */
static double fixed_height(const zt_treemap_plan *plan)
{
    return plan->unit + plan->heads + plan->told.height + plan->notes.height;
}

/* Tiles grow, words do not. */
static zt_chart_plan treemap_plan(const zt_chart *chart, double width)
{
    const zt_treemap_plan *plan = zt_treemap_plan_new(chart, width);
    double fixed = fixed_height(plan);
    return (zt_chart_plan){.extent = {fixed + plan->field, fixed + GROWTH * plan->field},
                           .own = plan};
}

/* A tile of a group whose own top left lies at `origin`, as it is drawn. */
static zt_rect tile_box(const treemap_drawing *d, const zt_treemap_tile *tile, zt_point origin)
{
    return (zt_rect){origin.x + tile->rect.x, origin.y + d->grown * tile->rect.y, tile->rect.w,
                     d->grown * tile->rect.h};
}

/* The area with its open end, and the words in it. */
static void draw_tile(const treemap_drawing *d, const zt_treemap_tile *tile, zt_rect box)
{
    const zt_chart *chart = d->plan->chart;
    if (box.w <= 0 || box.h <= 0)
        return;
    zt_fill_bar(chart, d->tiles, tile->quantity->at, box, zt_mark_fill_of(tile->quantity),
                tile->fill);
    if (zt_chart_is_open(tile->quantity) && box.w > 6 * RING && box.h > 6 * RING &&
        (tile->said != ZT_TREEMAP_WORDS || zt_area_words_clear(&tile->words, box, 4 * RING)))
        zt_mark_open_end(chart, d->seams, tile->quantity->at,
                         (zt_point){zt_rect_right(box) - 2 * RING, zt_rect_foot(box) - 2 * RING},
                         RING, tile->fill.ink);
    if (tile->said == ZT_TREEMAP_WORDS)
        zt_area_words_place(chart, &tile->words, d->seams, d->labels, box);
    if (tile->tied)
        zt_ties_numbers_place(chart, &d->plan->ties, tile->item, ZT_TREEMAP_NUMBER, d->labels,
                              (zt_point){zt_rect_right(box), box.y + ZT_TREEMAP_NUMBER +
                                                                 zt_note_number_size(chart) / 2},
                              -1);
    if (tile->said == ZT_TREEMAP_NUMBERED)
        zt_area_line_place(chart, &tile->words, d->seams, d->labels, box);
}

/* How wide paper may lie over an edge: all tiles beside it must still show. */
static double seam_at(const zt_treemap_group *group, const zt_treemap_tile *tile, bool upright)
{
    const double near = 1e-6;
    double seam = ZT_TREEMAP_SEAM, at = upright ? tile->rect.x : tile->rect.y;
    for (size_t i = 0; i < group->count; i++) {
        const zt_rect *r = &group->tiles[i].rect;
        double low = upright ? r->x : r->y, size = upright ? r->w : r->h;
        if (size > 0 && (fabs(low - at) < near || fabs(low + size - at) < near))
            seam = zt_min(seam, 2 * SEAM_SHARE * size);
    }
    return seam;
}

/* Paper over the left and the top edge of a tile, but not along the edges of its group. */
static void draw_seams(const treemap_drawing *d, const zt_treemap_group *group,
                       const zt_treemap_tile *tile, zt_rect box)
{
    const zt_chart *chart = d->plan->chart;
    double least = chart->setting->template_->theme->limits.tint_rule;
    double left = seam_at(group, tile, true), top = seam_at(group, tile, false);
    if (tile->rect.x > 0 && left >= least)
        zt_scene_fill_rect(chart->setting->scene, d->seams, chart->data->kind_at,
                           (zt_rect){box.x - left / 2, box.y, left, box.h},
                           ZT_SOLID(&zt_ink_paper));
    if (tile->rect.y > 0 && top >= least)
        zt_scene_fill_rect(chart->setting->scene, d->seams, chart->data->kind_at,
                           (zt_rect){box.x, box.y - top / 2, box.w, top}, ZT_SOLID(&zt_ink_paper));
}

/* A group from its top left on; gives the height that it took. */
static double draw_group(const treemap_drawing *d, const zt_treemap_group *group, zt_point at)
{
    const zt_treemap_plan *plan = d->plan;
    double lead = plan->bands ? group->lead : plan->heads;
    zt_words_place(plan->chart, &group->head, d->labels, at.x, at.y);
    zt_point origin = {at.x, at.y + lead};
    for (size_t i = 0; i < group->count; i++)
        if (group->tiles[i].rect.w > 0)
            draw_seams(d, group, &group->tiles[i], tile_box(d, &group->tiles[i], origin));
    for (size_t i = 0; i < group->count; i++)
        draw_tile(d, &group->tiles[i], tile_box(d, &group->tiles[i], origin));
    return lead + d->grown * group->box.h;
}

/* The gap between groups one below the other is what their heads leave of `heads`. */
static double band_gap(const zt_treemap_plan *plan)
{
    double gap = plan->heads;
    for (size_t s = 0; s < plan->count; s++)
        gap -= plan->groups[s].lead;
    return plan->count > 1 ? gap / (double)(plan->count - 1) : 0;
}

/* Groups, then what has no room in them, then annotations. */
static void treemap_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_treemap_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    treemap_drawing d = {.plan = plan, .grown = 1};
    if (plan->field > 0)
        d.grown = zt_clamp((height - fixed_height(plan)) / plan->field, 1, GROWTH);
    d.tiles = zt_mark_layer(chart, into, "tiles", plan->width, height);
    d.seams = zt_mark_layer(chart, into, "seams", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    double y = zt_unit_line(chart, d.labels), top = y;
    for (size_t s = 0; s < plan->count; s++) {
        const zt_treemap_group *group = &plan->groups[s];
        double taken = draw_group(&d, group, (zt_point){group->box.x, plan->bands ? y : top});
        y = plan->bands ? y + taken + band_gap(plan) : zt_max(y, top + taken);
    }
    y = top + plan->heads + d.grown * plan->field;
    zt_foot_list_place(chart, &plan->told, d.labels, y);
    zt_note_list_place(chart, &plan->notes, d.labels, y + plan->told.height);
}

/* Reports no-items, rank-without-values, should-be-bars, nothing-to-part, share-over-100. */
static bool treemap_check(const zt_chart_data *data, zt_diags *diags)
{
    bool shares = zt_str_is(data->unit, "%") && data->series_count == 1;
    return zt_chart_check_items(data, diags, "treemap") &&
           zt_chart_check_values(data, diags, "treemap") && zt_whole_check_signs(data, diags) &&
           zt_whole_check(data, diags, shares);
}

const zt_chart_kind zt_chart_kind_treemap = {
    .name = "treemap",
    .spans = {6, 4, 12},
    .zh = "矩形树图：数量画成面积，照稿件顺序填满一块；几个系列时每系列一组；放不下字的编号，列在图"
          "下",
    .en =
        "Amounts as areas that fill a rectangle in the order of the document; a group for each of "
        "several series; those too small for words are numbered and listed",
    .ties_notes = true,
    .check = treemap_check,
    .plan = treemap_plan,
    .draw = treemap_draw,
};
