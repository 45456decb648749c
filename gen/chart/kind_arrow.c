/* An arrow for each item from its first value to its second, on one axis from zero. */
#include "chart/pairs_imp.h"

static bool arrow_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_moments_check_pairs(data, diags, "arrow");
}

static zt_chart_plan arrow_plan(const zt_chart *chart, double width)
{
    return zt_pairs_plan_chart(chart, width, ZT_PAIRS_ARROW);
}

const zt_chart_kind zt_chart_kind_arrow = {
    .name = "arrow",
    .zh = "变化箭头：每项从前值指向后值，同轴",
    .en = "An arrow for each item from its first value to its second",
    .check = arrow_check,
    .plan = arrow_plan,
    .draw = zt_pairs_draw,
};
