/* Fractions: exact where binary floating point is not, and refused rather than wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/ratio.h"

static zt_ratio of(int64_t num, int64_t den)
{
    zt_ratio a, b, c = {0, 1};
    assert_true(zt_ratio_of((zt_num){num, 0, ZT_NUM_GIVEN}, &a));
    assert_true(zt_ratio_of((zt_num){den, 0, ZT_NUM_GIVEN}, &b));
    assert_true(zt_ratio_divide(a, b, &c));
    return c;
}

#define assert_ratio(r_, num_, den_)                                                               \
    do {                                                                                           \
        assert_int_equal((r_).num, num_);                                                          \
        assert_int_equal((r_).den, den_);                                                          \
    } while (0)

static void test_tenths_are_exact(void **state)
{
    (void)state;
    zt_ratio tenth, sum;
    assert_true(zt_ratio_of((zt_num){1, 1, ZT_NUM_GIVEN}, &tenth));
    assert_true(zt_ratio_add(tenth, of(2, 10), &sum));
    assert_ratio(sum, 3, 10);
    assert_true(zt_ratio_subtract(sum, of(3, 10), &sum));
    assert_ratio(sum, 0, 1);
    assert_true(zt_ratio_multiply(of(-2, 3), of(9, -4), &sum));
    assert_ratio(sum, 3, 2);
    assert_true(zt_ratio_divide(of(1, 3), of(-2, 1), &sum));
    assert_ratio(sum, -1, 6);
}

/* Half goes away from zero on both sides; 2.5 percent of the even neighbour otherwise. */
static void test_rounding(void **state)
{
    (void)state;
    static const struct {
        int64_t num, den;
        int power, decimals;
        int64_t up, even;
    } rows[] = {
        {46300000, 312, 4, 1, 148, 148}, /* 14.839 万 */
        {5, 2, 0, 0, 3, 2},
        {-5, 2, 0, 0, -3, -2},
        {7, 2, 0, 0, 4, 4},
        {1, 3, 0, 3, 333, 333},
        {2, 3, 0, 3, 667, 667},
        {-2, 3, 0, 3, -667, -667},
        {5, 1000, 0, 2, 1, 0},
        {4999, 1000000, 0, 2, 0, 0},
        {193600, 37, 0, 0, 5232, 5232},
        {9200000, 11400, 0, 0, 807, 807},
        {1, 1, 12, 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_num num;
        zt_ratio r = of(rows[i].num, rows[i].den);
        assert_true(zt_ratio_round(r, rows[i].power, rows[i].decimals, ZT_ROUND_HALF_UP, &num));
        assert_int_equal(num.scaled, rows[i].up);
        assert_true(zt_ratio_round(r, rows[i].power, rows[i].decimals, ZT_ROUND_HALF_EVEN, &num));
        assert_int_equal(num.scaled, rows[i].even);
        assert_int_equal(num.decimals, rows[i].decimals);
    }
}

static void test_too_large(void **state)
{
    (void)state;
    zt_ratio large = {INT64_MAX, 1}, out = {7, 1};
    zt_num num;
    assert_false(zt_ratio_add(large, large, &out));
    assert_false(zt_ratio_multiply(large, large, &out));
    assert_false(zt_ratio_divide(large, of(1, 3), &out));
    assert_false(zt_ratio_divide(large, of(0, 1), &out));
    assert_false(zt_ratio_of((zt_num){INT64_MIN, 0, ZT_NUM_GIVEN}, &out));
    assert_false(zt_ratio_round(large, 0, 0, ZT_ROUND_HALF_UP, &num));
    assert_ratio(out, 7, 1);
    /* What cancels is no overflow. */
    assert_true(zt_ratio_divide(large, large, &out));
    assert_ratio(out, 1, 1);
    assert_true(zt_ratio_round(large, 12, 6, ZT_ROUND_HALF_UP, &num));
    assert_int_equal(num.scaled, INT64_C(9223372036855));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tenths_are_exact),
        cmocka_unit_test(test_rounding),
        cmocka_unit_test(test_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
