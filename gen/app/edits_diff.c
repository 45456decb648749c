/* gen/app/edits_diff.c — changes of a file as a unified diff: lines are those of the file, each
   change a block of whole lines. */
#include <string.h>

#include "app/remedy.h"

enum { AROUND = 3 };

/* A block of lines that changes: bytes `at` to `end` of the file, whole lines, and the edits in
   them. */
typedef struct change {
    size_t at, end;
    size_t first_edit, end_edit;
} change;

/* Behind the line feed of the line that holds the byte. */
static size_t line_end(zt_str bytes, size_t at)
{
    const char *feed = at < bytes.len ? memchr(bytes.data + at, '\n', bytes.len - at) : NULL;
    return feed ? (size_t)(feed - bytes.data) + 1 : bytes.len;
}

static size_t line_begin(zt_str bytes, size_t at)
{
    while (at > 0 && bytes.data[at - 1] != '\n')
        at--;
    return at;
}

/* Line feeds, and a last line without one. */
static size_t lines_of(zt_str text)
{
    size_t lines = text.len > 0 && text.data[text.len - 1] != '\n';
    for (size_t i = 0; i < text.len; i++)
        lines += text.data[i] == '\n';
    return lines;
}

/* Each line behind a mark; what ends without a line feed says so. */
static void put_lines(zt_buf *out, char mark, zt_str text)
{
    for (size_t at = 0, end; at < text.len; at = end) {
        end = line_end(text, at);
        zt_buf_putc(out, mark);
        zt_buf_add(out, text.data + at, end - at);
        if (text.data[end - 1] != '\n')
            zt_buf_puts(out, "\n\\ No newline at end of file\n");
    }
}

/* The change that begins with that edit: others on its lines belong to it. */
static change change_from(zt_str bytes, const zt_edit *edits, size_t count, size_t first)
{
    change c = {line_begin(bytes, edits[first].at), line_end(bytes, edits[first].end), first,
                first + 1};
    for (; c.end_edit < count && edits[c.end_edit].at < c.end; c.end_edit++)
        c.end = line_end(bytes, edits[c.end_edit].end);
    return c;
}

/* What stands in its place. */
static zt_str made_of(zt_arena *arena, zt_str bytes, const zt_edit *edits, const change *c)
{
    size_t count = c->end_edit - c->first_edit;
    zt_edit *own = ZT_ARRAY(arena, count, zt_edit);
    for (size_t i = 0; i < count; i++) {
        own[i] = edits[c->first_edit + i];
        own[i].at -= c->at;
        own[i].end -= c->at;
    }
    return zt_edits_made(arena, zt_str_slice(bytes, c->at, c->end), own, count);
}

/* Lines back from, or on to. */
static size_t lines_before(zt_str bytes, size_t at, int lines)
{
    for (; lines > 0 && at > 0; lines--)
        at = line_begin(bytes, at - 1);
    return at;
}

static size_t lines_after(zt_str bytes, size_t at, int lines)
{
    for (; lines > 0 && at < bytes.len; lines--)
        at = line_end(bytes, at);
    return at;
}

typedef ZT_VEC(change) change_list;

/* Changes `first` to `end`, with the lines between and around them. `added` counts the lines by
   which the new file is ahead; it goes on from block to block. */
static void put_hunk(zt_buf *out, zt_str bytes, const zt_edit *edits, const change_list *list,
                     size_t first, size_t end, long *added)
{
    size_t from = lines_before(bytes, list->items[first].at, AROUND);
    size_t to = lines_after(bytes, list->items[end - 1].end, AROUND), at = from;
    zt_buf body;
    zt_buf_init(&body, out->arena);
    long more = 0;
    for (size_t i = first; i < end; i++) {
        const change *c = &list->items[i];
        zt_str old = zt_str_slice(bytes, c->at, c->end);
        zt_str made = made_of(out->arena, bytes, edits, c);
        put_lines(&body, ' ', zt_str_slice(bytes, at, c->at));
        put_lines(&body, '-', old);
        put_lines(&body, '+', made);
        more += (long)lines_of(made) - (long)lines_of(old);
        at = c->end;
    }
    put_lines(&body, ' ', zt_str_slice(bytes, at, to));
    long before = (long)lines_of(zt_str_slice(bytes, 0, from));
    long lines = (long)lines_of(zt_str_slice(bytes, from, to));
    zt_buf_printf(out, "@@ -%ld,%ld +%ld,%ld @@\n", before + 1, lines, before + *added + 1,
                  lines + more);
    zt_buf_add(out, body.data, body.len);
    *added += more;
}

void zt_edits_diff(zt_buf *out, const char *path, zt_str bytes, const zt_edit *edits, size_t count)
{
    change_list list = {0};
    for (size_t i = 0; i < count;) {
        change c = change_from(bytes, edits, count, i);
        ZT_PUSH(out->arena, &list, c);
        i = c.end_edit;
    }
    zt_buf_printf(out, "--- %s\n+++ %s\n", path, path);
    long added = 0;
    for (size_t i = 0, end; i < list.count; i = end) {
        end = i + 1;
        while (end < list.count &&
               list.items[end].at <= lines_after(bytes, list.items[end - 1].end, 2 * AROUND))
            end++;
        put_hunk(out, bytes, edits, &list, i, end, &added);
    }
}
