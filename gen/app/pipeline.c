/* gen/app/pipeline.c — one document through its stages: source, model and template; composition;
   page; findings. Each stage is given what those before have left in the zt_work and adds its
   own. Which stages run together is decided here: all that can be wrong with the files is said
   in one run, and no page is made from a document with errors. */
#include "app/pipeline.h"

#include "app/documents.h"

zt_work zt_work_of_file(zhitu *session, const zhitu_job *job, zt_arena *arena, const char *path)
{
    return (zt_work){.session = session,
                     .job = job,
                     .arena = arena,
                     .diags = zt_diags_new(arena),
                     .path = path,
                     .bytes = zt_document_input(job, path),
                     .places = zt_session_places(session, arena, path)};
}

/* Stages stop between each other: a stage is never run on the errors of one before. */
void zt_work_run(zt_work *w, zhitu_stage last)
{
    zt_work_read(w, last);
    zt_work_make(w, last);
}

void zt_work_make(zt_work *w, zhitu_stage last)
{
    if (last <= ZHITU_MODEL || zt_diags_failed(w->diags) || !w->doc || !w->template_)
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
