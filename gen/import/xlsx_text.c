/* Texts of a spreadsheet: runs, raised ones, and characters that XML cannot hold. */
#include <string.h>

#include "base/utf8.h"
#include "import/xlsx_imp.h"

/* -1 for any other character. */
static int hex_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

/* _xHHHH_ at the byte: the character (ECMA-376 part 1, 22.9.2.19); false if it is none. */
static bool escaped(zt_str text, size_t at, uint32_t *c)
{
    enum { LENGTH = 7 };
    if (text.len - at < LENGTH || text.data[at] != '_' || text.data[at + 1] != 'x' ||
        text.data[at + LENGTH - 1] != '_')
        return false;
    *c = 0;
    for (size_t i = at + 2; i < at + LENGTH - 1; i++) {
        int digit = hex_of(text.data[i]);
        if (digit < 0)
            return false;
        *c = *c * 16 + (uint32_t)digit;
    }
    return true;
}

/* Carriage returns become line feeds, other control characters go. */
zt_str zt_xlsx_unescape(zt_arena *arena, zt_str text)
{
    zt_buf out;
    uint32_t c;
    if (!text.len || !memchr(text.data, '_', text.len))
        return text;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < text.len;) {
        if (!escaped(text, at, &c)) {
            zt_buf_putc(&out, text.data[at++]);
            continue;
        }
        at += 7;
        if (c == '\r')
            zt_buf_putc(&out, '\n');
        else if (c >= ' ' || c == '\t' || c == '\n')
            zt_buf_utf8(&out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    }
    return zt_buf_view(&out);
}

/* ---- runs ---- */

/* The text of a <t> with its escapes resolved; empty when there is none. */
static zt_str text_of(zt_arena *arena, const zt_node *t)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (const zt_node *text = t ? t->first : NULL; text; text = text->next)
        zt_buf_str(&out, text->text);
    return zt_xlsx_unescape(arena, zt_buf_view(&out));
}

/* Whether a run is set as a superscript, which is how notes and powers are marked. */
static bool is_raised(const zt_node *run)
{
    const zt_node *look = zt_node_child(run, "rPr");
    const zt_node *align = look ? zt_node_child(look, "vertAlign") : NULL;
    return align && zt_str_is(zt_node_attr(align, "val", ""), "superscript");
}

/* The raised form of a figure or sign, 0 if there is none. Circled figures and signs of notes need
   none. */
static uint32_t raised(uint32_t c)
{
    static const struct {
        uint32_t plain, raised;
    } forms[] = {{'0', 0x2070}, {'1', 0xB9},   {'2', 0xB2},   {'3', 0xB3},     {'+', 0x207A},
                 {'-', 0x207B}, {'(', 0x207D}, {')', 0x207E}, {0x2212, 0x207B}};
    if (c >= '4' && c <= '9')
        return 0x2070 + (c - '0');
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].plain == c)
            return forms[i].raised;
    bool circled = c >= 0x2460 && c <= 0x2473;
    bool sign = c == '*' || c == 0x2020 || c == 0x2021 || c == 0x203B;
    return circled || sign || c == '[' || c == ']' || c == ',' ? c : 0;
}

/* Raised figures stay in the text as such (m², 10⁴, 甲¹); other raised letters are a mark. */
static void add_raised(zt_buf *out, zt_buf *mark, zt_str text)
{
    zt_buf forms;
    zt_buf_init(&forms, out->arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = raised(zt_utf8_next(text, &at));
        if (!c) {
            zt_buf_str(mark, zt_cell_trim(text));
            return;
        }
        zt_buf_utf8(&forms, c);
    }
    zt_buf_str(out, zt_buf_view(&forms));
}

/* Its t and those of its runs, not the phonetic ones. */
void zt_xlsx_text(zt_arena *arena, const zt_node *node, zt_grid_cell *cell)
{
    zt_buf out, mark;
    zt_buf_init(&out, arena);
    zt_buf_init(&mark, arena);
    for (const zt_node *n = node->first; n; n = n->next) {
        if (zt_node_is(n, "t"))
            zt_buf_str(&out, text_of(arena, n));
        if (!zt_node_is(n, "r"))
            continue;
        zt_str text = text_of(arena, zt_node_child(n, "t"));
        if (is_raised(n))
            add_raised(&out, &mark, text);
        else
            zt_buf_str(&out, text);
    }
    cell->text = zt_buf_view(&out);
    if (mark.len == 0)
        return;
    zt_cell_extra *extra = ZT_NEW(arena, zt_cell_extra);
    extra->mark = zt_buf_view(&mark);
    cell->extra = extra;
}
