/* What differs on the finished pages: blocks of both books bound by the elements that they were
   painted for, then compared by frame and lines. */
#include "change/page_change.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/origin.h"

/* A twentieth of a millimetre, which no reader sees; points. */
#define SEEN ZT_MM(0.05)

/* ---- the element of a place ---- */

typedef struct placed_fact {
    zt_pos at;
    zt_fact *fact;
} placed_fact;

/* Facts in the order of their places. */
typedef struct fact_places {
    placed_fact *items;
    size_t count;
} fact_places;

static size_t count_facts(const zt_fact *fact)
{
    size_t count = 1;
    for (size_t i = 0; i < fact->kid_count; i++)
        count += count_facts(fact->kids[i]);
    return count;
}

static void list_facts(zt_fact *fact, fact_places *out)
{
    out->items[out->count++] = (placed_fact){fact->node->at, fact};
    for (size_t i = 0; i < fact->kid_count; i++)
        list_facts(fact->kids[i], out);
}

static int by_place(const void *a, const void *b)
{
    return zt_origin_compare(((const placed_fact *)a)->at, ((const placed_fact *)b)->at);
}

static fact_places places_of(zt_arena *arena, zt_fact *root)
{
    fact_places places = {ZT_ARRAY(arena, count_facts(root), placed_fact), 0};
    list_facts(root, &places);
    qsort(places.items, places.count, sizeof *places.items, by_place);
    return places;
}

static bool same_file(zt_pos a, zt_pos b)
{
    return a.file && b.file && strcmp(a.file, b.file) == 0;
}

/* The last that begins at or before the place; NULL where that is in another file. */
static zt_fact *fact_at(const fact_places *places, zt_pos at)
{
    size_t low = 0, high = places->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (zt_origin_compare(places->items[middle].at, at) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    bool found = high > 0 && at.line > 0 && same_file(places->items[high - 1].at, at);
    return found ? places->items[high - 1].fact : NULL;
}

/* ---- the blocks of a book ---- */

typedef ZT_VEC(zt_shown_block) shown_blocks;

/* A walk over a page. */
typedef struct block_reader {
    zt_arena *arena;
    const fact_places *places;
    shown_blocks *out;
    size_t page;
    /* Blocks may stand in blocks (a graphic on a page): the innermost counts. */
    size_t open[8], depth;
    uint32_t line;
} block_reader;

static uint64_t mix(uint64_t hash, const char *data, size_t len)
{
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)data[i]) * 0x100000001B3u; /* FNV-1a */
    return hash;
}

static void open_block(block_reader *r, const zt_group *group, double dx, double dy)
{
    enum { DEPTH = sizeof r->open / sizeof *r->open };
    zt_rect box = group->item.box;
    zt_shown_block block = {.block = group->block,
                            .at = group->item.at,
                            .fact = fact_at(r->places, group->item.at),
                            .page = r->page,
                            .box = {box.x + dx, box.y + dy, box.w, box.h}};
    if (r->depth < DEPTH)
        r->open[r->depth] = r->out->count;
    r->depth++;
    ZT_PUSH(r->arena, r->out, block);
}

static void add_run(block_reader *r, const zt_glyphs *run)
{
    enum { DEPTH = sizeof r->open / sizeof *r->open };
    if (r->depth == 0 || r->depth > DEPTH)
        return;
    zt_shown_block *block = &r->out->items[r->open[r->depth - 1]];
    bool begins = run->line == 0 || run->line != r->line;
    r->line = run->line;
    block->lines += begins;
    if (begins)
        block->breaks = mix(block->breaks, "\n", 1);
    for (size_t i = 0; i < run->text.len; i++)
        if (run->text.data[i] != ' ') {
            block->words = mix(block->words, run->text.data + i, 1);
            block->breaks = mix(block->breaks, run->text.data + i, 1);
        }
}

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    block_reader *r = self;
    if (item->kind == ZT_ITEM_GROUP && ((const zt_group *)item)->block)
        open_block(r, (const zt_group *)item, dx, dy);
    else if (item->kind == ZT_ITEM_GLYPHS)
        add_run(r, (const zt_glyphs *)item);
}

static void leave(void *self, const zt_group *group, double dx, double dy)
{
    block_reader *r = self;
    (void)dx;
    (void)dy;
    r->depth -= group->block != NULL;
}

static shown_blocks blocks_of(zt_arena *arena, const fact_places *places, const zt_book *book)
{
    shown_blocks out = {0};
    for (size_t i = 0; i < book->page_count; i++) {
        block_reader r = {.arena = arena, .places = places, .out = &out, .page = i};
        zt_visitor visitor = {.self = &r, .enter = enter, .leave = leave};
        zt_scene_walk(book->pages[i]->root, &visitor);
    }
    return out;
}

/* ---- pairs ---- */

static bool is_same_block(const zt_shown_block *before, const zt_shown_block *after)
{
    if (strcmp(before->block, after->block) != 0)
        return false;
    return after->fact ? after->fact->twin && after->fact->twin == before->fact : !before->fact;
}

static bool differs(double a, double b)
{
    return fabs(a - b) > SEEN;
}

static void compare_pair(zt_arena *arena, zt_page_changes *out, const zt_shown_block *before,
                         const zt_shown_block *after)
{
    zt_page_change change = {.before = before, .after = after};
    if (before && after) {
        change.moved = before->page != after->page || differs(before->box.x, after->box.x) ||
                       differs(before->box.y, after->box.y);
        change.resized =
            differs(before->box.w, after->box.w) || differs(before->box.h, after->box.h);
        change.reworded = before->words != after->words;
        change.reflowed = !change.reworded && before->breaks != after->breaks;
        if (!change.moved && !change.resized && !change.reworded && !change.reflowed)
            return;
    }
    ZT_PUSH(arena, &out->list, change);
}

/* Pieces of a torn block are bound in their order. */
static void pair_blocks(zt_arena *arena, zt_page_changes *out, const shown_blocks *before,
                        const shown_blocks *after)
{
    bool *taken = ZT_ARRAY(arena, before->count + 1, bool);
    for (size_t i = 0; i < after->count; i++) {
        const zt_shown_block *twin = NULL;
        for (size_t k = 0; k < before->count && !twin; k++)
            if (!taken[k] && is_same_block(&before->items[k], &after->items[i])) {
                twin = &before->items[k];
                taken[k] = true;
            }
        compare_pair(arena, out, twin, &after->items[i]);
    }
    for (size_t k = 0; k < before->count; k++)
        if (!taken[k])
            compare_pair(arena, out, &before->items[k], NULL);
}

static size_t lines_of(const shown_blocks *blocks)
{
    size_t lines = 0;
    for (size_t i = 0; i < blocks->count; i++)
        lines += blocks->items[i].lines;
    return lines;
}

zt_page_changes *zt_page_changes_of(zt_arena *arena, zt_fact *before, const zt_book *old_book,
                                    zt_fact *after, const zt_book *new_book)
{
    zt_page_changes *out = ZT_NEW(arena, zt_page_changes);
    fact_places old_places = places_of(arena, before), new_places = places_of(arena, after);
    shown_blocks was = blocks_of(arena, &old_places, old_book),
                 is = blocks_of(arena, &new_places, new_book);
    pair_blocks(arena, out, &was, &is);
    out->pages_before = old_book->page_count;
    out->pages_after = new_book->page_count;
    out->lines_before = lines_of(&was);
    out->lines_after = lines_of(&is);
    out->width_before = old_book->pages[0]->width;
    out->height_before = old_book->pages[0]->height;
    out->width_after = new_book->pages[0]->width;
    out->height_after = new_book->pages[0]->height;
    return out;
}

/* ---- places of a fact, for who rings them ---- */

typedef struct box_finder {
    zt_arena *arena;
    const fact_places *places;
    const zt_fact *fact;
    bool whole;
    zt_fact_boxes *out;
} box_finder;

/* With all that is in it; else its own words with the figures among them. */
static bool is_in(const zt_fact *fact, const zt_fact *around, bool whole)
{
    while (fact && fact != around && (whole || zt_fact_is_figure(fact)))
        fact = fact->parent;
    return fact == around;
}

static void find_box(void *self, const zt_item *item, double dx, double dy)
{
    box_finder *f = self;
    if (item->kind != ZT_ITEM_GLYPHS || !is_in(fact_at(f->places, item->at), f->fact, f->whole))
        return;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    for (size_t i = 0; i < f->out->count; i++) {
        zt_rect *last = &f->out->items[i];
        bool same_line = fabs(last->y - box.y) < box.h / 2 &&
                         box.x < zt_rect_right(*last) + box.h &&
                         last->x < zt_rect_right(box) + box.h;
        if (same_line) {
            *last = zt_rect_union(*last, box);
            return;
        }
    }
    ZT_PUSH(f->arena, f->out, box);
}

zt_fact_boxes zt_fact_boxes_on(zt_arena *arena, zt_fact *root, const zt_fact *fact, bool whole,
                               const zt_scene *page)
{
    zt_fact_boxes boxes = {0};
    fact_places places = places_of(arena, root);
    box_finder finder = {arena, &places, fact, whole, &boxes};
    zt_visitor visitor = {.self = &finder, .enter = find_box};
    zt_scene_walk(page->root, &visitor);
    return boxes;
}
