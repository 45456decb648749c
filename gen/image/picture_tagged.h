/* gen/image/picture_tagged.h — whether a picture says what its colours mean. */
#ifndef ZT_PICTURE_TAGGED_H
#define ZT_PICTURE_TAGGED_H

#include "image/picture.h"

/* True where the file has a colour profile, or is a PNG that says sRGB. */
bool zt_picture_is_tagged(const zt_picture *picture);

/* The profile in the file: of a JPEG in its parts (ICC.1:2010, B.4), put together in `arena`; of a
   PNG the bytes of its chunk behind the name, `packed` by zlib. Empty where it has none, or where
   parts of it are missing. */
zt_str zt_picture_icc(zt_arena *arena, const zt_picture *picture, bool *packed);

#endif
