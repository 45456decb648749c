/* A ranking: one bar a row, place number and label before the zero line, the value at the bar's
 * end. */
#include "chart/rank_imp.h"

static const zt_param rows[] = {{"pitch", ZT_PARAM_EM(zt_rank_params, pitch, "label"), NULL,
                                 "6.1mm", "行距", "from bar to bar"},
                                {"pitch-max", ZT_PARAM_EM(zt_rank_params, pitch_max, "label"), NULL,
                                 "8mm", "最大行距", "pitch up to which spare height is used"},
                                {"ordinal", ZT_PARAM(zt_rank_params, ordinal, WORD), "auto yes no",
                                 "auto", "名次号：auto 在数值由大到小时打印",
                                 "place numbers; auto: when the values go down"},
                                {"value-axis", ZT_PARAM(zt_rank_params, axis, YES), NULL, "no",
                                 "刻度；数值都印出时不必", "an axis with a few ticks"},
                                {0}};

/* All that does not grow with the pitch. */
static double fixed_height(const zt_rank_plan *plan)
{
    double axis = plan->has_axis ? plan->axis_height : 0;
    return plan->top + plan->foot + axis + plan->notes.height + (double)plan->count * plan->lead;
}

/* How many pitches high the rows are: the last one ends with its bar. */
static double pitches(const zt_rank_plan *plan)
{
    return (double)plan->count - 1 + plan->share;
}

/* The plan at a width; spare height opens the pitch. */
static zt_chart_plan rank_plan(const zt_chart *chart, double width)
{
    const zt_rank_plan *plan = zt_rank_plan_new(chart, width);
    double fixed = fixed_height(plan);
    return (zt_chart_plan){
        .extent = {fixed + pitches(plan) * plan->pitch, fixed + pitches(plan) * plan->pitch_max},
        .own = plan};
}

/* y of the middle of a row. */
static double row_centre(const zt_rank_plan *plan, size_t i)
{
    return plan->top + plan->lead + plan->pitch * plan->share / 2 +
           (plan->pitch + plan->lead) * (double)i;
}

/* y of the foot of the last bar. */
static double bars_foot(const zt_rank_plan *plan)
{
    return plan->top + pitches(plan) * plan->pitch + (double)plan->count * plan->lead;
}

/* The accent for highlighted rows. */
static const zt_ink *row_ink(const zt_rank_plan *plan, const zt_rank_row *row)
{
    const zt_chart_params *p = plan->chart->params;
    return zt_chart_key_ink(plan->chart, row->item->key,
                            row->item->highlight ? p->accent : p->rest);
}

/* The bars with breaks and open ends. */
static void draw_bars(const zt_rank_plan *plan, zt_group *into)
{
    double thick = plan->share * plan->pitch;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_rank_row *row = &plan->rows[i];
        double length = row->length * plan->scale.unit;
        if (length == 0)
            continue;
        zt_rect bar = {zt_min(plan->scale.zero, plan->scale.zero + length),
                       row_centre(plan, i) - thick / 2, length < 0 ? -length : length, thick};
        const zt_ink *ink = row_ink(plan, row);
        zt_mark_value_bar(plan->chart, into, row->quantity->at, bar,
                          length < 0 ? ZT_MARK_END_LEFT : ZT_MARK_END_RIGHT,
                          zt_mark_fill_of(row->quantity), ink);
        if (plan->cut > 0)
            zt_mark_break(plan->chart, into, bar, ZT_MARK_RIGHT);
        if (zt_chart_is_open(row->quantity))
            zt_mark_open_end(plan->chart, into, row->quantity->at,
                             (zt_point){plan->scale.zero + length, row_centre(plan, i)},
                             zt_rank_ring(plan, plan->pitch), ink);
    }
}

/* y of the middle of what stands over a bar. */
static double words_y(const zt_rank_plan *plan, size_t i)
{
    return row_centre(plan, i) - plan->share * plan->pitch / 2 - plan->lead / 2;
}

/* Place number and label: before the zero line, or over the bar. */
static void draw_label(const zt_rank_plan *plan, zt_group *into, size_t i, double ordinal_right)
{
    const zt_chart *chart = plan->chart;
    const zt_rank_row *row = &plan->rows[i];
    double y = plan->stacked ? words_y(plan, i) : row_centre(plan, i);
    zt_align align = plan->stacked ? ZT_ALIGN_START : ZT_ALIGN_END;
    double x = plan->stacked ? plan->label_left : plan->label_right;
    zt_mark_text_centre(chart, &row->ordinal, into, ZT_ALIGN_END, ordinal_right, y);
    if (row->lines)
        zt_para_place(row->lines, chart->setting->scene, into,
                      plan->stacked ? x : x - plan->lines_width,
                      y - (row->lines->ink_top + row->lines->ink_foot) / 2, 0, SIZE_MAX);
    else
        zt_mark_text_centre(chart, &row->label, into, align, x, y);
}

/* Value with the word behind it. */
static double words_width(const zt_rank_plan *plan, const zt_rank_row *row)
{
    return row->value.width + (row->word.width > 0 ? plan->word_gap + row->word.width : 0);
}

/* Left end of value and word, or right end where they stand left of a bar below zero: `way` is -1
   then. Over the bar they end at the right with their numbers. */
static double values_x(const zt_rank_plan *plan, size_t i, double words, double way)
{
    const zt_rank_row *row = &plan->rows[i];
    if (plan->above)
        return plan->width - plan->guides.right - words -
               zt_ties_numbers_width(plan->chart, &plan->ties, i, plan->word_gap);
    return plan->scale.zero + row->length * plan->scale.unit + way * plan->value_gap;
}

/* Place, name, value and standing of one row. */
static void draw_row_texts(const zt_rank_plan *plan, zt_group *into, size_t i)
{
    const zt_rank_row *row = &plan->rows[i];
    double y = row_centre(plan, i), ordinal_right = 0, way = row->length < 0 ? -1 : 1;
    for (size_t k = 0; k < plan->count; k++)
        ordinal_right = zt_max(ordinal_right, plan->rows[k].ordinal.width);
    draw_label(plan, into, i, ordinal_right);
    double words = words_width(plan, row);
    if (plan->above)
        y = words_y(plan, i);
    zt_align align = row->length < 0 ? ZT_ALIGN_END : ZT_ALIGN_START;
    double x = values_x(plan, i, words, way);
    zt_mark_text_centre(plan->chart, &row->value, into, align, x, y);
    zt_mark_text_centre(plan->chart, &row->word, into, align,
                        x + way * (row->value.width + plan->word_gap), y);
    zt_ties_numbers_place(plan->chart, &plan->ties, i, plan->word_gap, into,
                          (zt_point){x + way * words, y}, way);
}

/* x of a tick. */
static double tick_x(const zt_rank_plan *plan, size_t i)
{
    double value = zt_tick_value(&plan->ticks, i) - plan->cut;
    return plan->scale.zero + value * plan->scale.unit;
}

/* One line through all rows; under stacked labels a piece at each bar, but where bars have the
   whole width their common left edge is seen. */
static void draw_zero(const zt_rank_plan *plan, zt_group *into, double foot)
{
    double zero = plan->scale.zero, half = plan->share * plan->pitch / 2;
    if (!plan->stacked) {
        double top = plan->top - ZT_RANK_OVERHANG;
        zt_mark_rule(plan->chart, into, (zt_point){zero, top}, (zt_point){zero, foot},
                     ZT_CHART_ZERO_LINE);
        return;
    }
    zero += ZT_CHART_ZERO_LINE / 2; /* within the frame */
    for (size_t i = 0; i < plan->count && !plan->above; i++)
        zt_mark_rule(plan->chart, into, (zt_point){zero, row_centre(plan, i) - half},
                     (zt_point){zero, row_centre(plan, i) + half}, ZT_CHART_ZERO_LINE);
}

/* The zero line, and below it the axis with its numbers where there is one. */
static void draw_axis(const zt_rank_plan *plan, zt_group *into)
{
    double foot = bars_foot(plan) + plan->foot, zero = plan->scale.zero;
    draw_zero(plan, into, foot);
    if (!plan->has_axis)
        return;
    double tick = ZT_CHART_TICK;
    double first = tick_x(plan, 0), last = tick_x(plan, plan->ticks.ticks.count - 1);
    zt_mark_rule(plan->chart, into, (zt_point){zt_min(first, zero), foot},
                 (zt_point){zt_max(last, zero), foot}, ZT_CHART_AXIS_LINE);
    for (size_t i = 0; i < plan->ticks.ticks.count; i++) {
        double x = tick_x(plan, i), size = plan->ticks.texts[i].look.text.size;
        zt_mark_rule(plan->chart, into, (zt_point){x, foot}, (zt_point){x, foot + tick},
                     ZT_CHART_AXIS_LINE);
        double half = plan->ticks.texts[i].width / 2;
        zt_mark_text_baseline(plan->chart, &plan->ticks.texts[i], into, ZT_ALIGN_CENTRE,
                              zt_clamp(x, half, plan->width - half), foot + tick + 0.98 * size);
    }
}

/* The bracket on the right edge embraces the rows that the annotation names and leads down to it.
 */
static void draw_bracket(const zt_rank_plan *plan, zt_group *into, double y)
{
    const zt_annotation *annotation = plan->corner.annotation;
    double half = plan->share * plan->pitch / 2, first = -1, last = -1;
    double right = plan->width - ZT_CHART_AXIS_LINE / 2;
    double left = right - plan->bracket;
    size_t named = 0, before = 0;
    bool together = true;
    for (size_t i = 0; i < plan->count; i++) {
        if (!zt_annotation_names(annotation, plan->rows[i].item->key))
            continue;
        together = together && (named == 0 || before + 1 == i);
        first = named++ == 0 ? row_centre(plan, i) : first;
        last = row_centre(plan, i);
        before = i;
    }
    if (named == 0)
        return;
    if (named > 1 && together) {
        first -= half;
        last += half;
    }
    zt_mark_rule(plan->chart, into, (zt_point){right, first}, (zt_point){right, y},
                 ZT_CHART_AXIS_LINE);
    for (size_t i = 0; i < plan->count && !together; i++)
        if (zt_annotation_names(annotation, plan->rows[i].item->key))
            zt_mark_rule(plan->chart, into, (zt_point){left, row_centre(plan, i)},
                         (zt_point){right, row_centre(plan, i)}, ZT_CHART_AXIS_LINE);
    if (together) {
        zt_mark_rule(plan->chart, into, (zt_point){left, first}, (zt_point){right, first},
                     ZT_CHART_AXIS_LINE);
        zt_mark_rule(plan->chart, into, (zt_point){left, last}, (zt_point){right, last},
                     ZT_CHART_AXIS_LINE);
    }
}

/* Thresholds and brackets of the rows as they are drawn. */
static void draw_guides(const zt_rank_plan *plan, zt_group *axis, zt_group *labels)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_rect *bars = ZT_ARRAY(arena, plan->count, zt_rect);
    zt_rect *type = ZT_ARRAY(arena, 2 * plan->count, zt_rect);
    double thick = plan->share * plan->pitch;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_rank_row *row = &plan->rows[i];
        double end = plan->scale.zero + row->length * plan->scale.unit, y = row_centre(plan, i);
        double height = zt_mark_text_height(&row->value), words = row->beyond - plan->value_gap;
        bool left = row->length < 0;
        bars[i] =
            (zt_rect){zt_min(plan->scale.zero, end), y - thick / 2,
                      left ? plan->scale.zero - end : end - plan->scale.zero + row->beyond, thick};
        type[i] = (zt_rect){left ? end - row->beyond : end + plan->value_gap, y - height / 2, words,
                            height};
        if (plan->above) {
            words = words_width(plan, row);
            type[i] = (zt_rect){values_x(plan, i, words, 1), words_y(plan, i) - height / 2, words,
                                height};
        }
        if (plan->stacked)
            type[plan->count + i] = (zt_rect){0, y - thick / 2 - plan->lead,
                                              plan->label_left + row->label.width, plan->lead};
    }
    zt_lying_place place = {.top = plan->top - ZT_RANK_OVERHANG,
                            .foot = bars_foot(plan),
                            .width = plan->width,
                            .zero = plan->scale.zero,
                            .unit = plan->scale.unit,
                            .cut = plan->cut,
                            .rows = bars,
                            .series = 1,
                            .type = {type, 2 * plan->count}};
    zt_lying_guides_draw(&plan->guides, &place, axis, labels);
}

/* The first annotation in the free quarter beside short bars, the others below. */
static void draw_notes(const zt_rank_plan *plan, zt_group *into, zt_group *axis)
{
    double foot = bars_foot(plan);
    if (plan->quarter) {
        double top = foot - plan->corner.height;
        zt_note_box_place(plan->chart, &plan->corner, into, plan->width - plan->corner.width, top);
        draw_bracket(plan, axis, top - plan->value_gap);
    }
    foot += plan->foot + (plan->has_axis ? plan->axis_height : 0);
    zt_note_list_place(plan->chart, &plan->notes, into, foot);
}

/* Opens the pitch as the height allows, then draws. */
static void rank_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    zt_rank_plan plan = *(const zt_rank_plan *)planned->own;
    double pitch = (height - fixed_height(&plan)) / pitches(&plan);
    plan.pitch = zt_clamp(pitch, plan.pitch, plan.pitch_max);
    draw_bars(&plan, zt_mark_layer(plan.chart, into, "bars", plan.width, height));
    zt_group *axis = zt_mark_layer(plan.chart, into, "axis", plan.width, height);
    draw_axis(&plan, axis);
    zt_group *labels = zt_mark_layer(plan.chart, into, "labels", plan.width, height);
    for (size_t i = 0; i < plan.count; i++)
        draw_row_texts(&plan, labels, i);
    if (plan.guides.count > 0)
        draw_guides(&plan, axis, labels);
    draw_notes(&plan, labels, axis);
}

/* One series, with values; places alone are for the ladder. */
static bool rank_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good =
        zt_chart_check_items(data, diags, "rank") && zt_chart_check_one_series(data, diags, "rank");
    return zt_chart_check_values(data, diags, "rank") && good;
}

const zt_chart_kind zt_chart_kind_rank = {
    .name = "rank",
    .spans = {6, 4, 12},
    .params = {rows, sizeof(zt_rank_params)},
    .zh = "排行图：一行一条，名次和名称在零线前，数值在条端",
    .en =
        "A ranking: one bar a row, place and name before the zero line, the value at the bar's end",
    .ties_notes = true,
    .check = rank_check,
    .plan = rank_plan,
    .draw = rank_draw,
};
