/* The JSON of `zhitu dump --stage=scene`: a flat list of items a page, in reading order. A block's
   group has the kind "group", a group that is only a part of a block the kind "part"; groups that
   merely move a frame are left out. Role, block, part and place pass down to what is inside. */
#include "base/file.h"
#include "base/json.h"
#include "scene/off_grid.h"
#include "scene/scene.h"

/* A third decimal, so that a box still lies in its block's box after both were rounded. */
#define DECIMALS 3

/* The list while it is written. */
typedef struct json {
    zt_buf *out;
    const char *(*face_name)(const zt_face *);
} json;

/* What items take over from the groups around them, the frame's offset in the page included. */
typedef struct json_context {
    zt_role role;
    const char *block, *part;
    zt_pos at;
    double dx, dy;
} json_context;

static const char *const kind_names[] = {"group", "path", "glyphs", "image", "link"};

/* [x, y, w, h] in the page's frame. */
static void box(json *j, zt_rect r, const json_context *in)
{
    const double values[] = {r.x + in->dx, r.y + in->dy, r.w, r.h};
    zt_json_open(j->out, "box", '[');
    for (int i = 0; i < 4; i++)
        zt_json_number(j->out, NULL, values[i], DECIMALS);
    zt_json_close(j->out, ']');
}

/* "file:line:column", or null for an item that no source asked for. */
static void at(json *j, zt_pos pos)
{
    const char *place =
        pos.file ? zt_arena_printf(j->out->arena, "%s:%d:%d", pos.file, pos.line, pos.column)
                 : NULL;
    zt_json_word(j->out, "at", place);
}

/* The ink that is seen first: a path's fill, else its stroke. */
static const char *ink_name(const zt_item *item)
{
    zt_paint paint = ZT_NO_PAINT;
    if (item->kind == ZT_ITEM_GLYPHS)
        paint = ((const zt_glyphs *)item)->paint;
    if (item->kind == ZT_ITEM_PATH) {
        const zt_path *path = (const zt_path *)item;
        paint = path->fill.ink ? path->fill : path->stroke;
    }
    return paint.ink ? paint.ink->name : NULL;
}

/* The members of an image's object that say which picture it is. */
static void picture(zt_buf *out, const zt_image *image)
{
    const zt_picture *p = image->picture;
    zt_json_word(out, "file", zt_path_base(p->path));
    zt_json_open(out, "pixels", '[');
    zt_json_int(out, NULL, p->width);
    zt_json_int(out, NULL, p->height);
    zt_json_close(out, ']');
    zt_json_int(out, "orientation", p->orientation);
    zt_json_number(out, "ppi", zt_image_ppi(image), 1);
}

/* Where a link leads: out of the book or to a place in it. */
static void target(zt_buf *out, const zt_link *link)
{
    if (link->uri)
        zt_json_word(out, "uri", link->uri);
    if (link->dest)
        zt_json_word(out, "dest", link->dest);
}

/* One element of the page's list; an item without a place has that of its group. */
static void item_object(json *j, const zt_item *item, const char *kind, const json_context *in)
{
    zt_json_open_line(j->out, NULL, '{');
    zt_json_word(j->out, "kind", kind);
    zt_json_word(j->out, "role", zt_role_name(in->role));
    zt_json_word(j->out, "block", in->block);
    zt_json_word(j->out, "part", in->part);
    box(j, item->box, in);
    zt_json_word(j->out, "ink", ink_name(item));
    at(j, item->at.file ? item->at : in->at);
    if (item->kind == ZT_ITEM_GLYPHS) {
        const zt_glyphs *run = (const zt_glyphs *)item;
        zt_json_string(j->out, "text", run->text);
        zt_json_number(j->out, "size", run->size, DECIMALS);
        zt_json_word(j->out, "font", j->face_name(run->face));
    }
    if (item->kind == ZT_ITEM_LINK)
        target(j->out, (const zt_link *)item);
    if (item->kind == ZT_ITEM_IMAGE)
        picture(j->out, (const zt_image *)item);
    zt_json_close(j->out, '}');
}

/* The group's own object where it is more than a frame, then its items. Passed by value: what a
   group hands down ends with it. */
static void group_items(json *j, const zt_group *group, json_context in)
{
    if (group->role != ZT_ROLE_NONE)
        in.role = group->role;
    if (group->block) {
        in.block = group->block;
        in.part = NULL;
    }
    if (group->part)
        in.part = group->part;
    if (group->item.at.file)
        in.at = group->item.at;
    bool whole = group->block || group->role == ZT_ROLE_DOCUMENT;
    if (whole || group->part || group->item.box.w > 0)
        item_object(j, &group->item, whole ? "group" : "part", &in);
    in.dx += group->dx;
    in.dy += group->dy;
    for (const zt_item *item = group->first; item; item = item->next) {
        if (item->kind == ZT_ITEM_GROUP)
            group_items(j, (const zt_group *)item, in);
        else
            item_object(j, item, kind_names[item->kind], &in);
    }
}

/* The printed number of a page; nothing in a book that numbers none. */
static void label(json *j, const zt_book *book, size_t page)
{
    zt_buf text;
    zt_buf_init(&text, j->out->arena);
    zt_page_label(&text, book, page);
    if (book->label_count)
        zt_json_string(j->out, "label", zt_buf_view(&text));
}

/* Page, from 1, and height of what links or the outline lead to. */
static void place(json *j, size_t page, double y)
{
    zt_json_int(j->out, "page", (long)page + 1);
    zt_json_number(j->out, "y", y, DECIMALS);
    zt_json_close(j->out, '}');
}

/* The lists of a book that has such places. */
static void places(json *j, const zt_book *book)
{
    if (book->dest_count) {
        zt_json_open(j->out, "dests", '[');
        for (size_t i = 0; i < book->dest_count; i++) {
            zt_json_open_line(j->out, NULL, '{');
            zt_json_word(j->out, "id", book->dests[i].id);
            place(j, book->dests[i].page, book->dests[i].y);
        }
        zt_json_close(j->out, ']');
    }
    if (book->bookmark_count) {
        zt_json_open(j->out, "bookmarks", '[');
        for (size_t i = 0; i < book->bookmark_count; i++) {
            zt_json_open_line(j->out, NULL, '{');
            zt_json_int(j->out, "level", (long)book->bookmarks[i].level);
            zt_json_word(j->out, "title", book->bookmarks[i].title);
            place(j, book->bookmarks[i].page, book->bookmarks[i].y);
        }
        zt_json_close(j->out, ']');
    }
}

/* The columns of a page that has them, and the edges that stand off them, in points. */
static void off_grid(json *j, const zt_scene *page)
{
    if (page->grid.columns == 0)
        return;
    zt_off_edges off = zt_scene_off_grid(j->out->arena, page);
    zt_json_open(j->out, "grid", '{');
    zt_json_int(j->out, "columns", page->grid.columns);
    zt_json_number(j->out, "gutter", page->grid.gutter, DECIMALS);
    zt_json_open(j->out, "off", '[');
    for (size_t i = 0; i < off.count; i++) {
        const zt_off_edge *edge = &off.items[i];
        zt_json_open_line(j->out, NULL, '{');
        zt_json_word(j->out, "block", edge->block->block);
        if (edge->block->id)
            zt_json_word(j->out, "id", edge->block->id);
        zt_json_int(j->out, "line", edge->block->item.at.line);
        zt_json_word(j->out, "edge", edge->right ? "right" : "left");
        zt_json_number(j->out, "by", edge->by, DECIMALS);
        zt_json_close(j->out, '}');
    }
    zt_json_close(j->out, ']');
    zt_json_close(j->out, '}');
}

/* One object a page, its items in one flat list: what a group says of its items each of them
   repeats (json_context). */
void zt_book_dump_json(zt_buf *out, const zt_book *book, const char *(*face_name)(const zt_face *))
{
    json j = {.out = out, .face_name = face_name};
    zt_json_open(out, NULL, '{');
    zt_json_open(out, "pages", '[');
    for (size_t i = 0; i < book->page_count; i++) {
        const zt_scene *page = book->pages[i];
        zt_json_open_line(out, NULL, '{');
        zt_json_number(out, "width", page->width, DECIMALS);
        zt_json_number(out, "height", page->height, DECIMALS);
        label(&j, book, i);
        zt_json_open(out, "items", '[');
        group_items(&j, page->root, (json_context){.role = ZT_ROLE_DOCUMENT});
        zt_json_close(out, ']');
        off_grid(&j, page);
        zt_json_close(out, '}');
    }
    zt_json_close(out, ']');
    places(&j, book);
    zt_json_close(out, '}');
    zt_buf_putc(out, '\n');
}
