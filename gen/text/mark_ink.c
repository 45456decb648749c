/* gen/text/mark_ink.c — where marks of faces without halt have their ink (R129): those faces do not
   say which half of a mark is blank, and not all have a blank half. */
#include "text/para_imp.h"

#define TOUCH 0.05 /* em of ink that may stand in the half which is taken */

/* False for a glyph without ink. In a column `from` counts down from the em box's top. */
bool zt_ink_along(const zt_para_imp *imp, const zt_char *c, zt_ink_reach *ink)
{
    zt_rect box;
    if (c->glyph_count == 0)
        return false;
    const zt_shaped *g = &imp->glyphs.items[c->glyph];
    if (!zt_face_ink(c->face, g->id, &box))
        return false;
    if (c->turn == ZT_TURN_UPRIGHT) { /* down from the top of the box */
        ink->from = g->dy - (box.y + box.h) * c->scale;
        ink->to = ink->from + box.h * c->scale;
    } else {
        ink->from = g->dx + box.x * c->scale;
        ink->to = ink->from + box.w * c->scale;
    }
    ink->from += c->shift;
    ink->to += c->shift;
    return true;
}

/* A face with halt has been drawn for it; of any other the ink decides. */
zt_blank_side zt_blank_side_of(const zt_para_imp *imp, const zt_char *c)
{
    const double half = 0.5;
    bool opens = c->cls == ZT_C_OPEN;
    zt_ink_reach ink;
    if (zt_face_has_halt(c->face, imp->style.vertical))
        return opens ? ZT_BLANK_BEFORE : ZT_BLANK_AFTER;
    if (!zt_ink_along(imp, c, &ink))
        return ZT_BLANK_NONE;
    bool before = ink.from >= half - TOUCH, after = ink.to <= half + TOUCH;
    if (before && after) /* a small mark in the middle: its own side (R1) */
        return opens ? ZT_BLANK_BEFORE : ZT_BLANK_AFTER;
    return before ? ZT_BLANK_BEFORE : after ? ZT_BLANK_AFTER : ZT_BLANK_NONE;
}

/* Brings the ink's middle to a quarter em from the word, as a half-width mark has it. */
double zt_ink_to_its_word(const zt_para_imp *imp, const zt_char *c)
{
    const double quarter = 0.25;
    zt_ink_reach ink;
    if (zt_face_has_halt(c->face, imp->style.vertical) || !zt_ink_along(imp, c, &ink))
        return 0;
    double centre = (ink.from + ink.to) / 2;
    bool opens = c->cls == ZT_C_OPEN;
    if (opens && c->gives == ZT_BLANK_BEFORE)
        return zt_max(0, 1 - quarter - centre);
    return !opens && c->gives == ZT_BLANK_AFTER ? zt_min(0, quarter - centre) : 0;
}

/* How far apart the ink of two neighbours should begin, em: a dash is one stroke, the dots of an
   ellipsis keep the distance that they have within its three. */
static double step_of(const zt_char *c, const zt_ink_reach *ink)
{
    const double overlap = 0.02; /* two strokes that only touch part on paper */
    double length = ink->to - ink->from;
    if (c->cls == ZT_C_DASH)
        return length - overlap;
    const double dot = 0.14; /* of the length, in faces of every style about this */
    return 1.5 * length * (1 - dot);
}

/* Leaves a face alone whose strokes touch, or whose dash is no stroke of about an em. */
static void join(zt_para_imp *imp, zt_char_span part)
{
    zt_char *first = &imp->chars[part.first];
    size_t count = part.end - part.first;
    zt_ink_reach ink;
    if (count < 2 || zt_face_has_halt(first->face, imp->style.vertical) ||
        !zt_ink_along(imp, first, &ink))
        return;
    double step = step_of(first, &ink), length = ink.to - ink.from;
    bool dash = first->cls == ZT_C_DASH;
    if (step > 1.2 || step < 0.6 || (dash && step >= 1))
        return; /* no such strokes; or they touch already */
    double from = ((double)count - (step * (double)(count - 1) + length)) / 2;
    for (size_t i = 0; i < count; i++) {
        zt_char *c = &imp->chars[part.first + i];
        c->shift += from + step * (double)i - (double)i - ink.from;
    }
}

/* Rows of the same character, each with one glyph. */
void zt_chars_join_strokes(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        const zt_char *c = &imp->chars[i];
        size_t end = i + 1;
        bool stroke = c->chinese && (c->cls == ZT_C_DASH || c->cls == ZT_C_ELL) && !c->missing;
        while (stroke && end < imp->count && imp->chars[end].cp == c->cp &&
               imp->chars[end].cls == c->cls && imp->chars[end].face == c->face &&
               imp->chars[end].glyph_count == 1 && !imp->chars[end].tail)
            end++;
        if (stroke)
            join(imp, (zt_char_span){i, end});
        i = end;
    }
}
