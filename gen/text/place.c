/* gen/text/place.c — lines into glyph runs of the scene: one run for each stretch of one style and
   face. Bytes of the text go with the glyphs that show them; what is not drawn is not said. */
#include <string.h>

#include "base/utf8.h"
#include "text/para_imp.h"

/* Neighbours that become one glyph run. */
typedef struct run_piece {
    zt_char_span chars;
    size_t glyphs, bytes;
} run_piece;

/* Has a glyph that is to be seen. */
static bool is_drawn(const zt_char *c)
{
    return c->glyph_count > 0 && !c->missing && c->cls != ZT_C_ZERO && c->cls != ZT_C_LINE;
}

/* R136: a soft hyphen, a joiner or a selector is no part of what can be copied or found. */
static size_t text_bytes(const zt_char *c)
{
    return zt_is_ignorable(c->cp) ? 0 : c->bytes;
}

/* A turned mark that stands on the column's axis by its own ink, not by that of digits (R71). */
static bool is_alone(const zt_char *c)
{
    return c->turn == ZT_TURN_ROTATED && (c->cls == ZT_C_SOL || c->cls == ZT_C_CONN);
}

/* One run of the scene has one face, size, direction and ink. */
static bool goes_with(const zt_char *a, const zt_char *b)
{
    if (a != b && (is_alone(a) || is_alone(b)))
        return false;
    return a->run == b->run && a->style == b->style && a->face == b->face && a->scale == b->scale &&
           a->turn == b->turn && a->item == b->item && a->level == b->level;
}

/* From `first` as far as characters go together; what is not drawn is taken along. */
static run_piece piece_at(const zt_para_imp *imp, size_t first, size_t end)
{
    run_piece p = {{first, first}, 0, 0};
    const zt_char *head = &imp->chars[first];
    for (size_t i = first; i < end; i++) {
        const zt_char *c = &imp->chars[i];
        bool silent = !is_drawn(c) && !c->tail;
        if (!silent && !goes_with(head, c))
            break;
        p.chars.end = i + 1;
        p.glyphs += silent ? 0 : c->glyph_count;
        p.bytes += silent ? 0 : text_bytes(c);
    }
    return p;
}

/* The pen runs along the line: right in horizontal text and in turned runs, down in upright ones.
   HarfBuzz's offsets carry an upright glyph from the pen on the centre line to its own origin. */
static zt_glyph glyph_at(const zt_char *c, const zt_shaped *g, double pen)
{
    double size = c->style->size, across = g->dx * size, down = g->dy * size;
    bool upright = c->turn == ZT_TURN_UPRIGHT;
    return (zt_glyph){.id = g->id,
                      .x = upright ? across : pen + across,
                      .y = upright ? pen + down : down,
                      .advance = g->advance * size};
}

/* Where the piece begins on the line: its leftmost character, which of a right-to-left one is the
   last. */
static double left_of(const zt_para_imp *imp, const run_piece *p)
{
    double left = imp->chars[p->chars.first].x;
    if (imp->chars[p->chars.first].level % 2 == 0)
        return left;
    for (size_t i = p->chars.first; i < p->chars.end; i++)
        if (is_drawn(&imp->chars[i]))
            left = zt_min(left, imp->chars[i].x);
    return left;
}

/* The glyphs of one cluster; `tight` is what the next one stands nearer, below zero; `cluster` is
   where its text begins in the run's. */
static void copy_cluster(const zt_para_imp *imp, const zt_char *c, double begin, double tight,
                         size_t cluster, zt_glyph *glyphs)
{
    double pen = begin + c->ink;
    for (size_t k = 0; k < c->glyph_count; k++) {
        const zt_shaped *g = &imp->glyphs.items[c->glyph + k];
        glyphs[k] = glyph_at(c, g, pen);
        glyphs[k].cluster = (uint32_t)cluster;
        pen += g->advance * c->style->size;
        /* The last of a cluster ends where the character does, in tightened lines where the next
           one begins: a run is as long as its advances. */
        if (k + 1 == c->glyph_count)
            glyphs[k].advance = begin + c->set - c->spread * c->style->size + tight -
                                (pen - c->ink - glyphs[k].advance);
    }
}

/* Text in the order of reading, glyphs from left to right. */
static void copy_glyphs(const zt_para_imp *imp, const run_piece *p, zt_glyph *glyphs, char *text)
{
    bool backward = imp->chars[p->chars.first].level % 2;
    double origin = left_of(imp, p);
    size_t n = backward ? p->glyphs : 0, at = 0;
    for (size_t i = p->chars.first; i < p->chars.end; i++) {
        const zt_char *c = &imp->chars[i];
        if (!is_drawn(c) && !c->tail)
            continue;
        if (backward)
            n -= c->glyph_count;
        double tight = i + 1 < p->chars.end ? zt_min(c->style->tracking, 0) * c->style->size : 0;
        copy_cluster(imp, c, c->x - origin, tight, at, glyphs + n);
        if (!backward)
            n += c->glyph_count;
        size_t bytes = text_bytes(c);
        memcpy(text + at, imp->text.data + c->offset, bytes);
        at += bytes;
    }
}

/* Height above the baseline, in points, of what stands on a column's centre line. */
static double axis_of(const zt_para_imp *imp, const zt_char *head)
{
    double size = head->style->size * head->scale;
    zt_rect ink;
    if (is_alone(head) && zt_face_ink(head->face, imp->glyphs.items[head->glyph].id, &ink))
        return (ink.y + ink.h / 2) * size;
    return zt_face_metrics_of(head->face)->digit_height / 2 * size;
}

/* Where a piece begins: (x, y) is the line's baseline start, or in columns the centre line's top.
 */
static zt_point origin_of(const zt_para_imp *imp, const run_piece *p, double x, double y)
{
    const zt_char *head = &imp->chars[p->chars.first];
    double along = left_of(imp, p);
    double half = axis_of(imp, head);
    switch ((zt_turn)head->turn) {
    case ZT_TURN_NONE:
        return (zt_point){x + along, y - head->style->rise};
    case ZT_TURN_UPRIGHT:
        return (zt_point){x, y + along};
    case ZT_TURN_ROTATED: /* digits and capitals centred on the column */
        return (zt_point){x - half, y + along};
    case ZT_TURN_COMBINED: /* two digits side by side in the middle of one em */
        return (zt_point){x - zt_combined_width(imp, head) / 2,
                          y + along + head->style->size / 2 + half};
    }
    return (zt_point){x, y};
}

/* One run; its glyphs and text are copied into the scene's arena. */
static void place_piece(const zt_para_imp *imp, const run_piece *p, zt_scene *scene,
                        zt_group *group, zt_point at)
{
    const zt_char *head = &imp->chars[p->chars.first];
    zt_glyph *glyphs = ZT_ARRAY(scene->arena, p->glyphs, zt_glyph);
    char *text = zt_arena_alloc(scene->arena, p->bytes + 1);
    copy_glyphs(imp, p, glyphs, text);
    zt_glyphs *run =
        zt_scene_add_glyphs(scene, group, imp->runs[head->run].at, head->face,
                            head->style->size * head->scale, origin_of(imp, p, at.x, at.y), glyphs,
                            p->glyphs, (zt_str){text, p->bytes}, head->style->paint);
    run->rotated = head->turn == ZT_TURN_ROTATED;
    run->vertical = head->turn == ZT_TURN_UPRIGHT;
    if (head->turn == ZT_TURN_NONE) {
        run->beside = head->style->beside;
        run->rise = head->style->rise;
    }
    if (run->rotated || run->vertical || run->beside > 0)
        zt_glyphs_done(run);
}

/* All runs of it are one line to a reader. */
void zt_line_place(const zt_para_imp *imp, zt_char_span ink, zt_scene *scene, zt_group *group,
                   double x, double y)
{
    zt_scene_line_begin(scene);
    for (size_t i = ink.first; i < ink.end;) {
        if (!is_drawn(&imp->chars[i])) {
            i++;
            continue;
        }
        run_piece p = piece_at(imp, i, ink.end);
        place_piece(imp, &p, scene, group, (zt_point){x, y});
        i = p.chars.end;
    }
    zt_scene_line_end(scene);
}
