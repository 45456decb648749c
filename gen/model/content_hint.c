/* Core hints: short paragraphs. */
#include "model/content_imp.h"

/* <hint>: its paragraphs. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_hint *hint = ZT_NEW(r->arena, zt_hint);
    ZT_VEC(zt_rich) paras = {0};
    for (const zt_node *p = zt_known_child(node, "p"); p; p = zt_known_sibling(p, "p")) {
        zt_rich para = zt_rich_read(r, p);
        ZT_PUSH(r->arena, &paras, para);
    }
    hint->head = zt_node_attr(node, "head", NULL);
    hint->paras = paras.items;
    hint->count = paras.count;
    block->content = hint;
    block->count = paras.count;
}

/* A hint as dump --stage=model prints it. */
static void describe(zt_describer *t, const void *content)
{
    const zt_hint *hint = content;
    zt_describe_text(t, "head", hint->head);
    zt_describe_list(t, "paras");
    for (size_t i = 0; i < hint->count; i++)
        zt_describe_rich(t, "p", hint->paras + i);
    zt_describe_list_end(t);
}

/* The number of paragraphs; their words follow as text. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"提示", "段", "Hint", "paragraph", "paragraphs"};
    const zt_hint *hint = content;
    zt_alt_open(alt, &words, hint->head, hint->count);
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_hint = {
    .name = "hint",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
