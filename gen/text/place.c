/* gen/text/place.c — lines into glyph runs of the scene: one run for each stretch of one style and
   face. Bytes of the text go with the glyphs that show them; what is not drawn is not said. */
#include <string.h>

#include "text/para_imp.h"

typedef struct piece {
    zt_span chars;
    size_t glyphs, bytes;
} piece;

static bool is_drawn(const zt_char *c)
{
    return c->glyph_count > 0 && !c->missing && c->cls != ZT_C_ZERO && c->cls != ZT_C_LINE;
}

static bool goes_with(const zt_char *a, const zt_char *b)
{
    return a->run == b->run && a->style == b->style && a->face == b->face && a->scale == b->scale &&
           a->turn == b->turn && a->turn != ZT_TURN_COMBINED;
}

static piece piece_at(const zt_para_imp *imp, size_t first, size_t end)
{
    piece p = {{first, first}, 0, 0};
    const zt_char *head = &imp->chars[first];
    for (size_t i = first; i < end; i++) {
        const zt_char *c = &imp->chars[i];
        bool silent = !is_drawn(c) && !c->tail;
        if (!silent && !goes_with(head, c))
            break;
        p.chars.end = i + 1;
        p.glyphs += silent ? 0 : c->glyph_count;
        p.bytes += silent ? 0 : c->bytes;
    }
    return p;
}

static void copy_glyphs(const zt_para_imp *imp, const piece *p, zt_glyph *glyphs, char *text)
{
    double origin = imp->chars[p->chars.first].x;
    size_t n = 0, at = 0;
    for (size_t i = p->chars.first; i < p->chars.end; i++) {
        const zt_char *c = &imp->chars[i];
        if (!is_drawn(c) && !c->tail)
            continue;
        double pen = c->x - origin + c->ink, size = c->style->size;
        for (size_t k = 0; k < c->glyph_count; k++) {
            const zt_shaped *g = &imp->glyphs.items[c->glyph + k];
            bool last = k + 1 == c->glyph_count;
            glyphs[n++] = (zt_glyph){.id = g->id,
                                     .x = pen + g->dx * size,
                                     .y = g->dy * size,
                                     .advance = last ? c->x - origin + c->set - (pen - c->ink)
                                                     : g->advance * size,
                                     .cluster = (uint32_t)at};
            pen += g->advance * size;
        }
        memcpy(text + at, imp->text.data + c->offset, c->bytes);
        at += c->bytes;
    }
}

static void place_piece(const zt_para_imp *imp, const piece *p, zt_scene *scene, zt_group *group,
                        zt_point origin)
{
    const zt_char *head = &imp->chars[p->chars.first];
    zt_glyph *glyphs = ZT_ARRAY(scene->arena, p->glyphs, zt_glyph);
    char *text = zt_arena_alloc(scene->arena, p->bytes + 1);
    copy_glyphs(imp, p, glyphs, text);
    zt_point at = {origin.x + head->x, origin.y - head->style->rise};
    zt_scene_add_glyphs(scene, group, imp->runs[head->run].at, head->face,
                        head->style->size * head->scale, at, glyphs, p->glyphs,
                        (zt_str){text, p->bytes}, head->style->paint);
}

void zt_line_place(const zt_para_imp *imp, zt_span ink, zt_scene *scene, zt_group *group, double x,
                   double y)
{
    for (size_t i = ink.first; i < ink.end;) {
        if (!is_drawn(&imp->chars[i])) {
            i++;
            continue;
        }
        piece p = piece_at(imp, i, ink.end);
        place_piece(imp, &p, scene, group, (zt_point){x, y});
        i = p.chars.end;
    }
}
