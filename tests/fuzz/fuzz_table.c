/* Any bytes as a CSV, a TSV, an XLSX or an XLS file. The first byte chooses which. */
#include "base/arena.h"
#include "import/import_imp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_table table = {0};
    zt_str bytes = {(const char *)data + 1, size - 1}, sheet = {0};
    zt_area all = {0, 0, SIZE_MAX, SIZE_MAX};
    static const char *const names[] = {"f.csv", "f.tsv", "f.xlsx", "f.xls"};
    zt_node import = {.name = "import"};
    bool ok;
    if (data[0] % 5 == 4)
        ok = zt_xlsx_read(arena, diags, "f.xlsx", bytes, &all, sheet, ZT_NOWHERE, &table);
    else
        ok = zt_container_read(arena, diags, &import, names[data[0] % 5], bytes, &all, &table);
    zt_assert(ok || zt_diags_failed(diags));
    for (size_t i = 0; ok && i < table.lines.count; i++)
        for (size_t k = 0; k < table.lines.items[i].count; k++)
            zt_assert(table.lines.items[i].cells[k].at.file != NULL);
    zt_arena_drop(arena);
    return 0;
}
