/* gen/text/shape.c — the only user of HarfBuzz's shaper. Each style run is shaped once, with the
   whole paragraph as its context, script Hani and language zh-hans (R123), then cut by clusters;
   lines are never shaped anew. What a face lacks is in missing.c. Marks that want another form are
   segments of their own, and so are items of other scripts (script.c), which bring their own
   script, language and direction. */
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

/* Has no glyph of its own and ends a shaped segment. */
static bool is_unshaped(const zt_char *c)
{
    return c->cls == ZT_C_LINE ||
           (c->cls == ZT_C_ZERO && !c->item && !zt_is_selector(c->cp) && c->cp != 0x200D);
}

/* R129: what stands upright in a column of a face without vertical forms. */
static bool is_formless(const zt_char *c)
{
    return c->turn == ZT_TURN_UPRIGHT && !zt_face_has_vert(c->face);
}

/* R123, R124: dashes and interpunct as wide forms, Western quotes narrow. 0 = none. A segment has
   one feature for all of it: HarfBuzz keeps a plan for each set of features, and ranges would make
   a set of their own for each paragraph. */
static hb_tag_t feature_of(const zt_char *c)
{
    if (is_formless(c))
        return HB_TAG('v', 'e', 'r', 't'); /* turned off */
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

/* R129: a vertical form without an outline, or none where one was asked for, gives way to the
   horizontal form, which vertical.c may then turn. */
static bool is_blank_form(const zt_char *c, uint32_t glyph)
{
    zt_rect ink;
    bool mark = c->chinese && c->cls >= ZT_C_OPEN && c->cls <= ZT_C_SOL;
    return c->turn == ZT_TURN_UPRIGHT && mark && !(glyph && zt_face_ink(c->face, glyph, &ink)) &&
           zt_face_ink(c->face, zt_face_glyph(c->face, c->cp), &ink);
}

/* The glyph of the horizontal form, at the place that a column gives it. */
static void take_plain_form(const zt_char *c, hb_glyph_info_t *info, hb_glyph_position_t *pos)
{
    hb_position_t x, y;
    hb_font_t *font = zt_face_shaper(c->face);
    info->codepoint = zt_face_glyph(c->face, c->cp);
    hb_font_get_glyph_v_origin(font, info->codepoint, &x, &y);
    *pos = (hb_glyph_position_t){.x_offset = -x,
                                 .y_offset = -y,
                                 .y_advance = hb_font_get_glyph_v_advance(font, info->codepoint)};
}

/* HarfBuzz's position in 1/1000 em, y up, becomes em, y down. */
static void keep_glyph(zt_para_imp *imp, zt_char *c, hb_glyph_info_t info, hb_glyph_position_t pos)
{
    bool down = c->turn == ZT_TURN_UPRIGHT;
    if (is_blank_form(c, info.codepoint))
        take_plain_form(c, &info, &pos);
    double advance = (down ? -pos.y_advance : pos.x_advance) / EM;
    zt_shaped g = {.id = info.codepoint,
                   .dx = pos.x_offset / EM * c->scale,
                   .dy = -pos.y_offset / EM * c->scale, /* HarfBuzz counts up */
                   .advance = unkerned(c, info.codepoint, advance) * c->scale};
    if (g.id == 0) {
        c->missing = true;
        return;
    }
    if (c->glyph_count++ == 0)
        c->glyph = (uint32_t)imp->glyphs.count;
    c->natural += g.advance;
    ZT_PUSH(imp->arena, &imp->glyphs, g);
}

/* HarfBuzz says for each glyph which character it belongs to; characters without a glyph of their
   own are tails. */
static void cut_by_cluster(shaping *s, zt_char_span part)
{
    unsigned int count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(s->buffer, &count);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(s->buffer, NULL);
    for (size_t i = part.first; i < part.end; i++)
        s->imp->chars[i].tail = true;
    for (unsigned int i = 0; i < count; i++) {
        zt_char *c = &s->imp->chars[info[i].cluster];
        c->tail = false;
        keep_glyph(s->imp, c, info[i], pos[i]);
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

/* One call of HarfBuzz, with the whole paragraph as context, so that joining looks over the
   borders. */
static void shape_part(shaping *s, zt_char_span part)
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
    hb_feature_t feature = {feature_of(first), !is_formless(first), HB_FEATURE_GLOBAL_START,
                            HB_FEATURE_GLOBAL_END};
    hb_shape(zt_face_shaper(first->face), s->buffer, &feature, feature.tag ? 1 : 0);
    if (!hb_buffer_allocation_successful(s->buffer))
        zt_arena_exhausted(s->imp->arena);
    cut_by_cluster(s, part);
}

/* Whether the two can be in one call. */
static bool goes_on(const zt_char *a, const zt_char *b)
{
    return a->style == b->style && a->face == b->face && a->turn == b->turn &&
           a->scale == b->scale && a->item == b->item && feature_of(a) == feature_of(b);
}

/* Segment by segment; the glyphs of an earlier pass are dropped. */
static void shape_all(shaping *s)
{
    zt_para_imp *imp = s->imp;
    imp->glyphs.count = 0;
    for (size_t i = 0; i < imp->count; i++)
        s->shown[i] = shown_as(imp, &imp->chars[i]);
    for (size_t i = 0; i < imp->count;) {
        size_t end = i;
        while (end < imp->count && !is_unshaped(&imp->chars[end]) &&
               goes_on(&imp->chars[i], &imp->chars[end]))
            end++;
        if (end > i)
            shape_part(s, (zt_char_span){i, end});
        i = end > i ? end : i + 1;
    }
}

/* Before a second pass with other faces or turns. */
static void forget_shapes(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++) {
        imp->chars[i].glyph_count = 0;
        imp->chars[i].natural = 0;
        imp->chars[i].missing = false;
    }
}

/* At most three passes: as styled, with fallbacks, with turned marks. */
void zt_chars_shape(zt_para_imp *imp)
{
    shaping s = {.imp = imp, .buffer = hb_buffer_create()};
    s.shown = ZT_ARRAY(imp->arena, imp->count, uint32_t);
    zt_items_choose_faces(imp);
    shape_all(&s);
    if (zt_missing_fall_back(imp)) {
        forget_shapes(imp);
        shape_all(&s);
    }
    if (imp->style.vertical && zt_chars_turn_formless(imp)) {
        forget_shapes(imp);
        shape_all(&s);
    }
    hb_buffer_destroy(s.buffer);
    if (imp->style.vertical)
        zt_chars_lift_stops(imp);
    zt_missing_report(imp);
}
