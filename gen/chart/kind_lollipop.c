/* Lollipops: bars of items that would be a field of ink, as a stalk and a dot on the value. */
#include "chart/bars_imp.h"

/* Reports no-items, too-many-series, rank-without-values: one dot a stalk. */
static bool lollipop_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "lollipop") &&
           zt_chart_check_one_series(data, diags, "lollipop") &&
           zt_chart_check_values(data, diags, "lollipop");
}

/* The plan of bars with another mark. */
static zt_chart_plan lollipop_plan(const zt_chart *chart, double width)
{
    return zt_bars_plan_marks(chart, width, ZT_BARS_NAMES_LEFT, ZT_BARS_LOLLIPOP);
}

const zt_chart_kind zt_chart_kind_lollipop = {
    .name = "lollipop",
    .params = {zt_bars_rows, sizeof(zt_bars_params)},
    .zh = "棒棒糖图：横排细杆，端点落在数值上",
    .en = "Stalks that end in a dot on the value",
    .ties_notes = true,
    .check = lollipop_check,
    .plan = lollipop_plan,
    .draw = zt_bars_draw,
};
