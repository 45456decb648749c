/* Ways from mark to mark. Each shape is tried as it begins level; turned by swapping x and y it is
   the one that begins upright. */
#include "labels/course.h"

#include <math.h>

#include "labels/meet.h"

/* Places of an edge at which a way may end, and lines on which it may bend twice. */
enum { PLACES = 5, LINES = 64 };
/* What a step from the middle of an edge is worth, of its length. */
static const double OFF_MIDDLE = 0.25;
/* A line that is crossed has no more of its length near a piece than so many times `apart`. */
static const double ALONG = 3;
static const double NEAR = 0.95; /* a part of the gap to a mark, but for rounding */

/* One search; points and rectangles are turned while `turned` holds. */
typedef struct course_search {
    const zt_obstacles *obstacles;
    const zt_course_wish *wish;
    zt_rect from, to;
    bool turned;
    zt_course best;
} course_search;

static zt_rect turned_rect(zt_rect r)
{
    return (zt_rect){r.y, r.x, r.h, r.w};
}

static zt_rect grown(zt_rect r, double by)
{
    return (zt_rect){r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}

static double middle(double low, double size)
{
    return low + size / 2;
}

/* ---- whether a way is free ---- */

/* The rectangle about a piece. */
static zt_rect around(zt_point a, zt_point b)
{
    return (zt_rect){zt_min(a.x, b.x), zt_min(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}

/* Lines are asked of level and upright pieces alone: a slanting one seldom runs along another. */
static bool is_clear(const zt_obstacles *all, const zt_course_wish *wish, zt_point a, zt_point b)
{
    for (size_t i = 0; i < all->rect_count; i++)
        if (zt_piece_meets(a, b, grown(all->rects[i], wish->clear)))
            return false;
    zt_rect strip = grown(around(a, b), wish->apart);
    bool slants = a.x != b.x && a.y != b.y;
    for (size_t i = 0; i < all->piece_count && !slants; i++)
        if (zt_piece_within(all->pieces[i].a, all->pieces[i].b, strip) > ALONG * wish->apart)
            return false;
    return true;
}

/* The point of an arrow is wider than its line. */
static bool is_tip_clear(const zt_obstacles *all, const zt_course_wish *wish, const zt_course *way)
{
    zt_point end = way->points[way->count - 1], from = way->points[way->count - 2];
    double length = hypot(end.x - from.x, end.y - from.y), part = zt_min(1, wish->tip / length);
    zt_point begin = {end.x - part * (end.x - from.x), end.y - part * (end.y - from.y)};
    for (size_t i = 0; i < all->rect_count && length > 0; i++)
        if (zt_piece_meets(begin, end, grown(all->rects[i], wish->tip_clear)))
            return false;
    return true;
}

bool zt_course_is_free(const zt_obstacles *obstacles, const zt_course_wish *wish,
                       const zt_course *way)
{
    for (size_t i = 1; i < way->count; i++)
        if (!is_clear(obstacles, wish, way->points[i - 1], way->points[i]))
            return false;
    return wish->tip <= 0 || is_tip_clear(obstacles, wish, way);
}

/* Whether it keeps off its own marks; its ends lie at the gap. */
static bool leaves_marks(const zt_course_wish *wish, const zt_course *way)
{
    double own = zt_min(wish->clear, NEAR * wish->gap);
    for (size_t i = 1; i < way->count; i++)
        if (zt_piece_meets(way->points[i - 1], way->points[i], grown(wish->from, own)) ||
            zt_piece_meets(way->points[i - 1], way->points[i], grown(wish->to, own)))
            return false;
    return true;
}

static bool is_inside(zt_rect frame, zt_point p)
{
    return p.x >= frame.x && p.x <= zt_rect_right(frame) && p.y >= frame.y &&
           p.y <= zt_rect_foot(frame);
}

/* Takes the way when it costs less than the best and is free. `off`: how far its ends lie from the
   middles of their edges. */
static void try_way(course_search *s, const zt_point *points, size_t count, double off)
{
    zt_course way = {.count = count,
                     .cost = OFF_MIDDLE * off + s->wish->bend * (double)(count - 2)};
    double last = 0;
    for (size_t i = 0; i < count; i++) {
        way.points[i] = s->turned ? (zt_point){points[i].y, points[i].x} : points[i];
        if (!is_inside(s->wish->frame, way.points[i]))
            return;
        if (i > 0)
            last = hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
        way.cost += last;
    }
    if (last < s->wish->least || way.cost >= s->best.cost)
        return;
    if (leaves_marks(s->wish, &way) && zt_course_is_free(s->obstacles, s->wish, &way))
        s->best = way;
}

/* ---- the shapes ---- */

/* The end of a level piece at a mark that lies from `low` on, seen from x `to`; false when `to` is
   not beyond it. */
static bool leave(const course_search *s, zt_rect mark, double to, double *x)
{
    double gap = s->wish->gap;
    *x = to < mark.x ? mark.x - gap : zt_rect_right(mark) + gap;
    return to < mark.x - gap || to > zt_rect_right(mark) + gap;
}

/* The place number `k` of the edge of a mark, as y; `off` is its way from the middle. */
static double place(zt_rect mark, size_t k, double *off)
{
    double y = mark.y + mark.h * ((double)k + 0.5) / PLACES;
    *off = fabs(y - middle(mark.y, mark.h));
    return y;
}

/* Level, at a height that both have. */
static void try_straight(course_search *s)
{
    double top = zt_max(s->from.y, s->to.y);
    double foot = zt_min(zt_rect_foot(s->from), zt_rect_foot(s->to));
    zt_rect shared = {0, top, 0, foot - top};
    zt_point p[2];
    for (size_t k = 0; k < PLACES && foot >= top; k++) {
        double off, y = place(shared, k, &off);
        p[0].y = p[1].y = y;
        if (leave(s, s->from, middle(s->to.x, s->to.w), &p[0].x) &&
            leave(s, s->to, p[0].x, &p[1].x) && (p[1].x < p[0].x) == (s->to.x < s->from.x))
            try_way(s, p, 2, off);
    }
}

/* From the side of the first mark over or under the second one, and up or down to it. */
static void try_bend(course_search *s)
{
    for (size_t k = 0; k < PLACES * PLACES; k++) {
        double off, more;
        zt_rect to = turned_rect(s->to);
        double y = place(s->from, k % PLACES, &off), x = place(to, k / PLACES, &more);
        zt_point p[3] = {{0, y}, {x, y}, {x, y < s->to.y ? s->to.y : zt_rect_foot(s->to)}};
        p[2].y += y < s->to.y ? -s->wish->gap : s->wish->gap;
        bool beyond = y < s->to.y - s->wish->gap || y > zt_rect_foot(s->to) + s->wish->gap;
        if (beyond && leave(s, s->from, x, &p[0].x))
            try_way(s, p, 3, off + more);
    }
}

/* From side to side by way of an upright line across the frame. */
static void try_bends(course_search *s)
{
    zt_rect frame = s->turned ? turned_rect(s->wish->frame) : s->wish->frame;
    for (size_t k = 0; k < PLACES * PLACES; k++) {
        double off, more;
        double y0 = place(s->from, k % PLACES, &off), y1 = place(s->to, k / PLACES, &more);
        for (size_t i = 0; i <= LINES; i++) {
            double x = frame.x + frame.w * (double)i / LINES;
            zt_point p[4] = {{0, y0}, {x, y0}, {x, y1}, {0, y1}};
            if (leave(s, s->from, x, &p[0].x) && leave(s, s->to, x, &p[3].x))
                try_way(s, p, 4, off + more);
        }
    }
}

/* From the middle of one mark to that of the other, as far as it lies outside of both. */
static void try_slant(course_search *s)
{
    zt_point a = {middle(s->from.x, s->from.w), middle(s->from.y, s->from.h)};
    zt_point b = {middle(s->to.x, s->to.w), middle(s->to.y, s->to.h)};
    double length = hypot(b.x - a.x, b.y - a.y);
    if (length <= 0)
        return;
    double first = hypot(s->from.w, s->from.h) / 2 + s->wish->gap;
    double last = hypot(s->to.w, s->to.h) / 2 + s->wish->gap;
    double x = (b.x - a.x) / length, y = (b.y - a.y) / length;
    zt_point p[2] = {{a.x + first * x, a.y + first * y}, {b.x - last * x, b.y - last * y}};
    if (first + last < length)
        try_way(s, p, 2, 0);
}

bool zt_course_find(const zt_obstacles *obstacles, const zt_course_wish *wish, zt_course *way)
{
    course_search s = {.obstacles = obstacles, .wish = wish, .from = wish->from, .to = wish->to};
    s.best.cost = INFINITY;
    if (wish->slants)
        try_slant(&s);
    for (int turn = 0; turn < 2; turn++) {
        try_straight(&s);
        try_bend(&s);
        try_bends(&s);
        s.turned = true;
        s.from = turned_rect(wish->from);
        s.to = turned_rect(wish->to);
    }
    *way = s.best;
    return s.best.cost < INFINITY;
}

zt_point zt_course_middle(const zt_course *way)
{
    zt_point middle = way->points[0];
    double longest = 0;
    for (size_t i = 1; i < way->count; i++) {
        zt_point a = way->points[i - 1], b = way->points[i];
        double length = hypot(b.x - a.x, b.y - a.y);
        if (length > longest)
            middle = (zt_point){(a.x + b.x) / 2, (a.y + b.y) / 2};
        longest = zt_max(longest, length);
    }
    return middle;
}
