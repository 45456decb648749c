/* gen/preflight/squint.h — a page seen with half-closed eyes: some forty squares across, each with
   the grey that it averages to and whether anything is said in it. What checks of the look and the
   score of a page judge by. */
#ifndef ZT_SQUINT_H
#define ZT_SQUINT_H

#include "scene/scene.h"

/* Squares across, as an art desk holds a page at arm's length and squints. */
#define ZT_SQUINT_ACROSS 40

/* Squares in rows from the top left of `area`. */
typedef struct zt_squint {
    zt_rect area; /* in the frame of the page, points */
    double side;  /* of a square, points */
    int across, down;
    double *grey; /* 0 (paper) to 100 */
    /* Words, marks or pictures stand here; grounds alone do not count. */
    bool *said;
    /* What paints most of a square; NULL: nothing does. */
    const zt_item **of;
} zt_squint;

/* A rectangle of squares. */
typedef struct zt_squares {
    int x, y, w, h;
} zt_squares;

/* Looks at the part of the page within `area`, which is not empty. */
zt_squint zt_squint_at(zt_arena *arena, const zt_scene *page, zt_rect area);
/* Says all squares that the box touches; grey and `of` may be NULL. */
void zt_squint_say(zt_squint *squint, zt_rect box);
/* The largest rectangle of squares in which `taken` is false; of two alike the upper, then the left
   one. `across` is 64 at most. */
zt_squares zt_largest_free(const bool *taken, int across, int down);
/* Where those squares are on the page, points. */
zt_rect zt_squint_rect(const zt_squint *squint, zt_squares squares);

#endif
