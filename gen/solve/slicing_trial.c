/* gen/solve/slicing_trial.c — a search whose findings are taken back: some items lose shapes for a
   while, and then the tables are again as they were. What was learned of boxes without these items
   holds in both, and stays. */
#include "solve/slicing_imp.h"

typedef struct old_cost {
    int32_t *at, cost;
} old_cost;
typedef struct new_heights {
    zt_slice_heights *at;
    uint8_t *empty;
} new_heights;
typedef struct old_known {
    uint64_t key;
    int search;
} old_known;

struct zt_slice_trial {
    zt_arena *arena;
    zt_slice_set items; /* that have other shapes */
    /* As they were before. */
    zt_slice_set changed;
    int changed_in[ZT_SLICE_MOST];
    ZT_VEC(old_cost) costs;
    ZT_VEC(old_known) known;
    ZT_VEC(new_heights) heights;
};

void zt_slice_trial_begin(zt_slicing *s, zt_slice_set items)
{
    zt_assert(!s->trial);
    zt_arena *arena = zt_arena_beside(s->arena);
    s->trial = ZT_NEW(arena, zt_slice_trial);
    s->trial->arena = arena;
    s->trial->items = items;
    s->trial->changed = s->changed;
    for (size_t i = 0; i < ZT_SLICE_MOST; i++)
        s->trial->changed_in[i] = s->changed_in[i];
}

/* What was changed last is taken back first. */
void zt_slice_trial_end(zt_slicing *s)
{
    zt_slice_trial *t = s->trial;
    s->trial = NULL;
    while (t->costs.count > 0) {
        const old_cost *old = &t->costs.items[--t->costs.count];
        *old->at = old->cost;
    }
    while (t->known.count > 0) {
        const old_known *old = &t->known.items[--t->known.count];
        zt_slice_know(s, old->key, old->search);
    }
    for (size_t i = 0; i < t->heights.count; i++) {
        *t->heights.items[i].at = (zt_slice_heights){0};
        *t->heights.items[i].empty = false;
    }
    s->changed = t->changed;
    for (size_t i = 0; i < ZT_SLICE_MOST; i++)
        s->changed_in[i] = t->changed_in[i];
    zt_arena_drop(t->arena);
}

static bool keeps(const zt_slicing *s, zt_slice_set set)
{
    return s->trial && set & s->trial->items;
}

void zt_slice_trial_cost(zt_slicing *s, zt_slice_set set, int32_t *at)
{
    if (keeps(s, set))
        ZT_PUSH(s->trial->arena, &s->trial->costs, ((old_cost){at, *at}));
}

void zt_slice_trial_known(zt_slicing *s, zt_slice_set set, uint64_t key, int search)
{
    if (keeps(s, set))
        ZT_PUSH(s->trial->arena, &s->trial->known, ((old_known){key, search}));
}

void zt_slice_trial_heights(zt_slicing *s, zt_slice_set set, zt_slice_heights *at, uint8_t *empty)
{
    if (keeps(s, set))
        ZT_PUSH(s->trial->arena, &s->trial->heights, ((new_heights){at, empty}));
}
