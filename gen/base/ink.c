/* gen/base/ink.c — screen colours of inks: one formula from CMYK to sRGB, tints, coverage and
   luminance. No colour management: an ink has one stated colour on every screen. */
#include "base/ink.h"

#include <math.h>

const zt_ink zt_ink_paper = {.name = "paper", .rgb = {1, 1, 1}, .paper = true};

/* The solids are sRGB numbers of the process inks; a formula and no profile, so that a page has
   the same colours on every machine. */
zt_rgb zt_rgb_from_cmyk(const double cmyk[4])
{
    static const zt_rgb solid[4] = {
        {0, 0.59, 0.84}, {0.83, 0.08, 0.46}, {1, 0.91, 0.05}, {0.12, 0.11, 0.11}};
    zt_rgb out = {1, 1, 1};
    for (int i = 0; i < 4; i++) {
        out.r *= 1 - cmyk[i] * (1 - solid[i].r);
        out.g *= 1 - cmyk[i] * (1 - solid[i].g);
        out.b *= 1 - cmyk[i] * (1 - solid[i].b);
    }
    return out;
}

zt_rgb zt_paint_rgb(zt_paint paint)
{
    if (!paint.ink)
        return (zt_rgb){1, 1, 1};
    zt_rgb c = paint.ink->rgb;
    return (zt_rgb){1 - paint.tint * (1 - c.r), 1 - paint.tint * (1 - c.g),
                    1 - paint.tint * (1 - c.b)};
}

double zt_paint_coverage(zt_paint paint)
{
    double sum = 0;
    for (int i = 0; paint.ink && i < 4; i++)
        sum += paint.ink->cmyk[i];
    return sum * paint.tint * 100;
}

double zt_paint_grey(zt_paint paint)
{
    if (!paint.ink)
        return 0;
    zt_rgb c = paint.ink->rgb;
    double full = 100 - 100 * (0.299 * c.r + 0.587 * c.g + 0.114 * c.b);
    double covered = paint.ink->hatch > 0 ? paint.ink->hatch / paint.ink->pitch : 1;
    return full * covered * paint.tint;
}

/* sRGB number to light (WCAG 2.1, relative luminance, which still says 0.03928). */
static double linear(double c)
{
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

double zt_rgb_luminance(zt_rgb rgb)
{
    return 0.2126 * linear(rgb.r) + 0.7152 * linear(rgb.g) + 0.0722 * linear(rgb.b);
}
