/* gen/labels/positions.h — labels of points: each has a few positions about its mark, better and
   worse ones; one is chosen for each so that none overlaps another and all together stand best.
   One frame for all, y down. */
#ifndef ZT_POSITIONS_H
#define ZT_POSITIONS_H

#include "labels/room.h"

/* Where a label may stand. */
typedef struct zt_position {
    zt_rect box; /* with the white that it keeps to others */
    double cost; /* not negative; 0: nothing better could be wished */
} zt_position;

#define ZT_POSITION_NONE SIZE_MAX

/* A label with the places where it may stand. */
typedef struct zt_point_label {
    const zt_position *positions; /* owned by the caller */
    size_t count;
    /* Further positions behind those: taken, the first that is free, by a label that would else
       be left out. */
    size_t spare;
    /* How bad it is to leave it out, against the others; what is not positive counts as 1. */
    double loss;
    /* The result: an index, or ZT_POSITION_NONE where it cannot stand. */
    size_t chosen;
} zt_point_label;

/* Chooses a position for each label: first the least sum of losses, then the least sum of costs.
   This is the optimum for each cluster of up to 12 labels whose positions can meet (as long as the
   search ends in its count of steps, which crowded ones of many positions may not); larger clusters
   are improved, 12 labels at a time, until nothing changes. Nothing depends on anything but the
   input. Returns how many labels cannot stand. */
size_t zt_positions_choose(zt_arena *arena, zt_point_label *labels, size_t count);

/* The eight positions about a mark, `clear` away from it: right, left, above, below, then the
   corners; each costs one more than the one before. `size` gives w and h. */
enum { ZT_POSITIONS_ROUND = 8 };
/* Fills the array in the order of its costs, 0 to 7. */
void zt_positions_round(zt_position positions[ZT_POSITIONS_ROUND], zt_point mark, zt_rect size,
                        double clear);
/* Takes out the positions that leave the frame, and adds to the cost of those that obstacles meet:
   `any`, and `each` for each of them. Returns how many are left, in their order. */
size_t zt_positions_weigh(zt_position *positions, size_t count, zt_rect frame,
                          const zt_obstacles *obstacles, double any, double each);
/* Sorts them by cost, equal ones as they were, and keeps at most `most`. Returns how many are left.
 */
size_t zt_positions_cheapest(zt_position *positions, size_t count, size_t most);

#endif
