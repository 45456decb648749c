/* Thresholds and brackets: a value to read others by, and the difference of two. Exact fractions,
   rounded once to the decimals of the values; what is computed is told in the chart's note as
   据此计算, so that no reader takes it for a figure of the source. */
#include "model/chart_guides_imp.h"

#include <math.h>

#include "base/time_key.h"
#include "model/chart_derive_imp.h"
#include "model/chart_labels.h"
#include "model/number_style.h"

/* A year before has this many days, give or take a leap day and the middle of months that differ.
 */
static const double YEAR = 365.25, YEAR_SLACK = 4;

/* The values of one series that a computation takes: those that are known, in the order drawn. */
typedef struct operands {
    zt_ratio *values;
    size_t count;
    int decimals; /* the most of them, in the scale of the chart */
    bool approx;
} operands;

size_t zt_guide_series(const zt_chart_data *chart)
{
    for (size_t i = 0; i < chart->series_count; i++)
        if (chart->series_highlight[i])
            return i;
    for (size_t i = 0; i < chart->series_count; i++)
        if (!zt_is_time_name(chart->series[i]))
            return 0;
    return chart->series_count > 0 ? chart->series_count - 1 : 0;
}

/* Adds one value; false where it cannot be computed with. */
static bool take(const zt_chart_data *chart, const zt_quantity *q, operands *o)
{
    int decimals = 0;
    if (q->range_to || !zt_chart_operand(chart, q, &o->values[o->count], &decimals))
        return false;
    o->count++;
    o->approx |= q->approx || q->bound != ZT_EXACT;
    o->decimals = decimals > o->decimals ? decimals : o->decimals;
    return true;
}

/* All that happened: what is expected or aimed at does not count towards a mean. */
static bool take_all(zt_arena *arena, const zt_chart_data *chart, size_t series, operands *o)
{
    o->values = ZT_ARRAY(arena, chart->item_count, zt_ratio);
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_quantity *q = chart->items[i].values[series];
        if (!zt_chart_has_value(q) || q->status == ZT_FORECAST || q->status == ZT_TARGET)
            continue;
        if (!take(chart, q, o))
            return false;
    }
    return o->count > 0;
}

/* The sum by the count. */
static bool mean_of(const operands *o, zt_ratio *out)
{
    zt_ratio sum = {0, 1}, count = {(int64_t)o->count, 1};
    for (size_t i = 0; i < o->count; i++)
        if (!zt_ratio_add(sum, o->values[i], &sum))
            return false;
    return zt_ratio_divide(sum, count, out);
}

/* Whether a lies below b; where the difference has too many digits they count as equal. */
static bool below(zt_ratio a, zt_ratio b)
{
    zt_ratio difference = {0, 1};
    return zt_ratio_subtract(a, b, &difference) && difference.num < 0;
}

/* The middle one, or the mean of the two in the middle. Sorts the values by insertion: a chart has
   few. */
static bool median_of(operands *o, zt_ratio *out)
{
    for (size_t i = 1; i < o->count; i++)
        for (size_t k = i; k > 0 && below(o->values[k], o->values[k - 1]); k--) {
            zt_ratio swapped = o->values[k];
            o->values[k] = o->values[k - 1];
            o->values[k - 1] = swapped;
        }
    size_t middle = o->count / 2;
    if (o->count % 2 == 1) {
        *out = o->values[middle];
        return true;
    }
    operands two = {.values = o->values + middle - 1, .count = 2};
    return mean_of(&two, out);
}

/* In the scale of the chart with its unit where values have several scales; else bare, as values at
   marks are. */
static bool print(const zt_chart_data *chart, zt_ratio value, int decimals, zt_buf *out)
{
    zt_num number;
    if (!zt_ratio_round(value, chart->scale, decimals, ZT_ROUND_HALF_UP, &number))
        return false;
    if (chart->mixed_scales)
        zt_num_trim(&number);
    zt_num_print_grouped(out, number, zt_number_grouping(chart));
    if (chart->mixed_scales || zt_unit_is_per_cent(chart))
        zt_buf_str(out, chart->unit);
    return true;
}

/* A fraction of ones as a number of the chart's unit, for its place. */
static double place_of(const zt_chart_data *chart, zt_ratio value)
{
    return (double)value.num / (double)value.den / pow(10, chart->scale);
}

/* Of several series the one that was computed with. */
static const char *series_words(zt_arena *arena, const zt_chart_data *chart, size_t series)
{
    if (chart->series_count < 2)
        return "";
    return zt_arena_printf(arena, "%.*s", ZT_ARG(chart->series[series]));
}

/* ---- thresholds ---- */

/* Reports bad-threshold; false, so that callers return it. */
static bool refuse_threshold(zt_doc_reader *r, const zt_node *node, const char *zh, const char *en)
{
    zt_report(r->diags, ZT_ERROR, "bad-threshold", zt_node_attr_at(node, "at"), "%s%.0s", "%.0s%s",
              zh, en);
    return false;
}

/* The name of a line at the middle of so many values, and the sentence that says what it is. */
static void tell_middle(zt_arena *arena, zt_chart_data *chart, bool median, size_t count,
                        zt_guide *guide)
{
    const char *name = median ? ZT_IN(chart->language, "中位数", "Median")
                              : ZT_IN(chart->language, "平均", "Mean");
    const char *series = series_words(arena, chart, guide->series);
    if (guide->name.len == 0)
        guide->name = zt_str_from(name);
    const char *words =
        chart->language == ZT_LANG_EN
            ? zt_arena_printf(arena, "“%.*s” is the %s of %zu items%s%s, computed from the data.",
                              ZT_ARG(guide->name), median ? "median" : "mean", count,
                              *series ? " of " : "", series)
            : zt_arena_printf(arena, "“%.*s”为%s%zu项的%s，据此计算。", ZT_ARG(guide->name), series,
                              count, median ? "中位数" : "平均数");
    zt_chart_tell(arena, chart, zt_str_from(words));
}

/* 平均, 中位数: computed of the values that the series has. A mean of whole numbers below a hundred
   has one decimal more, or it would say less than they do. */
static bool compute(zt_doc_reader *r, zt_chart_data *chart, const zt_node *node, bool median,
                    zt_guide *guide)
{
    operands o = {0};
    zt_ratio value;
    if (!take_all(r->arena, chart, guide->series, &o) ||
        !(median ? median_of(&o, &value) : mean_of(&o, &value)))
        return refuse_threshold(r, node, "这个系列没有可以平均的数；at= 写一个数值",
                                "the series has no values to compute with; write a number in at=");
    guide->is_computed = true;
    guide->value = place_of(chart, value);
    bool whole = fabs(guide->value - floor(guide->value + 0.5)) < 1e-9;
    if (o.decimals == 0 && fabs(guide->value) < 100 && !whole)
        o.decimals = 1;
    zt_buf out;
    zt_buf_init(&out, r->arena);
    zt_buf_puts(&out, o.approx ? ZT_IN(chart->language, "约", "about ") : "");
    if (!print(chart, value, o.decimals, &out))
        return refuse_threshold(r, node, "算出来的数位数太多", "the result has too many digits");
    guide->figure = zt_buf_view(&out);
    tell_middle(r->arena, chart, median, o.count, guide);
    return true;
}

/* The last item with a value that is known; item_count without any. */
static size_t last_item(const zt_chart_data *chart, size_t series)
{
    for (size_t i = chart->item_count; i-- > 0;)
        if (zt_chart_has_value(chart->items[i].values[series]))
            return i;
    return chart->item_count;
}

/* The item a year before the last one. */
static size_t year_before(const zt_chart_data *chart, size_t last)
{
    const zt_chart_time *time = chart->time;
    for (size_t i = 0; time && i < last; i++)
        if (fabs(time->at[last] - time->at[i] - YEAR) <= YEAR_SLACK)
            return i;
    return chart->item_count;
}

/* 上年同期: the value of that item, as it is printed there. */
static bool take_last_year(zt_doc_reader *r, const zt_chart_data *chart, const zt_node *node,
                           zt_guide *guide)
{
    size_t last = last_item(chart, guide->series);
    size_t item = last < chart->item_count ? year_before(chart, last) : last;
    const zt_quantity *q =
        item < chart->item_count ? chart->items[item].values[guide->series] : NULL;
    if (!zt_chart_has_value(q))
        return refuse_threshold(r, node, "数据里没有最后一项的上年同期；at= 写一个数值",
                                "the data have no value a year before the last one; write a number "
                                "in at=");
    guide->is_computed = true;
    guide->value = zt_chart_value(chart, q);
    guide->figure = zt_chart_value_phrase(r->arena, chart, q);
    if (guide->name.len == 0)
        guide->name = zt_str_from(chart->time->unit == ZT_TIME_YEAR
                                      ? ZT_IN(chart->language, "上年", "Last year")
                                      : ZT_IN(chart->language, "上年同期", "A year earlier"));
    return true;
}

/* On the way to a target the axis is per cent of that, whatever the values are: 时间进度80%. */
static bool is_part(const zt_chart_data *chart)
{
    return zt_str_is(chart->kind, "bullet");
}

/* A number as the author wrote it, in the unit of the data. */
static bool take_number(zt_doc_reader *r, const zt_chart_data *chart, const zt_node *node,
                        zt_str text, zt_guide *guide)
{
    zt_num number;
    bool part = is_part(chart);
    if (part && zt_str_ends(text, "%"))
        text = zt_str_slice(text, 0, text.len - 1);
    size_t own = text.len > chart->unit.len ? text.len - chart->unit.len : 0;
    if (own > 0 && zt_str_equal(zt_str_slice(text, own, text.len), chart->unit))
        text = zt_str_trim(zt_str_slice(text, 0, own)); /* 50万吨 under 万吨 */
    if (!zt_num_parse(text, &number))
        return refuse_threshold(
            r, node, "at= 写一个数值（照数据的单位，不带单位），或 mean、median、last-year",
            "at= is a number in the unit of the data, or mean, median or "
            "last-year");
    zt_buf out;
    zt_buf_init(&out, r->arena);
    zt_num_print_grouped(&out, number, zt_number_grouping(chart));
    if (part)
        zt_buf_puts(&out, "%");
    else if (zt_unit_is_per_cent(chart) || chart->mixed_scales)
        zt_buf_str(&out, chart->unit);
    guide->value = zt_num_double(number);
    guide->figure = zt_buf_view(&out);
    return true;
}

bool zt_guide_threshold(zt_doc_reader *r, zt_chart_data *chart, const zt_node *node,
                        zt_guide *guide)
{
    if (!zt_node_find(node, "at"))
        return false; /* the grammar has said missing-attribute */
    zt_str at = zt_str_trim(zt_node_attr(node, "at", NULL));
    if (is_part(chart) && zt_str_in_words(at, "mean median last-year"))
        return refuse_threshold(r, node, "bullet 的 at= 写目标的百分之几，如 80",
                                "at= of a bullet is per cent of the target, such as 80");
    if (zt_str_is(at, "mean") || zt_str_is(at, "median"))
        return compute(r, chart, node, zt_str_is(at, "median"), guide);
    if (zt_str_is(at, "last-year"))
        return take_last_year(r, chart, node, guide);
    return take_number(r, chart, node, at, guide);
}

/* ---- brackets ---- */

/* Reports bad-bracket; false, so that callers return it. */
static bool refuse_bracket(zt_doc_reader *r, const zt_node *node, const char *zh, const char *en)
{
    zt_report(r->diags, ZT_ERROR, "bad-bracket", node->at, "%s%.0s", "%.0s%s", zh, en);
    return false;
}

/* With a sign, which a difference has and a nought has not. */
static bool print_signed(zt_arena *arena, const zt_chart_data *chart, zt_ratio value, int decimals,
                         bool approx, zt_guide *guide)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, approx ? ZT_IN(chart->language, "约", "about ") : "");
    zt_buf_puts(&out, value.num > 0 ? "+" : "");
    zt_chart_data bare = *chart;
    bool points = zt_str_is(chart->unit, "%");
    if (points) /* two shares differ by points, not by per cent (R119) */
        bare.unit = zt_points_unit(chart->language);
    if (!print(&bare, value, decimals, &out))
        return false;
    if (points)
        zt_buf_str(&out, zt_unit_behind(arena, chart->language, bare.unit));
    guide->figure = zt_buf_view(&out);
    return true;
}

/* (to − from) ÷ from, in hundredths with one decimal. */
static bool print_change(zt_arena *arena, zt_lang language, const operands *o, zt_ratio difference,
                         zt_guide *guide)
{
    zt_ratio part, hundred = {100, 1};
    zt_num number;
    zt_buf out;
    zt_buf_init(&out, arena);
    if (o->values[0].num <= 0 || !zt_ratio_divide(difference, o->values[0], &part) ||
        !zt_ratio_multiply(part, hundred, &part) ||
        !zt_ratio_round(part, 0, 1, ZT_ROUND_HALF_UP, &number))
        return false;
    zt_buf_puts(&out, o->approx ? ZT_IN(language, "约", "about ") : "");
    zt_buf_puts(&out, number.scaled > 0 ? "+" : "");
    zt_num_print(&out, number, false);
    zt_buf_puts(&out, "%");
    guide->figure = zt_buf_view(&out);
    return true;
}

/* Between which two items the difference is. */
static void tell_difference(zt_arena *arena, zt_chart_data *chart, const zt_guide *guide,
                            bool percent)
{
    zt_str to = chart->items[guide->to].key, from = chart->items[guide->from].key;
    const char *series = series_words(arena, chart, guide->series);
    zt_buf out;
    zt_buf_init(&out, arena);
    if (chart->language == ZT_LANG_EN) {
        zt_buf_printf(&out, "“%.*s” is the %s", ZT_ARG(guide->figure),
                      percent ? "change" : "difference");
        zt_buf_printf(&out, "%s%s from %.*s to %.*s, computed from the data.",
                      *series ? " of " : "", series, ZT_ARG(from), ZT_ARG(to));
    } else {
        zt_buf_printf(&out, "“%.*s”为%s%.*s", ZT_ARG(guide->figure), series, ZT_ARG(to));
        zt_buf_printf(&out, percent ? "比%.*s的变化，据此计算。" : "与%.*s之差，据此计算。",
                      ZT_ARG(from));
    }
    zt_chart_tell(arena, chart, zt_buf_view(&out));
}

bool zt_guide_bracket(zt_doc_reader *r, zt_chart_data *chart, const zt_node *node, zt_guide *guide)
{
    zt_ratio two[2] = {{0, 1}, {0, 1}}, difference;
    operands o = {.values = two};
    const size_t items[] = {guide->from, guide->to};
    if (guide->from == guide->to)
        return refuse_bracket(r, node, "括线两端是同一项；to= 写另一项",
                              "both ends of the bracket are one item; name another in to=");
    for (size_t i = 0; i < 2; i++) {
        const zt_quantity *q = chart->items[items[i]].values[guide->series];
        if (!zt_chart_has_value(q) || !take(chart, q, &o))
            return refuse_bracket(r, node,
                                  "括线两端要有数值才能算差；换一端，或用 series= 指明系列",
                                  "a bracket needs a value at both ends; take other ends, or name "
                                  "the series by series=");
    }
    bool percent = zt_str_is(zt_node_attr(node, "as", NULL), "percent");
    if (!zt_ratio_subtract(two[1], two[0], &difference) ||
        !(percent ? print_change(r->arena, chart->language, &o, difference, guide)
                  : print_signed(r->arena, chart, difference, o.decimals, o.approx, guide)))
        return refuse_bracket(r, node, "起点不大于零，或位数太多，算不出增减；删去 as=",
                              "the change cannot be computed from a base that is not above zero, "
                              "or has too many digits; take out as=");
    tell_difference(r->arena, chart, guide, percent);
    return true;
}

/* ---- spans ---- */

/* Only a name that says its year can be told from the keys alone. */
bool zt_guide_time(const zt_chart_data *chart, zt_str text, bool is_end, zt_guide *guide)
{
    zt_time_key key;
    double first, end;
    if (!chart->time || !chart->time->has_year || !zt_time_key_parse(text, &key) ||
        key.cycle != ZT_CYCLE_NONE || key.relative)
        return false;
    zt_time_key_span(&key, key.from.year, 0, &first, &end);
    if (is_end)
        guide->end = end;
    else
        guide->first = first;
    guide->in_days = true;
    return true;
}
