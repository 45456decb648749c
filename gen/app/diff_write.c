/* gen/app/diff_write.c — what a comparison writes to files: the change sheet, and pictures of both
   states side by side. */
#include "app/diff_imp.h"

#include <string.h>

#include "base/file.h"
#include "change/side_by_side.h"
#include "change/sheet.h"

/* A job for one format of the comparison's own document. */
static zhitu_job *job_for(const zt_diff_files *d, const char *format)
{
    zhitu_job *job = ZT_NEW(d->arena, zhitu_job);
    *job = (zhitu_job){.out_dir = d->job->out_dir,
                       .formats = format,
                       .values = d->job->values,
                       .value_count = d->job->value_count,
                       .write = true};
    return job;
}

/* The templates of the samples come last: a house may have a sheet of its own. */
static zt_places with_samples(const zt_diff_files *d)
{
    zt_places places = d->after->places;
    size_t count = places.dir_count;
    for (size_t i = 0; i < count; i++) {
        const char *path = zt_path_join(d->arena, places.dirs[i], "gallery");
        if (places.dir_count < sizeof places.dirs / sizeof *places.dirs && zt_dir_exists(path))
            places.dirs[places.dir_count++] = path;
    }
    return places;
}

/* Sets the sheet as any other document; what its words are told for is the business of the
   documents they come from, so that only errors are handed on. */
zhitu_status zt_diff_write_sheet(const zt_diff_files *d)
{
    zt_lang lang = d->session->config.lang == ZHITU_EN ? ZT_LANG_EN : ZT_LANG_ZH;
    const char *id = zt_arena_printf(d->arena, "%s-changes", d->after->doc->id);
    zt_work work = {
        .session = d->session,
        .job = job_for(d, "pdf"),
        .arena = d->arena,
        .diags = zt_diags_new(d->arena),
        .path = zt_arena_printf(d->arena, "%s.xml", id),
        .places = with_samples(d),
        .bytes = zt_change_sheet(d->arena, d->diff, d->before->doc, d->after->doc, id, lang)};
    zt_work_run(&work, ZHITU_SCENE);
    if (zt_diags_failed(work.diags) || !work.book)
        return zt_session_report(d->session, work.diags, work.source, false);
    work.diags = zt_diags_new(d->arena);
    zt_work_write(&work);
    return zt_session_report(d->session, work.diags, work.source, false);
}

/* The pages of both, in pairs; one that differs in nothing is shown too, so that numbers agree. */
static zt_book *pictures_of(const zt_diff_files *d, const char *id)
{
    const zt_book *before = d->before->book, *after = d->after->book;
    zt_book *book = ZT_NEW(d->arena, zt_book);
    book->id = id;
    book->title = id;
    book->page_count =
        before->page_count > after->page_count ? before->page_count : after->page_count;
    book->pages = ZT_ARRAY(d->arena, book->page_count, zt_scene *);
    for (size_t i = 0; i < book->page_count; i++)
        book->pages[i] = zt_change_picture(d->arena, d->diff, before, after, i);
    return book;
}

/* Must come last: the pages become a part of the pictures. */
zhitu_status zt_diff_write_pictures(const zt_diff_files *d)
{
    zt_doc *doc = ZT_NEW(d->arena, zt_doc);
    doc->id = zt_arena_printf(d->arena, "%s-diff", d->after->doc->id);
    doc->id_at = d->after->doc->id_at;
    zt_work work = {.session = d->session,
                    .job = job_for(d, "png"),
                    .arena = d->arena,
                    .diags = zt_diags_new(d->arena),
                    .doc = doc,
                    .book = pictures_of(d, doc->id)};
    zt_work_write(&work);
    return zt_session_report(d->session, work.diags, NULL, false);
}
