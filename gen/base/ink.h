/* gen/base/ink.h — inks by recipe: exact CMYK for the press, one stated screen colour. */
#ifndef ZT_INK_H
#define ZT_INK_H

#include <stdbool.h>

/* A colour of the screen. */
typedef struct zt_rgb {
    double r, g, b; /* 0..1, sRGB */
} zt_rgb;

/* An ink of a theme, by its recipe. Inks are compared by address: a theme has each once. */
typedef struct zt_ink {
    const char *name;
    double cmyk[4];   /* 0..1 */
    zt_rgb rgb;       /* the screen colour, given or computed */
    const char *spot; /* NULL for a process ink */
    bool overprint;   /* K-only inks that print over what lies below */
    bool paper;       /* white: knocks out, never overprints */
    /* Areas are hatched with lines `hatch` thick, `pitch` apart (0: solid), in points; lines and
       type are solid. */
    double hatch, pitch;
} zt_ink;

/* An ink at a tint of 0..1. A NULL ink paints nothing. */
typedef struct zt_paint {
    const zt_ink *ink;
    double tint;
} zt_paint;

#define ZT_SOLID(ink_) ((zt_paint){(ink_), 1.0})
#define ZT_NO_PAINT ((zt_paint){0})

/* The paper itself, used for reversed type: CMYK 0 0 0 0. */
extern const zt_ink zt_ink_paper;

/* The one formula for an ink without rgb=: each of C, M, Y, K multiplies the paper's light with
   the sRGB colour of its solid (C 0 .59 .84, M .83 .08 .46, Y 1 .91 .05, K .12 .11 .11); no ICC. */
zt_rgb zt_rgb_from_cmyk(const double cmyk[4]);
/* The screen colour of a paint: tint mixes with white, linear in sRGB numbers. */
zt_rgb zt_paint_rgb(zt_paint paint);
/* Sum of the inks in per cent (total area coverage). */
double zt_paint_coverage(zt_paint paint);
/* What a grey plate shows of an area in the paint: 0 (paper) to 100, 100 less the luma of ITU-R
   BT.601 of its screen colour, hatching by the share that its lines cover. */
double zt_paint_grey(zt_paint paint);
/* Relative luminance 0..1 of the screen colour (WCAG 2.1, relative luminance). */
double zt_rgb_luminance(zt_rgb rgb);

#endif
