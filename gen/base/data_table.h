/* gen/base/data_table.h — data as a table of words: what a chart shows, for who does not see it or
   reckons on with it. The model fills it, the scene carries it, outputs write it (tags of PDF,
   CSV). */
#ifndef ZT_DATA_TABLE_H
#define ZT_DATA_TABLE_H

#include "base/str.h"

/* Rows of equally many cells below a row of heads. The first cell of a row is its head. Nothing
   here is computed: values stand as they were written, and what was computed has 推算 beside it. */
typedef struct zt_data_table {
    zt_str name;  /* id of what it belongs to; or empty */
    zt_str title; /* what it is about; or empty */
    zt_str *heads;
    size_t column_count; /* with that of the row heads */
    zt_str *cells;       /* row after row */
    size_t row_count;
} zt_data_table;

/* A cell, rows counted from 0 below the heads. */
static inline zt_str zt_data_table_cell(const zt_data_table *table, size_t row, size_t column)
{
    return table->cells[row * table->column_count + column];
}

#endif
