/* gen/base/str.h — UTF-8 text with a length, and a buffer that grows in an arena. */
#ifndef ZT_STR_H
#define ZT_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct zt_arena zt_arena;

/* Borrowed bytes; NUL-terminated when they come from an arena. data may be NULL when len is 0. */
typedef struct zt_str {
    const char *data;
    size_t len;
} zt_str;

#define ZT_STR(literal) ((zt_str){(literal), sizeof(literal) - 1})
/* For printf's "%.*s". */
#define ZT_ARG(s) (int)(s).len, (s).data ? (s).data : ""

zt_str zt_str_from(const char *text); /* NULL gives the empty string */
bool zt_str_equal(zt_str a, zt_str b);
/* Whether it equals a C string. */
bool zt_str_is(zt_str a, const char *literal);
/* Also true when they are equal; "" starts everything. */
bool zt_str_starts(zt_str a, const char *prefix);
/* By bytes: a text in UTF-8 never ends in the middle of another character. */
bool zt_str_ends(zt_str a, const char *end);
/* Bytes `first` up to, not with, `end`; both are cut to the length, so it never fails. Borrows
   from `a`. */
zt_str zt_str_slice(zt_str a, size_t first, size_t end);
zt_str zt_rest_of(zt_str text, size_t at); /* from that byte on */
/* True when `part` stands anywhere in `text`; an empty one stands nowhere. */
bool zt_str_holds(zt_str text, zt_str part);
/* Whether any of the words, ended by NULL, stands in it. */
bool zt_str_holds_any(zt_str text, const char *const *words);
zt_str zt_str_trim(zt_str a); /* ASCII white space at both ends */
/* Cuts the next blank-separated word off `rest`; false at the end. */
bool zt_str_word(zt_str *rest, zt_str *word);
/* True when `word` is one of the blank-separated words of `list`; NULL holds none. */
bool zt_str_in_words(zt_str word, const char *list);
/* The pieces between marks, trimmed; none is empty. They borrow from `text`. */
size_t zt_str_split(zt_arena *arena, zt_str text, char mark, zt_str **out);
/* A copy in the arena, NUL-terminated. */
zt_str zt_str_copy(zt_arena *arena, zt_str a);

/* The white space of XML 1.0 (production 3); U+3000 is text, for it is seen. */
static inline bool zt_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
/* ASCII letters in lower case, whatever the locale; all else as it is. */
static inline char zt_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}
/* The same of a text, a copy in the arena. */
zt_str zt_str_lower(zt_arena *arena, zt_str text);
/* A text that grows in an arena. Its bytes move when it grows: keep no pointer into it while more
   is added. */
typedef struct zt_buf {
    zt_arena *arena;
    char *data; /* always NUL-terminated once something was added */
    size_t len, capacity;
} zt_buf;

/* Empty; nothing is allocated until something is added. */
void zt_buf_init(zt_buf *buf, zt_arena *arena);
/* Append bytes, a C string, a byte, a text, or formatted text; each keeps the final NUL.
   zt_buf_printf is never used for content with %f: it follows the locale. */
void zt_buf_add(zt_buf *buf, const void *data, size_t len);
void zt_buf_puts(zt_buf *buf, const char *text);
void zt_buf_putc(zt_buf *buf, char c);
void zt_buf_str(zt_buf *buf, zt_str s);
void zt_buf_printf(zt_buf *buf, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* A number without the locale: at most `decimals` places, trailing zeros cut, never "-0". */
void zt_buf_number(zt_buf *buf, double value, int decimals);
/* One code point; nothing for a surrogate or beyond U+10FFFF. */
void zt_buf_utf8(zt_buf *buf, uint32_t code_point);
/* A JSON string with its quotes. */
void zt_buf_json(zt_buf *buf, zt_str s);
/* Text for XML content or a double-quoted attribute: & < > " escaped. */
void zt_buf_xml(zt_buf *buf, zt_str s);
/* What was added so far, borrowed until the buffer grows again. */
zt_str zt_buf_view(const zt_buf *buf);

#endif
