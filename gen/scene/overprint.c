/* gen/scene/overprint.c — the ink of a page, painting by painting. Outlines are followed as
   polygons of chords, strokes as rectangles along them: what lies on what is asked at points, not
   of boxes.
 */
#include "scene/overprint.h"

#include <math.h>
#include <stdint.h>

bool zt_paint_overprints(zt_paint paint)
{
    const zt_ink *ink = paint.ink;
    if (!ink || !ink->overprint || ink->paper || ink->spot)
        return false;
    return ink->cmyk[0] <= 0 && ink->cmyk[1] <= 0 && ink->cmyk[2] <= 0 &&
           ink->cmyk[3] * paint.tint > 0;
}

bool zt_path_overprints(const zt_path *path)
{
    return !path->knocks_out && zt_paint_overprints(path->stroke);
}

bool zt_glyphs_overprint(const zt_glyphs *run, double size)
{
    const double near = 0.001;
    return zt_paint_overprints(run->paint) && (size <= 0 || run->size < size - near);
}

/* ---- the list ---- */

/* The page while it is gone over. */
typedef struct gathering {
    zt_arena *arena;
    zt_inked_list list;
    double size;
} gathering;

static zt_rect clipped(zt_rect box, const zt_rect *clip, double dx, double dy)
{
    if (!clip)
        return box;
    double x = zt_max(box.x, clip->x + dx), y = zt_max(box.y, clip->y + dy);
    double right = zt_min(zt_rect_right(box), zt_rect_right(*clip) + dx),
           foot = zt_min(zt_rect_foot(box), zt_rect_foot(*clip) + dy);
    return (zt_rect){x, y, zt_max(right - x, 0), zt_max(foot - y, 0)};
}

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    gathering *l = self;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    zt_inked one = {.item = item, .box = box, .dx = dx, .dy = dy};
    if (item->kind == ZT_ITEM_PATH) {
        const zt_path *path = (const zt_path *)item;
        one.box = clipped(box, path->clip, dx, dy);
        one.paint = path->fill;
        if (path->fill.ink)
            ZT_PUSH(l->arena, &l->list, one);
        one.paint = path->stroke;
        one.stroke = true;
        one.over = zt_path_overprints(path);
        if (path->stroke.ink && path->width > 0)
            ZT_PUSH(l->arena, &l->list, one);
    } else if (item->kind == ZT_ITEM_GLYPHS) {
        one.paint = ((const zt_glyphs *)item)->paint;
        one.over = zt_glyphs_overprint((const zt_glyphs *)item, l->size);
        ZT_PUSH(l->arena, &l->list, one);
    } else if (item->kind == ZT_ITEM_IMAGE) {
        ZT_PUSH(l->arena, &l->list, one);
    }
}

zt_inked_list zt_inked_of(zt_arena *arena, const zt_scene *page, double size)
{
    gathering l = {.arena = arena, .size = size};
    zt_visitor visitor = {.self = &l, .enter = enter};
    zt_scene_walk(page->root, &visitor);
    return l.list;
}

double zt_inked_ink(const zt_inked *over, const zt_inked *below)
{
    double sum = zt_paint_coverage(over->paint);
    for (int i = 0; below && below->paint.ink && i < 3; i++)
        sum += 100 * below->paint.ink->cmyk[i] * below->paint.tint;
    return sum;
}

/* ---- outlines as chords ---- */

enum { CHORDS = 16 };

/* Called with each chord, in the frame of the page. */
typedef void chord_fn(void *self, zt_point a, zt_point b);

static zt_point on_curve(zt_point a, const zt_point p[3], double t)
{
    double u = 1 - t, w0 = u * u * u, w1 = 3 * u * u * t, w2 = 3 * u * t * t, w3 = t * t * t;
    return (zt_point){w0 * a.x + w1 * p[0].x + w2 * p[1].x + w3 * p[2].x,
                      w0 * a.y + w1 * p[0].y + w2 * p[1].y + w3 * p[2].y};
}

/* `closes`: an open outline is closed, as a fill is. */
static void follow(const zt_inked *one, bool closes, chord_fn *chord, void *self)
{
    const zt_path *path = (const zt_path *)one->item;
    zt_point start = {0}, pen = {0}, move = {one->dx, one->dy};
    for (size_t i = 0; i < path->seg_count; i++) {
        const zt_seg *seg = &path->segs[i];
        zt_point p[3];
        for (int k = 0; k < 3; k++)
            p[k] = (zt_point){seg->p[k].x + move.x, seg->p[k].y + move.y};
        if (seg->kind == ZT_SEG_MOVE) {
            if (closes)
                chord(self, pen, start);
            start = pen = p[0];
            continue;
        }
        for (int k = 1; seg->kind == ZT_SEG_CURVE && k < CHORDS; k++)
            chord(self, on_curve(pen, p, (double)(k - 1) / CHORDS),
                  on_curve(pen, p, (double)k / CHORDS));
        zt_point to = seg->kind == ZT_SEG_CLOSE ? start : p[seg->kind == ZT_SEG_CURVE ? 2 : 0];
        chord(self, seg->kind == ZT_SEG_CURVE ? on_curve(pen, p, (CHORDS - 1.0) / CHORDS) : pen,
              to);
        pen = to;
    }
    if (closes)
        chord(self, pen, start);
}

/* A point, and what the chords say of it. */
typedef struct probe {
    zt_point at;
    int winding;      /* of fills: not 0 is inside */
    double half;      /* of strokes: half their width */
    bool round, near; /* round caps; a chord is near enough */
} probe;

/* A chord that crosses the ray to the right of the point winds it once. */
static void wind(void *self, zt_point a, zt_point b)
{
    probe *q = self;
    if ((a.y <= q->at.y) == (b.y <= q->at.y))
        return;
    double x = a.x + (q->at.y - a.y) / (b.y - a.y) * (b.x - a.x);
    if (x > q->at.x)
        q->winding += a.y < b.y ? 1 : -1;
}

/* A stroke covers what lies beside its chord within half its width. */
static void come_near(void *self, zt_point a, zt_point b)
{
    probe *q = self;
    double dx = b.x - a.x, dy = b.y - a.y, length = hypot(dx, dy);
    double along = length > 0 ? ((q->at.x - a.x) * dx + (q->at.y - a.y) * dy) / length : 0;
    double most = q->round ? q->half : 0;
    if (along < -most || along > length + most)
        return;
    double on = zt_clamp(along, 0, length);
    double x = a.x + (length > 0 ? dx / length * on : 0),
           y = a.y + (length > 0 ? dy / length * on : 0);
    q->near = q->near || hypot(q->at.x - x, q->at.y - y) <= q->half;
}

static bool box_holds(zt_rect box, zt_point at)
{
    return at.x >= box.x && at.y >= box.y && at.x <= zt_rect_right(box) &&
           at.y <= zt_rect_foot(box);
}

bool zt_inked_holds(const zt_inked *one, zt_point at)
{
    if (!box_holds(one->box, at))
        return false;
    if (one->item->kind != ZT_ITEM_PATH)
        return true;
    const zt_path *path = (const zt_path *)one->item;
    probe q = {.at = at, .half = path->width / 2, .round = path->cap == ZT_CAP_ROUND};
    follow(one, !one->stroke, one->stroke ? come_near : wind, &q);
    return one->stroke ? q.near : q.winding != 0;
}

/* Type never hides an area: it is looked through. */
bool zt_inked_is_seen(const zt_inked_list *list, size_t below, size_t except, zt_point at)
{
    if (!zt_inked_holds(&list->items[below], at))
        return false;
    for (size_t i = below + 1; i < list->count; i++) {
        const zt_inked *one = &list->items[i];
        if (i != except && !one->over && one->item->kind != ZT_ITEM_GLYPHS &&
            zt_inked_holds(one, at))
            return false;
    }
    return true;
}

/* ---- a stroke on what lies below ---- */

enum { STEPS = 64 };

/* Where the two meet, while the stroke is followed. */
typedef struct meeting {
    const zt_inked_list *list;
    size_t over, below;
    zt_point where;
    bool found;
} meeting;

/* Whether the points between a and b reach into a box that is `by` larger on all sides. */
static bool reaches(zt_rect box, zt_point a, zt_point b, double by)
{
    return zt_max(a.x, b.x) >= box.x - by && zt_min(a.x, b.x) <= zt_rect_right(box) + by &&
           zt_max(a.y, b.y) >= box.y - by && zt_min(a.y, b.y) <= zt_rect_foot(box) + by;
}

/* The middle of the stroke and, since an axis may stand on the very edge of its bars, both of its
   sides. */
static void try_chord(void *self, zt_point a, zt_point b)
{
    meeting *m = self;
    const zt_inked *over = &m->list->items[m->over], *below = &m->list->items[m->below];
    double half = ((const zt_path *)over->item)->width / 2, length = hypot(b.x - a.x, b.y - a.y);
    if (m->found || length <= 0 || !reaches(below->box, a, b, half))
        return;
    const double inside = 0.9; /* of half the width */
    double nx = -(b.y - a.y) / length * half * inside, ny = (b.x - a.x) / length * half * inside;
    for (int i = 0; i <= STEPS && !m->found; i++)
        for (int side = -1; side <= 1 && !m->found; side++) {
            double t = (double)i / STEPS;
            zt_point at = {a.x + t * (b.x - a.x) + side * nx, a.y + t * (b.y - a.y) + side * ny};
            m->found = box_holds(over->box, at) && zt_inked_is_seen(m->list, m->below, m->over, at);
            m->where = at;
        }
}

bool zt_inked_meet(const zt_inked_list *list, size_t over, size_t below, zt_point *where)
{
    meeting m = {.list = list, .over = over, .below = below};
    follow(&list->items[over], false, try_chord, &m);
    *where = m.where;
    return m.found;
}

void zt_scene_knock_out(zt_arena *arena, zt_scene *page, double size, double limit)
{
    zt_inked_list list = zt_inked_of(arena, page, size);
    for (size_t i = 0; limit > 0 && i < list.count; i++) {
        const zt_inked *over = &list.items[i];
        zt_point where;
        for (size_t k = 0; over->over && over->stroke && k < i; k++)
            if (!list.items[k].over && zt_inked_ink(over, &list.items[k]) > limit + 1e-6 &&
                zt_inked_meet(&list, i, k, &where)) {
                /* The page is its maker's own. */
                ((zt_path *)(uintptr_t)over->item)->knocks_out = true;
                break;
            }
    }
}
