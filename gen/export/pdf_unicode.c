/* What glyphs say to a reader who searches or copies: the text of each glyph (ToUnicode, 9.10.3),
   and the stretches of a line that say theirs in one piece (/ActualText, 14.9.4). */
#include <math.h>

#include "base/utf8.h"
#include "export/pdf_imp.h"

/* ---- clusters ---- */

/* The text that the glyphs from `first` on stand for: up to the next cluster in the text, whatever
   the order of the glyphs. */
static zt_str text_from(const zt_glyphs *run, size_t first)
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

/* The glyphs of one cluster, which stand side by side. */
static zt_pdf_cluster cluster_at(const zt_glyphs *run, size_t first)
{
    zt_pdf_cluster c = {.run = run, .first = first, .end = first + 1};
    while (c.end < run->glyph_count && run->glyphs[c.end].cluster == run->glyphs[first].cluster)
        c.end++;
    c.text = text_from(run, first);
    return c;
}

/* ---- what each glyph says ---- */

/* The character of the text that the face draws as this glyph; empty when there is none. */
static zt_str text_of_glyph(const zt_face *face, uint32_t glyph, zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t cp = zt_utf8_next(text, &at);
        if (zt_face_glyph(face, cp) == glyph)
            return zt_str_slice(text, from, at);
    }
    return ZT_STR("");
}

/* The first characters of a cluster that none of its glyphs is the form of: what its first other
   glyph (a stack, a ligature) shows. */
static zt_str text_of_form(const zt_pdf_cluster *c)
{
    size_t from = 0, end = 0;
    for (size_t at = 0; at < c->text.len;) {
        uint32_t drawn = zt_face_glyph(c->run->face, zt_utf8_next(c->text, &at));
        bool own = false;
        for (size_t i = c->first; i < c->end; i++)
            own = own || c->run->glyphs[i].id == drawn;
        if (own && end > 0)
            break;
        from = own ? at : from;
        end = own ? 0 : at;
    }
    return end > from ? zt_str_slice(c->text, from, end) : ZT_STR("");
}

/* Each glyph of a cluster says its own part, for readers who pass over /ActualText. */
static void hear_cluster(zt_pdf *pdf, zt_pdf_font *font, const zt_pdf_cluster *c)
{
    if (c->end == c->first + 1) {
        zt_pdf_font_hear(pdf, font, c->run->glyphs[c->first].id, c->text);
        return;
    }
    zt_str left = text_of_form(c);
    for (size_t i = c->first; i < c->end; i++) {
        uint32_t glyph = c->run->glyphs[i].id;
        zt_str own = text_of_glyph(c->run->face, glyph, c->text);
        if (own.len == 0) {
            own = left;
            left = ZT_STR("");
        }
        zt_pdf_font_hear(pdf, font, glyph, own);
    }
}

/* Each painted run's clusters. */
static void hear(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    (void)dy;
    zt_pdf *pdf = self;
    const zt_glyphs *run = (const zt_glyphs *)item;
    if (item->kind != ZT_ITEM_GLYPHS || run->glyph_count == 0 || !run->paint.ink)
        return;
    size_t index;
    zt_pdf_font *font = zt_pdf_font_of(pdf, run->face, &index);
    for (size_t i = 0; i < run->glyph_count;) {
        zt_pdf_cluster c = cluster_at(run, i);
        hear_cluster(pdf, font, &c);
        i = c.end;
    }
}

/* Before any page is painted: what a glyph says must be the same on all pages. */
void zt_pdf_hear_book(zt_pdf *pdf)
{
    zt_visitor visitor = {pdf, hear, NULL};
    for (size_t i = 0; i < pdf->book->page_count; i++)
        zt_scene_walk(pdf->book->pages[i]->root, &visitor);
}

/* ---- words of a line ---- */

/* Readers put a blank where the pen jumps a tenth of an em of the smaller type. */
static const double word_break = 0.09;

/* One character of Unicode's spaces. */
static bool is_blank(zt_str text)
{
    size_t at = 0;
    uint32_t c = text.len ? zt_utf8_next(text, &at) : 0;
    return at == text.len &&
           (c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000);
}

/* Right to left: the clusters of such a run descend. */
static bool is_backward(const zt_glyphs *run)
{
    return run->glyph_count > 1 &&
           run->glyphs[0].cluster > run->glyphs[run->glyph_count - 1].cluster;
}

/* Runs without ink or glyphs say nothing. */
static bool is_painted(const zt_glyphs *run)
{
    return run->glyph_count > 0 && run->paint.ink;
}

/* Whether any run of the line stands upright or turned. */
static bool is_column(const zt_glyphs *run)
{
    bool column = false;
    for (; run; run = zt_glyphs_next(run))
        column = column || run->vertical || run->rotated;
    return column;
}

/* Where the pen stands behind the cluster, in the frame of the group. */
static double end_of(zt_pdf *pdf, const zt_pdf_cluster *c)
{
    size_t index;
    const zt_pdf_font *font = zt_pdf_font_of(pdf, c->run->face, &index);
    double scale = zt_glyphs_scale(c->run) * c->run->size / 1000, end = 0;
    for (size_t i = c->first; i < c->end; i++) {
        const zt_glyph *glyph = &c->run->glyphs[i];
        end = zt_max(end, glyph->x + zt_pdf_font_width(font, glyph->id) * scale);
    }
    return c->run->origin.x + end;
}

/* The gap between two clusters, in em of the smaller type. */
static double gap_between(zt_pdf *pdf, const zt_pdf_cluster *a, const zt_pdf_cluster *b)
{
    double start = b->run->origin.x + b->run->glyphs[b->first].x;
    return (start - end_of(pdf, a)) / zt_min(a->run->size, b->run->size);
}

/* Other type, or type on another line: indices, a figure larger than its unit. */
static bool changes_line(const zt_glyphs *a, const zt_glyphs *b)
{
    const double alike = 0.01;
    return fabs(a->size - b->size) > alike * a->size ||
           fabs(a->origin.y - b->origin.y) > alike * a->size;
}

/* The least of the factors that bring a gap below what is taken for a blank; a hundred divided by
   them is a short number. The last would take a blank of a quarter em before the word along. */
static double stretch_for(double gap, bool first)
{
    static const double factors[] = {2, 4, 5, 8, 10};
    size_t i = 0, last = first ? 4 : 3;
    while (i < last && gap > word_break * factors[i])
        i++;
    return factors[i];
}

/* A reader finds the cluster's text by its glyph alone. */
static bool is_plain(zt_pdf *pdf, const zt_pdf_cluster *c)
{
    size_t index;
    const zt_pdf_font *font = zt_pdf_font_of(pdf, c->run->face, &index);
    return c->end == c->first + 1 && zt_pdf_font_says(font, c->run->glyphs[c->first].id, c->text);
}

/* A word is said in one piece when readers would else part or garble it: columns, shared glyphs,
   gaps as wide as blanks, changes of size. */
static void judge_word(zt_pdf *pdf, zt_pdf_word *word, bool column, bool first)
{
    const zt_pdf_cluster *c = word->clusters;
    double widest = 0;
    for (size_t i = 0; i < word->count; i++)
        if (is_backward(c[i].run))
            return;
    word->actual_text = column && word->count > 1;
    for (size_t i = 0; word->count > 1 && i < word->count; i++)
        word->actual_text = word->actual_text || !is_plain(pdf, &c[i]);
    for (size_t i = 1; i < word->count && !column; i++) {
        word->actual_text = word->actual_text || changes_line(c[i - 1].run, c[i].run);
        widest = zt_max(widest, gap_between(pdf, &c[i - 1], &c[i]));
    }
    if (widest > word_break) {
        word->actual_text = true;
        word->stretch = stretch_for(widest, first);
    }
}

/* A column is said as a whole: its upright and its turned runs are lines of different directions to
   a reader. */
size_t zt_pdf_words_of(zt_pdf *pdf, const zt_glyphs *run, zt_pdf_word **out)
{
    bool column = is_column(run);
    size_t count = 0, word_count = 0;
    for (const zt_glyphs *r = run; r; r = zt_glyphs_next(r))
        count += r->glyph_count;
    zt_pdf_cluster *clusters = ZT_ARRAY(pdf->arena, count, zt_pdf_cluster);
    zt_pdf_word *words = ZT_ARRAY(pdf->arena, count, zt_pdf_word);
    bool after_blank = true;
    count = 0;
    for (const zt_glyphs *r = run; r; r = zt_glyphs_next(r)) {
        for (size_t i = 0; is_painted(r) && i < r->glyph_count; i = clusters[count++].end) {
            clusters[count] = cluster_at(r, i);
            bool blank = !column && is_blank(clusters[count].text);
            if (word_count == 0 || blank || after_blank)
                words[word_count++] = (zt_pdf_word){.clusters = &clusters[count], .stretch = 1};
            words[word_count - 1].count++;
            after_blank = blank;
        }
    }
    for (size_t i = 0; i < word_count; i++)
        judge_word(pdf, &words[i], column, i == 0);
    *out = words;
    return word_count;
}
