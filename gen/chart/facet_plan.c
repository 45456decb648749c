/* Planning small multiples: how many stand side by side, what stands beside and below each plot,
   and the scales. All panels have plots of one size, so that they can be compared. */
#include "chart/facet_imp.h"

#include "labels/spread.h"

#include <math.h>

/* In points. A panel of each width of place, its plot at the least, and how high a plot is. */
static const double PLOT_LEAST = ZT_MM(11), NAMES_MOST = 0.32; /* of the width */
static const double COLUMN_GAP = ZT_MM(3), HEAD_FOOT = ZT_MM(1.6);
/* Below this width names and values stand over lying bars; from a bar to the next row, by the size
   of the names. */
static const double SLOT = ZT_MM(60), ROWS_GAP = 0.75;
static const double COMBINED_ROW = 0.42;               /* height of a plot alone, of the width */
static const double HIGH_MOST = 1.5, HIGH_LEAST = 0.6; /* of the natural height */
/* Of the distance from item to item: a column; of the pitch: a lying bar and its words. */
static const double COLUMN_SHARE = 0.62, PITCH = 1.45;
static const double SEAM = 0.94; /* of a column among several: what is inked */
/* The part of a panel that the column of values may take. */
static const double BESIDE_MOST = 0.34;
/* Over so many panels only the lowest of each column have labels below. */
enum { FOOT_EACH = 12 };

/* By the width of all: 16 mm two by two in a slot, 21 mm in two columns of a page, 30 mm beyond. */
static double panel_least(double width)
{
    return width < ZT_MM(70) ? ZT_MM(16) : width < ZT_MM(120) ? ZT_MM(21) : ZT_MM(30);
}

static double natural_row(double width)
{
    return width < ZT_MM(70) ? ZT_MM(15) : width < ZT_MM(120) ? ZT_MM(24) : ZT_MM(30);
}

const zt_quantity *zt_facet_value_of(const zt_facets_plan *plan, size_t panel, size_t item)
{
    const zt_quantity *q = plan->chart->data->items[item].values[panel];
    return zt_chart_has_value(q) ? q : NULL;
}

size_t zt_facet_series_at(const zt_facets_plan *plan, size_t panel, size_t item)
{
    size_t count = plan->count;
    if (!plan->combined)
        return zt_facet_value_of(plan, panel, item) ? panel : count;
    for (size_t k = 0; k < 2 * count; k++)
        if (zt_facet_is_line(plan, k % count) == (k < count) &&
            zt_facet_value_of(plan, k % count, item))
            return k % count;
    return count;
}

size_t zt_facets_rows(const zt_facets_plan *plan)
{
    return plan->combined ? 1 : (plan->count + plan->columns - 1) / plan->columns;
}

bool zt_facet_has_foot(const zt_facets_plan *plan, size_t panel)
{
    return plan->foot_each || panel + plan->columns >= plan->count;
}

/* ---- scales ---- */

/* The range of a series, or of all where `panel` is the count; zero is always in it. */
static void range_of(const zt_facets_plan *plan, size_t panel, double *low, double *high)
{
    const zt_chart_data *data = plan->chart->data;
    *low = *high = 0;
    for (size_t s = 0; s < plan->count; s++)
        for (size_t i = 0; i < data->item_count; i++) {
            const zt_quantity *q = zt_facet_value_of(plan, s, i);
            double value = q && (panel == s || panel == plan->count) ? zt_chart_value(data, q) : 0;
            *low = zt_min(*low, value);
            *high = zt_max(*high, value);
        }
    size_t own = panel == plan->count ? ZT_GUIDES_OF_ALL : panel;
    zt_guides lines = zt_guides_pick(&plan->guides, 1U << ZT_GUIDE_THRESHOLD, own);
    zt_guides_reach(&lines, low, high);
}

/* The last tick may lie short of the highest value; without any value there are a zero and a one.
 */
static zt_tick_texts ticks_of(const zt_chart *chart, double low, double high, size_t wanted)
{
    if (low == 0 && high == 0)
        return zt_tick_texts_new(chart, 0, 1, 2);
    return zt_tick_texts_of(chart, zt_ticks_choose(low, high, wanted, ZT_TICKS_FOOT), (zt_str){0});
}

/* About a tick every two lines of type and a half. */
static void plan_ticks(zt_facets_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double size = zt_chart_look(chart, "tick").text.size, low, high, widest = 0;
    size_t wanted = (size_t)zt_clamp(plan->row / (2.5 * size), 3, 5);
    zt_tick_texts shared = {0};
    for (size_t s = 0; s < plan->count; s++) {
        if (s == 0 || chart->data->own_scales) {
            range_of(plan, chart->data->own_scales ? s : plan->count, &low, &high);
            shared = ticks_of(chart, low, high, wanted);
        }
        plan->panels[s].ticks = shared;
        plan->panels[s].low = low;
        plan->panels[s].high = plan->bars && high > low ? high : zt_max(shared.high, high);
        widest = zt_max(widest, shared.widest);
    }
    plan->left = plan->bars ? 0 : widest + ZT_FACET_GAP;
    plan->left_each = !plan->bars && chart->data->own_scales;
}

/* ---- what a panel says ---- */

static void plan_value(zt_facets_plan *plan, size_t panel)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_facet_panel *p = &plan->panels[panel];
    zt_look look = zt_chart_look(chart, "value");
    p->last = data->item_count;
    for (size_t i = 0; i < data->item_count; i++)
        if (zt_facet_value_of(plan, panel, i))
            p->last = i;
    if (zt_chart_series_is_lit(plan->chart->data, panel))
        look = zt_chart_inked(look, chart->params->accent);
    if (zt_facet_is_line(plan, panel))
        look = zt_chart_inked(look, zt_facet_ink(plan, panel, p->last));
    if (p->last < data->item_count && !plan->bars &&
        zt_chart_wants_value(data, p->last, panel, true) &&
        (!plan->combined || zt_facet_is_line(plan, panel)))
        p->value = zt_mark_text_new(chart, zt_chart_label_at(chart, p->last, panel).value, &look,
                                    zt_facet_value_of(plan, panel, p->last)->at);
}

/* The name over a panel, in as many lines as it takes. */
static zt_words name_of(const zt_facets_plan *plan, size_t panel, double limit)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    look = zt_chart_strong(chart, &look);
    return zt_words_new(chart, chart->data->series[panel], &look, chart->data->kind_at, limit,
                        ZT_ALIGN_START);
}

static double widest_value(const zt_facets_plan *plan)
{
    double widest = 0;
    for (size_t s = 0; s < plan->count; s++)
        widest = zt_max(widest, plan->panels[s].value.width);
    return widest;
}

/* ---- side by side ---- */

/* The plot of a panel when so many stand side by side. */
static double plot_at(const zt_facets_plan *plan, size_t columns, double beside)
{
    double lefts = plan->left * (double)(plan->left_each ? columns : 1);
    double gaps = plan->gap * (double)(columns - 1);
    return (plan->width - lefts - gaps) / (double)columns - beside;
}

/* As many as fit, then as few as give no more rows, so that the last row is not nearly empty. */
static size_t columns_at_most(const zt_facets_plan *plan)
{
    size_t most = 1;
    if (plan->combined)
        return 1;
    while (most < plan->count && plot_at(plan, most + 1, 0) >= panel_least(plan->width))
        most++;
    size_t rows = (plan->count + most - 1) / most;
    return (plan->count + rows - 1) / rows;
}

/* The value beside its point where that leaves the plot its room, else over it. */
static void choose_columns(zt_facets_plan *plan)
{
    double wide = widest_value(plan);
    double beside = wide > 0 ? wide + ZT_FACET_GAP + ZT_FACET_DOT : 0;
    for (plan->columns = columns_at_most(plan); plan->columns > 1; plan->columns--)
        if (plot_at(plan, plan->columns, 0) >= zt_max(PLOT_LEAST, wide - plan->gap))
            break; /* a value over its panel keeps off the next one */
    double panel = plot_at(plan, plan->columns, 0);
    bool fits = plan->combined || (beside <= BESIDE_MOST * panel && panel - beside >= PLOT_LEAST);
    plan->value_at = fits ? ZT_FACET_BESIDE : ZT_FACET_ON_HEAD;
    plan->beside = fits ? beside : ZT_FACET_DOT;
    plan->plot = panel - plan->beside;
}

/* The width of a head: over ticks of its own, and over the value at the right. */
static double head_width(const zt_facets_plan *plan)
{
    return plan->plot + plan->beside + (plan->left_each ? plan->left : 0);
}

/* Names in lines; values that stand over the plot share the line of a short name. */
static void plan_heads(zt_facets_plan *plan)
{
    double width = head_width(plan), tallest = 0, size = 0;
    if (plan->combined) {
        plan->head = zt_facet_key(plan, NULL);
        return;
    }
    bool meet = false, over = plan->value_at != ZT_FACET_BESIDE;
    for (size_t s = 0; s < plan->count; s++) {
        zt_facet_panel *p = &plan->panels[s];
        p->name = name_of(plan, s, width);
        size = zt_max(size, p->value.look.text.size);
        tallest = zt_max(tallest, over ? zt_max(p->name.height, size) : p->name.height);
        meet = meet || p->name.height > 1.5 * p->value.look.text.size ||
               p->name.width + ZT_FACET_GAP + p->value.width > width;
    }
    if (over && meet)
        plan->value_at = ZT_FACET_BELOW_HEAD;
    if (plan->value_at == ZT_FACET_BELOW_HEAD)
        tallest += 1.3 * size;
    plan->head = ZT_FACET_HEAD_GAP + tallest + HEAD_FOOT;
}

/* ---- where items stand ---- */

/* True distances of times, else even steps; columns keep half a step to both sides. */
static void place_items(zt_facets_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    size_t count = data->item_count;
    bool columns = plan->mark == ZT_FACET_COLUMN, timed = zt_chart_is_timed(data);
    zt_scale scale = {.low = 0, .high = (double)(count - 1), .from = 0, .to = plan->plot};
    double step = 1, dot = ZT_FACET_DOT;
    plan->xs = ZT_ARRAY(plan->chart->setting->arena, count, double);
    if (timed) {
        scale.low = data->time->at[0];
        scale.high = data->time->at[count - 1];
        step = zt_time_least_step(data->time, count);
    }
    if (columns) {
        scale.low -= step / 2;
        scale.high += step / 2;
    } else {
        scale.from = dot;
        scale.to = plan->plot - dot;
    }
    for (size_t i = 0; i < count; i++)
        plan->xs[i] = count == 1 ? plan->plot / 2
                                 : zt_scale_at(&scale, timed ? data->time->at[i] : (double)i);
    double all = count == 1 ? 1 : scale.high - scale.low;
    plan->band = COLUMN_SHARE * (scale.to - scale.from) * step / all;
}

/* Labels of time below the base line; false where the keys have to stand as written. */
static bool plan_axis(zt_facets_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    if (!zt_chart_is_timed(data))
        return false;
    plan->axis = (zt_time_axis){.chart = plan->chart,
                                .right = plan->plot,
                                .reach = -zt_min(plan->gap / 3, plan->left),
                                .reach_end = plan->plot + plan->beside,
                                .at = data->time->at,
                                .xs = plan->xs,
                                .points = data->item_count};
    return zt_time_axis_plan(&plan->axis);
}

/* Whether the values over columns keep clear of each other; then room is left for them. */
static bool values_fit(zt_facets_plan *plan, double step)
{
    size_t all = plan->chart->data->item_count * plan->count;
    bool fits = true, below = false;
    double size = 0;
    for (size_t k = 0; plan->bars && k < all; k++) {
        const zt_mark_text *value = &plan->bars[k].value, *word = &plan->bars[k].word;
        const zt_quantity *q = zt_facet_value_of(plan, k % plan->count, k / plan->count);
        size = zt_max(size, zt_mark_text_height(value));
        below = below || (q && zt_chart_value(plan->chart->data, q) < 0);
        fits = fits && word->width <= 0 && value->width + 0.3 * value->look.text.size <= step;
    }
    plan->over = plan->reach + 1.3 * size;
    plan->under = below ? plan->reach + 1.3 * size : 0;
    return fits;
}

/* The chart with findings of its own: what a trial finds too wide is not the author's. */
static zt_chart trial_of(const zt_chart *chart)
{
    zt_setting *setting = ZT_NEW(chart->setting->arena, zt_setting);
    *setting = *chart->setting;
    setting->diags = zt_diags_new(setting->arena);
    zt_chart trial = *chart;
    trial.setting = setting;
    return trial;
}

/* The middle of a name, moved in from the edges of its panel. */
static double name_x(const zt_facets_plan *plan, size_t item)
{
    double half = plan->names[item].width / 2;
    return zt_clamp(plan->xs[item], half - zt_min(plan->gap / 3, plan->left),
                    plan->plot + plan->beside - half);
}

/* Keys below the plot; those of times may be thinned, names must all stand. False where they do
   not. */
static bool plan_names(zt_facets_plan *plan)
{
    zt_chart trial = trial_of(plan->chart);
    const zt_chart *chart = &trial;
    const zt_chart_data *data = chart->data;
    size_t count = data->item_count;
    double step = plan->band / COLUMN_SHARE, tallest = 0;
    bool thins = data->time != NULL || data->times_fall, fits = true;
    zt_look look = zt_chart_look(chart, thins ? "tick" : "label");
    double limit = thins ? plan->plot / 2 : count > 1 ? step - 0.4 * look.text.size : plan->plot;
    zt_label *labels = ZT_ARRAY(chart->setting->arena, count, zt_label);
    plan->names = ZT_ARRAY(chart->setting->arena, count, zt_words);
    plan->kept = ZT_ARRAY(chart->setting->arena, count, bool);
    plan->name_xs = ZT_ARRAY(chart->setting->arena, count, double);
    for (size_t i = 0; i < count; i++) {
        zt_look own = data->items[i].highlight ? zt_chart_strong(chart, &look) : look;
        plan->names[i] = zt_words_new(chart, data->items[i].key, &own, data->items[i].at,
                                      zt_max(limit, look.text.size), ZT_ALIGN_CENTRE);
        labels[i] = (zt_label){.wanted = name_x(plan, i), .size = plan->names[i].width};
        plan->name_xs[i] = labels[i].wanted;
        tallest = zt_max(tallest, plan->names[i].height);
        bool lines = plan->names[i].height > 1.5 * look.text.size;
        fits = fits && plan->names[i].width <= limit + 0.01 &&
               (!lines || limit >= 2 * look.text.size) &&
               plan->names[i].height < 4.5 * look.text.size;
        fits = fits && (i == 0 || labels[i].wanted - labels[i - 1].wanted >=
                                      (labels[i].size + labels[i - 1].size) / 2);
        plan->kept[i] = true;
    }
    fits = fits && values_fit(plan, step);
    if (thins)
        zt_labels_thin(labels, count, look.text.size / 2, plan->kept);
    plan->foot = ZT_CHART_TICK + 0.2 * look.text.size + tallest;
    return thins || (fits && zt_diags_count(trial.setting->diags) == 0);
}

static void report_too_narrow(const zt_facets_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_report(
        chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
        "宽 %.0f 毫米放不下分图：刻度、条目名和数值已占满；应加宽、缩短名称或减少条目",
        "a width of %.0f mm leaves the panels no room beside ticks, names and values; make it "
        "wider, shorten the names or take fewer items",
        zt_mm_from_pt(plan->width));
}

/* ---- lying bars ---- */

/* What every bar says at its end. */
static void plan_values(zt_facets_plan *plan)
{
    const zt_chart *chart = plan->chart;
    size_t items = chart->data->item_count;
    plan->bars = ZT_ARRAY(chart->setting->arena, items * plan->count, zt_facet_bar);
    for (size_t k = 0; k < items * plan->count; k++) {
        const zt_ink *ink = zt_facet_ink(plan, k % plan->count, k / plan->count);
        zt_mark_said(chart, k / plan->count, k % plan->count,
                     ink == chart->params->accent ? ink : NULL, &plan->bars[k].value,
                     &plan->bars[k].word);
    }
}

/* The names of the items at most `limit` wide; their widest, and the tallest with the values. */
static void plan_bar_names(zt_facets_plan *plan, double limit, zt_align align, double *widest,
                           double *tallest)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look look = zt_chart_look(chart, "label");
    *widest = *tallest = 0;
    plan->names = ZT_ARRAY(chart->setting->arena, data->item_count, zt_words);
    for (size_t i = 0; i < data->item_count; i++) {
        zt_look own = data->items[i].highlight ? zt_chart_strong(chart, &look) : look;
        plan->names[i] =
            zt_words_new(chart, data->items[i].key, &own, data->items[i].at, limit, align);
        *widest = zt_max(*widest, plan->names[i].width);
        *tallest = zt_max(*tallest, plan->names[i].height);
        for (size_t s = 0; s < plan->count; s++)
            *tallest =
                zt_max(*tallest, zt_mark_text_height(&plan->bars[i * plan->count + s].value));
    }
}

/* Names left of the first panel of each row, values at the bars' ends. */
static void plan_bars_beside(zt_facets_plan *plan)
{
    double widest, tallest, size = zt_chart_look(plan->chart, "label").text.size;
    plan_bar_names(plan, NAMES_MOST * plan->width, ZT_ALIGN_END, &widest, &tallest);
    plan->words = 0;
    plan->left = widest + ZT_FACET_GAP;
    plan->pitch = zt_max(PITCH * size, tallest + 0.35 * size);
}

static double beyond(const zt_facets_plan *plan, const zt_facet_bar *bar);

/* Names and values over bars that have the whole width, one panel below the other. */
static void plan_bars_below(zt_facets_plan *plan)
{
    double widest, tallest, size = zt_chart_look(plan->chart, "label").text.size, values = 0;
    for (size_t k = 0; k < plan->chart->data->item_count * plan->count; k++)
        values = zt_max(values, beyond(plan, &plan->bars[k]));
    plan_bar_names(plan, zt_max(plan->width - values - size, 3 * size), ZT_ALIGN_START, &widest,
                   &tallest);
    plan->words = tallest + ZT_FACET_WORDS_GAP * size;
    plan->left = 0;
    plan->pitch = plan->words + (ZT_FACET_BAR_BELOW + ROWS_GAP) * size;
    plan->columns = 1;
    plan->plot = plan->width;
}

/* What stands beyond the end of a bar, with the gaps. */
static double beyond(const zt_facets_plan *plan, const zt_facet_bar *bar)
{
    double word = bar->word.width > 0 ? ZT_FACET_GAP / 2 + bar->word.width : 0;
    return plan->reach + ZT_FACET_GAP + bar->value.width + word;
}

double zt_facet_ring(double thick)
{
    return thick / 4;
}

/* Half of the ring about the open end of a bar under its words; 0 for other ends. */
static double ring_about(const zt_facets_plan *plan, const zt_quantity *q)
{
    double size = zt_chart_look(plan->chart, "label").text.size;
    if (!zt_chart_is_open(q))
        return 0;
    return zt_facet_ring(ZT_FACET_BAR_BELOW * size) + zt_mark_ring_edge(plan->chart);
}

/* One scale for all bars, or one a panel. False where no length is left. */
static bool scale_bars(zt_facets_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    size_t all = data->item_count * plan->count;
    bool own = data->own_scales, fits = true;
    zt_bar *bars = ZT_ARRAY(plan->chart->setting->arena, all, zt_bar);
    for (size_t s = 0; s < plan->count; s++) {
        size_t count = 0;
        double longest = 0;
        for (size_t k = 0; k < all; k++) {
            const zt_quantity *q = zt_facet_value_of(plan, k % plan->count, k / plan->count);
            if (own && k % plan->count != s)
                continue;
            double value = q ? zt_chart_value(data, q) : 0;
            longest = zt_max(longest, fabs(value));
            bars[count] = (zt_bar){.value = value, .beyond = beyond(plan, &plan->bars[k])};
            if (plan->words > 0) { /* values stand over the bars */
                bars[count].beyond = 0;
                bars[count].about = zt_max(plan->reach, ring_about(plan, q));
            }
            count++;
        }
        plan->panels[s].bars = zt_bar_scale_fit(bars, count, 0, plan->plot + plan->beside);
        fits = fits && (longest == 0 || plan->panels[s].bars.unit * longest >= ZT_MM(4));
    }
    return fits;
}

/* Fewer side by side until bars have a length; names and values over them where even one has none,
   and in a slot from the first. */
static void plan_bars(zt_facets_plan *plan)
{
    bool slot = plan->width < SLOT;
    plan->beside = 0;
    if (!slot)
        plan_bars_beside(plan);
    for (plan->columns = columns_at_most(plan); !slot; plan->columns--) {
        plan->plot = plot_at(plan, plan->columns, 0);
        if (plan->plot >= PLOT_LEAST && scale_bars(plan))
            break;
        slot = plan->columns == 1;
    }
    if (slot)
        plan_bars_below(plan);
    if (slot && !scale_bars(plan))
        report_too_narrow(plan);
    plan->row = plan->row_max = plan->pitch * (double)plan->chart->data->item_count;
    plan_heads(plan);
}

/* ---- the whole ---- */

/* Columns that may lie down, with all their values at their ends. */
static bool is_of_names(const zt_facets_plan *plan)
{
    return plan->mark == ZT_FACET_COLUMN && !plan->chart->data->time && !plan->combined;
}

/* Plots with items side by side. False for columns of names that do not fit below them, or whose
   values do not over them: these can lie down. */
static bool plan_upright(zt_facets_plan *plan)
{
    const zt_chart *chart = plan->chart;
    plan_ticks(plan);
    for (choose_columns(plan);; plan->columns--) {
        place_items(plan);
        if (plan->columns == 1 && plan->plot < PLOT_LEAST) {
            report_too_narrow(plan);
            break;
        }
        plan->timed = plan_axis(plan);
        plan->foot = plan->axis.height;
        if (plan->timed || plan_names(plan))
            break;
        if (plan->columns == 1 && is_of_names(plan))
            return false;
        if (plan->columns == 1) {
            report_too_narrow(plan);
            break;
        }
        plan->plot = plot_at(plan, plan->columns - 1, plan->beside);
    }
    plan_heads(plan);
    plan->row_max = HIGH_MOST * plan->row;
    plan->row *= HIGH_LEAST + (1 - HIGH_LEAST) * zt_setting_squeeze(chart->setting);
    return true;
}

/* The unit over all panels: by values that are read off an axis always, by bars where they do not
   tell it. */
static void plan_unit(zt_facets_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    zt_look look = zt_chart_look(chart, "tick");
    zt_str words = zt_chart_unit_line(arena, chart->data);
    if (!plan->bars && !zt_chart_unit_is_told(arena, chart->data))
        words = zt_chart_unit_words(arena, chart->data);
    plan->unit = zt_mark_text_new(chart, words, &look, chart->data->kind_at);
    plan->unit_height = plan->unit.width > 0 ? 1.7 * look.text.size : 0;
    plan->key_y = plan->unit_height;
    plan->unit_height += plan->guides.keys > 0 ? plan->guides.keys + ZT_FACET_HEAD_GAP : 0;
}

/* Values read off an axis whose standing no word tells: the note says it. A panel without any value
   tells that itself. */
static const bool *find_unsaid(const zt_facets_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    if (plan->bars)
        return NULL;
    bool *unsaid = ZT_ARRAY(plan->chart->setting->arena, data->item_count * plan->count, bool);
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < plan->count; s++)
            unsaid[i * plan->count + s] =
                data->items[i].values[s] && plan->panels[s].last < data->item_count;
    return unsaid;
}

/* Numbers stand in a band over the values of upright plots; lying bars have the words alone. */
static void plan_notes(zt_facets_plan *plan)
{
    if (plan->mark != ZT_FACET_BAR) {
        plan->ties = zt_ties_new(plan->chart);
        zt_ties_number(&plan->ties);
    }
    double beside = 0; /* what a value beside the highest point reaches over it */
    if (plan->value_at == ZT_FACET_BESIDE)
        beside = 0.6 * zt_chart_look(plan->chart, "value").text.size;
    if (plan->chart->data->wanted && !plan->bars) { /* values over the highest points */
        double values = 1.3 * zt_chart_look(plan->chart, "value").text.size;
        plan->over += values;
        plan->row += values;
        plan->row_max += values;
    }
    if (zt_ties_numbered(&plan->ties) > 0)
        plan->over += zt_note_number_size(plan->chart) + zt_max(ZT_FACET_GAP, beside);
    plan->notes = zt_ties_rest(plan->chart, &plan->ties, plan->width);
}

static zt_facet_mark mark_of(zt_str kind)
{
    static const struct {
        const char *kind;
        zt_facet_mark mark;
    } marks[] = {{"line", ZT_FACET_LINE},
                 {"step", ZT_FACET_STEP},
                 {"area", ZT_FACET_AREA},
                 {"column", ZT_FACET_COLUMN},
                 {"bar", ZT_FACET_BAR}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (zt_str_is(kind, marks[i].kind))
            return marks[i].mark;
    return ZT_FACET_LINE;
}

/* Brackets stand under the heads. Lying bars have no place for any: reports guide-refused. */
static void plan_guides(zt_facets_plan *plan)
{
    const zt_chart *chart = plan->chart;
    if (plan->guides.count == 0)
        return;
    if (plan->mark == ZT_FACET_BAR) {
        zt_report(chart->setting->diags, ZT_ERROR, "guide-refused", chart->data->guides[0].at,
                  "宽 %.0f 毫米里分图的柱要躺下，没有画参照的地方；应加宽、缩短名称，或去掉 facet=",
                  "at a width of %.0f mm the columns of the panels lie down and have no place for "
                  "guides; make it wider, shorten the names, or take facet= out",
                  zt_mm_from_pt(plan->width));
        return;
    }
    zt_guide_axis axis = {0, plan->plot, plan->xs, zt_chart_is_timed(chart->data)};
    zt_guides_plan(&plan->guides, &axis);
    plan->brackets = plan->guides.brackets;
    plan->head += plan->brackets;
}

zt_facets_plan *zt_facets_plan_new(const zt_chart *chart, double width)
{
    zt_facets_plan *plan = ZT_NEW(chart->setting->arena, zt_facets_plan);
    plan->chart = chart;
    plan->width = width;
    plan->mark = mark_of(chart->data->kind);
    plan->reach = zt_mark_reach(chart->setting, INFINITY);
    plan->count = chart->data->series_count;
    plan->combined = !chart->data->facet;
    plan->gap = COLUMN_GAP;
    plan->row =
        plan->combined ? zt_max(natural_row(width), COMBINED_ROW * width) : natural_row(width);
    plan->panels = ZT_ARRAY(chart->setting->arena, plan->count, zt_facet_panel);
    plan->foot_each = plan->count <= FOOT_EACH;
    plan->guides = zt_guides_new_keyed(chart, width);
    if (plan->mark == ZT_FACET_BAR || (is_of_names(plan) && !chart->data->wanted))
        plan_values(plan);
    for (size_t s = 0; s < plan->count; s++)
        plan_value(plan, s);
    /* Columns whose names or values do not fit lie down. */
    if (plan->mark == ZT_FACET_BAR || !plan_upright(plan)) {
        if (!plan->bars)
            plan_values(plan);
        plan->mark = ZT_FACET_BAR;
        plan->over = plan->under = plan->foot = 0;
        plan_bars(plan);
    }
    plan_guides(plan);
    plan_unit(plan);
    plan->unsaid = find_unsaid(plan);
    plan_notes(plan);
    return plan;
}

zt_scale zt_facet_scale(const zt_facets_plan *plan, size_t panel, double row)
{
    const zt_facet_panel *p = &plan->panels[panel];
    return (zt_scale){.low = plan->bars ? p->low : p->ticks.low,
                      .high = p->high,
                      .from = plan->head + row - plan->under,
                      .to = plan->head + plan->over};
}

/* With a little paper between those of one item. */
zt_rect zt_facet_column(const zt_facets_plan *plan, size_t series, size_t item)
{
    double middle = plan->xs[item];
    size_t columns = 0, before = 0;
    for (size_t s = 0; plan->combined && s < plan->count; s++) {
        before += s < series && !zt_facet_is_line(plan, s);
        columns += !zt_facet_is_line(plan, s);
    }
    if (columns < 2)
        return (zt_rect){middle - plan->band / 2, 0, plan->band, 0};
    double step = plan->band / (double)columns;
    return (zt_rect){middle - plan->band / 2 + step * (double)before, 0, SEAM * step, 0};
}

/* Feet of those rows that have one: with foot_each all, else the last, and the one over it where
   the last is not full. */
double zt_facets_fixed_height(const zt_facets_plan *plan)
{
    size_t rows = zt_facets_rows(plan), feet = plan->foot_each ? rows : 0;
    if (!plan->foot_each)
        feet = rows > 1 && plan->count % plan->columns != 0 ? 2 : 1;
    return plan->unit_height + plan->notes.height + plan->head * (double)rows +
           plan->foot * (double)feet + ZT_FACET_ROW_GAP * (double)(rows - 1);
}
