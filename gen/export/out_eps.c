/* EPS: one file a page in the inks of the press, for make-up systems. Its box holds the bleed. */
#include <math.h>

#include "export/eps_imp.h"
#include "scene/press_marks.h"

/* Links are nothing on paper. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    switch (item->kind) {
    case ZT_ITEM_PATH:
        zt_eps_path(self, (const zt_path *)item, dx, dy);
        break;
    case ZT_ITEM_GLYPHS:
        zt_eps_run(self, (const zt_glyphs *)item, dx, dy);
        break;
    case ZT_ITEM_IMAGE:
        zt_eps_image(self, (const zt_image *)item, dx, dy);
        break;
    case ZT_ITEM_GROUP:
    case ZT_ITEM_LINK:
        break;
    }
}

/* The document structuring conventions (Adobe Technical Note 5001): box, inks, level. */
static void put_comments(const zt_eps *eps, zt_rect media, zt_buf *out)
{
    const zt_book *book = eps->e->book;
    const char *version = eps->e->options->version;
    zt_buf_printf(out, "%%!PS-Adobe-3.0 EPSF-3.0\n%%%%BoundingBox: 0 0 %.0f %.0f\n",
                  ceil(media.w - 1e-6), ceil(media.h - 1e-6));
    zt_buf_puts(out, "%%HiResBoundingBox: 0 0 ");
    zt_eps_numbers(out, (const double[]){media.w, media.h}, 2, 3);
    zt_buf_printf(out, "\n%%%%Creator: zhitu %s\n%%%%Title: ", version ? version : "");
    zt_eps_string(out, book->title && *book->title ? book->title : book->id);
    zt_buf_puts(out, "\n%%LanguageLevel: 3\n%%Pages: 1\n"
                     "%%DocumentProcessColors: Cyan Magenta Yellow Black\n");
    for (size_t i = 4; i < eps->plates.count; i++) {
        zt_buf_puts(out, i == 4 ? "%%DocumentCustomColors: " : "%%+ ");
        zt_eps_string(out, eps->plates.items[i].spot->spot);
        zt_buf_putc(out, '\n');
    }
    zt_buf_puts(out, "%%EndComments\n");
}

/* The frame of the scene: y down from the trim's top left. All names stand in a dictionary of our
   own, and the state of who places the file is saved. */
static void put_all(const zt_eps *eps, zt_rect media, zt_buf *out)
{
    put_comments(eps, media, out);
    zt_buf_puts(out, "%%BeginProlog\nsave 500 dict begin\n");
    zt_eps_procedures(eps, out);
    zt_buf_puts(out, "%%EndProlog\n%%Page: 1 1\n[1 0 0 -1 ");
    zt_eps_numbers(out, (const double[]){-media.x, media.h + media.y}, 2, 3);
    zt_buf_puts(out, "]concat 10 setmiterlimit\n");
    zt_buf_str(out, zt_buf_view(&eps->ops));
    zt_buf_puts(out, "end restore showpage\n%%Trailer\n%%EOF\n");
}

static bool write_page(const zt_export *e, const zt_scene *page, zt_buf *out)
{
    zt_eps eps = {.e = e,
                  .page = page,
                  .press = {e->arena, e->diags, e->book, {0}},
                  .plates = zt_plates_of(e->arena, e->options, e->book),
                  .to_process = zt_spots_to_process(e->options),
                  .outlines = {.arena = e->arena}};
    if (!zt_press_open(&eps.press))
        return false;
    zt_buf_init(&eps.glyphs, e->arena);
    zt_buf_init(&eps.ops, e->arena);
    zt_visitor visitor = {.self = &eps, .enter = enter};
    zt_scene_walk(page->root, &visitor);
    const zt_path *marks = zt_press_marks(e->arena, page);
    if (marks)
        zt_eps_marks(&eps, marks);
    if (!eps.failed)
        put_all(&eps, zt_scene_media(page, true), out);
    return !eps.failed;
}

static const zt_output_option options[] = {ZT_SPOTS_OPTION, {0}};

extern const zt_output zt_output_eps;
const zt_output zt_output_eps = {
    .name = "eps",
    .zh = "每页一个 EPS，四色和专色，文字转曲，供拼版系统",
    .en = "an EPS of each page in CMYK and spots, type as outlines, for make-up systems",
    .write_page = write_page,
    .options = options,
};
