/* Drawing stacked columns as they were planned. Segments keep their true lengths: the paper between
   them is drawn over their joints. */
#include "chart/stack_imp.h"

#include "chart/grid.h"

#include <math.h>

static const double SEAM_SHARE = 0.25; /* at most, of the lower segment: else there is none */
static const double RING_SHARE = 0.12; /* radius of an open end, of the column's width */
static const double TICKS_GAP = ZT_MM(1.5);

/* A plan on its way to the scene; `levels` gives y. */
typedef struct upright_drawing {
    const zt_stack *stack;
    const zt_stack_upright *upright;
    zt_scale levels;
    double top, foot; /* of the columns with what stands over them */
    zt_group *grid, *bars, *ends, *axis, *labels;
} upright_drawing;

/* The box of a segment. */
static zt_rect cell_box(const upright_drawing *d, size_t index)
{
    const zt_stack_upright *u = d->upright;
    double a = zt_scale_at(&d->levels, u->from[index]), b = zt_scale_at(&d->levels, u->to[index]);
    double x = zt_column_slots_middle(&u->slots, index / d->stack->parts) - u->column / 2;
    return (zt_rect){x, zt_min(a, b), u->column, fabs(a - b)};
}

/* Where the highest part of a column ends. */
static double top_of(const upright_drawing *d, size_t row)
{
    double top = zt_scale_at(&d->levels, 0);
    for (size_t i = row * d->stack->parts; i < (row + 1) * d->stack->parts; i++)
        top = zt_min(top, cell_box(d, i).y);
    return top;
}

/* Paper over the joint with the part below, where this one has a length. */
static void draw_joint(const upright_drawing *d, size_t index)
{
    const zt_stack_upright *u = d->upright;
    zt_rect box = cell_box(d, index);
    double at = zt_scale_at(&d->levels, u->from[index]), least = box.h;
    for (size_t i = index - index % d->stack->parts; i < index; i++)
        if (u->to[i] == u->from[index] && u->to[i] != u->from[i])
            least = zt_min(least, cell_box(d, i).h);
    if (u->from[index] == 0 || ZT_STACK_SEAM > SEAM_SHARE * least)
        return;
    zt_scene_rule(d->stack->chart->setting->scene, d->ends, d->stack->cells[index].at,
                  (zt_point){box.x, at}, (zt_point){zt_rect_right(box), at}, ZT_STACK_SEAM,
                  ZT_SOLID(&zt_ink_paper));
}

/* A segment, its joint, and its value in its middle. */
static void draw_cell(const upright_drawing *d, size_t index)
{
    const zt_stack *s = d->stack;
    const zt_stack_cell *c = &s->cells[index];
    zt_rect box = cell_box(d, index);
    zt_part_fill fill = s->fills[index % s->parts];
    if (box.h <= 0)
        return;
    zt_fill_bar(s->chart, d->bars, c->at, box, zt_mark_fill_of(c->quantity), fill);
    draw_joint(d, index);
    if (!c->below)
        zt_mark_text_centre(s->chart, &c->value, d->labels, ZT_ALIGN_CENTRE, box.x + box.w / 2,
                            box.y + box.h / 2);
    double radius = zt_min(RING_SHARE * box.w, 0.2 * box.h);
    bool has_room = c->below || box.h > 4 * radius + c->value.look.text.size;
    double end = zt_scale_at(&d->levels, d->upright->to[index]);
    if (zt_chart_is_open(c->quantity) && has_room)
        zt_mark_open_end(s->chart, d->ends, c->at,
                         (zt_point){box.x + box.w / 2, end > box.y ? end - radius : end + radius},
                         radius, fill.ink);
}

/* Where the plot ends: at the last column where labels stand beside it, or at its sum, which may be
   wider, but within its slot. */
static double right_of(const upright_drawing *d)
{
    const zt_stack_upright *u = d->upright;
    size_t last = d->stack->rows_count - 1;
    double half = zt_max(u->column, d->stack->rows[last].total.width) / 2;
    double slots = zt_column_slots_right(&u->slots);
    return u->has_ends ? zt_min(slots, zt_column_slots_middle(&u->slots, last) + half) : slots;
}

/* What stands over a column. */
static zt_rect total_box(const upright_drawing *d, size_t row)
{
    const zt_mark_text *total = &d->stack->rows[row].total;
    double height = zt_mark_text_height(total),
           middle = zt_column_slots_middle(&d->upright->slots, row);
    return (zt_rect){middle - total->width / 2, top_of(d, row) - TICKS_GAP / 3 - height,
                     total->width, height};
}

/* Sums and slots over the columns, the grid open for them. */
static void draw_above(const upright_drawing *d)
{
    const zt_stack *s = d->stack;
    const zt_stack_upright *u = d->upright;
    zt_rect *boxes = ZT_ARRAY(s->chart->setting->arena, s->rows_count, zt_rect);
    for (size_t row = 0; row < s->rows_count; row++) {
        boxes[row] = total_box(d, row);
        zt_mark_text_centre(s->chart, &s->rows[row].total, d->labels, ZT_ALIGN_CENTRE,
                            boxes[row].x + boxes[row].w / 2, boxes[row].y + boxes[row].h / 2);
    }
    double size = s->scale == ZT_STACK_HUNDRED ? 100 : 1;
    for (size_t i = 0; u->has_axis && i < u->ticks.ticks.count; i++) {
        const zt_mark_text *text = &u->ticks.texts[i];
        double y = zt_scale_at(&d->levels, zt_tick_value(&u->ticks, i) / size);
        double half = 0.55 * text->look.text.size;
        zt_grid_level(s->chart, d->grid, u->slots.left, right_of(d), y, ZT_CHART_GRID_LINE,
                      &(zt_grid_type){boxes, s->rows_count});
        zt_mark_text_centre(s->chart, text, d->labels, ZT_ALIGN_END, u->slots.left - TICKS_GAP,
                            zt_clamp(y, d->top + half, d->foot - half));
    }
}

/* Names and last values at the right of the last column, at their segments. */
static void draw_ends(const upright_drawing *d)
{
    const zt_stack *s = d->stack;
    const zt_stack_upright *u = d->upright;
    zt_end_labels ends = u->ends;
    size_t last = (s->rows_count - 1) * s->parts;
    if (!u->has_ends)
        return;
    ends.items = ZT_ARRAY(s->chart->setting->arena, ends.count, zt_end_label);
    for (size_t i = 0; i < ends.count; i++) {
        zt_rect box = cell_box(d, last + i);
        ends.items[i] = u->ends.items[i];
        ends.items[i].wanted = box.y + box.h / 2;
        ends.items[i].is_tied = true;
    }
    zt_end_labels_spread(s->chart, &ends, d->top, d->foot);
    zt_end_labels_place(s->chart, &ends, d->labels, right_of(d));
}

/* The plot grows with the height; what stands over the columns keeps its own. */
void zt_stack_upright_draw(const zt_stack *s, double height, zt_group *into)
{
    const zt_chart *chart = s->chart;
    const zt_stack_upright *u = s->upright;
    upright_drawing d = {.stack = s, .upright = u, .top = s->lead};
    double fixed = s->lead + u->slots.height + s->foot_height + s->notes.height;
    d.foot = s->lead + zt_clamp(height - fixed, u->plot, u->plot_most);
    d.levels = (zt_scale){.low = u->low,
                          .high = u->high > u->low ? u->high : u->low + 1,
                          .from = d.foot,
                          .to = d.top + u->above};
    d.grid = zt_mark_layer(chart, into, "grid", s->width, height);
    d.bars = zt_mark_layer(chart, into, "bars", s->width, height);
    d.ends = zt_mark_layer(chart, into, "ends", s->width, height);
    d.axis = zt_mark_layer(chart, into, "axis", s->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", s->width, height);
    zt_unit_line(chart, d.labels);
    if (!u->has_ends)
        zt_stack_draw_heads(s, d.labels);
    for (size_t i = 0; i < s->rows_count * s->parts; i++)
        draw_cell(&d, i);
    draw_above(&d);
    draw_ends(&d);
    double zero = zt_scale_at(&d.levels, 0), y = d.foot + u->slots.height + s->foot_height;
    zt_mark_rule(chart, d.axis, (zt_point){u->slots.left, zero}, (zt_point){right_of(&d), zero},
                 ZT_CHART_ZERO_LINE);
    zt_column_slots_draw(&u->slots, d.axis, d.labels, zero, d.foot);
    if (s->foot_height > 0)
        zt_mark_text_baseline(chart, &s->foot, d.labels, ZT_ALIGN_END, s->width,
                              y - 0.22 * s->foot.look.text.size);
    zt_note_list_place(chart, &s->notes, d.labels, y);
}
