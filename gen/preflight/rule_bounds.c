/* gen/preflight/rule_bounds.c — nothing lies outside its box: glyphs in the frame of their block,
   blocks in the type area. What an <adjust> moved may leave the block, but not the type area. */
#include "preflight/preflight.h"

/* The walk: which block and which moved group is open. */
typedef struct bounds {
    const zt_inspection *in;
    const zt_group *block; /* the block being walked */
    zt_rect frame;         /* of it, absolute */
    const zt_group *moved; /* the outermost open group that an <adjust> moved */
} bounds;

/* Hundredths of a point come from sums of many lengths; half a point is a real fault. */
static bool is_outside(zt_rect r, zt_rect frame)
{
    const double near = 0.5;
    return r.x < frame.x - near || r.y < frame.y - near ||
           zt_rect_right(r) > zt_rect_right(frame) + near ||
           zt_rect_foot(r) > zt_rect_foot(frame) + near;
}

/* Where a block may stand: in the type area; what stands on every page beside it, as folios and
   running heads, is no part of the text to a reader and may stand anywhere on the sheet. */
static zt_rect room_of(const zt_scene *scene, const zt_group *group)
{
    if (group->role == ZT_ROLE_ARTIFACT)
        return (zt_rect){0, 0, scene->width, scene->height};
    return scene->type_area;
}

/* Reports outside-box. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    bounds *b = self;
    zt_rect r = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (item->kind == ZT_ITEM_GROUP) {
        const zt_group *group = (const zt_group *)item;
        if (group->moved && !b->moved)
            b->moved = group;
        if (!group->block)
            return;
        b->block = group;
        b->frame = r;
        if (is_outside(r, room_of(b->in->scene, group)))
            zt_report(b->in->diags, ZT_ERROR, "outside-box", item->at, "<%s> 超出版心",
                      "<%s> lies outside the type area", group->block);
    } else if (item->kind == ZT_ITEM_GLYPHS && b->moved) {
        if (is_outside(r, b->in->scene->type_area))
            zt_report(b->in->diags, ZT_ERROR, "outside-box", item->at,
                      "微调之后，“%.*s”超出版心；请改 adjust 的 dx、dy",
                      "moved by an adjust, “%.*s” lies outside the type area; change its dx or dy",
                      ZT_ARG(((const zt_glyphs *)item)->text));
    } else if (item->kind == ZT_ITEM_GLYPHS && b->block && is_outside(r, b->frame)) {
        zt_report(b->in->diags, ZT_ERROR, "outside-box", item->at, "“%.*s”超出 <%s> 的版框",
                  "“%.*s” lies outside the frame of <%s>", ZT_ARG(((const zt_glyphs *)item)->text),
                  b->block->block);
    }
}

/* Behind the group, neither its frame nor its adjustment holds any longer. */
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    bounds *b = self;
    (void)dx;
    (void)dy;
    if (group == b->block)
        b->block = NULL;
    if (group == b->moved)
        b->moved = NULL;
}

/* Only on pages without errors: one that is too long has overflowed anyway. */
static void inspect(const zt_inspection *in)
{
    if (zt_diags_failed(in->diags))
        return; /* overset is said already, with a count */
    bounds b = {.in = in};
    zt_visitor visitor = {.self = &b, .enter = enter, .leave = leave};
    zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_bounds = {"outside-box",
                                "文字在版块之内，版块在版心之内",
                                "glyphs in their block, blocks in the type area",
                                "zhitu",
                                inspect,
                                false};
