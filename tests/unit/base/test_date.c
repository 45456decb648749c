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

/* The form of a moment, after what a head over it has told. */
static void assert_rest(const char *iso, zt_date_style style, zt_date_told told,
                        const char *expected)
{
    zt_arena *arena = zt_arena_new();
    zt_date date;
    zt_buf buf;
    zt_buf_init(&buf, arena);
    assert_true(zt_moment_parse(zt_str_from(iso), &date, NULL));
    zt_date_print_rest(&buf, date, style, told);
    assert_string_equal(buf.data, expected);
    zt_arena_drop(arena);
}

static void test_hours(void **state)
{
    (void)state;
    static const struct {
        const char *iso;
        zt_date_style style;
        zt_date_told told;
        const char *printed;
    } cases[] = {
        {"2022-09-15T08:30", ZT_DATE_ARABIC, ZT_TOLD_NOTHING, "2022年9月15日8时30分"},
        {"2022-09-15T08:30", ZT_DATE_ARABIC, ZT_TOLD_DAY, "8时30分"},
        {"2022-09-15T00:00", ZT_DATE_ARABIC, ZT_TOLD_MONTH, "15日0时"},
        {"2022-09-15T23:05", ZT_DATE_HAN, ZT_TOLD_YEAR, "九月十五日二十三时五分"},
        {"2022-09-15T08:30/2022-09-15T11:00", ZT_DATE_ARABIC, ZT_TOLD_YEAR, "9月15日8时30分—11时"},
        {"2022-09-15T22:00/2022-09-16T06:00", ZT_DATE_ARABIC, ZT_TOLD_DAY, "22时—16日6时"},
        {"2022-09-30T22:00/2022-10-01T06:00", ZT_DATE_ARABIC, ZT_TOLD_MONTH, "30日22时—10月1日6时"},
        {"2022-09-15T08:30", ZT_DATE_ISO, ZT_TOLD_DAY, "2022-09-15T08:30"},
        {"2022-09-15", ZT_DATE_ARABIC, ZT_TOLD_DAY, "15日"},
        {"2022-09", ZT_DATE_ARABIC, ZT_TOLD_MONTH, "9月"},
        {"2022", ZT_DATE_ARABIC, ZT_TOLD_YEAR, "2022年"},
        {"2022-01/2022-05", ZT_DATE_ARABIC, ZT_TOLD_YEAR, "1—5月"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_rest(cases[i].iso, cases[i].style, cases[i].told, cases[i].printed);
}

static void test_hours_in_time(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "2022-09-15T24:00", "2022-09-15T08:60", "2022-09-15 08:30",           "2022-09-15T8:30",
        "2022-09T08:30",    "2022-09-15T08:3x", "2022-09-15T08:30/2022-09-15"};
    zt_date date, whole;
    bool reversed;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (zt_moment_parse(zt_str_from(wrong[i]), &date, NULL))
            fail_msg("“%s” was taken for a moment", wrong[i]);
    assert_false(zt_date_parse(ZT_STR("2022-09-15T08:30"), &date, NULL));
    assert_true(zt_moment_parse(ZT_STR("2022-09-15T08:30/2022-09-15T08:29"), &date, &reversed));
    assert_true(reversed);
    assert_true(zt_moment_parse(ZT_STR("2022-09-15T12:00"), &date, NULL));
    assert_true(zt_moment_parse(ZT_STR("2022-09-15"), &whole, NULL));
    assert_true(zt_day_compare(whole.from, date.from) < 0); /* a day is as its midnight */
    assert_false(zt_day_is_before(whole.from, date.from) ||
                 zt_day_is_before(date.from, whole.from));
    assert_true(zt_moment_parse(ZT_STR("2022-09-15T11:59"), &whole, NULL));
    assert_true(zt_day_is_before(whole.from, date.from));
    assert_false(zt_day_is_before(date.from, whole.from));
    assert_true(zt_moment_parse(ZT_STR("2022-09-14"), &whole, NULL));
    assert_true(zt_day_is_before(whole.from, date.from));
    assert_true(zt_moment_parse(ZT_STR("2022-09-15"), &whole, NULL));
    assert_true(zt_day_moment(date.from) - zt_day_moment(whole.from) == 0.5);
}

static void test_english(void **state)
{
    (void)state;
    assert_prints("2022-06-24", ZT_DATE_ENGLISH, "24 June 2022");
    assert_prints("2022-06", ZT_DATE_ENGLISH, "June 2022");
    assert_prints("2022", ZT_DATE_ENGLISH, "2022");
    assert_prints("2022-06-24", ZT_DATE_ENGLISH_SHORT, "24 June");
    assert_prints("2022", ZT_DATE_ENGLISH_SHORT, "2022");
    assert_prints("2021-12-17/2021-12-18", ZT_DATE_ENGLISH, "17–18 December 2021");
    assert_prints("2022-05-28/2022-06-03", ZT_DATE_ENGLISH, "28 May – 3 June 2022");
    assert_prints("2021-12-28/2022-01-03", ZT_DATE_ENGLISH, "28 December 2021 – 3 January 2022");
    assert_prints("2022-01/2022-05", ZT_DATE_ENGLISH, "January–May 2022");
    assert_prints("2021-12/2022-05", ZT_DATE_ENGLISH, "December 2021 – May 2022");
    assert_prints("2019/2021", ZT_DATE_ENGLISH, "2019–2021");
    assert_rest("2022-06-24T08:30", ZT_DATE_ENGLISH, ZT_TOLD_NOTHING, "24 June 2022, 08:30");
    assert_rest("2022-06-24T08:30", ZT_DATE_ENGLISH, ZT_TOLD_DAY, "08:30");
    assert_rest("2022-06-24T08:30/2022-06-24T10:00", ZT_DATE_ENGLISH, ZT_TOLD_NOTHING,
                "24 June 2022, 08:30–10:00");
    assert_rest("2022-06-24", ZT_DATE_ENGLISH, ZT_TOLD_MONTH, "24");
    assert_rest("2022-05-28/2022-06-03", ZT_DATE_ENGLISH, ZT_TOLD_MONTH, "28 May – 3 June");
    assert_rest("2021-12-28/2022-01-03", ZT_DATE_ENGLISH, ZT_TOLD_YEAR,
                "28 December – 3 January 2022");
    assert_rest("2022-06-24/2022-06-28", ZT_DATE_ENGLISH, ZT_TOLD_MONTH, "24–28");
    assert_int_equal(zt_date_style_english(ZT_DATE_ISO), ZT_DATE_ISO);
    assert_int_equal(zt_date_style_english(ZT_DATE_HAN_SHORT), ZT_DATE_ENGLISH_SHORT);
    assert_string_equal(zt_weekday_name(5), "Friday");
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
    assert_int_equal(zt_day_weekday((zt_day){2021, 12, 15, 0}), 3); /* the folio says 星期三 */
    assert_int_equal(zt_day_number((zt_day){1970, 1, 1, 0}), 0);
    for (long n = -200000; n < 40000; n += 37)
        assert_int_equal(zt_day_number(zt_day_from_number(n)), n);
    zt_day leap = zt_day_from_number(zt_day_number((zt_day){2020, 2, 29, 0}));
    assert_int_equal(leap.year * 10000 + leap.month * 100 + leap.day, 20200229);
    assert_int_equal(
        zt_day_number((zt_day){2020, 10, 16, 0}) - zt_day_number((zt_day){2020, 1, 3, 0}), 287);
    assert_true(zt_day_compare((zt_day){2021, 12, 17, 0}, (zt_day){2021, 12, 18, 0}) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),         cmocka_unit_test(test_hours),
        cmocka_unit_test(test_hours_in_time), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_reversed),      cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_english)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
