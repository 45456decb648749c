/* gen/template/icon.c — icons as files: found in the folders of the templates, checked, read
   once, drawn. A file holds a small subset of SVG, strokes of one weight in a square of 24
   units; ink, size and weight are the template's. What comes out is an outline in units, which
   is placed on a page as a path. */
#include "template/icon.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/near.h"
#include "scene/path_data.h"

/* ---- what a file may hold ---- */

static const zt_child svg_children[] = {{"path", 1, 0}, {0}};
/* The drawing attributes are there for other programs that open the file; their values are fixed,
   so that all icons are of one weight and take the ink that the template gives. */
static const zt_attr svg_attrs[] = {
    {"viewBox", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "固定为 0 0 24 24", "always 0 0 24 24"},
    {"fill", ZT_ATTR_ENUM, "none", ZT_REQUIRED, "不填色", "no fill"},
    {"stroke", ZT_ATTR_ENUM, "currentColor", ZT_REQUIRED, "油墨由模板定", "the template's ink"},
    {"stroke-width", ZT_ATTR_ENUM, "1.35", ZT_REQUIRED, "一种粗细", "one weight"},
    {"stroke-linecap", ZT_ATTR_ENUM, "round", ZT_REQUIRED, "圆头", "round caps"},
    {"stroke-linejoin", ZT_ATTR_ENUM, "round", ZT_REQUIRED, "圆角", "round joins"},
    {0}};
static const zt_attr path_attrs[] = {{"d", ZT_ATTR_TEXT, NULL, ZT_REQUIRED,
                                      "M L H V C S Q A Z 及小写", "M L H V C S Q A Z, any case"},
                                     {0}};
static const zt_elem elems[] = {
    {"svg", "svg", ZT_ELEMENTS, false, svg_children, svg_attrs, "图标", "an icon"},
    {"path", "path", ZT_EMPTY, false, NULL, path_attrs, "笔画", "strokes"},
};
static const char *const roots[] = {"svg", NULL};
const zt_grammar zt_icon_grammar = {
    .name = "icon", .elems = elems, .elem_count = sizeof elems / sizeof *elems, .roots = roots};

static const zt_xml_limits limits = {.bytes = (size_t)256 << 10,
                                     .attr_bytes = (size_t)64 << 10,
                                     .depth = 8,
                                     .nodes = 1000,
                                     .name_space = "http://www.w3.org/2000/svg"};

/* ---- one file ---- */

/* Reports bad-path with the twelve bytes at fault. */
static void report_path(zt_diags *diags, const zt_attr_value *attr, const zt_path_fault *fault)
{
    static const struct {
        const char *zh, *en;
    } words[] = {
        [ZT_PATH_NO_MOVE] = {"路径须以 M 或 m 起笔，这里是“%.*s”",
                             "a path begins with M or m, not with “%.*s”"},
        [ZT_PATH_BAD_COMMAND] = {"不认得“%.*s”处的命令；只可用 M L H V C S Q A Z 及小写",
                                 "unknown command at “%.*s”; there are M L H V C S Q A Z in both "
                                 "cases"},
        [ZT_PATH_BAD_NUMBER] = {"“%.*s”处应是一个数", "a number was expected at “%.*s”"},
        [ZT_PATH_BAD_FLAG] = {"“%.*s”处应是弧的标志 0 或 1",
                              "the flag of an arc, 0 or 1, was expected at “%.*s”"},
        [ZT_PATH_TOO_LARGE] = {"“%.*s”处的坐标超过 10000，或线段超过 10000 条",
                               "a coordinate beyond 10000, or more than 10000 segments, at “%.*s”"},
    };
    size_t from = fault->at < attr->value.len ? fault->at : attr->value.len;
    zt_str near = zt_str_slice(attr->value, from, attr->value.len);
    if (near.len > 12)
        near.len = 12;
    zt_pos at = attr->value_at; /* line ends in a value are blanks: all on one line, as in XML */
    at.column += (int)from;
    zt_report(diags, ZT_ERROR, "bad-path", at, words[fault->kind].zh, words[fault->kind].en,
              ZT_ARG(near));
}

/* The outlines of all <path> of the file as one; false after a report. */
static bool read_outline(zt_diags *diags, const zt_node *root, zt_path *outline)
{
    bool good = true;
    for (const zt_node *n = zt_node_child(root, "path"); n; n = zt_node_sibling(n, "path")) {
        const zt_attr_value *d = zt_node_find(n, "d");
        zt_path_fault fault;
        if (d && !zt_path_read(outline, d->value, &fault)) {
            report_path(diags, d, &fault);
            good = false;
        }
    }
    return good;
}

/* Reports bad-value for another viewBox, icon-outside for strokes that reach over it. */
static bool check_frame(zt_diags *diags, const zt_node *root, const zt_path *outline)
{
    static const double hair = 0.01;
    if (!zt_str_is(zt_node_attr(root, "viewBox", ""), "0 0 24 24")) {
        zt_report(diags, ZT_ERROR, "bad-value", zt_node_attr_at(root, "viewBox"),
                  "图标的 viewBox 应为“0 0 24 24”", "the viewBox of an icon is “0 0 24 24”");
        return false;
    }
    const zt_rect *ink = &outline->item.box;
    if (ink->x >= -hair && ink->y >= -hair && zt_rect_right(*ink) <= ZT_ICON_UNITS + hair &&
        zt_rect_foot(*ink) <= ZT_ICON_UNITS + hair)
        return true;
    zt_report(diags, ZT_ERROR, "icon-outside", root->at,
              "图标的笔画（连同线宽）超出 24 × 24 的方框",
              "strokes of the icon, with their weight, "
              "lie outside the square of 24 × 24");
    return false;
}

/* The box is measured with the stroke's weight, so that an icon never reaches over its square. */
const zt_icon *zt_icon_read(zt_arena *arena, zt_diags *diags, const char *name, const char *path,
                            zt_str bytes)
{
    /* A file may have been reported as wrong and still have a tree: another namespace. */
    size_t errors = zt_diags_severity_count(diags, ZT_ERROR);
    zt_source *source = zt_xml_parse(arena, diags, path, bytes, &limits);
    if (!source || !source->root || !zt_grammar_check(&zt_icon_grammar, source->root, diags) ||
        zt_diags_severity_count(diags, ZT_ERROR) > errors)
        return NULL;
    zt_path *outline = ZT_NEW(arena, zt_path);
    outline->arena = arena;
    if (!read_outline(diags, source->root, outline))
        return NULL;
    outline->stroke = ZT_SOLID(&zt_ink_paper); /* any: the box counts the weight */
    outline->width = ZT_ICON_WEIGHT;
    outline->cap = ZT_CAP_ROUND;
    zt_path_done(outline);
    if (!check_frame(diags, source->root, outline))
        return NULL;
    zt_icon *icon = ZT_NEW(arena, zt_icon);
    *icon = (zt_icon){name, path, outline};
    return icon;
}

/* ---- the folders ---- */

/* Folders are searched in order: a newsroom's own icon goes before a shipped one. */
struct zt_icons {
    zt_arena *arena;
    const char *const *dirs;
    size_t dir_count;
    ZT_VEC(const zt_icon *) known;
};

/* Icons lie in the folder icons/ of each folder of templates; those that do not exist hold none. */
zt_icons *zt_icons_new(zt_arena *arena, const char *const *dirs, size_t dir_count)
{
    zt_icons *icons = ZT_NEW(arena, zt_icons);
    const char **own = ZT_ARRAY(arena, dir_count + 1, const char *);
    for (size_t i = 0; i < dir_count; i++)
        own[i] = zt_path_join(arena, dirs[i], "icons");
    icons->arena = arena;
    icons->dirs = own;
    icons->dir_count = dir_count;
    return icons;
}

/* A name, never a way out of the folder. */
static bool is_plain(zt_str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (strchr("/\\", name.data[i]))
            return false;
    return name.len > 0 && name.data[0] != '.';
}

/* By bytes. */
static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Of folders that are those of icons already. */
static size_t names_in(zt_arena *arena, const char *const *dirs, size_t dir_count,
                       const char ***out)
{
    ZT_VEC(const char *) names = {0};
    for (size_t i = 0; i < dir_count; i++) {
        char **files = zt_dir_list(arena, dirs[i]);
        for (size_t k = 0; files && files[k]; k++) {
            size_t len = strlen(files[k]);
            if (len > 4 && strcmp(files[k] + len - 4, ".svg") == 0)
                ZT_PUSH(arena, &names, zt_arena_copy(arena, files[k], len - 4));
        }
    }
    if (names.count > 1)
        qsort(names.items, names.count, sizeof names.items[0], by_name);
    size_t kept = 0;
    for (size_t i = 0; i < names.count; i++)
        if (kept == 0 || strcmp(names.items[kept - 1], names.items[i]) != 0)
            names.items[kept++] = names.items[i];
    *out = names.items;
    return kept;
}

size_t zt_icons_names(zt_arena *arena, const char *const *dirs, size_t dir_count, const char ***out)
{
    return names_in(arena, zt_icons_new(arena, dirs, dir_count)->dirs, dir_count, out);
}

/* Reports unknown-icon with the nearest name and all there are. */
static void report_unknown(const zt_icons *icons, zt_diags *diags, zt_str name, zt_pos at)
{
    const char **names;
    size_t count = names_in(icons->arena, icons->dirs, icons->dir_count, &names);
    zt_buf list;
    zt_buf_init(&list, icons->arena);
    for (size_t i = 0; i < count; i++)
        zt_buf_printf(&list, "%s%s", i > 0 ? " " : "", names[i]);
    const char *nearest = zt_nearest(name, names, count), *all = count > 0 ? list.data : "-";
    if (nearest)
        zt_report(diags, ZT_ERROR, "unknown-icon", at, "没有图标“%.*s”；最接近的是“%s”；已有：%s",
                  "there is no icon “%.*s”; the nearest is “%s”; there are: %s", ZT_ARG(name),
                  nearest, all);
    else
        zt_report(diags, ZT_ERROR, "unknown-icon", at, "没有图标“%.*s”；已有：%s",
                  "there is no icon “%.*s”; there are: %s", ZT_ARG(name), all);
}

/* The first folder that has it; NULL when none has. */
static const char *path_of(const zt_icons *icons, zt_str name)
{
    const char *file = zt_arena_printf(icons->arena, "%.*s.svg", ZT_ARG(name));
    for (size_t i = 0; i < icons->dir_count && is_plain(name); i++) {
        const char *path = zt_path_join(icons->arena, icons->dirs[i], file);
        if (zt_file_exists(path))
            return path;
    }
    return NULL;
}

/* `icons` may be NULL, when the document names none. */
const zt_icon *zt_icons_get(const zt_icons *icons, zt_str name)
{
    for (size_t i = 0; icons && i < icons->known.count; i++)
        if (zt_str_is(name, icons->known.items[i]->name))
            return icons->known.items[i];
    return NULL;
}

/* An icon with a mistake is not remembered: each document that asks for it is told what is
   wrong. */
const zt_icon *zt_icons_find(zt_icons *icons, zt_diags *diags, zt_str name, zt_pos asked_at)
{
    const zt_icon *icon = zt_icons_get(icons, name);
    if (icon)
        return icon;
    const char *path = path_of(icons, name);
    if (!path) {
        report_unknown(icons, diags, name, asked_at);
        return NULL;
    }
    bool ok;
    zt_str bytes = zt_file_read(icons->arena, diags, asked_at, path, limits.bytes, &ok);
    if (!ok)
        return NULL;
    icon = zt_icon_read(icons->arena, diags, zt_str_copy(icons->arena, name).data, path, bytes);
    if (icon)
        ZT_PUSH(icons->arena, &icons->known, icon);
    return icon;
}

/* The weight is not scaled with the icon: strokes match the type beside them. */
void zt_icon_place(const zt_icon *icon, zt_scene *scene, zt_group *into, zt_pos at, zt_point corner,
                   double side, double weight, zt_paint ink)
{
    double scale = side / ZT_ICON_UNITS;
    double bearing = (icon->outline->item.box.x + ZT_ICON_WEIGHT / 2) * scale - weight / 2;
    zt_path *path = zt_scene_add_path(scene, into, at);
    zt_path_append(path, icon->outline, scale, corner.x - bearing, corner.y);
    path->stroke = ink;
    path->width = weight;
    path->cap = ZT_CAP_ROUND;
    zt_path_done(path);
}
