/* gen/scene/slices.c — where a page may be cut, and the cuts that make the fewest and most even
   pieces. */
#include "scene/slices.h"

#include <stdlib.h>

/* Ink from a height of the page to another. A rule outside of all blocks belongs to what is below
   it. */
typedef struct inked_span {
    double top, foot;
    bool holds_block;
} inked_span;
typedef ZT_VEC(inked_span) inked_spans;

/* Collects what lies on a page while it is walked. */
typedef struct ink_walk {
    zt_arena *arena;
    inked_spans all;
    int depth; /* of groups of blocks; 0: outside of all */
} ink_walk;

/* Grounds lie under several blocks: what is higher than that belongs to none, points. */
static const double RULE_MOST = ZT_MM(2);

static bool is_block(const zt_item *item)
{
    return item->kind == ZT_ITEM_GROUP && ((const zt_group *)item)->block != NULL;
}

/* The outermost block counts with its frame; marks that stand out of it, and rules, on their own.
 */
static void gather(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    ink_walk *g = self;
    bool outermost = is_block(item) && g->depth++ == 0;
    bool inside = g->depth > 0, group = item->kind == ZT_ITEM_GROUP;
    if ((group && !outermost) || (!inside && item->box.h > RULE_MOST))
        return;
    inked_span found = {item->box.y + dy, zt_rect_foot(item->box) + dy, inside};
    ZT_PUSH(g->arena, &g->all, found);
}

static void leave(void *self, const zt_group *group, double dx, double dy)
{
    (void)dx;
    (void)dy;
    ((ink_walk *)self)->depth -= group->block != NULL;
}

static int by_top(const void *a, const void *b)
{
    const inked_span *left = a, *right = b;
    return (left->top > right->top) - (left->top < right->top);
}

typedef ZT_VEC(double) heights;

/* The middles of the white between neighbours, the upper of which holds a block. */
static heights places_to_cut(zt_arena *arena, const zt_scene *page)
{
    ink_walk g = {.arena = arena};
    const zt_visitor visitor = {&g, gather, leave};
    zt_scene_walk(page->root, &visitor);
    heights places = {0};
    if (g.all.count == 0)
        return places;
    qsort(g.all.items, g.all.count, sizeof *g.all.items, by_top);
    inked_span last = g.all.items[0];
    for (size_t i = 1; i < g.all.count; i++) {
        inked_span next = g.all.items[i];
        if (next.top > last.foot && last.holds_block)
            ZT_PUSH(arena, &places, (last.foot + next.top) / 2);
        if (next.top > last.foot)
            last = next;
        last.foot = zt_max(last.foot, next.foot);
        last.holds_block = last.holds_block || next.holds_block;
    }
    return places;
}

/* Each piece as high as goes; a block that is higher than `most` gets what it needs. */
static zt_page_slices cut(zt_arena *arena, const heights *places, double height, double most)
{
    zt_page_slices out = {0};
    zt_page_slice piece = {0, height};
    for (size_t i = 0; i < places->count; i++) {
        double next = i + 1 < places->count ? places->items[i + 1] : height;
        if (next - piece.top <= most)
            continue;
        piece.foot = places->items[i];
        ZT_PUSH(arena, &out, piece);
        piece = (zt_page_slice){piece.foot, height};
    }
    ZT_PUSH(arena, &out, piece);
    return out;
}

/* The height is lowered as far as the count of pieces stays, by halving. */
zt_page_slices zt_scene_slices(zt_arena *arena, const zt_scene *page, double most)
{
    heights places = {0};
    if (most > 0)
        places = places_to_cut(arena, page);
    zt_page_slices best = cut(arena, &places, page->height, most > 0 ? most : page->height);
    double low = 0, high = most;
    for (int step = 0; step < 24 && best.count > 1; step++) {
        double middle = (low + high) / 2;
        zt_page_slices tried = cut(arena, &places, page->height, middle);
        if (tried.count > best.count) {
            low = middle;
            continue;
        }
        high = middle;
        best = tried;
    }
    return best;
}

zt_scene *zt_scene_slice(zt_arena *arena, const zt_scene *page, zt_page_slice slice)
{
    zt_scene *out = ZT_NEW(arena, zt_scene);
    zt_group *root = ZT_NEW(arena, zt_group), *whole = ZT_NEW(arena, zt_group);
    *out = *page;
    *whole = *page->root;
    *root = (zt_group){.item = page->root->item, .role = page->root->role};
    root->item.next = NULL;
    whole->item.next = NULL;
    root->dy = -slice.top;
    root->first = root->last = &whole->item;
    out->root = root;
    out->height = slice.foot - slice.top;
    out->type_area.y -= slice.top;
    out->grid.first -= slice.top;
    return out;
}
