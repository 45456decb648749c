/* gen/cli/findings.c — findings as lines of text or of JSON, and what counts them at the end. A
   line of text shows the line of the source with a mark under the place. */
#include <string.h>

#include "cli/cli.h"

void cli_put_json(FILE *out, const char *text)
{
    for (const char *p = text ? text : ""; *p; p++) {
        if (*p == '"' || *p == '\\')
            fprintf(out, "\\%c", *p);
        else if ((unsigned char)*p < 0x20)
            fprintf(out, "\\u%04x", (unsigned)*p);
        else
            fputc(*p, out);
    }
}

/* In the order of zhitu_severity. */
static const char *const severities[] = {"note", "warning", "error"};
static const char *const severities_zh[] = {"提示", "警告", "错误"};

const char *cli_severity_code(zhitu_severity s)
{
    return severities[s];
}

const char *cli_severity_word(const cli *c, zhitu_severity s)
{
    return cli_text(c, severities_zh[s], severities[s]);
}

/* "fix": what to take out of the file and what to put there, where a remedy is known. */
static void put_fixes(FILE *out, const zhitu_message *m)
{
    for (size_t i = 0; i < m->fix_count; i++) {
        fprintf(out, "%s{\"line\":%d,\"column\":%d,\"remove\":\"", i ? "," : ",\"fix\":[",
                m->fixes[i].line, m->fixes[i].column);
        cli_put_json(out, m->fixes[i].remove);
        if (*m->fixes[i].insert) {
            fputs("\",\"insert\":\"", out);
            cli_put_json(out, m->fixes[i].insert);
        }
        fputs("\"}", out);
    }
    if (m->fix_count)
        fputc(']', out);
}

/* One object a line, so that a reader can take each finding as it comes. Lines and columns are 0
   where the place is not known. */
static void message_json(const cli *c, const zhitu_message *m)
{
    FILE *out = c->findings;
    fprintf(out, "{\"severity\":\"%s\",\"code\":\"%s\",\"file\":\"", cli_severity_code(m->severity),
            m->code);
    cli_put_json(out, m->file);
    fprintf(out, "\",\"line\":%d,\"column\":%d,\"endLine\":%d,\"endColumn\":%d,", m->line,
            m->column, m->end_line, m->end_column);
    if (m->page > 0)
        fprintf(out, "\"page\":%d,", m->page);
    fputs("\"message\":\"", out);
    cli_put_json(out, m->text);
    fputc('"', out);
    put_fixes(out, m);
    fputs("}\n", out);
}

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

/* file:line:column: severity: text [code], then the line with a caret, as compilers write it. */
static void message_text(const cli *c, const zhitu_message *m)
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

/* The progress line is cleared first, as both go to the terminal. */
void cli_on_message(void *self, const zhitu_message *m)
{
    const cli *c = self;
    if (c->progress)
        fputs("\r\033[K", stderr);
    if (c->json)
        message_json(c, m);
    else
        message_text(c, m);
}

/* Only for terminals, and only when there are several documents. */
void cli_on_progress(void *self, size_t done, size_t total, const char *path)
{
    const cli *c = self;
    if (!c->progress || total < 2)
        return;
    fprintf(stderr, "\r\033[K");
    if (path)
        fprintf(stderr, "[%zu/%zu] %s", done + 1, total, path);
    fflush(stderr);
}

/* With --verbose: the list of files, which other programs can read. */
void cli_on_written(void *self, const char *path)
{
    const cli *c = self;
    if (!c->verbose)
        return;
    if (c->json) {
        fputs("{\"output\":\"", c->findings);
        cli_put_json(c->findings, path);
        fputs("\"}\n", c->findings);
    } else {
        printf("%s\n", path);
    }
}

/* The last object of the JSON, by which a reader knows that the run has ended and how. */
static void put_summary(const cli *c, zhitu_count n, zhitu_status status)
{
    if (c->json)
        fprintf(c->findings,
                "{\"summary\":{\"documents\":%zu,\"pages\":%zu,\"outputs\":%zu,\"errors\":%zu,"
                "\"warnings\":%zu,\"notes\":%zu,\"status\":%d}}\n",
                n.documents, n.pages, n.outputs, n.errors, n.warnings, n.notes, (int)status);
}

/* The line is for whoever watches, also when the findings go to a file. */
static void put_closing_line(const cli *c, zhitu_count n)
{
    if (c->quiet || (c->json && !c->report))
        return;
    fprintf(stderr,
            cli_text(c, "%zu 份稿件，%zu 个文件；%zu 个错误，%zu 个警告，%zu 个提示\n",
                     "%zu documents, %zu outputs; %zu errors, %zu warnings, %zu notes\n"),
            n.documents, n.outputs, n.errors, n.warnings, n.notes);
}

/* Both ends: the one for programs and the one for who watches. */
void cli_close_findings(cli *c, const zhitu *session, zhitu_status status)
{
    zhitu_count n = zhitu_counted(session);
    put_summary(c, n, status);
    fflush(c->findings);
    put_closing_line(c, n);
}
