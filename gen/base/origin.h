/* gen/base/origin.h — which element of a document a place in its source belongs to: what lets a
   page name the entry that some words were written in, and find what was painted for an id. */
#ifndef ZT_ORIGIN_H
#define ZT_ORIGIN_H

#include <stdbool.h>

#include "base/pos.h"
#include "base/str.h"

/* An element or a text node of the document. */
typedef struct zt_origin {
    zt_pos at;
    size_t parent;  /* its index; of the root its own */
    size_t end;     /* index past its last descendant */
    const char *id; /* or NULL */
    zt_str zh, en;  /* of entries and what they hold: "第7条 2021-12-17", "entry 7 2021-12-17" */
} zt_origin;

/* In document order, parents before their children. */
typedef struct zt_origins {
    zt_origin *items;
    size_t count;
    /* Of a document in several files: the items by file, line and column; NULL: they are so. */
    const size_t *by_place;
} zt_origins;

/* By file, line and column. */
int zt_origin_compare(zt_pos a, zt_pos b);
/* The innermost node that holds the place: the last that begins at or before it. NULL when the
   place is of another file or of none. */
const zt_origin *zt_origin_at(const zt_origins *origins, zt_pos at);
/* The element of that id, or NULL. */
const zt_origin *zt_origin_named(const zt_origins *origins, const char *id);
/* The nearest id at or above the place, or NULL. */
const char *zt_origin_id(const zt_origins *origins, zt_pos at);
/* Whether `at` lies in the element or below it. */
bool zt_origin_holds(const zt_origins *origins, const zt_origin *element, zt_pos at);

#endif
