/* The plates of out_plates.c as grey TIFF, which make-up systems and plate setters take. */
#include "export/plates_imp.h"
#include "export/tiff_imp.h"

static void code_tiff(const zt_plate_picture *plate, zt_buf *out)
{
    zt_tiff_write(&(zt_tiff){.shares = plate->shares,
                             .stride = plate->stride,
                             .width = plate->width,
                             .height = plate->height,
                             .ppi = plate->ppi},
                  out);
}

static bool write_plate(const zt_export *e, const zt_scene *page, size_t plate, zt_buf *out)
{
    return zt_plate_write(e, page, plate, code_tiff, out);
}

extern const zt_output zt_output_plates_tiff;
const zt_output zt_output_plates_tiff = {
    .name = "plates-tiff",
    .extension = "tif",
    .zh = "同 plates，写成 TIFF",
    .en = "the same as TIFF",
    .parts = zt_plate_names,
    .write_part = write_plate,
    .options = zt_plate_options,
};
