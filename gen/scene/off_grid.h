/* gen/scene/off_grid.h — what stands off the columns of its page: told by dumps and counted by
   tests. */
#ifndef ZT_OFF_GRID_H
#define ZT_OFF_GRID_H

#include "scene/scene.h"

/* An edge of a block that lies on no edge of a column. */
typedef struct zt_off_edge {
    const zt_group *block;
    bool right; /* its right edge; else its left one */
    double by;  /* points; below 0: the nearest edge of a column lies to its right */
} zt_off_edge;

/* Edges in reading order. A block on a ground, as with an inset, is off when the ground is. */
typedef ZT_VEC(zt_off_edge) zt_off_edges;
zt_off_edges zt_scene_off_grid(zt_arena *arena, const zt_scene *scene);

/* A line of words that stands between the lines of its page. */
typedef struct zt_off_line {
    const zt_group *block;
    const char *part;
    double y, by; /* baseline from the trim's top; from the nearest line above or below; points */
} zt_off_line;

/* Of the words of blocks: labels, names, dates, running text. Words in charts stand by their marks,
   heads and figures at distances of their own. */
typedef ZT_VEC(zt_off_line) zt_off_lines;
zt_off_lines zt_scene_off_lines(zt_arena *arena, const zt_scene *scene);

#endif
