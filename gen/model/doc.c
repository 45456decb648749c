/* A document from its checked tree: heads, blocks, feet. What the grammar refused has been reported
   and is passed over, so that the rest is still read and one run tells as much as it can. */
#include "model/content_imp.h"

#include <string.h>

/* ---- questions to checked nodes ---- */

/* The node itself or the next sibling that passed the grammar and has the name; name NULL takes
   any. */
static const zt_node *known(const zt_node *node, const char *name)
{
    while (node && !(node->known && node->name && (!name || strcmp(node->name, name) == 0)))
        node = node->next;
    return node;
}

/* The first child that passed the grammar. Unknown elements were reported by the grammar and are
   passed over everywhere. */
const zt_node *zt_known_child(const zt_node *node, const char *name)
{
    return known(node->first, name);
}

/* The next sibling of the name that passed the grammar. */
const zt_node *zt_known_sibling(const zt_node *node, const char *name)
{
    return known(node->next, name);
}

/* True for "yes"; the grammar allows no other word but "no". */
bool zt_attr_yes(const zt_node *node, const char *attr)
{
    return zt_str_is(zt_node_attr(node, attr, NULL), "yes");
}

/* The value of an attribute as a C string of the tree, NULL when it is not written. */
const char *zt_attr_text(const zt_node *node, const char *attr)
{
    const zt_attr_value *found = zt_node_find(node, attr);
    return found ? found->value.data : NULL;
}

/* The place of an attribute's value in a list of words parted by blanks; 0 when it is not written
   or not listed, so the first word is the default. */
int zt_attr_index(const zt_node *node, const char *attr, const char *list)
{
    zt_str value = zt_node_attr(node, attr, NULL), rest = zt_str_from(list), word;
    for (int i = 0; zt_str_word(&rest, &word); i++)
        if (zt_str_equal(word, value))
            return i;
    return 0;
}

/* The place of the first printed character of a node, past the line ends and blanks that lay out
   the file; the node itself when it is empty. */
zt_pos zt_text_at(const zt_node *node)
{
    const zt_node *text = node->name ? node->first : node;
    while (text && (text->name || zt_str_trim(text->text).len == 0))
        text = text->next;
    if (!text)
        return node->at;
    zt_pos at = text->at;
    for (size_t i = 0; i < text->text.len && zt_is_blank(text->text.data[i]); i++) {
        bool line = text->text.data[i] == '\n';
        at.line += line;
        at.column = line ? 1 : at.column + 1;
    }
    return at;
}

/* ---- heads ---- */

/* A full date, not an interval and not a month. */
static bool parse_day(zt_str text, zt_day *out)
{
    zt_date date;
    if (!zt_date_parse(text, &date, NULL) || date.range || date.from.day == 0)
        return false;
    *out = date.from;
    return true;
}

/* Attributes of <graphic>. */
static void read_root(zt_doc_reader *r, const zt_node *root)
{
    zt_doc *doc = r->doc;
    doc->id = zt_attr_text(root, "id");
    doc->id_at = zt_node_attr_at(root, "id");
    doc->template_name = zt_attr_text(root, "template");
    doc->template_at = zt_node_attr_at(root, "template");
    doc->lang = zt_node_attr(root, "lang", "zh-Hans").data;
    doc->has_issue = parse_day(zt_node_attr(root, "issue", NULL), &doc->issue);
}

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
    kind->read(r, node, &block);
    return block;
}

/* Blocks in the order of the document. Each kind reads its own element. */
static void read_blocks(zt_doc_reader *r, const zt_node *root)
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

/* The alternative text as written, or drafted from the data. It must be last: it reads all blocks.
 */
static void read_alt(zt_doc_reader *r, const zt_node *root)
{
    const zt_node *alt = zt_known_child(root, "alt");
    r->doc->alt = alt ? zt_str_trim(zt_node_text(r->arena, alt)) : (zt_str){0};
    if (r->doc->alt.len == 0)
        r->doc->alt = zt_alt_of_doc(r->arena, r->doc);
}

/* The kind of document that a root element begins; false for any other. */
static bool root_of(const zt_node *root, zt_root *out)
{
    static const zt_root roots[] = {ZT_ROOT_GRAPHIC, ZT_ROOT_EDITION, ZT_ROOT_REPORT};
    for (size_t i = 0; root->known && i < sizeof roots / sizeof *roots; i++)
        if (zt_node_is(root, zt_root_name(roots[i]))) {
            *out = roots[i];
            return true;
        }
    return false;
}

/* All that the document says besides its root. */
static void read_content(zt_doc_reader *r, const zt_node *root)
{
    if (r->doc->root == ZT_ROOT_REPORT) {
        zt_read_report(r, root);
        return;
    }
    zt_read_heads(r, root);
    read_blocks(r, root);
    zt_read_feet(r, root);
}

/* Reads the whole document. Quantities come first, so that any text may refer to any of them;
   checks come last. Returns NULL when the root is none of ours, which the grammar has reported.
   Everything is kept in the arena, and texts point into the source, so both must outlive the
   document. */
zt_doc *zt_doc_read(zt_arena *arena, zt_diags *diags, zt_source *source,
                    const zt_model_options *options)
{
    const zt_node *root = source->root;
    zt_root kind;
    if (!root_of(root, &kind))
        return NULL;
    zt_doc_reader r = {.arena = arena, .diags = diags, .doc = ZT_NEW(arena, zt_doc)};
    r.doc->root = kind;
    if (options)
        r.options = *options;
    r.doc->path = source->path;
    r.doc->source = source;
    read_root(&r, root);
    zt_read_quantities(&r, root);
    read_content(&r, root);
    r.doc->pictures = r.pictures.items;
    r.doc->picture_count = r.pictures.count;
    read_alt(&r, root);
    r.doc->origins = zt_origins_of(arena, root);
    zt_check_all(&r, root);
    return r.doc;
}
