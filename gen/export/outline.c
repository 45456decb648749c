/* The cache of outlines: a board has thousands of glyphs but few hundred different ones. Shared by
   the outputs that paint outlines instead of text. */
#include "export/outline_imp.h"

/* Gathers the steps of one outline. */
typedef struct recorder {
    zt_arena *arena;
    zt_outline *outline;
} recorder;

/* Appends a step. */
static void record(void *self, zt_seg seg)
{
    recorder *r = self;
    ZT_PUSH(r->arena, &r->outline->segs, seg);
}

/* The sink's callbacks, em, y up. */
static void move(void *self, double x, double y)
{
    record(self, (zt_seg){ZT_SEG_MOVE, {{x, y}}});
}

static void line(void *self, double x, double y)
{
    record(self, (zt_seg){ZT_SEG_LINE, {{x, y}}});
}

static void curve(void *self, double x1, double y1, double x2, double y2, double x, double y)
{
    record(self, (zt_seg){ZT_SEG_CURVE, {{x1, y1}, {x2, y2}, {x, y}}});
}

static void close(void *self)
{
    record(self, (zt_seg){.kind = ZT_SEG_CLOSE});
}

/* The place of the glyph, or the free one where it belongs. */
static zt_outline *slot_of(const zt_outlines *outlines, const zt_face *face, uint32_t glyph)
{
    size_t mask = outlines->slot_count - 1;
    /* By the glyph alone: addresses differ from run to run, and few faces share a page. */
    size_t at = (glyph * 2654435761u) & mask;
    zt_outline *slots = outlines->slots;
    while (slots[at].face && (slots[at].face != face || slots[at].glyph != glyph))
        at = (at + 1) & mask;
    return &slots[at];
}

/* The table is at most half full, so that searches end soon. */
static void make_room(zt_outlines *outlines)
{
    if (outlines->used * 2 < outlines->slot_count)
        return;
    zt_outline *old = outlines->slots;
    size_t old_count = outlines->slot_count;
    outlines->slot_count = old_count ? old_count * 2 : 256;
    outlines->slots = ZT_ARRAY(outlines->arena, outlines->slot_count, zt_outline);
    for (size_t i = 0; i < old_count; i++)
        if (old[i].face)
            *slot_of(outlines, old[i].face, old[i].glyph) = old[i];
}

/* Asked of the face at the first time only. */
const zt_outline *zt_outline_of(zt_outlines *outlines, const zt_face *face, uint32_t glyph)
{
    make_room(outlines);
    zt_outline *slot = slot_of(outlines, face, glyph);
    if (slot->face)
        return slot;
    slot->face = face;
    slot->glyph = glyph;
    outlines->used++;
    recorder r = {outlines->arena, slot};
    zt_outline_sink sink = {&r, move, line, curve, close};
    zt_face_outline(face, glyph, &sink);
    return slot;
}

/* Condensed runs are narrower along the line alone; rotated ones turn clockwise. */
zt_point zt_outline_point(const zt_glyphs *run, const zt_glyph *glyph, zt_point p)
{
    double x = glyph->x + p.x * run->size * zt_glyphs_scale(run), y = glyph->y - p.y * run->size;
    if (run->rotated)
        return (zt_point){run->origin.x - y, run->origin.y + x};
    return (zt_point){run->origin.x + x, run->origin.y + y};
}
