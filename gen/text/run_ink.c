/* Where a run of glyphs paints, by the outlines of its face. */
#include "text/run_ink.h"

#include "font/font.h"

/* A box about the run's origin, y down, as the run stands. */
static zt_rect as_it_stands(const zt_glyphs *run, zt_rect r)
{
    if (run->rotated)
        r = (zt_rect){-(r.y + r.h), r.x, r.h, r.w};
    return (zt_rect){r.x + run->origin.x, r.y + run->origin.y, r.w, r.h};
}

zt_rect zt_run_ink(const zt_glyphs *run)
{
    zt_rect all = {0};
    double across = run->size * zt_glyphs_scale(run);
    for (size_t i = 0; i < run->glyph_count; i++) {
        const zt_glyph *glyph = &run->glyphs[i];
        zt_rect em;
        if (!zt_face_ink(run->face, glyph->id, &em))
            continue;
        zt_rect r = {glyph->x + em.x * across, glyph->y - (em.y + em.h) * run->size, em.w * across,
                     em.h * run->size};
        all = zt_rect_union(all, as_it_stands(run, r));
    }
    return all;
}
