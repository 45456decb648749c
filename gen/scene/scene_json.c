/* The JSON of `zhitu dump --stage=scene`: a flat list of items a page, in reading order. A block's
   group has the kind "group", a group that is only a part of a block the kind "part"; groups that
   merely move a frame are left out. Role, block, part and place pass down to what is inside. */
#include "base/file.h"
#include "scene/scene.h"

/* A third decimal, so that a box still lies in its block's box after both were rounded. */
#define DECIMALS 3

typedef struct json {
    zt_buf *out;
    const char *(*face_name)(const zt_face *);
    bool comma;
} json;

typedef struct inherited {
    zt_role role;
    const char *block, *part;
    zt_pos at;
    double dx, dy;
} inherited;

static const char *const kind_names[] = {"group", "path", "glyphs", "image", "link"};

static void string_or_null(json *j, const char *key, const char *value)
{
    zt_buf_printf(j->out, ",\"%s\":", key);
    if (value)
        zt_buf_json(j->out, zt_str_from(value));
    else
        zt_buf_puts(j->out, "null");
}

static void box(json *j, zt_rect r, const inherited *in)
{
    const double values[] = {r.x + in->dx, r.y + in->dy, r.w, r.h};
    zt_buf_puts(j->out, ",\"box\":[");
    for (int i = 0; i < 4; i++) {
        zt_buf_puts(j->out, i ? "," : "");
        zt_buf_number(j->out, values[i], DECIMALS);
    }
    zt_buf_putc(j->out, ']');
}

static void at(json *j, zt_pos pos)
{
    if (!pos.file) {
        string_or_null(j, "at", NULL);
        return;
    }
    string_or_null(j, "at",
                   zt_arena_printf(j->out->arena, "%s:%d:%d", pos.file, pos.line, pos.column));
}

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

static void picture(json *j, const zt_image *image)
{
    const zt_picture *p = image->picture;
    string_or_null(j, "file", zt_path_base(p->path));
    zt_buf_printf(j->out, ",\"pixels\":[%d,%d],\"orientation\":%d,\"ppi\":", p->width, p->height,
                  p->orientation);
    zt_buf_number(j->out, zt_image_ppi(image), 1);
}

static void item_object(json *j, const zt_item *item, const char *kind, const inherited *in)
{
    zt_buf_puts(j->out, j->comma ? ",\n" : "\n");
    j->comma = true;
    zt_buf_printf(j->out, "{\"kind\":\"%s\"", kind);
    string_or_null(j, "role", zt_role_name(in->role));
    string_or_null(j, "block", in->block);
    string_or_null(j, "part", in->part);
    box(j, item->box, in);
    string_or_null(j, "ink", ink_name(item));
    at(j, item->at.file ? item->at : in->at);
    if (item->kind == ZT_ITEM_GLYPHS) {
        const zt_glyphs *run = (const zt_glyphs *)item;
        zt_buf_puts(j->out, ",\"text\":");
        zt_buf_json(j->out, run->text);
        zt_buf_puts(j->out, ",\"size\":");
        zt_buf_number(j->out, run->size, DECIMALS);
        string_or_null(j, "font", j->face_name(run->face));
    }
    if (item->kind == ZT_ITEM_IMAGE)
        picture(j, (const zt_image *)item);
    zt_buf_putc(j->out, '}');
}

static void group_items(json *j, const zt_group *group, inherited in)
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

void zt_book_dump_json(zt_buf *out, const zt_book *book, const char *(*face_name)(const zt_face *))
{
    json j = {.out = out, .face_name = face_name};
    zt_buf_puts(out, "{\"pages\":[");
    for (size_t i = 0; i < book->page_count; i++) {
        const zt_scene *page = book->pages[i];
        zt_buf_puts(out, i ? ",\n{\"width\":" : "\n{\"width\":");
        zt_buf_number(out, page->width, DECIMALS);
        zt_buf_puts(out, ",\"height\":");
        zt_buf_number(out, page->height, DECIMALS);
        zt_buf_puts(out, ",\"items\":[");
        j.comma = false;
        group_items(&j, page->root, (inherited){.role = ZT_ROLE_DOCUMENT});
        zt_buf_puts(out, "]}");
    }
    zt_buf_puts(out, "]}\n");
}
