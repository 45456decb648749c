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
#include "app/output_stem.h"
#include "app/outputs.h"
#include "app/render.h"

/* A document that is to be made, or that is as it would be. */
typedef struct batch_task {
    zt_document *document;
    const zhitu_job *job;
    zt_stem_ahead stem;
    bool meets;       /* its files could have a name of another's */
    zt_record record; /* that holds; its id is NULL when there is none */
} batch_task;

/* The arguments of zhitu_render, for an attempt, and what becomes of them. */
typedef struct batch {
    zhitu *session;
    const char *const *paths;
    size_t count;
    const zhitu_job *jobs; /* each document is made by each of them */
    size_t job_count;
    const zhitu_job *job; /* the first */
    zt_arena *arena;
    zt_documents documents;
    ZT_VEC(batch_task) tasks;
    ZT_VEC(size_t) open; /* tasks that are to be made */
    size_t told;         /* tasks that are told of */
    zt_records *records; /* NULL: none are kept */
    zt_record *found;    /* document by document, job by job */
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
    size_t documents = b->documents.list.count;
    b->found = ZT_ARRAY(b->arena, documents * b->job_count, zt_record);
    bool again = b->records && !b->job->force && !b->job->previous;
    for (size_t i = 0; again && i < documents * b->job_count; i++) {
        zt_document *d = &b->documents.list.items[i / b->job_count];
        const zhitu_job *job = &b->jobs[i % b->job_count];
        if (zt_records_find(b->records, b->arena, d->path, job, &b->found[i]))
            d->id = b->found[i].id;
    }
}

/* Whether pages come in parts; the project may say so where the job does not. */
static bool has_parts(const batch *b, const char *path, const zhitu_job *job)
{
    bool has = false;
    zt_arena *scratch = zt_arena_beside(b->arena);
    zhitu_job own = *job;
    if (!own.formats) {
        zt_places places = zt_session_places(b->session, scratch, path);
        own.formats = zt_session_project(b->session, zt_diags_new(scratch), &places)->formats;
    }
    zt_output_list list = zt_job_outputs(scratch, &own);
    for (size_t i = 0; i < list.count; i++)
        has = has || list.items[i]->write_part;
    zt_arena_drop(scratch);
    return has;
}

/* A file named twice is done once. */
static void list_tasks(batch *b)
{
    for (size_t i = 0; i < b->documents.list.count * b->job_count; i++) {
        zt_document *d = &b->documents.list.items[i / b->job_count];
        const zhitu_job *job = &b->jobs[i % b->job_count];
        const zt_stem_facts facts = {d->id, d->template_name, d->slot, d->lang};
        batch_task task = {.document = d, .job = job, .record = b->found[i]};
        if (!d->refused && d->id)
            task.stem = zt_output_stem_ahead(b->arena, job, &facts);
        if (task.stem.text && task.stem.rest == ZT_REST_PAGES && has_parts(b, d->path, job))
            task.stem.rest = ZT_REST_PARTS;
        if (!d->repeated && !d->part)
            ZT_PUSH(b->arena, &b->tasks, task);
    }
}

static zt_stem_ahead *stems_of(const batch *b)
{
    zt_stem_ahead *stems = ZT_ARRAY(b->arena, b->tasks.count, zt_stem_ahead);
    for (size_t i = 0; i < b->tasks.count; i++)
        stems[i] = b->tasks.items[i].stem;
    return stems;
}

/* Ids that differ may come to one name by a pattern; neither is known to be the right one. */
static void refuse_twins(batch *b, zt_diags *diags)
{
    const size_t *twins = zt_stem_twins(b->arena, stems_of(b), b->tasks.count);
    for (size_t i = 0; i < b->tasks.count; i++) {
        const batch_task *task = &b->tasks.items[i], *twin = &b->tasks.items[twins[i]];
        if (twin == task || task->document->refused)
            continue;
        zt_report(
            diags, ZT_ERROR, "duplicate-output", task->document->id_at,
            "--name “%s”得出文件名“%s”，与“%s”的相同（不分大小写），会互相覆盖；请改 id 或 --name",
            "--name “%s” makes the name “%s”, which is one of “%s” (small and capital letters "
            "are one): it would be overwritten; change an id, or --name",
            task->job->name ? task->job->name : "{id}", task->stem.text, twin->document->path);
        task->document->refused = twin->document->refused = true;
    }
}

/* Whether the task is of the job's share; those of one group are where their leader is. */
static bool is_of_shard(const batch *b, const size_t *leaders, size_t i)
{
    size_t shards = b->job->shards;
    const zt_document *leader = b->tasks.items[leaders[i]].document;
    size_t place = (size_t)(leader - b->documents.list.items);
    return shards == 0 || place % shards == b->job->shard - 1;
}

/* Those whose files another would overwrite are not written, and those of other shards are not
   ours. */
static void choose_tasks(batch *b, const size_t *leaders)
{
    const zt_document *last = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < b->tasks.count; i++) {
        batch_task task = b->tasks.items[i];
        if (!is_of_shard(b, leaders, i))
            continue;
        b->session->count.documents += task.document != last;
        last = task.document;
        if (!(task.document->refused && b->job->write))
            b->tasks.items[kept++] = task;
    }
    b->tasks.count = kept;
}

/* Who has to be made after whom, by the same process. */
static size_t *find_leaders(batch *b)
{
    size_t count = b->tasks.count;
    size_t *owners = ZT_ARRAY(b->arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        owners[i] = (size_t)(b->tasks.items[i].document - b->documents.list.items);
    size_t *leaders = zt_group_leaders(b->arena, stems_of(b), owners, count);
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
    return zt_render_document(b->session, task->job, task->document->path,
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
        zt_records_begin(b->records, d->path, d->id, b->tasks.items[i].job);
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
    size_t count = b->documents.list.count * b->job_count;
    return job->processes > 0 && (count > 1 || job->seconds > 0 || job->bytes > 0);
}

/* One document alone is always made. */
static void open_records(batch *b)
{
    if (b->job->processes > 0 && b->documents.list.count * b->job_count > 1)
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
    list_tasks(b);
    refuse_twins(b, diags);
    b->status = zt_session_report(session, diags, NULL, b->job->strict);
    b->names = zt_output_names_new(b->arena);
    choose_tasks(b, find_leaders(b));
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

zhitu_status zhitu_render_all(zhitu *session, const char *const *paths, size_t count,
                              const zhitu_job *jobs, size_t job_count)
{
    for (size_t i = 0; i < job_count; i++)
        if (!zt_job_is_sound(&jobs[i]))
            return ZHITU_USAGE;
    batch b = {.session = session,
               .paths = paths,
               .count = count,
               .jobs = jobs,
               .job_count = job_count,
               .job = jobs};
    return job_count > 0 ? zt_session_attempt(session, NULL, render_all, &b) : ZHITU_USAGE;
}

zhitu_status zhitu_render(zhitu *session, const char *const *paths, size_t count,
                          const zhitu_job *job)
{
    return zhitu_render_all(session, paths, count, job, 1);
}
