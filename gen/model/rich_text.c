/* Inline text as a whole: made of one span, empty, or plain. */
#include "model/doc.h"

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
