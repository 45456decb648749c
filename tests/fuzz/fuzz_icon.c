/* Any bytes as path data, and as an icon file. */
#include "template/icon.h"
#include "scene/path_data.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_str text = {zt_arena_copy(arena, (const char *)data, size), size};
    zt_path path = {.arena = arena};
    zt_path_fault fault = {.at = size + 1};
    if (zt_path_read(&path, text, &fault))
        zt_path_done(&path);
    else
        zt_assert(fault.at <= size);
    bool read = zt_icon_read(arena, diags, "x", "x.svg", text) != NULL;
    zt_assert(read == !zt_diags_failed(diags));
    zt_arena_drop(arena);
    return 0;
}
