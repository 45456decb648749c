/* Planning columns: slots, what stands over and under each column, an axis where values have no
   room, and where annotations stand. */
#include "chart/column_imp.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double HEIGHT_LEAST = ZT_MM(22);  /* of the plot when the page is full */
static const double HEIGHT_MOST = ZT_MM(48);   /* when there is height to spare */
static const double THICKNESS = 0.68;          /* width of the columns, of the slot */
static const double GROUP = 0.76;              /* the same of several side by side */
static const double SEAM = ZT_MM(0.35);        /* paper between columns side by side */
static const double SEAM_MOST = 0.12;          /* of a column, where columns are narrow */
static const double VALUES_APART = ZT_MM(0.9); /* from value to value side by side */
static const double VALUES_NEAR = ZT_MM(0.5);  /* the least of it, where one series has many */
static const double VALUE_GAP = ZT_MM(1.5);    /* from a column's end to its value */
static const double NARROW = ZT_MM(60);        /* below it thresholds are named in a key */
static const double GUIDES_MOST = 0.17;        /* widest names of thresholds, of the width */
static const double SIDE_GAP = ZT_MM(7); /* from the columns to the annotation at their right */

/* ---- values ---- */

/* Value and word over a column, and the room they ask beyond its end. */
static void set_value(zt_column_plan *plan, size_t index)
{
    const zt_chart *chart = plan->chart;
    zt_column *c = &plan->columns[index];
    const zt_ink *ink = zt_series_ink(chart, c->item, index % plan->series);
    zt_mark_said(chart, index / plan->series, index % plan->series,
                 ink == chart->params->accent ? ink : NULL, &c->value, &c->word);
    if (plan->series > 1)
        c->value = zt_mark_text_upright(c->value);
    c->beyond = plan->reach + plan->value_gap / 2 + zt_mark_text_height(&c->value);
    if (c->word.width > 0)
        c->beyond += 1.15 * c->word.look.text.size;
}

/* The widest that stands over one column. */
static double widest_value(const zt_column_plan *plan)
{
    double widest = 0;
    for (size_t i = 0; i < plan->items * plan->series; i++)
        widest = zt_max(widest, zt_max(plan->columns[i].value.width, plan->columns[i].word.width));
    return widest;
}

/* Values a little too wide for their slots are set smaller, down to the floor of their style. */
static void shrink_values(zt_column_plan *plan, double room)
{
    zt_look look = zt_chart_look(plan->chart, "value");
    double size = look.text.size, widest = widest_value(plan);
    double wanted = widest > 0 ? size * room / widest : size;
    if (wanted < look.style->size_min)
        return;
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        zt_mark_text *value = &plan->columns[i].value;
        zt_mark_text_resize(value, value->look.text.size * wanted / size);
    }
}

/* One column for each item in each series, with its length in the unit of the data. */
static void plan_columns(zt_column_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    plan->columns = ZT_ARRAY(plan->chart->setting->arena, plan->items * plan->series, zt_column);
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        zt_column *c = &plan->columns[i];
        c->item = &data->items[i / plan->series];
        c->quantity = c->item->values[i % plan->series];
        c->length = zt_chart_value(data, c->quantity);
        set_value(plan, i);
    }
}

/* Lengths begin at zero; with broken="yes" at the round value below the least, and it is shown. */
static void plan_break(zt_column_plan *plan)
{
    plan->cut = zt_mark_cut(plan->chart->data);
    for (size_t i = 0; i < plan->items * plan->series; i++)
        if (zt_chart_has_value(plan->columns[i].quantity))
            plan->columns[i].length -= plan->cut;
}

/* ---- slots ---- */

/* Columns in the room from x `left` on; at most column-max wide, and two and a half of it apart. */
static void plan_slots(zt_column_plan *plan, double left, double room)
{
    const zt_column_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    double share = plan->series > 1 ? GROUP : THICKNESS;
    double most = zt_chart_points(chart, p->column_max), series = (double)plan->series;
    double widest = (plan->side ? 1 / share : 2.5) * series * most;
    zt_column_slots_lay(&plan->slots, left, zt_min(room / (double)plan->slots.count, widest));
    double each = share * plan->slots.slot / series;
    plan->seam = series > 1 ? zt_min(SEAM, SEAM_MOST * each) : 0;
    plan->column_width = zt_min(most, each - plan->seam * (series - 1) / series);
    for (size_t i = 0; i < plan->items * plan->series; i++)
        plan->columns[i].middle =
            zt_column_x(plan, i / plan->series, i % plan->series) + plan->column_width / 2;
}

/* Half of the width that value and word take over their column. */
static double half_of_words(const zt_column *c)
{
    return zt_max(c->value.width, c->word.width) / 2;
}

/* Whether the column `other` would stand in the way of a value over column `c`: it goes further to
   the same side of zero. */
static bool is_in_the_way(const zt_column *other, const zt_column *c)
{
    return c->length < 0 ? other->length < c->length : other->length > zt_max(0, c->length);
}

/* The width that is left of the names of thresholds at the right. */
static double columns_room(const zt_column_plan *plan)
{
    double column = plan->guides.column;
    return plan->width - (column > 0 ? column + ZT_GUIDE_COLUMN_GAP : 0);
}

/* The span in which the words of a column may lie: between the nearest higher columns at its left
   and right, and within the chart. */
static void free_span(const zt_column_plan *plan, size_t index, double *low, double *high)
{
    const zt_column *c = &plan->columns[index];
    *low = 0;
    *high = columns_room(plan);
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        double x = zt_column_x(plan, i / plan->series, i % plan->series);
        if (i == index || !is_in_the_way(&plan->columns[i], c))
            continue;
        if (i < index)
            *low = zt_max(*low, x + plan->column_width);
        else
            *high = zt_min(*high, x);
    }
}

/* Values of columns side by side are moved apart where they would meet, each within its free span;
   false when there is no such place for all of them. */
static bool move_apart(zt_column_plan *plan)
{
    size_t count = plan->items * plan->series;
    double *latest = ZT_ARRAY(plan->chart->setting->arena, count, double);
    double next = INFINITY, end = -INFINITY, sum = 0, low, high;
    for (size_t i = 0; i < count; i++)
        sum += 2 * half_of_words(&plan->columns[i]);
    if (sum > columns_room(plan))
        return false;
    for (size_t i = count; i-- > 0;) {
        double half = half_of_words(&plan->columns[i]);
        free_span(plan, i, &low, &high);
        latest[i] = zt_min(high, next) - half;
        if (half > 0)
            next = latest[i] - half - VALUES_APART;
    }
    for (size_t i = 0; i < count; i++) {
        zt_column *c = &plan->columns[i];
        double half = half_of_words(c), x = zt_column_x(plan, i / plan->series, i % plan->series);
        free_span(plan, i, &low, &high);
        double earliest = zt_max(low, end) + half;
        if (half > 0 && earliest > latest[i] + 1e-6)
            return false;
        c->middle = zt_max(earliest, zt_min(x + plan->column_width / 2, latest[i]));
        if (half > 0)
            end = c->middle + half + VALUES_APART;
    }
    return true;
}

/* The room of a value of a single series, of `apart` points between two. */
static double room_in_slot(const zt_column_plan *plan, double apart)
{
    return plan->slots.slot - apart;
}

/* Whether all values have room over their columns; those of several series are moved for it. */
static bool values_fit(zt_column_plan *plan)
{
    if (plan->series > 1)
        return move_apart(plan);
    return widest_value(plan) <= room_in_slot(plan, VALUES_NEAR) + 0.01;
}

/* One series: values are set smaller until they stand well apart, and stand nearer only where the
   least size leaves no more. */
static bool fit_single(zt_column_plan *plan)
{
    zt_look look = zt_chart_look(plan->chart, "value");
    double widest = widest_value(plan), least = widest * look.style->size_min / look.text.size;
    double room = room_in_slot(plan, VALUES_APART);
    if (widest <= room)
        return true;
    if (least > room_in_slot(plan, VALUES_NEAR) + 0.01)
        return false;
    shrink_values(plan, zt_max(room, least));
    return true;
}

/* Annotations take the right half when few columns need no more than the left one. */
static void plan_side(zt_column_plan *plan)
{
    const zt_chart *chart = plan->chart;
    if (zt_ties_rest(chart, &plan->ties, plan->width).count == 0 || plan->guides.count > 0)
        return;
    double half = plan->width / 2, gutter = SIDE_GAP;
    plan->side = true;
    plan_slots(plan, 0, half - gutter);
    plan->notes_x = half;
    if (plan->items * plan->series <= 6 && values_fit(plan))
        plan->notes = zt_ties_rest(chart, &plan->ties, plan->width - plan->notes_x);
    else
        plan->side = false;
    double words = zt_chart_look(chart, "annotation").text.size;
    plan->side = plan->side && plan->width - plan->notes_x >= 10 * words;
}

/* Ticks instead of values over the columns. The unit is printed at each tick where it is per cent
   or the scales of the values are mixed. */
static void plan_axis(zt_column_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double low = 0, high = 0;
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        low = zt_min(low, plan->columns[i].length);
        high = zt_max(high, plan->columns[i].length);
    }
    low += plan->cut;
    high += plan->cut;
    zt_guides_reach(&plan->guides, &low, &high);
    plan->has_axis = true;
    bool per_cent = zt_unit_is_per_cent(chart->data) &&
                    !zt_chart_unit_is_told(chart->setting->arena, chart->data);
    plan->ticks =
        zt_tick_texts_of(chart, zt_ticks_choose(low, high, 5, ZT_TICKS_INSIDE),
                         per_cent || chart->data->mixed_scales ? chart->data->unit : (zt_str){0});
    double left = plan->ticks.widest + plan->value_gap;
    plan_slots(plan, left, columns_room(plan) - left);
}

/* Words of standing are left to the note, so that the values have room. */
static void drop_words(zt_column_plan *plan)
{
    size_t count = plan->items * plan->series;
    bool *unsaid = ZT_ARRAY(plan->chart->setting->arena, count, bool);
    for (size_t i = 0; i < count; i++) {
        zt_column *c = &plan->columns[i];
        if (c->word.width <= 0)
            continue;
        unsaid[i] = true;
        c->word = (zt_mark_text){.look = c->word.look};
        c->beyond = plan->reach + plan->value_gap / 2 + zt_mark_text_height(&c->value);
    }
    plan->unsaid = unsaid;
}

/* An axis that tells all values was asked for: label= names those that are printed as well. */
static bool asks_for_axis(const zt_column_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    for (size_t i = 0; data->wanted && i < plan->items * plan->series; i++)
        if (zt_chart_has_value(plan->columns[i].quantity) && !data->wanted[i])
            return true;
    return false;
}

/* Finds room for all values: as they are, else smaller, else without the words of their standing.
   False, with all as they were, when there is none. */
static bool fit_values(zt_column_plan *plan)
{
    zt_look look = zt_chart_look(plan->chart, "value");
    if (plan->series == 1)
        return fit_single(plan);
    if (values_fit(plan))
        return true;
    shrink_values(plan, widest_value(plan) * look.style->size_min / look.text.size);
    if (values_fit(plan))
        return true;
    drop_words(plan);
    if (values_fit(plan))
        return true;
    plan->unsaid = NULL;
    for (size_t i = 0; i < plan->items * plan->series; i++)
        set_value(plan, i);
    return false;
}

/* ---- values beside an axis ---- */

/* The middle of the value over its column, moved in by half the column at most where it would leave
   the plot; NAN where that does not do. */
static double middle_within(const zt_column_plan *plan, size_t index, double half)
{
    double own =
        zt_column_x(plan, index / plan->series, index % plan->series) + plan->column_width / 2;
    double low = zt_max(half - plan->value_gap / 2, plan->slots.left - plan->value_gap + half);
    double high = columns_room(plan) + plan->value_gap / 2 - half;
    double middle = zt_max(low, zt_min(high, own));
    return low <= high && fabs(middle - own) <= plan->column_width / 2 ? middle : NAN;
}

/* The value would stand over its own column and over no higher one beside it; its middle is set
   then. */
static bool stands_free(const zt_column_plan *plan, size_t index, const bool *keep)
{
    zt_column *c = &plan->columns[index];
    double half = half_of_words(c) + plan->value_gap / 2, middle = middle_within(plan, index, half);
    if (isnan(middle))
        return false;
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        const zt_column *other = &plan->columns[i];
        double x = zt_column_x(plan, i / plan->series, i % plan->series);
        double low = x, high = x + plan->column_width;
        if (keep[i]) {
            low = zt_min(low, other->middle - half_of_words(other));
            high = zt_max(high, other->middle + half_of_words(other));
        }
        bool meets = low < middle + half && high > middle - half;
        bool same_side = (other->length < 0) == (c->length < 0);
        if (i != index && meets &&
            (keep[i] || (same_side && fabs(other->length) > fabs(c->length))))
            return false;
    }
    c->middle = middle;
    return true;
}

/* As large as its style has it; a highlighted one else as small as the style allows. */
static bool stands_small(const zt_column_plan *plan, size_t index, const bool *keep)
{
    zt_column *c = &plan->columns[index], before = *c;
    double size = c->value.look.text.size, least = c->value.look.style->size_min;
    if (stands_free(plan, index, keep))
        return true;
    if (least >= size || c->value.text.len == 0 || !c->item->highlight)
        return false;
    zt_mark_text_resize(&c->value, least);
    c->beyond -= size - least;
    if (stands_free(plan, index, keep))
        return true;
    *c = before;
    return false;
}

/* Over the higher columns that a highlighted value reaches across, tied to its own by a line; not
   where other words stand there. */
static bool stands_high(const zt_column_plan *plan, size_t index, const bool *keep)
{
    zt_column *c = &plan->columns[index];
    double half = half_of_words(c) + plan->value_gap / 2, middle = middle_within(plan, index, half);
    double over = c->length;
    if (isnan(middle) || !c->item->highlight || c->length <= 0 || c->value.text.len == 0)
        return false;
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        const zt_column *other = &plan->columns[i];
        double x = zt_column_x(plan, i / plan->series, i % plan->series);
        double words = keep[i] ? half_of_words(other) : 0;
        bool meets = x < middle + half && x + plan->column_width > middle - half;
        if (keep[i] && fabs(other->middle - middle) < half + words)
            return false;
        if (i != index && meets && other->length > over)
            over = other->length;
    }
    c->middle = middle;
    c->over = over > c->length ? over : 0;
    return true;
}

/* The highest (sign 1) or the lowest (-1), the first of equal ones; a missing value is neither. */
static size_t extreme(const zt_column_plan *plan, int sign)
{
    const zt_column *best = NULL;
    for (size_t i = 0; i < plan->items * plan->series; i++) {
        const zt_column *c = &plan->columns[i];
        if (zt_chart_has_value(c->quantity) && (!best || sign * c->length > sign * best->length))
            best = c;
    }
    return best ? (size_t)(best - plan->columns) : 0;
}

/* True for a value that is still to come, which has a slot; not for an item outside of the
   series. */
static bool is_missing(const zt_column *c)
{
    return c->quantity && !zt_chart_has_value(c->quantity);
}

/* The gap of a missing value is marked where its slot is no wider than its room, set smaller down
   to the floor of its style if need be. */
static bool keeps_slot(const zt_column_plan *plan, zt_column *c)
{
    double room = plan->series > 1 ? plan->column_width : plan->slots.slot;
    if (!is_missing(c) || c->value.width <= room)
        return is_missing(c);
    double size = c->value.look.text.size, smaller = size * room / c->value.width;
    if (smaller < c->value.look.style->size_min)
        return false;
    zt_mark_text_resize(&c->value, smaller);
    c->beyond = plan->reach + plan->value_gap / 2 + zt_mark_text_height(&c->value);
    return true;
}

/* The axis tells all values; those that matter most are printed too, as far as they stand free: the
   highlighted ones, the highest, the last, the first and the lowest. The rest is told in a note. */
static void thin_values(zt_column_plan *plan)
{
    const zt_chart *chart = plan->chart;
    size_t count = plan->items * plan->series, kept = 0, order = 0, lost = 0;
    const bool *wanted = chart->data->wanted;
    size_t *first = ZT_ARRAY(chart->setting->arena, 2 * count + 4, size_t);
    bool *keep = ZT_ARRAY(chart->setting->arena, count, bool);
    bool *unsaid = ZT_ARRAY(chart->setting->arena, count, bool);
    plan->unsaid = unsaid;
    for (size_t i = 0; i < count; i++)
        keep[i] = keeps_slot(plan, &plan->columns[i]);
    for (size_t i = 0; i < count; i++)
        if (wanted ? wanted[i] : plan->columns[i].item->highlight)
            first[order++] = i;
    if (!wanted) {
        first[order++] = extreme(plan, 1);
        first[order++] = count - 1;
        first[order++] = 0;
        first[order++] = extreme(plan, -1);
    }
    for (size_t i = 0; i < order; i++)
        if (!keep[first[i]] && plan->columns[first[i]].quantity &&
            (stands_small(plan, first[i], keep) || stands_high(plan, first[i], keep)))
            keep[first[i]] = true;
    for (size_t i = 0; i < count; i++) {
        zt_column *c = &plan->columns[i];
        kept += keep[i] && !is_missing(c);
        unsaid[i] = !keep[i];
        if (keep[i])
            continue;
        c->value.text.len = c->word.text.len = 0;
        c->value.slot = c->value.upright = false;
        c->beyond = 0;
    }
    plan->unit_lost = kept == 0 && chart->data->unit.len > 0 && zt_unit_line(chart, NULL) <= 0 &&
                      !zt_unit_is_per_cent(chart->data) && !chart->data->mixed_scales &&
                      !zt_chart_unit_is_told(chart->setting->arena, chart->data);
    for (size_t i = 0; i < order; i++)
        lost += wanted && wanted[first[i]] && !keep[first[i]];
    if (wanted && lost == 0)
        zt_report(chart->setting->diags, ZT_NOTE, "values-unprinted", chart->block->at,
                  "照 label= 印了 %zu 个数值，其余由刻度说明",
                  "%zu values are printed as label= asks, the axis tells the others", kept);
    else
        zt_report(
            chart->setting->diags, ZT_NOTE, "values-unprinted", chart->block->at,
            "%zu 个数值在柱上排不下，改画刻度，只印其中 %zu 个；要全印就加宽、减少项数或换 bar",
            "%zu values have no room over their columns: an axis is drawn and %zu of them "
            "are printed; to print all make it wider, show fewer or use bar",
            wanted ? order : count, kept);
}

/* Once x is final: spans, brackets and the key of thresholds stand over the plot. */
static void plan_guides(zt_column_plan *plan)
{
    double *xs = ZT_ARRAY(plan->chart->setting->arena, plan->items, double);
    for (size_t i = 0; i < plan->items; i++)
        xs[i] = zt_column_slots_middle(&plan->slots, i);
    zt_guide_axis axis = {plan->slots.left, plan->slots.left + plan->slots.width, xs, false};
    zt_guides_plan(&plan->guides, &axis);
}

/* The height of the plot: as set, less when the page is full, never less than two and a half
   times the words over a column; notes at the right and annotations in the plot add to it. */
static void plan_height(zt_column_plan *plan)
{
    const zt_column_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    double least = HEIGHT_LEAST, words = 0;
    double natural = zt_max(least, zt_chart_points(chart, p->height));
    for (size_t i = 0; i < plan->items * plan->series; i++)
        words = zt_max(words, plan->columns[i].beyond);
    natural = least + (natural - least) * zt_setting_squeeze(chart->setting);
    plan->ties_height = zt_ties_height(plan->chart, &plan->ties);
    double over = plan->ties_height + zt_guides_height(&plan->guides);
    plan->height = zt_max(zt_max(natural, 2.5 * words), plan->guides.column_height) + over;
    if (plan->side)
        plan->height =
            zt_max(plan->height, plan->notes.height - plan->slots.height - plan->legend_height);
    plan->height_max = zt_max(plan->height, HEIGHT_MOST + over);
}

/* ---- all of it ---- */

/* Annotations that have no room at their columns are numbered and stand under the plot. */
static void plan_ties(zt_column_plan *plan)
{
    size_t numbered;
    zt_column_place place = zt_column_place_at(plan, plan->height, &numbered);
    zt_ties_promise(&plan->ties, &place.ties);
    if (numbered > 0 && !plan->side)
        plan->notes = zt_ties_rest(plan->chart, &plan->ties, plan->width);
    else if (numbered > 0)
        plan->notes = zt_ties_rest(plan->chart, &plan->ties, plan->width - plan->notes_x);
}

/* The names of thresholds at the right take `names` points at most; 0: they stand in a key. */
static zt_column_plan *plan_with(const zt_chart *chart, double width, double names)
{
    zt_column_plan *plan = ZT_NEW(chart->setting->arena, zt_column_plan);
    plan->chart = chart;
    plan->width = width;
    plan->items = chart->data->item_count;
    plan->series = chart->data->series_count;
    plan->value_gap = VALUE_GAP;
    plan->reach = zt_mark_reach(
        chart->setting, zt_chart_points(chart, ((const zt_column_params *)chart->own)->column_max));
    zt_column_slots_begin(&plan->slots, chart, width);
    plan_columns(plan);
    plan_break(plan);
    plan->ties = zt_ties_new(chart);
    plan->guides = zt_guides_new(chart, names, width);
    plan_side(plan);
    if (!plan->side) {
        plan_slots(plan, 0, columns_room(plan));
        plan->notes = zt_ties_rest(chart, &plan->ties, width);
        if (asks_for_axis(plan) || !fit_values(plan)) {
            plan_axis(plan);
            thin_values(plan);
        }
    }
    zt_column_slots_name(&plan->slots, plan->series > 1);
    plan_guides(plan);
    plan->legend_height =
        zt_legend(chart, NULL, plan->side ? plan->notes_x - plan->value_gap : width);
    if (plan->unit_lost) {
        zt_look tick = zt_chart_look(chart, "tick");
        zt_str words = zt_chart_unit_words(chart->setting->arena, chart->data);
        plan->unit = zt_mark_text_new(chart, words, &tick, chart->data->kind_at);
        plan->unit_y = plan->legend_height + 0.55 * tick.text.size;
        plan->legend_height += 1.5 * tick.text.size;
    }
    plan_height(plan);
    if (plan->ties.count > 0)
        plan_ties(plan);
    return plan;
}

/* Names of thresholds go into a key where those of columns have room only so. What a try that is
   not taken reported is taken back. */
zt_column_plan *zt_column_plan_new(const zt_chart *chart, double width)
{
    double right = width < NARROW ? 0 : GUIDES_MOST * width;
    size_t mark = zt_diags_mark(chart->setting->diags);
    zt_column_plan *plan = plan_with(chart, width, right);
    if (plan->guides.column <= 0 || zt_column_slots_all_named(&plan->slots))
        return plan;
    zt_diags_rewind(chart->setting->diags, mark);
    plan = plan_with(chart, width, 0);
    if (zt_column_slots_all_named(&plan->slots))
        return plan;
    zt_diags_rewind(chart->setting->diags, mark);
    return plan_with(chart, width, right);
}
