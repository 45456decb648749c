/* Text in SVG: real characters, each put where the scene puts its glyph. A viewer chooses glyphs by
   itself; where that would give another one (vertical forms, widths by feature), the outline is
   painted and the character stays in the text unpainted. */
#include <math.h>

#include "base/utf8.h"
#include "export/svg_imp.h"

enum { DECIMALS = 3 };
/* Outlines are written in 1/1000 em: whole numbers for most fonts. */
static const double outline_unit = 1000;

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

static void use_outline(zt_svg *svg, const zt_glyphs *run, const zt_glyph *glyph)
{
    zt_rect ink;
    if (!zt_face_ink(run->face, glyph->id, &ink))
        return;
    const char *id = outline_id(svg, run->face, glyph->id);
    zt_point at = zt_outline_point(run, glyph, (zt_point){0, 0});
    zt_buf *out = &svg->body;
    zt_buf_printf(out, "<use xlink:href=\"#%s\" transform=\"translate(", id);
    zt_buf_number(out, at.x, DECIMALS);
    zt_buf_putc(out, ' ');
    zt_buf_number(out, at.y, DECIMALS);
    zt_buf_puts(out, run->rotated ? ") rotate(90) scale(" : ") scale(");
    zt_buf_number(out, run->size / outline_unit * zt_glyphs_scale(run), 6);
    zt_buf_putc(out, ' ');
    zt_buf_number(out, -run->size / outline_unit, 6);
    zt_buf_puts(out, ")\"/>");
}

static void outlines(zt_svg *svg, const zt_glyphs *run, size_t first, size_t end)
{
    zt_buf_puts(&svg->body, "<g");
    zt_svg_paint(&svg->body, "fill", run->paint);
    zt_buf_putc(&svg->body, '>');
    for (size_t i = first; i < end; i++)
        use_outline(svg, run, &run->glyphs[i]);
    zt_buf_puts(&svg->body, "</g>\n");
}

/* A stretch of a run that one list of positions serves: glyphs of one character each, or one
   cluster of another shape. */
typedef struct stretch {
    size_t first, end; /* glyphs */
    zt_str text;
    bool simple; /* one glyph and one character of the basic plane in each cluster */
    bool native; /* a viewer would choose the same glyphs */
} stretch;

static stretch cluster_at(const zt_glyphs *run, size_t first)
{
    const zt_glyph *glyphs = run->glyphs;
    stretch s = {.first = first, .end = first + 1};
    while (s.end < run->glyph_count && glyphs[s.end].cluster == glyphs[first].cluster)
        s.end++;
    size_t text_end = run->text.len;
    for (size_t i = s.end; i < run->glyph_count && text_end == run->text.len; i++)
        if (glyphs[i].cluster > glyphs[first].cluster)
            text_end = glyphs[i].cluster;
    s.text = zt_str_slice(run->text, glyphs[first].cluster, text_end);
    size_t at = 0;
    uint32_t c = s.text.len ? zt_utf8_next(s.text, &at) : 0;
    /* Viewers disagree whether a position counts characters or UTF-16 units. */
    s.simple = s.end == first + 1 && at == s.text.len && c > 0 && c <= 0xffff;
    s.native = s.end == first + 1 && at == s.text.len && zt_glyphs_scale(run) >= 1 &&
               zt_face_glyph(run->face, c) == glyphs[first].id;
    return s;
}

/* Right to left: glyphs stand from left to right, their text is read the other way. */
static bool is_backward(const zt_glyphs *run)
{
    return run->glyphs[0].cluster > run->glyphs[run->glyph_count - 1].cluster;
}

static stretch next_stretch(const zt_glyphs *run, size_t first)
{
    /* A viewer orders and joins such text by itself: whole, or not at all. */
    if (is_backward(run))
        return (stretch){.first = 0, .end = run->glyph_count, .text = run->text};
    stretch all = cluster_at(run, first);
    /* Some viewers (librsvg) take only the first position of a list: a line's spacing is then a
       little off, but a column would lie flat. So a column's characters stand each alone. */
    while (!run->vertical && all.simple && all.end < run->glyph_count) {
        stretch more = cluster_at(run, all.end);
        if (!more.simple || more.native != all.native)
            break;
        all.end = more.end;
        all.text.len += more.text.len;
    }
    return all;
}

static void positions(zt_buf *out, const zt_glyphs *run, const stretch *s, char axis)
{
    /* A turned run has a frame of its own; others lie in the group's. */
    double origin = run->rotated ? 0 : axis == 'x' ? run->origin.x : run->origin.y;
    bool one = axis == 'y';
    for (size_t i = s->first; i < s->end && one; i++)
        one = run->glyphs[i].y == run->glyphs[s->first].y;
    zt_buf_printf(out, " %c=\"", axis);
    for (size_t i = s->first; i < (s->simple && !one ? s->end : s->first + 1); i++) {
        zt_buf_puts(out, i > s->first ? " " : "");
        zt_buf_number(out, origin + (axis == 'x' ? run->glyphs[i].x : run->glyphs[i].y), DECIMALS);
    }
    zt_buf_putc(out, '"');
}

static void tspan(zt_buf *out, const zt_glyphs *run, const stretch *s)
{
    zt_buf_puts(out, "<tspan");
    positions(out, run, s, 'x');
    positions(out, run, s, 'y');
    zt_buf_puts(out, s->native ? ">" : " fill=\"none\">");
    zt_buf_xml(out, s->text);
    zt_buf_puts(out, "</tspan>");
}

static void text_start(zt_buf *out, const zt_glyphs *run)
{
    zt_buf_puts(out, "<text font-family=\"");
    zt_buf_xml(out, zt_str_from(zt_face_family(run->face)));
    zt_buf_printf(out, "\" font-weight=\"%d\"", zt_face_weight(run->face));
    zt_svg_number(out, "font-size", run->size);
    zt_svg_paint(out, "fill", run->paint);
    if (run->rotated) {
        zt_buf_puts(out, " transform=\"translate(");
        zt_buf_number(out, run->origin.x, DECIMALS);
        zt_buf_putc(out, ' ');
        zt_buf_number(out, run->origin.y, DECIMALS);
        zt_buf_puts(out, ") rotate(90)\"");
    }
    zt_buf_putc(out, '>');
}

void zt_svg_glyphs(zt_svg *svg, const zt_glyphs *run)
{
    if (run->glyph_count == 0 || !run->paint.ink)
        return;
    if (svg->options->svg_text == ZT_SVG_PATHS || run->text.len == 0) {
        outlines(svg, run, 0, run->glyph_count);
        return;
    }
    zt_buf *out = &svg->body;
    text_start(out, run);
    for (size_t i = 0; i < run->glyph_count;) {
        stretch s = next_stretch(run, i);
        tspan(out, run, &s);
        i = s.end;
    }
    zt_buf_puts(out, "</text>\n");
    for (size_t i = 0; i < run->glyph_count;) {
        stretch s = next_stretch(run, i);
        if (!s.native)
            outlines(svg, run, s.first, s.end);
        i = s.end;
    }
}
