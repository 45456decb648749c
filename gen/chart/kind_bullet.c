/* Bullets: how far each value is on the way to a target of its own, so that values of any units
   stand in one chart. A track as long as the target, a bar as long as the value, a stroke at the
   target. */
#include "chart/bullet_imp.h"

#include <math.h>

static const double SPARE_MOST = ZT_MM(2.5); /* more room from row to row */
static const char TRACK[] = "panel";         /* ink of the track */

/* Everything but the room between the rows keeps its height. */
static zt_chart_plan bullet_plan(const zt_chart *chart, double width)
{
    const zt_bullet_plan *plan = zt_bullet_plan_new(chart, width);
    double height = plan->unit + plan->guides.over + plan->heads + plan->foot + plan->notes.height;
    for (size_t i = 0; i < plan->count; i++)
        height += zt_bullet_row_height(plan, i) + (i > 0 ? plan->between : 0);
    double spare = plan->count > 1 ? SPARE_MOST * (double)(plan->count - 1) : 0;
    return (zt_chart_plan){.extent = {height, height + spare}, .own = plan};
}

/* Track, bar and stroke about y. */
static void draw_bar(const zt_bullet_plan *plan, const zt_bullet_row *row, zt_group *bars,
                     zt_group *ends, double y)
{
    const zt_chart *chart = plan->chart;
    double zero = zt_scale_at(&plan->scale, 0), whole = zt_scale_at(&plan->scale, 1);
    double end = zt_scale_at(&plan->scale, row->part), bar = ZT_BULLET_BAR * plan->track;
    const zt_ink *ink = row->item->highlight ? chart->params->accent : chart->params->rest;
    if (zt_chart_has_value(row->quantity) && row->part != 0) {
        zt_rect rect = {zt_min(zero, end), y - bar / 2, fabs(end - zero), bar};
        zt_mark_bar(chart, bars, row->quantity->at, rect, zt_mark_fill_of(row->quantity), ink);
        if (zt_chart_is_open(row->quantity))
            zt_mark_open_end(chart, ends, row->quantity->at, (zt_point){end, y}, 0.2 * bar, ink);
    }
    double reach = ZT_BULLET_STROKE * plan->track / 2;
    zt_mark_rule(chart, ends, (zt_point){whole, y - reach}, (zt_point){whole, y + reach},
                 ZT_BULLET_LINE);
    if (plan->narrow && plan->scale.low < 0)
        zt_mark_rule(chart, ends, (zt_point){zero, y - reach}, (zt_point){zero, y + reach},
                     ZT_CHART_ZERO_LINE);
}

/* The track under all, as long as the target. */
static void draw_track(const zt_bullet_plan *plan, zt_group *into, double y)
{
    const zt_chart *chart = plan->chart;
    double zero = zt_scale_at(&plan->scale, 0), whole = zt_scale_at(&plan->scale, 1);
    zt_scene_fill_rect(chart->setting->scene, into, chart->data->kind_at,
                       (zt_rect){zero, y - plan->track / 2, whole - zero, plan->track},
                       ZT_SOLID(zt_setting_ink(chart->setting, TRACK)));
}

/* Name, value and target beside the bar, whose middle is y. */
static void draw_beside(const zt_bullet_plan *plan, const zt_bullet_row *row, zt_group *labels,
                        double y)
{
    const zt_chart *chart = plan->chart;
    double x = plan->values_x;
    zt_words_centre(chart, &row->name, labels, plan->left - ZT_BULLET_GAP, y);
    zt_words_centre(chart, &row->target, labels, plan->targets_x, y);
    zt_mark_text_centre(chart, &row->word, labels, ZT_ALIGN_END, x, y);
    if (row->word.width > 0)
        x -= row->word.width + ZT_BULLET_GAP / 2;
    zt_mark_text_centre(chart, &row->value, labels, ZT_ALIGN_END, x, y);
}

/* The same over the bar, in a row from `top` down: the target behind the value. */
static void draw_over(const zt_bullet_plan *plan, const zt_bullet_row *row, zt_group *labels,
                      double top)
{
    const zt_chart *chart = plan->chart;
    double y = top + row->value_y, x = plan->width;
    zt_words_place(chart, &row->name, labels, 0, top);
    zt_words_centre(chart, &row->target, labels, x - row->target.width, top + row->target_y);
    if (row->target_y == row->value_y) {
        x -= row->target.width + ZT_BULLET_GAP;
        zt_mark_rule(chart, labels, (zt_point){x + 0.35 * ZT_BULLET_GAP, y + ZT_BULLET_GAP},
                     (zt_point){x + 0.7 * ZT_BULLET_GAP, y - ZT_BULLET_GAP}, ZT_CHART_AXIS_LINE);
    }
    zt_mark_text_centre(chart, &row->word, labels, ZT_ALIGN_END, x, y);
    if (row->word.width > 0)
        x -= row->word.width + ZT_BULLET_GAP / 2;
    zt_mark_text_centre(chart, &row->value, labels, ZT_ALIGN_END, x, y);
}

/* Heads over the columns and over the strokes. */
static void draw_heads(const zt_bullet_plan *plan, zt_group *labels, double y)
{
    const zt_chart *chart = plan->chart;
    double half = plan->stroke_head.width / 2, middle = zt_scale_at(&plan->scale, 1);
    double line = 1.5 * plan->stroke_head.look.text.size, first = y - plan->heads / 2 + line / 2;
    if (plan->narrow)
        zt_mark_text_centre(chart, &plan->value_head, labels, ZT_ALIGN_START, 0, first);
    else
        zt_mark_text_centre(chart, &plan->value_head, labels, ZT_ALIGN_END, plan->values_x, y);
    zt_mark_text_centre(chart, &plan->target_head, labels, ZT_ALIGN_START, plan->targets_x, y);
    zt_mark_text_centre(chart, &plan->stroke_head, labels, ZT_ALIGN_CENTRE,
                        zt_clamp(middle, half, zt_max(half, plan->width - half)),
                        y + plan->heads / 2 - line / 2);
}

/* The zero line, and the axis at the foot; in narrow places the bars alone, which draw_bar() gives
   a zero line each where some go below it. */
static void draw_axis(const zt_bullet_plan *plan, zt_group *axis, zt_group *labels, double top,
                      double foot)
{
    const zt_chart *chart = plan->chart;
    double zero = zt_scale_at(&plan->scale, 0);
    if (plan->narrow)
        return;
    zt_mark_rule(chart, axis, (zt_point){zero, top}, (zt_point){zero, foot}, ZT_CHART_ZERO_LINE);
    zt_mark_rule(chart, axis, (zt_point){plan->left, foot}, (zt_point){plan->right, foot},
                 ZT_CHART_AXIS_LINE);
    for (size_t i = 0; i < plan->ticks.ticks.count; i++) {
        double x = zt_scale_at(&plan->scale, zt_tick_value(&plan->ticks, i) / 100);
        zt_mark_rule(chart, axis, (zt_point){x, foot}, (zt_point){x, foot + ZT_CHART_TICK},
                     ZT_CHART_AXIS_LINE);
        zt_mark_text_centre(chart, &plan->ticks.texts[i], labels, ZT_ALIGN_CENTRE, x,
                            foot + ZT_CHART_TICK + 0.65 * plan->ticks.size);
    }
}

/* What the heads over the bars take, for lines to give way to. */
static zt_rect heads_box(const zt_bullet_plan *plan, double top)
{
    double half = plan->stroke_head.width / 2, middle = zt_scale_at(&plan->scale, 1);
    double x = zt_clamp(middle, half, zt_max(half, plan->width - half));
    if (plan->narrow && plan->value_head.width > 0)
        return (zt_rect){0, top, plan->width, plan->heads};
    return (zt_rect){x - half, top, 2 * half, plan->heads};
}

/* Spare height goes between the rows. */
static void bullet_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_bullet_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double spare = zt_clamp(height - planned->extent.height, 0,
                            planned->extent.ceiling - planned->extent.height);
    double between = plan->between + (plan->count > 1 ? spare / (double)(plan->count - 1) : 0);
    zt_group *grid = zt_mark_layer(chart, into, "grid", plan->width, height);
    zt_group *bars = zt_mark_layer(chart, into, "bars", plan->width, height);
    zt_group *ends = zt_mark_layer(chart, into, "ends", plan->width, height);
    zt_group *axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_unit_line(chart, labels);
    double crown = plan->unit + plan->guides.over, y = crown + plan->heads, top = y;
    draw_heads(plan, labels, crown + plan->heads / 2);
    zt_rect *words = ZT_ARRAY(chart->setting->arena, plan->count + 1, zt_rect);
    words[plan->count] = heads_box(plan, crown);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_bullet_row *row = &plan->rows[i];
        double own = zt_bullet_row_height(plan, i), reach = ZT_BULLET_STROKE * plan->track / 2;
        double middle = plan->narrow ? y + own - reach : y + own / 2;
        words[i] = (zt_rect){0, y, plan->narrow ? plan->width : 0, own - 2 * reach};
        if (row->has_target) {
            draw_track(plan, grid, middle);
            draw_bar(plan, row, bars, ends, middle);
        }
        if (plan->narrow)
            draw_over(plan, row, labels, y);
        else
            draw_beside(plan, row, labels, middle);
        y += own + (i + 1 < plan->count ? between : 0);
    }
    draw_axis(plan, axis, labels, top, y);
    zt_lying_place place = {.top = crown,
                            .foot = y,
                            .width = plan->width,
                            .zero = zt_scale_at(&plan->scale, 0),
                            .unit =
                                (zt_scale_at(&plan->scale, 1) - zt_scale_at(&plan->scale, 0)) / 100,
                            .marks = true, /* dark on the bars, as strokes of targets are */
                            .type = {words, plan->count + 1}};
    if (plan->guides.count > 0)
        zt_lying_guides_draw(&plan->guides, &place, axis, labels);
    zt_note_list_place(chart, &plan->notes, labels, y + plan->foot);
}

/* Reports target-missing for an item that names no amount to reach, and unit-mismatch for a target
   in another unit than its value. One that is to come, or zero, leaves a row without a bar. */
static bool check_target(const zt_chart_data *data, const zt_chart_item *item, zt_diags *diags)
{
    const zt_quantity *q = zt_chart_first_value(item), *target = zt_bullet_target(data, item);
    if (!target && data->series_count == 2)
        return true; /* the series has nothing of this item */
    bool is_amount = target && (!zt_chart_has_value(target) || zt_bullet_is_amount(target));
    if (!is_amount) {
        zt_report(diags, ZT_ERROR, "target-missing", target ? target->at : item->at,
                  "“%.*s”没有可以到达的目标：写 <target>，是一个数量；没有目标应改用 bar",
                  "“%.*s” has no target that can be reached: write a <target>, an amount; without "
                  "one use bar",
                  ZT_ARG(item->key));
        return false;
    }
    if (!zt_chart_has_value(q) || q->unit.len == 0 || target->unit.len == 0 ||
        zt_str_equal(q->unit, target->unit))
        return true;
    zt_report(diags, ZT_ERROR, "unit-mismatch", target->at,
              "目标“%.*s”与它的值“%.*s”单位不同，不能相比",
              "the target “%.*s” and its value “%.*s” differ in their units and do not compare",
              ZT_ARG(target->text), ZT_ARG(q->text));
    return false;
}

/* Reports no-items, rank-without-values, too-many-series, target-missing, unit-mismatch. */
static bool bullet_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_chart_check_items(data, diags, "bullet") &&
                zt_chart_check_values(data, diags, "bullet") &&
                (data->series_count == 2 || zt_chart_check_one_series(data, diags, "bullet"));
    for (size_t i = 0; good && i < data->item_count; i++)
        good = check_target(data, &data->items[i], diags);
    return good;
}

const zt_chart_kind zt_chart_kind_bullet = {
    .name = "bullet",
    .zh = "进度图：一项一条，条长是目标的百分之几，粗线为目标；各项单位可以不同",
    .en = "How far each value is on the way to its own target, marked by a stroke; units may "
          "differ from item to item",
    .check = bullet_check,
    .plan = bullet_plan,
    .draw = bullet_draw,
};
