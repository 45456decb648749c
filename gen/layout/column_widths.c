/* gen/layout/column_widths.c — the width of equal columns: of any, and of those that hold whole
   characters. */
#include "layout/block.h"

#include <math.h>

/* The width of one of equal columns. */
double zt_column_width(double width, int columns, double gutter)
{
    zt_assert(columns > 0);
    return (width - (columns - 1) * gutter) / columns;
}

/* Columns that hold whole characters. */
zt_char_columns zt_columns_of_characters(double width, double size, int columns, double gutter)
{
    /* Papers state gutters to 0.01 mm: what their columns lack the gutters give. A single column
       has none, and keeps within its box. */
    const double hair = columns > 1 ? 0.005 : 1e-6;
    zt_assert(size > 0);
    double each = zt_column_width(width, columns, gutter);
    zt_char_columns out = {.gutter = gutter, .characters = (int)floor(each / size + hair)};
    out.characters = out.characters > 1 ? out.characters : 1;
    out.column = out.characters * size;
    if (columns > 1)
        out.gutter = (width - columns * out.column) / (columns - 1);
    else
        out.spare = width - out.column;
    return out;
}
