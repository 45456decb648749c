/* Bars left and right of zero, each name on the side where its bar is not. */
#include "chart/bars_imp.h"

static zt_extent diverging_measure(const zt_chart *chart, double width)
{
    return zt_bars_measure(chart, width, ZT_BARS_NAMES_OPPOSITE);
}

static void diverging_draw(const zt_chart *chart, double width, double height, zt_group *into)
{
    zt_bars_draw(chart, (zt_rect){0, 0, width, height}, ZT_BARS_NAMES_OPPOSITE, into);
}

static bool diverging_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "diverging") &&
           zt_chart_check_one_series(data, diags, "diverging") &&
           zt_chart_check_values(data, diags, "diverging");
}

const zt_chart_kind zt_chart_kind_diverging = {
    .name = "diverging",
    .params = {zt_bars_rows, sizeof(zt_bars_params)},
    .zh = "正负条图：零线左右，名称在条的对侧",
    .en = "Bars to both sides of zero, each name opposite its bar",
    .check = diverging_check,
    .measure = diverging_measure,
    .draw = diverging_draw,
};
