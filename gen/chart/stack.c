/* Stacked bars, standing or lying, and what is refused of them. */
#include "chart/stack_imp.h"

#include "chart/whole.h"

/* Sums are printed only of amounts on a shared scale: shares have none to tell. */
static bool has_sums(const zt_chart_data *data, zt_stack_scale scale, bool total)
{
    return total && scale == ZT_STACK_SHARED && !zt_unit_is_per_cent(data);
}

/* Wholes at several times stand side by side, where time runs to the right; all others lie. */
zt_chart_plan zt_stack_plan(const zt_chart *chart, double width, zt_stack_scale scale, bool total,
                            zt_chart_direction direction)
{
    bool sums = has_sums(chart->data, scale, total), asked = direction == ZT_BARS_UPRIGHT;
    zt_diags *diags = chart->setting->diags;
    size_t mark = zt_diags_mark(diags);
    if (direction != ZT_BARS_LYING && zt_stack_stands(chart, scale, asked)) {
        zt_chart_plan made = zt_stack_upright_plan(chart, width, scale, sums);
        if (asked ? zt_stack_upright_holds(&made) : zt_stack_upright_serves(&made))
            return made;
        zt_diags_rewind(diags, mark);
    }
    if (asked)
        zt_chart_report_direction(chart, width);
    return zt_stack_lying_plan(chart, width, scale, sums);
}

/* Draws what zt_stack_plan() made. */
void zt_stack_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_stack *s = planned->own;
    if (s->upright)
        zt_stack_upright_draw(s, height, into);
    else
        zt_stack_lying_draw(planned, height, into);
}

/* ---- is it a chart of parts? ---- */

/* The parts of one bar make a whole: judged as the items of one series are, on data turned for
   it in a scratch arena, which is dropped again. Reports share-over-100 and nothing-to-part at
   the item. */
static bool check_hundred(const zt_chart_data *data, zt_diags *diags, size_t row)
{
    zt_chart_data one = *data;
    if (zt_stack_is_one_bar(data))
        return zt_whole_check(data, diags, zt_str_is(data->unit, "%"));
    zt_arena *scratch = zt_diags_scratch(diags);
    one.items = ZT_ARRAY(scratch, data->series_count, zt_chart_item);
    one.item_count = data->series_count;
    one.series_count = 1;
    one.kind_at = data->items[row].at;
    for (size_t i = 0; i < data->series_count; i++)
        one.items[i].values = &data->items[row].values[i];
    bool good = zt_whole_check(&one, diags, zt_str_is(data->unit, "%"));
    zt_arena_drop(scratch);
    return good;
}

/* Reports should-be-bars at the first negative part: a hundred has none. */
static bool check_negative(const zt_chart_data *data, zt_diags *diags, size_t row)
{
    for (size_t i = 0; i < data->series_count; i++) {
        const zt_quantity *q = data->items[row].values[i];
        if (zt_chart_value(data, q) >= 0)
            continue;
        zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                  "“%.*s”是负数，不能是百分之百的一份；应改用 bar",
                  "“%.*s” is negative and cannot be a part of a hundred; use bar", ZT_ARG(q->text));
        return false;
    }
    return true;
}

/* Reports too-many-slices, or of several bars too-many-series, when there are more parts than
   fills. */
static bool check_parts(const zt_chart_data *data, zt_diags *diags)
{
    size_t parts = zt_stack_is_one_bar(data) ? data->item_count : data->series_count;
    if (parts <= ZT_FILLS_MOST)
        return true;
    zt_report(diags, ZT_ERROR, zt_stack_is_one_bar(data) ? "too-many-slices" : "too-many-series",
              data->kind_at, "一条分成 %zu 段，多于 %d 段就分不清；应合并小项，或改用 bar",
              "a bar of %zu parts; more than %d cannot be told apart: merge the small ones, or use "
              "bar",
              parts, ZT_FILLS_MOST);
    return false;
}

/* Of a single bar the items are the parts, so that its whole is judged once and not for every
   item. */
bool zt_stack_check(const zt_chart_data *data, zt_diags *diags, const char *kind,
                    zt_stack_scale scale)
{
    bool good = zt_chart_check_items(data, diags, kind) &&
                zt_chart_check_values(data, diags, kind) && check_parts(data, diags);
    for (size_t row = 0; good && scale == ZT_STACK_HUNDRED && row < data->item_count; row++)
        good = check_negative(data, diags, row) &&
               ((zt_stack_is_one_bar(data) && row > 0) || check_hundred(data, diags, row));
    return good;
}
