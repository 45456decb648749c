/* gen/xml/cursor.c — lines and columns, and the attributes of a tag, found in our own bytes.
   libxml2 gives the end of a start tag at best, so the same text is walked a second time beside
   it, only ever forwards. It has been found well-formed up to the tag in question, so that
   nothing is judged here. */
#include "xml/xml_imp.h"

#include <string.h>

#include "base/utf8.h"

void zt_xml_cursor_init(zt_xml_cursor *cursor, zt_str bytes)
{
    *cursor = (zt_xml_cursor){.bytes = bytes, .line = 1, .column = 1};
}

/* Columns count characters: the continuation bytes of UTF-8 (10xxxxxx) add none. */
void zt_xml_cursor_move(zt_xml_cursor *cursor, size_t to)
{
    const char *data = cursor->bytes.data;
    for (size_t i = cursor->at; i < to; i++) {
        unsigned char c = (unsigned char)data[i];
        bool follows_cr = c == '\n' && i > 0 && data[i - 1] == '\r';
        if ((c == '\n' && !follows_cr) || c == '\r') {
            cursor->line++;
            cursor->column = 1;
        } else if (c != '\n' && (c & 0xC0) != 0x80) {
            cursor->column++;
        }
    }
    cursor->at = to;
}

zt_pos zt_xml_cursor_pos(const zt_xml_cursor *cursor, const char *file)
{
    return (zt_pos){file, cursor->line, cursor->column};
}

/* Counts from the first byte each time: for findings, of which there are few, not for each node. */
zt_pos zt_pos_at(zt_str bytes, size_t at, const char *file)
{
    zt_xml_cursor cursor;
    zt_xml_cursor_init(&cursor, bytes);
    zt_xml_cursor_move(&cursor, at < bytes.len ? at : bytes.len);
    return zt_xml_cursor_pos(&cursor, file);
}

/* First byte behind `mark`, searched from `from`; the end when it does not occur. */
static size_t behind(zt_str bytes, size_t from, const char *mark)
{
    size_t len = strlen(mark);
    for (size_t i = from; i + len <= bytes.len; i++) {
        const char *found = memchr(bytes.data + i, mark[0], bytes.len - len - i + 1);
        if (!found)
            break;
        i = (size_t)(found - bytes.data);
        if (memcmp(found, mark, len) == 0)
            return i + len;
    }
    return bytes.len;
}

bool zt_stands_at(zt_str bytes, size_t at, const char *mark)
{
    size_t len = strlen(mark);
    return at + len <= bytes.len && memcmp(bytes.data + at, mark, len) == 0;
}

/* A comment or instruction that is never closed reaches to the end of the file. */
size_t zt_past_unseen(zt_str bytes, size_t at)
{
    if (zt_stands_at(bytes, at, "<!--"))
        return behind(bytes, at + 4, "-->");
    if (zt_stands_at(bytes, at, "<?"))
        return behind(bytes, at + 2, "?>");
    return at;
}

/* libxml2 joins text around comments, so they are passed here as well; an empty CDATA section is
   nothing either. */
zt_pos zt_xml_cursor_text_pos(const zt_xml_cursor *cursor, const char *file, zt_str *written)
{
    zt_xml_cursor ahead = *cursor;
    size_t at = cursor->at;
    for (;;) {
        size_t next = zt_past_unseen(cursor->bytes, at);
        if (next == at && zt_stands_at(cursor->bytes, at, "<![CDATA[]]>"))
            next = at + 12;
        if (next == at)
            break;
        at = next;
    }
    *written = zt_str_slice(cursor->bytes, at, cursor->bytes.len);
    if (zt_stands_at(cursor->bytes, at, ZT_CDATA))
        at += strlen(ZT_CDATA);
    zt_xml_cursor_move(&ahead, at);
    return zt_xml_cursor_pos(&ahead, file);
}

size_t zt_next_tag(zt_str bytes, size_t at)
{
    while (at < bytes.len) {
        const char *found = memchr(bytes.data + at, '<', bytes.len - at);
        if (!found)
            return bytes.len;
        at = (size_t)(found - bytes.data);
        size_t next = zt_past_unseen(bytes, at);
        if (next == at && zt_stands_at(bytes, at, ZT_CDATA))
            next = behind(bytes, at + 9, "]]>");
        if (next == at)
            return at;
        at = next;
    }
    return bytes.len;
}

/* Passes "<" inside comments, instructions and CDATA. The caller knows that a start tag comes
   next: end tags are not told apart here. */
bool zt_xml_cursor_find_start(zt_xml_cursor *cursor)
{
    size_t at = zt_next_tag(cursor->bytes, cursor->at);
    zt_xml_cursor_move(cursor, at);
    return at < cursor->bytes.len;
}

/* The caller knows that the next tag is an end tag; it has no attributes, so that its first ">"
   ends it. */
bool zt_xml_cursor_pass_end(zt_xml_cursor *cursor)
{
    size_t at = zt_next_tag(cursor->bytes, cursor->at);
    bool found = at < cursor->bytes.len;
    zt_xml_cursor_move(cursor, found ? behind(cursor->bytes, at, ">") : at);
    return found;
}

/* Past the byte under the cursor, a letter of a name or a value: zt_xml_cursor_move byte by byte,
   for those who look at each byte anyway. */
static inline void step(zt_xml_cursor *cursor)
{
    char c = cursor->bytes.data[cursor->at];
    if (c == '\n' || c == '\r')
        zt_xml_cursor_move(cursor, cursor->at + 1);
    else {
        cursor->column += ((unsigned char)c & 0xC0) != 0x80;
        cursor->at++;
    }
}

static inline bool is_end(const zt_xml_cursor *cursor)
{
    return cursor->at >= cursor->bytes.len;
}

/* The byte under the cursor; NUL at the end. */
static inline char here(const zt_xml_cursor *cursor)
{
    return is_end(cursor) ? '\0' : cursor->bytes.data[cursor->at];
}

static void pass_blanks(zt_xml_cursor *cursor)
{
    while (!is_end(cursor) && zt_is_blank(here(cursor)))
        step(cursor);
}

/* The name that begins under the cursor; the tag is well-formed, so any byte but those that end
   one belongs to it. */
static zt_str pass_name(zt_xml_cursor *cursor)
{
    size_t start = cursor->at;
    for (char c; !is_end(cursor) && !zt_is_blank(c = here(cursor)); step(cursor))
        if (c == '=' || c == '/' || c == '>')
            break;
    return zt_str_slice(cursor->bytes, start, cursor->at);
}

/* What stands before the next such byte, behind which the cursor comes to stand. */
static zt_str pass_until(zt_xml_cursor *cursor, char mark)
{
    size_t start = cursor->at;
    while (!is_end(cursor) && here(cursor) != mark)
        step(cursor);
    zt_str passed = zt_str_slice(cursor->bytes, start, cursor->at);
    if (!is_end(cursor))
        step(cursor);
    return passed;
}

/* The cursor stands at "<" and moves behind the element's name. */
void zt_xml_cursor_enter_tag(zt_xml_cursor *cursor)
{
    step(cursor);
    pass_name(cursor);
}

/* Names and values are borrowed from the bytes; entities in a value are not resolved, which
   libxml2 does. */
bool zt_xml_cursor_attr(zt_xml_cursor *cursor, const char *file, zt_lexed_attr *attr, bool *closed)
{
    pass_blanks(cursor);
    if (is_end(cursor) || here(cursor) == '>' || here(cursor) == '/') {
        *closed = here(cursor) == '/';
        pass_until(cursor, '>');
        return false;
    }
    attr->at = zt_xml_cursor_pos(cursor, file);
    attr->name = pass_name(cursor);
    pass_blanks(cursor);
    if (here(cursor) == '=')
        step(cursor);
    pass_blanks(cursor);
    /* libxml2 announces a tag before it has seen its end, so that there may be anything here. */
    char quote = here(cursor);
    if (quote != '"' && quote != '\'')
        return false;
    step(cursor);
    attr->value_at = zt_xml_cursor_pos(cursor, file);
    attr->written = pass_until(cursor, quote);
    return true;
}
