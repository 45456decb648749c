/* gen/cli/findings.c — findings on their way from the library to the writer of the format that is
   asked for, to standard error, standard output or a file; and the line that counts them. */
#include <errno.h>
#include <string.h>
#include <time.h>

#include "cli/writers.h"

static const cli_writer *const writers[] = {&cli_writer_text, &cli_writer_json, &cli_writer_junit,
                                            &cli_writer_sarif, &cli_writer_github};

const cli_writer *cli_writer_named(const char *name)
{
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (strcmp(writers[i]->name, name) == 0)
            return writers[i];
    return NULL;
}

bool cli_for_programs(const cli *c)
{
    return c->writer->for_programs;
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

const char *cli_standing_word(zhitu_standing standing)
{
    return standing == ZHITU_ACCEPTED ? "accepted" : standing == ZHITU_KNOWN ? "known" : NULL;
}

bool cli_is_failing(const cli *c, zhitu_severity severity)
{
    return severity == ZHITU_ERROR || (c->job.strict && severity == ZHITU_WARNING);
}

/* Begun with the first thing that there is to write, since only the command itself knows whether it
   needs standard output. Without memory for it nothing is written. */
static bool begin(cli *c)
{
    if (c->begun)
        return !c->report_failed;
    c->begun = true;
    if (!c->findings)
        c->findings = cli_for_programs(c) && !c->takes_stdout ? stdout : stderr;
    c->report_failed = c->writer->begin && !c->writer->begin(c);
    return !c->report_failed;
}

bool cli_open_report(cli *c)
{
    /* Text shows as many as a reader can take in; a baseline is made of all. */
    c->config.shown_most = cli_for_programs(c) || c->new_baseline ? (size_t)-1 : 0;
    c->config.keys = c->new_baseline;
    if (!c->report)
        return true;
    c->findings = fopen(c->report, "we");
    c->colour = false;
    if (!c->findings)
        cli_cannot_write(c, c->report, errno);
    return c->findings;
}

/* What was set aside, where anything was. */
static void put_aside(const cli *c)
{
    const zhitu_count *n = &c->counted;
    if (n->accepted)
        fprintf(stderr, cli_text(c, "；接受 %zu 条", "; %zu accepted"), n->accepted);
    if (n->known)
        fprintf(stderr, cli_text(c, "；已知 %zu 条", "; %zu known"), n->known);
    if (n->off)
        fprintf(stderr, cli_text(c, "；关掉 %zu 条", "; %zu switched off"), n->off);
    fputs("\n", stderr);
}

/* The line is for whoever watches, also when the findings go to a file. */
static void put_closing_line(const cli *c, zhitu_status status)
{
    zhitu_count n = c->counted;
    if (c->quiet || !c->counts || status == ZHITU_USAGE ||
        (cli_for_programs(c) && c->findings == stdout))
        return;
    fprintf(stderr, cli_text(c, "%zu 份稿件，%zu 个文件", "%zu documents, %zu outputs"),
            n.documents, n.outputs);
    if (n.skipped > 0)
        fprintf(stderr, cli_text(c, "，%zu 份没有变化", ", %zu unchanged"), n.skipped);
    fprintf(stderr,
            cli_text(c, "；%zu 个错误，%zu 个警告，%zu 个提示",
                     "; %zu errors, %zu warnings, %zu notes"),
            n.errors, n.warnings, n.notes);
    put_aside(c);
}

/* A file that could not be written whole is one that the caller must not trust. */
static zhitu_status close_file(cli *c, zhitu_status status)
{
    if (!c->report || (!ferror(c->findings) && fclose(c->findings) == 0))
        return status;
    cli_cannot_write(c, c->report, errno);
    return status > ZHITU_ENVIRONMENT ? status : ZHITU_ENVIRONMENT;
}

zhitu_status cli_close_report(cli *c, zhitu_status status)
{
    if (begin(c) && c->writer->end)
        c->writer->end(c, status);
    if (c->report_failed && status < ZHITU_ENVIRONMENT)
        status = ZHITU_ENVIRONMENT;
    fflush(c->findings);
    put_closing_line(c, status);
    return cli_write_baseline(c, close_file(c, status));
}

/* The progress line is cleared first, as both go to the terminal. */
static void put(cli *c, cli_finding f)
{
    if (c->progress)
        fputs("\r\033[K", stderr);
    if (begin(c))
        c->writer->finding(c, f);
}

void cli_on_message(void *self, const zhitu_message *m)
{
    cli *c = self;
    if (c->new_baseline && m->key)
        cli_keep_key(c, m->key);
    put(c, (cli_finding){m, NULL});
}

void cli_on_inspected(void *self, const zhitu_inspected *f)
{
    cli *c = self;
    size_t *const sums[] = {&c->counted.notes, &c->counted.warnings, &c->counted.errors};
    const zhitu_message m = {.severity = f->severity,
                             .code = f->code,
                             .file = f->file,
                             .document = f->file,
                             .page = f->page,
                             .text = f->text};
    ++*sums[f->severity];
    put(c, (cli_finding){&m, f});
}

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* How many a second, and how long it will take: only when both can be told. */
static void put_rate(const cli *c, size_t done, size_t total, double seconds)
{
    double rate = seconds > 0 ? (double)done / seconds : 0;
    if (done == 0 || seconds < 0.5)
        return;
    unsigned long left = (unsigned long)((double)(total - done) / rate + 0.5);
    fprintf(stderr, cli_text(c, " 每秒 %.*f 份，还要 %lu:%02lu", " %.*f/s, %lu:%02lu left"),
            rate < 10 ? 1 : 0, rate, left / 60, left % 60);
}

/* Only for terminals, and only when there are several documents; ten times a second is enough. */
void cli_on_progress(void *self, size_t done, size_t total, const char *path)
{
    cli *c = self;
    double at = seconds_now();
    if (c->begun_at <= 0)
        c->begun_at = at;
    if (!c->progress || c->quiet || total < 2 || (path && at - c->shown_at < 0.1))
        return;
    c->shown_at = at;
    fprintf(stderr, "\r\033[K");
    if (path) {
        fprintf(stderr, "[%zu/%zu]", done, total);
        put_rate(c, done, total, at - c->begun_at);
        fprintf(stderr, " %s", path);
    }
    fflush(stderr);
}

/* The one file of -o -. */
void cli_on_output(void *self, const void *data, size_t len)
{
    cli_sink(self, data, len);
}

/* With --verbose: the list of files, which other programs can read. */
void cli_on_written(void *self, const char *path)
{
    cli *c = self;
    if (c->verbose && begin(c) && c->writer->output)
        c->writer->output(c, path);
}

void cli_begin_document(cli *c, const char *path)
{
    if (begin(c) && c->writer->document)
        c->writer->document(c, path);
}

void cli_close(cli *c, zhitu *session)
{
    zhitu_count n = session ? zhitu_counted(session) : (zhitu_count){0};
    c->counted.documents += n.documents;
    c->counted.outputs += n.outputs;
    c->counted.pages += n.pages;
    c->counted.skipped += n.skipped;
    c->counted.errors += n.errors;
    c->counted.warnings += n.warnings;
    c->counted.notes += n.notes;
    c->counted.accepted += n.accepted;
    c->counted.known += n.known;
    c->counted.off += n.off;
    zhitu_close(session);
}
