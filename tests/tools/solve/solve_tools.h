/* tests/tools/solve/solve_tools.h — made input for gen/solve, what its answers cost when added up
   from the outside, and plain ways to do without it: to compare with, never part of the program. */
#ifndef SOLVE_TOOLS_H
#define SOLVE_TOOLS_H

#include <stdint.h>

#include "solve/pages.h"
#include "solve/slicing.h"

/* Numbers by lot: the same seed gives the same. */
typedef struct lots {
    uint64_t state;
} lots;
/* From 0 to below `n`; 0 when n is below 2. */
int lot(lots *l, int n);

/* A report of about so many pages as one stream; lives in `arena`. Heads, paragraphs whose first
   and last lines hold together and some of which take a line less or more, notes, tables, figures.
 */
zt_pages_stream make_report(zt_arena *arena, uint64_t seed, int pages, int columns);
/* Chapters: streams that begin with a unit of ZT_TEAR_PAGE and end before the next one. */
size_t report_chapters(zt_arena *arena, const zt_pages_stream *whole, zt_pages_stream **out);

/* What pages cost, added up column by column from the rules of pages.h; -1 when one is broken: a
   unit or figure that is missing, torn, too high, before its mention. */
int64_t price_pages(const zt_pages_stream *s, const zt_pages_answer *answer);
/* Fills columns in turn, as far as each goes, no paragraph longer or shorter. */
zt_pages_answer greedy_pages(zt_arena *arena, const zt_pages_stream *s);
/* The least cost of all pages, by trying all; -1 when none holds. For one column a page. */
int64_t try_pages(const zt_pages_stream *s, int64_t bound);

/* A newspaper page of 8 columns and 100 lines with so many items, whose copy misses its room by at
   most so many percent, and shapes with up to so many lines cut; `heads`: some pages have fixed
   rectangles at the head or at a side as well. Lives in `arena`. */
zt_slice_page make_page(zt_arena *arena, uint64_t seed, size_t count, int off_percent, int most_cut,
                        bool heads);
/* The least cost of all layouts of a small page, a line of cut being 2^19; -1 when there is none.
 */
int64_t try_layouts(const zt_slice_page *page);
/* The cost of an answer's layout, added up from its cells; -1 when they leave a hole, overlap, are
   no shapes, or cannot be cut apart. */
int64_t price_layout(const zt_slice_page *page, const zt_slice_answer *answer);

#endif
