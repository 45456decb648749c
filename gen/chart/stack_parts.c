/* What lying and standing stacks share: the data as bars and parts, their fills, sums, values in
   segments and names with swatches. One series is one bar with the items as parts, several are a
   bar for each item; the functions on top hide the difference. */
#include "chart/stack_imp.h"

#include <math.h>

static const double NARROW = ZT_MM(60); /* below it names stand over the bars */
static const double BAR = ZT_MM(6.4), BAR_NARROW = ZT_MM(5); /* least heights of a bar */
static const double BETWEEN = ZT_MM(2.4);                    /* least room from bar to bar */
static const double GAP = ZT_MM(1.4);                        /* beside text */

/* ---- the data as bars and parts ---- */

/* A single series is one whole, whose parts are the items. */
bool zt_stack_is_one_bar(const zt_chart_data *data)
{
    return data->series_count == 1;
}

/* The item that a part of a bar belongs to. */
const zt_chart_item *zt_stack_item(const zt_stack *s, size_t row, size_t part)
{
    return &s->chart->data->items[zt_stack_is_one_bar(s->chart->data) ? part : row];
}

/* The value of a part of a bar; NULL when the item is not in the series. */
const zt_quantity *zt_stack_quantity(const zt_stack *s, size_t row, size_t part)
{
    const zt_chart_item *item = zt_stack_item(s, row, part);
    return item->values[zt_stack_is_one_bar(s->chart->data) ? 0 : part];
}

/* The name of a part. */
zt_str zt_stack_head(const zt_stack *s, size_t part)
{
    const zt_chart_data *data = s->chart->data;
    return zt_stack_is_one_bar(data) ? data->items[part].key : data->series[part];
}

/* The highlighted part in the accent, else the first, which lies on the base line. */
static const zt_part_fill *fills_of(const zt_stack *s)
{
    const zt_chart_data *data = s->chart->data;
    bool *lead = ZT_ARRAY(s->chart->setting->arena, s->parts + 1, bool), any = false;
    for (size_t i = 0; i < s->parts; i++) {
        lead[i] =
            zt_stack_is_one_bar(data) ? data->items[i].highlight : zt_chart_series_is_lit(data, i);
        any = any || lead[i];
    }
    return zt_fills_new(s->chart, s->parts, any ? lead : NULL);
}

/* ---- lengths ---- */

/* The value of a part in the unit of the data; 0 when there is none. */
double zt_stack_value(const zt_stack *s, size_t row, size_t part)
{
    return zt_chart_value(s->chart->data, zt_stack_quantity(s, row, part));
}

/* What the length of a bar stands for: shares are of 100 (‰ of 1000) unless rounding alone is in
   the way, so that a rest which nobody named stays white; amounts are of their sum, which is not
   known while one of them is to come: 0 then. */
double zt_stack_whole(const zt_stack *s, size_t row)
{
    double sum = 0, slip = 1e-9;
    bool missing = false;
    for (size_t i = 0; i < s->parts; i++) {
        const zt_quantity *q = zt_stack_quantity(s, row, i);
        sum += zt_stack_value(s, row, i);
        missing = missing || (q && !zt_chart_has_value(q));
        if (zt_chart_has_value(q))
            slip += 0.5 * pow(10, -q->printed.decimals);
    }
    if (!zt_unit_is_per_cent(s->chart->data))
        return missing ? 0 : sum;
    double hundred = zt_str_is(s->chart->data->unit, "%") ? 100 : 1000;
    return missing || sum < hundred - slip ? zt_max(sum, hundred) : sum;
}

/* ---- values and sums ---- */

/* Type on a segment: white on dark fills from the size that prints, black on light ones; false
   where neither can be read, where the fill is a pattern or tells a standing, or where it has no
   room. */
bool zt_stack_set_inside(const zt_stack *s, zt_stack_cell *c, size_t part, double wide, double high)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "value");
    if (!zt_chart_has_value(c->quantity) || c->word.width > 0 ||
        zt_mark_fill_of(c->quantity) != ZT_MARK_SOLID ||
        !zt_fill_look(chart, s->fills[part], ZT_MARK_SOLID, &look))
        return false;
    zt_mark_text text = zt_mark_value_new(chart, c->quantity, c->value.text, &look, c->at);
    if (text.width > wide || look.text.size > high)
        return false;
    c->value = text;
    return true;
}

zt_stack_cell *zt_stack_set_cell(zt_stack *s, size_t row, size_t part)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "label");
    zt_stack_cell *c = &s->cells[row * s->parts + part];
    c->quantity = zt_stack_quantity(s, row, part);
    c->at = c->quantity ? c->quantity->at : zt_stack_item(s, row, part)->at;
    bool one = zt_stack_is_one_bar(chart->data);
    zt_chart_label text = zt_chart_label_at(chart, one ? part : row, one ? 0 : part);
    c->value = zt_mark_value_new(chart, c->quantity, text.value, &look, c->at);
    c->word = zt_mark_text_new(chart, text.words, &look, c->at);
    return c;
}

/* The sum of a bar of several series, whose parts must not be negative: they would lie on both
   sides of zero. Empty too where the data do not give all parts exactly. */
zt_str zt_stack_total(const zt_stack *s, size_t row)
{
    const zt_chart_data *data = s->chart->data;
    for (size_t i = 0; i < s->parts; i++)
        if (zt_stack_value(s, row, i) < 0)
            return (zt_str){0};
    return zt_chart_sum(s->chart->setting->arena, data, data->items[row].values, s->parts);
}

/* ---- names of the parts ---- */

/* Bold for the part in the accent, so that grey keeps it. */
zt_look zt_stack_head_look(const zt_stack *s, size_t part)
{
    zt_look look = zt_chart_look(s->chart, "label");
    bool accent = s->fills[part].ink == s->chart->params->accent;
    return accent ? zt_chart_strong(s->chart, &look) : look;
}

/* Swatch and name, line by line. */
void zt_stack_set_legend(zt_stack *s)
{
    const zt_chart *chart = s->chart;
    zt_str *names = ZT_ARRAY(chart->setting->arena, s->parts + 1, zt_str);
    zt_pos *at = ZT_ARRAY(chart->setting->arena, s->parts + 1, zt_pos);
    double size = zt_chart_look(chart, "label").text.size;
    for (size_t i = 0; i < s->parts; i++) {
        names[i] = zt_stack_head(s, i);
        at[i] = s->cells[i].at;
    }
    zt_part_names list = zt_part_names_new(chart, names, at, s->parts, s->fills, s->width);
    s->heads = list.names;
    for (size_t i = 0; i < s->parts; i++)
        s->heads_at[i] =
            (zt_point){list.at[i].x, s->unit + list.at[i].y - (size - list.swatch) / 2};
    s->lead = s->unit + list.height - 0.5 * size + 1.5 * GAP;
}

/* ---- an empty plan ---- */

/* An empty plan with its arrays and measures, in the arena of the setting. */
zt_stack *zt_stack_new(const zt_chart *chart, double width, zt_stack_scale scale)
{
    zt_arena *arena = chart->setting->arena;
    const zt_chart_data *data = chart->data;
    zt_stack *s = ZT_NEW(arena, zt_stack);
    zt_look label = zt_chart_look(chart, "label");
    *s = (zt_stack){.chart = chart, .scale = scale, .width = width, .narrow = width < NARROW};
    s->rows_count = zt_stack_is_one_bar(data) ? 1 : data->item_count;
    s->parts = zt_stack_is_one_bar(data) ? data->item_count : data->series_count;
    s->rows = ZT_ARRAY(arena, s->rows_count + 1, zt_stack_row);
    s->cells = ZT_ARRAY(arena, s->rows_count * s->parts + 1, zt_stack_cell);
    s->heads = ZT_ARRAY(arena, s->parts + 1, zt_words);
    s->heads_at = ZT_ARRAY(arena, s->parts + 1, zt_point);
    s->fills = fills_of(s);
    s->bar = s->narrow ? BAR_NARROW : BAR;
    s->between = BETWEEN;
    s->gap = GAP;
    s->swatch = 0.8 * label.text.size;
    s->line = 1.35 * label.text.size;
    return s;
}

/* The names of the parts, with swatches where they are a legend. */
void zt_stack_draw_heads(const zt_stack *s, zt_group *into)
{
    double half = zt_chart_look(s->chart, "label").text.size / 2;
    for (size_t i = 0; i < s->parts; i++) {
        zt_point at = s->heads_at[i];
        double x = s->over ? at.x : at.x + 1.4 * s->swatch;
        if (!s->over)
            zt_fill_bar(s->chart, into, s->chart->data->kind_at,
                        (zt_rect){at.x, at.y + half - s->swatch / 2, s->swatch, s->swatch},
                        ZT_MARK_SOLID, s->fills[i]);
        zt_words_place(s->chart, &s->heads[i], into, x, at.y);
    }
}
