/* gen/chart/squarify.h — a rectangle parted into areas in proportion to their values, each as near
   to a square as their order allows (M. Bruls, K. Huizing, J. van Wijk, "Squarified Treemaps",
   2000). */
#ifndef ZT_SQUARIFY_H
#define ZT_SQUARIFY_H

#include <stddef.h>

#include "base/geom.h"

/* Fills areas[i] for values[i], in the order given, from the top left; together they fill `box`
   without gaps. Values are not negative; one that is nought, and all when their sum is nought,
   get an area of no width and no height. */
void zt_squarify(const double *values, size_t count, zt_rect box, zt_rect *areas);

#endif
