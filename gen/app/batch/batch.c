/* gen/app/batch/batch.c — the documents of a job: which there are, who makes them, in what order
   their findings are told. They do not depend on each other; so they are shared out to processes,
   if the job allows some, and what comes of them is the same however many there are. */
#define _GNU_SOURCE /* sigabbrev_np */
#include <string.h>

#include "app/batch/groups.h"
#include "app/batch/pool.h"
#include "app/batch/records.h"
#include "app/batch/reply.h"
#include "app/documents.h"
#include "app/outputs.h"
#include "app/render.h"

/* A document that is to be made, or that is as it would be. */
typedef struct batch_task {
    const zt_document *document;
    bool meets;       /* its files could have a name of another's */
    zt_record record; /* that holds; its id is NULL when there is none */
} batch_task;

/* The arguments of zhitu_render, for an attempt, and what becomes of them. */
typedef struct batch {
    zhitu *session;
    const char *const *paths;
    size_t count;
    const zhitu_job *job;
    zt_arena *arena;
    zt_documents documents;
    ZT_VEC(batch_task) tasks;
    ZT_VEC(size_t) open; /* tasks that are to be made */
    size_t told;         /* tasks that are told of */
    zt_records *records; /* NULL: none are kept */
    zt_record *found;    /* document by document */
    zt_output_names *names;
    zhitu_status status;
    zt_reply reply; /* in a process of the pool */
} batch;

/* The higher status counts. */
static void add_status(batch *b, zhitu_status status)
{
    b->status = status > b->status ? status : b->status;
}

/* Tells how far the work is; `path` NULL: all is done. */
static void tell_progress(const batch *b, size_t done, const char *path)
{
    const zhitu_config *c = &b->session->config;
    if (c->progress)
        c->progress(c->self, done, b->tasks.count, path);
}

/* ---- which there are ---- */

/* What an earlier run says of them. It knows their ids, so that they are not read. */
static void find_records(batch *b)
{
    zt_record *found = ZT_ARRAY(b->arena, b->documents.list.count, zt_record);
    for (size_t i = 0;
         b->records && !b->job->force && !b->job->previous && i < b->documents.list.count; i++) {
        zt_document *d = &b->documents.list.items[i];
        if (zt_records_find(b->records, b->arena, d->path, b->job, &found[i]))
            d->id = found[i].id;
    }
    b->found = found;
}

/* A file named twice is done once; one whose files another would overwrite is not written. */
static void list_tasks(batch *b)
{
    for (size_t i = 0; i < b->documents.list.count; i++) {
        const zt_document *d = &b->documents.list.items[i];
        batch_task task = {.document = d, .record = b->found[i]};
        b->session->count.documents += !d->repeated;
        if (!d->repeated && !(d->refused && b->job->write))
            ZT_PUSH(b->arena, &b->tasks, task);
    }
}

/* Who has to be made after whom, by the same process. */
static size_t *find_leaders(batch *b)
{
    size_t count = b->tasks.count;
    const char **stems = ZT_ARRAY(b->arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        stems[i] = b->tasks.items[i].document->refused ? NULL : b->tasks.items[i].document->id;
    size_t *leaders = zt_group_leaders(b->arena, stems, count);
    for (size_t i = 0; i < count; i++)
        if (leaders[i] != i)
            b->tasks.items[i].meets = b->tasks.items[leaders[i]].meets = true;
    return leaders;
}

/* Of documents that could meet all are made, or none. */
static void open_groups(batch *b, const size_t *leaders)
{
    for (size_t i = 0; i < b->tasks.count; i++)
        if (!b->tasks.items[i].record.id)
            b->tasks.items[leaders[i]].record.id = NULL;
    for (size_t i = 0; i < b->tasks.count; i++)
        if (!b->tasks.items[leaders[i]].record.id)
            b->tasks.items[i].record.id = NULL;
}

/* Those that are to be made, and the leaders as they are counted there. */
static size_t *list_open(batch *b, const size_t *leaders)
{
    size_t *places = ZT_ARRAY(b->arena, b->tasks.count, size_t);
    size_t *open_leaders = ZT_ARRAY(b->arena, b->tasks.count, size_t);
    for (size_t i = 0; i < b->tasks.count; i++) {
        if (b->tasks.items[i].record.id)
            continue;
        places[i] = b->open.count;
        open_leaders[b->open.count] = places[leaders[i]];
        ZT_PUSH(b->arena, &b->open, i);
    }
    return open_leaders;
}

/* ---- what is told ---- */

/* Tasks up to that one that are as they were. */
static void tell_held(batch *b, size_t end)
{
    for (; b->told < end; b->told++)
        if (b->tasks.items[b->told].record.id)
            add_status(
                b, zt_reply_tell(b->session, b->tasks.items[b->told].record.reply, ZT_REPLY_AGAIN));
}

/* A task that was made comes next. */
static void tell_before(batch *b, size_t task)
{
    tell_held(b, task);
    b->told = task + 1;
}

/* ---- in this process ---- */

static zhitu_status make(batch *b, size_t i)
{
    const batch_task *task = &b->tasks.items[i];
    return zt_render_document(b->session, b->job, task->document->path,
                              task->meets ? b->names : NULL);
}

static void make_all_here(batch *b)
{
    for (size_t i = 0; i < b->tasks.count; i++) {
        tell_progress(b, i, b->tasks.items[i].document->path);
        add_status(b, make(b, i));
    }
    b->told = b->tasks.count;
}

/* ---- in others ---- */

/* What is said in a process of the pool is caught from its first task on. */
static void listen(batch *b)
{
    if (b->reply.out)
        return;
    if (b->records) {
        b->reply.made = zt_records_hear;
        b->reply.self = b->records;
    }
    zt_reply_listen(b->session, &b->reply);
}

/* One that was told that there is no memory has forgotten all it knew and may have lost more. */
static bool run_task(void *self, size_t open, zt_buf *out)
{
    batch *b = self;
    size_t i = b->open.items[open];
    const zt_document *d = b->tasks.items[i].document;
    listen(b);
    zt_reply_begin(b->session, &b->reply, out);
    if (b->records)
        zt_records_begin(b->records, d->path, d->id, b->job);
    zhitu_status status = make(b, i);
    zt_reply_end(b->session, &b->reply, status);
    if (b->records && status == ZHITU_FINE && !b->reply.of_moment)
        zt_records_end(b->records, zt_buf_view(out));
    return !b->reply.out_of_memory;
}

static void leave(void *self)
{
    batch *b = self;
    zt_session_settle(b->session);
    if (b->records)
        zt_records_settle(b->records);
}

static void task_done(void *self, size_t open, zt_str reply)
{
    batch *b = self;
    size_t i = b->open.items[open];
    tell_before(b, i);
    add_status(b, zt_reply_tell(b->session, reply, ZT_REPLY_FIRST));
    tell_progress(b, i + 1, b->tasks.items[i].document->path);
}

/* The name of a signal, or what else is known. */
static const char *crash_words(zt_arena *arena, zt_loss loss)
{
    const char *name = loss.by_signal ? sigabbrev_np(loss.detail) : NULL;
    if (name)
        return zt_arena_printf(arena, "SIG%s", name);
    return zt_arena_printf(arena, loss.by_signal ? "signal %d" : "exit %d", loss.detail);
}

static const char *seconds_words(zt_arena *arena, double seconds)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_number(&out, seconds, 3);
    return out.data;
}

static void report_loss(const batch *b, zt_diags *diags, zt_pos at, zt_loss loss)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    switch (loss.kind) {
    case ZT_LOST_CRASHED:
        zt_report(diags, ZT_ERROR, "document-crashed", at,
                  "程序在这份稿件上崩溃（%s），没有输出；其余稿件照常。请把稿件报给我们",
                  "the program crashed at this document (%s) and made nothing of it; the others "
                  "are made. Please send us the document",
                  crash_words(scratch, loss));
        break;
    case ZT_LOST_TIME:
        zt_report_env(diags, "document-timeout", at,
                      "超过每份稿件的时限 %s 秒（--timeout），没有输出；其余稿件照常",
                      "took longer than the %s seconds that a document may (--timeout) and was not "
                      "made; the others are made",
                      seconds_words(scratch, b->job->seconds));
        break;
    case ZT_LOST_MEMORY:
        zt_report_env(diags, "out-of-memory", at, "内存不足，没有输出；其余稿件照常",
                      "there was no memory for it and it was not made; the others are made");
        break;
    case ZT_LOST_NO_PROCESS:
        zt_report_env(diags, "no-process", at, "无法启动进程来排它：%s；用 -j 1 再试",
                      "no process could be started for it: %s; try again with -j 1",
                      strerror(loss.detail));
        break;
    }
    zt_arena_drop(scratch);
}

static void task_lost(void *self, size_t open, zt_loss loss)
{
    batch *b = self;
    size_t i = b->open.items[open];
    const zt_source unread = {.path = b->tasks.items[i].document->path};
    tell_before(b, i);
    zt_arena *scratch = zt_arena_beside(b->arena);
    zt_diags *diags = zt_diags_new(scratch);
    report_loss(b, diags, (zt_pos){unread.path, 0, 0}, loss);
    add_status(b, zt_session_report(b->session, diags, &unread, b->job->strict));
    if (loss.kind == ZT_LOST_CRASHED)
        add_status(b, ZHITU_BUG);
    zt_arena_drop(scratch);
    tell_progress(b, i + 1, b->tasks.items[i].document->path);
}

/* They are forked while this process has loaded nothing yet that has threads. */
static void make_all_elsewhere(batch *b, const size_t *leaders)
{
    const zhitu_job *job = b->job;
    size_t most = b->open.count < job->processes ? b->open.count : job->processes;
    const zt_pool_plan plan = {.process_count = most,
                               .task_count = b->open.count,
                               .leaders = leaders,
                               .seconds = job->seconds,
                               .bytes = job->bytes,
                               .memory = b->session->memory,
                               .memory_status = ZHITU_ENVIRONMENT,
                               .self = b,
                               .run = run_task,
                               .leave = leave,
                               .done = task_done,
                               .lost = task_lost};
    if (b->open.count > 0)
        zt_pool_run(b->arena, &plan);
    tell_held(b, b->tasks.count);
}

/* One document needs no process of its own, unless it has bounds. */
static bool wants_processes(const batch *b)
{
    const zhitu_job *job = b->job;
    size_t count = b->documents.list.count;
    return job->processes > 0 && (count > 1 || job->seconds > 0 || job->bytes > 0);
}

/* One document alone is always made. */
static void open_records(batch *b)
{
    if (b->job->processes > 0 && b->documents.list.count > 1)
        b->records = zt_records_open(b->arena, b->session, b->job);
}

static zhitu_status render_all(void *self)
{
    batch *b = self;
    zhitu *session = b->session;
    b->arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(b->arena);
    zt_documents_collect(b->arena, diags, &b->documents, b->paths, b->count, b->job);
    open_records(b);
    find_records(b);
    zt_documents_check_ids(b->arena, diags, &b->documents, b->job);
    b->status = zt_session_report(session, diags, NULL, b->job->strict);
    b->names = zt_output_names_new(b->arena);
    list_tasks(b);
    const size_t *leaders = find_leaders(b);
    open_groups(b, leaders);
    leaders = list_open(b, leaders);
    if (wants_processes(b))
        make_all_elsewhere(b, leaders);
    else
        make_all_here(b);
    tell_progress(b, b->tasks.count, NULL);
    zt_session_settle(session);
    zt_arena_drop(b->arena);
    return b->status;
}

zhitu_status zhitu_render(zhitu *session, const char *const *paths, size_t count,
                          const zhitu_job *job)
{
    if (!zt_job_is_sound(job))
        return ZHITU_USAGE;
    batch b = {.session = session, .paths = paths, .count = count, .job = job};
    return zt_session_attempt(session, NULL, render_all, &b);
}
