/* rank-order: a better place with a smaller value. */
#include "model/check_imp.h"
#include "model/rank_pairs_imp.h"

/* Where the least is the best, as in fine dust, all pairs run the other way. */
static bool least_is_first(const zt_chart_data *chart)
{
    for (size_t a = 0; a < chart->item_count; a++)
        for (size_t b = 0; b < a; b++)
            if (zt_is_ranked(&chart->items[a]) && zt_is_ranked(&chart->items[b]) &&
                zt_by_rank(&chart->items[a], &chart->items[b]) *
                        zt_by_value(&chart->items[a], &chart->items[b]) <
                    0)
                return false;
    return true;
}

/* rank-order: a better place with a smaller value, unless the least is the best in this chart. */
static void check_order(zt_doc_reader *r, const zt_chart_data *chart, const zt_chart_item *a,
                        const zt_chart_item *b)
{
    int rank = zt_by_rank(a, b), value = zt_by_value(a, b);
    if (rank * value <= 0 || least_is_first(chart))
        return;
    const zt_chart_item *first = rank < 0 ? a : b, *second = rank < 0 ? b : a;
    zt_report(r->diags, ZT_WARNING, "rank-order", second->rank->at,
              "“%.*s”排第 %lld，“%.*s”排第 %lld，可前者的 %.*s 不比后者的 %.*s 大",
              "\"%.*s\" ranks %lld and \"%.*s\" ranks %lld, but %.*s is not more than %.*s",
              ZT_ARG(first->key), (long long)first->rank->value.scaled, ZT_ARG(second->key),
              (long long)second->rank->value.scaled, ZT_ARG(first->values[0]->text),
              ZT_ARG(second->values[0]->text));
}

/* Every pair of items with both a rank and a value. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    zt_each_ranked_pair(r, check_order);
}

const zt_doc_check zt_doc_check_rank_order = {run};
