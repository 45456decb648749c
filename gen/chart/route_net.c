/* A net: each line has a level row of its own, and stations that it shares stand on the row of the
   first line that has them; to these it turns at 45 degrees, or upright and then at 45 degrees.
   Columns follow from the names: the longest way through all lines gives each station its x. All
   orders of the rows are tried, and the one with the fewest crossings is taken; then names find
   their places. Where places are given, these hold, and stations between them are spread. */
#include "chart/route_imp.h"

#include "labels/meet.h"
#include "labels/positions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In points. */
static const double BESIDE = ZT_MM(2);                    /* between the names of two stations */
static const double CLEAR = ZT_MM(0.6);                   /* from a station to its name */
static const double PAD = ZT_ROUTE_LINE / 2 + ZT_MM(0.3); /* from the middle of a line to type */
static const double LANE = ZT_ROUTE_LINE + ZT_MM(0.5);    /* between lines that run together */
static const double STEP_LEAST = ZT_MM(9);                /* from station to station */
static const double ROW_LEAST = ZT_MM(10), ROW_MOST = ZT_MM(18); /* of a grid that is given */
/* Tries, one after the other: the pitch of the rows, of its natural size; and how much of the room
   for two names side by side neighbours get, as names may stand above and below by turns. */
static const struct net_try {
    double pitch, names;
} TRIES[] = {{1, 1}, {1.25, 1}, {1.6, 1}, {1, 0.55}, {1.25, 0.55}, {1.6, 0.55}};
static const double MEETS = 1000; /* cost of a place on something: it does not count */
enum { STATIONS = 64, LINES = 6, WAY = 6 * STATIONS, PERMUTATIONS = 120 };

/* ---- what is laid out ---- */

typedef struct net_station {
    size_t item;
    size_t owner; /* the line on whose row it stands */
    size_t line;  /* the first that stops there */
    bool shared;
    double half; /* of its name's width */
    zt_point at;
} net_station;

/* A line as it is drawn: from the left to the right. */
typedef struct net_line {
    size_t *stops; /* stations */
    size_t count;
    int row;
    zt_point way[WAY];
    size_t way_count;
} net_line;

typedef struct net {
    zt_route_plan *plan;
    net_station *stations;
    size_t station_count;
    net_line *lines;
    size_t line_count;
    double pitch; /* from row to row */
    double names; /* the part of the room for two names that neighbours get */
} net;

/* Stations in the order in which the lines name them. False where there are too many, or a line
   comes to one twice. */
static bool find_stations(net *n)
{
    const zt_chart_data *data = n->plan->chart->data;
    zt_arena *arena = n->plan->chart->setting->arena;
    size_t *of_item = ZT_ARRAY(arena, data->item_count + 1, size_t);
    n->stations = ZT_ARRAY(arena, STATIONS, net_station);
    n->lines = ZT_ARRAY(arena, n->line_count, net_line);
    for (size_t l = 0; l < n->line_count; l++) {
        const zt_chart_course *course = &data->courses[l];
        net_line *line = &n->lines[l];
        line->stops = ZT_ARRAY(arena, course->count + 1, size_t);
        if (course->count < 2)
            return false;
        for (size_t i = 0; i < course->count; i++) {
            size_t item = course->items[i];
            if (of_item[item] == 0) {
                if (n->station_count == STATIONS)
                    return false;
                n->stations[n->station_count] = (net_station){.item = item, .owner = l, .line = l};
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
static bool hangs_together(const net *n)
{
    bool reached[LINES] = {true};
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

/* How far a line comes from the row of a station: rows. */
static int rows_away(const net *n, const net_line *line, const net_station *s)
{
    return n->lines[s->owner].row - line->row;
}

/* What two neighbours of a line need between them: room for their names, and for turns. */
static double need(const net *n, const net_line *line, size_t from, size_t to)
{
    const net_station *u = &n->stations[from], *v = &n->stations[to];
    bool u_turns = rows_away(n, line, u) != 0, v_turns = rows_away(n, line, v) != 0;
    double room = BESIDE, turns = (u_turns ? n->pitch : 0) + (v_turns ? n->pitch : 0);
    if (u->owner == v->owner)
        return zt_max(STEP_LEAST, zt_max(n->names * (u->half + v->half + room), turns));
    return zt_max(STEP_LEAST, turns + (u_turns ? 0 : u->half) + (v_turns ? 0 : v->half) + room);
}

/* What a station needs between it and the edge: half of its name, or all of it beside a ring that
   lines leave upward and downward. */
static double beside(const net_station *s)
{
    return s->shared ? 2 * s->half + ZT_ROUTE_HUB + CLEAR : s->half;
}

/* The longest way to each station, of the first `lines` lines; false where they run in a circle. */
static bool set_columns(net *n, size_t lines)
{
    bool moved = true;
    for (size_t i = 0; i < n->station_count; i++)
        n->stations[i].at.x = beside(&n->stations[i]);
    for (size_t round = 0; moved; round++) {
        moved = false;
        if (round > n->station_count)
            return false;
        for (size_t l = 0; l < lines; l++) {
            const net_line *line = &n->lines[l];
            for (size_t i = 0; i + 1 < line->count; i++) {
                const net_station *u = &n->stations[line->stops[i]];
                net_station *v = &n->stations[line->stops[i + 1]];
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
static bool orient(net *n)
{
    for (size_t l = 0; l < n->line_count; l++) {
        net_line *line = &n->lines[l];
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
static void spread_run(net *n, const net_line *line, size_t first, size_t last, double from,
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
static bool spread(net *n)
{
    double natural = 0, width = n->plan->width;
    for (size_t i = 0; i < n->station_count; i++)
        natural = zt_max(natural, n->stations[i].at.x + beside(&n->stations[i]));
    if (natural > width)
        return false;
    for (size_t i = 0; i < n->station_count; i++)
        n->stations[i].at.x *= width / natural;
    for (size_t l = 0; l < n->line_count; l++) {
        const net_line *line = &n->lines[l];
        const net_station *begin = &n->stations[line->stops[0]];
        const net_station *end = &n->stations[line->stops[line->count - 1]];
        size_t first = 0;
        double from = begin->shared ? begin->at.x : begin->half;
        for (size_t i = 1; i < line->count; i++) {
            const net_station *s = &n->stations[line->stops[i]];
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

/* ---- ways ---- */

/* The next point of a way, unless it stands there already. */
static void add_point(net_line *line, double x, double y)
{
    const zt_point *last = line->way_count > 0 ? &line->way[line->way_count - 1] : NULL;
    if (last && fabs(last->x - x) < 0.01 && fabs(last->y - y) < 0.01)
        return;
    line->way[line->way_count++] = (zt_point){x, y};
}

/* Whether two stations follow one another on a line. */
static bool are_neighbours(const net_line *line, size_t a, size_t b)
{
    for (size_t i = 0; i + 1 < line->count; i++)
        if ((line->stops[i] == a && line->stops[i + 1] == b) ||
            (line->stops[i] == b && line->stops[i + 1] == a))
            return true;
    return false;
}

/* How many lines before this one run straight between the two, which stand on a row of neither. */
static size_t lines_along(const net *n, size_t l, size_t a, size_t b)
{
    size_t count = 0;
    for (size_t k = 0; k < l; k++)
        count += k != n->stations[a].owner && are_neighbours(&n->lines[k], a, b);
    return count;
}

/* The end of a line's turn at a station: upright beside it for all but one row. `side` is 1 where
   the line goes on to the right, -1 where it comes from the left. */
typedef struct turn {
    size_t station, line;
    int side, rows;
    double lane; /* from the middle of the station */
} turn;

/* Turns at one side of a station stand beside one another: those to the left at the left, the
   nearest row outermost, so that none crosses another. */
static double lane_order(const turn *t)
{
    return t->side * (100.0 - fabs((double)t->rows));
}

/* Lanes of all turns; they are of two rows and more. */
static void set_lanes(turn *turns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double before = 0, all = 0;
        for (size_t k = 0; k < count; k++) {
            bool same =
                turns[k].station == turns[i].station && (turns[k].rows > 0) == (turns[i].rows > 0);
            all += same;
            before += same &&
                      (lane_order(&turns[k]) < lane_order(&turns[i]) ||
                       (k < i && turns[k].side == turns[i].side && turns[k].rows == turns[i].rows));
        }
        turns[i].lane = (before - (all - 1) / 2) * LANE;
    }
}

/* The turn of a line at a station on that side; NULL for none that is upright. */
static const turn *turn_of(const turn *turns, size_t count, size_t line, size_t station, int side)
{
    for (size_t i = 0; i < count; i++)
        if (turns[i].line == line && turns[i].station == station && turns[i].side == side)
            return &turns[i];
    return NULL;
}

/* Whether a line goes straight from one station to the next on a row that is not its own. */
static bool goes_along(const net *n, const net_line *line, size_t a, size_t b)
{
    size_t owner = n->stations[a].owner;
    return owner == n->stations[b].owner && rows_away(n, line, &n->stations[a]) != 0 &&
           are_neighbours(&n->lines[owner], a, b);
}

/* From a station to the next: along its row, or by turns over the line's own. */
static void add_link(net *n, size_t l, size_t i, const turn *turns, size_t turn_count)
{
    net_line *line = &n->lines[l];
    size_t a = line->stops[i], b = line->stops[i + 1];
    zt_point u = n->stations[a].at, v = n->stations[b].at;
    double y = line->row * n->pitch;
    if (goes_along(n, line, a, b)) {
        size_t along = lines_along(n, l, a, b);
        double off = (along % 2 ? -1 : 1) * LANE * (double)(along / 2 + 1);
        add_point(line, u.x, u.y + off);
        add_point(line, v.x, v.y + off);
        return;
    }
    const turn *out = turn_of(turns, turn_count, l, a, 1),
               *in = turn_of(turns, turn_count, l, b, -1);
    double down = u.y < y ? 1 : -1, up = v.y < y ? 1 : -1;
    double leave = u.x + (out ? out->lane : 0), arrive = v.x + (in ? in->lane : 0);
    add_point(line, leave, u.y);
    if (fabs(u.y - y) > 0.01) {
        add_point(line, leave, y - down * n->pitch);
        add_point(line, leave + n->pitch, y);
    }
    if (fabs(v.y - y) > 0.01) {
        add_point(line, arrive - n->pitch, y);
        add_point(line, arrive, y - up * n->pitch);
    }
    add_point(line, arrive, v.y);
}

/* The ways of all lines on the present rows. */
static void set_ways(net *n)
{
    turn *turns = ZT_ARRAY(n->plan->chart->setting->arena, 2 * LINES * STATIONS, turn);
    size_t count = 0;
    for (size_t i = 0; i < n->station_count; i++)
        n->stations[i].at.y = n->lines[n->stations[i].owner].row * n->pitch;
    for (size_t l = 0; l < n->line_count; l++) {
        net_line *line = &n->lines[l];
        for (size_t i = 0; i + 1 < line->count; i++) {
            if (goes_along(n, line, line->stops[i], line->stops[i + 1]))
                continue;
            int out = -rows_away(n, line, &n->stations[line->stops[i]]);
            int in = -rows_away(n, line, &n->stations[line->stops[i + 1]]);
            if (out > 1 || out < -1)
                turns[count++] =
                    (turn){.station = line->stops[i], .line = l, .side = 1, .rows = out};
            if (in > 1 || in < -1)
                turns[count++] =
                    (turn){.station = line->stops[i + 1], .line = l, .side = -1, .rows = in};
        }
    }
    set_lanes(turns, count);
    for (size_t l = 0; l < n->line_count; l++) {
        n->lines[l].way_count = 0;
        for (size_t i = 0; i + 1 < n->lines[l].count; i++)
            add_link(n, l, i, turns, count);
    }
}

/* ---- rows ---- */

/* The radius of a station's ring. */
static double radius_of(const net_station *s)
{
    return s->shared ? ZT_ROUTE_HUB : ZT_ROUTE_STATION;
}

/* A square about the middle of a station. */
static zt_rect square(const net_station *s, double half)
{
    return (zt_rect){s->at.x - half, s->at.y - half, 2 * half, 2 * half};
}

/* Whether a line stops at a station. */
static bool stops_at(const net_line *line, size_t station)
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
static double badness(const net *n)
{
    double bad = 0;
    for (size_t l = 0; l < n->line_count; l++) {
        const net_line *line = &n->lines[l];
        for (size_t i = 0; i + 1 < line->way_count; i++) {
            for (size_t s = 0; s < n->station_count; s++)
                if (!stops_at(line, s) &&
                    zt_piece_meets(line->way[i], line->way[i + 1],
                                   square(&n->stations[s], radius_of(&n->stations[s]))))
                    bad += MEETS;
            for (size_t k = 0; k < l; k++)
                for (size_t j = 0; j + 1 < n->lines[k].way_count; j++)
                    if (cross(line->way[i], line->way[i + 1], n->lines[k].way[j],
                              n->lines[k].way[j + 1]))
                        bad += 10;
        }
        for (size_t i = 0; i < line->count; i++)
            bad += 0.1 * abs(rows_away(n, line, &n->stations[line->stops[i]]));
    }
    return bad;
}

/* The line with the most stations, the first of equals: it keeps its row, and what it shares. */
static size_t trunk_of(const net *n)
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
static void set_rows(net *n, size_t trunk, size_t p)
{
    size_t left[LINES], count = 0;
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
static bool lay_out(net *n)
{
    if (!set_columns(n, n->line_count) || !spread(n))
        return false;
    set_ways(n);
    return true;
}

/* All orders of the rows, and the least bad of them; false where a line runs through a station that
   is not its own in all of them. */
static bool choose_rows(net *n)
{
    size_t trunk = trunk_of(n), orders = 1, best = SIZE_MAX;
    double least = MEETS;
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
        double bad = lay_out(n) ? badness(n) : MEETS;
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

/* ---- places that are given ---- */

/* Whether any station has one. */
static bool has_places(const net *n)
{
    for (size_t i = 0; i < n->station_count; i++)
        if (n->plan->chart->data->items[n->stations[i].item].has_place)
            return true;
    return false;
}

/* Whether a piece runs along one of another line. */
static bool runs_along(const net *n, const net_line *own, zt_point a, zt_point b)
{
    zt_point middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    zt_rect box = {middle.x - 0.1, middle.y - 0.1, 0.2, 0.2};
    for (const net_line *line = n->lines; line < n->lines + n->line_count; line++)
        for (size_t i = 0; line != own && i + 1 < line->way_count; i++)
            if (zt_piece_meets(line->way[i], line->way[i + 1], box))
                return true;
    return false;
}

/* One step of a way over a grid: level or upright for the longer part, at 45 degrees for the rest,
   first that which goes on as the way has come; at the begin, that which runs along no other. */
static void add_step(const net *n, net_line *line, zt_point from, zt_point to)
{
    double dx = to.x - from.x, dy = to.y - from.y, slant = zt_min(fabs(dx), fabs(dy));
    double sx = dx < 0 ? -1 : 1, sy = dy < 0 ? -1 : 1;
    zt_point straight_first = {to.x - sx * slant, to.y - sy * slant};
    zt_point slant_first = {from.x + sx * slant, from.y + sy * slant};
    zt_point bend = straight_first;
    if (line->way_count < 2) {
        bend = runs_along(n, line, from, straight_first) ? slant_first : straight_first;
    } else {
        zt_point before = line->way[line->way_count - 2];
        double cx = from.x - before.x, cy = from.y - before.y;
        double a = cx * (straight_first.x - from.x) + cy * (straight_first.y - from.y);
        double b = cx * (slant_first.x - from.x) + cy * (slant_first.y - from.y);
        double la = hypot(straight_first.x - from.x, straight_first.y - from.y);
        double lb = hypot(slant_first.x - from.x, slant_first.y - from.y);
        bend = la > 0 && (lb <= 0 || a / la >= b / lb) ? straight_first : slant_first;
    }
    add_point(line, from.x, from.y);
    add_point(line, bend.x, bend.y);
    add_point(line, to.x, to.y);
}

/* A point at a part of a way between two of its points. */
static zt_point along_way(const net_line *line, size_t first, size_t last, double part)
{
    double all = 0;
    for (size_t i = first; i < last; i++)
        all += hypot(line->way[i + 1].x - line->way[i].x, line->way[i + 1].y - line->way[i].y);
    double left = part * all;
    for (size_t i = first; i < last; i++) {
        zt_point a = line->way[i], b = line->way[i + 1];
        double length = hypot(b.x - a.x, b.y - a.y);
        if (left <= length && length > 0)
            return (zt_point){a.x + (b.x - a.x) * left / length, a.y + (b.y - a.y) * left / length};
        left -= length;
    }
    return line->way[last];
}

/* The way of a line by its places; stations between two of them stand at even steps. */
static void set_placed_way(net *n, net_line *line)
{
    const zt_chart_data *data = n->plan->chart->data;
    size_t before = 0;
    line->way_count = 0;
    for (size_t i = 1; i < line->count; i++) {
        net_station *s = &n->stations[line->stops[i]];
        if (!data->items[s->item].has_place)
            continue;
        size_t first = line->way_count > 0 ? line->way_count - 1 : 0;
        add_step(n, line, n->stations[line->stops[before]].at, s->at);
        for (size_t k = before + 1; k < i; k++)
            n->stations[line->stops[k]].at = along_way(line, first, line->way_count - 1,
                                                       (double)(k - before) / (double)(i - before));
        before = i;
    }
}

/* Stations on the grid that the document gives, over the whole width. */
static void place_on_grid(net *n)
{
    const zt_chart_data *data = n->plan->chart->data;
    int left = 99, right = 0, top = 99;
    double margin = 0;
    for (size_t i = 0; i < n->station_count; i++) {
        const zt_chart_item *item = &data->items[n->stations[i].item];
        if (!item->has_place)
            continue;
        left = item->column < left ? item->column : left;
        right = item->column > right ? item->column : right;
        top = item->row < top ? item->row : top;
    }
    for (size_t i = 0; i < n->station_count; i++) {
        const zt_chart_item *item = &data->items[n->stations[i].item];
        if (item->has_place && (item->column == left || item->column == right))
            margin = zt_max(margin, n->stations[i].half);
    }
    margin = zt_max(zt_min(margin, n->plan->width / 5), ZT_ROUTE_HUB);
    double step = right > left ? (n->plan->width - 2 * margin) / (right - left) : 0;
    n->pitch *= zt_clamp(step, ROW_LEAST, ROW_MOST);
    for (size_t i = 0; i < n->station_count; i++) {
        const zt_chart_item *item = &data->items[n->stations[i].item];
        n->stations[i].at =
            (zt_point){margin + step * (item->column - left), n->pitch * (item->row - top)};
    }
    /* A second time, when the ways of all others are known. */
    for (size_t l = 0; l < 2 * n->line_count; l++)
        set_placed_way(n, &n->lines[l % n->line_count]);
}

/* ---- names ---- */

/* Names keep PAD about them for the lines; less of it reaches over rings. */
static double inner_radius(const net_station *s)
{
    return zt_max(0.1, radius_of(s) + CLEAR - PAD);
}

/* All that names may not stand on: rings and lines. */
static zt_obstacles obstacles_of(const net *n)
{
    zt_arena *arena = n->plan->chart->setting->arena;
    zt_rect *rects = ZT_ARRAY(arena, n->station_count + 1, zt_rect);
    zt_piece *pieces = ZT_ARRAY(arena, LINES * WAY, zt_piece);
    size_t count = 0;
    for (size_t i = 0; i < n->station_count; i++)
        rects[i] = square(&n->stations[i], inner_radius(&n->stations[i]));
    for (size_t l = 0; l < n->line_count; l++)
        for (size_t i = 0; i + 1 < n->lines[l].way_count; i++)
            pieces[count++] = (zt_piece){n->lines[l].way[i], n->lines[l].way[i + 1]};
    return (zt_obstacles){rects, n->station_count, pieces, count};
}

/* The free places of the list, in its order. */
static size_t free_places(const net *n, zt_position *places, size_t count,
                          const zt_obstacles *obstacles)
{
    const double far = 1e5;
    zt_rect frame = {-PAD, -far, n->plan->width + 2 * PAD, 2 * far};
    size_t free = 0;
    count = zt_positions_weigh(places, count, frame, obstacles, MEETS, 0);
    for (size_t i = 0; i < count; i++)
        if (places[i].cost < MEETS)
            places[free++] = places[i];
    return free;
}

/* The places about a station: below and above it first, as its line mostly runs level. */
static void station_label(const net *n, const net_station *s, const zt_route_label *label,
                          const zt_obstacles *obstacles, zt_point_label *out)
{
    static const double costs[ZT_POSITIONS_ROUND] = {2, 2, 1, 0, 3, 3, 4, 4};
    zt_position *places = ZT_ARRAY(n->plan->chart->setting->arena, ZT_POSITIONS_ROUND, zt_position);
    zt_rect size = {0, 0, label->width + 2 * PAD, label->height + 2 * PAD};
    zt_positions_round(places, s->at, size, inner_radius(s));
    for (int i = 0; i < ZT_POSITIONS_ROUND; i++)
        places[i].cost = costs[i];
    *out = (zt_point_label){.positions = places, .loss = 1};
    out->count = free_places(n, places, ZT_POSITIONS_ROUND, obstacles);
}

/* Places of the name of a line about one piece of its way: their count, and the array they fill. */
typedef struct name_places {
    zt_position *items;
    size_t count;
    double w, h;  /* of the name with the white about it */
    double width; /* of the plot */
} name_places;

/* Adds one, moved into the plot. */
static void add_place(name_places *p, double x, double y, double cost)
{
    x = zt_clamp(x, -PAD, zt_max(-PAD, p->width + PAD - p->w));
    p->items[p->count++] = (zt_position){{x, y, p->w, p->h}, cost};
}

enum { NAME_AWAY = 3, NAME_PLACES = NAME_AWAY * 6 }; /* distances; places about a piece */

/* Over and under a level piece, at its ends and its middle; beside another one, likewise. */
static void add_places(name_places *p, zt_point a, zt_point b, const double *away, double cost)
{
    double low = zt_min(a.x, b.x), high = zt_max(a.x, b.x);
    bool level = fabs(a.y - b.y) < 0.01;
    for (int d = 0; d < NAME_AWAY; d++)
        for (int i = 0; i < 3; i++) {
            double own = cost + 2.0 * d + 0.2 * i, part = i == 0 ? 1 : i == 1 ? 0 : 0.5;
            zt_point at = {a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
            double x = i == 0 ? high - p->w + PAD : i == 1 ? low - PAD : at.x - p->w / 2;
            if (level) {
                add_place(p, x, a.y - away[d] - p->h, own);
                add_place(p, x, a.y + away[d], own + 0.5);
            } else {
                add_place(p, at.x + away[d] + p->h / 2, at.y - p->h / 2, own + 1);
                add_place(p, at.x - away[d] - p->h / 2 - p->w, at.y - p->h / 2, own + 1.5);
            }
        }
}

/* The places of a line's name: near to its way and, past the names of stations, farther away; its
   ends are the best. */
static void line_label(const net *n, size_t l, double tall, const zt_obstacles *obstacles,
                       zt_point_label *out)
{
    const net_line *line = &n->lines[l];
    const zt_mark_text *name = &n->plan->lines[l].name;
    const double away[NAME_AWAY] = {0.01, ZT_ROUTE_HUB, tall + ZT_ROUTE_GAP};
    name_places p = {.width = n->plan->width,
                     .w = ZT_ROUTE_SWATCH + ZT_ROUTE_GAP / 2 + name->width + 2 * PAD,
                     .h = zt_mark_text_height(name) + 2 * PAD};
    p.items =
        ZT_ARRAY(n->plan->chart->setting->arena, line->way_count * NAME_PLACES + 1, zt_position);
    for (size_t i = 0; i + 1 < line->way_count; i++)
        add_places(&p, line->way[i], line->way[i + 1], away,
                   i == 0 || i + 2 == line->way_count ? 0 : 1);
    *out = (zt_point_label){.positions = p.items, .loss = 1};
    out->count = free_places(n, p.items, p.count, obstacles);
    out->count = zt_positions_cheapest(p.items, out->count, 16);
}

/* Names of stations and lines; false where one finds no place. */
static bool place_names(net *n, double limit)
{
    zt_route_plan *plan = n->plan;
    zt_arena *arena = plan->chart->setting->arena;
    zt_obstacles obstacles = obstacles_of(n);
    size_t all = n->station_count + n->line_count;
    zt_point_label *labels = ZT_ARRAY(arena, all + 1, zt_point_label);
    double tall = 0;
    plan->station_count = n->station_count;
    for (size_t i = 0; i < n->station_count; i++) {
        const net_station *s = &n->stations[i];
        plan->stations[i] =
            (zt_route_station){.item = s->item, .hub = s->shared, .line = s->line, .at = s->at};
        plan->stations[i].label =
            zt_route_label_new(plan->chart, s->item, SIZE_MAX, limit, ZT_ALIGN_CENTRE);
        tall = zt_max(tall, plan->stations[i].label.height);
        station_label(n, s, &plan->stations[i].label, &obstacles, &labels[i]);
    }
    for (size_t l = 0; l < n->line_count; l++)
        if (plan->lines[l].name.width > 0)
            line_label(n, l, tall, &obstacles, &labels[n->station_count + l]);
    for (size_t i = 0; i < all; i++)
        if (labels[i].count == 0 &&
            (i < n->station_count || plan->lines[i - n->station_count].name.width > 0))
            return false;
    size_t nameless = 0;
    for (size_t l = 0; l < n->line_count; l++)
        nameless += plan->lines[l].name.width <= 0;
    if (zt_positions_choose(arena, labels, all) > nameless)
        return false;
    for (size_t i = 0; i < n->station_count; i++) {
        zt_rect box = labels[i].positions[labels[i].chosen].box;
        zt_route_station *s = &plan->stations[i];
        zt_align align = box.x >= s->at.x                ? ZT_ALIGN_START
                         : zt_rect_right(box) <= s->at.x ? ZT_ALIGN_END
                                                         : ZT_ALIGN_CENTRE;
        if (align != ZT_ALIGN_CENTRE)
            s->label = zt_route_label_new(plan->chart, s->item, SIZE_MAX, limit, align);
        s->label.at = (zt_point){box.x + PAD, box.y + PAD};
    }
    for (size_t l = 0; l < n->line_count; l++) {
        const zt_point_label *label = &labels[n->station_count + l];
        if (plan->lines[l].name.width > 0) {
            zt_rect box = label->positions[label->chosen].box;
            plan->lines[l].name_at = (zt_point){box.x + PAD, box.y + box.h / 2};
        }
    }
    return true;
}

/* Moves all so that the highest ink lies at 0, and finds the height. */
static void settle(net *n)
{
    zt_route_plan *plan = n->plan;
    double top = INFINITY, foot = -INFINITY;
    for (size_t i = 0; i < plan->station_count; i++) {
        const zt_route_station *s = &plan->stations[i];
        top = zt_min(top, zt_min(s->at.y - ZT_ROUTE_HUB, s->label.at.y));
        foot = zt_max(foot, zt_max(s->at.y + ZT_ROUTE_HUB, s->label.at.y + s->label.height));
    }
    for (size_t l = 0; l < n->line_count; l++) {
        double half = zt_mark_text_height(&plan->lines[l].name) / 2;
        for (size_t i = 0; i < n->lines[l].way_count; i++) {
            top = zt_min(top, n->lines[l].way[i].y - PAD);
            foot = zt_max(foot, n->lines[l].way[i].y + PAD);
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
static double natural_pitch(net *n, double limit)
{
    double tall = 0, name = 0;
    for (size_t i = 0; i < n->station_count; i++) {
        zt_route_label label = zt_route_label_new(n->plan->chart, n->stations[i].item, SIZE_MAX,
                                                  limit, ZT_ALIGN_CENTRE);
        n->stations[i].half = zt_max(label.width / 2, ZT_ROUTE_HUB);
        tall = zt_max(tall, label.height);
    }
    for (size_t l = 0; l < n->line_count; l++)
        name = zt_max(name, zt_mark_text_height(&n->plan->lines[l].name));
    return tall + name + 2 * PAD + ZT_ROUTE_HUB + CLEAR;
}

bool zt_route_net(zt_route_plan *plan, double limit)
{
    for (size_t i = 0; i < sizeof TRIES / sizeof *TRIES; i++) {
        net *n = ZT_NEW(plan->chart->setting->arena, net);
        *n = (net){.plan = plan, .line_count = plan->line_count};
        if (!find_stations(n) || !hangs_together(n))
            return false;
        n->names = TRIES[i].names;
        n->pitch = TRIES[i].pitch * natural_pitch(n, limit);
        if (has_places(n)) {
            n->pitch = TRIES[i].pitch;
            place_on_grid(n);
        } else if (!choose_rows(n)) {
            continue;
        }
        if (!place_names(n, limit))
            continue;
        settle(n);
        return true;
    }
    return false;
}
