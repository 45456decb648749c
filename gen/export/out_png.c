/* PNG: one file a page, the trim at the resolution asked for, on white paper. */
#include "export/png_imp.h"
#include "export/raster_imp.h"

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

/* White paper, then the page. */
static bool paint_page(const zt_raster *raster, cairo_surface_t *surface, const zt_scene *page)
{
    const zt_cairo *cairo = &raster->cairo;
    const zt_export *e = raster->e;
    zt_cairo_outliner outliner = {cairo, {.arena = e->arena}};
    zt_cairo_ways ways = {.self = &outliner, .glyphs = zt_cairo_fill_outlines};
    cairo_t *cr = zt_raster_paint_on(raster, surface);
    cairo->set_source_rgb(cr, 1, 1, 1);
    cairo->paint(cr);
    bool ok = zt_cairo_paint(cairo, cr, e->diags, page, &ways);
    if (ok && e->options->show_grid && page->grid.columns > 0)
        paint_grid(cairo, cr, page);
    return zt_raster_end(raster, cr, surface) && ok;
}

/* Reports no-grid, a note. */
static void note_no_grid(const zt_export *e, const zt_scene *scene)
{
    if (e->options->show_grid && scene->grid.columns == 0)
        zt_report(e->diags, ZT_NOTE, "no-grid", scene->root->item.at,
                  "版面没有栏格，--grid 无可画：请在模板里写 <page columns= gutter=>",
                  "the page has no grid for --grid to show: write <page columns= gutter=> in its "
                  "template");
}

static const zt_output_option options[] = {ZT_PPI_OPTION, {0}};

/* Pictures for a screen have its width in pixels; --ppi goes before it. */
static double ppi_of(const zt_export *e, const zt_scene *page)
{
    if (e->book->pixels > 0 && !zt_option_given(e->options, options))
        return e->book->pixels * 72 / page->width;
    return zt_option_number(e->options, options);
}

static bool write_page(const zt_export *e, const zt_scene *scene, zt_buf *out)
{
    zt_raster raster;
    if (!zt_raster_open(&raster, e, scene, (zt_rect){0, 0, scene->width, scene->height},
                        ppi_of(e, scene)))
        return false;
    note_no_grid(e, scene);
    zt_arena *scratch = zt_arena_beside(e->arena);
    cairo_surface_t *surface = zt_raster_surface(&raster, scratch, CAIRO_FORMAT_RGB24);
    bool ok = surface && paint_page(&raster, surface, scene);
    if (ok)
        zt_png_write(&(zt_png){.pixels = raster.cairo.image_surface_get_data(surface),
                               .stride = raster.cairo.image_surface_get_stride(surface),
                               .width = raster.width,
                               .height = raster.height,
                               .ppi = raster.ppi,
                               .title = e->book->title},
                     out);
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
