/* gen/export/outline_imp.h — glyph outlines, asked for once a glyph; private to export/. */
#ifndef ZT_OUTLINE_IMP_H
#define ZT_OUTLINE_IMP_H

#include "font/font.h"
#include "scene/scene.h"

/* The outline of one glyph, kept for the runs that use it again. */
typedef struct zt_outline {
    const zt_face *face; /* NULL = free slot */
    uint32_t glyph;
    ZT_VEC(zt_seg) segs; /* em, y up */
} zt_outline;

/* A hash table of outlines, open, by face and glyph; everything in `arena`. */
typedef struct zt_outlines {
    zt_arena *arena;
    zt_outline *slots;
    size_t slot_count, used;
} zt_outlines;

/* Lent until the next call. A glyph without ink has no segments. */
const zt_outline *zt_outline_of(zt_outlines *outlines, const zt_face *face, uint32_t glyph);

/* Where a point of a glyph's outline (em, y up) comes to lie in the frame of the run's group. */
zt_point zt_outline_point(const zt_glyphs *run, const zt_glyph *glyph, zt_point p);

#endif
