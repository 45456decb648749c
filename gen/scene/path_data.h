/* gen/scene/path_data.h — outlines written as letters and numbers, a subset of SVG 1.1, 8.3. */
#ifndef ZT_PATH_DATA_H
#define ZT_PATH_DATA_H

#include "scene/scene.h"

/* What is wrong with the data of a path. */
typedef enum zt_path_fault_kind {
    /* Does not begin with M or m. */
    ZT_PATH_NO_MOVE,
    /* A character that is no command of the subset. */
    ZT_PATH_BAD_COMMAND,
    ZT_PATH_BAD_NUMBER, /* a number was expected */
    /* Of an arc: 0 or 1. */
    ZT_PATH_BAD_FLAG,
    /* A coordinate beyond 10 000, or more than 10 000 segments. */
    ZT_PATH_TOO_LARGE
} zt_path_fault_kind;
/* The first fault; reading stops there. */
typedef struct zt_path_fault {
    zt_path_fault_kind kind;
    size_t at; /* byte of the data */
} zt_path_fault;

/* Appends M L H V C S Q A Z in both cases; arcs become curves, quadratic curves cubic ones. Numbers
   are decimal without exponents. On a fault false, and the path holds what came before it. */
bool zt_path_read(zt_path *path, zt_str data, zt_path_fault *fault);
/* Appends the outline of `from`, scaled about its origin and then moved. */
void zt_path_append(zt_path *path, const zt_path *from, double scale, double dx, double dy);

#endif
