/* Arrows over a drawn plot: the marks of both items are found by the elements that they were drawn
   for, each series has a try, and the cheapest way is drawn; in panels one in each. */
#include "chart/arrow_marks.h"

#include <math.h>

#include "chart/drawn.h"
#include "chart/marks.h"
#include "chart/tie.h"
#include "labels/course.h"

/* In points: from a mark to the end of an arrow, from an arrow to what it passes. */
static const double FROM_MARK = ZT_MM(0.4), CLEAR = ZT_MM(0.35);
static const double BEND = ZT_MM(4);     /* what a bend is worth in length */
static const double BESIDE = ZT_MM(4);   /* and an end that is not at the mark itself */
static const double APART = ZT_MM(1.2);  /* from a line that it runs along */
static const double ROUND = ZT_MM(10);   /* in a panel, off both marks */
static const double DOT_MOST = ZT_MM(9); /* smaller marks may have slanting arrows */
/* Above so many marks, as in a cloud of points, an arrow may pass over others. */
enum { MARKS_MOST = 2000 };

/* What was drawn, by what an arrow has to do with it. Frame of the plot. */
typedef struct plot_marks {
    const zt_chart *chart;
    zt_point origin;
    ZT_VEC(zt_rect) type, marks;
    zt_drawn_pieces pieces;
} plot_marks;

/* What an arrow may end at: the mark of a value; the value in words, or the number of the
   annotation, where something stands before the mark. */
enum { AT_MARK, AT_VALUE, AT_NUMBER };
/* Of an item that is a line, as in a slope, places of it; both ends take the same one. */
enum { ENDS = 5 };

/* One end of an arrow. */
typedef struct arrow_end {
    zt_pos at, value_at, note_at;
    zt_point origin;
    zt_rect ends[ENDS], outline;
    bool is_line;
    zt_piece line; /* from its beginning to its end */
} arrow_end;

static bool is_dot(zt_rect r)
{
    return zt_max(r.w, r.h) <= DOT_MOST;
}

/* ---- what is in the way ---- */

/* Panels of guides and what belongs to annotations or to the whole chart is no mark of a value; an
   area under a line is one that type and arrows may stand on. */
static bool is_value_mark(const zt_chart_data *data, const zt_path *path)
{
    if (!path->fill.ink || path->fill.ink->paper ||
        zt_drawn_same_place(path->item.at, data->kind_at))
        return false;
    if (zt_str_in_words(data->kind, "area stacked-area") && !is_dot(path->item.box))
        return false;
    for (size_t i = 0; i < data->guide_count; i++)
        if (zt_drawn_same_place(path->item.at, data->guides[i].at))
            return false;
    for (size_t i = 0; i < data->annotation_count; i++)
        if (zt_drawn_same_place(path->item.at, data->annotations[i].at))
            return false;
    return true;
}

static void note_item(void *self, const zt_item *item, double dx, double dy)
{
    plot_marks *p = self;
    zt_arena *arena = p->chart->setting->arena;
    const zt_path *path = (const zt_path *)item;
    dx -= p->origin.x;
    dy -= p->origin.y;
    if (item->kind == ZT_ITEM_GLYPHS)
        ZT_PUSH(arena, &p->type, zt_drawn_type((const zt_glyphs *)item, dx, dy));
    if (item->kind != ZT_ITEM_PATH)
        return;
    if (path->stroke.ink && !path->clip)
        zt_drawn_add_pieces(arena, &p->pieces, path, dx, dy);
    if (is_value_mark(p->chart->data, path))
        ZT_PUSH(arena, &p->marks, zt_drawn_moved(item->box, dx, dy));
}

/* All but what lies in both ends. */
static zt_obstacles in_the_way(const plot_marks *p, const zt_course_wish *wish)
{
    size_t all = p->type.count, count = 0;
    zt_rect *rects =
        ZT_ARRAY(p->chart->setting->arena, p->type.count + p->marks.count + 1, zt_rect);
    if (p->marks.count <= MARKS_MOST)
        all += p->marks.count;
    for (size_t i = 0; i < all; i++) {
        bool is_type = i < p->type.count;
        zt_rect r = is_type ? p->type.items[i] : p->marks.items[i - p->type.count];
        if (!zt_drawn_holds(wish->from, r) && !zt_drawn_holds(wish->to, r))
            rects[count++] = r;
    }
    return (zt_obstacles){rects, count, p->pieces.items, p->pieces.count};
}

/* ---- both ends ---- */

static void seek_end(void *self, const zt_item *item, double dx, double dy)
{
    arrow_end *e = self;
    zt_rect box = zt_drawn_moved(item->box, dx - e->origin.x, dy - e->origin.y);
    const zt_path *path = (const zt_path *)item;
    bool own = zt_drawn_same_place(item->at, e->value_at), filled = false;
    if (item->kind == ZT_ITEM_GLYPHS && own)
        e->ends[AT_VALUE] = zt_rect_union(e->ends[AT_VALUE], box);
    if (item->kind == ZT_ITEM_GLYPHS && e->ends[AT_NUMBER].w <= 0 &&
        zt_drawn_same_place(item->at, e->note_at))
        e->ends[AT_NUMBER] = box;
    if (item->kind != ZT_ITEM_PATH || !(own || zt_drawn_same_place(item->at, e->at)))
        return;
    filled = path->fill.ink && !path->fill.ink->paper;
    if (path->clip) /* of hatching its area */
        box = zt_drawn_moved(*path->clip, dx - e->origin.x, dy - e->origin.y);
    if (e->is_line && path->stroke.ink && path->seg_count > 1) {
        zt_point a = path->segs[0].p[0], b = path->segs[path->seg_count - 1].p[0];
        dx -= e->origin.x;
        dy -= e->origin.y;
        e->line = (zt_piece){{a.x + dx, a.y + dy}, {b.x + dx, b.y + dy}};
    } else if (filled)
        e->ends[AT_MARK] = zt_rect_union(e->ends[AT_MARK], box);
    else
        e->outline = zt_rect_union(e->outline, box);
}

/* Whether the middle of a number lies at the height of a mark, as those in a list do not. */
static bool is_beside(zt_rect number, zt_rect mark)
{
    double y = number.y + number.h / 2;
    return y > mark.y && y < zt_rect_foot(mark);
}

/* Places of a line from its middle on, each a mark without an extent that could be missed. */
static void end_at_line(arrow_end *e)
{
    static const double parts[ENDS] = {0.5, 0.4, 0.6, 0.25, 0.75};
    zt_point a = e->line.a, b = e->line.b;
    const double size = 0.02; /* points */
    for (size_t i = 0; i < ENDS; i++)
        e->ends[i] = (zt_rect){a.x + parts[i] * (b.x - a.x) - size / 2,
                               a.y + parts[i] * (b.y - a.y) - size / 2, size, size};
}

/* The mark of an item in a series; no width where there is none. Points and lines stand for the
   item itself. */
static arrow_end end_of(const zt_chart *chart, const zt_group *plot, zt_point origin, size_t item,
                        size_t series, zt_pos note_at)
{
    const zt_chart_item *it = &chart->data->items[item];
    const zt_quantity *q = it->values ? it->values[series] : NULL;
    arrow_end e = {.note_at = note_at, .origin = origin};
    if (!zt_chart_has_value(q))
        return e;
    e.value_at = q->at;
    e.is_line = zt_str_is(chart->data->kind, "slope");
    if (e.is_line || zt_str_in_words(chart->data->kind, "scatter bubble"))
        e.at = it->at;
    zt_scene_walk(plot, &(zt_visitor){.self = &e, .enter = seek_end});
    if (e.is_line) {
        if (e.line.b.x > e.line.a.x)
            end_at_line(&e);
        return e;
    }
    if (e.ends[AT_MARK].w <= 0)
        e.ends[AT_MARK] = e.outline;
    if (!is_beside(e.ends[AT_NUMBER], e.ends[AT_MARK]))
        e.ends[AT_NUMBER] = (zt_rect){0};
    return e;
}

/* ---- ways ---- */

/* One drawing of all arrows. */
typedef struct arrow_drawing {
    const zt_chart *chart;
    const zt_group *plot;
    plot_marks *marks;
    zt_rect frame;
} arrow_drawing;

/* Where an arrow may run: wholly within the plot; in one of several panels also not far off its
   marks, lest it goes round by the next one. */
static zt_rect frame_of(const arrow_drawing *d, zt_rect from, zt_rect to)
{
    zt_rect frame = {d->frame.x + CLEAR, d->frame.y + CLEAR, d->frame.w - 2 * CLEAR,
                     d->frame.h - 2 * CLEAR};
    if (!d->chart->data->facet)
        return frame;
    zt_rect both = zt_rect_union(from, to);
    double left = zt_max(frame.x, both.x - ROUND), top = zt_max(frame.y, both.y - ROUND);
    double right = zt_min(zt_rect_right(frame), zt_rect_right(both) + ROUND);
    double foot = zt_min(zt_rect_foot(frame), zt_rect_foot(both) + ROUND);
    return (zt_rect){left, top, right - left, foot - top};
}

/* A way between two ends. */
static bool find_course(const arrow_drawing *d, const arrow_end *from, size_t at_from,
                        const arrow_end *to, size_t at_to, zt_course *way)
{
    zt_course_wish wish = {.frame = frame_of(d, from->ends[at_from], to->ends[at_to]),
                           .from = from->ends[at_from],
                           .to = to->ends[at_to],
                           .gap = FROM_MARK,
                           .least = ZT_TIE_ARROW_LEAST,
                           .clear = CLEAR,
                           .tip = ZT_TIE_ARROW_TIP,
                           .tip_clear = ZT_TIE_ARROW_CLEAR,
                           .apart = APART,
                           .bend = BEND};
    if (wish.from.w <= 0 || wish.to.w <= 0)
        return false;
    wish.slants = at_from == AT_MARK && at_to == AT_MARK && is_dot(wish.from) && is_dot(wish.to) &&
                  !from->is_line;
    zt_obstacles obstacles = in_the_way(d->marks, &wish);
    if (!zt_course_find(&obstacles, &wish, way))
        return false;
    way->cost += BESIDE * ((at_from != AT_MARK) + (at_to != AT_MARK));
    return true;
}

/* The best way from mark to mark in one series. */
static bool find_way(const arrow_drawing *d, const zt_annotation *annotation, size_t series,
                     zt_course *best)
{
    zt_point origin = d->marks->origin;
    arrow_end from = end_of(d->chart, d->plot, origin, annotation->from, series, (zt_pos){0});
    size_t item = zt_annotation_item(d->chart->data, annotation);
    arrow_end to = end_of(d->chart, d->plot, origin, item, series, annotation->at);
    zt_course way;
    best->cost = INFINITY;
    for (size_t k = 0; k < ENDS * ENDS; k++)
        if ((!from.is_line || k % ENDS == k / ENDS) &&
            find_course(d, &from, k % ENDS, &to, k / ENDS, &way) && way.cost < best->cost)
            *best = way;
    return best->cost < INFINITY;
}

/* Straight from mark to mark, for an arrow that was promised a way. */
static bool straight_way(const arrow_drawing *d, const zt_annotation *annotation, size_t series,
                         zt_course *way)
{
    zt_point origin = d->marks->origin;
    size_t item = zt_annotation_item(d->chart->data, annotation);
    arrow_end from = end_of(d->chart, d->plot, origin, annotation->from, series, (zt_pos){0});
    arrow_end to = end_of(d->chart, d->plot, origin, item, series, annotation->at);
    way->count = 2;
    way->points[0] = (zt_point){from.ends[AT_MARK].x + from.ends[AT_MARK].w / 2,
                                from.ends[AT_MARK].y + from.ends[AT_MARK].h / 2};
    way->points[1] = (zt_point){to.ends[AT_MARK].x + to.ends[AT_MARK].w / 2,
                                to.ends[AT_MARK].y + to.ends[AT_MARK].h / 2};
    return from.ends[AT_MARK].w > 0 && to.ends[AT_MARK].w > 0;
}

/* The square about the point of an arrow. */
static zt_rect head_of(const zt_course *way)
{
    zt_point tip = way->points[way->count - 1], from = way->points[way->count - 2];
    double length = hypot(tip.x - from.x, tip.y - from.y), half = ZT_TIE_ARROW_LEAST / 4;
    double x = tip.x - (tip.x - from.x) / length * half,
           y = tip.y - (tip.y - from.y) / length * half;
    return (zt_rect){x - half, y - half, 2 * half, 2 * half};
}

/* Draws it and lets the next ones keep off it. */
static void draw_way(arrow_drawing *d, const zt_annotation *annotation, const zt_course *way,
                     zt_group *layer)
{
    zt_tie_arrow(d->chart, layer, annotation->at, way->points, way->count);
    ZT_PUSH(d->chart->setting->arena, &d->marks->type, head_of(way));
    for (size_t i = 1; i < way->count; i++)
        ZT_PUSH(d->chart->setting->arena, &d->marks->pieces,
                ((zt_piece){way->points[i - 1], way->points[i]}));
}

/* In panels one in each that has a way, else the cheapest; false when there is none. */
static bool draw_one(arrow_drawing *d, const zt_annotation *annotation, bool promised,
                     zt_group *layer)
{
    const zt_chart_data *data = d->chart->data;
    zt_course best = {.cost = INFINITY}, way;
    size_t drawn = 0;
    for (size_t s = data->series_count; s-- > 0;) {
        if (!find_way(d, annotation, s, &way))
            continue;
        if (data->facet)
            draw_way(d, annotation, &way, layer);
        drawn++;
        best = way.cost < best.cost ? way : best;
    }
    for (size_t s = data->series_count; promised && drawn == 0 && s-- > 0;)
        drawn = straight_way(d, annotation, s, &best);
    if (drawn > 0 && !data->facet)
        draw_way(d, annotation, &best, layer);
    return drawn > 0;
}

bool zt_arrow_marks_asked(const zt_chart_data *data)
{
    for (size_t i = 0; i < data->annotation_count; i++)
        if (data->annotations[i].has_from)
            return true;
    return false;
}

void zt_arrow_marks_draw(const zt_chart *chart, zt_group *plot, double width, double height,
                         bool *lost)
{
    const zt_chart_data *data = chart->data;
    if (!zt_arrow_marks_asked(data))
        return;
    plot_marks marks = {.chart = chart, .origin = {plot->dx, plot->dy}};
    zt_scene_walk(plot, &(zt_visitor){.self = &marks, .enter = note_item});
    arrow_drawing d = {chart, plot, &marks, {0, 0, width, height}};
    zt_group *layer = zt_mark_layer(chart, plot, "arrows", width, height);
    for (size_t i = 0; i < data->annotation_count; i++) {
        const zt_annotation *annotation = &data->annotations[i];
        bool left_out =
            !annotation->has_from || (chart->lost && chart->lost[i]) || (lost && lost[i]);
        if (!left_out && !draw_one(&d, annotation, !lost, layer) && lost)
            lost[i] = true;
    }
}

/* The point of an arrow is what was filled for its annotation without a curve. */
typedef struct point_seeker {
    zt_pos at;
    bool found;
} point_seeker;

static void seek_point(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx, (void)dy;
    point_seeker *s = self;
    const zt_path *path = (const zt_path *)item;
    s->found = s->found || (item->kind == ZT_ITEM_PATH && path->fill.ink &&
                            zt_drawn_same_place(item->at, s->at) && path->seg_count > 1 &&
                            path->segs[1].kind == ZT_SEG_LINE);
}

void zt_arrow_marks_missed(const zt_chart *chart, const zt_group *plot, bool *lost)
{
    const zt_chart_data *data = chart->data;
    for (size_t i = 0; i < data->annotation_count; i++) {
        point_seeker s = {.at = data->annotations[i].at};
        if (!data->annotations[i].has_from)
            continue;
        zt_scene_walk(plot, &(zt_visitor){.self = &s, .enter = seek_point});
        lost[i] = lost[i] || !s.found;
    }
}
