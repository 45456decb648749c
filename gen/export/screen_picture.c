/* gen/export/screen_picture.c — which profile a picture brings along, and its samples in sRGB. */
#include "export/screen_picture.h"

#include <libdeflate.h>

#include "base/arena.h"
#include "export/press_colour.h"
#include "image/picture_tagged.h"

enum { ICC_BYTES = 8 << 20 };

/* Empty where it is damaged or larger than a profile may be. */
static zt_str unpacked(zt_arena *arena, zt_str packed)
{
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    char *room = zt_arena_alloc(arena, ICC_BYTES);
    size_t len = 0;
    if (!inflater)
        zt_arena_exhausted(arena);
    bool whole = libdeflate_zlib_decompress(inflater, packed.data, packed.len, room, ICC_BYTES,
                                            &len) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(inflater);
    return (zt_str){room, whole ? len : 0};
}

zt_str zt_picture_own_profile(zt_arena *arena, const zt_picture *picture)
{
    bool packed;
    if (!picture->profile || picture->colour != ZT_PICTURE_RGB)
        return (zt_str){0};
    zt_str icc = zt_picture_icc(arena, picture, &packed);
    if (packed && icc.len)
        icc = unpacked(arena, icc);
    return zt_icc_is_rgb(icc) ? icc : (zt_str){0};
}

bool zt_screen_pixels(zt_arena *arena, zt_diags *diags, zt_pos at, const zt_picture *picture,
                      zt_pixels *out)
{
    if (!zt_picture_screen_pixels(arena, diags, at, picture, out))
        return false;
    zt_str own = out->channels == 3 ? zt_picture_own_profile(arena, picture) : (zt_str){0};
    return own.len == 0 || zt_rgb_to_srgb(arena, diags, own, out);
}
