/* The printed form of a phrase. An editor's words stand as written; figures have one form on a
   page: half-width digits, points, commas and signs, U+2212 for minus (GB/T 15835-2011, 5.1.2), no
   sign on nought. */
#include "model/phrase_imp.h"

#include <string.h>

#include "base/arena.h"
#include "base/unit.h"
#include "base/utf8.h"

/* The character at byte `at` and where the next begins; 0 at the end. */
static uint32_t peek(zt_str text, size_t at, size_t *next)
{
    *next = at;
    return at < text.len ? zt_utf8_next(text, next) : 0;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_any_digit(uint32_t c)
{
    return is_digit(c) || (c >= 0xFF10 && c <= 0xFF19);
}

/* Three digits and no more: what a comma parts. */
static bool is_group(zt_str text, size_t at)
{
    size_t next;
    for (int i = 0; i < 3; i++, at = next)
        if (!is_any_digit(peek(text, at, &next)))
            return false;
    return !is_any_digit(peek(text, at, &next));
}

/* The half-width form of a character of a figure; the character itself where it is none. */
static uint32_t narrow(zt_str text, uint32_t before, uint32_t c, size_t behind)
{
    size_t next;
    uint32_t after = peek(text, behind, &next);
    if (c >= 0xFF10 && c <= 0xFF19)
        return c - 0xFF10 + '0';
    if (c == 0xFF0E && is_any_digit(before) && is_any_digit(after))
        return '.';
    if (c == 0xFF0C && is_any_digit(before) && is_group(text, behind))
        return ',';
    if ((c == 0xFF05 || c == 0xFE6A) && (is_any_digit(before) || zt_is_han(before)))
        return '%';
    if (c == 0xFF0F && (is_any_digit(before) || zt_is_han(before)) &&
        (is_any_digit(after) || zt_is_han(after))) /* 90元／吨, 1／3 */
        return '/';
    if (c == 0xFF0B && is_any_digit(after))
        return '+';
    return c;
}

/* The text with figures in half-width form; *changed is set where any was full-width. The text
   itself is returned when nothing changed. */
static zt_str half_width(zt_arena *arena, zt_str text, bool *changed)
{
    zt_buf out;
    uint32_t before = 0;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at), put = narrow(text, before, c, at);
        *changed |= put != c;
        zt_buf_utf8(&out, put);
        before = c;
    }
    return *changed ? zt_buf_view(&out) : text;
}

/* Characters that are typed for a minus. */
static bool is_line(uint32_t c)
{
    return c == '-' || c == 0x2212 || c == 0xFF0D || c == 0xFE63 || c == 0x2010 || c == 0x2011 ||
           c == 0x2013;
}

/* The text as it grows, and what was mended in it: a minus that was typed as a hyphen, a sign on
   nought. */
typedef struct signs {
    zt_buf out;
    const char *units;
    bool typed, nought;
} signs;

/* Whether the line at byte `at` joins two numbers, 5万-8万: then it is no minus. */
bool zt_joins_numbers(zt_str text, size_t at, const char *units)
{
    enum { FAR = 48 }; /* bytes: no unit is longer */
    size_t end = at;
    while (end > 0 && at - end < FAR && !is_digit((unsigned char)text.data[end - 1]))
        end--;
    if (end == 0 || !is_digit((unsigned char)text.data[end - 1]))
        return false;
    zt_str between = zt_str_slice(text, end, at);
    size_t len = zt_unit_end(between, units);
    len += zt_infix_prefix(zt_rest_of(between, len));
    return len == between.len;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a number is zero, however it is written. */
static bool is_nought(zt_str number)
{
    zt_num num;
    return zt_num_parse(number, &num) && num.scaled == 0;
}

/* Copies a number unchanged and returns the byte behind. */
static size_t put_number(signs *s, zt_str text, size_t at)
{
    size_t end = zt_number_end(text, at);
    zt_buf_str(&s->out, zt_str_slice(text, at, end));
    return end;
}

/* A sign before the number at `behind`; `line` is how it is written. */
static size_t put_signed(signs *s, zt_str text, uint32_t line, size_t behind)
{
    size_t end = zt_number_end(text, behind);
    if (is_nought(zt_str_slice(text, behind, end))) {
        s->nought = true;
        return put_number(s, text, behind);
    }
    s->typed |= line != 0x2212;
    zt_buf_utf8(&s->out, 0x2212);
    return put_number(s, text, behind);
}

/* Copies the phrase; a line before a digit becomes a minus unless it joins numbers or follows a
   letter (CRH-6). */
static void walk(signs *s, zt_str text)
{
    uint32_t before = 0;
    for (size_t at = 0, next, behind; at < text.len;) {
        uint32_t c = peek(text, at, &next);
        bool sign = is_line(c) && is_digit(peek(text, next, &behind)) && !is_letter(before);
        before = c;
        if (sign && !zt_joins_numbers(text, at, s->units)) {
            at = put_signed(s, text, c, next);
        } else if (is_digit(c)) {
            at = put_number(s, text, at);
        } else {
            zt_buf_utf8(&s->out, c);
            at = next;
        }
    }
}

/* The phrase in the form in which it is printed. Each change is reported as a note, so that an
   editor can find it in the proof. */
zt_str zt_phrase_tidy(zt_arena *arena, zt_diags *diags, zt_str text, zt_pos at, const char *units)
{
    bool wide = false;
    signs s = {.units = units};
    zt_str narrowed = half_width(arena, text, &wide);
    zt_buf_init(&s.out, arena);
    walk(&s, narrowed);
    zt_str tidy = zt_buf_view(&s.out);
    if (wide)
        zt_report(diags, ZT_NOTE, "figure-fullwidth", at,
                  "“%.*s”里有全角的数字或符号，排成半角“%.*s”",
                  "\"%.*s\" holds full-width digits or signs, printed as \"%.*s\"", ZT_ARG(text),
                  ZT_ARG(tidy));
    if (s.typed)
        zt_report(diags, ZT_NOTE, "minus-typed", at, "“%.*s”里的负号排成“−”（U+2212）：“%.*s”",
                  "the minus of \"%.*s\" is printed as U+2212: \"%.*s\"", ZT_ARG(text),
                  ZT_ARG(tidy));
    if (s.nought)
        zt_report(diags, ZT_NOTE, "negative-zero", at, "“%.*s”：零没有负号，排成“%.*s”",
                  "\"%.*s\": nought has no sign, printed as \"%.*s\"", ZT_ARG(text), ZT_ARG(tidy));
    return tidy.len || wide || s.typed || s.nought ? tidy : text;
}
