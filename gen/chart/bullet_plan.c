/* Planning bullets: names, values and targets beside the bars, or over them in narrow places; one
   scale for all, on which each target is a hundred per cent. */
#include "chart/bullet_imp.h"

#include <math.h>

static const double NARROW = ZT_MM(60);   /* below it words stand over the bars */
static const double BETWEEN = ZT_MM(2.6); /* least room from row to row */
static const double NAMES_SHARE = 0.28;   /* of the width */
static const double TARGETS_SHARE = 0.2;  /* of the width, where targets are sentences */
static const double PLOT_LEAST = 0.25;    /* of the width: else words stand over the bars */
static const double BEYOND = 1.1;         /* the axis goes at least so far, of the target */
enum { TICKS_MOST = 6 };

const zt_quantity *zt_bullet_target(const zt_chart_data *data, const zt_chart_item *item)
{
    return data->series_count == 2 && !item->target ? item->values[1] : item->target;
}

bool zt_bullet_is_amount(const zt_quantity *target)
{
    return !target->decrease && (target->says == ZT_SAYS_PLAIN || target->says == ZT_SAYS_LEVEL);
}

double zt_bullet_part(const zt_chart_data *data, const zt_chart_item *item)
{
    const zt_quantity *target = zt_bullet_target(data, item), *q = zt_chart_first_value(item);
    if (!target || !zt_chart_has_value(target) || !zt_bullet_is_amount(target))
        return NAN;
    double whole = zt_chart_value(data, target), value = zt_chart_value(data, q);
    bool is_bare = q && !zt_names_its_unit(q) && data->unit.len == 0;
    if (is_bare)
        whole = zt_num_double(target->printed);
    return whole > 0 ? value / whole : NAN;
}

/* ---- words ---- */

/* The target as written, with the unit wherever the values have it, which is told once; one that is
   a value of a series with the word of its standing, while a <target> is one by its name. */
static zt_str target_words(const zt_chart *chart, const zt_chart_item *item)
{
    zt_arena *arena = chart->setting->arena;
    const zt_quantity *target = zt_bullet_target(chart->data, item);
    if (!target)
        return ZT_STR("—");
    zt_str phrase = zt_chart_value_phrase(arena, chart->data, target);
    bool is_value = target->kind == ZT_Q_VALUE && zt_chart_has_value(target);
    zt_str word = is_value ? zt_status_word(target) : (zt_str){0};
    return zt_str_from(
        zt_arena_printf(arena, "%.*s%s%.*s", ZT_ARG(phrase), word.len ? " " : "", ZT_ARG(word)));
}

/* The name in bold where the row is highlighted. */
static zt_words name_of(const zt_chart *chart, const zt_chart_item *item, double limit,
                        zt_align align)
{
    zt_look look = zt_chart_look(chart, "label");
    if (item->highlight)
        look = zt_chart_strong(chart, &look);
    return zt_words_new(chart, item->key, &look, item->at, limit, align);
}

/* Value and target of a row; the target in lines at most `limit` wide. */
static void set_figures(zt_bullet_plan *plan, size_t i, double limit)
{
    const zt_chart *chart = plan->chart;
    zt_bullet_row *row = &plan->rows[i];
    zt_look look = zt_chart_look(chart, "label");
    zt_str words = target_words(chart, row->item);
    const zt_quantity *target = zt_bullet_target(chart->data, row->item);
    zt_pos at = target ? target->at : row->item->at;
    zt_mark_said(chart, i, 0, row->item->highlight ? chart->params->accent : NULL, &row->value,
                 &row->word);
    limit = zt_max(limit, zt_words_least(chart, words, &look, at));
    row->target = zt_words_new(chart, words, &look, at, limit, ZT_ALIGN_START);
}

/* Value with its word, points. */
static double value_width(const zt_bullet_row *row)
{
    return row->value.width + (row->word.width > 0 ? ZT_BULLET_GAP / 2 + row->word.width : 0);
}

/* Columns for values and targets at the right and for names at the left. False where the bars
   between them would have too little room. */
static bool set_beside(zt_bullet_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double names = 0, values = plan->value_head.width, targets = plan->target_head.width;
    for (size_t i = 0; i < plan->count; i++) {
        zt_bullet_row *row = &plan->rows[i];
        set_figures(plan, i, TARGETS_SHARE * plan->width);
        row->name = name_of(chart, row->item, NAMES_SHARE * plan->width, ZT_ALIGN_END);
        names = zt_max(names, row->name.width);
        values = zt_max(values, value_width(row));
        targets = zt_max(targets, row->target.width);
    }
    plan->targets_x = plan->width - targets;
    plan->values_x = plan->targets_x - ZT_BULLET_GAP;
    plan->left = names + ZT_BULLET_GAP;
    plan->right = plan->values_x - values - ZT_BULLET_GAP;
    return plan->right - plan->left >= PLOT_LEAST * plan->width;
}

/* Over each bar its name at the left, value and target at the right; on a line of their own where
   the name would have less than half of the width. */
static void set_over(zt_bullet_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double size = zt_chart_look(chart, "value").text.size;
    plan->narrow = true;
    plan->left = 0;
    plan->right = plan->width;
    for (size_t i = 0; i < plan->count; i++) {
        zt_bullet_row *row = &plan->rows[i];
        set_figures(plan, i, plan->width / 2);
        double figures = value_width(row) + ZT_BULLET_GAP + row->target.width;
        double room = plan->width - figures - ZT_BULLET_GAP;
        double name = name_of(chart, row->item, plan->width, ZT_ALIGN_START).width;
        bool apart = name > room && room < plan->width / 2;
        row->name = name_of(chart, row->item, apart ? plan->width : room, ZT_ALIGN_START);
        double value = zt_max(1.1 * size, zt_mark_text_height(&row->value));
        bool stacked = figures > plan->width;
        double line = stacked ? value + row->target.height : zt_max(row->target.height, value);
        double top =
            apart ? row->name.height + ZT_BULLET_GAP / 4 : zt_max(0, row->name.height - line);
        row->value_y = top + (stacked ? value : line) / 2;
        row->target_y = stacked ? top + value + row->target.height / 2 : row->value_y;
        row->head = top + line + ZT_BULLET_GAP / 2;
    }
}

/* ---- the scale ---- */

/* From zero, or the lowest value below it, to the farthest value, and past the target. */
static void set_scale(zt_bullet_plan *plan)
{
    double low = 0, high = BEYOND, ring = ZT_BULLET_RING * plan->track;
    bool is_open = false;
    for (size_t i = 0; i < plan->count; i++) {
        is_open = is_open || zt_chart_is_open(plan->rows[i].quantity);
        low = zt_min(low, plan->rows[i].part);
        high = zt_max(high, plan->rows[i].part);
    }
    for (size_t i = 0; i < plan->guides.count; i++) {
        low = zt_min(low, plan->guides.boxes[i].guide->value / 100);
        high = zt_max(high, plan->guides.boxes[i].guide->value / 100);
    }
    plan->scale = (zt_scale){.low = low, .high = high, .from = plan->left, .to = plan->right};
    if (plan->narrow) {
        plan->scale.from += is_open ? ring : ZT_BULLET_LINE / 2;
        plan->scale.to -= is_open ? ring : 0;
    }
}

/* Per cent of the target under the bars. */
static void set_ticks(zt_bullet_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double unit = (plan->right - plan->left) / (100 * (plan->scale.high - plan->scale.low));
    for (size_t most = TICKS_MOST; most > 1; most--) {
        plan->ticks = zt_tick_texts_of(
            chart,
            zt_ticks_choose(100 * plan->scale.low, 100 * plan->scale.high, most, ZT_TICKS_INSIDE),
            ZT_STR("%"));
        if (!zt_tick_texts_meet(&plan->ticks, unit))
            break;
    }
    plan->foot = ZT_CHART_TICK + 1.3 * plan->ticks.size;
}

/* Heads of the columns; over the stroke of the target too, as far as that has room before them. */
static void set_heads(zt_bullet_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    zt_pos at = chart->data->kind_at;
    zt_mark_text none = {.look = look};
    bool named = chart->data->series_count == 2;
    zt_str value = named ? chart->data->series[0] : zt_str_from(ZT_CHART_IN(chart, "现值", "Now"));
    zt_str target =
        named ? chart->data->series[1] : zt_str_from(ZT_CHART_IN(chart, "目标", "Target"));
    plan->value_head = zt_mark_text_new(chart, value, &look, at);
    plan->target_head = zt_mark_text_new(chart, target, &look, at);
    plan->stroke_head = zt_mark_text_new(chart, target, &strong, at);
    plan->heads = 1.5 * look.text.size;
    if (plan->width < NARROW || !set_beside(plan)) {
        plan->target_head = none;
        plan->value_head = named ? plan->value_head : none;
        set_over(plan);
    }
    plan->track = plan->narrow ? ZT_BULLET_TRACK_NARROW : ZT_BULLET_TRACK;
    set_scale(plan);
    double middle = zt_scale_at(&plan->scale, 1), half = plan->stroke_head.width / 2;
    double end =
        plan->narrow ? plan->width : plan->values_x - plan->value_head.width - ZT_BULLET_GAP;
    if (middle + half > end && !plan->narrow)
        plan->stroke_head = none;
    double left = zt_clamp(middle, half, zt_max(half, plan->width - half)) - half;
    if (plan->narrow && plan->value_head.width > 0 && plan->value_head.width + ZT_BULLET_GAP > left)
        plan->heads *= 2; /* one over the other */
}

double zt_bullet_row_height(const zt_bullet_plan *plan, size_t row)
{
    const zt_bullet_row *r = &plan->rows[row];
    double bar = ZT_BULLET_STROKE * plan->track;
    return plan->narrow ? r->head + bar : zt_max(bar, zt_max(r->name.height, r->target.height));
}

zt_bullet_plan *zt_bullet_plan_new(const zt_chart *chart, double width)
{
    zt_bullet_plan *plan = ZT_NEW(chart->setting->arena, zt_bullet_plan);
    *plan = (zt_bullet_plan){.chart = chart, .width = width, .count = chart->data->item_count};
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->count, zt_bullet_row);
    for (size_t i = 0; i < plan->count; i++) {
        zt_bullet_row *row = &plan->rows[i];
        row->item = &chart->data->items[i];
        row->quantity = zt_chart_first_value(row->item);
        row->part = zt_bullet_part(chart->data, row->item);
        row->has_target = !isnan(row->part);
        row->part = row->has_target ? row->part : 0;
    }
    plan->guides = zt_lying_guides_new(chart, width);
    set_heads(plan);
    if (!plan->narrow)
        set_ticks(plan);
    plan->between = plan->narrow ? BETWEEN : BETWEEN / 2;
    plan->unit = zt_unit_line(chart, NULL);
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
