/* gen/app/work_pages.c — what all pages share, whatever document they are of: how they are set,
   what their files say about them, how they are checked. */
#include <stdint.h>
#include <string.h>

#include "app/outputs.h"
#include "app/pipeline.h"
#include "layout/layout.h"
#include "scene/magnify.h"
#include "export/export.h"
#include "preflight/look.h"
#include "preflight/preflight.h"
#include "scene/hatch.h"
#include "scene/overprint.h"

/* SOURCE_DATE_EPOCH as an ISO day; NULL when it is absent or no number. */
static const char *epoch_date(const zt_work *w)
{
    const char *text = w->session->config.source_date_epoch;
    zt_num seconds;
    if (!text || !zt_num_parse(zt_str_from(text), &seconds) || seconds.decimals > 0 ||
        seconds.scaled < 0 || seconds.scaled > 253402300799) /* the last second of 9999 */
        return NULL;
    zt_day day = zt_day_from_number((long)(seconds.scaled / 86400));
    zt_buf iso;
    zt_buf_init(&iso, w->arena);
    zt_date_print(&iso, (zt_date){day, day, false}, ZT_DATE_ISO);
    return iso.data;
}

/* The text before the first of a mark, in the bytes from `from` on; all of it where there is none.
 */
static zt_str before_mark(zt_str text, size_t from, const char *mark)
{
    for (size_t at = from; at < text.len; at++)
        if (zt_str_starts(zt_str_slice(text, at, text.len), mark))
            return zt_str_slice(text, 0, at);
    return text;
}

/* The name of what has no title: the first clause of what is said of it, 号码条“便民热线”，8对 or
   照片：宜宾市东部产业园; of nothing, its id. */
static const char *title_of_alt(const zt_work *w)
{
    static const char *const marks[][3] = {{"。", "；", "："}, {". ", "; ", ": "}};
    zt_lang language = w->doc->language;
    const char *const *m = marks[language == ZT_LANG_EN];
    const size_t kind = strlen(ZT_IN(language, "照片：", "Photograph: ")) + 1;
    zt_str text = before_mark(before_mark(w->doc->alt, 0, m[0]), 0, m[1]);
    text = before_mark(text, kind, m[2]);
    if (language == ZT_LANG_EN && zt_str_ends(text, "."))
        text = zt_str_slice(text, 0, text.len - 1);
    return text.len ? zt_str_copy(w->arena, text).data : w->doc->id;
}

/* What the files say about themselves: title, language, date. The date is that of the issue,
   else SOURCE_DATE_EPOCH, never the clock: the same document gives the same file on every day. */
zt_book *zt_work_book(const zt_work *w)
{
    zt_book *book = ZT_NEW(w->arena, zt_book);
    book->id = w->doc->id;
    book->path = w->path;
    book->lang = w->doc->lang;
    if (w->template_) {
        book->printing = w->template_->printing;
        book->ink_limit = w->template_->theme->limits.ink;
        book->overprint_below = w->template_->theme->limits.overprint;
        if (w->doc->root == ZT_ROOT_GRAPHIC) {
            book->pixels = w->template_->theme->look.screen.pixels;
            book->high = w->template_->theme->look.screen.high;
        }
    }
    book->title = zt_headline_blanks(w->arena, zt_rich_plain(w->arena, &w->doc->title)).data;
    /* The words for a graphic are all that it shows: of a book that would be a book. */
    if (w->doc->root != ZT_ROOT_GRAPHIC)
        book->subject = zt_headline_blanks(w->arena, zt_rich_plain(w->arena, &w->doc->deck)).data;
    else if (w->doc->alt.len)
        book->subject = zt_str_copy(w->arena, w->doc->alt).data;
    if (!w->doc->alt_drafted)
        book->alt = zt_str_copy(w->arena, w->doc->alt).data;
    if (!book->title || !*book->title)
        book->title = title_of_alt(w);
    if (w->doc->has_issue)
        book->date = zt_str_copy(w->arena, zt_node_attr(w->source->root, "issue", "")).data;
    else
        book->date = epoch_date(w);
    return book;
}

/* Set anew: the page of the template becomes the frame, without margins, which the page of the
   paper has. */
zt_template *zt_work_framed(const zt_work *w, zt_template *template_)
{
    if (!w->slot || !w->slot->frame)
        return template_;
    zt_template *own = ZT_NEW(w->arena, zt_template);
    *own = *template_;
    own->page_w = w->slot->width;
    own->page_h = w->slot->height;
    own->bleed = 0;
    own->marks = 0;
    memset(own->margin, 0, sizeof own->margin);
    return own;
}

/* Nothing is set when words or faces are missing; the findings say which. */
bool zt_work_setting(zt_work *w, zt_setting *setting)
{
    zt_lexicon *lexicon = zt_session_lexicon(w->session, w->diags, &w->places, &w->words);
    if (!lexicon)
        return false;
    w->fonts = zt_session_fonts(w->session, &w->places);
    *setting = (zt_setting){
        .arena = w->arena,
        .diags = w->diags,
        .fonts = w->fonts,
        .template_ = w->template_,
        .icons = w->icons,
        .origins = &w->doc->origins,
        .lexicon = lexicon,
        .optional_total = w->composition ? w->composition->optional_total : 0,
        .draft = !w->job->final,
        .language = w->doc->language,
    };
    return true;
}

/* Areas of hatched inks become lines; most themes have none. */
static void hatch_pages(zt_work *w)
{
    bool hatched = false;
    for (size_t i = 0; i < w->template_->theme->ink_count; i++)
        hatched = hatched || w->template_->theme->inks[i].hatch > 0;
    for (size_t i = 0; hatched && i < w->book->page_count; i++)
        zt_scene_hatch(w->book->pages[i]);
}

/* A photograph and what is printed of it in black. */
typedef struct grey_pair {
    const zt_picture *from, *to;
} grey_pair;
/* Photographs while they are made grey: each once, wherever it stands. */
typedef struct greying {
    zt_work *w;
    ZT_VEC(grey_pair) known;
} greying;

static void make_grey(void *self, const zt_item *item, double dx, double dy)
{
    greying *g = self;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_IMAGE)
        return;
    zt_image *image = (zt_image *)(uintptr_t)item; /* the page is the work's own */
    for (size_t i = 0; i < g->known.count; i++)
        if (g->known.items[i].from == image->picture || g->known.items[i].to == image->picture) {
            image->picture = g->known.items[i].to;
            return;
        }
    grey_pair pair = {image->picture,
                      zt_grey_picture(g->w->arena, g->w->diags, item->at, image->picture)};
    ZT_PUSH(g->w->arena, &g->known, pair);
    image->picture = pair.to;
}

/* A theme without any colour has no colours in photographs either. */
static void grey_photographs(zt_work *w)
{
    const zt_theme *theme = w->template_->theme;
    greying g = {.w = w};
    zt_visitor visitor = {.self = &g, .enter = make_grey};
    for (size_t i = 0; i < theme->ink_count; i++)
        if (theme->inks[i].cmyk[0] + theme->inks[i].cmyk[1] + theme->inks[i].cmyk[2] > 0)
            return;
    for (size_t i = 0; i < w->book->page_count; i++)
        zt_scene_walk(w->book->pages[i]->root, &visitor);
}

void zt_work_settle_inks(zt_work *w)
{
    grey_photographs(w);
    hatch_pages(w);
    for (size_t i = 0; i < w->book->page_count; i++)
        zt_scene_knock_out(w->arena, w->book->pages[i], w->book->overprint_below,
                           w->book->ink_limit);
}

static zt_inspection inspection_of(const zt_work *w, zt_diags *diags)
{
    const zt_doc *shown =
        w->composition && w->doc->root == ZT_ROOT_GRAPHIC ? w->composition->shown : NULL;
    return (zt_inspection){.diags = diags,
                           .doc = shown ? shown : w->doc,
                           .template_ = w->template_,
                           .pages = (const zt_scene *const *)w->book->pages,
                           .page_count = w->book->page_count,
                           .final = w->job->final,
                           .press = zt_job_options(w->arena, w->job).profile->plates,
                           .dropped = w->layout.fit.dropped};
}

size_t zt_work_squint(const zt_work *w)
{
    zt_diags *unheard = zt_diags_new(w->arena);
    zt_inspection inspection = inspection_of(w, unheard);
    zt_look_at_pages(w->arena, &inspection);
    return zt_diags_severity_count(unheard, ZT_WARNING);
}

void zt_work_inspect(zt_work *w)
{
    zt_work_settle_inks(w);
    zt_inspection inspection = inspection_of(w, w->diags);
    zt_preflight_pages(&inspection);
    if (w->job->look)
        zt_look_at_pages(w->arena, &inspection);
    if (!zt_work_failed(w)) /* pages may lack what a finding tells of */
        zt_book_check(w->book, w->diags);
}

zt_layout_result zt_work_layout(const zt_work *w, zt_setting *setting)
{
    zt_layout_result layout = zt_layout_page(setting, w->composition->root);
    const zt_page_slot *slot = w->template_->slot;
    if (slot && slot->magnify > 0) {
        zt_scene_magnify(setting->scene, slot->magnify);
        layout.slack *= slot->magnify;
    }
    return layout;
}
