/* gen/template/house_words.c — what a template says itself, on every graphic: <words> and
   <picture>. They become places that select nothing of the document; composition fills them. */
#include "base/file.h"
#include "template/reader_imp.h"

/* A place that takes its room as others do. */
static void begin(const zt_node *node, zt_box_spec *box)
{
    box->select = "";
    box->select_at = node->at;
}

void zt_read_words(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    begin(node, box);
    box->words = zt_str_trim(zt_node_text(r->arena, node));
    box->words_at = node->at;
    if (box->words.len == 0)
        zt_report(r->diags, ZT_ERROR, "empty-text", node->at, "这个 <words> 里没有文字",
                  "this <words> has no text");
    zt_part *part = ZT_NEW(r->arena, zt_part);
    *part = (zt_part){.name = "text", .style = zt_read_style(r, node, "style"), .at = node->at};
    if (zt_node_find(node, "ink") != NULL)
        part->ink = zt_read_ink(r, node, "ink");
    box->parts = part;
    box->part_count = 1;
}

/* The file below the folder of the template; NULL after a report. */
static const zt_picture *find_picture(zt_reader *r, const zt_node *node)
{
    zt_field href = zt_read_field(r, node, "href");
    const char *path = NULL, *near;
    if (href.text.data == NULL)
        return NULL; /* the grammar has said so */
    switch (zt_path_reach(r->arena, node->at.file, zt_path_dir(r->arena, node->at.file), href.text,
                          &path)) {
    case ZT_REACH_FILE:
        ZT_PUSH(r->arena, &r->files, path);
        return zt_picture_read(r->arena, r->diags, href.at, path);
    case ZT_REACH_NONE:
        near = path ? zt_path_nearest(r->arena, path) : NULL;
        zt_report(r->diags, ZT_ERROR, "picture-missing", href.at, "没有图片“%.*s”%s%s",
                  "there is no picture “%.*s”%s%s", ZT_ARG(href.text), near ? " → " : "",
                  near ? near : "");
        break;
    case ZT_REACH_OUTSIDE:
        zt_report(r->diags, ZT_ERROR, "photo-outside", href.at,
                  "图片“%.*s”不在模板的文件夹之内；href 从模板所在的文件夹写起",
                  "the picture “%.*s” is not below the template's folder; href is relative to the "
                  "template",
                  ZT_ARG(href.text));
        break;
    }
    return NULL;
}

/* One side is given, the other follows; false after a report. */
static bool read_sides(zt_reader *r, const zt_node *node, zt_house_picture *picture)
{
    bool width = zt_node_find(node, "picture-width") != NULL;
    bool height = zt_node_find(node, "height") != NULL;
    zt_point pixels = zt_picture_upright(picture->picture);
    if (width && height)
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "height"),
                  "宽高只写一样，另一样按比例；请删去 height",
                  "one side is written, the other follows from the picture; delete height");
    if (!width && !height)
        zt_report(r->diags, ZT_ERROR, "missing-attribute", node->at,
                  "<picture> 须写 height 或 picture-width",
                  "<picture> needs height or picture-width");
    if (width == height)
        return false;
    double side = zt_read_length(r, node, width ? "picture-width" : "height");
    picture->width = width ? side : side * pixels.x / pixels.y;
    picture->height = width ? side * pixels.y / pixels.x : side;
    return side > 0;
}

void zt_read_house_picture(zt_reader *r, const zt_node *node, zt_box_spec *box)
{
    static const zt_align aligns[] = {ZT_ALIGN_START, ZT_ALIGN_CENTRE, ZT_ALIGN_END};
    begin(node, box);
    zt_house_picture *picture = ZT_NEW(r->arena, zt_house_picture);
    *picture = (zt_house_picture){.picture = find_picture(r, node),
                                  .align = aligns[zt_read_enum(r, node, "align")],
                                  .alt = zt_read_field(r, node, "alt").text,
                                  .at = node->at};
    picture->alt = zt_str_copy(r->arena, picture->alt);
    if (picture->picture && read_sides(r, node, picture))
        box->picture = picture;
}
