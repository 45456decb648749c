/* gen/paginate/paginate.c — the driver: numbers, then passes over streams and pages until the pages
   that references name are those that they stand on; then the scenes; the index last. */
#include "paginate/paginate_imp.h"

#include <string.h>

enum { PASSES_MOST = 5 };

/* ---- what a pass finds ---- */

/* Notes pages of parts and numbers of notes by where units stand. A number of more digits than it
   was planned with asks for another pass; digits never shrink, so that passes must end. */
typedef struct findings {
    zt_paginator *p;
    bool moved;
    int note; /* the last number on the page */
    const zt_report_part *last_moved;
    int was, is;
} findings;

static void find_part(findings *f, const zt_report_part *part, int page)
{
    if (!part)
        return;
    zt_part_info *info = zt_info_of(f->p, part);
    size_t digits = zt_page_number(f->p, page).len;
    int before = info->page;
    info->page = page;
    if (digits <= info->digits)
        return;
    info->digits = digits;
    f->moved = true;
    f->last_moved = part;
    f->was = before;
    f->is = page;
}

static void find_units(findings *f, const zt_unit *units, size_t first, size_t end, int page)
{
    for (size_t i = first; i < end; i++) {
        const zt_unit *u = &units[i];
        if (u->index == 0)
            find_part(f, u->piece->part, page);
        for (size_t k = 0; k < u->note_count; k++) {
            if (u->notes[k].first > 0)
                continue;
            f->note++;
            u->notes[k].info->number = f->note;
            u->notes[k].info->page = page;
        }
    }
}

static void find_band(findings *f, const zt_band *band, int page)
{
    const zt_segment *g = band->segment;
    if (band->heads)
        find_units(f, g->heads.items, 0, g->heads.count, page);
    for (size_t i = 0; i < band->count; i++) {
        const zt_pages_column *c = &band->columns[i];
        find_units(f, g->units.items, c->first, c->end, page);
        for (size_t k = c->first_figure; k < c->end_figure; k++)
            find_part(f, g->floats.items[k].piece->part, page);
    }
}

/* A part without a head of its own stands where its stream begins. */
static void find_page(findings *f, const zt_page *page, int index)
{
    f->note = 0;
    if (page->opener) {
        find_part(f, page->opener, index);
        find_part(f, zt_opener_figures(f->p, page->opener), index);
    }
    for (size_t i = 0; i < page->bands.count; i++)
        find_band(f, &page->bands.items[i], index);
}

static findings find_all(zt_paginator *p)
{
    findings f = {.p = p};
    for (size_t i = 0; i < p->pages.count; i++)
        find_page(&f, &p->pages.items[i], (int)i);
    return f;
}

/* ---- passes ---- */

static void forget_mentions(zt_paginator *p)
{
    for (size_t i = 0; i < p->part_count; i++) {
        p->infos[i].mention = ZT_NO_UNIT;
        p->infos[i].mention_in = NULL;
    }
}

static void add_cover(zt_paginator *p)
{
    zt_page page = {.cover = p->report->cover};
    if (page.cover)
        ZT_PUSH(p->arena, &p->pages, page);
}

/* All streams but the index, which is broken when the others are drawn. */
static void run_pass(zt_paginator *p)
{
    p->pages.count = 0;
    p->late.count = 0;
    for (size_t i = 0; i < p->notes.count; i++)
        p->notes.items[i]->width = 0; /* words that name pages may have grown */
    forget_mentions(p);
    add_cover(p);
    zt_make_streams(p);
    p->front = -1;
    for (size_t i = 0; i < p->streams.count; i++) {
        zt_stream *s = p->streams.items[i];
        bool body = s->part->kind == ZT_REPORT_SECTION;
        p->gutter = zt_report_master(p->style, s->kind, false)->gutter;
        zt_break_stream(p, s);
        size_t first = p->pages.count;
        while (first > 0 && p->pages.items[first - 1].stream == s)
            first--;
        if (body && p->front < 0)
            p->front = (int)first;
    }
    if (p->front < 0)
        p->front = 0;
}

/* Reports toc-unsettled: our own fault, for digits of numbers never shrink. */
static void report_unsettled(zt_paginator *p, const findings *f)
{
    zt_pos at = f->last_moved ? f->last_moved->at : p->report->doc->id_at;
    zt_report(p->setting->diags, ZT_ERROR, "toc-unsettled", at,
              "排了 %d 遍，这里的页码还在变（第 %d 页、第 %d 页）；请报告这个问题",
              "after %d passes the page of this still moves (page %d, page %d); please report it",
              (int)PASSES_MOST, f->was + 1, f->is + 1);
}

static int settle(zt_paginator *p)
{
    findings f = {0};
    for (int pass = 1; pass <= PASSES_MOST; pass++) {
        zt_diags *heard = p->drawing->diags;
        p->drawing->diags = zt_diags_beside(heard, zt_arena_beside(p->arena));
        run_pass(p);
        f = find_all(p);
        bool last = !f.moved || pass == PASSES_MOST;
        if (last)
            zt_diags_merge(heard, p->drawing->diags);
        p->drawing->diags = heard;
        if (!f.moved)
            return pass;
    }
    report_unsettled(p, &f);
    return PASSES_MOST;
}

/* ---- scenes ---- */

static void draw_from(zt_paginator *p, size_t first)
{
    for (size_t i = first; i < p->pages.count; i++) {
        zt_diags_on_page(p->setting->diags, i + 1);
        zt_scene *scene = zt_draw_page(p, &p->pages.items[i], i);
        ZT_PUSH(p->arena, &p->drawn, scene);
    }
    zt_diags_on_page(p->setting->diags, 0);
}

/* The index names the pages of all others, so that it is made of their scenes; it follows them, so
   that its own page is known before it is made. */
static void make_index(zt_paginator *p)
{
    zt_stream *s = p->index_stream;
    size_t first = p->pages.count;
    if (!s)
        return;
    p->gutter = zt_report_master(p->style, s->kind, false)->gutter;
    zt_add_collected(p, s, s->part);
    zt_break_stream(p, s);
    draw_from(p, first);
}

/* Running heads come when the number of pages is known. */
static void draw_running(zt_paginator *p)
{
    for (size_t i = 0; i < p->pages.count; i++) {
        p->scene = p->drawing->scene = p->drawn.items[i];
        zt_diags_on_page(p->setting->diags, i + 1);
        zt_link_references(p, p->scene, i);
        if (p->pages.items[i].stream)
            zt_draw_running(p, &p->pages.items[i], i);
    }
    zt_diags_on_page(p->setting->diags, 0);
}

/* ---- what is handed on ---- */

static void add_bookmark(zt_paginator *p, zt_paginated *out, const zt_report_part *part)
{
    const zt_part_info *info = zt_info_of(p, part);
    const char *gap = info->label.len ? " " : "";
    zt_str head = zt_headline_blanks(p->arena, part->brief);
    zt_bookmark *b = &out->bookmarks[out->bookmark_count++];
    *b = (zt_bookmark){
        .title = zt_arena_printf(p->arena, "%.*s%s%.*s", ZT_ARG(info->label), gap, ZT_ARG(head)),
        .page = (size_t)info->page,
        .y = info->y,
        .level = (size_t)part->level - 1};
}

static void list_places(zt_paginator *p, zt_paginated *out)
{
    out->bookmarks = ZT_ARRAY(p->arena, p->part_count, zt_bookmark);
    out->dests = ZT_ARRAY(p->arena, p->part_count, zt_dest);
    for (size_t i = 0; i < p->part_count; i++) {
        const zt_report_part *part = p->parts[i];
        const zt_part_info *info = zt_info_of(p, part);
        if (info->page == ZT_NO_PAGE)
            continue;
        out->dests[out->dest_count++] =
            (zt_dest){.id = zt_dest_id(p, part), .page = (size_t)info->page, .y = info->y};
        if (part->head.len && part->kind != ZT_REPORT_BLOCK && part->kind != ZT_REPORT_LIST)
            add_bookmark(p, out, part);
    }
}

static void list_labels(zt_paginator *p, zt_paginated *out)
{
    const zt_number_style *style = &p->style->number;
    out->labels = ZT_ARRAY(p->arena, 2, zt_page_labels);
    out->labels[out->label_count++] =
        (zt_page_labels){.style = style->front_roman ? ZT_PAGE_ROMAN : ZT_PAGE_DECIMAL, .start = 1};
    if (p->front > 0 && (style->front_roman || style->body == 1))
        out->labels[out->label_count++] =
            (zt_page_labels){.first = (size_t)p->front,
                             .style = ZT_PAGE_DECIMAL,
                             .start = style->body == 1 ? 1 : p->front + 1};
}

static zt_paginator paginator_of(const zt_pagination *report)
{
    const zt_template *t = report->setting->template_;
    zt_paginator p = {.report = report,
                      .setting = report->setting,
                      .drawing = report->setting,
                      .arena = report->setting->arena,
                      .style = t->report};
    const double near = 1e-3;
    p.width = t->page_w - t->margin[1] - t->margin[3];
    p.rows = (int)((t->page_h - t->margin[0] - t->margin[2]) / t->report->line + near);
    return p;
}

zt_paginated zt_paginate(const zt_pagination *report)
{
    zt_paginator p = paginator_of(report);
    zt_paginated out = {0};
    report->setting->fit = (zt_fit){.leading = 1};
    report->setting->page = zt_page_across_of(report->setting->template_);
    zt_number_parts(&p);
    out.passes = settle(&p);
    p.settled = true;
    zt_finish_text(&p);
    if (p.index_stream)
        zt_info_of(&p, p.index_stream->part)->page = (int)p.pages.count;
    draw_from(&p, 0);
    make_index(&p);
    draw_running(&p);
    out.account = zt_report_account(&p, out.passes);
    out.pages = p.drawn.items;
    out.page_count = p.drawn.count;
    list_places(&p, &out);
    list_labels(&p, &out);
    return out;
}
