/* gen/solve/slicing_parts.c — the last cut of a box: all ways to part it in two, and the first of
   the cheapest. Layouts are found again so from their costs, and no part of the search has to
   remember how a cost came about.

   When a shape has become dearer since the tables were made, or is gone, no layout is cheaper than
   it was: what the tables hold is then the least that a box can cost. What it does cost is found
   again by its parts, but only of boxes that may belong to a layout within a limit. The table keeps
   what was learned: what the box costs, or that it costs more than the limit. */
#include "solve/slicing_imp.h"

/* ---- what the tables hold ---- */

static bool is_free(const zt_slice_box *box)
{
    return box->family == ZT_SLICE_FREE;
}

/* The heights of a box's items in its columns. */
static zt_slice_heights heights_of(zt_slicing *s, const zt_slice_box *box)
{
    if (!is_free(box))
        return zt_slice_fixed_heights(s, (size_t)box->family, box->first, box->end, box->set);
    return *zt_slice_heights_of(s, box->kind, box->set, box->end - box->first);
}

/* A box of a family that holds nothing fixed is a free box. */
static zt_slice_box settled(zt_slicing *s, zt_slice_box box)
{
    bool free = !is_free(&box) && box.set &&
                zt_slice_is_free(s, (size_t)box.family, box.first, box.end, box.height);
    box.family = free ? ZT_SLICE_FREE : box.family;
    return box;
}

/* ---- boxes that were found again ---- */

static uint64_t key_of(const zt_slicing *s, const zt_slice_box *box)
{
    zt_slice_kind kind = zt_slice_is_group(s, box->set) ? ZT_SLICE_ALL : box->kind;
    uint64_t key = (uint64_t)(box->family + 1) << 9 | (uint64_t)box->height;
    key = key << 5 | (uint64_t)(is_free(box) ? 0 : box->first);
    key = key << 5 | (uint64_t)(is_free(box) ? box->end - box->first : box->end);
    return (key << 12 | box->set) << 2 | (kind + 1);
}

/* In this search. */
static void know_box(zt_slicing *s, const zt_slice_box *box)
{
    uint64_t key = key_of(s, box);
    zt_slice_trial_known(s, box->set, key, zt_slice_known_in(s, key));
    zt_slice_know(s, key, s->search);
}

/* Whether the table holds what the box costs: none of its items has changed since. */
static bool is_known(const zt_slicing *s, const zt_slice_box *box)
{
    zt_slice_set changed = box->set & s->changed;
    if (!changed || (is_free(box) && !(box->set & (box->set - 1))))
        return true;
    int search = zt_slice_known_in(s, key_of(s, box));
    bool is = search != ZT_SLICE_UNKNOWN;
    for (; is && changed; changed &= changed - 1)
        is = search >= s->changed_in[zt_slice_lowest(changed)];
    return is;
}

/* ---- parts ---- */

/* The parts of a box that are looked for. */
typedef struct box_parting {
    zt_slicing *s;
    const zt_slice_box *box;
    int32_t floor; /* nothing is cheaper: then the first that is found will do */
    int32_t limit; /* nothing dearer is looked for */
    bool found;    /* what cost the limit and one more */
    zt_slice_parts *parts;
} box_parting;

/* Nothing cheaper is to be had. */
static bool is_done(const box_parting *p)
{
    return p->limit < p->floor;
}

/* Two parts whose tables hold at least x and y. */
static void try_parts(box_parting *p, const zt_slice_parts *parts, int32_t x, int32_t y)
{
    int32_t room = p->limit - parts->extra;
    if (x > room - y)
        return;
    x = zt_slice_cost(p->s, &parts->a, room - y);
    if (x > room - y)
        return;
    y = zt_slice_cost(p->s, &parts->b, room - x);
    if (x > room - y)
        return;
    p->limit = x + y + parts->extra - 1;
    p->found = true;
    *p->parts = *parts;
}

static void try_row(box_parting *p, zt_slice_set a)
{
    const zt_slicing *s = p->s;
    const zt_slice_box *box = p->box;
    zt_slice_set b = box->set & ~a;
    bool left = zt_slice_may_stand_left(s, a, b);
    int32_t extra = zt_slice_butt(s, a, b);
    int width = box->end - box->first;
    for (int u = 1; u < width && !is_done(p); u++) {
        const zt_slice_heights *x = zt_slice_heights_of(s, ZT_SLICE_STACKS, a, u);
        const zt_slice_heights *y = zt_slice_heights_of(s, ZT_SLICE_ALL, b, width - u);
        if (!x->count || !y->count || x->least + y->least + extra > p->limit)
            continue;
        int cut = left ? box->first + u : box->end - u;
        zt_slice_parts parts = {*box, *box, extra};
        parts.a.set = a;
        parts.b.set = b;
        parts.a.kind = ZT_SLICE_STACKS;
        parts.b.kind = ZT_SLICE_ALL;
        *(left ? &parts.a.end : &parts.a.first) = cut;
        *(left ? &parts.b.first : &parts.b.end) = cut;
        try_parts(p, &parts, zt_slice_cost_at(x, box->height), zt_slice_cost_at(y, box->height));
    }
}

static void try_rows(box_parting *p)
{
    const zt_slicing *s = p->s;
    zt_slice_set set = p->box->set, pivot = set & (~set + 1);
    for (zt_slice_set a = (0 - set) & set; a != set && !is_done(p); a = (a - set) & set) {
        zt_slice_set b = set & ~a;
        bool orders = zt_slice_may_stand_left(s, a, b) || zt_slice_may_stand_left(s, b, a);
        if (a & pivot && orders && zt_slice_may_part(s, set, a))
            try_row(p, a);
    }
}

static void try_stack(box_parting *p, zt_slice_set a)
{
    const zt_slicing *s = p->s;
    const zt_slice_box *box = p->box;
    zt_slice_set b = box->set & ~a;
    int width = box->end - box->first;
    const zt_slice_heights *x = zt_slice_heights_of(s, ZT_SLICE_ROWS, a, width);
    const zt_slice_heights *y = zt_slice_heights_of(s, ZT_SLICE_ALL, b, width);
    if (!x->count || !y->count || x->least + y->least + s->weight[b] * x->low > p->limit)
        return;
    int first = zt_slice_max(x->low, box->height - (y->low + y->count - 1));
    int last = zt_slice_min(x->low + x->count - 1, box->height - y->low);
    for (int h = first; h <= last && !is_done(p); h++) {
        zt_slice_parts parts = {*box, *box, s->weight[b] * h};
        parts.a.set = a;
        parts.b.set = b;
        parts.a.height = h;
        parts.b.height = box->height - h;
        parts.b.row = box->row + h;
        parts.a.kind = ZT_SLICE_ROWS;
        parts.b.kind = ZT_SLICE_ALL;
        try_parts(p, &parts, x->cost[h - x->low], y->cost[box->height - h - y->low]);
    }
}

static void try_stacks(box_parting *p)
{
    zt_slice_set set = p->box->set;
    for (zt_slice_set a = (0 - set) & set; a != set && !is_done(p); a = (a - set) & set)
        if (zt_slice_may_stack(p->s, a, set & ~a) && zt_slice_may_part(p->s, set, a))
            try_stack(p, a);
}

/* ---- boxes that hold something fixed ---- */

static int32_t least_at(zt_slicing *s, const zt_slice_box *box)
{
    zt_slice_heights heights = heights_of(s, box);
    return zt_slice_cost_at(&heights, box->height);
}

static void try_upright(box_parting *p, zt_slice_set a)
{
    zt_slicing *s = p->s;
    const zt_slice_box *box = p->box;
    zt_slice_set b = box->set & ~a;
    if (!zt_slice_may_stand_left(s, a, b))
        return;
    uint32_t cuts = zt_slice_cuts(s, (size_t)box->family, box->first, box->end);
    for (int u = box->first + 1; u < box->end && !is_done(p); u++) {
        if (!(cuts >> u & 1))
            continue;
        zt_slice_parts parts = {*box, *box, a && b ? zt_slice_butt(s, a, b) : 0};
        parts.a.set = a;
        parts.b.set = b;
        parts.a.end = parts.b.first = u;
        parts.a = settled(s, parts.a);
        int32_t x = least_at(s, &parts.a);
        if (x > p->limit)
            continue;
        parts.b = settled(s, parts.b);
        try_parts(p, &parts, x, least_at(s, &parts.b));
    }
}

/* The part beyond a cut: a free box, or one of a family by its near or by its far edge; false where
   it is none. */
static bool find_beyond(zt_slicing *s, const zt_slice_box *near, zt_slice_box *far)
{
    const zt_slice_family *f = &s->families[near->family];
    size_t family = (size_t)near->family;
    int height = near->height + far->height;
    far->family = ZT_SLICE_FREE;
    if (far->set && zt_slice_reach(s, family, near->first, near->end, near->height) >= height)
        return true;
    size_t found =
        zt_slice_family_at(s, f->up ? f->edge - near->height : f->edge + near->height, f->up);
    if (found == s->family_count)
        found = zt_slice_family_at(s, f->up ? f->edge - height : f->edge + height, !f->up);
    far->family = (int)found;
    if (found < s->family_count)
        *far = settled(s, *far);
    return found < s->family_count;
}

static void try_across(box_parting *p, zt_slice_set a)
{
    zt_slicing *s = p->s;
    const zt_slice_box *box = p->box;
    zt_slice_set b = box->set & ~a;
    bool up = s->families[box->family].up;
    if (!(up ? zt_slice_may_stack(s, a, b) : zt_slice_may_stack(s, b, a)))
        return;
    zt_slice_box near = *box;
    near.set = b;
    zt_slice_heights heights = heights_of(s, &near);
    if (!heights.count || heights.least > p->limit)
        return;
    int last = zt_slice_min(heights.low + heights.count - 1, box->height - 1);
    for (int h = heights.low; h <= last && !is_done(p); h++) {
        int32_t x = heights.cost[h - heights.low];
        if (x > p->limit)
            continue;
        zt_slice_parts parts = {near, *box,
                                up ? s->weight[b] * (box->height - h) : s->weight[a] * h};
        parts.a.height = h;
        parts.b.height = box->height - h;
        parts.b.set = a;
        *(up ? &parts.a.row : &parts.b.row) += up ? parts.b.height : h;
        if (!find_beyond(s, &parts.a, &parts.b))
            continue;
        parts.a = settled(s, parts.a);
        try_parts(p, &parts, x, least_at(s, &parts.b));
    }
}

static void try_fixed(box_parting *p)
{
    zt_slice_set set = p->box->set;
    for (zt_slice_set a = 0; !is_done(p); a = (a - set) & set) {
        if (zt_slice_may_part(p->s, set, a)) {
            try_upright(p, a);
            try_across(p, a);
        }
        if (a == set)
            return;
    }
}

/* ---- both ---- */

bool zt_slice_part(zt_slicing *s, const zt_slice_box *box, int32_t floor, int32_t *limit,
                   zt_slice_parts *out)
{
    box_parting p = {.s = s, .box = box, .floor = floor, .limit = *limit, .parts = out};
    bool all = zt_slice_is_group(s, box->set) || box->kind == ZT_SLICE_ALL;
    if (!is_free(box))
        try_fixed(&p);
    if (is_free(box) && (all || box->kind == ZT_SLICE_ROWS))
        try_rows(&p);
    if (is_free(box) && (all || box->kind == ZT_SLICE_STACKS))
        try_stacks(&p);
    *limit = p.limit + 1;
    return p.found;
}

/* The lesser of a row and a stack: each is kept apart. */
static int32_t row_or_stack(zt_slicing *s, const zt_slice_box *box, int32_t limit)
{
    zt_slice_box one = *box;
    one.kind = ZT_SLICE_ROWS;
    int32_t row = zt_slice_cost(s, &one, limit);
    one.kind = ZT_SLICE_STACKS;
    int32_t stack = zt_slice_cost(s, &one, zt_slice_min(limit, row - 1));
    return zt_slice_min(row, stack);
}

int32_t zt_slice_cost(zt_slicing *s, const zt_slice_box *box, int32_t limit)
{
    zt_slice_heights heights = heights_of(s, box);
    int i = box->height - heights.low;
    if (i < 0 || i >= heights.count)
        return ZT_SLICE_NEVER;
    int32_t *cost = &heights.cost[i];
    if (*cost > limit || is_known(s, box))
        return *cost;
    zt_slice_parts parts;
    int32_t found = limit;
    if (is_free(box) && box->kind == ZT_SLICE_ALL && !zt_slice_is_group(s, box->set))
        found = zt_slice_min(row_or_stack(s, box, limit), limit + 1);
    else
        zt_slice_part(s, box, *cost, &found, &parts);
    if (found <= limit)
        know_box(s, box);
    if (found > *cost) {
        zt_slice_trial_cost(s, box->set, cost);
        *cost = found;
    }
    return *cost;
}

zt_slice_box zt_slice_page_box(zt_slicing *s)
{
    bool fixed = s->page->fixed_count > 0;
    return (zt_slice_box){.family = fixed ? (int)zt_slice_whole(s) : ZT_SLICE_FREE,
                          .end = s->page->width,
                          .height = s->page->height,
                          .set = s->full};
}
