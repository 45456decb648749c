/* gen/app/publish.c — a document in all formats of its job, published together or not at all.
   Files are made in memory first; only when all of them are sound and no finding forbids it are
   they written as one set (base/folder.h). */
#include <string.h>

#include "app/output_stem.h"
#include "app/outputs.h"
#include "app/pipeline.h"
#include "app/verdict.h"
#include "base/file.h"

/* What is to be written, in memory. */
typedef struct out_files {
    ZT_VEC(zt_new_file) list;
} out_files;

bool zt_job_is_piped(const zhitu_job *job)
{
    return job->out_dir && strcmp(job->out_dir, "-") == 0;
}

/* "out" when the job names none. */
static const char *out_dir(const zt_work *w)
{
    return w->job->out_dir ? w->job->out_dir : "out";
}

static const char *file_name(const zt_work *w, const zt_output *output, const char *stem,
                             const char *mark, const char *part)
{
    return zt_arena_printf(w->arena, "%s%s%s.%s", stem, mark, part,
                           output->extension ? output->extension : output->name);
}

/* shuanghe.tuntu.csv. */
static void name_tables(const zt_work *w, const zt_output *output, size_t count,
                        zt_part_names *names)
{
    zt_data_tables tables = count > 1 ? zt_book_tables(w->arena, w->book) : (zt_data_tables){0};
    for (size_t i = 0; i < count; i++) {
        const char *part = count > 1 ? zt_table_file_name(w->arena, &tables, i) : "";
        const char *name =
            file_name(w, output, zt_output_stem(w, 0, 1), count > 1 ? "." : "", part);
        ZT_PUSH(w->arena, names, name);
    }
}

/* shuanghe-p02-cyan.png. */
static void name_parts(const zt_work *w, const zt_output *output, const zt_part_names *parts,
                       size_t count, zt_part_names *names)
{
    for (size_t i = 0; i < count; i++) {
        const char *stem = zt_output_stem(w, i / parts->count, count / parts->count);
        const char *name = file_name(w, output, stem, "-", parts->items[i % parts->count]);
        ZT_PUSH(w->arena, names, name);
    }
}

/* The files that the output writes for this document: shuanghe.pdf, or several: shuanghe-p02.png.
   Pages are counted as they lie in the file, from 1, whatever number is printed on them. Before
   there is a book, one of one page is assumed, whose parts nobody knows. */
static zt_part_names names_of(const zt_work *w, const zt_output *output)
{
    zt_export_options options = zt_job_options(w->arena, w->job);
    size_t count = w->book ? zt_output_count(output, w->arena, &options, w->book) : 1;
    zt_part_names names = {0}, parts = {0};
    if (w->book)
        parts = zt_output_parts(output, w->arena, &options, w->book);
    if (output->write_table)
        name_tables(w, output, count, &names);
    else if (parts.count)
        name_parts(w, output, &parts, count, &names);
    for (size_t i = 0; !output->write_table && !output->write_part && i < count; i++) {
        const char *name = file_name(w, output, zt_output_stem(w, i, count), "", "");
        ZT_PUSH(w->arena, &names, name);
    }
    return names;
}

/* Every output writes all its files in the folder of the job, whatever folder the document lies
   in. */
void zt_work_list_outputs(zt_work *w)
{
    zt_output_list list = zt_job_outputs(w->arena, w->job);
    w->outputs.count = 0;
    bool named = zt_output_stem(w, 0, 1) != NULL;
    for (size_t i = 0; named && i < list.count; i++) {
        zt_part_names names = names_of(w, list.items[i]);
        for (size_t k = 0; k < names.count; k++) {
            const char *path = zt_path_join(w->arena, out_dir(w), names.items[k]);
            ZT_PUSH(w->arena, &w->outputs, path);
        }
    }
}

/* no-chart: an output of tables has nothing to write. */
static bool report_no_chart(const zt_work *w, const zt_output *output)
{
    zt_report(w->diags, ZT_ERROR, "no-chart", w->doc->id_at,
              "没有图表，写不出 %s；从 -f 里去掉 %s，或加 <chart>",
              "there is no chart, so no %s to write; leave %s out of -f, or add a <chart>",
              output->name, output->name);
    return false;
}

/* All files of one output; false after a report. Pages link to each other by the names of their
   files. */
static bool write_format(zt_work *w, const zt_output *output, const zt_export_options *options,
                         out_files *files)
{
    zt_part_names names = names_of(w, output);
    const zt_export e = {.arena = w->arena,
                         .diags = w->diags,
                         .book = w->book,
                         .options = options,
                         .files = output->write_page ? names.items : NULL};
    for (size_t i = 0; i < names.count; i++) {
        zt_buf bytes;
        zt_buf_init(&bytes, w->arena);
        if (!zt_output_write(output, &e, i, &bytes))
            return false;
        zt_new_file file = {names.items[i], bytes.data, bytes.len};
        ZT_PUSH(w->arena, &files->list, file);
    }
    return names.count > 0 || report_no_chart(w, output);
}

/* All outputs of the job; false after a report. */
static bool write_formats(zt_work *w, out_files *files)
{
    zt_export_options options = zt_job_options(w->arena, w->job);
    zt_output_list list = zt_job_outputs(w->arena, w->job);
    for (size_t i = 0; i < list.count; i++)
        if (!write_format(w, list.items[i], &options, files))
            return false;
    return true;
}

/* The name that the page behind the last would have, or its first part. */
static const char *page_behind(const zt_work *w, const zt_output *output)
{
    size_t pages = w->book->page_count;
    zt_export_options options = zt_job_options(w->arena, w->job);
    zt_part_names parts = zt_output_parts(output, w->arena, &options, w->book);
    return file_name(w, output, zt_output_stem(w, pages, pages + 1), parts.count ? "-" : "",
                     parts.count ? parts.items[0] : "");
}

/* An issue that has become shorter: what an earlier one left would be taken for its pages. Such
   files are not ours to delete. Graphics have one page and no such names. */
static void note_pages_left(const zt_work *w)
{
    zt_output_list list = zt_job_outputs(w->arena, w->job);
    for (size_t i = 0; w->doc->root != ZT_ROOT_GRAPHIC && i < list.count; i++) {
        const char *name = page_behind(w, list.items[i]);
        if ((!list.items[i]->write_page && !list.items[i]->write_part) ||
            !zt_file_exists(zt_path_join(w->arena, out_dir(w), name)))
            continue;
        zt_report(w->diags, ZT_WARNING, "pages-left", w->doc->id_at,
                  "这次共 %zu 页，但文件夹里还有以前的 %s；请删去它和其后各页",
                  "this issue has %zu pages, but the folder has %s of an earlier one; delete it "
                  "and those after it",
                  w->book->page_count, name);
    }
}

/* Of standard output there is one, so that one file can go there. */
static bool hand_over(zt_work *w, const out_files *files)
{
    const zhitu_config *c = &w->session->config;
    if (files->list.count != 1 || !c->output) {
        zt_report(w->diags, ZT_ERROR, "several-outputs", w->doc->id_at,
                  "-o - 只能写一个文件，这里有 %zu 个；用 -f 只要一种格式，几页的图只能写进文件夹",
                  "-o - writes one file, and there are %zu; ask for one format with -f, and write "
                  "pictures of several pages to a folder",
                  files->list.count);
        return false;
    }
    zt_session_demand_memory(w->session);
    c->output(c->self, files->list.items[0].data, files->list.items[0].len);
    return true;
}

/* Into the folder of the job, all together. */
static bool write_files(zt_work *w, const out_files *files)
{
    zt_session_demand_memory(w->session);
    zt_folder *folder = zt_session_folder(w->session, w->diags, out_dir(w));
    if (!folder || !zt_folder_write(folder, w->diags, files->list.items, files->list.count))
        return false;
    note_pages_left(w);
    return true;
}

/* All formats are made in memory; the writers' own findings count before anything is published. */
void zt_work_write(zt_work *w)
{
    out_files files = {0};
    zt_stem_report(w);
    zt_work_make_twins(w);
    bool made = zt_output_stem(w, 0, 1) && write_formats(w, &files);
    zt_verdict_raise(w->diags, w->job);
    if (!made || !zt_verdict_passes(w->diags, w->job))
        return;
    bool handed = zt_job_is_piped(w->job);
    if (!(handed ? hand_over(w, &files) : write_files(w, &files)))
        return;
    w->published = true;
    zt_work_list_outputs(w);
    w->session->count.outputs += w->outputs.count;
    if (handed)
        return;
    const zhitu_config *c = &w->session->config;
    for (size_t i = 0; c->written && i < w->outputs.count; i++)
        c->written(c->self, w->outputs.items[i]);
}
