/* gen/image/decode_png.c — the pixels of a PNG by libpng's simplified interface: any depth becomes
 * 8 bits, a palette its colours, a stated gamma sRGB. */
#include <png.h>
#include <string.h>

#include "image/picture_imp.h"

/* With the words of libpng, which are English. */
static bool refuse(const zt_picture_reader *r, const png_image *image)
{
    return zt_picture_refuse(r, zt_arena_printf(r->arena, "文件损坏（%s）", image->message),
                             zt_arena_printf(r->arena, "damaged (%s)", image->message));
}

/* All rows, two or four bytes a pixel: grey or RGB, then alpha. */
static unsigned char *decode(const zt_picture_reader *r, zt_arena *arena, size_t *channels)
{
    const zt_picture *p = r->picture;
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, p->bytes.data, p->bytes.len)) {
        refuse(r, &image);
        return NULL;
    }
    zt_assert(image.width == (png_uint_32)p->width && image.height == (png_uint_32)p->height);
    bool coloured = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    image.format = coloured ? PNG_FORMAT_RGBA : PNG_FORMAT_GA;
    *channels = coloured ? 4 : 2;
    unsigned char *rows = zt_arena_array(arena, (size_t)p->height, (size_t)p->width * *channels);
    bool ok = png_image_finish_read(&image, NULL, rows, 0, NULL) != 0;
    if (!ok)
        refuse(r, &image);
    png_image_free(&image);
    return ok ? rows : NULL;
}

/* By the pixels and not by the header: an RGB file may be all grey, and its alpha all opaque. */
bool zt_png_prove(const zt_picture_reader *r)
{
    zt_arena *scratch = zt_arena_beside(r->arena);
    size_t channels, count = (size_t)r->picture->width * (size_t)r->picture->height;
    const unsigned char *rows = decode(r, scratch, &channels);
    bool alpha = false, coloured = false;
    for (size_t i = 0; rows && i < count; i++) {
        const unsigned char *pixel = rows + i * channels;
        alpha = alpha || pixel[channels - 1] != 255;
        coloured = coloured || (channels == 4 && (pixel[0] != pixel[1] || pixel[1] != pixel[2]));
    }
    r->picture->alpha = alpha;
    r->picture->colour = coloured ? ZT_PICTURE_RGB : ZT_PICTURE_GREY;
    zt_arena_drop(scratch);
    return rows != NULL;
}

/* Rows of grey or RGB without alpha, which goes into a plane of its own. */
bool zt_png_decode(const zt_picture_reader *r, zt_pixels *out)
{
    const zt_picture *p = r->picture;
    size_t channels, count = (size_t)p->width * (size_t)p->height;
    unsigned char *rows = decode(r, r->arena, &channels), *to = rows;
    if (!rows)
        return false;
    *out = (zt_pixels){p->width, p->height, p->colour == ZT_PICTURE_RGB ? 3 : 1, rows, NULL};
    if (p->alpha)
        out->alpha = zt_arena_array(r->arena, count, 1);
    for (size_t i = 0; i < count; i++) { /* in place: never ahead of what is read */
        const unsigned char *pixel = rows + i * channels;
        unsigned char alpha = pixel[channels - 1];
        for (int k = 0; k < out->channels; k++)
            *to++ = pixel[k];
        if (out->alpha)
            out->alpha[i] = alpha;
    }
    return true;
}
