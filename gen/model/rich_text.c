/* Inline text as a whole: made of one span, joined, empty, or plain. */
#include "model/doc.h"

#include <string.h>

/* One text as inline content; empty when the text is. */
zt_rich zt_rich_of(zt_arena *arena, zt_str text, zt_pos at)
{
    if (text.len == 0)
        return (zt_rich){.at = at};
    zt_span *span = ZT_NEW(arena, zt_span);
    *span = (zt_span){.kind = ZT_SPAN_TEXT, .text = text, .at = at};
    return (zt_rich){span, 1, at};
}

/* No span at all: blanks alone leave none. */
bool zt_rich_is_empty(const zt_rich *rich)
{
    return rich->count == 0;
}

/* Adds copies of all spans; there is room for them. */
static void append(zt_rich *all, const zt_span *spans, size_t count)
{
    if (count > 0)
        memcpy(all->spans + all->count, spans, count * sizeof *spans);
    all->count += count;
}

zt_rich zt_rich_join(zt_arena *arena, const zt_rich *first, const zt_span *between,
                     const zt_rich *second)
{
    zt_rich all = {.at = first->count > 0 ? first->at : second->at};
    all.spans = ZT_ARRAY(arena, first->count + 1 + second->count, zt_span);
    append(&all, first->spans, first->count);
    if (between && first->count > 0 && second->count > 0)
        append(&all, between, 1);
    append(&all, second->spans, second->count);
    return all;
}

/* The words without their marks; a break is a blank. */
zt_str zt_rich_plain(zt_arena *arena, const zt_rich *rich)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < rich->count; i++)
        if (rich->spans[i].kind == ZT_SPAN_BREAK)
            zt_buf_putc(&out, ' ');
        else
            zt_buf_str(&out, rich->spans[i].text);
    return zt_buf_view(&out);
}

bool zt_ends_sentence(zt_str text)
{
    static const char *const ends[] = {"。", "？", "！", "……", "。”", "？”", "！”", ".",
                                       "?",  "!",  ".”", "?”", "!”",  ".\"", "?\"", "!\""};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (zt_str_ends(text, ends[i]))
            return true;
    return false;
}
