/* Sectors of a ring by the standing of their value. */
#include "chart/marks.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

/* The outline of a sector. */
static void sector_path(zt_path *path, const zt_mark_sector *s)
{
    zt_path_sector(path, s->centre, s->inner, s->outer, s->from, s->to);
}

/* The edge drawn inside: half a line less on all sides. */
static void outline(const zt_chart *chart, zt_group *into, zt_pos at, const zt_mark_sector *s,
                    const zt_ink *ink, double dash)
{
    double line = zt_chart_points(chart, chart->marks->outline);
    double turn = zt_min(line / 2 / s->outer * 180 / pi, (s->to - s->from) / 4);
    zt_mark_sector in = {s->centre, s->inner + line / 2, s->outer - line / 2, s->from + turn,
                         s->to - turn};
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    sector_path(path, &in);
    path->stroke = ZT_SOLID(ink);
    path->width = line;
    path->dash[0] = path->dash[1] = dash;
    zt_path_done(path);
}

/* ---- hatching: parallel lines cut to the sector ---- */

/* A line at 45 degrees through the ring: points (x0 + t, y0 - t), and the stretch that is left. */
typedef struct stretch {
    double first, end;
} stretch;

/* Where the line at distance d from the centre lies within a circle; empty when it misses. */
static stretch within_circle(double distance, double radius)
{
    double half = radius > fabs(distance) ? sqrt(radius * radius - distance * distance) : 0;
    return (stretch){-half, half};
}

/* Cuts off what lies outside of the half plane to the right of the ray at `angle` (clockwise from
   12), or to its left. `along` runs up and to the right from the foot of the centre's normal. */
static void cut(stretch *s, double distance, double angle_deg, double side)
{
    const double r = sqrt(0.5);
    double angle = angle_deg * pi / 180, nx = cos(angle) * side, ny = sin(angle) * side;
    /* the foot of the normal, and the direction of the line; y down */
    double fx = distance * r, fy = distance * r, dx = r, dy = -r;
    double at_foot = fx * nx + fy * ny, rate = dx * nx + dy * ny;
    if (fabs(rate) < 1e-9) {
        if (at_foot < 0)
            s->end = s->first;
        return;
    }
    double zero = -at_foot / rate;
    if (rate > 0)
        s->first = zt_max(s->first, zero);
    else
        s->end = zt_min(s->end, zero);
}

/* Adds a hatch line from first to end, at its distance from the centre. */
static void add_stretch(zt_path *path, zt_point centre, double distance, stretch s)
{
    const double r = sqrt(0.5);
    if (s.end - s.first < 0.01)
        return;
    zt_path_move(path, centre.x + r * (distance + s.first), centre.y + r * (distance - s.first));
    zt_path_line(path, centre.x + r * (distance + s.end), centre.y + r * (distance - s.end));
}

/* One line in a sector of at most a quarter turn, which is convex but for its hole. */
static void hatch_line(zt_path *path, const zt_mark_sector *s, double distance)
{
    stretch outer = within_circle(distance, s->outer), hole = within_circle(distance, s->inner);
    cut(&outer, distance, s->from, 1);
    cut(&outer, distance, s->to, -1);
    stretch before = {outer.first, zt_min(outer.end, hole.first)};
    stretch behind = {zt_max(outer.first, hole.end), outer.end};
    if (hole.end - hole.first <= 0) {
        add_stretch(path, s->centre, distance, outer);
        return;
    }
    add_stretch(path, s->centre, distance, before);
    add_stretch(path, s->centre, distance, behind);
}

/* Hatches a sector in pieces of at most a quarter turn, which are convex but for the hole. */
static void hatch(const zt_chart *chart, zt_group *into, zt_pos at, const zt_mark_sector *s,
                  const zt_ink *ink)
{
    double pitch = zt_chart_points(chart, chart->marks->hatch_pitch);
    int most = (int)(s->outer / pitch), pieces = (int)ceil((s->to - s->from) / 90);
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    for (int i = 0; i < pieces; i++) {
        double step = (s->to - s->from) / pieces;
        zt_mark_sector piece = *s;
        piece.from = s->from + i * step;
        piece.to = piece.from + step;
        for (int k = -most; k <= most; k++)
            hatch_line(path, &piece, k * pitch);
    }
    path->stroke = ZT_SOLID(ink);
    path->width = zt_chart_points(chart, chart->marks->hatch_line);
    zt_path_done(path);
}

/* A sector in one of the three fills. */
void zt_mark_ring(const zt_chart *chart, zt_group *into, zt_pos at, const zt_mark_sector *sector,
                  zt_mark_fill fill, const zt_ink *ink)
{
    double line = zt_chart_points(chart, chart->marks->outline);
    zt_path *path;
    switch (fill) {
    case ZT_MARK_SOLID:
        path = zt_scene_add_path(chart->setting->scene, into, at);
        sector_path(path, sector);
        path->fill = ZT_SOLID(ink);
        zt_path_done(path);
        break;
    case ZT_MARK_HATCHED:
        hatch(chart, into, at, sector, ink);
        outline(chart, into, at, sector, ink, 0);
        break;
    case ZT_MARK_OUTLINED:
        outline(chart, into, at, sector, ink, 2.5 * line);
        break;
    }
}
