/* gen/scene/hatch.c — hatching: lines across an outline of any shape, one by one cut where they
   enter and leave it (non-zero winding), so that every output draws plain strokes and none needs a
   clip. */
#include "scene/hatch.h"

#include <math.h>
#include <stdlib.h>

/* Points: the edge about a hatched area; the least thickness that is hatched; the finest line that
   prints. */
static const double EDGE = ZT_MM(0.2), THIN = ZT_MM(0.8), FINEST = ZT_MM(0.1);
static const double ROOT_HALF = 0.70710678118654752;
enum { PIECES = 12 }; /* straight pieces of a curve: off by less than 0.01 of a quarter circle */

/* A straight edge of the outline, in the frame turned by 45 degrees: lines of the hatching have one
   `across` and run in `along`. */
typedef struct outline_edge {
    double across[2], along[2];
} outline_edge;
typedef ZT_VEC(outline_edge) outline_edges;

/* Where a line meets the outline: +1 where the outline goes to higher `across`. */
typedef struct crossing {
    double along;
    int winding;
} crossing;

static void add_edge(zt_arena *arena, outline_edges *list, zt_point from, zt_point to)
{
    outline_edge one = {{(from.x - from.y) * ROOT_HALF, (to.x - to.y) * ROOT_HALF},
                        {(from.x + from.y) * ROOT_HALF, (to.x + to.y) * ROOT_HALF}};
    ZT_PUSH(arena, list, one);
}

static zt_point curve_at(zt_point from, const zt_point p[3], double t)
{
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (zt_point){a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                      a * from.y + b * p[0].y + c * p[1].y + d * p[2].y};
}

/* All contours as straight edges; each is closed, as fills are. */
static outline_edges edges_of(zt_arena *arena, const zt_path *path)
{
    outline_edges list = {0};
    zt_point start = {0, 0}, at = start;
    for (size_t i = 0; i < path->seg_count; i++) {
        const zt_seg *seg = &path->segs[i];
        zt_point end = seg->kind == ZT_SEG_CURVE ? seg->p[2] : seg->p[0];
        if (seg->kind == ZT_SEG_MOVE || seg->kind == ZT_SEG_CLOSE) {
            add_edge(arena, &list, at, start);
            start = at = seg->kind == ZT_SEG_MOVE ? end : start;
            continue;
        }
        const zt_point from = at;
        for (int k = 1; seg->kind == ZT_SEG_CURVE && k < PIECES; k++) {
            zt_point next = curve_at(from, seg->p, (double)k / PIECES);
            add_edge(arena, &list, at, next);
            at = next;
        }
        add_edge(arena, &list, at, end);
        at = end;
    }
    add_edge(arena, &list, at, start);
    return list;
}

static int by_along(const void *a, const void *b)
{
    const crossing *x = a, *y = b;
    return x->along < y->along ? -1 : x->along > y->along ? 1 : x->winding - y->winding;
}

/* One line of the hatching: from where it is inside to where it is not. `met` has room for a
   crossing an edge. */
static void add_line(zt_path *into, const outline_edges *list, double across, crossing *met)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const outline_edge *e = &list->items[i];
        double a = e->across[0], b = e->across[1];
        if ((a <= across) == (b <= across))
            continue;
        double t = (across - a) / (b - a);
        met[count++] =
            (crossing){e->along[0] + t * (e->along[1] - e->along[0]), a <= across ? 1 : -1};
    }
    qsort(met, count, sizeof *met, by_along);
    int inside = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        inside += met[i].winding;
        double from = met[i].along, to = met[i + 1].along;
        if (inside == 0 || to <= from)
            continue;
        zt_path_move(into, (from + across) * ROOT_HALF, (from - across) * ROOT_HALF);
        zt_path_line(into, (to + across) * ROOT_HALF, (to - across) * ROOT_HALF);
    }
}

/* A tint is a share of the ink, so its lines are thinner; below the finest they stand wider apart.
 */
static void trace_lines(zt_path *lines, const zt_path *area, zt_arena *arena)
{
    const zt_ink *ink = area->fill.ink;
    double weight = ink->hatch * area->fill.tint, pitch = ink->pitch;
    if (weight < FINEST) {
        pitch *= FINEST / zt_max(weight, FINEST / 8);
        weight = FINEST;
    }
    outline_edges list = edges_of(arena, area);
    crossing *met = ZT_ARRAY(arena, list.count + 1, crossing);
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < list.count; i++)
        for (int k = 0; k < 2; k++) {
            low = zt_min(low, list.items[i].across[k]);
            high = zt_max(high, list.items[i].across[k]);
        }
    for (double across = low + pitch / 2; across < high; across += pitch)
        add_line(lines, &list, across, met);
    lines->stroke = ZT_SOLID(ink);
    lines->width = weight;
}

/* Four straight sides, as zt_path_rect traces them. */
static bool is_rect(const zt_path *path)
{
    for (size_t i = 0; i < path->seg_count; i++)
        if (path->segs[i].kind == ZT_SEG_CURVE)
            return false;
    return path->seg_count == 5 && path->segs[4].kind == ZT_SEG_CLOSE;
}

/* The edge of a rectangle lies inside, so that a bar keeps its length. */
static void draw_edge(zt_path *area)
{
    zt_rect box = area->item.box;
    if (area->stroke.ink)
        return;
    area->stroke = ZT_SOLID(area->fill.ink);
    area->width = EDGE;
    if (!is_rect(area))
        return;
    area->seg_count = 0;
    zt_path_rect(area, (zt_rect){box.x + EDGE / 2, box.y + EDGE / 2, box.w - EDGE, box.h - EDGE});
}

static bool is_hatched(const zt_path *path)
{
    return path->fill.ink && path->fill.ink->hatch > 0 && path->fill.tint > 0 &&
           zt_min(path->item.box.w, path->item.box.h) >= THIN;
}

/* ---- the page ---- */

/* White about type that stands on lines, points. */
static const double HALO = ZT_MM(0.4);

/* The walk over the page; boxes of type in its frame. */
typedef struct hatching {
    zt_scene *scene;
    ZT_VEC(zt_rect) type;
    /* What follows an area in its group. */
    zt_item *last;
    zt_group *group;
} hatching;

static void note_type(void *self, const zt_item *item, double dx, double dy)
{
    hatching *h = self;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    zt_rect box = {item->box.x + dx - HALO, item->box.y + dy, item->box.w + 2 * HALO, item->box.h};
    ZT_PUSH(h->scene->arena, &h->type, box);
}

/* Puts the path behind what was last put into the group. */
static void follow(hatching *h, zt_path *path)
{
    zt_path_done(path);
    path->item.next = h->last->next;
    h->last->next = &path->item;
    if (h->group->last == h->last)
        h->group->last = &path->item;
    h->last = &path->item;
}

static zt_path *new_path(hatching *h, zt_pos at)
{
    return zt_scene_add_path(h->scene, zt_scene_detached(h->scene), at);
}

/* Paper below type, as far as the area goes: lines through figures cannot be read. */
static void clear_type(hatching *h, zt_rect box, zt_pos at, double dx, double dy)
{
    for (size_t i = 0; i < h->type.count; i++) {
        zt_rect type = h->type.items[i];
        double left = zt_max(type.x - dx, box.x + EDGE), top = zt_max(type.y - dy, box.y + EDGE);
        double right = zt_min(zt_rect_right(type) - dx, zt_rect_right(box) - EDGE);
        double foot = zt_min(zt_rect_foot(type) - dy, zt_rect_foot(box) - EDGE);
        if (right - left < HALO || foot - top < type.h / 2)
            continue;
        zt_path *plate = new_path(h, at);
        zt_path_rect(plate, (zt_rect){left, top, right - left, foot - top});
        plate->fill = ZT_SOLID(&zt_ink_paper);
        follow(h, plate);
    }
}

/* The lines follow the area in its group, so that what was painted over it stays over them. */
static void hatch_area(hatching *h, zt_path *area, double dx, double dy)
{
    zt_path *lines = new_path(h, area->item.at);
    trace_lines(lines, area, h->scene->arena);
    zt_rect box = area->item.box;
    draw_edge(area);
    area->fill = ZT_SOLID(&zt_ink_paper);
    zt_path_done(area);
    area->item.box = is_rect(area) ? box : area->item.box;
    h->last = &area->item;
    if (lines->seg_count > 0) {
        lines->clip = area->clip;
        follow(h, lines);
        lines->item.box = box; /* the flat ends of the lines lie under the edge */
    }
    clear_type(h, box, area->item.at, dx, dy);
}

static void hatch_group(hatching *h, zt_group *group, double dx, double dy)
{
    for (zt_item *item = group->first; item; item = item->next) {
        h->group = group;
        if (item->kind == ZT_ITEM_GROUP) {
            zt_group *inner = (zt_group *)item;
            hatch_group(h, inner, dx + inner->dx, dy + inner->dy);
        } else if (item->kind == ZT_ITEM_PATH && is_hatched((zt_path *)item)) {
            hatch_area(h, (zt_path *)item, dx, dy);
        }
    }
}

void zt_scene_hatch(zt_scene *scene)
{
    hatching h = {.scene = scene};
    zt_visitor visitor = {.self = &h, .enter = note_type};
    zt_scene_walk(scene->root, &visitor);
    hatch_group(&h, scene->root, scene->root->dx, scene->root->dy);
}
