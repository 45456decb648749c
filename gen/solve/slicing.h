/* gen/solve/slicing.h — a page filled to the line by items of many shapes: the best of all slicing
   layouts (a page is cut from edge to edge, its parts again), by a recurrence over subsets of
   items, widths and heights. Columns and lines of a grid in, whole numbers out.

   The score of a layout is the sum of
     the cost of each item's shape,
     each item's weight times the lines that lie above it,
     `butt` for each neighbour after the first in a row of parts, where a part whose items are all
     topped (by a picture) counts as none.
   Nothing is approximated: what is found is the least of all layouts, and the lines of cut are the
   least with which there is one. Equal layouts: the one that is found first in document order.
   One bound on layouts: a part that holds a fixed rectangle ends above or below on an edge of a
   fixed rectangle or of the page. For rectangles at the head or the foot that is every layout. */
#ifndef ZT_SLICING_H
#define ZT_SLICING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Bounds; what is beyond them is refused (zt_slice_answer.sound). */
enum {
    ZT_SLICE_MOST = 12,    /* items */
    ZT_SLICE_COLUMNS = 16, /* of a page */
    ZT_SLICE_LINES = 512,  /* of a page */
    ZT_SLICE_FIXED = 12,   /* rectangles that are given */
    ZT_SLICE_COST = 20000, /* of one shape */
    ZT_SLICE_WEIGHT = 32,  /* of an item, a line */
    ZT_SLICE_BUTT = 4000,
    ZT_SLICE_CUT = 256 /* lines in all */
};

/* One form of one item. */
typedef struct zt_shape {
    int width, height; /* columns and lines, with the air that parts it from what is below */
    int cut;       /* lines of its text that it leaves out; used only when there is no other way */
    uint32_t cost; /* up to ZT_SLICE_COST */
    uint32_t choice; /* the caller's */
} zt_shape;

/* Where an item has to stand: nothing lies above, below, left or right of it but fixed rectangles.
 */
enum { ZT_SLICE_HEAD = 1, ZT_SLICE_FOOT = 2, ZT_SLICE_LEFT = 4, ZT_SLICE_RIGHT = 8 };

typedef struct zt_slice_item {
    const zt_shape *shapes;
    size_t count;
    int weight;  /* what each line above it costs */
    uint8_t at;  /* bits of ZT_SLICE_HEAD … */
    bool topped; /* a picture stands at its head: neighbours do not butt */
    /* The item with which it stands in one rectangle, which holds all that are bound to each other
       and nothing else; itself or one that is not there: none. */
    int with;
} zt_slice_item;

/* What is given: an advertisement, a frame placed by hand. In columns and lines from 0. */
typedef struct zt_slice_fixed {
    int column, row, width, height;
} zt_slice_fixed;

typedef struct zt_slice_page {
    int width, height; /* columns and lines */
    const zt_slice_item *items;
    size_t count;
    /* They do not touch the items' rectangles but by their edges, and not each other. */
    const zt_slice_fixed *fixed;
    size_t fixed_count;
    int butt;
    int most_cut; /* lines that may be cut in all; 0: none */
} zt_slice_page;

typedef struct zt_slice_cell {
    int column, row, width, height;
    size_t shape;    /* of the item's */
    uint32_t choice; /* of that shape */
} zt_slice_cell;

typedef struct zt_slice_answer {
    bool sound; /* the input is within the bounds */
    bool found;
    zt_slice_cell cells[ZT_SLICE_MOST]; /* one an item, when found */
    uint32_t cost;                      /* shapes + depth + butt */
    uint32_t shapes, depth, butt;
    int cut; /* lines in all: no layout needs fewer */
} zt_slice_answer;

/* The best layout of the page; `arena` is used beside, nothing stays in it. */
zt_slice_answer zt_slice_solve(zt_arena *arena, const zt_slice_page *page);

/* What searches over one page have found; for the next one. */
typedef struct zt_slice_memory zt_slice_memory;
/* It lives in an arena beside that one, until it is dropped. */
zt_slice_memory *zt_slice_memory_new(zt_arena *arena);
void zt_slice_memory_drop(zt_slice_memory *memory);
/* The same answer as zt_slice_solve. Where the page is that of the search before but for shapes
   that cost more or are gone, it is found from what that one found, in a small part of the time. */
zt_slice_answer zt_slice_solve_again(zt_slice_memory *memory, const zt_slice_page *page);

/* The best, and others that differ: each gives one of the first three items another width. Returns
   how many of at most `most` there are, by rising cost. */
size_t zt_slice_best(zt_arena *arena, const zt_slice_page *page, zt_slice_answer *out, size_t most);
/* The same from what the searches before have found, as zt_slice_solve_again does: one set of
   tables serves all of them. */
size_t zt_slice_best_again(zt_slice_memory *memory, const zt_slice_page *page, zt_slice_answer *out,
                           size_t most);

#endif
