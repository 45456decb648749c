/* gen/preflight/squint.c — squares of grey from a scene. A run of type counts as a grey box as dark
   as its weight makes it, a path by the share of its box that it covers: at that size no eye sees
   more. Items are laid over one another in the order in which they are painted. */
#include "preflight/squint.h"

#include <math.h>
#include <string.h>

#include "font/font.h"

/* A ground is lighter than this (points of grey) and larger than this share of the page. */
static const double GROUND_GREY = 12, GROUND_SHARE = 0.04;
/* Squares down at the most: a long page for a phone is looked at with larger squares. */
enum { DOWN_MOST = 400 };

/* The page while it is gone over. */
typedef struct squint_walk {
    zt_squint *s;
    double *most; /* what of[] paints of each square */
    double page;  /* area of the page, square points */
    /* Blocks of photographs that are open, and what the axis of the open chart spans. */
    size_t photos;
    zt_rect axis;
    size_t axes, lines; /* open layers */
} squint_walk;

/* ---- how much of its box an item covers ---- */

/* Twice the area under one step of an outline, as of a polygon of end points. */
static double under(zt_point a, zt_point b)
{
    return a.x * b.y - b.x * a.y;
}

/* The area inside the outlines, and their length. */
static void measure_outline(const zt_path *path, double *area, double *length)
{
    zt_point start = {0}, pen = {0};
    double twice = 0;
    *length = 0;
    for (size_t i = 0; i < path->seg_count; i++) {
        const zt_seg *seg = &path->segs[i];
        zt_point to = seg->kind == ZT_SEG_CLOSE   ? start
                      : seg->kind == ZT_SEG_CURVE ? seg->p[2]
                                                  : seg->p[0];
        if (seg->kind == ZT_SEG_MOVE) {
            twice += under(pen, start);
            start = to;
        } else {
            twice += under(pen, to);
            *length += hypot(to.x - pen.x, to.y - pen.y);
        }
        pen = to;
    }
    *area = fabs(twice + under(pen, start)) / 2;
}

/* 0..1 of the box, for the fill and the stroke. */
static void path_cover(const zt_path *path, double *fill, double *stroke)
{
    double area, length, box = zt_max(path->item.box.w * path->item.box.h, 0.01);
    measure_outline(path, &area, &length);
    *fill = path->fill.ink ? zt_min(area / box, 1) : 0;
    *stroke = path->stroke.ink ? zt_min(length * path->width / box, 1) : 0;
}

/* Han of weight 400 covers about a quarter of its em, of weight 900 two fifths. */
static double type_cover(const zt_glyphs *run)
{
    return 0.13 + 0.3 * zt_face_weight(run->face) / 900;
}

/* ---- squares ---- */

/* How much of [from, from + 1) lies in [low, high). */
static double share(double from, double low, double high)
{
    double left = zt_max(from, low), right = zt_min(from + 1, high);
    return right > left ? right - left : 0;
}

/* Lays a grey over the squares of the box, of which it covers a share. */
static void lay(squint_walk *w, const zt_item *item, zt_rect box, double cover, double grey)
{
    zt_squint *s = w->s;
    double left = (box.x - s->area.x) / s->side, right = left + box.w / s->side;
    double top = (box.y - s->area.y) / s->side, foot = top + box.h / s->side;
    for (int y = (int)zt_max(top, 0); y < s->down && y < foot; y++)
        for (int x = (int)zt_max(left, 0); x < s->across && x < right; x++) {
            double part = cover * share(x, left, right) * share(y, top, foot);
            size_t at = (size_t)(y * s->across + x);
            s->grey[at] += part * (grey - s->grey[at]);
            if (part * grey >= w->most[at] && part * grey > 0) {
                w->most[at] = part * grey;
                s->of[at] = item;
            }
        }
}

void zt_squint_say(zt_squint *s, zt_rect box)
{
    int left = (int)((box.x - s->area.x) / s->side), top = (int)((box.y - s->area.y) / s->side);
    int right = (int)((zt_rect_right(box) - s->area.x) / s->side);
    int foot = (int)((zt_rect_foot(box) - s->area.y) / s->side);
    for (int y = top < 0 ? 0 : top; y <= foot && y < s->down; y++)
        for (int x = left < 0 ? 0 : left; x <= right && x < s->across; x++)
            s->said[y * s->across + x] = true;
}

/* Panels, and outlines around others, say nothing themselves. */
static bool is_ground(const squint_walk *w, const zt_path *path)
{
    bool large = path->item.box.w * path->item.box.h > GROUND_SHARE * w->page;
    if (!path->fill.ink)
        return large && path->seg_count > 0 && path->segs[path->seg_count - 1].kind == ZT_SEG_CLOSE;
    return large && zt_paint_grey(path->fill) < GROUND_GREY;
}

static void lay_path(squint_walk *w, const zt_path *path, zt_rect box)
{
    double fill, stroke;
    path_cover(path, &fill, &stroke);
    if (fill > 0)
        lay(w, &path->item, box, fill, zt_paint_grey(path->fill));
    if (stroke > 0)
        lay(w, &path->item, box, stroke, zt_paint_grey(path->stroke));
    if (!is_ground(w, path))
        zt_squint_say(w->s, box);
}

static bool is_named(const char *name, const char *wanted)
{
    return name && strcmp(name, wanted) == 0;
}

/* Heads, those of blocks too, and credits are lines of their own, however short. */
static void enter_group(squint_walk *w, const zt_group *group, zt_rect box)
{
    w->photos += is_named(group->block, "photo");
    w->axes += is_named(group->layer, "axis");
    w->lines += is_named(group->layer, "lines");
    if (group->block)
        w->axis = (zt_rect){0};
    const char *name = group->block ? group->block : group->part;
    if (name && zt_str_in_words(zt_str_from(name), "kicker title deck head asof credits"))
        zt_squint_say(w->s, box);
}

/* The room between lines and their axis is the drawing itself; an annotation takes the room beside
   its bars. */
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    squint_walk *w = self;
    zt_rect box = {group->item.box.x + dx, group->item.box.y + dy, group->item.box.w,
                   group->item.box.h};
    w->photos -= is_named(group->block, "photo");
    w->axes -= is_named(group->layer, "axis");
    w->lines -= is_named(group->layer, "lines");
    if (is_named(group->layer, "lines"))
        zt_squint_say(w->s, w->axis);
    if (is_named(group->part, "annotation"))
        zt_squint_say(w->s, zt_rect_union(w->axis, box));
}

/* Pictures, and the frames of those still to come, are said but paint no grey: what is dark in them
   is not the desk's. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    squint_walk *w = self;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (item->kind == ZT_ITEM_GROUP)
        enter_group(w, (const zt_group *)item, box);
    if (item->kind == ZT_ITEM_GROUP || item->kind == ZT_ITEM_LINK)
        return;
    if (w->axes > 0 || w->lines > 0)
        w->axis = zt_rect_union(w->axis, box);
    if (item->kind == ZT_ITEM_PATH && w->photos == 0) {
        lay_path(w, (const zt_path *)item, box);
        return;
    }
    if (item->kind == ZT_ITEM_GLYPHS && w->photos == 0) {
        const zt_glyphs *run = (const zt_glyphs *)item;
        lay(w, item, box, type_cover(run), zt_paint_grey(run->paint));
    }
    zt_squint_say(w->s, box);
}

zt_squint zt_squint_at(zt_arena *arena, const zt_scene *page, zt_rect area)
{
    zt_squint s = {.area = area, .across = ZT_SQUINT_ACROSS};
    s.side = zt_max(area.w / ZT_SQUINT_ACROSS, area.h / DOWN_MOST);
    s.down = (int)zt_max(ceil(area.h / s.side - 0.5), 1);
    size_t count = (size_t)(s.across * s.down);
    s.grey = ZT_ARRAY(arena, count, double);
    s.said = ZT_ARRAY(arena, count, bool);
    s.of = ZT_ARRAY(arena, count, const zt_item *);
    squint_walk w = {
        .s = &s, .most = ZT_ARRAY(arena, count, double), .page = page->width * page->height};
    zt_visitor visitor = {.self = &w, .enter = enter, .leave = leave};
    zt_scene_walk(page->root, &visitor);
    return s;
}

/* For each row the free heights above it, and for each square the widest run that is at least as
   high. */
zt_squares zt_largest_free(const bool *taken, int across, int down)
{
    int heights[64] = {0};
    zt_squares best = {0};
    for (int y = 0; y < down; y++) {
        for (int x = 0; x < across; x++)
            heights[x] = taken[y * across + x] ? 0 : heights[x] + 1;
        for (int x = 0; x < across; x++) {
            int low = heights[x];
            for (int k = x; k >= 0 && low > 0; k--) {
                low = heights[k] < low ? heights[k] : low;
                if ((long)low * (x - k + 1) > (long)best.w * best.h)
                    best = (zt_squares){k, y - low + 1, x - k + 1, low};
            }
        }
    }
    return best;
}

zt_rect zt_squint_rect(const zt_squint *s, zt_squares q)
{
    return (zt_rect){s->area.x + q.x * s->side, s->area.y + q.y * s->side, q.w * s->side,
                     q.h * s->side};
}
