/* Horizontal bars in data order, without place numbers; the bars of several series side by side
   under one name. */
#include "chart/bars_imp.h"

/* Names stand left of the bars. */
static zt_chart_plan bar_plan(const zt_chart *chart, double width)
{
    return zt_bars_plan_chart(chart, width, ZT_BARS_NAMES_LEFT);
}

/* Needs items, and a value for at least one of them. */
static bool bar_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "bar") && zt_chart_check_values(data, diags, "bar") &&
           zt_series_check(data, diags);
}

const zt_chart_kind zt_chart_kind_bar = {
    .name = "bar",
    .spans = {6, 4, 12},
    .params = {zt_bars_rows, sizeof(zt_bars_params)},
    .zh = "条形图：照稿件顺序，不排名次；几个系列时每项一组",
    .en = "Bars in the order of the document, without places; one group an item where there are "
          "several series",
    .ties_notes = true,
    .check = bar_check,
    .plan = bar_plan,
    .draw = zt_bars_draw,
};
