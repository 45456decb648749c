/* Box plots: the middle half of each group, its median and its ends, with a dot for each
   observation. */
#include "chart/box_imp.h"

/* Reports no-items, rank-without-values. */
static bool box_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_box_check(data, diags, "box");
}

static zt_chart_plan box_plan(const zt_chart *chart, double width)
{
    return zt_box_plan_chart(chart, width, ZT_BOX_BOXES);
}

const zt_chart_kind zt_chart_kind_box = {
    .name = "box",
    .zh = "箱线图：一个系列是一组，条目是观测值；浅块为中间一半，竖线为中位数，每点一个",
    .en = "Groups of observations, a series each: the middle half as a box, the median, a dot for "
          "each",
    .check = box_check,
    .plan = box_plan,
    .draw = zt_box_draw,
};
