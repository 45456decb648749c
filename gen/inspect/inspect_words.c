/* gen/inspect/inspect_words.c — marks and their colours in words. */
#include "inspect/inspect_imp.h"

/* The colour in words: C100 M100 Y0 K20. */
const char *zt_inspect_colour_words(zt_arena *arena, const zt_colour *colour)
{
    static const char *const families[] = {"?", "K", "RGB", "CMYK", "", "Lab", "?"};
    const double *v = colour->value;
    if (colour->count == 0 && colour->space != ZT_SPACE_SPOT)
        return families[colour->space];
    if (colour->space == ZT_SPACE_CMYK)
        return zt_arena_printf(arena, "C%.0f M%.0f Y%.0f K%.0f", 100 * v[0], 100 * v[1], 100 * v[2],
                               100 * v[3]);
    if (colour->space == ZT_SPACE_RGB)
        return zt_arena_printf(arena, "R%.0f G%.0f B%.0f", 255 * v[0], 255 * v[1], 255 * v[2]);
    if (colour->space == ZT_SPACE_GREY)
        return zt_arena_printf(arena, "K%.0f", 100 * (1 - v[0]));
    return zt_arena_printf(arena, "%.*s", ZT_ARG(colour->spot));
}

const char *zt_inspect_kind_words(zt_painted_kind kind, bool zh)
{
    static const char *const words[][2] = {{"文字", "type"},
                                           {"底色", "a fill"},
                                           {"线条", "a line"},
                                           {"图片", "a picture"},
                                           {"渐变", "a shading"}};
    return words[kind][!zh];
}
