/* Any bytes as a photograph. Seeds: tests/broken/pictures. */
#include "base/arena.h"
#include "image/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    const zt_picture *picture =
        zt_picture_parse(arena, diags, ZT_NOWHERE, "f.png", (zt_str){(const char *)data, size});
    zt_assert(picture || zt_diags_failed(diags)); /* never refused without a word */
    if (picture) {
        zt_assert(picture->width > 0 && picture->height > 0);
        zt_assert(picture->orientation >= 1 && picture->orientation <= 8);
        zt_pixels pixels;
        /* What was proved to be whole is whole. */
        zt_assert(zt_picture_screen_pixels(arena, diags, ZT_NOWHERE, picture, &pixels));
        zt_assert(zt_picture_bare_file(arena, picture).len <= size);
    }
    zt_arena_drop(arena);
    return 0;
}
