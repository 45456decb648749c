/* gen/solve/flow.h — units that are never torn, in order, over columns: by heights, or by lines
   of one grid. Knows nothing of type. */
#ifndef ZT_FLOW_H
#define ZT_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Distributes `count` units of the given heights, in order, over `columns` so that the tallest
   column is least (balance), units never torn; column[i] gets the column of unit i. `gap` stands
   between units of one column. Returns the height of the tallest. */
double zt_flow_columns(zt_arena *arena, const double *heights, size_t count, double gap,
                       int columns, int *column);

/* ---- running text over columns of one line grid (R103) ---- */
/* What is never torn: a line of text, or a head that takes whole lines. */
typedef struct zt_flow_unit {
    /* Lines of the grid that it takes. */
    int rows;
    /* The same where a column begins with it. */
    int rows_at_top;
    /* Lines more that it may take within a column, so that all end on one line. */
    int stretch;
    /* Those of one text take as many lines more as each other, where that leaves good columns. */
    bool alike;
    /* No column begins with it: heads keep two lines of text below them, a paragraph's first and
       last lines do not stand alone. */
    bool with_previous;
    bool begins; /* a column begins with it */
} zt_flow_unit;
/* Where a unit came to stand. */
typedef struct zt_flow_slot {
    int column, row; /* where it begins */
    int rows;        /* that it takes there */
} zt_flow_slot;
/* Distributes the units over at most `columns` columns so that the longest is short, all but the
   last end on its last line, and the last is little shorter. Returns the lines of the longest; one
   slot a unit. No more units may begin columns than there are columns. */
int zt_flow_lines(zt_arena *arena, const zt_flow_unit *units, size_t count, int columns,
                  zt_flow_slot *slots);

#endif
