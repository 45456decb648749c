/* gen/text/shape.c — the only user of HarfBuzz's shaper. Each style run is shaped once, with the
   whole paragraph as its context, script Hani and language zh-hans (R123), then cut by clusters;
   lines are never shaped anew. Marks that want another form are segments of their own, and so are
   items of other scripts (script.c), which bring their own script, language and direction. */
#include <hb.h>

#include "text/para_imp.h"

#define EM 1000.0 /* zt_face_shaper is set to 1000 units an em */

/* What one pass over the paragraph needs. */
typedef struct shaping {
    zt_para_imp *imp;
    uint32_t *shown; /* code points as shaped */
    hb_buffer_t *buffer;
} shaping;

/* Variants of the interpunct are drawn alike (R124). */
static uint32_t shown_as(const zt_para_imp *imp, const zt_char *c)
{
    if (c->item)
        return c->cp;
    if (c->level % 2) /* a bracket between right-to-left words opens the other way */
        return hb_unicode_mirroring(hb_unicode_funcs_get_default(), c->cp);
    if (c->cls == ZT_C_DOT)
        return 0xB7;
    if (c->cls == ZT_C_WIDE_BLANK || c->cls == ZT_C_STIFF || c->cls == ZT_C_BLANK)
        return c->cp == '\t' || (c->cp >= 0x2000 && c->cp < 0x3000) ? ' ' : c->cp;
    return c->turn == ZT_TURN_UPRIGHT ? zt_vertical_form(imp, c) : c->cp;
}

static bool is_selector(uint32_t cp)
{
    return cp == 0x200D || (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

/* Has no glyph of its own and ends a shaped segment. */
static bool is_unshaped(const zt_char *c)
{
    return c->cls == ZT_C_LINE || (c->cls == ZT_C_ZERO && !c->item && !is_selector(c->cp));
}

/* R123, R124: dashes and interpunct as wide forms, Western quotes narrow. 0 = none. A segment has
   one feature for all of it: HarfBuzz keeps a plan for each set of features, and ranges would make
   a set of their own for each paragraph. */
static hb_tag_t feature_of(const zt_char *c)
{
    if (c->turn == ZT_TURN_COMBINED)
        return HB_TAG('h', 'w', 'i', 'd'); /* R72: narrow figures, not squashed ones */
    switch (c->cp) {
    case 0x2014:
    case 0x2015:
    case 0x2E3A:
    case 0xB7:
    case 0x2022:
    case 0x2027:
    case 0x30FB:
        return c->chinese ? HB_TAG('f', 'w', 'i', 'd') : HB_TAG('p', 'w', 'i', 'd');
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2026:
        return c->chinese ? 0 : HB_TAG('p', 'w', 'i', 'd');
    default:
        return 0;
    }
}

/* R125: no kerning inside a number, nor between it and what follows. */
static double unkerned(const zt_char *c, uint32_t glyph, double advance)
{
    bool number = c->cls == ZT_C_DIG || c->cls == ZT_C_SUFF || c->cls == ZT_C_PREF;
    return number && !c->item && c->turn != ZT_TURN_UPRIGHT ? zt_face_advance(c->face, glyph)
                                                            : advance;
}

static void keep_glyph(zt_para_imp *imp, zt_char *c, const hb_glyph_info_t *info,
                       const hb_glyph_position_t *pos)
{
    bool down = c->turn == ZT_TURN_UPRIGHT;
    double advance = (down ? -pos->y_advance : pos->x_advance) / EM;
    zt_shaped g = {.id = info->codepoint,
                   .dx = pos->x_offset / EM * c->scale,
                   .dy = -pos->y_offset / EM * c->scale, /* HarfBuzz counts up */
                   .advance = unkerned(c, info->codepoint, advance) * c->scale};
    if (g.id == 0) {
        c->missing = true;
        return;
    }
    if (c->glyph_count++ == 0)
        c->glyph = (uint32_t)imp->glyphs.count;
    c->natural += g.advance;
    ZT_PUSH(imp->arena, &imp->glyphs, g);
}

static void cut_by_cluster(shaping *s, zt_span part)
{
    unsigned int count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(s->buffer, &count);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(s->buffer, NULL);
    for (size_t i = part.first; i < part.end; i++)
        s->imp->chars[i].tail = true;
    for (unsigned int i = 0; i < count; i++) {
        zt_char *c = &s->imp->chars[info[i].cluster];
        c->tail = false;
        keep_glyph(s->imp, c, &info[i], &pos[i]);
    }
}

/* The language of a script as it is used in China: forms differ by it. NULL = the script's own. */
static const char *language_of(hb_script_t script)
{
    if (script == HB_SCRIPT_ARABIC)
        return "ug";
    if (script == HB_SCRIPT_TIBETAN)
        return "bo";
    return script == HB_SCRIPT_MONGOLIAN ? "mn" : NULL;
}

/* A run of another script: in columns it lies turned with its line, never upright. */
static void set_item(hb_buffer_t *buffer, const zt_item_run *item, uint8_t level)
{
    hb_script_t script = hb_script_from_iso15924_tag(item->script);
    const char *language = language_of(script);
    hb_buffer_set_direction(buffer, level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_language(buffer,
                           language ? hb_language_from_string(language, -1) : HB_LANGUAGE_INVALID);
}

static void shape_part(shaping *s, zt_span part)
{
    const zt_char *first = &s->imp->chars[part.first];
    hb_buffer_clear_contents(s->buffer);
    hb_buffer_add_codepoints(s->buffer, s->shown, (int)s->imp->count, (unsigned int)part.first,
                             (int)(part.end - part.first));
    hb_buffer_set_direction(s->buffer,
                            first->turn == ZT_TURN_UPRIGHT ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
    hb_buffer_set_script(s->buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(s->buffer, hb_language_from_string("zh-hans", -1));
    if (first->item)
        set_item(s->buffer, &s->imp->items.items[first->item - 1], first->level);
    hb_buffer_set_flags(s->buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_feature_t feature = {feature_of(first), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(zt_face_shaper(first->face), s->buffer, &feature, feature.tag ? 1 : 0);
    if (!hb_buffer_allocation_successful(s->buffer))
        zt_arena_exhausted(s->imp->arena);
    cut_by_cluster(s, part);
}

static bool goes_on(const zt_char *a, const zt_char *b)
{
    return a->style == b->style && a->face == b->face && a->turn == b->turn &&
           a->scale == b->scale && a->item == b->item && feature_of(a) == feature_of(b);
}

static void shape_all(shaping *s)
{
    zt_para_imp *imp = s->imp;
    imp->glyphs.count = 0;
    for (size_t i = 0; i < imp->count;) {
        size_t end = i;
        while (end < imp->count && !is_unshaped(&imp->chars[end]) &&
               goes_on(&imp->chars[i], &imp->chars[end]))
            end++;
        if (end > i)
            shape_part(s, (zt_span){i, end});
        i = end > i ? end : i + 1;
    }
}

zt_pos zt_pos_of_char(const zt_para_imp *imp, size_t i)
{
    zt_pos pos = imp->runs[imp->chars[i].run].at;
    int columns = 0;
    while (i-- > 0 && imp->chars[i].run == imp->chars[i + 1].run) {
        if (imp->chars[i].cp == '\n')
            return pos;
        columns++;
    }
    if (pos.column > 0)
        pos.column += columns;
    return pos;
}

static const char *name_of_face(const zt_para_imp *imp, const zt_face *face)
{
    return zt_arena_printf(imp->arena, "%s %d", zt_face_family(face), zt_face_weight(face));
}

static const zt_face *open_fallback(const zt_para_imp *imp, const zt_text_style *style, size_t k)
{
    const zt_fallback *f = &style->fallbacks[k];
    return zt_fonts_try(style->fonts, imp->diags, f->at, f->family, f->weight);
}

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

/* "<title> text: ", or "" when nobody said whose text it is. */
static const char *owner_of(const zt_para_imp *imp, const zt_text_style *style)
{
    if (!style->block)
        return "";
    return zt_arena_printf(imp->arena, "<%s>%s%s: ", style->block, style->part ? " " : "",
                           style->part ? style->part : "");
}

static bool asks_for_a_picture(const zt_para_imp *imp, size_t i)
{
    return zt_is_emoji(imp->chars[i].cp) ||
           (i + 1 < imp->count && imp->chars[i + 1].cp == 0xFE0F); /* as an emoji */
}

static void report_missing(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    zt_str text = zt_str_slice(imp->text, c->offset, c->offset + c->bytes);
    zt_pos at = zt_pos_of_char(imp, i);
    const char *owner = owner_of(imp, c->style);
    if (asks_for_a_picture(imp, i)) {
        zt_report(imp->diags, ZT_ERROR, "glyph-missing", at,
                  "%s表情符号“%.*s”（U+%04X）不能上版；改用文字或图",
                  "%sthe emoji “%.*s” (U+%04X) cannot be printed; use words or a picture", owner,
                  ZT_ARG(text), (unsigned int)c->cp);
        return;
    }
    if (c->item)
        report_absent(imp, c->style);
    zt_report(imp->diags, ZT_ERROR, "glyph-missing", at,
              "%s字体里没有“%.*s”（U+%04X）；试过：%s；换一个字，或换有此字的字体",
              "%sno glyph for “%.*s” (U+%04X); fonts tried: %s; use another character or a font "
              "that has it",
              owner, ZT_ARG(text), (unsigned int)c->cp, fonts_tried(imp, c->style));
}

static void report_fallback(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    zt_str text = zt_str_slice(imp->text, c->offset, c->offset + c->bytes);
    zt_report(imp->diags, ZT_NOTE, "glyph-fallback", zt_pos_of_char(imp, i),
              "“%.*s”（U+%04X）不在 %s 里，用了备用字体 %s",
              "“%.*s” (U+%04X) is not in %s; the fallback %s is used", ZT_ARG(text),
              (unsigned int)c->cp, name_of_face(imp, c->style->face), name_of_face(imp, c->face));
}

/* R65: Western characters of another face come up to the digit height of the text's own. */
static double fallback_scale(const zt_char *c)
{
    double own = zt_face_metrics_of(c->style->face)->digit_height;
    double other = zt_face_metrics_of(c->face)->digit_height;
    bool western = c->cls == ZT_C_DIG || c->cls == ZT_C_LAT;
    return western && own > 0 && other > 0 ? own / other : 1.0;
}

/* The first fallback that has the character, or NULL. R128: a mark never changes its face. */
static const zt_face *fallback_for(const zt_para_imp *imp, const zt_char *c)
{
    for (size_t k = 0; k < c->style->fallback_count; k++) {
        const zt_face *face = open_fallback(imp, c->style, k);
        if (face && zt_face_glyph(face, c->cp))
            return face;
    }
    return NULL;
}

/* A face may have outlines for some pictures: they are refused all the same. */
static void refuse_pictures(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++)
        if (asks_for_a_picture(imp, i))
            imp->chars[i].missing = true;
}

/* Gives missing characters to the fallback faces the theme declares; true if any was given. */
static bool assign_fallback(zt_para_imp *imp)
{
    bool any = false;
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        bool open = c->missing && !c->item && !asks_for_a_picture(imp, i);
        const zt_face *face = open ? fallback_for(imp, c) : NULL;
        if (!face)
            continue;
        c->face = face;
        c->scale = fallback_scale(c);
        any = true;
        report_fallback(imp, i);
    }
    return any;
}

static void forget_shapes(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++) {
        imp->chars[i].glyph_count = 0;
        imp->chars[i].natural = 0;
        imp->chars[i].missing = false;
    }
}

void zt_chars_shape(zt_para_imp *imp)
{
    shaping s = {.imp = imp, .buffer = hb_buffer_create()};
    s.shown = ZT_ARRAY(imp->arena, imp->count, uint32_t);
    for (size_t i = 0; i < imp->count; i++)
        s.shown[i] = shown_as(imp, &imp->chars[i]);
    zt_items_choose_faces(imp);
    shape_all(&s);
    if (assign_fallback(imp)) {
        forget_shapes(imp);
        shape_all(&s);
    }
    if (imp->style.vertical && zt_chars_turn_formless(imp)) {
        forget_shapes(imp);
        shape_all(&s);
    }
    refuse_pictures(imp);
    hb_buffer_destroy(s.buffer);
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        if (!c->missing)
            continue;
        report_missing(imp, i);
        c->natural = 1.0; /* keeps its place; the page is not written */
    }
}
