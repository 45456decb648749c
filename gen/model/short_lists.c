/* Short lists: pairs of a strip, names, quotations. */
#include "model/doc_imp.h"

void zt_read_strip(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_strip *strip = ZT_NEW(r->arena, zt_strip);
    ZT_VEC(zt_pair) pairs = {0};
    for (const zt_node *n = zt_known_child(node, "pair"); n; n = zt_known_sibling(n, "pair")) {
        zt_pair pair = {
            .label = zt_node_attr(n, "label", NULL),
            .value = zt_str_trim(zt_node_text(r->arena, n)),
            .at = zt_text_at(n),
            .label_at = zt_node_attr_at(n, "label"),
        };
        if (pair.value.len == 0)
            zt_report(r->diags, ZT_ERROR, "empty-text", n->at, "“%.*s”之后没有号码",
                      "nothing stands beside \"%.*s\"", ZT_ARG(pair.label));
        ZT_PUSH(r->arena, &pairs, pair);
    }
    strip->head = zt_node_attr(node, "head", NULL);
    strip->pairs = pairs.items;
    strip->count = pairs.count;
    zt_check_declared(r, node, "declared", pairs.count, "对", "pairs");
    block->content = strip;
}

void zt_read_names(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_name_list *list = ZT_NEW(r->arena, zt_name_list);
    ZT_VEC(zt_rich) names = {0};
    for (const zt_node *n = zt_known_child(node, "name"); n; n = zt_known_sibling(n, "name")) {
        zt_rich name = zt_rich_read(r, n);
        if (zt_rich_is_empty(&name))
            zt_report(r->diags, ZT_ERROR, "empty-text", n->at, "这个 <name> 里没有文字",
                      "this <name> has no text");
        ZT_PUSH(r->arena, &names, name);
    }
    list->head = zt_node_attr(node, "head", NULL);
    list->names = names.items;
    list->count = names.count;
    zt_check_declared(r, node, "declared", names.count, "个", "names");
    block->content = list;
}

void zt_read_quotes(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
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
    zt_check_declared(r, node, "declared", list.count, "条", "quotations");
    block->content = quotes;
}
