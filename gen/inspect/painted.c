/* gen/inspect/painted.c — the graphics state of a page (8.4) as its operators change it, and the
   marks that they paint. */
#include <math.h>
#include <string.h>

#include "inspect/painted_imp.h"

/* Of a page that lies in wait: forms in forms, operators, states that are saved. */
enum { FORMS_DEEP = 12, OPERATORS_MOST = 4000000, STATES_MOST = 512, FACES_MOST = 4096 };

typedef struct text_state {
    const zt_pdf_face *face;
    double size, spacing, word_spacing, scale, leading, rise;
    int mode; /* 3: invisible */
} text_state;

/* What q saves. */
typedef struct paint_state {
    zt_matrix ctm;
    zt_colour fill, stroke;
    zt_space fill_space, stroke_space;
    bool fill_over, stroke_over;
    int mode; /* of overprint */
    double width;
    bool transparent, fill_clear, stroke_clear;
    zt_rect clip;
    text_state text;
} paint_state;

/* A path as far as it is known: the boxes of its outlines. */
typedef struct outlines {
    ZT_VEC(zt_rect) boxes;
    zt_rect now;
    bool open, all_boxes; /* every outline is a rectangle along the axes */
    bool clips;
} outlines;

/* A page on the way. */
typedef struct walker {
    zt_pdf_source *source;
    zt_arena *arena;
    zt_painted_sink sink;
    void *self;
    paint_state now;
    ZT_VEC(paint_state) saved;
    outlines path;
    zt_matrix text, line;
    int depth, object;
    size_t operators;
    /* Faces by the numbers of their objects. */
    ZT_VEC(struct {
        int number;
        const zt_pdf_face *face;
    })
    faces;
} walker;

/* ---- matrices and boxes ---- */

zt_matrix zt_matrix_then(zt_matrix m, zt_matrix n)
{
    return (zt_matrix){m.a * n.a + m.b * n.c,       m.a * n.b + m.b * n.d,
                       m.c * n.a + m.d * n.c,       m.c * n.b + m.d * n.d,
                       m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

zt_point zt_matrix_apply(zt_matrix m, double x, double y)
{
    return (zt_point){m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f};
}

/* Lengths are scaled by so much, both ways taken together. */
static double scale_of(zt_matrix m)
{
    return sqrt(fabs(m.a * m.d - m.b * m.c));
}

static zt_rect around(zt_point p, zt_point q)
{
    return (zt_rect){zt_min(p.x, q.x), zt_min(p.y, q.y), fabs(p.x - q.x), fabs(p.y - q.y)};
}

/* Around both, empty ones too: a line has no height. */
static zt_rect join(zt_rect a, zt_rect b)
{
    double x = zt_min(a.x, b.x), y = zt_min(a.y, b.y);
    return (zt_rect){x, y, zt_max(zt_rect_right(a), zt_rect_right(b)) - x,
                     zt_max(zt_rect_foot(a), zt_rect_foot(b)) - y};
}

static zt_rect box_of(zt_matrix m, double x, double y, double w, double h)
{
    zt_rect first = around(zt_matrix_apply(m, x, y), zt_matrix_apply(m, x + w, y + h));
    return join(first, around(zt_matrix_apply(m, x + w, y), zt_matrix_apply(m, x, y + h)));
}

/* What is left of a box within the clip; false for nothing. */
static bool within(zt_rect *box, zt_rect clip)
{
    double x = zt_max(box->x, clip.x), y = zt_max(box->y, clip.y);
    double right = zt_min(zt_rect_right(*box), zt_rect_right(clip)),
           top = zt_min(zt_rect_foot(*box), zt_rect_foot(clip));
    if (right < x || top < y)
        return false;
    *box = (zt_rect){x, y, right - x, top - y};
    return true;
}

/* ---- marks ---- */

static void paint(walker *w, zt_painted mark)
{
    if (!within(&mark.box, w->now.clip))
        return;
    mark.object = w->object;
    mark.overprint_mode = w->now.mode;
    mark.transparent = w->now.transparent ||
                       (mark.kind == ZT_PAINTED_STROKE ? w->now.stroke_clear : w->now.fill_clear);
    w->sink(w->self, &mark);
}

/* ---- paths ---- */

static void path_point(walker *w, zt_point p)
{
    zt_rect at = {p.x, p.y, 0, 0};
    w->path.now = w->path.open ? join(w->path.now, at) : at;
    w->path.open = true;
}

static void path_end(walker *w)
{
    if (w->path.open)
        ZT_PUSH(w->arena, &w->path.boxes, w->path.now);
    w->path.open = false;
}

static void path_clear(walker *w)
{
    w->path.boxes.count = 0;
    w->path.open = w->path.clips = false;
    w->path.all_boxes = true;
}

/* A line is as thick as its matrix makes it; one of no width is the thinnest that a device has
   (8.4.3.2). */
static void stroke_path(walker *w)
{
    double width = w->now.width * scale_of(w->now.ctm);
    for (size_t i = 0; i < w->path.boxes.count; i++) {
        zt_rect box = w->path.boxes.items[i];
        box = (zt_rect){box.x - width / 2, box.y - width / 2, box.w + width, box.h + width};
        paint(w, (zt_painted){.kind = ZT_PAINTED_STROKE,
                              .box = box,
                              .colour = w->now.stroke,
                              .overprint = w->now.stroke_over,
                              .size = width});
    }
}

static void fill_path(walker *w)
{
    for (size_t i = 0; i < w->path.boxes.count; i++) {
        zt_rect box = w->path.boxes.items[i];
        if (box.w <= 0 && box.h <= 0)
            continue;
        paint(w, (zt_painted){.kind = ZT_PAINTED_FILL,
                              .box = box,
                              .colour = w->now.fill,
                              .overprint = w->now.fill_over,
                              .size = w->path.all_boxes ? zt_min(box.w, box.h) : 0});
    }
}

static void finish_path(walker *w, bool fills, bool strokes)
{
    path_end(w);
    if (fills)
        fill_path(w);
    if (strokes)
        stroke_path(w);
    if (w->path.clips && w->path.boxes.count > 0) {
        zt_rect all = w->path.boxes.items[0];
        for (size_t i = 1; i < w->path.boxes.count; i++)
            all = join(all, w->path.boxes.items[i]);
        if (!within(&all, w->now.clip))
            all = (zt_rect){-1e9, -1e9, 0, 0}; /* nothing is seen any more */
        w->now.clip = all;
    }
    path_clear(w);
}

static void rectangle(walker *w, const zt_content_stream *c)
{
    zt_matrix m = w->now.ctm;
    path_end(w);
    if (fabs(m.b) + fabs(m.c) > 1e-6 * (fabs(m.a) + fabs(m.d)) && fabs(m.a) + fabs(m.d) > 1e-9)
        w->path.all_boxes = false;
    w->path.now = box_of(m, zt_content_number(c, 0), zt_content_number(c, 1),
                         zt_content_number(c, 2), zt_content_number(c, 3));
    w->path.open = true;
    path_end(w);
}

/* Points of the operands, pair after pair; curves stay within their controls. */
static void path_points(walker *w, const zt_content_stream *c)
{
    for (size_t i = 0; i + 1 < c->operands.count && i < 6; i += 2)
        path_point(
            w, zt_matrix_apply(w->now.ctm, zt_content_number(c, i), zt_content_number(c, i + 1)));
    w->path.all_boxes = false;
}

static bool path_operator(walker *w, const zt_content_stream *c)
{
    static const struct {
        const char *name;
        bool fills, strokes;
    } painters[] = {{"f", true, false}, {"F", true, false}, {"f*", true, false}, {"S", false, true},
                    {"s", false, true}, {"B", true, true},  {"B*", true, true},  {"b", true, true},
                    {"b*", true, true}, {"n", false, false}};
    for (size_t i = 0; i < sizeof painters / sizeof *painters; i++)
        if (zt_str_is(c->operator_, painters[i].name)) {
            finish_path(w, painters[i].fills, painters[i].strokes);
            return true;
        }
    if (zt_str_is(c->operator_, "m"))
        path_end(w);
    if (zt_str_in_words(c->operator_, "m l c v y"))
        path_points(w, c);
    else if (zt_str_is(c->operator_, "re"))
        rectangle(w, c);
    else if (zt_str_in_words(c->operator_, "W W*"))
        w->path.clips = true;
    else
        return zt_str_is(c->operator_, "h");
    return true;
}

/* ---- colours ---- */

/* Numbers of the operands into a colour of that space. */
static zt_colour colour_of(const zt_content_stream *c, const zt_space *space)
{
    zt_colour colour = zt_space_first(space);
    if (space->family == ZT_SPACE_PATTERN || space->family == ZT_SPACE_UNKNOWN)
        return colour;
    for (size_t i = 0; i < space->count && i < 8; i++)
        colour.value[i] = zt_content_number(c, i);
    return colour;
}

static void set_colour(walker *w, const zt_content_stream *c, zt_space space, bool stroke)
{
    zt_colour colour = colour_of(c, &space);
    *(stroke ? &w->now.stroke_space : &w->now.fill_space) = space;
    *(stroke ? &w->now.stroke : &w->now.fill) = colour;
}

static bool colour_operator(walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    static const struct {
        const char *name;
        zt_colour_space family;
        size_t count;
        bool stroke;
    } devices[] = {{"g", ZT_SPACE_GREY, 1, false}, {"G", ZT_SPACE_GREY, 1, true},
                   {"rg", ZT_SPACE_RGB, 3, false}, {"RG", ZT_SPACE_RGB, 3, true},
                   {"k", ZT_SPACE_CMYK, 4, false}, {"K", ZT_SPACE_CMYK, 4, true}};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (zt_str_is(c->operator_, devices[i].name)) {
            set_colour(w, c, (zt_space){.family = devices[i].family, .count = devices[i].count},
                       devices[i].stroke);
            return true;
        }
    bool stroke = zt_str_in_words(c->operator_, "CS SC SCN");
    if (zt_str_in_words(c->operator_, "cs CS")) {
        zt_space space = zt_pdf_space_named(w->source, resources, zt_content_name(c, 0));
        *(stroke ? &w->now.stroke_space : &w->now.fill_space) = space;
        *(stroke ? &w->now.stroke : &w->now.fill) = zt_space_first(&space);
    } else if (zt_str_in_words(c->operator_, "sc scn SC SCN")) {
        set_colour(w, c, stroke ? w->now.stroke_space : w->now.fill_space, stroke);
    } else {
        return false;
    }
    return true;
}

/* ---- state ---- */

/* An entry of a dictionary of the resources by the name that an operator gives. */
static zt_pdf_object resource(walker *w, zt_pdf_object resources, const char *kind, zt_str name)
{
    const char *key = zt_arena_printf(w->arena, "/%.*s", ZT_ARG(name));
    return zt_pdf_get(w->source, zt_pdf_get(w->source, resources, kind), key);
}

static void set_face(walker *w, zt_pdf_object font, zt_str name)
{
    int number = zt_pdf_number_of(w->source, font);
    for (size_t i = 0; number && i < w->faces.count; i++)
        if (w->faces.items[i].number == number) {
            w->now.text.face = w->faces.items[i].face;
            return;
        }
    w->now.text.face = zt_pdf_face_of(w->source, w->arena, font, name);
    if (w->faces.count < FACES_MOST) {
        ZT_PUSH(w->arena, &w->faces, (__typeof__(*w->faces.items)){0});
        w->faces.items[w->faces.count - 1].number = number;
        w->faces.items[w->faces.count - 1].face = w->now.text.face;
    }
}

/* A blend mode other than Normal, or a soft mask. */
static bool blends(walker *w, zt_pdf_object gs)
{
    zt_pdf_object mode = zt_pdf_get(w->source, gs, "/BM"),
                  mask = zt_pdf_get(w->source, gs, "/SMask");
    zt_str name = zt_pdf_name(
        w->source, zt_pdf_is_array(w->source, mode) ? zt_pdf_item(w->source, mode, 0) : mode);
    return (name.len && !zt_str_in_words(name, "Normal Compatible")) ||
           zt_pdf_is_dictionary(w->source, mask);
}

/* gs (8.4.5): only what a press asks for. */
static void extended_state(walker *w, zt_pdf_object gs)
{
    zt_pdf_source *source = w->source;
    zt_pdf_object fill = zt_pdf_get(source, gs, "/op"), stroke = zt_pdf_get(source, gs, "/OP");
    if (stroke)
        w->now.stroke_over = zt_pdf_is_true(source, stroke);
    if (fill || stroke)
        w->now.fill_over = zt_pdf_is_true(source, fill ? fill : stroke);
    w->now.mode = (int)zt_pdf_number(source, zt_pdf_get(source, gs, "/OPM"), w->now.mode);
    w->now.width = zt_pdf_number(source, zt_pdf_get(source, gs, "/LW"), w->now.width);
    if (zt_pdf_get(source, gs, "/ca"))
        w->now.fill_clear = zt_pdf_number(source, zt_pdf_get(source, gs, "/ca"), 1) < 1;
    if (zt_pdf_get(source, gs, "/CA"))
        w->now.stroke_clear = zt_pdf_number(source, zt_pdf_get(source, gs, "/CA"), 1) < 1;
    if (zt_pdf_get(source, gs, "/BM") || zt_pdf_get(source, gs, "/SMask"))
        w->now.transparent = blends(w, gs);
    zt_pdf_object font = zt_pdf_get(source, gs, "/Font");
    if (zt_pdf_count(source, font) == 2) {
        set_face(w, zt_pdf_item(source, font, 0), (zt_str){0});
        w->now.text.size = zt_pdf_number(source, zt_pdf_item(source, font, 1), 0);
    }
}

static zt_matrix matrix_of(const zt_content_stream *c)
{
    return (zt_matrix){zt_content_number(c, 0), zt_content_number(c, 1), zt_content_number(c, 2),
                       zt_content_number(c, 3), zt_content_number(c, 4), zt_content_number(c, 5)};
}

static bool state_operator(walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    if (zt_str_is(c->operator_, "q")) {
        if (w->saved.count < STATES_MOST)
            ZT_PUSH(w->arena, &w->saved, w->now);
    } else if (zt_str_is(c->operator_, "Q")) {
        if (w->saved.count > 0)
            w->now = w->saved.items[--w->saved.count];
    } else if (zt_str_is(c->operator_, "cm")) {
        w->now.ctm = zt_matrix_then(matrix_of(c), w->now.ctm);
    } else if (zt_str_is(c->operator_, "w")) {
        w->now.width = fabs(zt_content_number(c, 0));
    } else if (zt_str_is(c->operator_, "gs")) {
        extended_state(w, resource(w, resources, "/ExtGState", zt_content_name(c, 0)));
    } else {
        return false;
    }
    return true;
}

/* ---- text ---- */

/* Moves the pen by one string; its box comes from the ascent and descent of usual faces. */
static void show(walker *w, zt_str codes)
{
    const text_state *t = &w->now.text;
    const zt_pdf_face *face = t->face;
    double advance = 0;
    size_t step = face && face->two_bytes ? 2 : 1;
    for (size_t i = 0; face && i + step <= codes.len; i += step) {
        int code = (unsigned char)codes.data[i];
        if (step == 2)
            code = code << 8 | (unsigned char)codes.data[i + 1];
        advance += zt_pdf_face_width(face, code) / 1000 * t->size + t->spacing +
                   (step == 1 && code == ' ' ? t->word_spacing : 0);
    }
    advance *= t->scale;
    zt_matrix m = zt_matrix_then(w->text, w->now.ctm);
    double size = fabs(t->size) * hypot(m.c, m.d);
    if (face && codes.len > 0 && t->mode != 3 && t->mode != 7 && size > 0)
        paint(w, (zt_painted){.kind = ZT_PAINTED_TEXT,
                              .box = box_of(m, 0, t->rise - 0.12 * t->size, advance, t->size),
                              .colour = t->mode == 1 ? w->now.stroke : w->now.fill,
                              .overprint = t->mode == 1 ? w->now.stroke_over : w->now.fill_over,
                              .size = size,
                              .face = face,
                              .text = codes});
    w->text = zt_matrix_then((zt_matrix){1, 0, 0, 1, advance, 0}, w->text);
}

static void next_line(walker *w, double x, double y)
{
    w->text = w->line = zt_matrix_then((zt_matrix){1, 0, 0, 1, x, y}, w->line);
}

/* Strings and the distances between them, in 1/1000 em to the left. */
static void show_all(walker *w, const zt_content_stream *c)
{
    for (size_t i = 0; i < c->operands.count; i++) {
        const zt_operand *o = &c->operands.items[i];
        if (o->kind == ZT_OPERAND_STRING)
            show(w, o->text);
        else if (o->kind == ZT_OPERAND_NUMBER) {
            double x = -o->number / 1000 * w->now.text.size * w->now.text.scale;
            w->text = zt_matrix_then((zt_matrix){1, 0, 0, 1, x, 0}, w->text);
        }
    }
}

static void show_next(walker *w, const zt_content_stream *c)
{
    if (zt_str_is(c->operator_, "\"")) {
        w->now.text.word_spacing = zt_content_number(c, 0);
        w->now.text.spacing = zt_content_number(c, 1);
    }
    next_line(w, 0, -w->now.text.leading);
    if (c->operands.count && c->operands.items[c->operands.count - 1].kind == ZT_OPERAND_STRING)
        show(w, c->operands.items[c->operands.count - 1].text);
}

static bool text_place(walker *w, const zt_content_stream *c)
{
    if (zt_str_is(c->operator_, "BT"))
        w->text = w->line = (zt_matrix){1, 0, 0, 1, 0, 0};
    else if (zt_str_is(c->operator_, "Tm"))
        w->text = w->line = matrix_of(c);
    else if (zt_str_in_words(c->operator_, "Td TD")) {
        if (zt_str_is(c->operator_, "TD"))
            w->now.text.leading = -zt_content_number(c, 1);
        next_line(w, zt_content_number(c, 0), zt_content_number(c, 1));
    } else if (zt_str_is(c->operator_, "T*"))
        next_line(w, 0, -w->now.text.leading);
    else if (zt_str_in_words(c->operator_, "Tj TJ"))
        show_all(w, c);
    else if (zt_str_in_words(c->operator_, "' \""))
        show_next(w, c);
    else
        return zt_str_is(c->operator_, "ET");
    return true;
}

static bool text_operator(walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    text_state *t = &w->now.text;
    double first = zt_content_number(c, 0);
    if (zt_str_is(c->operator_, "Tf")) {
        zt_str name = zt_content_name(c, 0);
        set_face(w, resource(w, resources, "/Font", name), name);
        t->size = zt_content_number(c, 1);
    } else if (zt_str_is(c->operator_, "Tc"))
        t->spacing = first;
    else if (zt_str_is(c->operator_, "Tw"))
        t->word_spacing = first;
    else if (zt_str_is(c->operator_, "Tz"))
        t->scale = first / 100;
    else if (zt_str_is(c->operator_, "TL"))
        t->leading = first;
    else if (zt_str_is(c->operator_, "Ts"))
        t->rise = first;
    else if (zt_str_is(c->operator_, "Tr"))
        t->mode = (int)first;
    else
        return text_place(w, c);
    return true;
}

/* ---- pictures and forms ---- */

/* A picture in the unit square of the matrix. */
static void paint_image(walker *w, zt_pdf_object resources, zt_pdf_object image)
{
    zt_pdf_source *source = w->source;
    zt_matrix m = w->now.ctm;
    double wide = zt_pdf_number(source, zt_pdf_get(source, image, "/Width"), 0),
           high = zt_pdf_number(source, zt_pdf_get(source, image, "/Height"), 0);
    double across = hypot(m.a, m.b) / 72, down = hypot(m.c, m.d) / 72;
    zt_painted mark = {.kind = ZT_PAINTED_IMAGE, .box = box_of(m, 0, 0, 1, 1)};
    if (!(wide >= 1 && high >= 1 && across > 0 && down > 0))
        return;
    mark.is_mask = zt_pdf_is_true(source, zt_pdf_get(source, image, "/ImageMask"));
    mark.pixels_wide = (int)zt_min(wide, 1e6);
    mark.pixels_high = (int)zt_min(high, 1e6);
    mark.ppi = zt_min(wide / across, high / down);
    mark.overprint = w->now.fill_over;
    zt_space space = zt_pdf_space(source, resources, zt_pdf_get(source, image, "/ColorSpace"));
    mark.colour = mark.is_mask ? w->now.fill : zt_space_first(&space);
    bool before = w->now.transparent;
    w->now.transparent = before || zt_pdf_is_stream(source, zt_pdf_get(source, image, "/SMask"));
    int outer = w->object, own = zt_pdf_number_of(source, image);
    w->object = own ? own : outer;
    paint(w, mark);
    w->object = outer;
    w->now.transparent = before;
}

static void walk(walker *w, zt_str bytes, zt_pdf_object resources);

static zt_matrix matrix_in(zt_pdf_source *source, zt_pdf_object array)
{
    double v[6] = {1, 0, 0, 1, 0, 0};
    for (size_t i = 0; zt_pdf_count(source, array) == 6 && i < 6; i++)
        v[i] = zt_pdf_number(source, zt_pdf_item(source, array, i), v[i]);
    return (zt_matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
}

/* A form paints in a state of its own, within its box (8.10.1). */
static void paint_form(walker *w, zt_pdf_object resources, zt_pdf_object form)
{
    zt_pdf_source *source = w->source;
    zt_pdf_object own = zt_pdf_get(source, form, "/Resources"),
                  box = zt_pdf_get(source, form, "/BBox");
    if (w->depth >= FORMS_DEEP)
        return;
    paint_state before = w->now;
    size_t saved = w->saved.count;
    int outer = w->object, number = zt_pdf_number_of(source, form);
    w->now.ctm = zt_matrix_then(matrix_in(source, zt_pdf_get(source, form, "/Matrix")), w->now.ctm);
    if (zt_pdf_count(source, box) == 4) {
        double v[4];
        for (size_t i = 0; i < 4; i++)
            v[i] = zt_pdf_number(source, zt_pdf_item(source, box, i), 0);
        zt_rect seen = box_of(w->now.ctm, v[0], v[1], v[2] - v[0], v[3] - v[1]);
        if (within(&seen, w->now.clip))
            w->now.clip = seen;
    }
    w->depth++;
    w->object = number ? number : outer;
    walk(w, zt_pdf_stream_data(source, form), own ? own : resources);
    w->depth--;
    w->object = outer;
    w->saved.count = saved < w->saved.count ? saved : w->saved.count;
    w->now = before;
    path_clear(w);
}

/* The picture in the stream itself, by its own names for the keys (8.9.7). */
static void paint_inline(walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    zt_matrix m = w->now.ctm;
    zt_painted mark = {.kind = ZT_PAINTED_IMAGE, .box = box_of(m, 0, 0, 1, 1)};
    double across = hypot(m.a, m.b) / 72, down = hypot(m.c, m.d) / 72, wide = 0, high = 0;
    for (size_t i = 0; i + 1 < c->operands.count; i++) {
        zt_str key = zt_content_name(c, i);
        if (zt_str_in_words(key, "W Width"))
            wide = zt_content_number(c, i + 1);
        else if (zt_str_in_words(key, "H Height"))
            high = zt_content_number(c, i + 1);
        else if (zt_str_in_words(key, "IM ImageMask"))
            mark.is_mask = zt_str_is(c->operands.items[i + 1].text, "true");
        else if (zt_str_in_words(key, "CS ColorSpace")) {
            zt_space space = zt_pdf_space_named(w->source, resources, zt_content_name(c, i + 1));
            mark.colour = zt_space_first(&space);
        }
    }
    if (!(wide >= 1 && high >= 1 && across > 0 && down > 0))
        return;
    mark.pixels_wide = (int)zt_min(wide, 1e6);
    mark.pixels_high = (int)zt_min(high, 1e6);
    mark.ppi = zt_min(wide / across, high / down);
    if (mark.is_mask)
        mark.colour = w->now.fill;
    paint(w, mark);
}

static void paint_shading(walker *w, zt_pdf_object resources, zt_str name)
{
    zt_pdf_object shading = resource(w, resources, "/Shading", name);
    zt_space space =
        zt_pdf_space(w->source, resources, zt_pdf_get(w->source, shading, "/ColorSpace"));
    paint(w, (zt_painted){
                 .kind = ZT_PAINTED_SHADING, .box = w->now.clip, .colour = zt_space_first(&space)});
}

static bool object_operator(walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    if (zt_str_is(c->operator_, "Do")) {
        zt_pdf_object object = resource(w, resources, "/XObject", zt_content_name(c, 0));
        zt_str kind = zt_pdf_name(w->source, zt_pdf_get(w->source, object, "/Subtype"));
        if (zt_str_is(kind, "Image"))
            paint_image(w, resources, object);
        else if (zt_str_is(kind, "Form"))
            paint_form(w, resources, object);
    } else if (zt_str_is(c->operator_, "sh")) {
        paint_shading(w, resources, zt_content_name(c, 0));
    } else if (zt_str_is(c->operator_, "EI")) {
        paint_inline(w, c, resources);
    }
    return true;
}

static void walk(walker *w, zt_str bytes, zt_pdf_object resources)
{
    zt_content_stream content;
    zt_content_begin(&content, w->arena, bytes);
    while (zt_content_next(&content) && ++w->operators < OPERATORS_MOST)
        (void)(path_operator(w, &content) || state_operator(w, &content, resources) ||
               colour_operator(w, &content, resources) || text_operator(w, &content, resources) ||
               object_operator(w, &content, resources));
}

/* MediaBox, from its lower left. */
static zt_rect media(zt_pdf_source *source, zt_pdf_object page)
{
    zt_pdf_object box = zt_pdf_inherited(source, page, "/MediaBox");
    double v[4] = {0, 0, 612, 792};
    for (size_t i = 0; zt_pdf_count(source, box) == 4 && i < 4; i++)
        v[i] = zt_pdf_number(source, zt_pdf_item(source, box, i), v[i]);
    return around((zt_point){v[0], v[1]}, (zt_point){v[2], v[3]});
}

void zt_pdf_paint(zt_pdf_source *source, zt_arena *arena, zt_pdf_object page, zt_painted_sink sink,
                  void *self)
{
    walker w = {.source = source, .arena = arena, .sink = sink, .self = self};
    zt_space grey = {.family = ZT_SPACE_GREY, .count = 1};
    w.now = (paint_state){.ctm = {1, 0, 0, 1, 0, 0},
                          .fill = zt_space_first(&grey),
                          .stroke = zt_space_first(&grey),
                          .fill_space = grey,
                          .stroke_space = grey,
                          .width = 1,
                          .clip = media(source, page),
                          .text = {.scale = 1}};
    path_clear(&w);
    walk(&w, zt_pdf_page_data(source, page), zt_pdf_inherited(source, page, "/Resources"));
}
