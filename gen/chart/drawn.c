/* What of a drawn plot can be asked by its items alone. */
#include "chart/drawn.h"

#include "text/run_ink.h"

bool zt_drawn_same_place(zt_pos a, zt_pos b)
{
    return a.line == b.line && a.column == b.column;
}

zt_rect zt_drawn_moved(zt_rect box, double dx, double dy)
{
    return (zt_rect){box.x + dx, box.y + dy, box.w, box.h};
}

bool zt_drawn_holds(zt_rect outer, zt_rect inner)
{
    const double near = 0.1; /* points */
    return inner.x >= outer.x - near && inner.y >= outer.y - near &&
           zt_rect_right(inner) <= zt_rect_right(outer) + near &&
           zt_rect_foot(inner) <= zt_rect_foot(outer) + near;
}

zt_rect zt_drawn_type(const zt_glyphs *run, double dx, double dy)
{
    return zt_rect_union(zt_drawn_moved(run->item.box, dx, dy),
                         zt_drawn_moved(zt_run_ink(run), dx, dy));
}

void zt_drawn_add_pieces(zt_arena *arena, zt_drawn_pieces *pieces, const zt_path *path, double dx,
                         double dy)
{
    zt_point pen = {0, 0};
    for (size_t i = 0; i < path->seg_count; i++) {
        const zt_seg *seg = &path->segs[i];
        if (seg->kind == ZT_SEG_CLOSE)
            continue;
        zt_point end = seg->kind == ZT_SEG_CURVE ? seg->p[2] : seg->p[0];
        end = (zt_point){end.x + dx, end.y + dy};
        if (seg->kind != ZT_SEG_MOVE)
            ZT_PUSH(arena, pieces, ((zt_piece){pen, end}));
        pen = end;
    }
}
