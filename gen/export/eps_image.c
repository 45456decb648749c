/* gen/export/eps_image.c — photographs in EPS: samples in the inks of the press, packed by Flate
   and written in ASCII 85, for files that pass through hands that spoil bytes. */
#include <libdeflate.h>

#include "base/arena.h"
#include "export/eps_imp.h"

enum { DEFLATE_LEVEL = 6, LINE = 76 };

/* Four bytes are five digits, four bytes of nothing are z; the last ones are fewer (3.13.3). A line
   never begins with %: some programs would take it for a comment of theirs. */
static void ascii85(zt_buf *out, zt_str bytes)
{
    size_t line = out->len;
    for (size_t i = 0; i < bytes.len; i += 4) {
        size_t have = bytes.len - i < 4 ? bytes.len - i : 4;
        uint32_t word = 0;
        char digits[5];
        for (size_t k = 0; k < 4; k++)
            word = word << 8 | (k < have ? (unsigned char)bytes.data[i + k] : 0u);
        for (int k = 4; k >= 0; k--, word /= 85)
            digits[k] = (char)('!' + word % 85);
        if (out->len - line >= LINE) {
            zt_buf_puts(out, digits[0] == '%' ? "\n " : "\n");
            line = out->len;
        }
        zt_buf_add(out, digits, have + 1);
    }
    zt_buf_puts(out, "~>\n");
}

static zt_str packed(zt_arena *scratch, zt_str data)
{
    struct libdeflate_compressor *deflater = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!deflater)
        zt_arena_exhausted(scratch);
    size_t bound = libdeflate_zlib_compress_bound(deflater, data.len);
    char *bytes = zt_arena_alloc(scratch, bound);
    size_t len = libdeflate_zlib_compress(deflater, data.data, data.len, bytes, bound);
    libdeflate_free_compressor(deflater);
    zt_assert(len > 0);
    return (zt_str){bytes, len};
}

/* The box cuts it; the unit square of the samples is carried to where all of it lies. */
static void put_frame(zt_eps *eps, const zt_image *image, double dx, double dy)
{
    zt_affine t = zt_picture_affine(image->picture, zt_image_whole(image));
    zt_rect box = image->item.box;
    const double clip[4] = {box.x + dx, box.y + dy, box.w, box.h},
                 matrix[6] = {t.a, t.b, t.c, t.d, t.e + dx, t.f + dy};
    zt_eps_numbers(&eps->ops, clip, 4, 3);
    zt_buf_puts(&eps->ops, "rectclip[");
    zt_eps_numbers(&eps->ops, matrix, 6, 3);
    zt_buf_puts(&eps->ops, "]concat\n");
}

static void put_samples(zt_eps *eps, zt_arena *scratch, const zt_pixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height * (size_t)pixels->channels;
    bool grey = pixels->channels == 1;
    zt_buf_printf(&eps->ops,
                  "/Device%s setcolorspace/A85 currentfile/ASCII85Decode filter def\n"
                  "<</ImageType 1/Width %d/Height %d/BitsPerComponent 8/ImageMatrix[%d 0 0 %d 0 0]"
                  "/Decode[0 1%s]/DataSource A85/FlateDecode filter>>I\n",
                  grey ? "Gray" : "CMYK", pixels->width, pixels->height, pixels->width,
                  pixels->height, grey ? "" : " 0 1 0 1 0 1");
    ascii85(&eps->ops, packed(scratch, (zt_str){(const char *)pixels->samples, count}));
}

/* The state is saved around it, so that colour and line stay in force. */
void zt_eps_image(zt_eps *eps, const zt_image *image, double dx, double dy)
{
    zt_arena *scratch = zt_arena_beside(eps->e->arena);
    zt_pixels pixels;
    if (zt_press_pixels(&eps->press, scratch, image->item.at, image->picture, &pixels)) {
        zt_buf_puts(&eps->ops, "q\n");
        put_frame(eps, image, dx, dy);
        put_samples(eps, scratch, &pixels);
        zt_buf_puts(&eps->ops, "Q\n");
    } else {
        eps->failed = true;
    }
    zt_arena_drop(scratch);
}
