/* gen/app/diff_folders.c — two folders compared, document by document: those of one name are two
   states of one document, another has come or gone. */
#include <stdlib.h>
#include <string.h>

#include "app/diff_imp.h"
#include "app/git_copy.h"
#include "app/project.h"
#include "base/file.h"
#include "base/json.h"

/* Names of documents, sorted by bytes. */
typedef struct name_list {
    ZT_VEC(const char *) names;
} name_list;

/* A document by its name, with where it lies in either; NULL: not there. */
typedef struct folder_pair {
    const char *before, *after;
} folder_pair;

typedef struct folder_diff {
    const zt_folder_diff *d;
    zt_arena *arena;
    zt_diags *diags;
    size_t changed, same, added, gone, unread;
} folder_diff;

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What a job on the folder would take. */
static bool is_document(const char *name)
{
    size_t len = strlen(name);
    return len > 4 && strcmp(name + len - 4, ".xml") == 0 && strcmp(name, ZT_PROJECT_FILE) != 0;
}

/* Reports cannot-read, git-failed; false after it. */
static bool list_names(const folder_diff *f, const char *folder, const char *other, name_list *out)
{
    char **names = zt_is_git_name(folder) ? zt_git_list(f->arena, f->diags, folder, other)
                                          : zt_dir_list_reported(f->arena, f->diags, folder);
    for (size_t i = 0; names && names[i]; i++)
        if (is_document(names[i]))
            ZT_PUSH(f->arena, &out->names, names[i]);
    if (out->names.count > 1)
        qsort(out->names.items, out->names.count, sizeof *out->names.items, by_bytes);
    return names != NULL;
}

/* git:REVISION stands for the folder of the other state. */
static const char *path_in(const folder_diff *f, const char *folder, const char *other,
                           const char *name)
{
    bool bare = zt_is_git_name(folder) && !strchr(folder + 4, ':');
    if (!bare)
        return zt_path_join(f->arena, folder, name);
    const char *colon = zt_is_git_name(other) ? strchr(other + 4, ':') : NULL;
    return zt_arena_printf(f->arena, "%s:%s", folder,
                           zt_path_join(f->arena, colon ? colon + 1 : other, name));
}

static void say(const folder_diff *f, const zt_buf *out)
{
    zt_session_demand_memory(f->d->session);
    if (out->len)
        f->d->sink(f->d->session->config.self, out->data, out->len);
}

/* A document that stands in one state alone. */
static void tell_alone(folder_diff *f, const folder_pair *pair)
{
    bool english = f->d->session->config.lang == ZHITU_EN;
    zt_buf out;
    zt_buf_init(&out, f->arena);
    f->added += pair->after != NULL;
    f->gone += pair->before != NULL;
    if (f->d->how->json) {
        zt_json_open(&out, NULL, '{');
        zt_json_word(&out, "old", pair->before);
        zt_json_word(&out, "new", pair->after);
        zt_json_flag(&out, "changed", true);
        zt_json_close(&out, '}');
        zt_buf_putc(&out, '\n');
    } else if (f->d->how->text && pair->after) {
        zt_buf_printf(&out, english ? "%s: a new document\n" : "%s：新增的稿件\n", pair->after);
    } else if (f->d->how->text) {
        zt_buf_printf(&out, english ? "%s: the document has gone\n" : "%s：这份稿件没有了\n",
                      pair->before);
    }
    say(f, &out);
}

static zhitu_status compare_pair(folder_diff *f, const folder_pair *pair)
{
    bool differs = false;
    zhitu_status status = f->d->compare(f->d->self, pair->before, pair->after, &differs);
    f->unread += status != ZHITU_FINE;
    f->changed += status == ZHITU_FINE && differs;
    f->same += status == ZHITU_FINE && !differs;
    return status;
}

static zhitu_status do_pair(folder_diff *f, const folder_pair *pair)
{
    if (pair->before && pair->after)
        return compare_pair(f, pair);
    tell_alone(f, pair);
    return ZHITU_FINE;
}

/* Names of both in one order. */
static zhitu_status walk(folder_diff *f, const name_list *old, const name_list *new_)
{
    const char *before = f->d->before, *after = f->d->after;
    zhitu_status worst = ZHITU_FINE;
    for (size_t i = 0, k = 0; i < old->names.count || k < new_->names.count;) {
        int order = i == old->names.count    ? 1
                    : k == new_->names.count ? -1
                                             : strcmp(old->names.items[i], new_->names.items[k]);
        folder_pair pair = {0};
        if (order <= 0)
            pair.before = path_in(f, before, after, old->names.items[i++]);
        if (order >= 0)
            pair.after = path_in(f, after, before, new_->names.items[k++]);
        zhitu_status status = do_pair(f, &pair);
        worst = status > worst ? status : worst;
    }
    return worst;
}

static void tell_sum(const folder_diff *f)
{
    zt_buf out;
    zt_buf_init(&out, f->arena);
    if (!f->d->how->text || f->d->how->json)
        return;
    zt_buf_printf(&out,
                  f->d->session->config.lang == ZHITU_EN
                      ? "%s -> %s: %zu documents changed, %zu did not, %zu new, %zu gone"
                      : "%s → %s：%zu 份有改动，%zu 份没有，新增 %zu 份，没有了 %zu 份",
                  f->d->before, f->d->after, f->changed, f->same, f->added, f->gone);
    if (f->unread)
        zt_buf_printf(&out,
                      f->d->session->config.lang == ZHITU_EN ? ", %zu could not be compared"
                                                             : "，%zu 份无法比较",
                      f->unread);
    zt_buf_putc(&out, '\n');
    say(f, &out);
}

zhitu_status zt_diff_folders(const zt_folder_diff *d, bool *differs)
{
    zt_arena *arena = zt_memory_arena(d->session->memory);
    folder_diff f = {.d = d, .arena = arena, .diags = zt_diags_new(arena)};
    name_list old = {0}, new_ = {0};
    zhitu_status status = ZHITU_FINE;
    if (list_names(&f, d->before, d->after, &old) && list_names(&f, d->after, d->before, &new_)) {
        status = walk(&f, &old, &new_);
        tell_sum(&f);
    }
    *differs = f.changed + f.added + f.gone > 0;
    zhitu_status own = zt_session_report(d->session, f.diags, NULL, false);
    zt_arena_drop(arena);
    return own > status ? own : status;
}
