/* gen/base/near.c — restricted Damerau-Levenshtein distance on code points: how many letters were
   left out, added, mistaken or exchanged. Used by every “did you mean”. */
#include "base/near.h"

#include "base/utf8.h"

/* Characters of a name that are compared; the rest of longer ones is not looked at. */
enum { LONGEST_NAME = 64 };

/* The first LONGEST_NAME characters of the name; their count. */
static size_t decode_name(zt_str name, uint32_t out[LONGEST_NAME])
{
    size_t count = 0;
    for (size_t at = 0; at < name.len && count < LONGEST_NAME;)
        out[count++] = zt_utf8_next(name, &at);
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Three rows of the usual table are enough: a swap looks back by two. */
size_t zt_edit_distance(zt_str a, zt_str b)
{
    uint32_t x[LONGEST_NAME], y[LONGEST_NAME];
    size_t n = decode_name(a, x), m = decode_name(b, y);
    size_t rows[3][LONGEST_NAME + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t k = 0; k <= m; k++)
        last[k] = k;
    for (size_t i = 1; i <= n; i++) {
        now[0] = i;
        for (size_t k = 1; k <= m; k++) {
            size_t cost = x[i - 1] != y[k - 1];
            now[k] = least(least(last[k] + 1, now[k - 1] + 1), last[k - 1] + cost);
            if (i > 1 && k > 1 && x[i - 1] == y[k - 2] && x[i - 2] == y[k - 1])
                now[k] = least(now[k], before[k - 2] + 1);
        }
        size_t *free_row = before;
        before = last;
        last = now;
        now = free_row;
    }
    return last[m];
}

/* A third of its length: beyond that a hint is more often wrong than right. */
const char *zt_nearest(zt_str name, const char *const *candidates, size_t count)
{
    size_t length = zt_utf8_count(name);
    size_t limit = length / 3 < 1 ? 1 : length / 3 > 3 ? 3 : length / 3;
    const char *best = NULL;
    size_t best_distance = limit + 1;
    for (size_t i = 0; i < count; i++) {
        size_t distance = zt_edit_distance(name, zt_str_from(candidates[i]));
        if (distance < best_distance) {
            best_distance = distance;
            best = candidates[i];
        }
    }
    return best;
}
