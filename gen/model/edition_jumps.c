/* Stories that go on on another page: what one end says must be said by the other, where both pages
   are in the document. */
#include "model/edition_imp.h"

/* The text of a story, or NULL. */
static const zt_story *text_of(const zt_doc_reader *r, const zt_edition_item *item)
{
    if (item->kind != ZT_EDITION_ARTICLE || item->article->text == SIZE_MAX)
        return NULL;
    return r->blocks.items[item->article->text].content;
}

static bool is_page(zt_str words, int no)
{
    zt_num num;
    return zt_num_parse(words, &num) && num.decimals == 0 && num.scaled == no;
}

/* Whether a story of the page comes from, or goes on to, the page `other`. */
static bool has_end(const zt_doc_reader *r, const zt_edition_page *page, bool from, int other)
{
    for (size_t i = 0; i < page->item_count; i++) {
        const zt_story *story = text_of(r, &page->items[i]);
        for (size_t k = 0; story && k < story->count; k++)
            if (story->items[k].kind == ZT_STORY_JUMP &&
                is_page(from ? story->items[k].from : story->items[k].to, other))
                return true;
    }
    return false;
}

/* The page of that number, or NULL. */
static const zt_edition_page *page_numbered(const zt_edition *edition, zt_str words)
{
    for (size_t i = 0; words.len && i < edition->page_count; i++)
        if (is_page(words, edition->pages[i].no))
            return &edition->pages[i];
    return NULL;
}

/* One end of a jump whose other end should be in the document. */
static void check_end(zt_doc_reader *r, const zt_edition *edition, const zt_edition_page *page,
                      const zt_story_item *jump)
{
    bool from = jump->from.len > 0;
    zt_str words = from ? jump->from : jump->to;
    const zt_edition_page *other = page_numbered(edition, words);
    if (!other || has_end(r, other, !from, page->no))
        return;
    zt_report(r->diags, ZT_WARNING, "jump-unmatched", jump->at,
              from ? "文中说上接%.*s版，而第%.*s版没有一篇写着 <jump to=\"%d\"/>"
                   : "文中说下转%.*s版，而第%.*s版没有一篇写着 <jump from=\"%d\"/>",
              from ? "the text comes from page %.*s, but no story of page %.*s says <jump "
                     "to=\"%d\"/>"
                   : "the text goes on on page %.*s, but no story of page %.*s says <jump "
                     "from=\"%d\"/>",
              ZT_ARG(words), ZT_ARG(words), page->no);
}

void zt_edition_check_jumps(zt_doc_reader *r, const zt_edition *edition)
{
    for (size_t p = 0; p < edition->page_count; p++)
        for (size_t i = 0; i < edition->pages[p].item_count; i++) {
            const zt_story *story = text_of(r, &edition->pages[p].items[i]);
            for (size_t k = 0; story && k < story->count; k++)
                if (story->items[k].kind == ZT_STORY_JUMP)
                    check_end(r, edition, &edition->pages[p], &story->items[k]);
        }
}
