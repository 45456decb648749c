/* gen/scene/slices.h — a page in pieces that lie one below the other, for long pictures: cut only
   between blocks. */
#ifndef ZT_SLICES_H
#define ZT_SLICES_H

#include "scene/scene.h"

/* Part of a page, from edge to edge; points from the trim's top. */
typedef struct zt_page_slice {
    double top, foot;
} zt_page_slice;
typedef ZT_VEC(zt_page_slice) zt_page_slices;

/* The page in as few pieces as none of which is higher than `most` points, of like height; a block
   that is higher stands in a piece of its own. One piece with `most` 0. */
zt_page_slices zt_scene_slices(zt_arena *arena, const zt_scene *page, double most);
/* What of the page lies in the slice, as a page: it shares the items of the whole, which must stay
   as they are. */
zt_scene *zt_scene_slice(zt_arena *arena, const zt_scene *page, zt_page_slice slice);

#endif
