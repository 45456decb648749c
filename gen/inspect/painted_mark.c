/* gen/inspect/painted_mark.c — a mark on its way to whoever looks at the page. */
#include <math.h>

#include "inspect/painted_walk.h"

/* Matrices one in another may leave the numbers: such a mark has no place. */
static bool has_place(const zt_painted *mark)
{
    return isfinite(mark->box.x + mark->box.y + mark->box.w + mark->box.h) &&
           isfinite(mark->size) && isfinite(mark->ppi);
}

/* The mark within what clips it, in the colour that it has. */
void zt_walk_hand(zt_walker *w, zt_painted mark)
{
    if (!has_place(&mark)) {
        w->lost = true;
        return;
    }
    if (!zt_rect_within(&mark.box, w->now.clip))
        return;
    if (w->tile)
        mark.box = *w->tile;
    if (!mark.object)
        mark.object = w->object;
    mark.overprint_mode = w->now.mode;
    mark.transparent = mark.transparent || w->now.transparent;
    w->sink(w->self, &mark);
}

void zt_walk_paint(zt_walker *w, zt_painted mark, const zt_brush *brush)
{
    mark.colour = brush->colour;
    mark.overprint = brush->overprints;
    mark.transparent = brush->clear;
    zt_walk_hand(w, mark);
    if (brush->tile && zt_rect_within(&mark.box, w->now.clip))
        w->tile_painter(w, brush->tile, mark.box);
}

/* An entry of a dictionary of the resources by the name that an operator gives. */
zt_pdf_object zt_walk_resource(zt_walker *w, zt_pdf_object resources, const char *kind, zt_str name)
{
    const char *key = zt_arena_printf(w->arena, "/%.*s", ZT_ARG(name));
    return zt_pdf_get(w->source, zt_pdf_get(w->source, resources, kind), key);
}
