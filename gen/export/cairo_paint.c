/* gen/export/cairo_paint.c — a scene by cairo: paths as they are, type in the way that the
   output wants it. It is given a context whose unit is the point, origin at the trim's top left,
   and walks through the page in the order of painting. */
#include "export/cairo_imp.h"
#include "scene/overprint.h"

/* A page while it is painted. */
typedef struct painter {
    const zt_cairo *cairo;
    cairo_t *cr;
    zt_diags *diags;
    const zt_cairo_ways *ways;
    bool failed;
} painter;

/* The colour of the screen, unless the way knows inks; false where nothing is painted. */
static bool source(painter *p, zt_paint paint, bool over)
{
    if (p->ways->source)
        return p->ways->source(p->ways->self, p->cr, paint, over);
    zt_rgb c = zt_paint_rgb(paint);
    p->cairo->set_source_rgb(p->cr, c.r, c.g, c.b);
    return true;
}

/* A step of a path at absolute points. */
static void segment(const zt_cairo *cairo, cairo_t *cr, zt_seg_kind kind, const zt_point q[3])
{
    switch (kind) {
    case ZT_SEG_MOVE:
        cairo->move_to(cr, q[0].x, q[0].y);
        break;
    case ZT_SEG_LINE:
        cairo->line_to(cr, q[0].x, q[0].y);
        break;
    case ZT_SEG_CURVE:
        cairo->curve_to(cr, q[0].x, q[0].y, q[1].x, q[1].y, q[2].x, q[2].y);
        break;
    case ZT_SEG_CLOSE:
        cairo->close_path(cr);
        break;
    }
}

/* The path in the page's frame. */
static void outline(painter *p, const zt_path *path, double dx, double dy)
{
    p->cairo->new_path(p->cr);
    for (size_t i = 0; i < path->seg_count; i++) {
        zt_point q[3];
        for (int k = 0; k < 3; k++)
            q[k] = (zt_point){path->segs[i].p[k].x + dx, path->segs[i].p[k].y + dy};
        segment(p->cairo, p->cr, path->segs[i].kind, q);
    }
}

/* Width, ends, joins and dashes as the scene says. */
static void line_settings(painter *p, const zt_path *path)
{
    bool round = path->cap == ZT_CAP_ROUND;
    p->cairo->set_line_width(p->cr, path->width);
    p->cairo->set_line_cap(p->cr, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    p->cairo->set_line_join(p->cr, round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    p->cairo->set_miter_limit(p->cr, ZT_MITER_LIMIT);
    p->cairo->set_dash(p->cr, path->dash, path->dash[1] > 0 ? 2 : 0, 0);
}

/* Fill first, then stroke, both within the clip. */
static void paint_path(painter *p, const zt_path *path, double dx, double dy)
{
    if (path->clip) {
        p->cairo->save(p->cr);
        p->cairo->new_path(p->cr);
        p->cairo->rectangle(p->cr, path->clip->x + dx, path->clip->y + dy, path->clip->w,
                            path->clip->h);
        p->cairo->clip(p->cr);
    }
    outline(p, path, dx, dy);
    if (path->fill.ink && source(p, path->fill, false))
        p->cairo->fill_preserve(p->cr);
    if (path->stroke.ink && path->width > 0 && source(p, path->stroke, zt_path_overprints(path))) {
        line_settings(p, path);
        p->cairo->stroke(p->cr);
    }
    if (path->clip)
        p->cairo->restore(p->cr);
}

/* The outline of one glyph, as a path in the page's frame. */
static void glyph_path(zt_cairo_outliner *o, cairo_t *cr, const zt_glyphs *run, size_t index,
                       zt_point shift)
{
    const zt_glyph *glyph = &run->glyphs[index];
    const zt_outline *shape = zt_outline_of(&o->outlines, run->face, glyph->id);
    for (size_t i = 0; i < shape->segs.count; i++) {
        const zt_seg *seg = &shape->segs.items[i];
        zt_point q[3];
        for (int k = 0; k < 3; k++) {
            q[k] = zt_outline_point(run, glyph, seg->p[k]);
            q[k].x += shift.x;
            q[k].y += shift.y;
        }
        segment(o->cairo, cr, seg->kind, q);
    }
}

/* Filled with the source that is set. */
void zt_cairo_fill_outlines(void *outliner, cairo_t *cr, const zt_glyphs *run, zt_point shift)
{
    zt_cairo_outliner *o = outliner;
    /* Glyph by glyph: the time that cairo takes for a fill grows faster than its edges. */
    for (size_t i = 0; i < run->glyph_count; i++) {
        o->cairo->new_path(cr);
        glyph_path(o, cr, run, i, shift);
        o->cairo->fill(cr);
    }
}

/* How type is set is the output's choice. */
static void paint_glyphs(painter *p, const zt_glyphs *run, double dx, double dy)
{
    if (run->paint.ink && run->glyph_count > 0 &&
        source(p, run->paint, zt_glyphs_overprint(run, p->ways->overprint_below)))
        p->ways->glyphs(p->ways->self, p->cr, run, (zt_point){dx, dy});
}

/* Goes on after a failure, so that all findings are made. */
static void paint_image(painter *p, const zt_image *image, double dx, double dy)
{
    zt_point shift = {dx, dy};
    bool ok = p->ways->image ? p->ways->image(p->ways->self, p->cr, image, shift)
                             : zt_cairo_paint_image(p->cairo, p->cr, p->diags, image, shift);
    p->failed = p->failed || !ok;
}

/* Groups only carry frames; links are nothing to see. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    switch (item->kind) {
    case ZT_ITEM_PATH:
        paint_path(self, (const zt_path *)item, dx, dy);
        break;
    case ZT_ITEM_GLYPHS:
        paint_glyphs(self, (const zt_glyphs *)item, dx, dy);
        break;
    case ZT_ITEM_IMAGE:
        paint_image(self, (const zt_image *)item, dx, dy);
        break;
    case ZT_ITEM_GROUP:
    case ZT_ITEM_LINK:
        break;
    }
}

/* In document order, over white that the caller has painted. */
bool zt_cairo_paint(const zt_cairo *cairo, cairo_t *cr, zt_diags *diags, const zt_scene *page,
                    const zt_cairo_ways *ways)
{
    painter p = {cairo, cr, diags, ways, false};
    zt_visitor visitor = {&p, enter, NULL};
    zt_scene_walk(page->root, &visitor);
    return !p.failed;
}

void zt_cairo_stroke(const zt_cairo *cairo, cairo_t *cr, const zt_path *path)
{
    painter p = {.cairo = cairo, .cr = cr};
    outline(&p, path, 0, 0);
    line_settings(&p, path);
    cairo->stroke(cr);
}
