/* tests/tools/pictures.h — small photographs for the tests, made as they are needed: one card of
   96 × 64 pixels, in every form that a newsroom sends. Links libpng and libturbojpeg. */
#ifndef PICTURES_H
#define PICTURES_H

#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

enum { CARD_WIDTH = 96, CARD_HEIGHT = 64 };

typedef struct file_bytes {
    unsigned char *data;
    size_t len;
} file_bytes;

/* Four quarters that no turning maps onto themselves, and a corner of white. */
static inline void card_pixel(int x, int y, unsigned char rgb[3])
{
    static const unsigned char quarters[4][3] = {
        {200, 40, 40}, {40, 160, 60}, {40, 60, 190}, {220, 190, 60}};
    int quarter = (y >= CARD_HEIGHT / 2) * 2 + (x >= CARD_WIDTH / 2);
    memcpy(rgb, quarters[quarter], 3);
    if (x < 16 && y < 16)
        memset(rgb, 250, 3);
}

/* The pixel of the card that lies at u, v of a file whose EXIF orientation is `turn`. */
static inline void turned(int turn, int u, int v, int *x, int *y)
{
    const int r = CARD_WIDTH - 1, b = CARD_HEIGHT - 1;
    const int places[8][2] = {{u, v}, {r - u, v}, {r - u, b - v}, {u, b - v},
                              {v, u}, {r - v, u}, {r - v, b - u}, {v, b - u}};
    *x = places[turn - 1][0];
    *y = places[turn - 1][1];
}

static inline file_bytes file_copy(const void *data, size_t len)
{
    file_bytes out = {malloc(len ? len : 1), len};
    memcpy(out.data, data, len);
    return out;
}

/* Puts `len` bytes in at `at`, and takes `cut` away there. */
static inline void file_splice(file_bytes *f, size_t at, size_t cut, const void *data, size_t len)
{
    unsigned char *all = malloc(f->len + len);
    memcpy(all, f->data, at);
    if (len)
        memcpy(all + at, data, len);
    memcpy(all + at + len, f->data + at + cut, f->len - at - cut);
    free(f->data);
    f->data = all;
    f->len += len - cut;
}

/* The offset of the first marker of that code; the files of these tests have it. */
static inline size_t jpeg_marker(const file_bytes *f, unsigned char code)
{
    for (size_t i = 0; i + 1 < f->len; i++)
        if (f->data[i] == 0xff && f->data[i + 1] == code)
            return i;
    abort();
}

/* ---- JPEG ---- */

/* `format` TJPF_GRAY, TJPF_RGB or TJPF_CMYK, whose fourth sample is `black`; stored as `turn` says,
   without saying so. */
static inline file_bytes jpeg_card_with(int format, int turn, int flags, unsigned char black)
{
    int width = turn < 5 ? CARD_WIDTH : CARD_HEIGHT, height = turn < 5 ? CARD_HEIGHT : CARD_WIDTH;
    int channels = tjPixelSize[format];
    unsigned char *pixels = malloc((size_t)(width * height * channels)), *to = pixels;
    for (int v = 0; v < height; v++)
        for (int u = 0; u < width; u++) {
            int x, y;
            unsigned char rgb[3];
            turned(turn, u, v, &x, &y);
            card_pixel(x, y, rgb);
            for (int k = 0; k < channels; k++)
                *to++ = k < 3 ? rgb[k] : black;
        }
    tjhandle tj = tjInitCompress();
    unsigned char *data = NULL;
    unsigned long len = 0;
    int sampling = format == TJPF_GRAY ? TJSAMP_GRAY : TJSAMP_444;
    if (tjCompress2(tj, pixels, width, 0, height, format, &data, &len, sampling, 95, flags) != 0)
        abort();
    file_bytes out = file_copy(data, len);
    tjFree(data);
    tjDestroy(tj);
    free(pixels);
    return out;
}

/* Adobe's CMYK: 255 is no ink. */
static inline file_bytes jpeg_card(int format, int turn, int flags)
{
    return jpeg_card_with(format, turn, flags, 255);
}

/* EXIF with one entry, the orientation; in either order of bytes. */
static inline void jpeg_add_exif(file_bytes *f, int turn, int big)
{
    unsigned char little_tiff[] = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3,
                                   0,   1,   0,  0, 0, 0, 0, 0, 0, 0, 0,    0, 0};
    unsigned char big_tiff[] = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0,
                                3,   0,   0, 0,  1, 0, 0, 0, 0, 0, 0, 0,    0};
    little_tiff[18] = (unsigned char)turn;
    big_tiff[19] = (unsigned char)turn;
    unsigned char marker[10 + sizeof big_tiff] = {0xff, 0xe1, 0, 8 + sizeof big_tiff, 'E', 'x', 'i',
                                                  'f',  0,    0};
    memcpy(marker + 10, big ? big_tiff : little_tiff, sizeof big_tiff);
    file_splice(f, 2, 0, marker, sizeof marker);
}

static inline void jpeg_drop(file_bytes *f, unsigned char code)
{
    size_t at = jpeg_marker(f, code);
    file_splice(f, at, (size_t)(f->data[at + 2] << 8 | f->data[at + 3]) + 2, NULL, 0);
}

/* Adobe's word for how the components were mixed; 0: not at all. */
static inline void jpeg_set_transform(file_bytes *f, unsigned char transform)
{
    f->data[jpeg_marker(f, 0xee) + 15] = transform;
}

/* The three components taken for R, G and B, by their letters alone. */
static inline void jpeg_call_rgb(file_bytes *f)
{
    jpeg_drop(f, 0xe0);
    size_t frame = jpeg_marker(f, 0xc0), scan = jpeg_marker(f, 0xda);
    for (int i = 0; i < 3; i++)
        f->data[frame + 10 + (size_t)i * 3] = f->data[scan + 5 + (size_t)i * 2] =
            (unsigned char)"RGB"[i];
}

/* ---- PNG ---- */

static inline void png_append(png_structp png, png_bytep data, size_t len)
{
    file_bytes *f = png_get_io_ptr(png);
    file_splice(f, f->len, 0, data, len);
}

/* `type` PNG_COLOR_TYPE_…, `depth` 8 or 16 (a palette: 8, grey also 1); alpha falls from left to
   right. */
static inline file_bytes png_card(int type, int depth, int interlace)
{
    file_bytes out = file_copy("", 0);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &out, png_append, NULL);
    png_set_IHDR(png, info, CARD_WIDTH, CARD_HEIGHT, depth, type, interlace,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_color palette[5] = {0};
    static const int corners[5][2] = {{0, 0}, {20, 0}, {90, 0}, {0, 60}, {90, 60}};
    for (int i = 0; i < 5; i++) {
        unsigned char rgb[3];
        card_pixel(corners[i][0], corners[i][1], rgb);
        palette[i] = (png_color){rgb[0], rgb[1], rgb[2]};
    }
    if (type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 5);
    png_write_info(png, info);
    static unsigned char rows[CARD_HEIGHT][CARD_WIDTH * 8];
    unsigned char *row_pointers[CARD_HEIGHT];
    memset(rows, 0, sizeof rows);
    for (int y = 0; y < CARD_HEIGHT; y++) {
        unsigned char *to = row_pointers[y] = rows[y];
        for (int x = 0; x < CARD_WIDTH; x++) {
            unsigned char rgb[3], samples[4];
            int count = 0;
            card_pixel(x, y, rgb);
            if (type == PNG_COLOR_TYPE_PALETTE) {
                while (memcmp(&palette[count], rgb, 3) != 0)
                    count++;
                *to++ = (unsigned char)count;
                continue;
            }
            if (depth == 1) {
                rows[y][x / 8] |= (unsigned char)((rgb[1] > 100) << (7 - x % 8));
                continue;
            }
            if (type & PNG_COLOR_MASK_COLOR)
                while (count < 3) {
                    samples[count] = rgb[count];
                    count++;
                }
            else
                samples[count++] = rgb[1];
            if (type & PNG_COLOR_MASK_ALPHA)
                samples[count++] = (unsigned char)(255 - x * 2);
            for (int k = 0; k < count; k++) {
                *to++ = samples[k];
                if (depth == 16)
                    *to++ = samples[k];
            }
        }
    }
    png_write_image(png, row_pointers);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return out;
}

#endif
