/* gen/export/raster_imp.h — a page as pixels by cairo, at the resolution of --ppi. Private to
   export/. */
#ifndef ZT_RASTER_IMP_H
#define ZT_RASTER_IMP_H

#include "export/cairo_imp.h"
#include "export/export.h"

/* The option of all outputs of pixels. */
#define ZT_PPI_OPTION                                                                              \
    {                                                                                              \
        .flag = "--ppi", .least = 10, .most = 2400, .usual = 150,                                  \
        .zh = "png、plates、proof 的精度，每英寸像素",                                             \
        .en = "resolution of png, plates and proof, pixels an inch"                                \
    }

/* An area of a page on its way to pixels. */
typedef struct zt_raster {
    const zt_export *e;
    zt_cairo cairo;
    zt_rect area; /* in the frame of the page, points */
    double ppi;
    int width, height;
} zt_raster;

/* cairo is loaded here, for a run that writes PDF only needs none. False after a report: png-size,
   no-cairo. */
bool zt_raster_open(zt_raster *raster, const zt_export *e, const zt_scene *page, zt_rect area,
                    double ppi);
/* What --ppi says. */
double zt_raster_ppi(const zt_export_options *options);
/* An empty surface of that size: nothing is painted, of A8 no ink. It goes with `scratch`, whatever
   ends its work. NULL after a report. */
cairo_surface_t *zt_raster_surface(const zt_raster *raster, zt_arena *scratch,
                                   cairo_format_t format);
/* Paints on it: the unit is the point, the origin the trim's top left. To be destroyed. */
cairo_t *zt_raster_paint_on(const zt_raster *raster, cairo_surface_t *surface);
/* The pixels are there when painting has ended; false after a report. */
bool zt_raster_end(const zt_raster *raster, cairo_t *cr, cairo_surface_t *surface);

#endif
