/* Pairs of ranked items of one chart, for rank-order and rank-tie. Both ask the same question of
   two items, so what makes items comparable is decided once. */
#include "model/rank_pairs_imp.h"

#include "model/quantity_imp.h"

/* One item of a ranking; both may be compared within one whole (among=). */
bool zt_is_ranked(const zt_chart_item *item)
{
    return item->rank && zt_is_exact(item->rank) && item->rank->within.len == 0 &&
           zt_is_exact(item->values[0]);
}

/* Ranks within different wholes, 全国 and 西部, do not compare. */
static bool same_whole(const zt_chart_item *a, const zt_chart_item *b)
{
    return zt_str_equal(a->rank->among, b->rank->among);
}

/* Neighbours in the order of ranks would do, but charts are small and need not be sorted. */
void zt_each_ranked_pair(zt_doc_reader *r, zt_pair_visit *visit)
{
    enum { MOST = 200 };
    for (size_t i = 0; i < r->doc->block_count; i++) {
        const zt_chart_data *chart = zt_content_of(&r->doc->blocks[i], "chart");
        if (!chart)
            continue;
        for (size_t a = 0; a < chart->item_count && a < MOST; a++)
            for (size_t b = a + 1; b < chart->item_count && b < MOST; b++)
                if (zt_is_ranked(&chart->items[a]) && zt_is_ranked(&chart->items[b]) &&
                    same_whole(&chart->items[a], &chart->items[b]))
                    visit(r, chart, &chart->items[a], &chart->items[b]);
    }
}

/* Orders two ranked items by their places. */
int zt_by_rank(const zt_chart_item *a, const zt_chart_item *b)
{
    return zt_num_compare(a->rank->value, b->rank->value);
}

/* Orders two ranked items by their values. */
int zt_by_value(const zt_chart_item *a, const zt_chart_item *b)
{
    return zt_num_compare(a->values[0]->value, b->values[0]->value);
}
