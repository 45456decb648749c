/* gen/xml/text_walk.c — the place of each character of a text whose file has references,
   comments and CDATA in it. It is given a text of the tree and the bytes of the file from its
   beginning on, and walks through both side by side, so that a finding about one character
   points at it. */
#include <string.h>

#include "base/utf8.h"
#include "xml/xml_imp.h"

/* Moves behind what has no character in the text, and keeps the place up with it. */
static void pass(zt_text_walk *w, size_t to)
{
    zt_xml_cursor cursor = {w->written, w->seen, w->pos.line, w->pos.column};
    zt_xml_cursor_move(&cursor, to);
    w->pos = zt_xml_cursor_pos(&cursor, w->pos.file);
    w->seen = to;
}

/* Comments and the borders of CDATA sections are no characters, but have columns. */
static void pass_unseen(zt_text_walk *w)
{
    for (size_t next;; pass(w, next)) {
        next = w->cdata ? w->seen : zt_past_unseen(w->written, w->seen);
        if (w->cdata && zt_stands_at(w->written, w->seen, "]]>")) {
            next = w->seen + strlen("]]>");
            w->cdata = false;
        } else if (!w->cdata && zt_stands_at(w->written, w->seen, ZT_CDATA)) {
            next = w->seen + strlen(ZT_CDATA);
            w->cdata = true;
        }
        if (next == w->seen)
            return;
    }
}

/* `at` is the place of the text's first character; all three are borrowed for as long as the
   walk goes on. */
zt_text_walk zt_text_walk_of(zt_str text, zt_pos at, zt_str written)
{
    zt_text_walk w = {.text = text, .pos = at, .written = written};
    if (zt_stands_at(written, 0, ZT_CDATA)) { /* the place given lies behind it */
        w.seen = strlen(ZT_CDATA);
        w.cdata = true;
    }
    return w;
}

/* The bytes that stand for one character of the text. */
static size_t past_one(const zt_text_walk *w)
{
    size_t at = w->seen;
    if (w->written.data[at] == '&' && !w->cdata) {
        const char *end = memchr(w->written.data + at, ';', w->written.len - at);
        return end ? (size_t)(end - w->written.data) + 1 : w->written.len;
    }
    if (zt_stands_at(w->written, at, "\r\n"))
        return at + 2;
    zt_utf8_next(w->written, &at);
    return at;
}

/* Without the bytes of the file each character is taken to be one column. */
uint32_t zt_text_walk_next(zt_text_walk *w)
{
    if (w->at >= w->text.len)
        return 0;
    uint32_t c = zt_utf8_next(w->text, &w->at);
    if (w->seen < w->written.len) {
        pass(w, past_one(w));
        pass_unseen(w);
    } else {
        w->pos.line += c == '\n';
        w->pos.column = c == '\n' ? 1 : w->pos.column + 1;
    }
    return c;
}
