/* Glyph runs (9.4): original glyph ids in TJ arrays. The pen is followed as the reader of the file
   will move it, by the widths that the file states, so rounding never adds up along a line. */
#include <math.h>

#include "base/utf8.h"
#include "export/pdf_imp.h"

/* A run on its way: the pen in the run's own frame, points. */
typedef struct setter {
    zt_pdf_page *page;
    const zt_glyphs *run;
    zt_pdf_font *font;
    double pen_x, pen_y;
    bool in_array, in_string;
    bool placed; /* the text line matrix stands in this run */
} setter;

/* Glyphs of a run, and where the run's group lies. */
typedef struct glyph_span {
    size_t first, end;
    double dx, dy;
} glyph_span;

void zt_pdf_text_end(zt_pdf_page *page)
{
    if (!page->in_text)
        return;
    zt_buf_puts(&page->ops, "ET\n");
    page->in_text = false;
}

static void begin_text(zt_pdf_page *page)
{
    if (page->in_text)
        return;
    zt_buf_puts(&page->ops, "BT\n");
    page->in_text = true;
    page->line_upright = true;
    page->line_x = page->line_y = 0;
}

static void select_font(setter *s)
{
    zt_pdf_page *page = s->page;
    size_t index;
    s->font = zt_pdf_font_of(page->pdf, s->run->face, &index);
    if (page->font == s->font && page->font_size == s->run->size)
        return;
    zt_buf_printf(&page->ops, "/F%zu ", index);
    zt_pdf_op_number(&page->ops, s->run->size, 3);
    zt_buf_puts(&page->ops, "Tf\n");
    page->font = s->font;
    page->font_size = s->run->size;
}

/* Upright: a step from the line before, in whole hundredths so that steps add up exactly. */
static void place_upright(zt_pdf_page *page, double x, double y)
{
    long to_x = lround(x * 100), to_y = lround(y * 100);
    if (page->line_upright) {
        zt_pdf_op_number(&page->ops, (double)(to_x - page->line_x) / 100, 2);
        zt_pdf_op_number(&page->ops, (double)(to_y - page->line_y) / 100, 2);
        zt_buf_puts(&page->ops, "Td\n");
    } else {
        zt_buf_puts(&page->ops, "1 0 0 1 ");
        zt_pdf_op_number(&page->ops, (double)to_x / 100, 2);
        zt_pdf_op_number(&page->ops, (double)to_y / 100, 2);
        zt_buf_puts(&page->ops, "Tm\n");
    }
    page->line_upright = true;
    page->line_x = to_x;
    page->line_y = to_y;
}

/* Turned 90 degrees clockwise: text runs down the page, its up is the page's right. */
static void place_rotated(zt_pdf_page *page, double x, double y)
{
    zt_buf_puts(&page->ops, "0 -1 1 0 ");
    zt_pdf_op_number(&page->ops, x, 2);
    zt_pdf_op_number(&page->ops, y, 2);
    zt_buf_puts(&page->ops, "Tm\n");
    page->line_upright = false;
}

static void end_array(setter *s)
{
    if (s->in_string)
        zt_buf_putc(&s->page->ops, '>');
    if (s->in_array)
        zt_buf_puts(&s->page->ops, "]TJ\n");
    s->in_string = s->in_array = false;
}

/* Sets the text position to a place in the run's frame. */
static void place(setter *s, double x, double y, double dx, double dy)
{
    const zt_glyphs *run = s->run;
    end_array(s);
    double at_x = run->origin.x + dx + (run->rotated ? -y : x);
    double at_y = run->origin.y + dy + (run->rotated ? x : y);
    if (run->rotated)
        place_rotated(s->page, zt_pdf_x(s->page, at_x), zt_pdf_y(s->page, at_y));
    else
        place_upright(s->page, zt_pdf_x(s->page, at_x), zt_pdf_y(s->page, at_y));
    s->pen_x = x;
    s->pen_y = y;
    s->placed = true;
}

/* Moves the pen to the glyph: by a number in the array along the line, anew on another line. */
static void reach(setter *s, const zt_glyph *glyph, double dx, double dy)
{
    /* Shifts below 1/1000 em off the line are noise of the layout's sums. */
    if (!s->placed || fabs(glyph->y - s->pen_y) > s->run->size / 1000) {
        place(s, glyph->x, glyph->y, dx, dy);
        return;
    }
    double unit = s->run->size * zt_glyphs_scale(s->run) / 1000; /* of TJ numbers, in points */
    long step = lround((s->pen_x - glyph->x) / unit);
    if (step == 0)
        return;
    if (s->in_string)
        zt_buf_putc(&s->page->ops, '>');
    if (!s->in_array)
        zt_buf_putc(&s->page->ops, '[');
    s->in_array = true;
    s->in_string = false;
    zt_buf_number(&s->page->ops, (double)step, 0);
    s->pen_x -= (double)step * unit;
}

static void show(setter *s, uint32_t glyph)
{
    static const char digits[] = "0123456789abcdef";
    if (!s->in_array)
        zt_buf_putc(&s->page->ops, '[');
    if (!s->in_string)
        zt_buf_putc(&s->page->ops, '<');
    s->in_array = s->in_string = true;
    char hex[4] = {digits[glyph >> 12 & 15], digits[glyph >> 8 & 15], digits[glyph >> 4 & 15],
                   digits[glyph & 15]};
    zt_buf_add(&s->page->ops, hex, sizeof hex);
    s->pen_x += zt_pdf_font_width(s->font, glyph) / 1000 * s->run->size * zt_glyphs_scale(s->run);
}

/* The text that a cluster stands for: up to the next cluster in the text, whatever the order of
   the glyphs. */
static zt_str cluster_text(const zt_glyphs *run, size_t first)
{
    uint32_t from = run->glyphs[first].cluster;
    size_t end = run->text.len;
    if (first > 0 && run->glyphs[first - 1].cluster > from) /* right to left */
        return zt_str_slice(run->text, from, run->glyphs[first - 1].cluster);
    for (size_t i = first + 1; i < run->glyph_count; i++)
        if (run->glyphs[i].cluster > from) {
            end = run->glyphs[i].cluster;
            break;
        }
    return zt_str_slice(run->text, from, end);
}

/* The character of the text that the face draws as this glyph; empty when there is none. */
static zt_str text_of_glyph(const setter *s, uint32_t glyph, zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t cp = zt_utf8_next(text, &at);
        if (zt_face_glyph(s->run->face, cp) == glyph)
            return zt_str_slice(text, from, at);
    }
    return ZT_STR("");
}

/* The first characters of a cluster that none of its glyphs is the form of: what its first other
   glyph (a stack, a ligature) shows. */
static zt_str text_of_form(const setter *s, glyph_span span, zt_str text)
{
    size_t from = 0, end = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t drawn = zt_face_glyph(s->run->face, zt_utf8_next(text, &at));
        bool own = false;
        for (size_t i = span.first; i < span.end; i++)
            own = own || s->run->glyphs[i].id == drawn;
        if (own && end > 0)
            break;
        from = own ? at : from;
        end = own ? 0 : at;
    }
    return end > from ? zt_str_slice(text, from, end) : ZT_STR("");
}

/* For readers that know no /ActualText: each glyph of a cluster says its own character, the first
   form of no character what is left, further ones nothing. */
static void use_each(setter *s, glyph_span span, zt_str text)
{
    zt_str left = text_of_form(s, span, text);
    for (size_t i = span.first; i < span.end; i++) {
        uint32_t glyph = s->run->glyphs[i].id;
        zt_str own = text_of_glyph(s, glyph, text);
        if (own.len == 0) {
            own = left;
            left = ZT_STR("");
        }
        zt_pdf_font_use(s->page->pdf, s->font, glyph, own);
    }
}

typedef enum show_which { SHOW_ALL, SHOW_BASES, SHOW_MARKS } show_which;

/* The glyphs of a cluster or a part of them: marks are those that do not move the pen. */
static void show_cluster(setter *s, glyph_span span, show_which which)
{
    for (size_t i = span.first; i < span.end; i++) {
        const zt_glyph *glyph = &s->run->glyphs[i];
        bool mark = glyph->advance <= 0;
        if (which != SHOW_ALL && mark != (which == SHOW_MARKS))
            continue;
        reach(s, glyph, span.dx, span.dy);
        show(s, glyph->id);
    }
}

static void show_saying(setter *s, glyph_span span, show_which which, zt_str text)
{
    zt_buf *ops = &s->page->ops;
    end_array(s);
    zt_buf_puts(ops, "/Span<</ActualText<FEFF");
    zt_pdf_utf16_hex(ops, text);
    zt_buf_puts(ops, ">>>BDC\n");
    show_cluster(s, span, which);
    end_array(s);
    zt_buf_puts(ops, "EMC\n");
}

static bool holds_marks(const zt_glyphs *run, glyph_span span)
{
    size_t marks = 0;
    for (size_t i = span.first; i < span.end; i++)
        marks += run->glyphs[i].advance <= 0;
    return marks > 0 && marks < span.end - span.first;
}

/* One cluster: plain when each reader finds its text by the glyph alone, else with /ActualText
   (14.9.4): several glyphs for one text, or a glyph that elsewhere stands for other text. Marks say
   nothing by themselves: a reader would take the last glyph for the end of the text and find a
   blank behind a mark that stands further back. */
static void cluster(setter *s, glyph_span span)
{
    zt_str text = cluster_text(s->run, span.first);
    bool plain = span.end == span.first + 1 &&
                 zt_pdf_font_use(s->page->pdf, s->font, s->run->glyphs[span.first].id, text);
    if (span.end > span.first + 1)
        use_each(s, span, text);
    if (plain) {
        show_cluster(s, span, SHOW_ALL);
    } else if (holds_marks(s->run, span)) {
        show_saying(s, span, SHOW_BASES, text);
        show_saying(s, span, SHOW_MARKS, ZT_STR(""));
    } else {
        show_saying(s, span, SHOW_ALL, text);
    }
}

/* Glyphs further apart than a reader takes for letters of one word, as in a justified line or a
   headline that fills its measure. */
static bool is_spread(const setter *s)
{
    const zt_glyphs *run = s->run;
    const double word_break = 0.09; /* em; readers break at 0.1 */
    if (run->rotated || run->vertical)
        return false;
    bool spread = false;
    double scale = zt_glyphs_scale(run) * run->size;
    for (size_t i = 1; i < run->glyph_count; i++) {
        const zt_glyph *before = &run->glyphs[i - 1], *glyph = &run->glyphs[i];
        if (glyph->cluster <= before->cluster) /* marks, ligatures, right to left */
            return false;
        double end = before->x + zt_pdf_font_width(s->font, before->id) / 1000 * scale;
        spread |= glyph->x - end > word_break * run->size;
    }
    return spread;
}

/* The whole run says its text once, so that no reader puts blanks between its characters. */
static void spread_run(setter *s, double dx, double dy)
{
    const zt_glyphs *run = s->run;
    zt_buf *ops = &s->page->ops;
    zt_buf_puts(ops, "/Span<</ActualText<FEFF");
    zt_pdf_utf16_hex(ops, run->text);
    zt_buf_puts(ops, ">>>BDC\n");
    for (size_t i = 0; i < run->glyph_count; i++) {
        zt_pdf_font_use(s->page->pdf, s->font, run->glyphs[i].id, cluster_text(run, i));
        show_cluster(s, (glyph_span){i, i + 1, dx, dy}, SHOW_ALL);
    }
    end_array(s);
    zt_buf_puts(ops, "EMC\n");
}

static void each_cluster(setter *s, double dx, double dy)
{
    const zt_glyphs *run = s->run;
    for (size_t i = 0, end; i < run->glyph_count; i = end) {
        end = i + 1;
        while (end < run->glyph_count && run->glyphs[end].cluster == run->glyphs[i].cluster)
            end++;
        cluster(s, (glyph_span){i, end, dx, dy});
    }
}

void zt_pdf_paint_glyphs(zt_pdf_page *page, const zt_glyphs *run, double dx, double dy)
{
    if (run->glyph_count == 0 || !run->paint.ink)
        return;
    setter s = {.page = page, .run = run};
    begin_text(page);
    zt_pdf_colour_set(page->pdf, &page->ops, &page->now.fill, ZT_PDF_FILL, run->paint);
    zt_pdf_over(page, ZT_PDF_FILL, zt_pdf_overprints(page->pdf, run->paint));
    select_font(&s);
    bool narrow = zt_glyphs_scale(run) < 1;
    if (narrow) {
        zt_pdf_op_number(&page->ops, zt_glyphs_scale(run) * 100, 3);
        zt_buf_puts(&page->ops, "Tz\n");
    }
    if (is_spread(&s))
        spread_run(&s, dx, dy);
    else
        each_cluster(&s, dx, dy);
    end_array(&s);
    if (narrow)
        zt_buf_puts(&page->ops, "100 Tz\n");
}
