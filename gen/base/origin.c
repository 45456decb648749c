#include "base/origin.h"

#include <string.h>

/* The same pointer in nearly all cases; names are compared for those that were copied. */
static int compare_files(zt_pos a, zt_pos b)
{
    return a.file == b.file ? 0 : strcmp(a.file ? a.file : "", b.file ? b.file : "");
}

int zt_origin_compare(zt_pos a, zt_pos b)
{
    int files = compare_files(a, b);
    if (files)
        return files;
    return a.line != b.line ? (a.line < b.line ? -1 : 1)
                            : (a.column > b.column) - (a.column < b.column);
}

/* The item at a place in the order of places. */
static const zt_origin *in_order(const zt_origins *origins, size_t i)
{
    return &origins->items[origins->by_place ? origins->by_place[i] : i];
}

/* By halving, in the order of places. */
const zt_origin *zt_origin_at(const zt_origins *origins, zt_pos at)
{
    if (origins->count == 0 || at.line == 0)
        return NULL;
    size_t low = 0, high = origins->count; /* the answer is the last before `high` */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (zt_origin_compare(in_order(origins, middle)->at, at) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    const zt_origin *found = high > 0 ? in_order(origins, high - 1) : NULL;
    return found && compare_files(found->at, at) == 0 ? found : NULL;
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
