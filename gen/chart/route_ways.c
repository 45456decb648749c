/* The ways of a net's lines on the rows that they have been given: a turn over one row runs at 45
   degrees, one over several first upright in a lane of its own. */
#include "chart/route_net_imp.h"

#include <math.h>

static const double LANE = ZT_ROUTE_LINE + ZT_MM(0.5); /* between lines that run together, points */

bool zt_net_is_pole(const zt_net_station *s)
{
    return s->radius > ZT_ROUTE_HUB;
}

zt_route_label zt_net_label(const zt_net *n, const zt_net_station *s, double limit, zt_align align)
{
    const zt_chart *chart = n->plan->chart;
    return zt_net_is_pole(s) ? zt_route_pole_label(chart, s->item, limit, align)
                             : zt_route_label_new(chart, s->item, SIZE_MAX, limit, align);
}

zt_rect zt_net_square(const zt_net_station *s, double half)
{
    return (zt_rect){s->at.x - half, s->at.y - half, 2 * half, 2 * half};
}

int zt_net_rows_away(const zt_net *n, const zt_net_line *line, const zt_net_station *s)
{
    return n->lines[s->owner].row - line->row;
}

void zt_net_add_point(zt_net_line *line, double x, double y)
{
    const zt_point *last = line->way_count > 0 ? &line->way[line->way_count - 1] : NULL;
    if (last && fabs(last->x - x) < 0.01 && fabs(last->y - y) < 0.01)
        return;
    line->way[line->way_count++] = (zt_point){x, y};
}

/* Whether two stations follow one another on a line. */
static bool are_neighbours(const zt_net_line *line, size_t a, size_t b)
{
    for (size_t i = 0; i + 1 < line->count; i++)
        if ((line->stops[i] == a && line->stops[i + 1] == b) ||
            (line->stops[i] == b && line->stops[i + 1] == a))
            return true;
    return false;
}

/* How many lines before this one run straight between the two, which stand on a row of neither. */
static size_t lines_along(const zt_net *n, size_t l, size_t a, size_t b)
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
static bool goes_along(const zt_net *n, const zt_net_line *line, size_t a, size_t b)
{
    size_t owner = n->stations[a].owner;
    return owner == n->stations[b].owner && zt_net_rows_away(n, line, &n->stations[a]) != 0 &&
           are_neighbours(&n->lines[owner], a, b);
}

/* From a station to the next: along its row, or by turns over the line's own. */
static void add_link(zt_net *n, size_t l, size_t i, const turn *turns, size_t turn_count)
{
    zt_net_line *line = &n->lines[l];
    size_t a = line->stops[i], b = line->stops[i + 1];
    zt_point u = n->stations[a].at, v = n->stations[b].at;
    double y = line->row * n->pitch;
    if (goes_along(n, line, a, b)) {
        size_t along = lines_along(n, l, a, b);
        double off = (along % 2 ? -1 : 1) * LANE * (double)(along / 2 + 1);
        zt_net_add_point(line, u.x, u.y + off);
        zt_net_add_point(line, v.x, v.y + off);
        return;
    }
    const turn *out = turn_of(turns, turn_count, l, a, 1),
               *in = turn_of(turns, turn_count, l, b, -1);
    double down = u.y < y ? 1 : -1, up = v.y < y ? 1 : -1;
    double leave = u.x + (out ? out->lane : 0), arrive = v.x + (in ? in->lane : 0);
    zt_net_add_point(line, leave, u.y);
    if (fabs(u.y - y) > 0.01) {
        zt_net_add_point(line, leave, y - down * n->pitch);
        zt_net_add_point(line, leave + n->pitch, y);
    }
    if (fabs(v.y - y) > 0.01) {
        zt_net_add_point(line, arrive - n->pitch, y);
        zt_net_add_point(line, arrive, y - up * n->pitch);
    }
    zt_net_add_point(line, arrive, v.y);
}

void zt_net_set_ways(zt_net *n)
{
    turn *turns =
        ZT_ARRAY(n->plan->chart->setting->arena, 2 * ZT_NET_LINES * ZT_NET_STATIONS, turn);
    size_t count = 0;
    for (size_t i = 0; i < n->station_count; i++)
        n->stations[i].at.y = n->lines[n->stations[i].owner].row * n->pitch;
    for (size_t l = 0; l < n->line_count; l++) {
        zt_net_line *line = &n->lines[l];
        for (size_t i = 0; i + 1 < line->count; i++) {
            if (goes_along(n, line, line->stops[i], line->stops[i + 1]))
                continue;
            int out = -zt_net_rows_away(n, line, &n->stations[line->stops[i]]);
            int in = -zt_net_rows_away(n, line, &n->stations[line->stops[i + 1]]);
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
