/* Several values at each item, side by side from one zero line: columns where names and values
   have room, bars one below the other where they have not. Which of the two is decided by the
   width and the data alone. */
#include "chart/bars_imp.h"
#include "chart/column_imp.h"

/* Periods run from left to right; down the page only so many bars, where every value is printed. */
enum { LYING_TIMES = 16 };

/* Measures of a group, in points. */
static const zt_column_params columns = {{ZT_MM(36), ZT_PT}, {ZT_MM(14), ZT_PT}};
static const zt_bars_params bars = {{ZT_MM(3.2), ZT_PT}};

typedef struct grouped_params {
    zt_chart_direction direction;
} grouped_params;

static const zt_param rows[] = {
    {"direction", ZT_PARAM(grouped_params, direction, WORD), ZT_CHART_DIRECTIONS, "auto",
     "upright 竖柱，lying 横条，auto 由数据和宽度定",
     "upright columns or lying bars; auto: as data and width suit"},
    {0},
};

/* One of the two arrangements. */
typedef struct grouped_plan {
    zt_chart host; /* the chart with the measures of its arrangement */
    bool lies;
    zt_chart_plan inner;
} grouped_plan;

/* Columns that lose no name, and no value but where periods are many. */
static bool stands(const zt_column_plan *plan)
{
    if (!plan->has_axis)
        return zt_column_slots_all_named(&plan->slots);
    return plan->slots.timed && plan->items * plan->series > LYING_TIMES;
}

/* What the columns reported is taken back where they do not stand. */
static zt_chart_plan grouped_plan_chart(const zt_chart *chart, double width)
{
    zt_diags *diags = chart->setting->diags;
    size_t mark = zt_diags_mark(diags);
    const grouped_params *params = chart->own;
    bool asked = params->direction == ZT_BARS_UPRIGHT;
    grouped_plan *plan = ZT_NEW(chart->setting->arena, grouped_plan);
    plan->host = *chart;
    plan->host.own = &columns;
    const zt_column_plan *upright = zt_column_plan_new(&plan->host, width);
    plan->lies = asked ? !zt_column_slots_all_named(&upright->slots)
                       : params->direction == ZT_BARS_LYING || !stands(upright);
    if (plan->lies) {
        zt_diags_rewind(diags, mark);
        if (asked)
            zt_chart_report_direction(chart, width);
        plan->host.own = &bars;
        plan->inner = zt_bars_plan_chart(&plan->host, width, ZT_BARS_NAMES_LEFT);
    } else {
        plan->inner = zt_column_extent(upright);
    }
    zt_chart_plan made = plan->inner;
    made.own = plan;
    return made;
}

static void grouped_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const grouped_plan *plan = planned->own;
    if (plan->lies)
        zt_bars_draw(&plan->inner, height, into);
    else
        zt_column_draw(&plan->inner, height, into);
}

/* Reports no-items, rank-without-values, too-many-series. */
static bool grouped_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "grouped") &&
           zt_chart_check_values(data, diags, "grouped") && zt_series_check(data, diags);
}

const zt_chart_kind zt_chart_kind_grouped = {
    .name = "grouped",
    .spans = {6, 4, 12},
    .params = {rows, sizeof(grouped_params)},
    .zh = "分组柱：每项的几个系列并排，从零线起；名称长、数值排不下时改为横条",
    .en = "Several series side by side at each item, from zero; bars across where names are long "
          "or values have no room",
    .ties_notes = true,
    .check = grouped_check,
    .plan = grouped_plan_chart,
    .draw = grouped_draw,
};
