/* gen/block/timeline/timeline_across.h — a horizontal timeline: entries in turn above and below an
   axis, folded into rows where it is too narrow. Private to the room. */
#ifndef ZT_TIMELINE_ACROSS_H
#define ZT_TIMELINE_ACROSS_H

#include "block/timeline/timeline_imp.h"

/* How many entries stand in one row, and the measure of their text: before the texts are broken.
   Turns true distances into even ones when there is more than one row. */
void zt_tl_across_measure(zt_tl_plan *plan);
/* With head and entries, at the natural gaps and leading or at the widest. */
double zt_tl_across_height(const zt_tl_plan *plan, bool widest);
/* Gives each entry its place and sets the leading: spare height goes to all gaps at once, then to
   the leading. */
void zt_tl_across_arrange(zt_tl_plan *plan, double height);
/* Axis or bands or calendar, poles and leaders. */
void zt_tl_across_draw(const zt_tl_plan *plan, zt_group *into);

#endif
