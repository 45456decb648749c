/* gen/text/script.c — scripts beyond Han and Latin in names and titles: Tibetan, Uyghur, Mongolian
   and their like. Their runs become items, each with one script, direction, style and face; shape.c
   shapes them, and a line that holds right-to-left ones is put in visual order. */
#include <hb.h>

#include "text/para_imp.h"

/* Both ends included. */
typedef struct cp_range {
    uint32_t first, last;
} cp_range;

/* By walking: ten ranges. */
static bool is_within(uint32_t cp, const cp_range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cp >= ranges[i].first && cp <= ranges[i].last)
            return true;
    return false;
}

/* Blocks of the scripts whose letters join, stack, are reordered or run right to left. */
static bool is_complex(uint32_t cp)
{
    static const cp_range ranges[] = {
        {0x0590, 0x109F},   /* Hebrew, Arabic … Indic scripts … Tibetan, Myanmar */
        {0x1700, 0x18AF},   /* Philippine scripts, Khmer, Mongolian */
        {0x1900, 0x1C7F},   /* Limbu … Ol Chiki */
        {0x1CD0, 0x1CFF},   /* Vedic signs */
        {0xA800, 0xA95F},   /* Syloti Nagri … Rejang; Phags-pa */
        {0xA980, 0xAAFF},   /* Javanese … Meetei Mayek */
        {0xABC0, 0xABFF},   /* Meetei Mayek */
        {0xFB1D, 0xFDFF},   /* Hebrew and Arabic forms */
        {0xFE70, 0xFEFC},   /* Arabic forms */
        {0x10800, 0x11FFF}, /* right-to-left and Brahmic scripts; Mongolian supplement */
        {0x1E800, 0x1EFFF}, /* Mende Kikakui … Arabic mathematical letters */
    };
    /* Nearly all text ends at one of these comparisons. */
    if (cp < 0x0590 || (cp >= 0x1D00 && cp < 0xA800) || (cp >= 0xAC00 && cp < 0xFB1D))
        return false;
    return is_within(cp, ranges, sizeof ranges / sizeof *ranges);
}

/* Pictures of the supplementary plane; symbols of the basic plane (①, ★, ☎) are print. */
bool zt_is_emoji(uint32_t cp)
{
    static const cp_range ranges[] = {
        {0x1F000, 0x1F0FF},                                         /* tiles and cards */
        {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F1E6, 0x1F1FF}, /* flags */
        {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7FF}, {0x1F900, 0x1FAFF},
    };
    return cp >= 0x1F000 && is_within(cp, ranges, sizeof ranges / sizeof *ranges);
}

/* A strong character that runs left to right. */
static bool leads_left_to_right(const zt_char *c)
{
    return c->cls == ZT_C_HAN || zt_is_letter(c->cp);
}

/* Whether Pango is needed at all. */
static bool has_complex(const zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++)
        if (is_complex(imp->chars[i].cp))
            return true;
    return false;
}

/* A Chinese page runs left to right; only a paragraph wholly in such a script has its own way. */
static bool is_right_to_left(const zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++)
        if (leads_left_to_right(&imp->chars[i]))
            return false;
    for (size_t i = 0; i < imp->count; i++)
        if (is_complex(imp->chars[i].cp))
            return HB_DIRECTION_IS_BACKWARD(hb_script_get_horizontal_direction(
                hb_unicode_script(hb_unicode_funcs_get_default(), imp->chars[i].cp)));
    return false;
}

/* Directional controls (UAX #9) and joiners: nothing to see. */
static bool is_unseen(uint32_t cp)
{
    return (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x2069) || (cp >= 0x180B && cp <= 0x180F) || cp == 0x61C ||
           cp == 0x34F;
}

/* May stand inside an item: word spaces, joiners, the narrow space before Mongolian endings. */
static bool joins_items(const zt_char *c)
{
    return c->cls == ZT_C_BLANK || c->cp == 0x202F || c->cp == 0x200C || c->cp == 0x200D;
}

/* Whether two characters can be shaped together. */
static bool is_alike(const zt_para_imp *imp, const zt_char_script *found, size_t a, size_t b)
{
    return found[a].level == found[b].level && imp->chars[a].style == imp->chars[b].style &&
           imp->chars[a].turn == imp->chars[b].turn;
}

/* The end of the item that begins at `i`: its last complex character. */
static size_t item_end(const zt_para_imp *imp, const zt_char_script *found, size_t i)
{
    size_t end = i + 1;
    for (size_t k = end; k < imp->count && is_alike(imp, found, i, k); k++) {
        const zt_char *c = &imp->chars[k];
        if (is_complex(c->cp) && found[k].script == found[i].script)
            end = k + 1;
        else if (!joins_items(c))
            break;
    }
    return end;
}

/* Letters that join may not be parted by tracking. */
static const zt_text_style *untracked(const zt_para_imp *imp, const zt_text_style *style)
{
    if (style->tracking == 0)
        return style;
    zt_text_style *copy = ZT_NEW(imp->arena, zt_text_style);
    *copy = *style;
    copy->tracking = 0;
    return copy;
}

/* The classes become Latin for the rules between the item and its Chinese neighbours. */
static void add_item(zt_para_imp *imp, zt_char_span chars, uint32_t script)
{
    const zt_text_style *style = untracked(imp, imp->chars[chars.first].style);
    zt_item_run item = {chars, script};
    ZT_PUSH(imp->arena, &imp->items, item);
    for (size_t i = chars.first; i < chars.end; i++) {
        zt_char *c = &imp->chars[i];
        c->item = (uint16_t)imp->items.count;
        c->style = style;
        if (c->cls != ZT_C_BLANK)
            c->cls = ZT_C_LAT; /* narrow letters to all Chinese rules */
    }
}

/* Chinese marks part a list of names: each name runs its own way, the list runs as the line does.
 */
static uint8_t level_of(const zt_char *c, const zt_char_script *found, bool right_to_left)
{
    bool mark = c->chinese && c->cls != ZT_C_HAN && c->cls != ZT_C_LAT;
    return mark && !right_to_left ? 0 : found->level;
}

/* Pango is asked only where some character needs it, for it must be loaded; without it the text
   stays as the Chinese rules set it, after a report. Direction is set for all characters, items
   are made of those of other scripts alone. */
void zt_chars_itemise(zt_para_imp *imp)
{
    if (!has_complex(imp))
        return;
    bool backward = is_right_to_left(imp);
    zt_char_script *found = ZT_ARRAY(imp->arena, imp->count, zt_char_script);
    if (!zt_pango_itemise(imp, backward, found))
        return;
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        found[i].level = level_of(c, &found[i], backward);
        c->level = found[i].level;
        c->may_break = found[i].may_break;
        imp->bidi |= c->level > 0;
        if (is_unseen(c->cp))
            c->cls = ZT_C_ZERO;
    }
    for (size_t i = 0; i < imp->count && imp->items.count < UINT16_MAX;) {
        size_t end = is_complex(imp->chars[i].cp) ? item_end(imp, found, i) : i;
        if (end > i)
            add_item(imp, (zt_char_span){i, end}, found[i].script);
        i = end > i ? end : i + 1;
    }
}

/* How many characters of the item the face lacks. */
static size_t lacking(const zt_para_imp *imp, zt_char_span chars, const zt_face *face)
{
    size_t count = 0;
    for (size_t i = chars.first; i < chars.end; i++) {
        uint32_t cp = imp->chars[i].cp;
        bool shaped_without = is_unseen(cp) || cp == 0x202F || cp == 0x180E;
        count += !shaped_without && zt_face_glyph(face, cp) == 0;
    }
    return count;
}

/* Reports glyph-fallback once an item, with its text. */
static void report_item(const zt_para_imp *imp, zt_char_span chars, const zt_face *face)
{
    const zt_char *first = &imp->chars[chars.first], *last = &imp->chars[chars.end - 1];
    zt_str text = zt_str_slice(imp->text, first->offset, last->offset + last->bytes);
    const zt_face *own = first->style->face;
    zt_report(imp->diags, ZT_NOTE, "glyph-fallback", zt_pos_of_char(imp, chars.first),
              "“%.*s”不在 %s %d 里，用了备用字体 %s %d",
              "“%.*s” is not in %s %d; the fallback %s %d is used", ZT_ARG(text),
              zt_face_family(own), zt_face_weight(own), zt_face_family(face), zt_face_weight(face));
}

/* The one that lacks least: an item is never set in two faces, which would part joined letters. */
static const zt_face *face_of_item(const zt_para_imp *imp, zt_char_span chars)
{
    const zt_text_style *style = imp->chars[chars.first].style;
    const zt_face *best = style->face;
    size_t least = lacking(imp, chars, best);
    for (size_t k = 0; k < style->fallback_count && least > 0; k++) {
        const zt_fallback *f = &style->fallbacks[k];
        const zt_face *face = zt_fonts_try(style->fonts, imp->diags, f->at, f->family, f->weight);
        size_t lacks = face ? lacking(imp, chars, face) : SIZE_MAX;
        if (lacks < least) {
            least = lacks;
            best = face;
        }
    }
    return best;
}

/* Reports glyph-fallback as a note for each item that its style's own face cannot set. */
void zt_items_choose_faces(zt_para_imp *imp)
{
    for (size_t k = 0; k < imp->items.count; k++) {
        zt_char_span chars = imp->items.items[k].chars;
        const zt_face *own = imp->chars[chars.first].style->face;
        const zt_face *face = face_of_item(imp, chars);
        if (face != own)
            report_item(imp, chars, face);
        for (size_t i = chars.first; i < chars.end; i++)
            imp->chars[i].face = face;
    }
}

/* Pango's breaks, where no rule of ours forbids one. */
void zt_items_break(zt_para_imp *imp)
{
    for (size_t k = 0; k < imp->items.count; k++) {
        zt_char_span chars = imp->items.items[k].chars;
        for (size_t i = chars.first + 1; i < chars.end; i++) {
            zt_char *c = &imp->chars[i];
            bool blank = c->cls == ZT_C_BLANK || imp->chars[i - 1].cls == ZT_C_BLANK;
            if (!blank && c->brk == ZT_BRK_HARD && c->may_break && !c->tail &&
                !imp->runs[c->run].bound)
                c->brk = ZT_BRK_MAY;
        }
    }
}

/* Turns the order of the characters around: each keeps its width and what lies between them. */
static void mirror(zt_para_imp *imp, zt_char_span part)
{
    double from = imp->chars[part.first].x, to = from;
    for (size_t i = part.first; i < part.end; i++) {
        const zt_char *c = &imp->chars[i];
        from = zt_min(from, c->x);
        to = zt_max(to, c->x + c->set);
    }
    for (size_t i = part.first; i < part.end; i++) {
        zt_char *c = &imp->chars[i];
        c->x = from + to - c->x - c->set;
    }
}

/* UAX #9, L2: from the highest level down, each stretch at or above it is mirrored. */
void zt_line_reorder(zt_para_imp *imp, zt_char_span ink)
{
    uint8_t top = 0;
    for (size_t i = ink.first; imp->bidi && i < ink.end; i++)
        top = imp->chars[i].level > top ? imp->chars[i].level : top;
    for (uint8_t level = top; level > 0; level--)
        for (size_t i = ink.first; i < ink.end;) {
            size_t end = i;
            while (end < ink.end && imp->chars[end].level >= level)
                end++;
            if (end > i)
                mirror(imp, (zt_char_span){i, end});
            i = end + 1;
        }
}
