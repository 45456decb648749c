/* Any bytes as a CSV, a TSV or an XLSX file. The first byte chooses which. */
#include "base/arena.h"
#include "import/import_imp.h"
#include "xml/encoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_table table = {0};
    zt_str bytes = {(const char *)data + 1, size - 1}, text;
    zt_area all = {0, 0, SIZE_MAX, SIZE_MAX};
    bool ok = false;
    if (data[0] % 3 == 2)
        ok = zt_xlsx_read(arena, diags, "f.xlsx", bytes, &all, (zt_str){0}, ZT_NOWHERE, &table);
    else if (zt_text_decode(arena, diags, "f.csv", bytes, &text))
        ok = zt_csv_read(arena, diags, "f.csv", text, data[0] % 3 ? '\t' : ',', &table);
    zt_assert(ok || zt_diags_failed(diags));
    for (size_t i = 0; ok && i < table.lines.count; i++)
        for (size_t k = 0; k < table.lines.items[i].count; k++)
            zt_assert(table.lines.items[i].cells[k].at.file != NULL);
    zt_arena_drop(arena);
    return 0;
}
