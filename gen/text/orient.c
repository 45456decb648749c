/* gen/text/orient.c — the orientation of UAX #50 without tailoring, and how a character stands in
   its column in the end, as one letter. */
#include "text/para_imp.h"
#include "text/unicode_imp.h"

/* Tr without a vertical form would be turned; fonts of Chinese have the form. */
static zt_turn turn_of(uint32_t cp)
{
    switch ((zt_orientation)zt_unicode_orient(cp)) {
    case ZT_VO_R:
        return ZT_TURN_ROTATED;
    case ZT_VO_U:
    case ZT_VO_TR:
    case ZT_VO_TU:
        return ZT_TURN_UPRIGHT;
    }
    return ZT_TURN_ROTATED;
}

void zt_chars_turn_plain(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++)
        imp->chars[i].turn = (uint8_t)turn_of(imp->chars[i].cp);
}

/* Of UAX #50 alone; Tr and Tu are both a form of their own. */
static char letter_of_property(uint32_t cp)
{
    switch ((zt_orientation)zt_unicode_orient(cp)) {
    case ZT_VO_R:
        return 'R';
    case ZT_VO_U:
        return 'U';
    case ZT_VO_TR:
    case ZT_VO_TU:
        return 'V';
    }
    return 'R';
}

/* R71: these keep the form of horizontal text, in the middle of their box. */
static bool stays_upright(const zt_char *c)
{
    return c->cls == ZT_C_EXQ || c->cls == ZT_C_DOT || c->cp == 0xFF1A || c->cp == 0xFF1B;
}

/* Another glyph than in horizontal text. */
static bool has_vertical_form(const zt_para_imp *imp, size_t i)
{
    while (i > 0 && imp->chars[i].tail)
        i--;
    const zt_char *c = &imp->chars[i];
    if (c->glyph_count == 0 || c->missing || stays_upright(c))
        return false;
    return imp->glyphs.items[c->glyph].id != zt_face_glyph(c->face, c->cp);
}

/* By what was decided, not by the property, unless plain_orientation asks for the property
   alone. Must be asked after shaping, for only then it is known whether the face has a vertical
   form. */
char zt_orient_letter(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    if (imp->style.vertical && imp->style.plain_orientation)
        return letter_of_property(c->cp);
    switch ((zt_turn)c->turn) {
    case ZT_TURN_NONE:
        return 'U';
    case ZT_TURN_UPRIGHT:
        return has_vertical_form(imp, i) ? 'V' : 'U';
    case ZT_TURN_ROTATED:
        return 'R';
    case ZT_TURN_COMBINED:
        return 'T';
    }
    return 'U';
}
