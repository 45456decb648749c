/* gen/paginate/readings.h — by what an index of names is sorted: how they are read aloud. */
#ifndef ZT_READINGS_H
#define ZT_READINGS_H

#include "base/arena.h"
#include "base/str.h"

enum { ZT_LETTERS = 26, ZT_READ_MOST = 16 };

/* unicode_readings.c: the Han characters of each letter in the order of their readings; NULL for
   letters that no reading begins with. */
extern const char *const zt_readings[ZT_LETTERS];

/* The order of all of them; lives in the arena. */
typedef struct zt_reading_order zt_reading_order;
const zt_reading_order *zt_reading_order_of(zt_arena *arena);

/* The first characters of a name by their places in that order, and the letter that the name comes
   under: A to Z, 0 for none (a digit, another script). Quotation marks before it do not count. */
typedef struct zt_reading {
    uint32_t key[ZT_READ_MOST];
    char letter;
} zt_reading;
zt_reading zt_reading_of(const zt_reading_order *order, zt_str name);
/* Below 0 when a comes before b; 0 for equal ones. Names of no letter come last. */
int zt_reading_compare(const zt_reading *a, const zt_reading *b);

#endif
