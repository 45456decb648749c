/* gen/cli/writer_junit.c — findings as JUnit XML: a suite for each document, a case for each
   finding. A suite says at its head how many of its cases failed, so it is put together before it
   is written. */
#include <stdlib.h>
#include <string.h>

#include "cli/writers.h"

/* Cases, and how many of them failed. */
typedef struct case_count {
    size_t tests, failures, skipped;
} case_count;

/* All suites that are closed, and the one that is open: its name and its cases. */
typedef struct junit {
    FILE *suites, *cases;
    char *suites_text, *cases_text;
    size_t suites_size, cases_size;
    char *name; /* of the open suite; NULL: none is */
    case_count all, own;
} junit;

void cli_put_xml(FILE *out, const char *text)
{
    static const char marks[] = "<>&\"";
    static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&quot;"};
    for (const char *p = text ? text : ""; *p;) {
        const char *mark = strchr(marks, *p);
        if (mark || (unsigned char)*p < 0x20)
            fputs(mark ? names[mark - marks] : "\xEF\xBF\xBD", out); /* XML 1.0, 2.2 */
        if (mark || (unsigned char)*p < 0x20)
            p++;
        else
            p += cli_take_character(out, p);
    }
}

/* A document of which nothing failed is a case that passed, so that each is seen to have been
   looked at. */
static void close_suite(junit *j)
{
    if (!j->name)
        return;
    fclose(j->cases);
    fprintf(j->suites, "<testsuite name=\"");
    cli_put_xml(j->suites, j->name);
    fprintf(j->suites, "\" tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%zu\">\n",
            j->own.tests + (j->own.failures == 0), j->own.failures, j->own.skipped);
    if (j->own.failures == 0) {
        fputs("<testcase classname=\"", j->suites);
        cli_put_xml(j->suites, j->name);
        fputs("\" name=\"check\"/>\n", j->suites);
    }
    fputs(j->cases_text, j->suites);
    fputs("</testsuite>\n", j->suites);
    j->all.tests += j->own.tests + (j->own.failures == 0);
    j->all.failures += j->own.failures;
    free(j->cases_text);
    free(j->name);
    j->name = j->cases_text = NULL;
}

/* The suite of that name becomes the open one. Without memory none does. */
static void open_suite(cli *c, const char *name)
{
    junit *j = c->writing;
    if (j->name && strcmp(j->name, name) == 0)
        return;
    close_suite(j);
    j->name = strdup(name);
    j->cases = j->name ? open_memstream(&j->cases_text, &j->cases_size) : NULL;
    j->own = (case_count){0};
    if (j->cases)
        return;
    free(j->name);
    j->name = NULL;
    c->report_failed = true;
}

static bool begin(cli *c)
{
    junit *j = c->writing = calloc(1, sizeof *j);
    if (j)
        j->suites = open_memstream(&j->suites_text, &j->suites_size);
    return j && j->suites;
}

/* file:line:column: text; the code is the type of the failure. */
static void put_words(FILE *out, const zhitu_message *m)
{
    if (m->file && m->line) {
        cli_put_xml(out, m->file);
        fprintf(out, ":%d:%d: ", m->line, m->column);
    }
    cli_put_xml(out, m->text);
}

/* The case is open up to its name. */
static void put_case(const junit *j, const zhitu_message *m)
{
    fputs("<testcase classname=\"", j->cases);
    cli_put_xml(j->cases, j->name);
    fprintf(j->cases, "\" name=\"%s", m->code);
    if (m->line)
        fprintf(j->cases, " %d:%d", m->line, m->column);
    if (m->page > 0)
        fprintf(j->cases, ", page %d", m->page);
    fputs("\">", j->cases);
}

/* A failure, or a case that was skipped, with one text as its message. */
static void put_element(FILE *out, const char *name, const char *type, const char *message)
{
    fprintf(out, "<%s", name);
    if (type)
        fprintf(out, " type=\"%s\"", type);
    fputs(" message=\"", out);
    cli_put_xml(out, message);
    fputs("\">", out);
}

/* Warnings and notes are cases that pass, with their words; what is accepted or known is skipped.
 */
static void put_finding(cli *c, cli_finding f)
{
    const zhitu_message *m = f.message;
    junit *j = c->writing;
    const char *standing = cli_standing_word(m->standing);
    bool failed = !standing && cli_is_failing(c, m->severity);
    open_suite(c, m->document ? m->document : m->file ? m->file : "zhitu");
    if (!j->name)
        return;
    j->own.tests++;
    j->own.failures += failed;
    j->own.skipped += standing != NULL;
    put_case(j, m);
    if (failed)
        put_element(j->cases, "failure", m->code, m->text);
    else if (standing)
        put_element(j->cases, "skipped", NULL, m->why ? m->why : standing);
    else
        fprintf(j->cases, "<system-out>%s: ", cli_severity_word(c, m->severity));
    put_words(j->cases, m);
    fprintf(j->cases, "</%s></testcase>\n",
            failed     ? "failure"
            : standing ? "skipped"
                       : "system-out");
}

static void end(cli *c, zhitu_status status)
{
    junit *j = c->writing;
    (void)status;
    close_suite(j);
    fclose(j->suites);
    fprintf(c->findings,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"zhitu\" tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n%s"
            "</testsuites>\n",
            j->all.tests, j->all.failures, j->suites_text);
    free(j->suites_text);
    free(j);
}

const cli_writer cli_writer_junit = {.name = "junit",
                                     .for_programs = true,
                                     .begin = begin,
                                     .document = open_suite,
                                     .finding = put_finding,
                                     .end = end};
