/* gen/paginate/links.c — references on a finished page lead to what they name: over each run that
   was painted for a <see> lies a link. */
#include "paginate/paginate_imp.h"

#include <stdint.h>
#include <string.h>

enum { DEEPEST = 24 };

/* A run of a reference with the group that holds it. */
typedef struct found_run {
    zt_group *group;
    zt_rect box; /* in the frame of the group */
    const zt_see *see;
} found_run;

/* A page while it is searched. */
typedef struct link_search {
    zt_paginator *p;
    zt_group *open[DEEPEST];
    size_t depth;
    int page;
    ZT_VEC(found_run) found;
} link_search;

static bool is_at(zt_pos a, zt_pos b)
{
    return a.line == b.line && a.column == b.column && a.file && b.file &&
           (a.file == b.file || strcmp(a.file, b.file) == 0);
}

static const zt_see *see_at(const zt_paginator *p, zt_pos at)
{
    const zt_report_doc *report = p->report->doc->report;
    for (size_t i = 0; i < report->see_count; i++)
        if (is_at(report->sees[i]->at, at))
            return report->sees[i];
    return NULL;
}

/* Reports note-apart: a mark repeats a note that stands on another page. */
static void check_note(const link_search *s, zt_pos at)
{
    const zt_report_doc *report = s->p->report->doc->report;
    for (size_t i = 0; i < report->note_count; i++) {
        const zt_footnote *note = report->notes[i];
        const zt_note_info *info =
            note->ref.len && is_at(note->at, at) ? zt_note_of(s->p, note) : NULL;
        if (info && info->page != ZT_NO_PAGE && info->page != s->page)
            zt_report(s->p->setting->diags, ZT_ERROR, "note-apart", note->at,
                      "这里重复的注在第 %d 页，这里是第 %d 页；请另写一个 <fn>",
                      "this repeats a note of page %d on page %d; write a <fn> of its own",
                      info->page + 1, s->page + 1);
    }
}

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    link_search *s = self;
    (void)dx;
    (void)dy;
    if (item->kind == ZT_ITEM_GROUP && s->depth < DEEPEST)
        s->open[s->depth++] = (zt_group *)(uintptr_t)item; /* pages are made here */
    if (item->kind != ZT_ITEM_GLYPHS || s->depth == 0)
        return;
    const zt_see *see = see_at(s->p, item->at);
    check_note(s, item->at);
    found_run run = {s->open[s->depth - 1], item->box, see};
    if (see)
        ZT_PUSH(s->p->arena, &s->found, run);
}

static void leave(void *self, const zt_group *group, double dx, double dy)
{
    link_search *s = self;
    (void)group;
    (void)dx;
    (void)dy;
    s->depth -= s->depth > 0;
}

/* Links are added when the walk is over, so that it does not meet them. */
void zt_link_references(zt_paginator *p, zt_scene *scene, size_t page)
{
    link_search s = {.p = p, .page = (int)page};
    zt_visitor visitor = {.self = &s, .enter = enter, .leave = leave};
    zt_scene_walk(scene->root, &visitor);
    for (size_t i = 0; i < s.found.count; i++) {
        const found_run *run = &s.found.items[i];
        const zt_report_part *part = zt_part_named(p, run->see->to);
        if (!part || zt_info_of(p, part)->page == ZT_NO_PAGE)
            continue;
        zt_link *link = zt_scene_add_link(scene, run->group, run->see->at, run->box);
        link->dest = zt_dest_id(p, part);
    }
}
