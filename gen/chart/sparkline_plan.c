/* Planning sparklines: which points are marked, names at the left, last values at the right, the
   highest and the lowest value over and under each line. */
#include "chart/sparkline_imp.h"

static const double NARROW = ZT_MM(60); /* below it names stand over their lines */
static const double NAMES_SHARE = 0.28; /* of the width, for names at the left */
static const double BETWEEN = ZT_MM(2); /* from row to row */
static const double MARK = 1.2;         /* height of a value at a point, of its size */
static const double LEAST_SHARE = 0.3;  /* of the width, for a line */

double zt_sparkline_at(const zt_chart_data *data, size_t item)
{
    return zt_chart_is_timed(data) ? data->time->at[item] : (double)item;
}

/* ---- which points ---- */

/* The last item with a value, the highest (way 1) or the lowest (-1), the first of equal ones. */
static size_t find_point(const zt_chart_data *data, size_t series, int way)
{
    size_t best = data->item_count;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = data->items[i].values[series];
        if (!zt_chart_has_value(q))
            continue;
        double value = zt_chart_value(data, q);
        const zt_quantity *b = best < data->item_count ? data->items[best].values[series] : NULL;
        if (way == 0 || !b || way * value > way * zt_chart_value(data, b))
            best = i;
    }
    return best;
}

/* The value of a point in the size of ticks. */
static void set_mark_text(const zt_chart *chart, zt_sparkline_mark *mark, size_t series)
{
    zt_look look = zt_chart_look(chart, "tick");
    zt_chart_label label = zt_chart_label_at(chart, mark->item, series);
    mark->text = zt_mark_text_new(chart, label.value, &look, label.quantity->at);
}

/* Extremes have a value of their own where the last one does not tell it. */
static void set_points(zt_sparkline_plan *plan, size_t s)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_sparkline_row *row = &plan->rows[s];
    row->last.item = find_point(data, s, 0);
    row->highest.item = find_point(data, s, 1);
    row->lowest.item = find_point(data, s, -1);
    if (row->last.item == data->item_count)
        return;
    row->high = zt_chart_value(data, data->items[row->highest.item].values[s]);
    row->low = zt_chart_value(data, data->items[row->lowest.item].values[s]);
    if (row->high == row->low)
        return;
    if (row->highest.item != row->last.item)
        set_mark_text(chart, &row->highest, s);
    if (row->lowest.item != row->last.item)
        set_mark_text(chart, &row->lowest, s);
    if (row->highest.text.width > 0 || row->lowest.text.width > 0)
        plan->mark = MARK * zt_chart_look(chart, "tick").text.size;
}

/* ---- words ---- */

/* The last value with the word of its standing; a slot where none is known. */
static void set_value(zt_sparkline_plan *plan, size_t s)
{
    const zt_chart *chart = plan->chart;
    zt_sparkline_row *row = &plan->rows[s];
    size_t count = chart->data->item_count;
    size_t item = row->last.item < count ? row->last.item : count - 1;
    zt_mark_said(chart, item, s, NULL, &row->value, &row->word);
}

/* Of the last value with the word of its standing. */
static double said_width(const zt_sparkline_row *row)
{
    return row->value.width + (row->word.width > 0 ? ZT_SPARKLINE_GAP / 2 : 0) + row->word.width;
}

/* Names, lines and values side by side; names over their lines in narrow places. */
static void set_columns(zt_sparkline_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double names = 0, values = 0;
    for (size_t s = 0; s < plan->count; s++) {
        zt_sparkline_row *row = &plan->rows[s];
        bool lit = zt_chart_series_is_lit(data, s);
        set_value(plan, s);
        row->name =
            zt_words_new(chart, data->series[s], lit ? &strong : &look, data->kind_at,
                         plan->narrow ? plan->width : NAMES_SHARE * plan->width, ZT_ALIGN_START);
        names = zt_max(names, row->name.width);
        values = zt_max(values, said_width(row));
    }
    plan->left = plan->narrow || names == 0 ? 0 : names + ZT_SPARKLINE_GAP;
    plan->values_x = plan->width - values;
    plan->right = plan->values_x - ZT_SPARKLINE_GAP;
}

/* Whether a value at a point is wider than the lines, beside which the last values stand. */
static bool has_wide_mark(const zt_sparkline_plan *plan)
{
    double widest = 0;
    for (size_t s = 0; s < plan->count; s++)
        widest = zt_max(widest,
                        zt_max(plan->rows[s].highest.text.width, plan->rows[s].lowest.text.width));
    return widest > plan->right - plan->left;
}

/* What stands over each line: its name, and the last value behind it, or under it where both have
   no room in one line. */
static void set_over(zt_sparkline_plan *plan)
{
    if (plan->narrow && has_wide_mark(plan)) {
        plan->values_over = true;
        plan->right = plan->width;
    }
    for (size_t s = 0; s < plan->count; s++) {
        zt_sparkline_row *row = &plan->rows[s];
        double value = zt_mark_text_height(&row->value);
        double both = row->name.width + ZT_SPARKLINE_GAP + said_width(row);
        bool beside = row->name.height <= value && both <= plan->width;
        row->words = plan->narrow ? row->name.height : 0;
        if (plan->values_over)
            row->words = beside ? value : row->words + value;
        if (plan->narrow)
            row->words += ZT_SPARKLINE_GAP / 2;
    }
}

/* The first and the last time under the lines, and that these have scales of their own. */
static void set_foot(zt_sparkline_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look look = zt_chart_look(chart, "tick");
    zt_str scales = zt_str_from(
        plan->count > 1 ? ZT_CHART_IN(chart, "各线尺度不同", "each line has a scale of its own")
                        : "");
    plan->first_key = zt_mark_text_new(chart, data->items[0].key, &look, data->items[0].at);
    plan->last_key = zt_mark_text_new(chart, data->items[data->item_count - 1].key, &look,
                                      data->items[data->item_count - 1].at);
    plan->scales = zt_mark_text_new(chart, scales, &look, data->kind_at);
    plan->foot = 1.4 * look.text.size;
    if (plan->first_key.width + plan->last_key.width + ZT_SPARKLINE_GAP > plan->right - plan->left)
        plan->first_key = (zt_mark_text){.look = look};
    if (plan->scales.width > 0)
        plan->foot += 1.3 * look.text.size;
}

/* ---- heights ---- */

double zt_sparkline_over(const zt_sparkline_plan *plan, size_t row)
{
    return plan->rows[row].words + plan->mark + ZT_SPARKLINE_DOT;
}

double zt_sparkline_row_height(const zt_sparkline_plan *plan, size_t row, double line)
{
    const zt_sparkline_row *r = &plan->rows[row];
    double height = zt_sparkline_over(plan, row) + line + ZT_SPARKLINE_DOT + plan->mark;
    double words = zt_max(r->name.height, zt_mark_text_height(&r->value));
    return plan->narrow ? height : zt_max(height, words);
}

zt_sparkline_plan *zt_sparkline_plan_new(const zt_chart *chart, double width)
{
    const zt_chart_data *data = chart->data;
    zt_sparkline_plan *plan = ZT_NEW(chart->setting->arena, zt_sparkline_plan);
    double squeeze = zt_setting_squeeze(chart->setting);
    *plan = (zt_sparkline_plan){.chart = chart,
                                .width = width,
                                .count = data->series_count,
                                .narrow = width < NARROW,
                                .line_most = ZT_SPARKLINE_MOST,
                                .between = BETWEEN};
    plan->line = ZT_SPARKLINE_LEAST + (ZT_SPARKLINE_HIGH - ZT_SPARKLINE_LEAST) * squeeze;
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->count, zt_sparkline_row);
    for (size_t s = 0; s < plan->count; s++)
        set_points(plan, s);
    set_columns(plan);
    if (!plan->narrow && plan->right - plan->left < LEAST_SHARE * width) {
        plan->narrow = true;
        set_columns(plan);
    }
    set_over(plan);
    set_foot(plan);
    double inset = ZT_SPARKLINE_DOT;
    plan->along = (zt_scale){.low = zt_sparkline_at(data, 0),
                             .high = zt_sparkline_at(data, data->item_count - 1),
                             .from = plan->left + inset,
                             .to = zt_max(plan->left + inset, plan->right - inset)};
    plan->unit = zt_unit_line(chart, NULL);
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
