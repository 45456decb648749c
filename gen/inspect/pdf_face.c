/* gen/inspect/pdf_face.c — what the dictionary of a font says: whether its file is there, how wide
   its codes are. */
#include "inspect/painted_imp.h"

/* More codes than a font has; a file may claim any number. */
enum { WIDTHS_MOST = 65536 };

/* The descriptor's own file in one of three formats (9.9). */
static bool has_file(zt_pdf_source *source, zt_pdf_object descriptor)
{
    static const char *const keys[] = {"/FontFile", "/FontFile2", "/FontFile3"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (zt_pdf_is_stream(source, zt_pdf_get(source, descriptor, keys[i])))
            return true;
    return false;
}

/* Widths of a simple font (9.6.2). */
static void simple_widths(zt_pdf_source *source, zt_arena *arena, zt_pdf_object font,
                          zt_pdf_object descriptor, zt_pdf_face *face)
{
    zt_pdf_object list = zt_pdf_get(source, font, "/Widths");
    size_t count = zt_pdf_count(source, list);
    count = count < 256 ? count : 256;
    double *widths = ZT_ARRAY(arena, count + 1, double);
    for (size_t i = 0; i < count; i++)
        widths[i] = zt_pdf_number(source, zt_pdf_item(source, list, i), 500);
    face->widths = widths;
    face->width_count = count;
    face->first =
        (int)zt_clamp(zt_pdf_number(source, zt_pdf_get(source, font, "/FirstChar"), 0), 0, 255);
    face->width =
        zt_pdf_number(source, zt_pdf_get(source, descriptor, "/MissingWidth"), count ? 0 : 500);
}

/* One stretch of W (9.7.4.3): c [w1 w2 …], or c1 c2 w. The index behind it. */
static size_t widths_stretch(zt_pdf_source *source, zt_pdf_object list, size_t at, double *widths)
{
    double first = zt_pdf_number(source, zt_pdf_item(source, list, at), -1);
    zt_pdf_object second = zt_pdf_item(source, list, at + 1);
    if (zt_pdf_is_array(source, second)) {
        size_t count = zt_pdf_count(source, second);
        for (size_t i = 0; i < count && first + (double)i < WIDTHS_MOST && first >= 0; i++)
            widths[(size_t)first + i] = zt_pdf_number(source, zt_pdf_item(source, second, i), 1000);
        return at + 2;
    }
    double last = zt_pdf_number(source, second, -1),
           width = zt_pdf_number(source, zt_pdf_item(source, list, at + 2), 1000);
    for (double code = first; code <= last && code < WIDTHS_MOST && first >= 0; code++)
        widths[(size_t)code] = width;
    return at + 3;
}

/* Widths of the font below a Type0 font; its codes are taken for its glyphs. */
static void composite_widths(zt_pdf_source *source, zt_arena *arena, zt_pdf_object below,
                             zt_pdf_face *face)
{
    zt_pdf_object list = zt_pdf_get(source, below, "/W");
    size_t count = zt_pdf_count(source, list);
    face->two_bytes = true;
    face->width = zt_pdf_number(source, zt_pdf_get(source, below, "/DW"), 1000);
    if (count == 0)
        return;
    double *widths = ZT_ARRAY(arena, WIDTHS_MOST, double);
    for (size_t i = 0; i < WIDTHS_MOST; i++)
        widths[i] = face->width;
    for (size_t at = 0; at + 1 < count;)
        at = widths_stretch(source, list, at, widths);
    face->widths = widths;
    face->width_count = WIDTHS_MOST;
}

const zt_pdf_face *zt_pdf_face_of(zt_pdf_source *source, zt_arena *arena, zt_pdf_object font,
                                  zt_str name)
{
    zt_pdf_face *face = ZT_NEW(arena, zt_pdf_face);
    zt_str kind = zt_pdf_name(source, zt_pdf_get(source, font, "/Subtype"));
    zt_pdf_object below = zt_pdf_item(source, zt_pdf_get(source, font, "/DescendantFonts"), 0);
    zt_pdf_object described = zt_str_is(kind, "Type0") ? below : font;
    zt_pdf_object descriptor = zt_pdf_get(source, described, "/FontDescriptor");
    face->name = zt_pdf_name(source, zt_pdf_get(source, font, "/BaseFont"));
    if (face->name.len == 0)
        face->name = name;
    face->type3 = zt_str_is(kind, "Type3");
    face->embedded = face->type3 || has_file(source, descriptor);
    if (zt_str_is(kind, "Type0"))
        composite_widths(source, arena, below, face);
    else
        simple_widths(source, arena, font, descriptor, face);
    return face;
}

double zt_pdf_face_width(const zt_pdf_face *face, int code)
{
    int at = code - face->first;
    return at >= 0 && (size_t)at < face->width_count ? face->widths[at] : face->width;
}
