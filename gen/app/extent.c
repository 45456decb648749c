/* gen/app/extent.c — where the thing ends that a finding points at. Positions name a beginning;
   what begins there is found by the characters of the file. */
#include "app/extent.h"

#include <string.h>

#include "base/utf8.h"
#include "xml/node.h"

/* A place in the bytes of the file, with its line and column. */
typedef struct cursor {
    zt_str bytes;
    size_t at;
    zt_pos pos;
} cursor;

/* Behind the last byte. */
static bool is_done(const cursor *c)
{
    return c->at >= c->bytes.len;
}

/* The byte at the cursor, 0 at the end. */
static char here(const cursor *c)
{
    return is_done(c) ? 0 : c->bytes.data[c->at];
}

/* One character on. */
static void step(cursor *c)
{
    bool line = here(c) == '\n';
    zt_utf8_next(c->bytes, &c->at);
    c->pos.line += line;
    c->pos.column = line ? 1 : c->pos.column + 1;
}

/* A byte of a name; above 127 all are, which XML allows for most. */
static bool is_name(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (c && strchr("_-:.", c));
}

/* Behind the name at the cursor. */
static void skip_name(cursor *c)
{
    while (!is_done(c) && is_name(here(c)))
        step(c);
}

/* Behind the closing quote; stops at a tag, for the quote may be missing. */
static void skip_past(cursor *c, char quote)
{
    while (!is_done(c) && here(c) != quote && here(c) != '<')
        step(c);
    if (here(c) == quote)
        step(c);
}

/* key="value" from its name on; false when it is nothing of the kind. */
static bool skip_attribute(cursor *c)
{
    cursor ahead = *c;
    skip_name(&ahead);
    if (ahead.at == c->at || here(&ahead) != '=')
        return false;
    step(&ahead);
    char quote = here(&ahead);
    if (quote != '"' && quote != '\'')
        return false;
    step(&ahead);
    skip_past(&ahead, quote);
    *c = ahead;
    return true;
}

/* The quote that a value inside a tag ends with: 0 outside. The last of the line before counts. */
static char open_quote(zt_str line, size_t before)
{
    char quote = 0;
    bool in_tag = false;
    for (size_t i = 0; i < before && i < line.len; i++) {
        char c = line.data[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '<')
            in_tag = true;
        else if (c == '>')
            in_tag = false;
        else if ((c == '"' || c == '\'') && (in_tag || (i > 0 && line.data[i - 1] == '=')))
            quote = c;
    }
    return quote;
}

/* To the next tag, or the end of the line. */
static void skip_text(cursor *c)
{
    while (!is_done(c) && here(c) != '<' && here(c) != '\n' && here(c) != '\r')
        step(c);
}

/* Up to the closing quote or the end of the line. */
static void skip_value(cursor *c, char quote)
{
    while (!is_done(c) && here(c) != quote && here(c) != '\n')
        step(c);
}

/* Puts the cursor at the place; false when the line is shorter. */
static bool find(cursor *c, zt_str line, zt_pos at)
{
    *c = (cursor){.bytes = line, .pos = {at.file, at.line, 1}};
    while (c->pos.column < at.column && !is_done(c))
        step(c);
    return c->pos.column == at.column && c->pos.line == at.line && !is_done(c);
}

/* The same in the whole file: a value may go on in the next line. */
static bool find_in(cursor *c, zt_str bytes, zt_pos at)
{
    zt_str line = bytes.data && at.line > 0 ? zt_source_line(bytes, at.line) : (zt_str){0};
    if (!line.data || at.column < 1 || !find(c, line, at))
        return false;
    c->at += (size_t)(line.data - bytes.data);
    c->bytes = bytes;
    return true;
}

/* What is meant is told by the character at `at` and by whether it stands inside a quoted value
   of its line. At least one character, so that a mark can be drawn. */
zt_pos zt_extent_end(zt_str bytes, zt_pos at)
{
    cursor c;
    if (!find_in(&c, bytes, at))
        return (zt_pos){at.file, 0, 0};
    zt_str line = zt_source_line(bytes, at.line);
    char quote = open_quote(line, c.at - (size_t)(line.data - bytes.data));
    size_t begun = c.at;
    if (quote) {
        skip_value(&c, quote);
    } else if (here(&c) == '<') {
        step(&c);
        if (here(&c) == '/')
            step(&c);
        skip_name(&c);
    } else if (!skip_attribute(&c)) {
        skip_text(&c);
    }
    if (c.at == begun)
        step(&c);
    return c.pos;
}

static bool stands_at(zt_str bytes, size_t at, zt_str words)
{
    return at <= bytes.len && words.len <= bytes.len - at &&
           memcmp(bytes.data + at, words.data, words.len) == 0;
}

bool zt_extent_of_words(zt_str bytes, zt_pos at, zt_str words, zt_removal *out)
{
    cursor c;
    if (words.len == 0 || !find_in(&c, bytes, at) || here(&c) != '<')
        return false;
    cursor open = c;
    step(&c);
    zt_str name = zt_str_slice(bytes, c.at, c.at);
    skip_name(&c);
    name.len = c.at - (size_t)(name.data - bytes.data);
    for (; !is_done(&c) && !stands_at(bytes, c.at, words); step(&c))
        if (here(&c) == '<' && stands_at(bytes, c.at + 2, name) && bytes.data[c.at + 1] == '/')
            return false;
    size_t end = c.at + words.len, tag = end + name.len + 3;
    bool all = c.at > 0 && bytes.data[c.at - 1] == '>' && stands_at(bytes, end, ZT_STR("</")) &&
               stands_at(bytes, end + 2, name) && stands_at(bytes, tag - 1, ZT_STR(">")) &&
               !memchr(bytes.data + open.at, '>', c.at - 1 - open.at);
    *out = all ? (zt_removal){open.pos, zt_str_slice(bytes, open.at, tag)}
               : (zt_removal){c.pos, zt_str_slice(bytes, c.at, end)};
    return !is_done(&c);
}

bool zt_extent_of_word(zt_str bytes, zt_pos at, zt_str word, zt_removal *out)
{
    cursor c;
    if (word.len == 0 || !find_in(&c, bytes, at) || !stands_at(bytes, c.at, word))
        return false;
    *out = (zt_removal){c.pos, zt_str_slice(bytes, c.at, c.at + word.len)};
    return true;
}

/* Up to and over the text; to the end of the file when it is not there. */
static void skip_over(cursor *c, zt_str text)
{
    while (!is_done(c) && !stands_at(c->bytes, c->at, text))
        step(c);
    for (size_t i = 0; i < text.len && !is_done(c); i++)
        step(c);
}

/* Behind the tag that the cursor stands in; true when it ends with a slash. A > in a value is no
   end. */
static bool skip_tag(cursor *c)
{
    bool slash = false;
    for (char quote = 0; !is_done(c); step(c)) {
        char at = here(c);
        if (quote) {
            quote = at == quote ? 0 : quote;
            continue;
        }
        if (at == '>')
            break;
        quote = at == '"' || at == '\'' ? at : 0;
        slash = at == '/';
    }
    step(c);
    return slash;
}

/* Whether the name stands at the cursor, whole. */
static bool is_named(const cursor *c, zt_str name)
{
    size_t end = c->at + name.len;
    return stands_at(c->bytes, c->at, name) &&
           (end >= c->bytes.len || !is_name(c->bytes.data[end]));
}

/* From the end of a start tag to the name in the end tag that belongs to it; elements of that name
   in between are counted. */
static bool find_end_tag(cursor *c, zt_str name)
{
    for (int depth = 1; !is_done(c);) {
        if (stands_at(c->bytes, c->at, ZT_STR("<!--"))) {
            skip_over(c, ZT_STR("-->"));
        } else if (stands_at(c->bytes, c->at, ZT_STR("<![CDATA["))) {
            skip_over(c, ZT_STR("]]>"));
        } else if (here(c) == '<') {
            step(c);
            bool end = here(c) == '/';
            if (end)
                step(c);
            bool same = is_named(c, name);
            depth -= same && end;
            if (depth == 0)
                return true;
            bool empty = skip_tag(c);
            depth += same && !end && !empty;
        } else {
            step(c);
        }
    }
    return false;
}

bool zt_extent_of_element(zt_str bytes, zt_pos at, zt_str name, zt_removal *out)
{
    cursor c;
    if (name.len == 0 || !find_in(&c, bytes, at) || here(&c) != '<')
        return false;
    cursor open = c;
    step(&c);
    if (!is_named(&c, name))
        return false;
    if (!skip_tag(&c)) {
        if (!find_end_tag(&c, name))
            return false;
        skip_tag(&c);
    }
    *out = (zt_removal){open.pos, zt_str_slice(bytes, open.at, c.at)};
    return true;
}

size_t zt_extent_of_name(zt_str bytes, zt_pos at, zt_str name, zt_removal out[2])
{
    cursor c;
    if (name.len == 0 || !find_in(&c, bytes, at) || here(&c) != '<')
        return 0;
    step(&c);
    if (!is_named(&c, name))
        return 0;
    out[0] = (zt_removal){c.pos, zt_str_slice(bytes, c.at, c.at + name.len)};
    if (skip_tag(&c))
        return 1;
    if (!find_end_tag(&c, name))
        return 0;
    out[1] = (zt_removal){c.pos, zt_str_slice(bytes, c.at, c.at + name.len)};
    return 2;
}
