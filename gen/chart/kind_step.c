/* Steps: a value that holds until it is changed, such as a price, a rate or a limit, over true
   time. All but the way from value to value is that of a line chart. */
#include "chart/line_imp.h"

static bool step_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_line_check(data, diags, "step");
}

static zt_chart_plan step_plan(const zt_chart *chart, double width)
{
    return zt_line_plan_chart(chart, width, ZT_LINE_STEPS);
}

const zt_chart_kind zt_chart_kind_step = {
    .name = "step",
    .params = {zt_line_rows, sizeof(zt_line_params)},
    .zh = "阶梯图：一个值保持到下一次变动，如价格、利率、限额；线端直接标注",
    .en =
        "A value that holds until it is changed, such as a price or a rate; labelled at the end of "
        "its line",
    .ties_notes = true,
    .check = step_check,
    .plan = step_plan,
    .draw = zt_line_draw,
};
