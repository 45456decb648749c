/* Drawing horizontal bars from their plan. */
#include "chart/bars_imp.h"

static const double STALK = ZT_MM(0.6); /* weight of the stalk of a lollipop, points */

/* Points of height that bars cannot use: legend and annotations. */
static double fixed_height(const zt_bars_plan *plan)
{
    return plan->guides.over + plan->legend + plan->tick_height + plan->notes.height;
}

/* The natural height with natural bars, the ceiling with the thickest ones. */
zt_chart_plan zt_bars_plan_marks(const zt_chart *chart, double width, zt_bars_names names,
                                 zt_bars_mark mark)
{
    const zt_bars_plan *plan = zt_bars_plan_new(chart, width, names, mark);
    zt_bars_plan thick = *plan;
    thick.bar = plan->bar_max;
    double fixed = fixed_height(plan);
    return (zt_chart_plan){.extent = {fixed + zt_bars_height(plan), fixed + zt_bars_height(&thick)},
                           .own = plan,
                           .unsaid = plan->unsaid};
}

/* The same with bars. */
zt_chart_plan zt_bars_plan_chart(const zt_chart *chart, double width, zt_bars_names names)
{
    return zt_bars_plan_marks(chart, width, names, ZT_BARS_SOLID);
}

/* The thickest bar that the height holds: rows keep the least height that values ask for, so this
   is not linear. */
static void grow_bars(zt_bars_plan *plan, double height)
{
    double low = plan->bar, high = plan->bar_max;
    for (int i = 0; i < 40; i++) {
        plan->bar = (low + high) / 2;
        if (zt_bars_height(plan) <= height)
            low = plan->bar;
        else
            high = plan->bar;
    }
    plan->bar = low;
}

/* A stalk from zero to a dot on the value: open and dashed for what is not known for certain, open
   for what is approximate; nothing where there is no value. */
static void draw_lollipop(const zt_bars_plan *plan, zt_group *bars, size_t index, double y)
{
    const zt_chart *chart = plan->chart;
    const zt_bars_row *row = &plan->rows[index];
    if (!zt_chart_has_value(row->quantity))
        return;
    const zt_ink *ink = zt_series_ink(chart, row->item, index % plan->series);
    zt_point end = {plan->zero + row->length * plan->unit, y};
    bool certain = zt_mark_fill_of(row->quantity) == ZT_MARK_SOLID;
    zt_path *stalk = zt_scene_add_path(chart->setting->scene, bars, row->quantity->at);
    zt_path_move(stalk, plan->zero, y);
    zt_path_line(stalk, end.x, y);
    stalk->stroke = ZT_SOLID(ink);
    stalk->width = STALK;
    stalk->dash[0] = stalk->dash[1] = certain ? 0 : 2 * STALK;
    zt_path_done(stalk);
    zt_mark_dot(chart, bars, row->quantity, end, ZT_BARS_DOT, ink);
}

/* One bar with its value and the word of its standing, centred on y. The value stands at the end
   of the bar, on the side to which the bar runs. */
static void draw_row(const zt_bars_plan *plan, zt_group *bars, zt_group *labels, size_t index,
                     double y)
{
    const zt_chart *chart = plan->chart;
    const zt_bars_row *row = &plan->rows[index];
    double length = row->length * plan->unit, end = plan->zero + length;
    if (plan->mark == ZT_BARS_LOLLIPOP) {
        draw_lollipop(plan, bars, index, y);
    } else if (length != 0) {
        zt_rect rect = {zt_min(plan->zero, end), y - plan->bar / 2, length < 0 ? -length : length,
                        plan->bar};
        const zt_ink *ink = zt_series_ink(chart, row->item, index % plan->series);
        zt_fill_value_bar(
            chart, bars, row->quantity->at, rect, length < 0 ? ZT_MARK_END_LEFT : ZT_MARK_END_RIGHT,
            zt_mark_fill_of(row->quantity), zt_series_fill(chart, row->item, index % plan->series));
        if (plan->cut > 0)
            zt_mark_break(chart, bars, rect, ZT_MARK_RIGHT);
        if (zt_chart_is_open(row->quantity))
            zt_mark_open_end(chart, bars, row->quantity->at, (zt_point){end, y},
                             zt_bars_ring(plan, plan->bar), ink);
    }
    double way = row->length < 0 ? -1 : 1;
    zt_align align = row->length < 0 ? ZT_ALIGN_END : ZT_ALIGN_START;
    double x = end + way * plan->value_gap;
    zt_mark_text_centre(chart, &row->value, labels, align, x, y);
    zt_mark_text_centre(chart, &row->word, labels, align,
                        x + way * (row->value.width + plan->value_gap / 2), y);
    double words = row->value.width;
    if (row->word.width > 0)
        words += plan->value_gap / 2 + row->word.width;
    if (index % plan->series == 0)
        zt_ties_numbers_place(chart, &plan->ties, index / plan->series, plan->value_gap / 2, labels,
                              (zt_point){x + way * words, y}, way);
}

/* The name of an item at its bars: left of them, or on the side of zero where no bar is. */
static void draw_name(const zt_bars_plan *plan, zt_group *labels, size_t item, double y)
{
    const zt_words *words = &plan->labels[item];
    double x = plan->zero - plan->label_gap;
    if (plan->names == ZT_BARS_NAMES_LEFT) {
        /* the column ends where the longest bar to the left with its value begins */
        x = 0;
        for (size_t i = 0; i < plan->items; i++)
            x = zt_max(x, plan->labels[i].width);
    } else if (plan->rows[item].length < 0) {
        x = plan->zero + plan->label_gap;
    }
    zt_words_centre(plan->chart, words, labels, x, y);
}

/* Left edge of a name over its bars: at the edge of the plot, or on the side of zero where they
   are. */
static double stacked_x(const zt_bars_plan *plan, size_t item)
{
    double width = plan->labels[item].width;
    if (!plan->sided)
        return 0;
    if (plan->rows[item * plan->series].length < 0)
        return zt_max(0, plan->zero - width);
    return zt_max(0, zt_min(plan->zero, plan->width - width));
}

/* y of the top of an item's rows: under a stacked name, else about the middle of the item. */
static double rows_top(const zt_bars_plan *plan, size_t item, double y)
{
    double spare =
        zt_bars_item_height(plan, item) - (double)plan->series * zt_bars_row_height(plan);
    return plan->stacked ? y + spare : y + spare / 2;
}

/* An item with the bars of all series, from y down; stacked names stand over their bars. */
static void draw_item(const zt_bars_plan *plan, zt_group *bars, zt_group *labels, size_t item,
                      double y)
{
    double height = zt_bars_item_height(plan, item), step = zt_bars_row_height(plan);
    double first = rows_top(plan, item, y);
    if (plan->stacked)
        zt_words_place(plan->chart, &plan->labels[item], labels, stacked_x(plan, item), y);
    else
        draw_name(plan, labels, item, y + height / 2);
    for (size_t s = 0; s < plan->series; s++)
        draw_row(plan, bars, labels, item * plan->series + s, first + ((double)s + 0.5) * step);
}

/* One line through all items; a piece at each under stacked names. */
static void draw_zero(const zt_bars_plan *plan, zt_group *into, double top, double foot)
{
    double line = ZT_CHART_ZERO_LINE;
    double x = zt_clamp(plan->zero, line / 2, plan->width - line / 2);
    zt_mark_rule(plan->chart, into, (zt_point){x, top}, (zt_point){x, foot}, line);
}

/* The lines of an axis from its numbers at `top` down to the foot of dense bars. */
static void draw_ticks(const zt_bars_plan *plan, zt_group *grid, zt_group *labels, double top,
                       double foot)
{
    const zt_tick_texts *ticks = &plan->ticks;
    for (size_t i = 0; plan->dense && i < ticks->ticks.count; i++) {
        const zt_mark_text *text = &ticks->texts[i];
        double x = plan->zero + plan->unit * zt_tick_value(ticks, i);
        zt_mark_text_centre(plan->chart, text, labels, ZT_ALIGN_CENTRE,
                            zt_bars_tick_middle(plan, i), top + 0.55 * ticks->size);
        zt_mark_rule(plan->chart, grid, (zt_point){x, top + plan->tick_height}, (zt_point){x, foot},
                     ZT_CHART_GRID_LINE);
    }
}

/* The value of a row with its words, beside its bar; their ink box. */
static zt_rect words_box(const zt_bars_plan *plan, const zt_bars_row *row, zt_rect bar)
{
    double height = zt_mark_text_height(&row->value), gap = plan->value_gap;
    double end = plan->zero + row->length * plan->unit;
    double x = row->length < 0 ? end - row->beyond : end + gap;
    return (zt_rect){x, bar.y + (bar.h - height) / 2, row->beyond - gap, height};
}

/* Where the name of an item stands in the way of lines: over its bars, or on the side of zero where
   no bar is; without a width left of all bars. */
static zt_rect name_box(const zt_bars_plan *plan, size_t item, double y, double height)
{
    const zt_words *words = &plan->labels[item];
    if (plan->stacked)
        return (zt_rect){stacked_x(plan, item), y, words->width, words->height};
    if (plan->names == ZT_BARS_NAMES_LEFT)
        return (zt_rect){0};
    double x = plan->zero + plan->label_gap;
    if (plan->rows[item].length >= 0)
        x = plan->zero - plan->label_gap - words->width;
    return (zt_rect){x, y + (height - words->height) / 2, words->width, words->height};
}

/* Thresholds and brackets over bars that begin at `top`. Rows and type are found as draw_item sets
   them. */
static void draw_guides(const zt_bars_plan *plan, zt_group *axis, zt_group *labels, double top,
                        double foot)
{
    zt_arena *arena = plan->chart->setting->arena;
    size_t count = plan->items * plan->series;
    zt_rect *rows = ZT_ARRAY(arena, count, zt_rect);
    size_t ticks = plan->dense ? plan->ticks.ticks.count : 0;
    zt_rect *type = ZT_ARRAY(arena, count + plan->items + ticks, zt_rect);
    double y = top, step = zt_bars_row_height(plan);
    for (size_t i = 0; i < plan->items; i++) {
        double height = zt_bars_item_height(plan, i), first = rows_top(plan, i, y);
        for (size_t s = 0; s < plan->series; s++) {
            size_t index = i * plan->series + s;
            const zt_bars_row *row = &plan->rows[index];
            double end = plan->zero + row->length * plan->unit;
            zt_rect bar = {zt_min(plan->zero, end),
                           first + ((double)s + 0.5) * step - plan->bar / 2,
                           row->length < 0 ? plan->zero - end : end - plan->zero, plan->bar};
            type[index] = words_box(plan, row, bar);
            bool is_named = row->length < 0 && plan->names == ZT_BARS_NAMES_OPPOSITE;
            if (is_named)
                bar.w += plan->label_gap + plan->labels[i].width;
            bar.w += row->length < 0 ? 0 : row->beyond;
            rows[index] = bar;
        }
        type[count + i] = name_box(plan, i, y, height);
        y += height + plan->gap * plan->bar;
    }
    for (size_t i = 0; i < ticks; i++) { /* over the bars, where the lines pass */
        double width = plan->ticks.texts[i].width;
        type[count + plan->items + i] =
            (zt_rect){zt_bars_tick_middle(plan, i) - width / 2, top - plan->tick_height, width,
                      1.1 * plan->ticks.size};
    }
    zt_lying_place place = {.top = top - plan->tick_height,
                            .foot = foot,
                            .width = plan->width,
                            .zero = plan->zero,
                            .unit = plan->unit,
                            .cut = plan->cut,
                            .rows = rows,
                            .series = plan->series,
                            .type = {type, count + plan->items + ticks}};
    zt_lying_guides_draw(&plan->guides, &place, axis, labels);
}

/* All items from the top down, on layers of their own for bars, axis and labels. */
static void draw_bars(const zt_bars_plan *plan, double height, zt_group *into)
{
    const zt_chart *chart = plan->chart;
    zt_group *grid = plan->dense ? zt_mark_layer(chart, into, "grid", plan->width, height) : NULL;
    zt_group *bars = zt_mark_layer(chart, into, "bars", plan->width, height);
    zt_group *axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    double head = zt_legend(chart, labels, plan->width) + plan->guides.over;
    double top = head + plan->tick_height, y = top;
    for (size_t i = 0; i < plan->items; i++) {
        double item = zt_bars_item_height(plan, i);
        draw_item(plan, bars, labels, i, y);
        if (plan->stacked)
            draw_zero(plan, axis, y + item - (double)plan->series * zt_bars_row_height(plan),
                      y + item);
        y += item + (i + 1 < plan->items ? plan->gap * plan->bar : 0);
    }
    if (!plan->stacked)
        draw_zero(plan, axis, top, y);
    draw_ticks(plan, grid, labels, head, y);
    if (plan->guides.count > 0)
        draw_guides(plan, axis, labels, top, y);
    zt_note_list_place(chart, &plan->notes, labels, y);
}

/* Draws the plan with bars as thick as the height allows. */
void zt_bars_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    zt_bars_plan grown = *(const zt_bars_plan *)planned->own;
    grow_bars(&grown, height - fixed_height(&grown));
    draw_bars(&grown, height, into);
}
