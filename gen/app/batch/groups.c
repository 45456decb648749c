/* gen/app/batch/groups.c — documents whose files could have one name. */
#include "app/batch/groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/file_name.h"

typedef struct known_stem {
    const char *stem;
    size_t index;
} known_stem;

/* By name, then as they came. */
static int by_stem(const void *a, const void *b)
{
    const known_stem *left = a, *right = b;
    int order = zt_file_name_order(left->stem, right->stem);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

static int by_name(const void *name, const void *row)
{
    return zt_file_name_order(name, ((const known_stem *)row)->stem);
}

/* "-p01" to the end, or a full stop: what pages and tables add to the name of their document. */
static bool is_addition(const char *rest)
{
    if (*rest == '.')
        return true;
    bool page = rest[0] == '-' && (rest[1] == 'p' || rest[1] == 'P') && rest[2];
    return page && strspn(rest + 2, "0123456789") == strlen(rest + 2);
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

/* With each whose name is the beginning of this one's, up to what its pages and tables add. */
static void join_shorter(zt_arena *arena, const known_stem *sorted, size_t count,
                         const known_stem *own, size_t *leaders)
{
    for (const char *at = own->stem + strcspn(own->stem, ".-"); *at;
         at += 1 + strcspn(at + 1, ".-")) {
        if (at == own->stem || !is_addition(at))
            continue;
        const char *shorter = zt_arena_copy(arena, own->stem, (size_t)(at - own->stem));
        const known_stem *other = bsearch(shorter, sorted, count, sizeof *sorted, by_name);
        if (other)
            join(leaders, other->index, own->index);
    }
}

/* All known stems, sorted. */
static known_stem *sort_stems(zt_arena *arena, const char *const *stems, size_t count,
                              size_t *known)
{
    known_stem *sorted = ZT_ARRAY(arena, count, known_stem);
    *known = 0;
    for (size_t i = 0; i < count; i++)
        if (stems[i])
            sorted[(*known)++] = (known_stem){stems[i], i};
    if (*known > 1)
        qsort(sorted, *known, sizeof *sorted, by_stem);
    return sorted;
}

size_t *zt_group_leaders(zt_arena *arena, const char *const *stems, const size_t *owners,
                         size_t count)
{
    size_t *leaders = ZT_ARRAY(arena, count, size_t), known;
    zt_arena *scratch = zt_arena_beside(arena);
    const known_stem *sorted = sort_stems(scratch, stems, count, &known);
    for (size_t i = 0; i < count; i++)
        leaders[i] = i;
    for (size_t i = 0; i < known; i++)
        join_shorter(scratch, sorted, known, &sorted[i], leaders);
    for (size_t i = 1; i < count; i++) /* those of one owner stand together */
        if (!stems[i] && !stems[i - 1] && owners[i] == owners[i - 1])
            join(leaders, i - 1, i);
    for (size_t i = 0; i < count; i++)
        leaders[i] = first_of(leaders, i);
    zt_arena_drop(scratch);
    return leaders;
}

size_t *zt_stem_twins(zt_arena *arena, const char *const *stems, size_t count)
{
    size_t *twins = ZT_ARRAY(arena, count, size_t), known;
    zt_arena *scratch = zt_arena_beside(arena);
    const known_stem *sorted = sort_stems(scratch, stems, count, &known);
    for (size_t i = 0; i < count; i++)
        twins[i] = i;
    for (size_t i = 1; i < known; i++)
        if (zt_file_name_order(sorted[i - 1].stem, sorted[i].stem) == 0)
            twins[sorted[i].index] = twins[sorted[i - 1].index];
    zt_arena_drop(scratch);
    return twins;
}
