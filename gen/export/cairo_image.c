/* A photograph by cairo: decoded, turned upright by the matrix, cut by the box. CMYK becomes sRGB
   by the formula of inks, RGB of another profile by that, before cairo sees it. */
#include "export/cairo_imp.h"
#include "export/screen_picture.h"

/* Native words of 0xAARRGGBB, colours multiplied by alpha. */
static uint32_t *words_of(zt_arena *scratch, const zt_pixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    uint32_t *words = ZT_ARRAY(scratch, count, uint32_t);
    const unsigned char *from = pixels->samples;
    for (size_t i = 0; i < count; i++, from += pixels->channels) {
        uint32_t alpha = pixels->alpha ? pixels->alpha[i] : 255, word = alpha;
        for (int k = 0; k < 3; k++)
            word = word << 8 | (from[pixels->channels == 3 ? k : 0] * alpha + 127) / 255;
        words[i] = word;
    }
    return words;
}

/* From the page to the pixels. */
static cairo_matrix_t page_to_pixels(const zt_cairo *cairo, const zt_image *image, zt_point shift)
{
    zt_affine t = zt_picture_affine(image->picture, zt_image_whole(image));
    double w = image->picture->width, h = image->picture->height;
    cairo_matrix_t m = {t.a / w, t.b / w, t.c / h, t.d / h, t.e + shift.x, t.f + shift.y};
    cairo->matrix_invert(&m);
    return m;
}

void zt_cairo_paint_surface(const zt_cairo *cairo, cairo_t *cr, const zt_image *image,
                            cairo_surface_t *surface, zt_point shift)
{
    zt_rect box = image->item.box;
    cairo_pattern_t *pattern = cairo->pattern_create_for_surface(surface);
    cairo_matrix_t m = page_to_pixels(cairo, image, shift);
    cairo->pattern_set_matrix(pattern, &m);
    cairo->pattern_set_extend(pattern, CAIRO_EXTEND_PAD); /* edges do not fade */
    cairo->pattern_set_filter(pattern, CAIRO_FILTER_GOOD);
    cairo->set_source(cr, pattern);
    cairo->new_path(cr);
    cairo->rectangle(cr, box.x + shift.x, box.y + shift.y, box.w, box.h);
    cairo->fill(cr);
    cairo->pattern_destroy(pattern);
}

/* Decoded into scratch and dropped at once: a photograph is tens of megabytes. */
bool zt_cairo_paint_image(const zt_cairo *cairo, cairo_t *cr, zt_diags *diags,
                          const zt_image *image, zt_point shift)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    zt_pixels pixels;
    bool ok = zt_screen_pixels(scratch, diags, image->item.at, image->picture, &pixels);
    if (ok) {
        cairo_surface_t *surface = cairo->image_surface_create_for_data(
            (unsigned char *)words_of(scratch, &pixels),
            pixels.alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, pixels.width, pixels.height,
            4 * pixels.width);
        zt_cairo_paint_surface(cairo, cr, image, surface, shift);
        cairo->surface_finish(surface);
        cairo->surface_destroy(surface);
    }
    zt_arena_drop(scratch);
    return ok;
}
