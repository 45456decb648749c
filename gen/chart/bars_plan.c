/* Planning horizontal bars: names, values, and the common scale on both sides of zero. */
#include "chart/bars_imp.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double BAR_LEAST = ZT_MM(3);   /* when the page is full */
static const double BAR_MOST = ZT_MM(6);    /* when there is height to spare */
static const double BAR_GAP = 0.64;         /* between items, of the thickness */
static const double VALUE_GAP = ZT_MM(1.5); /* from a bar's end to its value */
static const double LABEL_GAP = ZT_MM(2);   /* from the names to the zero line */

/* Thickness of dense bars, and the gap between their items as a part of it. */
static const double DENSE_BAR = ZT_MM(1.2), DENSE_BAR_MOST = ZT_MM(1.8), DENSE_GAP = 1.3;
static const double TICKS_GAP = ZT_MM(0.8); /* from the numbers of an axis to the bars */
enum { DENSE_ROWS = 64, TICKS_MOST = 5 };

static const double LABELS_MOST = 0.34; /* widest column of labels, of the width */
static const double NARROW = ZT_MM(60); /* below it labels stand over their bars, */
static const double ROOMY = 0.5;        /* unless the height is squeezed to less than this */
static const double STACK_BELOW =
    0.22; /* a longest bar shorter than this part of the width has its label above */

const zt_param zt_bars_rows[] = {
    {"bar", ZT_PARAM_EM(zt_bars_params, bar, "label"), NULL, "4mm", "条厚", "thickness of a bar"},
    {0}};

/* Reads one row for each item in each series and sets its value and word. The height that values
   ask is found here, since a missing value stands in a box higher than its type. */
static void plan_rows(zt_bars_plan *plan)
{
    const zt_chart *chart = plan->chart;
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->items * plan->series, zt_bars_row);
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        zt_bars_row *row = &plan->rows[i];
        row->item = &chart->data->items[i / plan->series];
        row->quantity = row->item->values[i % plan->series];
        row->length = zt_chart_value(chart->data, row->quantity);
        if (zt_chart_has_value(row->quantity))
            row->length -= plan->cut;
        const zt_ink *ink = zt_series_ink(chart, row->item, i % plan->series);
        if (plan->dense) {
            /* of a tick at the longest bar, or of its open end */
            row->beyond =
                zt_chart_is_open(row->quantity) ? DENSE_BAR_MOST / 2 : ZT_CHART_GRID_LINE / 2;
            continue;
        }
        zt_mark_said(chart, i / plan->series, i % plan->series,
                     ink == chart->params->accent ? ink : NULL, &row->value, &row->word);
        row->beyond = plan->value_gap + row->value.width;
        if (row->value.slot)
            plan->least_row = zt_max(plan->least_row, 1.05 * zt_mark_text_height(&row->value));
        if (row->word.width > 0)
            row->beyond += plan->value_gap / 2 + row->word.width;
        if (i % plan->series == 0)
            row->beyond +=
                zt_ties_numbers_width(chart, &plan->ties, i / plan->series, plan->value_gap / 2);
    }
}

/* The widest name, all broken at the limit. */
static double set_labels(zt_bars_plan *plan, double limit, zt_align align)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double widest = 0;
    for (size_t i = 0; i < plan->items; i++) {
        const zt_chart_item *item = &chart->data->items[i];
        zt_align own = align;
        if (plan->names == ZT_BARS_NAMES_OPPOSITE && plan->rows[i].length < 0)
            own = ZT_ALIGN_START;
        plan->labels[i] = zt_words_within(chart, item->key, item->highlight ? &strong : &look,
                                          item->at, limit, own);
        widest = zt_max(widest, plan->labels[i].width);
    }
    return widest;
}

/* What a row asks of the two sides of zero: so much in points, and so much a unit of value. */
typedef struct row_needs {
    double left, left_slope, right, right_slope;
} row_needs;

/* A bar left of zero has its value at the left and, where names stand opposite, its name at the
   right; a bar right of zero the other way round. */
static row_needs needs_of(const zt_bars_plan *plan, size_t index)
{
    const zt_bars_row *row = &plan->rows[index];
    row_needs needs = {0, 0, 0, 0};
    bool beside = plan->names == ZT_BARS_NAMES_OPPOSITE && !plan->stacked;
    double name = beside ? plan->labels[index / plan->series].width + plan->label_gap : 0;
    if (plan->mark == ZT_BARS_LOLLIPOP)
        name = zt_max(name, ZT_BARS_DOT); /* half of the dot of a short one */
    if (row->length < 0)
        needs = (row_needs){row->beyond, -row->length, name, 0};
    else
        needs = (row_needs){name, 0, row->beyond, row->length};
    return needs;
}

double zt_bars_ring(const zt_bars_plan *plan, double bar)
{
    return zt_min(0.2 * bar, 0.5 * plan->value_gap);
}

/* The ring about an open end, at its largest: with a bar shorter than its radius it reaches over
   zero, where it could leave the frame unless names stand before the bars. */
static row_needs needs_of_ring(const zt_bars_plan *plan, size_t index)
{
    const zt_bars_row *row = &plan->rows[index];
    bool named = plan->names == ZT_BARS_NAMES_LEFT && !plan->stacked;
    if (row->length == 0 || plan->mark == ZT_BARS_LOLLIPOP || !zt_chart_is_open(row->quantity))
        return (row_needs){0};
    double about = zt_bars_ring(plan, plan->bar_max) + zt_mark_ring_edge(plan->chart);
    if (row->length < 0)
        return (row_needs){.right = about, .right_slope = row->length};
    return named ? (row_needs){0} : (row_needs){.left = about, .left_slope = -row->length};
}

/* All rows come first, then their rings. A threshold needs its place and no room about it. */
static row_needs needs_at(const zt_bars_plan *plan, size_t index)
{
    size_t rows = plan->items * plan->series;
    if (index < rows)
        return needs_of(plan, index);
    if (index < 2 * rows)
        return needs_of_ring(plan, index - rows);
    index -= rows;
    const zt_guide *guide = plan->guides.boxes[index - rows].guide;
    double length = guide->kind == ZT_GUIDE_THRESHOLD ? guide->value - plan->cut : 0;
    return (row_needs){.left_slope = zt_max(0, -length), .right_slope = zt_max(0, length)};
}

/* The largest unit at which each need on the left leaves room for each on the right. */
static void plan_scale(zt_bars_plan *plan, double left)
{
    size_t count = 2 * plan->items * plan->series + plan->guides.count;
    double room = plan->width - plan->guides.right - left;
    plan->unit = INFINITY;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            row_needs a = needs_at(plan, i), b = needs_at(plan, k);
            double slope = a.left_slope + b.right_slope;
            if (slope > 0)
                plan->unit = fmin(plan->unit, (room - a.left - b.right) / slope);
        }
    if (!isfinite(plan->unit) || plan->unit < 0)
        plan->unit = 0;
    plan->zero = left;
    for (size_t i = 0; i < count; i++) {
        row_needs a = needs_at(plan, i);
        plan->zero = fmax(plan->zero, left + a.left + a.left_slope * plan->unit);
    }
}

/* The longest bar in points, on either side of zero. */
static double longest_bar(const zt_bars_plan *plan)
{
    double longest = 0;
    for (size_t i = 0; i < plan->items * plan->series; i++)
        longest = zt_max(longest, fabs(plan->rows[i].length));
    return longest * plan->unit;
}

/* False when all values are missing or zero: then no scale can be too small. */
static bool has_lengths(const zt_bars_plan *plan)
{
    for (size_t i = 0; i < plan->items * plan->series; i++)
        if (plan->rows[i].length != 0)
            return true;
    return false;
}

/* Whether name and words of rows without length, which no scale makes shorter, leave the frame. */
static bool leaves_frame(const zt_bars_plan *plan)
{
    double right = plan->width - plan->guides.right + 0.01;
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        row_needs needs = needs_of(plan, i);
        if (plan->zero + needs.right + needs.right_slope * plan->unit > right)
            return true;
    }
    return false;
}

/* Beside the bars, over them in a narrow column. */
static void plan_names(zt_bars_plan *plan)
{
    double left = 0;
    bool is_narrow =
        plan->width < NARROW && !plan->dense && zt_setting_squeeze(plan->chart->setting) >= ROOMY;
    plan->sided = plan->names == ZT_BARS_NAMES_OPPOSITE;
    double widest = set_labels(plan, LABELS_MOST * plan->width, ZT_ALIGN_END);
    if (plan->names == ZT_BARS_NAMES_LEFT)
        left = widest + plan->label_gap;
    plan_scale(plan, left);
    bool shown = !has_lengths(plan) || longest_bar(plan) >= STACK_BELOW * plan->width;
    if (shown && !is_narrow && !leaves_frame(plan))
        return;
    plan->stacked = true;
    plan->names = ZT_BARS_NAMES_LEFT;
    set_labels(plan, plan->width - plan->guides.right, ZT_ALIGN_START);
    plan_scale(plan, 0);
}

/* An axis can tell the values of several series of plain bars. */
static bool can_be_dense(const zt_bars_plan *plan)
{
    return plan->series > 1 && plan->mark == ZT_BARS_SOLID && plan->cut <= 0;
}

/* Thin bars without values over an axis. */
static void set_dense(zt_bars_plan *plan)
{
    plan->dense = true;
    plan->unsaid = zt_chart_unsaid_all(plan->chart);
    plan->least_row = 0;
    plan->gap = DENSE_GAP;
    plan->bar = DENSE_BAR;
    plan->bar_max = DENSE_BAR_MOST;
}

/* Bars with values cannot be lower than type: where so many would fill a page an axis tells the
   values. Reports values-unprinted. */
static void plan_dense(zt_bars_plan *plan)
{
    const zt_chart *chart = plan->chart;
    size_t count = plan->items * plan->series;
    if (!can_be_dense(plan) || count <= DENSE_ROWS)
        return;
    set_dense(plan);
    zt_report(
        chart->setting->diags, ZT_NOTE, "values-unprinted", chart->block->at,
        "%zu 个数值逐条印出要占满一页，改画刻度；要全印就减少项数或系列，或改用 heatmap",
        "%zu values printed bar by bar would fill a page: an axis is drawn; to print all show "
        "fewer items or series, or use heatmap",
        count);
}

double zt_bars_tick_middle(const zt_bars_plan *plan, size_t tick)
{
    double half = plan->ticks.texts[tick].width / 2;
    double x = plan->zero + plan->unit * zt_tick_value(&plan->ticks, tick);
    return zt_clamp(x, half, plan->width - half);
}

/* Half of the type has to stay between two numbers where they are drawn. */
static bool ticks_meet(const zt_bars_plan *plan)
{
    double from = -INFINITY;
    for (size_t i = 0; i < plan->ticks.ticks.count; i++) {
        double half = plan->ticks.texts[i].width / 2, x = zt_bars_tick_middle(plan, i);
        if (half > 0 && x - half < from)
            return true;
        if (half > 0)
            from = x + half + plan->ticks.size / 2;
    }
    return false;
}

/* The unit behind the last number alone; where they meet even so the first and the last stand
   alone. */
static void shorten_ticks(zt_bars_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_tick_texts *ticks = &plan->ticks, all = *ticks;
    size_t count = all.ticks.count;
    zt_look look = zt_chart_look(chart, "tick");
    if (count == 0)
        return;
    *ticks = zt_tick_texts_of(chart, all.ticks, (zt_str){0});
    ticks->texts[count - 1] = all.texts[count - 1];
    if (ticks_meet(plan))
        for (size_t i = 1; i + 1 < count; i++)
            ticks->texts[i] = zt_mark_text_new(chart, (zt_str){0}, &look, chart->data->kind_at);
}

/* The most numbers that do not meet, or two or three in fewer words. False when these meet too. */
static bool choose_ticks(zt_bars_plan *plan, double low, double high)
{
    const zt_chart *chart = plan->chart;
    zt_str unit = zt_tick_unit(chart);
    for (size_t most = TICKS_MOST; most > 1; most--) {
        plan->ticks =
            zt_tick_texts_of(chart, zt_ticks_choose(low, high, most, ZT_TICKS_INSIDE), unit);
        if (!ticks_meet(plan))
            return true;
    }
    shorten_ticks(plan);
    return !ticks_meet(plan);
}

/* The numbers over dense bars, on both sides of zero as far as the bars go. False when they have no
   room. */
static bool plan_ticks(zt_bars_plan *plan)
{
    double low = 0, high = 0;
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        low = zt_min(low, plan->rows[i].length);
        high = zt_max(high, plan->rows[i].length);
    }
    bool good = choose_ticks(plan, low, high);
    plan->tick_height = 1.1 * plan->ticks.size + TICKS_GAP;
    return good;
}

/* Reports chart-too-narrow. */
static void report_narrow(const zt_bars_plan *plan)
{
    zt_report(plan->chart->setting->diags, ZT_ERROR, "chart-too-narrow", plan->chart->block->at,
              "宽 %.0f 毫米放不下这张条形图：数值已占满，条没有位置；应加宽或缩短数值",
              "a width of %.0f mm leaves no room for bars beside their values; make it wider "
              "or shorten the values",
              zt_mm_from_pt(plan->width));
}

/* Rows and scale anew, after what was planned before left the bars no room. */
static void plan_anew(zt_bars_plan *plan, zt_bars_names names, size_t mark)
{
    zt_diags_rewind(plan->chart->setting->diags, mark);
    plan->ties.count = 0;
    plan->stacked = false;
    plan->names = names;
    plan_rows(plan);
    plan_names(plan);
}

/* An axis instead of values that are wider than the chart. Reports values-unprinted. */
static void plan_wide_values(zt_bars_plan *plan, zt_bars_names names, size_t mark)
{
    const zt_chart *chart = plan->chart;
    set_dense(plan);
    plan_anew(plan, names, mark);
    zt_report(chart->setting->diags, ZT_NOTE, "values-unprinted", chart->block->at,
              "宽 %.0f 毫米放不下条旁的数值，改画刻度；要全印就加宽或缩短数值",
              "a width of %.0f mm leaves no room for values beside the bars: an axis is drawn; to "
              "print all make it wider or shorten the values",
              zt_mm_from_pt(plan->width));
}

/* Annotations of one item are numbered at its first bar, but not where the numbers would leave the
   bars no room: then they stand untied under the plot. Reports chart-too-narrow. */
static void plan_bars(zt_bars_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_bars_names names = plan->names;
    size_t mark = zt_diags_mark(chart->setting->diags);
    plan->ties = zt_ties_new(chart);
    zt_ties_number(&plan->ties);
    if (plan->dense)
        plan->ties.count = 0; /* a number is higher than a bar */
    plan_rows(plan);
    plan_names(plan);
    if (plan->unit <= 0 && has_lengths(plan) && plan->ties.count > 0)
        plan_anew(plan, names, mark);
    if (plan->unit <= 0 && has_lengths(plan) && can_be_dense(plan))
        plan_wide_values(plan, names, mark);
    if (plan->ties.count > 0)
        plan->least_row = zt_max(plan->least_row, 1.05 * zt_note_number_size(chart));
    if (plan->unit <= 0 && has_lengths(plan))
        report_narrow(plan);
}

/* Bars of several series stand 1.15 of their thickness apart; rows are never lower than their
   values ask. */
double zt_bars_row_height(const zt_bars_plan *plan)
{
    double step = plan->series > 1 ? 1.15 * plan->bar : plan->bar;
    return zt_max(step, plan->least_row);
}

/* The rows of an item, or its name where that is higher; stacked names add theirs. */
double zt_bars_item_height(const zt_bars_plan *plan, size_t item)
{
    double rows = (double)plan->series * zt_bars_row_height(plan);
    double label = plan->labels[item].height;
    if (plan->stacked)
        return rows + label + 0.25 * zt_chart_look(plan->chart, "label").text.size;
    return zt_max(rows, label);
}

/* The gap between items is counted by the thickness of bars, so that it grows with them. */
double zt_bars_height(const zt_bars_plan *plan)
{
    double height = plan->gap * plan->bar * (double)(plan->items - 1);
    for (size_t i = 0; i < plan->items; i++)
        height += zt_bars_item_height(plan, i);
    return height;
}

/* Bars are thinner on a full page, down to their least, as far as the fit squeezes; names and
   values keep their size. */
zt_bars_plan *zt_bars_plan_new(const zt_chart *chart, double width, zt_bars_names names,
                               zt_bars_mark mark)
{
    const zt_bars_params *p = chart->own;
    zt_bars_plan *plan = ZT_NEW(chart->setting->arena, zt_bars_plan);
    double least = BAR_LEAST;
    double natural = zt_max(least, zt_chart_points(chart, p->bar));
    plan->chart = chart;
    plan->names = names;
    plan->mark = mark;
    plan->width = width;
    plan->items = chart->data->item_count;
    plan->series = chart->data->series_count;
    plan->value_gap = VALUE_GAP + (mark == ZT_BARS_LOLLIPOP ? 0.6 * ZT_BARS_DOT : 0);
    plan->label_gap = LABEL_GAP;
    plan->gap = BAR_GAP;
    plan->bar = least + (natural - least) * zt_setting_squeeze(chart->setting);
    plan->bar_max = zt_max(plan->bar, BAR_MOST);
    if (mark != ZT_BARS_LOLLIPOP)
        plan->value_gap += zt_mark_reach(chart->setting, plan->bar_max);
    plan->least_row = 1.05 * zt_chart_look(chart, "value").text.size;
    plan->labels = ZT_ARRAY(chart->setting->arena, plan->items, zt_words);
    plan->cut = zt_mark_cut(chart->data);
    plan->guides = zt_lying_guides_new(chart, width);
    plan_dense(plan);
    plan_bars(plan);
    if (plan->dense && !plan_ticks(plan) && has_lengths(plan))
        report_narrow(plan);
    plan->legend = zt_legend(chart, NULL, width);
    plan->notes = zt_ties_rest(chart, &plan->ties, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
