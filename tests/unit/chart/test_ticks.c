#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "chart/ticks.h"

static void test_ticks_cover_the_data(void **state)
{
    (void)state;
    zt_ticks t = zt_ticks_choose(17.2, 612.4, 5, ZT_TICKS_COVER);
    assert_int_equal(t.count, 5); /* 0 to 800 by 200 */
    assert_int_equal(zt_ticks_at(&t, 0).scaled, 0);
    assert_int_equal(zt_ticks_at(&t, 4).scaled, 800);
    assert_int_equal(zt_ticks_at(&t, 4).decimals, 0);
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
    assert_true(zt_str_is(zt_ticks_print(arena, &t, 0), "0"));
    assert_true(zt_str_is(zt_ticks_print(arena, &t, 3), "0.6"));
    zt_arena_drop(arena);
}

static void test_negative_and_large_numbers_print_whole(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_ticks t = zt_ticks_choose(-38.2, 12, 6, ZT_TICKS_COVER);
    assert_true(zt_str_starts(zt_ticks_print(arena, &t, 0), "\xE2\x88\x92"));
    t = zt_ticks_choose(0, 48200000, 5, ZT_TICKS_COVER);
    assert_true(zt_str_is(zt_ticks_print(arena, &t, t.count - 1), "60,000,000") ||
                zt_str_is(zt_ticks_print(arena, &t, t.count - 1), "50,000,000"));
    zt_arena_drop(arena);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks_cover_the_data),
        cmocka_unit_test(test_ticks_inside_stay_within),
        cmocka_unit_test(test_ticks_inside_a_narrow_range),
        cmocka_unit_test(test_no_step_too_many_by_rounding),
        cmocka_unit_test(test_negative_and_large_numbers_print_whole),
        cmocka_unit_test(test_always_covers_and_never_exceeds),
        cmocka_unit_test(test_equal_values_still_get_ticks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
