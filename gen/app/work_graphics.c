/* gen/app/work_graphics.c — graphics that stand on pages: each is a document of its own. Those of a
   report are read before its pages are planned, and set at the width of their columns. */
#include <string.h>

#include "app/pipeline.h"
#include "base/file.h"
#include "template/report_style.h"

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
                       .project = w->project,
                       .policy = w->policy,
                       .inner = true,
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
    zt_work_failed(inner); /* what is accepted there does not count */
    bool sound = zt_diags_severity_count(w->diags, ZT_ERROR) == errors;
    return sound && inner->doc && inner->template_ ? inner : NULL;
}

zt_page_slot *zt_work_frame(zt_work *w, double width, double height, zt_pos at)
{
    zt_buf text;
    zt_buf_init(&text, w->arena);
    zt_buf_number(&text, width, 3);
    zt_buf_puts(&text, height > 0 ? "x" : "");
    if (height > 0)
        zt_buf_number(&text, height, 3);
    zt_buf_puts(&text, "pt");
    zt_page_slot *slot = ZT_NEW(w->arena, zt_page_slot);
    *slot = (zt_page_slot){
        .width = width, .height = height, .text = text.data, .at = at, .frame = true};
    return slot;
}

static zt_work *read_placed(zt_work *w, const zt_placed *placed, const zt_page_slot *slot)
{
    return zt_work_read_graphic(w, zt_str_from(placed->graphic), placed->graphic_at,
                                placed->template_name, slot);
}

/* Read anew for that width, then as high as it is, up to a page with the number below it. */
static const zt_scene *set_graphic(const zt_set_graphic *graphic, double width)
{
    const double number = 2; /* lines */
    zt_work *w = graphic->work;
    const zt_placed *placed = graphic->content;
    const zt_template *page = w->template_;
    zt_work *inner = read_placed(w, placed, zt_work_frame(w, width, 0, placed->graphic_at));
    if (!inner)
        return NULL;
    inner->template_ = zt_work_framed(inner, inner->template_);
    inner->template_->max_h =
        page->page_h - page->margin[0] - page->margin[2] - number * page->report->line;
    zt_work_make_graphic(inner, ZHITU_SCENE);
    return inner->book ? inner->book->pages[0] : NULL;
}

static const zt_scene *as_given(const zt_set_graphic *graphic, double width)
{
    (void)width;
    return graphic->scene;
}

/* Read, and set later; false after a finding. */
static bool read_graphic(zt_work *w, const zt_placed *placed, zt_set_graphic *out)
{
    const zt_scene *scene = given(w, placed);
    *out = (zt_set_graphic){.content = placed, .scene = scene, .set = as_given};
    if (scene) {
        out->own_width = scene->width;
        return true;
    }
    zt_work *inner = read_placed(w, placed, NULL);
    if (!inner)
        return false;
    out->set = set_graphic;
    out->work = w;
    out->own_width = inner->template_->page_w;
    out->title = zt_headline_blanks(w->arena, zt_rich_plain(w->arena, &inner->doc->title));
    return true;
}

void zt_work_read_graphics(zt_work *w, zt_setting *setting)
{
    zt_set_graphic *list = ZT_ARRAY(w->arena, w->doc->block_count, zt_set_graphic);
    size_t count = 0;
    for (size_t i = 0; i < w->doc->block_count; i++) {
        const zt_placed *placed = zt_content_of(w->doc->blocks + i, "place");
        count += placed && read_graphic(w, placed, &list[count]);
    }
    setting->graphics = list;
    setting->graphic_count = count;
}
