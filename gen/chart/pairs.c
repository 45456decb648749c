/* Drawing two values an item on one axis from their plan: dumbbells, arrows and ranges differ
   only in the marks at the two ends. Rows share out the spare height between them; the grid is
   drawn after them, in the rows where no words stand in its way. */
#include "chart/pairs_imp.h"

#include "chart/grid.h"

#include <math.h>

/* In points. */
static const double LINE = ZT_MM(0.6), LINE_LIT = ZT_MM(0.9);   /* between the two values */
static const double RING = ZT_MM(0.45);                         /* weight of a ring */
static const double HEAD = ZT_MM(2.7), HEAD_HALF = ZT_MM(1.05); /* length and half width of the
                                                                   head of an arrow */
static const double BASE_LINE = ZT_MM(0.25);
static const double GRID_CLEAR = ZT_MM(0.4); /* from the grid to type */

/* What one drawing needs beside the plan; points, frame of the plot, y down. Layers lie in this
   order, the first at the back. */
typedef struct pairs_drawing {
    const zt_pairs_plan *plan;
    double gap;       /* between two rows */
    double top, foot; /* of the rows */
    zt_group *axis, *marks, *labels, *key;
} pairs_drawing;

/* ---- marks ---- */

/* A pair of marks: of a row, or of the key. */
typedef struct pair {
    zt_point from, to; /* of the first and of the second value */
    bool has[2];
    /* Dashed: one of the values is an estimate or a forecast. Open: this one is approximate (约,
       余). */
    bool dashed, open[2];
    double line;
    const zt_ink *ink;
    zt_pos at[2];
} pair;

/* An end in paper with an edge, whose outer radius is that of a dot. */
static void draw_ring(const pairs_drawing *d, const pair *p, size_t end, zt_point at)
{
    zt_path *ring = zt_scene_add_path(d->plan->chart->setting->scene, d->marks, p->at[end]);
    zt_path_circle(ring, at.x, at.y, ZT_PAIRS_DOT - RING / 2);
    ring->fill = ZT_SOLID(&zt_ink_paper);
    ring->stroke = ZT_SOLID(p->ink);
    ring->width = RING;
    zt_path_done(ring);
}

/* An end in full ink, or a ring where the value is approximate. */
static void draw_dot(const pairs_drawing *d, const pair *p, size_t end, zt_point at)
{
    if (p->open[end])
        draw_ring(d, p, end, at);
    else
        zt_scene_disc(d->plan->chart->setting->scene, d->marks, p->at[end], at, ZT_PAIRS_DOT,
                      ZT_SOLID(p->ink));
}

/* Points from the first value to the second; its sign is the way. */
static double reach(const pair *p)
{
    return p->to.x - p->from.x;
}

/* With its tip on the second value; shorter where there is not so much way. */
static double head_length(const pair *p)
{
    return zt_min(HEAD, 0.8 * fabs(reach(p)));
}

/* The head of an arrow, in proportion smaller where the way is short. */
static void draw_head(const pairs_drawing *d, const pair *p)
{
    double back = reach(p) < 0 ? head_length(p) : -head_length(p);
    double half = HEAD_HALF * head_length(p) / HEAD;
    zt_path *head = zt_scene_add_path(d->plan->chart->setting->scene, d->marks, p->at[1]);
    zt_path_move(head, p->to.x, p->to.y);
    zt_path_line(head, p->to.x + back, p->to.y - half);
    zt_path_line(head, p->to.x + back, p->to.y + half);
    zt_path_close(head);
    head->fill = ZT_SOLID(p->ink);
    zt_path_done(head);
}

/* The way from the first value to x `to`, which for arrows ends within the head, so that no
   blunt end shows at its tip. */
static void draw_line(const pairs_drawing *d, const pair *p, double to)
{
    zt_path *path = zt_scene_add_path(d->plan->chart->setting->scene, d->marks, p->at[1]);
    zt_path_move(path, p->from.x, p->from.y);
    zt_path_line(path, to, p->to.y);
    path->stroke = ZT_SOLID(p->ink);
    path->width = p->line;
    path->dash[0] = path->dash[1] = p->dashed ? 2 * p->line : 0;
    zt_path_done(path);
}

/* The first value as a ring, the second as a dot or the head of an arrow; a range has two dots, two
   equal values have one. */
static void draw_pair(const pairs_drawing *d, const pair *p)
{
    bool both = p->has[0] && p->has[1], equal = both && reach(p) == 0;
    bool arrow = d->plan->mark == ZT_PAIRS_ARROW && both && !equal;
    double back = reach(p) < 0 ? head_length(p) : -head_length(p);
    if (both && !equal)
        draw_line(d, p, p->to.x + (arrow ? back / 2 : 0));
    if (p->has[0] && !equal && d->plan->mark == ZT_PAIRS_RANGE)
        draw_dot(d, p, 0, p->from);
    else if (p->has[0] && !equal)
        draw_ring(d, p, 0, p->from);
    if (arrow)
        draw_head(d, p);
    else if (p->has[1])
        draw_dot(d, p, 1, p->to);
}

/* ---- rows ---- */

/* True of an estimate, a forecast or a target; false of none. */
static bool is_uncertain(const zt_quantity *q)
{
    return q && zt_mark_fill_of(q) != ZT_MARK_SOLID;
}

/* Both marks of a row at y; a value that is missing has none and its word stands beside the
   other one. */
static void draw_row_marks(const pairs_drawing *d, size_t index, double y)
{
    const zt_pairs_plan *plan = d->plan;
    const zt_pairs_row *row = &plan->rows[index];
    bool lit = zt_moments_is_highlit(&plan->moments, index);
    pair p = {.from = {zt_pairs_x(plan, row->values[0]), y},
              .to = {zt_pairs_x(plan, row->values[1]), y},
              .dashed = is_uncertain(row->numbers[0]) || is_uncertain(row->numbers[1]),
              .line = lit ? LINE_LIT : LINE,
              .ink = zt_moments_ink(plan->chart, &plan->moments, index)};
    for (size_t c = 0; c < 2; c++) {
        p.has[c] = row->numbers[c] != NULL;
        p.open[c] = zt_chart_is_open(row->numbers[c]);
        p.at[c] = p.has[c] ? row->numbers[c]->at : zt_moments_row_at(&plan->moments, index);
    }
    draw_pair(d, &p);
}

/* Name, marks and values of a row whose top is at `top`; values stand outside of the marks. */
static void draw_row(const pairs_drawing *d, size_t index, double top)
{
    const zt_pairs_plan *plan = d->plan;
    const zt_pairs_row *row = &plan->rows[index];
    double y = top + zt_pairs_row_middle(plan, index);
    draw_row_marks(d, index, y);
    if (plan->stacked)
        zt_words_place(plan->chart, &row->name, d->labels, 0, top);
    else
        zt_words_centre(plan->chart, &row->name, d->labels, 0, y);
    zt_mark_text_centre(plan->chart, &row->texts[0], d->labels, ZT_ALIGN_END,
                        zt_pairs_x(plan, row->least) - ZT_PAIRS_CLEAR, y);
    zt_mark_text_centre(plan->chart, &row->texts[1], d->labels, ZT_ALIGN_START,
                        zt_pairs_x(plan, row->most) + ZT_PAIRS_CLEAR, y);
}

/* ---- axis ---- */

/* True where words of the row stand at x, so that a line of the grid would run through them: its
   two values, and its name where that stands over the marks. */
static bool words_at(const zt_pairs_plan *plan, const zt_pairs_row *row, double x)
{
    double left = zt_pairs_x(plan, row->least) - ZT_PAIRS_CLEAR;
    double right = zt_pairs_x(plan, row->most) + ZT_PAIRS_CLEAR;
    bool over_left = x > left - row->texts[0].width - GRID_CLEAR && x < left + GRID_CLEAR;
    bool over_right = x > right - GRID_CLEAR && x < right + row->texts[1].width + GRID_CLEAR;
    bool over_name = plan->stacked && x < row->name.width + GRID_CLEAR;
    return over_left || over_right || over_name;
}

/* A piece of the grid, or of the line at zero. */
static void grid_piece(const pairs_drawing *d, double x, double top, double foot)
{
    bool zero = x == zt_pairs_x(d->plan, 0);
    if (foot > top)
        zt_grid_piece(d->plan->chart, d->axis, (zt_point){x, top}, (zt_point){x, foot},
                      zero ? BASE_LINE : ZT_CHART_GRID_LINE);
}

/* From the first row to the axis, without the rows whose words stand there. */
static void draw_grid_line(const pairs_drawing *d, double x)
{
    const zt_pairs_plan *plan = d->plan;
    double y = d->top, from = d->top;
    for (size_t i = 0; i < plan->count; i++) {
        double foot = y + zt_pairs_row_height(plan, i);
        if (words_at(plan, &plan->rows[i], x)) {
            grid_piece(d, x, from, y);
            from = foot;
        }
        y = foot + d->gap;
    }
    grid_piece(d, x, from, d->foot);
}

/* The axis under the rows with its ticks; a line up through all rows at zero where some lie below.
 */
static void draw_axis(const pairs_drawing *d)
{
    const zt_pairs_plan *plan = d->plan;
    double first = zt_pairs_x(plan, plan->low), last = zt_pairs_x(plan, plan->high);
    zt_mark_rule(d->plan->chart, d->axis, (zt_point){first, d->foot}, (zt_point){last, d->foot},
                 BASE_LINE);
    for (size_t i = 0; i < plan->ticks.ticks.count; i++) {
        zt_num tick = zt_ticks_at(&plan->ticks.ticks, i);
        double x = zt_pairs_x(plan, zt_num_double(tick));
        zt_mark_rule(d->plan->chart, d->axis, (zt_point){x, d->foot},
                     (zt_point){x, d->foot + ZT_CHART_TICK}, ZT_CHART_AXIS_LINE);
        if (tick.scaled != 0 || plan->low < 0)
            draw_grid_line(d, x);
        zt_mark_text_baseline(plan->chart, &plan->ticks.texts[i], d->labels, ZT_ALIGN_CENTRE, x,
                              d->foot + plan->foot_height -
                                  0.12 * plan->ticks.texts[i].look.text.size);
    }
}

/* Marks and values of a row, and its name where that stands over them. */
static zt_rect row_box(const pairs_drawing *d, size_t index, double top)
{
    const zt_pairs_plan *plan = d->plan;
    const zt_pairs_row *row = &plan->rows[index];
    double left = zt_pairs_x(plan, row->least) - ZT_PAIRS_CLEAR - row->texts[0].width;
    double right = zt_pairs_x(plan, row->most) + ZT_PAIRS_CLEAR + row->texts[1].width;
    double size = row->texts[0].look.text.size, y = top + zt_pairs_row_middle(plan, index);
    return (zt_rect){left, y - size / 2, right - left, size};
}

/* Lines give way to the values and, over the marks, to names; they pass through the marks. */
static zt_grid_type type_of(const pairs_drawing *d, const zt_rect *rows, double *tops)
{
    const zt_pairs_plan *plan = d->plan;
    zt_rect *boxes = ZT_ARRAY(plan->chart->setting->arena, 3 * plan->count, zt_rect);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_pairs_row *row = &plan->rows[i];
        boxes[3 * i] = rows[i];
        boxes[3 * i].w = row->texts[0].width;
        boxes[3 * i + 1] = rows[i];
        boxes[3 * i + 1].x = zt_rect_right(rows[i]) - row->texts[1].width;
        boxes[3 * i + 1].w = row->texts[1].width;
        if (plan->stacked)
            boxes[3 * i + 2] = (zt_rect){0, tops[i], row->name.width, row->name.height};
    }
    return (zt_grid_type){boxes, 3 * plan->count};
}

/* Thresholds and brackets; a row is the same for both of its values. */
static void draw_guides(const pairs_drawing *d)
{
    const zt_pairs_plan *plan = d->plan;
    zt_arena *arena = plan->chart->setting->arena;
    size_t series = plan->chart->data->series_count;
    zt_rect *own = ZT_ARRAY(arena, plan->count, zt_rect);
    zt_rect *rows = ZT_ARRAY(arena, plan->count * 2, zt_rect);
    double *tops = ZT_ARRAY(arena, plan->count, double), y = d->top;
    if (plan->guides.count == 0)
        return;
    for (size_t i = 0; i < plan->count; i++) {
        tops[i] = y;
        own[i] = row_box(d, i, y);
        y += zt_pairs_row_height(plan, i) + d->gap;
    }
    for (size_t k = 0; k < plan->count * 2; k++)
        rows[k] = own[plan->moments.turned ? k % plan->count : k / 2];
    zt_lying_place place = {.top = d->top,
                            .foot = d->foot,
                            .width = plan->width,
                            .zero = plan->zero,
                            .unit = plan->unit,
                            .scale = plan->scale,
                            .rows = rows,
                            .series = series,
                            .marks = true,
                            .type = type_of(d, own, tops)};
    zt_lying_guides_draw(&plan->guides, &place, d->axis, d->labels);
}

/* ---- heads ---- */

/* Head, marks, head, the way the first row lies. */
static void draw_key(const pairs_drawing *d, double top)
{
    const zt_pairs_plan *plan = d->plan;
    pairs_drawing beside = *d; /* its marks are nobody's values: they have a layer of their own */
    beside.marks = d->key;
    double size = zt_chart_look(plan->chart, "label").text.size, y = top + size / 2;
    size_t left = plan->mark == ZT_PAIRS_RANGE ? 0 : plan->rows[0].left;
    double from = plan->heads[left].width + 2.2 * ZT_PAIRS_DOT;
    double to = from + zt_pairs_key_width() - 4.4 * ZT_PAIRS_DOT;
    zt_pos at = plan->chart->data->kind_at;
    pair p = {.from = {left == 0 ? from : to, y},
              .to = {left == 0 ? to : from, y},
              .has = {true, true},
              .line = LINE,
              .ink = plan->chart->params->rest,
              .at = {at, at}};
    draw_pair(&beside, &p);
    zt_words_place(plan->chart, &plan->heads[left], d->labels, 0, top);
    zt_words_place(plan->chart, &plan->heads[1 - left], d->labels,
                   plan->heads[left].width + zt_pairs_key_width(), top);
}

/* The names of the two columns from `top` down: over the ends of the first row, or in a key. */
static void draw_heads(const pairs_drawing *d, double top)
{
    const zt_pairs_plan *plan = d->plan;
    if (plan->head_height > 0 && plan->has_key)
        draw_key(d, top);
    for (size_t c = 0; c < 2 && !plan->has_key; c++)
        zt_words_place(plan->chart, &plan->heads[c], d->labels, zt_pairs_head_x(plan, c), top);
}

/* Spare height goes evenly to the gaps between rows, up to the most; the axis follows under the
   last row. */
void zt_pairs_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_pairs_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double spare = height - planned->extent.height;
    pairs_drawing d = {.plan = plan,
                       .top = plan->unit_line + plan->head_height + plan->guides.over};
    d.gap = zt_clamp(plan->gap + spare / (double)plan->count, plan->gap, plan->gap_max);
    d.axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.marks = zt_mark_layer(chart, into, "marks", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    d.key = zt_mark_layer(chart, into, "key", plan->width, height);
    zt_unit_line(chart, d.labels);
    draw_heads(&d, plan->unit_line);
    d.foot = d.top;
    for (size_t i = 0; i < plan->count; i++) {
        draw_row(&d, i, d.foot);
        d.foot += zt_pairs_row_height(plan, i) + d.gap;
    }
    draw_axis(&d);
    draw_guides(&d);
    zt_note_list_place(chart, &plan->notes, d.labels, d.foot + plan->foot_height);
}
