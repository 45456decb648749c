/* gen/block/timeline/timeline_beside.h — entries beside a calendar that runs down, as near to their
   days as their texts allow. Private to the room. */
#ifndef ZT_TIMELINE_BESIDE_H
#define ZT_TIMELINE_BESIDE_H

#include "block/timeline/timeline_imp.h"

/* Gives each entry its place and sets the leading; `widest` is the height with all gaps and the
   leading at their widest. */
void zt_tl_beside_arrange(zt_tl_plan *plan, double height, double widest);
/* The calendar and the leaders from its marks to the nodes. */
void zt_tl_beside_draw(const zt_tl_plan *plan, double height, zt_group *into);

#endif
