/* gen/export/svg_imp.h — the parts of the SVG output, private to export/. */
#ifndef ZT_SVG_IMP_H
#define ZT_SVG_IMP_H

#include "export/layers.h"
#include "export/outline_imp.h"

/* A glyph that <defs> holds as an outline, by face and glyph id, with the id that <use> names. */
typedef struct zt_svg_glyph {
    const zt_face *face;
    uint32_t glyph;
    const char *id;
} zt_svg_glyph;

/* Ids that are taken in a file. */
typedef ZT_VEC(const char *) zt_svg_ids;

/* One file on its way: what is drawn, and the definitions that it refers to. */
typedef struct zt_svg {
    const zt_export *e;
    const zt_scene *page;
    zt_arena *arena;
    zt_diags *diags;
    bool failed;   /* after a report */
    bool as_paths; /* outlines instead of text */
    /* Groups say to Inkscape that they are layers; those of the groups that are open. */
    bool has_layers;
    zt_lang language; /* of their names */
    ZT_VEC(zt_layer) layer_stack;
    size_t layer_depth;
    zt_buf body, defs;
    zt_outlines outlines;
    zt_svg_ids ids;
    bool inert; /* links are no stops of the keyboard: they stand elsewhere too */
    ZT_VEC(zt_svg_glyph) glyphs;
    /* The run that was written with those before it. */
    const zt_glyphs *line_rest;
} zt_svg;

/* svg_write.c, which stands below the others. */
enum { ZT_SVG_DECIMALS = 3 };
/* A name that nothing else in the file has: the wish itself, or with -2, -3 behind it. */
const char *zt_svg_id(zt_svg *svg, const char *wish);
/* ` name="value"`, the value a text, a number or a paint's screen colour. Escaped for a
   double-quoted attribute. */
void zt_svg_attribute(zt_buf *out, const char *name, const char *value);
/* An attribute with a number, in as many decimals as the file needs. */
void zt_svg_number(zt_buf *out, const char *name, double value);
/* An attribute with a colour; “none” for a paint without ink. */
void zt_svg_paint(zt_buf *out, const char *name, zt_paint paint);
/* Path data of segments, each point scaled; the outputs' frame or a glyph's. */
void zt_svg_path_data(zt_buf *out, const zt_seg *segs, size_t count, double scale);
/* The beginning of a <rect>: who calls adds to it and ends it. */
void zt_svg_rect(zt_buf *out, zt_rect r);
/* The id of a clip path of that rectangle. */
const char *zt_svg_clip(zt_svg *svg, zt_rect box);
/* RFC 4648, 4. */
void zt_base64(zt_buf *out, zt_str bytes);
/* A page as an element of HTML, for eyes alone: hidden from who hears the page. Its ids are none of
   `ids`, to which they are added. */
bool zt_svg_inline(const zt_export *e, const zt_scene *page, zt_svg_ids *ids, zt_buf *out);
/* svg_image.c: a photograph, its file inside; false after a report. */
bool zt_svg_image(zt_svg *svg, const zt_image *image);
/* The run, with those that go on with its line; outlines where a viewer would choose other glyphs.
 */
void zt_svg_glyphs(zt_svg *svg, const zt_glyphs *run);

#endif
