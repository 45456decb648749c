/* gen/inspect/painted_imp.h — the parts of the walk over a page, private to inspect/. */
#ifndef ZT_PAINTED_IMP_H
#define ZT_PAINTED_IMP_H

#include "inspect/content.h"
#include "inspect/painted.h"

/* A colour space by its name or array, resolved in the resources; no more than eight components. */
typedef struct zt_space {
    zt_colour_space family;
    bool managed, indexed;
    bool pattern; /* of tiles without colours of their own, which have it of this space */
    size_t count;
    zt_str spot;
    zt_pdf_object table; /* of an indexed one: its colours (8.6.6.3) */
} zt_space;
zt_space zt_pdf_space(zt_pdf_source *source, zt_pdf_object resources, zt_pdf_object object);
/* The same by the name that an operator gives. */
zt_space zt_pdf_space_named(zt_pdf_source *source, zt_pdf_object resources, zt_str name);
/* The colour that a space begins with (8.6.8); and one of it that nobody knows, or that varies. */
zt_colour zt_space_first(const zt_space *space);
zt_colour zt_space_any(const zt_space *space);

/* The colour of that number in an indexed space. */
zt_colour zt_space_indexed(zt_pdf_source *source, zt_arena *arena, const zt_space *space,
                           double index);
/* Per cent of all inks that a colour lays down; RGB lays down what its separation will. */
double zt_colour_ink(const zt_colour *colour);
/* picture_ink.c: the most ink of a picture, but for one pixel in a thousand; 0: nobody knows. Its
   fields, of CMYK and grey, or NULL; they live in `arena`. */
typedef struct zt_picture_inks {
    double most;
    const zt_picture_fields *fields;
} zt_picture_inks;
zt_picture_inks zt_pdf_picture_inks(zt_pdf_source *source, zt_arena *arena, zt_pdf_object image,
                                    const zt_space *space);
/* gradient_ink.c: the most ink of a shading whose function says its colours (7.10.3, 7.10.4); 0:
   nobody knows. */
double zt_pdf_gradient_ink(zt_pdf_source *source, zt_pdf_object shading, const zt_space *space);

/* The font of a dictionary; what it lacks has plain values. */
const zt_pdf_face *zt_pdf_face_of(zt_pdf_source *source, zt_arena *arena, zt_pdf_object font,
                                  zt_str name);

/* The way back; false where there is none. */
bool zt_matrix_invert(zt_matrix m, zt_matrix *out);
/* First `inner`, then `outer`. */
zt_matrix zt_matrix_then(zt_matrix inner, zt_matrix outer);
zt_point zt_matrix_apply(zt_matrix m, double x, double y);
/* The six operands of an operator. */
zt_matrix zt_matrix_of(const zt_content_stream *c);
/* Lengths are scaled by so much, both ways taken together. */
double zt_matrix_scale(zt_matrix m);
/* The box around a rectangle under the matrix; w and h may be negative. */
zt_rect zt_matrix_box(zt_matrix m, double x, double y, double w, double h);
/* From the user space of a page to the page as it is seen: in points whatever its unit is, and
   turned as it is shown (7.7.3.3: UserUnit, Rotate). All boxes of marks are in that frame, y up. */
zt_matrix zt_pdf_page_matrix(zt_pdf_source *source, zt_pdf_object page);
/* What is printed on, and what is cut out of it: the box of the trim, or what stands for it
   (14.11.2). In that frame. */
zt_rect zt_pdf_page_media(zt_pdf_source *source, zt_pdf_object page);
zt_rect zt_pdf_page_trim(zt_pdf_source *source, zt_pdf_object page);
/* Around both, empty ones too: a line has no height. */
zt_rect zt_rect_around(zt_rect a, zt_rect b);
/* What is left of a box within the clip; false for nothing. */
bool zt_rect_within(zt_rect *box, zt_rect clip);

#endif
