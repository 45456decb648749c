/* One quantity over time as an area from the zero line; several stand on each other in a stacked
   area. */
#include "chart/area_imp.h"

/* Reports too-many-series: areas over one another hide each other; no-items and should-be-bars
   as for all areas. */
static bool area_check(const zt_chart_data *data, zt_diags *diags)
{
    if (!zt_area_check_items(data, diags, "area"))
        return false;
    if (data->series_count == 1)
        return true;
    zt_report(diags, ZT_ERROR, "too-many-series", data->kind_at,
              "%zu 个面积会互相遮住；几部分合成一个数时改用 stacked-area，否则用 line",
              "%zu areas would hide each other; use stacked-area for parts of one sum, else line",
              data->series_count);
    return false;
}

const zt_chart_kind zt_chart_kind_area = {
    .name = "area",
    .zh =
        "面积图：一个量随时间的变化，从零线起；末点在右侧标数值，缺值断开，估计画斜线，预测画虚线",
    .en = "One quantity over time as an area from zero, its last value at the right; a gap where "
          "one is missing",
    .tells_head = true,
    .ties_notes = true,
    .check = area_check,
    .plan = zt_area_plan_chart,
    .draw = zt_area_draw,
};
