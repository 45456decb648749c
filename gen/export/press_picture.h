/* gen/export/press_picture.h — photographs as a press prints them: on paper, in its inks, within
   the ink that the paper takes; each step says what it did to the picture. Private to export/. */
#ifndef ZT_PRESS_PICTURE_H
#define ZT_PRESS_PICTURE_H

#include "image/picture.h"
#include "scene/scene.h"

/* A book on its way to a press; borrowed but for the profile. */
typedef struct zt_press {
    zt_arena *arena;
    zt_diags *diags;
    const zt_book *book;
    zt_str icc; /* of its printing condition; empty: it has none */
} zt_press;

/* Reads the profile of the printing condition, if it names one. False after a report: cannot-read,
   bad-icc. */
bool zt_press_open(zt_press *press);
/* Lays what is transparent on white paper: image-alpha, a note. */
void zt_press_opaque(const zt_press *press, zt_pos at, const zt_picture *picture,
                     zt_pixels *pixels);
/* RGB samples become CMYK by the profile, which there must be: image-rgb, a note. Others are left.
   False after a report. */
bool zt_press_convert_picture(const zt_press *press, zt_arena *scratch, zt_pos at,
                              const zt_picture *picture, zt_pixels *pixels);
/* Takes ink of CMYK samples back to the limit of the book: image-ink, a warning. */
void zt_press_keep_to_limit(const zt_press *press, zt_pos at, const zt_picture *picture,
                            zt_pixels *pixels);
/* All of that: opaque samples, grey or CMYK, in `scratch`. False after a report; without a profile
   RGB cannot be printed: image-rgb. */
bool zt_press_pixels(const zt_press *press, zt_arena *scratch, zt_pos at, const zt_picture *picture,
                     zt_pixels *pixels);

#endif
