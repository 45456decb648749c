/* Planning stacked columns: a column for each time, its parts one on the other from zero, names and
   last values at the right. A value stands in its segment where it can be read there; where one
   cannot, an axis tells all of them. Levels are in the unit of the data: y waits for the height. */
#include "chart/stack_imp.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double PLOT = ZT_MM(44), PLOT_MOST = ZT_MM(64); /* height of the columns */
static const double THICKNESS = 0.76;                        /* of a slot */
static const double COLUMN_MOST = ZT_MM(14);                 /* thickest column */
static const double PITCH_MOST = 2;     /* from column to column, of the thickest one */
static const double INSET = ZT_MM(0.6); /* between a value and the edge of its segment */
static const double GAP = ZT_MM(1.5);   /* from a column to its sum, from ticks to the plot */
static const double NAMES_SHARE = 0.22; /* of the width, for names at the right */
static const double ENDS_SHARE = 0.4;   /* of the width, at most for all at the right */
static const double INK = 0.85;         /* height of figures with white, of the type size */
enum { TICKS_MOST = 5, LYING_MOST = 8 };

/* Only several wholes, none of which waits for a part of its hundred, and unless they are asked to
   stand only those of times. */
bool zt_stack_stands(const zt_chart *chart, zt_stack_scale scale, bool asked)
{
    const zt_chart_data *data = chart->data;
    if ((!data->time && !asked) || data->series_count < 2 || data->item_count < 2)
        return false;
    for (size_t i = 0; scale == ZT_STACK_HUNDRED && i < data->item_count; i++) {
        double sum = 0;
        for (size_t k = 0; k < data->series_count; k++) {
            const zt_quantity *q = data->items[i].values[k];
            if (q && !zt_chart_has_value(q))
                return false;
            sum += zt_chart_value(data, q);
        }
        if (sum <= 0)
            return false;
    }
    return true;
}

/* Levels from zero outwards in the order of the parts; of hundreds in parts of their whole. */
static void set_levels(zt_stack *s)
{
    zt_stack_upright *u = s->upright;
    for (size_t row = 0; row < s->rows_count; row++) {
        double up = 0, down = 0;
        double whole = s->scale == ZT_STACK_HUNDRED ? zt_stack_whole(s, row) : 1;
        for (size_t i = row * s->parts; i < (row + 1) * s->parts; i++) {
            const zt_stack_cell *c = zt_stack_set_cell(s, row, i - row * s->parts);
            double value = zt_chart_value(s->chart->data, c->quantity) / whole;
            double *level = value < 0 ? &down : &up;
            u->from[i] = *level;
            *level += value;
            u->to[i] = *level;
        }
        u->low = zt_min(u->low, down);
        u->high = zt_max(u->high, up);
        s->has_negative = s->has_negative || down < 0;
    }
    if (s->scale == ZT_STACK_HUNDRED)
        u->high = 1;
}

/* Points of one of the levels' unit at the least height; 0 without any length. */
static double unit_of(const zt_stack *s)
{
    const zt_stack_upright *u = s->upright;
    return u->high > u->low ? (u->plot - u->above) / (u->high - u->low) : 0;
}

/* Columns of equal slots between x `left` and `right`. */
static void lay(zt_stack *s, double left, double right)
{
    zt_stack_upright *u = s->upright;
    double slot = (right - left) / (double)u->slots.count;
    zt_column_slots_lay(&u->slots, left, zt_min(slot, PITCH_MOST * COLUMN_MOST));
    u->column = zt_min(COLUMN_MOST, THICKNESS * u->slots.slot);
}

/* ---- over the columns ---- */

/* Sums over their columns, all or none; a slot where a part is missing. */
static void set_totals(zt_stack *s, bool total)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "value"), label = zt_chart_look(chart, "label");
    bool any = false, fit = true;
    for (size_t row = 0; row < s->rows_count; row++) {
        zt_mark_text *text = &s->rows[row].total;
        zt_str sum = total ? zt_stack_total(s, row) : (zt_str){0};
        *text = zt_mark_text_new(chart, sum, &look, chart->data->kind_at);
        any = any || text->width > 0;
        fit = fit && text->width <= s->upright->slots.slot - INSET;
    }
    for (size_t row = 0; row < s->rows_count && !fit; row++)
        s->rows[row].total = (zt_mark_text){.look = look};
    if (any && fit)
        s->foot = zt_mark_text_new(chart,
                                   zt_str_from(ZT_CHART_IN(chart, "柱顶为合计（推算）",
                                                           "Over the columns, totals (computed)")),
                                   &label, chart->data->kind_at);
    s->foot_height = any && fit ? GAP + zt_mark_text_height(&s->foot) : 0;
}

/* The first part of a column that is to come, as a slot in the place of the sum. */
static void set_missing(zt_stack *s, size_t row)
{
    zt_stack_upright *u = s->upright;
    for (size_t i = row * s->parts; i < (row + 1) * s->parts; i++) {
        const zt_stack_cell *c = &s->cells[i];
        if (!c->quantity || zt_chart_has_value(c->quantity))
            continue;
        u->unsaid[i] = true;
        zt_mark_text text = c->value;
        if (text.width > u->slots.slot - INSET)
            text = zt_mark_text_upright(text);
        if (s->rows[row].total.width <= 0 && text.width <= u->slots.slot)
            s->rows[row].total = text;
    }
}

/* The height of the plot, with the highest of what stands over the columns. */
static void set_above(zt_stack *s, bool total)
{
    zt_stack_upright *u = s->upright;
    u->above = 0;
    set_totals(s, total);
    for (size_t row = 0; row < s->rows_count; row++) {
        set_missing(s, row);
        if (s->rows[row].total.width > 0)
            u->above = zt_max(u->above, GAP / 2 + zt_mark_text_height(&s->rows[row].total));
    }
    u->plot = PLOT + u->above;
    u->plot_most = PLOT_MOST + u->above;
}

/* ---- values ---- */

/* True of the last column where names at its right tell its values. */
static bool is_told(const zt_stack *s, size_t row)
{
    return s->upright->has_ends && row + 1 == s->rows_count;
}

/* Values in their segments, and how many have no room there. */
static size_t set_values(zt_stack *s)
{
    zt_stack_upright *u = s->upright;
    double unit = unit_of(s);
    size_t lost = 0;
    for (size_t i = 0; i < s->rows_count * s->parts; i++) {
        zt_stack_cell *c = &s->cells[i];
        c->rect.w = u->column;
        double high = (unit * fabs(u->to[i] - u->from[i]) - INSET) / INK;
        bool shown = !is_told(s, i / s->parts) && c->quantity &&
                     zt_stack_set_inside(s, c, i % s->parts, u->column - INSET, high);
        if (shown)
            continue;
        c->value.text.len = 0;
        c->below = true;
        if (!is_told(s, i / s->parts) && zt_chart_has_value(c->quantity)) {
            u->unsaid[i] = true;
            lost++;
        }
    }
    return lost;
}

/* Ticks at the left. Those of hundreds are of the whole: 0 to 100%. */
static void set_axis(zt_stack *s, double right)
{
    const zt_chart *chart = s->chart;
    zt_stack_upright *u = s->upright;
    double size = s->scale == ZT_STACK_HUNDRED ? 100 : 1;
    zt_str unit = zt_tick_unit(chart);
    if (s->scale == ZT_STACK_HUNDRED)
        unit = ZT_STR("%");
    u->has_axis = true;
    u->ticks = zt_tick_texts_of(
        chart, zt_ticks_choose(size * u->low, size * u->high, TICKS_MOST, ZT_TICKS_INSIDE), unit);
    lay(s, u->ticks.widest + GAP, right);
}

/* Values as far as they have room; the others by an axis, which is said: values-unprinted. The axis
   takes from the columns' room, so that sums and values are set anew beside it. */
static void tell_values(zt_stack *s, double right, bool total)
{
    zt_diags *diags = s->chart->setting->diags;
    size_t count = s->rows_count * s->parts, lost = set_values(s);
    if (lost == 0)
        return;
    set_axis(s, right);
    for (size_t i = 0; i < count; i++)
        s->cells[i] = *zt_stack_set_cell(s, i / s->parts, i % s->parts);
    for (size_t i = 0; i < count; i++)
        s->cells[i].below = false;
    set_above(s, total);
    lost = set_values(s);
    zt_report(diags, ZT_NOTE, "values-unprinted", s->chart->block->at,
              "%zu 个数值在柱段里排不下，改画刻度；要全印就加宽、减少项数，或另列一表",
              "%zu values have no room in their segments: an axis is drawn; to print all make it "
              "wider, show fewer or add a table",
              lost);
}

/* ---- names of the parts ---- */

/* At the right of the last column, with its values; over the columns where that leaves them too
   little room. Gives the x where the columns' room ends. */
static double name_parts(zt_stack *s)
{
    const zt_chart *chart = s->chart;
    zt_stack_upright *u = s->upright;
    zt_moments moments = zt_moments_of_times(chart->data);
    zt_ends_wish wish = {.column = s->rows_count - 1,
                         .side = ZT_ENDS_RIGHT,
                         .limit = NAMES_SHARE * s->width,
                         .stacked = true};
    if (!s->narrow && moments.turned) {
        u->ends = zt_end_labels_new(chart, &moments, wish);
        u->has_ends = u->ends.width <= ENDS_SHARE * s->width && u->ends.room <= PLOT;
    }
    if (u->has_ends)
        s->lead = s->unit;
    else
        zt_stack_set_legend(s);
    return u->has_ends ? s->width - u->ends.width - ZT_ENDS_CLEAR : s->width;
}

/* Whether the times follow one another at nearly equal distances; a month is not twice another. */
static bool are_even(const zt_chart_data *data)
{
    double least = INFINITY, most = 0;
    for (size_t i = 1; i < data->item_count; i++) {
        double gap = data->time->at[i] - data->time->at[i - 1];
        least = zt_min(least, gap);
        most = zt_max(most, gap);
    }
    return most < 1.5 * least;
}

/* A few bars lie where upright ones would lose values, in narrow places or because times at unequal
   distances leave thin columns. */
bool zt_stack_upright_serves(const zt_chart_plan *planned)
{
    const zt_stack *s = planned->own;
    bool roomy = !s->narrow && are_even(s->chart->data);
    return roomy || s->rows_count > LYING_MOST || !s->upright->has_axis;
}

/* No name is lost. */
bool zt_stack_upright_holds(const zt_chart_plan *planned)
{
    const zt_stack *s = planned->own;
    return zt_column_slots_all_named(&s->upright->slots);
}

/* Slots wait for the names' room, sums for the slots, values for the height that sums leave. */
zt_chart_plan zt_stack_upright_plan(const zt_chart *chart, double width, zt_stack_scale scale,
                                    bool total)
{
    zt_arena *arena = chart->setting->arena;
    zt_stack *s = zt_stack_new(chart, width, scale);
    zt_stack_upright *u = s->upright = ZT_NEW(arena, zt_stack_upright);
    size_t count = s->rows_count * s->parts;
    u->from = ZT_ARRAY(arena, count, double);
    u->to = ZT_ARRAY(arena, count, double);
    u->unsaid = ZT_ARRAY(arena, count, bool);
    zt_column_slots_begin(&u->slots, chart, width);
    set_levels(s);
    s->unit = zt_unit_line(chart, NULL);
    double right = name_parts(s);
    u->slots.whole = right;
    lay(s, 0, right);
    set_above(s, total);
    tell_values(s, right, total);
    zt_column_slots_name(&u->slots, true);
    s->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &s->notes, width);
    double fixed = s->lead + u->slots.height + s->foot_height + s->notes.height;
    return (zt_chart_plan){
        .extent = {fixed + u->plot, fixed + u->plot_most}, .own = s, .unsaid = u->unsaid};
}
