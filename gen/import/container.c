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

static void join_lines(zt_arena *arena, zt_table *table)
{
    for (size_t i = 0; i < table->lines.count; i++)
        for (size_t k = 0; k < table->lines.items[i].count; k++) {
            zt_cell *cell = table->lines.items[i].cells + k;
            cell->text = zt_cell_in_line(arena, cell->text);
        }
}

bool zt_container_read(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                       zt_str bytes, const zt_area *area, zt_table *table)
{
    zt_str sheet = zt_node_attr(import, "sheet", "");
    zt_pos sheet_at = zt_node_attr_at(import, "sheet");
    if (ends_with(path, ".xlsx")) {
        bool ok = zt_xlsx_read(arena, diags, path, bytes, area, sheet, sheet_at, table);
        join_lines(arena, table);
        return ok;
    }
    if (sheet.len)
        zt_report(diags, ZT_WARNING, "import-sheet", sheet_at,
                  "只有 xlsx 才有工作表，sheet 不起作用",
                  "only an xlsx has sheets, sheet means nothing here");
    bool ok = read_text(arena, diags, path, bytes, table);
    join_lines(arena, table);
    return ok;
}
