/* Small multiples as a kind: what they refuse, arrows that no panel draws, and their extent. */
#include "chart/facet.h"

#include "chart/facet_values.h"

enum { MOST_PANELS = 24 };

static bool check(const zt_chart_data *data, zt_diags *diags)
{
    if (!zt_str_in_words(data->kind, "line step area column bar")) {
        zt_report(diags, ZT_ERROR, "facet-kind", data->kind_at,
                  "图表“%.*s”不能分图；facet= 只用于 "
                  "line、step、area、column、bar、pie、donut、waffle、histogram、hub",
                  "chart “%.*s” has no panels; facet= is for line, step, area, column, bar, pie, "
                  "donut, waffle, histogram and hub",
                  ZT_ARG(data->kind));
        return false;
    }
    if (data->series_count < 2 || data->series_count > MOST_PANELS) {
        zt_report(diags, ZT_ERROR, "facet-count", data->kind_at,
                  "分图每个系列一幅，要 2 到 %d 个系列，这里有 %zu 个；%s%.0s",
                  "there is a panel a series, of 2 to %d, and here are %zu; %.0s%s", MOST_PANELS,
                  data->series_count,
                  data->series_count < 2 ? "应去掉 facet=" : "应减少系列，或拆成几张图",
                  data->series_count < 2 ? "take facet= out"
                                         : "take fewer, or make several charts");
        return false;
    }
    if (data->broken) {
        zt_report(diags, ZT_ERROR, "broken-refused", data->kind_at,
                  "分图的数轴都从零起；应去掉 broken=\"yes\"",
                  "the axes of panels begin at zero; take broken=\"yes\" out");
        return false;
    }
    return true;
}

/* Lines and columns share their unit by being in one chart; two units are two charts. */
static bool check_combined(const zt_chart_data *data, zt_diags *diags)
{
    size_t lines = 0;
    for (size_t s = 0; s < data->series_count; s++)
        lines += data->as_line[s];
    if (zt_str_is(data->kind, "column") && lines < data->series_count && !data->broken)
        return zt_chart_check_items(data, diags, "column");
    zt_report(
        diags, ZT_ERROR, "combined-refused", data->kind_at,
        "as=\"line\" 只用于 column，至少一个系列是柱，标尺从零起；都是线就用 kind=\"line\"，"
        "或加 facet=\"series\" 分图",
        "as=\"line\" is for column charts that have columns too and begin at zero; lines alone "
        "are kind=\"line\", or give each series a panel by facet=\"series\"");
    return false;
}

/* Whether a panel has a value at the item; `written`: or the place of one that is missing yet. */
static bool has_end(const zt_facets_plan *plan, size_t panel, size_t item, bool written)
{
    const zt_quantity **values = plan->chart->data->items[item].values;
    if (!written)
        return zt_facet_series_at(plan, panel, item) < plan->count;
    if (!plan->combined)
        return values[panel];
    for (size_t s = 0; s < plan->count; s++)
        if (values[s])
            return true;
    return false;
}

/* Whether one panel has both ends of the arrow. */
static bool has_ends(const zt_facets_plan *plan, const zt_tie *tie, bool written)
{
    for (size_t p = 0; p < plan->count; p++)
        if (has_end(plan, p, tie->item, written) &&
            has_end(plan, p, tie->annotation->from, written))
            return true;
    return false;
}

/* Reports guide-refused for an arrow that no panel draws: a warning where the value is only missing
   yet, else an error. */
static void report_arrows_nowhere(const zt_facets_plan *plan)
{
    for (size_t i = 0; i < plan->ties.count; i++) {
        const zt_tie *tie = &plan->ties.items[i];
        if (!tie->annotation->has_from || has_ends(plan, tie, false))
            continue;
        zt_report(plan->chart->setting->diags, has_ends(plan, tie, true) ? ZT_WARNING : ZT_ERROR,
                  "guide-refused", tie->annotation->at,
                  "箭头的两端没有一处同时有值，没有画；补上数值，或去掉这个 <arrow>",
                  "nowhere have both ends of the arrow a value, and it is not drawn; give the "
                  "values, or take this <arrow> out");
    }
}

/* Reports values-unprinted. */
static void report_unprinted(zt_facets_plan *plan)
{
    const zt_chart *chart = plan->chart;
    plan->lost = zt_facet_texts_lost(plan);
    if (plan->lost > 0)
        zt_report(chart->setting->diags, ZT_NOTE, "values-unprinted", chart->block->at,
                  "%zu 个要标的数值在图中排不下，由刻度说明；要印就加宽，或少标几个",
                  "%zu values have no room at their points, where the axis tells them; to print "
                  "them make it wider or label fewer",
                  plan->lost);
}

static zt_chart_plan plan(const zt_chart *chart, double width)
{
    zt_facets_plan *made = zt_facets_plan_new(chart, width);
    report_unprinted(made);
    if (made->mark != ZT_FACET_BAR) /* over bars that lie they are drawn by others */
        report_arrows_nowhere(made);
    double rows = (double)zt_facets_rows(made), fixed = zt_facets_fixed_height(made);
    return (zt_chart_plan){.extent = {fixed + rows * made->row, fixed + rows * made->row_max},
                           .own = made,
                           .unsaid = made->unsaid};
}

const zt_chart_kind zt_chart_facets = {
    .name = "facet",
    .zh = "分图：每个系列一幅",
    .en = "a panel for each series",
    .ties_notes = true,
    .check = check,
    .plan = plan,
    .draw = zt_facets_draw,
};

const zt_chart_kind zt_chart_combined = {
    .name = "combined",
    .zh = "柱上有线，同一标尺",
    .en = "columns with lines over them, on one scale",
    .ties_notes = true,
    .check = check_combined,
    .plan = plan,
    .draw = zt_facets_draw,
};
