/* gen/text/label.c — one line of text, never broken: measured and placed without a paragraph.
   Charts and blocks set their numbers and short labels with it; the rules of widths and gaps are
   those of paragraphs. */
#include "base/utf8.h"
#include "text/para_imp.h"

/* Shaped and squeezed as a paragraph is, but never broken and never vertical. */
static zt_para_imp *prepare(zt_arena *arena, zt_diags *diags, zt_str text,
                            const zt_text_style *style, const zt_para_style *para, zt_pos at)
{
    zt_para_imp *imp = zt_line_prepare(arena, diags, text, style, para, at);
    if (imp->count > 0)
        zt_sums_build(imp);
    return imp;
}

/* The run's arena is the caller's scratch: what is kept of it is this number. */
double zt_text_width(zt_diags *diags, zt_arena *scratch, zt_str text, const zt_text_style *style,
                     const zt_para_style *para, zt_pos at)
{
    zt_para_imp *imp = prepare(scratch, diags, text, style, para, at);
    return imp->count ? zt_line_measure(imp, (zt_char_span){0, imp->count}).natural : 0;
}

/* START needs no measure; CENTRE and END use the width as set. */
double zt_text_place(zt_diags *diags, zt_scene *scene, zt_group *group, zt_str text,
                     const zt_text_style *style, const zt_para_style *para, zt_align align,
                     double x, double y, zt_pos at)
{
    zt_arena *scratch =
        zt_diags_scratch(diags); /* the scene keeps glyphs and text, not how they came */
    zt_para_imp *imp = prepare(scratch, diags, text, style, para, at);
    double width = 0;
    if (imp->count > 0) {
        zt_line_fit fit = zt_line_measure(imp, (zt_char_span){0, imp->count});
        width = zt_line_justify(imp, &fit, fit.natural, ZT_ALIGN_START, true);
        double share = align == ZT_ALIGN_CENTRE ? 0.5 : align == ZT_ALIGN_END ? 1.0 : 0.0;
        zt_line_place(imp, fit.ink, scene, group, x - share * width, y);
    }
    zt_arena_drop(scratch);
    return width;
}

/* Points, never negative: ink that reaches out to the left is not moved in. Only the style's own
   face is asked. */
double zt_text_bearing(const zt_text_style *style, zt_str text)
{
    size_t at = 0;
    zt_rect ink;
    if (text.len == 0)
        return 0;
    uint32_t cp = zt_utf8_next(text, &at), glyph = zt_face_glyph(style->face, cp);
    if (!glyph || !zt_face_ink(style->face, glyph, &ink))
        return 0;
    /* An opening mark gives up its blank half at a line's start (R21), if it has one (R129). */
    bool blank = zt_face_has_halt(style->face, false) || ink.x >= 0.45;
    double trim = zt_class_of(cp) == ZT_C_OPEN && blank ? 0.5 : 0;
    return zt_max(ink.x - trim, 0) * style->size;
}
