/* Shares that a chart of the document shows alone: where both stand side by side, a ledger draws a
   line from the one to the other, so that a number that is printed twice is seen to be one. */
#include "model/doc_imp.h"

/* The share that is all the data of a chart; NULL for any other chart. */
static const zt_quantity *only_share(zt_doc_reader *r, const zt_node *chart)
{
    const zt_node *data = zt_known_child(chart, "data");
    const zt_node *item = data ? zt_known_child(data, "item") : NULL;
    if (!item || zt_known_sibling(item, "item") || zt_known_child(data, "series"))
        return NULL;
    const zt_node *value = zt_known_child(item, NULL);
    const zt_quantity *q =
        value && !zt_known_sibling(value, NULL) ? zt_quantity_of(r, value) : NULL;
    return q && q->kind == ZT_Q_SHARE && q->has_number ? q : NULL;
}

/* One number of one unit, among the same whole. */
static bool say_the_same(const zt_quantity *a, const zt_quantity *b)
{
    return a->kind == b->kind && b->has_number && zt_num_compare(a->value, b->value) == 0 &&
           zt_str_equal(a->unit, b->unit) && a->among.len > 0 && zt_str_equal(a->among, b->among);
}

/* Marks what says the same below the node, outside charts. */
static void mark_below(zt_doc_reader *r, const zt_node *node, const zt_quantity *shown)
{
    zt_quantity *q = zt_quantity_of(r, node);
    if (zt_node_is(node, "chart"))
        return;
    if (q && say_the_same(shown, q))
        q->charted = true;
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        mark_below(r, n, shown);
}

void zt_mark_charted(zt_doc_reader *r, const zt_node *root)
{
    for (const zt_node *n = zt_known_child(root, "chart"); n; n = zt_known_sibling(n, "chart")) {
        const zt_quantity *shown = only_share(r, n);
        if (shown)
            mark_below(r, root, shown);
    }
}
