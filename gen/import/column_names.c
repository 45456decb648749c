/* Names of columns and rows as people write them: compared without blanks, quoted where they hold
   some. */
#include "import/rows_imp.h"

#include <string.h>

#include "base/utf8.h"

static bool is_blank(uint32_t c)
{
    return c <= 0x20 || c == 0xA0 || c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200D) ||
           c == 0x202F || c == 0x205F || c == 0x2060;
}

zt_str zt_tight(zt_arena *arena, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if (is_blank(c))
            continue;
        bool wide = c >= 0xFF01 && c <= 0xFF5E; /* the full-width forms of ASCII */
        zt_buf_utf8(&out, wide ? c - 0xFEE0 : c);
    }
    return zt_buf_view(&out);
}

bool zt_same_name(zt_arena *arena, zt_str a, zt_str b)
{
    return zt_str_equal(a, b) || zt_str_equal(zt_tight(arena, a), zt_tight(arena, b));
}

bool zt_holds(zt_str text, const char *const *words)
{
    for (; *words; words++)
        for (size_t at = 0; at < text.len; at++)
            if (zt_str_starts(zt_str_slice(text, at, text.len), *words))
                return true;
    return false;
}

/* ---- quotes ---- */

/* Pairs of them; a quote of the same kind inside is written twice. */
static const struct {
    const char *open, *close;
} quotes[] = {{"'", "'"}, {"\"", "\""}, {"“", "”"}, {"‘", "’"}, {"「", "」"}};
enum { QUOTES = sizeof quotes / sizeof *quotes };

const char *zt_name_written(zt_arena *arena, zt_str name)
{
    static const char *const needing[] = {" ", "=", "'",  "\"", "\t", "\xC2\xA0",
                                          "“", "‘", "「", "　", NULL};
    static const char *const apostrophe[] = {"'", NULL};
    if (name.len && !zt_holds(name, needing))
        return zt_str_copy(arena, name).data;
    zt_buf out;
    zt_buf_init(&out, arena);
    if (zt_holds(name, apostrophe)) {
        zt_buf_puts(&out, "“");
        zt_buf_str(&out, name);
        zt_buf_puts(&out, "”");
    } else {
        zt_buf_printf(&out, "'%.*s'", ZT_ARG(name));
    }
    return out.data;
}

/* The quoted text at the start of `text`, its bytes with the quotes; 0 if it is not closed. */
static size_t read_quoted(zt_arena *arena, zt_str text, size_t kind, zt_str *value)
{
    const char *close = quotes[kind].close;
    size_t size = strlen(close), at = strlen(quotes[kind].open);
    zt_buf out;
    zt_buf_init(&out, arena);
    while (at < text.len) {
        zt_str here = zt_str_slice(text, at, text.len);
        if (!zt_str_starts(here, close)) {
            zt_buf_putc(&out, text.data[at++]);
            continue;
        }
        at += size;
        if (size > 1 || !zt_str_starts(zt_str_slice(text, at, text.len), close)) {
            *value = zt_buf_view(&out);
            return at;
        }
        zt_buf_puts(&out, close);
        at += size;
    }
    return 0;
}

static bool ends_word(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A word up to `=` (when it is the name) or a blank; 0 when quotes are not closed. */
static size_t read_part(zt_arena *arena, zt_str text, bool is_name, zt_str *value)
{
    for (size_t i = 0; i < QUOTES; i++)
        if (zt_str_starts(text, quotes[i].open))
            return read_quoted(arena, text, i, value);
    size_t end = 0;
    while (end < text.len && !ends_word(text.data[end]) && !(is_name && text.data[end] == '='))
        end++;
    *value = zt_str_slice(text, 0, end);
    return end;
}

zt_paired zt_pair_next(zt_arena *arena, zt_str *rest, zt_pair *pair)
{
    zt_str text = zt_str_trim(*rest);
    if (text.len == 0)
        return ZT_PAIR_NONE;
    size_t at = read_part(arena, text, true, &pair->name), end = 0;
    bool ok = at > 0 && at < text.len && text.data[at] == '=';
    if (ok) {
        end = read_part(arena, zt_str_slice(text, at + 1, text.len), false, &pair->value);
        ok = end > 0 && (at + 1 + end == text.len || ends_word(text.data[at + 1 + end]));
        end += at + 1;
    }
    if (!ok)
        for (end = 0; end < text.len && !ends_word(text.data[end]);)
            end++;
    pair->whole = zt_str_slice(text, 0, end);
    *rest = zt_str_slice(text, end, text.len);
    return ok ? ZT_PAIR_READ : ZT_PAIR_WRONG;
}

zt_str zt_name_unquoted(zt_arena *arena, zt_str text)
{
    zt_str value;
    text = zt_str_trim(text);
    for (size_t i = 0; i < QUOTES; i++)
        if (zt_str_starts(text, quotes[i].open) && read_quoted(arena, text, i, &value) == text.len)
            return value;
    return text;
}
