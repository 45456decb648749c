/* Planning a line chart: ticks, labels at the line ends, categories, and the room that they need.
 */
#include "chart/line_imp.h"

#include "chart/chart_words.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double HEIGHT_LEAST = 0.34; /* of the plot when the page is full, of its width */
/* Of a plot in a column or two of a newspaper: higher than its part of the width, else slopes look
   flat. The second is a share of the width. */
static const double HIGH = ZT_MM(52), HIGH_RATIO = 1.13;

static const double LABEL_LEADING = 1.15; /* of labels that break, by their size */
static const double ENDS_MOST = 0.26;     /* widest labels at the lines' ends, of the width */

/* The number to draw; a missing value has none and breaks the line. */
const zt_quantity *zt_line_value(const zt_line_plan *plan, size_t series, size_t item)
{
    const zt_chart_item *row = &plan->chart->data->items[item];
    const zt_quantity *q = row->values ? row->values[series] : NULL;
    return zt_chart_has_value(q) ? q : NULL;
}

/* Unless label= says otherwise, the last one and those of highlighted items. */
bool zt_line_is_labelled(const zt_line_plan *plan, size_t series, size_t item)
{
    const zt_chart_data *data = plan->chart->data;
    bool usual = data->items[item].highlight || item == plan->ends[series].item;
    return zt_chart_wants_value(data, item, series, usual) && zt_line_value(plan, series, item);
}

/* By time where that is known, else in even steps; a single item stands in the middle. */
double zt_line_x(const zt_line_plan *plan, size_t item)
{
    size_t count = plan->chart->data->item_count;
    if (count < 2)
        return (plan->left + plan->right) / 2;
    if (zt_chart_is_timed(plan->chart->data))
        return zt_scale_at(&plan->days, plan->chart->data->time->at[item]);
    return plan->left + (plan->right - plan->left) * (double)item / (double)(count - 1);
}

/* How many lines there are. */
static size_t series_count(const zt_line_plan *plan)
{
    return plan->chart->data->series_count;
}

/* The accent goes to the series that the data highlights, else to the latest of several years, else
   to the series named first. */
static size_t lead_series(const zt_chart *chart)
{
    const zt_line_params *p = chart->own;
    const zt_chart_data *data = chart->data;
    if (p->lead == ZT_LEAD_FIRST)
        return 0;
    if (p->lead == ZT_LEAD_LAST)
        return data->series_count - 1;
    for (size_t i = 0; i < data->series_count; i++)
        if (zt_chart_series_is_lit(data, i))
            return i;
    for (size_t i = 0; i < data->series_count; i++) {
        zt_str head = data->series[i];
        if (head.len == 0 || head.data[0] < '0' || head.data[0] > '9')
            return 0;
    }
    return data->series_count - 1;
}

/* The plot goes up to the last tick or, where that lies short of it, to the highest value. Without
   any value there is but a zero. */
static void choose_ticks(zt_line_plan *plan, double low, double high)
{
    const zt_line_params *p = plan->chart->own;
    bool none = low == 0 && high == 0;
    if (plan->chart->data->spread) {
        plan->ticks = zt_tick_texts_spread(plan->chart, ZT_ALL_SERIES, low, high, (size_t)p->ticks);
        plan->high = plan->ticks.high;
        return;
    }
    zt_ticks ticks = {.step = {.scaled = 1}, .count = 1};
    if (!none)
        ticks = zt_ticks_choose(low, high, (size_t)p->ticks, ZT_TICKS_FOOT);
    plan->ticks = zt_tick_texts_of(plan->chart, ticks, (zt_str){0});
    plan->high = none ? 1 : zt_max(plan->ticks.high, high);
}

/* Ticks over all values of all series. Zero is always in the range unless the data say
   broken="yes". */
static void plan_ticks(zt_line_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    double low = 0, high = 0;
    bool any = false;
    for (size_t s = 0; s < series_count(plan); s++)
        for (size_t i = 0; i < data->item_count; i++) {
            const zt_quantity *q = zt_line_value(plan, s, i);
            if (!q)
                continue;
            double value = zt_chart_value(data, q);
            low = any ? zt_min(low, value) : value;
            high = any ? zt_max(high, value) : value;
            any = true;
        }
    if (!any && data->spread) { /* nought is on no logarithm: a threshold alone may be */
        low = INFINITY;
        high = -INFINITY;
    }
    zt_guides_reach(&plan->guides, &low, &high);
    if (low > high)
        low = high = 0;
    /* Only data that says broken="yes" may leave zero out; a logarithm has none. */
    if (!data->spread && (!data->broken || low == high)) {
        low = zt_min(low, 0);
        high = zt_max(high, 0);
    }
    zt_look look = zt_chart_look(chart, "tick");
    choose_ticks(plan, low, high);
    if (!zt_chart_unit_is_told(chart->setting->arena, data))
        plan->unit = zt_mark_text_new(chart, data->unit, &look, data->kind_at);
}

/* Head of the series and its last value, as they stand at the line's end. A series without any
   value has 待补 there when it has no head. */
static void plan_end(zt_line_plan *plan, size_t series, double most)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_line_end *end = &plan->ends[series];
    zt_look label = zt_chart_look(chart, "label"), value = zt_chart_look(chart, "value");
    end->item = data->item_count;
    for (size_t i = 0; i < data->item_count; i++)
        if (zt_line_value(plan, series, i))
            end->item = i;
    if (series == plan->lead) {
        label = zt_chart_strong(chart, &label);
        value = zt_chart_lead_look(chart, value, data->series[series]);
    }
    label.para.align = ZT_ALIGN_START;
    label.para.at_sense = true;
    label.para.indent = 0;
    label.para.leading = label.text.size * LABEL_LEADING;
    zt_look *kept = ZT_NEW(chart->setting->arena, zt_look);
    *kept = label;
    if (data->series[series].len > 0) {
        zt_run run = {.text = data->series[series], .style = &kept->text, .at = data->kind_at};
        end->head =
            zt_para_break(chart->setting->arena, chart->setting->diags, &run, 1, &kept->para, most);
    }
    if (end->item < data->item_count && zt_line_is_labelled(plan, series, end->item)) {
        const zt_quantity *q = zt_line_value(plan, series, end->item);
        zt_look plain = zt_chart_look(chart, "label");
        zt_chart_label said = zt_chart_label_at(chart, end->item, series);
        end->value = zt_mark_text_new(chart, said.value, &value, q->at);
        end->word = zt_mark_text_new(chart, said.words, &plain, q->at);
    } else if (!end->head && end->item == data->item_count) {
        end->value =
            zt_mark_text_new(chart, zt_missing_word(data->language), &value, data->kind_at);
    }
}

/* Head and value side by side, or one under the other when that is too wide. */
static void size_end(zt_line_end *end, double gap, double most)
{
    double head = end->head ? end->head->max_width : 0;
    double value = end->value.width + (end->word.width > 0 ? gap + end->word.width : 0);
    double line = zt_max(end->value.look.text.size, end->word.look.text.size);
    double both = head + (head > 0 && value > 0 ? gap : 0) + value;
    end->stacked = end->head && value > 0 && (both > most || end->head->line_count > 1);
    end->width = end->stacked ? zt_max(head, value) : both;
    end->height = line;
    if (end->head && end->stacked)
        end->height += end->head->height + end->descent;
    else if (end->head)
        end->height = zt_max(line, end->head->height);
}

/* Sets all ends; the widest of them fixes where the plot ends at the right. */
static void plan_ends(zt_line_plan *plan)
{
    double most = ENDS_MOST * plan->width, widest = 0;
    double gap = ZT_LINE_VALUE_GAP;
    plan->lead = lead_series(plan->chart);
    plan->ends = ZT_ARRAY(plan->chart->setting->arena, series_count(plan), zt_line_end);
    for (size_t s = 0; s < series_count(plan); s++) {
        plan_end(plan, s, most);
        if (zt_words_descend(plan->chart->data->series[s]))
            plan->ends[s].descent = 0.1 * zt_chart_look(plan->chart, "label").text.size;
        size_end(&plan->ends[s], gap / 2, most);
        widest = zt_max(widest, plan->ends[s].width);
    }
    widest = zt_max(widest, plan->guides.column);
    plan->ends_x = plan->width - widest;
    plan->plot_right = plan->ends_x - 1.5 * gap;
}

/* The widest tick fixes where the plot begins at the left; unit and values over the highest point
   need height above it. */
static void plan_left(zt_line_plan *plan)
{
    plan->plot_left = plan->ticks.widest + ZT_LINE_VALUE_GAP;
    double size = plan->ticks.size;
    plan->top = size / 2;
    if (plan->unit.width > 0)
        plan->top += 1.35 * size;
    /* Values over their points may stand above the highest of them. */
    if (zt_chart_has_highlight(plan->chart->data) || plan->chart->data->wanted)
        plan->top = zt_max(plan->top,
                           1.2 * zt_chart_look(plan->chart, "value").text.size + 2 * ZT_LINE_DOT);
}

/* Labels too wide for half the plot break, so that the first and the last never meet. */
static void plan_categories(zt_line_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look *look = ZT_NEW(chart->setting->arena, zt_look);
    *look = zt_chart_look(chart, "label");
    look->para.align = ZT_ALIGN_CENTRE;
    look->para.at_sense = true;
    look->para.indent = 0;
    look->para.leading = look->text.size * LABEL_LEADING;
    double most = (plan->plot_right - plan->plot_left) / 2 - look->text.size;
    double tallest = look->text.size;
    plan->categories = ZT_ARRAY(chart->setting->arena, data->item_count, zt_line_category);
    for (size_t i = 0; i < data->item_count; i++) {
        zt_line_category *category = &plan->categories[i];
        category->text = zt_mark_text_new(chart, data->items[i].key, look, data->items[i].at);
        category->width = category->text.width;
        if (category->width <= most)
            continue;
        zt_run run = {.text = data->items[i].key, .style = &look->text, .at = data->items[i].at};
        category->lines = zt_para_break(chart->setting->arena, chart->setting->diags, &run, 1,
                                        &look->para, zt_max(most, look->text.size));
        category->width = category->lines->max_width;
        tallest = zt_max(tallest, category->lines->height);
    }
    plan->category_height = ZT_CHART_TICK + 0.1 * look->text.size + tallest;
}

/* The first label begins at or right of the left edge, the last point keeps clear of its label. */
static void plan_inset(zt_line_plan *plan)
{
    size_t count = plan->chart->data->item_count;
    double dot = ZT_LINE_DOT;
    double half = count > 0 ? plan->categories[0].width / 2 : 0;
    plan->left = zt_max(plan->plot_left + dot, half);
    plan->right = plan->plot_right;
    if (count > 0)
        plan->right = zt_min(plan->right, plan->width - plan->categories[count - 1].width / 2);
}

/* From the middle of the first time to that of the last. */
static void set_days(zt_line_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    if (!zt_chart_is_timed(plan->chart->data))
        return;
    plan->days = (zt_scale){.low = data->time->at[0],
                            .high = data->time->at[data->item_count - 1],
                            .from = plan->left,
                            .to = plan->right};
}

/* True when the axis of time names its ticks itself: no key has to find room. */
static bool plan_axis(zt_line_plan *plan)
{
    plan->left = plan->plot_left + ZT_LINE_DOT;
    plan->right = plan->plot_right;
    set_days(plan);
    if (!zt_chart_is_timed(plan->chart->data))
        return false;
    double *ends = ZT_ARRAY(plan->chart->setting->arena, 4, double);
    ends[0] = plan->days.low;
    ends[1] = plan->days.high;
    ends[2] = plan->days.from;
    ends[3] = plan->days.to;
    plan->axis.at = ends;
    plan->axis.xs = ends + 2;
    plan->axis.points = 2;
    if (!zt_time_axis_plan(&plan->axis))
        return false;
    plan->category_height = plan->axis.height;
    return true;
}

/* What has to stand within the plot: values at highlighted items, the names of missing ones. */
static double width_inside(const zt_line_plan *plan, size_t series, size_t item)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_item *row = &chart->data->items[item];
    const zt_quantity *q = row->values ? row->values[series] : NULL;
    zt_look value = zt_chart_look(chart, "value"), tick = zt_chart_look(chart, "tick");
    if (!q)
        return 0;
    if (!zt_chart_has_value(q))
        return zt_mark_text_new(chart, chart->data->series[series], &tick, q->at).width +
               zt_mark_value_new(chart, q, q->text, &tick, q->at).width;
    if (!zt_line_is_labelled(plan, series, item) || item == plan->ends[series].item)
        return 0;
    zt_chart_label label = zt_chart_label_at(chart, item, series);
    return zt_mark_text_new(chart, label.value, &value, q->at).width +
           zt_mark_text_new(chart, label.words, &value, q->at).width;
}

/* Whether the plot is narrower than some word that has to stand in it. */
static bool is_too_narrow(const zt_line_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    double least = 2 * plan->ticks.size;
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->item_count; i++)
            least = zt_max(least, width_inside(plan, s, i));
    return plan->plot_right - plan->plot_left < least;
}

/* One error for a width that nothing fits, not one for each of its labels. */
static void report_too_narrow(zt_line_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
              "宽 %.0f 毫米放不下这张折线图：刻度和线端的标签已占满；应加宽或缩短标签",
              "a width of %.0f mm leaves this line chart no room between its ticks and the "
              "labels at the line ends; make it wider or shorten the labels",
              zt_mm_from_pt(plan->width));
    plan->left = plan->plot_left;
    plan->right = plan->plot_right = zt_max(plan->plot_right, plan->plot_left);
    set_days(plan);
}

/* Labels of time where the keys are times and may be named anew, else every key as it is written.
 */
static void plan_foot(zt_line_plan *plan)
{
    plan->axis = (zt_time_axis){.chart = plan->chart,
                                .left = plan->plot_left,
                                .right = plan->plot_right,
                                .reach_end = plan->width};
    if (is_too_narrow(plan)) {
        report_too_narrow(plan);
        return;
    }
    if (plan_axis(plan))
        return;
    plan_categories(plan);
    plan_inset(plan);
    set_days(plan);
}

/* Once x is final: what stands over the plot adds to its height. */
static void plan_guides(zt_line_plan *plan)
{
    size_t count = plan->chart->data->item_count;
    double *xs = ZT_ARRAY(plan->chart->setting->arena, count, double);
    for (size_t i = 0; i < count; i++)
        xs[i] = zt_line_x(plan, i);
    zt_guide_axis axis = {plan->plot_left, plan->plot_right, xs,
                          zt_chart_is_timed(plan->chart->data)};
    zt_guides_plan(&plan->guides, &axis);
    if (zt_guides_lift_unit(&plan->guides, &plan->unit, plan->plot_left - ZT_LINE_VALUE_GAP))
        plan->top -= 1.35 * plan->ticks.size; /* it stood there */
    plan->top += zt_guides_height(&plan->guides);
}

/* From a part of the width, in narrow columns as high as wide, lower on a full page, but never
   lower than the labels at the ends and the ticks need. */
static void plan_height(zt_line_plan *plan)
{
    const zt_line_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    double over = zt_guides_height(&plan->guides);
    double least = HEIGHT_LEAST * plan->width + over;
    double natural = zt_max(p->height * plan->width, zt_min(HIGH, HIGH_RATIO * plan->width)) + over;
    double room = plan->guides.column_height, gap = 0;
    double ticks = 1.6 * plan->ticks.size * (double)plan->ticks.ticks.count;
    for (size_t s = 0; s < series_count(plan); s++) {
        room += plan->ends[s].height + gap;
        gap = 0.1 * zt_chart_look(chart, "label").text.size;
    }
    double around = plan->top + plan->category_height;
    plan->height = zt_max(least + (natural - least) * zt_setting_squeeze(chart->setting),
                          around + zt_max(zt_max(room, ticks), 0));
    plan->height_max = zt_max(plan->height, p->height_max * plan->width + over);
}

/* Ticks and ends fix the plot's sides; only then the foot can be planned, and last the height. */
zt_line_plan *zt_line_plan_new(const zt_chart *chart, double width)
{
    zt_line_plan *plan = ZT_NEW(chart->setting->arena, zt_line_plan);
    plan->chart = chart;
    plan->width = width;
    plan->guides = zt_guides_new(chart, ENDS_MOST * width, width);
    plan_ticks(plan);
    plan_ends(plan);
    plan_left(plan);
    plan_foot(plan);
    plan_guides(plan);
    plan_height(plan);
    plan->ties = zt_ties_new(chart);
    plan->notes = zt_ties_rest(chart, &plan->ties, width);
    return plan;
}
