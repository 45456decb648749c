/* Parts of one sum over time, on each other; the part of the story stands on the base line. */
#include "chart/area_imp.h"

enum { MOST_LAYERS = 4 }; /* more cannot be told apart */

/* Reports no-items, should-be-bars for a single time and for every negative value,
   too-many-series. */
static bool stacked_area_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_area_check_items(data, diags, "stacked-area");
    if (data->series_count > MOST_LAYERS) {
        zt_report(diags, ZT_ERROR, "too-many-series", data->kind_at,
                  "叠了 %zu 层，多于 %d 层就分不清；应合并小项或改用 line",
                  "%zu layers; more than %d cannot be told apart: merge the small ones or use line",
                  data->series_count, MOST_LAYERS);
        good = false;
    }
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values[s];
            if (zt_chart_value(data, q) >= 0)
                continue;
            zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                      "“%.*s”是负数，不能叠成一层；应改用 line 或 column",
                      "“%.*s” is negative and cannot be a layer; use line or column",
                      ZT_ARG(q->text));
            good = false;
        }
    return good;
}

const zt_chart_kind zt_chart_kind_stacked_area = {
    .name = "stacked-area",
    .zh = "堆叠面积图：几部分合成一个数，随时间变化；主角贴着零线，名称和末值在右侧，合计注明推算",
    .en = "Parts of one sum over time, the highlighted one on the base line; names and last values "
          "at the right, the total marked as computed",
    .tells_head = true,
    .ties_notes = true,
    .check = stacked_area_check,
    .plan = zt_area_plan_chart,
    .draw = zt_area_draw,
};
