/* Points by two values, the area of whose circles is a third one. */
#include "chart/scatter_imp.h"

static zt_chart_plan bubble_plan(const zt_chart *chart, double width)
{
    return zt_scatter_plan_chart(chart, width, true);
}

/* An area is never below zero. Reports no-items, axes-needed, should-be-bars. */
static bool bubble_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_scatter_check(data, diags, "bubble", 3);
    for (size_t i = 0; good && i < data->item_count; i++) {
        const zt_quantity *q = data->items[i].values[ZT_SCATTER_AREA];
        if (zt_chart_value(data, q) >= 0)
            continue;
        zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                  "“%.*s”是负数，没有面积；第三个系列应为正数，或改用 scatter",
                  "“%.*s” is negative and has no area; the third series takes positive numbers, "
                  "or use scatter",
                  ZT_ARG(q->text));
        good = false;
    }
    return good;
}

const zt_chart_kind zt_chart_kind_bubble = {
    .name = "bubble",
    .zh = "气泡图：横、纵之外，第三个系列为圆面积，与数值成正比；图下有面积图例",
    .en = "A scatter whose third series is the area of the circles, in proportion, with a key "
          "below",
    .check = bubble_check,
    .plan = bubble_plan,
    .draw = zt_scatter_draw,
};
