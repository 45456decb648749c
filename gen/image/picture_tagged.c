/* gen/image/picture_tagged.c — the mark of a colour profile among what stands before the pixels:
   ICC.1:2010, B.4 for JPEG; ISO 15948, 11.3.3 for PNG. The picture was read, so its parts are
   whole. */
#include "image/picture_tagged.h"

#include <string.h>

#include "image/picture_imp.h"

/* Whether `mark` stands in the bytes before `end` does. */
static bool stands_before(zt_str bytes, const char *mark, size_t len, const char *end,
                          size_t end_len)
{
    for (size_t i = 0; i + len <= bytes.len; i++) {
        if (memcmp(bytes.data + i, mark, len) == 0)
            return true;
        if (i + end_len <= bytes.len && memcmp(bytes.data + i, end, end_len) == 0)
            return false;
    }
    return false;
}

bool zt_picture_is_tagged(const zt_picture *picture)
{
    zt_str bytes = picture->bytes;
    if (picture->format == ZT_PICTURE_JPEG)
        return stands_before(bytes, "ICC_PROFILE", 12, "\xff\xda", 2);
    return stands_before(bytes, "iCCP", 4, "IDAT", 4) || stands_before(bytes, "sRGB", 4, "IDAT", 4);
}
