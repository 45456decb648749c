/* gen/block/ring/ring_gear.h — the angles of a gear: a ring of equal sectors with teeth. Degrees
   clockwise from 12 o'clock; points, y down. Private to the room. */
#ifndef ZT_RING_GEAR_H
#define ZT_RING_GEAR_H

#include <stddef.h>

#include "base/geom.h"

double zt_gear_radians(double degrees);
/* The point of the centre's circle of this radius at that angle. */
zt_point zt_gear_point(zt_point centre, double radius, double degrees);
/* From the middle of one sector to that of the next. */
double zt_gear_step(size_t sectors);
/* Half of a tooth at its root and at its tip, when a sector has so many. */
double zt_gear_root(size_t sectors, size_t teeth);
double zt_gear_tip(size_t sectors, size_t teeth);
/* The middle of tooth `k` of a sector whose middle is at `mid`. */
double zt_gear_tooth(size_t sectors, size_t teeth, size_t k, double mid);

#endif
