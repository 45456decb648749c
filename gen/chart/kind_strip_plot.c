/* Strip plots: a dot for each observation of a group, and its median. */
#include "chart/box_imp.h"

/* Reports no-items, rank-without-values. */
static bool strip_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_box_check(data, diags, "strip-plot");
}

static zt_chart_plan strip_plan(const zt_chart *chart, double width)
{
    return zt_box_plan_chart(chart, width, ZT_BOX_DOTS);
}

const zt_chart_kind zt_chart_kind_strip_plot = {
    .name = "strip-plot",
    .zh = "点列图：一个系列是一组，每个观测值一点，竖线为中位数",
    .en = "Groups of observations, a series each: a dot for each, and the median",
    .check = strip_check,
    .plan = strip_plan,
    .draw = zt_box_draw,
};
