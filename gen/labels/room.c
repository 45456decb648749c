/* The nearest free place. Seen from the place of its top left corner, each obstacle forbids a
   convex area: a rectangle, or for a slanting piece a hexagon. The distance to the mark is convex,
   so the nearest free corner lies where two edges of such areas cross, or where an edge comes
   nearest to the mark; these points are tried. */
#include "labels/room.h"

#include <math.h>

#include "labels/meet.h"

/* Obstacles up to which the optimum is found, and places of the grid across and down. */
enum { EXACT_MOST = 48, GRID = 48 };

/* Rounding must not make a place touch what it was laid against. */
static const double touch = 1e-7;

/* A rectangle larger on all sides. */
static zt_rect grown(zt_rect r, double by)
{
    return (zt_rect){r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}

/* Whether nothing comes nearer than `clear` to the box. */
bool zt_room_is_free(const zt_obstacles *all, zt_rect box, double clear)
{
    zt_rect wide = grown(box, clear - touch);
    for (size_t i = 0; i < all->rect_count; i++)
        if (zt_rects_meet(all->rects[i], wide))
            return false;
    for (size_t i = 0; i < all->piece_count; i++)
        if (zt_piece_meets(all->pieces[i].a, all->pieces[i].b, wide))
            return false;
    return true;
}

/* Counts what overlaps the box by more than rounding; edges that touch do not count. */
size_t zt_room_meetings(const zt_obstacles *all, zt_rect box)
{
    zt_rect inner = grown(box, -touch);
    size_t count = 0;
    for (size_t i = 0; i < all->rect_count; i++)
        count += zt_rects_meet(all->rects[i], inner);
    for (size_t i = 0; i < all->piece_count; i++)
        count += zt_piece_meets(all->pieces[i].a, all->pieces[i].b, inner);
    return count;
}

/* ---- trying places ---- */

/* The places that were tried and the best of them. */
typedef struct place_search {
    const zt_obstacles *obstacles;
    zt_rect frame, size;
    zt_point mark;
    double clear;
    bool found;
    zt_rect best;
    double distance, middle; /* of the best: from the mark to the rectangle, to its middle */
} place_search;

/* How far a number lies outside of an interval. */
static double outside(double v, double from, double length)
{
    return zt_max(0, zt_max(from - v, v - from - length));
}

/* From the mark to the box. */
static double distance_to(const place_search *t, zt_rect box)
{
    return hypot(outside(t->mark.x, box.x, box.w), outside(t->mark.y, box.y, box.h));
}

/* Tries the place whose top left corner this is: the nearer to the mark wins, of equal ones that
   with its middle nearer. Whether it is free is asked last, since that is dear. */
static void try_corner(place_search *t, double x, double y)
{
    const double equal = 1e-6;
    zt_rect box = {x, y, t->size.w, t->size.h}, f = t->frame;
    if (x < f.x - equal || y < f.y - equal || x + box.w > zt_rect_right(f) + equal ||
        y + box.h > zt_rect_foot(f) + equal)
        return;
    double distance = distance_to(t, box);
    double middle = hypot(x + box.w / 2 - t->mark.x, y + box.h / 2 - t->mark.y);
    bool nearer = distance < t->distance - equal ||
                  (distance < t->distance + equal && middle < t->middle - equal);
    if ((t->found && !nearer) || !zt_room_is_free(t->obstacles, box, t->clear))
        return;
    t->found = true;
    t->best = box;
    t->distance = distance;
    t->middle = middle;
}

/* Places all over the frame: a first answer, which says how far obstacles matter at all. */
static void try_grid(place_search *t)
{
    double w = t->frame.w - t->size.w, h = t->frame.h - t->size.h;
    for (int i = 0; i <= GRID; i++)
        for (int k = 0; k <= GRID; k++)
            try_corner(t, t->frame.x + w * k / GRID, t->frame.y + h * i / GRID);
}

/* ---- edges of the forbidden areas ---- */

/* A slanting edge: all corners p with n · p = d. */
typedef struct edge {
    double nx, ny, d;
} edge;

/* All edges of the forbidden areas, as seen from the corner of the box. */
typedef struct edges {
    double *xs, *ys; /* of upright and of level edges */
    size_t x_count, y_count;
    edge *slants;
    size_t slant_count;
} edges;

/* The edges of the area that a rectangle forbids to the corner of the box: grown by `clear` at
   the right and below, by the box as well at the left and above. */
static void add_area(edges *e, const place_search *t, zt_rect r)
{
    double c = t->clear;
    e->xs[e->x_count++] = r.x - c - t->size.w;
    e->xs[e->x_count++] = zt_rect_right(r) + c;
    e->ys[e->y_count++] = r.y - c - t->size.h;
    e->ys[e->y_count++] = zt_rect_foot(r) + c;
}

/* The two slanting edges lie where the piece touches one of two opposite corners of the box. */
static void add_slants(edges *e, const place_search *t, zt_piece p)
{
    double dx = p.b.x - p.a.x, dy = p.b.y - p.a.y, length = hypot(dx, dy), c = t->clear;
    if (fabs(dx) < touch || fabs(dy) < touch)
        return;
    double nx = -dy / length, ny = dx / length, least = INFINITY, most = -INFINITY;
    for (int i = 0; i < 4; i++) {
        double cx = i & 1 ? t->size.w + c : -c, cy = i & 2 ? t->size.h + c : -c;
        least = zt_min(least, nx * cx + ny * cy);
        most = zt_max(most, nx * cx + ny * cy);
    }
    double through = nx * p.a.x + ny * p.a.y;
    e->slants[e->slant_count++] = (edge){nx, ny, through - least};
    e->slants[e->slant_count++] = (edge){nx, ny, through - most};
}

/* The box of a piece. */
static zt_rect box_of(zt_piece p)
{
    return (zt_rect){zt_min(p.a.x, p.b.x), zt_min(p.a.y, p.b.y), fabs(p.b.x - p.a.x),
                     fabs(p.b.y - p.a.y)};
}

/* Where the distance along a line has its turns: the mark at the box's edges and in its middle. */
static void add_wishes(edges *e, const place_search *t)
{
    double w = t->size.w, h = t->size.h;
    const double xs[] = {t->mark.x - w / 2, t->mark.x - w, t->mark.x, t->frame.x,
                         zt_rect_right(t->frame) - w};
    const double ys[] = {t->mark.y - h / 2, t->mark.y - h, t->mark.y, t->frame.y,
                         zt_rect_foot(t->frame) - h};
    for (size_t i = 0; i < sizeof xs / sizeof *xs; i++) {
        e->xs[e->x_count++] = xs[i];
        e->ys[e->y_count++] = ys[i];
    }
}

/* The edges of all obstacles and the wished lines, in the arena given. */
static edges find_edges(zt_arena *arena, const place_search *t)
{
    const zt_obstacles *all = t->obstacles;
    size_t count = all->rect_count + all->piece_count, wishes = 5;
    edges e = {.xs = ZT_ARRAY(arena, 2 * count + wishes, double),
               .ys = ZT_ARRAY(arena, 2 * count + wishes, double),
               .slants = ZT_ARRAY(arena, 2 * all->piece_count + 1, edge)};
    add_wishes(&e, t);
    for (size_t i = 0; i < all->rect_count; i++)
        add_area(&e, t, all->rects[i]);
    for (size_t i = 0; i < all->piece_count; i++) {
        add_area(&e, t, box_of(all->pieces[i]));
        add_slants(&e, t, all->pieces[i]);
    }
    return e;
}

/* Tries the places where a slanting edge crosses the others. */
static void try_slant(place_search *t, const edges *e, size_t i)
{
    edge s = e->slants[i];
    for (size_t k = 0; k < e->x_count; k++)
        try_corner(t, e->xs[k], (s.d - s.nx * e->xs[k]) / s.ny);
    for (size_t k = 0; k < e->y_count; k++)
        try_corner(t, (s.d - s.ny * e->ys[k]) / s.nx, e->ys[k]);
    /* Where a corner of the box comes nearest to the mark. */
    for (int c = 0; c < 4; c++) {
        double x = t->mark.x - (c & 1 ? t->size.w : 0), y = t->mark.y - (c & 2 ? t->size.h : 0);
        double off = s.d - s.nx * x - s.ny * y;
        try_corner(t, x + off * s.nx, y + off * s.ny);
    }
    for (size_t k = 0; k < i; k++) {
        edge o = e->slants[k];
        double det = s.nx * o.ny - s.ny * o.nx;
        if (fabs(det) > touch)
            try_corner(t, (s.d * o.ny - s.ny * o.d) / det, (s.nx * o.d - s.d * o.nx) / det);
    }
}

/* Tries all places where two edges cross. */
static void try_edges(place_search *t, const edges *e)
{
    for (size_t i = 0; i < e->x_count; i++)
        for (size_t k = 0; k < e->y_count; k++)
            try_corner(t, e->xs[i], e->ys[k]);
    for (size_t i = 0; i < e->slant_count; i++)
        try_slant(t, e, i);
}

/* Only what a box at least as near as the one found could meet. */
static zt_obstacles near_ones(zt_arena *arena, const place_search *t)
{
    const zt_obstacles *all = t->obstacles;
    double reach = t->found ? t->distance + t->clear + 1 : INFINITY;
    zt_rect field = {t->mark.x - reach - t->size.w, t->mark.y - reach - t->size.h,
                     2 * (reach + t->size.w), 2 * (reach + t->size.h)};
    zt_rect *rects = ZT_ARRAY(arena, all->rect_count + 1, zt_rect);
    zt_piece *pieces = ZT_ARRAY(arena, all->piece_count + 1, zt_piece);
    zt_obstacles near = {.rects = rects, .pieces = pieces};
    for (size_t i = 0; i < all->rect_count; i++)
        if (!t->found || zt_rects_meet(all->rects[i], field))
            rects[near.rect_count++] = all->rects[i];
    for (size_t i = 0; i < all->piece_count; i++)
        if (!t->found || zt_piece_meets(all->pieces[i].a, all->pieces[i].b, field))
            pieces[near.piece_count++] = all->pieces[i];
    return near;
}

/* A grid first, then the crossings of edges. */
bool zt_room_near(zt_arena *arena, const zt_obstacles *obstacles, zt_rect frame, zt_point mark,
                  zt_rect size, double clear, zt_rect *box)
{
    place_search t = {
        .obstacles = obstacles, .frame = frame, .size = size, .mark = mark, .clear = clear};
    try_grid(&t);
    zt_obstacles near = near_ones(arena, &t);
    if (near.rect_count + near.piece_count <= EXACT_MOST) {
        t.obstacles = &near;
        edges e = find_edges(arena, &t);
        try_edges(&t, &e);
    }
    *box = t.best;
    return t.found;
}

/* ---- the largest ---- */

/* Where the frame is cut, in order. */
typedef struct cuts {
    double *at;
    size_t count;
} cuts;

/* Adds a cut within the frame, once. */
static void add_cut(cuts *c, double at, double low, double high)
{
    if (at <= low || at >= high)
        return;
    size_t k = c->count;
    while (k > 0 && c->at[k - 1] > at)
        k--;
    if (k > 0 && c->at[k - 1] == at)
        return;
    for (size_t i = c->count++; i > k; i--)
        c->at[i] = c->at[i - 1];
    c->at[k] = at;
}

/* The frame cut at all edges; where pieces slant, evenly as well, for they bound no rectangle; and
   evenly alone where there are many. */
static cuts cut_frame(zt_arena *arena, const zt_obstacles *all, zt_rect frame, bool across)
{
    double low = across ? frame.x : frame.y, length = across ? frame.w : frame.h;
    size_t count = all->rect_count + all->piece_count, used = count <= EXACT_MOST ? count : 0;
    cuts c = {ZT_ARRAY(arena, 2 * used + GRID + 2, double), 0};
    c.at[c.count++] = low;
    c.at[c.count++] = low + length;
    for (size_t i = 0; i < used; i++) {
        zt_rect r = i < all->rect_count ? all->rects[i] : box_of(all->pieces[i - all->rect_count]);
        add_cut(&c, across ? r.x : r.y, low, low + length);
        add_cut(&c, across ? zt_rect_right(r) : zt_rect_foot(r), low, low + length);
    }
    for (int i = 1; i < GRID && (all->piece_count > 0 || used < count); i++)
        add_cut(&c, low + length * i / GRID, low, low + length);
    return c;
}

/* The cells between the cuts, row by row. */
typedef struct field {
    const zt_obstacles *obstacles;
    cuts x, y;
    size_t *free; /* cells free above and with this one, of each column in the present row */
    zt_rect least, best;
} field;

/* Nor may a piece run along a cell's edge, for free cells are joined over it. */
static bool cell_is_free(const field *f, size_t row, size_t column)
{
    const zt_obstacles *all = f->obstacles;
    zt_rect cell = {f->x.at[column], f->y.at[row], f->x.at[column + 1] - f->x.at[column],
                    f->y.at[row + 1] - f->y.at[row]};
    zt_obstacles pieces = {.pieces = all->pieces, .piece_count = all->piece_count};
    zt_obstacles rects = {.rects = all->rects, .rect_count = all->rect_count};
    return zt_room_is_free(&rects, cell, 0) && zt_room_is_free(&pieces, cell, 2 * touch);
}

/* All free rectangles that end in this row and begin in this column: going right, their height
   is that of the lowest column so far. */
static void try_row(field *f, size_t row, size_t column)
{
    size_t high = f->free[column];
    for (size_t end = column; end + 1 < f->x.count && f->free[end] > 0; end++) {
        high = f->free[end] < high ? f->free[end] : high;
        double top = f->y.at[row + 1 - high];
        zt_rect r = {f->x.at[column], top, f->x.at[end + 1] - f->x.at[column],
                     f->y.at[row + 1] - top};
        bool larger = r.w * r.h > f->best.w * f->best.h + touch;
        if (larger && r.w >= f->least.w && r.h >= f->least.h)
            f->best = r;
    }
}

/* The largest of the free rectangles between the cuts. */
zt_rect zt_room_largest(zt_arena *arena, const zt_obstacles *obstacles, zt_rect frame,
                        zt_rect least)
{
    field f = {.obstacles = obstacles,
               .x = cut_frame(arena, obstacles, frame, true),
               .y = cut_frame(arena, obstacles, frame, false),
               .least = least};
    f.free = ZT_ARRAY(arena, f.x.count, size_t);
    for (size_t row = 0; row + 1 < f.y.count; row++) {
        for (size_t column = 0; column + 1 < f.x.count; column++)
            f.free[column] = cell_is_free(&f, row, column) ? f.free[column] + 1 : 0;
        for (size_t column = 0; column + 1 < f.x.count; column++)
            try_row(&f, row, column);
    }
    return f.best;
}
