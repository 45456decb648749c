/* gen/image/picture_png.c — the chunks of a PNG file (ISO 15948, 5 and 11). Their sums are checked
   by the decoder. */
#include <string.h>

#include "image/picture_imp.h"

static const char signature[] = "\x89PNG\r\n\x1a\n";
enum { SIGNATURE = 8, FRAME = 12 /* length, name, sum */, HEADER = 13 };

/* One chunk of the file, borrowed. */
typedef struct chunk {
    const char *name; /* four letters */
    zt_str data;
    zt_str whole;
} chunk;

bool zt_png_is(zt_str bytes)
{
    return bytes.len >= SIGNATURE && memcmp(bytes.data, signature, SIGNATURE) == 0;
}

/* False at the end or when the chunk would reach beyond it. */
static bool next_chunk(zt_str bytes, size_t *at, chunk *out)
{
    if (bytes.len - *at < FRAME)
        return false;
    size_t len = zt_big_endian(bytes, *at, 4);
    if (len > bytes.len - *at - FRAME)
        return false;
    out->name = bytes.data + *at + 4;
    out->data = zt_str_slice(bytes, *at + 8, *at + 8 + len);
    out->whole = zt_str_slice(bytes, *at, *at + FRAME + len);
    *at += FRAME + len;
    return true;
}

/* Names are four ASCII letters, case counting. */
static bool is_named(const chunk *c, const char *name)
{
    return memcmp(c->name, name, 4) == 0;
}

/* Bytes of the unpacked rows, without those of the filters. */
static double unpacked_size(const zt_picture *p, zt_str header)
{
    static const int channels[7] = {1, 0, 3, 1, 2, 0, 4};
    unsigned type = zt_byte_at(header, 9);
    double bits = (double)zt_byte_at(header, 8) * (type < 7 ? channels[type] : 4);
    return bits * p->width * p->height / 8;
}

/* The first chunk (ISO 15948, 11.2.2); sizes above 2^31-1 are not allowed by the standard. */
static bool read_header(const zt_picture_reader *r, const chunk *c)
{
    if (!is_named(c, "IHDR") || c->data.len != HEADER)
        return zt_picture_refuse(r, "文件损坏：没有图像头",
                                 "damaged: it does not begin with a header");
    size_t width = zt_big_endian(c->data, 0, 4), height = zt_big_endian(c->data, 4, 4);
    if (width < 1 || height < 1 || width > 0x7fffffff || height > 0x7fffffff)
        return zt_picture_refuse(r, "文件损坏：像素数不对", "damaged: its size is none");
    r->picture->width = (int)width;
    r->picture->height = (int)height;
    return true;
}

/* Orientation and the name of a profile; sRGB is what we take anyway. */
static void read_tags(const zt_picture_reader *r, const chunk *c)
{
    zt_picture *p = r->picture;
    if (is_named(c, "eXIf"))
        p->orientation = zt_exif_orientation(c->data);
    if (!is_named(c, "iCCP"))
        return;
    const char *name = zt_str_copy(r->arena, c->data).data; /* ends at its first 0 */
    p->profile = strstr(name, "sRGB") ? NULL : name;
}

/* A file too short for its pixels is refused before the decoder asks memory for them. */
bool zt_png_inspect(const zt_picture_reader *r)
{
    zt_picture *p = r->picture;
    size_t at = SIGNATURE;
    chunk c;
    if (!next_chunk(p->bytes, &at, &c))
        return zt_picture_refuse(r, "文件不完整，中途断了", "the file is cut off");
    if (!read_header(r, &c))
        return false;
    double packed = 0, unpacked = unpacked_size(p, c.data);
    bool ended = false;
    while (!ended && next_chunk(p->bytes, &at, &c)) {
        packed += is_named(&c, "IDAT") ? (double)c.data.len : 0;
        ended = is_named(&c, "IEND");
        read_tags(r, &c);
    }
    /* Deflate makes at most 1032 bytes of one. */
    bool possible = unpacked <= packed * 1032;
    if (p->width > ZT_PICTURE_SIDE || p->height > ZT_PICTURE_SIDE)
        return true; /* the limit is the better reason */
    if (!ended)
        return zt_picture_refuse(r, "文件不完整，中途断了", "the file is cut off");
    return possible || zt_picture_refuse(r, "文件损坏：数据太少，不够所称的像素",
                                         "damaged: too few data for the pixels it claims");
}

/* Chunks are copied whole, with their check sums. Transparency (tRNS) stays, as it is part of
   the pixels. */
zt_str zt_png_bare(zt_arena *arena, zt_str bytes)
{
    static const char *const kept[] = {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"};
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_add(&out, signature, SIGNATURE);
    size_t at = SIGNATURE;
    for (chunk c; next_chunk(bytes, &at, &c);)
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
            if (is_named(&c, kept[i]))
                zt_buf_str(&out, c.whole);
    return zt_buf_view(&out);
}
