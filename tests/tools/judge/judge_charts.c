/* judge_charts KIND|all COUNT SEED [INDEX]: sets COUNT documents by lot of the kind, from SEED, and
   prints what its rules find, a line for each sort with how often and the first cases; 1 when there
   is any. With INDEX it judges that one alone and leaves judged.xml and its template in
   $JUDGE_DIR. Runs from the root of the project. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "chart/chart.h"
#include "judge.h"
#include "preflight/page_text.h"

enum { SORTS_MOST = 400, CASES_MOST = 3, WIDTHS = 400 };

/* More seconds than this one chart may not take on any machine. */
static const double SLOW = 1;

/* What was found of one sort in one kind. */
typedef struct sort {
    char name[120], cases[CASES_MOST][300];
    size_t count, last; /* documents */
} sort;

typedef struct judge {
    zhitu *session;
    char dir[500];
    judge_lot lot;
    const judge_kind *kind;
    sort sorts[SORTS_MOST];
    size_t sort_count, index, refused, warned;
    bool loud;
    char message[600], code[60]; /* of the first error */
    bool started;
    double slowest; /* seconds of processor time */
    bool has_template[WIDTHS];
} judge;

static void found(void *self, const char *name, const char *words)
{
    judge *j = self;
    size_t i = 0;
    if (j->loud)
        printf("  %s: %s\n", name, words);
    while (i < j->sort_count && strcmp(j->sorts[i].name, name) != 0)
        i++;
    if (i == SORTS_MOST)
        return;
    sort *s = &j->sorts[i];
    if (i == j->sort_count) {
        *s = (sort){.last = SIZE_MAX};
        snprintf(s->name, sizeof s->name, "%s", name);
        j->sort_count++;
    }
    if (s->last == j->index)
        return;
    s->last = j->index;
    if (s->count < CASES_MOST)
        snprintf(s->cases[s->count], sizeof *s->cases, "#%zu %dmm %.200s", j->index, j->lot.width,
                 words);
    s->count++;
}

static void take_message(void *self, const zhitu_message *message)
{
    judge *j = self;
    if (j->loud)
        printf("  [%s] %d:%d %s\n", message->code, message->line, message->column, message->text);
    if (message->severity != ZHITU_ERROR || *j->code)
        return;
    snprintf(j->code, sizeof j->code, "%s", message->code);
    snprintf(j->message, sizeof j->message, "%s", message->text);
}

static void write_file(const char *path, const char *text, size_t len)
{
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(text, 1, len, out) != len || fclose(out) != 0) {
        perror(path);
        exit(3);
    }
}

static void need_template(judge *j, int width)
{
    char path[600], text[500];
    if (j->has_template[width])
        return;
    snprintf(path, sizeof path, "%s/templates/judge-%d.xml", j->dir, width);
    int n = snprintf(text, sizeof text,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<template xmlns=\"urn:zhitu:1\" "
                     "name=\"judge-%d\" theme=\"chongqing\">\n<page size=\"%dmm auto\" "
                     "max=\"2000mm\" margin=\"0\"/>\n<column><place select=\"chart\"/></column>\n"
                     "</template>\n",
                     width, width);
    write_file(path, text, (size_t)n);
    j->has_template[width] = true;
}

/* What an attempt does with the document in the folder. */
typedef struct setting_of_one {
    judge *judge;
    const char *path, *template_name;
    bool judged;
    zt_buf *dump; /* or NULL */
} setting_of_one;

static bool is_reported(const zt_diags *diags, const char *code)
{
    for (size_t i = 0; i < zt_diags_count(diags); i++)
        if (strcmp(zt_diags_at(diags, i)->code, code) == 0)
            return true;
    return false;
}

static void judge_work(judge *j, const zt_work *work)
{
    judge_page page = {.arena = work->arena,
                       .kind = j->kind,
                       .lot = &j->lot,
                       .say = found,
                       .self = j,
                       .values_unprinted = is_reported(work->diags, "values-unprinted")};
    for (size_t i = 0; i < work->doc->block_count; i++)
        if (strcmp(work->doc->blocks[i].name, "chart") == 0)
            page.data = work->doc->blocks[i].content;
    judge_page_read(&page, work->book->pages[0]);
    judge_words_lost(&page);
    judge_overlaps(&page);
    judge_bounds(&page);
    judge_proportions(&page);
    judge_times(&page);
    judge_fills(&page);
    judge_ticks(&page);
}

static zhitu_status set_one(void *self)
{
    setting_of_one *s = self;
    zhitu *session = s->judge->session;
    zt_arena *arena = zt_memory_arena(session->memory);
    const zhitu_job job = {.template_name = s->template_name};
    zt_work work = {.session = session,
                    .job = &job,
                    .arena = arena,
                    .diags = zt_diags_new(arena),
                    .path = s->path,
                    .places = zt_session_places(session, arena, s->path)};
    zt_work_run(&work, ZHITU_SCENE);
    bool good = work.book && !zt_diags_failed(work.diags);
    if (good && s->judged)
        judge_work(s->judge, &work);
    if (good && s->dump)
        zt_book_dump(s->dump, work.book, zt_face_ps_name);
    zhitu_status status = zt_session_report(session, work.diags, work.source, false);
    zt_arena_drop(arena);
    return status;
}

/* True when the document in the folder is set without an error; else code and message say why. */
static bool set(judge *j, int width, bool judged, zt_buf *dump)
{
    char path[600], name[40];
    need_template(j, width);
    snprintf(path, sizeof path, "%s/docs/judged.xml", j->dir);
    snprintf(name, sizeof name, "judge-%d", width);
    *j->code = *j->message = 0;
    setting_of_one s = {j, path, name, judged, dump};
    zhitu_status status = zt_session_attempt(j->session, path, set_one, &s);
    if (status == ZHITU_BUG && !*j->code)
        snprintf(j->code, sizeof j->code, "bug");
    return status == ZHITU_FINE;
}

static void write_document(judge *j, const char *kind)
{
    char path[600];
    snprintf(path, sizeof path, "%s/docs/judged.xml", j->dir);
    const char *at = strstr(j->lot.xml, "<chart kind=\"") + strlen("<chart kind=\"");
    const char *rest = strchr(at, '"');
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(j->lot.xml, 1, (size_t)(at - j->lot.xml), out) == 0 ||
        fputs(kind, out) == EOF || fputs(rest, out) == EOF || fclose(out) != 0) {
        perror(path);
        exit(3);
    }
}

/* The kind that the message offers, or NULL. */
static const char *offered(judge *j, char *out, size_t size)
{
    const char *at = strstr(j->message, "kind=\"");
    if (at) {
        size_t len = strcspn(at + 6, "\"");
        snprintf(out, size, "%.*s", (int)len, at + 6);
        return out;
    }
    at = strstr(j->message, "use ");
    size_t len = at ? strcspn(at + 4, " ;,.") : 0;
    for (const zt_chart_kind *const *kind = zt_chart_kinds; at && *kind; kind++)
        if (strlen((*kind)->name) == len && strncmp((*kind)->name, at + 4, len) == 0) {
            snprintf(out, size, "%s", (*kind)->name);
            return out;
        }
    return NULL;
}

/* The width of “make it 122 mm wide”, or 0. */
static int offered_width(const char *message)
{
    const char *at = strstr(message, "make it ");
    char *end = NULL;
    long width = at ? strtol(at + strlen("make it "), &end, 10) : 0;
    return width > 0 && width < WIDTHS && strncmp(end, " mm wide", 8) == 0 ? (int)width : 0;
}

/* Two columns are enough for all ordinary data; below, what the message offers must serve. */
static void judge_refusal(judge *j)
{
    char name[200], words[700], kind[60];
    snprintf(words, sizeof words, "%s", j->message);
    j->refused++;
    if (strcmp(j->code, "nothing-to-part") == 0) /* all parts are nought: no whole */
        return;
    /* one series is all that the kind takes: what it offers must serve at any width */
    bool one_series = strcmp(j->code, "too-many-series") == 0;
    if (j->lot.width >= 107 && !one_series) {
        snprintf(name, sizeof name, "refused %s", j->code);
        found(j, name, words);
        return;
    }
    if (offered(j, kind, sizeof kind)) {
        snprintf(name, sizeof name, "narrow %s, offered %s does not serve", j->code, kind);
        write_document(j, kind);
        if (!set(j, j->lot.width, false, NULL))
            found(j, name, words);
    } else if (offered_width(words) > 0) {
        snprintf(name, sizeof name, "narrow %s, offered width does not serve", j->code);
        if (!set(j, offered_width(words), false, NULL))
            found(j, name, words);
    } else if (!strstr(words, "wide") && !strstr(words, "short")) {
        snprintf(name, sizeof name, "narrow %s offers nothing", j->code);
        found(j, name, words);
    }
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void judge_one(judge *j, uint64_t seed, size_t index)
{
    j->index = index;
    judge_draw(&j->lot, j->kind, seed, index);
    write_document(j, j->kind->name);
    double begin = now();
    bool good = set(j, j->lot.width, true, NULL);
    double taken = now() - begin;
    if (taken > SLOW && j->started) /* the first one reads the fonts */
        found(j, "slow", "");
    j->started = true;
    j->slowest = zt_max(j->slowest, taken);
    if (!good) {
        judge_refusal(j);
        return;
    }
    if (index % 16 != 0)
        return;
    zt_arena *arena = zt_memory_arena(j->session->memory);
    zt_buf one, other;
    zt_buf_init(&one, arena);
    zt_buf_init(&other, arena);
    set(j, j->lot.width, false, &one);
    set(j, j->lot.width, false, &other);
    if (one.len != other.len || memcmp(one.data, other.data, one.len) != 0)
        found(j, "different-bytes", "");
    zt_arena_drop(arena);
}

static size_t report(judge *j, size_t count, double seconds)
{
    size_t all = 0;
    for (size_t i = 0; i < j->sort_count; i++)
        all += j->sorts[i].count;
    printf("%s: %zu documents, %zu findings, %zu refused, %.2f ms each, %.0f ms at most\n",
           j->kind->name, count, all, j->refused, seconds * 1000 / (double)count,
           j->slowest * 1000);
    for (size_t i = 0; i < j->sort_count; i++) {
        const sort *s = &j->sorts[i];
        printf("  %5zu %s\n", s->count, s->name);
        for (size_t k = 0; k < s->count && k < CASES_MOST; k++)
            printf("        %s\n", s->cases[k]);
    }
    return all;
}

static void make_folder(judge *j)
{
    char path[600];
    const char *dir = getenv("JUDGE_DIR");
    snprintf(j->dir, sizeof j->dir, "%s", dir ? dir : "/tmp/judge-XXXXXX");
    if (!dir && !mkdtemp(j->dir)) {
        perror(j->dir);
        exit(3);
    }
    mkdir(j->dir, 0777);
    snprintf(path, sizeof path, "%s/templates", j->dir);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/docs", j->dir);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/docs/judge.tiles", j->dir);
    FILE *grid = fopen(path, "wb");
    if (grid)
        judge_write_grid(grid);
    if (!grid || fclose(grid) != 0) {
        perror(path);
        exit(3);
    }
}

static size_t judge_kind_of(judge *j, const judge_kind *kind, size_t first, size_t count,
                            uint64_t seed)
{
    if (!zt_chart_kind_find(zt_str_from(kind->name)))
        return 0;
    j->kind = kind;
    j->sort_count = j->refused = 0;
    j->slowest = 0;
    double begin = now();
    for (size_t i = first; i < first + count; i++)
        judge_one(j, seed, i);
    return report(j, count, now() - begin);
}

int main(int argc, char **argv)
{
    if (argc != 4 && argc != 5)
        return fprintf(stderr, "usage: judge_charts KIND|all COUNT SEED [INDEX]\n"), 2;
    static judge j;
    static char templates[600];
    make_folder(&j);
    snprintf(templates, sizeof templates, "%s/templates", j.dir);
    const zhitu_config config = {.lang = ZHITU_EN,
                                 .root = j.dir,
                                 .templates = templates,
                                 .self = &j,
                                 .message = take_message};
    j.session = zhitu_open(&config);
    j.loud = argc == 5;
    uint64_t seed = strtoull(argv[3], NULL, 10);
    size_t count = argc == 5 ? 1 : strtoull(argv[2], NULL, 10), all = 0, known = 0;
    size_t first = argc == 5 ? strtoull(argv[4], NULL, 10) : 0;
    for (size_t i = 0; i < judge_kind_count; i++)
        if (strcmp(argv[1], "all") == 0 || strcmp(argv[1], judge_kinds[i].name) == 0) {
            all += judge_kind_of(&j, &judge_kinds[i], first, count, seed);
            known++;
        }
    zhitu_close(j.session);
    if (known == 0)
        return fprintf(stderr, "judge_charts: no kind “%s”\n", argv[1]), 2;
    return all > 0;
}
