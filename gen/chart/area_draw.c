/* Drawing areas from their plan: solid where values are known, hatched where they are estimated,
   a dashed edge where they are forecast; a vertical edge at each gap. The height is known only
   here, so that the labels at the right, which follow the layers, are moved apart here too. */
#include "chart/area_imp.h"

#include "chart/grid.h"
#include "labels/spread.h"

#include <math.h>

/* In points; between labels at the right in ems, since g and p reach below their em box. */
static const double ENDS_APART = 0.08;
static const double SEAM = ZT_MM(0.4); /* paper between two layers */
static const double EDGE = ZT_MM(0.6); /* line over an area that stands alone */
static const double THIN = ZT_MM(0.4); /* a lower bar has no outline, only its ink */
static const double DOT = ZT_MM(0.8);  /* radius of the dot of a remark */

/* A place with what is drawn of it. The axis lies over the areas, the labels over both. */
typedef struct area_drawing {
    const zt_area_plan *plan;
    zt_area_place place;
    zt_group *areas, *axis, *labels;
} area_drawing;

static double sum_y(const area_drawing *d, size_t layer, size_t item)
{
    return zt_area_sum_y(&d->place, layer, item);
}

/* How the value of a layer at an item stands: known, estimated, forecast. */
static zt_mark_fill fill_at(const area_drawing *d, size_t layer, size_t item)
{
    return zt_mark_fill_of(zt_area_value(d->plan, layer, item));
}

/* ---- areas ---- */

/* A stretch of one layer from item to item, in one fill. */
typedef struct area_stretch {
    size_t layer, first, last;
} area_stretch;

/* The top edge from left to right. */
static void trace_top(const area_drawing *d, zt_path *path, area_stretch s)
{
    for (size_t i = s.first; i <= s.last; i++) {
        double x = d->plan->xs[i], y = sum_y(d, s.layer + 1, i);
        if (i == s.first)
            zt_path_move(path, x, y);
        else
            zt_path_line(path, x, y);
    }
}

/* The closed outline of a stretch: along its top, back along its foot. The caller paints and
   ends it. */
static zt_path *trace(const area_drawing *d, area_stretch s)
{
    const zt_chart *chart = d->plan->chart;
    zt_path *path = zt_scene_add_path(chart->setting->scene, d->areas,
                                      zt_area_value(d->plan, s.layer, s.last)->at);
    trace_top(d, path, s);
    for (size_t i = s.last + 1; i > s.first; i--)
        zt_path_line(path, d->plan->xs[i - 1], sum_y(d, s.layer, i - 1));
    zt_path_close(path);
    return path;
}

/* Cuts the part of 0..1 where a number that runs evenly from a to b is not negative. */
static bool cut_positive(double a, double b, double *from, double *to)
{
    if (a < 0 && b < 0)
        return false;
    if (a < 0)
        *from = zt_max(*from, a / (a - b));
    if (b < 0)
        *to = zt_min(*to, a / (a - b));
    return *from < *to;
}

/* Lines at 45 degrees in the piece between an item and the next one, in step over all pieces:
   each lies on x + y = c for a whole multiple c of the pitch, so that it goes on in the next
   piece. In a piece whose layer runs below zero top and foot change places. */
static void hatch_piece(const area_drawing *d, zt_path *path, size_t layer, size_t i)
{
    const zt_area_plan *plan = d->plan;
    double pitch = zt_chart_points(plan->chart, plan->chart->marks->hatch_pitch) * sqrt(2);
    double x0 = plan->xs[i], x1 = plan->xs[i + 1];
    double t0 = sum_y(d, layer + 1, i), t1 = sum_y(d, layer + 1, i + 1);
    double b0 = sum_y(d, layer, i), b1 = sum_y(d, layer, i + 1);
    double low = x0 + zt_min(zt_min(t0, t1), zt_min(b0, b1));
    double high = x1 + zt_max(zt_max(t0, t1), zt_max(b0, b1));
    size_t first = (size_t)zt_max(0, ceil(low / pitch));
    size_t count = (size_t)zt_max(0, floor((high - low) / pitch) + 1);
    for (size_t n = first; n < first + count; n++) {
        double c = pitch * (double)n, from = 0, to = 1;
        bool below_zero = t0 + t1 > b0 + b1;
        double a0 = c - x0 - (below_zero ? b0 : t0), a1 = c - x1 - (below_zero ? b1 : t1);
        double u0 = (below_zero ? t0 : b0) - c + x0, u1 = (below_zero ? t1 : b1) - c + x1;
        if (!cut_positive(a0, a1, &from, &to) || !cut_positive(u0, u1, &from, &to))
            continue;
        double xa = x0 + (x1 - x0) * from, xb = x0 + (x1 - x0) * to;
        zt_path_move(path, xa, c - xa);
        zt_path_line(path, xb, c - xb);
    }
}

/* The hatching of a stretch as one path. */
static void draw_hatching(const area_drawing *d, area_stretch s, const zt_ink *ink)
{
    const zt_chart *chart = d->plan->chart;
    zt_path *path = zt_scene_add_path(chart->setting->scene, d->areas,
                                      zt_area_value(d->plan, s.layer, s.last)->at);
    for (size_t i = s.first; i < s.last; i++)
        hatch_piece(d, path, s.layer, i);
    path->stroke = ZT_SOLID(ink);
    path->width = zt_chart_points(chart, chart->marks->hatch_line);
    zt_path_done(path);
}

/* A stretch in the fill of its last value: the piece before an item tells how sure that item is. */
static void draw_fill(const area_drawing *d, area_stretch s)
{
    const zt_chart *chart = d->plan->chart;
    const zt_ink *ink = zt_area_ink(d->plan, s.layer);
    zt_mark_fill fill = fill_at(d, s.layer, s.last);
    if (fill == ZT_MARK_HATCHED)
        draw_hatching(d, s, ink);
    zt_path *path = trace(d, s);
    if (fill == ZT_MARK_SOLID) {
        path->fill = ZT_SOLID(ink);
    } else {
        path->stroke = ZT_SOLID(ink);
        path->width = zt_chart_points(chart, chart->marks->outline);
        if (fill == ZT_MARK_OUTLINED)
            path->dash[0] = path->dash[1] = 2.5 * path->width;
    }
    zt_path_done(path);
}

/* An item between two gaps: a bar of its value. */
static void draw_alone(const area_drawing *d, size_t layer, size_t item)
{
    double top = sum_y(d, layer + 1, item), foot = sum_y(d, layer, item);
    const zt_quantity *q = zt_area_value(d->plan, layer, item);
    zt_rect bar = {d->plan->xs[item] - ZT_AREA_ALONE / 2, zt_min(top, foot), ZT_AREA_ALONE,
                   fabs(foot - top)};
    zt_mark_fill fill = bar.h < THIN ? ZT_MARK_SOLID : zt_mark_fill_of(q);
    if (bar.h > 0)
        zt_mark_bar(d->plan->chart, d->areas, q->at, bar, fill, zt_area_ink(d->plan, layer));
}

/* The end of the stretch of whole items that begins at `first`, as far as its fill is the same.
   The fill of a piece is that of its right end, so the first item itself does not count. */
static size_t stretch_end(const area_drawing *d, size_t layer, size_t first)
{
    const zt_area_plan *plan = d->plan;
    size_t last = first;
    while (last + 1 < plan->items && plan->whole[last + 1] &&
           (last == first || fill_at(d, layer, last + 1) == fill_at(d, layer, first + 1)))
        last++;
    return last;
}

/* All stretches of a layer; the next one begins at the item where the last one ended. */
static void draw_layer(const area_drawing *d, size_t layer)
{
    const zt_area_plan *plan = d->plan;
    for (size_t i = 0; i < plan->items;) {
        size_t last = plan->whole[i] ? stretch_end(d, layer, i) : i;
        bool joined = i > 0 && plan->whole[i - 1];
        if (last > i)
            draw_fill(d, (area_stretch){layer, i, last});
        else if (plan->whole[i] && !joined)
            draw_alone(d, layer, i);
        i = last > i ? last : i + 1;
    }
}

/* Along the top of a layer: paper between layers, a line over an area that stands alone; a forecast
   has its dashed edge. */
static void draw_edge(const area_drawing *d, size_t layer, zt_paint paint, double width)
{
    const zt_area_plan *plan = d->plan;
    for (size_t i = 0; i < plan->items;) {
        size_t last = plan->whole[i] ? stretch_end(d, layer, i) : i;
        if (last > i && fill_at(d, layer, last) != ZT_MARK_OUTLINED) {
            zt_path *path = zt_scene_add_path(plan->chart->setting->scene, d->areas,
                                              plan->chart->data->items[i].at);
            trace_top(d, path, (area_stretch){layer, i, last});
            path->stroke = paint;
            path->width = width;
            zt_path_done(path);
        }
        i = last > i ? last : i + 1;
    }
}

/* Approximate values have an open end, on the edge of their layer. */
static void draw_open_ends(const area_drawing *d)
{
    const zt_area_plan *plan = d->plan;
    for (size_t i = 0; i < plan->items; i++)
        for (size_t k = 0; k < plan->layers; k++) {
            const zt_quantity *q = zt_area_value(plan, k, i);
            if (plan->whole[i] && zt_chart_is_open(q))
                zt_mark_open_end(plan->chart, d->axis, q->at,
                                 (zt_point){plan->xs[i], sum_y(d, k + 1, i)}, DOT,
                                 zt_area_ink(plan, k));
        }
}

/* ---- axes ---- */

/* What lines of thresholds give way to: words of annotations and remarks in the plot. */
static zt_grid_type type_in_plot(const area_drawing *d)
{
    const zt_area_plan *plan = d->plan;
    size_t count = d->place.ties.count;
    zt_rect *boxes = ZT_ARRAY(plan->chart->setting->arena, count + plan->remark_count, zt_rect);
    for (size_t i = 0; i < count; i++)
        boxes[i] = d->place.ties.items[i].place;
    for (size_t n = 0; n < plan->remark_count; n++) {
        const zt_hung_label *hung = &plan->hung[n];
        if (hung->level != ZT_LEVEL_NONE)
            boxes[count++] =
                (zt_rect){hung->from, plan->head - (double)(hung->level + 1) * plan->row,
                          hung->to - hung->from, plan->row};
    }
    return (zt_grid_type){boxes, count};
}

/* Level lines of the grid, the one at zero heavier, with their numbers flush right at the left;
   the unit over them. */
static void draw_ticks(const area_drawing *d)
{
    const zt_area_plan *plan = d->plan;
    zt_grid_type type = type_in_plot(d);
    for (size_t i = 0; i < plan->ticks.ticks.count; i++) {
        double value = zt_tick_value(&plan->ticks, i), y = zt_scale_at(&d->place.y, value);
        zt_grid_level(plan->chart, d->axis, plan->plot_left, plan->plot_right, y,
                      value == 0 ? ZT_CHART_ZERO_LINE : ZT_CHART_GRID_LINE, &type);
        zt_mark_text_centre(plan->chart, &plan->ticks.texts[i], d->labels, ZT_ALIGN_END,
                            plan->ticks.widest, y);
    }
    double size = plan->unit.look.text.size;
    double top = plan->unit_in_crown ? 0.6 * size : plan->top - 1.4 * size;
    zt_mark_text_centre(plan->chart, &plan->unit, d->labels, ZT_ALIGN_START, 0, top);
}

/* What stands under the base line: the labels of the axis of time, or the keys that were kept,
   with a tick for every item. */
static void draw_names(const area_drawing *d)
{
    const zt_area_plan *plan = d->plan;
    if (plan->timed)
        zt_time_axis_draw(&plan->axis, d->axis, d->labels, d->place.base);
    for (size_t i = 0; !plan->timed && i < plan->items; i++) {
        double x = plan->xs[i], size = plan->names[i].look.text.size;
        zt_mark_rule(plan->chart, d->axis, (zt_point){x, d->place.base},
                     (zt_point){x, d->place.base + ZT_CHART_TICK}, ZT_CHART_AXIS_LINE);
        if (plan->kept[i])
            zt_mark_text_baseline(plan->chart, &plan->names[i], d->labels, ZT_ALIGN_CENTRE, x,
                                  d->place.base + ZT_CHART_TICK + (0.1 + ZT_EM_TOP) * size);
    }
}

/* ---- labels ---- */

/* Head and value of a layer about the height `middle`. */
static void draw_end(const area_drawing *d, size_t layer, double middle)
{
    const zt_area_plan *plan = d->plan;
    const zt_area_end *end = &plan->ends[layer];
    double x = plan->ends_x, gap = ZT_AREA_GAP / 2, value_y = middle;
    if (end->stacked) {
        double top = middle - end->height / 2;
        zt_words_place(plan->chart, &end->head, d->labels, x, top);
        value_y = top + end->head.height + 0.65 * end->value.look.text.size;
    } else if (end->head.para) {
        zt_words_centre(plan->chart, &end->head, d->labels, x, middle);
        x += end->head.width + gap;
    }
    zt_mark_text_centre(plan->chart, &end->value, d->labels, ZT_ALIGN_START, x, value_y);
    zt_mark_text_centre(plan->chart, &end->word, d->labels, ZT_ALIGN_START,
                        x + end->value.width + gap, value_y);
}

/* A label at the right: of a layer, or of a threshold. */
typedef struct right_label {
    size_t index; /* of the layer, or of the guide */
    bool is_guide;
} right_label;

/* Puts the words of thresholds among the labels of the layers, where their lines are. Returns how
   many labels there are. */
static size_t add_thresholds(const area_drawing *d, zt_label *labels, right_label *which,
                             size_t count)
{
    const zt_guides *guides = &d->plan->guides;
    for (size_t g = 0; guides->has_column && g < guides->count; g++) {
        const zt_guide_box *box = &guides->boxes[g];
        if (box->guide->kind != ZT_GUIDE_THRESHOLD)
            continue;
        double y = zt_scale_at(&d->place.y, box->guide->value);
        size_t at = count++;
        for (; at > 0 && labels[at - 1].wanted > y; at--) {
            labels[at] = labels[at - 1];
            which[at] = which[at - 1];
        }
        labels[at] = (zt_label){.wanted = y, .size = box->height};
        which[at] = (right_label){g, true};
    }
    return count;
}

/* The label of a layer with the line with one bend that ties it to its layer. */
static void draw_tied_end(const area_drawing *d, size_t layer, const zt_label *label)
{
    const zt_area_plan *plan = d->plan;
    double y = label->centre, gap = ZT_AREA_GAP / 2;
    draw_end(d, layer, y);
    if (plan->last == plan->items)
        return;
    zt_point bend = {plan->plot_right + gap, label->wanted};
    zt_mark_rule(plan->chart, d->axis, (zt_point){plan->xs[plan->last], bend.y}, bend,
                 ZT_CHART_AXIS_LINE);
    zt_mark_rule(plan->chart, d->axis, bend, (zt_point){plan->ends_x - gap, y}, ZT_CHART_AXIS_LINE);
}

/* The labels at the right in the order of the layers, moved apart where layers are thin. The sum
   keeps its room over them. */
static void draw_ends(const area_drawing *d)
{
    const zt_area_plan *plan = d->plan;
    zt_arena *arena = plan->chart->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, plan->layers + plan->guides.count, zt_label);
    right_label *which = ZT_ARRAY(arena, plan->layers + plan->guides.count, right_label);
    zt_guide_place place = zt_area_guide_place(&d->place);
    bool over_plot = plan->total.width > 0 && !plan->total_in_crown;
    double total = over_plot ? 1.2 * plan->total.look.text.size : 0;
    for (size_t i = 0; i < plan->layers; i++) { /* from the top down, as y runs */
        size_t layer = plan->layers - 1 - i;
        labels[i] =
            (zt_label){.wanted = zt_area_end_y(&d->place, layer), .size = plan->ends[layer].height};
        which[i] = (right_label){layer, false};
    }
    size_t count = add_thresholds(d, labels, which, plan->layers);
    double gap = ENDS_APART * zt_chart_look(plan->chart, "label").text.size;
    zt_labels_spread_in_order(arena, labels, count, gap, plan->head + total, d->place.base);
    for (size_t i = 0; i < count; i++)
        if (which[i].is_guide)
            zt_guide_draw_words(&plan->guides, which[i].index, &place, d->axis, d->labels,
                                plan->ends_x, labels[i].centre);
    for (size_t i = count; i-- > 0;)
        if (!which[i].is_guide)
            draw_tied_end(d, which[i].index, &labels[i]);
}

/* Over the right end of the stack, in the head of the plot. */
static void draw_total(const area_drawing *d)
{
    const zt_area_plan *plan = d->plan;
    double size = plan->total.look.text.size;
    double y = plan->total_in_crown ? plan->crown - 0.6 * size : plan->head + 0.6 * size;
    if (plan->total.width > 0)
        zt_mark_text_centre(plan->chart, &plan->total, d->labels, ZT_ALIGN_END, plan->width, y);
}

/* A dot on the edge of the first layer, a leader up to the row of the remark, and its words over
   the leader. */
static void draw_remarks(const area_drawing *d)
{
    const zt_area_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    for (size_t n = 0; n < plan->remark_count; n++) {
        const zt_hung_label *hung = &plan->hung[n];
        const zt_area_remark *remark = &plan->remarks[n];
        double foot = plan->head - (double)hung->level * plan->row;
        zt_point point = {plan->xs[remark->item], sum_y(d, 1, remark->item)};
        if (hung->level == ZT_LEVEL_NONE) /* told at the foot */
            continue;
        zt_mark_rule(plan->chart, d->axis, (zt_point){point.x, foot}, point, ZT_CHART_AXIS_LINE);
        zt_scene_disc(chart->setting->scene, d->axis, remark->text.at, point, DOT,
                      ZT_SOLID(chart->axis_ink));
        zt_mark_text_centre(chart, &remark->text, d->labels, ZT_ALIGN_START, hung->from,
                            foot - plan->row / 2);
    }
}

/* Layers first, then the paper between them, then grid and leaders over both; spare height goes
   to the plot. */
void zt_area_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_area_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double plot = zt_clamp(height - plan->notes.height, plan->height, plan->height_max);
    area_drawing d = {.plan = plan, .place = zt_area_place_new(plan, plot)};
    zt_guide_place place = zt_area_guide_place(&d.place);
    zt_grid_type type = type_in_plot(&d);
    zt_group *behind = NULL;
    if (plan->guides.count > 0)
        behind = zt_mark_layer(chart, into, "guides", plan->width, height);
    d.areas = zt_mark_layer(chart, into, "areas", plan->width, height);
    d.axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_guides_draw_behind(&plan->guides, &place, behind, d.labels);
    for (size_t k = 0; k < plan->layers; k++)
        draw_layer(&d, k);
    for (size_t k = 0; k + 1 < plan->layers; k++)
        draw_edge(&d, k, ZT_SOLID(&zt_ink_paper), SEAM);
    if (plan->layers == 1)
        draw_edge(&d, 0, ZT_SOLID(chart->params->second), EDGE);
    draw_ticks(&d);
    draw_open_ends(&d);
    draw_names(&d);
    draw_ends(&d);
    draw_total(&d);
    draw_remarks(&d);
    zt_guides_draw(&plan->guides, &place, d.axis, d.labels, &type);
    zt_ties_draw(chart, &d.place.ties, d.axis, d.labels);
    zt_foot_list_place(chart, &plan->missing, d.labels, d.place.base + plan->foot);
    zt_note_list_place(chart, &plan->notes, d.labels, plot);
}
