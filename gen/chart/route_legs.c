/* Legs of lines that are told apart: where they lie on the way of their line, and the key that says
   what they are. */
#include "chart/route_imp.h"

#include <math.h>

static const double ROW_GAP = 0.5; /* between two rows of the key, of the type size */

/* ---- the key ---- */

void zt_route_set_key(zt_route_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look look = zt_chart_look(chart, "label");
    double x = 0, row = 0, y = plan->height + ZT_ROUTE_GAP;
    plan->legs = ZT_ARRAY(chart->setting->arena, data->leg_count + 1, zt_route_leg);
    for (size_t i = 0; i < data->leg_count; i++) {
        zt_route_leg *leg = &plan->legs[i];
        leg->name = zt_mark_text_new(chart, data->legs[i], &look, data->kind_at);
        double width = ZT_ROUTE_SWATCH + ZT_ROUTE_GAP / 2 + leg->name.width;
        row = zt_max(row, zt_mark_text_height(&leg->name));
        if (x > 0 && x + width > plan->width) {
            x = 0;
            y += row + ROW_GAP * look.text.size;
        }
        leg->at = (zt_point){x, y + row / 2};
        x += width + 2 * ZT_ROUTE_GAP;
    }
    if (data->leg_count > 0)
        plan->height = y + row;
}

/* ---- pieces of lines ---- */

/* A place on a way: that many pieces from its beginning, and the point there. */
typedef struct way_place {
    double along;
    zt_point at;
} way_place;

/* The place of a way that is nearest to a point. */
static way_place nearest(const zt_route_line *line, zt_point p)
{
    way_place best = {0, line->way[0]};
    double least = INFINITY;
    for (size_t i = 0; i + 1 < line->way_count; i++) {
        zt_point a = line->way[i], b = line->way[i + 1];
        double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
        double part = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0;
        part = zt_clamp(part, 0, 1);
        zt_point at = {a.x + part * dx, a.y + part * dy};
        double away = hypot(p.x - at.x, p.y - at.y);
        if (away < least - 1e-6) {
            least = away;
            best = (way_place){(double)i + part, at};
        }
    }
    return best;
}

/* Where the stop of a line stands: in a net an item stands once. */
static zt_point place_of(const zt_route_plan *plan, size_t line, size_t item)
{
    for (size_t i = 0; i < plan->station_count; i++)
        if (plan->stations[i].item == item && (plan->net || plan->stations[i].line == line))
            return plan->stations[i].at;
    return plan->lines[line].way[0];
}

/* The way from one place to the other, with the bends between them. */
static zt_route_piece cut(const zt_route_plan *plan, size_t line, way_place from, way_place to)
{
    const zt_route_line *l = &plan->lines[line];
    zt_route_piece piece = {.leg = SIZE_MAX};
    if (from.along > to.along) {
        way_place other = from;
        from = to;
        to = other;
    }
    piece.way = ZT_ARRAY(plan->chart->setting->arena, l->way_count + 2, zt_point);
    piece.way[piece.way_count++] = from.at;
    for (size_t i = 0; i < l->way_count; i++)
        if ((double)i > from.along + 1e-6 && (double)i < to.along - 1e-6)
            piece.way[piece.way_count++] = l->way[i];
    piece.way[piece.way_count++] = to.at;
    return piece;
}

/* The number of a word among the legs of the data. */
static size_t leg_of(const zt_chart_data *data, zt_str word)
{
    for (size_t i = 0; word.len > 0 && i < data->leg_count; i++)
        if (zt_str_equal(data->legs[i], word))
            return i;
    return SIZE_MAX;
}

size_t zt_route_pieces(const zt_route_plan *plan, size_t line, zt_route_piece **pieces)
{
    const zt_chart_data *data = plan->chart->data;
    const zt_chart_course *course = &data->courses[line];
    const zt_route_line *l = &plan->lines[line];
    size_t count = 0, first = 1;
    *pieces = ZT_ARRAY(plan->chart->setting->arena, course->count + 1, zt_route_piece);
    if (data->leg_count == 0) {
        (*pieces)[0] = (zt_route_piece){l->way, l->way_count, SIZE_MAX};
        return 1;
    }
    for (size_t i = 1; i < course->count; i++) {
        size_t leg = leg_of(data, course->legs[i]);
        if (i + 1 < course->count && leg_of(data, course->legs[i + 1]) == leg)
            continue;
        way_place from = nearest(l, place_of(plan, line, course->items[first - 1]));
        way_place to = nearest(l, place_of(plan, line, course->items[i]));
        (*pieces)[count] = cut(plan, line, from, to);
        (*pieces)[count++].leg = leg;
        first = i + 1;
    }
    return count;
}
