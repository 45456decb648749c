/* Drawing boxes and strips: lines of the axis behind the rows, boxes, dots, strokes, words. */
#include "chart/box_imp.h"

#include "chart/legend.h"
#include "labels/leaders.h"
#include "labels/spread.h"

static const double WHISKER = ZT_MM(0.2), MEDIAN = ZT_MM(0.6), LEADER = ZT_MM(0.15);

/* What one drawing needs beside the plan; points, frame of the plot. */
typedef struct box_drawing {
    const zt_box_plan *plan;
    zt_group *axis, *boxes, *dots, *labels;
} box_drawing;

/* A line of the axis, dotted, behind the marks of each row: where words stand there is none. */
static void draw_grid(const box_drawing *d, double x)
{
    const zt_box_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_box_row *row = &plan->rows[i];
        zt_path *path = zt_scene_add_path(chart->setting->scene, d->axis, chart->data->kind_at);
        zt_path_move(path, x, row->middle - row->half);
        zt_path_line(path, x, row->middle + row->half);
        path->stroke = ZT_SOLID(chart->axis_ink);
        path->width = ZT_CHART_GRID_LINE;
        path->dash[0] = ZT_MM(0.25);
        path->dash[1] = ZT_MM(0.75);
        zt_path_done(path);
    }
}

/* The axis under the rows with its strokes and those numbers that keep clear of each other. */
static void draw_axis(const box_drawing *d)
{
    const zt_box_plan *plan = d->plan;
    zt_arena *arena = plan->chart->setting->arena;
    size_t count = plan->ticks.ticks.count;
    zt_label *labels = ZT_ARRAY(arena, count, zt_label);
    bool *keep = ZT_ARRAY(arena, count, bool);
    zt_mark_rule(plan->chart, d->axis, (zt_point){plan->across.from, plan->base},
                 (zt_point){plan->across.to, plan->base}, ZT_CHART_AXIS_LINE);
    for (size_t i = 0; i < count; i++) {
        double x = zt_scale_at(&plan->across, zt_tick_value(&plan->ticks, i));
        labels[i] = (zt_label){.wanted = x, .size = plan->ticks.texts[i].width};
        draw_grid(d, x);
        zt_mark_rule(plan->chart, d->axis, (zt_point){x, plan->base},
                     (zt_point){x, plan->base + ZT_CHART_TICK}, ZT_CHART_AXIS_LINE);
    }
    zt_labels_thin(labels, count, plan->ticks.size / 2, keep);
    for (size_t i = 0; i < count; i++)
        if (keep[i])
            zt_mark_text_centre(plan->chart, &plan->ticks.texts[i], d->labels, ZT_ALIGN_CENTRE,
                                labels[i].wanted,
                                plan->base + ZT_CHART_TICK + 0.7 * plan->ticks.size);
}

/* The middle half as a box, the line from the least to the greatest, the median. */
static void draw_box(const box_drawing *d, const zt_box_row *row)
{
    const zt_chart *chart = d->plan->chart;
    zt_pos at = chart->data->kind_at;
    zt_scene *scene = chart->setting->scene;
    double y = row->middle, x = row->quarter[2];
    if (row->has_box)
        zt_scene_fill_rect(scene, d->boxes, at,
                           (zt_rect){row->quarter[1], y - ZT_BOX_HEIGHT / 2,
                                     row->quarter[3] - row->quarter[1], ZT_BOX_HEIGHT},
                           ZT_SOLID(chart->params->third));
    if (row->all.count > 1)
        zt_mark_rule(chart, d->boxes, (zt_point){row->quarter[0], y},
                     (zt_point){row->quarter[4], y}, WHISKER);
    if (row->has_median)
        zt_mark_rule(chart, d->boxes, (zt_point){x, y - ZT_BOX_MEDIAN / 2},
                     (zt_point){x, y + ZT_BOX_MEDIAN / 2}, MEDIAN);
    double half = row->median.width / 2;
    zt_mark_text_centre(
        chart, &row->median, d->labels, ZT_ALIGN_CENTRE,
        zt_clamp(x, d->plan->names + half, zt_max(d->plan->names + half, d->plan->width - half)),
        y - row->half - zt_mark_text_height(&row->median) / 2);
}

/* Every dot that has a place of its own. */
static void draw_dots(const box_drawing *d, const zt_box_row *row)
{
    const zt_chart *chart = d->plan->chart;
    for (size_t i = 0; i < row->dot_count; i++) {
        const zt_box_dot *dot = &row->dots[i];
        zt_point at = {dot->at.x, row->middle + dot->at.y};
        if (!dot->hidden)
            zt_mark_dot(chart, d->dots, dot->of->quantity, at, d->plan->radius,
                        dot->lit ? chart->params->accent : chart->params->second);
    }
}

/* Observations that are named, under the row. */
static void draw_names(const box_drawing *d, const zt_box_row *row)
{
    const zt_box_plan *plan = d->plan;
    for (size_t i = 0; i < row->name_count; i++) {
        const zt_box_name *name = &row->names[i];
        if (name->level == ZT_LEVEL_NONE)
            continue;
        const zt_box_dot *dot = &row->dots[name->dot];
        double foot = row->middle + row->half + ZT_BOX_GAP / 2;
        double top = foot + (double)name->level * plan->level;
        zt_mark_rule(plan->chart, d->axis,
                     (zt_point){dot->at.x, row->middle + dot->at.y + plan->radius},
                     (zt_point){dot->at.x, top}, LEADER);
        zt_mark_text_centre(plan->chart, &name->text, d->labels, ZT_ALIGN_START, name->left,
                            top + plan->level / 2);
    }
}

/* The name of a group with how many it holds: at the left of its row, or over it. */
static void draw_head(const box_drawing *d, const zt_box_row *row)
{
    const zt_chart *chart = d->plan->chart;
    double number = zt_mark_text_height(&row->number);
    if (!row->name.para)
        return;
    if (d->plan->narrow) {
        zt_words_place(chart, &row->name, d->labels, 0, row->top);
        zt_mark_text_centre(chart, &row->number, d->labels, ZT_ALIGN_END, d->plan->width,
                            row->top + zt_chart_look(chart, "label").text.size / 2);
        return;
    }
    double top = row->middle - (row->name.height + number) / 2;
    zt_words_place(chart, &row->name, d->labels, 0, top);
    zt_mark_text_centre(chart, &row->number, d->labels, ZT_ALIGN_START, 0,
                        top + row->name.height + number / 2);
}

void zt_box_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_box_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    box_drawing d = {.plan = plan};
    d.axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.boxes = zt_mark_layer(chart, into, "bars", plan->width, height);
    d.dots = zt_mark_layer(chart, into, "dots", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_unit_line(chart, d.labels);
    draw_axis(&d);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_box_row *row = &plan->rows[i];
        draw_head(&d, row);
        if (row->all.count == 0)
            continue;
        draw_box(&d, row);
        draw_dots(&d, row);
        draw_names(&d, row);
    }
    zt_foot_list_place(chart, &plan->told, d.labels, plan->foot);
    zt_note_list_place(chart, &plan->notes, d.labels, plan->foot + plan->told.height);
}
