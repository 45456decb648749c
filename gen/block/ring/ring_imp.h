/* gen/block/ring/ring_imp.h — private to ring.c and ring_draw.c: where everything of a ring stands.
 */
#ifndef ZT_RING_IMP_H
#define ZT_RING_IMP_H

#include "block/ring/ring.h"

typedef struct zt_ring_item {
    zt_ring_mark mark;
    zt_entry entry;
    double angle; /* degrees clockwise from 12 o'clock */
    double reach; /* of its tooth, or of the root between two teeth, from the centre */
    int side;     /* -1 left, 0 above, 1 right */
    double own;   /* y of the sector's outermost point, from the centre */
    double y;     /* y of its leader; differs when the words had to move */
} zt_ring_item;

typedef struct zt_ring_plan {
    double radius, inner, tooth, side, column, leader_gap;
    zt_gap gap, counts_gap;
    zt_goal goal;
    zt_counts counts;    /* height 0 without any */
    double counts_x;     /* left edge, in the ring's frame */
    double gear_foot;    /* the lowest point of the gear, from the centre */
    double above, below; /* from the centre to the top and the foot of all, with natural gaps */
    zt_ring_item *items;
} zt_ring_plan;

/* The widest measure of an entry that stands above the ring, by the width of all. */
#define ZT_RING_TOP 0.6

double zt_ring_radians(double degrees);
zt_point zt_ring_point(zt_point centre, double radius, double degrees);
/* Half of a tooth in degrees at its root and at its crest. */
double zt_ring_root(const zt_ring *ring, size_t teeth);
double zt_ring_crest(const zt_ring *ring, size_t teeth);
/* The middle of tooth `k` of a sector whose middle is at `mid`. */
double zt_ring_tooth_at(const zt_ring *ring, size_t teeth, size_t k, double mid);
void zt_ring_draw(const zt_ring *ring, const zt_ring_plan *plan, zt_group *into, zt_rect frame,
                  zt_point centre);

#endif
