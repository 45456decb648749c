/* Running text: paragraphs, subheads, the byline, the lines that send the reader to another page.
 */
#include "model/content_imp.h"

/* What a child of <text> is; whatever is not listed is a paragraph. */
static zt_story_kind kind_of(const zt_node *node)
{
    if (zt_node_is(node, "subhead"))
        return ZT_STORY_SUBHEAD;
    if (zt_node_is(node, "byline"))
        return ZT_STORY_BYLINE;
    return zt_node_is(node, "jump") ? ZT_STORY_JUMP : ZT_STORY_P;
}

/* bad-jump: a line of reference says from which page the text comes or on which it goes on, and
   not both. */
static void check_jump(zt_doc_reader *r, const zt_node *node, const zt_story_item *item)
{
    if (item->from.len == 0 && item->to.len == 0)
        zt_report(r->diags, ZT_ERROR, "bad-jump", node->at,
                  "<jump> 须写 from=（上接几版）或 to=（下转几版）",
                  "<jump> needs from= (continued from page) or to= (continued on page)");
    else if (item->from.len && item->to.len)
        zt_report(r->diags, ZT_ERROR, "bad-jump", zt_node_attr_at(node, "to"),
                  "一个 <jump> 只写 from 或 to：上接在文首，下转在文末",
                  "a <jump> says from or to: the one begins a text, the other ends it");
}

/* （上接1版）: 上接 leads a text that began elsewhere, 下转 ends one that goes on there. */
static zt_str jump_words(zt_arena *arena, zt_lang language, const zt_story_item *item)
{
    bool from = item->from.len > 0;
    zt_str page = from ? item->from : item->to;
    if (page.len == 0)
        return (zt_str){0};
    if (language == ZT_LANG_EN)
        return zt_str_from(zt_arena_printf(arena, "(%s page %.*s)",
                                           from ? "Continued from" : "Continued on", ZT_ARG(page)));
    return zt_str_from(
        zt_arena_printf(arena, "（%s%.*s版）", from ? "上接" : "下转", ZT_ARG(page)));
}

/* The page of an edition that holds the story of that id; NULL when none does, or the document is
   no edition. */
static const zt_node *page_with(const zt_node *node, zt_str id)
{
    while (node->parent)
        node = node->parent;
    for (const zt_node *page = zt_known_child(node, "page"); page;
         page = zt_known_sibling(page, "page"))
        for (const zt_node *n = zt_known_child(page, NULL); n; n = zt_known_sibling(n, NULL))
            if (zt_str_equal(zt_node_attr(n, "id", ""), id))
                return page;
    return NULL;
}

/* The page that a jump names, as a number, or as #id by the story at its other end. bad-jump when
   no page holds that story. */
static zt_str jump_page(zt_doc_reader *r, const zt_node *node, const char *attr)
{
    zt_str value = zt_str_trim(zt_node_attr(node, attr, NULL));
    if (value.len < 2 || value.data[0] != '#')
        return value;
    const zt_node *page = page_with(node, zt_str_slice(value, 1, value.len));
    if (page)
        return zt_node_attr(page, "no", "");
    zt_report(r->diags, ZT_ERROR, "bad-jump", zt_node_attr_at(node, attr),
              "没有哪一版的稿件 id 是“%.*s”", "no page holds a story of the id “%.*s”",
              ZT_ARG(zt_str_slice(value, 1, value.len)));
    return (zt_str){0};
}

/* A subhead is a headline: a bar stands for the blank between its halves. */
static void blank_bars(zt_doc_reader *r, zt_rich *text)
{
    for (size_t i = 0; i < text->count; i++)
        text->spans[i].text = zt_headline_blanks(r->arena, text->spans[i].text);
}

/* One paragraph, subhead, byline or line of reference. */
static zt_story_item read_item(zt_doc_reader *r, const zt_node *node)
{
    zt_story_item item = {.kind = kind_of(node),
                          .text = zt_rich_read(r, node),
                          .optional = zt_attr_yes(node, "optional"),
                          .at = node->at};
    zt_str keep = zt_node_attr(node, "keep", NULL);
    item.keep = zt_str_is(keep, "yes");
    item.keep_next = zt_str_is(keep, "next");
    if (item.kind == ZT_STORY_JUMP) {
        item.from = jump_page(r, node, "from");
        item.to = jump_page(r, node, "to");
        item.jump = jump_words(r->arena, r->doc->language, &item);
        check_jump(r, node, &item);
    } else if (zt_rich_is_empty(&item.text)) {
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <%s> 里没有文字",
                  "this <%s> has no text", node->name);
    }
    if (item.kind == ZT_STORY_SUBHEAD)
        blank_bars(r, &item.text);
    return item;
}

/* A text comes from another page before its first paragraph and goes on there after its last. */
static void check_order(zt_doc_reader *r, const zt_story *story)
{
    size_t first = story->count, last = 0;
    for (size_t i = story->count; i-- > 0;)
        if (story->items[i].kind == ZT_STORY_P) {
            last = first == story->count ? i : last;
            first = i;
        }
    for (size_t i = 0; i < story->count; i++) {
        const zt_story_item *item = story->items + i;
        if ((item->from.len && i > first) || (item->to.len && i < last))
            zt_report(r->diags, ZT_ERROR, "bad-jump", item->at,
                      "上接写在第一段之前，下转写在最后一段之后",
                      "from= stands before the first paragraph, to= after the last");
    }
}

/* <text>: columns= asks for a number of columns; 0 leaves it to the layout. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_story *story = ZT_NEW(r->arena, zt_story);
    ZT_VEC(zt_story_item) items = {0};
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL)) {
        zt_story_item item = read_item(r, n);
        ZT_PUSH(r->arena, &items, item);
    }
    zt_num columns;
    story->head = zt_node_attr(node, "head", NULL);
    if (zt_num_parse(zt_node_attr(node, "columns", NULL), &columns) && columns.decimals == 0)
        story->columns = (size_t)columns.scaled;
    story->items = items.items;
    story->count = items.count;
    block->content = story;
    block->count = items.count;
    check_order(r, story);
}

/* The name of the element, for the dump. */
static const char *word_of(zt_story_kind kind)
{
    switch (kind) {
    case ZT_STORY_P:
        return "p";
    case ZT_STORY_SUBHEAD:
        return "subhead";
    case ZT_STORY_BYLINE:
        return "byline";
    case ZT_STORY_JUMP:
        return "jump";
    }
    return "";
}

/* The items in their order. */
static void describe(zt_describer *t, const void *content)
{
    const zt_story *story = content;
    zt_describe_text(t, "head", story->head);
    zt_describe_int(t, "columns", (int)story->columns);
    zt_describe_list(t, "items");
    for (size_t i = 0; i < story->count; i++) {
        const zt_story_item *item = story->items + i;
        zt_describe_open(t, word_of(item->kind), item->at);
        zt_describe_text(t, "from", item->from);
        zt_describe_text(t, "to", item->to);
        zt_describe_text(t, "words", item->jump);
        zt_describe_rich(t, "text", &item->text);
        zt_describe_close(t);
    }
    zt_describe_list_end(t);
}

/* The number of paragraphs; their words follow as text. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"文字", "段", "Text", "paragraph", "paragraphs"};
    const zt_story *story = content;
    size_t count = 0;
    for (size_t i = 0; i < story->count; i++)
        count += story->items[i].kind == ZT_STORY_P;
    zt_alt_open(alt, &words, story->head, count);
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_text = {
    .name = "text",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
