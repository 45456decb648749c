/* A plan of columns at a height: the scale, values over their columns, and annotations among them.
 */
#include "chart/column_imp.h"

#include <math.h>

/* Columns of one item stand as a group about the middle of their slot, with seams between. */
double zt_column_x(const zt_column_plan *plan, size_t item, size_t series)
{
    double step = plan->column_width + plan->seam;
    double group = (double)plan->series * step - plan->seam;
    return zt_column_slots_middle(&plan->slots, item) - group / 2 + (double)series * step;
}

/* Lengths grow upwards from the foot, y runs down. */
double zt_column_value_y(const zt_column_place *place, double length)
{
    return place->foot - place->scale.zero - length * place->scale.unit;
}

/* One scale for all columns, so that the highest with its value just fills the plot. Asked while
   drawing, since it depends on the height. */
static void fit_scale(zt_column_place *place)
{
    const zt_column_plan *plan = place->plan;
    size_t count = plan->items * plan->series;
    zt_bar *bars = ZT_ARRAY(plan->chart->setting->arena, count + plan->guides.count, zt_bar);
    for (size_t i = 0; i < count; i++)
        bars[i] = (zt_bar){.value = zt_column_words_at(&plan->columns[i]),
                           .beyond = plan->columns[i].beyond};
    for (size_t i = 0; i < plan->guides.count; i++)
        if (plan->guides.boxes[i].guide->kind == ZT_GUIDE_THRESHOLD)
            bars[count++] = (zt_bar){.value = plan->guides.boxes[i].guide->value - plan->cut};
    place->scale = zt_bar_scale_fit(bars, count, 0, place->foot - place->top);
}

/* The value over its column, the word of its standing under it; below the end of a negative one. */
static zt_rect value_box(const zt_column_place *place, size_t index)
{
    const zt_column_plan *plan = place->plan;
    const zt_column *c = &plan->columns[index];
    double end = zt_column_value_y(place, zt_column_words_at(c));
    double width = zt_max(c->value.width, c->word.width);
    double height = zt_mark_text_height(&c->value);
    if (c->word.width > 0)
        height += 1.15 * c->word.look.text.size;
    if (c->value.text.len == 0)
        width = 0;
    double top = c->length < 0 ? end + plan->reach + plan->value_gap / 2 : end - c->beyond;
    return (zt_rect){c->middle - width / 2, top, width, height};
}

/* A column from zero to its end. */
static zt_rect column_box(const zt_column_place *place, size_t index)
{
    const zt_column_plan *plan = place->plan;
    double end = zt_column_value_y(place, plan->columns[index].length);
    double zero = zt_column_value_y(place, 0);
    return (zt_rect){zt_column_x(plan, index / plan->series, index % plan->series),
                     zt_min(zero, end), plan->column_width, fabs(zero - end)};
}

/* The mark of a tie: the highlighted column of its item, else the first with a value; with what
   stands over it. */
static zt_rect tied_mark(const void *context, size_t item)
{
    const zt_column_place *place = context;
    const zt_column_plan *plan = place->plan;
    size_t chosen = item * plan->series;
    for (size_t s = plan->series; s-- > 0;)
        if (zt_chart_has_value(plan->columns[item * plan->series + s].quantity))
            chosen = item * plan->series + s;
    for (size_t s = 0; s < plan->series; s++)
        if (zt_chart_series_is_lit(plan->chart->data, s))
            chosen = item * plan->series + s;
    zt_rect column = column_box(place, chosen), value = place->values[chosen];
    return value.w > 0 ? value : (zt_rect){column.x, column.y, column.w, 0};
}

/* y of a value, for guides. */
static double value_y(const void *context, double value)
{
    const zt_column_place *place = context;
    return zt_column_value_y(place, value - place->plan->cut);
}

/* A column with what stands over it. */
static zt_rect mark_at(const void *context, size_t item, size_t series)
{
    const zt_column_place *place = context;
    size_t index = item * place->plan->series + series;
    zt_rect mark = column_box(place, index), value = place->values[index];
    if (value.w > 0 && value.y < mark.y) {
        mark.h += mark.y - value.y;
        mark.y = value.y;
    }
    return mark;
}

zt_guide_place zt_column_guide_place(const zt_column_place *place)
{
    const zt_column_plan *plan = place->plan;
    return (zt_guide_place){.top = plan->legend_height,
                            .foot = place->foot,
                            .left = plan->slots.left,
                            .right = plan->slots.left + plan->slots.width,
                            .context = place,
                            .y = value_y,
                            .mark = mark_at};
}

/* Places the annotations among columns and values. Works on a copy of the plan's ties, since the
   plan is drawn again at other heights; gives how many are numbered. */
static size_t place_ties(zt_column_place *place)
{
    const zt_column_plan *plan = place->plan;
    zt_arena *arena = plan->chart->setting->arena;
    size_t count = plan->items * plan->series, ties = plan->ties.count;
    zt_rect *rects = ZT_ARRAY(arena, 2 * count + ties, zt_rect);
    zt_rect *marks = ZT_ARRAY(arena, ties, zt_rect);
    place->ties = zt_ties_at(plan->chart, &plan->ties, marks, place, tied_mark);
    for (size_t i = 0; i < count; i++) {
        rects[2 * i] = column_box(place, i);
        rects[2 * i + 1] = place->values[i];
    }
    zt_piece *pieces = ZT_ARRAY(arena, 3 * plan->guides.count + count, zt_piece);
    zt_guide_place guides = zt_column_guide_place(place);
    zt_tie_field field = {.frame = {plan->slots.left, place->top - plan->ties_height,
                                    plan->slots.width,
                                    place->foot - place->top + plan->ties_height},
                          .rects = rects,
                          .rect_count = 2 * count,
                          .pieces = pieces,
                          .piece_count = zt_guides_pieces(&plan->guides, &guides, pieces),
                          .marks = marks};
    for (size_t i = 0; i < count; i++)
        if (plan->columns[i].over > 0 && place->values[i].w > 0)
            pieces[field.piece_count++] = (zt_piece){
                {zt_column_tie_x(plan, i), zt_rect_foot(place->values[i])},
                {zt_column_tie_x(plan, i), zt_column_value_y(place, plan->columns[i].length)}};
    return zt_ties_place(plan->chart, &place->ties, &field);
}

double zt_column_tie_x(const zt_column_plan *plan, size_t index)
{
    return zt_column_x(plan, index / plan->series, index % plan->series) + plan->column_width / 2;
}

zt_column_place zt_column_place_at(const zt_column_plan *plan, double plot, size_t *numbered)
{
    zt_column_place place = {.plan = plan,
                             .top = plan->legend_height + zt_guides_height(&plan->guides) +
                                    plan->ties_height,
                             .foot = plan->legend_height + plot};
    size_t count = plan->items * plan->series;
    fit_scale(&place);
    place.values = ZT_ARRAY(plan->chart->setting->arena, count, zt_rect);
    for (size_t i = 0; i < count; i++)
        place.values[i] = value_box(&place, i);
    *numbered = place_ties(&place);
    return place;
}

/* What has been promised at the least height holds: where a higher plot has less room by chance,
   the least one is drawn. */
zt_column_place zt_column_place_new(const zt_column_plan *plan, double plot)
{
    size_t numbered;
    zt_column_place place = zt_column_place_at(plan, plot, &numbered);
    if (numbered > zt_ties_numbered(&plan->ties))
        place = zt_column_place_at(plan, plan->height, &numbered);
    return place;
}
