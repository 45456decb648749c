/* The same scenes as a plain PDF by cairo: RGB, outlines for text, no tags. Nothing of our writer
   is in it, which makes it a judge of what our writer paints. */
#include "export/cairo_imp.h"
#include "export/pdf_imp.h"

static cairo_status_t append(void *self, const unsigned char *data, unsigned int len)
{
    zt_buf_add(self, data, len);
    return CAIRO_STATUS_SUCCESS;
}

static void metadata(const zt_cairo *cairo, cairo_surface_t *surface, const zt_book *book)
{
    /* cairo writes a date always; without one of our own it would take the clock's. */
    cairo->pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                    book->date ? book->date : "1970-01-01T00:00:00Z");
    if (book->title)
        cairo->pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, book->title);
}

bool zt_pdf_by_cairo(zt_arena *arena, zt_diags *diags, const zt_book *book, zt_buf *out)
{
    zt_cairo cairo;
    if (!zt_cairo_load(&cairo, diags))
        return false;
    const zt_scene *first = book->page_count ? book->pages[0] : NULL;
    cairo_surface_t *surface = cairo.pdf_surface_create_for_stream(
        append, out, first ? first->width : 1, first ? first->height : 1);
    metadata(&cairo, surface, book);
    cairo_t *cr = cairo.create(surface);
    zt_outlines outlines = {.arena = arena};
    for (size_t i = 0; i < book->page_count; i++) {
        cairo.pdf_surface_set_size(surface, book->pages[i]->width, book->pages[i]->height);
        zt_cairo_paint(&cairo, cr, book->pages[i], &outlines);
        cairo.show_page(cr);
    }
    cairo_status_t drawn = cairo.status(cr);
    cairo.destroy(cr);
    cairo.surface_finish(surface);
    cairo_status_t written = cairo.surface_status(surface);
    cairo.surface_destroy(surface);
    return zt_cairo_check(&cairo, diags, drawn) && zt_cairo_check(&cairo, diags, written);
}
