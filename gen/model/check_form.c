/* What another form would show better, with its reason. Never an error: the chart is true as it is.
   small-difference, thin-slice, series-apart, many-series. */
#include "model/check_imp.h"

#include <math.h>

/* Twin columns whose values differ by less than this part of the larger look equal. */
static const double SMALL = 0.1;
/* A slice under this part of the whole is seen by its length alone. Too many are the kind's to
   refuse. */
static const double LEAST_SLICE = 0.04;
/* A series whose greatest value is so many times that of another presses it flat. */
static const double APART = 8;
enum { MOST_LINES = 7, MOST_COLUMNS = 3 };

/* The size of a value, whatever its sign; NAN where nothing is known, which compares with nothing.
 */
static double size_of(const zt_quantity *q)
{
    return q && q->has_number && q->status != ZT_MISSING ? fabs(zt_num_double(q->value)) : NAN;
}

/* ---- twins ---- */

/* Two values of one item, or the only two of a series. */
static bool are_near(const zt_quantity *a, const zt_quantity *b)
{
    double x = size_of(a), y = size_of(b);
    return !isnan(x) && !isnan(y) && x != y && fabs(x - y) < SMALL * fmax(x, y) &&
           (a->value.scaled < 0) == (b->value.scaled < 0);
}

/* Rates are compared by their difference in points, which 4.8% and 5.2% do show. */
static void check_twins(zt_doc_reader *r, const zt_chart_data *chart)
{
    bool wide = chart->series_count == 2, tall = chart->series_count == 1 && chart->item_count == 2;
    if (!zt_str_is(chart->kind, "column") || (!wide && !tall) || chart->broken)
        return;
    const zt_quantity *a = chart->items[0].values[0];
    const zt_quantity *b = tall ? chart->items[1].values[0] : chart->items[0].values[1];
    for (size_t i = 0; i < chart->item_count && wide; i++)
        if (!are_near(chart->items[i].values[0], chart->items[i].values[1]))
            return;
    if (!are_near(a, b))
        return;
    zt_report(r->diags, ZT_NOTE, "small-difference", chart->kind_at,
              "“%.*s”与“%.*s”相差不到一成，柱子看去一样高；要显出变化，就用 kind=\"diverging\" "
              "画增减，或写进 <change>",
              "\"%.*s\" and \"%.*s\" differ by less than a tenth: their columns look equal; to "
              "show the change draw it with kind=\"diverging\", or say it in <change>",
              ZT_ARG(a->text), ZT_ARG(b->text));
}

/* ---- slices ---- */

/* Reports thin-slice (warning) for the smallest part when it is under LEAST_SLICE of the sum. */
static void check_slices(zt_doc_reader *r, const zt_chart_data *chart)
{
    double sum = 0;
    const zt_chart_item *least = NULL;
    if (!zt_str_in_words(chart->kind, "donut stacked") || chart->series_count != 1)
        return;
    for (size_t i = 0; i < chart->item_count; i++) {
        double size = size_of(chart->items[i].values[0]);
        sum += isnan(size) ? 0 : size;
        if (!isnan(size) && (!least || size < size_of(least->values[0])))
            least = &chart->items[i];
    }
    if (least && sum > 0 && size_of(least->values[0]) < LEAST_SLICE * sum)
        zt_report(r->diags, ZT_WARNING, "thin-slice", least->at,
                  "“%.*s”不到整体的 %.0f%%，画成一份看不出来；改用 kind=\"bar\"，或并入“其他”",
                  "\"%.*s\" is under %.0f%% of the whole, too thin to see; use kind=\"bar\", or "
                  "merge it with others",
                  ZT_ARG(least->key), 100 * LEAST_SLICE);
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

/* Reports series-apart (warning): on one scale the smaller series would look constant. */
static void check_apart(zt_doc_reader *r, const zt_chart_data *chart)
{
    size_t low = 0, high = 0;
    for (size_t s = 1; s < chart->series_count; s++) {
        double size = greatest_of(chart, s);
        low = size > 0 && size < greatest_of(chart, low) ? s : low;
        high = size > greatest_of(chart, high) ? s : high;
    }
    if (chart->series_count < 2 || greatest_of(chart, low) <= 0 ||
        greatest_of(chart, high) < APART * greatest_of(chart, low))
        return;
    zt_report(
        r->diags, ZT_WARNING, "series-apart", chart->kind_at,
        "“%.*s”的最大值是“%.*s”的 %.0f 倍以上，后者几乎压成一条平线；各画一张图更清楚",
        "the values of \"%.*s\" beside \"%.*s\": the greatest is over %.0f times the other's, "
        "which is pressed almost flat; draw a chart for each",
        ZT_ARG(chart->series[high]), ZT_ARG(chart->series[low]), APART);
}

/* Reports many-series (warning). Lines can be told apart in greater number than columns side by
   side. */
static void check_count(zt_doc_reader *r, const zt_chart_data *chart)
{
    bool line = zt_str_is(chart->kind, "line");
    size_t most = line ? MOST_LINES : MOST_COLUMNS;
    if (chart->series_count <= most)
        return;
    zt_report(
        r->diags, ZT_WARNING, "many-series", chart->kind_at,
        "一张图里有 %zu 个系列，多于 %zu 个就分不清；只留要紧的，或拆成几张图",
        "%zu series in one chart; more than %zu cannot be told apart: keep those that matter, "
        "or draw several charts",
        chart->series_count, most);
}

/* Only kinds that draw several series on one scale. */
static void check_series(zt_doc_reader *r, const zt_chart_data *chart)
{
    if (!zt_str_in_words(chart->kind, "line column grouped"))
        return;
    check_apart(r, chart);
    check_count(r, chart);
}

/* Charts whose import failed are passed over: their values are not what they should be. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    for (size_t i = 0; i < r->doc->block_count; i++) {
        const zt_chart_data *chart = zt_content_of(&r->doc->blocks[i], "chart");
        if (!chart || chart->incomplete || chart->item_count == 0)
            continue;
        check_twins(r, chart);
        check_slices(r, chart);
        check_series(r, chart);
    }
}

const zt_doc_check zt_doc_check_form = {run};
