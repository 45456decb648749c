/* gen/text/para.c — a paragraph from its characters to its lines, in the order of the headings of
   docs/typesetting.md: breaks, lines, what stands above and below. */
#include <math.h>
#include <string.h>

#include "text/para_imp.h"

const zt_para_style zt_para_style_default = {.leading = 13.5,
                                             .punctuation = ZT_QUANJIAO,
                                             .level = ZT_BREAK_NORMAL,
                                             .spacing = ZT_SPACING_NEWS,
                                             .align = ZT_ALIGN_JUSTIFY,
                                             .trim_start = true};

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

zt_line zt_line_set(zt_para_imp *imp, zt_char_span span, double width)
{
    double em = imp->chars[0].style->size, measure = zt_measure_of(imp, width);
    double indent = (span.first == 0 ? imp->style.indent : imp->style.hanging) * em;
    bool last = zt_ends_text(imp, span);
    zt_align align = imp->style.align;
    if (imp->style.at_sense && align == ZT_ALIGN_JUSTIFY)
        align = ZT_ALIGN_START;
    zt_line_fit fit = zt_line_measure(imp, span);
    zt_line line = {.first = span.first, .end = span.end, .natural = fit.natural};
    line.width = zt_line_justify(imp, &fit, measure - indent, align, last);
    line.adjust = line.width - line.natural;
    line.x = start_of(imp, width, indent, measure - indent, line.width);
    line.baseline = (imp->style.leading - em) / 2 + ZT_EM_TOP * em;
    return line;
}

/* The lines of a paragraph at one measure, one leading apart. */
static void set_lines(zt_para *para, zt_para_imp *imp, const zt_char_span *spans)
{
    double leading = imp->style.leading;
    para->lines = ZT_ARRAY(imp->arena, para->line_count, zt_line);
    for (size_t i = 0; i < para->line_count; i++) {
        zt_line *line = &para->lines[i];
        *line = zt_line_set(imp, spans[i], para->width);
        line->baseline += (double)i * leading;
        if (imp->style.vertical)
            line->baseline = ((double)i + 0.5) * leading;
        para->max_width = zt_max(para->max_width, line->width);
    }
    para->height = (double)para->line_count * leading;
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

/* Where the ink of the first line begins, under the step that its ruby may have taken. */
static double ink_top_of(const zt_para *para)
{
    const zt_para_imp *imp = para->imp;
    const zt_line *first = &para->lines[0], *next = first + 1;
    if (first->end > first->first || para->line_count < 2)
        return first->baseline - top_of(imp, first);
    return next->baseline - ZT_EM_TOP * imp->chars[0].style->size -
           zt_ruby_above(imp, (zt_char_span){next->first, next->end});
}

/* In a column the paragraph's ink ends with its last line; sideways the em boxes count. */
void zt_para_find_ink(zt_para *para)
{
    const zt_para_imp *imp = para->imp;
    const zt_line *head = &para->lines[0], *foot = &para->lines[para->line_count - 1];
    if (imp->style.vertical) {
        para->ink_foot = para->height;
        return;
    }
    para->ink_top = ink_top_of(para);
    para->ink_foot = foot->baseline + foot_of(imp, foot);
    para->over = zt_ruby_above(imp, (zt_char_span){head->first, head->end});
    para->under = zt_marks_below(imp, (zt_char_span){foot->first, foot->end});
}

/* The paragraph outlives the looks that the caller made its styles from. */
static zt_run *keep_runs(zt_arena *arena, const zt_run *runs, size_t count)
{
    zt_run *kept = ZT_ARRAY(arena, count, zt_run);
    for (size_t r = 0; r < count; r++) {
        zt_text_style *style = ZT_NEW(arena, zt_text_style);
        *style = *runs[r].style;
        kept[r] = runs[r];
        kept[r].style = style;
    }
    return kept;
}

/* All that does not depend on a measure. */
static zt_para_imp *shape(zt_arena *arena, zt_diags *diags, const zt_run *runs, size_t run_count,
                          const zt_para_style *style)
{
    zt_run *kept = keep_runs(arena, runs, run_count);
    zt_para_imp *imp = zt_para_prepare(arena, diags, kept, run_count, style);
    zt_chars_ruby(imp);
    if (imp->count == 0)
        return imp;
    zt_chars_break(imp);
    zt_sums_build(imp);
    return imp;
}

/* Breaks and sets what was shaped; the characters become those of the paragraph. */
static zt_para *break_shaped(zt_para_imp *imp, double width)
{
    zt_para *para = ZT_NEW(imp->arena, zt_para);
    zt_char_span all = {0, imp->count}, *spans = &all;
    para->imp = imp;
    para->width = width;
    para->char_count = imp->count;
    if (imp->count == 0)
        return para;
    para->line_count = isinf(width) ? 1 : zt_lines_choose(imp, zt_measure_of(imp, width), &spans);
    spans = with_steps(imp, spans, &para->line_count);
    set_lines(para, imp, spans);
    zt_para_find_ink(para);
    zt_check_line_gap(imp);
    return para;
}

zt_para *zt_para_break(zt_arena *arena, zt_diags *diags, const zt_run *runs, size_t run_count,
                       const zt_para_style *style, double width)
{
    return break_shaped(shape(arena, diags, runs, run_count, style), width);
}

zt_text *zt_text_shape(zt_arena *arena, zt_diags *diags, const zt_run *runs, size_t run_count,
                       const zt_para_style *style)
{
    zt_text *text = ZT_NEW(arena, zt_text);
    text->imp = shape(arena, diags, runs, run_count, style);
    return text;
}

bool zt_text_flows(const zt_text *text)
{
    const zt_para_imp *imp = text->imp;
    for (size_t i = 0; i < imp->rubies.count; i++)
        if (zt_ruby_exceeds_gap(imp, imp->rubies.items[i].base))
            return false;
    return !imp->style.vertical && !imp->style.at_sense;
}

/* Setting writes to the characters, and one text is set more than once. */
zt_para_imp *zt_text_copy(zt_arena *arena, zt_diags *diags, const zt_text *text)
{
    zt_para_imp *own = ZT_NEW(arena, zt_para_imp);
    *own = *text->imp;
    own->arena = arena;
    own->diags = diags;
    own->chars = ZT_ARRAY(arena, own->count + 1, zt_char);
    memcpy(own->chars, text->imp->chars, own->count * sizeof *own->chars);
    return own;
}

zt_para *zt_text_break(zt_arena *arena, zt_diags *diags, const zt_text *text, double width)
{
    return break_shaped(zt_text_copy(arena, diags, text), width);
}

/* Quotation marks alone: a title mark or a bracket is as heavy as a Han, and its place is the edge.
 */
static bool is_quote(const zt_char *c)
{
    bool quote = c->cp == 0x201C || c->cp == 0x2018 || c->cp == 0x300C || c->cp == 0x300E;
    return quote && c->chinese && c->cls == ZT_C_OPEN;
}

/* What stands with the line beside its glyphs, and would stay behind. */
static bool has_company(const zt_para_imp *imp)
{
    bool company = imp->rubies.count > 0;
    for (size_t i = 0; i < imp->run_count; i++)
        company |= imp->runs[i].marks.dots || imp->runs[i].marks.line != ZT_MARK_NO_LINE;
    return company;
}

/* How far the line may move left so that what follows its opening quotation mark begins where the
   lines without one do (R93); 0 where other lines begin elsewhere, or the line ends flush. */
static double hang_of(const zt_para_imp *imp, zt_char_span ink)
{
    const zt_para_style *style = &imp->style;
    const zt_char *c = &imp->chars[ink.first];
    bool ragged =
        style->align == ZT_ALIGN_START || (style->align == ZT_ALIGN_JUSTIFY && style->at_sense);
    if (style->hang_quotes <= 0 || c->style->size < style->hang_quotes - 1e-6 || !ragged ||
        style->vertical || style->indent != style->hanging || imp->bidi || !is_quote(c) ||
        ink.end < ink.first + 2 || has_company(imp))
        return 0;
    return imp->chars[ink.first + 1].x;
}

/* The first glyphs that were added to the group behind `before` (NULL: at its head). */
static void let_hang(zt_group *group, zt_item *before, double points)
{
    zt_item *first = before ? before->next : group->first;
    if (points > 0 && first && first->kind == ZT_ITEM_GLYPHS)
        ((zt_glyphs *)first)->may_hang = points;
}

/* Text, ruby and marks, in the order in which they are read and painted. */
static void place_line(const zt_para_imp *imp, zt_char_span ink, zt_scene *scene, zt_group *group,
                       zt_point at)
{
    zt_item *before = group->last;
    zt_line_place(imp, ink, scene, group, at.x, at.y);
    if (ink.end > ink.first)
        let_hang(group, before, hang_of(imp, ink));
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
        double from = line->baseline - (para->on_slots ? 0 : (double)first * leading);
        if (para->imp->style.vertical) /* columns from the right edge leftwards */
            place_line(para->imp, ink, scene, group,
                       (zt_point){x + (double)(end - first) * leading - from, y + line->x});
        else
            place_line(para->imp, ink, scene, group, (zt_point){x + line->x, y + from});
    }
}
