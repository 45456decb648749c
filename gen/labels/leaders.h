/* gen/labels/leaders.h — labels that stand off an axis or a ring and are tied to it by leaders: the
   levels on which they stand, and the levels on which the leaders themselves run. Along the axis
   in points, levels counted from the axis outwards. */
#ifndef ZT_LEADERS_H
#define ZT_LEADERS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The level of a label that cannot stand on any. */
#define ZT_LEVEL_NONE SIZE_MAX

/* A label over (or under, or beside) an axis; its leader runs straight from the axis to its level,
   so it passes all levels nearer to the axis. */
typedef struct zt_hung_label {
    /* Where the leader leaves the axis; need not lie within the label. */
    double anchor;
    /* What the label takes along the axis, on its level. */
    double from, to;
    /* The result: 0 next to the axis, ZT_LEVEL_NONE where it cannot stand. */
    size_t level;
} zt_hung_label;

/* Gives each label a level below `most`, so that labels of one level keep `gap` between them and no
   leader comes nearer than `gap` to a label that it passes. As few as possible get none (two labels
   that each lie over the other's anchor cannot both stand), then as few levels as possible are
   used, then the leaders are short. This is the optimum for up to 12 labels; more are set one after
   the other, in the best of three orders. Returns how many levels are used. */
size_t zt_labels_hang(zt_arena *arena, zt_hung_label *labels, size_t count, double gap,
                      size_t most);

/* The levels on which leaders leave a ring, by height, about 0 at its middle (3 and 9 o'clock):
   made at least `step` apart by moving those above the middle up and the others down, never towards
   it, so that none runs back into the ring. */
void zt_leaders_part(double *levels, size_t count, double step);

#endif
