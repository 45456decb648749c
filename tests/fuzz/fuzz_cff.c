/* Any bytes as a CFF table, of which a few glyphs are cut. The first byte tells which. What was
   cut is cut again. */
#include "base/arena.h"
#include "font/cff_imp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    zt_arena *arena = zt_arena_new();
    const uint32_t glyphs[] = {1, 1u + data[0] % 16u, 1u + data[0]};
    size_t count = glyphs[1] == 1 ? 1 : glyphs[2] == glyphs[1] ? 2 : 3;
    zt_str cut;
    if (zt_cff_subset(arena, (zt_cff_bytes){data + 1, size - 1}, glyphs, count, &cut)) {
        zt_str again;
        zt_cff_subset(arena, (zt_cff_bytes){(const uint8_t *)cut.data, cut.len}, glyphs, 1, &again);
    }
    zt_arena_drop(arena);
    return 0;
}
