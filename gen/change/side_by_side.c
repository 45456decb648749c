/* Two states of a page side by side. */
#include "change/side_by_side.h"

/* Inks that no theme has: a ring must not look like a part of the page. */
static const zt_ink ring_ink = {
    .name = "ring", .cmyk = {0, 0.95, 0.2, 0}, .rgb = {0.88, 0.05, 0.47}};
static const zt_ink frame_ink = {
    .name = "frame", .cmyk = {0.85, 0.35, 0, 0}, .rgb = {0.05, 0.45, 0.85}};
static const zt_ink table_ink = {
    .name = "table", .cmyk = {0, 0, 0, 0.18}, .rgb = {0.85, 0.85, 0.86}};

/* Round the pages and between them; of a ring's distance from its words, and its stroke. */
#define MARGIN ZT_MM(6)
#define APART ZT_MM(0.8)
#define STROKE ZT_MM(0.5)

/* One of both halves. */
typedef struct half {
    zt_scene *scene;
    zt_group *page;
    const zt_book *book;
    zt_fact *root;
    size_t number;
    double x;
} half;

/* Its corners are round, so that it is not taken for a frame of the page. */
static void ring(const half *h, zt_rect box)
{
    zt_path *path = zt_scene_add_path(h->scene, h->page, ZT_NOWHERE);
    zt_path_round_rect(
        path, (zt_rect){box.x - APART, box.y - APART, box.w + 2 * APART, box.h + 2 * APART},
        ZT_MM(1.2));
    path->stroke = ZT_SOLID(&ring_ink);
    path->width = STROKE;
    zt_path_done(path);
}

static void frame(const half *h, zt_rect box)
{
    zt_path *path = zt_scene_add_path(h->scene, h->page, ZT_NOWHERE);
    zt_path_rect(path, box);
    path->stroke = ZT_SOLID(&frame_ink);
    path->width = STROKE / 2;
    path->dash[0] = ZT_MM(2);
    path->dash[1] = ZT_MM(1.2);
    zt_path_done(path);
}

/* Rings are found before the page becomes a part of the picture, drawn over it afterwards. */
typedef ZT_VEC(zt_rect) boxes;

static void find_rings(zt_arena *arena, const half *h, const zt_diff *diff, bool old, boxes *out)
{
    for (size_t i = 0; i < diff->changes->list.count; i++) {
        const zt_change *change = &diff->changes->list.items[i];
        const zt_fact *fact = old ? change->before : change->after;
        if (!fact || !fact->parent)
            continue;
        bool whole = change->kind == ZT_CHANGE_ADDED || change->kind == ZT_CHANGE_GONE ||
                     change->kind == ZT_CHANGE_MOVED;
        zt_fact_boxes found =
            zt_fact_boxes_on(arena, h->root, fact, whole, h->book->pages[h->number]);
        for (size_t k = 0; k < found.count; k++)
            ZT_PUSH(arena, out, found.items[k]);
    }
}

static void draw_frames(const half *h, const zt_diff *diff, bool old)
{
    for (size_t i = 0; diff->pages && i < diff->pages->list.count; i++) {
        const zt_page_change *change = &diff->pages->list.items[i];
        const zt_shown_block *block = old ? change->before : change->after;
        bool other = !change->before || !change->after || change->moved || change->resized;
        if (block && other && block->page == h->number)
            frame(h, block->box);
    }
}

static void draw_half(zt_arena *arena, half *h, const zt_diff *diff, bool old)
{
    if (h->number >= h->book->page_count)
        return;
    zt_scene *page = h->book->pages[h->number];
    boxes rings = {0};
    find_rings(arena, h, diff, old, &rings);
    zt_scene_fill_rect(h->scene, h->scene->root, ZT_NOWHERE,
                       (zt_rect){h->x, MARGIN, page->width, page->height}, ZT_SOLID(&zt_ink_paper));
    h->page = zt_scene_add_group(h->scene, h->scene->root, ZT_NOWHERE, h->x, MARGIN);
    zt_scene_adopt(h->page, page->root, 0, 0);
    draw_frames(h, diff, old);
    for (size_t i = 0; i < rings.count; i++)
        ring(h, rings.items[i]);
}

static double width_of(const zt_book *book, size_t page)
{
    return book->pages[page < book->page_count ? page : 0]->width;
}

static double height_of(const zt_book *book, size_t page)
{
    return book->pages[page < book->page_count ? page : 0]->height;
}

zt_scene *zt_change_picture(zt_arena *arena, const zt_diff *diff, const zt_book *before,
                            const zt_book *after, size_t page)
{
    double left = width_of(before, page), right = width_of(after, page),
           high = zt_max(height_of(before, page), height_of(after, page));
    zt_scene *scene = zt_scene_new(arena, left + right + 3 * MARGIN, high + 2 * MARGIN);
    zt_scene_fill_rect(scene, scene->root, ZT_NOWHERE, (zt_rect){0, 0, scene->width, scene->height},
                       ZT_SOLID(&table_ink));
    half old = {scene, NULL, before, diff->changes->before, page, MARGIN},
         new_ = {scene, NULL, after, diff->changes->after, page, 2 * MARGIN + left};
    draw_half(arena, &old, diff, true);
    draw_half(arena, &new_, diff, false);
    return scene;
}
