/* gen/change/page_change.h — what differs on the finished pages: where blocks stand, how their
   words are broken. */
#ifndef ZT_PAGE_CHANGE_H
#define ZT_PAGE_CHANGE_H

#include "change/fact.h"
#include "scene/scene.h"

/* A block on the pages, or a part of one that was torn. Points from its page's trim. */
typedef struct zt_shown_block {
    const char *block; /* "groups" */
    zt_pos at;
    const zt_fact *fact; /* NULL: none of the document's elements */
    size_t page;         /* from 0 */
    zt_rect box;
    size_t lines;    /* of text */
    uint64_t words;  /* a hash of its text, however it is broken */
    uint64_t breaks; /* and of its lines */
} zt_shown_block;

/* One that is not where or what it was. */
typedef struct zt_page_change {
    const zt_shown_block *before, *after; /* NULL: not on the pages */
    bool moved;                           /* by more than a twentieth of a millimetre */
    bool resized;
    bool reflowed; /* the same words in other lines */
    bool reworded; /* it says something else */
} zt_page_change;

/* Of a whole book. */
typedef struct zt_page_changes {
    ZT_VEC(zt_page_change) list;
    size_t pages_before, pages_after;
    size_t lines_before, lines_after;
    double width_before, height_before, width_after, height_after; /* of the first page, points */
} zt_page_changes;

/* Compares the pages of two documents whose facts are bound to each other. */
zt_page_changes *zt_page_changes_of(zt_arena *arena, zt_fact *before, const zt_book *old_book,
                                    zt_fact *after, const zt_book *new_book);
/* Where words of a fact stand on a page, with `whole` those of all that is in it: one box a stretch
   of a line. */
typedef ZT_VEC(zt_rect) zt_fact_boxes;
zt_fact_boxes zt_fact_boxes_on(zt_arena *arena, zt_fact *root, const zt_fact *fact, bool whole,
                               const zt_scene *page);

#endif
