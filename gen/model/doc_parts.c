/* The parts of a document: what any root may hold, heads, blocks and feet; and what readers ask of
   checked nodes. */
#include "model/content_imp.h"

#include <string.h>

/* ---- heads ---- */

/* A heading that may be absent; empty then. */
static zt_rich read_head(zt_doc_reader *r, const zt_node *root, const char *name)
{
    const zt_node *node = zt_known_child(root, name);
    return node ? zt_rich_read(r, node) : (zt_rich){0};
}

/* The date of the figures: a day or a month. bad-date otherwise. */
static void read_asof(zt_doc_reader *r, const zt_node *node)
{
    zt_doc *doc = r->doc;
    zt_str text = zt_str_trim(zt_node_text(r->arena, node));
    doc->asof_at = zt_text_at(node);
    doc->has_asof = zt_date_parse(text, &doc->asof, NULL) && !doc->asof.range;
    if (doc->has_asof)
        zt_check_asof(r, doc->asof, doc->asof_at);
    else
        zt_report(r->diags, ZT_ERROR, "bad-date", doc->asof_at,
                  "<asof> 的“%.*s”不是日期，应写作 2022-05 或 2022-05-31",
                  "<asof> \"%.*s\" is no date, write 2022-05 or 2022-05-31", ZT_ARG(text));
}

/* Kicker, title, deck, lead and the date of the figures. */
void zt_read_heads(zt_doc_reader *r, const zt_node *root)
{
    r->doc->kicker = read_head(r, root, "kicker");
    r->doc->title = read_head(r, root, "title");
    r->doc->deck = read_head(r, root, "deck");
    r->doc->lead = read_head(r, root, "lead");
    const zt_node *asof = zt_known_child(root, "asof");
    if (asof)
        read_asof(r, asof);
}

/* ---- blocks ---- */

/* The kind of block that an element is, NULL for heads and feet. */
const zt_content_kind *zt_content_kind_find(const char *name)
{
    for (size_t i = 0; zt_content_kinds[i]; i++)
        if (strcmp(zt_content_kinds[i]->name, name) == 0)
            return zt_content_kinds[i];
    return NULL;
}

/* The content of a block when it is of that kind, else NULL; the caller casts it. */
const void *zt_content_of(const zt_content_block *block, const char *name)
{
    return strcmp(block->name, name) == 0 ? block->content : NULL;
}

zt_content_block zt_read_block(zt_doc_reader *r, const zt_node *node, const zt_content_kind *kind)
{
    zt_content_block block = {
        .kind = kind, .name = kind->name, .id = zt_attr_text(node, "id"), .at = node->at};
    block.key = zt_attr_index(node, "weight", "normal key") == 1;
    kind->read(r, node, &block);
    return block;
}

/* Blocks in the order of the document. Each kind reads its own element. */
void zt_read_blocks(zt_doc_reader *r, const zt_node *root)
{
    ZT_VEC(zt_content_block) blocks = {0};
    for (const zt_node *node = zt_known_child(root, NULL); node;
         node = zt_known_sibling(node, NULL)) {
        const zt_content_kind *kind = zt_content_kind_find(node->name);
        if (kind)
            ZT_PUSH(r->arena, &blocks, zt_read_block(r, node, kind));
    }
    r->doc->blocks = blocks.items;
    r->doc->block_count = blocks.count;
}

/* ---- feet ---- */

/* Notes at the foot. */
static void read_notes(zt_doc_reader *r, const zt_node *root)
{
    ZT_VEC(zt_rich) notes = {0};
    for (const zt_node *node = zt_known_child(root, "note"); node;
         node = zt_known_sibling(node, "note")) {
        zt_rich note = zt_rich_read(r, node);
        ZT_PUSH(r->arena, &notes, note);
    }
    r->doc->notes = notes.items;
    r->doc->note_count = notes.count;
}

/* A source has its text inside; persons are named by by=. empty-credit when nothing is there. */
static zt_credit read_credit(zt_doc_reader *r, const zt_node *node)
{
    zt_credit credit = {.role = node->name, .at = node->at};
    if (zt_node_is(node, "source")) {
        credit.text = zt_str_trim(zt_node_text(r->arena, node));
        credit.at = zt_text_at(node);
    } else {
        credit.text = zt_node_attr(node, "by", NULL);
        credit.at = zt_node_attr_at(node, "by");
    }
    if (credit.text.len == 0)
        zt_report(r->diags, ZT_ERROR, "empty-credit", node->at, "<%s> 是空的", "<%s> is empty",
                  node->name);
    return credit;
}

/* <credits> in the order written, which is the order in which they are printed. */
static void read_credits(zt_doc_reader *r, const zt_node *root)
{
    const zt_node *credits = zt_known_child(root, "credits");
    ZT_VEC(zt_credit) list = {0};
    if (!credits)
        return;
    if (!zt_known_child(credits, NULL))
        zt_report(r->diags, ZT_ERROR, "empty-credit", credits->at, "<credits> 里什么也没有",
                  "<credits> holds nothing");
    for (const zt_node *node = zt_known_child(credits, NULL); node;
         node = zt_known_sibling(node, NULL)) {
        zt_credit credit = read_credit(r, node);
        ZT_PUSH(r->arena, &list, credit);
    }
    r->doc->credits = list.items;
    r->doc->credit_count = list.count;
    r->doc->credits_at = credits->at;
}

void zt_read_feet(zt_doc_reader *r, const zt_node *node)
{
    read_notes(r, node);
    read_credits(r, node);
}
