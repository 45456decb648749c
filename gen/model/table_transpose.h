/* gen/model/table_transpose.h — private to model/: a table that is written row by row and printed
   column by column. */
#ifndef ZT_TABLE_TRANSPOSE_H
#define ZT_TABLE_TRANSPOSE_H

#include "model/doc.h"

/* Turns the table in place: its columns become rows, named by their heads with their units, its
   rows columns; a row to stress becomes a column to stress. False, and nothing changed, after
   transpose-impossible. */
bool zt_table_transpose(zt_arena *arena, zt_diags *diags, zt_table_content *table);

#endif
