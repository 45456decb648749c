/* A grid line in the stretches that type leaves to it: figures are read more easily on white
   paper than over a line. It is given all type of the plot beforehand and draws each line once,
   in pieces. */
#include "chart/grid.h"

/* In points. */
/* Dots of solid black, which newsprint holds where it loses a tint and a hairline alike. */
static const double DOT = ZT_MM(0.25), PAUSE = ZT_MM(0.75);
static const double WHITE = ZT_MM(0.6);    /* from type to the line on both sides */
static const double ABOVE = ZT_MM(0.6);    /* a line this near over or under type meets it too */
static const double STRETCH = ZT_MM(0.8);  /* a shorter rest of a line would be a mere speck */
static const double CLEARING = ZT_MM(0.9); /* of the paper under a line on a bar */

/* Whether a level line at y comes too near to the box; a box without width is none. */
static bool meets(zt_rect box, double y)
{
    return box.w > 0 && y > box.y - ABOVE && y < zt_rect_foot(box) + ABOVE;
}

/* The end of the white that begins at or before x; x itself where there is none. Boxes that follow
   one another at once are passed together. */
static double past_type(const zt_grid_type *type, double x, double y)
{
    for (size_t i = 0; i < type->count; i++) {
        zt_rect box = type->boxes[i];
        double end = box.x + box.w + WHITE;
        if (meets(box, y) && box.x - WHITE <= x && end > x) {
            x = end;
            i = (size_t)-1; /* another may begin there: from the first on */
        }
    }
    return x;
}

/* Where the next white right of x begins, at most `to`. */
static double next_type(const zt_grid_type *type, double x, double to, double y)
{
    for (size_t i = 0; i < type->count; i++)
        if (meets(type->boxes[i], y) && type->boxes[i].x - WHITE > x)
            to = zt_min(to, type->boxes[i].x - WHITE);
    return to;
}

/* A zero or base line is heavier than the grid and solid. */
void zt_grid_piece(const zt_chart *chart, zt_group *into, zt_point from, zt_point to, double weight)
{
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, chart->data->kind_at);
    zt_path_move(path, from.x, from.y);
    zt_path_line(path, to.x, to.y);
    path->stroke = ZT_SOLID(chart->axis_ink);
    path->width = weight;
    if (weight <= ZT_CHART_GRID_LINE) {
        path->dash[0] = DOT;
        path->dash[1] = PAUSE;
    }
    zt_path_done(path);
}

/* A line on its way: its look, and whether x and y have changed places. */
typedef struct running_line {
    const zt_grid_stroke *look;
    bool upright;
} running_line;

/* One stretch of a line. */
static void draw_stretch(const zt_chart *chart, zt_group *into, double from, double to, double y,
                         running_line run)
{
    const zt_grid_stroke *line = run.look;
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, line->at);
    zt_path_move(path, run.upright ? y : from, run.upright ? from : y);
    zt_path_line(path, run.upright ? y : to, run.upright ? to : y);
    path->stroke = ZT_SOLID(chart->axis_ink);
    path->width = line->weight;
    path->dash[0] = line->dash[0];
    path->dash[1] = line->dash[1];
    zt_path_done(path);
}

/* From white to white. A short rest between two figures is left out, but a line that meets
   nothing is drawn however short. */
static void draw_line(const zt_chart *chart, zt_group *into, double from, double to, double y,
                      running_line line, const zt_grid_type *type)
{
    double x = past_type(type, from, y);
    while (x < to) {
        double end = next_type(type, x, to, y);
        bool whole = x == from && end == to;
        if (whole || end - x >= STRETCH)
            draw_stretch(chart, into, x, end, y, line);
        if (end >= to)
            return;
        x = past_type(type, end, y);
    }
}

void zt_grid_level_line(const zt_chart *chart, zt_group *into, double from, double to, double y,
                        const zt_grid_stroke *line, const zt_grid_type *type)
{
    draw_line(chart, into, from, to, y, (running_line){line, false}, type);
}

/* The boxes with x and y in each other's place, so that the same walk finds the stretches. */
void zt_grid_upright_line(const zt_chart *chart, zt_group *into, double from, double to, double x,
                          const zt_grid_stroke *line, const zt_grid_type *type)
{
    zt_rect *boxes = ZT_ARRAY(chart->setting->arena, type->count, zt_rect);
    for (size_t i = 0; i < type->count; i++) {
        zt_rect box = type->boxes[i];
        if (box.w > 0)
            boxes[i] = (zt_rect){box.y, box.x, box.h, box.w};
    }
    zt_grid_type turned = {boxes, type->count};
    draw_line(chart, into, from, to, x, (running_line){line, true}, &turned);
}

void zt_grid_level(const zt_chart *chart, zt_group *into, double from, double to, double y,
                   double weight, const zt_grid_type *type)
{
    zt_grid_stroke line = {.weight = weight, .at = chart->data->kind_at};
    if (weight <= ZT_CHART_GRID_LINE) {
        line.dash[0] = DOT;
        line.dash[1] = PAUSE;
    }
    zt_grid_level_line(chart, into, from, to, y, &line, type);
}

void zt_grid_clear(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect bar, double line,
                   bool upright)
{
    double low = upright ? bar.x : bar.y, high = low + (upright ? bar.w : bar.h);
    zt_rect paper = upright ? (zt_rect){line - CLEARING / 2, bar.y, CLEARING, bar.h}
                            : (zt_rect){bar.x, line - CLEARING / 2, bar.w, CLEARING};
    if (chart->block->reversed || line <= low + CLEARING / 2 || line >= high - CLEARING / 2)
        return;
    zt_scene_fill_rect(chart->setting->scene, into, at, paper, ZT_SOLID(&zt_ink_paper));
}
