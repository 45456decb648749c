/* gen/inspect/painted.h — what a page of a foreign PDF paints: one mark after another, with its
   place, colour, and all that a press asks of it. */
#ifndef ZT_PAINTED_H
#define ZT_PAINTED_H

#include "base/geom.h"
#include "inspect/pdf_source.h"

/* Families of colour spaces (8.6). */
typedef enum zt_colour_space {
    ZT_SPACE_UNKNOWN,
    ZT_SPACE_GREY,
    ZT_SPACE_RGB,
    ZT_SPACE_CMYK,
    ZT_SPACE_SPOT, /* Separation, DeviceN */
    ZT_SPACE_LAB,
    ZT_SPACE_PATTERN
} zt_colour_space;
/* A colour as the file says it. */
typedef struct zt_colour {
    zt_colour_space space;
    bool managed; /* by a profile, or CalRGB and its like */
    /* 0 .. 1, as many as the space has; of spots the tints. None: they vary, or nobody knows. */
    double value[8];
    size_t count;
    zt_str spot; /* the name of a Separation */
    /* Where they vary, in a picture or a gradient: the most ink, per cent; 0: nobody knows. */
    double most;
} zt_colour;

/* How something is painted. */
typedef enum zt_painted_kind {
    ZT_PAINTED_TEXT,
    ZT_PAINTED_FILL,
    ZT_PAINTED_STROKE,
    ZT_PAINTED_IMAGE,
    ZT_PAINTED_SHADING
} zt_painted_kind;

/* The matrices of PDF: [a b c d e f] (8.3.3). */
typedef struct zt_matrix {
    double a, b, c, d, e, f;
} zt_matrix;
/* How a picture is packed, as far as it matters to a press. */
typedef enum zt_coding {
    ZT_CODING_OTHER,
    ZT_CODING_JPEG2000,
    ZT_CODING_LZW,
    ZT_CODING_JBIG2
} zt_coding;

/* A filled path, or one that is stroked: its outlines in straight pieces, closed, each from the end
   of the one before to its own. Of the page on the way, on the page as it is seen. */
typedef struct zt_painted_outlines {
    const zt_point *points;
    const size_t *ends;
    size_t count;
    bool even_odd; /* else by the winding number (8.5.3.3) */
    zt_rect box;   /* around all of them */
} zt_painted_outlines;
bool zt_painted_outlines_hold(const zt_painted_outlines *outlines, zt_point at);

/* The inks of a picture by fields of it, each the mean of its pixels, and where it stands on the
   page: a row of fields from the top left, four bytes each, 255 = full ink. */
typedef struct zt_picture_fields {
    int wide, high;
    const unsigned char *inks;
} zt_picture_fields;

/* Advances of the codes from `first` to `last`: one of each, or the same of all. */
typedef struct zt_width_run {
    int first, last;
    const double *each;
    double all;
} zt_width_run;
/* A font as it is asked for. */
typedef struct zt_pdf_face {
    zt_str name; /* BaseFont, or the name of the resource */
    bool embedded, type3;
    bool two_bytes, vertical;
    /* Of a Type3 font: its dictionary, and the codes whose glyphs were looked into. */
    zt_pdf_object font;
    bool *seen;
    /* Height of its em at size 1: other than 1 of a Type3 font with a matrix of its own. */
    double em;
    /* Advances at size 1: those said of stretches of codes, in their order; `width` of all else.
       Vertical ones are an em. */
    const zt_width_run *runs;
    size_t run_count;
    double width;
    /* What its codes mean (9.10.3), a stream or none; an object of the page on the way. */
    zt_pdf_object meanings;
} zt_pdf_face;

/* One mark on the page. */
typedef struct zt_painted {
    zt_painted_kind kind;
    /* In points of the page as it is seen, y up; within what clips it. */
    zt_rect box;
    zt_colour colour;
    bool overprint;
    int overprint_mode;
    /* Less than opaque, blended, or through a mask. */
    bool transparent;
    /* TEXT: height of an em on the page; STROKE: width of the line; FILL: the lesser side of a
       rectangle, else 0. Points. */
    double size;
    const zt_pdf_face *face; /* TEXT */
    zt_str text;             /* TEXT: its codes */
    /* TEXT: where the first code stands, and the way on the page for an advance of 1; each code
       advances by its width times `set` and by `spacing`, a blank of one byte by `blank` more. */
    zt_point origin, along;
    double set, spacing, blank;
    /* FILL and STROKE of other than upright rectangles; NULL where there are too many points. */
    const zt_painted_outlines *outlines;
    /* IMAGE: `from_page` goes from the page to the unit square of the picture, y up; `fields` NULL:
       nobody knows the inks of its parts. */
    zt_coding coding;
    const zt_picture_fields *fields;
    zt_matrix from_page;
    double ppi;
    int pixels_wide, pixels_high;
    bool is_mask;
    /* The number of its object or of the form that it is in; 0: of the page itself. */
    int object;
} zt_painted;

/* Advance of a code at size 1. */
double zt_pdf_face_width(const zt_pdf_face *face, int code);
/* Called for each mark, in the order of painting. */
typedef void (*zt_painted_sink)(void *self, const zt_painted *painted);
/* Goes through the page and its forms; what comes to nothing (invisible text, empty paths) is left
   out. Memory of the page is given back at its end, objects of it are none any more. False: not all
   of it could be looked at: streams that cannot be unpacked, limits of work. */
bool zt_pdf_paint(zt_pdf_source *source, zt_arena *arena, zt_pdf_object page, zt_painted_sink sink,
                  void *self);

#endif
