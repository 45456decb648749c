/* gen/scene/record.h — where each text of a book stands and what it comes from: what a finished
   file is held against, whoever has had it meanwhile. */
#ifndef ZT_RECORD_H
#define ZT_RECORD_H

#include "scene/scene.h"

/* A glyph as it stands on its page. */
typedef struct zt_recorded_glyph {
    zt_str text;
    /* Of its place on the baseline, in a column of the middle of its upper edge; points from the
       trim's top left. */
    double x, y;
} zt_recorded_glyph;
/* A run of text. */
typedef struct zt_recorded {
    size_t page;       /* from 0 */
    const char *place; /* file:line:column, the file as seen from the document's folder */
    zt_str text;
    double size; /* points */
    bool vertical;
    zt_recorded_glyph *glyphs;
    size_t glyph_count;
} zt_recorded;
/* All of a book, in the order of painting. */
typedef struct zt_figure_record {
    const char *id;
    size_t pages;
    ZT_VEC(zt_recorded) list;
} zt_figure_record;

/* From finished pages. */
zt_figure_record *zt_figure_record_of(zt_arena *arena, const zt_book *book);
/* As text: a head, then a line for each run, fields parted by tabs (docs/verify.md). */
void zt_figure_record_print(zt_buf *out, const zt_figure_record *record);
/* Back again; NULL and the number of the line that is wrong, from 1. */
zt_figure_record *zt_figure_record_parse(zt_arena *arena, zt_str text, size_t *wrong);
/* Whether a digit of any width stands in it, a sign of per cent or per mille, or a Han numeral. */
bool zt_holds_figure(zt_str text);

#endif
