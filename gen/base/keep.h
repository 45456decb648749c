/* gen/base/keep.h — keep="top 10": how many rows of a table or items of a chart are taken, and
   which. Said of <import> and of <data> in the same words. */
#ifndef ZT_KEEP_H
#define ZT_KEEP_H

#include "base/diag.h"
#include "base/str.h"

/* Which are taken: all, those with the greatest or least values, or the first as they stand. */
typedef enum zt_keep { ZT_KEEP_ALL, ZT_KEEP_TOP, ZT_KEEP_BOTTOM, ZT_KEEP_FIRST } zt_keep;

/* The word and its count in *most, which is 1 at least. An empty text is ZT_KEEP_ALL. False after
   bad-keep. */
bool zt_keep_read(zt_diags *diags, zt_str text, zt_pos at, zt_keep *keep, size_t *most);
/* Kinds of chart whose values are parts of one whole: their per cent may be added up by rest=,
   which rates have no sum for. */
bool zt_kind_has_parts(zt_str kind);

#endif
