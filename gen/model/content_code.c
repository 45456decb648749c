/* Lines of another language: what stands in the file is printed to the letter, line by line.
   Nothing of it is judged as Chinese text. */
#include "model/content_imp.h"

/* A tab is four blanks: what it means elsewhere a page cannot know. */
static zt_str without_tabs(zt_arena *arena, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] == '\t')
            zt_buf_puts(&out, "    ");
        else
            zt_buf_putc(&out, text.data[i]);
    return zt_buf_view(&out);
}

/* The texts and CDATA of the element, as they are. */
static zt_str text_of(zt_arena *arena, const zt_node *node)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (const zt_node *child = node->first; child; child = child->next)
        if (!child->name)
            zt_buf_str(&out, child->text);
    return without_tabs(arena, zt_buf_view(&out));
}

/* A line of the file. Blanks at its end are nothing that could be seen. */
static zt_code_line line_of(zt_str line)
{
    size_t n = 0;
    while (n < line.len && line.data[n] == ' ')
        n++;
    return (zt_code_line){zt_str_trim(line), n};
}

/* Cut at line feeds. */
static void split(zt_arena *arena, zt_str text, zt_code *code)
{
    ZT_VEC(zt_code_line) lines = {0};
    size_t first = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && text.data[i] != '\n')
            continue;
        zt_code_line line = line_of(zt_str_slice(text, first, i));
        ZT_PUSH(arena, &lines, line);
        first = i + 1;
    }
    code->lines = lines.items;
    code->count = lines.count;
}

/* Empty lines at both ends belong to the file, as does the indent that all lines share. */
static void trim_lines(zt_code *code)
{
    size_t shared = (size_t)-1;
    while (code->count > 0 && code->lines[code->count - 1].text.len == 0)
        code->count--;
    while (code->count > 0 && code->lines[0].text.len == 0) {
        code->lines++;
        code->count--;
    }
    for (size_t i = 0; i < code->count; i++)
        if (code->lines[i].text.len && code->lines[i].indent < shared)
            shared = code->lines[i].indent;
    for (size_t i = 0; i < code->count; i++)
        code->lines[i].indent = code->lines[i].text.len ? code->lines[i].indent - shared : 0;
}

/* <code>: its lines. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_code *code = ZT_NEW(r->arena, zt_code);
    split(r->arena, text_of(r->arena, node), code);
    trim_lines(code);
    if (code->count == 0)
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "<code> 里没有字；请写上，或去掉它",
                  "there is no text in <code>; write it, or take the element out");
    block->content = code;
    block->count = code->count;
}

/* An empty line is one without text, which shows how far it is to the next. */
static void describe_line(zt_describer *t, const zt_code_line *line)
{
    zt_describe_open(t, "line", ZT_NOWHERE);
    zt_describe_int(t, "indent", (int)line->indent);
    zt_describe_text(t, "text", line->text);
    zt_describe_close(t);
}

static void describe(zt_describer *t, const void *content)
{
    const zt_code *code = content;
    zt_describe_list(t, "lines");
    for (size_t i = 0; i < code->count; i++)
        describe_line(t, code->lines + i);
    zt_describe_list_end(t);
}

static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"代码", "行", "Code", "line", "lines"};
    const zt_code *code = content;
    zt_alt_open(alt, &words, (zt_str){0}, code->count);
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_code = {
    .name = "code",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
