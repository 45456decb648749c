/* gen/export/plates.c — the page is painted once for each plate, with the share of its ink as the
   only colour: a paint takes the place of what lies below, nothing included, but for one that
   overprints and has none of the plate's ink (ISO 32000-1, 8.6.7, mode 1). */
#include "export/plates_imp.h"

#include <string.h>

#include "scene/press_marks.h"

bool zt_spots_to_process(const zt_export_options *options)
{
    static const zt_output_option option = ZT_SPOTS_OPTION;
    return zt_option_word(options, &option) == 1;
}

/* ---- which there are ---- */

/* Gathers the spots of a book. */
typedef struct spot_finder {
    zt_arena *arena;
    zt_plates *plates;
} spot_finder;

/* ASCII letters and digits as they are, small; Han; all else a hyphen. */
static const char *file_word(zt_arena *arena, const char *spot)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (const char *p = spot; *p; p++) {
        bool letter = (*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z'),
             other = (*p >= '0' && *p <= '9') || (unsigned char)*p >= 0x80;
        if (letter || other)
            zt_buf_putc(&out, letter ? (char)(*p | 0x20) : *p);
        else if (out.len && out.data[out.len - 1] != '-')
            zt_buf_putc(&out, '-');
    }
    zt_str word = zt_buf_view(&out);
    while (word.len && word.data[word.len - 1] == '-')
        word.len--;
    return zt_arena_printf(arena, "%.*s", ZT_ARG(word));
}

static bool is_taken(const zt_plates *plates, const char *name)
{
    for (size_t i = 0; i < plates->count; i++)
        if (strcmp(plates->items[i].name, name) == 0)
            return true;
    return false;
}

/* Two spots whose words are alike are told apart by a number. */
static const char *file_name(zt_arena *arena, const zt_plates *plates, const char *spot)
{
    const char *word = file_word(arena, spot), *name = *word ? word : "spot";
    for (int i = 2; is_taken(plates, name); i++)
        name = zt_arena_printf(arena, "%s-%d", *word ? word : "spot", i);
    return name;
}

static void add_spot(spot_finder *finder, const zt_ink *ink)
{
    if (!ink || !ink->spot)
        return;
    for (size_t i = 0; i < finder->plates->count; i++)
        if (finder->plates->items[i].spot &&
            strcmp(finder->plates->items[i].spot->spot, ink->spot) == 0)
            return;
    zt_plate plate = {.name = file_name(finder->arena, finder->plates, ink->spot), .spot = ink};
    ZT_PUSH(finder->arena, finder->plates, plate);
}

static void find_spots(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    (void)dy;
    if (item->kind == ZT_ITEM_PATH) {
        add_spot(self, ((const zt_path *)item)->fill.ink);
        add_spot(self, ((const zt_path *)item)->stroke.ink);
    } else if (item->kind == ZT_ITEM_GLYPHS) {
        add_spot(self, ((const zt_glyphs *)item)->paint.ink);
    }
}

zt_plates zt_plates_of(zt_arena *arena, const zt_export_options *options, const zt_book *book)
{
    static const char *const process[] = {"cyan", "magenta", "yellow", "black"};
    zt_plates plates = {0};
    for (int i = 0; i < 4; i++) {
        zt_plate plate = {.name = process[i], .process = i};
        ZT_PUSH(arena, &plates, plate);
    }
    spot_finder finder = {arena, &plates};
    zt_visitor visitor = {.self = &finder, .enter = find_spots};
    for (size_t i = 0; !zt_spots_to_process(options) && i < book->page_count; i++)
        zt_scene_walk(book->pages[i]->root, &visitor);
    return plates;
}

double zt_plate_share(const zt_plate *plate, const zt_ink *ink, double tint, bool to_process)
{
    bool spot = ink->spot && !to_process;
    if (plate->spot)
        return spot && strcmp(plate->spot->spot, ink->spot) == 0 ? tint : 0;
    return spot ? 0 : ink->cmyk[plate->process] * tint;
}

/* ---- painting ---- */

/* One plate of a page. */
typedef struct plate_painter {
    const zt_plate_maker *maker;
    const zt_plate *plate;
    zt_diags *diags; /* of pictures: heard with the first plate alone */
    zt_cairo_outliner outliner;
} plate_painter;

static bool set_share(void *self, cairo_t *cr, zt_paint paint, bool over)
{
    const plate_painter *p = self;
    double share = zt_plate_share(p->plate, paint.ink, paint.tint, p->maker->to_process);
    if (over && share <= 0)
        return false;
    p->maker->raster.cairo.set_source_rgba(cr, 0, 0, 0, zt_clamp(share, 0, 1));
    return true;
}

static void fill_glyphs(void *self, cairo_t *cr, const zt_glyphs *run, zt_point shift)
{
    plate_painter *p = self;
    zt_cairo_fill_outlines(&p->outliner, cr, run, shift);
}

/* The plate's share of each pixel; grey is of black alone. Rows as cairo wants them. */
static unsigned char *shares_of(const zt_plate *plate, zt_arena *scratch, const zt_pixels *pixels,
                                int stride)
{
    unsigned char *out = zt_arena_array(scratch, (size_t)pixels->height, (size_t)stride);
    const unsigned char *from = pixels->samples;
    bool black = !plate->spot && plate->process == 3;
    for (int y = 0; y < pixels->height; y++)
        for (int x = 0; x < pixels->width; x++, from += pixels->channels) {
            unsigned char *to = out + (size_t)y * (size_t)stride + x;
            if (pixels->channels == 4)
                *to = plate->spot ? 0 : from[plate->process];
            else
                *to = black ? (unsigned char)(255 - from[0]) : 0;
        }
    return out;
}

/* A photograph never overprints. */
static bool paint_image(void *self, cairo_t *cr, const zt_image *image, zt_point shift)
{
    plate_painter *p = self;
    const zt_cairo *cairo = &p->maker->raster.cairo;
    zt_press press = p->maker->press;
    zt_arena *scratch = zt_arena_beside(press.arena);
    zt_pixels pixels;
    press.diags = p->diags;
    bool ok = zt_press_pixels(&press, scratch, image->item.at, image->picture, &pixels);
    if (ok) {
        int stride = (pixels.width + 3) & ~3;
        cairo_surface_t *surface = cairo->image_surface_create_for_data(
            shares_of(p->plate, scratch, &pixels, stride), CAIRO_FORMAT_A8, pixels.width,
            pixels.height, stride);
        zt_cairo_paint_surface(cairo, cr, image, surface, shift);
        cairo->surface_finish(surface);
        cairo->surface_destroy(surface);
    }
    zt_arena_drop(scratch);
    return ok;
}

bool zt_plates_open(zt_plate_maker *maker, const zt_export *e, const zt_scene *page, zt_rect area)
{
    *maker = (zt_plate_maker){.press = {e->arena, e->diags, e->book, {0}},
                              .plates = zt_plates_of(e->arena, e->options, e->book),
                              .to_process = zt_spots_to_process(e->options)};
    return zt_press_open(&maker->press) &&
           zt_raster_open(&maker->raster, e, page, area, zt_raster_ppi(e->options));
}

bool zt_plate_paint(const zt_plate_maker *maker, const zt_scene *page, size_t plate,
                    cairo_surface_t *surface)
{
    const zt_cairo *cairo = &maker->raster.cairo;
    const zt_export *e = maker->raster.e;
    plate_painter painter = {
        maker,
        &maker->plates.items[plate],
        plate == 0 ? e->diags : zt_diags_beside(e->diags, e->arena),
        {cairo, {.arena = e->arena}},
    };
    zt_cairo_ways ways = {.self = &painter,
                          .glyphs = fill_glyphs,
                          .source = set_share,
                          .image = paint_image,
                          .overprint_below = e->book->overprint_below};
    cairo_t *cr = zt_raster_paint_on(&maker->raster, surface);
    cairo->set_operator(cr, CAIRO_OPERATOR_SOURCE);
    bool ok = zt_cairo_paint(cairo, cr, e->diags, page, &ways);
    const zt_path *marks = zt_press_marks(e->arena, page);
    if (marks) { /* solid on all plates */
        cairo->set_source_rgba(cr, 0, 0, 0, 1);
        zt_cairo_stroke(cairo, cr, marks);
    }
    return zt_raster_end(&maker->raster, cr, surface) && ok;
}

/* ---- files ---- */

zt_part_names zt_plate_names(zt_arena *arena, const zt_export_options *options, const zt_book *book)
{
    zt_plates plates = zt_plates_of(arena, options, book);
    zt_part_names names = {0};
    for (size_t i = 0; i < plates.count; i++)
        ZT_PUSH(arena, &names, plates.items[i].name);
    return names;
}

bool zt_plate_write(const zt_export *e, const zt_scene *page, size_t plate, zt_plate_coder code,
                    zt_buf *out)
{
    zt_plate_maker maker;
    if (!zt_plates_open(&maker, e, page, zt_scene_media(page, true)))
        return false;
    const zt_raster *raster = &maker.raster;
    zt_arena *scratch = zt_arena_beside(e->arena);
    cairo_surface_t *surface = zt_raster_surface(raster, scratch, CAIRO_FORMAT_A8);
    bool ok = surface && zt_plate_paint(&maker, page, plate, surface);
    if (ok)
        code(&(zt_plate_picture){.shares = raster->cairo.image_surface_get_data(surface),
                                 .stride = raster->cairo.image_surface_get_stride(surface),
                                 .width = raster->width,
                                 .height = raster->height,
                                 .ppi = raster->ppi,
                                 .title = e->book->title},
             out);
    zt_arena_drop(scratch);
    return ok;
}

const zt_output_option zt_plate_options[] = {ZT_PPI_OPTION, ZT_SPOTS_OPTION, {0}};
