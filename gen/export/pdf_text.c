/* Lines of glyph runs (9.4): original glyph ids in TJ arrays. The pen is followed as the reader of
   the file will move it, by the widths that the file states, so rounding never adds up along a
   line. */
#include <math.h>

#include "export/pdf_imp.h"
#include "scene/overprint.h"

/* A run on its way: the pen in the run's own frame, points. Along is the way that the pen takes:
   right, or down in upright columns. */
typedef struct setter {
    zt_pdf_page *page;
    const zt_glyphs *run;
    zt_pdf_font *font;
    const zt_item *item; /* what the text belongs to: the first run of the line */
    double dx, dy;       /* of the run's group */
    double along, across;
    double stretch; /* of the text matrix, see set_stretch */
    bool in_array, in_string;
    bool placed;   /* the text line matrix stands in this run */
    bool resumes;  /* it has to be written anew where the pen stands */
    double from;   /* along, when the run was placed last */
    zt_point base; /* that place on the page, as it was written */
} setter;

/* A column needs the font with vertical metrics, over the same subset. */
static void select_font(setter *s)
{
    zt_pdf_page *page = s->page;
    bool down = s->run->vertical;
    size_t index;
    s->font = zt_pdf_font_of(page->pdf, s->run->face, &index);
    if (page->font == s->font && page->font_down == down && page->font_size == s->run->size)
        return;
    zt_pdf_font_need(page->pdf, s->font, down);
    zt_buf_printf(&page->ops, "/%c%zu ", down ? 'V' : 'F', index);
    zt_pdf_op_number(&page->ops, s->run->size, 3);
    zt_buf_puts(&page->ops, "Tf\n");
    page->font = s->font;
    page->font_down = down;
    page->font_size = s->run->size;
}

/* Closes string and array of TJ. */
static void end_array(setter *s)
{
    if (s->in_string)
        zt_buf_putc(&s->page->ops, '>');
    if (s->in_array)
        zt_buf_puts(&s->page->ops, "]TJ\n");
    s->in_string = s->in_array = false;
}

/* Horizontal scaling makes the glyphs narrower by what the text matrix widens them: nothing moves,
   but pdf.js, which knows no /ActualText, judges a gap by the matrix alone and then finds no blank
   between the characters of a line that is set wide. */
static void set_stretch(setter *s, double stretch)
{
    if (stretch != s->stretch)
        end_array(s);
    s->resumes = s->resumes || (s->placed && stretch != s->stretch);
    s->stretch = stretch;
    double scale = zt_glyphs_scale(s->run) / stretch * 100;
    if (scale == s->page->scale)
        return;
    end_array(s);
    zt_pdf_op_number(&s->page->ops, scale, 3);
    zt_buf_puts(&s->page->ops, "Tz\n");
    s->page->scale = scale;
}

/* The text matrix (9.4.2). */
static void put_matrix(zt_buf *ops, bool rotated, double stretch, zt_point at)
{
    if (rotated) { /* 90 degrees clockwise: text runs down the page, its up is the page's right */
        zt_buf_puts(ops, "0 -1 1 0 ");
    } else {
        zt_pdf_op_number(ops, stretch, 0);
        zt_buf_puts(ops, "0 0 1 ");
    }
    zt_pdf_op_number(ops, at.x, 5);
    zt_pdf_op_number(ops, at.y, 5);
    zt_buf_puts(ops, "Tm\n");
}

/* In whole hundredths of a point: plain rows step from the line before, so that the steps add up
   exactly. Returns the place as it is written. */
static zt_point put_place(setter *s, double x, double y)
{
    zt_pdf_page *page = s->page;
    long to_x = lround(x * 100), to_y = lround(y * 100);
    zt_point at = {(double)to_x / 100, (double)to_y / 100};
    bool plain = s->stretch == 1 && !s->run->rotated;
    if (plain && page->line_upright) {
        zt_pdf_op_number(&page->ops, (double)(to_x - page->line_x) / 100, 2);
        zt_pdf_op_number(&page->ops, (double)(to_y - page->line_y) / 100, 2);
        zt_buf_puts(&page->ops, "Td\n");
    } else {
        put_matrix(&page->ops, s->run->rotated, s->stretch, at);
    }
    page->line_upright = plain;
    page->line_x = to_x;
    page->line_y = to_y;
    return at;
}

/* Sets the text position to a place in the run's frame. */
static void place(setter *s, double along, double across)
{
    const zt_glyphs *run = s->run;
    end_array(s);
    double x = run->rotated ? -across : run->vertical ? across : along;
    double y = run->rotated || run->vertical ? along : across;
    s->base = put_place(s, zt_pdf_x(s->page, run->origin.x + s->dx + x),
                        zt_pdf_y(s->page, run->origin.y + s->dy + y));
    s->along = s->from = along;
    s->across = across;
    s->placed = true;
    s->resumes = false;
}

/* The pen stays where it is, under another matrix or in another text object. */
static void resume(setter *s)
{
    double way = s->along - s->from;
    bool down = s->run->rotated || s->run->vertical;
    zt_point at = {s->base.x + (down ? 0 : way), s->base.y - (down ? way : 0)};
    put_matrix(&s->page->ops, s->run->rotated, s->stretch, at);
    s->page->line_upright = false;
    s->resumes = false;
}

/* A number in the array: 1/1000 of the size, against the direction of the pen. */
static void kern(setter *s, long step)
{
    if (s->in_string)
        zt_buf_putc(&s->page->ops, '>');
    if (!s->in_array)
        zt_buf_putc(&s->page->ops, '[');
    s->in_array = true;
    s->in_string = false;
    zt_buf_number(&s->page->ops, (double)step, 0);
}

/* Vertical writing (9.7.4.3) with the metrics that hold where a file states none: a glyph hangs
   from the middle of its width, 0.88 em above its baseline, and takes 1 em. */
static const double hang = 0.88;

/* Moves the pen to the glyph: by a number in the array along the line, anew on another line. */
static void reach(setter *s, const zt_glyph *glyph)
{
    bool down = s->run->vertical;
    double size = s->run->size, along = glyph->x, across = glyph->y;
    if (down) {
        along = glyph->y - hang * size;
        across = glyph->x + zt_pdf_font_width(s->font, glyph->id) / 2000 * size;
    }
    /* Shifts below 1/1000 em off the line are noise of the layout's sums. */
    if (!s->placed || fabs(across - s->across) > size / 1000) {
        place(s, along, across);
        return;
    }
    double unit = size * (down ? 1 : zt_glyphs_scale(s->run)) / 1000; /* of TJ numbers, in points */
    /* A number takes the pen back in a row and onwards in a column. */
    long step = lround((s->along - along) / unit);
    if (s->resumes) {
        s->along -= (double)step * unit;
        resume(s);
    } else if (step != 0) {
        kern(s, down ? -step : step);
        s->along -= (double)step * unit;
    }
}

/* Four hexadecimal digits; the pen moves by the width that the file states. */
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
    double em =
        s->run->vertical ? 1 : zt_pdf_font_width(s->font, glyph) / 1000 * zt_glyphs_scale(s->run);
    s->along += em * s->run->size;
}

typedef enum show_which { SHOW_ALL, SHOW_BASES, SHOW_MARKS } show_which;

/* The glyphs of a cluster or a part of them: marks are those that do not move the pen. */
static void show_cluster(setter *s, const zt_pdf_cluster *c, show_which which)
{
    for (size_t i = c->first; i < c->end; i++) {
        const zt_glyph *glyph = &s->run->glyphs[i];
        bool mark = glyph->advance <= 0;
        if (which != SHOW_ALL && mark != (which == SHOW_MARKS))
            continue;
        reach(s, glyph);
        show(s, glyph->id);
    }
}

/* A text object, in which the pen stands as it stood in the one before. */
static void open_text(setter *s)
{
    s->resumes = s->resumes || (s->placed && !s->page->in_text);
    zt_pdf_text_begin(s->page);
}

/* Begins what is said in one piece. */
static void begin_actual_text(setter *s, zt_str text)
{
    end_array(s);
    zt_pdf_tags_actual_text(s->page, s->item, text);
    open_text(s);
}

/* Ends it. */
static void end_actual_text(setter *s)
{
    end_array(s);
    zt_pdf_tags_said(s->page);
}

/* What needs no saying goes on in the open sequence, or in a new one. */
static void go_on(setter *s)
{
    if (s->page->mark == ZT_PDF_MARK_NONE)
        zt_pdf_tags_content(s->page, s->item);
    open_text(s);
}

/* Some of its glyphs move the pen, some do not. */
static bool holds_marks(const zt_pdf_cluster *c)
{
    size_t marks = 0;
    for (size_t i = c->first; i < c->end; i++)
        marks += c->run->glyphs[i].advance <= 0;
    return marks > 0 && marks < c->end - c->first;
}

/* The last cluster of what is being said. Its marks say nothing by themselves: a reader would take
   the last glyph for the end of the text and find a blank behind a mark that stands further back.
 */
static void show_end(setter *s, const zt_pdf_cluster *c)
{
    show_cluster(s, c, SHOW_BASES);
    end_actual_text(s);
    begin_actual_text(s, ZT_STR(""));
    show_cluster(s, c, SHOW_MARKS);
}

/* One cluster: plain when each reader finds its text by the glyph alone, else with /ActualText
   (14.9.4): several glyphs for one text, or a glyph that elsewhere stands for other text. */
static void cluster(setter *s, const zt_pdf_cluster *c)
{
    bool plain =
        c->end == c->first + 1 && zt_pdf_font_says(s->font, s->run->glyphs[c->first].id, c->text);
    if (plain) {
        go_on(s);
        show_cluster(s, c, SHOW_ALL);
        return;
    }
    begin_actual_text(s, c->text);
    if (holds_marks(c))
        show_end(s, c);
    else
        show_cluster(s, c, SHOW_ALL);
    end_actual_text(s);
}

/* Goes on in another run: its ink, its font. */
static void enter_run(setter *s, const zt_glyphs *run)
{
    zt_pdf_page *page = s->page;
    if (s->run == run)
        return;
    if (s->run)
        end_array(s);
    s->run = run;
    s->placed = false;
    zt_pdf_colour_set(page->pdf, &page->ops, &page->now.fill, ZT_PDF_FILL, run->paint);
    zt_pdf_over(page, ZT_PDF_FILL,
                page->pdf->options->profile->overprint &&
                    zt_glyphs_overprint(run, page->pdf->book->overprint_below));
    select_font(s);
}

/* What all clusters of the word say, in their order. */
static zt_str text_of_word(zt_arena *arena, const zt_pdf_word *word)
{
    zt_buf text;
    zt_buf_init(&text, arena);
    for (size_t i = 0; i < word->count; i++)
        zt_buf_str(&text, word->clusters[i].text);
    return zt_buf_view(&text);
}

/* All clusters of the word, under one stretch. */
static void paint_word(setter *s, const zt_pdf_word *word)
{
    const zt_pdf_cluster *c = word->clusters;
    if (word->actual_text)
        begin_actual_text(s, text_of_word(s->page->pdf->arena, word));
    for (size_t i = 0; i < word->count; i++) {
        enter_run(s, c[i].run);
        set_stretch(s, word->stretch);
        if (!word->actual_text)
            cluster(s, &c[i]);
        else if (i + 1 == word->count && holds_marks(&c[i]))
            show_end(s, &c[i]);
        else
            show_cluster(s, &c[i], SHOW_ALL);
    }
    if (word->actual_text)
        end_actual_text(s);
}

/* The first run of a line paints all of it, since words may go over runs. */
void zt_pdf_paint_glyphs(zt_pdf_page *page, const zt_glyphs *run, double dx, double dy)
{
    /* The line was painted with its first run. */
    bool painted = page->line_rest == run;
    page->line_rest = zt_glyphs_next(run);
    if (painted)
        return;
    zt_pdf_word *words;
    size_t count = zt_pdf_words_of(page->pdf, run, &words);
    setter s = {.page = page, .item = &run->item, .dx = dx, .dy = dy, .stretch = 1};
    if (count > 0 && !words[0].actual_text)
        zt_pdf_tags_content(page, s.item);
    for (size_t i = 0; i < count; i++)
        paint_word(&s, &words[i]);
    end_array(&s);
}
