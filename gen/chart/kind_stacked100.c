/* Shares of several wholes: a bar of a hundred for each, its parts in one order. */
#include "chart/stack.h"

typedef struct stacked100_params {
    zt_chart_direction direction;
} stacked100_params;

static const zt_param rows[] = {
    {"direction", ZT_PARAM(stacked100_params, direction, WORD), ZT_CHART_DIRECTIONS, "auto",
     "upright 竖柱，lying 横条，auto 由数据和宽度定",
     "upright columns or lying bars; auto: as data and width suit"},
    {0},
};

static bool stacked100_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_stack_check(data, diags, "stacked100", ZT_STACK_HUNDRED);
}

static zt_chart_plan stacked100_plan(const zt_chart *chart, double width)
{
    const stacked100_params *p = chart->own;
    return zt_stack_plan(chart, width, ZT_STACK_HUNDRED, false, p->direction);
}

const zt_chart_kind zt_chart_kind_stacked100 = {
    .name = "stacked100",
    .params = {rows, sizeof(stacked100_params)},
    .zh = "百分比条：一项一条，都是百分之百，一个系列一段，数字在段内或条下",
    .en =
        "A bar of a hundred per cent for each item, a segment for each series, the value in it or "
        "below",
    .check = stacked100_check,
    .plan = stacked100_plan,
    .draw = zt_stack_draw,
};
