/* gen/export/cairo_imp.h — cairo, loaded when the first picture is asked for: linking it costs
   every start 2 ms, and a PDF needs none of it. Private to export/. */
#ifndef ZT_CAIRO_IMP_H
#define ZT_CAIRO_IMP_H

#include <cairo.h>

#include "base/diag.h"
#include "base/library.h"
#include "export/outline_imp.h"

/* The functions in use: result, name after cairo_, parameters. */
#define ZT_CAIRO_FUNCTIONS(X)                                                                      \
    X(cairo_surface_t *, image_surface_create, (cairo_format_t, int, int))                         \
    X(cairo_surface_t *, image_surface_create_for_data,                                            \
      (unsigned char *, cairo_format_t, int, int, int))                                            \
    X(unsigned char *, image_surface_get_data, (cairo_surface_t *))                                \
    X(int, image_surface_get_stride, (cairo_surface_t *))                                          \
    X(void, surface_flush, (cairo_surface_t *))                                                    \
    X(void, surface_finish, (cairo_surface_t *))                                                   \
    X(void, surface_destroy, (cairo_surface_t *))                                                  \
    X(cairo_status_t, surface_status, (cairo_surface_t *))                                         \
    X(const char *, status_to_string, (cairo_status_t))                                            \
    X(cairo_t *, create, (cairo_surface_t *))                                                      \
    X(void, destroy, (cairo_t *))                                                                  \
    X(cairo_status_t, status, (cairo_t *))                                                         \
    X(void, save, (cairo_t *))                                                                     \
    X(void, restore, (cairo_t *))                                                                  \
    X(void, scale, (cairo_t *, double, double))                                                    \
    X(void, set_source_rgb, (cairo_t *, double, double, double))                                   \
    X(void, set_source_rgba, (cairo_t *, double, double, double, double))                          \
    X(void, set_operator, (cairo_t *, cairo_operator_t))                                           \
    X(void, set_source, (cairo_t *, cairo_pattern_t *))                                            \
    X(cairo_pattern_t *, pattern_create_for_surface, (cairo_surface_t *))                          \
    X(void, pattern_set_extend, (cairo_pattern_t *, cairo_extend_t))                               \
    X(void, pattern_set_filter, (cairo_pattern_t *, cairo_filter_t))                               \
    X(void, pattern_set_matrix, (cairo_pattern_t *, const cairo_matrix_t *))                       \
    X(void, pattern_destroy, (cairo_pattern_t *))                                                  \
    X(cairo_status_t, matrix_invert, (cairo_matrix_t *))                                           \
    X(void, set_line_width, (cairo_t *, double))                                                   \
    X(void, set_line_cap, (cairo_t *, cairo_line_cap_t))                                           \
    X(void, set_line_join, (cairo_t *, cairo_line_join_t))                                         \
    X(void, set_miter_limit, (cairo_t *, double))                                                  \
    X(void, set_dash, (cairo_t *, const double *, int, double))                                    \
    X(void, new_path, (cairo_t *))                                                                 \
    X(void, move_to, (cairo_t *, double, double))                                                  \
    X(void, line_to, (cairo_t *, double, double))                                                  \
    X(void, curve_to, (cairo_t *, double, double, double, double, double, double))                 \
    X(void, close_path, (cairo_t *))                                                               \
    X(void, rectangle, (cairo_t *, double, double, double, double))                                \
    X(void, clip, (cairo_t *))                                                                     \
    X(void, fill, (cairo_t *))                                                                     \
    X(void, fill_preserve, (cairo_t *))                                                            \
    X(void, stroke, (cairo_t *))                                                                   \
    X(void, paint, (cairo_t *))                                                                    \
    X(void, translate, (cairo_t *, double, double))

/* The functions that were found, called as cairo->move_to(cr, …). */
typedef struct zt_cairo {
    ZT_CAIRO_FUNCTIONS(ZT_LIBRARY_FIELD)
} zt_cairo;

/* Fills the table; false after a report (environment) when the library cannot be loaded, or
   lacks a function. */
bool zt_cairo_load(zt_cairo *cairo, zt_diags *diags);

/* How a page is painted. `shift` carries the frame of the item's group to the page's, in points. */
typedef struct zt_cairo_ways {
    void *self;
    /* Called for each run that has ink, with the paint set as the source. */
    void (*glyphs)(void *self, cairo_t *cr, const zt_glyphs *run, zt_point shift);
    /* Below: NULL = as a screen shows it. */
    /* Sets the paint as the source; false where it leaves what lies below as it is. `over`: the
       item overprints. */
    bool (*source)(void *self, cairo_t *cr, zt_paint paint, bool over);
    /* False after a report. */
    bool (*image)(void *self, cairo_t *cr, const zt_image *image, zt_point shift);
    /* Type of black overprints below that size, points; 0: of any size. */
    double overprint_below;
} zt_cairo_ways;

/* Paints a page with its trim's top left at the origin, points. False after a report. */
bool zt_cairo_paint(const zt_cairo *cairo, cairo_t *cr, zt_diags *diags, const zt_scene *page,
                    const zt_cairo_ways *ways);

/* Strokes the path, in the page's frame, with the source that is set. */
void zt_cairo_stroke(const zt_cairo *cairo, cairo_t *cr, const zt_path *path);

/* cairo_image.c: a photograph; false after a report. */
bool zt_cairo_paint_image(const zt_cairo *cairo, cairo_t *cr, zt_diags *diags,
                          const zt_image *image, zt_point shift);

/* The same where the pixels are a surface already: it is turned upright and cut by the box, and
   belongs to the caller. */
void zt_cairo_paint_surface(const zt_cairo *cairo, cairo_t *cr, const zt_image *image,
                            cairo_surface_t *surface, zt_point shift);

/* Sets type as filled outlines: every glyph stands where the scene says, not on whole pixels.
   The outlines are kept for the glyphs that come again. */
typedef struct zt_cairo_outliner {
    const zt_cairo *cairo;
    zt_outlines outlines;
} zt_cairo_outliner;
void zt_cairo_fill_outlines(void *outliner, cairo_t *cr, const zt_glyphs *run, zt_point shift);

/* True when all is well; else reports what cairo says. */
bool zt_cairo_check(const zt_cairo *cairo, zt_diags *diags, cairo_status_t status);

#endif
