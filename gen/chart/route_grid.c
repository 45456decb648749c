/* Stations of a net at the places that the document gives: each line goes from one to the next
   level, upright or at 45 degrees, and stations without a place stand on it at even steps. */
#include "chart/route_net_imp.h"

#include "labels/meet.h"

#include <math.h>

static const double ROW_LEAST = ZT_MM(10), ROW_MOST = ZT_MM(18); /* from row to row, points */

bool zt_net_has_places(const zt_net *n)
{
    for (size_t i = 0; i < n->station_count; i++)
        if (n->plan->chart->data->items[n->stations[i].item].has_place)
            return true;
    return false;
}

/* Whether a piece runs along one of another line. */
static bool runs_along(const zt_net *n, const zt_net_line *own, zt_point a, zt_point b)
{
    zt_point middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    zt_rect box = {middle.x - 0.1, middle.y - 0.1, 0.2, 0.2};
    for (const zt_net_line *line = n->lines; line < n->lines + n->line_count; line++)
        for (size_t i = 0; line != own && i + 1 < line->way_count; i++)
            if (zt_piece_meets(line->way[i], line->way[i + 1], box))
                return true;
    return false;
}

/* One step of a way over a grid: level or upright for the longer part, at 45 degrees for the rest,
   first that which goes on as the way has come; at the begin, that which runs along no other. */
static void add_step(const zt_net *n, zt_net_line *line, zt_point from, zt_point to)
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
    zt_net_add_point(line, from.x, from.y);
    zt_net_add_point(line, bend.x, bend.y);
    zt_net_add_point(line, to.x, to.y);
}

/* A point at a part of a way between two of its points. */
static zt_point along_way(const zt_net_line *line, size_t first, size_t last, double part)
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
static void set_placed_way(zt_net *n, zt_net_line *line)
{
    const zt_chart_data *data = n->plan->chart->data;
    size_t before = 0;
    line->way_count = 0;
    for (size_t i = 1; i < line->count; i++) {
        zt_net_station *s = &n->stations[line->stops[i]];
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

void zt_net_place_on_grid(zt_net *n)
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
