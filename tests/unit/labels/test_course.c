/* Ways from mark to mark by lot: level and upright or straight, clear of everything, ending at the
   marks; found wherever nothing is in the way, and the short ones first. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "labels/course.h"

static unsigned next(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 8) % below;
}

static const zt_rect frame = {0, 0, 200, 120};

static zt_course_wish wish_of(zt_rect from, zt_rect to)
{
    return (zt_course_wish){.frame = frame,
                            .from = from,
                            .to = to,
                            .gap = 1,
                            .least = 8,
                            .clear = 0.9,
                            .apart = 3,
                            .bend = 10};
}

static zt_rect rect_by_lot(unsigned *seed)
{
    return (zt_rect){next(seed, 160), next(seed, 100), 2 + next(seed, 38), 2 + next(seed, 15)};
}

/* Distance of a point to a rectangle, 0 within. */
static double distance(zt_point p, zt_rect r)
{
    double x = fmax(fmax(r.x - p.x, p.x - zt_rect_right(r)), 0);
    double y = fmax(fmax(r.y - p.y, p.y - zt_rect_foot(r)), 0);
    return hypot(x, y);
}

/* The least distance of a way to a rectangle, by steps of a tenth: not the way of the code. */
static double way_distance(const zt_course *way, zt_rect r)
{
    double least = INFINITY;
    for (size_t i = 1; i < way->count; i++) {
        zt_point a = way->points[i - 1], b = way->points[i];
        int steps = 1 + (int)(10 * hypot(b.x - a.x, b.y - a.y));
        for (int k = 0; k <= steps; k++) {
            double t = (double)k / steps;
            least =
                fmin(least, distance((zt_point){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}, r));
        }
    }
    return least;
}

static void assert_course(const zt_course_wish *wish, const zt_course *way, const zt_rect *rects,
                          size_t count)
{
    zt_point end = way->points[way->count - 1], before = way->points[way->count - 2];
    assert_true(way->count >= 2 && way->count <= 4);
    assert_true(distance(way->points[0], wish->from) > 0.9 && distance(end, wish->to) > 0.9);
    assert_true(distance(end, wish->to) < 1.1 || wish->slants);
    assert_true(hypot(end.x - before.x, end.y - before.y) >= 8 - 1e-9);
    assert_true(way_distance(way, wish->from) > 0.9 && way_distance(way, wish->to) > 0.9);
    for (size_t i = 1; i < way->count; i++)
        assert_true(way->points[i].x == way->points[i - 1].x ||
                    way->points[i].y == way->points[i - 1].y || (wish->slants && way->count == 2));
    for (size_t i = 0; i < way->count; i++)
        assert_true(distance(way->points[i], frame) == 0);
    for (size_t i = 0; i < count; i++)
        assert_true(way_distance(way, rects[i]) > 0.85);
}

static void test_ways_are_free(void **state)
{
    (void)state;
    unsigned seed = 5;
    size_t found = 0, bends[5] = {0};
    for (int round = 0; round < 400; round++) {
        zt_rect rects[8];
        size_t count = next(&seed, 9);
        zt_course_wish wish = wish_of(rect_by_lot(&seed), rect_by_lot(&seed));
        wish.slants = round % 3 == 0;
        for (size_t i = 0; i < count; i++)
            rects[i] = rect_by_lot(&seed);
        zt_obstacles all = {.rects = rects, .rect_count = count};
        zt_course way;
        if (!zt_course_find(&all, &wish, &way))
            continue;
        assert_course(&wish, &way, rects, count);
        found++;
        bends[way.count]++;
    }
    assert_true(found > 200 && bends[2] > 20 && bends[3] > 20 && bends[4] > 10);
}

/* Side by side the way is straight, one over the other upright, between dots it may slant. */
static void test_the_plain_ones(void **state)
{
    (void)state;
    zt_obstacles none = {0};
    zt_course way;
    zt_course_wish level = wish_of((zt_rect){10, 40, 20, 10}, (zt_rect){100, 42, 20, 10});
    assert_true(zt_course_find(&none, &level, &way));
    assert_int_equal(way.count, 2);
    assert_true(way.points[0].y == way.points[1].y && way.points[0].x == 31 &&
                way.points[1].x == 99);
    zt_course_wish upright = wish_of((zt_rect){50, 90, 20, 10}, (zt_rect){55, 10, 20, 10});
    assert_true(zt_course_find(&none, &upright, &way));
    assert_int_equal(way.count, 2);
    assert_true(way.points[0].x == way.points[1].x && way.points[0].y == 89 &&
                way.points[1].y == 21);
    zt_course_wish apart = wish_of((zt_rect){10, 10, 4, 4}, (zt_rect){100, 80, 4, 4});
    assert_true(zt_course_find(&none, &apart, &way));
    assert_int_equal(way.count, 3);
    apart.slants = true;
    assert_true(zt_course_find(&none, &apart, &way));
    assert_int_equal(way.count, 2);
    assert_true(fabs(way.cost - (hypot(90, 70) - 2 * (hypot(2, 2) + 1))) < 0.05);
}

/* It goes round what stands in between, and nowhere where all is shut off or there is no room for
   the point of an arrow. */
static void test_what_is_in_the_way(void **state)
{
    (void)state;
    zt_course_wish wish = wish_of((zt_rect){10, 40, 20, 10}, (zt_rect){100, 40, 20, 10});
    zt_rect wall = {60, 30, 4, 60}, shut = {60, -1, 4, 122};
    zt_obstacles all = {.rects = &wall, .rect_count = 1};
    zt_course way;
    assert_true(zt_course_find(&all, &wish, &way));
    assert_int_equal(way.count, 4);
    assert_course(&wish, &way, &wall, 1);
    all.rects = &shut;
    assert_false(zt_course_find(&all, &wish, &way));
    zt_course_wish near = wish_of((zt_rect){10, 40, 20, 10}, (zt_rect){39.9, 40, 20, 10});
    near.frame = (zt_rect){10, 40, 49.9, 10};
    zt_obstacles none = {0};
    assert_false(zt_course_find(&none, &near, &way));
    near.to.x = 40.1;
    near.frame.w = 50.1;
    assert_true(zt_course_find(&none, &near, &way));
}

/* A line may be crossed, but the way does not run along it. */
static void test_lines(void **state)
{
    (void)state;
    zt_course_wish wish = wish_of((zt_rect){10, 40, 20, 2}, (zt_rect){100, 40, 20, 2});
    zt_piece across = {{60, 0}, {60, 120}}, along = {{30, 43}, {100, 43}};
    zt_obstacles all = {.pieces = &across, .piece_count = 1};
    zt_course way;
    assert_true(zt_course_find(&all, &wish, &way));
    assert_int_equal(way.count, 2);
    all.pieces = &along;
    assert_true(zt_course_find(&all, &wish, &way));
    assert_int_equal(way.count, 4);
    for (size_t i = 1; i < way.count; i++)
        assert_true(way.points[i].y != way.points[i - 1].y ||
                    fabs(way.points[i].y - 43) >= wish.apart ||
                    fabs(way.points[i].x - way.points[i - 1].x) <= 3 * wish.apart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ways_are_free),
        cmocka_unit_test(test_the_plain_ones),
        cmocka_unit_test(test_what_is_in_the_way),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
