/* tests/unit/base/test_num.c */
#include "cmocka_all.h"

#include "base/arena.h"
#include "base/num.h"

static zt_num parsed(const char *text)
{
    zt_num num;
    assert_true(zt_num_parse(zt_str_from(text), &num));
    return num;
}

static void test_parse_keeps_digits(void **state)
{
    (void)state;
    assert_int_equal(parsed("46.30").scaled, 4630);
    assert_int_equal(parsed("46.30").decimals, 2);
    assert_int_equal(parsed("１０５４．５").scaled, 10545);
    assert_int_equal(parsed("−38.2").scaled, -382);
    assert_int_equal(parsed("48,200,000").scaled, 48200000);
}

static void test_parse_refuses(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",    "-",   "1.",     "1..2", "1,23", "1234,567", ".5",
        "12a", "1 2", "1,234,", "--1",  "四",   "1,2345",   "1234567890123456789"};
    zt_num num;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (zt_num_parse(zt_str_from(wrong[i]), &num))
            fail_msg("“%s” was taken for a number", wrong[i]);
}

static void test_scale(void **state)
{
    (void)state;
    zt_num num = parsed("46.3");
    assert_true(zt_num_scale(&num, 4));
    assert_int_equal(num.scaled, 463000);
    assert_int_equal(num.decimals, 0);
    num = parsed("999999999999999999");
    assert_false(zt_num_scale(&num, 4));
}

static void test_compare_and_add(void **state)
{
    (void)state;
    assert_true(zt_num_compare(parsed("27"), parsed("27.0")) == 0);
    assert_true(zt_num_compare(parsed("-1"), parsed("0.001")) < 0);
    zt_num sum;
    assert_true(zt_num_add(parsed("14.6"), parsed("85.4"), &sum));
    assert_int_equal(zt_num_compare(sum, parsed("100")), 0);
}

static void assert_prints(zt_num num, bool group, const char *expected)
{
    zt_arena *arena = zt_arena_new();
    zt_buf buf;
    zt_buf_init(&buf, arena);
    zt_num_print(&buf, num, group);
    assert_string_equal(buf.data, expected);
    zt_arena_drop(arena);
}

static void test_print(void **state)
{
    (void)state;
    assert_prints(parsed("1054.5"), true, "1054.5");
    assert_prints(parsed("48200000"), true, "48,200,000");
    assert_prints(parsed("0.38"), false, "0.38");
    assert_prints(parsed("-38.20"), false, "−38.20");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse_keeps_digits), cmocka_unit_test(test_parse_refuses),
        cmocka_unit_test(test_scale), cmocka_unit_test(test_compare_and_add),
        cmocka_unit_test(test_print)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
