/* Planning a funnel: names beside the bars or over them, one scale from zero for all. */
#include "chart/funnel_imp.h"

#include "chart/scale.h"
#include "model/chart_steps.h"

/* In points, or shares of what is named. */
static const double NARROW = ZT_MM(60); /* below it names and values stand over the bars */
static const double NAMES_MOST = 0.28;  /* widest names beside the bars, of the width */
static const double BAR = ZT_MM(4.6), BAR_STACKED = ZT_MM(3.2), BAR_LEAST = ZT_MM(2.6);
static const double BETWEEN = ZT_MM(2.2), BETWEEN_LEAST = ZT_MM(1.2);
static const double LEAST = 0.2; /* of the width, for the longest bar beside its words */

/* Names at most so wide; gives the widest. */
static double set_names(zt_funnel_plan *plan, double limit)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double widest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        zt_funnel_row *row = &plan->rows[i];
        row->name = zt_words_new(chart, row->item->key, row->item->highlight ? &strong : &look,
                                 row->item->at, limit, ZT_ALIGN_START);
        widest = zt_max(widest, row->name.width);
    }
    return widest;
}

double zt_funnel_said_width(const zt_funnel_plan *plan, const zt_funnel_row *row)
{
    double word = row->word.width > 0 ? ZT_FUNNEL_GAP / 2 + row->word.width : 0;
    return row->value.width + word +
           zt_ties_numbers_width(plan->chart, &plan->ties, (size_t)(row - plan->rows),
                                 ZT_FUNNEL_GAP / 2);
}

double zt_funnel_line(const zt_funnel_plan *plan, const zt_funnel_row *row)
{
    double number = plan->ties.count > 0 ? 1.05 * zt_note_number_size(plan->chart) : 0;
    return zt_max(zt_mark_text_height(&row->value), number);
}

/* The largest scale at which every bar has its words behind it; gives the longest bar. */
static double set_lengths(zt_funnel_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_bar *bars = ZT_ARRAY(chart->setting->arena, plan->count, zt_bar);
    double longest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        bars[i].value = zt_chart_value(chart->data, plan->rows[i].quantity);
        bool open = zt_chart_is_open(plan->rows[i].quantity);
        double ring = open ? 0.75 * ZT_FUNNEL_GAP : 0; /* of an open end, with its line */
        bars[i].beyond =
            plan->stacked ? ring : ZT_FUNNEL_GAP + zt_funnel_said_width(plan, &plan->rows[i]);
    }
    zt_bar_scale scale = zt_bar_scale_fit(bars, plan->count, plan->left, plan->width);
    for (size_t i = 0; i < plan->count; i++) {
        plan->rows[i].length = scale.unit * bars[i].value;
        longest = zt_max(longest, plan->rows[i].length);
    }
    return longest;
}

/* Whether any step has a length. */
static bool has_lengths(const zt_funnel_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (zt_chart_value(plan->chart->data, plan->rows[i].quantity) > 0)
            return true;
    return false;
}

/* Names and values over the bars, these as wide as the place. */
static void stack(zt_funnel_plan *plan)
{
    double widest = 0;
    plan->stacked = true;
    plan->left = 0;
    for (size_t i = 0; i < plan->count; i++)
        widest = zt_max(widest, zt_funnel_said_width(plan, &plan->rows[i]));
    set_names(plan, zt_max(plan->width / 4, plan->width - widest - ZT_FUNNEL_GAP));
    set_lengths(plan);
}

/* Names beside the bars unless these would be left too short. */
static void set_columns(zt_funnel_plan *plan)
{
    if (plan->width < NARROW) {
        stack(plan);
        return;
    }
    double widest = set_names(plan, NAMES_MOST * plan->width);
    plan->left = widest > 0 ? widest + ZT_FUNNEL_GAP : 0;
    if (set_lengths(plan) < LEAST * plan->width && has_lengths(plan))
        stack(plan);
}

double zt_funnel_row_lead(const zt_funnel_plan *plan, const zt_funnel_row *row)
{
    if (!plan->stacked)
        return 0;
    return zt_max(row->name.height, zt_funnel_line(plan, row)) + ZT_FUNNEL_GAP / 2;
}

double zt_funnel_row_height(const zt_funnel_plan *plan, const zt_funnel_row *row, double bar)
{
    double shares = row->shares.height > 0 ? ZT_FUNNEL_GAP / 2 + row->shares.height : 0;
    double line = plan->stacked ? bar : zt_max(bar, zt_funnel_line(plan, row));
    double height = zt_funnel_row_lead(plan, row) + line + shares;
    return plan->stacked ? height : zt_max(height, row->name.height);
}

/* What is left of the steps before, under each bar, and that it is computed. */
static void set_shares(zt_funnel_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    zt_look look = zt_chart_look(chart, "tick");
    for (size_t i = 0; i < plan->count; i++)
        plan->rows[i].shares =
            zt_words_new(chart, zt_chart_step_words(arena, chart->data, i), &look,
                         plan->rows[i].item->at, plan->width - plan->left, ZT_ALIGN_START);
    plan->note = zt_words_new(chart, zt_chart_steps_note(arena, chart->data), &look,
                              chart->data->kind_at, plan->width, ZT_ALIGN_START);
    plan->note_gap = plan->note.height > 0 ? ZT_FUNNEL_GAP : 0;
}

zt_funnel_plan *zt_funnel_plan_new(const zt_chart *chart, double width)
{
    zt_funnel_plan *plan = ZT_NEW(chart->setting->arena, zt_funnel_plan);
    *plan = (zt_funnel_plan){.chart = chart, .width = width, .count = chart->data->item_count};
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->count, zt_funnel_row);
    plan->ties = zt_ties_new(chart);
    zt_ties_number(&plan->ties);
    for (size_t i = 0; i < plan->count; i++) {
        zt_funnel_row *row = &plan->rows[i];
        row->item = &chart->data->items[i];
        row->quantity = zt_chart_first_value(row->item);
        zt_mark_said(chart, i, 0, row->item->highlight ? chart->params->accent : NULL, &row->value,
                     &row->word);
    }
    set_columns(plan);
    set_shares(plan);
    double squeeze = zt_setting_squeeze(chart->setting), bar = plan->stacked ? BAR_STACKED : BAR;
    plan->bar = BAR_LEAST + (bar - BAR_LEAST) * squeeze;
    plan->between = BETWEEN_LEAST + (BETWEEN - BETWEEN_LEAST) * squeeze;
    plan->unit = zt_unit_line(chart, NULL);
    plan->notes = zt_ties_rest(chart, &plan->ties, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
