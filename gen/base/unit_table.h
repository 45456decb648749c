/* gen/base/unit_table.h — private to base/: the table of units and measure words. */
#ifndef ZT_UNIT_TABLE_H
#define ZT_UNIT_TABLE_H

#include "base/unit.h"

/* A walk over the table: start with {0}. */
typedef struct zt_unit_row {
    const char *word; /* not NUL-terminated */
    size_t len;
    zt_unit_class measures;
    const char *words; /* what is left of the row */
    size_t class_;     /* which row */
} zt_unit_row;

/* The next word of the table in `row`; false behind the last. */
bool zt_units_next(zt_unit_row *row);
/* The next that begins as `text` does, with the same character: the rest is passed over quickly. */
bool zt_units_next_like(zt_unit_row *row, zt_str text);

#endif
