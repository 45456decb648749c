/* gen/text/para.c — a paragraph from its characters to its lines, in the order of the headings of
   docs/typesetting.md: breaks, lines, what stands above and below. */
#include <math.h>

#include "text/para_imp.h"

const zt_para_style zt_para_style_default = {.leading = 13.5,
                                             .punctuation = ZT_QUANJIAO,
                                             .level = ZT_BREAK_NORMAL,
                                             .spacing = ZT_SPACING_NEWS,
                                             .align = ZT_ALIGN_JUSTIFY,
                                             .trim_start = true};

/* R46: justified text is set to whole em; what is left goes to the margin. */
static double measure_of(const zt_para_imp *imp, double width)
{
    const double least = 10; /* em: a narrower column cannot spare any */
    double em = imp->chars[0].style->size;
    if (imp->style.align != ZT_ALIGN_JUSTIFY || imp->style.at_sense || width < least * em)
        return width;
    return floor(width / em + 1e-6) * em;
}

/* Where the line begins by its alignment, points from the paragraph's left edge. */
static double start_of(const zt_para_imp *imp, double width, double indent, double measure,
                       double set)
{
    switch (imp->style.align) {
    case ZT_ALIGN_START:
    case ZT_ALIGN_JUSTIFY:
    case ZT_ALIGN_SPREAD:
        return indent;
    case ZT_ALIGN_CENTRE:
        return indent + (measure - set) / 2;
    case ZT_ALIGN_END:
        return width - set;
    }
    return indent;
}

/* One line: measured, justified and put at its place. */
static void set_line(zt_para *para, zt_para_imp *imp, size_t i, zt_char_span span, double measure)
{
    double em = imp->chars[0].style->size, leading = imp->style.leading;
    double indent = (span.first == 0 ? imp->style.indent : imp->style.hanging) * em;
    bool last = zt_ends_text(imp, span);
    zt_align align = imp->style.align;
    if (imp->style.at_sense && align == ZT_ALIGN_JUSTIFY)
        align = ZT_ALIGN_START;
    zt_line_fit fit = zt_line_measure(imp, span);
    zt_line *line = &para->lines[i];
    line->first = span.first;
    line->end = span.end;
    line->natural = fit.natural;
    line->width = zt_line_justify(imp, &fit, measure - indent, align, last);
    line->adjust = line->width - line->natural;
    line->x = start_of(imp, para->width, indent, measure - indent, line->width);
    line->baseline = (leading - em) / 2 + ZT_EM_TOP * em + (double)i * leading;
    if (imp->style.vertical)
        line->baseline = ((double)i + 0.5) * leading;
    para->max_width = zt_max(para->max_width, line->width);
}

/* The tallest ink a line is expected to have: Han box, else digits. */
static double top_of(const zt_para_imp *imp, const zt_line *line)
{
    double top = 0;
    for (size_t i = line->first; i < line->end; i++) {
        const zt_char *c = &imp->chars[i];
        const zt_face_metrics *m = zt_face_metrics_of(c->style->face);
        double em = c->cls == ZT_C_HAN                         ? m->han_top
                    : c->cls == ZT_C_DIG || c->cls == ZT_C_LAT ? m->cap_height
                                                               : 0;
        top = zt_max(top, em * c->style->size + c->style->rise);
    }
    return top;
}

/* The lowest ink of the line's Han, points below the baseline, positive. */
static double foot_of(const zt_para_imp *imp, const zt_line *line)
{
    double foot = 0;
    for (size_t i = line->first; i < line->end; i++) {
        const zt_char *c = &imp->chars[i];
        if (c->cls == ZT_C_HAN)
            foot = zt_max(foot, -zt_face_metrics_of(c->style->face)->han_foot * c->style->size);
    }
    return foot;
}

/* R135: before each line whose ruby the gap does not hold an empty one. */
static zt_char_span *with_steps(const zt_para_imp *imp, zt_char_span *lines, size_t *count)
{
    size_t n = 0;
    if (imp->rubies.count == 0)
        return lines;
    zt_char_span *out = ZT_ARRAY(imp->arena, 2 * *count, zt_char_span);
    for (size_t i = 0; i < *count; i++) {
        if (zt_ruby_takes_step(imp, lines[i]))
            out[n++] = (zt_char_span){lines[i].first, lines[i].first};
        out[n++] = lines[i];
    }
    *count = n;
    return out;
}

/* In a column the paragraph's ink ends with its last line; sideways the em boxes count. */
static void measure_ink(zt_para *para, const zt_para_imp *imp)
{
    const zt_line *first = &para->lines[0], *last = &para->lines[para->line_count - 1];
    if (imp->style.vertical) {
        para->ink_foot = para->height;
        return;
    }
    if (first->end == first->first && para->line_count > 1) { /* the ruby's step */
        const zt_line *next = first + 1;
        para->ink_top = next->baseline - ZT_EM_TOP * imp->chars[0].style->size -
                        zt_ruby_above(imp, (zt_char_span){next->first, next->end});
    } else {
        para->ink_top = first->baseline - top_of(imp, first);
    }
    para->ink_foot = last->baseline + foot_of(imp, last);
}

zt_para *zt_para_break(zt_arena *arena, zt_diags *diags, const zt_run *runs, size_t run_count,
                       const zt_para_style *style, double width)
{
    zt_para *para = ZT_NEW(arena, zt_para);
    zt_run *kept = ZT_ARRAY(arena, run_count, zt_run);
    for (size_t r = 0; r < run_count; r++) {
        /* The paragraph outlives the looks that the caller made its styles from. */
        zt_text_style *style_copy = ZT_NEW(arena, zt_text_style);
        *style_copy = *runs[r].style;
        kept[r] = runs[r];
        kept[r].style = style_copy;
    }
    zt_para_imp *imp = zt_para_prepare(arena, diags, kept, run_count, style);
    zt_chars_ruby(imp);
    zt_char_span *spans;
    para->imp = imp;
    para->width = width;
    para->char_count = imp->count;
    if (imp->count == 0)
        return para;
    zt_chars_break(imp);
    zt_sums_build(imp);
    double measure = measure_of(imp, width);
    zt_char_span all = {0, imp->count};
    if (isinf(width)) {
        para->line_count = 1;
        spans = &all;
    } else {
        para->line_count = zt_lines_choose(imp, measure, &spans);
    }
    spans = with_steps(imp, spans, &para->line_count);
    para->lines = ZT_ARRAY(arena, para->line_count, zt_line);
    for (size_t i = 0; i < para->line_count; i++)
        set_line(para, imp, i, spans[i], measure);
    para->height = (double)para->line_count * style->leading;
    measure_ink(para, imp);
    if (!style->vertical) {
        const zt_line *head = &para->lines[0], *foot = &para->lines[para->line_count - 1];
        para->over = zt_ruby_above(imp, (zt_char_span){head->first, head->end});
        para->under = zt_marks_below(imp, (zt_char_span){foot->first, foot->end});
    }
    zt_check_line_gap(imp);
    return para;
}

/* Text, ruby and marks, in the order in which they are read and painted. */
static void place_line(const zt_para_imp *imp, zt_char_span ink, zt_scene *scene, zt_group *group,
                       zt_point at)
{
    zt_line_place(imp, ink, scene, group, at.x, at.y);
    zt_line_ruby(imp, ink, scene, group, at.x, at.y);
    zt_line_mark(imp, ink, scene, group, at.x, at.y);
}

void zt_para_place(const zt_para *para, zt_scene *scene, zt_group *group, double x, double y,
                   size_t first, size_t end)
{
    if (end > para->line_count)
        end = para->line_count;
    double leading = para->imp->style.leading;
    for (size_t i = first; i < end; i++) {
        const zt_line *line = &para->lines[i];
        zt_char_span ink = zt_line_measure(para->imp, (zt_char_span){line->first, line->end}).ink;
        double from = line->baseline - (double)first * leading;
        if (para->imp->style.vertical) /* columns from the right edge leftwards */
            place_line(para->imp, ink, scene, group,
                       (zt_point){x + (double)(end - first) * leading - from, y + line->x});
        else
            place_line(para->imp, ink, scene, group, (zt_point){x + line->x, y + from});
    }
}
