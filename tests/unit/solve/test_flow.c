/* Units over columns: the least tallest height, then columns of like height. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "solve/flow.h"

enum { MOST = 64 };

static void assert_close(double found, double expected)
{
    if (!(fabs(found - expected) < 1e-6))
        fail_msg("%.9f is not %.9f", found, expected);
}

/* Flows and compares the column of each unit with a digit of `expected`. */
static void assert_flow(const double *heights, size_t count, double gap, int columns,
                        const char *expected, double tallest)
{
    zt_arena *arena = zt_arena_new();
    int column[MOST];
    char found[MOST + 1] = {0};
    double height = zt_flow_columns(arena, heights, count, gap, columns, column);
    for (size_t i = 0; i < count; i++)
        found[i] = (char)('0' + column[i]);
    assert_string_equal(found, expected);
    assert_close(height, tallest);
    zt_arena_drop(arena);
}

static void test_equal_units_spread(void **state)
{
    (void)state;
    double ones[13];
    for (size_t i = 0; i < 13; i++)
        ones[i] = 10;
    assert_flow(ones, 13, 0, 4, "0000111222333", 40);
    assert_flow(ones, 12, 0, 4, "000111222333", 30);
    assert_flow(ones, 13, 2, 4, "0000111222333", 46);
    assert_flow(ones, 10, 0, 1, "0000000000", 100);
}

static void test_giant_stands_alone(void **state)
{
    (void)state;
    const double first[] = {100, 10, 10, 10, 10}, middle[] = {10, 10, 100, 10, 10, 10};
    assert_flow(first, 5, 0, 3, "01122", 100);
    assert_flow(middle, 6, 0, 3, "001222", 100);
}

static void test_fewer_units_than_columns(void **state)
{
    (void)state;
    const double two[] = {30, 50};
    assert_flow(two, 2, 5, 4, "01", 50);
    assert_flow(two, 1, 5, 4, "0", 30);
    assert_flow(two, 0, 5, 4, "", 0);
}

static void test_gap_counts_inside_a_column_only(void **state)
{
    (void)state;
    /* Without gaps 1+2 | 3 would be level; with them a column of two is a gap higher. */
    const double units[] = {10, 20, 30, 30};
    assert_flow(units, 4, 0, 3, "0012", 30);
    assert_flow(units, 4, 8, 3, "0012", 38);
}

static void test_greedy_would_fail(void **state)
{
    (void)state;
    /* Filling to the mean (18) from the left leaves 25 for the last column; the optimum is 21. */
    const double units[] = {9, 8, 4, 8, 9, 8, 8};
    assert_flow(units, 7, 0, 3, "0001122", 21);
}

/* Every way to cut, against the answer. */
static double least_of_all(const double *h, size_t count, double gap, int columns)
{
    double sum = 0, best = INFINITY;
    if (columns == 1) {
        for (size_t i = 0; i < count; i++)
            sum += h[i] + (i > 0 ? gap : 0);
        return sum;
    }
    for (size_t n = 0; n <= count; n++) {
        if (n > 0)
            sum += h[n - 1] + (n > 1 ? gap : 0);
        double rest = least_of_all(h + n, count - n, gap, columns - 1);
        best = fmin(best, fmax(sum, rest));
    }
    return best;
}

static void test_optimum_of_many(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    uint32_t seed = 20220626;
    for (int round = 0; round < 400; round++) {
        double h[9];
        int column[9];
        size_t count = 1 + (size_t)round % 9;
        for (size_t i = 0; i < count; i++) {
            seed = seed * 1664525u + 1013904223u;
            h[i] = (double)(seed >> 16 & 255) / 7.0;
        }
        int columns = 1 + round % 5;
        double tallest = zt_flow_columns(arena, h, count, 1.3, columns, column);
        assert_close(tallest, least_of_all(h, count, 1.3, columns));
        for (size_t i = 0; i < count; i++) {
            assert_in_range(column[i], i > 0 ? column[i - 1] : 0, columns - 1);
        }
    }
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_units_spread),
        cmocka_unit_test(test_giant_stands_alone),
        cmocka_unit_test(test_fewer_units_than_columns),
        cmocka_unit_test(test_gap_counts_inside_a_column_only),
        cmocka_unit_test(test_greedy_would_fail),
        cmocka_unit_test(test_optimum_of_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
