/* cairo_pdf OUT.pdf DOCUMENT [--template NAME] [--templates FOLDER]: the document as a plain PDF by
   cairo, to compare with ours. Says what is wrong with the document by codes. */
#include <stdio.h>
#include <string.h>

#include "app/pipeline.h"
#include "base/file.h"
#include "pdf_cairo.h"

static bool write_pdf(zt_work *work, const char *path)
{
    zt_buf out;
    zt_buf_init(&out, work->arena);
    zt_work_run(work, ZHITU_SCENE);
    bool ok = work->book && pdf_by_cairo(work->arena, work->diags, work->book, &out) &&
              zt_file_write(work->diags, path, out.data, out.len);
    for (size_t i = 0; !ok && i < zt_diags_count(work->diags); i++)
        fprintf(stderr, "cairo_pdf: %s\n", zt_diags_at(work->diags, i)->code);
    return ok;
}

int main(int argc, char **argv)
{
    zhitu_config config = {.lang = ZHITU_EN, .data_dir = ZT_SOURCE_DIR};
    zhitu_job job = {0};
    for (int i = 3; i + 1 < argc; i += 2)
        *(strcmp(argv[i], "--templates") == 0 ? &config.templates : &job.template_name) =
            argv[i + 1];
    if (argc < 3 || argc % 2 == 0)
        return fprintf(stderr, "usage: cairo_pdf OUT.pdf DOCUMENT [--template NAME]\n"), 2;
    zhitu *session = zhitu_open(&config);
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_work work = {.session = session,
                    .job = &job,
                    .arena = arena,
                    .diags = zt_diags_new(arena),
                    .path = argv[2],
                    .places = zt_session_places(session, arena, argv[2])};
    bool ok = write_pdf(&work, argv[1]);
    zt_arena_drop(arena);
    zhitu_close(session);
    return ok ? 0 : 1;
}
