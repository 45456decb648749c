/* gen/image/picture_imp.h — the parts of reading a picture, private to image/. */
#ifndef ZT_PICTURE_IMP_H
#define ZT_PICTURE_IMP_H

#include "base/arena.h"
#include "image/picture.h"

/* A picture while it is read: where its memory comes from, where findings go and whom they
   concern. */
typedef struct zt_picture_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_pos at;
    zt_picture *picture;
} zt_picture_reader;

/* Reports image-unreadable with the reason in both languages; always false. */
bool zt_picture_refuse(const zt_picture_reader *r, const char *zh, const char *en);

/* The caller has made sure that there is such a byte. */
static inline unsigned zt_byte_at(zt_str bytes, size_t at)
{
    return (unsigned char)bytes.data[at];
}
/* `len` bytes from `at`, the highest first; the caller has made sure that they are there. */
static inline size_t zt_big_endian(zt_str bytes, size_t at, size_t len)
{
    size_t value = 0;
    for (size_t i = 0; i < len; i++)
        value = value << 8 | zt_byte_at(bytes, at + i);
    return value;
}

/* picture_jpeg.c, picture_png.c: what the file says about itself, by its markers and chunks.
   Nothing is decoded. False after a report. */
bool zt_jpeg_inspect(const zt_picture_reader *r);
bool zt_png_inspect(const zt_picture_reader *r);
/* By the first bytes of the file. */
bool zt_jpeg_is(zt_str bytes);
bool zt_png_is(zt_str bytes);
/* A copy without the segments of EXIF and profiles; only JPEGs that were read. */
zt_str zt_jpeg_bare(zt_arena *arena, zt_str bytes);
/* A copy of the chunks that hold pixels. */
zt_str zt_png_bare(zt_arena *arena, zt_str bytes);

/* picture_tags.c */
/* The orientation of a TIFF header with its directory (EXIF 2.3, 4.6.4); 1 without one. */
int zt_exif_orientation(zt_str tiff);
/* The name of an ICC profile, NULL when it has none or is sRGB. */
const char *zt_icc_name(zt_arena *arena, zt_str icc);

/* decode_jpeg.c, decode_png.c, by the libraries, which are loaded when the first picture comes.
   False after a report. */
bool zt_jpeg_decode(const zt_picture_reader *r, zt_pixels *out);
/* Decodes an eighth of the size and keeps nothing: any damage is found. */
bool zt_jpeg_prove(const zt_picture_reader *r);
/* Grey or RGB with alpha; the picture's colour and alpha are set by what the pixels are. */
bool zt_png_prove(const zt_picture_reader *r);
bool zt_png_decode(const zt_picture_reader *r, zt_pixels *out);

#endif
