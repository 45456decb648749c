/* gen/text/squeeze.c — widths of marks: fixed boxes (R10), pairs of ！？ (R11), neighbouring marks
   (R12) and the three styles (R13). Marks are halved by moving the pen, never by other glyphs
   (R14): the glyph of an opening mark moves left by half an em, the others only advance less. */
#include <math.h>

#include "text/para_imp.h"

#define QUARTER 0.25
#define HALF 0.5 /* em: the blank side of a mark (R1) */

/* A Chinese mark with a blank half. */
static bool is_mark(const zt_char *c)
{
    return c->chinese && (c->cls == ZT_C_OPEN || zt_is_close(c));
}

/* R10; 0 = as shaped. */
static double box_of(const zt_char *c)
{
    switch ((zt_class)c->cls) {
    case ZT_C_DASH:
        return c->cp == 0x2E3A ? 2.0 : 1.0;
    case ZT_C_ELL:
        return 1.0;
    case ZT_C_CONN:
        return c->cp == 0x2014 || c->cp == 0xFF5E || c->cp == 0x301C ? 1.0 : HALF;
    case ZT_C_DOT:
    case ZT_C_SOL:
        return HALF;
    case ZT_C_OPEN:
    case ZT_C_CLOSE:
    case ZT_C_COMMA:
    case ZT_C_STOP:
    case ZT_C_EXQ:
    case ZT_C_WIDE_BLANK:
        return 1.0;
    case ZT_C_DIG: /* R112: the gap in 48 200 000 */
        return c->cp == 0x2009 ? QUARTER : 0;
    case ZT_C_HAN:
    case ZT_C_SYM:
    case ZT_C_PREF:
    case ZT_C_SUFF:
    case ZT_C_LAT:
    case ZT_C_BLANK:
    case ZT_C_STIFF:
    case ZT_C_ZERO:
    case ZT_C_LINE:
        return 0;
    }
    return 0;
}

/* Where the ink goes when the glyph is not as wide as its box: marks keep to their side (R1),
   the others are centred by their ink. */
static double shift_in_box(const zt_para_imp *imp, const zt_char *c, double box)
{
    zt_rect ink;
    if (fabs(c->natural - box) < 0.005 || c->glyph_count == 0)
        return 0;
    if (c->cls == ZT_C_OPEN)
        return box - c->natural;
    if (is_mark(c))
        return 0;
    if (c->turn == ZT_TURN_UPRIGHT) /* vertical forms stand in the middle of their own advance */
        return (box - c->natural) / 2;
    if (!zt_face_ink(c->face, imp->glyphs.items[c->glyph].id, &ink))
        return 0;
    return (box - ink.w * c->scale) / 2 - ink.x * c->scale;
}

/* R10 and R13: the width of each mark before neighbours are looked at. */
static void set_boxes(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        c->advance = c->natural;
        double box = box_of(c);
        if (box == 0 || c->tail)
            continue;
        if (c->cls == ZT_C_WIDE_BLANK && imp->style.vertical && imp->style.at_sense)
            box = HALF; /* R91: tight in a headline that runs down */
        /* A dash or an ellipsis shaped as one glyph carries the boxes of its tails. */
        for (size_t k = i + 1; k < imp->count && imp->chars[k].tail; k++)
            box += box_of(&imp->chars[k]);
        c->shift = shift_in_box(imp, c, box);
        c->advance = box;
        c->gives = is_mark(c) ? (uint8_t)zt_blank_side_of(imp, c) : ZT_BLANK_NONE;
        c->shift += zt_ink_to_its_word(imp, c);
    }
}

/* Once only (R12): what has lost its blank half has no second one. */
static void halve(zt_char *c)
{
    if (c->squeezed || c->advance < 1.0 - 0.005 || c->gives == ZT_BLANK_NONE)
        return;
    c->squeezed = true;
    c->advance -= HALF;
    if (c->gives == ZT_BLANK_BEFORE) /* left, or up in a column */
        c->shift -= HALF;
}

/* R71: in vertical text these stand in the middle of their box. */
static bool is_stiff_in_columns(const zt_para_imp *imp, const zt_char *c)
{
    return imp->style.vertical && (c->cp == 0xFF1A || c->cp == 0xFF1B || c->cls == ZT_C_EXQ);
}

/* R13; quanjiao halves nothing by itself. */
static void apply_style(zt_para_imp *imp)
{
    if (imp->style.punctuation == ZT_QUANJIAO)
        return;
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        bool full = c->cls == ZT_C_STOP || c->cls == ZT_C_EXQ;
        if (is_mark(c) && !is_stiff_in_columns(imp, c) &&
            !(full && imp->style.punctuation == ZT_KAIMING))
            halve(c);
    }
}

/* R11: of n marks ！？ in a row each pair takes 1 em; an odd last one keeps its own. */
static void squeeze_exclamations(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        size_t n = 0;
        while (i + n < imp->count && imp->chars[i + n].cls == ZT_C_EXQ)
            n++;
        for (size_t k = 0; k < n / 2 * 2; k++)
            if (!is_stiff_in_columns(imp, &imp->chars[i + k]))
                halve(&imp->chars[i + k]);
        i += n ? n : 1;
    }
}

/* R12: a mark before a closing one, or behind an opening one; U+3000 has a blank of its own. */
static void squeeze_pair(zt_para_imp *imp, zt_char *a, zt_char *b)
{
    bool close_a = zt_is_close(a) && a->chinese, open_a = a->cls == ZT_C_OPEN && a->chinese;
    bool close_b = zt_is_close(b) && b->chinese, open_b = b->cls == ZT_C_OPEN && b->chinese;
    if (close_a && (close_b || b->cls == ZT_C_WIDE_BLANK) && !is_stiff_in_columns(imp, a))
        halve(a);
    else if (open_b && (close_a || open_a || a->cls == ZT_C_WIDE_BLANK))
        halve(b);
}

/* ‘ and ’ are half as wide as the box that they share with “ and ”: in display sizes the white left
   in it is seen as a hole before or behind the quoted words (R93). A mark that begins a text keeps
   its box, by which other lines stand. */
static void close_up_singles(zt_para_imp *imp)
{
    const double white = 0.1; /* em: what “ has about its ink */
    double least = imp->style.hang_quotes;
    for (size_t i = 0; i < imp->count && least > 0 && !imp->style.vertical; i++) {
        zt_char *c = &imp->chars[i];
        bool single = is_mark(c) && (c->cp == 0x2018 || c->cp == 0x2019);
        zt_ink_reach ink;
        if (!single || c->style->size < least - 1e-6 || c->advance > HALF + 1e-6 ||
            !zt_ink_along(imp, c, &ink))
            continue;
        bool opens = c->cp == 0x2018;
        double over = (opens ? ink.from : c->advance - ink.to) - white;
        if (over <= 0 || (opens && i == 0))
            continue;
        c->advance -= over;
        c->shift -= opens ? over : 0;
    }
}

/* The style before the pairs, so that a mark is never halved by both. */
void zt_chars_squeeze(zt_para_imp *imp)
{
    set_boxes(imp);
    zt_chars_join_strokes(imp);
    if (imp->style.vertical)
        zt_chars_combine(imp);
    apply_style(imp);
    squeeze_exclamations(imp);
    for (size_t a = 0; a < imp->count; a++) {
        size_t b = zt_chars_after(imp, a);
        if (b != SIZE_MAX && imp->chars[a].cls != ZT_C_ZERO)
            squeeze_pair(imp, &imp->chars[a], &imp->chars[b]);
    }
    close_up_singles(imp);
}

/* R21, in points. */
double zt_start_trim(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    if (c->cls != ZT_C_OPEN || !c->chinese || c->gives != ZT_BLANK_BEFORE)
        return 0;
    bool whole = c->advance > 1.0 - 0.005;
    if (imp->style.trim_start)
        return whole ? HALF * c->style->size : 0;
    /* Halved for a neighbour that now ends the line before: whole again. */
    return !whole && imp->style.punctuation == ZT_QUANJIAO ? -HALF * c->style->size : 0;
}

/* R20 and R22, in points. */
double zt_end_trim(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    if (!is_mark(c) || c->cls == ZT_C_OPEN || is_stiff_in_columns(imp, c))
        return 0;
    bool whole = c->advance > 1.0 - 0.005 && c->gives != ZT_BLANK_NONE;
    double left = whole ? c->advance - HALF : c->advance;
    size_t before = zt_chars_before(imp, i);
    bool alone = before == SIZE_MAX || !is_mark(&imp->chars[before]);
    /* R22: one stop or comma beyond the measure, never in a run of marks. */
    if (imp->style.hang && alone && (c->cp == 0xFF0C || c->cp == 0x3001 || c->cp == 0x3002))
        return c->advance * c->style->size;
    return (c->advance - left) * c->style->size;
}

/* Stops and ends of sentences only where the theme lets them shrink (R41, last step). */
double zt_mark_blank(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    bool whole =
        is_mark(c) && !c->squeezed && c->advance > 1.0 - 0.005 && c->gives != ZT_BLANK_NONE;
    if ((c->cls == ZT_C_STOP || c->cls == ZT_C_EXQ) && !imp->style.shrink_stops)
        return 0;
    return whole && !is_stiff_in_columns(imp, c) ? HALF * c->style->size : 0;
}
