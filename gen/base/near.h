/* gen/base/near.h — the nearest known name, for "did you mean". */
#ifndef ZT_NEAR_H
#define ZT_NEAR_H

#include <stddef.h>

#include "base/str.h"

/* Edit distance in code points, with swaps of neighbours (Damerau-Levenshtein, restricted). */
size_t zt_edit_distance(zt_str a, zt_str b);
/* The candidate nearest to `name` within a third of its length (at least 1, at most 3), or NULL. */
const char *zt_nearest(zt_str name, const char *const *candidates, size_t count);

#endif
