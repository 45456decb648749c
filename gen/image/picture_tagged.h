/* gen/image/picture_tagged.h — whether a picture says what its colours mean. */
#ifndef ZT_PICTURE_TAGGED_H
#define ZT_PICTURE_TAGGED_H

#include "image/picture.h"

/* True where the file has a colour profile, or is a PNG that says sRGB. */
bool zt_picture_is_tagged(const zt_picture *picture);

#endif
