/* gen/preflight/rule_grey.c — areas side by side that a grey plate, or a reader who sees no
   colours, cannot tell apart. */
#include "preflight/preflight.h"

#include <math.h>

/* In points of luma, 0 to 100; from area to area, in points; the least side of an area that is
   looked at. */
static const double APART = 12, BESIDE = ZT_MM(0.8), LEAST = ZT_MM(1);
/* A mark no longer than this on either side is a dot, which its line tells. */
static const double DOT = ZT_MM(2.5);

/* The area that was painted before, in the frame of the page. */
typedef struct walk {
    const zt_inspection *in;
    const zt_path *before;
    zt_rect box;
} walk;

/* Whether the boxes touch, or lie so near to each other that only a line parts them. */
static bool is_beside(zt_rect a, zt_rect b)
{
    return a.x < zt_rect_right(b) + BESIDE && b.x < zt_rect_right(a) + BESIDE &&
           a.y < zt_rect_foot(b) + BESIDE && b.y < zt_rect_foot(a) + BESIDE;
}

/* Plain areas of some size in the full ink; lines, hatching and paper are told apart otherwise, and
   the tints of a ramp are steps of one scale. */
static bool is_area(const zt_item *item)
{
    if (item->kind != ZT_ITEM_PATH)
        return false;
    const zt_path *path = (const zt_path *)item;
    return path->fill.ink && path->fill.ink != &zt_ink_paper && path->fill.tint > 0.999 &&
           item->box.w >= LEAST && item->box.h >= LEAST && (item->box.w > DOT || item->box.h > DOT);
}

/* Reports equal-greys: both inks, their greys, and where the other one is written. */
static void report(const zt_inspection *in, const zt_path *before, const zt_path *path)
{
    int first = (int)lround(zt_paint_grey(before->fill)),
        second = (int)lround(zt_paint_grey(path->fill));
    zt_report(in->diags, ZT_WARNING, "equal-greys", path->item.at,
              "油墨“%s”（灰 %d，第 %d 行）和“%s”（灰 %d）印成灰色分不开，又挨在一起；换一种油墨，"
              "或调开次序",
              "the inks “%s” (grey %d, line %d) and “%s” (grey %d) are alike in grey and lie side "
              "by side; take another ink or another order",
              before->fill.ink->name, first, before->item.at.line, path->fill.ink->name, second);
}

/* Two inks one after the other that lie side by side. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    walk *w = self;
    if (item->kind == ZT_ITEM_GROUP)
        w->before = NULL; /* parts of one chart are painted in one layer */
    if (!is_area(item))
        return;
    const zt_path *path = (const zt_path *)item, *before = w->before;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    bool pair = before && before->fill.ink != path->fill.ink && is_beside(w->box, box);
    if (pair && fabs(zt_paint_grey(before->fill) - zt_paint_grey(path->fill)) < APART)
        report(w->in, before, path);
    w->before = path;
    w->box = box;
}

static void inspect(const zt_inspection *in)
{
    walk w = {.in = in};
    zt_visitor visitor = {.self = &w, .enter = enter};
    zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_grey = {"equal-greys",
                              "并排的两块印成灰色也分得开，相差至少 12 级",
                              "areas side by side are at least 12 points of luma apart",
                              "ITU-R BT.601; docs/decisions.md",
                              inspect,
                              false};
