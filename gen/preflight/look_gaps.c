/* gen/preflight/look_gaps.c — more distances of one kind than a page can mean: between what stands
   one above the other, and between what stands side by side. */
#include "preflight/look.h"

#include <math.h>
#include <stdlib.h>

enum { MOST = 3, KEPT = 24 };
/* Distances that differ by less are one (points: 0.5 mm), and edges that do are level. */
static const double ALIKE = ZT_MM(0.5), LEVEL = 1;

/* Distances of one kind, points. */
typedef struct gap_list {
    double sizes[KEPT];
    size_t count;
    zt_pos at; /* of the block after the last that was new */
} gap_list;

static void add(gap_list *list, double size, zt_pos at)
{
    for (size_t i = 0; i < list->count; i++)
        if (fabs(list->sizes[i] - size) < ALIKE)
            return;
    if (list->count == KEPT)
        return;
    list->sizes[list->count++] = size;
    list->at = at;
}

/* The next block up the page in the same column: both edges are level. */
static void add_above(gap_list *list, const zt_blocks_seen *seen, const zt_block_seen *block)
{
    double least = INFINITY;
    for (size_t i = 0; i < seen->count; i++) {
        const zt_block_seen *other = &seen->items[i];
        bool column = fabs(other->box.x - block->box.x) < LEVEL &&
                      fabs(zt_rect_right(other->box) - zt_rect_right(block->box)) < LEVEL;
        double gap = block->box.y - zt_rect_foot(other->box);
        if (column && other != block && gap > LEVEL && gap < least)
            least = zt_look_is_furniture(other->group->block) ? INFINITY : gap;
    }
    if (least < INFINITY)
        add(list, least, block->group->item.at);
}

/* The next block to the left whose top is level. */
static void add_left(gap_list *list, const zt_blocks_seen *seen, const zt_block_seen *block)
{
    double least = INFINITY;
    for (size_t i = 0; i < seen->count; i++) {
        const zt_block_seen *other = &seen->items[i];
        double gap = block->box.x - zt_rect_right(other->box);
        if (fabs(other->box.y - block->box.y) < LEVEL && gap > LEVEL && gap < least &&
            !zt_look_is_furniture(other->group->block))
            least = gap;
    }
    if (least < INFINITY)
        add(list, least, block->group->item.at);
}

/* Rising. */
static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* "5, 8.5, 10.2, 14": all sizes in millimetres, rising. */
static const char *in_words(zt_arena *arena, gap_list *list)
{
    zt_buf sizes;
    zt_buf_init(&sizes, arena);
    qsort(list->sizes, list->count, sizeof *list->sizes, compare);
    for (size_t i = 0; i < list->count; i++) {
        zt_buf_puts(&sizes, i ? ", " : "");
        zt_buf_number(&sizes, zt_mm_from_pt(list->sizes[i]), 1);
    }
    return sizes.data;
}

/* Reports look-gaps of one kind, with all sizes. */
static void report(const zt_inspection *in, gap_list *list, bool across)
{
    if (list->count <= MOST)
        return;
    const char *sizes = in_words(in->scene->arena, list);
    if (across)
        zt_report(
            in->diags, ZT_WARNING, "look-gaps", list->at,
            "左右块之间的间距有 %zu 种（%s 毫米），至多应为三种；同一层的 gap= 写成同一级",
            "%zu sizes of gaps across the page (%s mm), three at most should be; give those of "
            "one rank the same step of gap=",
            list->count, sizes);
    else
        zt_report(in->diags, ZT_WARNING, "look-gaps", list->at,
                  "上下块之间的间距有 %zu 种（%s 毫米），至多应为三种；同一层的 gap= 写成同一级",
                  "%zu sizes of gaps down the page (%s mm), three at most should be; give those of "
                  "one rank the same step of gap=",
                  list->count, sizes);
}

static void inspect(const zt_inspection *in, const zt_squint *s)
{
    (void)s;
    gap_list down = {0}, across = {0};
    zt_blocks_seen seen = zt_look_blocks(in->scene->arena, in->scene);
    for (size_t i = 0; i < seen.count; i++)
        if (!zt_look_is_furniture(seen.items[i].group->block)) {
            add_above(&down, &seen, &seen.items[i]);
            add_left(&across, &seen, &seen.items[i]);
        }
    report(in, &down, false);
    report(in, &across, true);
}

const zt_look_check zt_look_check_gaps = {"look-gaps",
                                          "同一种间距不超过三个大小",
                                          "gaps of one kind have three sizes at most",
                                          "docs/templates.md",
                                          inspect,
                                          false};
