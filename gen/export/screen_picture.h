/* gen/export/screen_picture.h — photographs as a screen shows them: RGB by the profile that the
   file brings along. Private to export/. */
#ifndef ZT_SCREEN_PICTURE_H
#define ZT_SCREEN_PICTURE_H

#include "image/picture.h"

/* The picture's own profile of RGB, unpacked, where it is another than sRGB; empty where it has
   none that can be used. In `arena`. */
zt_str zt_picture_own_profile(zt_arena *arena, const zt_picture *picture);
/* Samples in sRGB: those of RGB converted from their own profile (relative colorimetric, black
   point compensated), CMYK by the formula of inks. False after a report; library-missing among
   others. */
bool zt_screen_pixels(zt_arena *arena, zt_diags *diags, zt_pos at, const zt_picture *picture,
                      zt_pixels *out);

#endif
