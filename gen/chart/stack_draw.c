/* Drawing stacked bars as they were planned. */
#include "chart/stack_imp.h"

static const double RING_SHARE = 0.2; /* radius of an open end, of the bar's height */

/* A plan on its way to the scene: its layers, and the heights that spare room gave. Points, frame
   of the plot. */
typedef struct stack_drawing {
    const zt_stack *stack;
    zt_group *bars, *ends, *labels, *axis;
    double bar, between;
} stack_drawing;

/* Spare height: bars first, then the room between them. */
static void share_spare(stack_drawing *d, double spare)
{
    const zt_stack *s = d->stack;
    double rows = (double)s->rows_count, bars = rows * (ZT_STACK_BAR_MOST - s->bar);
    double taken = zt_clamp(spare, 0, bars);
    d->bar = s->bar + taken / rows;
    d->between = s->between;
    if (s->rows_count > 1)
        d->between += zt_max(0, spare - taken) / (rows - 1);
}

/* A value under its bar, after the swatch of its part; `top` is the bar's foot. */
static void draw_below(const stack_drawing *d, const zt_stack_cell *c, zt_part_fill fill,
                       double top)
{
    const zt_stack *s = d->stack;
    const zt_chart *chart = s->chart;
    double middle = top + s->gap / 2 + c->y + s->line / 2, x = c->x + 1.4 * s->swatch;
    zt_fill_bar(chart, d->labels, c->at,
                (zt_rect){c->x, middle - s->swatch / 2, s->swatch, s->swatch},
                zt_mark_key_of(c->quantity), fill);
    zt_mark_text_centre(chart, &c->value, d->labels, ZT_ALIGN_START, x, middle);
    zt_mark_text_centre(chart, &c->word, d->labels, ZT_ALIGN_START, x + c->value.width, middle);
}

/* The segment, and the value in it or below. */
static void draw_cell(const stack_drawing *d, const zt_stack_cell *c, zt_part_fill fill, double top)
{
    const zt_chart *chart = d->stack->chart;
    zt_rect rect = {c->rect.x, top, c->rect.w, d->bar};
    double radius = RING_SHARE * d->bar, middle = top + d->bar / 2;
    if (rect.w > 0)
        zt_fill_bar(chart, d->bars, c->at, rect, zt_mark_fill_of(c->quantity), fill);
    if (c->below) {
        draw_below(d, c, fill, top + d->bar);
        return;
    }
    bool open = zt_chart_is_open(c->quantity) && rect.w > 4 * radius + c->value.width;
    if (open)
        zt_mark_open_end(chart, d->ends, c->at, (zt_point){zt_rect_right(rect) - radius, middle},
                         radius, fill.ink);
    zt_mark_text_centre(chart, &c->value, d->labels, ZT_ALIGN_START, rect.x + 0.7 * d->stack->gap,
                        middle);
}

/* The name left of the bar and its sum right of the last segment; in narrow places both over it. */
static void draw_names(const stack_drawing *d, const zt_stack_row *r, double top)
{
    const zt_stack *s = d->stack;
    const zt_chart *chart = s->chart;
    double middle = top + r->head + d->bar / 2;
    if (s->narrow && r->head > 0) {
        zt_words_place(chart, &r->name, d->labels, 0, top);
        zt_mark_text_centre(chart, &r->total, d->labels, ZT_ALIGN_END, s->width,
                            top + zt_chart_look(chart, "label").text.size / 2);
        return;
    }
    if (r->name.para)
        zt_words_place(chart, &r->name, d->labels, 0, zt_max(top, middle - r->name.height / 2));
    double x = s->has_negative ? s->width : r->known + s->gap / 2 + r->total.width;
    zt_mark_text_centre(chart, &r->total, d->labels, ZT_ALIGN_END, zt_min(x, s->width), middle);
}

/* A dashed empty bar where a part of the whole is to come. */
static void draw_unknown(const stack_drawing *d, double top)
{
    const zt_stack *s = d->stack;
    zt_dashed_box(s->chart->setting->scene, d->ends, s->chart->data->kind_at,
                  (zt_rect){s->left, top, s->right - s->left, d->bar},
                  zt_chart_points(s->chart, s->chart->marks->outline), s->chart->axis_ink);
}

/* A bar with all that belongs to it from `top` down; gives where it ends. */
static double draw_row(const stack_drawing *d, size_t row, double top)
{
    const zt_stack *s = d->stack;
    const zt_stack_row *r = &s->rows[row];
    draw_names(d, r, top);
    if (!r->whole)
        draw_unknown(d, top + r->head);
    for (size_t i = 0; i < s->parts; i++)
        draw_cell(d, &s->cells[row * s->parts + i], s->fills[i], top + r->head);
    return top + r->head + d->bar + r->list;
}

/* The zero line, where parts lie on both sides of it. */
static void draw_zero(const stack_drawing *d, double top, double foot)
{
    const zt_stack *s = d->stack;
    if (!s->has_negative)
        return;
    zt_mark_rule(s->chart, d->axis, (zt_point){s->zero, top}, (zt_point){s->zero, foot},
                 ZT_CHART_ZERO_LINE);
}

/* The zero line is drawn bar by bar, so that it does not run through the values between them. */
void zt_stack_lying_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_stack *s = planned->own;
    const zt_chart *chart = s->chart;
    stack_drawing d = {.stack = s};
    share_spare(&d, height - planned->extent.height);
    d.bars = zt_mark_layer(chart, into, "bars", s->width, height);
    d.ends = zt_mark_layer(chart, into, "ends", s->width, height);
    d.axis = zt_mark_layer(chart, into, "axis", s->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", s->width, height);
    zt_unit_line(chart, d.labels);
    zt_stack_draw_heads(s, d.labels);
    double y = s->lead;
    for (size_t row = 0; row < s->rows_count; row++) {
        double top = y + (row ? d.between : 0);
        y = draw_row(&d, row, top);
        draw_zero(&d, top + s->rows[row].head, top + s->rows[row].head + d.bar);
    }
    y += s->foot_height;
    if (s->foot_height > 0)
        zt_mark_text_baseline(chart, &s->foot, d.labels, ZT_ALIGN_END, s->width,
                              y - 0.22 * s->foot.look.text.size);
    zt_note_list_place(chart, &s->notes, d.labels, y);
}
