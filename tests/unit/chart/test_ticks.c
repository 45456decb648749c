#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "base/arena.h"
#include "chart/ticks.h"

static void test_ticks_cover_the_data(void **state)
{
    (void)state;
    zt_ticks t = zt_ticks_choose(17.2, 612.4, 5, ZT_TICKS_COVER);
    assert_int_equal(t.count, 4); /* 0 to 750 by 250 */
    assert_int_equal(zt_ticks_at(&t, 0).scaled, 0);
    assert_int_equal(zt_ticks_at(&t, 3).scaled, 750);
    assert_int_equal(zt_ticks_at(&t, 3).decimals, 0);
}

static void test_ticks_inside_stay_within(void **state)
{
    (void)state;
    zt_ticks t = zt_ticks_choose(0, 612.4, 4, ZT_TICKS_INSIDE);
    assert_int_equal(t.count, 4); /* 0 200 400 600, as the comp has it */
    assert_int_equal(zt_ticks_at(&t, 3).scaled, 600);
}

/* Between 0.3 and 0.4 there is no step of any size but 0.05, and no tick at all where even that
 * misses. */
static void test_ticks_inside_a_narrow_range(void **state)
{
    (void)state;
    for (size_t wanted = 2; wanted < 8; wanted++) {
        zt_ticks t = zt_ticks_choose(0.31, 0.39, wanted, ZT_TICKS_INSIDE);
        for (size_t i = 0; i < t.count; i++) {
            double at = zt_num_double(zt_ticks_at(&t, i));
            assert_true(at >= 0.31 - 1e-9 && at <= 0.39 + 1e-9);
        }
        assert_true(t.count <= wanted + 1);
    }
}

static void test_no_step_too_many_by_rounding(void **state)
{
    (void)state;
    /* 0.6 / 0.2 is 2.9999999999999996 in binary. */
    zt_ticks t = zt_ticks_choose(0, 0.6, 4, ZT_TICKS_COVER);
    zt_arena *arena = zt_arena_new();
    assert_int_equal(t.count, 4);
    assert_true(zt_str_is(zt_ticks_print(arena, &t, 0, ZT_GROUP_COMMA), "0"));
    assert_true(zt_str_is(zt_ticks_print(arena, &t, 3, ZT_GROUP_COMMA), "0.6"));
    zt_arena_drop(arena);
}

static void test_negative_and_large_numbers_print_whole(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_ticks t = zt_ticks_choose(-38.2, 12, 6, ZT_TICKS_COVER);
    assert_true(zt_str_starts(zt_ticks_print(arena, &t, 0, ZT_GROUP_COMMA), "\xE2\x88\x92"));
    t = zt_ticks_choose(0, 48200000, 5, ZT_TICKS_COVER);
    assert_true(zt_str_is(zt_ticks_print(arena, &t, t.count - 1, ZT_GROUP_COMMA), "60,000,000") ||
                zt_str_is(zt_ticks_print(arena, &t, t.count - 1, ZT_GROUP_COMMA), "50,000,000"));
    zt_arena_drop(arena);
}

/* Four to six classes of a round width that cover the values, whatever their size; a class at
   neither end is empty by its limits. */
static void test_classes_of_one_width(void **state)
{
    (void)state;
    uint64_t seed = 12345;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double size = pow(10, (double)(seed >> 60) - 6);
        double low = ((double)((seed >> 33) % 2001) - 1000) * size;
        double high = low + (double)(1 + (seed >> 20) % 997) * size;
        zt_ticks t = zt_ticks_classes(low, high, 5);
        double width = zt_num_double(t.step), slip = 1e-6 * width;
        double first = zt_num_double(zt_ticks_at(&t, 0));
        double last = zt_num_double(zt_ticks_at(&t, t.count - 1));
        assert_in_range(t.count - 1, 4, 6);
        assert_true(first <= low + slip && last >= high - slip);
        assert_true(first + width > low - slip && last - width < high + slip);
    }
    zt_ticks t = zt_ticks_classes(52.5, 148, 5);
    assert_int_equal(t.count - 1, 4);
    assert_int_equal(zt_num_double(t.step), 25);
}

static void test_always_covers_and_never_exceeds(void **state)
{
    (void)state;
    for (int i = 1; i < 4000; i++) {
        double high = 0.00137 * i * i, low = i % 3 ? 0 : -0.01 * i;
        zt_ticks t = zt_ticks_choose(low, high, 5, ZT_TICKS_COVER);
        assert_in_range(t.count, 2, 5);
        assert_true(zt_num_double(zt_ticks_at(&t, 0)) <= low + 1e-9);
        assert_true(zt_num_double(zt_ticks_at(&t, t.count - 1)) >= high - high * 1e-8);
    }
}

static void test_equal_values_still_get_ticks(void **state)
{
    (void)state;
    zt_ticks t = zt_ticks_choose(7, 7, 4, ZT_TICKS_COVER);
    assert_in_range(t.count, 2, 4);
    t = zt_ticks_choose(0, 0, 4, ZT_TICKS_COVER);
    assert_in_range(t.count, 2, 4);
}

/* All labels, blank-separated. */
static void assert_labels(const zt_ticks *ticks, zt_grouping grouping, const char *wanted)
{
    zt_arena *arena = zt_arena_new();
    zt_buf got;
    zt_buf_init(&got, arena);
    for (size_t i = 0; i < ticks->count; i++) {
        zt_buf_puts(&got, i ? " " : "");
        zt_buf_str(&got, zt_ticks_print(arena, ticks, i, grouping));
    }
    if (!zt_str_is(zt_buf_view(&got), wanted))
        fail_msg("“%s”, not “%s”", got.data, wanted);
    zt_arena_drop(arena);
}

static void assert_foot(double low, double high, const char *wanted)
{
    zt_ticks t = zt_ticks_choose(low, high, 5, ZT_TICKS_FOOT);
    assert_labels(&t, ZT_GROUP_COMMA, wanted);
}

/* As the pictures of the comps have them, and as an editor would choose. */
static void test_the_best_of_an_open_axis(void **state)
{
    (void)state;
    assert_foot(0, 341, "0 100 200 300");
    assert_foot(0, 612.4, "0 200 400 600");
    assert_foot(0, 46.3, "0 10 20 30 40");
    assert_foot(0, 8.95, "0 2 4 6 8");
    assert_foot(0, 1250, "0 500 1000");
    assert_foot(0, 100, "0 50 100");
    assert_foot(0, 0.43, "0 0.1 0.2 0.3 0.4");
    assert_foot(-9.6, 13, "−10 −5 0 5 10");
    assert_foot(0, 750651.6, "0 200,000 400,000 600,000 800,000");
}

static void test_an_open_axis_keeps_its_foot(void **state)
{
    (void)state;
    for (int i = 1; i < 4000; i++) {
        double high = 0.00137 * i * i, low = i % 3 ? 0 : -0.01 * i;
        zt_ticks t = zt_ticks_choose(low, high, 5, ZT_TICKS_FOOT);
        double step = zt_num_double(t.step);
        assert_in_range(t.count, 3, 5);
        assert_true((double)t.first * step <= low + 1e-9);
        double last = ((double)t.first + (double)t.count - 1) * step;
        assert_true(last > high - step * (1 + 1e-6) && last < high + step * (1 + 1e-6));
    }
}

static void test_at_most_four_digits_where_there_is_a_choice(void **state)
{
    (void)state;
    zt_ticks t = zt_ticks_choose(1000, 1002, 5, ZT_TICKS_INSIDE);
    assert_labels(&t, ZT_GROUP_COMMA, "1000 1001 1002");
    t = zt_ticks_choose(100040, 100960, 5, ZT_TICKS_INSIDE);
    assert_labels(&t, ZT_GROUP_NONE, "100200 100400 100600 100800");
}

static double ten_a_character(void *context, zt_str label)
{
    (void)context;
    return 10.0 * (double)label.len;
}

static void test_labels_along_the_axis_do_not_meet(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_ticks_wish wish = {.high = 40000,
                          .most = 5,
                          .reach = ZT_TICKS_INSIDE,
                          .room = ten_a_character,
                          .length = 400,
                          .gap = 10,
                          .arena = arena};
    zt_ticks t = zt_ticks_find(&wish);
    assert_labels(&t, ZT_GROUP_COMMA, "0 10,000 20,000 30,000 40,000");
    wish.length = 200;
    t = zt_ticks_find(&wish);
    assert_labels(&t, ZT_GROUP_COMMA, "0 20,000 40,000");
    wish.length = 90;
    t = zt_ticks_find(&wish);
    assert_labels(&t, ZT_GROUP_COMMA, "0 25,000");
    zt_arena_drop(arena);
}

static void test_thousands_as_the_values_have_them(void **state)
{
    (void)state;
    zt_ticks t = zt_ticks_choose(0, 36110, 4, ZT_TICKS_INSIDE);
    assert_labels(&t, ZT_GROUP_NONE, "0 10000 20000 30000");
    assert_labels(&t, ZT_GROUP_COMMA, "0 10,000 20,000 30,000");
    assert_labels(&t, ZT_GROUP_GAP, "0 10 000 20 000 30 000");
}

static void assert_log(double low, double high, size_t most, const char *wanted)
{
    zt_arena *arena = zt_arena_new();
    zt_num *ticks;
    zt_buf got;
    size_t count = zt_ticks_log(arena, low, high, most, &ticks);
    zt_buf_init(&got, arena);
    zt_buf_puts(&got, "");
    for (size_t i = 0; i < count; i++) {
        zt_buf_puts(&got, i ? " " : "");
        zt_num_print(&got, ticks[i], false);
    }
    if (!zt_str_is(zt_buf_view(&got), wanted))
        fail_msg("“%s”, not “%s”", got.data, wanted);
    zt_arena_drop(arena);
}

static void test_logarithms(void **state)
{
    (void)state;
    assert_log(1, 100, 7, "1 2 5 10 20 50 100");
    assert_log(1, 100, 5, "1 10 100");
    assert_log(0.03, 4, 7, "0.05 0.1 0.2 0.5 1 2");
    assert_log(1, 10000000, 5, "1 100 10000 1000000");
}

/* Two numbers round a range in twos and fives; a range without two powers has 1 and 5. */
static void test_a_logarithm_has_at_least_two_ticks(void **state)
{
    (void)state;
    assert_log(2, 50, 4, "5 10 50");
    assert_log(0.02, 0.5, 4, "0.05 0.1 0.5");
}

static void assert_spread(zt_scale_kind kind, double low, double high, double least, size_t most,
                          const char *wanted)
{
    zt_arena *arena = zt_arena_new();
    zt_scale scale = {.kind = kind};
    zt_buf got;
    zt_scale_round(&scale, low, high, least);
    zt_ticks ticks = zt_ticks_spread(arena, &scale, most);
    zt_buf_init(&got, arena);
    zt_buf_printf(&got, "%g–%g:", scale.low, scale.high);
    for (size_t i = 0; i < ticks.count; i++) {
        zt_buf_puts(&got, " ");
        zt_buf_str(&got, zt_ticks_print(arena, &ticks, i, ZT_GROUP_NONE));
    }
    if (!zt_str_is(zt_buf_view(&got), wanted))
        fail_msg("“%s”, not “%s”", got.data, wanted);
    zt_arena_drop(arena);
}

static void test_uneven_axes_end_at_round_values(void **state)
{
    (void)state;
    assert_spread(ZT_SCALE_LOG, 260, 76000, 260, 4, "200–100000: 1000 10000 100000");
    assert_spread(ZT_SCALE_LOG, 5, 5, 5, 5, "2.5–10: 5 10");
    assert_spread(ZT_SCALE_SYMLOG, -320, 15800, 12, 7, "-500–20000: −100 −10 0 10 100 1000 10000");
    assert_spread(ZT_SCALE_SYMLOG, 0, 900, 3, 5, "0–1000: 0 1 10 100 1000");
    assert_spread(ZT_SCALE_SYMLOG, -0.4, 0, 0.02, 5, "-0.5–0: −0.1 −0.01 0");
    assert_spread(ZT_SCALE_SYMLOG, 0, 0, 0, 5, "0–1: 0 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks_cover_the_data),
        cmocka_unit_test(test_ticks_inside_stay_within),
        cmocka_unit_test(test_ticks_inside_a_narrow_range),
        cmocka_unit_test(test_no_step_too_many_by_rounding),
        cmocka_unit_test(test_negative_and_large_numbers_print_whole),
        cmocka_unit_test(test_classes_of_one_width),
        cmocka_unit_test(test_always_covers_and_never_exceeds),
        cmocka_unit_test(test_equal_values_still_get_ticks),
        cmocka_unit_test(test_the_best_of_an_open_axis),
        cmocka_unit_test(test_an_open_axis_keeps_its_foot),
        cmocka_unit_test(test_at_most_four_digits_where_there_is_a_choice),
        cmocka_unit_test(test_labels_along_the_axis_do_not_meet),
        cmocka_unit_test(test_thousands_as_the_values_have_them),
        cmocka_unit_test(test_logarithms),
        cmocka_unit_test(test_a_logarithm_has_at_least_two_ticks),
        cmocka_unit_test(test_uneven_axes_end_at_round_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
