/* The text dump: a line an item, indented by depth, absolute coordinates to 0.01 pt. What golden
   tests compare, so every property that an output may paint stands in it. */
#include "base/file.h"
#include "scene/scene.h"

/* Places behind the point: finer than any press and coarse enough to stay equal between compilers.
 */
#define DECIMALS 2

/* The page while it is written; `depth` of the next line. */
typedef struct dump {
    zt_buf *out;
    const char *(*face_name)(const zt_face *);
    int depth;
} dump;

static void number(dump *d, double value)
{
    zt_buf_number(d->out, value, DECIMALS);
}

/* Two numbers, each behind a blank. */
static void pair(dump *d, double x, double y)
{
    zt_buf_putc(d->out, ' ');
    number(d, x);
    zt_buf_putc(d->out, ' ');
    number(d, y);
}

/* [x y w h] in the page's frame: dx and dy carry it there. */
static void rect(dump *d, zt_rect r, double dx, double dy)
{
    zt_buf_puts(d->out, " [");
    number(d, r.x + dx);
    pair(d, r.y + dy, r.w);
    zt_buf_putc(d->out, ' ');
    number(d, r.h);
    zt_buf_putc(d->out, ']');
}

/* key="value"; nothing for NULL. */
static void word(dump *d, const char *key, const char *value)
{
    if (!value)
        return;
    zt_buf_printf(d->out, " %s=", key);
    zt_buf_json(d->out, zt_str_from(value));
}

/* key=ink, then /tint unless it is solid, then +over. */
static void paint(dump *d, const char *key, zt_paint p)
{
    if (!p.ink)
        return;
    zt_buf_printf(d->out, " %s=%s", key, p.ink->name ? p.ink->name : "?");
    if (p.tint != 1) {
        zt_buf_putc(d->out, '/');
        zt_buf_number(d->out, p.tint, 3);
    }
    if (p.ink->overprint)
        zt_buf_puts(d->out, "+over");
}

/* The file's base name only: a golden dump must not depend on the folder it was made in. */
static void position(dump *d, zt_pos at)
{
    if (at.file)
        zt_buf_printf(d->out, " @%s:%d:%d", zt_path_base(at.file), at.line, at.column);
}

/* The letter of SVG's path data with absolute points. */
static void segment(dump *d, const zt_seg *seg, double dx, double dy)
{
    static const char letters[] = {'M', 'L', 'C', 'Z'};
    static const int points[] = {1, 1, 3, 0};
    zt_buf_putc(d->out, ' ');
    zt_buf_putc(d->out, letters[seg->kind]);
    for (int i = 0; i < points[seg->kind]; i++)
        pair(d, seg->p[i].x + dx, seg->p[i].y + dy);
}

/* All that decides how it is painted, then its segments. */
static void path(dump *d, const zt_path *p, double dx, double dy)
{
    zt_buf_puts(d->out, "path");
    rect(d, p->item.box, dx, dy);
    paint(d, "fill", p->fill);
    paint(d, "stroke", p->stroke);
    if (p->stroke.ink) {
        zt_buf_puts(d->out, " width=");
        zt_buf_number(d->out, p->width, 3);
        zt_buf_puts(d->out, p->cap == ZT_CAP_ROUND ? " round" : "");
    }
    if (p->dash[0] > 0) {
        zt_buf_puts(d->out, " dash");
        pair(d, p->dash[0], p->dash[1]);
    }
    if (p->clip) {
        zt_buf_puts(d->out, " clip");
        rect(d, *p->clip, dx, dy);
    }
    position(d, p->item.at);
    for (size_t i = 0; i < p->seg_count; i++)
        segment(d, &p->segs[i], dx, dy);
}

/* All that decides how it is painted, then its glyphs as id@x,y+advance in the run's frame. */
static void glyphs(dump *d, const zt_glyphs *run, double dx, double dy)
{
    zt_buf_puts(d->out, "glyphs");
    rect(d, run->item.box, dx, dy);
    zt_buf_printf(d->out, " %s ", d->face_name(run->face));
    zt_buf_number(d->out, run->size, 3);
    if (zt_glyphs_scale(run) < 1) {
        zt_buf_puts(d->out, " condense=");
        zt_buf_number(d->out, run->condense, 3);
    }
    paint(d, "ink", run->paint);
    zt_buf_puts(d->out, run->rotated ? " rotated" : "");
    zt_buf_puts(d->out, run->vertical ? " vertical" : "");
    zt_buf_puts(d->out, " from");
    pair(d, run->origin.x + dx, run->origin.y + dy);
    zt_buf_putc(d->out, ' ');
    zt_buf_json(d->out, run->text);
    position(d, run->item.at);
    for (size_t i = 0; i < run->glyph_count; i++) {
        const zt_glyph *glyph = &run->glyphs[i];
        zt_buf_printf(d->out, " %u@", (unsigned)glyph->id);
        number(d, glyph->x);
        zt_buf_putc(d->out, ',');
        number(d, glyph->y);
        zt_buf_putc(d->out, '+');
        number(d, glyph->advance);
    }
}

/* Shares of the picture, to a ten-thousandth. */
static void crop(dump *d, zt_rect part)
{
    const double values[] = {part.x, part.y, part.w, part.h};
    for (int i = 0; i < 4; i++) {
        zt_buf_puts(d->out, i ? " " : " [");
        zt_buf_number(d->out, values[i], 4);
    }
    zt_buf_putc(d->out, ']');
}

/* Size in pixels, colours and how it is turned; not the pixels themselves. */
static void image(dump *d, const zt_image *image, double dx, double dy)
{
    static const char *const colours[] = {"grey", "rgb", "cmyk"};
    const zt_picture *picture = image->picture;
    zt_buf_puts(d->out, "image");
    rect(d, image->item.box, dx, dy);
    zt_buf_printf(d->out, " %dx%d %s", picture->width, picture->height, colours[picture->colour]);
    if (picture->orientation != 1)
        zt_buf_printf(d->out, " orientation=%d", picture->orientation);
    zt_buf_puts(d->out, picture->alpha ? " alpha" : "");
    if (zt_image_is_cropped(image)) {
        zt_buf_puts(d->out, " crop");
        crop(d, image->crop);
    }
    zt_buf_puts(d->out, " ppi=");
    zt_buf_number(d->out, zt_image_ppi(image), 1);
    word(d, "path", zt_path_base(picture->path));
    position(d, image->item.at);
}

/* The group's own line; its items follow, one level deeper. */
static void group_line(dump *d, const zt_group *group, double dx, double dy)
{
    zt_buf_puts(d->out, "group");
    rect(d, group->item.box, dx, dy);
    if (group->role != ZT_ROLE_NONE)
        zt_buf_printf(d->out, " %s", zt_role_name(group->role));
    word(d, "block", group->block);
    word(d, "part", group->part);
    word(d, "id", group->id);
    word(d, "layer", group->layer);
    word(d, "alt", group->alt);
    word(d, "lang", group->lang);
    if (group->flow)
        zt_buf_printf(d->out, " flow=%u", (unsigned)group->flow);
    position(d, group->item.at);
}

/* One line an item. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    dump *d = self;
    for (int i = 0; i < d->depth; i++)
        zt_buf_puts(d->out, "  ");
    switch (item->kind) {
    case ZT_ITEM_GROUP:
        group_line(d, (const zt_group *)item, dx, dy);
        d->depth++;
        break;
    case ZT_ITEM_PATH:
        path(d, (const zt_path *)item, dx, dy);
        break;
    case ZT_ITEM_GLYPHS:
        glyphs(d, (const zt_glyphs *)item, dx, dy);
        break;
    case ZT_ITEM_IMAGE:
        image(d, (const zt_image *)item, dx, dy);
        break;
    case ZT_ITEM_LINK:
        zt_buf_puts(d->out, "link");
        rect(d, item->box, dx, dy);
        word(d, "uri", ((const zt_link *)item)->uri);
        word(d, "dest", ((const zt_link *)item)->dest);
        position(d, item->at);
        break;
    }
    zt_buf_putc(d->out, '\n');
}

/* Back by the level that the group opened. */
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    (void)group;
    (void)dx;
    (void)dy;
    ((dump *)self)->depth--;
}

/* The number that is printed on the page; nothing in a book that numbers none. */
static void label(dump *d, const zt_book *book, size_t page)
{
    zt_buf text;
    zt_buf_init(&text, d->out->arena);
    zt_page_label(&text, book, page);
    if (book->label_count)
        word(d, "label", text.data ? text.data : "");
}

/* Behind the pages: a line for each place that links lead to and for each entry of the outline. */
static void places(dump *d, const zt_book *book)
{
    for (size_t i = 0; i < book->dest_count; i++) {
        const zt_dest *dest = book->dests + i;
        zt_buf_puts(d->out, "dest");
        word(d, "id", dest->id);
        zt_buf_printf(d->out, " page %zu ", dest->page + 1);
        number(d, dest->y);
        zt_buf_putc(d->out, '\n');
    }
    for (size_t i = 0; i < book->bookmark_count; i++) {
        const zt_bookmark *mark = book->bookmarks + i;
        zt_buf_printf(d->out, "bookmark level %zu", mark->level);
        word(d, "title", mark->title);
        zt_buf_printf(d->out, " page %zu ", mark->page + 1);
        number(d, mark->y);
        zt_buf_putc(d->out, '\n');
    }
}

/* Each page begins with its trim, bleed and type area; its items follow, indented by the depth of
   their groups. */
void zt_book_dump(zt_buf *out, const zt_book *book, const char *(*face_name)(const zt_face *))
{
    dump d = {.out = out, .face_name = face_name};
    zt_visitor visitor = {&d, enter, leave};
    for (size_t i = 0; i < book->page_count; i++) {
        const zt_scene *page = book->pages[i];
        zt_buf_printf(out, "page %zu", i + 1);
        pair(&d, page->width, page->height);
        if (page->bleed > 0) {
            zt_buf_puts(out, " bleed=");
            number(&d, page->bleed);
        }
        if (page->marks)
            zt_buf_printf(out, " marks=%s%s", page->marks & ZT_MARK_CROP ? "c" : "",
                          page->marks & ZT_MARK_REGISTER ? "r" : "");
        zt_buf_puts(out, " type-area");
        rect(&d, page->type_area, 0, 0);
        label(&d, book, i);
        zt_buf_putc(out, '\n');
        zt_scene_walk(page->root, &visitor);
    }
    places(&d, book);
}
