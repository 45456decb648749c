/* gen/template/theme_inking.c — inks of a section, inks of black alone. */
#include "template/theme_inking.h"

#include <math.h>
#include <string.h>

static zt_ink *ink_named(zt_theme *theme, const char *name)
{
    for (size_t i = 0; i < theme->ink_count; i++)
        if (strcmp(theme->inks[i].name, name) == 0)
            return &theme->inks[i];
    return NULL;
}

static const zt_section_ink *section_named(const zt_theme *theme, const char *name)
{
    for (size_t i = 0; i < theme->look.section_count; i++)
        if (strcmp(theme->look.sections[i].name, name) == 0)
            return &theme->look.sections[i];
    return NULL;
}

bool zt_theme_has_section(const zt_theme *theme, const char *name)
{
    return theme->look.section_count == 0 || section_named(theme, name) != NULL;
}

void zt_theme_take_section(zt_theme *theme, const char *name)
{
    zt_ink *accent = ink_named(theme, "accent");
    const zt_section_ink *section = section_named(theme, name);
    if (accent && section)
        *accent = section->ink;
}

/* The screen colour of solid black on newsprint. */
static const zt_rgb BLACK = {0x1f / 255.0, 0x1c / 255.0, 0x1b / 255.0};

/* Black at a share of 0 to 1. */
static void paint_black(zt_ink *ink, double share)
{
    zt_ink black = {.name = ink->name, .cmyk = {0, 0, 0, share}, .overprint = share >= 1};
    black.rgb =
        (zt_rgb){1 - share * (1 - BLACK.r), 1 - share * (1 - BLACK.g), 1 - share * (1 - BLACK.b)};
    *ink = black;
}

/* Any other ink keeps its grey, in whole per cent; 5 % is the least that prints. */
static double share_of(const zt_ink *ink)
{
    const zt_ink solid = {.rgb = BLACK};
    double share = zt_paint_grey(ZT_SOLID(ink)) / zt_paint_grey(ZT_SOLID(&solid));
    share = floor(100 * share + 0.5) / 100;
    return share > 0 ? zt_clamp(share, 0.05, 1) : 0;
}

/* What the inks of every theme mean, in black. */
static const struct {
    const char *name;
    double share;
    double hatch, pitch; /* points; 0: solid */
} meanings[] = {{"accent", 1, 0, 0},
                {"deep", 1, 0, 0},
                {"companion", 0.55, 0, 0},
                {"companion-mid", 1, ZT_MM(0.24), ZT_MM(0.85)},
                {"companion-light", 0.2, 0, 0},
                {"panel", 0.08, 0, 0}};

static void blacken(zt_ink *ink)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (strcmp(ink->name, meanings[i].name) == 0) {
            paint_black(ink, meanings[i].share);
            ink->hatch = meanings[i].hatch;
            ink->pitch = meanings[i].pitch;
            return;
        }
    double hatch = ink->hatch, pitch = ink->pitch;
    paint_black(ink, hatch > 0 ? 1 : share_of(ink));
    ink->hatch = hatch;
    ink->pitch = pitch;
}

void zt_theme_take_black(zt_theme *theme)
{
    for (size_t i = 0; i < theme->ink_count; i++)
        blacken(&theme->inks[i]);
    for (size_t i = 0; i < theme->key_ink_count; i++)
        if (theme->key_inks[i].own)
            blacken(theme->key_inks[i].own);
    /* Below naught lines, above it tints: two greys would not tell the sides apart. */
    if (theme->look.diverging.count > 0 && ink_named(theme, "companion-mid"))
        theme->look.diverging.minus = ink_named(theme, "companion-mid");
    if (theme->look.bars.form == ZT_BAR_FULL)
        theme->look.bars.form = ZT_BAR_OUTLINE;
}
