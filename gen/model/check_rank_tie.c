/* rank-tie: equal as printed and places apart, or one place and different values; tie= on both says
   that it is meant. */
#include "model/check_imp.h"
#include "model/rank_pairs_imp.h"

/* Called for each pair. An author who has written tie= on both has looked at it. */
static void check_tie(zt_doc_reader *r, const zt_chart_data *chart, const zt_chart_item *a,
                      const zt_chart_item *b)
{
    (void)chart;
    bool one_place = zt_by_rank(a, b) == 0, equal = zt_by_value(a, b) == 0;
    bool said = a->rank->tie_given && b->rank->tie_given && a->rank->tie == b->rank->tie;
    if (one_place == equal || (said && a->rank->tie == one_place))
        return;
    if (one_place)
        zt_report(r->diags, ZT_WARNING, "rank-tie", b->rank->at,
                  "“%.*s”和“%.*s”同一名次，数值却是 %.*s 和 %.*s；确是并列，都写 tie=\"yes\"",
                  "\"%.*s\" and \"%.*s\" share a place with %.*s and %.*s; if it is a tie write "
                  "tie=\"yes\" on both",
                  ZT_ARG(a->key), ZT_ARG(b->key), ZT_ARG(a->values[0]->text),
                  ZT_ARG(b->values[0]->text));
    else
        zt_report(r->diags, ZT_WARNING, "rank-tie", b->rank->at,
                  "“%.*s”和“%.*s”数值都是 %.*s，名次却不同；舍入之前有先后，都写 tie=\"no\"",
                  "\"%.*s\" and \"%.*s\" both have %.*s and different places; if they differ "
                  "unrounded write tie=\"no\" on both",
                  ZT_ARG(a->key), ZT_ARG(b->key), ZT_ARG(a->values[0]->text));
}

/* Every pair of items with both a rank and a value. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    zt_each_ranked_pair(r, check_tie);
}

const zt_doc_check zt_doc_check_rank_tie = {run};
