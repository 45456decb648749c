/* gen/labels/meet.h — whether rectangles and straight pieces meet: what every search for a free
   place asks. One frame for all that is compared, y down; which one is the caller's choice. */
#ifndef ZT_MEET_H
#define ZT_MEET_H

#include <stdbool.h>

#include "base/geom.h"

/* True when they have an area in common: edges that only touch do not meet. */
bool zt_rects_meet(zt_rect a, zt_rect b);
/* True when the straight piece from a to b runs through the inside of the rectangle. */
bool zt_piece_meets(zt_point a, zt_point b, zt_rect rect);
/* How much of its length lies there. */
double zt_piece_within(zt_point a, zt_point b, zt_rect rect);

#endif
