/* gen/inspect/gradient_ink.c — the colours that the function of a shading goes between. */
#include "inspect/painted_imp.h"

/* Functions in functions; pieces of one. */
enum { DEPTH_MOST = 4, PIECES_MOST = 256 };

/* The ink at one end of an exponential function (7.10.3). */
static double end_ink(zt_pdf_source *source, zt_pdf_object end, const zt_space *space, double first)
{
    zt_colour colour = zt_space_first(space);
    for (size_t i = 0; i < colour.count; i++)
        colour.value[i] = zt_pdf_number(source, zt_pdf_item(source, end, i), i == 0 ? first : 0);
    return zt_colour_ink(&colour);
}

static double function_ink(zt_pdf_source *source, zt_pdf_object function, const zt_space *space,
                           int depth)
{
    int kind = zt_pdf_whole(source, zt_pdf_get(source, function, "/FunctionType"), 0);
    zt_pdf_object pieces = zt_pdf_get(source, function, "/Functions");
    size_t count = zt_pdf_count(source, pieces);
    double most = 0;
    if (kind == 2)
        return zt_max(end_ink(source, zt_pdf_get(source, function, "/C0"), space, 0),
                      end_ink(source, zt_pdf_get(source, function, "/C1"), space, 1));
    for (size_t i = 0; kind == 3 && depth < DEPTH_MOST && i < count && i < PIECES_MOST; i++)
        most = zt_max(most, function_ink(source, zt_pdf_item(source, pieces, i), space, depth + 1));
    return most;
}

double zt_pdf_gradient_ink(zt_pdf_source *source, zt_pdf_object shading, const zt_space *space)
{
    return space->indexed || space->pattern
               ? 0
               : function_ink(source, zt_pdf_get(source, shading, "/Function"), space, 0);
}
