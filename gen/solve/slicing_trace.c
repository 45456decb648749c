/* gen/solve/slicing_trace.c — the layout behind a cost, found again from the costs: no part of the
   search has to remember how it came about. Of equal ones the first in document order is taken. */
#include "solve/slicing_imp.h"

/* A box that is drawn: where it lies, its items, what they cost. */
typedef struct drawn_box {
    int first, end, row, height;
    zt_slice_set set;
    int32_t cost;
} drawn_box;

typedef enum last_cut { CUT_ANY, CUT_ROW, CUT_STACK } last_cut;

typedef struct tracing {
    zt_slicing *s;
    zt_slice_answer *answer;
} tracing;

static bool draw_free(const tracing *t, drawn_box box);

static const zt_slice_heights *heights_by(const zt_slice_table *table, last_cut kind)
{
    return kind == CUT_ROW ? &table->rows : kind == CUT_STACK ? &table->stacks : &table->all;
}

static int32_t free_cost(const tracing *t, zt_slice_set set, int width, int height, last_cut kind)
{
    return zt_slice_cost_at(heights_by(zt_slice_table_of(t->s, set, width), kind), height);
}

/* The shape of one item that has that cost. */
static bool draw_item(const tracing *t, const drawn_box *box)
{
    size_t i = 0;
    while (!(box->set >> i & 1))
        i++;
    const zt_slice_item *item = &t->s->items[i];
    for (size_t k = 0; k < item->count; k++) {
        const zt_shape *shape = &item->shapes[k];
        if (shape->cut > t->s->page->most_cut) /* in no table, and its cost may be of any size */
            continue;
        int32_t cost = (int32_t)shape->cost + shape->cut * ZT_SLICE_LINE - t->s->cheapest[i];
        if (shape->width != box->end - box->first || shape->height != box->height ||
            cost != box->cost)
            continue;
        t->answer->cells[t->s->from[i]] =
            (zt_slice_cell){box->first, box->row, shape->width, shape->height, k, shape->choice};
        t->answer->shapes += shape->cost;
        t->answer->cut += shape->cut;
        t->answer->depth += (uint32_t)(item->weight * box->row);
        return true;
    }
    return false;
}

/* Draws a at the left of b, or at its right where it has to stand there. */
static bool draw_beside(const tracing *t, const drawn_box *box, zt_slice_set a, int width,
                        int32_t cost_a, int32_t cost_b)
{
    zt_slice_set b = box->set & ~a;
    bool left = zt_slice_may_stand_left(t->s, a, b);
    int cut = left ? box->first + width : box->end - width;
    drawn_box x = {
        left ? box->first : cut, left ? cut : box->end, box->row, box->height, a, cost_a};
    drawn_box y = {
        left ? cut : box->first, left ? box->end : cut, box->row, box->height, b, cost_b};
    return draw_free(t, x) && draw_free(t, y);
}

static bool draw_row(const tracing *t, const drawn_box *box)
{
    const zt_slicing *s = t->s;
    zt_slice_set set = box->set, pivot = set & (~set + 1);
    int width = box->end - box->first;
    for (zt_slice_set a = (0 - set) & set; a != set; a = (a - set) & set) {
        zt_slice_set b = set & ~a;
        bool orders = zt_slice_may_stand_left(s, a, b) || zt_slice_may_stand_left(s, b, a);
        if (!(a & pivot) || !orders || !zt_slice_may_part(s, set, a))
            continue;
        for (int u = 1; u < width; u++) {
            int32_t x = free_cost(t, a, u, box->height, CUT_STACK);
            int32_t y = free_cost(t, b, width - u, box->height, CUT_ANY);
            if (x + y + zt_slice_butt(s, a, b) == box->cost)
                return draw_beside(t, box, a, u, x, y);
        }
    }
    return false;
}

static bool draw_stack(const tracing *t, const drawn_box *box)
{
    const zt_slicing *s = t->s;
    zt_slice_set set = box->set;
    int width = box->end - box->first;
    for (zt_slice_set a = (0 - set) & set; a != set; a = (a - set) & set) {
        zt_slice_set b = set & ~a;
        if (!zt_slice_may_stack(s, a, b) || !zt_slice_may_part(s, set, a))
            continue;
        for (int h = 1; h < box->height; h++) {
            int32_t x = free_cost(t, a, width, h, CUT_ROW);
            int32_t y = free_cost(t, b, width, box->height - h, CUT_ANY);
            if (x + y + s->weight[b] * h != box->cost)
                continue;
            drawn_box top = {box->first, box->end, box->row, h, a, x};
            drawn_box foot = {box->first, box->end, box->row + h, box->height - h, b, y};
            return draw_free(t, top) && draw_free(t, foot);
        }
    }
    return false;
}

static bool draw_free(const tracing *t, drawn_box box)
{
    if (!(box.set & (box.set - 1)))
        return draw_item(t, &box);
    return draw_row(t, &box) || draw_stack(t, &box);
}

/* ---- boxes that hold fixed rectangles ---- */

static bool draw_fixed(const tracing *t, size_t family, drawn_box box);

static int32_t fixed_cost(const tracing *t, size_t family, int first, int end, zt_slice_set set,
                          int height)
{
    zt_slice_heights heights = zt_slice_fixed_heights(t->s, family, first, end, set);
    return zt_slice_cost_at(&heights, height);
}

static bool draw_upright(const tracing *t, size_t family, const drawn_box *box, zt_slice_set a)
{
    zt_slice_set b = box->set & ~a;
    if (!zt_slice_may_stand_left(t->s, a, b))
        return false;
    int32_t extra = a && b ? zt_slice_butt(t->s, a, b) : 0;
    for (int u = box->first + 1; u < box->end; u++) {
        int32_t x = fixed_cost(t, family, box->first, u, a, box->height);
        int32_t y = fixed_cost(t, family, u, box->end, b, box->height);
        if (x + y + extra != box->cost)
            continue;
        drawn_box left = {box->first, u, box->row, box->height, a, x};
        drawn_box right = {u, box->end, box->row, box->height, b, y};
        return draw_fixed(t, family, left) && draw_fixed(t, family, right);
    }
    return false;
}

/* The part beyond a cut: a free box, or one of a family by its near or by its far edge. */
static int32_t beyond_cost(const tracing *t, size_t family, const drawn_box *box, int near,
                           zt_slice_set a, size_t *found)
{
    zt_slicing *s = t->s;
    const zt_slice_family *f = &s->families[family];
    int far = box->height - near, width = box->end - box->first;
    *found = s->family_count;
    if (a && zt_slice_reach(s, family, box->first, box->end, near) >= box->height)
        return free_cost(t, a, width, far, CUT_ANY);
    *found = zt_slice_family_at(s, f->up ? f->edge - near : f->edge + near, f->up);
    if (*found == s->family_count)
        *found =
            zt_slice_family_at(s, f->up ? f->edge - box->height : f->edge + box->height, !f->up);
    if (*found == s->family_count)
        return ZT_SLICE_NEVER;
    return fixed_cost(t, *found, box->first, box->end, a, far);
}

static bool draw_across(const tracing *t, size_t family, const drawn_box *box, zt_slice_set a)
{
    zt_slicing *s = t->s;
    zt_slice_set b = box->set & ~a;
    bool up = s->families[family].up;
    if (!(up ? zt_slice_may_stack(s, a, b) : zt_slice_may_stack(s, b, a)))
        return false;
    for (int near = 1; near < box->height; near++) {
        int32_t x = fixed_cost(t, family, box->first, box->end, b, near);
        if (x >= ZT_SLICE_NEVER)
            continue;
        size_t beyond;
        int far = box->height - near;
        int32_t y = beyond_cost(t, family, box, near, a, &beyond);
        int32_t moved = up ? s->weight[b] * far : s->weight[a] * near;
        if (x + y + moved != box->cost)
            continue;
        drawn_box n = {box->first, box->end, up ? box->row + far : box->row, near, b, x};
        drawn_box m = {box->first, box->end, up ? box->row : box->row + near, far, a, y};
        bool drawn = beyond == s->family_count ? draw_free(t, m) : draw_fixed(t, beyond, m);
        return drawn && draw_fixed(t, family, n);
    }
    return false;
}

static bool draw_fixed(const tracing *t, size_t family, drawn_box box)
{
    if (!box.set) /* fixed rectangles alone: they lie where they lie */
        return true;
    if (zt_slice_is_free(t->s, family, box.first, box.end, box.height))
        return draw_free(t, box);
    for (zt_slice_set a = 0;; a = (a - box.set) & box.set) {
        if (zt_slice_may_part(t->s, box.set, a) &&
            (draw_upright(t, family, &box, a) || draw_across(t, family, &box, a)))
            return true;
        if (a == box.set)
            return false;
    }
}

void zt_slice_trace(zt_slicing *s, zt_slice_answer *answer)
{
    tracing t = {s, answer};
    drawn_box page = {.end = s->page->width, .height = s->page->height, .set = s->full};
    size_t whole = zt_slice_whole(s);
    page.cost = s->page->fixed_count ? fixed_cost(&t, whole, 0, page.end, s->full, page.height)
                                     : free_cost(&t, s->full, page.end, page.height, CUT_ANY);
    int32_t cost = page.cost % ZT_SLICE_LINE + s->base;
    bool drawn = page.cost < ZT_SLICE_NEVER &&
                 (s->page->fixed_count ? draw_fixed(&t, whole, page) : draw_free(&t, page));
    zt_assert(drawn);
    answer->cost = (uint32_t)cost;
    answer->butt = answer->cost - answer->shapes - answer->depth;
}
