/* The walker: every item once, in document order, with the absolute place of its frame. Outputs and
   the rules of preflight go over a page by it, so that they agree on order and coordinates. */
#include "scene/scene.h"

/* The frame of what is inside is the group's, moved by its dx and dy. */
static void visit(const zt_group *group, const zt_visitor *visitor, double dx, double dy)
{
    if (visitor->enter)
        visitor->enter(visitor->self, &group->item, dx, dy);
    double inner_dx = dx + group->dx, inner_dy = dy + group->dy;
    for (const zt_item *item = group->first; item; item = item->next) {
        if (item->kind == ZT_ITEM_GROUP)
            visit((const zt_group *)item, visitor, inner_dx, inner_dy);
        else if (visitor->enter)
            visitor->enter(visitor->self, item, inner_dx, inner_dy);
    }
    if (visitor->leave)
        visitor->leave(visitor->self, group, dx, dy);
}

void zt_scene_walk(const zt_group *group, const zt_visitor *visitor)
{
    visit(group, visitor, 0, 0);
}
