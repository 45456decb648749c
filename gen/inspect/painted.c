/* gen/inspect/painted.c — the graphics state of a page (8.4) as its operators change it, its
   pictures and forms. */
#include <math.h>

#include "inspect/jpx_head.h"
#include "inspect/painted_walk.h"

/* Of a page that lies in wait: forms in forms, operators, states that are saved. */
enum { OPERATORS_MOST = 4000000, STATES_MOST = 512, DIFFERENCES_MOST = 1024 };

static void walk(zt_walker *w, zt_str bytes, zt_pdf_object resources);

/* ---- colours ---- */

/* Numbers of the operands into a colour of that space. */
static zt_colour colour_of(const zt_walker *w, const zt_content_stream *c, const zt_space *space)
{
    if (space->indexed)
        return zt_space_indexed(w->source, w->arena, space, zt_content_number(c, 0));
    zt_colour colour = zt_space_first(space);
    for (size_t i = 0; i < space->count; i++)
        colour.value[i] = zt_content_number(c, i);
    return colour;
}

/* Of a pattern (8.7): a gradient has the space of its shading, a tile of no colour that of its
   operands, another its own. */
static void set_pattern(zt_walker *w, zt_brush *brush, const zt_content_stream *c,
                        zt_pdf_object resources)
{
    zt_pdf_source *source = w->source;
    zt_str name = c->operands.count ? zt_content_name(c, c->operands.count - 1) : (zt_str){0};
    zt_pdf_object pattern = zt_walk_resource(w, resources, "/Pattern", name),
                  shading = zt_pdf_get(source, pattern, "/Shading");
    if (shading) {
        zt_space space =
            zt_pdf_space(source, resources, zt_pdf_get(source, shading, "/ColorSpace"));
        brush->colour = zt_space_any(&space);
        brush->colour.most = zt_pdf_gradient_ink(source, shading, &space);
    } else if (zt_pdf_number(source, zt_pdf_get(source, pattern, "/PaintType"), 1) == 2) {
        zt_space below = brush->space;
        below.pattern = false;
        brush->colour = colour_of(w, c, &below);
    } else {
        brush->colour = zt_space_first(&brush->space);
        brush->tile = pattern;
    }
}

static void set_colour(zt_walker *w, zt_brush *brush, const zt_content_stream *c,
                       zt_pdf_object resources)
{
    brush->tile = 0;
    if (brush->space.pattern)
        set_pattern(w, brush, c, resources);
    else
        brush->colour = colour_of(w, c, &brush->space);
}

static bool colour_operator(zt_walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    static const struct {
        const char *fill, *stroke;
        zt_colour_space family;
        size_t count;
    } devices[] = {
        {"g", "G", ZT_SPACE_GREY, 1}, {"rg", "RG", ZT_SPACE_RGB, 3}, {"k", "K", ZT_SPACE_CMYK, 4}};
    bool stroke = c->operator_.data[0] >= 'A' && c->operator_.data[0] <= 'Z';
    zt_brush *brush = stroke ? &w->now.stroke : &w->now.fill;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (zt_str_is(c->operator_, stroke ? devices[i].stroke : devices[i].fill)) {
            zt_colour_space family = devices[i].family;
            brush->space = (zt_space){.family = family,
                                      .managed = family == ZT_SPACE_RGB && w->managed_rgb,
                                      .count = devices[i].count};
            set_colour(w, brush, c, resources);
            return true;
        }
    if (zt_str_in_words(c->operator_, "cs CS")) {
        brush->space = zt_pdf_space_named(w->source, resources, zt_content_name(c, 0));
        brush->colour = zt_space_first(&brush->space);
        brush->tile = 0;
    } else if (zt_str_in_words(c->operator_, "sc scn SC SCN")) {
        set_colour(w, brush, c, resources);
    } else {
        return false;
    }
    return true;
}

/* ---- state ---- */

/* A blend mode other than Normal, or a soft mask. */
static bool blends(zt_walker *w, zt_pdf_object gs)
{
    zt_pdf_object mode = zt_pdf_get(w->source, gs, "/BM"),
                  mask = zt_pdf_get(w->source, gs, "/SMask");
    zt_str name = zt_pdf_name(
        w->source, zt_pdf_is_array(w->source, mode) ? zt_pdf_item(w->source, mode, 0) : mode);
    return (name.len && !zt_str_in_words(name, "Normal Compatible")) ||
           zt_pdf_is_dictionary(w->source, mask);
}

/* gs (8.4.5): only what a press asks for. */
static void extended_state(zt_walker *w, zt_pdf_object gs)
{
    zt_pdf_source *source = w->source;
    zt_pdf_object fill = zt_pdf_get(source, gs, "/op"), stroke = zt_pdf_get(source, gs, "/OP");
    if (stroke)
        w->now.stroke.overprints = zt_pdf_is_true(source, stroke);
    if (fill || stroke)
        w->now.fill.overprints = zt_pdf_is_true(source, fill ? fill : stroke);
    w->now.mode = zt_pdf_whole(source, zt_pdf_get(source, gs, "/OPM"), w->now.mode);
    w->now.width = zt_pdf_number(source, zt_pdf_get(source, gs, "/LW"), w->now.width);
    if (zt_pdf_get(source, gs, "/ca"))
        w->now.fill.clear = zt_pdf_number(source, zt_pdf_get(source, gs, "/ca"), 1) < 1;
    if (zt_pdf_get(source, gs, "/CA"))
        w->now.stroke.clear = zt_pdf_number(source, zt_pdf_get(source, gs, "/CA"), 1) < 1;
    if (zt_pdf_get(source, gs, "/BM") || zt_pdf_get(source, gs, "/SMask"))
        w->now.transparent = blends(w, gs);
    zt_pdf_object font = zt_pdf_get(source, gs, "/Font");
    if (zt_pdf_count(source, font) == 2) {
        zt_walk_face(w, zt_pdf_item(source, font, 0), (zt_str){0});
        w->now.text.size = zt_pdf_number(source, zt_pdf_item(source, font, 1), 0);
    }
}

static bool state_operator(zt_walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    if (zt_str_is(c->operator_, "q")) {
        if (w->saved.count < STATES_MOST)
            ZT_PUSH(w->arena, &w->saved, w->now);
        else
            w->unsaved++;
    } else if (zt_str_is(c->operator_, "Q")) {
        if (w->unsaved > 0)
            w->unsaved--;
        else if (w->saved.count > w->outer)
            w->now = w->saved.items[--w->saved.count];
    } else if (zt_str_is(c->operator_, "cm")) {
        w->now.ctm = zt_matrix_then(zt_matrix_of(c), w->now.ctm);
    } else if (zt_str_is(c->operator_, "w")) {
        w->now.width = fabs(zt_content_number(c, 0));
    } else if (zt_str_is(c->operator_, "gs")) {
        extended_state(w, zt_walk_resource(w, resources, "/ExtGState", zt_content_name(c, 0)));
    } else {
        return false;
    }
    return true;
}

/* What a page begins with, and a tile. */
static zt_paint_state state_first(void)
{
    zt_space grey = {.family = ZT_SPACE_GREY, .count = 1};
    zt_brush black = {.space = grey, .colour = zt_space_first(&grey)};
    return (zt_paint_state){.fill = black, .stroke = black, .width = 1, .text = {.scale = 1}};
}

/* ---- pictures and forms ---- */

/* A picture in the unit square of the matrix; its colour is that of its space, of a mask that of
   fills. */
static void paint_picture(zt_walker *w, zt_painted mark, double wide, double high)
{
    zt_matrix m = w->now.ctm;
    double across = hypot(m.a, m.b) / 72, down = hypot(m.c, m.d) / 72;
    if (!(wide >= 1 && high >= 1 && across > 0 && down > 0))
        return;
    mark.kind = ZT_PAINTED_IMAGE;
    mark.box = zt_matrix_box(m, 0, 0, 1, 1);
    mark.pixels_wide = (int)zt_min(wide, 1e6);
    mark.pixels_high = (int)zt_min(high, 1e6);
    mark.ppi = zt_min(wide / across, high / down);
    if (mark.is_mask) {
        zt_walk_paint(w, mark, &w->now.fill);
        return;
    }
    if (!zt_matrix_invert(m, &mark.from_page))
        mark.fields = NULL;
    mark.overprint = w->now.fill.overprints;
    mark.transparent = mark.transparent || w->now.fill.clear;
    zt_walk_hand(w, mark);
}

/* The inks of a picture, looked for once a page; one without a number of its own each time. */
static zt_picture_inks picture_inks(zt_walker *w, zt_pdf_object image, int number,
                                    const zt_space *space)
{
    zt_known_picture known = {.number = number};
    for (size_t i = 0; number && i < w->pictures.count; i++)
        if (w->pictures.items[i].number == number)
            return w->pictures.items[i].inks;
    known.inks = zt_pdf_picture_inks(w->source, w->arena, image, space);
    if (number)
        ZT_PUSH(w->arena, &w->pictures, known);
    return known.inks;
}

static zt_coding coding_of(zt_str filter)
{
    if (zt_str_is(filter, "JPXDecode"))
        return ZT_CODING_JPEG2000;
    if (zt_str_in_words(filter, "LZWDecode LZW"))
        return ZT_CODING_LZW;
    return zt_str_is(filter, "JBIG2Decode") ? ZT_CODING_JBIG2 : ZT_CODING_OTHER;
}

/* JPEG 2000 says its size and its colours itself, unless the dictionary says them (7.4.9). */
static void ask_jpeg_2000(zt_walker *w, zt_pdf_object image, zt_painted *mark, zt_rect *pixels)
{
    zt_str file;
    zt_jpx_head head;
    if (mark->coding != ZT_CODING_JPEG2000 ||
        !zt_pdf_packed_data(w->source, w->arena, image, &file) || !zt_jpx_head_read(file, &head))
        return;
    *pixels = (zt_rect){0, 0, (double)head.wide, (double)head.high};
    if (mark->is_mask || zt_pdf_get(w->source, image, "/ColorSpace"))
        return;
    mark->colour.space = head.space;
    mark->colour.managed = head.managed;
}

/* `number`: of its object; 0 of an inline one, which is told with what it is in. */
static void paint_image(zt_walker *w, zt_pdf_object resources, zt_pdf_object image, int number)
{
    zt_pdf_source *source = w->source;
    zt_space space = zt_pdf_space(source, resources, zt_pdf_get(source, image, "/ColorSpace"));
    zt_painted mark = {.is_mask = zt_pdf_is_true(source, zt_pdf_get(source, image, "/ImageMask")),
                       .colour = zt_space_any(&space),
                       .coding = coding_of(zt_pdf_last_filter(source, image)),
                       .transparent = zt_pdf_is_stream(source, zt_pdf_get(source, image, "/SMask")),
                       .object = number};
    zt_rect pixels = {0, 0, zt_pdf_number(source, zt_pdf_get(source, image, "/Width"), 0),
                      zt_pdf_number(source, zt_pdf_get(source, image, "/Height"), 0)};
    if (!mark.is_mask) {
        zt_picture_inks inks = picture_inks(w, image, number, &space);
        mark.colour.most = inks.most;
        mark.fields = mark.transparent ? NULL : inks.fields;
    }
    ask_jpeg_2000(w, image, &mark, &pixels);
    paint_picture(w, mark, pixels.w, pixels.h);
}

/* The picture in the stream itself (8.9.7). */
static void paint_inline(zt_walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    zt_pdf_object image = zt_pdf_inline_picture(w->source, w->arena, c->entries, c->image);
    if (image)
        paint_image(w, resources, image, 0);
    else
        w->lost = true;
}

static zt_matrix matrix_in(zt_pdf_source *source, zt_pdf_object array)
{
    double v[6] = {1, 0, 0, 1, 0, 0};
    for (size_t i = 0; zt_pdf_count(source, array) == 6 && i < 6; i++)
        v[i] = zt_pdf_number(source, zt_pdf_item(source, array, i), v[i]);
    return (zt_matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
}

/* The data of a form, unpacked once a page: forms are painted many times. */
static zt_str form_data(zt_walker *w, zt_pdf_object form)
{
    int number = zt_pdf_number_of(w->source, form);
    for (size_t i = 0; number && i < w->forms.count; i++)
        if (w->forms.items[i].number == number)
            return w->forms.items[i].data;
    zt_str data = zt_pdf_stream_data(w->source, w->arena, form);
    zt_form_data kept = {number, data};
    ZT_PUSH(w->arena, &w->forms, kept);
    return data;
}

/* The stream of a form or of a tile, in a state of its own within its box; the walk goes on as
   before behind it. The caller has set, and will set back, what is to hold in it. */
static void walk_inside(zt_walker *w, zt_pdf_object stream, zt_pdf_object resources)
{
    zt_pdf_source *source = w->source;
    const zt_walker outside = *w;
    zt_pdf_object own = zt_pdf_get(source, stream, "/Resources");
    int number = zt_pdf_number_of(source, stream);
    zt_rect box;
    for (size_t i = 0; number && i < w->depth; i++)
        if (w->inside[i] == number)
            return; /* in itself it paints nothing */
    if (w->depth == ZT_FORMS_DEEP) {
        w->cut = true;
        return;
    }
    w->now.ctm =
        zt_matrix_then(matrix_in(source, zt_pdf_get(source, stream, "/Matrix")), w->now.ctm);
    if (zt_pdf_box(source, zt_pdf_get(source, stream, "/BBox"), &box))
        zt_walk_clip(w, zt_matrix_box(w->now.ctm, box.x, box.y, box.w, box.h));
    w->path = (zt_path_boxes){.all_boxes = true};
    w->base = w->now.ctm;
    w->outer = w->saved.count;
    w->unsaved = 0;
    w->object = number ? number : w->object;
    w->owner = own ? w->object : w->owner;
    w->inside[w->depth++] = number;
    walk(w, form_data(w, stream), own ? own : resources);
    w->depth--;
    w->saved.count = w->outer;
    w->now = outside.now;
    w->path = outside.path;
    w->text = outside.text;
    w->line = outside.line;
    w->base = outside.base;
    w->outer = outside.outer;
    w->unsaved = outside.unsaved;
    w->object = outside.object;
    w->owner = outside.owner;
}

/* A form; as a group it blends as a whole (8.10.1, 11.6.6). */
static void paint_form(zt_walker *w, zt_pdf_object resources, zt_pdf_object form)
{
    zt_pdf_source *source = w->source;
    zt_pdf_object group = zt_pdf_get(source, form, "/Group");
    bool before = w->now.transparent;
    if (zt_str_is(zt_pdf_name(source, zt_pdf_get(source, group, "/S")), "Transparency"))
        w->now.transparent = true;
    walk_inside(w, form, resources);
    w->now.transparent = before;
}

/* What fills a box in tiles (8.7.3) is looked at once, as if each mark of the tile filled the box.
 */
static void paint_tile(zt_walker *w, zt_pdf_object pattern, zt_rect box)
{
    const zt_walker outside = *w;
    if (!zt_pdf_is_stream(w->source, pattern))
        return;
    w->now = state_first();
    w->now.transparent = outside.now.transparent;
    w->now.ctm = w->base;
    w->now.clip = (zt_rect){-1e9, -1e9, 2e9, 2e9};
    w->tile = outside.tile ? outside.tile : &box;
    walk_inside(w, pattern, 0);
    w->now = outside.now;
    w->tile = outside.tile;
}

/* The name of a code in the encoding of a Type3 font (9.6.5). */
static zt_str glyph_name(zt_pdf_source *source, zt_pdf_object font, int code)
{
    zt_pdf_object list = zt_pdf_get(source, zt_pdf_get(source, font, "/Encoding"), "/Differences");
    size_t count = zt_pdf_count(source, list);
    int now = 0;
    for (size_t i = 0; i < count && i < DIFFERENCES_MOST; i++) {
        zt_pdf_object item = zt_pdf_item(source, list, i);
        if (zt_pdf_is_number(source, item))
            now = zt_pdf_whole(source, item, 0);
        else if (now == code)
            return zt_pdf_name(source, item);
        else if (now <= 255)
            now++;
    }
    return (zt_str){0};
}

/* Whether the glyph says its own colours: it begins with d0 and not with d1. */
static bool has_own_colours(zt_walker *w, zt_str data)
{
    zt_content_stream content;
    zt_content_begin(&content, w->arena, data);
    return zt_content_next(&content) && zt_str_is(content.operator_, "d0");
}

static void paint_glyph(zt_walker *w, zt_pdf_object font, zt_str name)
{
    zt_pdf_source *source = w->source;
    const zt_paint_state before = w->now;
    const zt_text_state *t = &before.text;
    zt_pdf_object glyph = zt_pdf_get(source, zt_pdf_get(source, font, "/CharProcs"),
                                     zt_arena_printf(w->arena, "/%.*s", ZT_ARG(name)));
    if (!zt_pdf_is_stream(source, glyph) || !has_own_colours(w, form_data(w, glyph)))
        return;
    zt_matrix em = {t->size * t->scale, 0, 0, t->size, 0, t->rise};
    w->now.ctm = zt_matrix_then(matrix_in(source, zt_pdf_get(source, font, "/FontMatrix")),
                                zt_matrix_then(em, zt_matrix_then(w->text, w->now.ctm)));
    walk_inside(w, glyph, zt_pdf_get(source, font, "/Resources"));
    w->now = before;
}

/* Each glyph of a Type3 font is looked into where it stands first. */
static void paint_type3(zt_walker *w, zt_str codes)
{
    const zt_pdf_face *face = w->now.text.face;
    for (size_t i = 0; i < codes.len; i++) {
        int code = (unsigned char)codes.data[i];
        zt_str name = {0};
        if (!face->seen[code])
            name = glyph_name(w->source, face->font, code);
        face->seen[code] = true;
        if (name.len)
            paint_glyph(w, face->font, name);
    }
}

static void paint_shading(zt_walker *w, zt_pdf_object resources, zt_str name)
{
    zt_pdf_object shading = zt_walk_resource(w, resources, "/Shading", name);
    zt_space space =
        zt_pdf_space(w->source, resources, zt_pdf_get(w->source, shading, "/ColorSpace"));
    zt_painted mark = {.kind = ZT_PAINTED_SHADING,
                       .box = w->now.clip,
                       .colour = zt_space_any(&space),
                       .transparent = w->now.fill.clear};
    mark.colour.most = zt_pdf_gradient_ink(w->source, shading, &space);
    zt_walk_hand(w, mark);
}

static bool object_operator(zt_walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    if (zt_str_is(c->operator_, "Do")) {
        zt_pdf_object object = zt_walk_resource(w, resources, "/XObject", zt_content_name(c, 0));
        zt_str kind = zt_pdf_name(w->source, zt_pdf_get(w->source, object, "/Subtype"));
        if (zt_str_is(kind, "Image"))
            paint_image(w, resources, object, zt_pdf_number_of(w->source, object));
        else if (zt_str_is(kind, "Form"))
            paint_form(w, resources, object);
    } else if (zt_str_is(c->operator_, "sh")) {
        paint_shading(w, resources, zt_content_name(c, 0));
    } else if (zt_str_is(c->operator_, "EI")) {
        paint_inline(w, c, resources);
    }
    return true;
}

static void walk(zt_walker *w, zt_str bytes, zt_pdf_object resources)
{
    zt_content_stream content;
    bool before = w->managed_rgb;
    w->managed_rgb = zt_pdf_space_named(w->source, resources, ZT_STR("DeviceRGB")).managed;
    zt_content_begin(&content, w->arena, bytes);
    while (!(w->cut = w->cut || w->operators >= OPERATORS_MOST) && zt_content_next(&content)) {
        w->operators++;
        (void)(zt_walk_path(w, &content) || state_operator(w, &content, resources) ||
               colour_operator(w, &content, resources) || zt_walk_text(w, &content, resources) ||
               object_operator(w, &content, resources));
    }
    w->managed_rgb = before;
}

bool zt_pdf_paint(zt_pdf_source *source, zt_arena *arena, zt_pdf_object page, zt_painted_sink sink,
                  void *self)
{
    zt_walker w = {.source = source,
                   .arena = zt_arena_beside(arena),
                   .sink = sink,
                   .self = self,
                   .tile_painter = paint_tile,
                   .glyph_painter = paint_type3,
                   .base = zt_pdf_page_matrix(source, page),
                   .now = state_first()};
    w.now.ctm = w.base;
    w.now.clip = zt_pdf_page_media(source, page);
    zt_walk_path_clear(&w);
    walk(&w, zt_pdf_page_data(source, w.arena, page), zt_pdf_inherited(source, page, "/Resources"));
    zt_arena_drop(w.arena);
    return zt_pdf_turn(source) && !w.cut && !w.lost;
}
