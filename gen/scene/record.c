/* Where each text of a book stands. Lengths in the text are thousandths of a point, so that what
   is read back is what was written. */
#include "scene/record.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* ---- from pages ---- */

/* A walk over a page. */
typedef struct figure_recorder {
    zt_arena *arena;
    zt_figure_record *record;
    const char *document;
    size_t page;
} figure_recorder;

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* Per cent and per mille are set apart from their number in large figures. */
static bool is_mark(uint32_t c)
{
    return is_digit(c) || c == '%' || c == 0x2030;
}

/* Numerals of Chinese that stand for a number by themselves, as in 第二. */
static bool is_numeral(uint32_t c)
{
    static const char numerals[] = "〇零一二三四五六七八九十百千万亿两";
    zt_str all = {numerals, sizeof numerals - 1};
    for (size_t at = 0; at < all.len;)
        if (zt_utf8_next(all, &at) == c)
            return true;
    return false;
}

bool zt_holds_figure(zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if (is_mark(c) || is_numeral(c))
            return true;
    }
    return false;
}

/* What a glyph stands for: the text up to the next cluster. */
static zt_str text_of(const zt_glyphs *run, size_t index)
{
    uint32_t from = run->glyphs[index].cluster, end = (uint32_t)run->text.len;
    for (size_t i = 0; i < run->glyph_count; i++)
        if (run->glyphs[i].cluster > from && run->glyphs[i].cluster < end)
            end = run->glyphs[i].cluster;
    return zt_str_slice(run->text, from, end);
}

/* Files are named from the document's folder: the record is the same wherever that lies. */
static const char *place_of(zt_arena *arena, zt_pos at, const char *document)
{
    const char *file = at.file ? at.file : "", *slash = document ? strrchr(document, '/') : NULL;
    size_t folder = slash ? (size_t)(slash - document) + 1 : 0;
    if (folder && strncmp(file, document, folder) == 0)
        file += folder;
    return at.line ? zt_arena_printf(arena, "%s:%d:%d", file, at.line, at.column)
                   : zt_arena_strdup(arena, file);
}

/* Of a column, where the pen stands as PDF's vertical writing has it (ISO 32000-1, 9.7.4.3). */
static const double pen_over_baseline = 0.88; /* em */

/* Along a line that was turned or runs down. */
static zt_recorded_glyph glyph_at(const zt_glyphs *run, size_t index, double dx, double dy)
{
    const zt_glyph *g = &run->glyphs[index];
    double x = run->rotated    ? -g->y
               : run->vertical ? 0
                               : g->x,
           y = run->rotated    ? g->x
               : run->vertical ? g->y - pen_over_baseline * run->size
                               : g->y;
    return (zt_recorded_glyph){text_of(run, index), run->origin.x + dx + x, run->origin.y + dy + y};
}

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    figure_recorder *r = self;
    const zt_glyphs *run = (const zt_glyphs *)item;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    zt_recorded row = {.page = r->page,
                       .place = place_of(r->arena, item->at, r->document),
                       .text = run->text,
                       .size = run->size,
                       .vertical = run->vertical,
                       .glyphs = ZT_ARRAY(r->arena, run->glyph_count, zt_recorded_glyph),
                       .glyph_count = run->glyph_count};
    for (size_t i = 0; i < run->glyph_count; i++)
        row.glyphs[i] = glyph_at(run, i, dx, dy);
    ZT_PUSH(r->arena, &r->record->list, row);
}

zt_figure_record *zt_figure_record_of(zt_arena *arena, const zt_book *book)
{
    zt_figure_record *record = ZT_NEW(arena, zt_figure_record);
    record->id = book->id;
    record->pages = book->page_count;
    for (size_t i = 0; i < book->page_count; i++) {
        figure_recorder r = {arena, record, book->path, i};
        zt_visitor visitor = {.self = &r, .enter = enter};
        zt_scene_walk(book->pages[i]->root, &visitor);
    }
    return record;
}

/* ---- as text ---- */

#define HEAD "zhitu-record 2"

static void put_length(zt_buf *out, double points)
{
    zt_buf_printf(out, "\t%ld", lround(points * 1000));
}

void zt_figure_record_print(zt_buf *out, const zt_figure_record *record)
{
    zt_buf_printf(out, "%s\t%s\t%zu\n", HEAD, record->id, record->pages);
    for (size_t i = 0; i < record->list.count; i++) {
        const zt_recorded *row = &record->list.items[i];
        zt_buf_printf(out, "%zu\t%s\t%.*s\t%c", row->page + 1, row->place, ZT_ARG(row->text),
                      row->vertical ? 'v' : 'h');
        put_length(out, row->size);
        for (size_t k = 0; k < row->glyph_count; k++) {
            zt_buf_printf(out, "\t%.*s", ZT_ARG(row->glyphs[k].text));
            put_length(out, row->glyphs[k].x);
            put_length(out, row->glyphs[k].y);
        }
        zt_buf_putc(out, '\n');
    }
}

/* ---- from text ---- */

/* Cuts the next field off a line; false at its end. */
static bool next_field(zt_str *rest, zt_str *field)
{
    if (!rest->data)
        return false;
    const char *tab = memchr(rest->data, '\t', rest->len);
    size_t len = tab ? (size_t)(tab - rest->data) : rest->len;
    *field = zt_str_slice(*rest, 0, len);
    *rest = tab ? zt_rest_of(*rest, len + 1) : (zt_str){0};
    return true;
}

/* A whole number. */
static bool next_number(zt_arena *arena, zt_str *rest, long *out)
{
    zt_str field;
    char *end;
    if (!next_field(rest, &field) || field.len == 0 || field.len > 15)
        return false;
    const char *text = zt_str_copy(arena, field).data;
    *out = strtol(text, &end, 10);
    return *end == 0;
}

static bool next_length(zt_arena *arena, zt_str *rest, double *out)
{
    long thousandths;
    if (!next_number(arena, rest, &thousandths))
        return false;
    *out = (double)thousandths / 1000;
    return true;
}

static bool read_glyphs(zt_arena *arena, zt_str rest, zt_recorded *row)
{
    ZT_VEC(zt_recorded_glyph) glyphs = {0};
    zt_recorded_glyph glyph;
    while (next_field(&rest, &glyph.text)) {
        if (!next_length(arena, &rest, &glyph.x) || !next_length(arena, &rest, &glyph.y))
            return false;
        ZT_PUSH(arena, &glyphs, glyph);
    }
    row->glyphs = glyphs.items;
    row->glyph_count = glyphs.count;
    return true;
}

static bool read_row(zt_arena *arena, zt_str line, const zt_figure_record *record, zt_recorded *row)
{
    long page;
    zt_str place, way;
    if (!next_number(arena, &line, &page) || page < 1 || (size_t)page > record->pages ||
        !next_field(&line, &place) || !next_field(&line, &row->text) || !next_field(&line, &way) ||
        !next_length(arena, &line, &row->size))
        return false;
    row->page = (size_t)page - 1;
    row->place = zt_str_copy(arena, place).data;
    row->vertical = zt_str_is(way, "v");
    return read_glyphs(arena, line, row);
}

static bool read_head(zt_arena *arena, zt_str line, zt_figure_record *record)
{
    enum { PAGES_MOST = 100000 };
    zt_str head, id;
    long pages;
    if (!next_field(&line, &head) || !zt_str_is(head, HEAD) || !next_field(&line, &id) ||
        !next_number(arena, &line, &pages) || pages < 0 || pages > PAGES_MOST)
        return false;
    record->id = zt_str_copy(arena, id).data;
    record->pages = (size_t)pages;
    return true;
}

zt_figure_record *zt_figure_record_parse(zt_arena *arena, zt_str text, size_t *wrong)
{
    zt_figure_record *record = ZT_NEW(arena, zt_figure_record);
    zt_str rest = text;
    for (*wrong = 1; rest.len > 0; (*wrong)++) {
        const char *feed = memchr(rest.data, '\n', rest.len);
        size_t len = feed ? (size_t)(feed - rest.data) : rest.len;
        zt_str line = zt_str_slice(rest, 0, len);
        zt_recorded row = {0};
        rest = zt_rest_of(rest, feed ? len + 1 : len);
        if (*wrong == 1 ? !read_head(arena, line, record) : !read_row(arena, line, record, &row))
            return NULL;
        if (*wrong > 1)
            ZT_PUSH(arena, &record->list, row);
    }
    return *wrong > 1 ? record : NULL;
}
