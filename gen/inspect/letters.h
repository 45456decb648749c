/* gen/inspect/letters.h — what a PDF shows as text, glyph by glyph: what each means by its font's
   table (ToUnicode), and where it stands. */
#ifndef ZT_LETTERS_H
#define ZT_LETTERS_H

#include "base/geom.h"
#include "inspect/pdf_source.h"

/* A glyph that is painted. */
typedef struct zt_letter {
    size_t page; /* from 0 */
    zt_str text; /* empty: its font does not say */
    double x, y; /* of its place on the baseline, points from the trim's top left, y down */
    double size; /* height of an em, points */
} zt_letter;
/* In the order of painting. */
typedef ZT_VEC(zt_letter) zt_letter_list;

/* All of a file. `seen` gets whether every page was looked at whole. */
zt_letter_list zt_pdf_letters(zt_arena *arena, zt_pdf_source *source, bool *seen);

#endif
