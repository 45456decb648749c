/* gen/solve/slicing_outside.c — what a layout costs at least around a box with most of the items.
   The others lie around it in boxes of their own: the page is cut apart from its edges inwards, one
   box after the other, until what is left has that width and height. Few sizes can be left so, and
   a box whose items cost more than is left of the limit belongs to no layout that is looked for. */
#include "solve/slicing_imp.h"

/* Costs by lines that lie above and below what is left, a row a width. */
typedef struct outside_bench {
    int32_t costs[ZT_SLICE_COLUMNS + 1][ZT_SLICE_LINES + 1 + ZT_SLICE_BLOCK];
    int32_t below[ZT_SLICE_LINES + 1 + ZT_SLICE_BLOCK];
} outside_bench;

static void clear(int32_t *costs, int count)
{
    for (int i = 0; i < count; i++)
        costs[i] = ZT_SLICE_NEVER;
}

static zt_slice_heights *outside_of(const zt_slicing *s, zt_slice_set cut, int width)
{
    return &s->outside[cut * (zt_slice_set)(s->page->width + 1) + (zt_slice_set)width];
}

/* The items of `a` are cut off above or below `inside`, at one width; `cut` is what was cut off
   before. */
static void cut_across(const zt_slicing *s, outside_bench *bench, zt_slice_set a,
                       zt_slice_set inside, int width)
{
    const zt_slice_heights *own = zt_slice_heights_of(s, ZT_SLICE_ALL, a, width);
    const zt_slice_heights *before = outside_of(s, s->full & ~(a | inside), width);
    int height = s->page->height;
    zt_slice_above job = {
        .top = own, .foot = before, .low = 0, .high = height - 1, .most = s->most};
    if (!own->count || !before->count || own->low + before->low >= height)
        return;
    job.weight = s->weight[inside];
    if (zt_slice_may_stack(s, a, inside))
        s->lanes->above(&job, bench->costs[width]);
    if (!zt_slice_may_stack(s, inside, a))
        return;
    job.weight = 0; /* what it lies below is known of what is left alone */
    clear(bench->below, height + ZT_SLICE_BLOCK);
    s->lanes->above(&job, bench->below);
    for (int lines = 0; lines < height; lines++) {
        int32_t cost = bench->below[lines] + s->weight[a] * (height - lines);
        if (cost < bench->costs[width][lines])
            bench->costs[width][lines] = cost;
    }
}

/* The same beside it: `u` of `width` columns. */
static void cut_upright(const zt_slicing *s, outside_bench *bench, zt_slice_set a,
                        zt_slice_set inside, int width, int u)
{
    const zt_slice_heights *own = zt_slice_heights_of(s, ZT_SLICE_ALL, a, u);
    const zt_slice_heights *before = outside_of(s, s->full & ~(a | inside), width);
    int32_t extra = zt_slice_butt(s, a, inside), *to = bench->costs[width - u];
    for (int i = 0; own->count && i < before->count; i++) {
        int lines = before->low + i;
        int32_t cost = before->cost[i] + zt_slice_cost_at(own, s->page->height - lines) + extra;
        if (cost < to[lines])
            to[lines] = cost;
    }
}

/* All ways in which the last box was cut off. */
static void cut_last(const zt_slicing *s, outside_bench *bench, zt_slice_set cut)
{
    zt_slice_set inside = s->full & ~cut;
    for (zt_slice_set a = cut; a; a = (a - 1) & cut) {
        bool stands =
            zt_slice_may_stand_left(s, a, inside) || zt_slice_may_stand_left(s, inside, a);
        for (uint32_t ws = s->outside_widths[cut & ~a]; ws; ws &= ws - 1) {
            int w = __builtin_ctz(ws);
            cut_across(s, bench, a, inside, w);
            uint32_t us = stands ? s->widths[a * 3 + ZT_SLICE_ALL] & ((1u << w) - 1) : 0;
            for (; us; us &= us - 1)
                cut_upright(s, bench, a, inside, w, __builtin_ctz(us));
        }
    }
}

void zt_slice_look_outside(zt_slicing *s, zt_slice_set cut)
{
    int width = s->page->width, height = s->page->height;
    outside_bench *bench = s->outside_bench;
    if (!s->outside) {
        s->outside =
            ZT_ARRAY(s->arena, (s->full + 1) * (zt_slice_set)(width + 1), zt_slice_heights);
        s->outside_widths = ZT_ARRAY(s->arena, s->full + 1, uint32_t);
        s->outside_bench = bench = ZT_NEW(s->arena, outside_bench);
    }
    for (int w = 1; w <= width; w++)
        clear(bench->costs[w], height + ZT_SLICE_BLOCK);
    if (!cut)
        bench->costs[width][0] = 0;
    cut_last(s, bench, cut);
    for (int w = 1; w <= width; w++) {
        *outside_of(s, cut, w) = zt_slice_keep(s, bench->costs[w], 0, height - 1);
        s->outside_widths[cut] |= outside_of(s, cut, w)->count ? 1u << w : 0;
    }
}

int32_t zt_slice_outside(const zt_slicing *s, zt_slice_set inside, int width, int height)
{
    return zt_slice_cost_at(outside_of(s, s->full & ~inside, width), s->page->height - height);
}
