/* gen/labels/room.h — where there is room among what is drawn already: the free place of a wanted
   size that is nearest to a mark, and the largest free rectangle. One frame for all, y down; the
   caller says what stands in the way. */
#ifndef ZT_ROOM_H
#define ZT_ROOM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/geom.h"

/* A straight piece of a line that is drawn. */
typedef struct zt_piece {
    zt_point a, b;
} zt_piece;

/* What stands in the way; owned by the caller. */
typedef struct zt_obstacles {
    const zt_rect *rects;
    size_t rect_count;
    const zt_piece *pieces;
    size_t piece_count;
} zt_obstacles;

/* True when nothing comes nearer than `clear` to the rectangle. */
bool zt_room_is_free(const zt_obstacles *obstacles, zt_rect box, double clear);
/* How many obstacles the rectangle meets. */
size_t zt_room_meetings(const zt_obstacles *obstacles, zt_rect box);

/* The free place for a rectangle of this size, `clear` from all obstacles and wholly within
   `frame`, that lies nearest to the mark: by the distance from the mark to the rectangle, among
   equal ones by that to its middle. False when there is none. The optimum for up to 48 obstacles
   that may count; beyond that the best of a grid of 48 by 48 places. */
bool zt_room_near(zt_arena *arena, const zt_obstacles *obstacles, zt_rect frame, zt_point mark,
                  zt_rect size, double clear, zt_rect *box);

/* The free rectangle of the largest area that is at least as wide and as high as `least` and lies
   within `frame`; w and h 0 when there is none. Exact among rectangles, near so along slanting
   pieces; the first by y, then x, of equal ones. */
zt_rect zt_room_largest(zt_arena *arena, const zt_obstacles *obstacles, zt_rect frame,
                        zt_rect least);

#endif
