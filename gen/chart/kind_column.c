/* Columns over time or categories, from a zero line: values on top, estimates hatched, forecasts
   dashed; a few columns leave their right half to the annotation. */
#include "chart/column_imp.h"

#include "chart/grid.h"

#include <math.h>

static const zt_param rows[] = {{"height", ZT_PARAM_EM(zt_column_params, height, "label"), NULL,
                                 "42mm", "图高，连数值", "height of the plot with its values"},
                                {"column-max", ZT_PARAM_EM(zt_column_params, column_max, "label"),
                                 NULL, "14mm", "柱最宽", "widest column"},
                                {0}};

typedef zt_column_place column_drawing;

/* Height of all but the plot: legend, names, and the notes where these stand under the plot. */
static double fixed_height(const zt_column_plan *plan)
{
    double notes = plan->side ? 0 : plan->notes.height;
    return plan->legend_height + plan->slots.height + notes;
}

/* Only the plot grows. */
zt_chart_plan zt_column_extent(const zt_column_plan *plan)
{
    double fixed = fixed_height(plan);
    return (zt_chart_plan){.extent = {fixed + plan->height, fixed + plan->height_max},
                           .own = plan,
                           .unsaid = plan->unsaid,
                           .has_arrows = true};
}

static zt_chart_plan column_plan(const zt_chart *chart, double width)
{
    return zt_column_extent(zt_column_plan_new(chart, width));
}

/* One column from the zero line; nothing for a value of zero. Breaks and open ends lie on a layer
   of their own over all columns. */
static void draw_column(const column_drawing *d, zt_group *into, zt_group *breaks, size_t index)
{
    const zt_column_plan *plan = d->plan;
    const zt_column *c = &plan->columns[index];
    double height = c->length * d->scale.unit, zero = zt_column_value_y(d, 0);
    if (height == 0)
        return;
    size_t item = index / plan->series, series = index % plan->series;
    zt_rect rect = {zt_column_x(plan, item, series), zt_min(zero, zero - height),
                    plan->column_width, height < 0 ? -height : height};
    const zt_ink *ink = zt_series_ink(plan->chart, c->item, series);
    zt_fill_value_bar(plan->chart, into, c->quantity->at, rect,
                      height < 0 ? ZT_MARK_END_FOOT : ZT_MARK_END_TOP, zt_mark_fill_of(c->quantity),
                      zt_series_fill(plan->chart, c->item, series));
    if (plan->cut > 0)
        zt_mark_break(plan->chart, breaks, rect, ZT_MARK_UP);
    if (zt_chart_is_open(c->quantity))
        zt_mark_open_end(plan->chart, breaks, c->quantity->at,
                         (zt_point){rect.x + rect.w / 2, zero - height},
                         zt_min(0.15 * rect.w, 0.4 * plan->value_gap), ink);
}

/* The value, and under it the word of its standing. */
static void draw_value(const column_drawing *d, zt_group *into, size_t index)
{
    const zt_column *c = &d->plan->columns[index];
    zt_rect box = d->values[index];
    if (box.w > 0 && c->over > 0) { /* over a higher column beside it */
        double x = zt_column_tie_x(d->plan, index);
        zt_mark_rule(d->plan->chart, into, (zt_point){x, zt_rect_foot(box)},
                     (zt_point){x, zt_column_value_y(d, c->length)}, ZT_CHART_AXIS_LINE);
    }
    double x = box.x + box.w / 2, line = zt_mark_text_height(&c->value);
    double word = c->word.width > 0 ? 1.15 * c->word.look.text.size : 0;
    zt_mark_text_centre(d->plan->chart, &c->value, into, ZT_ALIGN_CENTRE, x, box.y + line / 2);
    zt_mark_text_centre(d->plan->chart, &c->word, into, ZT_ALIGN_CENTRE, x,
                        box.y + line + word / 2);
}

/* What the grid gives way to: values, and annotations at their columns. */
static zt_grid_type type_in_plot(const column_drawing *d)
{
    size_t count = d->plan->items * d->plan->series;
    zt_rect *boxes = ZT_ARRAY(d->plan->chart->setting->arena, count + d->ties.count, zt_rect);
    for (size_t i = 0; i < count; i++)
        boxes[i] = d->values[i];
    for (size_t i = 0; i < d->ties.count; i++)
        boxes[count + i] = d->ties.items[i].place;
    return (zt_grid_type){boxes, count + d->ties.count};
}

/* Lines and labels of the axis, where there is one; a label at the very top or foot is moved into
   the plot. */
static void draw_grid(const column_drawing *d, zt_group *into, zt_group *labels)
{
    const zt_column_plan *plan = d->plan;
    zt_grid_type type = type_in_plot(d);
    for (size_t i = 0; plan->has_axis && i < plan->ticks.ticks.count; i++) {
        const zt_mark_text *text = &plan->ticks.texts[i];
        double y = zt_column_value_y(d, zt_tick_value(&plan->ticks, i) - plan->cut);
        zt_grid_level(plan->chart, into, plan->slots.left, zt_column_slots_right(&plan->slots), y,
                      ZT_CHART_GRID_LINE, &type);
        double half = 0.55 * text->look.text.size;
        zt_mark_text_centre(plan->chart, text, labels, ZT_ALIGN_END,
                            plan->slots.left - plan->value_gap,
                            zt_clamp(y, d->top + half, d->foot - half));
    }
}

/* Paper under the dashed line of a threshold on columns. */
static void draw_clearings(const column_drawing *d, const zt_guide_place *place, zt_group *into)
{
    const zt_column_plan *plan = d->plan;
    for (size_t g = 0; g < plan->guides.count; g++) {
        const zt_guide *guide = plan->guides.boxes[g].guide;
        double zero = zt_column_value_y(d, 0);
        if (guide->kind != ZT_GUIDE_THRESHOLD)
            continue;
        for (size_t i = 0; i < plan->items * plan->series; i++) {
            double end = zt_column_value_y(d, plan->columns[i].length);
            zt_rect bar = {zt_column_x(plan, i / plan->series, i % plan->series), zt_min(zero, end),
                           plan->column_width, fabs(end - zero)};
            zt_grid_clear(plan->chart, into, guide->at, bar, place->y(d, guide->value), false);
        }
    }
}

/* At the right the annotations hang from the top of the plot, at the foot of all otherwise. */
static void draw_notes(const column_drawing *d, zt_group *into)
{
    const zt_column_plan *plan = d->plan;
    if (!plan->side) {
        zt_note_list_place(plan->chart, &plan->notes, into, d->foot + plan->slots.height);
        return;
    }
    double spare = d->foot + plan->slots.height - plan->notes.height;
    double gap = zt_setting_gap(plan->chart->setting, 3);
    zt_look figure = zt_chart_look(plan->chart, "figure");
    double y = zt_max(zt_chart_figure_headroom(&figure), zt_min(spare, d->top) / 2);
    for (size_t i = 0; i < plan->notes.count; i++) {
        zt_note_box_place(plan->chart, &plan->notes.boxes[i], into, plan->notes_x, y);
        y += plan->notes.boxes[i].height + gap;
    }
}

/* The words of annotations, which may stand on both sides of zero: the line gives way to them. */
static zt_grid_type notes_in_plot(const column_drawing *d)
{
    zt_rect *boxes = ZT_ARRAY(d->plan->chart->setting->arena, d->ties.count + 1, zt_rect);
    for (size_t i = 0; i < d->ties.count; i++)
        boxes[i] = d->ties.items[i].place;
    return (zt_grid_type){boxes, d->ties.count};
}

/* Layers from below: grid, columns, their breaks and ends, the zero line, words. */
void zt_column_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_column_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double width = plan->width;
    double plot = zt_clamp(height - fixed_height(plan), plan->height, plan->height_max);
    column_drawing d = zt_column_place_new(plan, plot);
    size_t count = plan->items * plan->series;
    zt_guide_place place = zt_column_guide_place(&d);
    zt_group *behind = NULL;
    if (plan->guides.count > 0)
        behind = zt_mark_layer(chart, into, "guides", width, height);
    zt_group *grid = zt_mark_layer(chart, into, "grid", width, height);
    zt_group *bars = zt_mark_layer(chart, into, "bars", width, height);
    zt_group *ends = zt_mark_layer(chart, into, "ends", width, height);
    zt_group *axis = zt_mark_layer(chart, into, "axis", width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", width, height);
    zt_legend(chart, labels, plan->side ? plan->notes_x - plan->value_gap : width);
    zt_guides_draw_behind(&plan->guides, &place, behind, labels);
    if (plan->unit_lost)
        zt_mark_text_centre(chart, &plan->unit, labels, ZT_ALIGN_START, 0, plan->unit_y);
    draw_grid(&d, grid, labels);
    for (size_t i = 0; i < count; i++) {
        draw_column(&d, bars, ends, i);
        draw_value(&d, labels, i);
    }
    double zero = zt_column_value_y(&d, 0);
    zt_grid_type notes = notes_in_plot(&d);
    zt_grid_level(chart, axis, plan->slots.left, zt_column_slots_right(&plan->slots), zero,
                  ZT_CHART_ZERO_LINE, &notes);
    zt_column_slots_draw(&plan->slots, axis, labels, zero, d.foot);
    zt_grid_type type = type_in_plot(&d);
    draw_clearings(&d, &place, ends);
    zt_guides_draw(&plan->guides, &place, axis, labels, &type);
    zt_guides_draw_column(&plan->guides, &place, axis, labels, place.right + ZT_GUIDE_COLUMN_GAP);
    zt_ties_draw(chart, &d.ties, axis, labels);
    draw_notes(&d, labels);
}

/* Items with values; any number of series, any sign. */
static bool column_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "column") &&
           zt_chart_check_values(data, diags, "column") && zt_series_check(data, diags);
}

const zt_chart_kind zt_chart_kind_column = {
    .name = "column",
    .params = {rows, sizeof(zt_column_params)},
    .zh = "柱状图：一项一柱，从零线起，数值在柱顶；估计、推算画斜线，预测画虚线",
    .en = "Columns from the zero line with the value on top; computed values hatched, forecasts "
          "dashed",
    .ties_notes = true,
    .check = column_check,
    .plan = column_plan,
    .draw = zt_column_draw,
};
