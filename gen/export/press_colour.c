/* gen/export/press_colour.c — conversion by Little CMS, which is loaded when the first RGB picture
   goes to a press. Named inks never come here: they have exact recipes. */
#include "export/press_colour.h"

#include <lcms2.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/library.h"

#define LCMS_CALLS(X)                                                                              \
    X(cmsHPROFILE, cmsOpenProfileFromMem, (const void *, cmsUInt32Number))                         \
    X(cmsHPROFILE, cmsCreate_sRGBProfile, (void))                                                  \
    X(cmsHTRANSFORM, cmsCreateTransform,                                                           \
      (cmsHPROFILE, cmsUInt32Number, cmsHPROFILE, cmsUInt32Number, cmsUInt32Number,                \
       cmsUInt32Number))                                                                           \
    X(void, cmsDoTransform, (cmsHTRANSFORM, const void *, void *, cmsUInt32Number))                \
    X(void, cmsDeleteTransform, (cmsHTRANSFORM))                                                   \
    X(cmsBool, cmsCloseProfile, (cmsHPROFILE))

typedef struct lcms_calls {
    LCMS_CALLS(ZT_LIBRARY_FIELD)
} lcms_calls;
LCMS_CALLS(ZT_LIBRARY_CHECK)
static const char *const names[] = {LCMS_CALLS(ZT_LIBRARY_NAME)};
static const zt_library library = ZT_LIBRARY("liblcms2.so.2", "", names);

static bool load(lcms_calls *lcms, zt_diags *diags)
{
    const char *why;
    if (zt_library_load(&library, lcms, &why))
        return true;
    zt_report_env(diags, "library-missing", ZT_NOWHERE, "不能载入色彩管理库 %s：%s",
                  "the library of colour management %s cannot be loaded: %s", library.file, why);
    return false;
}

bool zt_icc_is_rgb(zt_str icc)
{
    return icc.len > 128 && memcmp(icc.data + 16, "RGB ", 4) == 0 &&
           memcmp(icc.data + 36, "acsp", 4) == 0;
}

/* The profile of RGB that was asked for, where it can be used; else sRGB. */
static cmsHPROFILE rgb_profile(const lcms_calls *lcms, zt_str icc)
{
    cmsHPROFILE own =
        zt_icc_is_rgb(icc) ? lcms->cmsOpenProfileFromMem(icc.data, (cmsUInt32Number)icc.len) : NULL;
    return own ? own : lcms->cmsCreate_sRGBProfile();
}

/* A conversion between RGB and the press; NULL where the profile is no such thing in truth. */
static cmsHTRANSFORM transform_of(const lcms_calls *lcms, zt_str icc, zt_str from, bool to_press,
                                  cmsUInt32Number intent, cmsUInt32Number flags)
{
    cmsHPROFILE press = lcms->cmsOpenProfileFromMem(icc.data, (cmsUInt32Number)icc.len);
    cmsHPROFILE srgb = rgb_profile(lcms, from);
    cmsHTRANSFORM transform = NULL;
    if (press && srgb)
        transform =
            to_press
                ? lcms->cmsCreateTransform(srgb, TYPE_RGB_8, press, TYPE_CMYK_8, intent, flags)
                : lcms->cmsCreateTransform(press, TYPE_CMYK_8, srgb, TYPE_RGB_8, intent, flags);
    if (press)
        lcms->cmsCloseProfile(press);
    if (srgb)
        lcms->cmsCloseProfile(srgb);
    return transform;
}

/* Row by row, since the library counts pixels in 32 bits. */
static void convert_rows(const lcms_calls *lcms, cmsHTRANSFORM transform, zt_arena *arena,
                         int channels, zt_pixels *pixels)
{
    size_t width = (size_t)pixels->width, height = (size_t)pixels->height,
           from = (size_t)pixels->channels, to = (size_t)channels;
    unsigned char *out = zt_arena_array(arena, height, width * to);
    for (size_t y = 0; y < height; y++)
        lcms->cmsDoTransform(transform, pixels->samples + y * width * from, out + y * width * to,
                             (cmsUInt32Number)width);
    lcms->cmsDeleteTransform(transform);
    pixels->samples = out;
    pixels->channels = channels;
}

/* Reports bad-icc. */
static bool refuse_icc(zt_diags *diags, const zt_printing *printing)
{
    zt_report(
        diags, ZT_ERROR, "bad-icc", printing->icc_at, "“%s”不能用来转换颜色，文件损坏；换一个",
        "“%s” cannot convert colours, it is damaged; name another", zt_path_base(printing->icc));
    return false;
}

bool zt_press_convert(zt_arena *arena, zt_diags *diags, const zt_printing *printing, zt_str icc,
                      zt_str from, zt_pixels *pixels)
{
    static const cmsUInt32Number intents[] = {[ZT_RENDERING_RELATIVE] =
                                                  INTENT_RELATIVE_COLORIMETRIC,
                                              [ZT_RENDERING_PERCEPTUAL] = INTENT_PERCEPTUAL};
    lcms_calls lcms;
    if (!load(&lcms, diags))
        return false;
    cmsHTRANSFORM transform =
        transform_of(&lcms, icc, from, true, intents[printing->rendering],
                     printing->black_point ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0);
    if (!transform)
        return refuse_icc(diags, printing);
    convert_rows(&lcms, transform, arena, 4, pixels);
    return true;
}

bool zt_rgb_to_srgb(zt_arena *arena, zt_diags *diags, zt_str from, zt_pixels *pixels)
{
    lcms_calls lcms;
    if (!load(&lcms, diags))
        return false;
    cmsHPROFILE own = rgb_profile(&lcms, from), srgb = lcms.cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform =
        own && srgb
            ? lcms.cmsCreateTransform(own, TYPE_RGB_8, srgb, TYPE_RGB_8,
                                      INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION)
            : NULL;
    if (own)
        lcms.cmsCloseProfile(own);
    if (srgb)
        lcms.cmsCloseProfile(srgb);
    if (transform)
        convert_rows(&lcms, transform, arena, 3, pixels);
    return true;
}

bool zt_press_show(zt_arena *arena, zt_diags *diags, const zt_printing *printing, zt_str icc,
                   zt_pixels *pixels)
{
    lcms_calls lcms;
    if (!load(&lcms, diags))
        return false;
    cmsHTRANSFORM transform =
        transform_of(&lcms, icc, (zt_str){0}, false, INTENT_ABSOLUTE_COLORIMETRIC, 0);
    if (!transform)
        return refuse_icc(diags, printing);
    convert_rows(&lcms, transform, arena, 3, pixels);
    return true;
}

/* Of one pixel, 0 to 1020. */
static int sum_of(const unsigned char *inks)
{
    return inks[0] + inks[1] + inks[2] + inks[3];
}

double zt_press_most_ink(const zt_pixels *pixels)
{
    int most = 0;
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    for (size_t i = 0; i < count; i++) {
        int sum = sum_of(pixels->samples + 4 * i);
        most = sum > most ? sum : most;
    }
    return most / 2.55;
}

/* Rounded down, so that the sum is never above the limit. Where black alone is, nothing is left to
   take: no limit lies below 100 %. */
void zt_press_limit_ink(zt_pixels *pixels, double limit)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    const int most = (int)floor(limit * 2.55 + 1e-6);
    for (size_t i = 0; i < count; i++) {
        unsigned char *inks = pixels->samples + 4 * i;
        int sum = sum_of(inks), colours = sum - inks[3], room = most - inks[3];
        for (int k = 0; sum > most && k < 3; k++)
            inks[k] = (unsigned char)(room > 0 ? inks[k] * room / colours : 0);
    }
}
