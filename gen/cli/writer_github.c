/* gen/cli/writer_github.c — findings as commands of GitHub workflows, which put them beside the
   lines of a change (docs.github.com, "Workflow commands"). */
#include <string.h>

#include "cli/writers.h"

/* What may not stand there as it is; in properties ":" and "," as well. */
static void put_escaped(FILE *out, const char *text, bool property)
{
    for (const char *p = text ? text : ""; *p;) {
        bool escaped = strchr("%\r\n", *p) || (property && strchr(":,", *p));
        if (escaped)
            fprintf(out, "%%%02X", (unsigned)(unsigned char)*p++);
        else
            p += cli_take_character(out, p);
    }
}

/* Columns mean something to it only within one line. */
static void put_place(FILE *out, const zhitu_message *m)
{
    fputs(" file=", out);
    put_escaped(out, m->file, true);
    if (m->line > 0)
        fprintf(out, ",line=%d,col=%d,endLine=%d", m->line, m->column, m->end_line);
    if (m->line > 0 && m->end_line == m->line)
        fprintf(out, ",endColumn=%d", m->end_column);
}

static void put_finding(cli *c, cli_finding f)
{
    static const char *const commands[] = {"notice", "warning", "error"};
    const zhitu_message *m = f.message;
    FILE *out = c->findings;
    if (m->standing != ZHITU_COUNTS)
        return;
    fprintf(out, "::%s", commands[m->severity]);
    if (m->file)
        put_place(out, m);
    fputs(m->file ? ",title=" : " title=", out);
    put_escaped(out, m->code, true);
    fputs("::", out);
    if (m->page > 0) {
        fprintf(out, cli_text(c, "第%d页", "page %d"), m->page);
        fputs(cli_text(c, "：", ": "), out);
    }
    put_escaped(out, m->text, false);
    fputc('\n', out);
}

const cli_writer cli_writer_github = {
    .name = "github", .for_programs = true, .finding = put_finding};
