/* gen/model/rank_pairs_imp.h — private to model/: pairs of ranked items. */
#ifndef ZT_RANK_PAIRS_IMP_H
#define ZT_RANK_PAIRS_IMP_H

#include "model/doc_imp.h"

/* Called for each pair once, `a` before `b` in the order of the chart. */
typedef void zt_pair_visit(zt_doc_reader *r, const zt_chart_data *chart, const zt_chart_item *a,
                           const zt_chart_item *b);
/* All pairs of exact places with exact values within one whole (among=); the first 200 items. */
void zt_each_ranked_pair(zt_doc_reader *r, zt_pair_visit *visit);
/* Has an exact place and an exact value in the first series. */
bool zt_is_ranked(const zt_chart_item *item);
/* <0, 0, >0 */
int zt_by_rank(const zt_chart_item *a, const zt_chart_item *b);
int zt_by_value(const zt_chart_item *a, const zt_chart_item *b);

#endif
