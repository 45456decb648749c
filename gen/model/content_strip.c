/* A strip of pairs: a label and its number. */
#include "model/content_imp.h"

/* <strip>: pairs of a label and what stands beside it, such as an office and its telephone number.
 */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
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
    block->count = pairs.count;
}

/* The pairs as dump --stage=model prints them. */
static void describe(zt_describer *t, const void *content)
{
    const zt_strip *strip = content;
    zt_describe_text(t, "head", strip->head);
    zt_describe_list(t, "pairs");
    for (size_t i = 0; i < strip->count; i++) {
        zt_describe_open(t, "pair", strip->pairs[i].at);
        zt_describe_text(t, "label", strip->pairs[i].label);
        zt_describe_text(t, "value", strip->pairs[i].value);
        zt_describe_close(t);
    }
    zt_describe_list_end(t);
}

/* All pairs, label and number. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"号码条", "对", "Strip of numbers", "pair", "pairs"};
    const zt_strip *strip = content;
    zt_alt_open(alt, &words, strip->head, strip->count);
    zt_alt_say(alt, "：", ": ");
    for (size_t i = 0; i < strip->count; i++) {
        if (i)
            zt_alt_say(alt, "；", "; ");
        zt_buf_str(alt->out, strip->pairs[i].label);
        zt_buf_puts(alt->out, " ");
        zt_buf_str(alt->out, strip->pairs[i].value);
    }
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_strip = {
    .name = "strip",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
