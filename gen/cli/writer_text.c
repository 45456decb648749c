/* gen/cli/writer_text.c — findings for people: a line as compilers write it, below it the line of
   the source with a mark under the place. */
#include <string.h>

#include "cli/writers.h"

/* Columns that a terminal needs for the first `count` characters; the lead byte tells the width:
   three bytes and more are Han here, which a terminal draws two columns wide. */
static void put_caret(FILE *out, const char *line, int column)
{
    int at = 1;
    for (const unsigned char *p = (const unsigned char *)line; *p && at < column; at++) {
        int bytes = *p < 0x80 ? 1 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
        fputs(bytes >= 3 ? "  " : *p == '\t' ? "\t" : " ", out);
        for (; bytes > 0 && *p; bytes--)
            p++;
    }
    fputs("^\n", out);
}

/* Bytes; a longer line of the source is not shown. */
enum { LONGEST_LINE = 400 };

/* file:line:column: severity: text [code] */
static void put_message(const cli *c, const zhitu_message *m)
{
    static const char *const colours[] = {"\033[36m", "\033[33m", "\033[31m"};
    FILE *out = c->findings;
    if (m->file && m->line)
        fprintf(out, "%s:%d:%d: ", m->file, m->line, m->column);
    else if (m->file)
        fprintf(out, "%s: ", m->file);
    else
        fputs("zhitu: ", out);
    fprintf(out, "%s%s%s: %s [%s]\n", c->colour ? colours[m->severity] : "",
            cli_severity_word(c, m->severity), c->colour ? "\033[0m" : "", m->text, m->code);
    if (m->source && m->column > 0 && strlen(m->source) < LONGEST_LINE) {
        fprintf(out, "%s\n", m->source);
        put_caret(out, m->source, m->column);
    }
}

/* With its place on the paper, and where its limit comes from. */
static void put_seen(const cli *c, const zhitu_inspected *f)
{
    FILE *out = c->findings;
    fprintf(out, "%s: %d.", f->file, f->number);
    if (f->page)
        fprintf(out, cli_text(c, "第%d页", " page %d"), f->page);
    if (f->width > 0)
        fprintf(out,
                cli_text(c, "（左 %.1f 上 %.1f，%.1f×%.1f 毫米）",
                         " (left %.1f top %.1f, %.1f × %.1f mm)"),
                f->x, f->y, f->width, f->height);
    if (f->object)
        fprintf(out, cli_text(c, "对象 %d", " object %d"), f->object);
    fprintf(out, "%s%s: %s", f->page || f->object ? ": " : " ", cli_severity_word(c, f->severity),
            f->text);
    if (f->count > 1)
        fprintf(out, cli_text(c, "；共 %d 处", "; %d places"), f->count);
    fprintf(out, " [%s; %s]\n", f->code, f->source);
}

static void put_finding(cli *c, cli_finding f)
{
    if (f.seen)
        put_seen(c, f.seen);
    else if (f.message->standing == ZHITU_COUNTS) /* the others are counted at the end */
        put_message(c, f.message);
}

/* Other programs read this list, so it stands alone on standard output. */
static void put_output(cli *c, const char *path)
{
    (void)c;
    printf("%s\n", path);
}

const cli_writer cli_writer_text = {.name = "text", .finding = put_finding, .output = put_output};
