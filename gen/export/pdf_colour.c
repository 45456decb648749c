/* Inks: RGB on the screen; for the press the exact recipe, spot inks as Separation, and overprint
   for black. Nothing is ever converted. */
#include <math.h>
#include <string.h>

#include "export/pdf_imp.h"

/* Fine enough for 8 bits a channel and for a recipe in tenths of a per cent. */
enum { DECIMALS = 4, SCALE = 10000 };

/* Index + 1 of the spot ink, entered when new; 0 for a process ink. */
static int spot_of(zt_pdf *pdf, const zt_ink *ink)
{
    if (!pdf->options->profile->plates || !ink->spot || pdf->spots_to_process)
        return 0;
    for (size_t i = 0; i < pdf->spots.count; i++)
        if (strcmp(pdf->spots.items[i].ink->spot, ink->spot) == 0)
            return (int)i + 1;
    zt_pdf_spot spot = {ink, zt_pdf_reserve(pdf)};
    ZT_PUSH(pdf->arena, &pdf->spots, spot);
    return (int)pdf->spots.count;
}

/* The numbers of the colour operator and how many they are: 3 of RGB, 4 of CMYK, 1 of a spot's
   tint. */
static zt_pdf_colour colour_of(zt_pdf *pdf, zt_paint paint, int *count)
{
    zt_pdf_colour colour = {.spot = spot_of(pdf, paint.ink), .known = true};
    double values[4] = {paint.tint};
    *count = 1;
    if (!pdf->options->profile->plates) {
        zt_rgb rgb = zt_paint_rgb(paint);
        values[0] = rgb.r, values[1] = rgb.g, values[2] = rgb.b;
        *count = 3;
    } else if (!colour.spot) {
        for (int i = 0; i < 4; i++)
            values[i] = paint.ink->cmyk[i] * paint.tint;
        *count = 4;
    }
    for (int i = 0; i < *count; i++)
        colour.values[i] = (int)lround(zt_clamp(values[i], 0, 1) * SCALE);
    return colour;
}

/* The colour space is chosen only when the spot ink changes (8.6.8). */
void zt_pdf_colour_set(zt_pdf *pdf, zt_buf *ops, zt_pdf_colour *now, zt_pdf_use use, zt_paint paint)
{
    static const char *const operators[2][5] = {{NULL, "scn", NULL, "rg", "k"},
                                                {NULL, "SCN", NULL, "RG", "K"}};
    int count;
    zt_pdf_colour colour = colour_of(pdf, paint, &count);
    if (now->known && now->spot == colour.spot &&
        memcmp(now->values, colour.values, sizeof colour.values) == 0)
        return;
    if (colour.spot && (!now->known || now->spot != colour.spot))
        zt_buf_printf(ops, "/S%d %s ", colour.spot - 1, use == ZT_PDF_FILL ? "cs" : "CS");
    for (int i = 0; i < count; i++)
        zt_pdf_op_number(ops, (double)colour.values[i] / SCALE, DECIMALS);
    zt_buf_printf(ops, "%s\n", operators[use][count]);
    *now = colour;
}

/* One graphics state for each combination of overprint that a page used (8.6.7, mode 1). */
void zt_pdf_colour_resources(zt_pdf *pdf, zt_buf *body)
{
    if (pdf->spots.count || pdf->has_marks) {
        zt_buf_puts(body, "/ColorSpace<<");
        if (pdf->has_marks)
            zt_buf_puts(body, "/All[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1"
                              "/C0[0 0 0 0]/C1[1 1 1 1]>>]");
        for (size_t i = 0; i < pdf->spots.count; i++)
            zt_buf_printf(body, "/S%zu %d 0 R", i, pdf->spots.items[i].object);
        zt_buf_puts(body, ">>");
    }
    bool any = false;
    for (int over = 0; over < 4; over++) {
        if (!pdf->states_used[over])
            continue;
        zt_buf_puts(body, any ? "" : "/ExtGState<<");
        any = true;
        zt_buf_printf(body, "/O%d<</OP %s/op %s/OPM 1>>", over,
                      over & 1 << ZT_PDF_STROKE ? "true" : "false",
                      over & 1 << ZT_PDF_FILL ? "true" : "false");
    }
    zt_buf_puts(body, any ? ">>" : "");
}

/* 7.9.1 and 7.3.5: a name with every byte outside the regular characters as #xx. */
static void name(zt_buf *body, const char *text)
{
    zt_buf_putc(body, '/');
    for (const char *p = text; *p; p++) {
        if (*p > 0x20 && *p < 0x7f && !strchr("#/()<>[]{}%", *p))
            zt_buf_putc(body, *p);
        else
            zt_buf_printf(body, "#%02X", (unsigned)(unsigned char)*p);
    }
}

/* Separation spaces (8.6.6.4) over DeviceCMYK, linear from paper to the recipe. */
void zt_pdf_colour_objects(zt_pdf *pdf)
{
    for (size_t i = 0; i < pdf->spots.count; i++) {
        const zt_pdf_spot *spot = &pdf->spots.items[i];
        zt_buf *body = zt_pdf_begin(pdf, spot->object);
        zt_buf_puts(body, "[/Separation");
        name(body, spot->ink->spot);
        zt_buf_puts(body, "/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[");
        for (int k = 0; k < 4; k++)
            zt_pdf_op_number(body, spot->ink->cmyk[k], DECIMALS);
        zt_buf_puts(body, "]>>]");
        zt_pdf_end(pdf);
    }
}
