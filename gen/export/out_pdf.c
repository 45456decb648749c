/* PDF, all pages in one file. The parts are in pdf_*.c; here they are put in order: pages first,
   since they say which glyphs, inks and pictures are used, then what they use, then what the file
   says about itself. */
#include "export/pdf_imp.h"
#include "export/plates_imp.h"

/* All pages in one node (7.7.3): a book of ours has few. */
static void page_tree(zt_pdf *pdf)
{
    zt_buf *body = zt_pdf_begin(pdf, pdf->pages);
    zt_buf_puts(body, "<</Type/Pages/Kids[");
    for (size_t i = 0; i < pdf->book->page_count; i++)
        zt_buf_printf(body, "%s%d 0 R", i ? " " : "", pdf->page_objects[i]);
    zt_buf_printf(body, "]/Count %zu>>", pdf->book->page_count);
    zt_pdf_end(pdf);
}

/* One dictionary for all pages. */
static void resources(zt_pdf *pdf)
{
    zt_buf *body = zt_pdf_begin(pdf, pdf->resources);
    zt_buf_puts(body, "<<");
    zt_buf_puts(body, pdf->fonts.count ? "/Font<<" : "");
    for (size_t i = 0; i < pdf->fonts.count; i++) {
        const zt_pdf_font *font = pdf->fonts.items[i];
        if (font->across)
            zt_buf_printf(body, "/F%zu %d 0 R", i, font->across);
        if (font->down)
            zt_buf_printf(body, "/V%zu %d 0 R", i, font->down);
    }
    zt_buf_puts(body, pdf->fonts.count ? ">>" : "");
    for (size_t i = 0; i < pdf->images.count; i++)
        zt_buf_printf(body, "%s/I%zu %d 0 R", i ? "" : "/XObject<<", i,
                      pdf->images.items[i].object);
    zt_buf_puts(body, pdf->images.count ? ">>" : "");
    zt_pdf_colour_resources(pdf, body);
    zt_pdf_layers_resources(pdf, body);
    zt_buf_puts(body, ">>");
    zt_pdf_end(pdf);
}

/* Numbers of pages are reserved before anything refers to them. */
static void begin(zt_pdf *pdf)
{
    zt_pdf_open(pdf, pdf->options->profile->header);
    pdf->pages = zt_pdf_reserve(pdf);
    pdf->resources = zt_pdf_reserve(pdf);
    pdf->page_objects = ZT_ARRAY(pdf->arena, pdf->book->page_count, int);
    for (size_t i = 0; i < pdf->book->page_count; i++)
        pdf->page_objects[i] = zt_pdf_reserve(pdf);
    zt_pdf_tags_begin(pdf);
}

/* What a page uses is known only after it is painted: fonts, pictures and inks follow the pages.
 */
static bool by_ourselves(zt_pdf *pdf)
{
    if (!zt_pdf_conform(pdf))
        return false;
    zt_pdf_omit(pdf);
    begin(pdf);
    zt_pdf_hear_book(pdf);
    for (size_t i = 0; i < pdf->book->page_count; i++)
        zt_pdf_page_write(pdf, i);
    for (size_t i = 0; i < pdf->fonts.count; i++)
        if (!zt_pdf_font_write(pdf, pdf->diags, pdf->fonts.items[i]))
            return false;
    if (!zt_pdf_images_write(pdf))
        return false;
    page_tree(pdf);
    resources(pdf);
    zt_pdf_colour_objects(pdf);
    if (!zt_pdf_attach(pdf))
        return false;
    zt_pdf_tags_write(pdf);
    int catalog = zt_pdf_catalog_write(pdf);
    zt_pdf_close(pdf, catalog, zt_pdf_info_write(pdf));
    return true;
}

/* Plants that take four inks refuse plates of others. */
static const zt_output_option options[] = {ZT_LAYERS_OPTION, ZT_SPOTS_OPTION, {0}};

/* The whole file is made in memory; the caller writes it. */
static bool write_book(const zt_export *e, zt_buf *out)
{
    zt_pdf pdf = {.arena = e->arena,
                  .diags = e->diags,
                  .out = out,
                  .book = e->book,
                  .options = e->options,
                  .press = {e->arena, e->diags, e->book, {0}},
                  .has_layers = zt_layers_asked(e->options),
                  .spots_to_process = zt_spots_to_process(e->options)};
    return by_ourselves(&pdf);
}

extern const zt_output zt_output_pdf;
const zt_output zt_output_pdf = {
    .name = "pdf",
    .zh = "整册一个文件，供屏幕或印刷",
    .en = "the whole book in one file, for screen or press",
    .usual = true,
    .write_book = write_book,
    .options = options,
};
