/* gen/preflight/rule_bleed.c — grounds that run to the trim of a page without bleed: where the cut
   is a hair off, paper shows. Newspapers are not cut; for what is, the template says bleed=. */
#include "preflight/preflight.h"

/* The walk: the first ground at an edge is told, for all of them have one remedy. */
typedef struct trim_walk {
    const zt_inspection *in;
    bool told;
} trim_walk;

static bool reaches_trim(const zt_scene *page, zt_rect r)
{
    const double near = 0.5; /* points */
    return r.x <= near || r.y <= near || zt_rect_right(r) >= page->width - near ||
           zt_rect_foot(r) >= page->height - near;
}

/* Reports bleed-missing, a note. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    trim_walk *e = self;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (e->told || item->kind != ZT_ITEM_PATH)
        return;
    const zt_path *path = (const zt_path *)item;
    if (!path->fill.ink || path->fill.ink->paper || path->fill.tint <= 0 ||
        !reaches_trim(e->in->scene, box))
        return;
    e->told = true;
    zt_report(
        e->in->diags, ZT_NOTE, "bleed-missing", item->at,
        "底色“%s”一直到裁切边，而页面没有出血，裁偏一点就露白；要裁切的，给模板“%s”的 <page> 加 "
        "bleed=\"3mm\"",
        "the ground “%s” runs to the trim, and the page has no bleed: paper shows where the "
        "cut is off; for what is cut, give the <page> of the template “%s” bleed=\"3mm\"",
        path->fill.ink->name, e->in->template_->name);
}

/* Only of what goes to a press, on pages without bleed. */
static void inspect(const zt_inspection *in)
{
    trim_walk e = {.in = in};
    zt_visitor visitor = {.self = &e, .enter = enter};
    if (in->press && in->scene->bleed <= 0)
        zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_bleed = {"bleed-missing",
                               "底色到裁切边的页面有出血（印刷用）",
                               "pages whose grounds run to the trim have bleed, for the press",
                               "usual 3 mm; newspapers are not cut",
                               inspect,
                               false};
