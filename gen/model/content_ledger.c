/* Task and result side by side. */
#include "model/content_imp.h"

/* <task> or <result> of a row. A side may be left out, but one that is written must hold words. */
static zt_rich read_side(zt_doc_reader *r, const zt_node *row, const char *name)
{
    const zt_node *node = zt_known_child(row, name);
    zt_rich side = node ? zt_rich_read(r, node) : (zt_rich){0};
    if (node && zt_rich_is_empty(&side))
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <%s> 里没有文字",
                  "this <%s> has no text", name);
    return side;
}

/* <ledger>: rows of task, result and figures; left= and right= head the two columns. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
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
        row.figures = zt_read_figure_entries(r, n, &row.figure_count);
        ZT_PUSH(r->arena, &rows, row);
    }
    ledger->head = zt_node_attr(node, "head", NULL);
    ledger->left = zt_node_attr(node, "left", NULL);
    ledger->right = zt_node_attr(node, "right", NULL);
    ledger->rows = rows.items;
    ledger->count = rows.count;
    zt_check_declared(r, node, "declared", rows.count, "行", "rows");
    block->content = ledger;
    block->count = rows.count;
}

/* One row as dump --stage=model prints it. */
static void describe_row(zt_describer *t, const zt_ledger_row *row)
{
    zt_describe_open(t, "row", row->at);
    zt_describe_rich(t, "head", &row->head);
    zt_describe_rich(t, "task", &row->task);
    zt_describe_rich(t, "result", &row->result);
    zt_describe_figure_entries(t, row->figures, row->figure_count);
    zt_describe_close(t);
}

/* The heads and the rows. */
static void describe(zt_describer *t, const void *content)
{
    const zt_ledger *ledger = content;
    zt_describe_text(t, "head", ledger->head);
    zt_describe_text(t, "left", ledger->left);
    zt_describe_text(t, "right", ledger->right);
    zt_describe_list(t, "rows");
    for (size_t i = 0; i < ledger->count; i++)
        describe_row(t, ledger->rows + i);
    zt_describe_list_end(t);
}

/* The head of each row with its figures; task and result are read out as text. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"对照表", "行", "Comparison", "row", "rows"};
    const zt_ledger *ledger = content;
    zt_alt_open(alt, &words, ledger->head, ledger->count);
    zt_alt_say(alt, "：", ": ");
    for (size_t i = 0; i < ledger->count; i++) {
        const zt_ledger_row *row = ledger->rows + i;
        if (i)
            zt_alt_say(alt, "；", "; ");
        zt_alt_rich(alt, &row->head);
        if (row->figure_count)
            zt_alt_say(alt, "，", ", ");
        zt_alt_figure_entries(alt, row->figures, row->figure_count);
    }
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_ledger = {
    .name = "ledger",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
