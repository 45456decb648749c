/* A structure given by its counts: 两极核、四通道、五区、三带. */
#include "model/content_imp.h"
#include "model/english_words_imp.h"

/* What the count says: 两, 12, １２; in English four too. */
static long long number_of(zt_doc_reader *r, const zt_node_entry *entry)
{
    long long number;
    zt_num digits;
    if (zt_han_number(entry->count, &number) && number > 0)
        return number;
    if (zt_num_parse(entry->count, &digits) && digits.decimals == 0 && digits.scaled > 0)
        return digits.scaled;
    if (r->doc->language == ZT_LANG_EN && zt_english_count(entry->count, &number))
        return number;
    zt_report(r->diags, ZT_ERROR, "not-a-number", entry->count_at,
              "“%.*s”不是个数；应为汉字或阿拉伯数字，如 两、四、12",
              "\"%.*s\" is no count; expected Han or Arabic numerals such as 两, 四, 12",
              ZT_ARG(entry->count));
    return 0;
}

/* One <node>: how many there are of what, and their names. The count as a number is compared with
   the names listed. */
static zt_node_entry read_entry(zt_doc_reader *r, const zt_node *node)
{
    ZT_VEC(zt_rich) items = {0};
    zt_node_entry entry = {
        .count = zt_node_attr(node, "count", NULL),
        .head = zt_node_attr(node, "head", NULL),
        .label = zt_node_attr(node, "label", NULL),
        .at = node->at,
        .count_at = zt_node_attr_at(node, "count"),
    };
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL)) {
        zt_rich item = zt_rich_read(r, n);
        if (zt_rich_is_empty(&item))
            zt_report(r->diags, ZT_ERROR, "empty-text", n->at, "这个 <%s> 里没有文字",
                      "this <%s> has no text", n->name);
        else
            ZT_PUSH(r->arena, &items, item);
    }
    entry.items = items.items;
    entry.item_count = items.count;
    if (entry.count.len)
        entry.number = number_of(r, &entry);
    zt_check_node_count(r, node, &entry);
    return entry;
}

/* <structure>, in a block of its own or within <tasks>. */
zt_structure *zt_structure_read(zt_doc_reader *r, const zt_node *node)
{
    zt_structure *structure = ZT_NEW(r->arena, zt_structure);
    ZT_VEC(zt_node_entry) nodes = {0};
    for (const zt_node *n = zt_known_child(node, "node"); n; n = zt_known_sibling(n, "node")) {
        zt_node_entry entry = read_entry(r, n);
        ZT_PUSH(r->arena, &nodes, entry);
    }
    structure->at = node->at;
    structure->head = zt_node_attr(node, "head", NULL);
    structure->goal = zt_goal_read(r, node);
    structure->nodes = nodes.items;
    structure->count = nodes.count;
    zt_check_declared(r, node, "declared", nodes.count, "部分", "parts");
    return structure;
}

/* One part with its count as written and as a number. */
static void describe_node(zt_describer *t, const zt_node_entry *node)
{
    zt_describe_open(t, "node", node->at);
    zt_describe_text(t, "count", node->count);
    zt_describe_num(t, "number", (zt_num){.scaled = node->number});
    zt_describe_text(t, "head", node->head);
    zt_describe_text(t, "label", node->label);
    zt_describe_list(t, "items");
    for (size_t i = 0; i < node->item_count; i++)
        zt_describe_rich(t, "item", node->items + i);
    zt_describe_list_end(t);
    zt_describe_close(t);
}

/* The structure as dump --stage=model prints it; `content` is a zt_structure. */
void zt_structure_describe(zt_describer *t, const void *content)
{
    const zt_structure *structure = content;
    zt_describe_text(t, "head", structure->head);
    zt_goal_describe(t, &structure->goal);
    zt_describe_list(t, "nodes");
    for (size_t i = 0; i < structure->count; i++)
        describe_node(t, structure->nodes + i);
    zt_describe_list_end(t);
}

/* Goal, then each part with its names; `content` is a zt_structure. */
void zt_structure_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"布局", "部分", "Structure", "part", "parts"};
    const zt_structure *structure = content;
    zt_alt_open(alt, &words, structure->head, structure->count);
    zt_goal_alt(alt, &structure->goal);
    zt_alt_say(alt, "：", ": ");
    for (size_t i = 0; i < structure->count; i++) {
        const zt_node_entry *node = structure->nodes + i;
        if (i)
            zt_alt_say(alt, "；", "; ");
        zt_buf_str(alt->out, node->count);
        zt_alt_say(alt, "", node->count.len ? " " : "");
        zt_buf_str(alt->out, node->head);
        for (size_t k = 0; k < node->item_count; k++) {
            if (k)
                zt_alt_say(alt, "、", ", ");
            else
                zt_alt_say(alt, "：", ": ");
            zt_alt_rich(alt, node->items + k);
        }
    }
    zt_alt_say(alt, "。", ".");
}

/* <structure> as a block. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_structure *structure = zt_structure_read(r, node);
    block->content = structure;
    block->count = structure->count;
}

const zt_content_kind zt_content_kind_structure = {
    .name = "structure",
    .read = read,
    .describe = zt_structure_describe,
    .alt = zt_structure_alt,
};
