/* Outlines of the scene as straight pieces on the page, and what can be asked of them. */
#include <math.h>

#include "judge.h"

enum { PIECES = 40 }; /* of a curve: the area of a quarter of a circle is off by 0.03 % */

static zt_point on_curve(zt_point a, const zt_point *p, double t)
{
    double u = 1 - t, c[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    return (zt_point){c[0] * a.x + c[1] * p[0].x + c[2] * p[1].x + c[3] * p[2].x,
                      c[0] * a.y + c[1] * p[0].y + c[2] * p[1].y + c[3] * p[2].y};
}

static void add(zt_arena *arena, const judge_mark *m, judge_lines *out, zt_point a, zt_point b)
{
    judge_line line = {{a.x + m->dx, a.y + m->dy}, {b.x + m->dx, b.y + m->dy}};
    ZT_PUSH(arena, out, line);
}

void judge_flatten(zt_arena *arena, const judge_mark *mark, bool closed, judge_lines *out)
{
    zt_point start = {0}, at = {0};
    out->count = 0;
    for (size_t i = 0; i < mark->path->seg_count; i++) {
        const zt_seg *seg = &mark->path->segs[i];
        zt_point from = at;
        if (seg->kind == ZT_SEG_MOVE) {
            if (closed && (at.x != start.x || at.y != start.y))
                add(arena, mark, out, at, start);
            start = at = seg->p[0];
        } else if (seg->kind == ZT_SEG_LINE) {
            add(arena, mark, out, at, seg->p[0]);
            at = seg->p[0];
        } else if (seg->kind == ZT_SEG_CURVE) {
            for (int k = 1; k <= PIECES; k++) {
                zt_point next = on_curve(from, seg->p, (double)k / PIECES);
                add(arena, mark, out, at, next);
                at = next;
            }
        } else {
            add(arena, mark, out, at, start);
            at = start;
        }
    }
    if (closed && (at.x != start.x || at.y != start.y))
        add(arena, mark, out, at, start);
}

double judge_area(const judge_lines *lines)
{
    double sum = 0;
    for (size_t i = 0; i < lines->count; i++)
        sum +=
            lines->items[i].a.x * lines->items[i].b.y - lines->items[i].b.x * lines->items[i].a.y;
    return fabs(sum) / 2;
}

/* By the winding number, as outputs fill. */
bool judge_inside(const judge_lines *lines, zt_point p)
{
    int winding = 0;
    for (size_t i = 0; i < lines->count; i++) {
        zt_point a = lines->items[i].a, b = lines->items[i].b;
        if ((a.y <= p.y) == (b.y <= p.y))
            continue;
        double x = a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
        if (x > p.x)
            winding += b.y > a.y ? 1 : -1;
    }
    return winding != 0;
}

static bool is_within(zt_rect r, zt_point p)
{
    return p.x >= r.x && p.x <= zt_rect_right(r) && p.y >= r.y && p.y <= zt_rect_foot(r);
}

static double to_line(zt_point p, judge_line l)
{
    double x = l.b.x - l.a.x, y = l.b.y - l.a.y, length = x * x + y * y;
    double t = length > 0 ? ((p.x - l.a.x) * x + (p.y - l.a.y) * y) / length : 0;
    t = zt_clamp(t, 0, 1);
    return hypot(p.x - l.a.x - t * x, p.y - l.a.y - t * y);
}

static double to_rect(zt_point p, zt_rect r)
{
    double x = zt_max(zt_max(r.x - p.x, p.x - zt_rect_right(r)), 0);
    double y = zt_max(zt_max(r.y - p.y, p.y - zt_rect_foot(r)), 0);
    return hypot(x, y);
}

/* Whether the line runs through the rectangle, by clipping it to the rectangle's sides. */
static bool crosses(judge_line l, zt_rect r)
{
    double from = 0, to = 1, dx = l.b.x - l.a.x, dy = l.b.y - l.a.y;
    double p[] = {-dx, dx, -dy, dy};
    double q[] = {l.a.x - r.x, zt_rect_right(r) - l.a.x, l.a.y - r.y, zt_rect_foot(r) - l.a.y};
    for (int i = 0; i < 4; i++) {
        if (p[i] == 0 && q[i] < 0)
            return false;
        if (p[i] < 0)
            from = zt_max(from, q[i] / p[i]);
        else if (p[i] > 0)
            to = zt_min(to, q[i] / p[i]);
    }
    return from <= to;
}

double judge_distance(judge_line line, zt_rect rect)
{
    if (is_within(rect, line.a) || crosses(line, rect))
        return 0;
    double least = zt_min(to_rect(line.a, rect), to_rect(line.b, rect));
    zt_point corners[] = {{rect.x, rect.y},
                          {zt_rect_right(rect), rect.y},
                          {rect.x, zt_rect_foot(rect)},
                          {zt_rect_right(rect), zt_rect_foot(rect)}};
    for (int i = 0; i < 4; i++)
        least = zt_min(least, to_line(corners[i], line));
    return least;
}

bool judge_is_at(zt_pos a, zt_pos b)
{
    return a.line > 0 && a.line == b.line && a.column == b.column;
}
