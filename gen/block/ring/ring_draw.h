/* gen/block/ring/ring_draw.h — a ring drawn. Private to the room. */
#ifndef ZT_RING_DRAW_H
#define ZT_RING_DRAW_H

#include "block/ring/ring_imp.h"

/* `centre` is counted from the frame's top left. */
void zt_ring_draw(const zt_ring_plan *plan, zt_group *into, zt_rect frame, zt_point centre);

#endif
