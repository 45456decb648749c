/* Photographs in SVG: the file itself in base 64, without what viewers might turn or recolour it
   by. What most of them do not know, CMYK and RGB known by its letters alone, becomes a PNG. */
#include "export/png_imp.h"
#include "export/screen_picture.h"
#include "export/svg_imp.h"

/* RFC 4648, 4. */
void zt_base64(zt_buf *out, zt_str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t have = bytes.len - i < 3 ? bytes.len - i : 3;
        unsigned group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (k < have ? (unsigned char)bytes.data[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            zt_buf_putc(out, k <= have ? digits[group >> (18 - 6 * k) & 63] : '=');
    }
}

/* The pixels on the screen, as a PNG without a resolution of its own. */
static bool as_png(zt_svg *svg, zt_arena *scratch, const zt_image *image, zt_buf *file)
{
    zt_pixels pixels;
    if (!zt_screen_pixels(scratch, svg->diags, image->item.at, image->picture, &pixels))
        return false;
    size_t count = (size_t)pixels.width * (size_t)pixels.height;
    uint32_t *words = ZT_ARRAY(scratch, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *s = pixels.samples + 3 * i;
        words[i] = (uint32_t)s[0] << 16 | (uint32_t)s[1] << 8 | s[2];
    }
    zt_png png = {.pixels = (const unsigned char *)words,
                  .width = pixels.width,
                  .height = pixels.height,
                  .stride = 4 * pixels.width,
                  .ppi = 72};
    zt_png_write(&png, file);
    return true;
}

/* Six numbers in the order of SVG 1.1, 7.6. */
static void matrix(zt_buf *out, zt_affine t)
{
    const double values[6] = {t.a, t.b, t.c, t.d, t.e, t.f};
    zt_buf_puts(out, " transform=\"matrix(");
    for (int i = 0; i < 6; i++) {
        zt_buf_puts(out, i ? " " : "");
        zt_buf_number(out, values[i], 3);
    }
    zt_buf_puts(out, ")\"");
}

/* RGB by a profile of its own, which the bare file lacks. An alpha channel stays as it came: PNG
   with both are taken as sRGB. */
static bool is_of_another_space(const zt_picture *picture)
{
    return picture->profile && picture->colour == ZT_PICTURE_RGB && !picture->alpha;
}

/* A unit square, turned and scaled to the place by its matrix. */
bool zt_svg_image(zt_svg *svg, const zt_image *image)
{
    const zt_picture *p = image->picture;
    zt_arena *scratch = zt_arena_beside(svg->arena);
    zt_buf file;
    zt_buf_init(&file, scratch);
    bool recoded = p->colour == ZT_PICTURE_CMYK || p->untransformed || is_of_another_space(p),
         ok = true;
    if (recoded)
        ok = as_png(svg, scratch, image, &file);
    else
        zt_buf_str(&file, zt_picture_bare_file(scratch, p));
    zt_buf *out = &svg->body;
    bool cropped = zt_image_is_cropped(image);
    if (cropped)
        zt_buf_printf(out, "<g clip-path=\"url(#%s)\">\n", zt_svg_clip(svg, image->item.box));
    zt_buf_puts(out, "<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\"");
    matrix(out, zt_picture_affine(p, zt_image_whole(image)));
    zt_buf_printf(out, " xlink:href=\"data:image/%s;base64,",
                  p->format == ZT_PICTURE_PNG || recoded ? "png" : "jpeg");
    zt_base64(out, zt_buf_view(&file));
    zt_buf_puts(out, cropped ? "\"/>\n</g>\n" : "\"/>\n");
    zt_arena_drop(scratch);
    return ok;
}
