/* gen/app/batch/groups.c — documents whose files could have one name. */
#include "app/batch/groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/file_name.h"

typedef struct known_stem {
    const char *stem;
    zt_stem_rest rest;
    size_t index;
} known_stem;

typedef struct known_stems {
    known_stem *sorted;
    size_t count;
    bool any_cut; /* one of them is not known to its end */
} known_stems;

/* By name, then those first that may become more, then as they came. */
static int by_stem(const void *a, const void *b)
{
    const known_stem *left = a, *right = b;
    int order = zt_file_name_order(left->stem, right->stem);
    if (order || left->rest != right->rest)
        return order ? order : (int)right->rest - (int)left->rest;
    return (left->index > right->index) - (left->index < right->index);
}

/* The first of that name; NULL when there is none. */
static const known_stem *find_stem(const known_stems *stems, const char *name)
{
    size_t low = 0, high = stems->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (zt_file_name_order(stems->sorted[middle].stem, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < stems->count && zt_file_name_order(stems->sorted[low].stem, name) == 0;
    return found ? &stems->sorted[low] : NULL;
}

/* "-p01" to the end: what pages add to the name of their document; with `cut` its beginning. */
static bool is_page(const char *text, bool cut)
{
    if (text[0] != '-' || !text[1])
        return text[0] == '-' && cut;
    size_t digits = strspn(text + 2, "0123456789");
    return (text[1] == 'p' || text[1] == 'P') && !text[2 + digits] && (digits > 0 || cut);
}

/* Whether files of `shorter` may have the name `own`, which goes on with `text`. */
static bool may_meet(const known_stem *shorter, const known_stem *own, const char *text)
{
    switch (shorter->rest) {
    case ZT_REST_ANY:
        return true;
    case ZT_REST_PARTS:
        return *text == '-' || *text == '.';
    case ZT_REST_PAGES:
        break;
    }
    return *text == '.' || is_page(text, own->rest == ZT_REST_ANY);
}

/* The first of all that the task is grouped with so far. */
static size_t first_of(const size_t *leaders, size_t task)
{
    while (leaders[task] != task)
        task = leaders[task];
    return task;
}

/* The earlier of two first ones leads both groups. */
static void join(size_t *leaders, size_t a, size_t b)
{
    a = first_of(leaders, a);
    b = first_of(leaders, b);
    leaders[a > b ? a : b] = a > b ? b : a;
}

/* With each whose name is the beginning of this one's, up to what may follow it. */
static void join_shorter(zt_arena *arena, const known_stems *stems, const known_stem *own,
                         size_t *leaders)
{
    char *name = zt_arena_strdup(arena, own->stem);
    for (size_t len = strlen(name) + 1; len-- > 0;) {
        name[len] = 0;
        if (!stems->any_cut && own->stem[len] != '-' && own->stem[len] != '.')
            continue;
        const known_stem *other = find_stem(stems, name);
        if (other && may_meet(other, own, own->stem + len))
            join(leaders, other->index, own->index);
    }
}

/* All of which something is known, sorted. */
static known_stems sort_stems(zt_arena *arena, const zt_stem_ahead *stems, size_t count)
{
    known_stems known = {.sorted = ZT_ARRAY(arena, count, known_stem)};
    for (size_t i = 0; i < count; i++) {
        if (!stems[i].text)
            continue;
        known.sorted[known.count++] = (known_stem){stems[i].text, stems[i].rest, i};
        known.any_cut = known.any_cut || stems[i].rest == ZT_REST_ANY;
    }
    if (known.count > 1)
        qsort(known.sorted, known.count, sizeof *known.sorted, by_stem);
    return known;
}

size_t *zt_group_leaders(zt_arena *arena, const zt_stem_ahead *stems, const size_t *owners,
                         size_t count)
{
    size_t *leaders = ZT_ARRAY(arena, count, size_t);
    zt_arena *scratch = zt_arena_beside(arena);
    known_stems known = sort_stems(scratch, stems, count);
    for (size_t i = 0; i < count; i++)
        leaders[i] = i;
    for (size_t i = 0; i < known.count; i++)
        join_shorter(scratch, &known, &known.sorted[i], leaders);
    for (size_t i = 1; i < count; i++) /* those of one owner stand together */
        if (!stems[i].text && !stems[i - 1].text && owners[i] == owners[i - 1])
            join(leaders, i - 1, i);
    for (size_t i = 0; i < count; i++)
        leaders[i] = first_of(leaders, i);
    zt_arena_drop(scratch);
    return leaders;
}

size_t *zt_stem_twins(zt_arena *arena, const zt_stem_ahead *stems, size_t count)
{
    size_t *twins = ZT_ARRAY(arena, count, size_t);
    zt_arena *scratch = zt_arena_beside(arena);
    known_stems known = sort_stems(scratch, stems, count);
    for (size_t i = 0; i < count; i++)
        twins[i] = i;
    for (size_t i = 1; i < known.count; i++) {
        const known_stem *before = &known.sorted[i - 1], *own = before + 1;
        if (before->rest != ZT_REST_ANY && zt_file_name_order(before->stem, own->stem) == 0)
            twins[own->index] = twins[before->index];
    }
    zt_arena_drop(scratch);
    return twins;
}
