/* gen/inspect/painted_text.c — text (9.4): where its strings stand, how large, in which face. */
#include <math.h>

#include "inspect/painted_walk.h"

/* Faces that are kept for a page. */
enum { FACES_MOST = 4096 };

void zt_walk_face(zt_walker *w, zt_pdf_object font, zt_str name)
{
    zt_known_face known = {.number = zt_pdf_number_of(w->source, font)};
    if (!known.number) {
        known.owner = w->owner;
        known.name = name;
    }
    for (size_t i = 0; i < w->faces.count; i++) {
        const zt_known_face *f = &w->faces.items[i];
        if (f->number == known.number && f->owner == known.owner &&
            zt_str_equal(f->name, known.name)) {
            w->now.text.face = f->face;
            return;
        }
    }
    w->now.text.face = known.face = zt_pdf_face_of(w->source, w->arena, font, name);
    if (w->faces.count < FACES_MOST)
        ZT_PUSH(w->arena, &w->faces, known);
}

/* The advance of all codes in points of the text's space, along the line. */
static double advance_of(const zt_text_state *t, zt_str codes)
{
    double advance = 0;
    size_t step = t->face->two_bytes ? 2 : 1;
    for (size_t i = 0; i + step <= codes.len; i += step) {
        int code = (unsigned char)codes.data[i];
        if (step == 2)
            code = code << 8 | (unsigned char)codes.data[i + 1];
        advance += zt_pdf_face_width(t->face, code) * t->size + t->spacing +
                   (step == 1 && code == ' ' ? t->word_spacing : 0);
    }
    return advance;
}

static void move_pen(zt_walker *w, double by)
{
    const zt_text_state *t = &w->now.text;
    bool down = t->face && t->face->vertical;
    zt_matrix step = {1, 0, 0, 1, down ? 0 : by * t->scale, down ? -by : 0};
    w->text = zt_matrix_then(step, w->text);
}

/* Moves the pen by one string; its box comes from the ascent and descent of usual faces. */
static void show(zt_walker *w, zt_str codes)
{
    const zt_text_state *t = &w->now.text;
    if (!t->face)
        return;
    double advance = advance_of(t, codes), em = t->size * t->face->em;
    zt_matrix m = zt_matrix_then(w->text, w->now.ctm);
    zt_painted mark = {
        .kind = ZT_PAINTED_TEXT,
        .box = t->face->vertical ? zt_matrix_box(m, -em / 2 * t->scale, 0, em * t->scale, -advance)
                                 : zt_matrix_box(m, 0, t->rise - 0.12 * em, advance * t->scale, em),
        .size = fabs(em) * hypot(m.c, m.d),
        .face = t->face,
        .text = codes,
        .origin = zt_matrix_apply(m, 0, t->rise),
        .along =
            t->face->vertical ? (zt_point){-m.c, -m.d} : (zt_point){m.a * t->scale, m.b * t->scale},
        .set = t->size,
        .spacing = t->spacing,
        .blank = t->face->two_bytes ? 0 : t->word_spacing};
    /* 0 fills, 1 strokes, 2 does both, 3 neither; 4 to 7 clip as well (9.3.6). */
    int mode = t->mode & 3;
    if (codes.len > 0 && mark.size > 0 && (mode == 0 || mode == 2))
        zt_walk_paint(w, mark, &w->now.fill);
    if (codes.len > 0 && mark.size > 0 && (mode == 1 || mode == 2))
        zt_walk_paint(w, mark, &w->now.stroke);
    if (t->face->type3 && mode != 3)
        w->glyph_painter(w, codes);
    move_pen(w, advance);
}

static void next_line(zt_walker *w, double x, double y)
{
    w->text = w->line = zt_matrix_then((zt_matrix){1, 0, 0, 1, x, y}, w->line);
}

/* Strings and the distances between them, in 1/1000 em to the left. */
static void show_all(zt_walker *w, const zt_content_stream *c)
{
    for (size_t i = 0; i < c->operands.count; i++) {
        const zt_operand *o = &c->operands.items[i];
        if (o->kind == ZT_OPERAND_STRING)
            show(w, o->text);
        else if (o->kind == ZT_OPERAND_NUMBER)
            move_pen(w, -o->number / 1000 * w->now.text.size);
    }
}

static void show_next(zt_walker *w, const zt_content_stream *c)
{
    if (zt_str_is(c->operator_, "\"")) {
        w->now.text.word_spacing = zt_content_number(c, 0);
        w->now.text.spacing = zt_content_number(c, 1);
    }
    next_line(w, 0, -w->now.text.leading);
    if (c->operands.count && c->operands.items[c->operands.count - 1].kind == ZT_OPERAND_STRING)
        show(w, c->operands.items[c->operands.count - 1].text);
}

static bool text_place(zt_walker *w, const zt_content_stream *c)
{
    if (zt_str_is(c->operator_, "BT"))
        w->text = w->line = (zt_matrix){1, 0, 0, 1, 0, 0};
    else if (zt_str_is(c->operator_, "Tm"))
        w->text = w->line = zt_matrix_of(c);
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

bool zt_walk_text(zt_walker *w, const zt_content_stream *c, zt_pdf_object resources)
{
    zt_text_state *t = &w->now.text;
    double first = zt_content_number(c, 0);
    if (zt_str_is(c->operator_, "Tf")) {
        zt_str name = zt_content_name(c, 0);
        zt_walk_face(w, zt_walk_resource(w, resources, "/Font", name), name);
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
        t->mode = zt_content_whole(c, 0);
    else
        return text_place(w, c);
    return true;
}
