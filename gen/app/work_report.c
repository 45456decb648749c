/* gen/app/work_report.c — the pages of a report from its model and template: the cover is a
   graphic, all else goes into a stream of pages. */
#include "app/pipeline.h"
#include "paginate/paginate.h"
#include "template/report_style.h"

/* A copy of the template with other boxes. */
static zt_template *with_root(const zt_work *w, zt_box_spec *root)
{
    zt_template *t = ZT_NEW(w->arena, zt_template);
    *t = *w->template_;
    t->root = root;
    return t;
}

/* The blocks of the body bound to places; heads, notes and credits are the cover's. Blocks keep
   their place in the list of the document. */
static zt_block **compose_body(const zt_work *w, zt_box_spec *places, zt_composition **composition)
{
    const zt_report_doc *report = w->doc->report;
    zt_doc body = {.path = w->doc->path};
    size_t cover = report->cover ? report->cover->block_count : 0;
    body.blocks = w->doc->blocks + cover;
    body.block_count = w->doc->block_count - cover;
    *composition = zt_compose(w->arena, w->diags, &body, with_root(w, places));
    zt_block **blocks = ZT_ARRAY(w->arena, w->doc->block_count, zt_block *);
    for (size_t i = 0; i < body.block_count; i++)
        blocks[cover + i] = (*composition)->blocks[i];
    return blocks;
}

/* As opening pages have them, where their master says so. */
static zt_block **compose_openers(const zt_work *w, zt_block **blocks)
{
    const zt_master *master = zt_report_master(w->template_->report, "opener", true);
    zt_composition *composition;
    return master->places ? compose_body(w, master->places, &composition) : blocks;
}

/* The cover as a page of its own, by the boxes of its master. */
static zt_composition *compose_cover(zt_work *w, zt_template **template_)
{
    const zt_report_doc *report = w->doc->report;
    const zt_master *master = zt_report_master(w->template_->report, "cover", true);
    if (!report->cover)
        return NULL;
    if (!master || !master->column) {
        zt_report(w->diags, ZT_ERROR, "unplaced-block", w->doc->title.at,
                  "模板“%s”没有封面：<master of=\"cover\"> 里要有 <column>",
                  "template “%s” has no cover: a <master of=\"cover\"> with a <column>",
                  w->template_->name);
        return NULL;
    }
    *template_ = with_root(w, master->column);
    return zt_compose(w->arena, w->diags, report->cover, *template_);
}

static zt_scene *set_cover(zt_setting setting, const zt_composition *cover,
                           const zt_template *template_)
{
    if (!cover)
        return NULL;
    setting.template_ = template_;
    zt_layout_page(&setting, cover->root);
    return setting.scene;
}

/* What the files say about the pages, beside what they say of any document. */
static void make_book(zt_work *w, const zt_paginated *made)
{
    zt_book *book = zt_work_book(w);
    book->pages = made->pages;
    book->page_count = made->page_count;
    book->bookmarks = made->bookmarks;
    book->bookmark_count = made->bookmark_count;
    book->dests = made->dests;
    book->dest_count = made->dest_count;
    book->labels = made->labels;
    book->label_count = made->label_count;
    book->facing = w->template_->report->facing;
    book->attaches_data = true;
    w->book = book;
    w->account = made->account;
}

void zt_work_make_report(zt_work *w, zhitu_stage last)
{
    zt_template *cover_template = NULL;
    zt_setting setting;
    zt_block **blocks = compose_body(w, w->template_->report->places, &w->composition);
    zt_block **openers = compose_openers(w, blocks);
    zt_composition *cover = compose_cover(w, &cover_template);
    if (last == ZHITU_BLOCKS || zt_work_failed(w) || !zt_work_setting(w, &setting))
        return;
    if (!zt_layout_has_faces(&setting, w->composition->blocks, w->composition->block_count))
        return;
    zt_work_read_graphics(w, &setting);
    if (zt_work_failed(w))
        return;
    zt_pagination report = {.setting = &setting, .doc = w->doc, .blocks = blocks};
    report.cover = set_cover(setting, cover, cover_template);
    report.opener_blocks = openers;
    zt_paginated made = zt_paginate(&report);
    make_book(w, &made);
    zt_work_inspect(w);
}
