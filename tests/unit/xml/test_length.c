/* Lengths and 号 sizes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "xml/grammar.h"

static void test_lengths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
        zt_length_unit unit;
    } rows[] = {
        {"25.4mm", 72, ZT_PT},   {"9.5pt", 9.5, ZT_PT}, {"2em", 2, ZT_EM},
        {"小五", 9, ZT_PT},      {"初号", 42, ZT_PT},   {"40Q", 10 * 72 / 25.4, ZT_PT},
        {"50%", 50, ZT_PERCENT}, {"auto", 0, ZT_AUTO},  {"0", 0, ZT_PT},
        {"小六", 6.5, ZT_PT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_length length;
        assert_true(zt_length_parse(zt_str_from(rows[i].text), &length));
        assert_float_equal(length.value, rows[i].value, 1e-9);
        assert_int_equal(length.unit, rows[i].unit);
    }
}

/* R101, and the point sizes that stand for the same. */
static void test_r101_names_and_points(void **state)
{
    (void)state;
    static const struct {
        const char *name, *points;
    } rows[] = {{"初号", "42pt"},  {"小初", "36pt"},  {"一号", "26pt"},   {"小一", "24pt"},
                {"二号", "22pt"},  {"小二", "18pt"},  {"三号", "16pt"},   {"小三", "15pt"},
                {"四号", "14pt"},  {"小四", "12pt"},  {"五号", "10.5pt"}, {"小五", "9pt"},
                {"六号", "7.5pt"}, {"小六", "6.5pt"}, {"七号", "5.5pt"},  {"八号", "5pt"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_length named, given;
        assert_true(zt_length_parse(zt_str_from(rows[i].name), &named));
        assert_true(zt_length_parse(zt_str_from(rows[i].points), &given));
        assert_int_equal(named.unit, given.unit);
        assert_float_equal(named.value, given.value, 1e-9);
    }
}

static void test_no_lengths(void **state)
{
    (void)state;
    static const char *const rows[] = {"",     "12",   "mm",   "-3mm", "1.2.3mm", "3 mm", "1,5mm",
                                       "9.pt", ".5em", "九号", "3px",  "３mm",    "1e3mm"};
    zt_length length;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_false(zt_length_parse(zt_str_from(rows[i]), &length));
    assert_true(zt_hao_points(ZT_STR("九号")) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_r101_names_and_points),
        cmocka_unit_test(test_no_lengths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
