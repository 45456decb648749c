/* Places for the names of a net's stations and lines, clear of rings, of lines and of one another.
 */
#include "chart/route_net_imp.h"

#include "labels/positions.h"

#include <math.h>

/* Names keep ZT_NET_PAD about them for the lines; less of it reaches over rings. */
static double inner_radius(const zt_net_station *s)
{
    return zt_max(0.1, s->radius + ZT_NET_CLEAR - ZT_NET_PAD);
}

/* All that names may not stand on: rings and lines. */
static zt_obstacles obstacles_of(const zt_net *n)
{
    zt_arena *arena = n->plan->chart->setting->arena;
    zt_rect *rects = ZT_ARRAY(arena, n->station_count + 1, zt_rect);
    zt_piece *pieces = ZT_ARRAY(arena, ZT_NET_LINES * ZT_NET_WAY, zt_piece);
    size_t count = 0;
    for (size_t i = 0; i < n->station_count; i++)
        rects[i] = zt_net_square(&n->stations[i], inner_radius(&n->stations[i]));
    for (size_t l = 0; l < n->line_count; l++)
        for (size_t i = 0; i + 1 < n->lines[l].way_count; i++)
            pieces[count++] = (zt_piece){n->lines[l].way[i], n->lines[l].way[i + 1]};
    return (zt_obstacles){rects, n->station_count, pieces, count};
}

/* The free places of the list, in its order. */
static size_t free_places(const zt_net *n, zt_position *places, size_t count,
                          const zt_obstacles *obstacles)
{
    const double far = 1e5;
    zt_rect frame = {-ZT_NET_PAD, -far, n->plan->width + 2 * ZT_NET_PAD, 2 * far};
    size_t free = 0;
    count = zt_positions_weigh(places, count, frame, obstacles, ZT_NET_MEETS, 0);
    for (size_t i = 0; i < count; i++)
        if (places[i].cost < ZT_NET_MEETS)
            places[free++] = places[i];
    return free;
}

/* The places about a station: below and above it first, as its line mostly runs level. */
static void station_label(const zt_net *n, const zt_net_station *s, const zt_route_label *label,
                          const zt_obstacles *obstacles, zt_point_label *out)
{
    static const double costs[ZT_POSITIONS_ROUND] = {2, 2, 1, 0, 3, 3, 4, 4};
    zt_position *places = ZT_ARRAY(n->plan->chart->setting->arena, ZT_POSITIONS_ROUND, zt_position);
    zt_rect size = {0, 0, label->width + 2 * ZT_NET_PAD, label->height + 2 * ZT_NET_PAD};
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
    x = zt_clamp(x, -ZT_NET_PAD, zt_max(-ZT_NET_PAD, p->width + ZT_NET_PAD - p->w));
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
            double x = i == 0   ? high - p->w + ZT_NET_PAD
                       : i == 1 ? low - ZT_NET_PAD
                                : at.x - p->w / 2;
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
static void line_label(const zt_net *n, size_t l, double tall, const zt_obstacles *obstacles,
                       zt_point_label *out)
{
    const zt_net_line *line = &n->lines[l];
    const zt_mark_text *name = &n->plan->lines[l].name;
    const double away[NAME_AWAY] = {0.01, ZT_ROUTE_HUB, tall + ZT_ROUTE_GAP};
    name_places p = {.width = n->plan->width,
                     .w = ZT_ROUTE_SWATCH + ZT_ROUTE_GAP / 2 + name->width + 2 * ZT_NET_PAD,
                     .h = zt_mark_text_height(name) + 2 * ZT_NET_PAD};
    p.items =
        ZT_ARRAY(n->plan->chart->setting->arena, line->way_count * NAME_PLACES + 1, zt_position);
    for (size_t i = 0; i + 1 < line->way_count; i++)
        add_places(&p, line->way[i], line->way[i + 1], away,
                   i == 0 || i + 2 == line->way_count ? 0 : 1);
    *out = (zt_point_label){.positions = p.items, .loss = 1};
    out->count = free_places(n, p.items, p.count, obstacles);
    out->count = zt_positions_cheapest(p.items, out->count, 16);
}

bool zt_net_place_names(zt_net *n, double limit)
{
    zt_route_plan *plan = n->plan;
    zt_arena *arena = plan->chart->setting->arena;
    zt_obstacles obstacles = obstacles_of(n);
    size_t all = n->station_count + n->line_count;
    zt_point_label *labels = ZT_ARRAY(arena, all + 1, zt_point_label);
    double tall = 0;
    plan->station_count = n->station_count;
    for (size_t i = 0; i < n->station_count; i++) {
        const zt_net_station *s = &n->stations[i];
        plan->stations[i] = (zt_route_station){.item = s->item,
                                               .hub = s->shared,
                                               .pole = zt_net_is_pole(s),
                                               .line = s->line,
                                               .at = s->at};
        plan->stations[i].label = zt_net_label(n, s, limit, ZT_ALIGN_CENTRE);
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
            s->label = zt_net_label(n, &n->stations[i], limit, align);
        s->label.at = (zt_point){box.x + ZT_NET_PAD, box.y + ZT_NET_PAD};
    }
    for (size_t l = 0; l < n->line_count; l++) {
        const zt_point_label *label = &labels[n->station_count + l];
        if (plan->lines[l].name.width > 0) {
            zt_rect box = label->positions[label->chosen].box;
            plan->lines[l].name_at = (zt_point){box.x + ZT_NET_PAD, box.y + box.h / 2};
        }
    }
    return true;
}
