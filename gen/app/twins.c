/* gen/app/twins.c — a document for screens: once more in each width that it holds for, so that a
   window shows the one that it has room for; and with colours of text that are read on any. */
#include <string.h>

#include "app/outputs.h"
#include "app/pipeline.h"
#include "scene/contrast.h"

/* Text on screens (WCAG 2.1, 1.4.3). */
#define CONTRAST_LEAST 4.5

/* Widths of a tablet held upright, and of a telephone, as slots: about 600 and 380 CSS pixels. */
static const char *const narrower[] = {"160mm", "100mm"};
enum { NARROWER = sizeof narrower / sizeof *narrower };

static bool is_asked(const zt_work *w)
{
    zt_output_list list = zt_job_outputs(w->arena, w->job);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i]->for_screens)
            return true;
    return false;
}

/* Blocks that the template leaves out, which it tells in notes. */
static size_t omitted(const zt_diags *diags)
{
    size_t count = 0;
    for (size_t i = 0; i < zt_diags_count(diags); i++)
        count += strcmp(zt_diags_at(diags, i)->code, "omitted") == 0;
    return count;
}

/* Set anew: the pages of the other outputs keep their colours. What there is to say of it has been
   said. NULL when it does not hold for the slot, or would leave more out. */
static const zt_book *set_again(zt_work *w, const char *template_name, const char *slot)
{
    zhitu_job *job = ZT_NEW(w->arena, zhitu_job);
    *job = *w->job;
    job->slot = slot ? slot : w->job->slot;
    job->template_name = template_name ? template_name : w->job->template_name;
    zt_work *twin = ZT_NEW(w->arena, zt_work);
    *twin = zt_work_of_file(w->session, job, w->arena, w->path);
    ZT_PUSH(w->arena, &w->twins, twin);
    twin->places = w->places;
    twin->bytes = w->bytes;
    twin->given = w->given;
    twin->given_count = w->given_count;
    zt_work_run(twin, ZHITU_SCENE);
    if (!twin->book || zt_diags_failed(twin->diags) || omitted(twin->diags) > omitted(w->diags))
        return NULL;
    for (size_t i = 0; i < twin->book->page_count; i++)
        zt_scene_raise_contrast(twin->book->pages[i], CONTRAST_LEAST);
    return twin->book;
}

/* The document's own template, or else the one that suits the width best. */
static const zt_book *set_narrower(zt_work *w, const char *slot)
{
    const zt_book *book = set_again(w, NULL, slot);
    return book ? book : set_again(w, "auto", slot);
}

/* A little narrower is not worth another picture. */
static bool is_narrower(const zt_book *book, const zt_book *than)
{
    return book && book->pages[0]->width < 0.85 * than->pages[0]->width;
}

void zt_work_make_twins(zt_work *w)
{
    if (!w->book || !w->book->page_count || !w->path || !is_asked(w))
        return;
    const zt_book **twins = ZT_ARRAY(w->arena, NARROWER + 1, const zt_book *);
    size_t count = 0;
    twins[count++] = set_again(w, NULL, NULL);
    if (!twins[0]) /* it was set before: only memory could be wanting */
        return;
    for (size_t i = 0; w->doc->root == ZT_ROOT_GRAPHIC && i < NARROWER; i++) {
        bool wider = twins[count - 1]->pages[0]->width > zt_pt_from_mm(100);
        const zt_book *book = wider ? set_narrower(w, narrower[i]) : NULL;
        if (is_narrower(book, twins[count - 1]))
            twins[count++] = book;
    }
    w->book->twins = twins;
    w->book->twin_count = count;
}
