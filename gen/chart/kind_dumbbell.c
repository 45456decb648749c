/* A dumbbell for each item: its first value as a ring, its second as a dot, on one axis from zero.
 */
#include "chart/pairs_imp.h"

static bool dumbbell_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_moments_check_pairs(data, diags, "dumbbell");
}

static zt_chart_plan dumbbell_plan(const zt_chart *chart, double width)
{
    return zt_pairs_plan_chart(chart, width, ZT_PAIRS_DUMBBELL);
}

const zt_chart_kind zt_chart_kind_dumbbell = {
    .name = "dumbbell",
    .zh = "哑铃图：每项两值，先者为圈，后者为点，同轴相连",
    .en = "Two values of each item on one axis: the first a ring, the second a dot",
    .check = dumbbell_check,
    .plan = dumbbell_plan,
    .draw = zt_pairs_draw,
};
