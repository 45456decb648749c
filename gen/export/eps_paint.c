/* gen/export/eps_paint.c — inks, paths and type in PostScript. Type is outlines: a make-up system
   has nothing to miss. Black that overprints is painted in the separation Black, since PostScript's
   DeviceCMYK, overprinting, would still erase with the inks of no tint (4.8.5). */
#include "export/eps_imp.h"

#include <string.h>

#include "scene/overprint.h"

/* 1/100 pt is finer than any plate; shares of ink as in the PDF; widths finer still. */
enum { DECIMALS = 2, INK_DECIMALS = 4, WIDTH_DECIMALS = 3 };

/* ---- inks ---- */

/* The spot's number among the procedures; 0: a process ink. */
static size_t spot_of(const zt_eps *eps, const zt_ink *ink)
{
    for (size_t i = 4; ink->spot && !eps->to_process && i < eps->plates.count; i++)
        if (strcmp(eps->plates.items[i].spot->spot, ink->spot) == 0)
            return i - 3;
    return 0;
}

/* Writes the operators unless they are in force. */
static void set_colour(zt_eps *eps, zt_paint paint, bool over)
{
    zt_arena *arena = eps->e->arena;
    zt_buf text;
    zt_buf_init(&text, arena);
    size_t spot = spot_of(eps, paint.ink);
    double inks[4] = {paint.tint};
    for (int i = 0; i < 4 && !spot; i++)
        inks[i] = zt_clamp(paint.ink->cmyk[i] * paint.tint, 0, 1);
    zt_eps_numbers(&text, over ? &inks[3] : inks, spot || over ? 1 : 4, INK_DECIMALS);
    if (spot)
        zt_buf_printf(&text, "S%zu\n", spot);
    else
        zt_buf_puts(&text, over ? "O\n" : "K\n");
    if (zt_str_equal(zt_buf_view(&text), eps->colour))
        return;
    eps->colour = zt_buf_view(&text);
    zt_buf_str(&eps->ops, eps->colour);
}

/* ---- paths ---- */

static void put_point(zt_buf *out, double x, double y)
{
    const double values[2] = {x, y};
    zt_eps_numbers(out, values, 2, DECIMALS);
}

static void put_segment(zt_buf *out, const zt_seg *seg, double dx, double dy)
{
    static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
    static const int points[] = {1, 1, 3, 0};
    for (int i = 0; i < points[seg->kind]; i++)
        put_point(out, seg->p[i].x + dx, seg->p[i].y + dy);
    zt_buf_puts(out, operators[seg->kind]);
}

static void put_outline(zt_eps *eps, const zt_path *path, double dx, double dy)
{
    for (size_t i = 0; i < path->seg_count; i++)
        put_segment(&eps->ops, &path->segs[i], dx, dy);
}

/* Width, ends and joins, dashes; unless they are in force. */
static void set_line(zt_eps *eps, const zt_path *path)
{
    zt_buf text;
    zt_buf_init(&text, eps->e->arena);
    zt_buf_putc(&text, '[');
    if (path->dash[1] > 0)
        zt_eps_numbers(&text, path->dash, 2, WIDTH_DECIMALS);
    zt_buf_puts(&text, "]");
    zt_buf_puts(&text, path->cap == ZT_CAP_ROUND ? "1 " : "0 ");
    zt_eps_numbers(&text, &path->width, 1, WIDTH_DECIMALS);
    zt_buf_puts(&text, "L\n");
    if (zt_str_equal(zt_buf_view(&text), eps->line))
        return;
    eps->line = zt_buf_view(&text);
    zt_buf_str(&eps->ops, eps->line);
}

/* The fill first, then the stroke over it. */
static void paint(zt_eps *eps, const zt_path *path, double dx, double dy)
{
    if (path->fill.ink) {
        set_colour(eps, path->fill, false);
        put_outline(eps, path, dx, dy);
        zt_buf_puts(&eps->ops, "f\n");
    }
    if (path->stroke.ink && path->width > 0) {
        set_colour(eps, path->stroke, zt_path_overprints(path));
        set_line(eps, path);
        put_outline(eps, path, dx, dy);
        zt_buf_puts(&eps->ops, "s\n");
    }
}

void zt_eps_path(zt_eps *eps, const zt_path *path, double dx, double dy)
{
    zt_str colour = eps->colour, line = eps->line;
    if (path->clip) {
        const double clip[4] = {path->clip->x + dx, path->clip->y + dy, path->clip->w,
                                path->clip->h};
        zt_buf_puts(&eps->ops, "q\n");
        zt_eps_numbers(&eps->ops, clip, 4, DECIMALS);
        zt_buf_puts(&eps->ops, "rectclip\n");
    }
    paint(eps, path, dx, dy);
    if (!path->clip)
        return;
    zt_buf_puts(&eps->ops, "Q\n");
    eps->colour = colour;
    eps->line = line;
}

void zt_eps_marks(zt_eps *eps, const zt_path *marks)
{
    zt_buf_puts(&eps->ops, "A\n");
    set_line(eps, marks);
    put_outline(eps, marks, 0, 0);
    zt_buf_puts(&eps->ops, "s\n");
}

/* ---- type ---- */

/* In thousandths of an em, y up: whole numbers for most faces. */
static void define(zt_eps *eps, const zt_outline *shape)
{
    zt_buf_printf(&eps->glyphs, "/g%zu{", eps->defined.count);
    for (size_t i = 0; i < shape->segs.count; i++) {
        zt_seg seg = shape->segs.items[i];
        for (int k = 0; k < 3; k++)
            seg.p[k] = (zt_point){1000 * seg.p[k].x, 1000 * seg.p[k].y};
        put_segment(&eps->glyphs, &seg, 0, 0);
    }
    zt_buf_puts(&eps->glyphs, "}bd\n");
}

/* The number of the glyph's procedure, from 1; 0: it has no ink. A page has few hundred. */
static size_t number_of(zt_eps *eps, const zt_face *face, uint32_t glyph)
{
    for (size_t i = 0; i < eps->defined.count; i++)
        if (eps->defined.items[i].face == face && eps->defined.items[i].glyph == glyph)
            return i + 1;
    const zt_outline *shape = zt_outline_of(&eps->outlines, face, glyph);
    if (shape->segs.count == 0)
        return 0;
    zt_outline known = {.face = face, .glyph = glyph};
    ZT_PUSH(eps->e->arena, &eps->defined, known);
    define(eps, shape);
    return eps->defined.count;
}

/* Where the em of a glyph lies: the points of zt_outline_point as a matrix. */
static void put_matrix(zt_eps *eps, const zt_glyphs *run, const zt_glyph *glyph, double dx,
                       double dy)
{
    const zt_point at = zt_outline_point(run, glyph, (zt_point){0, 0}),
                   right = zt_outline_point(run, glyph, (zt_point){1, 0}),
                   up = zt_outline_point(run, glyph, (zt_point){0, 1});
    const double em[4] = {(right.x - at.x) / 1000, (right.y - at.y) / 1000, (up.x - at.x) / 1000,
                          (up.y - at.y) / 1000},
                 place[2] = {at.x + dx, at.y + dy};
    zt_buf_putc(&eps->ops, '[');
    zt_eps_numbers(&eps->ops, em, 4, 6);
    zt_eps_numbers(&eps->ops, place, 2, 3);
    zt_buf_putc(&eps->ops, ']');
}

void zt_eps_run(zt_eps *eps, const zt_glyphs *run, double dx, double dy)
{
    if (!run->paint.ink)
        return;
    set_colour(eps, run->paint, zt_glyphs_overprint(run, eps->e->book->overprint_below));
    for (size_t i = 0; i < run->glyph_count; i++) {
        size_t number = number_of(eps, run->face, run->glyphs[i].id);
        if (number == 0)
            continue;
        put_matrix(eps, run, &run->glyphs[i], dx, dy);
        zt_buf_printf(&eps->ops, "/g%zu T\n", number);
    }
}

/* ---- procedures ---- */

/* Of spots: S1 and on, each linear from paper to its recipe. */
static void put_spots(const zt_eps *eps, zt_buf *out)
{
    for (size_t i = 4; i < eps->plates.count; i++) {
        const zt_ink *ink = eps->plates.items[i].spot;
        zt_buf_printf(out, "/S%zu{false setoverprint[/Separation ", i - 3);
        zt_eps_string(out, ink->spot);
        zt_buf_puts(out, "cvn/DeviceCMYK{");
        for (int k = 0; k < 4; k++) {
            zt_buf_puts(out, k < 3 ? "dup " : "");
            zt_buf_number(out, ink->cmyk[k], INK_DECIMALS);
            zt_buf_puts(out, k < 3 ? " mul exch " : " mul");
        }
        zt_buf_puts(out, "}]setcolorspace setcolor}bd\n");
    }
}

void zt_eps_procedures(const zt_eps *eps, zt_buf *out)
{
    zt_buf_puts(out, "/bd{bind def}bind def\n"
                     "/m{moveto}bd/l{lineto}bd/c{curveto}bd/h{closepath}bd/f{fill}bd/s{stroke}bd\n"
                     "/q{gsave}bd/Q{grestore}bd\n"
                     "/L{setlinewidth dup setlinecap setlinejoin 0 setdash}bd\n"
                     "/K{false setoverprint setcmykcolor}bd\n"
                     "/O{true setoverprint[/Separation/Black/DeviceCMYK{0 0 0 4 -1 roll}]"
                     "setcolorspace setcolor}bd\n"
                     "/A{false setoverprint[/Separation/All/DeviceCMYK{dup dup dup}]"
                     "setcolorspace 1 setcolor}bd\n"
                     "/T{exch gsave concat load exec fill grestore}bd\n"
                     "/I{false setoverprint image A85 flushfile}bd\n");
    put_spots(eps, out);
    zt_buf_str(out, zt_buf_view(&eps->glyphs));
}
