/* gen/app/work_edition.c — the pages of an edition from its model and template. Graphics that stand
   on them are documents of their own: each goes through all stages at the size of its frame before
   the pages are drawn. */
#include <string.h>

#include "app/pipeline.h"
#include "base/file.h"
#include "layout/layout.h"
#include "page/page.h"

/* ---- graphics ---- */

/* Reports graphic-missing and graphic-outside; NULL then. */
static const char *path_of(const zt_work *w, const zt_edition_item *item)
{
    const char *root = w->places.root, *path = NULL;
    switch (zt_path_reach(w->arena, w->path, root, item->href, &path)) {
    case ZT_REACH_FILE:
        return path;
    case ZT_REACH_NONE:
        zt_report(w->diags, ZT_ERROR, "graphic-missing", item->href_at, "没有稿件“%.*s”",
                  "there is no document “%.*s”", ZT_ARG(item->href));
        break;
    case ZT_REACH_OUTSIDE:
        zt_report(w->diags, ZT_ERROR, "graphic-outside", item->href_at, "稿件“%.*s”不在根目录之内",
                  "the document “%.*s” is not below the root", ZT_ARG(item->href));
        break;
    }
    return NULL;
}

/* Set anew: the page of the template becomes the frame, without margins, which the page of the
   paper has. */
static void resize(zt_work *inner, double width, double height)
{
    zt_template *own = ZT_NEW(inner->arena, zt_template);
    *own = *inner->template_;
    own->page_w = width;
    own->page_h = height;
    own->bleed = 0;
    memset(own->margin, 0, sizeof own->margin);
    inner->template_ = own;
}

/* The document through its stages, its findings among those of the edition. */
static void set_graphic(zt_work *w, zt_inset *inset)
{
    const char *path = path_of(w, inset->item);
    if (!path)
        return;
    zhitu_job *job = ZT_NEW(w->arena, zhitu_job);
    *job = *w->job;
    job->template_name = inset->item->template_name;
    zt_work *inner = ZT_NEW(w->arena, zt_work);
    *inner = (zt_work){.session = w->session,
                       .job = job,
                       .arena = w->arena,
                       .diags = w->diags,
                       .path = path,
                       .places = w->places};
    ZT_PUSH(w->arena, &w->insets, inner);
    size_t errors = zt_diags_severity_count(w->diags, ZT_ERROR);
    zt_work_read(inner, ZHITU_SCENE);
    if (inner->doc && inner->doc->root != ZT_ROOT_GRAPHIC) {
        zt_report(w->diags, ZT_ERROR, "graphic-root", inset->item->href_at,
                  "“%.*s”不是一张图，不能放进版面",
                  "“%.*s” is no graphic and cannot stand on a page", ZT_ARG(inset->item->href));
        return;
    }
    if (zt_diags_severity_count(w->diags, ZT_ERROR) > errors || !inner->doc || !inner->template_)
        return;
    resize(inner, inset->width, inset->height);
    zt_work_make_graphic(inner, ZHITU_SCENE);
    if (!inner->book)
        return;
    inset->scene = inner->book->pages[0];
    inset->id = inner->doc->id;
    inset->alt = inner->book->subject;
}

/* ---- the book ---- */

/* 第5版　要闻: an entry of the outline for each page, and its number as the label. */
static void add_outline(const zt_work *w, zt_book *book)
{
    const zt_edition *edition = w->doc->edition;
    zt_bookmark *marks = ZT_ARRAY(w->arena, edition->page_count, zt_bookmark);
    for (size_t i = 0; i < edition->page_count; i++) {
        const zt_edition_page *page = &edition->pages[i];
        marks[i] = (zt_bookmark){.title = zt_arena_printf(w->arena, "第%d版%s%.*s", page->no,
                                                          page->section.len ? "　" : "",
                                                          ZT_ARG(page->section)),
                                 .page = i};
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
    zt_edition_plan *plan = zt_edition_plan_of(setting, w->doc, w->composition);
    if (!plan->whole)
        return;
    for (size_t i = 0; i < plan->inset_count; i++)
        set_graphic(w, &plan->insets[i]);
    zt_book *book = zt_work_book(w);
    book->title = title_of(w).data;
    book->pages = ZT_ARRAY(w->arena, plan->page_count, zt_scene *);
    book->page_count = plan->page_count;
    for (size_t i = 0; i < plan->page_count; i++)
        book->pages[i] = zt_edition_place(plan, setting, i);
    add_outline(w, book);
    w->book = book;
    w->account = plan->account;
    w->layout.fit = setting->fit;
}

void zt_work_make_edition(zt_work *w, zhitu_stage last)
{
    w->composition = zt_compose_apart(w->arena, w->diags, w->doc, w->template_);
    if (last == ZHITU_BLOCKS || zt_diags_failed(w->diags))
        return;
    zt_setting setting;
    if (!zt_work_setting(w, &setting) || !zt_edition_has_faces(&setting, w->composition))
        return;
    setting.fit = (zt_fit){.leading = 1};
    make_pages(w, &setting);
    if (!w->book)
        return;
    zt_work_inspect(w);
    zt_book_check(w->book, w->diags);
}
