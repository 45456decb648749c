/* gen/image/picture.h — photographs from PNG and JPEG files: what they are, and their pixels. A
   picture that was read is whole: all of its pixels were decoded once before it is handed out. */
#ifndef ZT_PICTURE_H
#define ZT_PICTURE_H

#include "base/diag.h"
#include "base/geom.h"
#include "base/str.h"

/* Refused before anything is decoded: more is no photograph for a page, and hostile. */
enum {
    ZT_PICTURE_BYTES = 128 << 20,
    ZT_PICTURE_SIDE = 32767,
    ZT_PICTURE_PIXELS = 64 << 20 /* 256 MiB as CMYK or with alpha */
};

/* Formats that are read, by the first bytes of a file and not by its name. */
typedef enum zt_picture_format { ZT_PICTURE_PNG, ZT_PICTURE_JPEG } zt_picture_format;
/* What the samples of a picture mean. */
typedef enum zt_picture_colour {
    ZT_PICTURE_GREY,
    ZT_PICTURE_RGB,
    ZT_PICTURE_CMYK
} zt_picture_colour;

/* What a file says of itself. The struct lives in the arena it was read into; path and bytes are
   borrowed. */
typedef struct zt_picture {
    const char *path;
    /* The file; of a JPEG up to its end mark. */
    zt_str bytes;
    zt_picture_format format;
    /* A PNG whose pixels are all grey is grey. */
    zt_picture_colour colour;
    int width, height; /* pixels as stored */
    /* Of EXIF, 1 .. 8: how the stored pixels are turned. */
    int orientation;
    /* Some pixel of a PNG lets the ground through. */
    bool alpha;
    /* CMYK as Adobe writes it: 255 is no ink. */
    bool inverted;
    /* An RGB JPEG that does not say so in a marker (B.1 of T.872). */
    bool untransformed;
    /* Name of a colour profile other than sRGB, or NULL. */
    const char *profile;
} zt_picture;

/* Reads a file of either format, whatever its name ends with. NULL after a report: cannot-read,
   limit-size, image-unreadable, image-too-large, library-missing. Reports image-extension and
   image-profile. */
const zt_picture *zt_picture_read(zt_arena *arena, zt_diags *diags, zt_pos at, const char *path);
/* The same of bytes, which are kept by reference. */
const zt_picture *zt_picture_parse(zt_arena *arena, zt_diags *diags, zt_pos at, const char *path,
                                   zt_str bytes);

/* Samples of 8 bits, rows from the top as stored, nothing between them. Both arrays live in the
   arena that was given for decoding. */
typedef struct zt_pixels {
    /* `channels`: 1 grey, 3 sRGB, 4 CMYK (255 = full ink). */
    int width, height, channels;
    unsigned char *samples;
    /* One a pixel, not multiplied in; NULL when all are opaque. */
    unsigned char *alpha;
} zt_pixels;
/* False after a report. */
bool zt_picture_pixels(zt_arena *arena, zt_diags *diags, zt_pos at, const zt_picture *picture,
                       zt_pixels *out);
/* The same on the screen: CMYK becomes sRGB by the formula of inks (base/ink.h). */
bool zt_picture_screen_pixels(zt_arena *arena, zt_diags *diags, zt_pos at,
                              const zt_picture *picture, zt_pixels *out);
/* The file without what a viewer might act upon beyond its pixels: EXIF, profiles, gamma. */
zt_str zt_picture_bare_file(zt_arena *arena, const zt_picture *picture);

/* Pixels across and down once it stands upright. */
zt_point zt_picture_upright(const zt_picture *picture);

/* x' = a x + c y + e, y' = b x + d y + f */
typedef struct zt_affine {
    double a, b, c, d, e, f;
} zt_affine;
/* Carries the unit square of the stored pixels (0 0 their top left, y down) to `box`, upright. */
zt_affine zt_picture_affine(const zt_picture *picture, zt_rect box);

#endif
