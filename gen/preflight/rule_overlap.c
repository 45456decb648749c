/* gen/preflight/rule_overlap.c — no text over other text: the ink of two runs may not meet. */
#include <stdlib.h>

#include "font/font.h"
#include "preflight/preflight.h"

typedef struct placed_run {
    const zt_glyphs *run;
    double dx, dy; /* of the frame that it lies in */
    zt_rect box;   /* by ems, absolute */
    zt_rect ink;   /* of its glyphs, absolute; known once it was asked for */
    bool has_ink;
} placed_run;

/* All runs of the page. */
typedef struct page_texts {
    zt_arena *arena;
    ZT_VEC(placed_run) list;
} page_texts;

/* Gathers the runs; their ink is only measured where boxes meet. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    page_texts *t = self;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    placed_run p = {.run = (const zt_glyphs *)item,
                    .dx = dx,
                    .dy = dy,
                    .box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h}};
    ZT_PUSH(t->arena, &t->list, p);
}

/* From the top down; runs at one height in the order of the page, so that findings keep it. */
static int by_top(const void *left, const void *right)
{
    const placed_run *a = left, *b = right;
    if (a->box.y != b->box.y)
        return a->box.y < b->box.y ? -1 : 1;
    if (a->box.x != b->box.x)
        return a->box.x < b->box.x ? -1 : 1;
    return (a->run > b->run) - (a->run < b->run);
}

/* Whether they share more than `near` points in both directions. */
static bool meet(zt_rect a, zt_rect b, double near)
{
    return zt_min(zt_rect_right(a), zt_rect_right(b)) - zt_max(a.x, b.x) > near &&
           zt_min(zt_rect_foot(a), zt_rect_foot(b)) - zt_max(a.y, b.y) > near;
}

/* The smallest rectangle around both. */
static zt_rect around(zt_rect a, zt_rect b)
{
    double x = zt_min(a.x, b.x), y = zt_min(a.y, b.y);
    return (zt_rect){x, y, zt_max(zt_rect_right(a), zt_rect_right(b)) - x,
                     zt_max(zt_rect_foot(a), zt_rect_foot(b)) - y};
}

/* The ink of one glyph in the frame of the run. */
static zt_rect glyph_ink(const zt_glyphs *run, const zt_glyph *glyph, zt_rect ink)
{
    double x = glyph->x + ink.x * run->size * zt_glyphs_scale(run);
    double w = ink.w * run->size * zt_glyphs_scale(run);
    double y = glyph->y - (ink.y + ink.h) * run->size, h = ink.h * run->size;
    if (run->rotated) /* clockwise, y down: (a, b) goes to (-b, a) */
        return (zt_rect){run->origin.x - y - h, run->origin.y + x, h, w};
    return (zt_rect){run->origin.x + x, run->origin.y + y, w, h};
}

/* Em boxes of large figures reach far over their ink: only where they meet is it looked up. */
static zt_rect ink_of(placed_run *p)
{
    if (p->has_ink)
        return p->ink;
    bool any = false;
    for (size_t i = 0; i < p->run->glyph_count; i++) {
        zt_rect ink;
        if (!zt_face_ink(p->run->face, p->run->glyphs[i].id, &ink))
            continue;
        ink = glyph_ink(p->run, p->run->glyphs + i, ink);
        p->ink = any ? around(p->ink, ink) : ink;
        any = true;
    }
    p->ink.x += p->dx;
    p->ink.y += p->dy;
    p->has_ink = true;
    return p->ink;
}

/* Reports text-overlap. */
static void compare(const zt_inspection *in, placed_run *a, placed_run *b)
{
    const double near = 0.04; /* em of the smaller: hinting and rounding, no stroke */
    double most = near * zt_min(a->run->size, b->run->size);
    if (!meet(a->box, b->box, most) || !meet(ink_of(a), ink_of(b), most))
        return;
    zt_report(in->diags, ZT_ERROR, "text-overlap", b->run->item.at, "“%.*s”与“%.*s”重叠",
              "“%.*s” and “%.*s” lie over each other", ZT_ARG(b->run->text), ZT_ARG(a->run->text));
}

/* Sorted by their tops, each run is only held against those that begin above its foot. */
static void inspect(const zt_inspection *in)
{
    if (zt_diags_failed(in->diags))
        return; /* overset is said already, with a count */
    page_texts t = {.arena = in->scene->arena};
    zt_visitor visitor = {.self = &t, .enter = enter};
    zt_scene_walk(in->scene->root, &visitor);
    placed_run *list = t.list.items;
    if (t.list.count > 1)
        qsort(list, t.list.count, sizeof *list, by_top);
    for (size_t i = 0; i < t.list.count; i++)
        for (size_t k = i + 1; k < t.list.count && list[k].box.y < zt_rect_foot(list[i].box); k++)
            compare(in, list + i, list + k);
}

const zt_rule zt_rule_overlap = {"text-overlap", "文字不压文字", "no text over other text",
                                 "zhitu",        inspect,        false};
