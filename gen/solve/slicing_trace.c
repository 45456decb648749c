/* gen/solve/slicing_trace.c — the layout behind a cost, found again from the costs: no part of the
   search has to remember how it came about. Of equal ones the first in document order is taken. */
#include "solve/slicing_imp.h"

/* The shape of one item that has that cost. */
static bool draw_item(zt_slicing *s, const zt_slice_box *box, int32_t cost, zt_slice_answer *answer)
{
    size_t i = 0;
    while (!(box->set >> i & 1))
        i++;
    const zt_slice_item *item = &s->items[i];
    for (size_t k = 0; k < item->count; k++) {
        const zt_shape *shape = &item->shapes[k];
        if (shape->width != box->end - box->first || shape->height != box->height ||
            zt_slice_shape_cost(s, i, shape) != cost)
            continue;
        answer->cells[s->from[i]] =
            (zt_slice_cell){box->first, box->row, shape->width, shape->height, k, shape->choice};
        answer->shapes += shape->cost;
        answer->cut += shape->cut;
        answer->depth += (uint32_t)(item->weight * box->row);
        return true;
    }
    return false;
}

/* A box of that cost, part by part. */
static bool draw(zt_slicing *s, zt_slice_box box, int32_t cost, zt_slice_answer *answer)
{
    if (!box.set) /* fixed rectangles alone: they lie where they lie */
        return true;
    if (box.family == ZT_SLICE_FREE && !(box.set & (box.set - 1)))
        return draw_item(s, &box, cost, answer);
    zt_slice_parts parts;
    int32_t limit = cost;
    if (!zt_slice_part(s, &box, cost, &limit, &parts))
        return false;
    int32_t a = zt_slice_cost(s, &parts.a, cost), b = zt_slice_cost(s, &parts.b, cost);
    return draw(s, parts.a, a, answer) && draw(s, parts.b, b, answer);
}

void zt_slice_trace(zt_slicing *s, zt_slice_answer *answer)
{
    zt_slice_box page = zt_slice_page_box(s);
    int32_t cost = zt_slice_cost(s, &page, s->most);
    bool drawn = cost < ZT_SLICE_NEVER && draw(s, page, cost, answer);
    zt_assert(drawn);
    answer->cost = (uint32_t)(cost % ZT_SLICE_LINE + s->base);
    answer->butt = answer->cost - answer->shapes - answer->depth;
}
