/* gen/app/mend.c — zhitu fix: what findings propose is done in the files of the document, its own
   and those of its sections, and nowhere else: templates and tables are not its. All that is not
   changed stays byte for byte. */
#include <string.h>

#include "app/documents.h"
#include "app/outputs.h"
#include "app/pipeline.h"
#include "app/remedy.h"
#include "app/verdict.h"
#include "base/file.h"
#include "base/utf8.h"

static const char BOM[] = "\xEF\xBB\xBF";

/* A file of the document, with what is to be changed in it. */
typedef struct mended_file {
    const char *path;
    zt_str bytes; /* behind a byte order mark; empty when it is none of text in UTF-8 */
    bool marked;
    ZT_VEC(zt_edit) edits; /* in their order, apart */
} mended_file;

/* What the calls of one document share. */
typedef struct mending {
    const zt_work *work;
    const char *codes; /* blanks between; NULL = all */
    ZT_VEC(mended_file) files;
    zt_diags *said; /* a note for each finding that is mended */
} mending;

/* Its own file, or that of a section: what the document holds as XML. */
static bool is_own_file(const zt_work *w, const char *path)
{
    if (strcmp(path, w->path) == 0)
        return true;
    for (size_t i = 0; i < w->imports.list.count; i++)
        if (strcmp(path, w->imports.list.items[i]) == 0)
            return true;
    return false;
}

/* The file as it lies there. One that is not UTF-8 has no bytes: its columns are not known. */
static mended_file *file_of(mending *m, const char *path)
{
    zt_arena *arena = m->work->arena;
    for (size_t i = 0; i < m->files.count; i++)
        if (strcmp(m->files.items[i].path, path) == 0)
            return &m->files.items[i];
    bool ok;
    zt_str bytes = zt_file_read(arena, zt_diags_new(arena), ZT_NOWHERE, path, 0, &ok);
    bool marked = ok && zt_str_starts(bytes, BOM);
    if (marked)
        bytes = zt_rest_of(bytes, strlen(BOM));
    if (!ok || zt_utf8_valid_prefix(bytes) != bytes.len)
        bytes = (zt_str){0};
    mended_file file = {.path = path, .bytes = bytes, .marked = marked};
    ZT_PUSH(arena, &m->files, file);
    return &m->files.items[m->files.count - 1];
}

/* Whether none of them touches what is to be changed already. */
static bool are_apart(const mended_file *file, const zt_edit *edits, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < file->edits.count; k++)
            if (edits[i].at < file->edits.items[k].end && file->edits.items[k].at < edits[i].end)
                return false;
    return true;
}

/* Into their places. */
static void add_edits(zt_arena *arena, mended_file *file, const zt_edit *edits, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ZT_PUSH(arena, &file->edits, edits[i]);
        size_t k = file->edits.count - 1;
        for (; k > 0 && file->edits.items[k - 1].at > edits[i].at; k--)
            file->edits.items[k] = file->edits.items[k - 1];
        file->edits.items[k] = edits[i];
    }
}

/* Says what was done, at the place of the finding. */
static void tell(const mending *m, const mended_file *file, const zt_diag *d, const zt_edit *edits,
                 size_t count)
{
    zt_buf zh, en;
    zt_buf_init(&zh, m->work->arena);
    zt_buf_init(&en, m->work->arena);
    for (size_t i = 0; i < count; i++) {
        zt_str old = zt_str_slice(file->bytes, edits[i].at, edits[i].end), put = edits[i].put;
        if (i > 0 && edits[i].put.data == edits[i - 1].put.data && put.len > 0)
            continue; /* the other tag of an element */
        if (put.len == 0) {
            zt_buf_printf(&zh, "%s删去“%.*s”", i ? "；" : "", ZT_ARG(old));
            zt_buf_printf(&en, "%s“%.*s” taken out", i ? "; " : "", ZT_ARG(old));
        } else {
            zt_buf_printf(&zh, "%s“%.*s”改为“%.*s”", i ? "；" : "", ZT_ARG(old), ZT_ARG(put));
            zt_buf_printf(&en, "%s“%.*s” became “%.*s”", i ? "; " : "", ZT_ARG(old), ZT_ARG(put));
        }
    }
    zt_report(m->said, ZT_NOTE, "fixed", d->pos, "已改（%s）：%s", "fixed (%s): %s", d->code,
              m->work->session->config.lang == ZHITU_EN ? en.data : zh.data);
}

/* Takes the remedy of a finding in, unless it is about what another has changed: that is found
   again in the next run. */
static void take(mending *m, const zt_diag *d)
{
    if (d->fix_count == 0 || !d->pos.file || !is_own_file(m->work, d->pos.file) ||
        (m->codes && !zt_str_in_words(zt_str_from(d->code), m->codes)))
        return;
    mended_file *file = file_of(m, d->pos.file);
    zt_edit *edits;
    size_t count = zt_remedy_edits(m->work->arena, d, file->bytes, &edits);
    if (count == 0 || !are_apart(file, edits, count))
        return;
    add_edits(m->work->arena, file, edits, count);
    tell(m, file, d, edits, count);
}

/* The whole new file, byte order mark and all. */
static zt_str made_of(const mending *m, const mended_file *file)
{
    zt_buf made;
    zt_buf_init(&made, m->work->arena);
    zt_buf_puts(&made, file->marked ? BOM : "");
    zt_str text = zt_edits_made(m->work->arena, file->bytes, file->edits.items, file->edits.count);
    zt_buf_add(&made, text.data, text.len);
    return zt_buf_view(&made);
}

/* The arguments of one document, for an attempt. */
typedef struct mend_job {
    zhitu *session;
    const char *path;
    const zhitu_job *job;
    const char *codes;
    bool dry_run;
    void (*sink)(void *self, const char *data, size_t len);
} mend_job;

/* Whether a file with remedies is in another encoding than UTF-8. */
static bool is_encoded(const mending *m)
{
    for (size_t i = 0; i < m->files.count; i++)
        if (!m->files.items[i].bytes.data)
            return true;
    return false;
}

/* fix-none: why nothing changes, for who expected it. */
static void tell_none(const mending *m)
{
    zt_pos at = {m->work->path, 0, 0};
    if (zt_diags_count(m->said) > 0)
        return;
    if (is_encoded(m))
        zt_report(m->said, ZT_NOTE, "fix-none", at, "只改 UTF-8 的文件；请先另存为 UTF-8",
                  "only files in UTF-8 are changed; save it as UTF-8 first");
    else if (m->codes)
        zt_report(m->said, ZT_NOTE, "fix-none", at, "没有可由程序改的（--code %s）；其余须由人改",
                  "nothing that a program can mend (--code %s); the rest is for people", m->codes);
    else
        zt_report(m->said, ZT_NOTE, "fix-none", at, "没有可由程序改的；其余须由人改",
                  "nothing that a program can mend; the rest is for people");
}

/* Writes the changed files, or shows what would change in them. */
static void finish(const mending *m, const mend_job *one)
{
    for (size_t i = 0; i < m->files.count; i++) {
        const mended_file *file = &m->files.items[i];
        zt_buf diff;
        zt_buf_init(&diff, m->work->arena);
        if (file->edits.count == 0)
            continue;
        if (one->dry_run) {
            zt_edits_diff(&diff, file->path, file->bytes, file->edits.items, file->edits.count);
            one->sink(one->session->config.self, diff.data, diff.len);
            continue;
        }
        zt_str made = made_of(m, file);
        if (!zt_file_rewrite(m->said, file->path, made.data, made.len))
            return;
    }
}

/* In a dry run the findings are those of the document as it is, and fix-none; else those of the
   changed one are told by the check that follows. */
static zhitu_status mend_one(void *self)
{
    const mend_job *one = self;
    zhitu *session = one->session;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_work work = zt_work_of_file(session, one->job, arena, one->path);
    zt_work_run(&work, ZHITU_SCENE);
    zt_verdict_raise(work.diags, work.job);
    zt_diags_sort(work.diags);
    mending m = {.work = &work, .codes = one->codes, .said = zt_diags_new(arena)};
    for (size_t i = 0; i < zt_diags_count(work.diags); i++)
        take(&m, zt_diags_at(work.diags, i));
    zt_session_demand_memory(session);
    bool none = zt_diags_count(m.said) == 0;
    tell_none(&m);
    finish(&m, one);
    if (none && one->dry_run)
        zt_diags_merge(work.diags, m.said);
    zhitu_status status =
        one->dry_run ? zt_work_report(&work) : zt_session_report(session, m.said, NULL, false);
    zt_arena_drop(arena);
    return status;
}

/* All documents of zhitu_mend, for an attempt. */
typedef struct mend_all_job {
    mend_job one;
    const char *const *paths;
    size_t count;
} mend_all_job;

static zhitu_status mend_all(void *self)
{
    const mend_all_job *all = self;
    zhitu *session = all->one.session;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zt_documents docs = {0};
    zt_documents_collect(arena, diags, &docs, all->paths, all->count, all->one.job);
    zt_documents_check_ids(arena, diags, &docs, all->one.job);
    zhitu_status status = zt_session_report(session, zt_diags_new(arena), NULL, false);
    for (size_t i = 0; i < docs.list.count; i++) {
        mend_job one = all->one;
        one.path = docs.list.items[i].path;
        if (docs.list.items[i].repeated || docs.list.items[i].part)
            continue;
        zhitu_status own = zt_session_attempt(session, one.path, mend_one, &one);
        status = own > status ? own : status;
    }
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_mend(zhitu *session, const char *const *paths, size_t count,
                        const zhitu_job *job, const char *codes, bool dry_run,
                        void (*sink)(void *self, const char *data, size_t len))
{
    zhitu_job check = *job;
    check.write = false;
    if (!zt_job_is_sound(&check))
        return ZHITU_USAGE;
    mend_all_job all = {{session, NULL, &check, codes, dry_run, sink}, paths, count};
    zhitu_status status = zt_session_attempt(session, NULL, mend_all, &all);
    if (dry_run || status >= ZHITU_ENVIRONMENT)
        return status;
    return zhitu_render(session, paths, count, &check);
}
