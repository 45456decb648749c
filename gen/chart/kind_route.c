/* Routes as a map of a metro shows them: lines of their own inks, stations as rings, level,
   upright or at 45 degrees. Distances tell nothing, and a note should say so. */
#include "chart/route_imp.h"

#include <math.h>

static const double RING = ZT_MM(0.55), RING_HUB = ZT_MM(0.8); /* thickness of the rings */
static const double RING_POLE = ZT_MM(1), CORE_POLE = ZT_MM(1.5);
static const double CORE = ZT_MM(0.5);   /* paper within a hollow line */
static const double WHITE = ZT_MM(0.45); /* paper at both sides of a line */
static const double DASHES[2][2] = {{ZT_MM(2.2), ZT_MM(1)}, {ZT_MM(0.8), ZT_MM(0.8)}};
static const double BEND = ZT_MM(2.2); /* from a corner to where its bend begins, at most */

/* What one drawing needs beside the plan; points, frame of the plot. */
typedef struct route_drawing {
    const zt_route_plan *plan;
    zt_group *lines, *stations, *cores, *labels;
} route_drawing;

static zt_chart_plan route_plan(const zt_chart *chart, double width)
{
    const zt_route_plan *plan = zt_route_plan_new(chart, width);
    double height = plan->height + plan->notes.height;
    return (zt_chart_plan){.extent = {height, height}, .own = plan};
}

/* A point on the way from a to b, at most half of it and at most BEND away from a. */
static zt_point towards(zt_point a, zt_point b)
{
    double length = hypot(b.x - a.x, b.y - a.y);
    double part = length > 0 ? zt_min(BEND, length / 2) / length : 0;
    return (zt_point){a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
}

/* A way with its bends rounded, as a stroke, dashed for a leg. */
static void draw_way(const route_drawing *d, const zt_route_piece *line, double width,
                     const zt_ink *ink)
{
    const zt_chart *chart = d->plan->chart;
    zt_path *path = zt_scene_add_path(chart->setting->scene, d->lines, chart->data->kind_at);
    zt_path_move(path, line->way[0].x, line->way[0].y);
    for (size_t i = 1; i + 1 < line->way_count; i++) {
        zt_point corner = line->way[i], begin = towards(corner, line->way[i - 1]);
        zt_point end = towards(corner, line->way[i + 1]);
        zt_path_line(path, begin.x, begin.y);
        zt_path_curve(path, corner, corner, end);
    }
    zt_point last = line->way[line->way_count - 1];
    zt_path_line(path, last.x, last.y);
    path->stroke = ZT_SOLID(ink);
    path->width = width;
    path->cap = line->leg == SIZE_MAX ? ZT_CAP_ROUND : ZT_CAP_BUTT;
    for (size_t i = 0; line->leg != SIZE_MAX && i < 2; i++)
        path->dash[i] = DASHES[line->leg % 2][i];
    zt_path_done(path);
}

/* A line over those that were drawn before it. */
static void draw_line(const route_drawing *d, size_t index)
{
    const zt_route_line *line = &d->plan->lines[index];
    zt_route_piece all = {line->way, line->way_count, SIZE_MAX}, *pieces;
    if (line->way_count < 2)
        return;
    draw_way(d, &all, ZT_ROUTE_LINE + 2 * WHITE, &zt_ink_paper);
    size_t count = zt_route_pieces(d->plan, index, &pieces);
    for (size_t i = 0; i < count; i++)
        draw_way(d, &pieces[i], ZT_ROUTE_LINE, line->style.ink);
    if (line->style.hollow)
        draw_way(d, &all, CORE, &zt_ink_paper);
}

/* What a dashed leg is, behind a stroke of it. */
static void draw_leg(const route_drawing *d, size_t index)
{
    const zt_route_leg *leg = &d->plan->legs[index];
    zt_point swatch[2] = {leg->at, {leg->at.x + ZT_ROUTE_SWATCH, leg->at.y}};
    draw_way(d, &(zt_route_piece){swatch, 2, index}, ZT_ROUTE_LINE, d->plan->chart->axis_ink);
    zt_mark_text_centre(d->plan->chart, &leg->name, d->labels, ZT_ALIGN_START,
                        swatch[1].x + ZT_ROUTE_GAP / 2, leg->at.y);
}

/* The ring of a station in the ink of its line, of a hub in that of the axes. */
static void draw_station(const route_drawing *d, const zt_route_station *station)
{
    const zt_chart *chart = d->plan->chart;
    double radius = station->pole ? ZT_ROUTE_POLE : station->hub ? ZT_ROUTE_HUB : ZT_ROUTE_STATION;
    double line = station->pole ? RING_POLE : station->hub ? RING_HUB : RING;
    zt_path *ring =
        zt_scene_add_path(chart->setting->scene, d->stations, chart->data->items[station->item].at);
    zt_path_circle(ring, station->at.x, station->at.y, radius - line / 2);
    ring->fill = ZT_SOLID(&zt_ink_paper);
    ring->stroke =
        ZT_SOLID(station->hub ? chart->axis_ink : d->plan->lines[station->line].style.ink);
    ring->width = line;
    zt_path_done(ring);
    if (station->pole)
        zt_scene_disc(chart->setting->scene, d->cores, chart->data->items[station->item].at,
                      station->at, CORE_POLE, ZT_SOLID(chart->params->accent));
}

/* Name and values of a station. */
static void draw_label(const route_drawing *d, const zt_route_label *label)
{
    const zt_chart *chart = d->plan->chart;
    double x = label->at.x, y = label->at.y;
    if (label->align == ZT_ALIGN_CENTRE)
        x += label->width / 2;
    else if (label->align == ZT_ALIGN_END)
        x += label->width;
    zt_words_place(chart, &label->name, d->labels, x, y);
    y += label->name.height;
    for (size_t i = 0; i < label->value_count; i++) {
        y += zt_route_value_height(&label->values[i]);
        zt_mark_text_centre(chart, &label->values[i], d->labels, label->align, x,
                            y - zt_mark_text_height(&label->values[i]) / 2);
    }
}

/* The name of a line, in a net behind a stroke of it. */
static void draw_name(const route_drawing *d, const zt_route_line *line)
{
    zt_point at = line->name_at;
    if (line->name.width <= 0)
        return;
    if (d->plan->net) {
        zt_point swatch[2] = {{at.x + ZT_ROUTE_LINE / 2, at.y},
                              {at.x + ZT_ROUTE_SWATCH - ZT_ROUTE_LINE / 2, at.y}};
        zt_route_piece stroke = {swatch, 2, SIZE_MAX};
        draw_way(d, &stroke, ZT_ROUTE_LINE, line->style.ink);
        if (line->style.hollow)
            draw_way(d, &stroke, CORE, &zt_ink_paper);
        at.x += ZT_ROUTE_SWATCH + ZT_ROUTE_GAP / 2;
    }
    zt_mark_text_centre(d->plan->chart, &line->name, d->labels, ZT_ALIGN_START, at.x, at.y);
}

/* Lit lines over the others, stations over all lines. */
static void route_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_route_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    route_drawing d = {.plan = plan};
    d.lines = zt_mark_layer(chart, into, "lines", plan->width, height);
    d.stations = zt_mark_layer(chart, into, "dots", plan->width, height);
    d.cores = zt_mark_layer(chart, into, "poles", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    for (int lit = 0; lit < 2; lit++)
        for (size_t i = 0; i < plan->line_count; i++)
            if (plan->lines[i].lit == (lit == 1))
                draw_line(&d, i);
    for (size_t i = 0; i < plan->station_count; i++) {
        draw_station(&d, &plan->stations[i]);
        draw_label(&d, &plan->stations[i].label);
    }
    for (size_t i = 0; i < plan->line_count; i++)
        draw_name(&d, &plan->lines[i]);
    for (size_t i = 0; i < chart->data->leg_count; i++)
        draw_leg(&d, i);
    zt_note_list_place(chart, &plan->notes, d.labels, plan->height);
}

/* Reports route-ends: once a station has a place, the ends of all lines need theirs. */
static bool check_places(const zt_chart_data *data, zt_diags *diags)
{
    bool any = false, good = true;
    for (size_t i = 0; i < data->item_count; i++)
        any = any || data->items[i].has_place;
    for (size_t s = 0; any && s < data->series_count; s++) {
        const zt_chart_course *course = &data->courses[s];
        for (size_t end = 0; end < 2 && course->count > 0; end++) {
            const zt_chart_item *item = &data->items[course->items[end ? course->count - 1 : 0]];
            if (item->has_place)
                continue;
            zt_report(diags, ZT_ERROR, "route-ends", item->at,
                      "“%.*s”是线路的端点：有一站写了 column 和 row，各线两端就都要写",
                      "“%.*s” ends a line: where one station has column and row, both ends of all "
                      "lines need them",
                      ZT_ARG(item->key));
            good = false;
        }
    }
    return good;
}

/* Reports no-items, route-ends. */
static bool route_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "route") && check_places(data, diags);
}

const zt_chart_kind zt_chart_kind_route = {
    .name = "route",
    .spans = {12, 8, 12},
    .zh = "线路图：一个系列是一条线，条目依次是站，同名的站相接；站距不表示远近",
    .en = "Lines as a metro map shows them: a series is a line, its items are its stations in "
          "order, equal keys are one station; distances tell nothing",
    .check = route_check,
    .plan = route_plan,
    .draw = route_draw,
};
