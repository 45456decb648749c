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
    /* 0 .. 1, as many as the space has; of spots the tints. */
    double value[8];
    size_t count;
    zt_str spot; /* the name of a Separation */
} zt_colour;

/* How something is painted. */
typedef enum zt_painted_kind {
    ZT_PAINTED_TEXT,
    ZT_PAINTED_FILL,
    ZT_PAINTED_STROKE,
    ZT_PAINTED_IMAGE,
    ZT_PAINTED_SHADING
} zt_painted_kind;

/* A font as it is asked for. */
typedef struct zt_pdf_face {
    zt_str name; /* BaseFont, or the name of the resource */
    bool embedded, type3;
    bool two_bytes;
    /* Advances in 1/1000 em: of simple fonts by code from `first`; else of all. */
    const double *widths;
    int first;
    size_t width_count;
    double width;
} zt_pdf_face;

/* One mark on the page. */
typedef struct zt_painted {
    zt_painted_kind kind;
    /* In points of the page, from its lower left, y up; within what clips it. */
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
    /* IMAGE. */
    double ppi;
    int pixels_wide, pixels_high;
    bool is_mask;
    /* The number of its object or of the form that it is in; 0: of the page itself. */
    int object;
} zt_painted;

/* Called for each mark, in the order of painting. */
typedef void (*zt_painted_sink)(void *self, const zt_painted *painted);
/* Goes through the page and its forms; what comes to nothing (invisible text, empty paths) is left
   out. */
void zt_pdf_paint(zt_pdf_source *source, zt_arena *arena, zt_pdf_object page, zt_painted_sink sink,
                  void *self);

#endif
