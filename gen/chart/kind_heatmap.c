/* A heat map: items by series, a cell for each value, the darker the more. Values stand in their
   cells where they have room. */
#include "chart/heatmap_imp.h"

/* What one drawing needs beside the plan; points, frame of the plot, y down. Frames and hatching
   lie over the cells, words over both. */
typedef struct heatmap_drawing {
    const zt_heatmap_plan *plan;
    double row, top; /* height of a row without its name; y of the first row */
    zt_group *cells, *labels, *frame;
} heatmap_drawing;

/* What stands over, between and under the cells and does not grow with them. */
static double fixed_height(const zt_heatmap_plan *plan)
{
    return plan->head + plan->lead * (double)plan->rows + plan->ramp.height + plan->told.height +
           plan->notes.height;
}

/* Rows have a least and a most height; all else is fixed. */
static zt_chart_plan heatmap_plan(const zt_chart *chart, double width)
{
    const zt_heatmap_plan *plan = zt_heatmap_plan_new(chart, width);
    double fixed = fixed_height(plan), rows = (double)plan->rows;
    return (zt_chart_plan){.extent = {fixed + rows * plan->row, fixed + rows * plan->row_max},
                           .own = plan,
                           .unsaid = plan->printed ? NULL : zt_chart_unsaid(chart, false)};
}

/* The cells of a row from column to column, gaps taken off. */
static zt_rect cells_box(const heatmap_drawing *d, size_t row, size_t first, size_t last)
{
    const zt_heatmap_plan *plan = d->plan;
    double y = d->top + (double)row * (d->row + plan->lead) + plan->lead;
    return (zt_rect){plan->left + (double)first * plan->cell + ZT_RAMP_GAP / 2, y + ZT_RAMP_GAP / 2,
                     (double)(last - first + 1) * plan->cell - ZT_RAMP_GAP, d->row - ZT_RAMP_GAP};
}

/* Value and word in the middle of a cell, over the hatching at its foot where there is some. */
static void draw_words(const heatmap_drawing *d, const zt_heatmap_cell *cell, zt_rect box)
{
    const zt_chart *chart = d->plan->chart;
    double x = box.x + box.w / 2, y = box.y + (box.h - zt_ramp_standing_height(cell->quantity)) / 2;
    double word = cell->word.width > 0 ? 1.1 * cell->word.look.text.size : 0;
    zt_mark_text_centre(chart, &cell->value, d->labels, ZT_ALIGN_CENTRE, x, y - word / 2);
    zt_mark_text_centre(chart, &cell->word, d->labels, ZT_ALIGN_CENTRE, x,
                        y + zt_mark_text_height(&cell->value) / 2);
}

/* A tint for a number, a dashed frame for a missing one; bare paper where the item is not in the
   series, with a dash where values are printed. */
static void draw_cell(const heatmap_drawing *d, size_t row, size_t column)
{
    const zt_heatmap_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    const zt_heatmap_cell *cell = &plan->cells[row * plan->columns + column];
    zt_rect box = cells_box(d, row, column, column);
    if (zt_chart_has_value(cell->quantity)) {
        zt_scene_fill_rect(chart->setting->scene, d->cells, cell->quantity->at, box,
                           zt_ramp_paint(&plan->ramp, zt_ramp_step(&plan->ramp, cell->quantity)));
        zt_ramp_standing(chart, d->frame, cell->quantity, box);
    } else if (cell->quantity) {
        zt_mark_bar(chart, d->frame, cell->quantity->at, box, ZT_MARK_OUTLINED, chart->axis_ink);
    }
    if (plan->printed)
        draw_words(d, cell, box);
}

/* Names of columns stand on the cells, whatever their number of lines; names of rows beside or
   over their cells. */
static void draw_names(const heatmap_drawing *d)
{
    const zt_heatmap_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    for (size_t c = 0; plan->named && c < plan->columns; c++) {
        const zt_words *name = &plan->column_names[c];
        double half = name->width / 2, x = plan->left + ((double)c + 0.5) * plan->cell;
        x = zt_clamp(x, half, zt_max(half, plan->width - half));
        zt_words_place(chart, name, d->labels, x, plan->head - ZT_HEATMAP_NEAR - name->height);
    }
    for (size_t r = 0; r < plan->rows; r++) {
        zt_rect box = cells_box(d, r, 0, 0);
        if (plan->stacked)
            zt_words_place(chart, &plan->row_names[r], d->labels, 0,
                           box.y - plan->row_names[r].height - plan->name_gap);
        else
            zt_words_centre(chart, &plan->row_names[r], d->labels, 0, box.y + box.h / 2);
    }
}

/* Highlighted columns as a whole; only where names stand between the rows, cell by cell. */
static void outline_columns(const heatmap_drawing *d)
{
    const zt_heatmap_plan *plan = d->plan;
    size_t last = plan->rows - 1;
    for (size_t c = 0; c < plan->columns; c++) {
        if (!zt_heatmap_column_is_lit(plan, c))
            continue;
        zt_rect box = cells_box(d, 0, c, c), foot = cells_box(d, last, c, c);
        for (size_t r = 0; plan->lead > 0 && r <= last; r++)
            zt_ramp_outline(d->plan->chart, d->frame, cells_box(d, r, c, c), plan->outline);
        box.h = zt_rect_foot(foot) - box.y;
        if (plan->lead <= 0)
            zt_ramp_outline(d->plan->chart, d->frame, box, plan->outline);
    }
}

/* A highlighted row or column as a whole; where both are, the cells at which they cross. */
static void draw_highlights(const heatmap_drawing *d)
{
    const zt_heatmap_plan *plan = d->plan;
    bool rows = plan->has_lit_row, columns = plan->has_lit_column;
    if (columns && !rows)
        outline_columns(d);
    for (size_t r = 0; r < plan->rows && rows; r++) {
        if (!zt_heatmap_row_is_lit(plan, r))
            continue;
        for (size_t c = 0; c < plan->columns && columns; c++)
            if (zt_heatmap_column_is_lit(plan, c))
                zt_ramp_outline(d->plan->chart, d->frame, cells_box(d, r, c, c), plan->outline);
        if (!columns)
            zt_ramp_outline(d->plan->chart, d->frame, cells_box(d, r, 0, plan->columns - 1),
                            plan->outline);
    }
}

/* From the top: names of columns, rows, key, what is told in words, annotations. */
static void heatmap_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_heatmap_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double room = (height - fixed_height(plan)) / (double)plan->rows;
    heatmap_drawing d = {
        .plan = plan, .row = zt_clamp(room, plan->row, plan->row_max), .top = plan->head};
    d.cells = zt_mark_layer(chart, into, "cells", plan->width, height);
    d.frame = zt_mark_layer(chart, into, "frame", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    draw_names(&d);
    for (size_t r = 0; r < plan->rows; r++)
        for (size_t c = 0; c < plan->columns; c++)
            draw_cell(&d, r, c);
    draw_highlights(&d);
    double y = d.top + (double)plan->rows * (d.row + plan->lead);
    zt_ramp_draw_key(&plan->ramp, d.frame, d.labels, y);
    zt_foot_list_place(chart, &plan->told, d.labels, y + plan->ramp.height);
    zt_note_list_place(chart, &plan->notes, d.labels, y + plan->ramp.height + plan->told.height);
}

/* Reports no-items, rank-without-values. */
static bool heatmap_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "heatmap") &&
           zt_chart_check_values(data, diags, "heatmap");
}

const zt_chart_kind zt_chart_kind_heatmap = {
    .name = "heatmap",
    .spans = {6, 5, 12},
    .zh = "热力图：各项乘各系列，一值一格，越深越大；放得下时数值印在格里，缺值是虚线格",
    .en = "Items by series, a cell for each value, the darker the more; values in the cells where "
          "they have room, a dashed cell where one is missing",
    .tells_head = true,
    .check = heatmap_check,
    .plan = heatmap_plan,
    .draw = heatmap_draw,
};
