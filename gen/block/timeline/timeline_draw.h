/* gen/block/timeline/timeline_draw.h — a timeline drawn. Private to the room. */
#ifndef ZT_TIMELINE_DRAW_H
#define ZT_TIMELINE_DRAW_H

#include "block/timeline/timeline_imp.h"

/* Draws an arranged plan; `height` is that of the block. Reports strip-crowded. */
void zt_tl_draw(const zt_tl_plan *plan, double height, zt_group *into);

#endif
