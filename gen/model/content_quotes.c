/* Quotations with who said them. */
#include "model/content_imp.h"

/* <quotes>: complete="no" says that more was said than is quoted. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_quotes *quotes = ZT_NEW(r->arena, zt_quotes);
    ZT_VEC(zt_quote) list = {0};
    for (const zt_node *n = zt_known_child(node, "q"); n; n = zt_known_sibling(n, "q")) {
        zt_quote quote = {
            .text = zt_rich_read(r, n), .by = zt_node_attr(n, "by", NULL), .at = n->at};
        if (zt_rich_is_empty(&quote.text))
            zt_report(r->diags, ZT_ERROR, "empty-text", n->at, "这个 <q> 里没有文字",
                      "this <q> has no text");
        ZT_PUSH(r->arena, &list, quote);
    }
    quotes->head = zt_node_attr(node, "head", NULL);
    quotes->quotes = list.items;
    quotes->count = list.count;
    quotes->more = zt_str_is(zt_node_attr(node, "complete", NULL), "no");
    zt_check_declared(r, node, "declared", list.count, "条", "quotations");
    block->content = quotes;
    block->count = list.count;
}

/* The quotations with who said them, as dump --stage=model prints them. */
static void describe(zt_describer *t, const void *content)
{
    const zt_quotes *quotes = content;
    zt_describe_text(t, "head", quotes->head);
    zt_describe_flag(t, "more", quotes->more);
    zt_describe_list(t, "quotes");
    for (size_t i = 0; i < quotes->count; i++) {
        zt_describe_open(t, "q", quotes->quotes[i].at);
        zt_describe_text(t, "by", quotes->quotes[i].by);
        zt_describe_rich(t, "text", &quotes->quotes[i].text);
        zt_describe_close(t);
    }
    zt_describe_list_end(t);
}

/* The number of quotations; their words follow as text. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"引语", "条", "Quotations", "item", "items"};
    const zt_quotes *quotes = content;
    zt_alt_open(alt, &words, quotes->head, quotes->count);
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_quotes = {
    .name = "quotes",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
