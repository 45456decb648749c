/* Which reader a table file needs. */
#include "import/import_imp.h"

#include <string.h>

#include "xml/encoding.h"

static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

static bool read_text(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                      zt_table *table)
{
    zt_str text;
    bool tabs = ends_with(path, ".tsv") || ends_with(path, ".txt");
    return zt_text_decode(arena, diags, path, bytes, &text) &&
           zt_csv_read(arena, diags, path, text, tabs ? '\t' : ',', table);
}

bool zt_container_read(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                       zt_str bytes, const zt_area *area, zt_table *table)
{
    zt_str sheet = zt_node_attr(import, "sheet", "");
    zt_pos sheet_at = zt_node_attr_at(import, "sheet");
    (void)area;
    if (ends_with(path, ".xlsx"))
        return zt_xlsx_read(arena, diags, path, bytes, sheet, sheet_at, table);
    if (sheet.len)
        zt_report(diags, ZT_WARNING, "import-sheet", sheet_at,
                  "只有 xlsx 才有工作表，sheet 不起作用",
                  "only an xlsx has sheets, sheet means nothing here");
    return read_text(arena, diags, path, bytes, table);
}
