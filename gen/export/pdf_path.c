/* Paths as PDF operators (8.5), with the line settings written only on a change. */
#include <math.h>

#include "export/pdf_imp.h"
#include "scene/overprint.h"

/* 1/100 pt is 0.0035 mm, finer than any plate; widths are finer still. */
enum { DECIMALS = 2, WIDTH_DECIMALS = 3 };

/* From the scene's frame to PDF's. */
static void point(zt_pdf_page *page, double x, double y)
{
    zt_pdf_op_number(&page->ops, zt_pdf_x(page, x), DECIMALS);
    zt_pdf_op_number(&page->ops, zt_pdf_y(page, y), DECIMALS);
}

/* The operator re, from the lower left corner. */
static void rect(zt_pdf_page *page, zt_rect r)
{
    point(page, r.x, zt_rect_foot(r));
    zt_pdf_op_number(&page->ops, r.w, DECIMALS);
    zt_pdf_op_number(&page->ops, r.h, DECIMALS);
    zt_buf_puts(&page->ops, "re\n");
}

/* True when the five segments from `seg` on are those of zt_path_rect. */
static bool is_rect(const zt_seg *seg, size_t left)
{
    static const zt_seg_kind kinds[] = {ZT_SEG_MOVE, ZT_SEG_LINE, ZT_SEG_LINE, ZT_SEG_LINE,
                                        ZT_SEG_CLOSE};
    for (size_t i = 0; i < 5; i++)
        if (i >= left || seg[i].kind != kinds[i])
            return false;
    zt_point a = seg[0].p[0], b = seg[1].p[0], c = seg[2].p[0], d = seg[3].p[0];
    return a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x && b.x > a.x && c.y > b.y;
}

/* A step as its operator. */
static void segment(zt_pdf_page *page, const zt_seg *seg, double dx, double dy)
{
    switch (seg->kind) {
    case ZT_SEG_MOVE:
        point(page, seg->p[0].x + dx, seg->p[0].y + dy);
        zt_buf_puts(&page->ops, "m\n");
        break;
    case ZT_SEG_LINE:
        point(page, seg->p[0].x + dx, seg->p[0].y + dy);
        zt_buf_puts(&page->ops, "l\n");
        break;
    case ZT_SEG_CURVE:
        for (int i = 0; i < 3; i++)
            point(page, seg->p[i].x + dx, seg->p[i].y + dy);
        zt_buf_puts(&page->ops, "c\n");
        break;
    case ZT_SEG_CLOSE:
        zt_buf_puts(&page->ops, "h\n");
        break;
    }
}

/* Rectangles by one operator, which makes files of tables much smaller. */
static void outline(zt_pdf_page *page, const zt_path *path, double dx, double dy)
{
    for (size_t i = 0; i < path->seg_count; i++) {
        const zt_seg *seg = &path->segs[i];
        if (is_rect(seg, path->seg_count - i)) {
            zt_point a = seg[0].p[0], c = seg[2].p[0];
            rect(page, (zt_rect){a.x + dx, a.y + dy, c.x - a.x, c.y - a.y});
            i += 4;
        } else {
            segment(page, seg, dx, dy);
        }
    }
}

/* Only what differs from the state; see zt_pdf_graphics. */
static void line_settings(zt_pdf_page *page, const zt_path *path)
{
    zt_pdf_graphics *now = &page->now;
    if (now->width != path->width) {
        zt_pdf_op_number(&page->ops, path->width, WIDTH_DECIMALS);
        zt_buf_puts(&page->ops, "w\n");
    }
    if (now->cap != path->cap)
        zt_buf_puts(&page->ops, path->cap == ZT_CAP_ROUND ? "1 J 1 j\n" : "0 J 0 j\n");
    if (now->dash[0] != path->dash[0] || now->dash[1] != path->dash[1]) {
        zt_buf_putc(&page->ops, '[');
        for (int i = 0; i < 2 && path->dash[1] > 0; i++)
            zt_pdf_op_number(&page->ops, path->dash[i], WIDTH_DECIMALS);
        zt_buf_puts(&page->ops, "]0 d\n");
    }
    now->width = path->width;
    now->cap = path->cap;
    now->dash[0] = path->dash[0];
    now->dash[1] = path->dash[1];
}

/* Strokes of an ink that overprints do; areas knock out, or a panel below would show through. */
static void painted(zt_pdf_page *page, const zt_path *path, double dx, double dy)
{
    bool fills = path->fill.ink, strokes = path->stroke.ink && path->width > 0;
    if (fills)
        zt_pdf_colour_set(page->pdf, &page->ops, &page->now.fill, ZT_PDF_FILL, path->fill);
    if (strokes) {
        zt_pdf_colour_set(page->pdf, &page->ops, &page->now.stroke, ZT_PDF_STROKE, path->stroke);
        line_settings(page, path);
    }
    if (fills)
        zt_pdf_over(page, ZT_PDF_FILL, false);
    if (strokes)
        zt_pdf_over(page, ZT_PDF_STROKE,
                    page->pdf->options->profile->overprint && zt_path_overprints(path));
    outline(page, path, dx, dy);
    zt_buf_puts(&page->ops, fills && strokes ? "B\n" : fills ? "f\n" : "S\n");
}

/* A clip is undone by restoring the state, which our copy follows. */
void zt_pdf_paint_path(zt_pdf_page *page, const zt_path *path, double dx, double dy)
{
    if (path->seg_count == 0 || (!path->fill.ink && !(path->stroke.ink && path->width > 0)))
        return;
    if (!path->clip) {
        painted(page, path, dx, dy);
        return;
    }
    zt_pdf_graphics before = page->now;
    zt_rect clip = *path->clip;
    zt_buf_puts(&page->ops, "q\n");
    rect(page, (zt_rect){clip.x + dx, clip.y + dy, clip.w, clip.h});
    zt_buf_puts(&page->ops, "W n\n");
    painted(page, path, dx, dy);
    zt_buf_puts(&page->ops, "Q\n");
    page->now = before;
}

void zt_pdf_stroke_marks(zt_pdf_page *page, const zt_path *marks)
{
    zt_pdf_over(page, ZT_PDF_STROKE, false);
    line_settings(page, marks);
    outline(page, marks, 0, 0);
    zt_buf_puts(&page->ops, "S\n");
}
