/* An edition from its checked tree: pages, and on each its items with the frames that the desk has
   given them. Blocks within stories are read by their kinds, as those of a graphic. */
#include "model/edition_imp.h"

#include <string.h>

#include "base/near.h"

/* ---- frames ---- */

bool zt_frame_is_fixed(const zt_frame *frame)
{
    return frame->column > 0 && frame->line >= 0 && frame->cols.least > 0 &&
           frame->cols.least == frame->cols.most && frame->lines.least > 0 &&
           frame->lines.least == frame->lines.most;
}

/* A whole number from `least` up to a thousand; false for anything else. */
static bool parse_count(zt_str text, int least, int *out)
{
    zt_num num;
    if (!zt_num_parse(zt_str_trim(text), &num) || num.decimals != 0 || num.scaled < least ||
        num.scaled > 1000)
        return false;
    *out = (int)num.scaled;
    return true;
}

/* 5 or 3..5; bad-number otherwise. */
static zt_count_range read_range(zt_doc_reader *r, const zt_node *node, const char *attr)
{
    zt_str text = zt_node_attr(node, attr, "");
    zt_count_range range = {.words = text, .words_at = zt_node_attr_at(node, attr)};
    if (text.len == 0)
        return range;
    size_t dots = 0;
    while (dots + 1 < text.len && !(text.data[dots] == '.' && text.data[dots + 1] == '.'))
        dots++;
    bool two = dots + 1 < text.len;
    zt_str first = two ? zt_str_slice(text, 0, dots) : text;
    zt_str last = two ? zt_str_slice(text, dots + 2, text.len) : text;
    if (parse_count(first, 1, &range.least) && parse_count(last, 1, &range.most) &&
        range.least <= range.most)
        return range;
    zt_report(r->diags, ZT_ERROR, "bad-number", zt_node_attr_at(node, attr),
              "%s 的“%.*s”应为大于 0 的整数，如 5，或由小到大的一段，如 3..5",
              "%s “%.*s” should be a whole number above 0, as 5, or a range, as 3..5", attr,
              ZT_ARG(text));
    return (zt_count_range){0};
}

/* A number of the desk's; `none` when it is not given. */
static int read_place(const zt_node *node, const char *attr, int least, int none)
{
    int out = none;
    zt_str text = zt_node_attr(node, attr, "");
    return text.len && parse_count(text, least, &out) ? out : none;
}

static zt_frame read_frame(zt_doc_reader *r, const zt_node *node)
{
    return (zt_frame){.column = read_place(node, "column", 1, 0),
                      .line = read_place(node, "line", 0, -1),
                      .cols = read_range(r, node, "cols"),
                      .lines = read_range(r, node, "lines"),
                      .at = node->at};
}

/* ---- blocks ---- */

/* Reads the element as a block of the kind `name`, which there must be; its index. */
static size_t read_block(zt_doc_reader *r, const zt_node *node, const char *name)
{
    const zt_content_kind *kind = zt_content_kind_find(name);
    zt_assert(kind);
    ZT_PUSH(r->arena, &r->blocks, zt_read_block(r, node, kind));
    return r->blocks.count - 1;
}

/* A text that was put together from several elements. */
static size_t add_text(zt_doc_reader *r, const zt_node *node, const zt_story *story)
{
    zt_content_block block = {.kind = zt_content_kind_find("text"),
                              .name = "text",
                              .id = zt_attr_text(node, "id"),
                              .at = node->at,
                              .content = story,
                              .count = story->count};
    ZT_PUSH(r->arena, &r->blocks, block);
    return r->blocks.count - 1;
}

/* ---- items ---- */

/* What all items have. */
static zt_edition_item begin_item(zt_doc_reader *r, const zt_node *node, zt_edition_kind kind)
{
    static const zt_edition_at edges[] = {ZT_AT_ANYWHERE, ZT_AT_HEAD, ZT_AT_FOOT, ZT_AT_LEFT,
                                          ZT_AT_RIGHT};
    int edge = zt_node_find(node, "at") ? 1 + zt_attr_index(node, "at", ZT_EDITION_EDGES) : 0;
    return (zt_edition_item){.kind = kind,
                             .name = node->name,
                             .id = zt_attr_text(node, "id"),
                             .at = node->at,
                             .frame = read_frame(r, node),
                             .where = edges[edge],
                             .with = zt_node_attr(node, "with", ""),
                             .with_at = zt_node_attr_at(node, "with"),
                             .optional = zt_attr_yes(node, "optional")};
}

/* Another document, which app/ sets at the size of the frame. */
static zt_edition_item read_graphic(zt_doc_reader *r, const zt_node *node, const char *attr)
{
    zt_edition_item item = begin_item(r, node, ZT_EDITION_GRAPHIC);
    item.href = zt_node_attr(node, attr, "");
    item.href_at = zt_node_attr_at(node, attr);
    item.template_name = zt_attr_text(node, "template");
    item.boxed = zt_attr_yes(node, "boxed");
    return item;
}

/* The picture of an advertisement is read as that of a photograph: missing in a draft, it is told.
 */
static zt_edition_item read_advert(zt_doc_reader *r, const zt_node *node)
{
    zt_edition_item item = begin_item(r, node, ZT_EDITION_ADVERT);
    item.block = read_block(r, node, "photo");
    return item;
}

/* The block that a panel holds; the grammar allows one. */
static zt_edition_item read_panel(zt_doc_reader *r, const zt_node *node)
{
    zt_edition_item item = begin_item(r, node, ZT_EDITION_BLOCK);
    const zt_node *block = zt_known_child(node, NULL);
    item.block = SIZE_MAX;
    if (block)
        item.block = read_block(r, block, block->name);
    else
        zt_report(r->diags, ZT_ERROR, "missing-element", node->at,
                  "<panel> 里要有一块内容，如 <figures>、<quotes>",
                  "<panel> needs a block, as <figures> or <quotes>");
    return item;
}

/* ---- stories ---- */

static zt_rich read_head(zt_doc_reader *r, const zt_node *story, const char *name)
{
    const zt_node *node = zt_known_child(story, name);
    return node ? zt_rich_read(r, node) : (zt_rich){0};
}

typedef ZT_VEC(zt_edition_item) item_list;

/* A child of a story: heads are read apart. */
static void read_part(zt_doc_reader *r, const zt_node *node, zt_article *article, item_list *items)
{
    if (zt_node_is(node, "text")) {
        article->text = read_block(r, node, "text");
    } else if (zt_node_is(node, "place")) {
        ZT_PUSH(r->arena, items, read_graphic(r, node, "graphic"));
    } else if (zt_node_is(node, "panel")) {
        ZT_PUSH(r->arena, items, read_panel(r, node));
    } else if (!zt_str_in_words(zt_str_from(node->name), "kicker title deck")) {
        zt_edition_item item = begin_item(r, node, ZT_EDITION_BLOCK);
        item.block = read_block(r, node, node->name);
        ZT_PUSH(r->arena, items, item);
    }
}

static zt_article *new_article(zt_doc_reader *r, const zt_node *node)
{
    zt_article *article = ZT_NEW(r->arena, zt_article);
    article->id = zt_attr_text(node, "id");
    article->rank = read_place(node, "rank", 1, ZT_RANK_LAST);
    article->boxed = zt_attr_yes(node, "boxed");
    article->over = read_place(node, "over", 1, 0);
    article->text = SIZE_MAX;
    article->at = node->at;
    return article;
}

static zt_edition_item read_story(zt_doc_reader *r, const zt_node *node)
{
    zt_edition_item item = begin_item(r, node, ZT_EDITION_ARTICLE);
    zt_article *article = new_article(r, node);
    item_list items = {0};
    article->kicker = read_head(r, node, "kicker");
    article->title = read_head(r, node, "title");
    article->deck = read_head(r, node, "deck");
    const zt_node *title = zt_known_child(node, "title"), *deck = zt_known_child(node, "deck");
    if (title)
        article->short_title = zt_node_attr(title, "short", "");
    article->deck_optional = deck && zt_attr_yes(deck, "optional");
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        read_part(r, n, article, &items);
    article->items = items.items;
    article->item_count = items.count;
    item.article = article;
    return item;
}

/* The pieces of <briefs> as one text: each title is a subhead over its paragraphs. */
static zt_story *read_brief_texts(zt_doc_reader *r, const zt_node *node)
{
    zt_story *story = ZT_NEW(r->arena, zt_story);
    ZT_VEC(zt_story_item) items = {0};
    for (const zt_node *brief = zt_known_child(node, "brief"); brief;
         brief = zt_known_sibling(brief, "brief"))
        for (const zt_node *n = zt_known_child(brief, NULL); n; n = zt_known_sibling(n, NULL)) {
            bool title = zt_node_is(n, "title");
            zt_story_item item = {.kind = title ? ZT_STORY_SUBHEAD : ZT_STORY_P,
                                  .text = zt_rich_read(r, n),
                                  .optional = zt_attr_yes(n, "optional"),
                                  .at = n->at};
            ZT_PUSH(r->arena, &items, item);
        }
    story->items = items.items;
    story->count = items.count;
    return story;
}

static zt_edition_item read_briefs(zt_doc_reader *r, const zt_node *node)
{
    zt_edition_item item = begin_item(r, node, ZT_EDITION_ARTICLE);
    zt_article *article = new_article(r, node);
    zt_str head = zt_node_attr(node, "head", "");
    if (head.len)
        article->title = zt_rich_of(r->arena, head, zt_node_attr_at(node, "head"));
    zt_story *story = read_brief_texts(r, node);
    article->text = add_text(r, node, story);
    item.article = article;
    return item;
}

/* ---- pages ---- */

static void read_nameplate(zt_doc_reader *r, const zt_node *page, zt_nameplate *out)
{
    const zt_node *node = zt_known_child(page, "nameplate");
    if (!node)
        return;
    ZT_VEC(zt_rich) lines = {0}, points = {0};
    out->at = node->at;
    for (const zt_node *n = zt_known_child(node, "p"); n; n = zt_known_sibling(n, "p"))
        ZT_PUSH(r->arena, &lines, zt_rich_read(r, n));
    const zt_node *ear = zt_known_child(node, "ear");
    out->ear_head = ear ? zt_node_attr(ear, "head", "") : (zt_str){0};
    for (const zt_node *n = ear ? zt_known_child(ear, "p") : NULL; n; n = zt_known_sibling(n, "p"))
        ZT_PUSH(r->arena, &points, zt_rich_read(r, n));
    out->lines = lines.items;
    out->line_count = lines.count;
    out->points = points.items;
    out->point_count = points.count;
}

static void read_folio(const zt_node *node, zt_edition_page *page)
{
    const zt_node *folio = zt_known_child(node, "folio");
    page->folio_at = folio ? folio->at : node->at;
    if (!folio)
        return;
    page->edit = zt_node_attr(folio, "edit", "");
    page->edit_at = zt_node_attr_at(folio, "edit");
    page->art = zt_node_attr(folio, "art", "");
    page->art_at = zt_node_attr_at(folio, "art");
}

/* An item of the page by its element. */
static void read_item(zt_doc_reader *r, const zt_node *node, item_list *items)
{
    if (zt_node_is(node, "story"))
        ZT_PUSH(r->arena, items, read_story(r, node));
    else if (zt_node_is(node, "briefs"))
        ZT_PUSH(r->arena, items, read_briefs(r, node));
    else if (zt_node_is(node, "place"))
        ZT_PUSH(r->arena, items, read_graphic(r, node, "graphic"));
    else if (zt_node_is(node, "strip"))
        ZT_PUSH(r->arena, items, read_graphic(r, node, "href"));
    else if (zt_node_is(node, "advert"))
        ZT_PUSH(r->arena, items, read_advert(r, node));
    else if (zt_node_is(node, "panel"))
        ZT_PUSH(r->arena, items, read_panel(r, node));
    else if (zt_node_is(node, "photo")) {
        zt_edition_item item = begin_item(r, node, ZT_EDITION_BLOCK);
        item.block = read_block(r, node, "photo");
        ZT_PUSH(r->arena, items, item);
    }
}

/* Reports unknown-with for an item that shall stand with one that the page does not have. */
static void check_with(zt_doc_reader *r, const zt_edition_page *page)
{
    ZT_VEC(const char *) ids = {0};
    for (size_t i = 0; i < page->item_count; i++) {
        const zt_article *article = page->items[i].article;
        if (page->items[i].id)
            ZT_PUSH(r->arena, &ids, page->items[i].id);
        for (size_t k = 0; article && k < article->item_count; k++)
            if (article->items[k].id)
                ZT_PUSH(r->arena, &ids, article->items[k].id);
    }
    for (size_t i = 0; i < page->item_count; i++) {
        const zt_edition_item *item = &page->items[i];
        bool found = item->with.len == 0;
        for (size_t k = 0; k < ids.count; k++)
            found |= zt_str_is(item->with, ids.items[k]);
        if (item->id && zt_str_is(item->with, item->id))
            zt_report(r->diags, ZT_ERROR, "unknown-with", item->with_at,
                      "with=“%s” 是这一件自己；请写另一件的 id",
                      "with=\"%s\" is the item itself; name another", item->id);
        if (found)
            continue;
        const char *near = zt_nearest(item->with, ids.items, ids.count);
        zt_report(r->diags, ZT_ERROR, "unknown-with", item->with_at,
                  "这一版没有 id 为“%.*s”的一件%s%s", "the page has no item of the id “%.*s”%s%s",
                  ZT_ARG(item->with), near ? " → " : "", near ? near : "");
    }
}

/* Reports empty-page; a draft may still be empty. */
static void check_items(zt_doc_reader *r, const zt_edition_page *page)
{
    if (page->item_count == 0)
        zt_report(r->diags, r->options.final ? ZT_ERROR : ZT_WARNING, "empty-page", page->at,
                  "第 %d 版没有稿件；请写 <story>、<place> 等，或去掉这个 <page>",
                  "page %d has no items; write a <story>, a <place> or another, or take the <page> "
                  "away",
                  page->no);
}

static zt_edition_page read_page(zt_doc_reader *r, const zt_node *node)
{
    zt_edition_page page = {.no = read_place(node, "no", 1, 0),
                            .section = zt_node_attr(node, "section", ""),
                            .at = node->at};
    item_list items = {0};
    read_folio(node, &page);
    read_nameplate(r, node, &page.nameplate);
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        read_item(r, n, &items);
    page.items = items.items;
    page.item_count = items.count;
    check_items(r, &page);
    check_with(r, &page);
    return page;
}

const zt_edition_page *zt_edition_page_of(const zt_edition *edition, zt_str id)
{
    for (size_t p = 0; p < edition->page_count; p++)
        for (size_t i = 0; i < edition->pages[p].item_count; i++) {
            const char *own = edition->pages[p].items[i].id;
            if (own && zt_str_is(id, own))
                return &edition->pages[p];
        }
    return NULL;
}

/* Reports page-twice: jumps and readers find a page by its number. */
static void check_numbers(zt_doc_reader *r, const zt_edition *edition)
{
    for (size_t p = 1; p < edition->page_count; p++)
        for (size_t i = 0; i < p; i++) {
            const zt_edition_page *page = &edition->pages[p], *earlier = &edition->pages[i];
            if (page->no != earlier->no)
                continue;
            zt_report(r->diags, ZT_ERROR, "page-twice", page->at, "第 %d 版已在第 %d 行；请改 no",
                      "page %d stands in line %d already; change no", page->no, earlier->at.line);
            break;
        }
}

zt_edition *zt_edition_read(zt_doc_reader *r, const zt_node *root)
{
    zt_edition *edition = ZT_NEW(r->arena, zt_edition);
    ZT_VEC(zt_edition_page) pages = {0};
    for (const zt_node *n = zt_known_child(root, "page"); n; n = zt_known_sibling(n, "page"))
        ZT_PUSH(r->arena, &pages, read_page(r, n));
    edition->pages = pages.items;
    edition->page_count = pages.count;
    r->doc->blocks = r->blocks.items;
    r->doc->block_count = r->blocks.count;
    check_numbers(r, edition);
    zt_edition_check_jumps(r, edition);
    return edition;
}
