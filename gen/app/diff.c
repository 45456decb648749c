/* gen/app/diff.c — two states of a document compared: both through their stages in one arena, then
   what they say and their pages. */
#include "app/diff_imp.h"

#include <string.h>

#include "app/git_copy.h"
#include "base/file.h"

/* The arguments of zhitu_diff, for an attempt. */
typedef struct diff_job {
    zhitu *session;
    const char *before, *after;
    const zhitu_job *job;
    const zhitu_comparing *how;
    bool *differs;
    void (*sink)(void *self, const char *data, size_t len);
    bool of_folder; /* as text, only documents that differ are told */
} diff_job;

/* A state, before its pages. Its findings are those of check and are told only when they keep it
   from being read: what changed is the question here. One of a revision is set with the templates
   and fonts of today: a change of theirs is no change of the document. */
static zt_work side_of(const diff_job *d, zt_arena *arena, const zt_git_copy *copy)
{
    zt_work work = zt_work_of_file(d->session, d->job, arena, copy->path);
    if (copy->folder) {
        zt_places places = zt_session_places(d->session, arena, copy->plain);
        places.root = copy->folder;
        work.places = places;
    }
    zt_work_read(&work, ZHITU_SCENE);
    zt_work_failed(&work); /* levels of the job and the project hold here too */
    return work;
}

/* Both models are wanted; pages are compared where both have some. */
static bool is_read(const zt_work *work)
{
    return work->doc && work->source && work->source->root && !zt_diags_failed(work->diags);
}

static zhitu_status worse(zhitu_status a, zhitu_status b)
{
    return a > b ? a : b;
}

/* With the names of files as they are told. */
static zt_diags *told(zt_work *work, const zt_git_copy *copy)
{
    if (!copy->folder)
        return work->diags;
    zt_diags *diags = zt_diags_new(work->arena);
    for (size_t i = 0; i < zt_diags_count(work->diags); i++) {
        const zt_diag *diag = zt_diags_at(work->diags, i);
        zt_pos at = diag->pos;
        at.file = zt_git_copy_shown(work->arena, copy, at.file);
        zt_diags_repeat(diags, diag, at);
    }
    return diags;
}

static zhitu_status refuse(const diff_job *d, zt_work *works, const zt_git_copy *copies)
{
    zhitu_status status = ZHITU_FINE;
    for (size_t i = 0; i < 2; i++) {
        if (is_read(&works[i]))
            continue;
        zhitu_status own =
            zt_session_report(d->session, told(&works[i], &copies[i]), works[i].source, false);
        status = worse(status, own);
    }
    return status;
}

/* Reports compare-roots: a graphic and a report have nothing to be compared by. */
static bool same_roots(const zt_work *works)
{
    if (works[0].doc->root == works[1].doc->root)
        return true;
    zt_report(works[1].diags, ZT_ERROR, "compare-roots", works[1].source->root->at,
              "旧稿是 <%s>，这里是 <%s>，无从比较；请给同一种稿件",
              "the old document is a <%s>, this is a <%s>: give two of one kind",
              zt_root_name(works[0].doc->root), zt_root_name(works[1].doc->root));
    return false;
}

static zt_diff compare(const diff_job *d, zt_work *works, const zt_git_copy *old)
{
    zt_arena *arena = works[0].arena;
    zt_diff c = {
        .before = d->before, .after = d->after, .folder = old->folder, .shown = old->shown};
    for (size_t i = 0; i < 2; i++)
        zt_work_make(&works[i], ZHITU_SCENE);
    c.changes = zt_changes_of(arena, works[0].doc, works[1].doc);
    bool old_pages = works[0].book && works[0].book->page_count > 0,
         new_pages = works[1].book && works[1].book->page_count > 0;
    if (old_pages && new_pages)
        c.pages = zt_page_changes_of(arena, c.changes->before, works[0].book, c.changes->after,
                                     works[1].book);
    else if (old_pages) {
        c.pages_why_zh = "新稿排不成版（zhitu check 说明原因）";
        c.pages_why_en = "the new document has no pages (zhitu check says why)";
    } else {
        c.pages_why_zh = "旧稿排不成版（zhitu check 说明原因）";
        c.pages_why_en = "the old document has no pages (zhitu check says why)";
    }
    return c;
}

/* What is written to standard output, after it is certain that memory sufficed. */
static void say(const diff_job *d, zt_arena *arena, const zt_diff *c)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    if (d->how->json)
        zt_diff_json(arena, &out, c);
    else if (d->how->text && !(d->of_folder && !*d->differs))
        zt_diff_text(arena, &out, c, d->session->config.lang == ZHITU_EN ? ZT_LANG_EN : ZT_LANG_ZH);
    zt_session_demand_memory(d->session);
    if (out.len)
        d->sink(d->session->config.self, out.data, out.len);
}

/* Reports compare-pages: there is nothing to picture. */
static zhitu_status refuse_pictures(const diff_job *d, zt_arena *arena)
{
    zt_diags *diags = zt_diags_new(arena);
    zt_report(diags, ZT_ERROR, "compare-pages", ZT_NOWHERE,
              "画不出前后对照：有一份排不成版；先用 zhitu check 查它",
              "both states cannot be pictured: one has no pages; ask zhitu check about it");
    return zt_session_report(d->session, diags, NULL, false);
}

static zhitu_status write_files(const diff_job *d, zt_work *works, const zt_diff *c)
{
    zt_diff_files files = {d->session, works[0].arena, d->job, &works[0], &works[1], c};
    zhitu_status status = ZHITU_FINE;
    if (d->how->sheet)
        status = zt_diff_write_sheet(&files);
    if (d->how->pictures)
        status = worse(status, c->pages ? zt_diff_write_pictures(&files)
                                        : refuse_pictures(d, works[0].arena));
    if (d->session->folder)
        zt_folder_settle(d->session->folder);
    return status;
}

/* Both states as files; false after a finding. */
static bool find_sides(const diff_job *d, zt_arena *arena, zt_diags *diags, zt_git_copy *copies)
{
    return zt_git_copy_make(arena, diags, d->before, d->after, &copies[0]) &&
           zt_git_copy_make(arena, diags, d->after, d->before, &copies[1]);
}

static zhitu_status diff_sides(const diff_job *d, zt_arena *arena, const zt_git_copy *copies)
{
    zt_work works[2] = {side_of(d, arena, &copies[0]), side_of(d, arena, &copies[1])};
    if (!is_read(&works[0]) || !is_read(&works[1]))
        return refuse(d, works, copies);
    if (!same_roots(works))
        return zt_session_report(d->session, works[1].diags, works[1].source, false);
    zt_diff c = compare(d, works, &copies[0]);
    *d->differs = zt_diff_differs(&c);
    say(d, arena, &c);
    return d->of_folder && !*d->differs ? ZHITU_FINE : write_files(d, works, &c);
}

static zhitu_status diff(void *self)
{
    const diff_job *d = self;
    zt_arena *arena = zt_memory_arena(d->session->memory);
    zt_diags *diags = zt_diags_new(arena);
    zt_git_copy copies[2];
    zhitu_status status = find_sides(d, arena, diags, copies)
                              ? diff_sides(d, arena, copies)
                              : zt_session_report(d->session, diags, NULL, false);
    zt_arena_drop(arena);
    return status;
}

/* A pair of two folders. */
static zhitu_status diff_pair(void *self, const char *before, const char *after, bool *differs)
{
    diff_job d = *(const diff_job *)self;
    d.before = before;
    d.after = after;
    d.differs = differs;
    d.of_folder = true;
    return zt_session_attempt(d.session, after, diff, &d);
}

static zhitu_status diff_folders(void *self)
{
    diff_job *d = self;
    const zt_folder_diff folders = {.session = d->session,
                                    .before = d->before,
                                    .after = d->after,
                                    .how = d->how,
                                    .sink = d->sink,
                                    .self = d,
                                    .compare = diff_pair};
    return zt_diff_folders(&folders, d->differs);
}

/* Whether the name may be one of a folder: git is not asked what lies in a revision. */
static bool may_be_folder(const char *name)
{
    return zt_is_git_name(name) ? !zt_str_ends(zt_str_from(name), ".xml") : zt_dir_exists(name);
}

static bool are_folders(const char *before, const char *after)
{
    return may_be_folder(before) && may_be_folder(after);
}

zhitu_status zhitu_diff(zhitu *session, const char *before, const char *after, const zhitu_job *job,
                        const zhitu_comparing *how, bool *differs,
                        void (*sink)(void *self, const char *data, size_t len))
{
    *differs = false;
    diff_job d = {session, before, after, job, how, differs, sink, false};
    if (are_folders(before, after))
        return zt_session_attempt(session, after, diff_folders, &d);
    return zt_session_attempt(session, after, diff, &d);
}
