/* The two rows under a plot over time: what the labels are time_ticks.c decides, given where
   days lie and how wide words are; here they are measured, placed within the width and drawn.
   The first row has strokes on the base line, the second one names what the first stands in. */
#include "chart/time_axis.h"

#include "chart/time_ticks.h"

/* Of the size of the labels: between two of them; from row to row; from a stroke to its label. */
static const double LABEL_GAP = 0.9;
static const double ROW = 1.35;
static const double STROKE_GAP = 0.1;

/* What the functions get that are asked for widths and places. */
typedef struct measuring {
    const zt_time_axis *axis;
    const zt_look *look;
} measuring;

/* Width of a label of the first row, points; for zt_time_ticks_wish. */
static double width_of(void *context, zt_str label)
{
    const measuring *m = context;
    const zt_chart *chart = m->axis->chart;
    return zt_mark_text_new(chart, label, m->look, chart->data->kind_at).width;
}

double zt_time_axis_x(const zt_time_axis *axis, double day)
{
    size_t last = axis->points - 1, i = 1;
    if (last == 0)
        return axis->xs[0];
    while (i < last && axis->at[i] < day)
        i++;
    bool inside = day >= axis->at[0] && day <= axis->at[last];
    size_t from = inside ? i - 1 : 0, to = inside ? i : last;
    zt_scale scale = {
        .low = axis->at[from], .high = axis->at[to], .from = axis->xs[from], .to = axis->xs[to]};
    return zt_scale_at(&scale, day);
}

/* The middle of a label moved so that all of it lies between the two reaches. */
static double clamped(const zt_time_axis *axis, double x, double width)
{
    return zt_clamp(x, axis->reach + width / 2, axis->reach_end - width / 2);
}

/* Whether a highlighted item stands at this day; the slack is far less than a day and covers the
   error of a mean. */
static bool is_highlighted(const zt_chart_data *data, double at)
{
    for (size_t i = 0; i < data->item_count; i++)
        if (data->items[i].highlight && data->time->at[i] < at + 0.01 &&
            data->time->at[i] > at - 0.01)
            return true;
    return false;
}

/* The first row; the label of a highlighted item is bold. A label that was moved in from the
   edge keeps its stroke where its time is. */
static void plan_labels(zt_time_axis *axis, const zt_time_ticks *ticks, const zt_look *look)
{
    zt_look strong = zt_chart_strong(axis->chart, look);
    axis->labels = ZT_ARRAY(axis->chart->setting->arena, ticks->count, zt_time_axis_label);
    axis->count = ticks->count;
    for (size_t i = 0; i < ticks->count; i++) {
        zt_time_axis_label *label = &axis->labels[i];
        const zt_time_tick *tick = &ticks->ticks[i];
        label->text = zt_mark_text_new(axis->chart, tick->label,
                                       is_highlighted(axis->chart->data, tick->at) ? &strong : look,
                                       axis->chart->data->kind_at);
        label->x = clamped(axis, zt_time_axis_x(axis, tick->at), label->text.width);
        label->mark = zt_time_axis_x(axis, ticks->at_begin ? tick->begin : tick->at);
    }
}

/* In the middle of what it names; a year of which too little is shown leaves its name to the next
   one, but the first may stand over that. */
static void plan_span(zt_time_axis *axis, size_t i, const zt_time_span *span, const zt_look *look)
{
    zt_time_axis_span *own = &axis->spans[i];
    zt_pos at = axis->chart->data->kind_at;
    own->from = zt_max(axis->left, zt_time_axis_x(axis, span->from));
    own->to = zt_min(axis->right, zt_time_axis_x(axis, span->to));
    double room = own->to - own->from - LABEL_GAP * look->text.size;
    own->text = zt_mark_text_new(axis->chart, span->label, look, at);
    if (own->text.width > room)
        own->text = zt_mark_text_new(axis->chart, span->brief, look, at);
    if (own->text.width > room && axis->span_count > 1)
        own->text = (zt_mark_text){0};
    own->x = clamped(axis, (own->from + own->to) / 2, own->text.width);
}

/* The second row; without spans it has no height. */
static void plan_spans(zt_time_axis *axis, const zt_time_ticks *ticks, const zt_look *look)
{
    axis->spans = ZT_ARRAY(axis->chart->setting->arena, ticks->span_count, zt_time_axis_span);
    axis->span_count = ticks->span_count;
    for (size_t i = 0; i < ticks->span_count; i++)
        plan_span(axis, i, &ticks->spans[i], look);
}

/* x of a day; for zt_time_ticks_wish. */
static double place_of(void *context, double day)
{
    const measuring *m = context;
    return zt_time_axis_x(m->axis, day);
}

/* False when the data have no times or the keys have to stand as written; then nothing in the
   axis is filled. The height is that of one row or of two. */
bool zt_time_axis_plan(zt_time_axis *axis)
{
    const zt_chart *chart = axis->chart;
    zt_look tick = zt_chart_look(chart, "tick"), label = zt_chart_look(chart, "label");
    measuring m = {axis, &tick};
    zt_time_ticks ticks;
    zt_time_ticks_wish wish = {
        .time = chart->data->time,
        .items = chart->data->item_count,
        .place = place_of,
        .gap = LABEL_GAP * tick.text.size,
        .width = width_of,
        .context = &m,
        .arena = chart->setting->arena,
        .language = chart->data->language,
    };
    if (!chart->data->time || axis->points == 0 || !zt_time_ticks_find(&wish, &ticks))
        return false;
    plan_labels(axis, &ticks, &tick);
    plan_spans(axis, &ticks, &label);
    axis->row = ZT_CHART_TICK + (STROKE_GAP + ROW) * tick.text.size;
    axis->height = ZT_CHART_TICK + (STROKE_GAP + 1) * tick.text.size;
    if (axis->span_count)
        axis->height = axis->row + label.text.size;
    return true;
}

/* An upright line between two heights, if x lies on the base line. */
static void stroke(const zt_time_axis *axis, zt_group *into, double x, double from, double to)
{
    if (x < axis->left - 0.01 || x > axis->right + 0.01)
        return;
    zt_mark_rule(axis->chart, into, (zt_point){x, from}, (zt_point){x, to}, ZT_CHART_AXIS_LINE);
}

/* The second row with strokes between its spans, none before the first. */
static void draw_spans(const zt_time_axis *axis, zt_group *strokes, zt_group *words, double y)
{
    double top = y + axis->row;
    for (size_t i = 0; i < axis->span_count; i++) {
        const zt_time_axis_span *span = &axis->spans[i];
        double size = zt_max(span->text.look.text.size, 1);
        if (i > 0)
            stroke(axis, strokes, span->from, top, y + axis->height);
        if (span->text.width > 0)
            zt_mark_text_baseline(axis->chart, &span->text, words, ZT_ALIGN_CENTRE, span->x,
                                  top + ZT_EM_TOP * size);
    }
}

void zt_time_axis_draw(const zt_time_axis *axis, zt_group *strokes, zt_group *words, double y)
{
    double length = ZT_CHART_TICK;
    for (size_t i = 0; i < axis->count; i++) {
        const zt_time_axis_label *label = &axis->labels[i];
        double size = label->text.look.text.size;
        stroke(axis, strokes, label->mark, y, y + length);
        zt_mark_text_baseline(axis->chart, &label->text, words, ZT_ALIGN_CENTRE, label->x,
                              y + length + (STROKE_GAP + ZT_EM_TOP) * size);
    }
    draw_spans(axis, strokes, words, y);
}

double zt_time_least_step(const zt_chart_time *time, size_t count)
{
    double least = time->at[1] - time->at[0];
    for (size_t i = 2; i < count; i++)
        least = zt_min(least, time->at[i] - time->at[i - 1]);
    return least;
}

void zt_time_break(const zt_chart *chart, zt_group *into, double x, double y)
{
    double r = ZT_CHART_TICK;
    for (int i = 0; i < 2; i++) {
        double middle = x + (i - 0.5) * r;
        zt_mark_rule(chart, into, (zt_point){middle - r / 2, y + r},
                     (zt_point){middle + r / 2, y - r}, ZT_CHART_AXIS_LINE);
    }
}
