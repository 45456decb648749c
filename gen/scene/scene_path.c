/* Paths: segments, shapes made of them, and the box of their ink. The box counts what a stroke adds
   at curves, joins and ends; beside curves it may be a little too large, but never too small. */
#include <math.h>

#include "scene/scene.h"

/* Control length of a quarter circle's Bezier, 4/3 (sqrt 2 - 1): error below 0.03 % of the radius.
 */
static const double quarter = 0.5522847498307936;
static const double pi = 3.14159265358979323846;

/* Appends a segment; the room doubles. */
static void add(zt_path *path, zt_seg seg)
{
    if (path->seg_count == path->seg_capacity) {
        size_t wanted = path->seg_capacity ? path->seg_capacity * 2 : 8;
        path->segs = zt_arena_grow(path->arena, path->segs, path->seg_count, wanted, sizeof seg);
        path->seg_capacity = wanted;
    }
    path->segs[path->seg_count++] = seg;
}

void zt_path_move(zt_path *path, double x, double y)
{
    add(path, (zt_seg){ZT_SEG_MOVE, {{x, y}}});
}

void zt_path_line(zt_path *path, double x, double y)
{
    zt_assert(path->seg_count > 0);
    add(path, (zt_seg){ZT_SEG_LINE, {{x, y}}});
}

void zt_path_curve(zt_path *path, zt_point c1, zt_point c2, zt_point end)
{
    zt_assert(path->seg_count > 0);
    add(path, (zt_seg){ZT_SEG_CURVE, {c1, c2, end}});
}

void zt_path_close(zt_path *path)
{
    zt_assert(path->seg_count > 0);
    add(path, (zt_seg){.kind = ZT_SEG_CLOSE});
}

void zt_path_rect(zt_path *path, zt_rect rect)
{
    double right = zt_rect_right(rect), foot = zt_rect_foot(rect);
    zt_path_move(path, rect.x, rect.y);
    zt_path_line(path, right, rect.y);
    zt_path_line(path, right, foot);
    zt_path_line(path, rect.x, foot);
    zt_path_close(path);
}

void zt_path_round_rect(zt_path *path, zt_rect r, double radius)
{
    double right = zt_rect_right(r), foot = zt_rect_foot(r);
    radius = zt_min(radius, zt_min(r.w, r.h) / 2);
    double k = radius * (1 - quarter);
    zt_path_move(path, r.x + radius, r.y);
    zt_path_line(path, right - radius, r.y);
    zt_path_curve(path, (zt_point){right - k, r.y}, (zt_point){right, r.y + k},
                  (zt_point){right, r.y + radius});
    zt_path_line(path, right, foot - radius);
    zt_path_curve(path, (zt_point){right, foot - k}, (zt_point){right - k, foot},
                  (zt_point){right - radius, foot});
    zt_path_line(path, r.x + radius, foot);
    zt_path_curve(path, (zt_point){r.x + k, foot}, (zt_point){r.x, foot - k},
                  (zt_point){r.x, foot - radius});
    zt_path_line(path, r.x, r.y + radius);
    zt_path_curve(path, (zt_point){r.x, r.y + k}, (zt_point){r.x + k, r.y},
                  (zt_point){r.x + radius, r.y});
    zt_path_close(path);
}

/* Four quarters from 3 o'clock on, clockwise on a page whose y points down. */
void zt_path_circle(zt_path *path, double cx, double cy, double r)
{
    double k = r * quarter;
    zt_path_move(path, cx + r, cy);
    zt_path_curve(path, (zt_point){cx + r, cy + k}, (zt_point){cx + k, cy + r},
                  (zt_point){cx, cy + r});
    zt_path_curve(path, (zt_point){cx - k, cy + r}, (zt_point){cx - r, cy + k},
                  (zt_point){cx - r, cy});
    zt_path_curve(path, (zt_point){cx - r, cy - k}, (zt_point){cx - k, cy - r},
                  (zt_point){cx, cy - r});
    zt_path_curve(path, (zt_point){cx + k, cy - r}, (zt_point){cx + r, cy - k},
                  (zt_point){cx + r, cy});
    zt_path_close(path);
}

/* A point of a circle; 0 is 12 o'clock, radians, clockwise on a page whose y points down. */
static zt_point on_circle(zt_point centre, double r, double angle)
{
    return (zt_point){centre.x + r * sin(angle), centre.y - r * cos(angle)};
}

/* From the current point, which lies at `from`; pieces of at most a quarter turn. */
static void arc(zt_path *path, zt_point centre, double r, double from, double to)
{
    int pieces = (int)ceil(fabs(to - from) / (pi / 2) - 1e-9);
    double step = pieces > 0 ? (to - from) / pieces : 0;
    double k = r * 4.0 / 3.0 * tan(step / 4);
    for (int i = 0; i < pieces; i++) {
        double a = from + step * i, b = i + 1 == pieces ? to : a + step;
        zt_point start = on_circle(centre, r, a), end = on_circle(centre, r, b);
        zt_path_curve(path, (zt_point){start.x + k * cos(a), start.y + k * sin(a)},
                      (zt_point){end.x - k * cos(b), end.y - k * sin(b)}, end);
    }
}

/* A whole ring has no radial edges: an outer contour and an inner one turned the other way, so that
   the non-zero rule leaves the hole. */
static void whole_ring(zt_path *path, zt_point centre, double inner, double outer)
{
    zt_path_circle(path, centre.x, centre.y, outer);
    if (inner <= 0)
        return;
    zt_point start = on_circle(centre, inner, 0);
    zt_path_move(path, start.x, start.y);
    arc(path, centre, inner, 0, -2 * pi);
    zt_path_close(path);
}

/* Outer arc clockwise, straight to the inner one, and back along it. A full turn is a ring, which
   has no straight edges. */
void zt_path_sector(zt_path *path, zt_point centre, double inner, double outer, double from_deg,
                    double to_deg)
{
    double from = from_deg * pi / 180, to = to_deg * pi / 180;
    if (fabs(to_deg - from_deg) >= 360 - 1e-9) {
        whole_ring(path, centre, inner, outer);
        return;
    }
    zt_point start = on_circle(centre, outer, from);
    zt_path_move(path, start.x, start.y);
    arc(path, centre, outer, from, to);
    zt_point turn = inner > 0 ? on_circle(centre, inner, to) : centre;
    zt_path_line(path, turn.x, turn.y);
    if (inner > 0)
        arc(path, centre, inner, to, from);
    zt_path_close(path);
}

/* The box that grows by what it must hold. */
typedef struct extent {
    double left, top, right, foot;
    bool any;
} extent;

/* Widens it to a point. */
static void reach(extent *e, double x, double y)
{
    e->left = e->any ? zt_min(e->left, x) : x;
    e->right = e->any ? zt_max(e->right, x) : x;
    e->top = e->any ? zt_min(e->top, y) : y;
    e->foot = e->any ? zt_max(e->foot, y) : y;
    e->any = true;
}

/* Widens it to a circle about the point: a round cap or join. */
static void reach_disc(extent *e, zt_point p, double r)
{
    reach(e, p.x - r, p.y - r);
    reach(e, p.x + r, p.y + r);
}

/* One coordinate of a cubic Bezier at t. */
static double bezier_at(double a, double b, double c, double d, double t)
{
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/* The parameters in (0, 1) where one coordinate of a Bezier turns; at most two. */
static int bezier_turns(const double v[4], double turns[2])
{
    double a = -v[0] + 3 * v[1] - 3 * v[2] + v[3], b = 2 * (v[0] - 2 * v[1] + v[2]),
           c = v[1] - v[0];
    double found[2];
    int found_count = 0, count = 0;
    if (fabs(a) < 1e-12) {
        if (fabs(b) > 1e-12)
            found[found_count++] = -c / b;
    } else if (b * b - 4 * a * c >= 0) {
        double root = sqrt(b * b - 4 * a * c);
        found[found_count++] = (-b + root) / (2 * a);
        found[found_count++] = (-b - root) / (2 * a);
    }
    for (int i = 0; i < found_count; i++)
        if (found[i] > 0 && found[i] < 1)
            turns[count++] = found[i];
    return count;
}

/* The stroke beside a curve is taken as a round pen's: off by nothing at its turning points, and
   never too small. */
static void reach_curve(extent *e, zt_point from, const zt_point p[3], double r)
{
    double xs[4] = {from.x, p[0].x, p[1].x, p[2].x}, ys[4] = {from.y, p[0].y, p[1].y, p[2].y};
    double turns[2];
    for (int axis = 0; axis < 2; axis++) {
        int count = bezier_turns(axis ? ys : xs, turns);
        for (int i = 0; i < count; i++)
            reach_disc(e,
                       (zt_point){bezier_at(xs[0], xs[1], xs[2], xs[3], turns[i]),
                                  bezier_at(ys[0], ys[1], ys[2], ys[3], turns[i])},
                       r);
    }
    reach_disc(e, from, r);
    reach_disc(e, p[2], r);
}

/* A straight stroke with flat ends: the four corners. */
static void reach_line(extent *e, zt_point a, zt_point b, double r)
{
    double length = hypot(b.x - a.x, b.y - a.y);
    double nx = length > 0 ? (b.y - a.y) / length * r : 0,
           ny = length > 0 ? (a.x - b.x) / length * r : 0;
    reach(e, a.x + nx, a.y + ny);
    reach(e, a.x - nx, a.y - ny);
    reach(e, b.x + nx, b.y + ny);
    reach(e, b.x - nx, b.y - ny);
}

/* The tip of a mitred join at `b`, unless it is longer than ZT_MITER_LIMIT allows. */
static void reach_join(extent *e, zt_point a, zt_point b, zt_point c, double r)
{
    double la = hypot(a.x - b.x, a.y - b.y), lc = hypot(c.x - b.x, c.y - b.y);
    if (la <= 0 || lc <= 0)
        return;
    double ux = (a.x - b.x) / la, uy = (a.y - b.y) / la, vx = (c.x - b.x) / lc,
           vy = (c.y - b.y) / lc;
    double half_sine = sqrt(zt_max(0, (1 - (ux * vx + uy * vy)) / 2));
    double wx = ux + vx, wy = uy + vy, lw = hypot(wx, wy);
    if (half_sine * ZT_MITER_LIMIT < 1 || lw < 1e-9)
        return;
    reach(e, b.x - wx / lw * r / half_sine, b.y - wy / lw * r / half_sine);
}

/* A stretch of the outline between two points where it has a direction at both ends. */
typedef struct outline_step {
    zt_point from, leaving, arriving, to;
} outline_step;

/* A path while its ink is measured; r is half the stroke's width, 0 without a stroke. */
typedef struct outline_walk {
    extent *e;
    double r;
    bool round;
    zt_point start;
    outline_step first, last;
    size_t count; /* stretches since the last move */
} outline_walk;

/* What a mitred join adds between two stretches; round ones are covered by their discs. */
static void join(outline_walk *w, const outline_step *before, const outline_step *after)
{
    if (w->r > 0 && !w->round)
        reach_join(w->e, before->arriving, before->to, after->leaving, w->r);
}

/* Remembers the stretch, for its join with the next and, at closing, of the last with the first.
 */
static void take(outline_walk *w, outline_step s)
{
    if (w->count)
        join(w, &w->last, &s);
    else
        w->first = s;
    w->last = s;
    w->count++;
}

/* A stretch of no length has no direction and adds nothing but its first point. */
static void line_to(outline_walk *w, zt_point from, zt_point to)
{
    if (from.x == to.x && from.y == to.y && w->count)
        return;
    reach_line(w->e, from, to, w->r);
    if (w->round) {
        reach_disc(w->e, from, w->r);
        reach_disc(w->e, to, w->r);
    }
    take(w, (outline_step){from, to, from, to});
}

/* Fill and stroke of all outlines; those that are not closed have flat or round ends. */
static void measure(outline_walk *w, const zt_path *path)
{
    zt_point pen = {0};
    for (size_t i = 0; i < path->seg_count; i++) {
        const zt_seg *seg = &path->segs[i];
        switch (seg->kind) {
        case ZT_SEG_MOVE:
            pen = w->start = seg->p[0];
            w->count = 0;
            break;
        case ZT_SEG_LINE:
            line_to(w, pen, seg->p[0]);
            pen = seg->p[0];
            break;
        case ZT_SEG_CURVE:
            reach_curve(w->e, pen, seg->p, w->r);
            take(w, (outline_step){pen, seg->p[0], seg->p[1], seg->p[2]});
            pen = seg->p[2];
            break;
        case ZT_SEG_CLOSE:
            line_to(w, pen, w->start);
            if (w->count > 1)
                join(w, &w->last, &w->first);
            pen = w->start;
            w->count = 0;
            break;
        }
    }
}

/* The part of the box that the clip shows; empty when they do not meet. */
static zt_rect clipped(zt_rect box, const zt_rect *clip)
{
    double x = zt_max(box.x, clip->x), y = zt_max(box.y, clip->y);
    double right = zt_min(zt_rect_right(box), zt_rect_right(*clip));
    double foot = zt_min(zt_rect_foot(box), zt_rect_foot(*clip));
    return (zt_rect){x, y, zt_max(0, right - x), zt_max(0, foot - y)};
}

/* The box of fill and stroke together; a stroke counts only when it has an ink. With a clip it is
   what the clip shows. */
void zt_path_done(zt_path *path)
{
    extent e = {0};
    outline_walk w = {.e = &e, .round = path->cap == ZT_CAP_ROUND};
    w.r = path->stroke.ink ? path->width / 2 : 0;
    measure(&w, path);
    path->item.box = (zt_rect){e.left, e.top, e.right - e.left, e.foot - e.top};
    if (path->clip)
        path->item.box = clipped(path->item.box, path->clip);
}
