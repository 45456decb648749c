/* Values at the points of a panel: what is in their way, and the nearest free place for each. */
#include "chart/facet_values.h"

#include <math.h>

#include "labels/room.h"

/* In points; the way of a value from its mark, in ems. */
static const double CLEAR = ZT_MM(0.5), FARTHEST = 1.4;

/* One panel while its values find their places. */
typedef struct value_search {
    const zt_facets_plan *plan;
    size_t panel;
    zt_scale y;
    double base, foot;
    ZT_VEC(zt_rect) rects;
    ZT_VEC(zt_piece) pieces;
} value_search;

bool zt_facet_is_labelled(const zt_facets_plan *plan, size_t series, size_t item)
{
    bool at_edge = item == plan->panels[series].last && plan->panels[series].value.width > 0;
    return !at_edge && !plan->bars && zt_facet_value_of(plan, series, item) &&
           zt_chart_wants_value(plan->chart->data, item, series, false);
}

/* An arrow from mark to mark needs both marks. */
static bool is_end_of_arrow(const zt_chart *chart, size_t item)
{
    const zt_chart_data *data = chart->data;
    for (size_t i = 0; i < data->annotation_count; i++) {
        const zt_annotation *a = &data->annotations[i];
        bool here = a->has_from && !zt_annotation_is_lost(chart, a);
        if (here && (item == a->from || item == zt_annotation_item(data, a)))
            return true;
    }
    return false;
}

bool zt_facet_has_dot(const zt_facets_plan *plan, size_t series, size_t item)
{
    const zt_chart_data *data = plan->chart->data;
    const zt_quantity *q = zt_facet_value_of(plan, series, item);
    if (!q)
        return false;
    bool before = item > 0 && zt_facet_value_of(plan, series, item - 1);
    bool after = item + 1 < data->item_count && zt_facet_value_of(plan, series, item + 1);
    return (!before && !after) || item == plan->panels[series].last ||
           data->items[item].highlight || zt_chart_is_open(q) ||
           zt_facet_is_labelled(plan, series, item) || is_end_of_arrow(plan->chart, item);
}

static bool is_in(const value_search *s, size_t series)
{
    return s->plan->combined || series == s->panel;
}

static bool is_column(const value_search *s, size_t series)
{
    return s->plan->mark == ZT_FACET_COLUMN && !zt_facet_is_line(s->plan, series);
}

/* The mark of a value: its column, or the square about its dot. */
static zt_rect mark_of(const value_search *s, size_t series, size_t item)
{
    const zt_facets_plan *plan = s->plan;
    const zt_quantity *q = zt_facet_value_of(plan, series, item);
    double y = zt_scale_at(&s->y, zt_chart_value(plan->chart->data, q)), r = ZT_FACET_DOT;
    if (zt_chart_is_open(q))
        r += zt_mark_ring_edge(plan->chart);
    if (!is_column(s, series))
        return (zt_rect){plan->xs[item] - r, y - r, 2 * r, 2 * r};
    zt_rect column = zt_facet_column(plan, series, item);
    column.y = zt_min(y, s->base);
    column.h = fabs(y - s->base);
    return column;
}

/* ---- what is in the way ---- */

static zt_point point_of(const value_search *s, size_t series, size_t item)
{
    zt_rect mark = mark_of(s, series, item);
    return (zt_point){mark.x + mark.w / 2, mark.y + mark.h / 2};
}

/* The line from an item to the next one; below the edge of an area the area, in its rectangle. */
static void add_stretch(value_search *s, size_t series, size_t item)
{
    const zt_facets_plan *plan = s->plan;
    zt_arena *arena = plan->chart->setting->arena;
    zt_point a = point_of(s, series, item), b = point_of(s, series, item + 1);
    zt_point corner = {b.x, a.y};
    bool steps = plan->mark == ZT_FACET_STEP;
    ZT_PUSH(arena, &s->pieces, ((zt_piece){a, steps ? corner : b}));
    if (steps)
        ZT_PUSH(arena, &s->pieces, ((zt_piece){corner, b}));
    double low = zt_max(a.y, b.y);
    if (plan->mark == ZT_FACET_AREA && low < s->base)
        ZT_PUSH(arena, &s->rects, ((zt_rect){a.x, low, b.x - a.x, s->base - low}));
}

static void add_marks(value_search *s, size_t series)
{
    const zt_facets_plan *plan = s->plan;
    size_t count = plan->chart->data->item_count;
    for (size_t i = 0; i < count; i++) {
        if (!zt_facet_value_of(plan, series, i))
            continue;
        if (is_column(s, series) || zt_facet_has_dot(plan, series, i))
            ZT_PUSH(plan->chart->setting->arena, &s->rects, mark_of(s, series, i));
        if (!is_column(s, series) && i + 1 < count && zt_facet_value_of(plan, series, i + 1))
            add_stretch(s, series, i);
    }
}

/* The lines down from numbers of annotations, and the hooks of brackets, at their items. */
static void add_uprights(value_search *s)
{
    const zt_facets_plan *plan = s->plan;
    zt_arena *arena = plan->chart->setting->arena;
    const zt_chart_data *data = plan->chart->data;
    for (size_t i = 0; i < plan->ties.count; i++) {
        double x = plan->xs[plan->ties.items[i].item];
        if (plan->ties.items[i].number > 0)
            ZT_PUSH(arena, &s->pieces, ((zt_piece){{x, plan->head}, {x, s->foot}}));
    }
    for (size_t i = 0; i < data->guide_count; i++) {
        const zt_guide *guide = &data->guides[i];
        const size_t ends[] = {guide->from, guide->to};
        for (size_t k = 0; guide->kind == ZT_GUIDE_BRACKET && k < 2; k++)
            if (is_in(s, guide->series) && zt_facet_value_of(plan, guide->series, ends[k]))
                ZT_PUSH(arena, &s->pieces,
                        ((zt_piece){{plan->xs[ends[k]], plan->head},
                                    point_of(s, guide->series, ends[k])}));
    }
}

/* The value beside the last column, which may stand in the plot. */
static void add_beside(value_search *s)
{
    const zt_facets_plan *plan = s->plan;
    const zt_facet_panel *panel = &plan->panels[s->panel];
    if (plan->combined || panel->value.width <= 0 || plan->value_at != ZT_FACET_BESIDE)
        return;
    double high = panel->value.look.text.size, x = plan->xs[panel->last];
    double y = mark_of(s, s->panel, panel->last).y;
    ZT_PUSH(plan->chart->setting->arena, &s->rects,
            ((zt_rect){x, y - high / 2, plan->plot - x, high}));
}

/* ---- places ---- */

/* A value in the ink of its series, as at the edge. */
static zt_mark_text text_of(const zt_facets_plan *plan, size_t series, size_t item)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "value");
    const zt_quantity *q = zt_facet_value_of(plan, series, item);
    if (zt_facet_is_line(plan, series))
        look = zt_chart_inked(look, zt_facet_ink(plan, series, item));
    else if (zt_facet_ink(plan, series, item) == chart->params->accent)
        look = zt_chart_inked(look, chart->params->accent);
    return zt_mark_text_new(chart, zt_chart_label_at(chart, item, series).value, &look, q->at);
}

/* How far the box lies from the mark. */
static double way_to(zt_rect mark, zt_rect box)
{
    double x = zt_max(zt_max(mark.x - zt_rect_right(box), box.x - zt_rect_right(mark)), 0);
    double y = zt_max(zt_max(mark.y - zt_rect_foot(box), box.y - zt_rect_foot(mark)), 0);
    return hypot(x, y);
}

/* Over a column, below one that hangs, about a dot. */
static void place_text(value_search *s, size_t series, size_t item, zt_facet_text *text)
{
    const zt_facets_plan *plan = s->plan;
    zt_arena *arena = plan->chart->setting->arena;
    double size = text->text.look.text.size, top = plan->head;
    if (zt_ties_numbered(&plan->ties) > 0)
        top += zt_note_number_size(plan->chart);
    zt_rect frame = {0, top, plan->plot, s->foot - top}, mark = mark_of(s, series, item);
    zt_point at = point_of(s, series, item);
    if (is_column(s, series))
        at.y = zt_rect_foot(mark) > s->base + 0.01 ? zt_rect_foot(mark) : mark.y;
    zt_obstacles all = {s->rects.items, s->rects.count, s->pieces.items, s->pieces.count};
    text->lost = !zt_room_near(arena, &all, frame, at, (zt_rect){0, 0, text->text.width, size},
                               CLEAR, &text->box) ||
                 way_to(mark, text->box) > FARTHEST * size;
    if (!text->lost)
        ZT_PUSH(arena, &s->rects, text->box);
}

zt_facet_texts zt_facet_texts_place(const zt_facets_plan *plan, size_t panel, double row)
{
    const zt_chart_data *data = plan->chart->data;
    zt_facet_texts texts = {0};
    if (!data->wanted || plan->bars)
        return texts;
    value_search s = {.plan = plan,
                      .panel = panel,
                      .y = zt_facet_scale(plan, panel, row),
                      .foot = plan->head + row};
    s.base = zt_scale_at(&s.y, 0);
    texts.items =
        ZT_ARRAY(plan->chart->setting->arena, plan->count * data->item_count, zt_facet_text);
    for (size_t k = 0; k < plan->count; k++)
        if (is_in(&s, k))
            add_marks(&s, k);
    add_uprights(&s);
    add_beside(&s);
    for (size_t i = 0; i < plan->count * data->item_count; i++) {
        size_t series = i % plan->count, item = i / plan->count;
        if (!is_in(&s, series) || !zt_facet_is_labelled(plan, series, item))
            continue;
        zt_facet_text *text = &texts.items[texts.count++];
        *text = (zt_facet_text){.text = text_of(plan, series, item)};
        place_text(&s, series, item, text);
        texts.lost += text->lost;
    }
    return texts;
}

size_t zt_facet_texts_lost(const zt_facets_plan *plan)
{
    size_t lost = 0;
    for (size_t i = 0; plan->mark != ZT_FACET_BAR && i < (plan->combined ? 1 : plan->count); i++)
        lost += zt_facet_texts_place(plan, i, plan->row).lost;
    return lost;
}

void zt_facet_texts_draw(const zt_facets_plan *plan, const zt_facet_texts *texts, zt_group *into)
{
    for (size_t i = 0; i < texts->count; i++) {
        const zt_facet_text *t = &texts->items[i];
        if (!t->lost)
            zt_mark_text_centre(plan->chart, &t->text, into, ZT_ALIGN_CENTRE,
                                t->box.x + t->box.w / 2, t->box.y + t->box.h / 2);
    }
}
