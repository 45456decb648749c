/* PNG (ISO 15948) with our settings: RGB or grey, no row filter, fast deflate. Filters make flat
   graphics larger and slower to write; libdeflate at level 4 takes the time of zlib at level 3 and
   gives smaller files. */
#include <libdeflate.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "export/png_imp.h"

enum { DEFLATE_LEVEL = 4 };

/* Four bytes, as PNG has all numbers. */
static void big_endian(zt_buf *buf, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        zt_buf_putc(buf, (char)(unsigned char)(value >> shift & 0xff));
}

/* Length, name, data, check sum over name and data. */
static void chunk(zt_buf *out, const char *name, zt_str data)
{
    big_endian(out, (uint32_t)data.len);
    size_t from = out->len;
    zt_buf_add(out, name, 4);
    zt_buf_str(out, data);
    big_endian(out, libdeflate_crc32(0, out->data + from, out->len - from));
}

/* IHDR (ISO 15948, 11.2.2). */
static void header(zt_arena *scratch, const zt_png *png, zt_buf *out)
{
    zt_buf data;
    zt_buf_init(&data, scratch);
    big_endian(&data, (uint32_t)png->width);
    big_endian(&data, (uint32_t)png->height);
    /* 8 bits a channel, colour type 2 (RGB) or 0 (grey), deflate, the standard filters, not
       interlaced. */
    zt_buf_add(&data, png->ink ? "\x08\0\0\0\0" : "\x08\x02\0\0\0", 5);
    chunk(out, "IHDR", zt_buf_view(&data));
}

/* Colour space, resolution and title, for programs that show them. */
static void about(zt_arena *scratch, const zt_png *png, zt_buf *out)
{
    zt_buf data;
    zt_buf_init(&data, scratch);
    if (!png->ink)
        chunk(out, "sRGB", (zt_str){"\0", 1}); /* rendering intent: perceptual */
    uint32_t per_metre = (uint32_t)lround(png->ppi / 0.0254);
    big_endian(&data, per_metre);
    big_endian(&data, per_metre);
    zt_buf_putc(&data, 1); /* the unit is the metre */
    chunk(out, "pHYs", zt_buf_view(&data));
    if (!png->title || !*png->title)
        return;
    zt_buf_init(&data, scratch);
    /* Keyword, not compressed, no language, no translated keyword, UTF-8. */
    zt_buf_add(&data, "Title\0\0\0\0", 10);
    zt_buf_puts(&data, png->title);
    chunk(out, "iTXt", zt_buf_view(&data));
}

/* R, G, B of each word. */
static void colour_row(const unsigned char *from, int width, unsigned char *to)
{
    for (int x = 0; x < width; x++, from += 4, to += 3) {
        uint32_t pixel;
        memcpy(&pixel, from, sizeof pixel);
        to[0] = (unsigned char)(pixel >> 16 & 0xff);
        to[1] = (unsigned char)(pixel >> 8 & 0xff);
        to[2] = (unsigned char)(pixel & 0xff);
    }
}

static void ink_row(const unsigned char *from, int width, unsigned char *to)
{
    for (int x = 0; x < width; x++)
        to[x] = (unsigned char)(255 - from[x]);
}

/* Each row: filter 0, then its samples. */
static zt_str raw_rows(zt_arena *scratch, const zt_png *png)
{
    size_t row_bytes = 1 + (png->ink ? 1 : 3) * (size_t)png->width;
    unsigned char *raw = zt_arena_array(scratch, (size_t)png->height, row_bytes);
    for (int y = 0; y < png->height; y++) {
        const unsigned char *from = png->pixels + (size_t)y * (size_t)png->stride;
        (png->ink ? ink_row : colour_row)(from, png->width, raw + (size_t)y * row_bytes + 1);
    }
    return (zt_str){(const char *)raw, (size_t)png->height * row_bytes};
}

/* All rows are packed in one call, which is faster than by pieces. */
void zt_png_write(const zt_png *png, zt_buf *out)
{
    zt_arena *scratch = zt_arena_beside(out->arena);
    zt_str raw = raw_rows(scratch, png);
    struct libdeflate_compressor *deflater = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!deflater)
        zt_arena_exhausted(out->arena);
    size_t bound = libdeflate_zlib_compress_bound(deflater, raw.len);
    char *bytes = zt_arena_alloc(scratch, bound);
    size_t len = libdeflate_zlib_compress(deflater, raw.data, raw.len, bytes, bound);
    libdeflate_free_compressor(deflater);
    zt_assert(len > 0);
    zt_buf_add(out, "\x89PNG\r\n\x1a\n", 8);
    header(scratch, png, out);
    about(scratch, png, out);
    chunk(out, "IDAT", (zt_str){bytes, len});
    chunk(out, "IEND", (zt_str){"", 0});
    zt_arena_drop(scratch);
}
