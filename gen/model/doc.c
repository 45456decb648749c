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

/* Whether lang= is the language itself or one of its kinds: zh-Hans, en-GB (BCP 47). */
static bool is_language(zt_str lang, const char *language)
{
    size_t size = strlen(language);
    return zt_str_starts(lang, language) && (lang.len == size || lang.data[size] == '-');
}

/* The program has words of its own in two languages: another would be printed half in each. */
static zt_lang language_of(zt_doc_reader *r, const zt_node *root)
{
    zt_str lang = zt_node_attr(root, "lang", "zh-Hans");
    if (is_language(lang, "en"))
        return ZT_LANG_EN;
    if (!is_language(lang, "zh"))
        zt_report(
            r->diags, ZT_ERROR, "bad-value", zt_node_attr_at(root, "lang"),
            "lang=“%.*s” 不是可用的语言：中文写 zh-Hans，英文写 en（日期、来源、单位等程序所加"
            "的话只有这两种）",
            "lang=\"%.*s\" is no language that can be set: zh-Hans for Chinese, en for English "
            "(dates, credits, units and other words of the program exist in these two)",
            ZT_ARG(lang));
    return ZT_LANG_ZH;
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
    doc->language = language_of(r, root);
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
    zt_mark_charted(&r, root);
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
