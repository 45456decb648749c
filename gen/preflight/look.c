/* gen/preflight/look.c — runs the checks of the look, and what they share. They are asked for, so
   a document that is printed every day pays nothing for them. */
#include "preflight/look.h"

#include <stdio.h>

#include "base/str.h"

static void look_at_page(zt_arena *arena, const zt_inspection *in)
{
    zt_squint squint = zt_squint_at(arena, in->scene, in->scene->type_area);
    for (size_t i = 0; zt_look_checks[i]; i++)
        if (zt_look_checks[i]->of_pages || in->doc->root == ZT_ROOT_GRAPHIC)
            zt_look_checks[i]->inspect(in, &squint);
}

void zt_look_at_pages(zt_arena *arena, const zt_inspection *inspection)
{
    zt_inspection one = *inspection;
    for (one.page = 0; one.page < inspection->page_count; one.page++) {
        one.scene = inspection->pages[one.page];
        zt_diags_on_page(one.diags, one.page_count > 1 ? one.page + 1 : 0);
        if (one.scene->type_area.w > 0 && one.scene->type_area.h > 0)
            look_at_page(arena, &one);
    }
    zt_diags_on_page(inspection->diags, 0);
}

/* ---- shared ---- */

/* Blocks while they are gathered; `depth` counts those that are open. */
typedef struct seeing {
    zt_arena *arena;
    zt_blocks_seen blocks;
    size_t depth;
} seeing;

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    seeing *s = self;
    const zt_group *group = (const zt_group *)item;
    if (item->kind != ZT_ITEM_GROUP || !group->block)
        return;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (s->depth++ == 0)
        ZT_PUSH(s->arena, &s->blocks, ((zt_block_seen){group, box}));
}

static void leave(void *self, const zt_group *group, double dx, double dy)
{
    seeing *s = self;
    (void)dx;
    (void)dy;
    s->depth -= group->block != NULL;
}

zt_blocks_seen zt_look_blocks(zt_arena *arena, const zt_scene *page)
{
    seeing s = {.arena = arena};
    zt_visitor visitor = {.self = &s, .enter = enter, .leave = leave};
    zt_scene_walk(page->root, &visitor);
    return s.blocks;
}

bool zt_look_is_furniture(const char *block)
{
    return zt_str_in_words(zt_str_from(block), "kicker title deck lead asof note credits hint");
}

/* Whole millimetres, which are enough to find it with a ruler. */
const char *zt_look_place(char room[64], zt_rect box)
{
    snprintf(room, 64, "x %.0f y %.0f, %.0f×%.0f mm", zt_mm_from_pt(box.x), zt_mm_from_pt(box.y),
             zt_mm_from_pt(box.w), zt_mm_from_pt(box.h));
    return room;
}
