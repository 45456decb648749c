/* What a PDF shows as text, from its content streams and the ToUnicode tables of its fonts. */
#include "inspect/letters.h"

#include <stdlib.h>
#include <string.h>

#include "inspect/content.h"
#include "inspect/painted.h"
#include "inspect/painted_imp.h"

/* ---- what codes mean ---- */

/* A stretch of codes: those from `first` to `last` mean `text`, its last character one further with
   each. */
typedef struct meaning {
    unsigned first, last;
    zt_str text; /* UTF-16, the bytes of the table */
} meaning;

/* Of one font; by the number of its table. */
typedef struct meanings {
    int number;
    ZT_VEC(meaning) list;
} meanings;

static unsigned code_of(zt_str bytes)
{
    unsigned code = 0;
    for (size_t i = 0; i < bytes.len && i < 4; i++)
        code = code << 8 | (unsigned char)bytes.data[i];
    return code;
}

static void add_meaning(zt_arena *arena, meanings *out, unsigned first, unsigned last, zt_str text)
{
    meaning m = {first, last, zt_str_copy(arena, text)};
    ZT_PUSH(arena, &out->list, m);
}

/* <code> <text> pairs (9.10.3, beginbfchar). */
static void add_characters(zt_arena *arena, meanings *out, const zt_content_stream *c)
{
    for (size_t i = 0; i + 1 < c->operands.count; i += 2) {
        unsigned code = code_of(c->operands.items[i].text);
        add_meaning(arena, out, code, code, c->operands.items[i + 1].text);
    }
}

/* <first> <last> <text>, or an array of texts, one a code. */
static void add_ranges(zt_arena *arena, meanings *out, const zt_content_stream *c)
{
    size_t i = 0;
    while (i + 2 < c->operands.count) {
        unsigned first = code_of(c->operands.items[i].text),
                 last = code_of(c->operands.items[i + 1].text);
        i += 2;
        if (c->operands.items[i].kind != ZT_OPERAND_MARK) {
            add_meaning(arena, out, first, last, c->operands.items[i++].text);
            continue;
        }
        for (i++; i < c->operands.count && c->operands.items[i].kind != ZT_OPERAND_MARK; i++)
            add_meaning(arena, out, first, first, c->operands.items[i].text), first++;
        i++;
    }
}

static void read_meanings(zt_arena *arena, zt_pdf_source *source, zt_pdf_object table,
                          meanings *out)
{
    zt_arena *scratch = zt_arena_beside(arena);
    zt_content_stream content;
    zt_content_begin(&content, scratch, zt_pdf_stream_data(source, scratch, table));
    while (zt_content_next(&content)) {
        if (zt_str_is(content.operator_, "endbfchar"))
            add_characters(arena, out, &content);
        else if (zt_str_is(content.operator_, "endbfrange"))
            add_ranges(arena, out, &content);
    }
    zt_arena_drop(scratch);
}

/* UTF-16 to UTF-8, the last unit `further` on. */
static zt_str utf8_of(zt_arena *arena, zt_str utf16, unsigned further)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, "");
    for (size_t i = 0; i + 1 < utf16.len; i += 2) {
        uint32_t unit = code_of(zt_str_slice(utf16, i, i + 2));
        bool pair = unit >= 0xD800 && unit < 0xDC00 && i + 3 < utf16.len;
        if (pair) {
            uint32_t low = code_of(zt_str_slice(utf16, i + 2, i + 4));
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low & 0x3FF);
            i += 2;
        }
        if (i + 2 >= utf16.len)
            unit += further;
        zt_buf_utf8(&out, unit);
    }
    return zt_buf_view(&out);
}

/* ---- a walk over a page ---- */

typedef struct letter_reader {
    zt_arena *arena;
    zt_pdf_source *source;
    zt_letter_list *out;
    size_t page;
    zt_rect trim; /* y up */
    ZT_VEC(meanings *) fonts;
} letter_reader;

static const meanings *meanings_of(letter_reader *r, const zt_pdf_face *face)
{
    int number = face->meanings ? zt_pdf_number_of(r->source, face->meanings) : 0;
    for (size_t i = 0; number && i < r->fonts.count; i++)
        if (r->fonts.items[i]->number == number)
            return r->fonts.items[i];
    meanings *all = ZT_NEW(r->arena, meanings);
    all->number = number;
    if (face->meanings)
        read_meanings(r->arena, r->source, face->meanings, all);
    if (number)
        ZT_PUSH(r->arena, &r->fonts, all);
    return all;
}

/* The later entry counts, as readers have it. */
static zt_str text_of(letter_reader *r, const meanings *font, unsigned code)
{
    for (size_t i = font->list.count; i-- > 0;) {
        const meaning *m = &font->list.items[i];
        if (code >= m->first && code <= m->last)
            return utf8_of(r->arena, m->text, code - m->first);
    }
    return (zt_str){0};
}

static void add_letters(void *self, const zt_painted *painted)
{
    letter_reader *r = self;
    if (painted->kind != ZT_PAINTED_TEXT)
        return;
    const meanings *font = meanings_of(r, painted->face);
    size_t step = painted->face->two_bytes ? 2 : 1;
    double advance = 0;
    for (size_t i = 0; i + step <= painted->text.len; i += step) {
        unsigned code = code_of(zt_str_slice(painted->text, i, i + step));
        zt_letter letter = {.page = r->page,
                            .text = text_of(r, font, code),
                            .x = painted->origin.x + painted->along.x * advance - r->trim.x,
                            .y = zt_rect_foot(r->trim) - painted->origin.y -
                                 painted->along.y * advance,
                            .size = painted->size};
        ZT_PUSH(r->arena, r->out, letter);
        advance += zt_pdf_face_width(painted->face, (int)code) * painted->set + painted->spacing +
                   (step == 1 && code == ' ' ? painted->blank : 0);
    }
}

zt_letter_list zt_pdf_letters(zt_arena *arena, zt_pdf_source *source, bool *seen)
{
    zt_letter_list out = {0};
    letter_reader reader = {.arena = arena, .source = source, .out = &out};
    *seen = true;
    for (size_t i = 0; i < zt_pdf_page_count(source); i++) {
        zt_pdf_object page = zt_pdf_page_at(source, i);
        reader.page = i;
        reader.trim = zt_pdf_page_trim(source, page);
        *seen = zt_pdf_paint(source, arena, page, add_letters, &reader) && *seen;
    }
    return out;
}
