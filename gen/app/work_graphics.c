/* gen/app/work_graphics.c — graphics that stand in a report: each is a document of its own, which
   goes through all stages before the pages of the report are planned. */
#include <string.h>

#include "app/pipeline.h"
#include "base/file.h"

/* One that is set already, by the name that <place> has; NULL: it is a file. */
static const zt_scene *given(const zt_work *w, const zt_placed *placed)
{
    for (size_t i = 0; i < w->given_count; i++)
        if (placed->graphic && strcmp(w->given[i].name, placed->graphic) == 0)
            return w->given[i].scene;
    return NULL;
}

/* Reports graphic-missing and graphic-outside; NULL then. */
static const char *path_of(const zt_work *w, zt_str name, zt_pos at)
{
    const char *path = NULL;
    switch (zt_path_reach(w->arena, w->path, w->places.root, name, &path)) {
    case ZT_REACH_FILE:
        return path;
    case ZT_REACH_NONE:
        zt_report(w->diags, ZT_ERROR, "graphic-missing", at, "没有稿件“%.*s”",
                  "there is no document “%.*s”", ZT_ARG(name));
        break;
    case ZT_REACH_OUTSIDE:
        zt_report(w->diags, ZT_ERROR, "graphic-outside", at, "稿件“%.*s”不在根目录之内",
                  "the document “%.*s” is not below the root", ZT_ARG(name));
        break;
    }
    return NULL;
}

/* A work of its own with the findings of the one that asks for it. */
static zt_work *inner_work(zt_work *w, const char *path, const char *template_name,
                           const zt_page_slot *slot)
{
    zhitu_job *job = ZT_NEW(w->arena, zhitu_job);
    *job = *w->job;
    job->template_name = template_name;
    job->slot = NULL;
    zt_work *inner = ZT_NEW(w->arena, zt_work);
    *inner = (zt_work){.session = w->session,
                       .job = job,
                       .arena = w->arena,
                       .diags = w->diags,
                       .path = path,
                       .places = w->places,
                       .slot = slot};
    ZT_PUSH(w->arena, &w->insets, inner);
    return inner;
}

/* The root is asked for before anything is set: a report that placed itself would have no end. */
zt_work *zt_work_read_graphic(zt_work *w, zt_str name, zt_pos at, const char *template_name,
                              const zt_page_slot *slot)
{
    const char *path = path_of(w, name, at);
    if (!path)
        return NULL;
    zt_work *inner = inner_work(w, path, template_name, slot);
    size_t errors = zt_diags_severity_count(w->diags, ZT_ERROR);
    zt_work_read(inner, ZHITU_SCENE);
    if (inner->doc && inner->doc->root != ZT_ROOT_GRAPHIC) {
        zt_report(w->diags, ZT_ERROR, "graphic-root", at, "“%.*s”不是一张图，不能放进版面",
                  "“%.*s” is no graphic and cannot stand on a page", ZT_ARG(name));
        return NULL;
    }
    bool sound = zt_diags_severity_count(w->diags, ZT_ERROR) == errors;
    return sound && inner->doc && inner->template_ ? inner : NULL;
}

/* Its page; NULL after a finding. */
static const zt_scene *set_graphic(zt_work *w, const zt_placed *placed)
{
    zt_work *inner = zt_work_read_graphic(w, zt_str_from(placed->graphic), placed->graphic_at,
                                          placed->template_name, NULL);
    if (!inner)
        return NULL;
    zt_work_make_graphic(inner, ZHITU_SCENE);
    return inner->book ? inner->book->pages[0] : NULL;
}

void zt_work_set_graphics(zt_work *w, zt_setting *setting)
{
    zt_set_graphic *list = ZT_ARRAY(w->arena, w->doc->block_count, zt_set_graphic);
    size_t count = 0;
    for (size_t i = 0; i < w->doc->block_count; i++) {
        const zt_placed *placed = zt_content_of(w->doc->blocks + i, "place");
        if (!placed)
            continue;
        const zt_scene *scene = given(w, placed);
        list[count++] = (zt_set_graphic){placed, scene ? scene : set_graphic(w, placed)};
    }
    setting->graphics = list;
    setting->graphic_count = count;
}
