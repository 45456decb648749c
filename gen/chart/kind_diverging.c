/* Bars left and right of zero, each name on the side where its bar is not. */
#include "chart/bars_imp.h"

/* Each name stands on the side of zero where its bar is not. */
static zt_chart_plan diverging_plan(const zt_chart *chart, double width)
{
    return zt_bars_plan_chart(chart, width, ZT_BARS_NAMES_OPPOSITE);
}

/* One series, with values. */
static bool diverging_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "diverging") &&
           zt_chart_check_one_series(data, diags, "diverging") &&
           zt_chart_check_values(data, diags, "diverging");
}

const zt_chart_kind zt_chart_kind_diverging = {
    .name = "diverging",
    .spans = {6, 4, 12},
    .params = {zt_bars_rows, sizeof(zt_bars_params)},
    .zh = "正负条图：零线左右，名称在条的对侧",
    .en = "Bars to both sides of zero, each name opposite its bar",
    .ties_notes = true,
    .check = diverging_check,
    .plan = diverging_plan,
    .draw = zt_bars_draw,
};
