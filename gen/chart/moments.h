/* gen/chart/moments.h — data of the same rows at several moments (or of several kinds): which
   are the rows and which the moments. Both ways of writing them are read alike: places with the
   years as series, or years with the places as series. */
#ifndef ZT_MOMENTS_H
#define ZT_MOMENTS_H

#include "chart/marks.h"

/* Rows are what is compared (places, goods), columns what they are compared by (two years). A
   view by value: it points to the data, which must outlive it. */
typedef struct zt_moments {
    const zt_chart_data *data;
    /* The items are the columns and the series the rows; else the other way round. */
    bool turned;
    size_t row_count, column_count;
} zt_moments;

/* Of pairs: the two columns are the two series, else the two items; of two by two the items, where
   their names are times. */
zt_moments zt_moments_of_pairs(const zt_chart_data *data);
/* Of any number of columns: the items where their names are times, else the series. */
zt_moments zt_moments_of_times(const zt_chart_data *data);
/* Names as the data give them; the only series may have an empty one. */
zt_str zt_moments_row(const zt_moments *moments, size_t row);
zt_str zt_moments_column(const zt_moments *moments, size_t column);
/* What is known of a row at a moment; NULL when the data say nothing of it. */
const zt_quantity *zt_moments_value(const zt_moments *moments, size_t row, size_t column);
/* The value as printed with the word of its standing behind it, 23.4 估计; a slot where it is
   missing, a dash where the data say nothing. In the arena of the setting. */
zt_mark_text zt_moments_text(const zt_chart *chart, const zt_moments *moments, size_t row,
                             size_t column, const zt_look *look);
/* What zt_moments_value gives where there is a number to draw, else NULL. */
const zt_quantity *zt_moments_number(const zt_moments *moments, size_t row, size_t column);
/* Where the row stands in the document, for findings; of a series where the kind is named. */
zt_pos zt_moments_row_at(const zt_moments *moments, size_t row);
/* The same of a column. */
zt_pos zt_moments_column_at(const zt_moments *moments, size_t column);
/* Whether highlight= names the row. */
bool zt_moments_is_highlit(const zt_moments *moments, size_t row);
/* The accent for what is highlighted, the muted ink for the rest. */
const zt_ink *zt_moments_ink(const zt_chart *chart, const zt_moments *moments, size_t row);
/* Reports no-items, or pairs-needed when there are not two columns; `remedy` names the kinds that
   serve then. False if it did. */
bool zt_moments_check_pairs(const zt_chart_data *data, zt_diags *diags, const char *kind);

#endif
