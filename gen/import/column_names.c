/* Names of columns and rows as people write them: compared without blanks, quoted where they hold
   some. */
#include "import/rows_imp.h"

#include "base/utf8.h"

/* Any space of Unicode, seen or not. */
static bool is_blank(uint32_t c)
{
    return c <= 0x20 || c == 0xA0 || c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200D) ||
           c == 0x202F || c == 0x205F || c == 0x2060;
}

/* The full-width forms of ASCII. */
static bool is_wide(uint32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E;
}

zt_str zt_tight(zt_arena *arena, zt_str text)
{
    size_t plain = 0;
    for (size_t at = 0; at < text.len; plain = at) {
        uint32_t c = zt_utf8_next(text, &at);
        if (is_blank(c) || is_wide(c))
            break;
    }
    if (plain == text.len) /* as most cells of a long table are */
        return text;
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if (is_blank(c))
            continue;
        zt_buf_utf8(&out, is_wide(c) ? c - 0xFEE0 : c);
    }
    return zt_buf_view(&out);
}

bool zt_same_name(zt_arena *arena, zt_str a, zt_str b)
{
    return zt_str_equal(a, b) || zt_str_equal(zt_tight(arena, a), zt_tight(arena, b));
}

/* ASCII white space. */
static bool ends_word(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A word up to `=` (when it is the name) or a blank; 0 when quotes are not closed. */
static size_t read_part(zt_arena *arena, zt_str text, bool is_name, zt_str *value)
{
    bool opens;
    size_t end = zt_quoted_prefix(arena, text, &opens, value);
    if (opens)
        return end;
    while (end < text.len && !ends_word(text.data[end]) && !(is_name && text.data[end] == '='))
        end++;
    *value = zt_str_slice(text, 0, end);
    return end;
}

/* A wrong pair is passed over as a word, so that the pairs behind it are read. */
zt_paired zt_pair_next(zt_arena *arena, zt_str *rest, zt_name_value *pair)
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
