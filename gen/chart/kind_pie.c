/* A whole circle of two or three parts, for a half, a third, a quarter, which a reader knows by
   their angle. */
#include "chart/donut_imp.h"

enum { MOST = 3, MOST_OF_RING = 5 };

/* Without a hole. */
static zt_chart_plan pie_plan(const zt_chart *chart, double width)
{
    return zt_donut_plan_chart(chart, width, true);
}

/* Reports too-many-slices, and which form takes that many. */
static bool check_count(const zt_chart_data *data, zt_diags *diags)
{
    const char *other = data->item_count <= MOST_OF_RING ? "donut" : "bar";
    if (data->item_count <= MOST)
        return true;
    zt_report(diags, ZT_ERROR, "too-many-slices", data->kind_at,
              "饼图有 %zu 份，最多 %d 份才看得清；应改用 %s，或合并为“其他”",
              "a pie of %zu parts; at most %d can be told apart: use %s, or merge some",
              data->item_count, MOST, other);
    return false;
}

/* As a ring, but for the number of parts. */
static bool pie_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_donut_check(data, diags, "pie", check_count);
}

const zt_chart_kind zt_chart_kind_pie = {
    .name = "pie",
    .spans = {3, 3, 5},
    .params = {zt_donut_rows, sizeof(zt_donut_params)},
    .zh = "饼图：两三份的整体，各份用引线标注；更多的用 donut 或 bar",
    .en = "A whole of two or three parts, each labelled by a leader; donut or bar for more",
    .panel_mm = 40,
    .check = pie_check,
    .plan = pie_plan,
    .draw = zt_donut_draw,
};
