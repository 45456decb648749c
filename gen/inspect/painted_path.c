/* gen/inspect/painted_path.c — paths (8.5): their boxes, as far as fills, lines and clips need
 * them. */
#include <math.h>

#include "inspect/painted_walk.h"

static void path_point(zt_walker *w, zt_point p)
{
    zt_rect at = {p.x, p.y, 0, 0};
    w->path.now = w->path.open ? zt_rect_around(w->path.now, at) : at;
    w->path.open = true;
}

static void path_end(zt_walker *w)
{
    if (w->path.open)
        ZT_PUSH(w->arena, &w->path.boxes, w->path.now);
    w->path.open = false;
}

void zt_walk_path_clear(zt_walker *w)
{
    w->path.boxes.count = 0;
    w->path.open = w->path.clips = false;
    w->path.all_boxes = true;
}

/* A line is as thick as its matrix makes it; one of no width is the thinnest that a device has
   (8.4.3.2). */
static void stroke_path(zt_walker *w)
{
    double width = w->now.width * zt_matrix_scale(w->now.ctm);
    for (size_t i = 0; i < w->path.boxes.count; i++) {
        zt_rect box = w->path.boxes.items[i];
        box = (zt_rect){box.x - width / 2, box.y - width / 2, box.w + width, box.h + width};
        zt_walk_paint(w, (zt_painted){.kind = ZT_PAINTED_STROKE, .box = box, .size = width},
                      &w->now.stroke);
    }
}

static void fill_path(zt_walker *w)
{
    for (size_t i = 0; i < w->path.boxes.count; i++) {
        zt_rect box = w->path.boxes.items[i];
        if (box.w <= 0 && box.h <= 0)
            continue;
        zt_walk_paint(w,
                      (zt_painted){.kind = ZT_PAINTED_FILL,
                                   .box = box,
                                   .size = w->path.all_boxes ? zt_min(box.w, box.h) : 0},
                      &w->now.fill);
    }
}

void zt_walk_clip(zt_walker *w, zt_rect box)
{
    if (!zt_rect_within(&box, w->now.clip))
        box = (zt_rect){-1e9, -1e9, 0, 0}; /* nothing is seen any more */
    w->now.clip = box;
}

static void finish_path(zt_walker *w, bool fills, bool strokes)
{
    path_end(w);
    if (fills)
        fill_path(w);
    if (strokes)
        stroke_path(w);
    if (w->path.clips && w->path.boxes.count > 0) {
        zt_rect all = w->path.boxes.items[0];
        for (size_t i = 1; i < w->path.boxes.count; i++)
            all = zt_rect_around(all, w->path.boxes.items[i]);
        zt_walk_clip(w, all);
    }
    zt_walk_path_clear(w);
}

static void rectangle(zt_walker *w, const zt_content_stream *c)
{
    zt_matrix m = w->now.ctm;
    path_end(w);
    if (fabs(m.b) + fabs(m.c) > 1e-6 * (fabs(m.a) + fabs(m.d)) && fabs(m.a) + fabs(m.d) > 1e-9)
        w->path.all_boxes = false;
    w->path.now = zt_matrix_box(m, zt_content_number(c, 0), zt_content_number(c, 1),
                                zt_content_number(c, 2), zt_content_number(c, 3));
    w->path.open = true;
    path_end(w);
}

/* Points of the operands, pair after pair; curves stay within their controls. */
static void path_points(zt_walker *w, const zt_content_stream *c)
{
    for (size_t i = 0; i + 1 < c->operands.count && i < 6; i += 2)
        path_point(
            w, zt_matrix_apply(w->now.ctm, zt_content_number(c, i), zt_content_number(c, i + 1)));
    w->path.all_boxes = false;
}

bool zt_walk_path(zt_walker *w, const zt_content_stream *c)
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
