/* A net: each line has a level row of its own, and stations that it shares stand on the row of the
   first line that has them; to these it turns at 45 degrees, or upright and then at 45 degrees.
   Columns follow from the names: the longest way through all lines gives each station its x. All
   orders of the rows are tried, and the one with the fewest crossings is taken; then names find
   their places. Where places are given, these hold, and stations between them are spread. */
#include "chart/route_net_imp.h"

#include "labels/meet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In points. */
static const double BESIDE = ZT_MM(2); /* between the names of two stations */
static const double POLES_WIDTH = ZT_MM(150);
enum { POLES_MOST = 2 };
static const double STEP_LEAST = ZT_MM(9); /* from station to station */
/* Tries, one after the other: the pitch of the rows, of its natural size; and how much of the room
   for two names side by side neighbours get, as names may stand above and below by turns. */
static const struct net_try {
    double pitch, names;
} TRIES[] = {{1, 1}, {1.25, 1}, {1.6, 1}, {1, 0.55}, {1.25, 0.55}, {1.6, 0.55}};
enum { PERMUTATIONS = 120 };

/* ---- what is laid out ---- */

/* Stations in the order in which the lines name them. False where there are too many, or a line
   comes to one twice. */
static bool find_stations(zt_net *n)
{
    const zt_chart_data *data = n->plan->chart->data;
    zt_arena *arena = n->plan->chart->setting->arena;
    size_t *of_item = ZT_ARRAY(arena, data->item_count + 1, size_t);
    n->stations = ZT_ARRAY(arena, ZT_NET_STATIONS, zt_net_station);
    n->lines = ZT_ARRAY(arena, n->line_count, zt_net_line);
    for (size_t l = 0; l < n->line_count; l++) {
        const zt_chart_course *course = &data->courses[l];
        zt_net_line *line = &n->lines[l];
        line->stops = ZT_ARRAY(arena, course->count + 1, size_t);
        if (course->count < 2)
            return false;
        for (size_t i = 0; i < course->count; i++) {
            size_t item = course->items[i];
            if (of_item[item] == 0) {
                if (n->station_count == ZT_NET_STATIONS)
                    return false;
                n->stations[n->station_count] =
                    (zt_net_station){.item = item, .owner = l, .line = l};
                of_item[item] = ++n->station_count;
            }
            size_t at = of_item[item] - 1;
            for (size_t k = 0; k < line->count; k++)
                if (line->stops[k] == at)
                    return false;
            line->stops[line->count++] = at;
            n->stations[at].shared = n->stations[at].shared || n->stations[at].line != l;
        }
    }
    return true;
}

/* Whether all lines hang together: else they are better read one by one. */
static bool hangs_together(const zt_net *n)
{
    bool reached[ZT_NET_LINES] = {true};
    for (size_t round = 0; round < n->line_count; round++)
        for (size_t a = 0; a < n->line_count; a++)
            for (size_t b = 0; reached[a] && b < n->line_count; b++)
                for (size_t i = 0; i < n->lines[a].count; i++)
                    for (size_t k = 0; k < n->lines[b].count; k++)
                        reached[b] = reached[b] || n->lines[a].stops[i] == n->lines[b].stops[k];
    for (size_t l = 0; l < n->line_count; l++)
        if (!reached[l])
            return false;
    return true;
}

/* ---- from left to right ---- */

/* What two neighbours of a line need between them: room for their names, and for turns. */
static double need(const zt_net *n, const zt_net_line *line, size_t from, size_t to)
{
    const zt_net_station *u = &n->stations[from], *v = &n->stations[to];
    bool u_turns = zt_net_rows_away(n, line, u) != 0, v_turns = zt_net_rows_away(n, line, v) != 0;
    double room = BESIDE, turns = (u_turns ? n->pitch : 0) + (v_turns ? n->pitch : 0);
    if (u->owner == v->owner)
        return zt_max(STEP_LEAST, zt_max(n->names * (u->half + v->half + room), turns));
    return zt_max(STEP_LEAST, turns + (u_turns ? 0 : u->half) + (v_turns ? 0 : v->half) + room);
}

/* What a station needs between it and the edge: half of its name, or all of it beside a ring that
   lines leave upward and downward. */
static double beside(const zt_net_station *s)
{
    return s->shared ? 2 * s->half + s->radius + ZT_NET_CLEAR : s->half;
}

/* The longest way to each station, of the first `lines` lines; false where they run in a circle. */
static bool set_columns(zt_net *n, size_t lines)
{
    bool moved = true;
    for (size_t i = 0; i < n->station_count; i++)
        n->stations[i].at.x = beside(&n->stations[i]);
    for (size_t round = 0; moved; round++) {
        moved = false;
        if (round > n->station_count)
            return false;
        for (size_t l = 0; l < lines; l++) {
            const zt_net_line *line = &n->lines[l];
            for (size_t i = 0; i + 1 < line->count; i++) {
                const zt_net_station *u = &n->stations[line->stops[i]];
                zt_net_station *v = &n->stations[line->stops[i + 1]];
                double least = u->at.x + need(n, line, line->stops[i], line->stops[i + 1]);
                if (v->at.x < least) {
                    v->at.x = least;
                    moved = true;
                }
            }
        }
    }
    return true;
}

/* Lines that would close a circle run from right to left; false where that closes one too. */
static bool orient(zt_net *n)
{
    for (size_t l = 0; l < n->line_count; l++) {
        zt_net_line *line = &n->lines[l];
        if (set_columns(n, l + 1))
            continue;
        for (size_t i = 0; i < line->count / 2; i++) {
            size_t kept = line->stops[i];
            line->stops[i] = line->stops[line->count - 1 - i];
            line->stops[line->count - 1 - i] = kept;
        }
        if (!set_columns(n, l + 1))
            return false;
    }
    return true;
}

/* Stations that no other line shares are spread between those that several do, by what they need;
   a line begins at the left edge and ends at the right one. */
static void spread_run(zt_net *n, const zt_net_line *line, size_t first, size_t last, double from,
                       double to)
{
    double all = 0, done = 0;
    for (size_t i = first; i < last; i++)
        all += need(n, line, line->stops[i], line->stops[i + 1]);
    for (size_t i = first; all > 0 && i <= last; i++) {
        if (!n->stations[line->stops[i]].shared)
            n->stations[line->stops[i]].at.x = from + (to - from) * done / all;
        if (i < last)
            done += need(n, line, line->stops[i], line->stops[i + 1]);
    }
}

/* Brings all stations to the width; false where they need more. */
static bool spread(zt_net *n)
{
    double natural = 0, width = n->plan->width;
    for (size_t i = 0; i < n->station_count; i++)
        natural = zt_max(natural, n->stations[i].at.x + beside(&n->stations[i]));
    if (natural > width)
        return false;
    for (size_t i = 0; i < n->station_count; i++)
        n->stations[i].at.x *= width / natural;
    for (size_t l = 0; l < n->line_count; l++) {
        const zt_net_line *line = &n->lines[l];
        const zt_net_station *begin = &n->stations[line->stops[0]];
        const zt_net_station *end = &n->stations[line->stops[line->count - 1]];
        size_t first = 0;
        double from = begin->shared ? begin->at.x : begin->half;
        for (size_t i = 1; i < line->count; i++) {
            const zt_net_station *s = &n->stations[line->stops[i]];
            if (!s->shared && i + 1 < line->count)
                continue;
            double to = s->shared ? s->at.x : width - end->half;
            spread_run(n, line, first, i, from, to);
            first = i;
            from = to;
        }
    }
    return true;
}

/* ---- rows ---- */

/* Whether a line stops at a station. */
static bool stops_at(const zt_net_line *line, size_t station)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->stops[i] == station)
            return true;
    return false;
}

/* Whether two points are one. */
static bool is_same(zt_point a, zt_point b)
{
    return fabs(a.x - b.x) < 0.01 && fabs(a.y - b.y) < 0.01;
}

/* Whether the two lie on both sides of a piece; one upon it counts as on its right. */
static bool are_apart(zt_point a, zt_point b, zt_point p, zt_point q)
{
    double of_p = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    double of_q = (b.x - a.x) * (q.y - a.y) - (b.y - a.y) * (q.x - a.x);
    return (of_p <= 1e-6) != (of_q <= 1e-6);
}

/* Whether two pieces cross; those that leave one station do not. */
static bool cross(zt_point a, zt_point b, zt_point c, zt_point d)
{
    if (is_same(a, c) || is_same(a, d) || is_same(b, c) || is_same(b, d))
        return false;
    return are_apart(a, b, c, d) && are_apart(c, d, a, b);
}

/* How bad the rows are: lines through stations of others, crossings, the rows that are used. */
static double badness(const zt_net *n)
{
    double bad = 0;
    for (size_t l = 0; l < n->line_count; l++) {
        const zt_net_line *line = &n->lines[l];
        for (size_t i = 0; i + 1 < line->way_count; i++) {
            for (size_t s = 0; s < n->station_count; s++)
                if (!stops_at(line, s) &&
                    zt_piece_meets(line->way[i], line->way[i + 1],
                                   zt_net_square(&n->stations[s], n->stations[s].radius)))
                    bad += ZT_NET_MEETS;
            for (size_t k = 0; k < l; k++)
                for (size_t j = 0; j + 1 < n->lines[k].way_count; j++)
                    if (cross(line->way[i], line->way[i + 1], n->lines[k].way[j],
                              n->lines[k].way[j + 1]))
                        bad += 10;
        }
        for (size_t i = 0; i < line->count; i++)
            bad += 0.1 * abs(zt_net_rows_away(n, line, &n->stations[line->stops[i]]));
    }
    return bad;
}

/* The line with the most stations, the first of equals: it keeps its row, and what it shares. */
static size_t trunk_of(const zt_net *n)
{
    size_t best = 0;
    for (size_t l = 1; l < n->line_count; l++)
        if (n->lines[l].count > n->lines[best].count)
            best = l;
    return best;
}

/* The k-th row from the trunk: 1, -1, 2, -2 … */
static int nth_row(size_t k)
{
    return k % 2 ? -(int)(k / 2 + 1) : (int)(k / 2 + 1);
}

/* The rows of the p-th order of the lines beside the trunk. */
static void set_rows(zt_net *n, size_t trunk, size_t p)
{
    size_t left[ZT_NET_LINES], count = 0;
    for (size_t k = 0; k + 1 < n->line_count; k++)
        left[count++] = k;
    n->lines[trunk].row = 0;
    for (size_t l = 0; l < n->line_count; l++) {
        if (l == trunk)
            continue;
        size_t take = p % count;
        p /= count;
        n->lines[l].row = nth_row(left[take]);
        memmove(left + take, left + take + 1, (count - take - 1) * sizeof *left);
        count--;
    }
}

/* Lays the net out on its rows; false where it is too wide or runs in circles. */
static bool lay_out(zt_net *n)
{
    if (!set_columns(n, n->line_count) || !spread(n))
        return false;
    zt_net_set_ways(n);
    return true;
}

/* All orders of the rows, and the least bad of them; false where a line runs through a station that
   is not its own in all of them. */
static bool choose_rows(zt_net *n)
{
    size_t trunk = trunk_of(n), orders = 1, best = SIZE_MAX;
    double least = ZT_NET_MEETS;
    for (size_t i = 2; i < n->line_count; i++)
        orders *= i;
    for (size_t i = 0; i < n->station_count; i++)
        if (stops_at(&n->lines[trunk], i))
            n->stations[i].owner = trunk;
    set_rows(n, trunk, 0);
    if (!orient(n))
        return false;
    for (size_t p = 0; p < orders && p < PERMUTATIONS; p++) {
        set_rows(n, trunk, p);
        double bad = lay_out(n) ? badness(n) : ZT_NET_MEETS;
        if (bad < least) {
            least = bad;
            best = p;
        }
    }
    if (best == SIZE_MAX)
        return false;
    set_rows(n, trunk, best);
    return lay_out(n);
}

/* ---- all of it ---- */

/* Moves all so that the highest ink lies at 0, and finds the height. */
static void settle(zt_net *n)
{
    zt_route_plan *plan = n->plan;
    double top = INFINITY, foot = -INFINITY;
    for (size_t i = 0; i < plan->station_count; i++) {
        const zt_route_station *s = &plan->stations[i];
        double radius = n->stations[i].radius;
        top = zt_min(top, zt_min(s->at.y - radius, s->label.at.y));
        foot = zt_max(foot, zt_max(s->at.y + radius, s->label.at.y + s->label.height));
    }
    for (size_t l = 0; l < n->line_count; l++) {
        double half = zt_mark_text_height(&plan->lines[l].name) / 2;
        for (size_t i = 0; i < n->lines[l].way_count; i++) {
            top = zt_min(top, n->lines[l].way[i].y - ZT_NET_PAD);
            foot = zt_max(foot, n->lines[l].way[i].y + ZT_NET_PAD);
        }
        if (plan->lines[l].name.width <= 0)
            continue;
        top = zt_min(top, plan->lines[l].name_at.y - half);
        foot = zt_max(foot, plan->lines[l].name_at.y + half);
    }
    for (size_t i = 0; i < plan->station_count; i++) {
        plan->stations[i].at.y -= top;
        plan->stations[i].label.at.y -= top;
    }
    for (size_t l = 0; l < n->line_count; l++) {
        plan->lines[l].name_at.y -= top;
        plan->lines[l].way = n->lines[l].way;
        plan->lines[l].way_count = n->lines[l].way_count;
        for (size_t i = 0; i < n->lines[l].way_count; i++)
            plan->lines[l].way[i].y -= top;
    }
    plan->height = foot - top;
}

/* The height of a row: the name of a line over it, the names of its stations under it. */
static double natural_pitch(zt_net *n, double limit)
{
    double tall = 0, name = 0, radius = ZT_ROUTE_HUB;
    for (size_t i = 0; i < n->station_count; i++) {
        zt_net_station *s = &n->stations[i];
        zt_route_label label = zt_net_label(n, s, limit, ZT_ALIGN_CENTRE);
        s->half = zt_max(label.width / 2, s->radius);
        radius = zt_max(radius, s->radius);
        tall = zt_max(tall, label.height);
    }
    for (size_t l = 0; l < n->line_count; l++)
        name = zt_max(name, zt_mark_text_height(&n->plan->lines[l].name));
    return tall + name + 2 * ZT_NET_PAD + radius + ZT_NET_CLEAR;
}

/* In a wide net of one or two stations where lines meet these are what it is about: poles. */
static void set_radii(zt_net *n)
{
    size_t shared = 0;
    for (size_t i = 0; i < n->station_count; i++)
        shared += n->stations[i].shared;
    bool poles = shared > 0 && shared <= POLES_MOST && n->plan->width >= POLES_WIDTH;
    for (size_t i = 0; i < n->station_count; i++)
        n->stations[i].radius = !n->stations[i].shared ? ZT_ROUTE_STATION
                                : poles                ? ZT_ROUTE_POLE
                                                       : ZT_ROUTE_HUB;
}

bool zt_route_net(zt_route_plan *plan, double limit)
{
    for (size_t i = 0; i < sizeof TRIES / sizeof *TRIES; i++) {
        zt_net *n = ZT_NEW(plan->chart->setting->arena, zt_net);
        *n = (zt_net){.plan = plan, .line_count = plan->line_count};
        if (!find_stations(n) || !hangs_together(n))
            return false;
        set_radii(n);
        n->names = TRIES[i].names;
        n->pitch = TRIES[i].pitch * natural_pitch(n, limit);
        if (zt_net_has_places(n)) {
            n->pitch = TRIES[i].pitch;
            zt_net_place_on_grid(n);
        } else if (!choose_rows(n)) {
            continue;
        }
        if (!zt_net_place_names(n, limit))
            continue;
        settle(n);
        return true;
    }
    return false;
}
