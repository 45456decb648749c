/* Text in SVG: real characters, one <text> a line, as a viewer's search and a designer take it. In
   it a <tspan> begins where the type changes or the pen jumps, with one x and y: lists of positions
   are what many programs pass over. A viewer chooses glyphs by itself; where that would give
   another one (vertical forms, turned words), the outline is painted and the character stays in the
   text unpainted. */
#include <math.h>

#include "base/utf8.h"
#include "export/svg_imp.h"

/* Outlines are written in 1/1000 em: whole numbers for most fonts. */
static const double outline_unit = 1000;

/* Each glyph once in <defs>. */
static const char *outline_id(zt_svg *svg, const zt_face *face, uint32_t glyph)
{
    for (size_t i = 0; i < svg->glyphs.count; i++)
        if (svg->glyphs.items[i].face == face && svg->glyphs.items[i].glyph == glyph)
            return svg->glyphs.items[i].id;
    const char *wish = zt_arena_printf(svg->arena, "glyph-%s-%u", zt_face_ps_name(face), glyph);
    zt_svg_glyph entry = {face, glyph, zt_svg_id(svg, wish)};
    ZT_PUSH(svg->arena, &svg->glyphs, entry);
    const zt_outline *outline = zt_outline_of(&svg->outlines, face, glyph);
    zt_buf_printf(&svg->defs, "<path id=\"%s\" d=\"", entry.id);
    zt_svg_path_data(&svg->defs, outline->segs.items, outline->segs.count, outline_unit);
    zt_buf_puts(&svg->defs, "\"/>\n");
    return entry.id;
}

/* The glyph at its place; nothing for one without ink. */
static void use_outline(zt_svg *svg, const zt_glyphs *run, const zt_glyph *glyph)
{
    zt_rect ink;
    if (!zt_face_ink(run->face, glyph->id, &ink))
        return;
    const char *id = outline_id(svg, run->face, glyph->id);
    zt_point at = zt_outline_point(run, glyph, (zt_point){0, 0});
    zt_buf *out = &svg->body;
    zt_buf_printf(out, "<use xlink:href=\"#%s\" transform=\"translate(", id);
    zt_buf_number(out, at.x, ZT_SVG_DECIMALS);
    zt_buf_putc(out, ' ');
    zt_buf_number(out, at.y, ZT_SVG_DECIMALS);
    zt_buf_puts(out, run->rotated ? ") rotate(90) scale(" : ") scale(");
    zt_buf_number(out, run->size / outline_unit * zt_glyphs_scale(run), 6);
    zt_buf_putc(out, ' ');
    zt_buf_number(out, -run->size / outline_unit, 6);
    zt_buf_puts(out, ")\"/>");
}

/* Glyphs from first to end, in the run's paint. */
static void outlines(zt_svg *svg, const zt_glyphs *run, size_t first, size_t end)
{
    zt_buf_puts(&svg->body, "<g");
    zt_svg_paint(&svg->body, "fill", run->paint);
    zt_buf_putc(&svg->body, '>');
    for (size_t i = first; i < end; i++)
        use_outline(svg, run, &run->glyphs[i]);
    zt_buf_puts(&svg->body, "</g>\n");
}

/* What one <tspan> holds: glyphs that a viewer sets one after another as the scene does, or those
   of one cluster. */
typedef struct tspan_run {
    const zt_glyphs *run;
    size_t first, end; /* glyphs */
    zt_str text;
    double spacing; /* points between characters */
    bool native;    /* a viewer would choose the same glyphs */
    bool turned;    /* in the frame of is_turned_line */
} tspan_run;

/* A turned run that is a line of its own lies in a frame that is turned with it; beside upright
   ones it cannot be text. */
static bool is_turned_line(const zt_glyphs *first)
{
    return first->rotated && !zt_glyphs_next(first);
}

/* One cluster and whether a viewer would set it the same. */
static tspan_run cluster_at(const zt_glyphs *run, size_t first, bool turned)
{
    const zt_glyph *glyphs = run->glyphs;
    tspan_run s = {.run = run, .first = first, .end = first + 1, .turned = turned};
    while (s.end < run->glyph_count && glyphs[s.end].cluster == glyphs[first].cluster)
        s.end++;
    size_t text_end = run->text.len;
    for (size_t i = s.end; i < run->glyph_count && text_end == run->text.len; i++)
        if (glyphs[i].cluster > glyphs[first].cluster)
            text_end = glyphs[i].cluster;
    s.text = zt_str_slice(run->text, glyphs[first].cluster, text_end);
    size_t at = 0;
    uint32_t c = s.text.len ? zt_utf8_next(s.text, &at) : 0;
    s.native = run->rotated == turned && s.end == first + 1 && at == s.text.len &&
               zt_glyphs_scale(run) >= 1 && zt_face_glyph(run->face, c) == glyphs[first].id;
    return s;
}

/* Right to left: glyphs stand from left to right, their text is read the other way. */
static bool is_backward(const zt_glyphs *run)
{
    return run->glyphs[0].cluster > run->glyphs[run->glyph_count - 1].cluster;
}

/* How far a glyph stands from where a viewer's pen comes behind the one before. */
static double gap_before(const zt_glyphs *run, size_t i)
{
    const zt_glyph *before = &run->glyphs[i - 1];
    return run->glyphs[i].x - before->x - zt_face_advance(run->face, before->id) * run->size;
}

/* Whether glyph i goes on with those from `first` on at that spacing: no further off than a
   hundredth of a millimetre, along or across. */
static bool goes_on(const tspan_run *s, size_t i, double *pen)
{
    const double near = 0.02;
    const zt_glyphs *run = s->run;
    if (i >= run->glyph_count || !cluster_at(run, i, s->turned).native)
        return false;
    *pen += zt_face_advance(run->face, run->glyphs[i - 1].id) * run->size + s->spacing;
    return fabs(run->glyphs[i].x - *pen) < near &&
           fabs(run->glyphs[i].y - run->glyphs[s->first].y) < near;
}

/* As many glyphs as follow at one spacing. */
static void extend(tspan_run *s)
{
    double pen = s->run->glyphs[s->first].x;
    while (goes_on(s, s->end, &pen)) {
        s->text.len += cluster_at(s->run, s->end, s->turned).text.len;
        s->end++;
    }
}

/* The longest run of glyphs from there on that one <tspan> can hold. */
static tspan_run next_stretch(const zt_glyphs *run, size_t first, bool turned)
{
    /* A viewer orders and joins such text by itself: whole, or not at all. */
    if (is_backward(run))
        return (tspan_run){
            .run = run, .end = run->glyph_count, .text = run->text, .turned = turned};
    tspan_run s = cluster_at(run, first, turned), wide = s;
    if (!s.native || run->vertical || s.end == run->glyph_count)
        return s;
    extend(&s);
    /* Lines set wide; for a single gap the pen jumps. */
    wide.spacing = gap_before(run, first + 1);
    if (s.end == first + 1 && wide.spacing > -run->size / 2)
        extend(&wide);
    return wide.end > first + 2 ? wide : s;
}

/* Only what differs from the element around; `outer` NULL writes all. */
static void font(zt_buf *out, const zt_glyphs *run, const zt_glyphs *outer)
{
    if (!outer || run->face != outer->face) {
        zt_buf_puts(out, " font-family=\"");
        zt_buf_xml(out, zt_str_from(zt_face_family(run->face)));
        zt_buf_printf(out, "\" font-weight=\"%d\"", zt_face_weight(run->face));
    }
    if (!outer || run->size != outer->size)
        zt_svg_number(out, "font-size", run->size);
}

/* By pointer: inks of one theme are unique. */
static bool is_same_paint(zt_paint a, zt_paint b)
{
    return a.ink == b.ink && a.tint == b.tint;
}

/* Unpainted when the outlines below are what is seen. */
static void tspan(zt_buf *out, const tspan_run *s, const zt_glyphs *outer)
{
    const zt_glyphs *run = s->run;
    const zt_glyph *glyph = &run->glyphs[s->first];
    zt_point at =
        s->turned ? (zt_point){glyph->x, glyph->y} : zt_outline_point(run, glyph, (zt_point){0, 0});
    zt_buf_puts(out, "<tspan");
    zt_svg_number(out, "x", at.x);
    zt_svg_number(out, "y", at.y);
    font(out, run, outer);
    if (s->spacing != 0)
        zt_svg_number(out, "letter-spacing", s->spacing);
    if (!s->native)
        zt_buf_puts(out, " fill=\"none\"");
    else if (!is_same_paint(run->paint, outer->paint))
        zt_svg_paint(out, "fill", run->paint);
    zt_buf_putc(out, '>');
    zt_buf_xml(out, s->text);
    zt_buf_puts(out, "</tspan>");
}

/* Runs without ink are not drawn. */
static bool is_painted(const zt_glyphs *run)
{
    return run->glyph_count > 0 && run->paint.ink;
}

/* Whether no run of the line has text to find. */
static bool is_silent(const zt_glyphs *first)
{
    bool silent = true;
    for (const zt_glyphs *run = first; run; run = zt_glyphs_next(run))
        silent = silent && (!is_painted(run) || run->text.len == 0);
    return silent;
}

/* One <text> with all runs of the line. */
static void line_text(zt_buf *out, const zt_glyphs *first)
{
    if (is_silent(first))
        return;
    bool turned = is_turned_line(first);
    zt_buf_puts(out, "<text");
    font(out, first, NULL);
    zt_svg_paint(out, "fill", first->paint);
    if (turned) {
        zt_buf_puts(out, " transform=\"translate(");
        zt_buf_number(out, first->origin.x, ZT_SVG_DECIMALS);
        zt_buf_putc(out, ' ');
        zt_buf_number(out, first->origin.y, ZT_SVG_DECIMALS);
        zt_buf_puts(out, ") rotate(90)\"");
    }
    zt_buf_putc(out, '>');
    for (const zt_glyphs *run = first; run; run = zt_glyphs_next(run)) {
        for (size_t i = 0; is_painted(run) && i < run->glyph_count;) {
            tspan_run s = next_stretch(run, i, turned);
            tspan(out, &s, first);
            i = s.end;
        }
    }
    zt_buf_puts(out, "</text>\n");
}

/* The stretches that a viewer would set otherwise. */
static void run_outlines(zt_svg *svg, const zt_glyphs *run, bool turned)
{
    size_t from = 0;
    for (size_t i = 0; i < run->glyph_count;) {
        tspan_run s = next_stretch(run, i, turned);
        if (s.native && from < i)
            outlines(svg, run, from, i);
        i = s.end;
        from = s.native ? i : from;
    }
    if (from < run->glyph_count)
        outlines(svg, run, from, run->glyph_count);
}

/* The first run of a line writes all of it. */
void zt_svg_glyphs(zt_svg *svg, const zt_glyphs *run)
{
    if (svg->as_paths) {
        if (is_painted(run))
            outlines(svg, run, 0, run->glyph_count);
        return;
    }
    /* The line was written with its first run. */
    bool written = svg->line_rest == run;
    svg->line_rest = zt_glyphs_next(run);
    if (written)
        return;
    line_text(&svg->body, run);
    for (const zt_glyphs *r = run; r; r = zt_glyphs_next(r))
        if (is_painted(r))
            run_outlines(svg, r, is_turned_line(run));
}
