/* Points by two values: the first series runs across, the second up. */
#include "chart/scatter_imp.h"

static zt_chart_plan scatter_plan(const zt_chart *chart, double width)
{
    return zt_scatter_plan_chart(chart, width, false);
}

/* Two series, across and up. Reports no-items, axes-needed. */
static bool scatter_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_scatter_check(data, diags, "scatter", 2);
}

const zt_chart_kind zt_chart_kind_scatter = {
    .name = "scatter",
    .zh = "散点图：第一个系列为横轴，第二个为纵轴；轴名即系列名，点名在旁，放不下的列在图下",
    .en = "Points by two series, across and up, whose heads name the axes; names beside their "
          "points, those without room below",
    .check = scatter_check,
    .plan = scatter_plan,
    .draw = zt_scatter_draw,
};
