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

/* Part `number` of as many as it says itself, from 1; false where the file has none such. */
static bool icc_part(zt_str bytes, unsigned number, zt_str *part, unsigned *count)
{
    static const char mark[] = "ICC_PROFILE";
    const size_t head = sizeof mark + 2; /* with the number and the count of parts */
    for (size_t i = 4; i + head <= bytes.len; i++) {
        if (memcmp(bytes.data + i, mark, sizeof mark) != 0 ||
            zt_byte_at(bytes, i + sizeof mark) != number)
            continue;
        size_t len = zt_big_endian(bytes, i - 2, 2); /* of the segment, with these two bytes */
        *count = zt_byte_at(bytes, i + sizeof mark + 1);
        if (len < head + 2 || len - 2 > bytes.len - i)
            return false;
        *part = zt_str_slice(bytes, i + head, i + len - 2);
        return true;
    }
    return false;
}

static zt_str jpeg_icc(zt_arena *arena, zt_str bytes)
{
    zt_buf icc;
    zt_str part;
    unsigned count = 1, said;
    zt_buf_init(&icc, arena);
    for (unsigned number = 1; number <= count; number++) {
        if (!icc_part(bytes, number, &part, &said))
            return (zt_str){0};
        count = number == 1 ? said : count;
        zt_buf_str(&icc, part);
    }
    return zt_buf_view(&icc);
}

/* Name, 0, method 0, packed bytes. */
static zt_str png_icc(zt_str bytes)
{
    for (size_t i = 12; i + 4 <= bytes.len && memcmp(bytes.data + i, "IDAT", 4) != 0; i++) {
        size_t len = zt_big_endian(bytes, i - 4, 4), start = i + 4;
        if (memcmp(bytes.data + i, "iCCP", 4) != 0 || len > bytes.len - start)
            continue;
        zt_str data = zt_str_slice(bytes, start, start + len);
        const char *end = memchr(data.data, 0, data.len);
        size_t at = end ? (size_t)(end - data.data) + 2 : data.len;
        return at < data.len ? zt_str_slice(data, at, data.len) : (zt_str){0};
    }
    return (zt_str){0};
}

zt_str zt_picture_icc(zt_arena *arena, const zt_picture *picture, bool *packed)
{
    *packed = picture->format == ZT_PICTURE_PNG;
    return *packed ? png_icc(picture->bytes) : jpeg_icc(arena, picture->bytes);
}
