/* gen/cli/writer_sarif.c — findings as one log of SARIF 2.1.0 (OASIS), with the changes that mend
   them. Results are written as they come; the rules that they name stand behind them. */
#include <stdlib.h>
#include <string.h>

#include "cli/writers.h"

/* Codes that have been named, in the order of the first finding of each. */
typedef struct sarif {
    const char **codes; /* each a copy */
    size_t code_count, room, result_count;
} sarif;

void cli_put_uri(FILE *out, const char *path)
{
    static const char plain[] = "-._~/";
    if (path[0] == '/')
        fputs("file://", out);
    for (const unsigned char *p = (const unsigned char *)path; *p; p++) {
        bool kept = (*p >= '0' && *p <= '9') || (*p >= 'A' && *p <= 'Z') ||
                    (*p >= 'a' && *p <= 'z') || strchr(plain, (char)*p);
        if (kept)
            fputc(*p, out);
        else
            fprintf(out, "%%%02X", (unsigned)*p);
    }
}

static bool begin(cli *c)
{
    c->writing = calloc(1, sizeof(sarif));
    if (!c->writing)
        return false;
    fputs("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
          "\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[",
          c->findings);
    return true;
}

/* Its place among the rules; it is added when it is new. */
static size_t rule_of(cli *c, const char *code)
{
    sarif *s = c->writing;
    for (size_t i = 0; i < s->code_count; i++)
        if (strcmp(s->codes[i], code) == 0)
            return i;
    if (s->code_count == s->room) {
        size_t room = s->room ? 2 * s->room : 16;
        const char **codes = realloc(s->codes, room * sizeof *codes);
        if (!codes) {
            c->report_failed = true;
            return 0;
        }
        s->codes = codes;
        s->room = room;
    }
    s->codes[s->code_count] = strdup(code);
    c->report_failed = c->report_failed || !s->codes[s->code_count];
    return s->code_count++;
}

static void put_region(FILE *out, const char *name, int line, int column, int end_line,
                       int end_column)
{
    fprintf(out, "\"%s\":{\"startLine\":%d,\"startColumn\":%d,\"endLine\":%d,\"endColumn\":%d}",
            name, line, column, end_line, end_column);
}

static void put_artifact(FILE *out, const char *path)
{
    fputs("\"artifactLocation\":{\"uri\":\"", out);
    cli_put_uri(out, path);
    fputs("\"}", out);
}

static void put_location(FILE *out, const zhitu_message *m)
{
    fputs(",\"locations\":[{\"physicalLocation\":{", out);
    put_artifact(out, m->file);
    if (m->line > 0 && m->column > 0) {
        fputc(',', out);
        put_region(out, "region", m->line, m->column, m->end_line, m->end_column);
    }
    fputs("}}]", out);
}

/* Text that goes ends on a line of its own when it holds line feeds; columns are characters. */
static void put_replacement(FILE *out, const zhitu_fix *fix)
{
    int line = fix->line, column = fix->column;
    for (const char *p = fix->remove; *p; p++) {
        bool begins = ((unsigned char)*p & 0xC0) != 0x80;
        line += *p == '\n';
        column = *p == '\n' ? 1 : column + begins;
    }
    fputc('{', out);
    put_region(out, "deletedRegion", fix->line, fix->column, line, column);
    fputs(",\"insertedContent\":{\"text\":", out);
    cli_put_json_string(out, fix->insert);
    fputs("}}", out);
}

/* What zhitu fix would do. */
static void put_fixes(FILE *out, const zhitu_message *m)
{
    if (!m->fix_count || !m->file)
        return;
    fputs(",\"fixes\":[{\"description\":{\"text\":\"zhitu fix\"},\"artifactChanges\":[{", out);
    put_artifact(out, m->file);
    fputs(",\"replacements\":[", out);
    for (size_t i = 0; i < m->fix_count; i++) {
        fputs(i ? "," : "", out);
        put_replacement(out, &m->fixes[i]);
    }
    fputs("]}]}]", out);
}

/* What only preflight knows. */
static void put_seen(FILE *out, const zhitu_inspected *f)
{
    fprintf(out, ",\"object\":%d,\"count\":%d,\"source\":", f->object, f->count);
    cli_put_json_string(out, f->source);
    if (f->width > 0)
        fprintf(out, ",\"mm\":[%.2f,%.2f,%.2f,%.2f]", f->x, f->y, f->width, f->height);
}

/* The document, since the finding may be in another file that it was made from, and the page. */
static void put_properties(FILE *out, cli_finding f)
{
    if (!f.message->document)
        return;
    fputs(",\"properties\":{\"document\":", out);
    cli_put_json_string(out, f.message->document);
    if (f.message->page > 0)
        fprintf(out, ",\"page\":%d", f.message->page);
    if (f.seen)
        put_seen(out, f.seen);
    fputc('}', out);
}

/* What is accepted is suppressed in the source, what is known outside of it. */
static void put_suppression(FILE *out, const zhitu_message *m)
{
    if (m->standing == ZHITU_COUNTS)
        return;
    fprintf(out, ",\"suppressions\":[{\"kind\":\"%s\"",
            m->standing == ZHITU_ACCEPTED ? "inSource" : "external");
    if (m->why) {
        fputs(",\"justification\":", out);
        cli_put_json_string(out, m->why);
    }
    fputs("}]", out);
}

static void put_finding(cli *c, cli_finding f)
{
    const zhitu_message *m = f.message;
    FILE *out = c->findings;
    sarif *s = c->writing;
    size_t rule = rule_of(c, m->code);
    fprintf(out, "%s\n{\"ruleId\":\"%s\",\"ruleIndex\":%zu,\"level\":\"%s\",\"message\":{\"text\":",
            s->result_count++ ? "," : "", m->code, rule, cli_severity_code(m->severity));
    cli_put_json_string(out, m->text);
    fputc('}', out);
    if (m->file)
        put_location(out, m);
    put_fixes(out, m);
    put_suppression(out, m);
    put_properties(out, f);
    fputc('}', out);
}

static void put_text(FILE *out, const char *name, const char *text)
{
    fprintf(out, ",\"%s\":{\"text\":", name);
    cli_put_json_string(out, text);
    fputc('}', out);
}

/* The page of a code, in one language. With `marked` as Markdown. */
static void put_help_part(FILE *out, bool marked, const char *what, const char *why,
                          const char *source, const char *mend, const char *const heads[3])
{
    const char *end = marked ? "\\n\\n" : "\\n";
    const char *const texts[] = {why, source, mend};
    cli_put_json(out, what);
    fputs(end, out);
    for (int i = 0; i < 3; i++) {
        fprintf(out, marked ? "**%s** " : "%s: ", heads[i]);
        cli_put_json(out, texts[i]);
        fputs(end, out);
    }
}

/* Both languages, for who reads the log may speak either. */
static void put_help(FILE *out, const zhitu_code *code, bool marked)
{
    static const char *const zh[] = {"为什么说", "依据", "怎么改"};
    static const char *const en[] = {"Why", "Source", "To mend"};
    put_help_part(out, marked, code->what_zh, code->why_zh, code->source_zh, code->mend_zh, zh);
    fputs("\\n", out);
    put_help_part(out, marked, code->what_en, code->why_en, code->source_en, code->mend_en, en);
}

/* Its page in the manual, relative to the project; helpUri takes absolute ones alone. */
static void put_rule(const cli *c, const char *name)
{
    FILE *out = c->findings;
    zhitu_code code;
    fprintf(out, "{\"id\":\"%s\"", name);
    if (zhitu_code_named(name, &code, NULL)) {
        put_text(out, "shortDescription", cli_text(c, code.what_zh, code.what_en));
        put_text(out, "fullDescription", cli_text(c, code.why_zh, code.why_en));
        fputs(",\"help\":{\"text\":\"", out);
        put_help(out, &code, false);
        fputs("\",\"markdown\":\"", out);
        put_help(out, &code, true);
        fprintf(out,
                "\"},\"properties\":{\"pages\":{\"zh\":\"docs/codes.zh.md#%s\","
                "\"en\":\"docs/codes.md#%s\"}}",
                name, name);
    }
    fputc('}', out);
}

/* The rules, and how the run ended: a log of a run that failed to begin has no results. */
static void end(cli *c, zhitu_status status)
{
    sarif *s = c->writing;
    FILE *out = c->findings;
    fprintf(out, "],\"tool\":{\"driver\":{\"name\":\"zhitu\",\"version\":\"%s\",\"rules\":[",
            zhitu_version());
    for (size_t i = 0; i < s->code_count; i++) {
        fputs(i ? ",\n" : "\n", out);
        put_rule(c, s->codes[i] ? s->codes[i] : "");
    }
    fprintf(out, "]}},\"invocations\":[{\"executionSuccessful\":%s,\"exitCode\":%d}]}]}\n",
            status <= ZHITU_INPUT ? "true" : "false", (int)status);
    for (size_t i = 0; i < s->code_count; i++)
        free((void *)(size_t)s->codes[i]);
    free(s->codes);
    free(s);
}

const cli_writer cli_writer_sarif = {
    .name = "sarif", .for_programs = true, .begin = begin, .finding = put_finding, .end = end};
