/* A report from its checked tree: the cover, then sections in sections with their texts and blocks.
   Numbers and pages are not the model's: the program counts them when it makes the pages. */
#include "model/content_imp.h"
#include "model/report.h"

/* A report while it is read. */
typedef struct report_reader {
    zt_doc_reader *r;
    zt_report_doc *report;
    ZT_VEC(zt_content_block) blocks;
    ZT_VEC(zt_indicator) indicators;
    /* Parts that have an id; value: the zt_report_part. */
    zt_names targets;
} report_reader;

/* The parts that are made by the program or hold others, by their elements. */
static const struct {
    const char *element;
    zt_report_kind kind;
} part_kinds[] = {{"section", ZT_REPORT_SECTION}, {"appendix", ZT_REPORT_APPENDIX},
                  {"lead", ZT_REPORT_LEAD},       {"toc", ZT_REPORT_TOC},
                  {"list", ZT_REPORT_LIST},       {"data", ZT_REPORT_DATA},
                  {"sources", ZT_REPORT_SOURCES}, {"index", ZT_REPORT_INDEX}};

/* False for what is no part of the stream: the cover, the alternative text. */
static bool kind_of(const zt_node *node, zt_report_kind *kind)
{
    *kind = ZT_REPORT_BLOCK;
    for (size_t i = 0; i < sizeof part_kinds / sizeof *part_kinds; i++)
        if (zt_node_is(node, part_kinds[i].element)) {
            *kind = part_kinds[i].kind;
            return true;
        }
    return zt_content_kind_find(node->name) != NULL;
}

/* A block with its place in the list of all. */
static void read_block(report_reader *rr, const zt_node *node, zt_report_part *part)
{
    zt_content_block block = zt_read_block(rr->r, node, zt_content_kind_find(node->name));
    part->block = rr->blocks.count;
    part->placing = (zt_float_wish)zt_attr_index(node, "float", "auto no page head foot");
    part->keep = zt_attr_yes(node, "keep");
    part->split = zt_attr_yes(node, "split");
    part->wide = zt_attr_yes(node, "wide");
    ZT_PUSH(rr->r->arena, &rr->blocks, block);
}

/* The sources that are written in <sources>. */
static void read_sources(report_reader *rr, const zt_node *node, zt_report_part *part)
{
    ZT_VEC(zt_credit) list = {0};
    for (const zt_node *n = zt_known_child(node, "source"); n; n = zt_known_sibling(n, "source")) {
        zt_credit credit = {.role = "source",
                            .text = zt_str_trim(zt_node_text(rr->r->arena, n)),
                            .at = zt_text_at(n)};
        ZT_PUSH(rr->r->arena, &list, credit);
    }
    part->sources = list.items;
    part->source_count = list.count;
}

/* of= of a list as bits. */
static unsigned listed(const zt_node *node)
{
    zt_str of = zt_node_attr(node, "of", ""), word;
    unsigned bits = 0;
    while (zt_str_word(&of, &word))
        bits |= zt_str_is(word, "chart")   ? (unsigned)ZT_LIST_CHARTS
                : zt_str_is(word, "photo") ? (unsigned)ZT_LIST_PHOTOS
                                           : (unsigned)ZT_LIST_TABLES;
    return bits;
}

/* The head that a collected part has when none is written: the initial of the grammar. */
static const char *usual_head(zt_report_kind kind, zt_lang language)
{
    switch (kind) {
    case ZT_REPORT_TOC:
        return ZT_IN(language, "目录", "Contents");
    case ZT_REPORT_SOURCES:
        return ZT_IN(language, "资料来源", "Sources");
    case ZT_REPORT_INDEX:
        return ZT_IN(language, "索引", "Index");
    case ZT_REPORT_SECTION:
    case ZT_REPORT_APPENDIX:
    case ZT_REPORT_LEAD:
    case ZT_REPORT_BLOCK:
    case ZT_REPORT_LIST:
    case ZT_REPORT_DATA:
        break;
    }
    return "";
}

static void read_parts(report_reader *rr, const zt_node *node, zt_report_part *into, int level);

/* What a section, a list or a collected part says of itself. Reports missing-attribute for a
   section without head. */
static void read_section(report_reader *rr, const zt_node *node, zt_report_part *part)
{
    zt_num depth;
    bool holds = part->kind == ZT_REPORT_SECTION || part->kind == ZT_REPORT_APPENDIX;
    part->head = zt_node_attr(node, "head", usual_head(part->kind, rr->r->doc->language));
    part->head_at = zt_node_attr_at(node, "head");
    part->brief = zt_node_attr(node, "short", NULL);
    part->brief_at = zt_node_attr_at(node, "short");
    if (part->brief.len == 0) {
        part->brief = part->head;
        part->brief_at = part->head_at;
    }
    part->numbered = zt_node_find(node, "numbered") == NULL || zt_attr_yes(node, "numbered");
    part->keep = part->kind == ZT_REPORT_SECTION && zt_attr_yes(node, "keep");
    part->depth = 2;
    if (zt_num_parse(zt_node_attr(node, "depth", NULL), &depth) && depth.decimals == 0)
        part->depth = (int)depth.scaled;
    part->of = part->kind == ZT_REPORT_LIST ? listed(node) : 0;
    if (holds && part->head.len == 0)
        zt_report(rr->r->diags, ZT_ERROR, "head-missing", node->at,
                  "<%s> 没有标题；请写 head=", "<%s> has no heading; write head=", node->name);
    if (holds)
        read_parts(rr, node, part, part->level);
}

/* One part, whatever it is; those with an id can be referred to. */
static void read_part(report_reader *rr, const zt_node *node, zt_report_part *part)
{
    part->at = node->at;
    part->index = rr->report->all_parts++;
    part->id = zt_attr_text(node, "id");
    if (part->kind == ZT_REPORT_BLOCK)
        read_block(rr, node, part);
    else if (part->kind == ZT_REPORT_LEAD)
        part->lead = zt_rich_read(rr->r, node);
    else
        read_section(rr, node, part);
    if (part->kind == ZT_REPORT_SOURCES)
        read_sources(rr, node, part);
    if (part->id && !zt_names_find(&rr->targets, zt_str_from(part->id)))
        zt_names_add(rr->r->arena, &rr->targets, zt_str_from(part->id), part->at, part);
}

/* The parts of a node, counted first: they point to each other, so none may move. */
static void read_parts(report_reader *rr, const zt_node *node, zt_report_part *into, int level)
{
    size_t count = 0;
    zt_report_kind kind;
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        count += kind_of(n, &kind);
    into->parts = ZT_ARRAY(rr->r->arena, count, zt_report_part);
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL)) {
        if (!kind_of(n, &kind))
            continue;
        zt_report_part *part = &into->parts[into->part_count++];
        part->kind = kind;
        part->level = level + 1;
        part->parent = level > 0 ? into : NULL;
        read_part(rr, n, part);
    }
}

/* The cover is a graphic: its heads are those of the document, its blocks the first. */
static zt_doc *read_cover(report_reader *rr, const zt_node *node)
{
    zt_doc_reader *r = rr->r;
    zt_read_heads(r, node);
    zt_read_feet(r, node);
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL)) {
        const zt_content_kind *kind = zt_content_kind_find(n->name);
        if (kind)
            ZT_PUSH(r->arena, &rr->blocks, zt_read_block(r, n, kind));
    }
    zt_doc *cover = ZT_NEW(r->arena, zt_doc);
    *cover = *r->doc;
    cover->root = ZT_ROOT_GRAPHIC;
    cover->block_count = rr->blocks.count;
    return cover;
}

/* All v with a name= below a node. */
static void collect_indicators(report_reader *rr, const zt_node *node)
{
    const zt_quantity *value = zt_quantity_of(rr->r, node);
    const zt_attr_value *name = value ? zt_node_find(node, "name") : NULL;
    if (name) {
        zt_indicator indicator = {zt_str_trim(name->value), value, name->value_at,
                                  node->parent ? node->parent->at : node->at};
        ZT_PUSH(rr->r->arena, &rr->indicators, indicator);
    }
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        collect_indicators(rr, n);
}

/* ---- references ---- */

zt_counted zt_report_counts(const zt_doc *doc, const zt_report_part *part)
{
    if (part->kind != ZT_REPORT_BLOCK)
        return ZT_COUNTED_NOT;
    zt_str name = zt_str_from(doc->blocks[part->block].name);
    if (zt_str_is(name, "table"))
        return ZT_COUNTED_TABLE;
    bool shows =
        zt_str_in_words(name, "timeline tasks steps structure ledger names groups quotes place");
    bool figure = zt_str_in_words(name, "chart photo") || (shows && part->id);
    return figure ? ZT_COUNTED_FIGURE : ZT_COUNTED_NOT;
}

/* Reports see-unknown with the nearest id, and see-empty where the target has no number. */
static void check_see(const report_reader *rr, const zt_see *see)
{
    zt_doc_reader *r = rr->r;
    const zt_named *found = zt_names_find(&rr->targets, see->to);
    if (!found) {
        const char *near = zt_names_nearest(r->arena, &rr->targets, see->to);
        zt_report(r->diags, ZT_ERROR, "see-unknown", see->to_at, "没有 id=“%.*s”的图、表或章节%s%s",
                  "no figure, table or section has id=\"%.*s\"%s%s", ZT_ARG(see->to),
                  near ? " → " : "", near ? near : "");
        return;
    }
    const zt_report_part *part = found->value;
    bool section = part->kind == ZT_REPORT_SECTION && part->numbered;
    bool counted = section || part->kind == ZT_REPORT_APPENDIX ||
                   zt_report_counts(r->doc, part) != ZT_COUNTED_NOT;
    if (!counted && (see->show == ZT_SEE_NUMBER || see->show == ZT_SEE_BOTH))
        zt_report(r->diags, ZT_ERROR, "see-empty", see->at,
                  "“%.*s”没有编号；改用 show=\"page\" 或 show=\"title\"",
                  "“%.*s” has no number; use show=\"page\" or show=\"title\"", ZT_ARG(see->to));
}

/* Reports unknown-ref for a mark that repeats a note which is not there. */
static void check_note(const report_reader *rr, const zt_footnote *note)
{
    zt_doc_reader *r = rr->r;
    for (size_t i = 0; i < r->notes.count; i++)
        if (note->ref.len == 0 ||
            (r->notes.items[i]->id && zt_str_is(note->ref, r->notes.items[i]->id)))
            return;
    zt_report(r->diags, ZT_ERROR, "unknown-ref", note->at, "没有 id=“%.*s”的 <fn>",
              "there is no <fn> with id=\"%.*s\"", ZT_ARG(note->ref));
}

/* Whether any reference leads to it. */
static bool is_seen(const report_reader *rr, const zt_report_part *part)
{
    for (size_t i = 0; part->id && i < rr->report->see_count; i++)
        if (zt_str_is(rr->report->sees[i]->to, part->id))
            return true;
    return false;
}

/* Reports float-unseen for figures and tables that the text does not mention. */
static void check_floats(const report_reader *rr, const zt_report_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const zt_report_part *part = parts + i;
        bool floats = part->placing == ZT_FLOAT_AS_TEMPLATE &&
                      zt_report_counts(rr->r->doc, part) != ZT_COUNTED_NOT;
        if (part->kind == ZT_REPORT_SECTION)
            check_floats(rr, part->parts, part->part_count);
        else if (floats && !is_seen(rr, part))
            zt_report(rr->r->diags, ZT_WARNING, "float-unseen", part->at,
                      "正文没有提到这里的 <%s>；请给它 id，并在正文里写 <see to=\"…\"/>",
                      "no text mentions this <%s>; give it an id and write <see to=\"…\"/>",
                      rr->r->doc->blocks[part->block].name);
    }
}

/* Reports credits-without-sources: credits are printed below the sources. */
static void check_credits(const report_reader *rr, const zt_report_part *all)
{
    const zt_doc *doc = rr->r->doc;
    for (size_t i = 0; i < all->part_count; i++)
        if (all->parts[i].kind == ZT_REPORT_SOURCES)
            return;
    zt_report(
        rr->r->diags, ZT_ERROR, "credits-without-sources", doc->credits_at,
        "<credits> 排在资料来源之后，而这份报告没有；请在 <credits> 前写 <sources/>",
        "<credits> are printed below the sources, and there are none; write <sources/> before "
        "<credits>");
}

/* The parts of the report; its blocks become those of the document. */
void zt_read_report(zt_doc_reader *r, const zt_node *root)
{
    report_reader rr = {.r = r, .report = ZT_NEW(r->arena, zt_report_doc)};
    const zt_node *cover = zt_known_child(root, "cover");
    zt_doc *front = cover ? read_cover(&rr, cover) : NULL;
    zt_report_part all = {0};
    read_parts(&rr, root, &all, 0);
    if (zt_known_child(root, "credits")) {
        zt_read_feet(r, root);
        check_credits(&rr, &all);
    }
    collect_indicators(&rr, root);
    *rr.report = (zt_report_doc){.cover = front,
                                 .parts = all.parts,
                                 .part_count = all.part_count,
                                 .all_parts = rr.report->all_parts,
                                 .indicators = rr.indicators.items,
                                 .indicator_count = rr.indicators.count,
                                 .sees = r->sees.items,
                                 .see_count = r->sees.count,
                                 .notes = r->notes.items,
                                 .note_count = r->notes.count};
    r->doc->blocks = rr.blocks.items;
    r->doc->block_count = rr.blocks.count;
    r->doc->report = rr.report;
    if (front)
        front->blocks = rr.blocks.items;
    for (size_t i = 0; i < r->sees.count; i++)
        check_see(&rr, r->sees.items[i]);
    for (size_t i = 0; i < r->notes.count; i++)
        check_note(&rr, r->notes.items[i]);
    if (!front && all.part_count == 0)
        zt_report(r->diags, ZT_ERROR, "empty-text", root->at, "这份报告是空的；请写 <section>",
                  "this report is empty; write a <section>");
    check_floats(&rr, all.parts, all.part_count);
}
