/* The scenes of a book as a plain PDF by cairo: RGB, no tags. Nothing of our writer or of our
   subsets is in it, which makes it a judge of what our writer paints. It embeds the fonts: outlines
   would be painted alike only by a program that sets type on fractions of a pixel, and poppler does
   not. */
#include "pdf_cairo.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>

#include "base/arena.h"
#include "export/cairo_imp.h"
#include "font/font.h"

typedef struct face_entry {
    const zt_face *face;
    cairo_font_face_t *font;
} face_entry;

/* fontconfig's patterns are how cairo takes a file and an index; it opens the file itself. */
typedef struct typesetter {
    zt_arena *arena;
    ZT_VEC(face_entry) faces;
} typesetter;

static cairo_font_face_t *font_of(typesetter *t, const zt_face *face)
{
    for (size_t i = 0; i < t->faces.count; i++)
        if (t->faces.items[i].face == face)
            return t->faces.items[i].font;
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FILE, (const FcChar8 *)zt_face_path(face));
    FcPatternAddInteger(pattern, FC_INDEX, zt_face_index(face));
    face_entry entry = {face, cairo_ft_font_face_create_for_pattern(pattern)};
    FcPatternDestroy(pattern);
    ZT_PUSH(t->arena, &t->faces, entry);
    return entry.font;
}

static void show(void *self, cairo_t *cr, const zt_glyphs *run, zt_point shift)
{
    typesetter *t = self;
    cairo_glyph_t *glyphs = ZT_ARRAY(t->arena, run->glyph_count, cairo_glyph_t);
    for (size_t i = 0; i < run->glyph_count; i++)
        glyphs[i] = (cairo_glyph_t){run->glyphs[i].id, run->glyphs[i].x / zt_glyphs_scale(run),
                                    run->glyphs[i].y};
    cairo_save(cr);
    cairo_translate(cr, run->origin.x + shift.x, run->origin.y + shift.y);
    if (run->rotated)
        cairo_rotate(cr, 3.14159265358979323846 / 2);
    cairo_scale(cr, zt_glyphs_scale(run), 1);
    cairo_set_font_face(cr, font_of(t, run->face));
    cairo_set_font_size(cr, run->size);
    cairo_show_glyphs(cr, glyphs, (int)run->glyph_count);
    cairo_restore(cr);
}

static cairo_status_t append(void *self, const unsigned char *data, unsigned int len)
{
    zt_buf_add(self, data, len);
    return CAIRO_STATUS_SUCCESS;
}

static void metadata(cairo_surface_t *surface, const zt_book *book)
{
    /* cairo writes a date always; without one of our own it would take the clock's. */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   book->date ? book->date : "1970-01-01T00:00:00Z");
    if (book->title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, book->title);
}

/* `status` gets what cairo says; false after a report of ours. */
static bool paint_pages(const zt_cairo *cairo, typesetter *t, zt_diags *diags,
                        cairo_surface_t *surface, const zt_book *book, cairo_status_t *status)
{
    bool ok = true;
    cairo_t *cr = cairo_create(surface);
    zt_cairo_ways ways = {.self = t, .glyphs = show};
    for (size_t i = 0; i < book->page_count; i++) {
        cairo_pdf_surface_set_size(surface, book->pages[i]->width, book->pages[i]->height);
        ok = ok && zt_cairo_paint(cairo, cr, diags, book->pages[i], &ways);
        cairo_show_page(cr);
    }
    *status = cairo_status(cr);
    cairo_destroy(cr);
    return ok;
}

bool pdf_by_cairo(zt_arena *arena, zt_diags *diags, const zt_book *book, zt_buf *out)
{
    zt_cairo cairo;
    typesetter t = {.arena = arena};
    if (!zt_cairo_load(&cairo, diags))
        return false;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, out, 1, 1);
    metadata(surface, book);
    cairo_status_t painted;
    bool ok = paint_pages(&cairo, &t, diags, surface, book, &painted);
    cairo_surface_finish(surface);
    cairo_status_t written = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    for (size_t i = 0; i < t.faces.count; i++)
        cairo_font_face_destroy(t.faces.items[i].font);
    return ok && zt_cairo_check(&cairo, diags, painted) && zt_cairo_check(&cairo, diags, written);
}
