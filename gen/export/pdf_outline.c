/* The document outline (12.3.3): one flat list, each entry leads to a place on its page. */
#include "export/pdf_imp.h"

/* One outline item (12.3.3), linked to its neighbours. */
static void entry_write(zt_pdf *pdf, const zt_bookmark *mark, int outline, const int *objects,
                        size_t i)
{
    const zt_book *book = pdf->book;
    const zt_scene *page = book->pages[mark->page];
    zt_buf *body = zt_pdf_begin(pdf, objects[i]);
    zt_buf_puts(body, "<</Title");
    zt_pdf_text_string(body, zt_str_from(mark->title));
    zt_buf_printf(body, "/Parent %d 0 R", outline);
    if (i > 0)
        zt_buf_printf(body, "/Prev %d 0 R", objects[i - 1]);
    if (i + 1 < book->bookmark_count)
        zt_buf_printf(body, "/Next %d 0 R", objects[i + 1]);
    zt_buf_printf(body, "/Dest[%d 0 R/XYZ null ", pdf->page_objects[mark->page]);
    zt_pdf_op_number(body, page->height + page->bleed - mark->y, 2);
    zt_buf_puts(body, "null]>>");
    zt_pdf_end(pdf);
}

/* Numbers first, since the entries name each other. */
int zt_pdf_outline_write(zt_pdf *pdf)
{
    const zt_book *book = pdf->book;
    size_t count = book->bookmark_count;
    if (!count)
        return 0;
    int outline = zt_pdf_reserve(pdf);
    int *objects = ZT_ARRAY(pdf->arena, count, int);
    for (size_t i = 0; i < count; i++)
        objects[i] = zt_pdf_reserve(pdf);
    for (size_t i = 0; i < count; i++)
        entry_write(pdf, book->bookmarks + i, outline, objects, i);
    zt_buf *body = zt_pdf_begin(pdf, outline);
    zt_buf_printf(body, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %zu>>", objects[0],
                  objects[count - 1], count);
    zt_pdf_end(pdf);
    return outline;
}
