/* A document from its checked tree: heads, blocks, feet. What the grammar refused has been reported
   and is passed over, so that the rest is still read and one run tells as much as it can. */
#include "model/edition_imp.h"

#include <string.h>

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

/* The alternative text as written, or drafted from the data. It must be last: it reads all blocks.
 */
static void read_alt(zt_doc_reader *r, const zt_node *root)
{
    const zt_node *alt = zt_known_child(root, "alt");
    r->doc->alt = alt ? zt_str_trim(zt_node_text(r->arena, alt)) : (zt_str){0};
    r->doc->alt_drafted = r->doc->alt.len == 0;
    if (r->doc->alt_drafted)
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
    if (r->doc->root == ZT_ROOT_EDITION) {
        r->doc->edition = zt_edition_read(r, root);
        return;
    }
    zt_read_heads(r, root);
    zt_read_blocks(r, root);
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
    zt_hero_find(&r, root);
    r.doc->pictures = r.pictures.items;
    r.doc->picture_count = r.pictures.count;
    read_alt(&r, root);
    r.doc->origins = zt_origins_of(arena, root);
    zt_check_all(&r, root);
    zt_node_quantities *elements = ZT_NEW(arena, zt_node_quantities);
    *elements = r.elements;
    r.doc->by_element = elements;
    return r.doc;
}
