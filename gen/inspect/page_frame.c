/* gen/inspect/page_frame.c — the frame that a page is seen in, and its boxes in it. */
#include <math.h>

#include "inspect/painted_imp.h"

zt_matrix zt_pdf_page_matrix(zt_pdf_source *source, zt_pdf_object page)
{
    double unit = zt_pdf_number(source, zt_pdf_get(source, page, "/UserUnit"), 1);
    double turn = fmod(zt_pdf_number(source, zt_pdf_inherited(source, page, "/Rotate"), 0), 360);
    unit = unit > 0 ? unit : 1;
    switch ((int)turn + (turn < 0 ? 360 : 0)) { /* clockwise */
    case 90:
        return (zt_matrix){0, -unit, unit, 0, 0, 0};
    case 180:
        return (zt_matrix){-unit, 0, 0, -unit, 0, 0};
    case 270:
        return (zt_matrix){0, unit, -unit, 0, 0, 0};
    default:
        return (zt_matrix){unit, 0, 0, unit, 0, 0};
    }
}

/* The first of the boxes that the page has. */
static zt_rect first_box(zt_pdf_source *source, zt_pdf_object page, const char *const *keys)
{
    zt_rect box = {0, 0, 612, 792}; /* as readers take it where nothing is said */
    while (*keys && !zt_pdf_box(source, zt_pdf_inherited(source, page, *keys), &box))
        keys++;
    return zt_matrix_box(zt_pdf_page_matrix(source, page), box.x, box.y, box.w, box.h);
}

zt_rect zt_pdf_page_media(zt_pdf_source *source, zt_pdf_object page)
{
    static const char *const keys[] = {"/MediaBox", NULL};
    return first_box(source, page, keys);
}

zt_rect zt_pdf_page_trim(zt_pdf_source *source, zt_pdf_object page)
{
    static const char *const keys[] = {"/TrimBox", "/ArtBox", "/CropBox", "/MediaBox", NULL};
    return first_box(source, page, keys);
}
