/* gen/base/printing.h — the condition that files for the press are made for: what paper is printed
   how. A theme says it (<printing-condition>), PDF/X names it in the output intent, and photographs
   are converted by its profile. */
#ifndef ZT_PRINTING_H
#define ZT_PRINTING_H

#include <stdbool.h>

#include "base/pos.h"

/* How colours that the press cannot print are brought into those that it can (ICC.1, 6.2). */
typedef enum zt_rendering { ZT_RENDERING_RELATIVE, ZT_RENDERING_PERCEPTUAL } zt_rendering;

/* Texts are borrowed from the theme. */
typedef struct zt_printing {
    const char *name;       /* "newsprint" */
    const char *identifier; /* of the characterisation in the registry: "CGATS TR 002" */
    const char *registry;   /* "http://www.color.org" */
    const char *info;       /* a few words for people */
    /* The file of its ICC profile, or NULL, and where it is named. */
    const char *icc;
    zt_pos icc_at;
    zt_pos at;
    const char *profile; /* what --profile press stands for: "pdfx4" */
    zt_rendering rendering;
    bool black_point; /* of the picture becomes that of the press */
} zt_printing;

#endif
