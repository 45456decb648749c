/* An edition described: what each page holds, and where. */
#include "model/edition_imp.h"

static void describe_range(zt_describer *t, const char *name, zt_count_range range)
{
    if (range.least == 0)
        return;
    zt_describe_word(t, name,
                     range.least == range.most
                         ? zt_arena_printf(t->out->arena, "%d", range.least)
                         : zt_arena_printf(t->out->arena, "%d..%d", range.least, range.most));
}

static void describe_frame(zt_describer *t, const zt_frame *frame)
{
    zt_describe_int(t, "column", frame->column);
    if (frame->line >= 0)
        zt_describe_word(t, "line", zt_arena_printf(t->out->arena, "%d", frame->line));
    describe_range(t, "cols", frame->cols);
    describe_range(t, "lines", frame->lines);
}

static void describe_item(zt_describer *t, const zt_doc *doc, const zt_edition_item *item);

static void describe_block(zt_describer *t, const zt_doc *doc, size_t index)
{
    if (index == SIZE_MAX)
        return;
    const zt_content_block *block = &doc->blocks[index];
    zt_describe_open(t, block->name, block->at);
    zt_describe_word(t, "id", block->id);
    block->kind->describe(t, block->content);
    zt_describe_rich(t, "alt", &block->alt);
    zt_describe_close(t);
}

static void describe_article(zt_describer *t, const zt_doc *doc, const zt_article *article)
{
    zt_describe_int(t, "rank", article->rank == ZT_RANK_LAST ? 0 : article->rank);
    zt_describe_flag(t, "boxed", article->boxed);
    zt_describe_int(t, "over", article->over);
    zt_describe_text(t, "short", article->short_title);
    zt_describe_rich(t, "kicker", &article->kicker);
    zt_describe_rich(t, "title", &article->title);
    zt_describe_rich(t, "deck", &article->deck);
    zt_describe_list(t, "items");
    for (size_t i = 0; i < article->item_count; i++)
        describe_item(t, doc, &article->items[i]);
    describe_block(t, doc, article->text);
    zt_describe_list_end(t);
}

static void describe_item(zt_describer *t, const zt_doc *doc, const zt_edition_item *item)
{
    static const char *const edges[] = {NULL, "head", "foot", "left", "right"};
    zt_describe_open(t, item->name, item->at);
    zt_describe_word(t, "id", item->id);
    describe_frame(t, &item->frame);
    zt_describe_word(t, "edge", edges[item->where]);
    zt_describe_text(t, "with", item->with);
    zt_describe_flag(t, "optional", item->optional);
    zt_describe_flag(t, "boxed", item->boxed);
    zt_describe_text(t, "href", item->href);
    zt_describe_word(t, "template", item->template_name);
    if (item->article)
        describe_article(t, doc, item->article);
    else if (item->kind == ZT_EDITION_BLOCK || item->kind == ZT_EDITION_ADVERT)
        describe_block(t, doc, item->block);
    zt_describe_close(t);
}

static void describe_nameplate(zt_describer *t, const zt_nameplate *plate)
{
    if (plate->at.line == 0)
        return;
    zt_describe_open(t, "nameplate", plate->at);
    zt_describe_text(t, "ear", plate->ear_head);
    zt_describe_list(t, "words");
    for (size_t i = 0; i < plate->line_count; i++)
        zt_describe_rich(t, "p", &plate->lines[i]);
    for (size_t i = 0; i < plate->point_count; i++)
        zt_describe_rich(t, "p", &plate->points[i]);
    zt_describe_list_end(t);
    zt_describe_close(t);
}

void zt_edition_describe(zt_describer *t, const zt_doc *doc)
{
    zt_describe_list(t, "pages");
    for (size_t p = 0; p < doc->edition->page_count; p++) {
        const zt_edition_page *page = &doc->edition->pages[p];
        zt_describe_open(t, "page", page->at);
        zt_describe_int(t, "no", page->no);
        zt_describe_text(t, "section", page->section);
        zt_describe_text(t, "edit", page->edit);
        zt_describe_text(t, "art", page->art);
        describe_nameplate(t, &page->nameplate);
        zt_describe_list(t, "items");
        for (size_t i = 0; i < page->item_count; i++)
            describe_item(t, doc, &page->items[i]);
        zt_describe_list_end(t);
        zt_describe_close(t);
    }
    zt_describe_list_end(t);
}
