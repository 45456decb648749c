#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/scale.h"

static void test_bars_share_one_scale_with_their_labels(void **state)
{
    (void)state;
    /* The label of the second is so wide that it, not the longest bar, sets the scale. */
    const zt_bar bars[] = {{600, 20}, {500, 150}};
    zt_bar_scale s = zt_bar_scale_fit(bars, 2, 50, 450);
    assert_true(s.zero == 50);
    assert_true(fabs(s.unit - 0.5) < 1e-12);
    assert_true(s.zero + 600 * s.unit + 20 <= 450);
}

static void test_negative_bars_move_the_zero_line(void **state)
{
    (void)state;
    const zt_bar bars[] = {{-30, 20}, {10, 20}, {70, 20}};
    zt_bar_scale s = zt_bar_scale_fit(bars, 3, 0, 240);
    assert_true(fabs(s.unit - 2) < 1e-12);
    assert_true(fabs(s.zero - 80) < 1e-12);
    assert_true(s.zero - 30 * s.unit - 20 >= -1e-9 && s.zero + 70 * s.unit + 20 <= 240 + 1e-9);
}

static void test_no_values_no_scale(void **state)
{
    (void)state;
    const zt_bar bars[] = {{0, 20}, {0, 30}};
    zt_bar_scale s = zt_bar_scale_fit(bars, 2, 10, 100);
    assert_true(s.unit == 0 && s.zero == 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bars_share_one_scale_with_their_labels),
        cmocka_unit_test(test_negative_bars_move_the_zero_line),
        cmocka_unit_test(test_no_values_no_scale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
