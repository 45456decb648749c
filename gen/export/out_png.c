/* PNG: one file a page, the trim at the resolution asked for, on white paper. */
#include <math.h>

#include "export/cairo_imp.h"
#include "export/export.h"
#include "export/png_imp.h"

/* cairo's own limit of an image's side. */
enum { MAX_SIDE = 32767 };

/* Fills a rectangle in the grid's blue. */
static void fill_blue(const zt_cairo *cairo, cairo_t *cr, zt_rect r)
{
    cairo->set_source_rgba(cr, 0, 0.63, 0.91, r.h > 1 ? 0.13 : 0.8);
    cairo->new_path(cr);
    cairo->rectangle(cr, r.x, r.y, r.w, r.h);
    cairo->fill(cr);
}

/* The columns and lines of the page, over what is printed: for designers, in no other output. */
static void paint_grid(const zt_cairo *cairo, cairo_t *cr, const zt_scene *page)
{
    const zt_scene_grid *grid = &page->grid;
    zt_rect area = page->type_area;
    double one = (area.w - (grid->columns - 1) * grid->gutter) / grid->columns;
    for (int i = 0; i < grid->columns; i++)
        fill_blue(cairo, cr, (zt_rect){area.x + i * (one + grid->gutter), area.y, one, area.h});
    const double hair = 0.3; /* points */
    for (double y = grid->first; grid->line > 0 && y <= zt_rect_foot(area); y += grid->line)
        fill_blue(cairo, cr, (zt_rect){area.x, y - hair / 2, area.w, hair});
}

/* White paper, then the page, scaled from points to pixels. */
static bool paint_page(const zt_cairo *cairo, zt_diags *diags, cairo_surface_t *surface,
                       const zt_scene *page, double scale, bool grid, const zt_cairo_type *type)
{
    cairo_t *cr = cairo->create(surface);
    cairo->set_source_rgb(cr, 1, 1, 1);
    cairo->paint(cr);
    cairo->scale(cr, scale, scale);
    bool ok = zt_cairo_paint(cairo, cr, diags, page, type);
    if (ok && grid && page->grid.columns > 0)
        paint_grid(cairo, cr, page);
    ok = ok && zt_cairo_check(cairo, diags, cairo->status(cr));
    cairo->destroy(cr);
    cairo->surface_flush(surface);
    return ok;
}

/* Reports png-size. */
static bool fits(zt_diags *diags, zt_pos at, zt_png *png)
{
    if (png->width >= 1 && png->height >= 1 && png->width <= MAX_SIDE && png->height <= MAX_SIDE)
        return true;
    zt_report(
        diags, ZT_ERROR, "png-size", at, "PNG 将有 %d × %d 像素，每边应在 1 到 %d 之间：请改 --ppi",
        "the PNG would have %d × %d pixels, each side must lie between 1 and %d: change --ppi",
        png->width, png->height, MAX_SIDE);
    return false;
}

/* Pixels of a length, kept within an int so that an absurd resolution is reported, not undefined.
 */
static int pixels(double points, double scale)
{
    return (int)lround(zt_clamp(points * scale, 0, 1e9));
}

/* What the arena's finaliser needs. */
typedef struct kept_surface {
    const zt_cairo *cairo;
    cairo_surface_t *surface;
} kept_surface;

/* The finaliser of the scratch arena. */
static void destroy_surface(void *self)
{
    const kept_surface *kept = self;
    kept->cairo->surface_destroy(kept->surface);
}

/* The pixels of a board are a hundred megabytes: they go with the arena, whatever ends its work. */
static cairo_surface_t *surface_in(zt_arena *arena, const zt_cairo *cairo, const zt_png *png)
{
    kept_surface *kept = ZT_NEW(arena, kept_surface);
    zt_cairo *calls = ZT_NEW(arena, zt_cairo);
    *calls = *cairo;
    *kept = (kept_surface){
        calls, cairo->image_surface_create(CAIRO_FORMAT_RGB24, png->width, png->height)};
    zt_arena_on_drop(arena, destroy_surface, kept);
    return kept->surface;
}

static const zt_output_option options[] = {{.flag = "--ppi",
                                            .least = 10,
                                            .most = 2400,
                                            .usual = 150,
                                            .zh = "PNG 的精度，每英寸像素",
                                            .en = "resolution of PNG, pixels an inch"},
                                           {0}};

/* Pictures for a screen have its width in pixels; --ppi goes before it. */
static double ppi_of(const zt_export *e, const zt_scene *page)
{
    if (e->book->pixels > 0 && !zt_option_given(e->options, options))
        return e->book->pixels * 72 / page->width;
    return zt_option_number(e->options, options);
}

/* cairo is loaded here, for a run that writes PDF only needs none. */
static bool write_page(const zt_export *e, const zt_scene *scene, zt_buf *out)
{
    zt_arena *arena = e->arena;
    zt_diags *diags = e->diags;
    zt_cairo cairo;
    double ppi = ppi_of(e, scene), scale = ppi / 72;
    zt_png png = {.width = pixels(scene->width, scale), .height = pixels(scene->height, scale)};
    if (!fits(diags, scene->root->item.at, &png) || !zt_cairo_load(&cairo, diags))
        return false;
    if (e->options->show_grid && scene->grid.columns == 0)
        zt_report(diags, ZT_NOTE, "no-grid", scene->root->item.at,
                  "版面没有栏格，--grid 无可画：请在模板里写 <page columns= gutter=>",
                  "the page has no grid for --grid to show: write <page columns= gutter=> in its "
                  "template");
    zt_arena *scratch = zt_arena_beside(arena);
    cairo_surface_t *surface = surface_in(scratch, &cairo, &png);
    zt_cairo_outliner outliner = {&cairo, {.arena = arena}};
    zt_cairo_type type = {&outliner, zt_cairo_fill_outlines};
    bool ok = zt_cairo_check(&cairo, diags, cairo.surface_status(surface)) &&
              paint_page(&cairo, diags, surface, scene, scale, e->options->show_grid, &type);
    if (ok) {
        png.pixels = cairo.image_surface_get_data(surface);
        png.stride = cairo.image_surface_get_stride(surface);
        png.ppi = ppi;
        png.title = e->book->title;
        zt_png_write(&png, out);
    }
    zt_arena_drop(scratch);
    return ok;
}

extern const zt_output zt_output_png;
const zt_output zt_output_png = {
    .name = "png",
    .zh = "每页一张图",
    .en = "a picture of each page",
    .usual = true,
    .write_page = write_page,
    .slices = true,
    .options = options,
};
