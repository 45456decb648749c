/* Planning a pyramid: names in the middle, one scale for both sides, values at the ends of their
   bars as long as these keep enough of their side; else an axis. */
#include "chart/pyramid_imp.h"

#include <math.h>

static const double PITCH = ZT_MM(3.5), PITCH_FEW = ZT_MM(5); /* from row to row */
static const double SPARE = 1.5;                              /* highest pitch, of the least */
static const double THICK = 0.78, THIN = 0.65; /* of the pitch, for many rows and for few */
static const double NAMES_SHARE = 0.3;         /* of the width */
/* Of a side, that the longest bar keeps beside a value; of many rows the outline is the message. */
static const double BARS_SHARE = 0.35, BARS_SHARE_MANY = 0.5;
static const double LINE = ZT_MM(0.74); /* of what was before, with the paper beside it */
enum { FEW = 8, TICKS_MOST = 4 };

/* ---- words ---- */

/* Names in the middle, bold where they are highlighted: that alone breaks none. Gives the widest,
   points. */
static double set_names(zt_pyramid_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double widest = 0, limit = NAMES_SHARE * plan->width;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_chart_item *item = plan->rows[i].item;
        if (zt_mark_text_new(chart, item->key, &look, item->at).width <= NAMES_SHARE * plan->width)
            limit = zt_max(limit, zt_mark_text_new(chart, item->key, &strong, item->at).width);
    }
    for (size_t i = 0; i < plan->count; i++) {
        zt_pyramid_row *row = &plan->rows[i];
        row->name = zt_words_new(chart, row->item->key, row->item->highlight ? &strong : &look,
                                 row->item->at, limit, ZT_ALIGN_CENTRE);
        widest = zt_max(widest, row->name.width);
    }
    return widest;
}

/* Values with the words of their standing behind them. */
static void set_values(zt_pyramid_plan *plan)
{
    const zt_chart *chart = plan->chart;
    for (size_t i = 0; i < plan->count; i++)
        for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++) {
            zt_pyramid_bar *bar = &plan->rows[i].bars[s];
            const zt_ink *ink = plan->rows[i].item->highlight ? chart->params->accent : NULL;
            zt_mark_said(chart, i, s, ink, &bar->value, &bar->word);
            bar->beyond = plan->reach + ZT_PYRAMID_GAP + bar->value.width;
            if (bar->word.width > 0)
                bar->beyond += ZT_PYRAMID_GAP / 2 + bar->word.width;
            plan->pitch = zt_max(plan->pitch, 1.05 * zt_mark_text_height(&bar->value));
        }
}

/* ---- the scale ---- */

/* The largest unit at which every bar with what stands beyond it keeps to its side. */
static double fit_unit(const zt_pyramid_plan *plan, double side, double *longest)
{
    double unit = INFINITY;
    *longest = 0;
    for (size_t i = 0; i < plan->count; i++)
        for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++) {
            const zt_pyramid_bar *bar = &plan->rows[i].bars[s];
            *longest = zt_max(*longest, bar->length);
            double before = plan->rows[i].before[s];
            if (before > 0) { /* NAN is not */
                *longest = zt_max(*longest, before);
                unit = zt_min(unit, (side - LINE / 2) / before);
            }
            if (bar->length > 0)
                unit = zt_min(unit, (side - bar->beyond) / bar->length);
            else if (bar->beyond > side)
                unit = 0; /* a word alone has no room */
        }
    return isfinite(unit) ? zt_max(0, unit) : 0;
}

double zt_pyramid_tick_x(const zt_pyramid_plan *plan, size_t tick, size_t side)
{
    double way = side == ZT_PYRAMID_LEFT ? -1 : 1, half = plan->ticks.texts[tick].width / 2;
    double x = plan->zero[side] + way * plan->unit * zt_tick_value(&plan->ticks, tick);
    return zt_clamp(x, half, zt_max(half, plan->width - half));
}

/* Whether a number would come near one of the other side, or one farther out that is kept. */
static bool tick_meets(const zt_pyramid_plan *plan, size_t tick)
{
    double gap = plan->ticks.size / 2, half = plan->ticks.texts[tick].width / 2;
    double left = zt_pyramid_tick_x(plan, tick, ZT_PYRAMID_LEFT);
    if (left + half + gap > zt_pyramid_tick_x(plan, tick, ZT_PYRAMID_RIGHT) - half)
        return true;
    for (size_t i = tick + 1; i < plan->ticks.ticks.count; i++) {
        double other = plan->ticks.texts[i].width / 2;
        if (other > 0 && zt_pyramid_tick_x(plan, i, ZT_PYRAMID_LEFT) + other + gap > left - half)
            return true;
    }
    return false;
}

/* From the outermost inwards those numbers are left out that would meet; their lines stay. */
static void thin_ticks(zt_pyramid_plan *plan)
{
    for (size_t i = plan->ticks.ticks.count; i-- > 0;)
        if (tick_meets(plan, i))
            plan->ticks.texts[i] = (zt_mark_text){.look = plan->ticks.texts[i].look};
}

/* Nothing stands at a bar beside an axis but the slot of a missing value, which makes rows high
   enough for it. Half of a line of the grid, or the ring of an open end, stays within the plot. */
static void clear_value(zt_pyramid_plan *plan, zt_pyramid_bar *bar)
{
    if (bar->value.slot) {
        plan->pitch = zt_max(plan->pitch, 1.05 * zt_mark_text_height(&bar->value));
        return;
    }
    bar->value = bar->word = (zt_mark_text){.look = bar->value.look};
    double edge = zt_max(plan->reach, ZT_CHART_GRID_LINE / 2);
    bar->beyond = zt_chart_is_open(bar->quantity) ? zt_max(edge, ZT_PYRAMID_GAP) : edge;
}

/* Numbers under both sides instead of values, and that it is so is said. */
static void set_axis(zt_pyramid_plan *plan, double side)
{
    const zt_chart *chart = plan->chart;
    double longest;
    plan->has_axis = true;
    plan->unsaid = zt_chart_unsaid(chart, false);
    for (size_t i = 0; i < plan->count; i++)
        for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++)
            clear_value(plan, &plan->rows[i].bars[s]);
    plan->unit = fit_unit(plan, side, &longest);
    zt_str unit = zt_tick_unit(chart);
    plan->ticks =
        zt_tick_texts_of(chart, zt_ticks_choose(0, longest, TICKS_MOST, ZT_TICKS_INSIDE), unit);
    thin_ticks(plan);
    plan->foot = 1.4 * plan->ticks.size;
    if (plan->has_before) /* what it is drawn for: no width would print them */
        return;
    zt_report(
        chart->setting->diags, ZT_NOTE, "values-unprinted", chart->block->at,
        "%zu 个数值在条端排不下，改画刻度；要全印就加宽，或改用 grouped",
        "%zu values have no room at their bars: an axis is drawn; to print all make it wider, "
        "or use grouped",
        ZT_PYRAMID_SIDES * plan->count);
}

/* Names, then the sides, then values or an axis. */
static void set_sides(zt_pyramid_plan *plan)
{
    double names = set_names(plan), longest;
    double side = zt_max(1, (plan->width - names) / 2 - ZT_PYRAMID_GAP);
    double pitch = plan->pitch;
    plan->zero[ZT_PYRAMID_LEFT] = side;
    plan->zero[ZT_PYRAMID_RIGHT] = plan->width - side;
    set_values(plan);
    if (plan->has_before) { /* only an axis tells the line */
        plan->pitch = pitch;
        set_axis(plan, side);
        return;
    }
    plan->unit = fit_unit(plan, side, &longest);
    double share = plan->count < FEW ? BARS_SHARE : BARS_SHARE_MANY;
    if (plan->unit * longest >= share * side && plan->unit > 0)
        return;
    bool is_empty = longest == 0;
    for (size_t i = 0; is_empty && i < plan->count; i++)
        for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++)
            is_empty = is_empty && plan->rows[i].bars[s].beyond <= side;
    if (is_empty)
        return;
    plan->pitch = pitch;
    set_axis(plan, side);
}

/* Names of the series over their sides, next to the zero lines. */
static void set_heads(zt_pyramid_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double height = 0;
    for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++) {
        plan->heads[s] = zt_words_new(chart, chart->data->series[s], &strong, chart->data->kind_at,
                                      plan->zero[ZT_PYRAMID_LEFT],
                                      s == ZT_PYRAMID_LEFT ? ZT_ALIGN_END : ZT_ALIGN_START);
        height = zt_max(height, plan->heads[s].height);
    }
    plan->over = zt_unit_line(chart, NULL) + height + ZT_PYRAMID_GAP / 2;
    if (!plan->has_before)
        return;
    zt_str words = zt_str_from(zt_arena_printf(chart->setting->arena,
                                               ZT_CHART_IN(chart, "%.*s、%.*s", "%.*s, %.*s"),
                                               ZT_ARG(chart->data->series[ZT_PYRAMID_SIDES]),
                                               ZT_ARG(chart->data->series[ZT_PYRAMID_SIDES + 1])));
    plan->before_y = zt_unit_line(chart, NULL);
    plan->before = zt_words_new(chart, words, &look, chart->data->kind_at,
                                plan->width - ZT_PYRAMID_SAMPLE - ZT_PYRAMID_GAP, ZT_ALIGN_START);
    plan->over += plan->before.height + ZT_PYRAMID_GAP;
}

double zt_pyramid_row_height(const zt_pyramid_plan *plan, size_t row, double pitch)
{
    double gap = 0.25 * zt_chart_look(plan->chart, "label").text.size;
    return zt_max(pitch, plan->rows[row].name.height + gap);
}

zt_pyramid_plan *zt_pyramid_plan_new(const zt_chart *chart, double width)
{
    zt_pyramid_plan *plan = ZT_NEW(chart->setting->arena, zt_pyramid_plan);
    *plan = (zt_pyramid_plan){.chart = chart, .width = width, .count = chart->data->item_count};
    plan->has_before = chart->data->series_count == ZT_PYRAMID_BEFORE;
    plan->reach = zt_mark_reach(chart->setting, INFINITY);
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->count, zt_pyramid_row);
    for (size_t i = 0; i < plan->count; i++) {
        zt_pyramid_row *row = &plan->rows[i];
        row->item = &chart->data->items[i];
        for (size_t s = 0; s < ZT_PYRAMID_SIDES; s++) {
            row->bars[s].quantity = row->item->values[s];
            row->bars[s].length = zt_chart_value(chart->data, row->item->values[s]);
            const zt_quantity *before =
                plan->has_before ? row->item->values[s + ZT_PYRAMID_SIDES] : NULL;
            row->before[s] = zt_chart_has_value(before) ? zt_chart_value(chart->data, before) : NAN;
        }
    }
    plan->pitch = plan->count < FEW ? PITCH_FEW : PITCH;
    plan->thickness = plan->count < FEW ? THIN : THICK;
    set_sides(plan);
    set_heads(plan);
    plan->pitch_most = SPARE * plan->pitch;
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
