/* gen/export/pdf_page.c — what all that paints a page stands on: numbers, coordinates, text
   objects, overprint. It is given lengths in the frame of the page (points, y down from the
   trim's top) and turns them into those of PDF. */
#include "export/pdf_imp.h"
#include "scene/press_marks.h"

void zt_pdf_op_number(zt_buf *ops, double value, int decimals)
{
    zt_buf_number(ops, value, decimals);
    zt_buf_putc(ops, ' ');
}

zt_rect zt_pdf_media(const zt_pdf *pdf, const zt_scene *scene)
{
    return zt_scene_media(scene, pdf->options->profile->plates);
}

double zt_pdf_x(const zt_pdf_page *page, double x)
{
    return x - zt_pdf_media(page->pdf, page->scene).x;
}

double zt_pdf_y(const zt_pdf_page *page, double y)
{
    return zt_rect_foot(zt_pdf_media(page->pdf, page->scene)) - y;
}

/* The four states are resources /O0 to /O3, of which only those used are written to the file. */
void zt_pdf_over(zt_pdf_page *page, zt_pdf_use use, bool wanted)
{
    int over = page->now.over & ~(1 << use);
    if (wanted)
        over |= 1 << use;
    if (over == page->now.over)
        return;
    zt_buf_printf(&page->ops, "/O%d gs\n", over);
    page->now.over = over;
    page->pdf->states_used[over] = true;
}

/* A new text object starts with the identity as its matrix (9.4.1), so that what is remembered
   of lines is reset. */
void zt_pdf_text_begin(zt_pdf_page *page)
{
    if (page->in_text)
        return;
    zt_buf_puts(&page->ops, "BT\n");
    page->in_text = true;
    page->line_upright = true;
    page->line_x = page->line_y = 0;
}

/* Paths and pictures may not be painted inside a text object (8.2). */
void zt_pdf_text_end(zt_pdf_page *page)
{
    if (!page->in_text)
        return;
    zt_buf_puts(&page->ops, "ET\n");
    page->in_text = false;
}
