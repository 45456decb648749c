/* Which fact of the one document is which of the other. Each pass binds what is most certain among
   those that are left: so a moved entry is a move, a renamed one a change, and only what has no
   counterpart at all has gone or come. */
#include "change/fact.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* Facts that have no twin yet, in their order. */
typedef struct fact_list {
    zt_fact **items;
    size_t count;
} fact_list;

static bool same_name(const zt_fact *a, const zt_fact *b)
{
    return strcmp(a->node->name, b->node->name) == 0;
}

static void bind(zt_fact *a, zt_fact *b)
{
    a->twin = b;
    b->twin = a;
}

/* Kids without a twin; figures of running text or the others. */
static fact_list left_of(zt_arena *arena, const zt_fact *fact, bool figures)
{
    fact_list list = {ZT_ARRAY(arena, fact->kid_count + 1, zt_fact *), 0};
    for (size_t i = 0; i < fact->kid_count; i++)
        if (!fact->kids[i]->twin && zt_fact_is_figure(fact->kids[i]) == figures)
            list.items[list.count++] = fact->kids[i];
    return list;
}

/* Takes out those that were bound meanwhile. */
static void drop_bound(fact_list *list)
{
    size_t left = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!list->items[i]->twin)
            list->items[left++] = list->items[i];
    list->count = left;
}

typedef bool (*likeness)(const zt_fact *a, const zt_fact *b);

static bool same_all(const zt_fact *a, const zt_fact *b)
{
    return a->hash == b->hash;
}

static bool same_key(const zt_fact *a, const zt_fact *b)
{
    return a->key.len > 0 && zt_str_equal(a->key, b->key);
}

static bool same_skeleton(const zt_fact *a, const zt_fact *b)
{
    return a->skeleton.len > 0 && zt_str_equal(a->skeleton, b->skeleton);
}

static bool same_surroundings(const zt_fact *a, const zt_fact *b)
{
    return a->before.len + a->behind.len > 0 && zt_str_equal(a->before, b->before) &&
           zt_str_equal(a->behind, b->behind);
}

static bool same_before(const zt_fact *a, const zt_fact *b)
{
    return a->before.len > 0 && zt_str_equal(a->before, b->before);
}

static bool same_behind(const zt_fact *a, const zt_fact *b)
{
    return a->behind.len > 0 && zt_str_equal(a->behind, b->behind);
}

/* The same figure with the same words on one side of it: another was put in on the other side. */
static bool same_figure(const zt_fact *a, const zt_fact *b)
{
    return (same_before(a, b) || same_behind(a, b)) && zt_str_equal(a->full, b->full);
}

static bool any_of_name(const zt_fact *a, const zt_fact *b)
{
    (void)a;
    (void)b;
    return true;
}

/* The first that is alike, wherever it stands. */
static void pair_anywhere(fact_list *a, fact_list *b, likeness alike)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (!b->items[k]->twin && same_name(a->items[i], b->items[k]) &&
                alike(a->items[i], b->items[k])) {
                bind(a->items[i], b->items[k]);
                break;
            }
    drop_bound(a);
    drop_bound(b);
}

/* Binds the longest common subsequence (Hirschberg's table, whole): without crossings, so that what
   was put in before does not shift all that follows. Beyond `MOST` cells only equal beginnings are
   bound. */
static void pair_in_order(zt_arena *arena, fact_list *a, fact_list *b, likeness alike)
{
    enum { MOST = 4000000 };
    size_t n = a->count, m = b->count;
    if (n == 0 || m == 0)
        return;
    if ((n + 1) * (m + 1) > MOST) {
        for (size_t i = 0; i < n && i < m && same_name(a->items[i], b->items[i]) &&
                           alike(a->items[i], b->items[i]);
             i++)
            bind(a->items[i], b->items[i]);
        drop_bound(a);
        drop_bound(b);
        return;
    }
    zt_arena *scratch = zt_arena_beside(arena);
    unsigned *best = ZT_ARRAY(scratch, (n + 1) * (m + 1), unsigned);
#define BEST(i, k) best[(i) * (m + 1) + (k)]
    for (size_t i = n; i-- > 0;)
        for (size_t k = m; k-- > 0;) {
            bool same = same_name(a->items[i], b->items[k]) && alike(a->items[i], b->items[k]);
            unsigned skip = BEST(i + 1, k) > BEST(i, k + 1) ? BEST(i + 1, k) : BEST(i, k + 1);
            unsigned take = same ? BEST(i + 1, k + 1) + 1 : 0;
            BEST(i, k) = take > skip ? take : skip;
        }
    for (size_t i = 0, k = 0; i < n && k < m;) {
        bool same = same_name(a->items[i], b->items[k]) && alike(a->items[i], b->items[k]);
        if (same && BEST(i, k) == BEST(i + 1, k + 1) + 1)
            bind(a->items[i++], b->items[k++]);
        else if (BEST(i + 1, k) >= BEST(i, k + 1))
            i++;
        else
            k++;
    }
#undef BEST
    zt_arena_drop(scratch);
    drop_bound(a);
    drop_bound(b);
}

/* ---- likeness of words ---- */

/* Pairs of neighbouring bytes that both hold, against all: Dice's coefficient in thousandths. Only
   the first kilobyte of each is read. */
static unsigned likeness_of(zt_str a, zt_str b)
{
    enum { SLOTS = 4096, READ = 1024 };
    unsigned short seen[SLOTS] = {0};
    size_t n = a.len < READ ? a.len : READ, m = b.len < READ ? b.len : READ, both = 0;
    if (n < 2 || m < 2)
        return zt_str_equal(a, b) ? 1000 : 0;
    for (size_t i = 0; i + 1 < n; i++)
        seen[((unsigned char)a.data[i] * 31u + (unsigned char)a.data[i + 1]) % SLOTS]++;
    for (size_t i = 0; i + 1 < m; i++) {
        size_t slot = ((unsigned char)b.data[i] * 31u + (unsigned char)b.data[i + 1]) % SLOTS;
        if (seen[slot] > 0) {
            seen[slot]--;
            both++;
        }
    }
    return (unsigned)(2000 * both / (n + m - 2));
}

/* What a fact is recognised by. */
static zt_str looks(const zt_fact *fact)
{
    return fact->skeleton.len > 0 ? fact->skeleton : fact->key;
}

/* The likest pairs first; more than half has to be alike. Long lists are passed over: there the
   passes before have found what there is. */
static void pair_by_likeness(fact_list *a, fact_list *b)
{
    enum { LIST = 200, ENOUGH = 550 };
    if (a->count > LIST || b->count > LIST)
        return;
    for (;;) {
        unsigned best = ENOUGH;
        zt_fact *one = NULL, *other = NULL;
        for (size_t i = 0; i < a->count; i++)
            for (size_t k = 0; k < b->count; k++) {
                unsigned like = same_name(a->items[i], b->items[k])
                                    ? likeness_of(looks(a->items[i]), looks(b->items[k]))
                                    : 0;
                if (like > best) {
                    best = like;
                    one = a->items[i];
                    other = b->items[k];
                }
            }
        if (!one)
            return;
        bind(one, other);
        drop_bound(a);
        drop_bound(b);
    }
}

/* An element that stands once on either side is the same one, whatever it says. */
static void pair_single(fact_list *a, fact_list *b)
{
    for (size_t i = 0; i < a->count; i++) {
        size_t in_a = 0, in_b = 0;
        zt_fact *other = NULL;
        for (size_t k = 0; k < a->count; k++)
            in_a += same_name(a->items[i], a->items[k]);
        for (size_t k = 0; k < b->count; k++)
            if (same_name(a->items[i], b->items[k])) {
                in_b++;
                other = b->items[k];
            }
        bool only = a->items[i]->place == 0 && other && other->place == 0;
        if (in_a == 1 && in_b == 1 && only && !other->twin)
            bind(a->items[i], other);
    }
    drop_bound(a);
    drop_bound(b);
}

/* ---- the tree ---- */

static void pair_kids(zt_arena *arena, zt_fact *before, zt_fact *after)
{
    zt_arena *scratch = zt_arena_beside(arena);
    fact_list a = left_of(scratch, before, false), b = left_of(scratch, after, false);
    pair_in_order(scratch, &a, &b, same_all);
    pair_anywhere(&a, &b, same_all);
    pair_anywhere(&a, &b, same_key);
    pair_in_order(scratch, &a, &b, same_skeleton);
    pair_anywhere(&a, &b, same_skeleton);
    pair_by_likeness(&a, &b);
    pair_single(&a, &b);
    a = left_of(scratch, before, true);
    b = left_of(scratch, after, true);
    pair_in_order(scratch, &a, &b, same_surroundings);
    pair_in_order(scratch, &a, &b, same_figure);
    pair_in_order(scratch, &a, &b, same_before);
    pair_in_order(scratch, &a, &b, same_behind);
    if (a.count != b.count)
        pair_in_order(scratch, &a, &b, same_all);
    pair_in_order(scratch, &a, &b, any_of_name);
    zt_arena_drop(scratch);
}

/* Below a pair first what each holds, then what is in that. */
static void pair_below(zt_arena *arena, zt_fact *before)
{
    if (before->twin)
        pair_kids(arena, before, before->twin);
    for (size_t i = 0; i < before->kid_count; i++)
        pair_below(arena, before->kids[i]);
}

typedef ZT_VEC(zt_fact *) fact_vec;

/* All facts of a tree that `wanted` takes, in the order of the document. */
static void collect(zt_arena *arena, zt_fact *fact, bool (*wanted)(const zt_fact *), fact_vec *out)
{
    if (wanted(fact))
        ZT_PUSH(arena, out, fact);
    for (size_t i = 0; i < fact->kid_count; i++)
        collect(arena, fact->kids[i], wanted, out);
}

static bool has_id(const zt_fact *fact)
{
    return fact->id != NULL;
}

/* What has no twin, though what it stands in has one: the top of what has gone or come. */
static bool is_lost(const zt_fact *fact)
{
    return !fact->twin && !zt_fact_is_figure(fact);
}

static int by_id(const void *a, const void *b)
{
    return strcmp((*(zt_fact *const *)a)->id, (*(zt_fact *const *)b)->id);
}

/* Ids are unique in a document. */
static void pair_ids(zt_arena *arena, zt_fact *before, zt_fact *after)
{
    fact_vec a = {0}, b = {0};
    collect(arena, before, has_id, &a);
    collect(arena, after, has_id, &b);
    if (a.count == 0 || b.count == 0)
        return;
    qsort(a.items, a.count, sizeof *a.items, by_id);
    qsort(b.items, b.count, sizeof *b.items, by_id);
    for (size_t i = 0, k = 0; i < a.count && k < b.count;) {
        int order = strcmp(a.items[i]->id, b.items[k]->id);
        if (order == 0 && same_name(a.items[i], b.items[k]) && !a.items[i]->twin)
            bind(a.items[i], b.items[k]);
        i += order <= 0;
        k += order >= 0;
    }
}

/* A word or two are no sign that an entry is the same in another list. */
static bool is_telling(const zt_fact *fact)
{
    return fact->key.len > 0 || fact->full.len >= 12;
}

/* Entries that went into another list. */
static void pair_across(zt_arena *arena, zt_fact *before, zt_fact *after)
{
    static const likeness ways[] = {same_all, same_skeleton};
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        fact_vec a = {0}, b = {0};
        collect(arena, before, is_lost, &a);
        collect(arena, after, is_lost, &b);
        for (size_t i = 0; i < a.count; i++)
            for (size_t k = 0; k < b.count && !a.items[i]->twin; k++)
                if (!b.items[k]->twin && same_name(a.items[i], b.items[k]) &&
                    is_telling(a.items[i]) && ways[w](a.items[i], b.items[k])) {
                    bind(a.items[i], b.items[k]);
                    pair_below(arena, a.items[i]);
                }
    }
}

void zt_facts_pair(zt_arena *arena, zt_fact *before, zt_fact *after)
{
    bind(before, after);
    pair_ids(arena, before, after);
    pair_below(arena, before);
    pair_across(arena, before, after);
}
