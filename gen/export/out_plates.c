/* Plates: for each page one grey PNG an ink, with the bleed, as its film would show it: solid ink
   is black. */
#include "export/plates_imp.h"
#include "export/png_imp.h"
#include "scene/press_marks.h"

static zt_part_names inks_of(zt_arena *arena, const zt_export_options *options, const zt_book *book)
{
    zt_plates plates = zt_plates_of(arena, options, book);
    zt_part_names names = {0};
    for (size_t i = 0; i < plates.count; i++)
        ZT_PUSH(arena, &names, plates.items[i].name);
    return names;
}

static bool write_plate(const zt_export *e, const zt_scene *page, size_t plate, zt_buf *out)
{
    zt_plate_maker maker;
    if (!zt_plates_open(&maker, e, page, zt_scene_media(page, true)))
        return false;
    const zt_raster *raster = &maker.raster;
    zt_arena *scratch = zt_arena_beside(e->arena);
    cairo_surface_t *surface = zt_raster_surface(raster, scratch, CAIRO_FORMAT_A8);
    bool ok = surface && zt_plate_paint(&maker, page, plate, surface);
    if (ok)
        zt_png_write(&(zt_png){.pixels = raster->cairo.image_surface_get_data(surface),
                               .stride = raster->cairo.image_surface_get_stride(surface),
                               .width = raster->width,
                               .height = raster->height,
                               .ppi = raster->ppi,
                               .ink = true,
                               .title = e->book->title},
                     out);
    zt_arena_drop(scratch);
    return ok;
}

static const zt_output_option options[] = {ZT_PPI_OPTION, ZT_SPOTS_OPTION, {0}};

extern const zt_output zt_output_plates;
const zt_output zt_output_plates = {
    .name = "plates",
    .extension = "png",
    .zh = "每页每种油墨一张灰度图",
    .en = "a grey picture of each ink of each page",
    .parts = inks_of,
    .write_part = write_plate,
    .options = options,
};
