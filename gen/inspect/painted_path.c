/* gen/inspect/painted_path.c — paths (8.5): their boxes, as far as fills, lines and clips need
 * them. */
#include <math.h>

#include "inspect/painted_walk.h"

/* Points of a path, and of all paths of a page, that are kept; chords of a curve. */
enum { PATH_POINTS_MOST = 20000, PAGE_POINTS_MOST = 2000000, CHORDS = 8 };

static void keep_point(zt_walker *w, zt_point p)
{
    w->path.crowded = w->path.crowded || w->path.points.count >= PATH_POINTS_MOST;
    if (!w->path.crowded)
        ZT_PUSH(w->arena, &w->path.points, p);
}

static void path_point(zt_walker *w, zt_point p)
{
    zt_rect at = {p.x, p.y, 0, 0};
    w->path.now = w->path.open ? zt_rect_around(w->path.now, at) : at;
    w->path.open = true;
}

static bool near(double a, double b)
{
    return fabs(a - b) < 0.01; /* point */
}

/* Four corners one after another along the axes, the first perhaps said again: whether by `re` or
   by lines, it is a rectangle. */
static bool is_upright(const zt_point *p, size_t count)
{
    if (count == 5 && near(p[0].x, p[4].x) && near(p[0].y, p[4].y))
        count = 4;
    if (count != 4)
        return false;
    return (near(p[0].y, p[1].y) && near(p[1].x, p[2].x) && near(p[2].y, p[3].y) &&
            near(p[3].x, p[0].x)) ||
           (near(p[0].x, p[1].x) && near(p[1].y, p[2].y) && near(p[2].x, p[3].x) &&
            near(p[3].y, p[0].y));
}

static void path_end(zt_walker *w)
{
    size_t end = w->path.points.count,
           start = w->path.ends.count ? w->path.ends.items[w->path.ends.count - 1] : 0;
    if (w->path.open) {
        w->path.all_boxes = w->path.all_boxes && !w->path.crowded &&
                            is_upright(w->path.points.items + start, end - start);
        ZT_PUSH(w->arena, &w->path.boxes, w->path.now);
        ZT_PUSH(w->arena, &w->path.ends, end);
    }
    w->path.open = false;
}

void zt_walk_path_clear(zt_walker *w)
{
    w->path.boxes.count = w->path.points.count = w->path.ends.count = 0;
    w->path.crowded = false;
    w->path.open = w->path.clips = false;
    w->path.all_boxes = true;
}

static zt_rect box_of_all(const zt_walker *w)
{
    zt_rect all = w->path.boxes.items[0];
    for (size_t i = 1; i < w->path.boxes.count; i++)
        all = zt_rect_around(all, w->path.boxes.items[i]);
    return all;
}

/* The outlines for who looks at the page; NULL of upright rectangles alone, and where they have
   too many points. */
static const zt_painted_outlines *outlines_of(zt_walker *w, bool even_odd)
{
    size_t points = w->path.points.count, count = w->path.ends.count;
    if (w->path.all_boxes || w->path.crowded || count == 0 || w->points + points > PAGE_POINTS_MOST)
        return NULL;
    w->points += points;
    zt_painted_outlines *outlines = ZT_NEW(w->arena, zt_painted_outlines);
    zt_point *kept = ZT_ARRAY(w->arena, points, zt_point);
    size_t *ends = ZT_ARRAY(w->arena, count, size_t);
    for (size_t i = 0; i < points; i++)
        kept[i] = w->path.points.items[i];
    for (size_t i = 0; i < count; i++)
        ends[i] = w->path.ends.items[i];
    *outlines = (zt_painted_outlines){kept, ends, count, even_odd, box_of_all(w)};
    return outlines;
}

/* How often the outline from `first` up to `end` goes round the point, leftward or rightward. */
static int windings(const zt_painted_outlines *o, size_t first, size_t end, zt_point at)
{
    int winding = 0;
    for (size_t i = first, before = end - 1; i < end; before = i++) {
        zt_point a = o->points[before], b = o->points[i];
        if ((a.y <= at.y) == (b.y <= at.y))
            continue;
        if (a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x) > at.x)
            winding += a.y < b.y ? 1 : -1;
    }
    return winding;
}

bool zt_painted_outlines_hold(const zt_painted_outlines *o, zt_point at)
{
    int winding = 0;
    for (size_t i = 0, first = 0; i < o->count; first = o->ends[i++])
        if (o->ends[i] > first)
            winding += windings(o, first, o->ends[i], at);
    return o->even_odd ? winding & 1 : winding != 0;
}

/* A line is as thick as its matrix makes it; one of no width is the thinnest that a device has
   (8.4.3.2). */
static void stroke_path(zt_walker *w, const zt_painted_outlines *outlines)
{
    double width = w->now.width * zt_matrix_scale(w->now.ctm);
    for (size_t i = 0; i < w->path.boxes.count; i++) {
        zt_rect box = w->path.boxes.items[i];
        box = (zt_rect){box.x - width / 2, box.y - width / 2, box.w + width, box.h + width};
        zt_walk_paint(
            w,
            (zt_painted){
                .kind = ZT_PAINTED_STROKE, .box = box, .size = width, .outlines = outlines},
            &w->now.stroke);
    }
}

static void fill_path(zt_walker *w, const zt_painted_outlines *outlines)
{
    for (size_t i = 0; i < w->path.boxes.count; i++) {
        zt_rect box = w->path.boxes.items[i];
        if (box.w <= 0 && box.h <= 0)
            continue;
        zt_walk_paint(w,
                      (zt_painted){.kind = ZT_PAINTED_FILL,
                                   .box = box,
                                   .size = w->path.all_boxes ? zt_min(box.w, box.h) : 0,
                                   .outlines = outlines},
                      &w->now.fill);
    }
}

void zt_walk_clip(zt_walker *w, zt_rect box)
{
    if (!zt_rect_within(&box, w->now.clip))
        box = (zt_rect){-1e9, -1e9, 0, 0}; /* nothing is seen any more */
    w->now.clip = box;
}

static void finish_path(zt_walker *w, bool fills, bool strokes, bool even_odd)
{
    path_end(w);
    const zt_painted_outlines *outlines = fills || strokes ? outlines_of(w, even_odd) : NULL;
    if (fills)
        fill_path(w, outlines);
    if (strokes)
        stroke_path(w, outlines);
    if (w->path.clips && w->path.boxes.count > 0)
        zt_walk_clip(w, box_of_all(w));
    zt_walk_path_clear(w);
}

static void rectangle(zt_walker *w, const zt_content_stream *c)
{
    zt_matrix m = w->now.ctm;
    path_end(w);
    w->path.now = zt_matrix_box(m, zt_content_number(c, 0), zt_content_number(c, 1),
                                zt_content_number(c, 2), zt_content_number(c, 3));
    w->path.open = true;
    for (int i = 0; i < 4; i++)
        keep_point(
            w, zt_matrix_apply(
                   m, zt_content_number(c, 0) + (i == 1 || i == 2 ? zt_content_number(c, 2) : 0),
                   zt_content_number(c, 1) + (i >= 2 ? zt_content_number(c, 3) : 0)));
    path_end(w);
}

/* The last point of the path, or the first control where there is none. */
static zt_point pen_of(const zt_walker *w, zt_point otherwise)
{
    return w->path.open && w->path.points.count ? w->path.points.items[w->path.points.count - 1]
                                                : otherwise;
}

/* Bernstein's form; the first and last controls are points of the curve. */
static void keep_curve(zt_walker *w, zt_point a, zt_point b, zt_point c, zt_point d)
{
    for (int i = 1; i <= CHORDS; i++) {
        double t = (double)i / CHORDS, u = 1 - t;
        double k[4] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
        keep_point(w, (zt_point){k[0] * a.x + k[1] * b.x + k[2] * c.x + k[3] * d.x,
                                 k[0] * a.y + k[1] * b.y + k[2] * c.y + k[3] * d.y});
    }
}

/* The pieces of m, l, c, v and y (8.5.2): v begins with its pen as control, y ends so. */
static void keep_pieces(zt_walker *w, zt_str operator_, const zt_point *p, size_t count)
{
    if (count == 0)
        return;
    zt_point pen = pen_of(w, p[0]);
    if (zt_str_is(operator_, "c") && count == 3)
        keep_curve(w, pen, p[0], p[1], p[2]);
    else if (zt_str_is(operator_, "v") && count == 2)
        keep_curve(w, pen, pen, p[0], p[1]);
    else if (zt_str_is(operator_, "y") && count == 2)
        keep_curve(w, pen, p[0], p[1], p[1]);
    else
        keep_point(w, p[count - 1]);
}

/* Points of the operands, pair after pair; curves stay within their controls. */
static void path_points(zt_walker *w, const zt_content_stream *c)
{
    zt_point points[3];
    size_t count = 0;
    for (size_t i = 0; i + 1 < c->operands.count && i < 6; i += 2)
        points[count++] =
            zt_matrix_apply(w->now.ctm, zt_content_number(c, i), zt_content_number(c, i + 1));
    keep_pieces(w, c->operator_, points, count);
    for (size_t i = 0; i < count; i++)
        path_point(w, points[i]);
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
            finish_path(w, painters[i].fills, painters[i].strokes,
                        zt_str_in_words(c->operator_, "f* B* b*"));
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
