/* gen/block/ring/ring_imp.h — where everything of a ring stands: handed from ring.c to ring_draw.c.
   Points; y down from the centre where nothing else is said. */
#ifndef ZT_RING_IMP_H
#define ZT_RING_IMP_H

#include "block/ring/ring.h"

/* The ring's own measures: of its radius the inner one; the height of a tooth, the white between
   two sectors; the widest measure of an entry that stands above the ring, by the width of all. */
static const double ZT_RING_INNER = 0.715, ZT_RING_ABOVE = 0.6;
static const double ZT_RING_TOOTH = ZT_MM(3.6), ZT_RING_CUT = ZT_MM(1.1);

/* An item of a ring: its sector, its words and the leader that ties them. y is counted from the
   ring's centre, which moves with the height. */
typedef struct zt_ring_item {
    zt_ring_mark mark;
    /* Teeth that are drawn; ones that would be too narrow are left out. */
    size_t teeth;
    zt_entry entry;
    double angle; /* degrees clockwise from 12 o'clock */
    /* Distance from the centre of its tooth's tip, or of the root between two teeth. */
    double reach;
    /* -1 left, 0 above, 1 right. */
    int side;
    /* y of the sector's outermost point. */
    double own;
    /* y of its leader; differs when the words had to move. */
    double y;
} zt_ring_item;

/* A ring at a width and a radius, in the arena of the setting. Plans of larger radius are copies
   that share words with the natural one. */
struct zt_ring_plan {
    const zt_ring *ring;
    /* column: width of the words at one side. */
    double radius, inner, column;
    /* Over the ring; over the counts. */
    zt_gap gap, counts_gap;
    zt_goal goal;
    zt_counts counts; /* height 0 without any */
    /* Left edge, in the ring's frame. */
    double counts_x;
    /* The lowest point of the gear. */
    double gear_foot;
    /* From the centre to the top and the foot of all, with natural gaps. */
    double above, below;
    zt_ring_item *items;
};

#endif
