/* gen/inspect/content.c — operators and operands of content streams. */
#include "inspect/content.h"

#include <string.h>

/* More operands than any operator takes, but for the array of TJ. */
enum { OPERANDS_MOST = 1 << 18 };

void zt_content_begin(zt_content_stream *content, zt_arena *arena, zt_str bytes)
{
    *content = (zt_content_stream){.arena = arena, .bytes = bytes};
}

/* ---- characters (7.2.2) ---- */

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
    return c && strchr("()<>[]{}/%", c);
}

static bool is_regular(char c)
{
    return !is_space(c) && !is_delimiter(c);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool at_end(const zt_content_stream *content)
{
    return content->at >= content->bytes.len;
}

/* The byte `ahead` of the next one; 0 behind the end. */
static char peek(const zt_content_stream *content, size_t ahead)
{
    size_t at = content->at + ahead;
    return at < content->bytes.len ? content->bytes.data[at] : '\0';
}

static void pass_blanks(zt_content_stream *content)
{
    while (!at_end(content)) {
        if (peek(content, 0) == '%')
            while (!at_end(content) && peek(content, 0) != '\n' && peek(content, 0) != '\r')
                content->at++;
        else if (is_space(peek(content, 0)))
            content->at++;
        else
            return;
    }
}

/* ---- operands ---- */

static void push(zt_content_stream *content, zt_operand operand)
{
    if (content->operands.count < OPERANDS_MOST)
        ZT_PUSH(content->arena, &content->operands, operand);
}

/* A backslash and what follows it (7.3.4.2), from behind the backslash. */
static void read_escape(zt_content_stream *content, zt_buf *text)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    char c = peek(content, 0);
    const char *found = c ? strchr(from, c) : NULL;
    if (c >= '0' && c <= '7') {
        int value = 0;
        for (int i = 0; i < 3 && peek(content, 0) >= '0' && peek(content, 0) <= '7'; i++)
            value = value * 8 + (content->bytes.data[content->at++] - '0');
        zt_buf_putc(text, (char)(unsigned char)(value & 0xff));
        return;
    }
    content->at++;
    if (c == '\r' && peek(content, 0) == '\n')
        content->at++;
    if (c != '\r' && c != '\n')
        zt_buf_putc(text, found ? to[found - from] : c);
}

static void read_string(zt_content_stream *content)
{
    zt_buf text;
    int depth = 1;
    zt_buf_init(&text, content->arena);
    for (content->at++; !at_end(content);) {
        char c = content->bytes.data[content->at++];
        if (c == '\\') {
            read_escape(content, &text);
            continue;
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0)
            break;
        zt_buf_putc(&text, c);
    }
    push(content, (zt_operand){.kind = ZT_OPERAND_STRING, .text = zt_buf_view(&text)});
}

static void read_hex(zt_content_stream *content)
{
    zt_buf text;
    int high = -1;
    zt_buf_init(&text, content->arena);
    for (content->at++; !at_end(content) && peek(content, 0) != '>'; content->at++) {
        int digit = hex_digit(peek(content, 0));
        if (digit < 0)
            continue;
        if (high >= 0)
            zt_buf_putc(&text, (char)(unsigned char)(high * 16 + digit));
        high = high >= 0 ? -1 : digit;
    }
    if (high >= 0)
        zt_buf_putc(&text, (char)(unsigned char)(high * 16));
    content->at++;
    push(content, (zt_operand){.kind = ZT_OPERAND_STRING, .text = zt_buf_view(&text)});
}

static void read_name(zt_content_stream *content)
{
    zt_buf text;
    zt_buf_init(&text, content->arena);
    for (content->at++; !at_end(content) && is_regular(peek(content, 0)); content->at++) {
        int high = hex_digit(peek(content, 1)), low = hex_digit(peek(content, 2));
        if (peek(content, 0) == '#' && high >= 0 && low >= 0) {
            zt_buf_putc(&text, (char)(unsigned char)(high * 16 + low));
            content->at += 2;
        } else {
            zt_buf_putc(&text, peek(content, 0));
        }
    }
    push(content, (zt_operand){.kind = ZT_OPERAND_NAME, .text = zt_buf_view(&text)});
}

/* A number, as lenient as readers are: 1.5, -.5, 4., +3, 1.5-2 is 1.5. False where it is none. */
static bool read_number(zt_str word, double *out)
{
    double value = 0, scale = 1;
    size_t at = 0, digits = 0;
    bool minus = word.len && word.data[0] == '-';
    while (at < word.len && (word.data[at] == '-' || word.data[at] == '+'))
        at++;
    for (; at < word.len && word.data[at] >= '0' && word.data[at] <= '9'; at++, digits++)
        value = value * 10 + (word.data[at] - '0');
    if (at < word.len && word.data[at] == '.')
        for (at++; at < word.len && word.data[at] >= '0' && word.data[at] <= '9'; at++, digits++)
            value += (word.data[at] - '0') * (scale /= 10);
    *out = minus ? -value : value;
    if (!(*out > -1e12 && *out < 1e12))
        *out = 0; /* no place of a page */
    return digits > 0 && (at == word.len || word.data[at] == '-');
}

/* Two bytes where they are << or >>, else one. */
static void read_mark(zt_content_stream *content)
{
    char c = peek(content, 0);
    size_t len = (c == '<' || c == '>') && peek(content, 1) == c ? 2 : 1;
    zt_str text = zt_str_slice(content->bytes, content->at, content->at + len);
    content->at += len;
    push(content, (zt_operand){.kind = ZT_OPERAND_MARK, .text = text});
}

/* A number, or an operator: true then. */
static bool read_word(zt_content_stream *content)
{
    size_t start = content->at;
    double number;
    while (!at_end(content) && is_regular(peek(content, 0)))
        content->at++;
    zt_str word = zt_str_slice(content->bytes, start, content->at);
    if (read_number(word, &number)) {
        push(content, (zt_operand){.kind = ZT_OPERAND_NUMBER, .number = number});
        return false;
    }
    if (zt_str_is(word, "true") || zt_str_is(word, "false") || zt_str_is(word, "null")) {
        push(content, (zt_operand){.kind = ZT_OPERAND_MARK, .text = word});
        return false;
    }
    content->operator_ = word;
    return true;
}

/* Whether what stands `ahead` could be operators: data have bytes there that text has not. */
static bool reads_as_text(const zt_content_stream *content, size_t ahead)
{
    enum { LOOKED_AT = 12 };
    for (size_t i = ahead; i < ahead + LOOKED_AT && content->at + i < content->bytes.len; i++) {
        char c = peek(content, i);
        if (!(c >= ' ' && c <= '~') && (c == '\0' || !is_space(c)))
            return false;
    }
    return true;
}

/* A blank, EI and a blank, then operators again. */
static bool image_ends(const zt_content_stream *content)
{
    return is_space(peek(content, 0)) && peek(content, 1) == 'E' && peek(content, 2) == 'I' &&
           (content->at + 3 >= content->bytes.len || is_space(peek(content, 3))) &&
           reads_as_text(content, 3);
}

/* From behind ID and one blank to EI (8.9.7); without one the data go on to the end. */
static void read_image(zt_content_stream *content)
{
    size_t start = content->at + 1;
    while (content->at + 2 < content->bytes.len && !image_ends(content))
        content->at++;
    bool ends = content->at + 2 < content->bytes.len;
    size_t end = ends ? content->at : content->bytes.len;
    content->image = start < end ? zt_str_slice(content->bytes, start, end) : (zt_str){0};
    content->at = ends ? content->at + 3 : end;
}

bool zt_content_next(zt_content_stream *content)
{
    size_t entries = content->at;
    content->operands.count = 0;
    for (;;) {
        pass_blanks(content);
        if (at_end(content))
            return false;
        char c = peek(content, 0);
        if (c == '(')
            read_string(content);
        else if (c == '<' && peek(content, 1) != '<')
            read_hex(content);
        else if (c == '/')
            read_name(content);
        else if (is_delimiter(c))
            read_mark(content);
        else if (read_word(content)) {
            if (zt_str_is(content->operator_, "BI")) {
                content->operands.count = 0;
                entries = content->at;
                continue;
            }
            if (zt_str_is(content->operator_, "ID")) {
                content->entries = zt_str_slice(content->bytes, entries, content->at - 2);
                read_image(content);
                content->operator_ = ZT_STR("EI");
            }
            return true;
        }
    }
}

double zt_content_number(const zt_content_stream *content, size_t index)
{
    return index < content->operands.count &&
                   content->operands.items[index].kind == ZT_OPERAND_NUMBER
               ? content->operands.items[index].number
               : 0;
}

int zt_content_whole(const zt_content_stream *content, size_t index)
{
    return (int)zt_clamp(zt_content_number(content, index), -1000, 1000);
}

zt_str zt_content_name(const zt_content_stream *content, size_t index)
{
    return index < content->operands.count && content->operands.items[index].kind == ZT_OPERAND_NAME
               ? content->operands.items[index].text
               : (zt_str){0};
}
