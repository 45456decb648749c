#include "base/origin.h"

#include <string.h>

/* By line and column of one file. */
static bool is_after(zt_pos a, zt_pos b)
{
    return a.line > b.line || (a.line == b.line && a.column > b.column);
}

/* The same pointer in nearly all cases; names are compared for those that were copied. */
static bool is_same_file(zt_pos a, zt_pos b)
{
    return a.file == b.file || (a.file && b.file && strcmp(a.file, b.file) == 0);
}

/* By halving, as the nodes are in document order. */
const zt_origin *zt_origin_at(const zt_origins *origins, zt_pos at)
{
    if (origins->count == 0 || at.line == 0 || !is_same_file(at, origins->items[0].at))
        return NULL;
    size_t low = 0, high = origins->count; /* the answer is the last before `high` */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (is_after(origins->items[middle].at, at))
            high = middle;
        else
            low = middle + 1;
    }
    return high > 0 ? &origins->items[high - 1] : NULL;
}

const zt_origin *zt_origin_named(const zt_origins *origins, const char *id)
{
    for (size_t i = 0; i < origins->count; i++)
        if (origins->items[i].id && strcmp(origins->items[i].id, id) == 0)
            return &origins->items[i];
    return NULL;
}

const char *zt_origin_id(const zt_origins *origins, zt_pos at)
{
    const zt_origin *origin = zt_origin_at(origins, at);
    while (origin && !origin->id && origin != origins->items)
        origin = &origins->items[origin->parent];
    return origin ? origin->id : NULL;
}

bool zt_origin_holds(const zt_origins *origins, const zt_origin *element, zt_pos at)
{
    const zt_origin *found = zt_origin_at(origins, at);
    return found && found >= element && found < origins->items + element->end;
}
