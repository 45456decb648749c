/* gen/layout/hanging_quotes.c — large opening quotation marks hang before the edge of their text,
   so that the character behind the mark stands on the edge with the lines that begin without one
   (R93). Only the placed page tells whether there is room: what stands to the left is another
   block, the ground's edge, or the trim. The lines of one size in a block hang all or none. */
#include "layout/layout_imp.h"

static const double CLEAR = 0.15;            /* em between a hung mark and what stands left of it */
static const double LEAST_CLEAR = ZT_MM(1);  /* at any size */
static const double TRIM_CLEAR = ZT_MM(2.5); /* to the trim */
static const double BEARING = 0.3;           /* em: no bearing is more */
static const double SAME = 0.05;             /* points: sizes and edges nearer are one */

/* A line that may hang. */
typedef struct hung_line {
    zt_glyphs *first;
    /* The nearest group that names a block. */
    const zt_group *block;
    zt_point offset; /* of its frame on the page */
    bool free;
} hung_line;

/* What is painted, on the page. */
typedef struct painted {
    const zt_item *item;
    zt_rect box;
} painted;

/* One page while it is looked through. */
typedef struct page_quotes {
    zt_arena *arena;
    const zt_group *block;
    ZT_VEC(const zt_group *) blocks; /* those that are open */
    ZT_VEC(hung_line) lines;
    ZT_VEC(painted) items;
} page_quotes;

/* Keeps each item with its box on the page, and the lines that may hang. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    page_quotes *p = self;
    if (item->kind == ZT_ITEM_GROUP) {
        const zt_group *group = (const zt_group *)item;
        const zt_group *outer = p->blocks.count ? p->blocks.items[p->blocks.count - 1] : NULL;
        ZT_PUSH(p->arena, &p->blocks, group->block ? group : outer);
        return;
    }
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    ZT_PUSH(p->arena, &p->items, ((painted){item, box}));
    if (item->kind == ZT_ITEM_GLYPHS && ((const zt_glyphs *)item)->may_hang > 0)
        ZT_PUSH(p->arena, &p->lines,
                ((hung_line){(zt_glyphs *)(uintptr_t)item, /* the layout may finish it */
                             p->blocks.items[p->blocks.count - 1],
                             {dx, dy},
                             true}));
}

static void leave(void *self, const zt_group *group, double dx, double dy)
{
    page_quotes *p = self;
    (void)group, (void)dx, (void)dy;
    p->blocks.count--;
}

/* Whether the item stands in the room that the mark and the white before it take: `box` is that of
   the line's first run. What the line stands on, a ground or a picture, has to hold the mark too.
 */
static bool is_in_the_way(const painted *other, zt_rect box, double room)
{
    zt_rect o = other->box;
    bool level = o.y < zt_rect_foot(box) - SAME && zt_rect_foot(o) > box.y + SAME;
    bool touches = level && o.x < box.x - SAME && zt_rect_right(o) > box.x - room + SAME;
    bool ground = other->item->kind != ZT_ITEM_GLYPHS && o.y <= box.y + SAME &&
                  zt_rect_foot(o) >= zt_rect_foot(box) - SAME && o.x <= box.x + SAME &&
                  zt_rect_right(o) >= zt_rect_right(box) - SAME;
    return ground ? o.x > box.x - room : touches;
}

/* Whether nothing stands in the way of one line. */
static bool has_room(const page_quotes *p, const hung_line *line)
{
    const zt_glyphs *run = line->first;
    double clear = zt_max(CLEAR * run->size, LEAST_CLEAR);
    zt_rect box = run->item.box;
    box.x = run->origin.x + line->offset.x;
    box.y += line->offset.y;
    if (box.x - run->may_hang < TRIM_CLEAR)
        return false;
    for (size_t i = 0; i < p->items.count; i++)
        if (p->items.items[i].item != &run->item &&
            is_in_the_way(&p->items.items[i], box, run->may_hang + clear))
            return false;
    return true;
}

/* Of a block, the lines of one size. */
static bool go_together(const hung_line *a, const hung_line *b)
{
    double apart = a->first->size - b->first->size;
    return a->block == b->block && apart < SAME && apart > -SAME;
}

/* By what the line stands out already: a head whose ink stands on the edge has moved by the bearing
   of its mark. */
static double stands_out(const zt_glyphs *run)
{
    double out = -run->origin.x;
    return out > 0 && out <= BEARING * run->size ? out : 0;
}

/* The runs of the line move; the first one's box leaves out what hangs. */
static void hang(const hung_line *line)
{
    double points = line->first->may_hang - stands_out(line->first);
    for (const zt_glyphs *run = line->first; run; run = zt_glyphs_next(run)) {
        zt_glyphs *own = (zt_glyphs *)(uintptr_t)run;
        own->origin.x -= points;
        zt_glyphs_done(own);
    }
    line->first->item.box.x += line->first->may_hang;
    line->first->item.box.w -= line->first->may_hang;
}

void zt_quotes_hang(const zt_scene *scene)
{
    zt_arena *scratch = zt_arena_beside(scene->arena);
    page_quotes p = {.arena = scratch};
    zt_visitor visitor = {.self = &p, .enter = enter, .leave = leave};
    zt_scene_walk(scene->root, &visitor);
    for (size_t i = 0; i < p.lines.count; i++)
        p.lines.items[i].free = has_room(&p, &p.lines.items[i]);
    for (size_t i = 0; i < p.lines.count; i++) {
        bool all = true;
        for (size_t k = 0; k < p.lines.count; k++)
            all &= !go_together(&p.lines.items[i], &p.lines.items[k]) || p.lines.items[k].free;
        if (all)
            hang(&p.lines.items[i]);
    }
    zt_arena_drop(scratch);
}
