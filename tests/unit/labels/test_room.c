#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include "labels/meet.h"
#include "labels/room.h"

static unsigned next(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 8) % below;
}

enum { RECTS = 5, PIECES = 5 };
static const zt_rect frame = {0, 0, 60, 40};

typedef struct made {
    zt_rect rects[64];
    zt_piece pieces[64];
    zt_obstacles all;
} made;

static void make(made *m, size_t rects, size_t pieces, unsigned *seed)
{
    for (size_t i = 0; i < rects; i++)
        m->rects[i] =
            (zt_rect){next(seed, 55), next(seed, 35), 1 + next(seed, 20), 1 + next(seed, 12)};
    for (size_t i = 0; i < pieces; i++)
        m->pieces[i] =
            (zt_piece){{next(seed, 60), next(seed, 40)}, {next(seed, 60), next(seed, 40)}};
    m->all = (zt_obstacles){m->rects, rects, m->pieces, pieces};
}

/* Two convex shapes meet when their shadows do in every direction that matters: across, down, and
   at right angles to the piece. Not the way of the code. */
static bool meets(zt_piece p, zt_rect box)
{
    double nx = p.b.y - p.a.y, ny = p.a.x - p.b.x, low = INFINITY, high = -INFINITY;
    double length = hypot(nx, ny), at = nx * p.a.x + ny * p.a.y;
    for (int i = 0; i < 4; i++) {
        double v = nx * (box.x + (i & 1 ? box.w : 0)) + ny * (box.y + (i & 2 ? box.h : 0)) - at;
        low = fmin(low, v);
        high = fmax(high, v);
    }
    return fmax(p.a.x, p.b.x) > box.x + 1e-6 && fmin(p.a.x, p.b.x) < zt_rect_right(box) - 1e-6 &&
           fmax(p.a.y, p.b.y) > box.y + 1e-6 && fmin(p.a.y, p.b.y) < zt_rect_foot(box) - 1e-6 &&
           low < 1e-6 * -length && high > 1e-6 * length;
}

static bool is_free(const zt_obstacles *all, zt_rect box)
{
    for (size_t i = 0; i < all->rect_count; i++) {
        zt_rect r = all->rects[i];
        if (fmin(zt_rect_right(r), zt_rect_right(box)) - fmax(r.x, box.x) > 1e-6 &&
            fmin(zt_rect_foot(r), zt_rect_foot(box)) - fmax(r.y, box.y) > 1e-6)
            return false;
    }
    for (size_t i = 0; i < all->piece_count; i++)
        if (meets(all->pieces[i], box))
            return false;
    return true;
}

static double distance(zt_rect box, zt_point mark)
{
    double dx = fmax(0, fmax(box.x - mark.x, mark.x - zt_rect_right(box)));
    double dy = fmax(0, fmax(box.y - mark.y, mark.y - zt_rect_foot(box)));
    return hypot(dx, dy);
}

/* The least distance over a fine grid of places; negative when none is free. */
static double grid_distance(const zt_obstacles *all, zt_point mark, zt_rect size)
{
    double best = -1;
    for (double y = 0; y + size.h <= frame.h; y += 0.5)
        for (double x = 0; x + size.w <= frame.w; x += 0.5) {
            zt_rect box = {x, y, size.w, size.h};
            double d = distance(box, mark);
            if ((best < 0 || d < best) && is_free(all, box))
                best = d;
        }
    return best;
}

static void check_near(size_t rects, size_t pieces, int rounds)
{
    zt_arena *arena = zt_arena_new();
    unsigned seed = (unsigned)(3 + 100 * rects + pieces);
    for (int round = 0; round < rounds; round++) {
        made m;
        zt_rect box, size = {0, 0, 4 + next(&seed, 16), 3 + next(&seed, 9)};
        zt_point mark = {next(&seed, 60), next(&seed, 40)};
        make(&m, rects, pieces, &seed);
        bool found = zt_room_near(arena, &m.all, frame, mark, size, 0, &box);
        double brute = grid_distance(&m.all, mark, size);
        if (brute >= 0)
            assert_true(found && distance(box, mark) <= brute + 1e-6);
        if (found) {
            assert_true(is_free(&m.all, box));
            assert_true(box.x >= -1e-6 && box.y >= -1e-6 && zt_rect_right(box) <= frame.w + 1e-6 &&
                        zt_rect_foot(box) <= frame.h + 1e-6);
            assert_true(box.w == size.w && box.h == size.h);
        }
    }
    zt_arena_drop(arena);
}

static void test_no_place_of_a_grid_is_nearer(void **state)
{
    (void)state;
    check_near(RECTS, 0, 80);
    check_near(0, PIECES, 80);
    check_near(RECTS, PIECES, 80);
}

static void test_many_obstacles_are_kept_clear_of(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    unsigned seed = 9;
    made m;
    make(&m, 0, 64, &seed);
    for (size_t i = 0; i < 64; i++) /* a line with many points through the lower half */
        m.pieces[i] =
            (zt_piece){{(double)i, 20 + next(&seed, 20)}, {(double)i + 1, 20 + next(&seed, 20)}};
    zt_rect box, size = {0, 0, 20, 8};
    assert_true(zt_room_near(arena, &m.all, frame, (zt_point){30, 30}, size, 1, &box));
    assert_true(zt_room_is_free(&m.all, box, 0.99));
    assert_true(zt_rect_foot(box) > 17); /* just over the line */
    zt_arena_drop(arena);
}

static void test_the_middle_is_preferred_and_clear_kept(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const zt_rect dot = {29, 19, 2, 2};
    zt_obstacles all = {&dot, 1, NULL, 0};
    zt_rect box, size = {0, 0, 10, 4};
    assert_true(zt_room_near(arena, &all, frame, (zt_point){30, 20}, size, 2, &box));
    /* over or under the dot, about it, two away */
    assert_true(fabs(box.x - 25) < 1e-6);
    assert_true(fabs(box.y - 13) < 1e-6 || fabs(box.y - 23) < 1e-6);
    const zt_rect wall = {0, 0, 60, 40};
    all = (zt_obstacles){&wall, 1, NULL, 0};
    assert_false(zt_room_near(arena, &all, frame, (zt_point){30, 20}, size, 0, &box));
    zt_arena_drop(arena);
}

/* All rectangles between any two of the edges in each direction. */
static double largest_area(const zt_obstacles *all, zt_rect least)
{
    double xs[2 * RECTS + 2] = {0, frame.w}, ys[2 * RECTS + 2] = {0, frame.h}, best = 0;
    size_t count = 2;
    for (size_t i = 0; i < all->rect_count; i++, count += 2) {
        xs[count] = fmin(all->rects[i].x, frame.w);
        xs[count + 1] = fmin(zt_rect_right(all->rects[i]), frame.w);
        ys[count] = fmin(all->rects[i].y, frame.h);
        ys[count + 1] = fmin(zt_rect_foot(all->rects[i]), frame.h);
    }
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b < count; b++)
            for (size_t c = 0; c < count; c++)
                for (size_t d = 0; d < count; d++) {
                    zt_rect r = {xs[a], ys[c], xs[b] - xs[a], ys[d] - ys[c]};
                    if (r.w >= least.w && r.h >= least.h && r.w > 0 && r.h > 0 && is_free(all, r))
                        best = fmax(best, r.w * r.h);
                }
    return best;
}

static void test_the_largest_rectangle(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    unsigned seed = 21;
    for (int round = 0; round < 60; round++) {
        made m;
        zt_rect least = {0, 0, 1 + next(&seed, 20), 1 + next(&seed, 10)};
        make(&m, RECTS, 0, &seed);
        zt_rect r = zt_room_largest(arena, &m.all, frame, least);
        assert_true(fabs(r.w * r.h - largest_area(&m.all, least)) < 1e-6);
        assert_true(r.w == 0 || is_free(&m.all, r));
        make(&m, RECTS, PIECES, &seed);
        r = zt_room_largest(arena, &m.all, frame, least);
        assert_true(r.w == 0 || (is_free(&m.all, r) && r.w >= least.w && r.h >= least.h));
    }
    zt_arena_drop(arena);
}

static void test_meeting(void **state)
{
    (void)state;
    zt_rect r = {10, 10, 20, 10};
    assert_true(zt_rects_meet(r, (zt_rect){29, 19, 5, 5}));
    assert_false(zt_rects_meet(r, (zt_rect){30, 10, 5, 5})); /* they only touch */
    assert_true(zt_piece_meets((zt_point){0, 15}, (zt_point){40, 16}, r));
    assert_true(zt_piece_meets((zt_point){15, 12}, (zt_point){16, 13}, r)); /* wholly inside */
    assert_false(zt_piece_meets((zt_point){0, 0}, (zt_point){9, 40}, r));
    assert_false(zt_piece_meets((zt_point){5, 30}, (zt_point){50, 25}, r));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_place_of_a_grid_is_nearer),
        cmocka_unit_test(test_many_obstacles_are_kept_clear_of),
        cmocka_unit_test(test_the_middle_is_preferred_and_clear_kept),
        cmocka_unit_test(test_the_largest_rectangle),
        cmocka_unit_test(test_meeting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
