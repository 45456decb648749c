/* gen/export/raster.c — surfaces of a page. */
#include "export/raster_imp.h"

#include <math.h>

/* cairo's own limit of an image's side. */
enum { MAX_SIDE = 32767 };

/* Reports png-size. */
static bool fits(const zt_raster *raster, zt_pos at)
{
    if (raster->width >= 1 && raster->height >= 1 && raster->width <= MAX_SIDE &&
        raster->height <= MAX_SIDE)
        return true;
    zt_report(
        raster->e->diags, ZT_ERROR, "png-size", at,
        "PNG 将有 %d × %d 像素，每边应在 1 到 %d 之间：请改 --ppi",
        "the PNG would have %d × %d pixels, each side must lie between 1 and %d: change --ppi",
        raster->width, raster->height, MAX_SIDE);
    return false;
}

/* Pixels of a length, kept within an int so that an absurd resolution is reported, not undefined.
 */
static int pixels(double points, double ppi)
{
    return (int)lround(zt_clamp(points * ppi / 72, 0, 1e9));
}

double zt_raster_ppi(const zt_export_options *options)
{
    static const zt_output_option option = ZT_PPI_OPTION;
    return zt_option_number(options, &option);
}

bool zt_raster_open(zt_raster *raster, const zt_export *e, const zt_scene *page, zt_rect area,
                    double ppi)
{
    *raster = (zt_raster){.e = e,
                          .area = area,
                          .ppi = ppi,
                          .width = pixels(area.w, ppi),
                          .height = pixels(area.h, ppi)};
    return fits(raster, page->root->item.at) && zt_cairo_load(&raster->cairo, e->diags);
}

/* What the arena's finaliser needs. */
typedef struct kept_surface {
    zt_cairo cairo;
    cairo_surface_t *surface;
} kept_surface;

/* The finaliser of the scratch arena. */
static void destroy_surface(void *self)
{
    const kept_surface *kept = self;
    kept->cairo.surface_destroy(kept->surface);
}

/* The pixels of a board are a hundred megabytes: they go with the arena, whatever ends its work. */
cairo_surface_t *zt_raster_surface(const zt_raster *raster, zt_arena *scratch,
                                   cairo_format_t format)
{
    kept_surface *kept = ZT_NEW(scratch, kept_surface);
    kept->cairo = raster->cairo;
    kept->surface = raster->cairo.image_surface_create(format, raster->width, raster->height);
    zt_arena_on_drop(scratch, destroy_surface, kept);
    return zt_cairo_check(&raster->cairo, raster->e->diags,
                          raster->cairo.surface_status(kept->surface))
               ? kept->surface
               : NULL;
}

cairo_t *zt_raster_paint_on(const zt_raster *raster, cairo_surface_t *surface)
{
    cairo_t *cr = raster->cairo.create(surface);
    raster->cairo.scale(cr, raster->ppi / 72, raster->ppi / 72);
    raster->cairo.translate(cr, -raster->area.x, -raster->area.y);
    return cr;
}

bool zt_raster_end(const zt_raster *raster, cairo_t *cr, cairo_surface_t *surface)
{
    bool ok = zt_cairo_check(&raster->cairo, raster->e->diags, raster->cairo.status(cr));
    raster->cairo.destroy(cr);
    raster->cairo.surface_flush(surface);
    return ok;
}
