/* gen/base/quoted.c — names in quotes, read and written. */
#include "base/quoted.h"

#include <string.h>

/* Pairs of them; a quote of the same kind inside is written twice. */
static const struct {
    const char *open, *close;
} quotes[] = {{"'", "'"}, {"\"", "\""}, {"“", "”"}, {"‘", "’"}, {"「", "」"}};
enum { QUOTES = sizeof quotes / sizeof *quotes };

/* In ASCII quotes, or in Chinese ones when the name has an ASCII quote itself. */
const char *zt_name_written(zt_arena *arena, zt_str name)
{
    static const char *const needing[] = {" ", "=", "'",  "\"", "\t", "\xC2\xA0",
                                          "“", "‘", "「", "　", NULL};
    bool needed = name.len == 0;
    for (const char *const *word = needing; *word && !needed; word++)
        needed = zt_str_holds(name, zt_str_from(*word));
    if (!needed)
        return zt_str_copy(arena, name).data;
    zt_buf out;
    zt_buf_init(&out, arena);
    if (zt_str_holds(name, ZT_STR("'"))) {
        zt_buf_puts(&out, "“");
        zt_buf_str(&out, name);
        zt_buf_puts(&out, "”");
    } else {
        zt_buf_printf(&out, "'%.*s'", ZT_ARG(name));
    }
    return out.data;
}

const char *zt_names_shown(zt_arena *arena, const zt_str *names, size_t count)
{
    enum { SHOWN = 8 };
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < count && i < SHOWN; i++)
        zt_buf_printf(&out, "%s%s", i ? "、" : "", zt_name_written(arena, names[i]));
    zt_buf_puts(&out, count > SHOWN ? "……" : "");
    return out.data;
}

/* `text` begins with the opening quote of `kind`; *value is what stands inside, in `arena` since
   doubled quotes become one. Bytes up to and with the closing quote, 0 without one. */
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

size_t zt_quoted_prefix(zt_arena *arena, zt_str text, bool *opens, zt_str *value)
{
    *opens = true;
    for (size_t i = 0; i < QUOTES; i++)
        if (zt_str_starts(text, quotes[i].open))
            return read_quoted(arena, text, i, value);
    *opens = false;
    return 0;
}

zt_str zt_name_unquoted(zt_arena *arena, zt_str text)
{
    zt_str value;
    bool opens;
    text = zt_str_trim(text);
    return text.len && zt_quoted_prefix(arena, text, &opens, &value) == text.len ? value : text;
}

bool zt_name_next(zt_arena *arena, zt_str *rest, zt_str *name)
{
    zt_str text = zt_str_trim(*rest);
    bool opens;
    size_t end = zt_quoted_prefix(arena, text, &opens, name);
    if (end > 0 && (end == text.len || zt_is_blank(text.data[end]))) {
        *rest = zt_str_slice(text, end, text.len);
        return true;
    }
    *rest = text;
    return zt_str_word(rest, name);
}
