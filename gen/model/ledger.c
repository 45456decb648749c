/* Task and result side by side, and key figures set apart. */
#include "model/doc_imp.h"

static zt_figure_entry read_figure(zt_doc_reader *r, const zt_node *node)
{
    zt_figure_entry entry = {
        .label =
            zt_rich_of(r->arena, zt_node_attr(node, "label", NULL), zt_node_attr_at(node, "label")),
        .at = node->at,
    };
    for (const zt_node *q = zt_known_child(node, NULL); q; q = zt_known_sibling(q, NULL)) {
        const zt_quantity *quantity =
            zt_node_is(q, "ref") ? zt_ref_resolve(r, q) : zt_quantity_of(r, q);
        if (!entry.value)
            entry.value = quantity;
        else if (!entry.more)
            entry.more = quantity;
    }
    if (!zt_known_child(node, NULL))
        zt_report(r->diags, ZT_ERROR, "item-empty", node->at,
                  "这个 <figure> 里没有数；缺数写 <v status=\"missing\"/>",
                  "this <figure> has no value; write <v status=\"missing\"/> if it is not known");
    return entry;
}

/* Figures without a value have been complained about: they are left out. */
static zt_figure_entry *read_figures(zt_doc_reader *r, const zt_node *node, size_t *count)
{
    ZT_VEC(zt_figure_entry) figures = {0};
    for (const zt_node *f = zt_known_child(node, "figure"); f; f = zt_known_sibling(f, "figure")) {
        zt_figure_entry entry = read_figure(r, f);
        if (entry.value)
            ZT_PUSH(r->arena, &figures, entry);
    }
    *count = figures.count;
    return figures.items;
}

static zt_rich read_side(zt_doc_reader *r, const zt_node *row, const char *name)
{
    const zt_node *node = zt_known_child(row, name);
    zt_rich side = node ? zt_rich_read(r, node) : (zt_rich){0};
    if (node && zt_rich_is_empty(&side))
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <%s> 里没有文字",
                  "this <%s> has no text", name);
    return side;
}

void zt_read_ledger(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_ledger *ledger = ZT_NEW(r->arena, zt_ledger);
    ZT_VEC(zt_ledger_row) rows = {0};
    for (const zt_node *n = zt_known_child(node, "row"); n; n = zt_known_sibling(n, "row")) {
        zt_ledger_row row = {
            .head = zt_rich_of(r->arena, zt_node_attr(n, "head", NULL), zt_node_attr_at(n, "head")),
            .task = read_side(r, n, "task"),
            .result = read_side(r, n, "result"),
            .at = n->at,
        };
        row.figures = read_figures(r, n, &row.figure_count);
        ZT_PUSH(r->arena, &rows, row);
    }
    ledger->head = zt_node_attr(node, "head", NULL);
    ledger->left = zt_node_attr(node, "left", NULL);
    ledger->right = zt_node_attr(node, "right", NULL);
    ledger->rows = rows.items;
    ledger->count = rows.count;
    zt_check_declared(r, node, "declared", rows.count, "行", "rows");
    block->content = ledger;
}

void zt_read_figures(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_figures *figures = ZT_NEW(r->arena, zt_figures);
    figures->head = zt_node_attr(node, "head", NULL);
    figures->figures = read_figures(r, node, &figures->count);
    zt_check_declared(r, node, "declared", figures->count, "个数", "figures");
    block->content = figures;
}
