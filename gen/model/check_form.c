/* What another form would show better, with its reason, by the limits that the theme states. Never
   an error: the chart is true as it is. small-difference, many-slices, thin-slice, series-apart,
   many-series, small-steps, axis-cut, symbol-fraction. */
#include "model/check_imp.h"

#include <math.h>

#include "model/chart_labels.h"

/* A chart and what it is held against. */
typedef struct form {
    zt_diags *diags;
    const zt_chart_data *chart;
    const zt_form_limits *limits;
} form;

/* The size of a value, whatever its sign; NAN where nothing is known, which compares with nothing.
 */
static double size_of(const zt_quantity *q)
{
    return zt_chart_has_value(q) ? fabs(zt_num_double(q->value)) : NAN;
}

static bool is_kind(const form *f, const char *words)
{
    return zt_str_in_words(f->chart->kind, words);
}

/* ---- twins ---- */

/* Two values of one item, or the only two of a series. */
static bool are_near(const form *f, const zt_quantity *a, const zt_quantity *b)
{
    double x = size_of(a), y = size_of(b);
    return !isnan(x) && !isnan(y) && x != y &&
           fabs(x - y) < f->limits->difference / 100 * fmax(x, y) &&
           (a->value.scaled < 0) == (b->value.scaled < 0);
}

/* Of two series, every pair, unless each has a panel of its own. Rates are compared by their
   difference in points, which 4.8% and 5.2% do show. */
static void check_twins(const form *f)
{
    const zt_chart_data *chart = f->chart;
    bool wide = chart->series_count == 2, tall = chart->series_count == 1 && chart->item_count == 2;
    bool suits = is_kind(f, "column grouped") || (wide && is_kind(f, "bar"));
    if (!suits || (!wide && !tall) || chart->broken || (wide && chart->facet))
        return;
    const zt_quantity *a = chart->items[0].values[0];
    const zt_quantity *b = tall ? chart->items[1].values[0] : chart->items[0].values[1];
    for (size_t i = 0; i < chart->item_count && wide; i++)
        if (!are_near(f, chart->items[i].values[0], chart->items[i].values[1]))
            return;
    if (!are_near(f, a, b))
        return;
    zt_report(f->diags, ZT_NOTE, "small-difference", chart->kind_at,
              "“%.*s”与“%.*s”相差不到 %g%%，看去一样长；要显出变化，%s%.0s",
              "\"%.*s\" and \"%.*s\" differ by less than %g%%: they look equally long; to "
              "show the change %.0s%s",
              ZT_ARG(a->text), ZT_ARG(b->text), f->limits->difference,
              wide ? "就用 kind=\"slope\"" : "就用 kind=\"diverging\" 画增减，或写进 <change>",
              wide ? "use kind=\"slope\""
                   : "draw it with kind=\"diverging\", or say it in <change>");
}

/* ---- slices ---- */

/* The smallest part that is known; NULL: none. */
static const zt_chart_item *least_of(const zt_chart_data *chart)
{
    const zt_chart_item *least = NULL;
    for (size_t i = 0; i < chart->item_count; i++) {
        double size = size_of(chart->items[i].values[0]);
        if (!isnan(size) && (!least || size < size_of(least->values[0])))
            least = &chart->items[i];
    }
    return least;
}

static double sum_of(const zt_chart_data *chart)
{
    double sum = 0;
    for (size_t i = 0; i < chart->item_count; i++) {
        double size = size_of(chart->items[i].values[0]);
        sum += isnan(size) ? 0 : size;
    }
    return sum;
}

/* Reports many-slices, and thin-slice for the smallest part. A slice under so little of the whole
   is seen by its length alone. */
static void check_slices(const form *f)
{
    const zt_chart_data *chart = f->chart;
    if (!is_kind(f, "donut pie stacked") || chart->series_count != 1)
        return;
    if ((double)chart->item_count > f->limits->slices)
        zt_report(f->diags, ZT_WARNING, "many-slices", chart->kind_at,
                  "%zu 份，多于 %g 份就难比大小；改用 kind=\"bar\"，或把小的并入“其他”"
                  "（<data> 写 keep 与 rest）",
                  "%zu slices; more than %g are hard to compare: use kind=\"bar\", or merge small "
                  "ones by keep and rest of <data>",
                  chart->item_count, f->limits->slices);
    const zt_chart_item *least = least_of(chart);
    double sum = sum_of(chart);
    if (least && sum > 0 && size_of(least->values[0]) < f->limits->slice / 100 * sum)
        zt_report(f->diags, ZT_WARNING, "thin-slice", least->at,
                  "“%.*s”不到整体的 %g%%，画成一份看不出来；改用 kind=\"bar\"，或并入“其他”",
                  "\"%.*s\" is under %g%% of the whole, too thin to see; use kind=\"bar\", or "
                  "merge it with others",
                  ZT_ARG(least->key), f->limits->slice);
}

/* ---- series ---- */

/* The greatest size in a series; 0 without any value. */
static double greatest_of(const zt_chart_data *chart, size_t series)
{
    double greatest = 0;
    for (size_t i = 0; i < chart->item_count; i++) {
        double size = size_of(chart->items[i].values[series]);
        greatest = isnan(size) ? greatest : fmax(greatest, size);
    }
    return greatest;
}

/* Reports series-apart: on one scale the smaller series would look constant. */
static void check_apart(const form *f)
{
    const zt_chart_data *chart = f->chart;
    size_t low = 0, high = 0;
    for (size_t s = 1; s < chart->series_count; s++) {
        double size = greatest_of(chart, s);
        low = size > 0 && size < greatest_of(chart, low) ? s : low;
        high = size > greatest_of(chart, high) ? s : high;
    }
    if (chart->series_count < 2 || chart->own_scales || greatest_of(chart, low) <= 0 ||
        greatest_of(chart, high) < f->limits->apart * greatest_of(chart, low))
        return;
    bool panels = is_kind(f, "line step column");
    const char *zh = chart->facet ? "加 scale=\"own\" 各用各的标尺"
                     : panels     ? "加 facet=\"series\" scale=\"own\" 分成小图更清楚"
                                  : "各画一张图更清楚";
    const char *en = chart->facet ? "let each panel have its scale: scale=\"own\""
                     : panels     ? "panels are clearer: facet=\"series\" scale=\"own\""
                                  : "draw a chart for each";
    zt_report(f->diags, ZT_WARNING, "series-apart", chart->kind_at,
              "“%.*s”的最大值是“%.*s”的 %g 倍以上，后者几乎压成一条平线；%s%.0s",
              "the values of \"%.*s\" beside \"%.*s\": the greatest is over %g times the other's, "
              "which is pressed almost flat; %.0s%s",
              ZT_ARG(chart->series[high]), ZT_ARG(chart->series[low]), f->limits->apart, zh, en);
}

/* Parts lie one behind another in every bar, as slices do. */
static bool has_parts(const form *f)
{
    return is_kind(f, "stacked stacked100 stacked-area marimekko");
}

/* Reports many-series. Lines can be told apart in greater number than columns side by side. */
static void check_count(const form *f)
{
    const zt_chart_data *chart = f->chart;
    double most = has_parts(f)              ? f->limits->slices
                  : is_kind(f, "line step") ? f->limits->lines
                                            : f->limits->columns;
    if ((double)chart->series_count <= most || chart->facet)
        return;
    zt_report(f->diags, ZT_WARNING, "many-series", chart->kind_at,
              "一张图里有 %zu 个系列，多于 %g 个就分不清；只留要紧的，或拆成几张图",
              "%zu series in one chart; more than %g cannot be told apart: keep those that matter, "
              "or draw several charts",
              chart->series_count, most);
}

/* Only kinds that draw several series on one scale; a part that is small beside another is the
   message of a stack. */
static void check_series(const form *f)
{
    if (is_kind(f, "line step column grouped bar")) {
        check_apart(f);
        check_count(f);
    } else if (has_parts(f)) {
        check_count(f);
    }
}

/* ---- lengths and symbols ---- */

/* The greatest size of the steps of a waterfall, or the least of its totals; NAN without any. */
static double size_among(const zt_chart_data *chart, bool steps)
{
    double found = NAN;
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_quantity *q = chart->items[i].values[0];
        double size = zt_chart_is_step(q) == steps ? size_of(q) : NAN;
        found = steps ? fmax(found, size) : fmin(found, size); /* both pass over NAN */
    }
    return found;
}

/* Reports small-steps: between totals ten times their size the steps of a waterfall are strokes. */
static void check_steps(const form *f)
{
    if (!is_kind(f, "waterfall"))
        return;
    double step = size_among(f->chart, true), total = size_among(f->chart, false);
    if (step < f->limits->difference / 100 * total)
        zt_report(f->diags, ZT_NOTE, "small-steps", f->chart->kind_at,
                  "各步增减都不到总数的 %g%%，画出来只是细线；只画各步，用 kind=\"diverging\"",
                  "no step reaches %g%% of the totals, so all are mere strokes; draw the steps "
                  "alone with kind=\"diverging\"",
                  f->limits->difference);
}

/* Reports axis-cut: behind a break a length is no longer in proportion, drawn or not. */
static void check_cut(const form *f)
{
    if (f->chart->broken && is_kind(f, "bar column rank"))
        zt_report(f->diags, ZT_NOTE, "axis-cut", f->chart->kind_at,
                  "断开的长度不成比例；要比增减，就用 kind=\"diverging\" 画差额，或写进 <change>",
                  "lengths behind a break are not in proportion; to compare changes draw the "
                  "differences with kind=\"diverging\", or say them in <change>");
}

static bool is_whole(zt_num value)
{
    zt_num_trim(&value);
    return value.decimals == 0;
}

/* Reports symbol-fraction: a symbol stands for whole things, not for rates. */
static void check_symbols(const form *f)
{
    const zt_chart_data *chart = f->chart;
    for (size_t i = 0; is_kind(f, "pictogram") && i < chart->item_count; i++) {
        const zt_quantity *q = chart->items[i].values[0];
        if (!zt_chart_has_value(q) || (!zt_unit_is_per_cent(chart) && is_whole(q->value)))
            continue;
        zt_report(f->diags, ZT_NOTE, "symbol-fraction", q->at,
                  "“%.*s”不是整个的东西，用符号数不出来；改用 kind=\"bar\"",
                  "\"%.*s\" is no number of whole things, so symbols cannot count it; use "
                  "kind=\"bar\"",
                  ZT_ARG(q->text));
        return;
    }
}

/* Charts whose import failed are passed over: their values are not what they should be. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    static const zt_form_limits initial = ZT_FORM_LIMITS;
    for (size_t i = 0; i < r->doc->block_count; i++) {
        const zt_chart_data *chart = zt_content_of(&r->doc->blocks[i], "chart");
        if (!chart || chart->incomplete || chart->item_count == 0)
            continue;
        form f = {r->diags, chart, r->options.forms ? r->options.forms : &initial};
        check_twins(&f);
        check_slices(&f);
        check_series(&f);
        check_steps(&f);
        check_cut(&f);
        check_symbols(&f);
    }
}

const zt_doc_check zt_doc_check_form = {run};
