/* gen/app/render.c — jobs: which documents, which ids, which files. */
#include <stdlib.h>
#include <string.h>

#include "app/pipeline.h"
#include "base/file.h"
#include "export/export.h"

typedef struct document {
    const char *path;
    const char *id; /* NULL when it cannot be told yet */
    bool refused;
    struct document *twin; /* the first of those with its id, if that is another */
} document;

typedef struct documents {
    ZT_VEC(document) list;
} documents;

static zhitu_status worse(zhitu_status a, zhitu_status b)
{
    return a > b ? a : b;
}

/* ---- which documents ---- */
static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

static void add_folder(zt_arena *arena, zt_diags *diags, documents *docs, const char *folder)
{
    char **names = zt_dir_list(arena, folder);
    size_t before = docs->list.count;
    for (size_t i = 0; names && names[i]; i++)
        if (ends_with(names[i], ".xml")) {
            document d = {.path = zt_path_join(arena, folder, names[i])};
            ZT_PUSH(arena, &docs->list, d);
        }
    if (docs->list.count == before)
        zt_report_env(diags, "cannot-read", ZT_NOWHERE, "文件夹“%s”里没有 .xml 文件",
                      "there are no .xml files in the folder “%s”", folder);
}

static void collect(zt_arena *arena, zt_diags *diags, documents *docs, const char *const *paths,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (zt_dir_exists(paths[i])) {
            add_folder(arena, diags, docs, paths[i]);
        } else {
            document d = {.path = paths[i]};
            ZT_PUSH(arena, &docs->list, d);
        }
    }
}

/* ---- ids ---- */
static const char *read_id(zt_arena *keep, const char *path)
{
    zt_arena *scratch = zt_arena_beside(keep);
    const char *id = NULL;
    zt_source *source = zt_xml_read(scratch, zt_diags_new(scratch), path, &zt_xml_limits_default);
    if (source && source->root) {
        zt_str text = zt_node_attr(source->root, "id", "");
        id = text.len ? zt_str_copy(keep, text).data : NULL;
    }
    zt_arena_drop(scratch);
    return id;
}

static int by_id(const void *a, const void *b)
{
    const document *left = *(document *const *)a, *right = *(document *const *)b;
    int order = strcmp(left->id, right->id);
    return order ? order : (left > right) - (left < right);
}

/* By sorting: of a thousand documents half a million pairs would be compared. */
static void find_twins(zt_arena *arena, documents *docs)
{
    document **sorted = ZT_ARRAY(arena, docs->list.count, document *);
    size_t count = 0;
    for (size_t i = 0; i < docs->list.count; i++)
        if (docs->list.items[i].id)
            sorted[count++] = &docs->list.items[i];
    qsort(sorted, count, sizeof(document *), by_id);
    for (size_t i = 1; i < count; i++) {
        document *before = sorted[i - 1];
        if (strcmp(before->id, sorted[i]->id) == 0)
            sorted[i]->twin = before->twin ? before->twin : before;
    }
}

/* Two documents of one id would write one file: refused before anything is written. */
static void check_ids(zt_arena *arena, zt_diags *diags, documents *docs)
{
    if (docs->list.count < 2)
        return;
    for (size_t i = 0; i < docs->list.count; i++)
        docs->list.items[i].id = read_id(arena, docs->list.items[i].path);
    find_twins(arena, docs);
    for (size_t i = 0; i < docs->list.count; i++) {
        document *d = &docs->list.items[i];
        if (!d->twin)
            continue;
        zt_report(diags, ZT_ERROR, "duplicate-output", (zt_pos){d->path, 1, 1},
                  "id=\"%s\" 与“%s”相同，两份文件会互相覆盖；请改其中一个 id",
                  "id=\"%s\" is also that of “%s”: their outputs would overwrite each other", d->id,
                  d->twin->path);
        d->refused = d->twin->refused = true;
    }
}

/* ---- files ---- */
typedef struct out_file {
    const char *path;
    zt_buf bytes;
} out_file;

typedef struct out_files {
    ZT_VEC(out_file) list;
} out_files;

static bool write_format(zt_work *w, const zt_output *output, const zt_export_options *options,
                         out_files *files)
{
    const char *dir = w->job->out_dir ? w->job->out_dir : "out";
    size_t pages = output->one_page ? w->book->page_count : 1;
    for (size_t page = 0; page < pages; page++) {
        out_file file;
        char *name =
            pages > 1 ? zt_arena_printf(w->arena, "%s-%zu.%s", w->doc->id, page + 1, output->name)
                      : zt_arena_printf(w->arena, "%s.%s", w->doc->id, output->name);
        file.path = zt_path_join(w->arena, dir, name);
        zt_buf_init(&file.bytes, w->arena);
        if (!output->write(w->arena, w->diags, w->book, page, options, &file.bytes))
            return false;
        ZT_PUSH(w->arena, &files->list, file);
    }
    return true;
}

static const zt_output *next_format(zt_str *rest)
{
    zt_str word;
    size_t i = 0;
    while (i < rest->len && rest->data[i] != ',')
        i++;
    word = zt_str_slice(*rest, 0, i);
    *rest = zt_str_slice(*rest, i + 1, rest->len);
    return zt_output_find(zt_str_trim(word));
}

/* All formats are made in memory first: a document that fails in one writes none. */
void zt_work_write(zt_work *w)
{
    zt_export_options options = {
        .profile = w->job->profile == ZHITU_PRESS ? ZT_PROFILE_PRESS : ZT_PROFILE_SCREEN,
        .ppi = w->job->ppi > 0 ? w->job->ppi : 150,
        .svg_text = w->job->svg_paths ? ZT_SVG_PATHS : ZT_SVG_TEXT,
        .pdf_writer = w->job->cairo_pdf ? ZT_PDF_CAIRO : ZT_PDF_OWN,
        .version = ZT_VERSION,
    };
    out_files files = {0};
    zt_str rest = zt_str_from(w->job->formats ? w->job->formats : "pdf,png");
    while (rest.len) {
        const zt_output *output = next_format(&rest);
        if (output && !write_format(w, output, &options, &files))
            return;
    }
    if (zt_diags_failed(w->diags) ||
        !zt_dir_make(w->diags, w->job->out_dir ? w->job->out_dir : "out"))
        return;
    zt_new_file *news = ZT_ARRAY(w->arena, files.list.count, zt_new_file);
    for (size_t i = 0; i < files.list.count; i++) {
        const out_file *f = &files.list.items[i];
        news[i] = (zt_new_file){f->path, f->bytes.data, f->bytes.len};
    }
    const zhitu_config *c = &w->session->config;
    zt_session_demand_memory(w->session);
    bool ok = zt_files_write(w->diags, news, files.list.count);
    for (size_t i = 0; ok && c->written && i < files.list.count; i++)
        c->written(c->self, files.list.items[i].path);
}

/* What a document was made from: dependency files, watch and caches stand on this list. */
static void tell_files_read(const zt_work *w)
{
    const zhitu_config *c = &w->session->config;
    if (!c->read)
        return;
    c->read(c->self, w->path);
    for (size_t i = 0; i < w->imports.list.count; i++)
        c->read(c->self, w->imports.list.items[i]);
    for (size_t i = 0; w->doc && i < w->doc->picture_count; i++)
        c->read(c->self, w->doc->pictures[i]->path);
    for (size_t i = 0; w->template_ && i < w->template_->file_count; i++)
        c->read(c->self, w->template_->files[i]);
    for (size_t i = 0; i < w->icon_files.count; i++)
        c->read(c->self, w->icon_files.items[i]);
    const zt_fonts *fonts = w->session->fonts;
    for (size_t i = 0; fonts && i < zt_fonts_file_count(fonts); i++)
        c->read(c->self, zt_fonts_file(fonts, i));
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

typedef struct one_job {
    zhitu *session;
    const char *path;
    const zhitu_job *job;
} one_job;

static zhitu_status render_one(void *self)
{
    const one_job *one = self;
    zhitu *session = one->session;
    const char *path = one->path;
    const zhitu_job *job = one->job;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_work work = {.session = session,
                    .job = job,
                    .arena = arena,
                    .diags = zt_diags_new(arena),
                    .path = path,
                    .places = zt_session_places(session, arena, path)};
    zt_work_run(&work, ZHITU_SCENE);
    note_slack(&work);
    bool held = zt_diags_failed(work.diags) ||
                (job->strict && zt_diags_severity_count(work.diags, ZT_WARNING) > 0);
    if (work.book && !held && job->write)
        zt_work_write(&work);
    tell_files_read(&work);
    zhitu_status status = zt_session_report(session, work.diags, work.source, job->strict);
    zt_arena_drop(arena);
    return status;
}

/* A document that gets no memory fails alone. */
static zhitu_status attempt_one(zhitu *session, const char *path, const zhitu_job *job)
{
    one_job one = {session, path, job};
    return zt_session_attempt(session, path, render_one, &one);
}

typedef struct all_job {
    zhitu *session;
    const char *const *paths;
    size_t count;
    const zhitu_job *job;
} all_job;

static zhitu_status render_all(void *self)
{
    const all_job *all = self;
    zhitu *session = all->session;
    const zhitu_job *job = all->job;
    zt_arena *arena = zt_memory_arena(session->memory);
    zt_diags *diags = zt_diags_new(arena);
    documents docs = {0};
    collect(arena, diags, &docs, all->paths, all->count);
    if (job->write)
        check_ids(arena, diags, &docs);
    zhitu_status status = zt_session_report(session, diags, NULL, job->strict);
    for (size_t i = 0; i < docs.list.count; i++) {
        const document *d = &docs.list.items[i];
        if (session->config.progress)
            session->config.progress(session->config.self, i, docs.list.count, d->path);
        if (!d->refused)
            status = worse(status, attempt_one(session, d->path, job));
    }
    if (session->config.progress)
        session->config.progress(session->config.self, docs.list.count, docs.list.count, NULL);
    zt_arena_drop(arena);
    return status;
}

zhitu_status zhitu_render(zhitu *session, const char *const *paths, size_t count,
                          const zhitu_job *job)
{
    all_job all = {session, paths, count, job};
    return zt_session_attempt(session, NULL, render_all, &all);
}
