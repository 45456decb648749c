/* gen/text/spacing.c — the gap between Han and Western letters or digits (R60 to R63), and the
   small gap beside an enlarged figure (R66). */
#include "text/para_imp.h"

/* R60, em of the Han. */
typedef struct gap_profile {
    double natural, least;
    /* What the gap is stretched to before all others are (R42). */
    double most;
    /* The most that it gets together with all others; 0: as much as they. */
    double given;
} gap_profile;

/* R60's profiles by name. */
static gap_profile profile_of(zt_spacing spacing)
{
    switch (spacing) {
    case ZT_SPACING_OFF:
        return (gap_profile){0, 0, 0, 0};
    case ZT_SPACING_NEWS:
        /* Set tight, so that a gap which opens before all others is seen as a hole before the
           number on one line and none on the next. */
        return (gap_profile){0, 0, 0, 0.125};
    case ZT_SPACING_SPACED:
        return (gap_profile){0.125, 0.125, 0.25, 0};
    case ZT_SPACING_BOOK:
        return (gap_profile){0.25, 0.125, 0.33, 0};
    }
    return (gap_profile){0, 0, 0, 0};
}

/* R61: letters, digits and ASCII-like punctuation; no operators, currency, brackets, quotes. */
static bool takes_gap(const zt_char *c)
{
    if (c->cls == ZT_C_DIG)
        return true;
    if (c->cls != ZT_C_LAT && c->cls != ZT_C_SUFF && c->cls != ZT_C_PREF)
        return false;
    if (c->item || zt_is_letter(c->cp) || c->cp == 0x2030)
        return true;
    return c->cp == '%' || c->cp == '#' || c->cp == '&' || c->cp == '@' || c->cp == '!' ||
           c->cp == '?' || c->cp == '.' || c->cp == ',' || c->cp == ':' || c->cp == ';';
}

/* R66: between a figure and text a size smaller; the middle of 0.05 to 0.1 em of the text. */
#define FIGURE_GAP 0.08
#define FIGURE_RATIO 1.12 /* sizes nearer than this are one size to the eye */

/* Points between two neighbours; 0 when neither is an enlarged figure. */
static double figure_gap(const zt_char *a, const zt_char *b)
{
    const zt_char *big = a->style->size > b->style->size ? a : b, *small = big == a ? b : a;
    bool text = small->cls == ZT_C_HAN || small->cls == ZT_C_SUFF || small->cls == ZT_C_SYM;
    if (!zt_is_run_part(big) || !text || big->style->size < FIGURE_RATIO * small->style->size)
        return 0;
    return FIGURE_GAP * small->style->size;
}

/* The wider of the two gaps counts. */
static void space_pair(zt_para_imp *imp, const zt_char *a, zt_char *b)
{
    bool before = a->cls == ZT_C_HAN && takes_gap(b), after = b->cls == ZT_C_HAN && takes_gap(a);
    /* R63: none beside digits that stand upright or side by side in a column. */
    bool upright = imp->style.vertical && (before ? b : a)->turn != ZT_TURN_ROTATED;
    if ((before || after) && !upright && imp->style.spacing != ZT_SPACING_OFF) {
        gap_profile p = profile_of(imp->style.spacing);
        double size = (before ? a : b)->style->size;
        b->gap_place = true;
        b->gap = p.natural * size;
        b->gap_min = p.least * size;
        b->gap_max = p.most * size;
        b->most_given = p.given * size;
    }
    double figure = figure_gap(a, b);
    if (figure > b->gap)
        b->gap = b->gap_min = figure;
    if (b->gap_max < b->gap)
        b->gap_max = b->gap;
}

/* A typed blank between Han and digits stands for the gap and takes its width (R63). */
static bool stands_for_gap(const zt_para_imp *imp, size_t i)
{
    if (i == 0 || i + 1 >= imp->count || imp->chars[i].cls != ZT_C_BLANK ||
        imp->style.spacing == ZT_SPACING_OFF)
        return false;
    const zt_char *a = &imp->chars[i - 1], *b = &imp->chars[i + 1];
    return (a->cls == ZT_C_HAN && (b->cls == ZT_C_DIG || b->cls == ZT_C_PREF)) ||
           (b->cls == ZT_C_HAN && (a->cls == ZT_C_DIG || a->cls == ZT_C_SUFF));
}

/* Blanks that stand for a gap first, since they let Han and digits become neighbours. */
void zt_chars_space(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++) {
        if (stands_for_gap(imp, i)) {
            imp->chars[i].advance = 0;
            imp->chars[i].cls = ZT_C_ZERO;
            imp->chars[i].preferred = false;
        }
    }
    for (size_t a = 0; a < imp->count; a++) {
        size_t b = zt_chars_after(imp, a);
        if (b != SIZE_MAX && imp->chars[a].cls != ZT_C_ZERO && !imp->chars[b].joins)
            space_pair(imp, &imp->chars[zt_base_of(imp, a)], &imp->chars[b]);
    }
}
