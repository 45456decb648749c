/* gen/import/import_path.c — which file an attribute of a document names: a table, the grid of
   tiles, a section. */
#include "base/file.h"
#include "import/import_imp.h"

const char *zt_import_path(zt_arena *arena, zt_diags *diags, const char *root, const zt_node *node,
                           const char *attr)
{
    zt_str href = zt_str_trim(zt_node_attr(node, attr, ""));
    zt_pos at = zt_node_attr_at(node, attr);
    const char *path;
    zt_reach reach = zt_path_reach(arena, node->at.file, root, href, &path);
    if (reach == ZT_REACH_FILE)
        return path;
    if (reach == ZT_REACH_OUTSIDE) {
        zt_report(diags, ZT_ERROR, "path-outside-root", at,
                  "“%.*s”不在项目文件夹“%s”之内；用 --root 可另指",
                  "\"%.*s\" lies outside the project folder \"%s\"; --root names another",
                  ZT_ARG(href), root);
        return NULL;
    }
    const char *near = zt_path_nearest(arena, path);
    zt_report(diags, ZT_ERROR, "import-missing", at, "没有文件“%s”%s%s",
              "there is no file \"%s\"%s%s", path, near ? " → " : "", near ? near : "");
    return NULL;
}
