/* gen/solve/slicing_boxes.c — what every part of a slicing search asks of a box: what its table
   holds, which items may stand where, which heights can be of use. */
#include "solve/slicing_imp.h"

int32_t zt_slice_cost_at(const zt_slice_heights *heights, int height)
{
    int i = height - heights->low;
    return i >= 0 && i < heights->count ? heights->cost[i] : ZT_SLICE_NEVER;
}

/* ---- what may stand where ---- */

int32_t zt_slice_butt(const zt_slicing *s, zt_slice_set a, zt_slice_set b)
{
    return !(a & ~s->topped) || !(b & ~s->topped) ? 0 : s->page->butt;
}

bool zt_slice_may_stack(const zt_slicing *s, zt_slice_set top, zt_slice_set foot)
{
    return (!top || !(foot & s->head)) && (!foot || !(top & s->foot));
}

bool zt_slice_may_stand_left(const zt_slicing *s, zt_slice_set a, zt_slice_set b)
{
    return (!b || !(a & s->right)) && (!a || !(b & s->left));
}

bool zt_slice_may_part(const zt_slicing *s, zt_slice_set set, zt_slice_set a)
{
    for (size_t i = 0; i < s->group_count; i++) {
        zt_slice_set group = s->groups[i], in = group & a;
        if (set != group && (set & group) == group && in && in != group)
            return false;
    }
    return true;
}

bool zt_slice_is_group(const zt_slicing *s, zt_slice_set set)
{
    bool is = false;
    for (size_t i = 0; i < s->group_count; i++)
        is = is || s->groups[i] == set;
    return is;
}

zt_slice_heights *zt_slice_heights_of(const zt_slicing *s, zt_slice_kind kind, zt_slice_set set,
                                      int width)
{
    return &s->tables[kind][set * (zt_slice_set)(s->page->width + 1) + (zt_slice_set)width];
}

void zt_slice_window(const zt_slicing *s, zt_slice_set set, int width, int *low, int *high)
{
    zt_slice_set rest = s->full & ~set;
    int least =
        zt_slice_max(s->least_in[set * (zt_slice_set)(s->page->width + 1) + (zt_slice_set)width],
                     s->free_area - s->largest[rest]);
    int most = zt_slice_min(s->largest[set], s->free_area - s->least[rest]);
    *low = least <= 0 ? 1 : (least + width - 1) / width;
    *high = most < 0 ? 0 : zt_slice_min(most / width, s->page->height);
    if (rest == 0 && s->page->fixed_count == 0)
        *low = zt_slice_max(*low, width == s->page->width ? s->page->height : s->page->height + 1);
}

/* ---- keeping ---- */

zt_slice_heights zt_slice_keep(zt_slicing *s, const int32_t *costs, int low, int high)
{
    enum { BLOCK = 1 << 16 };
    while (low <= high && costs[low] > s->most)
        low++;
    while (high >= low && costs[high] > s->most)
        high--;
    int count = high - low + 1;
    if (count <= 0)
        return (zt_slice_heights){0};
    size_t taken = (size_t)count + 2 * ZT_SLICE_BLOCK;
    if (taken > s->room_left) {
        s->room = ZT_ARRAY(s->arena, BLOCK, int32_t);
        s->room_left = BLOCK;
    }
    int32_t *room = s->room + ZT_SLICE_BLOCK;
    zt_slice_heights kept = {room, (int16_t)low, (int16_t)count, ZT_SLICE_NEVER};
    for (int i = 0; i < count; i++) {
        room[i] = costs[low + i] > s->most ? ZT_SLICE_NEVER : costs[low + i];
        kept.least = zt_slice_min(kept.least, room[i]);
    }
    for (int i = 0; i < ZT_SLICE_BLOCK; i++)
        room[i - ZT_SLICE_BLOCK] = room[count + i] = ZT_SLICE_NEVER;
    s->room += taken;
    s->room_left -= taken;
    return kept;
}

/* ---- one item ---- */

int32_t zt_slice_shape_cost(const zt_slicing *s, size_t item, const zt_shape *shape)
{
    if (shape->cut > s->page->most_cut) /* its lines may be more than an int counts */
        return ZT_SLICE_NEVER;
    return (int32_t)shape->cost + shape->cut * ZT_SLICE_LINE - s->cheapest[item];
}

void zt_slice_fill_item(const zt_slicing *s, size_t i, int width, int low, int high, int32_t *costs)
{
    const zt_slice_item *item = &s->items[i];
    for (size_t k = 0; k < item->count; k++) {
        const zt_shape *shape = &item->shapes[k];
        if (shape->width != width || shape->height < low || shape->height > high)
            continue;
        int32_t cost = zt_slice_shape_cost(s, i, shape);
        if (cost < costs[shape->height])
            costs[shape->height] = cost;
    }
}
