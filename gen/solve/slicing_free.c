/* gen/solve/slicing_free.c — the recurrence for boxes that hold items alone: for each set of items
   and each width the least cost of every height they can fill.

   A layout is kept by its last cut, so that each is found once: a row of parts is a part that is no
   row beside the rest, a stack a part that is no stack above the rest. A row's first part is the
   one with the first item; which of both stands left is settled when the layout is drawn. */
#include "solve/slicing_imp.h"

/* ---- many items ---- */

/* Where the heights of one set are built, one row of lines a width. */
typedef struct workbench {
    int low[ZT_SLICE_COLUMNS + 1], high[ZT_SLICE_COLUMNS + 1];
    uint32_t open; /* bits of the widths that have a window */
    bool bounded;  /* by what lies around */
    int32_t rows[ZT_SLICE_COLUMNS + 1][ZT_SLICE_LINES + 1 + ZT_SLICE_BLOCK];
    int32_t stacks[ZT_SLICE_COLUMNS + 1][ZT_SLICE_LINES + 1 + ZT_SLICE_BLOCK];
} workbench;

static void clear(int32_t *costs, int low, int high)
{
    for (int i = low; i <= high; i++)
        costs[i] = ZT_SLICE_NEVER;
}

/* Heights that can be left by what lies around, where that is known. */
static void narrow_window(const zt_slicing *s, zt_slice_set set, int width, int *low, int *high)
{
    while (*low <= *high && zt_slice_outside(s, set, width, *low) > s->most)
        ++*low;
    while (*high >= *low && zt_slice_outside(s, set, width, *high) > s->most)
        --*high;
}

/* The windows of a set. */
static void open_windows(const zt_slicing *s, zt_slice_set set, workbench *b)
{
    b->open = 0;
    for (int w = 1; w <= s->page->width; w++) {
        zt_slice_window(s, set, w, &b->low[w], &b->high[w]);
        if (b->bounded)
            narrow_window(s, set, w, &b->low[w], &b->high[w]);
        if (b->low[w] > b->high[w])
            continue;
        b->open |= 1u << w;
        clear(b->rows[w], b->low[w], b->high[w]);
        clear(b->stacks[w], b->low[w], b->high[w]);
    }
}

static uint32_t widths_of(const zt_slicing *s, zt_slice_set set, zt_slice_kind kind)
{
    return s->widths[set * 3 + kind];
}

/* a beside b at all widths of both. */
static void beside(const zt_slicing *s, workbench *bench, zt_slice_set a, zt_slice_set b)
{
    int32_t extra = zt_slice_butt(s, a, b);
    const zt_slice_heights *left = zt_slice_heights_of(s, ZT_SLICE_STACKS, a, 0);
    const zt_slice_heights *right = zt_slice_heights_of(s, ZT_SLICE_ALL, b, 0);
    for (uint32_t us = widths_of(s, a, ZT_SLICE_STACKS); us; us &= us - 1) {
        int u = zt_slice_lowest(us);
        for (uint32_t vs = widths_of(s, b, ZT_SLICE_ALL) & bench->open >> u; vs; vs &= vs - 1) {
            int v = zt_slice_lowest(vs), w = u + v;
            const zt_slice_heights *x = &left[u], *y = &right[v];
            int low = zt_slice_max(zt_slice_max(x->low, y->low), bench->low[w]);
            int high = zt_slice_min(zt_slice_min(x->low + x->count, y->low + y->count),
                                    bench->high[w] + 1);
            if (low < high && x->least + y->least + extra <= s->most)
                s->lanes->beside(bench->rows[w] + low, x->cost + (low - x->low),
                                 y->cost + (low - y->low), extra, high - low);
        }
    }
}

/* a above b at all widths. */
static void stack(const zt_slicing *s, workbench *bench, zt_slice_set a, zt_slice_set b)
{
    const zt_slice_heights *top = zt_slice_heights_of(s, ZT_SLICE_ROWS, a, 0);
    const zt_slice_heights *foot = zt_slice_heights_of(s, ZT_SLICE_ALL, b, 0);
    uint32_t ws = widths_of(s, a, ZT_SLICE_ROWS) & widths_of(s, b, ZT_SLICE_ALL) & bench->open;
    for (; ws; ws &= ws - 1) {
        int w = zt_slice_lowest(ws);
        zt_slice_above job = {.top = &top[w],
                              .foot = &foot[w],
                              .weight = s->weight[b],
                              .low = bench->low[w],
                              .high = bench->high[w],
                              .most = s->most};
        int lowest = job.top->low + job.foot->low;
        int highest = lowest + job.top->count + job.foot->count - 2;
        int32_t least = job.top->least + job.foot->least + job.weight * job.top->low;
        if (lowest <= job.high && highest >= job.low && least <= s->most)
            s->lanes->above(&job, bench->stacks[w]);
    }
}

/* All ways to part the set in two. */
static void part(zt_slicing *s, workbench *bench, zt_slice_set set)
{
    zt_slice_set pivot = set & (~set + 1);
    for (zt_slice_set a = (set - 1) & set; a; a = (a - 1) & set) {
        zt_slice_set b = set & ~a;
        if (s->group_count && !zt_slice_may_part(s, set, a))
            continue;
        if (zt_slice_may_stack(s, a, b))
            stack(s, bench, a, b);
        if (a & pivot && (zt_slice_may_stand_left(s, a, b) || zt_slice_may_stand_left(s, b, a)))
            beside(s, bench, a, b);
    }
}

/* Keeps what was built for a set at a width. */
static void keep_table(zt_slicing *s, workbench *bench, zt_slice_set set, int w)
{
    zt_slice_heights *all = zt_slice_heights_of(s, ZT_SLICE_ALL, set, w);
    zt_slice_heights *rows = zt_slice_heights_of(s, ZT_SLICE_ROWS, set, w);
    zt_slice_heights *stacks = zt_slice_heights_of(s, ZT_SLICE_STACKS, set, w);
    int low = bench->low[w], high = bench->high[w];
    for (int h = low; bench->bounded && h <= high; h++) {
        int32_t most = s->most - zt_slice_outside(s, set, w, h);
        bench->rows[w][h] = bench->rows[w][h] > most ? ZT_SLICE_NEVER : bench->rows[w][h];
        bench->stacks[w][h] = bench->stacks[w][h] > most ? ZT_SLICE_NEVER : bench->stacks[w][h];
    }
    *rows = zt_slice_keep(s, bench->rows[w], low, high);
    *stacks = *all = *rows;
    if (set & (set - 1)) {
        *stacks = zt_slice_keep(s, bench->stacks[w], low, high);
        for (int h = low; h <= high; h++)
            bench->rows[w][h] = zt_slice_min(bench->rows[w][h], bench->stacks[w][h]);
        *all = !stacks->count ? *rows
               : !rows->count ? *stacks
                              : zt_slice_keep(s, bench->rows[w], low, high);
    }
    if (zt_slice_is_group(
            s, set)) /* cut apart from all others first, in whatever way it is cut itself */
        *rows = *stacks = *all;
    uint32_t *widths = &s->widths[set * 3], bit = 1u << w;
    widths[ZT_SLICE_ALL] |= all->count ? bit : 0;
    widths[ZT_SLICE_ROWS] |= rows->count ? bit : 0;
    widths[ZT_SLICE_STACKS] |= stacks->count ? bit : 0;
}

/* The costs of one set at all widths. */
static void fill_set(zt_slicing *s, workbench *bench, zt_slice_set set)
{
    open_windows(s, set, bench);
    if (bench->open && set & (set - 1))
        part(s, bench, set);
    for (uint32_t ws = bench->open; ws; ws &= ws - 1) {
        int w = zt_slice_lowest(ws);
        if (!(set & (set - 1)))
            zt_slice_fill_item(s, (size_t)zt_slice_lowest(set), w, bench->low[w], bench->high[w],
                               bench->rows[w]);
        keep_table(s, bench, set, w);
    }
}

/* The next set of as many items. */
static zt_slice_set next_of_size(zt_slice_set set)
{
    zt_slice_set low = set & (~set + 1), up = set + low;
    return up | (((set ^ up) >> 2) / low);
}

/* Sets of most items by what fewer cost around them: those of fewer than half are known by then. A
   page of few items, one with something fixed, or with items that stand together goes without. */
void zt_slice_fill(zt_slicing *s)
{
    enum { MANY = 8 };
    workbench *bench = ZT_NEW(s->arena, workbench);
    size_t count = s->page->count, around = (count - 1) / 2;
    bool looks = count >= MANY && s->page->fixed_count == 0 && s->group_count == 0;
    for (size_t size = 1; size <= count; size++) {
        bench->bounded = looks && size >= count - around;
        for (zt_slice_set set = (1u << size) - 1; set <= s->full; set = next_of_size(set))
            fill_set(s, bench, set);
        if (!looks || size != around)
            continue;
        zt_slice_look_outside(s, 0);
        for (size_t cut = 1; cut <= around; cut++)
            for (zt_slice_set set = (1u << cut) - 1; set <= s->full; set = next_of_size(set))
                zt_slice_look_outside(s, set);
    }
}
