/* Drawing points: axes, circles with a white edge, the large ones below, names beside them. */
#include "chart/scatter_imp.h"

#include "labels/spread.h"

#include <stdlib.h>

enum { CROWD = 4000 }; /* more points than this are one path */
static const double EDGE =
    ZT_MM(0.35); /* paper about a circle, and the ring of one not yet known */

/* What one drawing needs beside the plan; frame of the plot. Dots lie over the axes, names over
   both. */
typedef struct scatter_drawing {
    const zt_scatter_plan *plan;
    zt_group *axis, *dots, *labels;
} scatter_drawing;

/* The axis at the left with its numbers flush right, its head over it. */
static void draw_up(const scatter_drawing *d)
{
    const zt_scatter_plan *plan = d->plan;
    zt_mark_rule(d->plan->chart, d->axis, (zt_point){plan->left, plan->top},
                 (zt_point){plan->left, plan->base}, ZT_CHART_AXIS_LINE);
    const bool *kept = zt_tick_texts_kept(plan->chart, &plan->y, &plan->up);
    for (size_t i = 0; i < plan->y.ticks.count; i++) {
        double y = zt_scale_at(&plan->up, zt_tick_value(&plan->y, i));
        zt_mark_rule(d->plan->chart, d->axis, (zt_point){plan->left - ZT_CHART_TICK, y},
                     (zt_point){plan->left, y}, ZT_CHART_AXIS_LINE);
        if (kept[i])
            zt_mark_text_centre(plan->chart, &plan->y.texts[i], d->labels, ZT_ALIGN_END,
                                plan->y.widest, y);
    }
    zt_words_place(plan->chart, &plan->heads[ZT_SCATTER_Y], d->labels, 0, 0);
}

/* The axis at the foot; every tick has its stroke, numbers are thinned where they would meet.
   Its head stands at the right below. */
static void draw_across(const scatter_drawing *d)
{
    const zt_scatter_plan *plan = d->plan;
    zt_arena *arena = plan->chart->setting->arena;
    size_t count = plan->x.ticks.count;
    zt_label *labels = ZT_ARRAY(arena, count, zt_label);
    bool *keep = ZT_ARRAY(arena, count, bool);
    zt_mark_rule(d->plan->chart, d->axis, (zt_point){plan->left, plan->base},
                 (zt_point){plan->right, plan->base}, ZT_CHART_AXIS_LINE);
    for (size_t i = 0; i < count; i++) {
        double x = zt_scale_at(&plan->across, zt_tick_value(&plan->x, i));
        labels[i] = (zt_label){.wanted = x, .size = plan->x.texts[i].width};
        zt_mark_rule(d->plan->chart, d->axis, (zt_point){x, plan->base},
                     (zt_point){x, plan->base + ZT_CHART_TICK}, ZT_CHART_AXIS_LINE);
    }
    zt_labels_thin(labels, count, plan->x.size / 2, keep);
    for (size_t i = 0; i < count; i++)
        if (keep[i])
            zt_mark_text_centre(plan->chart, &plan->x.texts[i], d->labels, ZT_ALIGN_CENTRE,
                                labels[i].wanted, plan->base + ZT_CHART_TICK + 0.65 * plan->x.size);
    const zt_words *head = &plan->heads[ZT_SCATTER_X];
    zt_words_place(plan->chart, head, d->labels, plan->width, plan->foot - head->height);
}

/* Solid when all its values are known; else a ring, dashed for a forecast. */
static zt_mark_fill fill_of(const zt_scatter_plan *plan, const zt_chart_item *item)
{
    zt_mark_fill fill = ZT_MARK_SOLID;
    for (size_t s = 0; s < (plan->sized ? 3u : 2u); s++) {
        zt_mark_fill own = zt_mark_fill_of(item->values[s]);
        fill = own == ZT_MARK_OUTLINED || fill == ZT_MARK_SOLID ? own : fill;
    }
    return fill;
}

/* A circle with an edge of paper, so that those that overlap can be told apart; a value of zero
   has an area of zero and is not drawn. */
static void draw_circle(const scatter_drawing *d, const zt_scatter_point *p)
{
    const zt_chart *chart = d->plan->chart;
    const zt_ink *ink = zt_chart_key_ink(
        chart, p->item->key, p->item->highlight ? chart->params->accent : chart->params->rest);
    zt_mark_fill fill = fill_of(d->plan, p->item);
    if (p->radius <= 0)
        return;
    zt_path *path = zt_scene_add_path(chart->setting->scene, d->dots, p->item->at);
    zt_path_circle(path, p->at.x, p->at.y, p->radius);
    path->fill = ZT_SOLID(fill == ZT_MARK_SOLID ? ink : &zt_ink_paper);
    path->stroke = ZT_SOLID(fill == ZT_MARK_SOLID ? &zt_ink_paper : ink);
    path->width = EDGE;
    if (fill == ZT_MARK_OUTLINED)
        path->dash[0] = path->dash[1] = 2 * EDGE;
    zt_path_done(path);
}

/* The large ones first; equal ones as written. */
static int compare_points(const void *a, const void *b)
{
    const zt_scatter_point *p = *(const zt_scatter_point *const *)a,
                           *q = *(const zt_scatter_point *const *)b;
    if (p->radius > q->radius || p->radius < q->radius)
        return p->radius > q->radius ? -1 : 1;
    return (p > q) - (p < q);
}

/* Points of one look in one path of round dots, without an edge of their own: thousands of circles
   would be thousands of objects in every output. A dot is a stroke of no length to speak of. */
static void draw_crowd(const scatter_drawing *d)
{
    const zt_scatter_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    const double tiny = 0.01;
    zt_path *path = NULL;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_scatter_point *p = &plan->points[i];
        if (p->item->highlight)
            continue;
        path = path ? path : zt_scene_add_path(chart->setting->scene, d->dots, p->item->at);
        path->width = 2 * p->radius;
        zt_path_move(path, p->at.x - tiny / 2, p->at.y);
        zt_path_line(path, p->at.x + tiny / 2, p->at.y);
    }
    if (path) {
        path->stroke = ZT_SOLID(chart->params->rest);
        path->cap = ZT_CAP_ROUND;
        zt_path_done(path);
    }
    for (size_t i = 0; i < plan->count; i++)
        if (plan->points[i].item->highlight)
            draw_circle(d, &plan->points[i]);
}

/* Large circles first, so that no small one is hidden; among dots of one size the highlighted ones
   last. */
static void draw_circles(const scatter_drawing *d)
{
    const zt_scatter_plan *plan = d->plan;
    const zt_scatter_point **order =
        ZT_ARRAY(plan->chart->setting->arena, plan->count + 1, const zt_scatter_point *);
    for (size_t i = 0; i < plan->count; i++)
        order[i] = &plan->points[i];
    qsort(order, plan->count, sizeof *order, compare_points);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < plan->count; i++)
            if ((pass == 1) == (!plan->sized && order[i]->item->highlight))
                draw_circle(d, order[i]);
}

/* The names that found a place, in its middle. */
static void draw_names(const scatter_drawing *d)
{
    const zt_scatter_plan *plan = d->plan;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_scatter_point *p = &plan->points[i];
        if (p->box.w > 0)
            zt_mark_text_baseline(plan->chart, p->name, d->labels, ZT_ALIGN_CENTRE,
                                  p->box.x + p->box.w / 2,
                                  p->box.y + (0.05 + ZT_EM_TOP) * p->name->look.text.size);
    }
}

/* Two circles of round values with these beside them. */
static void draw_key(const scatter_drawing *d)
{
    const zt_scatter_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    double x = 0, y = plan->foot + ZT_SCATTER_GAP;
    if (!plan->sized)
        return;
    zt_words_place(chart, &plan->heads[ZT_SCATTER_AREA], d->labels, 0, y);
    for (size_t which = 0; which < 2; which++) {
        size_t tick = zt_scatter_key_tick(plan, which);
        if (tick == 0)
            continue;
        double r = zt_scatter_radius(plan, zt_tick_value(&plan->size, tick));
        double foot = plan->foot + plan->key;
        zt_point centre = {x + r, foot - r};
        zt_path *ring = zt_scene_add_path(chart->setting->scene, d->axis, chart->data->kind_at);
        zt_path_circle(ring, centre.x, centre.y, r - ZT_CHART_AXIS_LINE / 2);
        ring->stroke = ZT_SOLID(chart->axis_ink);
        ring->width = ZT_CHART_AXIS_LINE;
        zt_path_done(ring);
        const zt_mark_text *text = &plan->size.texts[tick];
        zt_mark_text_centre(chart, text, d->labels, ZT_ALIGN_START, x + 2 * r + ZT_SCATTER_GAP / 2,
                            foot - 0.6 * plan->size.size);
        x += 2 * r + text->width + 3 * ZT_SCATTER_GAP;
    }
}

void zt_scatter_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_scatter_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    scatter_drawing d = {.plan = plan};
    zt_group *behind = NULL;
    if (plan->quadrant_count > 0)
        behind = zt_mark_layer(chart, into, "guides", plan->width, height);
    d.axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.dots = zt_mark_layer(chart, into, "dots", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_scatter_draw_quadrants(plan, behind, d.labels);
    draw_up(&d);
    draw_across(&d);
    zt_scatter_draw_lines(plan, d.axis, d.labels);
    if (plan->count > CROWD && !plan->sized)
        draw_crowd(&d);
    else
        draw_circles(&d);
    draw_names(&d);
    draw_key(&d);
    zt_foot_list_place(chart, &plan->told, d.labels, plan->foot + plan->key);
    zt_note_list_place(chart, &plan->notes, d.labels, plan->foot + plan->key + plan->told.height);
}

/* The findings name the kind that suits as many series as there are. */
bool zt_scatter_check(const zt_chart_data *data, zt_diags *diags, const char *kind, size_t series)
{
    if (!zt_chart_check_items(data, diags, kind))
        return false;
    for (size_t i = 0; i < data->guide_count; i++)
        if (data->guides[i].series > ZT_SCATTER_Y) {
            zt_report(diags, ZT_ERROR, "guide-refused", data->guides[i].at,
                      "面积没有画 threshold 的地方；series= 写横轴或纵轴的系列",
                      "areas have no place for a threshold; name the series of an axis in series=");
            return false;
        }
    if (data->series_count == series)
        return true;
    zt_report(diags, ZT_ERROR, "axes-needed", data->kind_at,
              "图表“%s”要 %zu 个系列：横、纵%s，这里有 %zu 个；两个用 scatter，三个用 bubble，"
              "一个用 bar",
              "chart “%s” needs %zu series: across, up%s; here are %zu: two are a scatter, three a "
              "bubble, one is a bar",
              kind, series, series == 3 ? "、面积 (area)" : "", data->series_count);
    return false;
}
