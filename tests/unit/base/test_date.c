/* tests/unit/base/test_date.c */
#include "cmocka_all.h"

#include "base/arena.h"
#include "base/date.h"

static zt_date parsed(const char *text)
{
    zt_date date;
    bool reversed;
    assert_true(zt_date_parse(zt_str_from(text), &date, &reversed));
    assert_false(reversed);
    return date;
}

static void assert_prints(const char *iso, zt_date_style style, const char *expected)
{
    zt_arena *arena = zt_arena_new();
    zt_buf buf;
    zt_buf_init(&buf, arena);
    zt_date_print(&buf, parsed(iso), style);
    assert_string_equal(buf.data, expected);
    zt_arena_drop(arena);
}

static void test_forms(void **state)
{
    (void)state;
    assert_prints("2021-12-17/2021-12-18", ZT_DATE_ARABIC, "2021年12月17日—18日");
    assert_prints("2022-01/2022-05", ZT_DATE_ARABIC, "2022年1—5月");
    assert_prints("2021-12-17/2022-01-03", ZT_DATE_ARABIC, "2021年12月17日—2022年1月3日");
    assert_prints("2021-11-28/2021-12-03", ZT_DATE_ARABIC_SHORT, "11月28日—12月3日");
    assert_prints("2022-05", ZT_DATE_ARABIC, "2022年5月");
    assert_prints("2021-12-14", ZT_DATE_HAN_SHORT, "十二月十四日");
    assert_prints("2022-06-20", ZT_DATE_HAN, "二〇二二年六月二十日");
    assert_prints("2021-05-25/2021-05-25", ZT_DATE_ARABIC, "2021年5月25日");
    assert_prints("2021-05/2021-05", ZT_DATE_ISO, "2021-05");
    assert_prints("2018/2020", ZT_DATE_ARABIC, "2018年—2020年");
    assert_prints("2021-12-17/2021-12-18", ZT_DATE_ISO, "2021-12-17/2021-12-18");
}

static void test_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "2022-13",     "2022-02-30", "2022/1/1",           "22-01-01", "2022-1", "2021-02-29",
        "2022-06-24x", "",           "2022-06/2022-06-24", "0000",     "2022-00"};
    zt_date date;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (zt_date_parse(zt_str_from(wrong[i]), &date, NULL))
            fail_msg("“%s” was taken for a date", wrong[i]);
    assert_true(zt_date_parse(ZT_STR("2020-02-29"), &date, NULL));
}

static void test_reversed(void **state)
{
    (void)state;
    zt_date date;
    bool reversed;
    assert_true(zt_date_parse(ZT_STR("2021-12-18/2021-12-17"), &date, &reversed));
    assert_true(reversed);
}

static void test_calendar(void **state)
{
    (void)state;
    assert_int_equal(zt_day_weekday((zt_day){2021, 12, 15}), 3); /* the folio says 星期三 */
    assert_int_equal(zt_day_number((zt_day){1970, 1, 1}), 0);
    for (long n = -200000; n < 40000; n += 37)
        assert_int_equal(zt_day_number(zt_day_from_number(n)), n);
    zt_day leap = zt_day_from_number(zt_day_number((zt_day){2020, 2, 29}));
    assert_int_equal(leap.year * 10000 + leap.month * 100 + leap.day, 20200229);
    assert_int_equal(zt_day_number((zt_day){2020, 10, 16}) - zt_day_number((zt_day){2020, 1, 3}),
                     287);
    assert_true(zt_day_compare((zt_day){2021, 12, 17}, (zt_day){2021, 12, 18}) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms), cmocka_unit_test(test_refused),
                                       cmocka_unit_test(test_reversed),
                                       cmocka_unit_test(test_calendar)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
