/* gen/text/missing.c — what a face lacks: characters go to the fallbacks that the theme declares, a
   whole cluster at a time; pictures are refused; the rest is reported, never replaced (R128, R134).
 */
#include <hb.h>

#include "base/utf8.h"
#include "text/para_imp.h"

/* Family and weight, for messages. */
static const char *name_of_face(const zt_para_imp *imp, const zt_face *face)
{
    return zt_arena_printf(imp->arena, "%s %d", zt_face_family(face), zt_face_weight(face));
}

/* Opened here, on first need; NULL when it is not installed, which is an error only where nothing
   else helps. */
static const zt_face *open_fallback(const zt_para_imp *imp, const zt_text_style *style, size_t k)
{
    const zt_fallback *f = &style->fallbacks[k];
    return zt_fonts_try(style->fonts, imp->diags, f->at, f->family, f->weight);
}

/* ---- pictures ---- */

/* 0 behind the end. */
static uint32_t cp_at(const zt_para_imp *imp, size_t i)
{
    return i < imp->count ? imp->chars[i].cp : 0;
}

/* Two of these are a flag. */
static bool is_regional(uint32_t cp)
{
    return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

/* Skin, presentation, the keycap's box, the tags of a flag of a region. */
static bool continues_picture(uint32_t cp)
{
    return cp == 0xFE0F || cp == 0x20E3 || (cp >= 0x1F3FB && cp <= 0x1F3FF) ||
           (cp >= 0xE0020 && cp <= 0xE007F);
}

/* One emoji as a reader sees it (UTS #51): a keycap, a flag, a family joined by U+200D. Empty when
   none begins at `i`. */
static zt_char_span picture_at(const zt_para_imp *imp, size_t i)
{
    uint32_t cp = imp->chars[i].cp, next = cp_at(imp, i + 1);
    zt_char_span none = {i, i}, picture = {i, i + 1};
    bool asked = next == 0x20E3 || (next == 0xFE0F && !zt_is_han(cp)); /* no Han is a picture */
    if (!zt_is_emoji(cp) && !asked)
        return none;
    if (is_regional(cp) && is_regional(next))
        picture.end++;
    for (;;) {
        while (continues_picture(cp_at(imp, picture.end)))
            picture.end++;
        if (cp_at(imp, picture.end) != 0x200D || picture.end + 1 >= imp->count)
            return picture;
        picture.end += 2;
    }
}

/* A face may have outlines for some pictures: they are refused all the same, and only once each. */
static void report_pictures(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        zt_char_span picture = picture_at(imp, i);
        if (picture.end == i) {
            i++;
            continue;
        }
        const zt_char *first = &imp->chars[i], *last = &imp->chars[picture.end - 1];
        const char *codes = "";
        for (size_t k = i; k < picture.end; k++) {
            codes = zt_arena_printf(imp->arena, "%s%sU+%04X", codes, *codes ? " " : "",
                                    (unsigned int)imp->chars[k].cp);
            imp->chars[k].missing = false;
        }
        zt_report(imp->diags, ZT_ERROR, "glyph-missing", zt_pos_of_char(imp, i),
                  "%s表情符号“%.*s”（%s）不能上版；改用文字或图",
                  "%sthe emoji “%.*s” (%s) cannot be printed; use words or a picture",
                  zt_owner_of(imp, first->style),
                  ZT_ARG(zt_str_slice(imp->text, first->offset, last->offset + last->bytes)),
                  codes);
        i = picture.end;
    }
}

/* ---- fallbacks ---- */

/* The character at `i` with its marks and selectors: one face has them all, or none. */
static zt_char_span cluster_at(const zt_para_imp *imp, size_t i)
{
    zt_char_span cluster = {i, i + 1};
    while (cluster.end < imp->count &&
           (imp->chars[cluster.end].joins || zt_is_selector(imp->chars[cluster.end].cp)))
        cluster.end++;
    return cluster;
}

/* Has the face all of the cluster, a mark also as part of a letter that holds it? */
static bool has_cluster(const zt_para_imp *imp, zt_char_span cluster, const zt_face *face)
{
    hb_codepoint_t base = imp->chars[cluster.first].cp, whole;
    if (!zt_face_glyph(face, base))
        return false;
    for (size_t i = cluster.first + 1; i < cluster.end; i++) {
        uint32_t mark = imp->chars[i].cp;
        if (hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &whole) &&
            zt_face_glyph(face, whole))
            base = whole;
        else if (imp->chars[i].joins && !zt_face_glyph(face, mark))
            return false;
    }
    return true;
}

/* R65: Western characters of another face come up to the digit height of the text's own. */
static double fallback_scale(const zt_char *c, const zt_face *face)
{
    double own = zt_face_metrics_of(c->style->face)->digit_height;
    double other = zt_face_metrics_of(face)->digit_height;
    bool western = c->cls == ZT_C_DIG || c->cls == ZT_C_LAT;
    return western && own > 0 && other > 0 ? own / other : 1.0;
}

/* In the order in which the theme declares them; NULL when none has the whole cluster. */
static const zt_face *fallback_for(const zt_para_imp *imp, zt_char_span cluster)
{
    const zt_text_style *style = imp->chars[cluster.first].style;
    for (size_t k = 0; k < style->fallback_count; k++) {
        const zt_face *face = open_fallback(imp, style, k);
        if (face && has_cluster(imp, cluster, face))
            return face;
    }
    return NULL;
}

/* Reports glyph-fallback, a note: the page is right, but in another face. */
static void report_fallback(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    zt_str text = zt_str_slice(imp->text, c->offset, c->offset + c->bytes);
    zt_report(imp->diags, ZT_NOTE, "glyph-fallback", zt_pos_of_char(imp, i),
              "“%.*s”（U+%04X）不在 %s 里，用了备用字体 %s",
              "“%.*s” (U+%04X) is not in %s; the fallback %s is used", ZT_ARG(text),
              (unsigned int)c->cp, name_of_face(imp, c->style->face), name_of_face(imp, c->face));
}

/* R128: a mark never changes its face. */
bool zt_missing_fall_back(zt_para_imp *imp)
{
    bool any = false;
    for (size_t i = 0; i < imp->count; i++) {
        const zt_char *c = &imp->chars[i];
        if (!c->missing || c->item || c->loose || picture_at(imp, i).end > i)
            continue;
        zt_char_span cluster = cluster_at(imp, zt_base_of(imp, i));
        const zt_face *face = fallback_for(imp, cluster);
        if (!face)
            continue;
        double scale = fallback_scale(&imp->chars[cluster.first], face);
        for (size_t k = cluster.first; k < cluster.end; k++) {
            imp->chars[k].face = face;
            imp->chars[k].scale = scale;
            imp->chars[k].missing = false;
        }
        any = true;
        report_fallback(imp, cluster.first);
    }
    return any;
}

/* ---- messages ---- */

/* "Noto Serif CJK SC 400, Noto Sans CJK SC 400": those that could be opened. */
static const char *fonts_tried(const zt_para_imp *imp, const zt_text_style *style)
{
    const char *tried = name_of_face(imp, style->face);
    for (size_t k = 0; k < style->fallback_count; k++) {
        const zt_face *face = open_fallback(imp, style, k);
        if (face)
            tried = zt_arena_printf(imp->arena, "%s, %s", tried, name_of_face(imp, face));
    }
    return tried;
}

/* For text of another script an absent fallback is the likely reason: say so, once a font. */
static void report_absent(const zt_para_imp *imp, const zt_text_style *style)
{
    for (size_t k = 0; k < style->fallback_count; k++) {
        const zt_fallback *f = &style->fallbacks[k];
        zt_fonts_find(style->fonts, imp->diags, f->at, f->family, f->weight);
    }
}

/* In the paragraph's arena; begins a message, so that an editor sees which part of the page is
   meant. */
const char *zt_owner_of(const zt_para_imp *imp, const zt_text_style *style)
{
    if (!style->block)
        return "";
    return zt_arena_printf(imp->arena, "<%s>%s%s: ", style->block, style->part ? " " : "",
                           style->part ? style->part : "");
}

/* A raised or lowered character that an element can raise or lower as well; NULL = none. */
static const char *plain_of(uint32_t cp, bool *lowered)
{
    static const char *const signs[] = {"+", "−", "=", "(", ")"};
    static const char *const digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    static const char *const lows[] = {"a", "e", "o", "x", "ə", "h", "k",
                                       "l", "m", "n", "p", "s", "t"};
    *lowered = cp >= 0x2080 && cp <= 0x209C;
    if (cp == 0xB9 || cp == 0xB2 || cp == 0xB3)
        return digits[cp == 0xB9 ? 1 : cp - 0xB0];
    if (cp == 0x2071 || cp == 0x207F)
        return cp == 0x2071 ? "i" : "n";
    if (cp >= 0x2090 && cp <= 0x209C)
        return lows[cp - 0x2090];
    uint32_t low = cp >= 0x2080 ? cp - 0x2080 : cp - 0x2070;
    if (cp < 0x2070 || cp > 0x208E || low > 14)
        return NULL;
    return low < 10 ? digits[low] : signs[low - 10];
}

/* Reports glyph-missing with the remedy that fits: the whole syllable, <sup> or <sub>, or another
   font. */
static void report_missing(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    zt_str text = zt_str_slice(imp->text, c->offset, c->offset + c->bytes);
    zt_pos at = zt_pos_of_char(imp, i);
    const char *owner = zt_owner_of(imp, c->style);
    if (c->loose) {
        zt_report(imp->diags, ZT_ERROR, "glyph-missing", at,
                  "%s谚文字母“%.*s”（U+%04X）拼不成一个音节，不能上版；写成整个音节",
                  "%sthe Hangul letter “%.*s” (U+%04X) makes no syllable and cannot be printed; "
                  "write the whole syllable",
                  owner, ZT_ARG(text), (unsigned int)c->cp);
        return;
    }
    if (c->item)
        report_absent(imp, c->style);
    bool lowered;
    const char *plain = plain_of(c->cp, &lowered), *tried = fonts_tried(imp, c->style);
    const char *element = lowered ? "sub" : "sup";
    if (plain)
        zt_report(imp->diags, ZT_ERROR, "glyph-missing", at,
                  "%s字体里没有“%.*s”（U+%04X）；试过：%s；写 <%s>%s</%s>",
                  "%sno glyph for “%.*s” (U+%04X); fonts tried: %s; write <%s>%s</%s>", owner,
                  ZT_ARG(text), (unsigned int)c->cp, tried, element, plain, element);
    else
        zt_report(imp->diags, ZT_ERROR, "glyph-missing", at,
                  "%s字体里没有“%.*s”（U+%04X）；试过：%s；换一个字，或换有此字的字体",
                  "%sno glyph for “%.*s” (U+%04X); fonts tried: %s; use another character or a "
                  "font that has it",
                  owner, ZT_ARG(text), (unsigned int)c->cp, tried);
}

/* R134: a form of the character that was asked for by a selector and that the face lacks. FE0E and
   FE0F ask for text or a picture. */
static void report_variations(const zt_para_imp *imp)
{
    for (size_t i = 1; i < imp->count; i++) {
        uint32_t selector = imp->chars[i].cp;
        const zt_char *c = &imp->chars[i - 1];
        if (!zt_is_selector(selector) || selector == 0xFE0E || selector == 0xFE0F || c->missing ||
            zt_face_has_variation(c->face, c->cp, selector))
            continue;
        zt_report(imp->diags, c->style->exact ? ZT_ERROR : ZT_NOTE, "variation-missing",
                  zt_pos_of_char(imp, i - 1),
                  "%s%s 里没有“%.*s”的异体 U+%04X，印出的是通用字形；核对字形，或换有此异体的字体",
                  "%sin %s “%.*s” has no variant U+%04X, the usual form is printed; check the form "
                  "or use a font that has the variant",
                  zt_owner_of(imp, c->style), name_of_face(imp, c->face),
                  ZT_ARG(zt_str_slice(imp->text, c->offset, c->offset + c->bytes)),
                  (unsigned int)selector);
    }
}

/* HarfBuzz gives a cluster one place: the character of it that the face lacks. */
static size_t culprit_of(const zt_para_imp *imp, size_t i)
{
    zt_char_span cluster = cluster_at(imp, i);
    for (size_t k = cluster.first; k < cluster.end; k++)
        if (!zt_face_glyph(imp->chars[i].face, imp->chars[k].cp) &&
            !zt_is_selector(imp->chars[k].cp))
            return k;
    return i;
}

/* R129: a glyph without an outline for something that is seen. Of Noto's kind of face (CFF) every
   Han has one, so only the marks are looked at. */
static bool has_no_ink(const zt_para_imp *imp, const zt_char *c)
{
    zt_rect ink;
    bool mark = c->cls >= ZT_C_OPEN && c->cls <= ZT_C_SUFF;
    bool seen = mark || c->cls == ZT_C_HAN || c->cls == ZT_C_DIG || zt_is_letter(c->cp);
    if (!seen || c->item || c->glyph_count != 1 || c->cp == 0x2009 || c->cp == 0xA0 || c->cp == ' ')
        return false;
    if (zt_face_is_cff(c->face) && !mark)
        return false;
    return !zt_face_ink(c->face, imp->glyphs.items[c->glyph].id, &ink);
}

/* Last of all: only what no face, fallback or other form could show. */
void zt_missing_report(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++)
        imp->chars[i].missing |= has_no_ink(imp, &imp->chars[i]);
    report_pictures(imp);
    report_variations(imp);
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        c->missing |= c->loose;
        if (!c->missing)
            continue;
        report_missing(imp, culprit_of(imp, i));
        c->natural = 1.0; /* keeps its place; the page is not written */
    }
}
