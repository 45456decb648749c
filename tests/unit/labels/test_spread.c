#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "labels/spread.h"

static void assert_disjoint(const zt_label *labels, size_t count, double gap, double low,
                            double high)
{
    for (size_t i = 0; i < count; i++) {
        assert_true(labels[i].centre - labels[i].size / 2 >= low - 1e-6);
        assert_true(labels[i].centre + labels[i].size / 2 <= high + 1e-6);
        for (size_t k = 0; k < i; k++)
            assert_true(fabs(labels[i].centre - labels[k].centre) + 1e-6 >=
                        (labels[i].size + labels[k].size) / 2 + gap);
    }
}

static void test_thirteen_equal_wishes(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_label labels[13];
    for (size_t i = 0; i < 13; i++)
        labels[i] = (zt_label){.wanted = 100, .size = 9};
    assert_true(zt_labels_spread(arena, labels, 13, 1, 0, 200));
    assert_disjoint(labels, 13, 1, 0, 200);
    for (size_t i = 1; i < 13; i++)
        assert_true(labels[i].centre > labels[i - 1].centre); /* equal wishes keep their order */
    assert_true(fabs(labels[6].centre - 100) < 1e-9);         /* about their common wish */
    zt_arena_drop(arena);
}

static void test_labels_apart_do_not_move(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_label labels[] = {{.wanted = 80, .size = 10}, {.wanted = 20, .size = 10}};
    assert_true(zt_labels_spread(arena, labels, 2, 2, 0, 100));
    assert_true(labels[0].centre == 80 && labels[1].centre == 20);
    zt_arena_drop(arena);
}

static void test_pushed_in_at_both_ends(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_label labels[] = {{.wanted = -5, .size = 10},
                         {.wanted = 0, .size = 20},
                         {.wanted = 99, .size = 10},
                         {.wanted = 120, .size = 30}};
    assert_true(zt_labels_spread(arena, labels, 4, 1, 0, 100));
    assert_disjoint(labels, 4, 1, 0, 100);
    zt_arena_drop(arena);
}

/* What stands free stays; what collides is moved as little as can be. */
static void test_spread_moves_the_least(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const double tops[] = {0, 48, 50, 52};
    zt_label labels[4];
    for (size_t i = 0; i < 4; i++)
        labels[i] = (zt_label){.wanted = tops[i] + 5, .size = 10};
    assert_true(zt_labels_spread_in_order(arena, labels, 4, 2, 0, 200));
    const double centres[] = {5, 43, 55, 67}; /* 50 is the mean of the three; twelve apart */
    for (size_t i = 0; i < 4; i++)
        assert_true(fabs(labels[i].centre - centres[i]) < 1e-9);
    assert_true(zt_labels_spread_in_order(arena, labels, 4, 2, 0, 60));
    assert_true(fabs(labels[3].centre - 55) < 1e-9 && fabs(labels[1].centre - 31) < 1e-9);
    assert_true(zt_labels_spread_in_order(arena, labels, 4, 2, 5, 200));
    assert_true(fabs(labels[0].centre - 10) < 1e-9);
    zt_arena_drop(arena);
}

/* The words of two entries do not change places, though the second wishes to lie before. */
static void test_the_order_given_is_kept(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_label labels[] = {{.wanted = 60, .size = 100}, {.wanted = 40, .size = 10}};
    assert_true(zt_labels_spread_in_order(arena, labels, 2, 0, -INFINITY, INFINITY));
    assert_true(fabs(labels[1].centre - labels[0].centre - 55) < 1e-9);
    assert_true(fabs((labels[0].centre + labels[1].centre) / 2 - 50) < 1e-9);
    assert_true(zt_labels_spread(arena, labels, 2, 0, -INFINITY, INFINITY));
    assert_true(labels[1].centre < labels[0].centre);
    zt_arena_drop(arena);
}

static void test_spread_is_disjoint_whatever_the_wishes(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    unsigned seed = 7;
    for (int round = 0; round < 500; round++) {
        zt_label labels[20];
        for (size_t i = 0; i < 20; i++) {
            seed = seed * 1103515245u + 12345u;
            labels[i] = (zt_label){.wanted = (double)(seed >> 16 & 255),
                                   .size = 4 + (double)(seed >> 8 & 7)};
        }
        double room = zt_labels_room(labels, 20, 0.5);
        assert_true(zt_labels_spread(arena, labels, 20, 0.5, 3, 3 + room));
        assert_disjoint(labels, 20, 0.5, 3, 3 + room);
    }
    zt_arena_drop(arena);
}

static void test_too_little_room_is_told(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_label labels[] = {{.wanted = 5, .size = 10}, {.wanted = 5, .size = 10}};
    assert_false(zt_labels_spread(arena, labels, 2, 0, 0, 15));
    assert_true(fabs(labels[0].centre - labels[1].centre) >= 10); /* and still no overlap */
    zt_arena_drop(arena);
}

static void test_thinning_keeps_both_ends(void **state)
{
    (void)state;
    zt_label labels[12];
    bool keep[12];
    for (size_t i = 0; i < 12; i++)
        labels[i] = (zt_label){.wanted = 10 * (double)i, .size = 16};
    zt_labels_thin(labels, 12, 2, keep);
    assert_true(keep[0] && keep[11]);
    assert_true(keep[2] && keep[8]);
    assert_false(keep[1] || keep[10]); /* 10 lies on the stride but touches the last */
    for (size_t i = 0; i < 12; i++)
        labels[i].size = 5;
    zt_labels_thin(labels, 12, 2, keep);
    for (size_t i = 0; i < 12; i++)
        assert_true(keep[i]);
}

static zt_label lying(double low, double size)
{
    return (zt_label){.wanted = low + size / 2, .size = size, .centre = low + size / 2};
}

/* The lower two go up beside what ends at 50, the last as far as it may, the first stays. */
static void test_words_at_the_foot_are_lifted(void **state)
{
    (void)state;
    zt_label labels[] = {lying(0, 10), lying(30, 10), lying(60, 10)};
    const double highest[] = {-100, -100, 45};
    zt_labels_lift(labels, 3, 2, 50, highest);
    assert_true(fabs(zt_label_low(&labels[0]) - 0) < 1e-9);
    assert_true(fabs(zt_label_low(&labels[1]) - 30) < 1e-9);
    assert_true(fabs(zt_label_low(&labels[2]) - 45) < 1e-9);
    /* Two that may both go up do not come upon each other. */
    zt_label close[] = {lying(60, 10), lying(75, 10)};
    zt_labels_lift(close, 2, 2, 50, (const double[]){-100, -100});
    assert_true(fabs(zt_label_low(&close[1]) - 40) < 1e-9);
    assert_true(fabs(zt_label_low(&close[0]) - 28) < 1e-9);
    /* Where the upper one may not, the lower one comes down again. */
    zt_label held[] = {lying(60, 10), lying(75, 10)};
    zt_labels_lift(held, 2, 2, 50, (const double[]){55, -100});
    assert_true(fabs(zt_label_low(&held[0]) - 55) < 1e-9);
    assert_true(fabs(zt_label_low(&held[1]) - 67) < 1e-9);
}

static void test_a_label_is_raised_only_where_it_is_free(void **state)
{
    (void)state;
    zt_label labels[] = {lying(0, 10), lying(30, 10)};
    assert_false(zt_labels_raise(labels, 2, 1, 11, 2)); /* nearer than two to the first */
    assert_true(fabs(zt_label_low(&labels[1]) - 30) < 1e-9);
    assert_true(zt_labels_raise(labels, 2, 1, 12, 2));
    assert_true(fabs(zt_label_low(&labels[1]) - 12) < 1e-9);
    assert_false(zt_labels_raise(labels, 2, 1, 20, 2)); /* that would be down */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_thirteen_equal_wishes),
        cmocka_unit_test(test_labels_apart_do_not_move),
        cmocka_unit_test(test_pushed_in_at_both_ends),
        cmocka_unit_test(test_spread_moves_the_least),
        cmocka_unit_test(test_the_order_given_is_kept),
        cmocka_unit_test(test_spread_is_disjoint_whatever_the_wishes),
        cmocka_unit_test(test_too_little_room_is_told),
        cmocka_unit_test(test_thinning_keeps_both_ends),
        cmocka_unit_test(test_words_at_the_foot_are_lifted),
        cmocka_unit_test(test_a_label_is_raised_only_where_it_is_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
