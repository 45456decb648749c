/* Any bytes as the content stream of a page. */
#include "inspect/content.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zt_arena *arena = zt_arena_new();
    zt_content_stream content;
    zt_content_begin(&content, arena, (zt_str){(const char *)data, size});
    while (zt_content_next(&content))
        zt_content_number(&content, 0);
    zt_arena_drop(arena);
    return 0;
}
