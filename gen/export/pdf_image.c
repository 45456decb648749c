/* Photographs (8.9.5): a JPEG goes in as it is, a PNG as samples; each once in a file, turned and
   cut where it is painted. For the press RGB becomes CMYK by the profile of the printing condition,
   no pixel has more ink than the paper takes, and nothing is transparent. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "export/pdf_imp.h"
#include "export/press_colour.h"
#include "export/screen_picture.h"

/* ---- painting ---- */

/* The picture's number in content streams (/I0), entered when new. */
static size_t index_of(zt_pdf *pdf, const zt_image *image)
{
    for (size_t i = 0; i < pdf->images.count; i++)
        if (pdf->images.items[i].picture == image->picture)
            return i;
    zt_pdf_picture entry = {image->picture, image->item.at, zt_pdf_reserve(pdf)};
    ZT_PUSH(pdf->arena, &pdf->images, entry);
    return pdf->images.count - 1;
}

/* Never overprints: a photograph knocks out what lies below. */
void zt_pdf_paint_image(zt_pdf_page *page, const zt_image *image, double dx, double dy)
{
    zt_rect box = image->item.box;
    zt_affine t = zt_picture_affine(image->picture, zt_image_whole(image));
    zt_pdf_over(page, ZT_PDF_FILL, false);
    zt_buf_puts(&page->ops, "q\n");
    if (zt_image_is_cropped(image)) {
        zt_pdf_op_number(&page->ops, zt_pdf_x(page, box.x + dx), 3);
        zt_pdf_op_number(&page->ops, zt_pdf_y(page, zt_rect_foot(box) + dy), 3);
        zt_pdf_op_number(&page->ops, box.w, 3);
        zt_pdf_op_number(&page->ops, box.h, 3);
        zt_buf_puts(&page->ops, "re W n\n");
    }
    /* The unit square of PDF has its origin at the foot of the picture. */
    const double matrix[6] = {
        t.a, -t.b, -t.c, t.d, zt_pdf_x(page, t.c + t.e + dx), zt_pdf_y(page, t.d + t.f + dy)};
    for (int i = 0; i < 6; i++)
        zt_pdf_op_number(&page->ops, matrix[i], 3);
    zt_buf_printf(&page->ops, "cm /I%zu Do\nQ\n", index_of(page->pdf, image));
}

/* ---- samples ---- */

/* The predictor of ISO 15948, 9.4. */
static int paeth(int left, int up, int corner)
{
    int guess = left + up - corner;
    int a = abs(guess - left), b = abs(guess - up), c = abs(guess - corner);
    return a <= b && a <= c ? left : b <= c ? up : corner;
}

enum { FILTERS = 4 };
static const unsigned char filter_codes[FILTERS] = {0, 1, 2, 4}; /* none, left, up, Paeth */

/* One row under one filter; the sum of what is left, each byte as a signed number. */
static long filtered(int filter, const unsigned char *row, const unsigned char *above, int len,
                     int channels, unsigned char *out)
{
    long sum = 0;
    for (int i = 0; i < len; i++) {
        int left = i < channels ? 0 : row[i - channels], up = above ? above[i] : 0;
        int corner = i < channels || !above ? 0 : above[i - channels];
        const int guesses[FILTERS] = {0, left, up, filter == 3 ? paeth(left, up, corner) : 0};
        out[i] = (unsigned char)(row[i] - guesses[filter]);
        sum += out[i] < 128 ? out[i] : 256 - out[i];
    }
    return sum;
}

/* Rows as PNG filters them, by the least sum of differences (ISO 15948, 12.8). */
static zt_str filter_rows(zt_arena *scratch, const unsigned char *samples, int width, int height,
                          int channels)
{
    int len = width * channels;
    size_t stride = (size_t)len + 1;
    unsigned char *out = zt_arena_array(scratch, (size_t)height, stride);
    unsigned char *trial = zt_arena_array(scratch, stride, 1);
    for (int y = 0; y < height; y++) {
        const unsigned char *row = samples + (size_t)y * (size_t)len;
        const unsigned char *above = y ? row - len : NULL;
        unsigned char *best = out + (size_t)y * stride;
        long least = filtered(0, row, above, len, channels, best + 1);
        best[0] = filter_codes[0];
        for (int f = 1; f < FILTERS; f++) {
            long sum = filtered(f, row, above, len, channels, trial);
            if (sum >= least)
                continue;
            least = sum;
            best[0] = filter_codes[f];
            memcpy(best + 1, trial, (size_t)len);
        }
    }
    return (zt_str){(const char *)out, (size_t)height * stride};
}

/* Filtered and packed; the decoder is told by /Predictor 15 (7.4.4.4). */
static void write_samples(zt_pdf *pdf, int object, const char *entries,
                          const unsigned char *samples, const zt_pixels *size, int channels)
{
    zt_arena *scratch = zt_diags_scratch(pdf->diags);
    zt_str rows = filter_rows(scratch, samples, size->width, size->height, channels);
    const char *all =
        zt_arena_printf(scratch, "%s/DecodeParms<</Predictor 15/Colors %d/Columns %d>>", entries,
                        channels, size->width);
    zt_pdf_stream(pdf, object, all, rows, ZT_PDF_DEFLATED);
    zt_arena_drop(scratch);
}

/* ---- objects ---- */

/* The entries that every image has. */
static const char *head(const zt_pdf *pdf, int width, int height, const char *space)
{
    return zt_arena_printf(pdf->arena,
                           "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8"
                           "/ColorSpace%s",
                           width, height, space);
}

/* The picture's own profile, else one of sRGB for all pictures of a file. */
static const char *space_of(zt_pdf *pdf, const zt_picture *picture, zt_picture_colour colour)
{
    static const char *const device[] = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"};
    const zt_profile *profile = pdf->options->profile;
    bool spaces = profile->picture_spaces || !profile->plates;
    zt_str own = colour == ZT_PICTURE_RGB && spaces ? zt_picture_own_profile(pdf->arena, picture)
                                                    : (zt_str){0};
    if (own.len) {
        int object = zt_pdf_reserve(pdf);
        zt_pdf_stream(pdf, object, "/N 3", own, ZT_PDF_DEFLATED);
        return zt_arena_printf(pdf->arena, "[/ICCBased %d 0 R]", object);
    }
    if (colour != ZT_PICTURE_RGB || !profile->picture_spaces)
        return device[colour];
    if (!pdf->srgb) {
        pdf->srgb = zt_pdf_reserve(pdf);
        zt_pdf_stream(pdf, pdf->srgb, "/N 3", zt_pdf_srgb_profile(pdf->arena), ZT_PDF_DEFLATED);
    }
    return zt_arena_printf(pdf->arena, "[/ICCBased %d 0 R]", pdf->srgb);
}

/* The bytes as they came. Adobe's CMYK is inverted; RGB that no marker declares is declared. */
static void write_jpeg(zt_pdf *pdf, const zt_pdf_picture *entry)
{
    const zt_picture *p = entry->picture;
    zt_pdf_stream(pdf, entry->object,
                  zt_arena_printf(pdf->arena, "%s/Filter/DCTDecode%s%s",
                                  head(pdf, p->width, p->height, space_of(pdf, p, p->colour)),
                                  p->inverted ? "/Decode[1 0 1 0 1 0 1 0]" : "",
                                  p->untransformed ? "/DecodeParms<</ColorTransform 0>>" : ""),
                  p->bytes, ZT_PDF_PLAIN);
}

/* The pixels as they are, or on the screen's terms for archives. */
static bool decode(const zt_pdf *pdf, const zt_pdf_picture *entry, zt_arena *scratch,
                   zt_pixels *pixels)
{
    return pdf->options->profile->archive
               ? zt_picture_screen_pixels(scratch, pdf->diags, entry->at, entry->picture, pixels)
               : zt_picture_pixels(scratch, pdf->diags, entry->at, entry->picture, pixels);
}

/* Alpha becomes a soft mask (11.6.5.3) where the profile has transparency. */
static void write_pixels(zt_pdf *pdf, const zt_pdf_picture *entry, zt_pixels *pixels)
{
    static const zt_picture_colour colours[] = {
        [1] = ZT_PICTURE_GREY, [3] = ZT_PICTURE_RGB, [4] = ZT_PICTURE_CMYK};
    const zt_picture *p = entry->picture;
    const char *entries =
        head(pdf, p->width, p->height, space_of(pdf, p, colours[pixels->channels]));
    if (pixels->alpha) {
        int mask = zt_pdf_reserve(pdf);
        write_samples(pdf, mask, head(pdf, p->width, p->height, "/DeviceGray"), pixels->alpha,
                      pixels, 1);
        entries = zt_arena_printf(pdf->arena, "%s/SMask %d 0 R", entries, mask);
    }
    write_samples(pdf, entry->object, entries, pixels->samples, pixels, pixels->channels);
}

/* False after a report. */
static bool write_decoded(zt_pdf *pdf, const zt_pdf_picture *entry)
{
    zt_arena *scratch = zt_diags_scratch(pdf->diags);
    zt_pixels pixels;
    bool ok = decode(pdf, entry, scratch, &pixels);
    if (ok && !pdf->options->profile->transparency)
        zt_press_opaque(&pdf->press, entry->at, entry->picture, &pixels);
    ok = ok && (!pdf->options->profile->plates || pdf->press.icc.len == 0 ||
                zt_press_convert_picture(&pdf->press, scratch, entry->at, entry->picture, &pixels));
    if (ok)
        zt_press_keep_to_limit(&pdf->press, entry->at, entry->picture, &pixels);
    if (ok)
        write_pixels(pdf, entry, &pixels);
    zt_arena_drop(scratch);
    return ok;
}

/* Whether the ink of a CMYK picture lies within the limit; its pixels are looked at once. True
   after a report, which comes again when it is written. */
static bool is_within_limit(const zt_pdf *pdf, const zt_pdf_picture *entry)
{
    zt_arena *scratch = zt_diags_scratch(pdf->diags);
    zt_pixels pixels;
    bool within = pdf->book->ink_limit <= 0 ||
                  !zt_picture_pixels(scratch, pdf->diags, entry->at, entry->picture, &pixels) ||
                  zt_press_most_ink(&pixels) <= pdf->book->ink_limit + 0.5;
    zt_arena_drop(scratch);
    return within;
}

/* A JPEG goes in as it is where its inks are those of the file. */
static bool goes_as_it_is(const zt_pdf *pdf, const zt_pdf_picture *entry)
{
    const zt_profile *profile = pdf->options->profile;
    const zt_picture *p = entry->picture;
    if (p->format != ZT_PICTURE_JPEG)
        return false;
    if (p->colour == ZT_PICTURE_RGB)
        return !profile->plates || pdf->press.icc.len == 0;
    if (p->colour == ZT_PICTURE_CMYK)
        return !profile->archive && (!profile->plates || is_within_limit(pdf, entry));
    return true;
}

/* Reports image-rgb where nothing converts: PDF/X-4 takes the picture with a profile of its own,
   PDF/X-1a takes none, and is no longer claimed. */
static void report_rgb(zt_pdf *pdf, const zt_pdf_picture *entry)
{
    const zt_profile *profile = pdf->options->profile;
    if (!profile->plates || entry->picture->colour != ZT_PICTURE_RGB || pdf->press.icc.len)
        return;
    bool refused = profile->plain_objects;
    if (refused)
        pdf->pdfx = NULL;
    zt_report(pdf->diags, ZT_WARNING, refused ? "profile-unmet" : "image-rgb", entry->at,
              "图片“%s”是 RGB，印刷条件没有 ICC 特性文件，转不成 CMYK；给 <printing-condition> 加 "
              "icc=，或先转成 CMYK、灰度",
              "the picture “%s” is RGB, and without an ICC profile of the printing condition it is "
              "not converted; add icc= to <printing-condition>, or convert it to CMYK or grey",
              zt_path_base(entry->picture->path));
}

/* Goes on after a failure, so that all pictures are judged. */
bool zt_pdf_images_write(zt_pdf *pdf)
{
    bool ok = true;
    for (size_t i = 0; i < pdf->images.count; i++) {
        const zt_pdf_picture *entry = &pdf->images.items[i];
        report_rgb(pdf, entry);
        if (goes_as_it_is(pdf, entry))
            write_jpeg(pdf, entry);
        else
            ok = write_decoded(pdf, entry) && ok;
    }
    return ok;
}
