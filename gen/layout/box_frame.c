/* gen/layout/box_frame.c — a tree of boxes in a frame that somebody else has found. */
#include "layout/layout_imp.h"

zt_extent zt_layout_box_extent(const zt_setting *setting, const zt_box *box, double width)
{
    return zt_cell_measure(setting, box, width)->extent;
}

void zt_layout_box_place(const zt_setting *setting, const zt_box *box, zt_rect frame,
                         zt_group *into)
{
    zt_placing placing = {.setting = setting};
    const zt_cell *cell = zt_cell_measure(setting, box, frame.w);
    /* A ground fills its frame, whatever stands on it. */
    while (cell->child_count == 1 && cell->box->spec->kind == ZT_BOX_COLUMN)
        cell = cell->children[0];
    zt_cell_place(&placing, cell, frame, into);
}
