/* Names in the order written. */
#include "model/content_imp.h"

/* <names>: the names in their order, which is a statement (rank, number of strokes) and is never
   changed. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
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
    block->count = names.count;
}

/* The list as dump --stage=model prints it. */
static void describe(zt_describer *t, const void *content)
{
    const zt_name_list *list = content;
    zt_describe_text(t, "head", list->head);
    zt_describe_list(t, "names");
    for (size_t i = 0; i < list->count; i++)
        zt_describe_rich(t, "name", list->names + i);
    zt_describe_list_end(t);
}

/* All names, parted by the pause mark 、. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"名单", "个", "List of names", "name", "names"};
    const zt_name_list *list = content;
    zt_alt_open(alt, &words, list->head, list->count);
    zt_alt_say(alt, "：", ": ");
    for (size_t i = 0; i < list->count; i++) {
        if (i)
            zt_alt_say(alt, "、", ", ");
        zt_alt_rich(alt, list->names + i);
    }
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_names = {
    .name = "names",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
