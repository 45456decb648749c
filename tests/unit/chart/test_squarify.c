/* Areas of a treemap: exact, within their box, in the order given. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include "chart/squarify.h"

static void assert_near(double is, double wanted, double by)
{
    if (fabs(is - wanted) > by)
        fail_msg("%.12g is not %.12g", is, wanted);
}

static void test_squares_fill_their_box(void **state)
{
    (void)state;
    const double values[] = {6, 6, 4, 0, 3, 2, 2, 1};
    zt_rect areas[8];
    double sum = 0;
    zt_squarify(values, 8, (zt_rect){10, 20, 6, 4}, areas);
    for (size_t i = 0; i < 8; i++) {
        assert_near(areas[i].w * areas[i].h, values[i], 1e-9);
        assert_true(areas[i].x >= 10 && zt_rect_right(areas[i]) <= 16 + 1e-9);
        assert_true(areas[i].y >= 20 && zt_rect_foot(areas[i]) <= 24 + 1e-9);
        sum += areas[i].w * areas[i].h;
    }
    assert_near(sum, 24, 1e-9);
    /* as in the paper: two of six in the first strip, two beside two in the second */
    assert_near(areas[0].w, 3, 1e-9);
    assert_near(areas[0].h, 2, 1e-9);
}

/* Values of very different size: nothing is lost by rounding, nothing leaves the box. */
static void test_thirteen_powers_of_ten(void **state)
{
    (void)state;
    double values[14];
    zt_rect areas[14];
    for (int i = 0; i < 14; i++)
        values[i] = pow(10, 6 - i);
    zt_squarify(values, 14, (zt_rect){0, 0, 300, 170}, areas);
    for (size_t i = 0; i < 6; i++) {
        double wanted = values[i] / values[0] * areas[0].w * areas[0].h;
        assert_near(areas[i].w * areas[i].h, wanted, wanted / 1000);
    }
    for (size_t i = 0; i < 14; i++)
        assert_true(areas[i].w >= 0 && areas[i].h >= 0 && zt_rect_right(areas[i]) <= 300.001 &&
                    zt_rect_foot(areas[i]) <= 170.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_squares_fill_their_box),
        cmocka_unit_test(test_thirteen_powers_of_ten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
