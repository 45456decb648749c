/* gen/image/decode_jpeg.c — the pixels of a JPEG by libjpeg-turbo. Everything that the library
 * merely warns of is an error: half a picture is none. */
#include <string.h>
#include <turbojpeg.h>

#include "image/picture_imp.h"

/* The library's name for the samples that are wanted: those that the file has. */
static int pixel_format(const zt_picture *p)
{
    static const int formats[] = {
        [ZT_PICTURE_GREY] = TJPF_GRAY, [ZT_PICTURE_RGB] = TJPF_RGB, [ZT_PICTURE_CMYK] = TJPF_CMYK};
    return formats[p->colour];
}

/* Samples of one pixel. */
static int channels_of(const zt_picture *p)
{
    static const int channels[] = {
        [ZT_PICTURE_GREY] = 1, [ZT_PICTURE_RGB] = 3, [ZT_PICTURE_CMYK] = 4};
    return channels[p->colour];
}

/* At `1/part` of the size, rounded up, as the library does. */
static bool decode(const zt_picture_reader *r, int part, zt_arena *arena, zt_pixels *out)
{
    const zt_picture *p = r->picture;
    tjhandle tj = tjInitDecompress();
    if (!tj)
        zt_diags_exhausted(r->diags);
    *out = (zt_pixels){(p->width + part - 1) / part, (p->height + part - 1) / part, channels_of(p),
                       NULL, NULL};
    size_t row = (size_t)out->width * (size_t)out->channels;
    out->samples = zt_arena_array(arena, (size_t)out->height, row);
    int failed = tjDecompress2(tj, (const unsigned char *)p->bytes.data, p->bytes.len, out->samples,
                               out->width, 0, out->height, pixel_format(p),
                               TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT);
    const char *why = failed ? zt_arena_strdup(r->arena, tjGetErrorStr2(tj)) : NULL;
    tjDestroy(tj);
    if (!failed)
        return true;
    return zt_picture_refuse(r, zt_arena_printf(r->arena, "文件损坏（%s）", why),
                             zt_arena_printf(r->arena, "damaged (%s)", why));
}

/* An eighth of the size is quick, and all of the file is read for it. */
bool zt_jpeg_prove(const zt_picture_reader *r)
{
    zt_arena *scratch = zt_arena_beside(r->arena);
    zt_pixels pixels;
    bool ok = decode(r, 8, scratch, &pixels);
    zt_arena_drop(scratch);
    return ok;
}

/* Adobe writes CMYK inverted; here 255 is full ink. */
bool zt_jpeg_decode(const zt_picture_reader *r, zt_pixels *out)
{
    if (!decode(r, 1, r->arena, out))
        return false;
    size_t len = (size_t)out->width * (size_t)out->height * (size_t)out->channels;
    for (size_t i = 0; r->picture->inverted && i < len; i++)
        out->samples[i] = (unsigned char)(255 - out->samples[i]);
    return true;
}
