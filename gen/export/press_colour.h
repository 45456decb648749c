/* gen/export/press_colour.h — photographs in the inks of a press: RGB through the ICC profile of
   the printing condition by Little CMS, all of them within the ink that the paper takes. */
#ifndef ZT_PRESS_COLOUR_H
#define ZT_PRESS_COLOUR_H

#include "base/printing.h"
#include "image/picture.h"

/* RGB samples become CMYK ones, 255 = full ink, in `arena`; a pixel of alpha must have been laid on
   paper before. `from` is their profile; empty, or none of RGB: they are sRGB. False after a
   report: library-missing, bad-icc. */
bool zt_press_convert(zt_arena *arena, zt_diags *diags, const zt_printing *printing, zt_str icc,
                      zt_str from, zt_pixels *pixels);
/* Whether the bytes are a profile of RGB (ICC.1, 7.2). */
bool zt_icc_is_rgb(zt_str icc);
/* RGB samples of the profile `from` become sRGB ones, in `arena`; they stay where the profile is
   none. False after a report: library-missing. */
bool zt_rgb_to_srgb(zt_arena *arena, zt_diags *diags, zt_str from, zt_pixels *pixels);
/* CMYK samples become the sRGB ones of how they look on the condition's paper, whose white is kept
   (ICC.1, 6.2: absolute colorimetric), in `arena`. False after a report: the same. */
bool zt_press_show(zt_arena *arena, zt_diags *diags, const zt_printing *printing, zt_str icc,
                   zt_pixels *pixels);
/* The most ink of CMYK samples, per cent, all inks together. */
double zt_press_most_ink(const zt_pixels *pixels);
/* Takes cyan, magenta and yellow back, in proportion, where a pixel has more than `limit` per cent;
   black stays. */
void zt_press_limit_ink(zt_pixels *pixels, double limit);

#endif
