/* gen/app/made.c — what a document was made from: dependency files, watch and caches stand on
   it. From the work it gathers every file that was read, and the files that were or would be
   written, and hands them to the host's callback. */
#include <string.h>

#include "app/outputs.h"
#include "app/pipeline.h"
#include "base/file.h"
#include "base/utf8.h"

/* Paths without repetition, in the order in which they were read. */
typedef ZT_VEC(const char *) input_list;
typedef struct inputs {
    zt_arena *arena;
    input_list list, absent, folders;
} inputs;

static void add_once(zt_arena *arena, input_list *list, const char *path)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], path) == 0)
            return;
    ZT_PUSH(arena, list, path);
}

/* NULL is allowed and adds nothing. */
static void add(inputs *in, const char *path)
{
    if (path)
        add_once(in->arena, &in->list, path);
}

/* The folders are searched one after the other: those that do not have it. */
static void add_absent(inputs *in, const zt_work *w, const char *name)
{
    for (size_t i = 0; i < w->places.dir_count; i++) {
        const char *path = zt_path_join(in->arena, w->places.dirs[i], name);
        if (zt_file_exists(path))
            return;
        add_once(in->arena, &in->absent, path);
    }
}

/* A file of one of the folders that are searched, by what it is called there; NULL of others. */
static const char *name_in_folders(const zt_work *w, const char *path)
{
    for (size_t i = 0; i < w->places.dir_count; i++) {
        size_t len = strlen(w->places.dirs[i]);
        if (strncmp(path, w->places.dirs[i], len) == 0 && path[len] == '/')
            return path + len + 1;
    }
    return NULL;
}

/* build/../templates/x.xml: the folder of a build tree is found from the program's own place,
   and such a path holds only as long as that folder is there. */
static void add_resolved(inputs *in, const zt_work *w, const char *path)
{
    const char *name = name_in_folders(w, path);
    if (name)
        add_absent(in, w, name);
    const char *real = strstr(path, "/../") ? zt_path_real(in->arena, path) : NULL;
    add(in, real ? real : path);
}

/* The faces that the theme names, and the lock that they were held against. */
static void add_fonts(inputs *in, const zt_work *w)
{
    const zt_fonts *fonts = w->fonts;
    if (!fonts)
        return;
    if (zt_fonts_lock_path(fonts))
        add_resolved(in, w, zt_fonts_lock_path(fonts));
    for (size_t i = 0; i < w->template_->theme->font_count; i++) {
        const zt_font_role *role = &w->template_->theme->fonts[i];
        const char *path = zt_fonts_path(fonts, role->family, role->weight);
        if (path)
            add(in, path);
    }
}

/* All that one document was read from; graphics on its pages are documents as well. */
static void add_document(inputs *in, const zt_work *w)
{
    add(in, w->path);
    for (size_t i = 0; i < w->imports.list.count; i++)
        add(in, w->imports.list.items[i]);
    /* A picture that is still to come is waited for. */
    for (size_t i = 0; w->doc && i < w->doc->photos.count; i++)
        add(in, w->doc->photos.items[i]->path);
    if (w->template_) /* its file may have another name, and know this one by <also> */
        add_absent(in, w, zt_arena_printf(in->arena, "%s.xml", w->template_->name));
    for (size_t i = 0; w->template_ && i < w->template_->file_count; i++)
        add_resolved(in, w, w->template_->files[i]);
    if (w->template_ && w->template_->printing && w->template_->printing->icc &&
        zt_job_options(in->arena, w->job).profile->plates)
        add_resolved(in, w, w->template_->printing->icc);
    for (size_t i = 0; i < w->icon_files.count; i++)
        add_resolved(in, w, w->icon_files.items[i]);
    for (size_t i = 0; i < w->insets.count; i++)
        add_document(in, w->insets.items[i]);
}

static bool is_xml(const char *name)
{
    const char *ending = strrchr(name, '.');
    return ending && strcmp(ending, ".xml") == 0;
}

/* A template that was chosen among all: any of them may be better the next time. */
static void add_choice(inputs *in, const zt_work *w)
{
    for (size_t i = 0; zt_work_is_auto(w) && i < w->places.dir_count; i++) {
        const char *folder = w->places.dirs[i];
        add_once(in->arena, &in->folders, folder);
        for (char **name = zt_dir_list(in->arena, folder); name && *name; name++)
            if (is_xml(*name))
                add_resolved(in, w, zt_path_join(in->arena, folder, *name));
    }
}

/* Also for a document that failed: make must know what to wait for. */
void zt_work_list_made(zt_work *w)
{
    const zhitu_config *c = &w->session->config;
    if (!c->made)
        return;
    inputs in = {.arena = w->arena};
    add_document(&in, w);
    if (w->project && w->project->path)
        add(&in, w->project->path);
    else /* one that is written later changes what is made */
        add_once(in.arena, &in.absent, zt_path_join(in.arena, w->places.root, ZT_PROJECT_FILE));
    if (w->project && w->project->house_path)
        add(&in, w->project->house_path);
    if (c->baseline)
        add(&in, c->baseline);
    if (w->words)
        add_resolved(&in, w, w->words);
    add_fonts(&in, w);
    add_choice(&in, w);
    for (size_t i = 0; i < w->twins.count; i++) {
        add_document(&in, w->twins.items[i]);
        add_choice(&in, w->twins.items[i]);
    }
    if (!w->published)
        zt_work_list_outputs(w);
    zhitu_made made = {.document = zt_utf8_printable(w->arena, w->path),
                       .outputs = w->outputs.items,
                       .output_count = w->outputs.count,
                       .inputs = in.list.items,
                       .input_count = in.list.count,
                       .absent = in.absent.items,
                       .absent_count = in.absent.count,
                       .folders = in.folders.items,
                       .folder_count = in.folders.count,
                       .page_count = w->book ? w->book->page_count : 0,
                       .published = w->published};
    c->made(c->self, &made);
}
