/* Numbers at what an annotation names: the drawn plot is searched for the item's name, else for its
   mark, and for the free place beside it. */
#include "chart/note_marks.h"

#include "chart/arrow_marks.h"
#include "chart/drawn.h"
#include "chart/marks.h"

#include <math.h>
#include <string.h>

static const double CLEAR = ZT_MM(0.3); /* about a ring, in points */
static const double FARTHEST = 1.2;     /* from the name to the ring, by the ring's diameter */
/* Marks from so many diameters on in both directions have room for a ring in them. */
static const double ROOMY = 1.5;

/* What is looked for, and what was found. Frame of the plot. */
typedef struct seeker {
    const zt_chart_data *data;
    const zt_annotation *annotation;
    const zt_chart_item *item; /* NULL: the annotation names a series */
    zt_point origin;           /* of the plot, in the frame of what is walked */
    size_t said;               /* bytes of the name that the runs before have said */
    zt_rect name, mark;        /* naught when it was not found */
    bool has_name;
    size_t pass; /* names to pass over: of panels, those of the ones before */
} seeker;

/* Rectangles and lines of a plot that a ring must keep off. */
typedef struct obstacles {
    zt_arena *arena;
    double ring;
    zt_point origin;
    size_t panels;
    ZT_VEC(zt_rect) rects;
    ZT_VEC(zt_rect) roomy; /* marks that have room for a ring and for a name */
    zt_drawn_pieces pieces;
} obstacles;

/* ---- the mark ---- */

/* One run after the other says a piece of the name, but for the blanks where its lines break. */
static void see_words(seeker *s, const zt_glyphs *run, zt_rect box)
{
    zt_str key = s->annotation->keys[0], text = run->text;
    size_t at = s->said;
    while (at > 0 && at < key.len && key.data[at] == ' ')
        at++;
    bool fits =
        text.len > 0 && text.len <= key.len - at && !memcmp(key.data + at, text.data, text.len);
    if (!fits && at > 0) {
        s->said = at = 0;
        fits = text.len > 0 && text.len <= key.len && !memcmp(key.data, text.data, text.len);
    }
    if (!fits)
        return;
    s->name = at > 0 ? zt_rect_union(s->name, box) : box;
    s->said = at + text.len;
    s->has_name = s->said == key.len && s->pass == 0;
    if (s->said < key.len || s->has_name)
        return;
    s->said = 0;
    s->pass--;
}

/* Whether the path was drawn for the item or one of its values. */
static bool is_mark_of(const seeker *s, const zt_path *path)
{
    if (!s->item || !path->fill.ink || zt_drawn_same_place(path->item.at, s->data->kind_at))
        return false;
    bool own = zt_drawn_same_place(path->item.at, s->item->at);
    for (size_t i = 0; !own && i < s->data->series_count; i++)
        own = s->item->values && s->item->values[i] &&
              zt_drawn_same_place(path->item.at, s->item->values[i]->at);
    return own;
}

static void seek(void *self, const zt_item *item, double dx, double dy)
{
    seeker *s = self;
    zt_rect box = zt_drawn_moved(item->box, dx - s->origin.x, dy - s->origin.y);
    if (item->kind == ZT_ITEM_GLYPHS && !s->has_name)
        see_words(s, (const zt_glyphs *)item, box);
    if (item->kind == ZT_ITEM_PATH && s->mark.w <= 0 && is_mark_of(s, (const zt_path *)item))
        s->mark = box;
}

/* The middle of the longest piece of an arrow, as a mark one point across. */
static void seek_arrow(void *self, const zt_item *item, double dx, double dy)
{
    seeker *s = self;
    const zt_path *path = (const zt_path *)item;
    if (item->kind != ZT_ITEM_PATH || path->fill.ink || !path->stroke.ink ||
        !zt_drawn_same_place(item->at, s->annotation->at))
        return;
    double longest = 0;
    for (size_t i = 1; i < path->seg_count; i++) {
        zt_point a = path->segs[i - 1].p[0], b = path->segs[i].p[0];
        double length = hypot(b.x - a.x, b.y - a.y);
        if (length > longest)
            s->mark = zt_drawn_moved((zt_rect){(a.x + b.x - 1) / 2, (a.y + b.y - 1) / 2, 1, 1},
                                     dx - s->origin.x, dy - s->origin.y);
        longest = zt_max(longest, length);
    }
}

/* ---- the place ---- */

/* Type, lines, and marks that a ring would hide a good part of. */
static void note_obstacle(void *self, const zt_item *item, double dx, double dy)
{
    obstacles *o = self;
    dx -= o->origin.x;
    dy -= o->origin.y;
    zt_rect box = zt_drawn_moved(item->box, dx, dy);
    const zt_path *path = (const zt_path *)item;
    const char *part = item->kind == ZT_ITEM_GROUP ? ((const zt_group *)item)->part : NULL;
    o->panels += part && strcmp(part, "panel") == 0;
    if (item->kind == ZT_ITEM_PATH && path->stroke.ink)
        zt_drawn_add_pieces(o->arena, &o->pieces, path, dx, dy);
    if (item->kind == ZT_ITEM_GLYPHS)
        box = zt_drawn_type((const zt_glyphs *)item, dx, dy);
    bool mark = item->kind == ZT_ITEM_PATH && path->fill.ink;
    if (mark && zt_min(box.w, box.h) >= ROOMY * o->ring)
        ZT_PUSH(o->arena, &o->roomy, box);
    else if (mark || item->kind == ZT_ITEM_GLYPHS)
        ZT_PUSH(o->arena, &o->rects, box);
}

/* All that a ring beside this name or mark keeps off: it may lie in a tile that the name lies in.
 */
static zt_obstacles in_the_way(obstacles *o, zt_rect own)
{
    size_t count = o->rects.count;
    zt_rect *rects = ZT_ARRAY(o->arena, count + o->roomy.count + 1, zt_rect);
    for (size_t i = 0; i < count; i++)
        rects[i] = o->rects.items[i];
    for (size_t i = 0; i < o->roomy.count; i++)
        if (!zt_drawn_holds(o->roomy.items[i], own))
            rects[count++] = o->roomy.items[i];
    return (zt_obstacles){rects, count, o->pieces.items, o->pieces.count};
}

/* How far apart they are, 0 where they meet. */
static double distance(zt_rect a, zt_rect b)
{
    double dx = zt_max(0, zt_max(a.x - zt_rect_right(b), b.x - zt_rect_right(a)));
    double dy = zt_max(0, zt_max(a.y - zt_rect_foot(b), b.y - zt_rect_foot(a)));
    return hypot(dx, dy);
}

/* The place of the ring next to the end of the name, else to its beginning, else to the mark; false
   when there is none at most `farthest` away. */
static bool find_place(const seeker *s, obstacles *o, zt_rect frame, double farthest,
                       zt_rect *place)
{
    zt_rect size = {0, 0, o->ring, o->ring}, name = s->name, mark = s->mark;
    zt_point ends[] = {{zt_rect_right(name), name.y + name.h / 2},
                       {name.x, name.y + name.h / 2},
                       {mark.x + mark.w / 2, mark.y + mark.h / 2}};
    for (size_t i = s->has_name ? 0 : 2; i < 3; i++) {
        zt_rect own = i < 2 ? name : mark;
        zt_obstacles all = in_the_way(o, own);
        if (own.w > 0 && zt_room_near(o->arena, &all, frame, ends[i], size, CLEAR, place) &&
            distance(own, *place) <= farthest)
            return true;
    }
    return false;
}

/* The place of a number at its arrow; false for other annotations, and where there is no room. */
static bool place_at_arrow(const zt_chart *chart, const zt_annotation *annotation,
                           const zt_group *plot, obstacles *o, zt_rect frame, zt_rect *place)
{
    seeker s = {.data = chart->data, .annotation = annotation, .origin = o->origin};
    if (annotation->has_from)
        zt_scene_walk(plot, &(zt_visitor){.self = &s, .enter = seek_arrow});
    if (s.mark.w <= 0 || !find_place(&s, o, frame, FARTHEST * o->ring, place))
        return false;
    ZT_PUSH(o->arena, &o->rects, *place);
    return true;
}

/* Finds the place of one annotation's number, which then stands in the way of the next. A number
   that was `promised` stands farther off rather than nowhere, and on other type, of which the
   page's checks tell, rather than not at all. */
static bool place_number(const zt_chart *chart, const zt_annotation *annotation,
                         const zt_group *plot, obstacles *o, zt_rect frame, bool promised,
                         zt_rect *place)
{
    seeker s = {.data = chart->data, .annotation = annotation, .origin = o->origin};
    if (place_at_arrow(chart, annotation, plot, o, frame, place))
        return true;
    size_t item = zt_annotation_item(chart->data, annotation);
    if (item < chart->data->item_count)
        s.item = &chart->data->items[item];
    zt_scene_walk(plot, &(zt_visitor){.self = &s, .enter = seek});
    if (!find_place(&s, o, frame, FARTHEST * o->ring, place)) {
        if (!promised)
            return false;
        zt_rect own = s.has_name ? s.name : s.mark;
        if (!find_place(&s, o, frame, INFINITY, place))
            *place = (zt_rect){zt_clamp(zt_rect_right(own), 0, frame.w - o->ring),
                               zt_clamp(own.y, 0, frame.h - o->ring), o->ring, o->ring};
    }
    ZT_PUSH(o->arena, &o->rects, *place);
    return true;
}

/* The same where the name stands once more, in a further panel; false where it does not, or has no
   room beside it. */
static bool place_again(const zt_chart *chart, const zt_annotation *annotation,
                        const zt_group *plot, obstacles *o, zt_rect frame, size_t panel,
                        zt_rect *place)
{
    seeker s = {.data = chart->data, .annotation = annotation, .origin = o->origin, .pass = panel};
    zt_scene_walk(plot, &(zt_visitor){.self = &s, .enter = seek});
    if (!s.has_name || !find_place(&s, o, frame, FARTHEST * o->ring, place))
        return false;
    ZT_PUSH(o->arena, &o->rects, *place);
    return true;
}

static obstacles obstacles_of(const zt_chart *chart, const zt_group *plot)
{
    obstacles o = {.arena = chart->setting->arena,
                   .ring = zt_note_number_size(chart),
                   .origin = {plot->dx, plot->dy}};
    zt_scene_walk(plot, &(zt_visitor){.self = &o, .enter = note_obstacle});
    return o;
}

/* ---- what a chart asks ---- */

/* Numbers in the order of the data for those that have a place; names for the others. */
static void number(const zt_chart *chart, const zt_group *plot, zt_rect frame, size_t *ties)
{
    const zt_chart_data *data = chart->data;
    obstacles o = obstacles_of(chart, plot);
    size_t count = 0;
    zt_rect place;
    for (size_t i = 0; i < data->annotation_count; i++)
        if (ties[i] > 0 && ties[i] != ZT_NOTE_NAMED)
            ties[i] = place_number(chart, &data->annotations[i], plot, &o, frame, false, &place)
                          ? ++count
                          : ZT_NOTE_NAMED;
}

/* All annotations that name one item or series, numbered as they come, where the kind does not tie
   them itself; how many. */
static size_t count_tied(const zt_chart_data *data, const zt_chart_kind *kind, size_t *ties)
{
    size_t count = 0;
    for (size_t i = 0; i < data->annotation_count && !kind->ties_notes; i++)
        if (zt_annotation_is_tied(&data->annotations[i]))
            ties[i] = ++count;
    return count;
}

/* The chart on a page of its own and with findings of its own. */
static zt_chart *trial_of(const zt_chart *chart, const size_t *ties, double width)
{
    zt_arena *arena = chart->setting->arena;
    zt_setting *setting = ZT_NEW(arena, zt_setting);
    zt_chart *trial = ZT_NEW(arena, zt_chart);
    *setting = *chart->setting;
    setting->diags = zt_diags_new(arena);
    setting->scene = zt_scene_new(arena, width, width);
    *trial = *chart;
    trial->setting = setting;
    trial->ties = ties;
    return trial;
}

/* Arrows first, then the numbers that keep off them; an arrow without words has no number unless it
   finds no way. */
static void try_plots(const zt_chart *trial, const zt_chart_kind *kind, double width, size_t *ties,
                      bool *lost)
{
    const zt_chart_data *data = trial->data;
    zt_chart_plan plan = kind->plan(trial, width);
    const double heights[] = {plan.extent.height, plan.extent.ceiling};
    zt_group *plots[2];
    for (size_t i = 0; i < 2; i++) {
        plots[i] = zt_scene_detached(trial->setting->scene);
        kind->draw(&plan, heights[i], plots[i]);
        if (plan.has_arrows)
            zt_arrow_marks_missed(trial, plots[i], lost);
        else
            zt_arrow_marks_draw(trial, plots[i], width, heights[i], lost);
    }
    for (size_t i = 0; i < data->annotation_count; i++)
        if (!lost[i] && !zt_annotation_has_words(trial, &data->annotations[i]))
            ties[i] = 0;
    for (size_t i = 0; i < 2 && trial->ties; i++)
        number(trial, plots[i], (zt_rect){0, 0, width, heights[i]}, ties);
}

void zt_note_marks_plan(zt_chart *chart, const zt_chart_kind *kind, double width)
{
    const zt_chart_data *data = chart->data;
    zt_arena *arena = chart->setting->arena;
    size_t *ties = ZT_ARRAY(arena, data->annotation_count + 1, size_t);
    bool *lost = ZT_ARRAY(arena, data->annotation_count + 1, bool);
    bool tied = count_tied(data, kind, ties) > 0;
    if (!tied && !zt_arrow_marks_asked(data))
        return;
    const zt_chart *trial = trial_of(chart, tied ? ties : NULL, width);
    try_plots(trial, kind, width, ties, lost);
    chart->ties = trial->ties;
    chart->lost = lost;
}

void zt_note_marks_draw(const zt_chart *chart, zt_group *plot, double width, double height)
{
    const zt_chart_data *data = chart->data;
    if (!chart->ties)
        return;
    obstacles o = obstacles_of(chart, plot);
    zt_rect frame = {0, 0, width, height}, place;
    zt_group *layer = NULL;
    for (size_t i = 0; i < data->annotation_count; i++) {
        const zt_annotation *annotation = &data->annotations[i];
        if (chart->ties[i] == 0 || chart->ties[i] == ZT_NOTE_NAMED ||
            !place_number(chart, annotation, plot, &o, frame, true, &place))
            continue;
        if (!layer)
            layer = zt_mark_layer(chart, plot, "numbers", width, height);
        zt_note_number_place(chart, layer, annotation->at, chart->ties[i], place);
        for (size_t k = 1; k < o.panels; k++)
            if (place_again(chart, annotation, plot, &o, frame, k, &place))
                zt_note_number_place(chart, layer, annotation->at, chart->ties[i], place);
    }
}
