/* gen/app/work_edition.c — the pages of an edition from its model and template. Graphics that stand
   on them are documents of their own: each goes through all stages at the size of its frame before
   the pages are drawn. */
#include "app/pipeline.h"
#include "layout/layout.h"
#include "page/page.h"

/* ---- graphics ---- */

/* The document through its stages, its findings among those of the edition. */
static void set_graphic(zt_work *w, zt_inset *inset)
{
    const zt_edition_item *item = inset->item;
    zt_page_slot *frame = zt_work_frame(w, inset->width, inset->height, item->href_at);
    zt_work *inner = zt_work_read_graphic(w, item->href, item->href_at, item->template_name, frame);
    if (!inner)
        return;
    inner->template_ = zt_work_framed(inner, inner->template_);
    zt_work_make_graphic(inner, ZHITU_SCENE);
    if (!inner->book)
        return;
    inset->scene = inner->book->pages[0];
    inset->id = inner->doc->id;
    inset->alt = inner->book->subject;
}

/* For the plan of the pages: a graphic that is only tried leaves nothing. */
static bool fits_graphic(void *self, const zt_edition_item *item, double width, double height)
{
    zt_work trial = *(const zt_work *)self;
    trial.diags = zt_diags_new_trial(trial.arena);
    trial.insets.items = NULL;
    trial.insets.count = trial.insets.capacity = 0;
    zt_inset inset = {.item = item, .width = width, .height = height};
    set_graphic(&trial, &inset);
    return inset.scene && !zt_diags_failed(trial.diags);
}

/* All graphics; of one that does not go into its frame it is told which frame would hold it. Each
   has a list of its own, for a work with errors does not go on. */
static void set_graphics(zt_work *w, const zt_setting *setting, const zt_edition_plan *plan)
{
    zt_diags *all = w->diags;
    for (size_t i = 0; i < plan->inset_count; i++) {
        w->diags = zt_diags_beside(all, w->arena);
        set_graphic(w, &plan->insets[i]);
        bool failed = zt_work_failed(w);
        zt_diags_merge(all, w->diags);
        w->diags = all;
        if (failed)
            zt_edition_tell_frame(plan, setting, &plan->insets[i]);
    }
}

/* ---- the book ---- */

/* 第5版　要闻, Page 5, News: an entry of the outline for each page, and its number as the label. */
static void add_outline(const zt_work *w, zt_book *book)
{
    const zt_edition *edition = w->doc->edition;
    zt_bookmark *marks = ZT_ARRAY(w->arena, edition->page_count, zt_bookmark);
    for (size_t i = 0; i < edition->page_count; i++) {
        const zt_edition_page *page = &edition->pages[i];
        const char *form = page->section.len == 0
                               ? ZT_IN(w->doc->language, "第%d版", "Page %d")
                               : ZT_IN(w->doc->language, "第%d版　%.*s", "Page %d, %.*s");
        marks[i] = (zt_bookmark){
            .title = zt_arena_printf(w->arena, form, page->no, ZT_ARG(page->section)), .page = i};
    }
    book->bookmarks = marks;
    book->bookmark_count = edition->page_count;
}

/* The title of the book is that of its lead. */
static zt_str title_of(const zt_work *w)
{
    const zt_edition *edition = w->doc->edition;
    for (size_t p = 0; p < edition->page_count; p++)
        for (size_t i = 0; i < edition->pages[p].item_count; i++) {
            const zt_article *article = edition->pages[p].items[i].article;
            if (article && !zt_rich_is_empty(&article->title))
                return zt_headline_blanks(w->arena, zt_rich_plain(w->arena, &article->title));
        }
    return zt_str_from(w->doc->id);
}

static void make_pages(zt_work *w, zt_setting *setting)
{
    const zt_graphic_setter setter = {w, fits_graphic};
    zt_edition_plan *plan =
        zt_edition_plan_of(setting, w->doc, w->composition, &setter, w->job->layout);
    if (!plan->whole)
        return;
    set_graphics(w, setting, plan);
    zt_book *book = zt_work_book(w);
    book->title = title_of(w).data;
    book->pages = ZT_ARRAY(w->arena, plan->page_count, zt_scene *);
    book->page_count = plan->page_count;
    for (size_t i = 0; i < plan->page_count; i++) {
        zt_diags_on_page(w->diags, plan->page_count > 1 ? i + 1 : 0);
        book->pages[i] = zt_edition_place(plan, setting, i);
    }
    zt_diags_on_page(w->diags, 0);
    add_outline(w, book);
    w->book = book;
    w->account = plan->account;
    w->layout.fit = setting->fit;
}

void zt_work_make_edition(zt_work *w, zhitu_stage last)
{
    w->composition = zt_compose_apart(w->arena, w->diags, w->doc, w->template_);
    if (last == ZHITU_BLOCKS || zt_work_failed(w))
        return;
    zt_setting setting;
    if (!zt_work_setting(w, &setting) || !zt_edition_has_faces(&setting, w->composition))
        return;
    setting.fit = (zt_fit){.leading = 1};
    make_pages(w, &setting);
    if (!w->book)
        return;
    zt_work_inspect(w);
}
