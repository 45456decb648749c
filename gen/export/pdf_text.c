/* Glyph runs (9.4): original glyph ids in TJ arrays. The pen is followed as the reader of the file
   will move it, by the widths that the file states, so rounding never adds up along a line. */
#include <math.h>

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
    long step = lround((s->pen_x - glyph->x) / s->run->size * 1000);
    if (step == 0)
        return;
    if (s->in_string)
        zt_buf_putc(&s->page->ops, '>');
    if (!s->in_array)
        zt_buf_putc(&s->page->ops, '[');
    s->in_array = true;
    s->in_string = false;
    zt_buf_number(&s->page->ops, (double)step, 0);
    s->pen_x -= (double)step / 1000 * s->run->size;
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
    s->pen_x += zt_pdf_font_width(s->font, glyph) / 1000 * s->run->size;
}

/* The text that a cluster stands for: up to the next cluster in the text, whatever the order of
   the glyphs. */
static zt_str cluster_text(const zt_glyphs *run, size_t first)
{
    uint32_t from = run->glyphs[first].cluster;
    size_t end = run->text.len;
    for (size_t i = first + 1; i < run->glyph_count; i++)
        if (run->glyphs[i].cluster > from) {
            end = run->glyphs[i].cluster;
            break;
        }
    return zt_str_slice(run->text, from, end);
}

/* One cluster: plain when each reader finds its text by the glyph alone, else with /ActualText
   (14.9.4): several glyphs for one text, or a glyph that elsewhere stands for other text. */
static void cluster(setter *s, size_t first, size_t end, double dx, double dy)
{
    zt_buf *ops = &s->page->ops;
    zt_str text = cluster_text(s->run, first);
    bool plain = zt_pdf_font_use(s->page->pdf, s->font, s->run->glyphs[first].id, text);
    for (size_t i = first + 1; i < end; i++) {
        zt_pdf_font_use(s->page->pdf, s->font, s->run->glyphs[i].id, text);
        plain = false;
    }
    if (!plain) {
        end_array(s);
        zt_buf_puts(ops, "/Span<</ActualText<FEFF");
        zt_pdf_utf16_hex(ops, text);
        zt_buf_puts(ops, ">>>BDC\n");
    }
    for (size_t i = first; i < end; i++) {
        reach(s, &s->run->glyphs[i], dx, dy);
        show(s, s->run->glyphs[i].id);
    }
    if (!plain) {
        end_array(s);
        zt_buf_puts(ops, "EMC\n");
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
    for (size_t i = 0, end; i < run->glyph_count; i = end) {
        end = i + 1;
        while (end < run->glyph_count && run->glyphs[end].cluster == run->glyphs[i].cluster)
            end++;
        cluster(&s, i, end, dx, dy);
    }
    end_array(&s);
}
