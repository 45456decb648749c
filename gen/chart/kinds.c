/* Which kind draws a chart, and asking it whether the data suit. */
#include "chart/chart.h"
#include "chart/facet.h"
#include "chart/moments.h"
#include "chart/multiples.h"
#include "chart/scale.h"
#include "model/chart_labels.h"

#include "base/near.h"

#include <string.h>

/* Whether each series is a panel that the kind draws alone. */
static bool in_multiples(const zt_chart_data *data)
{
    const zt_chart_kind *kind = zt_chart_kind_find(data->kind);
    return kind && kind->panel_mm > 0 && data->series_count > 1 && !data->as_line &&
           (data->facet || kind->always_panels);
}

const zt_chart_kind *zt_chart_kind_drawing(const zt_chart_data *data)
{
    const zt_chart_kind *kind = zt_chart_kind_find(data->kind);
    if (in_multiples(data))
        return &zt_chart_multiples;
    if (!kind || (!data->facet && !data->as_line))
        return kind;
    return data->facet ? &zt_chart_facets : &zt_chart_combined;
}

/* Reports unknown-chart-kind with the nearest name and all names there are. */
static void report_unknown_kind(const zt_chart_data *data, zt_diags *diags)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    zt_buf known;
    ZT_VEC(const char *) names = {0};
    zt_buf_init(&known, scratch);
    for (const zt_chart_kind *const *kind = zt_chart_kinds; *kind; kind++) {
        ZT_PUSH(scratch, &names, (*kind)->name);
        zt_buf_printf(&known, known.len ? " %s" : "%s", (*kind)->name);
    }
    const char *near = zt_nearest(data->kind, names.items, names.count);
    const char *all = known.data ? known.data : "";
    if (near) {
        zt_report(diags, ZT_ERROR, "unknown-chart-kind", data->kind_at,
                  "没有图表“%.*s”；是不是“%s”？现有：%s",
                  "there is no chart “%.*s”; did you mean “%s”? Known are: %s", ZT_ARG(data->kind),
                  near, all);
        zt_diags_add_change(diags, "unknown-chart-kind", data->kind_at, data->kind,
                            zt_str_from(near));
    } else {
        zt_report(diags, ZT_ERROR, "unknown-chart-kind", data->kind_at, "没有图表“%.*s”；现有：%s",
                  "there is no chart “%.*s”; known are: %s", ZT_ARG(data->kind), all);
    }
    zt_arena_drop(scratch);
}

/* Only where lengths or heights stand on an axis can that axis be cut. */
static bool check_broken(const zt_chart_data *data, zt_diags *diags)
{
    if (!data->broken || (!data->spread && zt_str_in_words(data->kind, "column bar rank line")))
        return true;
    if (data->spread) {
        zt_report(diags, ZT_ERROR, "broken-refused", data->kind_at,
                  "对数刻度没有零，没有可以断开的地方；去掉 broken=",
                  "a logarithmic axis has no zero that could be cut off; take broken= out");
        return false;
    }
    zt_report(diags, ZT_ERROR, "broken-refused", data->kind_at,
              "图表“%.*s”没有可以断开的数轴；broken=\"yes\" 只用于 column、bar、rank、line",
              "chart “%.*s” has no axis that could be broken; broken=\"yes\" is for column, bar, "
              "rank and line",
              ZT_ARG(data->kind));
    return false;
}

/* An attribute that only one kind reads: on another one it would be passed over in silence. */
static bool check_own(const zt_chart_data *data, zt_diags *diags, bool written, const char *attr,
                      zt_pos at, const char *kind)
{
    if (!written || zt_str_is(data->kind, kind))
        return true;
    zt_report(diags, ZT_ERROR, "attr-refused", at,
              "%s= 只用于 %s，图表“%.*s”不用它；应删去，或改用 %s",
              "%s= is for %s; chart “%.*s” does not use it: take it out, or use %s", attr, kind,
              ZT_ARG(data->kind), kind);
    return false;
}

/* What stands for one kind alone. */
static bool check_attributes(const zt_chart_data *data, zt_diags *diags)
{
    bool icon = check_own(data, diags, data->icon.len > 0, "icon", data->icon_at, "pictogram");
    bool each = check_own(data, diags, data->has_each, "each", data->each_at, "pictogram");
    bool grid = check_own(data, diags, data->tile_count > 0, "grid", data->grid_at, "tiles");
    return icon && each && grid;
}

/* Kinds whose values are places: only there equal lengths may be no equal differences. */
static const char SPREAD_KINDS[] =
    "scatter bubble line step dot strip-plot range dumbbell arrow box";

/* Whether any value of a series that asks for a logarithm has none; `*found` is the first of them.
 */
static bool has_no_logarithm(const zt_chart_data *data, const zt_quantity **found)
{
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values ? data->items[i].values[s] : NULL;
            *found = q;
            if (zt_chart_spread_of(data, s) == ZT_SPREAD_LOG && zt_chart_has_value(q) &&
                !zt_scale_takes_log(zt_chart_value(data, q), 1))
                return true;
        }
    return false;
}

/* Reports axis-refused (error) for a kind that measures by lengths or areas, and for values that
   have no logarithm; false then. */
static bool check_spread(const zt_chart_data *data, zt_diags *diags)
{
    bool asked = data->spread != ZT_SPREAD_EVEN, own = data->spreads != NULL;
    const zt_quantity *value;
    if (own && !zt_str_in_words(data->kind, "scatter bubble")) {
        zt_report(
            diags, ZT_ERROR, "axis-refused", data->spread_at,
            "<series> 的 axis= 只用于 scatter、bubble；对数刻度写在 <chart> 上",
            "axis= of a <series> is for scatter and bubble; write a logarithm on the <chart>");
        return false;
    }
    if (!asked && !own)
        return true;
    if (data->facet) {
        zt_report(diags, ZT_ERROR, "axis-refused", data->spread_at,
                  "分格的小图没有对数刻度；去掉 axis= 或 facet=",
                  "panels have no logarithmic axis; take axis= or facet= out");
        return false;
    }
    if (!zt_str_in_words(data->kind, SPREAD_KINDS)) {
        zt_report(diags, ZT_ERROR, "axis-refused", data->spread_at,
                  "图表“%.*s”不能用对数刻度：对数没有零，长短和面积会骗人；去掉 axis=，"
                  "或改用点和线：%s",
                  "chart “%.*s” cannot have a logarithmic axis: without a zero lengths and areas "
                  "lie; take axis= out, or use points and lines: %s",
                  ZT_ARG(data->kind), SPREAD_KINDS);
        return false;
    }
    if (!has_no_logarithm(data, &value))
        return true;
    zt_report(diags, ZT_ERROR, "axis-refused", value->at,
              "“%.*s”不大于零，没有对数；用 axis=\"symlog\"，或去掉 axis=",
              "“%.*s” is not above zero and has no logarithm; use axis=\"symlog\", or take axis= "
              "out",
              ZT_ARG(value->text));
    return false;
}

/* Which kinds have a place for spans, thresholds, brackets and arrows from mark to mark. */
static const struct guide_kinds {
    const char *name, *kinds;
} guide_kinds[] = {
    {"span", "line step area stacked-area column bump"},
    {"threshold", "line step area stacked-area column grouped bar rank lollipop diverging scatter "
                  "bubble slope dumbbell arrow range bump bullet"},
    {"bracket", "line step area column grouped bar rank lollipop diverging slope dumbbell arrow "
                "range"},
    {"quadrant", "scatter bubble"}};
static const char ARROW_KINDS[] = "line step area stacked-area column grouped bar rank lollipop "
                                  "diverging scatter bubble slope dumbbell arrow range dot "
                                  "waterfall";
/* In these a value of one series does not stand at its own height. */
static const char STACKED_KINDS[] = "stacked-area";

static const char LABEL_KINDS[] = "line step area stacked-area column grouped scatter bubble bump";

/* Reports guide-refused (error); false then. */
static bool refuse_guide(const zt_chart_data *data, zt_diags *diags, const char *name,
                         const char *kinds, zt_pos at)
{
    if (data->facet && zt_str_is(data->kind, "bar") && kinds != ARROW_KINDS &&
        zt_str_in_words(ZT_STR("column"), kinds)) {
        zt_report(diags, ZT_ERROR, "guide-refused", at,
                  "分格的横条里没有画 %s 的地方；改用 kind=\"column\"",
                  "panels of bars have no place for %s; use kind=\"column\"", name);
        return false;
    }
    if (zt_str_in_words(data->kind, kinds))
        return true;
    zt_report(diags, ZT_ERROR, "guide-refused", at, "图表“%.*s”里没有画 %s 的地方；能画的有：%s",
              "chart “%.*s” has no place for a %s; it can be drawn in: %s", ZT_ARG(data->kind),
              name, kinds);
    return false;
}

/* Reports guide-refused (error) for a guide whose items do not lie along the axis that it needs:
   the data are written the other way round. */
static bool check_way(const zt_chart_data *data, zt_diags *diags, const zt_guide *guide)
{
    bool span = guide->kind == ZT_GUIDE_SPAN && zt_str_is(data->kind, "bump");
    bool bracket =
        guide->kind == ZT_GUIDE_BRACKET && zt_str_in_words(data->kind, "dumbbell arrow range");
    if (span && !zt_moments_of_times(data).turned) {
        zt_report(diags, ZT_ERROR, "guide-refused", guide->at,
                  "bump 里的 span 从一个时点到另一个：把时点写成 item，每个名称一个 series",
                  "a span of a bump chart goes from moment to moment: write the moments as items, "
                  "and each name as a series");
        return false;
    }
    if (bracket && zt_moments_of_pairs(data).turned) {
        zt_report(diags, ZT_ERROR, "guide-refused", guide->at,
                  "两端的差就是图上的线，不另画 bracket；要画，就用 slope",
                  "the line of an item is its difference, without a bracket; use slope for one");
        return false;
    }
    return true;
}

/* Reports guide-refused (error) for a quadrant without a line across each axis. */
static bool check_quadrant(const zt_chart_data *data, zt_diags *diags, const zt_guide *guide)
{
    bool has[2] = {false, false};
    if (guide->kind != ZT_GUIDE_QUADRANT || !zt_str_in_words(data->kind, "scatter bubble"))
        return true;
    for (size_t i = 0; i < data->guide_count; i++)
        if (data->guides[i].kind == ZT_GUIDE_THRESHOLD && data->guides[i].series < 2)
            has[data->guides[i].series] = true;
    if (has[0] && has[1])
        return true;
    zt_report(diags, ZT_ERROR, "guide-refused", guide->at,
              "quadrant 要有两条相交的参照线：横轴和纵轴的系列各写一个 <threshold series=>",
              "a quadrant lies between two lines that cross: write a <threshold series=> for each "
              "of the two axes");
    return false;
}

/* Reports guide-refused (error) for a threshold that a logarithmic axis has no place for. */
static bool check_level(const zt_chart_data *data, zt_diags *diags, const zt_guide *guide)
{
    if (guide->kind != ZT_GUIDE_THRESHOLD || guide->value > 0 ||
        zt_chart_spread_of(data, guide->series) != ZT_SPREAD_LOG)
        return true;
    zt_report(diags, ZT_ERROR, "guide-refused", guide->at,
              "对数刻度上没有“%.*s”的位置；用 axis=\"symlog\"",
              "a logarithmic axis has no place for “%.*s”; use axis=\"symlog\"",
              ZT_ARG(guide->figure));
    return false;
}

/* Reports all that the kind has no place for. */
static bool check_guides(const zt_chart_data *data, zt_diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < data->guide_count; i++) {
        const struct guide_kinds *row = &guide_kinds[data->guides[i].kind];
        good = refuse_guide(data, diags, row->name, row->kinds, data->guides[i].at) && good;
        good = check_level(data, diags, &data->guides[i]) && good;
        good = check_way(data, diags, &data->guides[i]) && good;
        good = check_quadrant(data, diags, &data->guides[i]) && good;
        if (data->guides[i].is_computed && zt_str_in_words(data->kind, STACKED_KINDS))
            good = refuse_guide(data, diags, "threshold at=mean median last-year",
                                "line area column", data->guides[i].at) &&
                   good;
    }
    for (size_t i = 0; i < data->annotation_count; i++)
        if (data->annotations[i].has_from)
            good = refuse_guide(data, diags, "arrow from=", ARROW_KINDS, data->annotations[i].at) &&
                   good;
    return good;
}

/* Of these kinds label= chooses the values that are printed; the others print all of them. Reports
   label-refused: a warning where all stand at their bars, which is more than label= asks for (a
   column chart may ask to become one), else an error. */
static bool check_label(const zt_chart_data *data, zt_diags *diags)
{
    if (!data->wanted || zt_str_in_words(data->kind, LABEL_KINDS))
        return true;
    if (zt_str_in_words(data->kind, "bar rank lollipop diverging")) {
        zt_report(diags, ZT_WARNING, "label-refused", data->kind_at,
                  "图表“%.*s”印出全部数值，label= 不起作用；应去掉 label=",
                  "chart “%.*s” prints all its values whatever label= says: take label= out",
                  ZT_ARG(data->kind));
        return true;
    }
    zt_report(diags, ZT_ERROR, "label-refused", data->kind_at,
              "图表“%.*s”自己决定印哪些数值；label= 只用于：%s",
              "chart “%.*s” decides itself which values it prints; label= is for: %s",
              ZT_ARG(data->kind), LABEL_KINDS);
    return false;
}

/* In panels the kind judges the data as each panel has them: as one series. */
static bool check_by(const zt_chart_kind *kind, const zt_chart_data *data, zt_diags *diags)
{
    zt_chart_data one = *data;
    if (kind != &zt_chart_facets)
        return kind->check(data, diags);
    one.series_count = 1;
    return kind->check(data, diags) && zt_chart_kind_find(data->kind)->check(&one, diags);
}

/* A kind that cannot be broken is told so even where its own check fails, so that all mistakes come
   in one run. */
bool zt_chart_check(const zt_chart_data *data, zt_diags *diags)
{
    const zt_chart_kind *kind = zt_chart_kind_drawing(data);
    if (kind) {
        bool good = check_broken(data, diags);
        good = check_attributes(data, diags) && good;
        good = check_spread(data, diags) && good;
        good = check_guides(data, diags) && good;
        good = check_label(data, diags) && good;
        return check_by(kind, data, diags) && good;
    }
    report_unknown_kind(data, diags);
    return false;
}
