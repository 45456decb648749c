/* gen/app/render.c — a document through its stages, to its files and findings. Documents do not
   depend on each other: one that fails, even for want of memory, leaves the others as they are. */
#include "app/render.h"

#include "app/verdict.h"

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
    zt_output_names *names; /* NULL: it needs no look at those of others */
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
    if (work.book)
        zt_policy_finish(work.policy, work.diags);
    session->count.pages += work.book ? work.book->page_count : 0;
    note_slack(&work);
    zt_work_compare_previous(&work);
    if (one->names)
        zt_output_names_add(one->names, &work);
    zt_verdict_raise(work.diags, work.job);
    if (!zt_work_failed(&work) && work.book && job->write &&
        zt_verdict_passes(work.diags, work.job))
        zt_work_write(&work);
    zt_work_list_made(&work);
    zhitu_status status = zt_work_report(&work);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zt_render_document(zhitu *session, const zhitu_job *job, const char *path,
                                zt_output_names *names)
{
    one_job one = {session, path, job, names};
    return zt_session_attempt(session, path, render_one, &one);
}
