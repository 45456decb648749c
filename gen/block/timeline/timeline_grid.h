/* gen/block/timeline/timeline_grid.h — entries on the columns of the page, read across, row by row:
   the band of a year over all of its entries in the row, dates on one line, texts below them.
   Private to the room. */
#ifndef ZT_TIMELINE_GRID_H
#define ZT_TIMELINE_GRID_H

#include "block/timeline/timeline_imp.h"

/* Columns, measure and the distance from date to text, before texts are broken. */
void zt_tl_grid_measure(zt_tl_plan *plan);
/* With head and rows, and with the gaps between rows at their ceiling. */
double zt_tl_grid_height(const zt_tl_plan *plan, bool widest);
/* Gives each entry its place; spare height goes to the gaps between rows. */
void zt_tl_grid_arrange(zt_tl_plan *plan, double height);
/* The bands, and a calendar in the cells that the last row leaves empty. */
void zt_tl_grid_draw(const zt_tl_plan *plan, zt_group *into);

#endif
