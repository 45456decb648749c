/* gen/solve/board.h — blocks in their order as rows of a board of equal columns: each row fills all
   columns, and its blocks are as nearly of one height as can be. Whole numbers: heights in tenths
   of a millimetre. Knows nothing of what stands in a block. */
#ifndef ZT_BOARD_H
#define ZT_BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A block. Its heights are asked at spans from 1 to the columns of the board: entry 0 is not read.
 */
typedef struct zt_board_item {
    /* Columns that suit it, that it needs, and that it can fill. 1 <= least <= preferred <= most.
     */
    int preferred, least, most;
    /* What its span should be in proportion to; above 0. */
    int64_t weight;
    /* Natural height, and the most it can use, at each span. */
    const int64_t *height, *ceiling;
} zt_board_item;

typedef struct zt_board {
    const zt_board_item *items;
    size_t count;
    int columns;
} zt_board;

/* Where a block stands; rows from the top. */
typedef struct zt_board_slot {
    size_t row;
    int column, span;
} zt_board_slot;

/* What a row of the items `first` to `end` at these spans costs: the squares of what the row is
   higher than each, a quarter of them where an item can grow so far; how far spans are from what
   suits the item and from its weight; rows that leave columns, or more than 15 % of their area,
   empty. `last`: it is the last of the board. */
int64_t zt_board_row_cost(const zt_board *board, size_t first, size_t end, const int *spans,
                          bool last);
/* The cheapest of all rows and spans, exactly; of equal ones that which breaks first. `slots` has
   room for all items. Returns its cost. */
int64_t zt_board_solve(zt_arena *arena, const zt_board *board, zt_board_slot *slots, size_t *rows);

#endif
