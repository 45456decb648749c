/* gen/base/str.c — slices and the growing buffer. Slices borrow and never allocate; a buffer grows
   in its arena and stays NUL-terminated. */
#include "base/str.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

zt_str zt_str_from(const char *text)
{
    return (zt_str){text ? text : "", text ? strlen(text) : 0};
}

bool zt_str_equal(zt_str a, zt_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

bool zt_str_is(zt_str a, const char *literal)
{
    /* Most that are asked for differ at once: tables are searched by name. */
    return (a.len == 0 || a.data[0] == literal[0]) && zt_str_equal(a, zt_str_from(literal));
}

bool zt_str_starts(zt_str a, const char *prefix)
{
    if (prefix[0] == '\0')
        return true;
    if (a.len == 0 || a.data[0] != prefix[0])
        return false;
    size_t len = strlen(prefix);
    return a.len >= len && memcmp(a.data, prefix, len) == 0;
}

bool zt_str_ends(zt_str a, const char *end)
{
    size_t len = strlen(end);
    return a.len >= len && (len == 0 || memcmp(a.data + a.len - len, end, len) == 0);
}

zt_str zt_str_lower(zt_arena *arena, zt_str text)
{
    char *data = zt_arena_copy(arena, text.len ? text.data : "", text.len);
    for (size_t i = 0; i < text.len; i++)
        data[i] = zt_lower(data[i]);
    return (zt_str){data, text.len};
}

zt_str zt_str_slice(zt_str a, size_t first, size_t end)
{
    if (end > a.len)
        end = a.len;
    if (first > end)
        first = end;
    return (zt_str){a.data ? a.data + first : "", end - first};
}

zt_str zt_rest_of(zt_str text, size_t at)
{
    return zt_str_slice(text, at, text.len);
}

bool zt_str_holds(zt_str text, zt_str part)
{
    for (size_t i = 0; part.len > 0 && i + part.len <= text.len; i++)
        if (text.data[i] == part.data[0] && memcmp(text.data + i, part.data, part.len) == 0)
            return true;
    return false;
}

bool zt_str_holds_any(zt_str text, const char *const *words)
{
    for (; *words; words++)
        if (zt_str_holds(text, zt_str_from(*words)))
            return true;
    return false;
}

zt_str zt_str_trim(zt_str a)
{
    size_t first = 0, end = a.len;
    while (first < end && zt_is_blank(a.data[first]))
        first++;
    while (end > first && zt_is_blank(a.data[end - 1]))
        end--;
    return zt_str_slice(a, first, end);
}

bool zt_str_word(zt_str *rest, zt_str *word)
{
    size_t first = 0;
    while (first < rest->len && zt_is_blank(rest->data[first]))
        first++;
    size_t end = first;
    while (end < rest->len && !zt_is_blank(rest->data[end]))
        end++;
    *word = zt_str_slice(*rest, first, end);
    *rest = zt_str_slice(*rest, end, rest->len);
    return word->len > 0;
}

bool zt_str_in_words(zt_str word, const char *list)
{
    for (const char *at = list ? list : ""; *at && word.len > 0;) {
        while (*at && zt_is_blank(*at))
            at++;
        const char *first = at;
        while (*at && !zt_is_blank(*at))
            at++;
        if ((size_t)(at - first) == word.len && memcmp(first, word.data, word.len) == 0)
            return true;
    }
    return false;
}

size_t zt_str_split(zt_arena *arena, zt_str text, char mark, zt_str **out)
{
    ZT_VEC(zt_str) pieces = {0};
    size_t first = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && text.data[i] != mark)
            continue;
        zt_str piece = zt_str_trim(zt_str_slice(text, first, i));
        if (piece.len > 0)
            ZT_PUSH(arena, &pieces, piece);
        first = i + 1;
    }
    *out = pieces.items;
    return pieces.count;
}

zt_str zt_str_copy(zt_arena *arena, zt_str a)
{
    return (zt_str){zt_arena_copy(arena, a.data, a.len), a.len};
}

void zt_buf_init(zt_buf *buf, zt_arena *arena)
{
    *buf = (zt_buf){.arena = arena};
}

/* Room for `more` bytes and the final NUL. Doubling keeps the copies within the length of the
   whole text. */
static void reserve(zt_buf *buf, size_t more)
{
    zt_assert(more < SIZE_MAX / 4 && buf->len < SIZE_MAX / 4);
    if (buf->len + more + 1 <= buf->capacity)
        return;
    size_t capacity = buf->capacity ? buf->capacity * 2 : 64;
    while (capacity < buf->len + more + 1)
        capacity *= 2;
    buf->data = zt_arena_grow(buf->arena, buf->data, buf->len, capacity, 1);
    buf->capacity = capacity;
}

void zt_buf_add(zt_buf *buf, const void *data, size_t len)
{
    reserve(buf, len);
    if (len)
        memcpy(buf->data + buf->len, data, len);
    buf->len += len;
    buf->data[buf->len] = 0;
}

void zt_buf_puts(zt_buf *buf, const char *text)
{
    zt_buf_add(buf, text, strlen(text));
}

void zt_buf_putc(zt_buf *buf, char c)
{
    zt_buf_add(buf, &c, 1);
}

void zt_buf_str(zt_buf *buf, zt_str s)
{
    zt_buf_add(buf, s.data, s.len);
}

void zt_buf_printf(zt_buf *buf, const char *fmt, ...)
{
    enum { USUAL = 100 }; /* bytes: formatted a second time only when there are more */
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    reserve(buf, USUAL);
    size_t room = buf->capacity - buf->len;
    int len = vsnprintf(buf->data + buf->len, room, fmt, args);
    va_end(args);
    zt_assert(len >= 0);
    if ((size_t)len >= room) {
        reserve(buf, (size_t)len);
        vsnprintf(buf->data + buf->len, (size_t)len + 1, fmt, again);
    }
    va_end(again);
    buf->len += (size_t)len;
}

/* At least `width` digits, zeros before. A page holds thousands of numbers: printf is too slow. */
static void put_digits(zt_buf *buf, long long value, int width)
{
    char digits[32];
    size_t at = sizeof digits;
    for (; value > 0 || width > 0; value /= 10, width--)
        digits[--at] = (char)('0' + value % 10);
    zt_buf_add(buf, digits + at, sizeof digits - at);
}

void zt_buf_number(zt_buf *buf, double value, int decimals)
{
    static const long long power[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    zt_assert(decimals >= 0 && decimals <= 6 && fabs(value) < 1e12);
    long long unit = power[decimals];
    long long scaled = llround(value * (double)unit);
    if (scaled < 0) {
        zt_buf_putc(buf, '-');
        scaled = -scaled;
    }
    put_digits(buf, scaled / unit, 1);
    long long rest = scaled % unit;
    if (rest == 0)
        return;
    for (; rest % 10 == 0; rest /= 10)
        decimals--;
    zt_buf_putc(buf, '.');
    put_digits(buf, rest, decimals);
}

void zt_buf_json(zt_buf *buf, zt_str s)
{
    zt_buf_putc(buf, '"');
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (c == '"' || c == '\\')
            zt_buf_printf(buf, "\\%c", c);
        else if (c == '\n')
            zt_buf_puts(buf, "\\n");
        else if (c < 0x20)
            zt_buf_printf(buf, "\\u%04x", c);
        else
            zt_buf_putc(buf, (char)c);
    }
    zt_buf_putc(buf, '"');
}

void zt_buf_xml(zt_buf *buf, zt_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        switch (s.data[i]) {
        case '&':
            zt_buf_puts(buf, "&amp;");
            break;
        case '<':
            zt_buf_puts(buf, "&lt;");
            break;
        case '>':
            zt_buf_puts(buf, "&gt;");
            break;
        case '"':
            zt_buf_puts(buf, "&quot;");
            break;
        default:
            zt_buf_putc(buf, s.data[i]);
        }
    }
}

zt_str zt_buf_view(const zt_buf *buf)
{
    return (zt_str){buf->data ? buf->data : "", buf->len};
}
