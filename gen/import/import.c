/* gen/import/import.c — which file, which reader, which part of it. What comes out is put where
   the <import> stands, as if it had been written there; an import that failed is no longer
   `known`. */
#include "import/rows_imp.h"

#include <string.h>

#include "base/file.h"

/* A table that an import has read: the series of a chart often take their columns from one. */
typedef struct read_file {
    const char *path;
    zt_str sheet;
    zt_area area;
    zt_table table;
} read_file;

/* All imports of one document. */
typedef struct importer {
    zt_arena *arena;
    zt_diags *diags;
    zt_source *source;
    const char *root;
    zt_import_files *files;
    ZT_VEC(read_file) tables;
} importer;

/* The path to open that an attribute names, NULL after a report. */
static const char *find_file(importer *im, const zt_node *node, const char *attr)
{
    zt_str href = zt_str_trim(zt_node_attr(node, attr, ""));
    zt_pos at = zt_node_attr_at(node, attr);
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

/* The table that an import before this one has read in the same way, or NULL. */
static const zt_table *table_of(const importer *im, const zt_node *import, const char *path,
                                const zt_area *area)
{
    zt_str sheet = zt_node_attr(import, "sheet", "");
    for (size_t i = 0; i < im->tables.count; i++) {
        const read_file *t = im->tables.items + i;
        if (strcmp(t->path, path) == 0 && zt_str_equal(t->sheet, sheet) &&
            memcmp(&t->area, area, sizeof *area) == 0)
            return &t->table;
    }
    return NULL;
}

/* Keeps a table for the imports behind this one, but none of which something was said: that is said
   for each import. */
static void keep_table(importer *im, const zt_node *import, const char *path, const zt_area *area,
                       const zt_table *table, size_t said)
{
    read_file t = {path, zt_node_attr(import, "sheet", ""), *area, *table};
    if (zt_diags_mark(im->diags) == said)
        ZT_PUSH(im->arena, &im->tables, t);
}

/* The path is noted even if the file turns out to be no table: make has to watch it. */
static bool read_table(importer *im, const zt_node *import, const char *path, const zt_area *area,
                       zt_table *table)
{
    bool ok;
    zt_pos at = zt_node_attr_at(import, "href");
    const zt_table *earlier = table_of(im, import, path, area);
    if (earlier) {
        *table = *earlier;
        ZT_PUSH(im->arena, &im->files->list, path);
        return true;
    }
    size_t said = zt_diags_mark(im->diags);
    zt_str bytes = zt_file_read(im->arena, im->diags, at, path, zt_xml_limits_default.bytes, &ok);
    if (!ok)
        return false;
    ZT_PUSH(im->arena, &im->files->list, path);
    if (!zt_container_read(im->arena, im->diags, import, path, bytes, area, table))
        return false;
    keep_table(im, import, path, area, table, said);
    return true;
}

/* range="B3:F20"; all of the table without it. */
static bool read_range(importer *im, const zt_node *import, zt_area *area)
{
    zt_str range = zt_str_trim(zt_node_attr(import, "range", ""));
    size_t colon = 0;
    *area = (zt_area){0, 0, SIZE_MAX, SIZE_MAX};
    if (range.len == 0)
        return true;
    while (colon < range.len && range.data[colon] != ':')
        colon++;
    if (zt_cell_name(zt_str_slice(range, 0, colon), &area->top, &area->left) &&
        zt_cell_name(zt_str_slice(range, colon + 1, range.len), &area->bottom, &area->right) &&
        area->bottom >= area->top && area->right >= area->left)
        return true;
    zt_report(im->diags, ZT_ERROR, "bad-range", zt_node_attr_at(import, "range"),
              "range=\"%.*s\" 不对，应如 B3:F20", "range=\"%.*s\" is wrong, write B3:F20",
              ZT_ARG(range));
    return false;
}

/* Lines and columns outside of the range are not there; the lines above it may say units. */
static void cut(importer *im, const zt_area *area, zt_table *table)
{
    zt_table part = {.beyond = table->beyond};
    if (area->top == 0 && area->left == 0 && area->bottom == SIZE_MAX && area->right == SIZE_MAX)
        return;
    if (part.beyond && area->left < ZT_TABLE_COLUMNS)
        part.beyond += area->left;
    for (size_t i = 0; i < area->top && i < table->lines.count; i++)
        ZT_PUSH(im->arena, &part.around, table->lines.items[i]);
    for (size_t i = area->top; i <= area->bottom && i < table->lines.count; i++) {
        zt_grid_line line = table->lines.items[i];
        size_t from = area->left < line.count ? area->left : line.count;
        size_t end = area->right < line.count ? area->right + 1 : line.count;
        zt_grid_line kept = {line.cells ? line.cells + from : NULL, end - from, line.hidden};
        ZT_PUSH(im->arena, &part.lines, kept);
    }
    *table = part;
}

/* Reports limit-cells for a column that is used and goes on below the limit. */
static bool columns_are_whole(importer *im, const zt_table *table, const zt_columns *columns)
{
    for (size_t i = 0; i < ZT_TARGETS; i++)
        if (columns->of[i].name.len && !zt_column_is_whole(im->diags, table, columns->of[i].index))
            return false;
    return true;
}

/* Names first, then the file: a mistake in map= needs no file to be found. */
static bool run_one(importer *im, zt_node *import)
{
    zt_columns columns = {0};
    zt_table table = {0};
    zt_area area;
    if (!zt_columns_map(im->arena, im->diags, import, &columns) || !read_range(im, import, &area))
        return false;
    const char *path = find_file(im, import, "href");
    if (!path || !read_table(im, import, path, &area, &table))
        return false;
    cut(im, &area, &table);
    zt_hidden_report(im->arena, im->diags, &table);
    return zt_columns_find(im->arena, im->diags, import, path, &table, &columns) &&
           columns_are_whole(im, &table, &columns) &&
           zt_items_fill(im->arena, im->diags, import, &table, &columns);
}

/* The grid of a chart of tiles. Without it the chart says so itself. */
static void read_grid(importer *im, zt_node *chart)
{
    bool ok;
    const char *path = find_file(im, chart, "grid");
    if (!path)
        return;
    zt_str bytes = zt_file_read(im->arena, im->diags, zt_node_attr_at(chart, "grid"), path,
                                zt_xml_limits_default.bytes, &ok);
    if (!ok)
        return;
    ZT_PUSH(im->arena, &im->files->list, path);
    zt_tiles_fill(im->arena, im->diags, chart, path, bytes);
}

/* An import that failed is no longer known, so that readers pass it over without a second finding.
 */
static void walk(importer *im, zt_node *node)
{
    for (zt_node *child = node->first; child; child = child->next) {
        if (!child->name || !child->known)
            continue;
        if (zt_node_is(child, "import"))
            child->known = run_one(im, child);
        else if (child->first)
            walk(im, child);
        if (zt_node_is(child, "chart") && zt_node_find(child, "grid"))
            read_grid(im, child);
    }
}

void zt_import_run(zt_arena *arena, zt_diags *diags, zt_source *source, const char *root,
                   zt_import_files *files)
{
    importer im = {.arena = arena, .diags = diags, .source = source, .root = root, .files = files};
    if (source->root)
        walk(&im, source->root);
}
