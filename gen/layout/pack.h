/* gen/layout/pack.h — cells packed into rows on a grid of equal columns.
 */
#ifndef ZT_PACK_H
#define ZT_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What packing has to know of a cell. */
typedef struct zt_pack_cell {
    int least; /* columns that its figure needs */
    /* Cells of one point stay in one row where they can. */
    size_t point;
} zt_pack_cell;

/* Where a cell came to stand, in columns of the grid; rows from the top. */
typedef struct zt_pack_slot {
    size_t row;
    int column, span;
} zt_pack_slot;

/* What is packed, filled by the caller and borrowed. Costs are counted in points of height. */
typedef struct zt_pack {
    const zt_pack_cell *cells;
    size_t count;
    int columns;
    double row_gap;
    /* Height of a row of the cells first to end at these spans. */
    double (*row_height)(void *self, size_t first, size_t end, const int *spans);
    void *self;
} zt_pack;

/* Fills rows in order so that height, torn points and uneven columns together are least; each row
   fills all columns. `slots` has room for all cells. Returns that cost. */
double zt_pack_rows(zt_arena *arena, const zt_pack *pack, zt_pack_slot *slots, size_t *row_count);

#endif
