/* gen/layout/box_beside.c — measured cells that stand side by side: how high they are together.
   Asked while a row or grid is measured, and again while its frame is shared out. */
#include "layout/layout_imp.h"

/* The row can use what its most elastic child can: beside a head that runs down, all there is. */
zt_extent zt_cells_beside(zt_cell *const *children, size_t count)
{
    zt_extent out = {0, 0};
    for (size_t i = 0; i < count; i++) {
        zt_extent e = children[i]->extent;
        out.height = zt_max(out.height, e.height);
        out.ceiling = zt_max(out.ceiling, zt_min(e.ceiling, ZT_ENDLESS));
    }
    out.ceiling = zt_max(out.ceiling, out.height);
    return out;
}

zt_extent zt_cell_grid_row(const zt_cell *grid, size_t first, size_t *end)
{
    *end = first;
    while (*end < grid->child_count && grid->rows[*end] == grid->rows[first])
        ++*end;
    return zt_cells_beside(grid->children + first, *end - first);
}
