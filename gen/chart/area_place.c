/* Areas at a height: the scale, and annotations at the top of the stack where nothing is in their
   way. Found anew for each drawing, as the free places depend on the height. */
#include "chart/area_imp.h"

/* Strips by which the area between two items is told to words: a box of each lies within it. */
enum { STRIPS = 8 };

double zt_area_sum_y(const zt_area_place *place, size_t layer, size_t item)
{
    return zt_scale_at(&place->y, zt_area_sum(place->plan, layer, item));
}

/* y of the top of the stack at an item. */
static double top_y(const zt_area_place *place, size_t item)
{
    return zt_area_sum_y(place, place->plan->layers, item);
}

/* y of a value, for guides. */
static double value_y(const void *context, double value)
{
    const zt_area_place *place = context;
    return zt_scale_at(&place->y, value);
}

/* The top of the stack at an item; on the base line where the stack has a gap. */
static zt_rect item_mark(const void *context, size_t item)
{
    const zt_area_place *place = context;
    double y = place->plan->whole[item] ? top_y(place, item) : place->base;
    return (zt_rect){place->plan->xs[item], y, 0, 0};
}

/* The same for guides: only areas of one layer have brackets. */
static zt_rect series_mark(const void *context, size_t item, size_t series)
{
    (void)series;
    return item_mark(context, item);
}

zt_guide_place zt_area_guide_place(const zt_area_place *place)
{
    const zt_area_plan *plan = place->plan;
    return (zt_guide_place){.top = plan->crown,
                            .foot = place->base,
                            .left = plan->plot_left,
                            .right = plan->plot_right,
                            .context = place,
                            .y = value_y,
                            .mark = series_mark};
}

/* Boxes within the area between an item and the next one, from its top edge to zero. */
static size_t add_strips(const zt_area_place *place, size_t item, zt_rect *rects)
{
    const zt_area_plan *plan = place->plan;
    double x = plan->xs[item], step = (plan->xs[item + 1] - x) / STRIPS;
    double from = top_y(place, item), to = top_y(place, item + 1);
    double zero = zt_scale_at(&place->y, 0);
    for (int i = 0; i < STRIPS; i++) {
        double a = from + (to - from) * i / STRIPS, b = from + (to - from) * (i + 1) / STRIPS;
        double top = zt_max(a, b), low = zt_min(a, b);
        rects[i] = top < zero ? (zt_rect){x + step * i, top, step, zero - top}
                              : (zt_rect){x + step * i, zero, step, zt_max(0, low - zero)};
    }
    return STRIPS;
}

/* The upright edge of the stack where it begins or ends beside missing values. */
static size_t add_side(const zt_area_place *place, size_t item, zt_piece *pieces)
{
    const zt_area_plan *plan = place->plan;
    bool begins = item > 0 && !plan->whole[item - 1];
    bool ends = item + 1 < plan->items && !plan->whole[item + 1];
    if (!plan->whole[item] || !(begins || ends))
        return 0;
    double x = plan->xs[item];
    pieces[0] = (zt_piece){{x, top_y(place, item)}, {x, zt_scale_at(&place->y, 0)}};
    return 1;
}

/* The bar of an item whose neighbours are missing, from its top to zero; nothing elsewhere. */
static size_t add_alone(const zt_area_place *place, size_t item, zt_rect *rects)
{
    const zt_area_plan *plan = place->plan;
    bool before = item > 0 && plan->whole[item - 1];
    bool behind = item + 1 < plan->items && plan->whole[item + 1];
    if (!plan->whole[item] || before || behind)
        return 0;
    double top = top_y(place, item), zero = zt_scale_at(&place->y, 0);
    rects[0] = (zt_rect){plan->xs[item] - ZT_AREA_ALONE / 2, zt_min(top, zero), ZT_AREA_ALONE,
                         zt_max(top, zero) - zt_min(top, zero)};
    return 1;
}

/* What remarks over the plot, the sum and the unit take. */
static size_t add_words(const zt_area_plan *plan, zt_rect *rects)
{
    size_t count = 0;
    for (size_t n = 0; n < plan->remark_count; n++) {
        const zt_hung_label *hung = &plan->hung[n];
        if (hung->level != ZT_LEVEL_NONE)
            rects[count++] =
                (zt_rect){hung->from, plan->head - (double)(hung->level + 1) * plan->row,
                          hung->to - hung->from, plan->row};
    }
    double size = plan->total.look.text.size;
    double width = plan->total_in_crown ? 0 : plan->total.width;
    rects[count++] = (zt_rect){plan->width - width, plan->head, width, 1.2 * size};
    size = plan->unit.look.text.size;
    width = plan->unit_in_crown ? 0 : plan->unit.width;
    rects[count++] = (zt_rect){0, plan->top - 2 * size, width, 1.2 * size};
    return count;
}

/* The lines from remarks down to their points. */
static size_t add_leaders(const zt_area_place *place, zt_piece *pieces)
{
    const zt_area_plan *plan = place->plan;
    size_t count = 0;
    for (size_t n = 0; n < plan->remark_count; n++) {
        const zt_hung_label *hung = &plan->hung[n];
        if (hung->level != ZT_LEVEL_NONE)
            pieces[count++] =
                (zt_piece){{hung->anchor, plan->head - (double)hung->level * plan->row},
                           {hung->anchor, zt_area_sum_y(place, 1, plan->remarks[n].item)}};
    }
    return count;
}

double zt_area_end_y(const zt_area_place *place, size_t layer)
{
    const zt_area_plan *plan = place->plan;
    if (plan->last == plan->items)
        return place->base;
    double top = zt_area_sum_y(place, layer + 1, plan->last);
    return plan->layers == 1 ? top : (top + zt_area_sum_y(place, layer, plan->last)) / 2;
}

/* The level parts of the lines from the last known item to the labels at the right: long ones where
   the values behind it are missing. */
static size_t add_end_lines(const zt_area_place *place, zt_piece *pieces)
{
    const zt_area_plan *plan = place->plan;
    if (plan->last == plan->items)
        return 0;
    for (size_t layer = 0; layer < plan->layers; layer++) {
        double y = zt_area_end_y(place, layer);
        pieces[layer] = (zt_piece){{plan->xs[plan->last], y}, {plan->plot_right, y}};
    }
    return plan->layers;
}

/* Places the annotations among areas and words. Returns how many are numbered. */
static size_t place_ties(zt_area_place *place)
{
    const zt_area_plan *plan = place->plan;
    zt_arena *arena = plan->chart->setting->arena;
    size_t ties = plan->ties.count;
    double over = plan->crown + zt_guides_height(&plan->guides);
    zt_rect *rects = ZT_ARRAY(arena, plan->remark_count + 2 + ties, zt_rect);
    zt_rect *areas = ZT_ARRAY(arena, STRIPS * plan->items + 1, zt_rect);
    zt_rect *marks = ZT_ARRAY(arena, ties, zt_rect);
    zt_piece *pieces = ZT_ARRAY(
        arena, 3 * plan->guides.count + plan->remark_count + plan->layers + 2 * plan->items,
        zt_piece);
    zt_guide_place guides = zt_area_guide_place(place);
    zt_tie_field field = {
        .frame = {plan->plot_left, over, plan->plot_right - plan->plot_left, place->base - over},
        .rects = rects,
        .rect_count = add_words(plan, rects),
        .areas = areas,
        .pieces = pieces,
        .piece_count = zt_guides_pieces(&plan->guides, &guides, pieces),
        .marks = marks};
    field.piece_count += add_leaders(place, pieces + field.piece_count);
    field.piece_count += add_end_lines(place, pieces + field.piece_count);
    for (size_t i = 0; i < plan->items; i++) {
        field.area_count += add_alone(place, i, areas + field.area_count);
        field.piece_count += add_side(place, i, pieces + field.piece_count);
    }
    for (size_t i = 0; i + 1 < plan->items; i++)
        if (plan->whole[i] && plan->whole[i + 1]) { /* strips are level, the edge itself is not */
            field.area_count += add_strips(place, i, areas + field.area_count);
            pieces[field.piece_count++] =
                (zt_piece){{plan->xs[i], zt_area_sum_y(place, plan->layers, i)},
                           {plan->xs[i + 1], zt_area_sum_y(place, plan->layers, i + 1)}};
        }
    place->ties = zt_ties_at(plan->chart, &plan->ties, marks, place, item_mark);
    return zt_ties_place(plan->chart, &place->ties, &field);
}

zt_area_place zt_area_place_at(const zt_area_plan *plan, double plot, size_t *numbered)
{
    zt_area_place place = {.plan = plan, .base = plot - plan->foot - plan->missing.height};
    place.y = (zt_scale){
        .low = plan->ticks.low, .high = plan->ticks.high, .from = place.base, .to = plan->top};
    *numbered = plan->ties.count > 0 ? place_ties(&place) : 0;
    return place;
}

zt_area_place zt_area_place_new(const zt_area_plan *plan, double plot)
{
    size_t numbered;
    zt_area_place place = zt_area_place_at(plan, plot, &numbered);
    return numbered > zt_ties_numbered(&plan->ties)
               ? zt_area_place_at(plan, plan->height, &numbered)
               : place;
}

/* Annotations that have no room at their marks are numbered and stand under the plot; all of them,
   where the words of one leave the number of another no room. */
static void plan_ties(zt_area_plan *plan)
{
    size_t numbered;
    zt_area_place place = zt_area_place_at(plan, plan->height, &numbered);
    if (place.ties.touching > 0) {
        zt_ties_number(&plan->ties);
        zt_area_place all = zt_area_place_at(plan, plan->height, &numbered);
        place = all.ties.touching < place.ties.touching ? all : place;
    }
    zt_ties_promise(&plan->ties, &place.ties);
    plan->notes = zt_ties_rest(plan->chart, &plan->ties, plan->width);
}

zt_chart_plan zt_area_plan_chart(const zt_chart *chart, double width)
{
    zt_area_plan *plan = zt_area_plan_new(chart, width);
    plan_ties(plan);
    return (zt_chart_plan){
        .extent = {plan->height + plan->notes.height, plan->height_max + plan->notes.height},
        .own = plan,
        .unsaid = zt_area_find_unsaid(plan),
        .has_arrows = true};
}
