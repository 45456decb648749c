/* gen/export/grey_picture.c — a photograph for a page of black alone: its luma as a PNG in memory,
   so that every output takes it as any other picture. */
#include <string.h>

#include "export/export.h"
#include "export/png_imp.h"

/* Luma of ITU-R BT.601 on white paper, as native words of 0x00RRGGBB. */
static uint32_t *grey_words(zt_arena *scratch, const zt_pixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    uint32_t *words = ZT_ARRAY(scratch, count, uint32_t);
    const unsigned char *from = pixels->samples;
    for (size_t i = 0; i < count; i++, from += pixels->channels) {
        bool grey = pixels->channels < 3;
        uint32_t luma = from[0];
        if (!grey)
            luma = (299U * from[0] + 587U * from[1] + 114U * from[2] + 500U) / 1000U;
        if (pixels->alpha)
            luma = (luma * pixels->alpha[i] + 255U * (255U - pixels->alpha[i]) + 127U) / 255U;
        words[i] = luma << 16 | luma << 8 | luma;
    }
    return words;
}

const zt_picture *zt_grey_picture(zt_arena *arena, zt_diags *diags, zt_pos at,
                                  const zt_picture *picture)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    zt_picture *grey = NULL;
    zt_pixels pixels;
    if (picture->colour == ZT_PICTURE_GREY && !picture->alpha)
        return picture;
    if (zt_picture_screen_pixels(scratch, diags, at, picture, &pixels)) {
        const uint32_t *words = grey_words(scratch, &pixels);
        const zt_png png = {.pixels = (const unsigned char *)words,
                            .width = pixels.width,
                            .height = pixels.height,
                            .stride = 4 * pixels.width,
                            .ppi = 72};
        zt_buf file;
        zt_buf_init(&file, arena);
        zt_png_write(&png, &file);
        zt_diags *unheard = zt_diags_new(arena); /* the name is that of the file it came from */
        const zt_picture *made =
            zt_picture_parse(arena, unheard, at, picture->path, zt_buf_view(&file));
        if (made) {
            grey = ZT_NEW(arena, zt_picture);
            *grey = *made;
            grey->orientation = picture->orientation; /* pixels stand as they were stored */
        }
    }
    zt_arena_drop(scratch);
    return grey ? grey : picture;
}
