/* Planning a waterfall: which values are totals, the levels between them, and whether the bars
   stand or lie. They stand where every name and value has room in its slot; the scale of
   standing bars waits for the height. */
#include "chart/waterfall_imp.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double PLOT = ZT_MM(36), PLOT_MOST = ZT_MM(60); /* of upright bars with their values */
static const double BAR = ZT_MM(2.8), BAR_MOST = ZT_MM(5);   /* thickness of lying bars */
enum { LINES_MOST = 3 };                                     /* of a name under its bar */

/* Steps behind a missing one hang on the next total, as far as there is one: from the total
   back, their ends are known though the level before the gap leads nowhere. */
static void hang_on_total(zt_waterfall_bar *bars, size_t first, size_t total)
{
    double level = bars[total].to;
    for (size_t i = total; i > first; i--) {
        double length = bars[i - 1].to - bars[i - 1].from;
        bars[i - 1].to = level;
        bars[i - 1].from = level -= length;
    }
}

/* From left to right. A missing step has no length, so the levels behind it are wrong until a
   total puts them right; the steps between are then hung on that total. */
void zt_waterfall_levels(const zt_chart_data *data, zt_waterfall_bar *bars)
{
    double level = 0;
    size_t gap = SIZE_MAX;
    for (size_t i = 0; i < data->item_count; i++) {
        zt_waterfall_bar *b = &bars[i];
        b->item = &data->items[i];
        b->quantity = zt_chart_first_value(b->item);
        b->is_step = zt_chart_is_step(b->quantity);
        double value = zt_chart_value(data, b->quantity);
        b->from = b->is_step ? level : 0;
        b->to = level = b->from + value;
        if (!zt_chart_has_value(b->quantity) && gap == SIZE_MAX)
            gap = i;
        if (!b->is_step && gap != SIZE_MAX)
            hang_on_total(bars, gap, i);
        gap = b->is_step ? gap : SIZE_MAX;
    }
}

/* ---- words ---- */

/* Value and word of a bar, measured; the tallest value and the words set the heights that all
   bars share. */
static void set_words(zt_waterfall_plan *plan, size_t i)
{
    const zt_chart *chart = plan->chart;
    zt_waterfall_bar *b = &plan->bars[i];
    zt_mark_said(chart, i, 0, b->item->highlight ? chart->params->accent : NULL, &b->value,
                 &b->word);
    plan->line = zt_max(plan->line, zt_mark_text_height(&b->value));
    if (b->word.width > 0)
        plan->word = 1.15 * b->word.look.text.size;
}

/* The name, bold for totals and for the highlighted step. */
static zt_words name_of(const zt_waterfall_plan *plan, size_t i, double limit, zt_align align)
{
    const zt_waterfall_bar *b = &plan->bars[i];
    zt_look look = zt_chart_look(plan->chart, "label");
    if (b->item->highlight || !b->is_step)
        look = zt_chart_strong(plan->chart, &look);
    return zt_words_within(plan->chart, b->item->key, &look, b->item->at, limit, align);
}

/* True when every value and every name has room in its slot, names in three lines at most. What
   breaking names reported is taken back when one has not: lying bars break them anew. */
static bool stands(zt_waterfall_plan *plan)
{
    zt_diags *diags = plan->chart->setting->diags;
    size_t mark = zt_diags_mark(diags);
    double size = zt_chart_look(plan->chart, "label").text.size;
    plan->slot = plan->width / (double)plan->count;
    double limit = plan->slot - size / 3;
    bool good = limit >= 2 * size;
    for (size_t i = 0; good && i < plan->count; i++) {
        zt_waterfall_bar *b = &plan->bars[i];
        b->name = name_of(plan, i, limit, ZT_ALIGN_CENTRE);
        good = b->value.width <= limit && b->word.width <= limit && b->name.width <= limit &&
               (!b->name.para || b->name.para->line_count <= LINES_MOST);
        plan->names = zt_max(plan->names, b->name.height);
    }
    if (!good)
        zt_diags_rewind(diags, mark);
    return good;
}

/* One below the other: the name at the left over its bar, the value at the right. */
static void lay(zt_waterfall_plan *plan)
{
    plan->lying = true;
    plan->names = 0;
    for (size_t i = 0; i < plan->count; i++) {
        zt_waterfall_bar *b = &plan->bars[i];
        double used = b->value.width + b->word.width + 2 * ZT_WATERFALL_GAP;
        double room = zt_max(plan->width - used, plan->width / 3);
        b->name = name_of(plan, i, room, ZT_ALIGN_START);
        plan->lead = zt_max(plan->lead, zt_max(b->name.height, plan->line));
    }
    plan->lead += ZT_WATERFALL_GAP / 2;
    plan->slot = plan->lead + BAR + ZT_WATERFALL_GAP;
}

/* Lying bars: a slot each, with thicker bars where there is spare height. Standing ones: a field
   of fixed height with the words over and under the bars. */
static void plan_height(zt_waterfall_plan *plan)
{
    double count = (double)plan->count;
    if (plan->lying) {
        plan->height = count * plan->slot;
        plan->height_max = count * (plan->slot + BAR_MOST - BAR);
        return;
    }
    plan->names += ZT_WATERFALL_GAP;
    plan->height = PLOT + plan->names + 2 * plan->word;
    plan->height_max = PLOT_MOST + plan->names + 2 * plan->word;
}

/* The scale reaches from the lowest to the highest level, zero always within, since bars compare
   by length. */
zt_waterfall_plan *zt_waterfall_plan_new(const zt_chart *chart, double width)
{
    zt_waterfall_plan *plan = ZT_NEW(chart->setting->arena, zt_waterfall_plan);
    *plan = (zt_waterfall_plan){.chart = chart, .width = width, .count = chart->data->item_count};
    plan->bars = ZT_ARRAY(chart->setting->arena, plan->count, zt_waterfall_bar);
    zt_waterfall_levels(chart->data, plan->bars);
    for (size_t i = 0; i < plan->count; i++) {
        plan->low = zt_min(plan->low, zt_min(plan->bars[i].from, plan->bars[i].to));
        plan->high = zt_max(plan->high, zt_max(plan->bars[i].from, plan->bars[i].to));
        set_words(plan, i);
    }
    if (!stands(plan))
        lay(plan);
    plan_height(plan);
    plan->legend = zt_legend(chart, NULL, width);
    plan->notes = zt_note_list_new(chart, width);
    return plan;
}
