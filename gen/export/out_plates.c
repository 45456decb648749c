/* Plates: for each page one grey PNG an ink, with the bleed, as its film would show it: solid ink
   is black. */
#include "export/plates_imp.h"
#include "export/png_imp.h"

static void code_png(const zt_plate_picture *plate, zt_buf *out)
{
    zt_png_write(&(zt_png){.pixels = plate->shares,
                           .stride = plate->stride,
                           .width = plate->width,
                           .height = plate->height,
                           .ppi = plate->ppi,
                           .ink = true,
                           .title = plate->title},
                 out);
}

static bool write_plate(const zt_export *e, const zt_scene *page, size_t plate, zt_buf *out)
{
    return zt_plate_write(e, page, plate, code_png, out);
}

extern const zt_output zt_output_plates;
const zt_output zt_output_plates = {
    .name = "plates",
    .extension = "png",
    .zh = "每页每种油墨一张灰度图",
    .en = "a grey picture of each ink of each page",
    .parts = zt_plate_names,
    .write_part = write_plate,
    .options = zt_plate_options,
};
