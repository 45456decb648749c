/* Rows of a card: a shortest path over the cells, in document order. Given the columns that each
   cell needs and, through a callback, the height of any row; hands on row, column and span of each.
   Cells are never reordered, as their order is the document's. */
#include "layout/pack.h"

#include <float.h>

/* What a fault is worth, in gaps between rows: a point torn over two rows, a row of one cell that
   could have had company, and a row whose cells differ in width without need. */
static const double TORN = 1.5;
static const double LONE = 1.0;
static const double UNEVEN = 0.25;

/* The cheapest way to pack the cells before one place: its cost, and where its last row begins with
   the spans of that row's cells. Costs are points of height. */
typedef struct row_break {
    double cost;
    /* Of the row that ends here. */
    size_t first;
    int *spans;
} row_break;

/* Columns of the cells of one row: equal where that is possible, else what each needs, the columns
   left over going to the first cells. False when they do not fit. */
static bool share_columns(const zt_pack *pack, size_t first, size_t end, int *spans, bool *uneven)
{
    int count = (int)(end - first), used = 0;
    bool fits_equal = count <= pack->columns && pack->columns % count == 0;
    for (int i = 0; i < count; i++) {
        spans[i] = pack->cells[first + (size_t)i].least;
        used += spans[i];
        if (fits_equal && spans[i] > pack->columns / count)
            fits_equal = false;
    }
    *uneven = false;
    if (fits_equal) {
        for (int i = 0; i < count; i++)
            spans[i] = pack->columns / count;
        return true;
    }
    if (used > pack->columns)
        return false;
    *uneven = used < pack->columns;
    for (int i = 0; used < pack->columns; i = (i + 1) % count, used++)
        spans[i]++;
    return true;
}

/* Height of a row with the gap above it and what its faults are worth. Standing alone is a fault
   only of a cell that leaves room for another; the first row has nothing above it to be torn from.
 */
static double row_cost(const zt_pack *pack, size_t first, size_t end, const int *spans, bool uneven)
{
    double cost = pack->row_height(pack->self, first, end, spans);
    if (uneven)
        cost += UNEVEN * pack->row_gap;
    if (end - first == 1 && pack->count > 1 && pack->cells[first].least < pack->columns)
        cost += LONE * pack->row_gap;
    if (first == 0)
        return cost;
    cost += pack->row_gap;
    if (pack->cells[first - 1].point == pack->cells[first].point)
        cost += TORN * pack->row_gap;
    return cost;
}

/* Tries every row that may end before cell `end`, from the shortest on. A row that does not fit
   ends the search: a longer one holds it. */
static void try_rows_to(zt_arena *arena, const zt_pack *pack, row_break *best, size_t end)
{
    for (size_t first = end; first-- > 0 && end - first <= (size_t)pack->columns;) {
        int *spans = ZT_ARRAY(arena, end - first, int);
        bool uneven;
        if (!share_columns(pack, first, end, spans, &uneven))
            break;
        double cost = best[first].cost + row_cost(pack, first, end, spans, uneven);
        if (cost < best[end].cost)
            best[end] = (row_break){cost, first, spans};
    }
}

/* All places at which rows may end are solved from the first cell on, then the rows are read off
   from the last. No cell may need more than all columns: a row of one cell is then always there to
   fall back on. */
double zt_pack_rows(zt_arena *arena, const zt_pack *pack, zt_pack_slot *slots, size_t *row_count)
{
    row_break *best = ZT_ARRAY(arena, pack->count + 1, row_break);
    for (size_t end = 1; end <= pack->count; end++) {
        best[end].cost = DBL_MAX;
        try_rows_to(arena, pack, best, end);
        zt_assert(best[end].spans != NULL);
    }
    size_t rows = 0;
    for (size_t end = pack->count; end > 0; end = best[end].first)
        rows++;
    *row_count = rows;
    for (size_t end = pack->count; end > 0; end = best[end].first) {
        int column = 0;
        rows--;
        for (size_t i = best[end].first; i < end; i++) {
            int span = best[end].spans[i - best[end].first];
            slots[i] = (zt_pack_slot){rows, column, span};
            column += span;
        }
    }
    return best[pack->count].cost;
}
