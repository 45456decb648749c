/* gen/labels/course.h — the way of a line from one mark to another among what is drawn already:
   straight where it may slant, else level and upright pieces with two bends at most. One frame for
   all, y down; lengths in its units. */
#ifndef ZT_COURSE_H
#define ZT_COURSE_H

#include "labels/room.h"

/* The corners of a way from its beginning to its end. */
typedef struct zt_course {
    zt_point points[4];
    size_t count; /* 2 to 4 */
    double cost;  /* its length, with what bends are worth and the way of its ends from the middles
                     of their edges */
} zt_course;

/* What is asked of a way. The caller leaves out of the obstacles what lies in both marks. */
typedef struct zt_course_wish {
    zt_rect frame, from, to;
    double gap;            /* from the edge of a mark to the end of the way */
    double least;          /* shortest last piece: an arrow has its point there */
    double clear;          /* to the rectangles that it passes */
    double tip, tip_clear; /* length of the point at its end, and from its middle line to
                              rectangles; 0: as elsewhere */
    double apart;          /* to lines that it runs along; they may be crossed */
    double bend;           /* what a bend is worth in length */
    bool slants;           /* it may run straight from middle to middle */
} zt_course_wish;

/* The cheapest of the ways that are tried: from five places of each edge, with bends in line with
   the other mark or on one of 64 lines across the frame. False when none is free. */
bool zt_course_find(const zt_obstacles *obstacles, const zt_course_wish *wish, zt_course *way);
/* Whether a way keeps clear of all obstacles. */
bool zt_course_is_free(const zt_obstacles *obstacles, const zt_course_wish *wish,
                       const zt_course *way);
/* Of its longest piece. */
zt_point zt_course_middle(const zt_course *way);

#endif
