/* gen/import/import.c — which file, which reader, which part of it. */
#include "import/import_imp.h"

#include <string.h>

#include "base/file.h"
#include "xml/encoding.h"

typedef struct importer {
    zt_arena *arena;
    zt_diags *diags;
    zt_source *source;
    const char *root;
    zt_import_files *files;
} importer;

/* The path to open, NULL after a report. */
static const char *find_file(importer *im, const zt_node *import)
{
    zt_str href = zt_str_trim(zt_node_attr(import, "href", ""));
    zt_pos at = zt_node_attr_at(import, "href");
    const char *path;
    zt_reach reach = zt_path_reach(im->arena, im->source->path, im->root, href, &path);
    if (reach == ZT_REACH_FILE)
        return path;
    if (reach == ZT_REACH_OUTSIDE) {
        zt_report(im->diags, ZT_ERROR, "path-outside-root", at,
                  "“%.*s”不在项目文件夹“%s”之内；用 --root 可另指",
                  "\"%.*s\" lies outside the project folder \"%s\"; --root names another",
                  ZT_ARG(href), im->root);
        return NULL;
    }
    const char *near = zt_path_nearest(im->arena, path);
    zt_report(im->diags, ZT_ERROR, "import-missing", at, "没有文件“%s”%s%s",
              "there is no file \"%s\"%s%s", path, near ? " → " : "", near ? near : "");
    return NULL;
}

static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

static bool read_text(importer *im, const char *path, zt_str bytes, zt_table *table)
{
    zt_str text;
    bool tabs = ends_with(path, ".tsv") || ends_with(path, ".txt");
    return zt_text_decode(im->arena, im->diags, path, bytes, &text) &&
           zt_csv_read(im->arena, im->diags, path, text, tabs ? '\t' : ',', table);
}

static bool read_table(importer *im, const zt_node *import, const char *path, zt_table *table)
{
    bool ok;
    zt_pos at = zt_node_attr_at(import, "href");
    zt_str bytes = zt_file_read(im->arena, im->diags, at, path, zt_xml_limits_default.bytes, &ok);
    if (!ok)
        return false;
    ZT_PUSH(im->arena, &im->files->list, path);
    zt_str sheet = zt_node_attr(import, "sheet", "");
    if (ends_with(path, ".xlsx"))
        return zt_xlsx_read(im->arena, im->diags, path, bytes, sheet,
                            zt_node_attr_at(import, "sheet"), table);
    if (sheet.len)
        zt_report(im->diags, ZT_WARNING, "import-sheet", zt_node_attr_at(import, "sheet"),
                  "只有 xlsx 才有工作表，sheet 不起作用",
                  "only an xlsx has sheets, sheet means nothing here");
    return read_text(im, path, bytes, table);
}

/* range="B3:F20": lines and columns outside are not there. */
static bool cut(importer *im, const zt_node *import, zt_table *table)
{
    zt_str range = zt_str_trim(zt_node_attr(import, "range", ""));
    size_t colon = 0, top, left, bottom, right;
    if (range.len == 0)
        return true;
    while (colon < range.len && range.data[colon] != ':')
        colon++;
    if (!zt_cell_name(zt_str_slice(range, 0, colon), &top, &left) ||
        !zt_cell_name(zt_str_slice(range, colon + 1, range.len), &bottom, &right) || bottom < top ||
        right < left) {
        zt_report(im->diags, ZT_ERROR, "bad-range", zt_node_attr_at(import, "range"),
                  "range=\"%.*s\" 不对，应如 B3:F20", "range=\"%.*s\" is wrong, write B3:F20",
                  ZT_ARG(range));
        return false;
    }
    zt_table part = {0};
    for (size_t i = top; i <= bottom && i < table->lines.count; i++) {
        zt_line line = table->lines.items[i];
        size_t from = left < line.count ? left : line.count;
        size_t end = right + 1 < line.count ? right + 1 : line.count;
        zt_line kept = {line.cells ? line.cells + from : NULL, end - from};
        ZT_PUSH(im->arena, &part.lines, kept);
    }
    *table = part;
    return true;
}

static bool run_one(importer *im, zt_node *import)
{
    zt_columns columns = {0};
    zt_table table = {0};
    if (!zt_columns_map(im->diags, import, &columns))
        return false;
    const char *path = find_file(im, import);
    return path && read_table(im, import, path, &table) && cut(im, import, &table) &&
           zt_columns_find(im->arena, im->diags, import, path, &table, &columns) &&
           zt_items_fill(im->arena, im->diags, import, &table, &columns);
}

static void walk(importer *im, zt_node *node)
{
    for (zt_node *child = node->first; child; child = child->next) {
        if (!child->name || !child->known)
            continue;
        if (zt_node_is(child, "import"))
            child->known = run_one(im, child);
        else if (child->first)
            walk(im, child);
    }
}

void zt_import_run(zt_arena *arena, zt_diags *diags, zt_source *source, const char *root,
                   zt_import_files *files)
{
    importer im = {arena, diags, source, root, files};
    if (source->root)
        walk(&im, source->root);
}
