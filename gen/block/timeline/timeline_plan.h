/* gen/block/timeline/timeline_plan.h — a timeline planned: which form it takes, its texts broken,
   and at each height where its entries stand. Private to the room. */
#ifndef ZT_TIMELINE_PLAN_H
#define ZT_TIMELINE_PLAN_H

#include "block/timeline/timeline_imp.h"

/* Breaks all texts; no entry has its place yet. Reports scale-crowded (warning). */
zt_tl_plan *zt_tl_plan_make(const zt_block *block, const zt_setting *setting, double width);
/* Of the whole, at the natural gaps and leading or at the widest. */
double zt_tl_height(const zt_tl_plan *plan, bool widest);
/* A copy in which each entry has its place, for a block of this height. */
zt_tl_plan *zt_tl_arranged(const zt_tl_plan *plan, double height);

#endif
