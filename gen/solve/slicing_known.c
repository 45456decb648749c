/* gen/solve/slicing_known.c — which boxes were found again, and in which search: an open table. */
#include "solve/slicing_imp.h"

/* With the search in which it was. */
typedef struct known_box {
    uint64_t key; /* 0: none */
    int search;
} known_box;

/* An open table. */
struct zt_slice_known {
    known_box *boxes;
    size_t count, room; /* a power of two, or 0 */
};

static known_box *place_of(const struct zt_slice_known *known, uint64_t key)
{
    size_t at = (size_t)(key * 0x9E3779B97F4A7C15u >> 32) & (known->room - 1);
    while (known->boxes[at].key && known->boxes[at].key != key)
        at = (at + 1) & (known->room - 1);
    return &known->boxes[at];
}

static void grow(zt_arena *arena, struct zt_slice_known *known)
{
    struct zt_slice_known old = *known;
    known->room = old.room ? old.room * 4 : 1 << 12;
    known->boxes = ZT_ARRAY(arena, known->room, known_box);
    for (size_t i = 0; i < old.room; i++)
        if (old.boxes[i].key)
            *place_of(known, old.boxes[i].key) = old.boxes[i];
}

void zt_slice_know(zt_slicing *s, uint64_t key, int search)
{
    if (!s->known)
        s->known = ZT_NEW(s->arena, struct zt_slice_known);
    if (s->known->count * 2 >= s->known->room)
        grow(s->arena, s->known);
    known_box *box = place_of(s->known, key);
    s->known->count += !box->key;
    *box = (known_box){key, search};
}

int zt_slice_known_in(const zt_slicing *s, uint64_t key)
{
    const known_box *box = s->known ? place_of(s->known, key) : NULL;
    return box && box->key ? box->search : ZT_SLICE_UNKNOWN;
}
