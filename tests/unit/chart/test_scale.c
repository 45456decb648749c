#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "chart/scale.h"

static void assert_near(double got, double wanted)
{
    if (fabs(got - wanted) > 1e-9 * (1 + fabs(wanted)))
        fail_msg("%.12g, not %.12g", got, wanted);
}

static void test_linear(void **state)
{
    (void)state;
    zt_scale down = {.low = 0, .high = 50, .from = 100, .to = 0};
    assert_near(zt_scale_at(&down, 10), 80);
    assert_near(zt_scale_at(&down, -10), 120);
    assert_near(zt_scale_value(&down, 80), 10);
    zt_scale none = {.low = 5, .high = 5, .from = 10, .to = 20};
    assert_near(zt_scale_at(&none, 7), 10);
}

static void test_equal_ratios_are_equal_lengths(void **state)
{
    (void)state;
    zt_scale log = {.kind = ZT_SCALE_LOG, .low = 1, .high = 1000, .from = 0, .to = 300};
    assert_near(zt_scale_at(&log, 10), 100);
    assert_near(zt_scale_at(&log, 100), 200);
    assert_near(zt_scale_at(&log, 20) - zt_scale_at(&log, 10),
                zt_scale_at(&log, 2) - zt_scale_at(&log, 1));
    assert_true(zt_scale_takes_log(0.1, 5));
    assert_false(zt_scale_takes_log(0, 5));
    assert_false(zt_scale_takes_log(-1, 5));
}

static void test_symlog_passes_zero(void **state)
{
    (void)state;
    zt_scale s = {
        .kind = ZT_SCALE_SYMLOG, .low = -1000, .high = 1000, .from = 0, .to = 200, .bend = 10};
    assert_near(zt_scale_at(&s, 0), 100);
    assert_near(zt_scale_at(&s, 40) - 100, 100 - zt_scale_at(&s, -40));
    assert_true(zt_scale_at(&s, 10) - 100 > 10); /* small values are spread */
}

static void test_every_scale_turns_back(void **state)
{
    (void)state;
    for (int kind = ZT_SCALE_LINEAR; kind <= ZT_SCALE_SYMLOG; kind++)
        for (int i = 1; i < 500; i++) {
            zt_scale s = {.low = 0.5,
                          .high = 3 * i,
                          .from = 400,
                          .to = 7,
                          .kind = (zt_scale_kind)kind,
                          .bend = 2};
            double value = 0.5 + (3 * i - 0.5) * (i % 17) / 16.0;
            assert_near(zt_scale_value(&s, zt_scale_at(&s, value)), value);
            assert_true(zt_scale_at(&s, value * 1.01) < zt_scale_at(&s, value));
        }
}

static void test_bands(void **state)
{
    (void)state;
    zt_bands bands = {4, 10, 50};
    assert_near(zt_band_width(&bands), 10);
    assert_near(zt_band_middle(&bands, 0), 15);
    assert_near(zt_band_middle(&bands, 3), 45);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(zt_band_of(&bands, zt_band_middle(&bands, i)), i);
    assert_int_equal(zt_band_of(&bands, 5), 0);
    assert_int_equal(zt_band_of(&bands, 99), 3);
    zt_bands none = {0, 0, 10};
    assert_near(zt_band_width(&none), 0);
    assert_int_equal(zt_band_of(&none, 5), 0);
}

/* Whether a bar, what stands beyond it and the mark about its end lie between 0 and `right`. */
static void assert_within(const zt_bar *bar, zt_bar_scale scale, double right)
{
    double end = scale.zero + bar->value * scale.unit, slack = 1e-6;
    double way = bar->value < 0 ? -1 : 1, tip = end + way * bar->beyond;
    if (tip < -slack || tip > right + slack)
        fail_msg("%g with %g beyond it ends at %g of %g", bar->value, bar->beyond, tip, right);
    if (end - bar->about < -slack || (bar->value < 0 && end + bar->about > right + slack))
        fail_msg("the mark about %g leaves the frame at %g", bar->value, end);
}

static void test_bars_fill_the_frame(void **state)
{
    (void)state;
    zt_bar bars[] = {{.value = 50, .beyond = 20}, {.value = 10, .beyond = 70}};
    zt_bar_scale scale = zt_bar_scale_fit(bars, 2, 5, 125);
    assert_near(scale.zero, 5);
    assert_near(scale.unit, 2);
    zt_bar both[] = {{.value = 30, .beyond = 10}, {.value = -10, .beyond = 30}};
    scale = zt_bar_scale_fit(both, 2, 0, 120);
    assert_near(scale.unit, 2);
    assert_near(scale.zero, 50);
    zt_bar none[] = {{.value = 0, .beyond = 8}};
    assert_near(zt_bar_scale_fit(none, 1, 3, 50).unit, 0);
}

/* A ring about the end of a bar longer than its radius moves nothing; zero gives way to one about a
   shorter bar, by no more than it lacks. */
static void test_rings_of_short_bars_stay_within(void **state)
{
    (void)state;
    zt_bar bars[] = {{.value = 100, .beyond = 20}, {.value = 5, .about = 3}};
    assert_near(zt_bar_scale_fit(bars, 2, 0, 120).zero, 0);
    bars[1].value = 1;
    zt_bar_scale scale = zt_bar_scale_fit(bars, 2, 0, 120);
    assert_near(scale.zero + scale.unit, 3);
    assert_near(scale.zero + 100 * scale.unit + 20, 120);
    bars[1] = (zt_bar){.value = -1, .about = 3};
    bars[0] = (zt_bar){.value = -100, .beyond = 20};
    scale = zt_bar_scale_fit(bars, 2, 0, 120);
    assert_near(scale.zero - scale.unit, 117);
    assert_near(scale.zero - 100 * scale.unit - 20, 0);
    zt_bar one = {.value = 50, .beyond = 4, .about = 3};
    assert_near(zt_bar_scale_fit(&one, 1, 0, 104).unit, 2);
    one.value = -50;
    assert_near(zt_bar_scale_fit(&one, 1, 0, 104).zero, 104);
    for (int i = 1; i < 400; i++) {
        zt_bar lot[4];
        for (int k = 0; k < 4; k++)
            lot[k] = (zt_bar){.value = (i * (k + 3) * 37 % 201 - 100) / (k == 2 ? 50.0 : 1),
                              .beyond = i * (k + 1) % 23,
                              .about = (i + k) % 3};
        scale = zt_bar_scale_fit(lot, 4, 0, 150);
        for (int k = 0; k < 4; k++)
            assert_within(&lot[k], scale, 150);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_linear),
                                       cmocka_unit_test(test_equal_ratios_are_equal_lengths),
                                       cmocka_unit_test(test_symlog_passes_zero),
                                       cmocka_unit_test(test_every_scale_turns_back),
                                       cmocka_unit_test(test_bands),
                                       cmocka_unit_test(test_bars_fill_the_frame),
                                       cmocka_unit_test(test_rings_of_short_bars_stay_within)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
