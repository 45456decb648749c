/* Soft proof: a PNG of each page as its inks will look on the paper that the theme prints on, by
   the ICC profile of the printing condition. White is the paper's, so it is darker and warmer than
   the PNG for the screen. */
#include "base/file.h"
#include "export/plates_imp.h"
#include "export/png_imp.h"
#include "export/press_colour.h"

static zt_part_names one_part(zt_arena *arena, const zt_export_options *options,
                              const zt_book *book)
{
    (void)options;
    (void)book;
    zt_part_names names = {0};
    ZT_PUSH(arena, &names, "proof");
    return names;
}

/* Reports no-paper: without a profile nobody knows what the paper looks like. */
static bool has_paper(const zt_export *e, const zt_scene *page)
{
    const zt_printing *printing = e->book->printing;
    if (printing && printing->icc)
        return true;
    zt_report(e->diags, ZT_ERROR, "no-paper", printing ? printing->at : page->root->item.at,
              "主题的印刷条件没有 ICC 特性文件，不知道纸和墨的样子；给 <printing-condition> 加 "
              "icc=，或从 -f 里去掉 proof",
              "the theme's printing condition has no ICC profile, so nobody knows how paper and "
              "inks look; add icc= to <printing-condition>, or leave proof out of -f");
    return false;
}

/* What a spot adds to the four process inks by its recipe: each leaves its share of the paper. */
static unsigned char with_spot(unsigned char below, double recipe, unsigned char spot)
{
    double left = (1 - below / 255.0) * (1 - recipe * spot / 255.0);
    return (unsigned char)(255 * (1 - left) + 0.5);
}

/* The surface of one plate into the samples of all: four bytes a pixel. */
static void add_plate(const zt_raster *raster, const zt_plate *plate, cairo_surface_t *surface,
                      unsigned char *inks)
{
    const unsigned char *rows = raster->cairo.image_surface_get_data(surface);
    size_t stride = (size_t)raster->cairo.image_surface_get_stride(surface);
    for (size_t y = 0; y < (size_t)raster->height; y++)
        for (size_t x = 0; x < (size_t)raster->width; x++, inks += 4) {
            unsigned char share = rows[y * stride + x];
            if (!plate->spot)
                inks[plate->process] = share;
            for (int k = 0; plate->spot && share && k < 4; k++)
                inks[k] = with_spot(inks[k], plate->spot->cmyk[k], share);
        }
}

/* All plates of the page, one after another on surfaces of their own. */
static bool paint_inks(const zt_plate_maker *maker, const zt_scene *page, unsigned char *inks)
{
    bool ok = true;
    for (size_t i = 0; ok && i < maker->plates.count; i++) {
        zt_arena *scratch = zt_arena_beside(maker->press.arena);
        cairo_surface_t *surface = zt_raster_surface(&maker->raster, scratch, CAIRO_FORMAT_A8);
        ok = surface && zt_plate_paint(maker, page, i, surface);
        if (ok)
            add_plate(&maker->raster, &maker->plates.items[i], surface, inks);
        zt_arena_drop(scratch);
    }
    return ok;
}

/* Samples of RGB as the words that PNG is written from. */
static uint32_t *words_of(zt_arena *scratch, const zt_pixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    uint32_t *words = ZT_ARRAY(scratch, count, uint32_t);
    const unsigned char *from = pixels->samples;
    for (size_t i = 0; i < count; i++, from += 3)
        words[i] = (uint32_t)from[0] << 16 | (uint32_t)from[1] << 8 | from[2];
    return words;
}

static bool write_proof(const zt_export *e, const zt_scene *page, size_t part, zt_buf *out)
{
    zt_plate_maker maker;
    (void)part;
    if (!has_paper(e, page) ||
        !zt_plates_open(&maker, e, page, (zt_rect){0, 0, page->width, page->height}))
        return false;
    zt_arena *scratch = zt_arena_beside(e->arena);
    zt_pixels pixels = {maker.raster.width, maker.raster.height, .channels = 4};
    pixels.samples = zt_arena_array(scratch, (size_t)pixels.height, 4 * (size_t)pixels.width);
    bool ok = paint_inks(&maker, page, pixels.samples) &&
              zt_press_show(scratch, e->diags, e->book->printing, maker.press.icc, &pixels);
    if (ok)
        zt_png_write(&(zt_png){.pixels = (const unsigned char *)words_of(scratch, &pixels),
                               .stride = 4 * pixels.width,
                               .width = pixels.width,
                               .height = pixels.height,
                               .ppi = maker.raster.ppi,
                               .title = e->book->title},
                     out);
    zt_arena_drop(scratch);
    return ok;
}

static const zt_output_option options[] = {ZT_PPI_OPTION, ZT_SPOTS_OPTION, {0}};

extern const zt_output zt_output_proof;
const zt_output zt_output_proof = {
    .name = "proof",
    .extension = "png",
    .zh = "每页一张软打样：纸和墨印出来的样子",
    .en = "a soft proof of each page: its inks on its paper",
    .parts = one_part,
    .write_part = write_proof,
    .options = options,
};
