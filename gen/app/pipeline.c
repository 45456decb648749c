/* gen/app/pipeline.c — one document through its stages: source, model and template; composition;
   page; findings. Each stage is given what those before have left in the zt_work and adds its
   own. Which stages run together is decided here: all that can be wrong with the files is said
   in one run, and no page is made from a document with errors. */
#include "app/pipeline.h"

#include "app/documents.h"

/* The job with what the project says where it says nothing. */
static const zhitu_job *job_in(const zt_project *project, zt_arena *arena, const zhitu_job *job)
{
    zhitu_job *own = ZT_NEW(arena, zhitu_job);
    *own = *job;
    own->theme = job->theme ? job->theme : project->theme;
    own->profile = job->profile ? job->profile : project->profile;
    own->formats = job->formats ? job->formats : project->formats;
    return own;
}

/* Levels of the command line go before those of the project. */
static zt_policy *policy_of(const zt_work *w)
{
    const zhitu_config *c = &w->session->config;
    zt_policy *policy = zt_policy_new(w->arena, w->path, w->places.root, w->job->final);
    zt_policy_add_levels(policy, c->levels, c->level_count);
    zt_policy_add_levels(policy, w->project->levels, w->project->level_count);
    zt_policy_set_baseline(policy, zt_session_baseline(w->session, w->diags), c->keys);
    return policy;
}

zt_work zt_work_of_file(zhitu *session, const zhitu_job *job, zt_arena *arena, const char *path)
{
    zt_work w = {.session = session,
                 .arena = arena,
                 .diags = zt_diags_new(arena),
                 .path = path,
                 .bytes = zt_document_input(job, path),
                 .places = zt_session_places(session, arena, path)};
    w.project = zt_session_project(session, w.diags, &w.places);
    w.job = job_in(w.project, arena, job);
    w.policy = policy_of(&w);
    return w;
}

/* Stages stop between each other: a stage is never run on the errors of one before. */
void zt_work_run(zt_work *w, zhitu_stage last)
{
    zt_work_read(w, last);
    zt_work_make(w, last);
}

void zt_work_make(zt_work *w, zhitu_stage last)
{
    if (last <= ZHITU_MODEL || zt_work_failed(w) || !w->doc || !w->template_)
        return;
    switch (w->doc->root) {
    case ZT_ROOT_GRAPHIC:
        zt_work_make_graphic(w, last);
        break;
    case ZT_ROOT_EDITION:
        zt_work_make_edition(w, last);
        break;
    case ZT_ROOT_REPORT:
        zt_work_make_report(w, last);
        break;
    }
}
