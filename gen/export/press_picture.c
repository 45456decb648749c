/* gen/export/press_picture.c — photographs as a press prints them. */
#include "export/press_picture.h"

#include <string.h>

#include "base/file.h"
#include "export/press_colour.h"
#include "export/screen_picture.h"
#include "image/picture_tagged.h"

enum { ICC_BYTES = 8 << 20 };

/* ICC.1:2001-12, 6.1: class "prtr" and colour space "CMYK" in the header. Reports bad-icc. */
static bool is_press_profile(const zt_press *press, zt_str icc)
{
    const zt_printing *printing = press->book->printing;
    if (icc.len > 128 && memcmp(icc.data + 12, "prtrCMYK", 8) == 0)
        return true;
    zt_report(press->diags, ZT_ERROR, "bad-icc", printing->icc_at,
              "“%s”不是 CMYK 印刷机的 ICC 特性文件；换一个，或删去 icc=",
              "“%s” is no ICC profile of a CMYK press; name another, or delete icc=",
              zt_path_base(printing->icc));
    return false;
}

bool zt_press_open(zt_press *press)
{
    const zt_printing *printing = press->book->printing;
    bool ok = true;
    if (!printing || !printing->icc)
        return true;
    press->icc =
        zt_file_read(press->arena, press->diags, printing->icc_at, printing->icc, ICC_BYTES, &ok);
    return ok && is_press_profile(press, press->icc);
}

/* The paper shows through: what a reader of the screen version sees on white. */
static void lay_on_paper(zt_pixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    unsigned char *sample = pixels->samples;
    for (size_t i = 0; i < count; i++)
        for (int k = 0; k < pixels->channels; k++, sample++) {
            int alpha = pixels->alpha[i];
            *sample = (unsigned char)((*sample * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    pixels->alpha = NULL;
}

/* Reports image-alpha, a note. */
static void report_alpha(const zt_press *press, zt_pos at, const zt_picture *picture)
{
    zt_report(press->diags, ZT_NOTE, "image-alpha", at,
              "印刷文件里不留透明：图片“%s”透明处按白纸处理",
              "a press file has no transparency: the picture “%s” was laid on white paper",
              zt_path_base(picture->path));
}

void zt_press_opaque(const zt_press *press, zt_pos at, const zt_picture *picture, zt_pixels *pixels)
{
    if (!pixels->alpha)
        return;
    report_alpha(press, at, picture);
    lay_on_paper(pixels);
}

/* Reports image-rgb, a note where the picture was converted by the printing condition's profile. */
static void report_converted(const zt_press *press, zt_pos at, const zt_picture *picture, bool own)
{
    const zt_printing *printing = press->book->printing;
    bool relative = printing->rendering == ZT_RENDERING_RELATIVE, black = printing->black_point,
         tagged = zt_picture_is_tagged(picture);
    zt_arena *arena = press->arena;
    const char *icc = zt_path_base(printing->icc);
    const char *from_zh = own                ? "带有自己的特性文件，"
                          : picture->profile ? "自己的特性文件不能用，按 sRGB 理解，"
                          : tagged           ? ""
                                   : "文件没有写明色彩空间，按 sRGB 理解，";
    const char *from_en = own                ? "from its own profile "
                          : picture->profile ? "its own profile is of no use, sRGB was taken; "
                          : tagged           ? ""
                                             : "no colour space is stated, sRGB was taken; ";
    const char *zh = zt_arena_printf(arena, "%s已转成印刷用 CMYK（%s，%s%s）", from_zh, icc,
                                     relative ? "相对比色" : "感知", black ? "，补偿黑点" : "");
    const char *en = zt_arena_printf(
        arena, "%sit was converted to CMYK for the press (%s, %s%s)", from_en, icc,
        relative ? "relative colorimetric" : "perceptual", black ? ", black point" : "");
    zt_report(press->diags, ZT_NOTE, "image-rgb", at, "图片“%s”是 RGB，%s%.0s",
              "the picture “%s” is RGB; %.0s%s", zt_path_base(picture->path), zh, en);
}

bool zt_press_convert_picture(const zt_press *press, zt_arena *scratch, zt_pos at,
                              const zt_picture *picture, zt_pixels *pixels)
{
    if (pixels->channels != 3)
        return true;
    zt_str own = zt_picture_own_profile(scratch, picture);
    report_converted(press, at, picture, own.len > 0);
    return zt_press_convert(scratch, press->diags, press->book->printing, press->icc, own, pixels);
}

/* Where a pixel has more ink than the paper takes. */
void zt_press_keep_to_limit(const zt_press *press, zt_pos at, const zt_picture *picture,
                            zt_pixels *pixels)
{
    double limit = press->book->ink_limit;
    if (pixels->channels != 4 || limit <= 0)
        return;
    double most = zt_press_most_ink(pixels);
    if (most <= limit + 0.5)
        return;
    zt_press_limit_ink(pixels, limit);
    zt_report(press->diags, ZT_WARNING, "image-ink", at,
              "图片“%s”墨量最多 %.0f%%，超过上限 "
              "%.0f%%：超出处已减青、品、黄；要准确请按印厂的特性文件重新分色",
              "the picture “%s” has up to %.0f%% of ink, the limit is %.0f%%: cyan, magenta and "
              "yellow were taken back there; separate it again for the plant where that matters",
              zt_path_base(picture->path), most, limit);
}

/* Reports image-rgb where nothing can convert. */
static bool refuse_rgb(const zt_press *press, zt_pos at, const zt_picture *picture)
{
    zt_report(press->diags, ZT_ERROR, "image-rgb", at,
              "图片“%s”是 RGB，印刷条件没有 ICC 特性文件，分不成色版；给 <printing-condition> 加 "
              "icc=，或先转成 CMYK、灰度",
              "the picture “%s” is RGB, and without an ICC profile of the printing condition there "
              "are no plates of it; add icc= to <printing-condition>, or convert it to CMYK or "
              "grey",
              zt_path_base(picture->path));
    return false;
}

bool zt_press_pixels(const zt_press *press, zt_arena *scratch, zt_pos at, const zt_picture *picture,
                     zt_pixels *pixels)
{
    if (!zt_picture_pixels(scratch, press->diags, at, picture, pixels))
        return false;
    zt_press_opaque(press, at, picture, pixels);
    if (pixels->channels == 3 && press->icc.len == 0)
        return refuse_rgb(press, at, picture);
    if (!zt_press_convert_picture(press, scratch, at, picture, pixels))
        return false;
    zt_press_keep_to_limit(press, at, picture, pixels);
    return true;
}
