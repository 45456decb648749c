/* gen/cli/writer_json.c — findings as JSON lines: one object each as it comes, and a last one that
   counts, by which a reader knows that the run has ended and how. */
#include "cli/writers.h"

/* Bytes of the character that stands there; 0 when they are no UTF-8 (RFC 3629, 4). */
static size_t character_length(const unsigned char *p)
{
    size_t len = *p < 0x80 ? 1 : *p < 0xC2 ? 0 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : *p < 0xF5 ? 4 : 0;
    bool wrong = (*p == 0xE0 && p[1] < 0xA0) || (*p == 0xED && p[1] > 0x9F) ||
                 (*p == 0xF0 && p[1] < 0x90) || (*p == 0xF4 && p[1] > 0x8F);
    for (size_t i = 1; i < len; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    return wrong ? 0 : len;
}

size_t cli_take_character(FILE *out, const char *text)
{
    size_t len = character_length((const unsigned char *)text);
    if (len == 0)
        fputs("\xEF\xBF\xBD", out);
    else
        fwrite(text, 1, len, out);
    return len ? len : 1;
}

void cli_put_json(FILE *out, const char *text)
{
    for (const char *p = text ? text : ""; *p;) {
        if (*p == '"' || *p == '\\')
            fprintf(out, "\\%c", *p++);
        else if ((unsigned char)*p < 0x20)
            fprintf(out, "\\u%04x", (unsigned)*p++);
        else
            p += cli_take_character(out, p);
    }
}

void cli_put_json_string(FILE *out, const char *text)
{
    fputc('"', out);
    cli_put_json(out, text);
    fputc('"', out);
}

/* "fix": what to take out of the file and what to put there, where a remedy is known. */
static void put_fixes(FILE *out, const zhitu_message *m)
{
    for (size_t i = 0; i < m->fix_count; i++) {
        fprintf(out, "%s{\"line\":%d,\"column\":%d,\"remove\":", i ? "," : ",\"fix\":[",
                m->fixes[i].line, m->fixes[i].column);
        cli_put_json_string(out, m->fixes[i].remove);
        if (*m->fixes[i].insert) {
            fputs(",\"insert\":", out);
            cli_put_json_string(out, m->fixes[i].insert);
        }
        fputs("}", out);
    }
    if (m->fix_count)
        fputc(']', out);
}

/* What only findings of preflight have. */
static void put_seen(FILE *out, const zhitu_inspected *f)
{
    fprintf(out, ",\"number\":%d,\"count\":%d", f->number, f->count);
    if (f->width > 0)
        fprintf(out, ",\"mm\":[%.2f,%.2f,%.2f,%.2f]", f->x, f->y, f->width, f->height);
    if (f->object)
        fprintf(out, ",\"object\":%d", f->object);
    fputs(",\"source\":", out);
    cli_put_json_string(out, f->source);
}

/* One that does not count says so, and why. */
static void put_standing(FILE *out, const zhitu_message *m)
{
    const char *word = cli_standing_word(m->standing);
    if (word)
        fprintf(out, ",\"standing\":\"%s\"", word);
    if (word && m->why) {
        fputs(",\"why\":", out);
        cli_put_json_string(out, m->why);
    }
}

/* Lines and columns are 0 where the place is not known. */
static void put_finding(cli *c, cli_finding f)
{
    const zhitu_message *m = f.message;
    FILE *out = c->findings;
    fprintf(out, "{\"severity\":\"%s\",\"code\":\"%s\",\"file\":", cli_severity_code(m->severity),
            m->code);
    cli_put_json_string(out, m->file);
    if (m->document) {
        fputs(",\"document\":", out);
        cli_put_json_string(out, m->document);
    }
    if (!f.seen)
        fprintf(out, ",\"line\":%d,\"column\":%d,\"endLine\":%d,\"endColumn\":%d", m->line,
                m->column, m->end_line, m->end_column);
    if (m->page > 0)
        fprintf(out, ",\"page\":%d", m->page);
    fputs(",\"message\":", out);
    cli_put_json_string(out, m->text);
    if (f.seen)
        put_seen(out, f.seen);
    put_standing(out, m);
    put_fixes(out, m);
    fputs("}\n", out);
}

static void put_output(cli *c, const char *path)
{
    fputs("{\"output\":", c->findings);
    cli_put_json_string(c->findings, path);
    fputs("}\n", c->findings);
}

static void put_summary(cli *c, zhitu_status status)
{
    const zhitu_count *n = &c->counted;
    fprintf(
        c->findings,
        "{\"summary\":{\"documents\":%zu,\"pages\":%zu,\"outputs\":%zu,\"skipped\":%zu,"
        "\"errors\":%zu,\"warnings\":%zu,\"notes\":%zu,\"accepted\":%zu,\"known\":%zu,\"off\":%zu,"
        "\"status\":%d}}\n",
        n->documents, n->pages, n->outputs, n->skipped, n->errors, n->warnings, n->notes,
        n->accepted, n->known, n->off, (int)status);
}

const cli_writer cli_writer_json = {.name = "json",
                                    .for_programs = true,
                                    .finding = put_finding,
                                    .output = put_output,
                                    .end = put_summary};
