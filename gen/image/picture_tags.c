/* gen/image/picture_tags.c — two things in what cameras and programs write beside the pixels: how
   the camera was held (EXIF), and the name of a colour profile (ICC.1:2010). */
#include <string.h>

#include "image/picture_imp.h"

/* A number of a TIFF structure in its byte order; 0 when it reaches behind the end. */
static size_t number(zt_str tiff, size_t at, size_t len, bool little)
{
    if (at > tiff.len || len > tiff.len - at)
        return 0;
    if (!little)
        return zt_big_endian(tiff, at, len);
    size_t value = 0;
    for (size_t i = len; i-- > 0;)
        value = value << 8 | zt_byte_at(tiff, at + i);
    return value;
}

/* The first directory alone; a second one describes the preview. */
int zt_exif_orientation(zt_str tiff)
{
    enum { HEADER = 8, ENTRY = 12, ORIENTATION = 0x112, SHORT = 3 };
    if (tiff.len < HEADER)
        return 1;
    bool little = tiff.data[0] == 'I';
    if (number(tiff, 2, 2, little) != 42)
        return 1;
    size_t directory = number(tiff, 4, 4, little), count = number(tiff, directory, 2, little);
    for (size_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * ENTRY;
        if (entry > tiff.len || tiff.len - entry < ENTRY)
            break;
        size_t value = number(tiff, entry + 8, 2, little);
        if (number(tiff, entry, 2, little) == ORIENTATION &&
            number(tiff, entry + 2, 2, little) == SHORT)
            return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

/* The first text of a description: plain in version 2, UTF-16 in several languages in version 4. */
static const char *described(zt_arena *arena, zt_str tag)
{
    zt_buf name;
    zt_buf_init(&name, arena);
    size_t at = 12, len = 0, step = 1;
    if (tag.len >= 12 && memcmp(tag.data, "desc", 4) == 0) {
        len = zt_big_endian(tag, 8, 4);
    } else if (tag.len >= 28 && memcmp(tag.data, "mluc", 4) == 0) {
        len = zt_big_endian(tag, 20, 4);
        at = zt_big_endian(tag, 24, 4) + 1; /* the lower byte: names are in ASCII */
        step = 2;
    }
    for (size_t i = 0; i < len && at + i < tag.len; i += step) {
        char c = tag.data[at + i];
        if (c >= 0x20 && c < 0x7f)
            zt_buf_putc(&name, c);
    }
    return name.len ? name.data : NULL;
}

/* The tag 'desc' (ICC.1:2010, 9.2.41); NULL for sRGB under any of its names. */
const char *zt_icc_name(zt_arena *arena, zt_str icc)
{
    enum { HEADER = 128, ROW = 12 };
    if (icc.len < HEADER + 4)
        return NULL;
    size_t count = zt_big_endian(icc, HEADER, 4);
    for (size_t i = 0; i < count; i++) {
        size_t row = HEADER + 4 + i * ROW;
        if (row > icc.len || icc.len - row < ROW)
            return NULL;
        size_t offset = zt_big_endian(icc, row + 4, 4), len = zt_big_endian(icc, row + 8, 4);
        if (memcmp(icc.data + row, "desc", 4) != 0 || offset > icc.len)
            continue;
        zt_str rest = zt_str_slice(icc, offset, icc.len);
        const char *name = described(arena, zt_str_slice(rest, 0, len < rest.len ? len : rest.len));
        return name && strstr(name, "sRGB") ? NULL : name;
    }
    return NULL;
}
