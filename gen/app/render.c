/* gen/app/render.c — jobs: each document through its stages, to its files and findings. Documents
   do not depend on each other: one that fails, even for want of memory, leaves the others as they
   are. */
#include "app/output_names.h"
#include "app/documents.h"
#include "app/outputs.h"
#include "app/pipeline.h"
#include "app/verdict.h"

/* The higher status counts. */
static zhitu_status worse(zhitu_status a, zhitu_status b)
{
    return a > b ? a : b;
}

/* A page that stays empty for more than a tenth of its height is in the wrong template. */
static void note_slack(const zt_work *w)
{
    const double most = 0.1;
    if (!w->book || w->layout.overset || w->layout.slack <= most * w->book->pages[0]->height)
        return;
    zt_report(
        w->diags, ZT_NOTE, "page-slack", w->doc->template_at,
        "模板“%s”空出约 %d 毫米高；可换用较小的模板，或补充内容",
        "template “%s” stays empty for about %d mm; a smaller one, or more content would fill it",
        w->template_->name, (int)(zt_mm_from_pt(w->layout.slack) + 0.5));
}

/* The arguments of one document, for an attempt. */
typedef struct one_job {
    zhitu *session;
    const char *path;
    const zhitu_job *job;
    zt_output_names *names; /* NULL: it was refused for its id */
} one_job;

/* Findings are raised before it is decided whether the document may be published. */
static zhitu_status render_one(void *self)
{
    const one_job *one = self;
    zhitu *session = one->session;
    const zhitu_job *job = one->job;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_work work = zt_work_of_file(session, job, arena, one->path);
    zt_work_run(&work, ZHITU_SCENE);
    session->count.pages += work.book ? work.book->page_count : 0;
    note_slack(&work);
    if (one->names)
        zt_output_names_add(one->names, &work);
    zt_verdict_raise(work.diags, job);
    if (work.book && job->write && zt_verdict_passes(work.diags, job))
        zt_work_write(&work);
    zt_work_list_made(&work);
    zhitu_status status = zt_session_report(session, work.diags, work.source, job->strict);
    zt_arena_drop(arena);
    return status;
}

/* A document that gets no memory fails alone. */
static zhitu_status attempt_one(one_job one)
{
    return zt_session_attempt(one.session, one.path, render_one, &one);
}

/* The arguments of zhitu_render, for an attempt. */
typedef struct all_job {
    zhitu *session;
    const char *const *paths;
    size_t count;
    const zhitu_job *job;
} all_job;

/* Documents of one id are refused before anything is written; a file named twice is done once. */
static zhitu_status render_all(void *self)
{
    const all_job *all = self;
    zhitu *session = all->session;
    const zhitu_job *job = all->job;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zt_documents docs = {0};
    zt_documents_collect(arena, diags, &docs, all->paths, all->count);
    zt_documents_check_ids(arena, diags, &docs);
    zhitu_status status = zt_session_report(session, diags, NULL, job->strict);
    zt_output_names *names = zt_output_names_new(arena);
    for (size_t i = 0; i < docs.list.count; i++) {
        const zt_document *d = &docs.list.items[i];
        if (session->config.progress)
            session->config.progress(session->config.self, i, docs.list.count, d->path);
        session->count.documents += !d->repeated;
        one_job one = {session, d->path, job, d->refused ? NULL : names};
        if (!d->repeated && !(d->refused && job->write))
            status = worse(status, attempt_one(one));
    }
    if (session->config.progress)
        session->config.progress(session->config.self, docs.list.count, docs.list.count, NULL);
    if (session->folder)
        zt_folder_settle(session->folder);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_render(zhitu *session, const char *const *paths, size_t count,
                          const zhitu_job *job)
{
    if (!zt_job_is_sound(job))
        return ZHITU_USAGE;
    all_job all = {session, paths, count, job};
    return zt_session_attempt(session, NULL, render_all, &all);
}
