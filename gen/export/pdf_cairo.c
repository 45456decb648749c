/* The same scenes as a plain PDF by cairo: RGB, no tags. Nothing of our writer or of our subsets is
   in it, which makes it a judge of what our writer paints. It embeds the fonts: outlines would be
   painted alike only by a program that sets type on fractions of a pixel, and poppler does not. */
#include <dlfcn.h>
#include <string.h>

#include "export/cairo_imp.h"
#include "export/pdf_imp.h"

typedef struct face_entry {
    const zt_face *face;
    cairo_font_face_t *font;
} face_entry;

/* fontconfig's patterns are how cairo takes a file and an index; it opens the file itself. */
typedef struct typesetter {
    const zt_cairo *cairo;
    zt_arena *arena;
    FcPattern *(*pattern_new)(void);
    FcBool (*add_string)(FcPattern *, const char *, const FcChar8 *);
    FcBool (*add_integer)(FcPattern *, const char *, int);
    void (*pattern_drop)(FcPattern *);
    ZT_VEC(face_entry) faces;
} typesetter;

static bool find(void *handle, const char *name, void *field, size_t size)
{
    void *symbol = handle ? dlsym(handle, name) : NULL;
    memcpy(field, &symbol, size);
    return symbol != NULL;
}

static bool load_patterns(typesetter *t, zt_diags *diags)
{
    void *handle = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    if (find(handle, "FcPatternCreate", &t->pattern_new, sizeof t->pattern_new) &&
        find(handle, "FcPatternAddString", &t->add_string, sizeof t->add_string) &&
        find(handle, "FcPatternAddInteger", &t->add_integer, sizeof t->add_integer) &&
        find(handle, "FcPatternDestroy", &t->pattern_drop, sizeof t->pattern_drop))
        return true;
    zt_report_env(diags, "no-fontconfig", ZT_NOWHERE, "不能载入 libfontconfig.so.1",
                  "libfontconfig.so.1 cannot be loaded");
    return false;
}

static cairo_font_face_t *font_of(typesetter *t, const zt_face *face)
{
    for (size_t i = 0; i < t->faces.count; i++)
        if (t->faces.items[i].face == face)
            return t->faces.items[i].font;
    FcPattern *pattern = t->pattern_new();
    t->add_string(pattern, FC_FILE, (const FcChar8 *)zt_face_path(face));
    t->add_integer(pattern, FC_INDEX, zt_face_index(face));
    face_entry entry = {face, t->cairo->ft_font_face_create_for_pattern(pattern)};
    t->pattern_drop(pattern);
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
    t->cairo->save(cr);
    t->cairo->translate(cr, run->origin.x + shift.x, run->origin.y + shift.y);
    if (run->rotated)
        t->cairo->rotate(cr, 3.14159265358979323846 / 2);
    t->cairo->scale(cr, zt_glyphs_scale(run), 1);
    t->cairo->set_font_face(cr, font_of(t, run->face));
    t->cairo->set_font_size(cr, run->size);
    t->cairo->show_glyphs(cr, glyphs, (int)run->glyph_count);
    t->cairo->restore(cr);
}

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

/* `status` gets what cairo says; false after a report of ours. */
static bool paint_pages(typesetter *t, zt_diags *diags, cairo_surface_t *surface,
                        const zt_book *book, cairo_status_t *status)
{
    bool ok = true;
    cairo_t *cr = t->cairo->create(surface);
    zt_cairo_type type = {t, show};
    for (size_t i = 0; i < book->page_count; i++) {
        t->cairo->pdf_surface_set_size(surface, book->pages[i]->width, book->pages[i]->height);
        ok = ok && zt_cairo_paint(t->cairo, cr, diags, book->pages[i], &type);
        t->cairo->show_page(cr);
    }
    *status = t->cairo->status(cr);
    t->cairo->destroy(cr);
    return ok;
}

bool zt_pdf_by_cairo(zt_arena *arena, zt_diags *diags, const zt_book *book, zt_buf *out)
{
    zt_cairo cairo;
    typesetter t = {.cairo = &cairo, .arena = arena};
    if (!zt_cairo_load(&cairo, diags) || !load_patterns(&t, diags))
        return false;
    cairo_surface_t *surface = cairo.pdf_surface_create_for_stream(append, out, 1, 1);
    metadata(&cairo, surface, book);
    cairo_status_t painted;
    bool ok = paint_pages(&t, diags, surface, book, &painted);
    cairo.surface_finish(surface);
    cairo_status_t written = cairo.surface_status(surface);
    cairo.surface_destroy(surface);
    for (size_t i = 0; i < t.faces.count; i++)
        cairo.font_face_destroy(t.faces.items[i].font);
    return ok && zt_cairo_check(&cairo, diags, painted) && zt_cairo_check(&cairo, diags, written);
}
