/* How numbers are worded: findings about the writing, not about what it says (R118 to R120). */
#include "model/chart_labels.h"
#include "model/doc_imp.h"
#include "model/quantity_imp.h"

#include "base/arena.h"

/* R118: 约30余家 says twice that 30 is not the exact number; 3.5余 says tenths and then that they
   are not known. */
void zt_check_hedges(zt_diags *diags, const zt_quantity *q, const zt_phrase *first,
                     const zt_phrase *last)
{
    zt_str said = zt_str_slice(q->text, first->first, last->end);
    int hedges = first->hedges + (last != first ? last->hedges : 0);
    bool open_decimal = (first->has_infix && first->printed.decimals > 0) ||
                        (last->has_infix && last->printed.decimals > 0);
    if (hedges > 1)
        zt_report(diags, ZT_WARNING, "approx-twice", q->at,
                  "“%.*s”说了两次约数：前面的约、近、超、逾和后面的余、多、左右只用一个",
                  "“%.*s” says twice that it is not exact: one of 约 近 超 逾 before or 余 多 左右 "
                  "behind is enough",
                  ZT_ARG(said));
    if (open_decimal)
        zt_report(diags, ZT_NOTE, "approx-decimal", q->at,
                  "“%.*s”：小数后不用余、多；改为整数，或写约、超",
                  "“%.*s”: no 余 or 多 behind a decimal; use a whole number, or 约 or 超 before it",
                  ZT_ARG(said));
}

/* A number that is neither hedged nor a range; hedged ones may have their own decimals. */
static bool is_exact(const zt_quantity *q)
{
    return q && q->has_number && !q->approx && !q->range_to;
}

/* R120: 38.2 and 35.0, not 38.2 and 35. Said once a series. */
static void check_decimals(zt_diags *diags, const zt_chart_data *chart, size_t series)
{
    const zt_quantity *first = NULL;
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_quantity *q = chart->items[i].values[series];
        if (!is_exact(q))
            continue;
        if (!first)
            first = q;
        /* 1.2万亿元 and 9800亿元 each have the decimals of their scale, 0.23 and 1600000 on a
           logarithm those of their size. */
        bool apart = (chart->mixed_scales && q->scale != first->scale) ||
                     zt_chart_spread_of(chart, series) != ZT_SPREAD_EVEN;
        if (q->printed.decimals == first->printed.decimals || apart)
            continue;
        zt_report(diags, ZT_NOTE, "decimals-mixed", q->at,
                  "“%.*s”与“%.*s”小数位数不同；一组数据用同样的位数，如 38.2、35.0",
                  "“%.*s” and “%.*s” differ in their decimals; one series has one number of them, "
                  "as in 38.2, 35.0",
                  ZT_ARG(q->text), ZT_ARG(first->text));
        return;
    }
}

/* Whether the value itself prints the sign. */
static bool says_percent(const zt_quantity *q)
{
    zt_str behind = zt_str_slice(q->text, q->figure_end, q->text.len);
    return zt_str_starts(behind, "%") || zt_str_starts(behind, "％");
}

/* R120: % on every value or once for all. */
static void check_percent(zt_diags *diags, const zt_chart_data *chart)
{
    const zt_quantity *with = NULL, *without = NULL;
    for (size_t i = 0; i < chart->item_count; i++)
        for (size_t k = 0; k < chart->series_count; k++) {
            const zt_quantity *q = chart->items[i].values[k];
            if (!q || !q->has_number || !zt_str_is(q->unit, "%"))
                continue;
            if (says_percent(q))
                with = with ? with : q;
            else
                without = without ? without : q;
        }
    if (with && without)
        zt_report(diags, ZT_WARNING, "percent-mixed", without->at,
                  "“%.*s”没有 %%，“%.*s”有；或者每个值都写，或者只在标题或 unit 写一次",
                  "“%.*s” has no %%, “%.*s” has; write it on every value, or once in the title or "
                  "unit",
                  ZT_ARG(without->text), ZT_ARG(with->text));
}

/* The findings about a series as a list: decimals and per cent signs (R120). The values of a bullet
   are of a measure each. */
void zt_check_series(zt_diags *diags, const zt_chart_data *chart)
{
    if (zt_str_is(chart->kind, "bullet"))
        return;
    for (size_t k = 0; k < chart->series_count; k++)
        check_decimals(diags, chart, k);
    check_percent(diags, chart);
}
