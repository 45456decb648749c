/* gen/block/timeline/timeline_down.h — entries below each other, perhaps in columns: balanced, or
   in rows that align. Private to the room. */
#ifndef ZT_TIMELINE_DOWN_H
#define ZT_TIMELINE_DOWN_H

#include "block/timeline/timeline_imp.h"

/* With head and entries, at the natural gaps and leading or at the widest. */
double zt_tl_down_height(const zt_tl_plan *plan, bool widest);
/* Gives each entry its place and sets the leading: spare height goes to the gaps up to their
   ceiling, then to the leading. */
void zt_tl_down_arrange(zt_tl_plan *plan, double height);

#endif
