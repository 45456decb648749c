/* gen/image/picture.c — a picture from its file: which format, within the limits, whole. */
#include "image/picture.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/ink.h"
#include "image/picture_imp.h"

/* Reports image-too-large; before anything is decoded. */
static bool is_within_limits(const zt_picture_reader *r)
{
    const zt_picture *p = r->picture;
    const long long pixels = (long long)p->width * p->height;
    if (p->width <= ZT_PICTURE_SIDE && p->height <= ZT_PICTURE_SIDE && pixels <= ZT_PICTURE_PIXELS)
        return true;
    zt_report(r->diags, ZT_ERROR, "image-too-large", r->at,
              "图片“%s”有 %d × %d 像素，超过上限：每边 %d，共 %d；请先缩小",
              "the picture “%s” has %d × %d pixels, more than the limits of %d a side and %d in "
              "all; make it smaller",
              zt_path_base(p->path), p->width, p->height, ZT_PICTURE_SIDE, ZT_PICTURE_PIXELS);
    return false;
}

/* The content decides; a wrong name is reported, for other programs go by it. */
static void check_extension(const zt_picture_reader *r)
{
    static const char *const endings[2][3] = {{".png", NULL, NULL}, {".jpg", ".jpeg", ".jpe"}};
    static const char *const names[2] = {"PNG", "JPEG"};
    const zt_picture *p = r->picture;
    const char *name = zt_path_base(p->path), *dot = strrchr(name, '.');
    for (int i = 0; i < 3; i++)
        if (dot && endings[p->format][i] && strcasecmp(dot, endings[p->format][i]) == 0)
            return;
    zt_report(r->diags, ZT_WARNING, "image-extension", r->at,
              "“%s”其实是 %s，扩展名不对；按内容读取", "“%s” is a %s in truth; read as that", name,
              names[p->format]);
}

/* Reports image-profile for RGB alone: grey and CMYK are printed by their numbers. */
static void report_profile(const zt_picture_reader *r)
{
    if (r->picture->profile && r->picture->colour == ZT_PICTURE_RGB)
        zt_report(r->diags, ZT_NOTE, "image-profile", r->at,
                  "图片“%s”带色彩特性文件“%s”：印刷和屏幕的文件都按它转换",
                  "the picture “%s” carries the colour profile “%s”: files for the press and for "
                  "screens are converted by it",
                  zt_path_base(r->picture->path), r->picture->profile);
}

/* Decodes all of it once, so that no exporter meets damage. */
static bool prove(const zt_picture_reader *r)
{
    return r->picture->format == ZT_PICTURE_PNG ? zt_png_prove(r) : zt_jpeg_prove(r);
}

/* From the cheap question to the dear one: format, header, limits, pixels. */
const zt_picture *zt_picture_parse(zt_arena *arena, zt_diags *diags, zt_pos at, const char *path,
                                   zt_str bytes)
{
    zt_picture *picture = ZT_NEW(arena, zt_picture);
    zt_picture_reader r = {arena, diags, at, picture};
    *picture = (zt_picture){.path = path, .bytes = bytes, .orientation = 1};
    bool ok = false;
    if (zt_png_is(bytes)) {
        picture->format = ZT_PICTURE_PNG;
        ok = zt_png_inspect(&r);
    } else if (zt_jpeg_is(bytes)) {
        picture->format = ZT_PICTURE_JPEG;
        ok = zt_jpeg_inspect(&r);
    } else {
        zt_picture_refuse(&r, bytes.len ? "不是 PNG，也不是 JPEG" : "文件是空的",
                          bytes.len ? "it is neither PNG nor JPEG" : "the file is empty");
    }
    if (!ok || !is_within_limits(&r) || !prove(&r))
        return NULL;
    check_extension(&r);
    report_profile(&r);
    return picture;
}

const zt_picture *zt_picture_read(zt_arena *arena, zt_diags *diags, zt_pos at, const char *path)
{
    bool ok;
    zt_str bytes = zt_file_read(arena, diags, at, path, ZT_PICTURE_BYTES, &ok);
    return ok ? zt_picture_parse(arena, diags, at, path, bytes) : NULL;
}

/* Decoders may note in the picture what the pixels are, hence the copy: a picture that was
   handed out is never changed. */
bool zt_picture_pixels(zt_arena *arena, zt_diags *diags, zt_pos at, const zt_picture *picture,
                       zt_pixels *out)
{
    zt_picture copy = *picture;
    zt_picture_reader r = {arena, diags, at, &copy};
    return picture->format == ZT_PICTURE_PNG ? zt_png_decode(&r, out) : zt_jpeg_decode(&r, out);
}

/* Each ink multiplies the light of the paper: four tables of 256 for each channel of the screen. */
static void inks_to_screen(zt_pixels *pixels)
{
    double light[4][256][3];
    for (int ink = 0; ink < 4; ink++)
        for (int value = 0; value < 256; value++) {
            double cmyk[4] = {0};
            cmyk[ink] = value / 255.0;
            zt_rgb rgb = zt_rgb_from_cmyk(cmyk);
            light[ink][value][0] = rgb.r;
            light[ink][value][1] = rgb.g;
            light[ink][value][2] = rgb.b;
        }
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    const unsigned char *from = pixels->samples;
    unsigned char *to = pixels->samples; /* never ahead of `from` */
    for (size_t i = 0; i < count; i++, from += 4) {
        const unsigned char inks[4] = {from[0], from[1], from[2], from[3]};
        for (int k = 0; k < 3; k++)
            *to++ = (unsigned char)(255 * light[0][inks[0]][k] * light[1][inks[1]][k] *
                                        light[2][inks[2]][k] * light[3][inks[3]][k] +
                                    0.5);
    }
    pixels->channels = 3;
}

/* Three samples are written where four were, so no second buffer is needed. */
bool zt_picture_screen_pixels(zt_arena *arena, zt_diags *diags, zt_pos at,
                              const zt_picture *picture, zt_pixels *out)
{
    if (!zt_picture_pixels(arena, diags, at, picture, out))
        return false;
    if (out->channels == 4)
        inks_to_screen(out);
    return true;
}

zt_str zt_picture_bare_file(zt_arena *arena, const zt_picture *picture)
{
    return picture->format == ZT_PICTURE_PNG ? zt_png_bare(arena, picture->bytes)
                                             : zt_jpeg_bare(arena, picture->bytes);
}

/* Orientations 5 to 8 of EXIF turn by a quarter, so width and height change places. */
zt_point zt_picture_upright(const zt_picture *picture)
{
    zt_point size = {picture->width, picture->height};
    return picture->orientation < 5 ? size : (zt_point){size.y, size.x};
}

/* The unit square's turn first, then the box. */
zt_affine zt_picture_affine(const zt_picture *picture, zt_rect box)
{
    /* EXIF 2.3, 4.6.4: where the first row and the first column of the stored pixels lie. */
    static const zt_affine turns[8] = {
        {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
        {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}, {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},
    };
    zt_affine t = turns[picture->orientation - 1];
    return (zt_affine){t.a * box.w, t.b * box.h,         t.c * box.w,
                       t.d * box.h, t.e * box.w + box.x, t.f * box.h + box.y};
}
