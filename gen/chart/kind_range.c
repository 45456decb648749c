/* A range for each item from one value to the other, on one axis from zero; neither came first. */
#include "chart/pairs_imp.h"

static bool range_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_moments_check_pairs(data, diags, "range");
}

static zt_chart_plan range_plan(const zt_chart *chart, double width)
{
    return zt_pairs_plan_chart(chart, width, ZT_PAIRS_RANGE);
}

const zt_chart_kind zt_chart_kind_range = {
    .name = "range",
    .zh = "区间图：每项从最低到最高，同轴",
    .en = "A range for each item between two values on one axis",
    .check = range_check,
    .plan = range_plan,
    .draw = zt_pairs_draw,
};
