/* Planning a dot plot: one axis from zero for all rows, values in lines over their dots, moved
   apart within the axis. */
#include "chart/dot_imp.h"

#include "labels/spread.h"

#include <math.h>
#include <stdlib.h>

static const double NARROW = ZT_MM(60); /* below it names stand over their rows */
static const double NAMES_SHARE = 0.3;  /* of the width, for names at the left */
static const double BETWEEN = ZT_MM(1.6), BETWEEN_MOST = ZT_MM(4); /* from row to row */
static const double SHIFT = 0.7; /* of the radius, for dots on each other */
static const double TOUCH = 1.2; /* nearer dots are shifted, in radii */
enum { TELL_ALONE = 2 };         /* so many series need no swatches at their values */
enum { TICKS = 7, TICKS_NARROW = 4 };

double zt_dot_swatch_width(const zt_dot_plan *plan)
{
    return plan->swatches ? 2 * ZT_DOT_RADIUS + ZT_DOT_GAP / 2 : 0;
}

double zt_dot_words_width(const zt_dot_plan *plan, const zt_dot_mark *mark)
{
    double word = mark->word.width > 0 ? ZT_DOT_GAP / 2 + mark->word.width : 0;
    return zt_dot_swatch_width(plan) + mark->text.width + word;
}

/* ---- the data ---- */

/* A value to come says whose it is where there are several series. */
static zt_mark_text missing_text(const zt_chart *chart, const zt_quantity *q, size_t series)
{
    zt_look look = zt_chart_look(chart, "value");
    zt_quantity *named = ZT_NEW(chart->setting->arena, zt_quantity);
    *named = *q;
    if (chart->data->series_count > 1)
        named->text =
            zt_str_from(zt_arena_printf(chart->setting->arena, "%.*s%.*s",
                                        ZT_ARG(chart->data->series[series]), ZT_ARG(q->text)));
    return zt_mark_value_new(chart, named, named->text, &look, q->at);
}

/* By value, missing ones last; equal ones in the order of the series. */
static int by_value(const void *a, const void *b)
{
    const zt_dot_mark *x = a, *y = b;
    bool has_x = zt_chart_has_value(x->quantity), has_y = zt_chart_has_value(y->quantity);
    if (has_x != has_y)
        return has_x ? -1 : 1;
    if (has_x && x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return (x->series > y->series) - (x->series < y->series);
}

/* The values that the data give the item. */
static void read_row(zt_dot_plan *plan, size_t i)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_dot_row *row = &plan->rows[i];
    row->item = &data->items[i];
    row->marks = ZT_ARRAY(chart->setting->arena, data->series_count, zt_dot_mark);
    for (size_t s = 0; s < data->series_count; s++) {
        const zt_quantity *q = row->item->values[s];
        zt_dot_mark *mark = &row->marks[row->count];
        if (!q)
            continue;
        *mark = (zt_dot_mark){.quantity = q, .series = s, .value = zt_chart_value(data, q)};
        const zt_ink *ink = zt_series_ink(chart, row->item, s);
        zt_mark_said(chart, i, s, ink == chart->params->accent ? ink : NULL, &mark->text,
                     &mark->word);
        if (!zt_chart_has_value(q))
            mark->text = missing_text(chart, q, s);
        plan->line = zt_max(plan->line, zt_mark_text_height(&mark->text));
        if (zt_chart_has_value(q) || !chart->data->spread) {
            plan->scale.low = zt_min(plan->scale.low, mark->value);
            plan->scale.high = zt_max(plan->scale.high, mark->value);
        }
        row->count++;
    }
    qsort(row->marks, row->count, sizeof *row->marks, by_value);
}

/* ---- places ---- */

/* Names left of the axis, or over their rows. */
static void set_names(zt_dot_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double widest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        zt_dot_row *row = &plan->rows[i];
        row->name =
            zt_words_new(chart, row->item->key, row->item->highlight ? &strong : &look,
                         row->item->at, plan->narrow ? plan->width : NAMES_SHARE * plan->width,
                         plan->narrow ? ZT_ALIGN_START : ZT_ALIGN_END);
        widest = zt_max(widest, row->name.width);
    }
    plan->left = plan->narrow ? 0 : widest + 2 * ZT_DOT_GAP;
}

/* Where equal lengths are no equal differences numbers under the rows say so. */
static void set_ticks(zt_dot_plan *plan, double from, double to)
{
    plan->ticks = zt_tick_texts_spread(plan->chart, ZT_ALL_SERIES, plan->scale.low,
                                       zt_max(plan->scale.low, plan->scale.high),
                                       plan->narrow ? TICKS_NARROW : TICKS);
    plan->scale = zt_tick_scale(&plan->ticks, from, to);
    plan->foot = ZT_CHART_TICK + 1.4 * plan->ticks.size;
}

/* The axis: whole dots at both ends, and behind the dots of one series their values. */
static void set_scale(zt_dot_plan *plan)
{
    double beyond = 0;
    bool alone = plan->chart->data->series_count == 1;
    for (size_t i = 0; alone && i < plan->count; i++)
        for (size_t k = 0; k < plan->rows[i].count; k++)
            beyond = zt_max(beyond, ZT_DOT_GAP + zt_dot_words_width(plan, &plan->rows[i].marks[k]));
    double from = plan->left + ZT_DOT_RADIUS;
    double to = zt_max(from + 1, plan->width - ZT_DOT_RADIUS - beyond);
    if (plan->chart->data->spread) {
        set_ticks(plan, from, to);
        return;
    }
    plan->scale.from = from;
    plan->scale.to = to;
    if (plan->scale.high <= plan->scale.low)
        plan->scale.high = plan->scale.low + 1; /* nothing but zeros */
}

/* Dots at their values; of those that would lie on each other every other one is raised. */
static void set_dots(zt_dot_plan *plan, zt_dot_row *row)
{
    for (size_t k = 0; k < row->count; k++) {
        zt_dot_mark *mark = &row->marks[k];
        mark->x = zt_scale_at(&plan->scale, mark->value);
        if (k == 0 || mark->x - mark[-1].x > TOUCH * ZT_DOT_RADIUS ||
            !zt_chart_has_value(mark->quantity))
            continue;
        if (mark[-1].shift == 0)
            mark[-1].shift = -SHIFT * ZT_DOT_RADIUS;
        mark->shift = (mark[-1].shift < 0 ? 1 : -1) * SHIFT * ZT_DOT_RADIUS;
    }
}

/* One line of values over the dots, each as near to the middle of its dot as the others let it; a
   missing one at the right. */
static void set_line(const zt_dot_plan *plan, zt_dot_row *row, size_t line)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, row->count, zt_label);
    size_t count = 0;
    for (size_t k = 0; k < row->count; k++) {
        const zt_dot_mark *mark = &row->marks[k];
        double wanted = zt_chart_has_value(mark->quantity) ? mark->x : plan->width;
        if (mark->line == line)
            labels[count++] = (zt_label){.wanted = wanted, .size = zt_dot_words_width(plan, mark)};
    }
    zt_labels_spread_in_order(arena, labels, count, ZT_DOT_GAP, plan->left, plan->width);
    count = 0;
    for (size_t k = 0; k < row->count; k++)
        if (row->marks[k].line == line)
            row->marks[k].words_x = zt_label_low(&labels[count++]);
}

/* A slot wider than the axis leaves the name of its series to the note. */
static void fit_missing(zt_dot_plan *plan, zt_dot_row *row, zt_dot_mark *mark, double room)
{
    const zt_chart *chart = plan->chart;
    const zt_quantity *q = mark->quantity;
    if (zt_chart_has_value(q) || zt_dot_words_width(plan, mark) <= room)
        return;
    zt_look look = zt_chart_look(chart, "value");
    size_t item = (size_t)(row->item - chart->data->items);
    mark->text = zt_mark_value_new(chart, q, q->text, &look, q->at);
    plan->unsaid[item * chart->data->series_count + mark->series] = true;
}

/* Values over the dots in as many lines as they need, from left to right in each. */
static void set_lines(zt_dot_plan *plan, zt_dot_row *row)
{
    double used = 0, room = plan->width - plan->left;
    row->lines = 1;
    for (size_t k = row->count; k-- > 0;) {
        fit_missing(plan, row, &row->marks[k], room);
        double size = zt_dot_words_width(plan, &row->marks[k]);
        if (used > 0 && used + ZT_DOT_GAP + size > room) {
            row->lines++;
            used = 0;
        }
        row->marks[k].line = row->lines - 1;
        used += (used > 0 ? ZT_DOT_GAP : 0) + size;
    }
    for (size_t line = 0; line < row->lines; line++)
        set_line(plan, row, line);
}

/* The only value of a row: behind its dot; a missing one at zero. */
static void set_behind(zt_dot_row *row)
{
    row->lines = 0;
    for (size_t k = 0; k < row->count; k++)
        row->marks[k].words_x = row->marks[k].x + ZT_DOT_RADIUS + ZT_DOT_GAP;
}

/* ---- heights ---- */

/* What stands over the middle of the dots. */
static double above(const zt_dot_plan *plan, size_t row)
{
    const zt_dot_row *r = &plan->rows[row];
    double dots = ZT_DOT_REACH;
    if (r->lines == 0)
        dots = zt_max(dots, plan->line / 2);
    return dots + (double)r->lines * plan->line;
}

double zt_dot_row_middle(const zt_dot_plan *plan, size_t row)
{
    const zt_dot_row *r = &plan->rows[row];
    if (plan->narrow)
        return r->name.height + ZT_DOT_GAP / 4 + above(plan, row);
    return zt_max(above(plan, row), r->name.height / 2);
}

double zt_dot_row_height(const zt_dot_plan *plan, size_t row)
{
    const zt_dot_row *r = &plan->rows[row];
    double below = ZT_DOT_REACH;
    if (r->lines == 0)
        below = zt_max(below, plan->line / 2);
    if (!plan->narrow)
        below = zt_max(below, r->name.height / 2);
    return zt_dot_row_middle(plan, row) + below;
}

zt_dot_plan *zt_dot_plan_new(const zt_chart *chart, double width)
{
    zt_dot_plan *plan = ZT_NEW(chart->setting->arena, zt_dot_plan);
    *plan = (zt_dot_plan){.chart = chart,
                          .width = width,
                          .narrow = width<NARROW, .swatches = chart->data->series_count> TELL_ALONE,
                          .count = chart->data->item_count,
                          .between = BETWEEN,
                          .between_most = BETWEEN_MOST};
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->count, zt_dot_row);
    plan->unsaid = ZT_ARRAY(chart->setting->arena, plan->count * chart->data->series_count, bool);
    if (chart->data->spread == ZT_SPREAD_LOG)
        plan->scale = (zt_scale){.low = INFINITY, .high = -INFINITY};
    for (size_t i = 0; i < plan->count; i++)
        read_row(plan, i);
    set_names(plan);
    set_scale(plan);
    for (size_t i = 0; i < plan->count; i++) {
        set_dots(plan, &plan->rows[i]);
        if (chart->data->series_count == 1)
            set_behind(&plan->rows[i]);
        else
            set_lines(plan, &plan->rows[i]);
    }
    plan->legend = zt_legend(chart, NULL, width);
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
