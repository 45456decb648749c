/* gen/app/previous.c — a document held against its last state: a slip of a scale or of a point is
   ten times or more, and stands in one state alone. */
#include <string.h>

#include "app/git_copy.h"
#include "app/pipeline.h"
#include "base/file.h"
#include "change/change.h"

/* The last state of this document: of a folder the file that lies in it as this one lies in its own
   folders, as deep as both have folders of the same names; the file of the same name when there is
   none. */
static const char *previous_of(const zt_work *w)
{
    const char *previous = w->job->previous;
    if (!zt_dir_exists(previous))
        return previous;
    for (const char *rest = w->path; rest; rest = strchr(rest, '/')) {
        rest += strspn(rest, "/");
        if (strncmp(rest, "../", 3) == 0 || strstr(rest, "/../"))
            continue; /* that would lead out of the folder */
        const char *path = zt_path_join(w->arena, previous, rest);
        if (zt_file_exists(path))
            return path;
    }
    return zt_path_join(w->arena, previous, zt_path_base(w->path));
}

/* Reports previous-unread at the root: nothing was compared, which must not look as if all were
   well. */
static void report_unread(const zt_work *w, const char *previous, const zt_diags *why)
{
    const char *zh = "它不是同一种稿件", *en = "it is another kind of document";
    for (size_t i = 0; i < zt_diags_count(why); i++)
        if (zt_diags_at(why, i)->severity == ZT_ERROR) {
            zh = zt_diags_at(why, i)->zh;
            en = zt_diags_at(why, i)->en;
            break;
        }
    zt_report(w->diags, ZT_WARNING, "previous-unread", w->doc->id_at,
              "没有与上一次的“%s”比较：%s；改正它，或另给 --previous",
              "not held against “%s”, the last state: %s; mend it, or name another --previous",
              previous, w->session->config.lang == ZHITU_EN ? en : zh);
}

static void report_jump(zt_diags *diags, const zt_change *change)
{
    zt_report(diags, ZT_WARNING, "scale-jump", change->at_after,
              "上一次是“%.*s”，这次“%.*s”，相差 %lld 倍；核对单位和小数点",
              "“%.*s” last time, “%.*s” now, %lld times; look at the unit and the decimal point",
              ZT_ARG(change->said), ZT_ARG(change->says), change->value.times);
}

void zt_work_compare_previous(zt_work *w)
{
    zt_git_copy copy;
    if (!w->job->previous || !w->doc || zt_diags_failed(w->diags))
        return;
    const char *name = previous_of(w);
    zt_diags *diags = zt_diags_new(w->arena);
    if (!zt_git_copy_make(w->arena, diags, name, w->path, &copy)) {
        report_unread(w, name, diags);
        return;
    }
    zt_work old = zt_work_of_file(w->session, w->job, w->arena, copy.path);
    old.places = w->places;
    old.places.root =
        copy.folder ? copy.folder : zt_session_places(w->session, w->arena, name).root;
    zt_work_read(&old, ZHITU_MODEL);
    if (!old.doc || zt_diags_failed(old.diags) || old.doc->root != w->doc->root) {
        report_unread(w, name, old.diags);
        return;
    }
    zt_changes *changes = zt_changes_of(w->arena, old.doc, w->doc);
    for (size_t i = 0; i < changes->list.count; i++)
        if (changes->list.items[i].value.jump)
            report_jump(w->diags, &changes->list.items[i]);
}
