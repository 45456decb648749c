/* gen/inspect/painted_imp.h — the parts of the walk over a page, private to inspect/. */
#ifndef ZT_PAINTED_IMP_H
#define ZT_PAINTED_IMP_H

#include "inspect/content.h"
#include "inspect/painted.h"

/* A colour space by its name or array, resolved in the resources; no more than eight components. */
typedef struct zt_space {
    zt_colour_space family;
    bool managed;
    size_t count;
    zt_str spot;
} zt_space;
zt_space zt_pdf_space(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object object);
/* The same by the name that an operator gives. */
zt_space zt_pdf_space_named(zt_pdf_source *source, zt_pdf_object resources, zt_str name);
/* The colour that a space begins with (8.6.8). */
zt_colour zt_space_first(const zt_space *space);

/* The font of a dictionary; what it lacks has plain values. */
const zt_pdf_face *zt_pdf_face_of(zt_pdf_source *source, zt_arena *arena, zt_pdf_object font,
                                  zt_str name);
/* Advance of a code, in 1/1000 em. */
double zt_pdf_face_width(const zt_pdf_face *face, int code);

/* The matrices of PDF: [a b c d e f] (8.3.3). */
typedef struct zt_matrix {
    double a, b, c, d, e, f;
} zt_matrix;
/* First `inner`, then `outer`. */
zt_matrix zt_matrix_then(zt_matrix inner, zt_matrix outer);
zt_point zt_matrix_apply(zt_matrix m, double x, double y);

#endif
