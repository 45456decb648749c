/* What a spreadsheet shows of a stored number: format codes and what they make of it, dates of both
   calendars, decimals rounded as people do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "import/numfmt.h"

static zt_shown show(zt_arena *arena, const char *code, bool from_1904, const char *stored)
{
    zt_numfmt format;
    zt_shown shown;
    zt_numfmt_read(arena, zt_str_from(code), &format);
    assert_true(zt_numfmt_show(arena, &format, from_1904, zt_str_from(stored), &shown));
    return shown;
}

static const char *text_of(zt_arena *arena, const char *code, const char *stored)
{
    const char *text = zt_str_copy(arena, show(arena, code, false, stored).text).data;
    return text ? text : "";
}

static void assert_shown(const char *code, const char *stored, const char *wanted)
{
    zt_arena *arena = zt_arena_new();
    const char *got = text_of(arena, code, stored);
    if (strcmp(got, wanted) != 0)
        print_error("%s of %s\n", code, stored);
    assert_string_equal(got, wanted);
    zt_arena_drop(arena);
}

/* Class and decimals of the first section. */
static void test_codes_are_classified(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        zt_numfmt_class class;
        int decimals;
    } cases[] = {
        {"General", ZT_FORMAT_GENERAL, 0},
        {"GENERAL", ZT_FORMAT_GENERAL, 0},
        {"", ZT_FORMAT_GENERAL, 0},
        {"G/通用格式", ZT_FORMAT_GENERAL, 0},
        {"G/通用格式\"人\"", ZT_FORMAT_GENERAL, 0},
        {"[DBNum1][$-804]G/通用格式", ZT_FORMAT_GENERAL, 0},
        {"[Red]General", ZT_FORMAT_GENERAL, 0},
        {"0", ZT_FORMAT_NUMBER, 0},
        {"0.0", ZT_FORMAT_NUMBER, 1},
        {"0.00_ ", ZT_FORMAT_NUMBER, 2},
        {"0.00_);[Red]\\(0.00\\)", ZT_FORMAT_NUMBER, 2},
        {"#,##0", ZT_FORMAT_NUMBER, 0},
        {"#,##0.000", ZT_FORMAT_NUMBER, 3},
        {"#,##0.00;[Red]-#,##0.00", ZT_FORMAT_NUMBER, 2},
        {"000", ZT_FORMAT_NUMBER, 0},
        {"0.##", ZT_FORMAT_NUMBER, 2},
        {"0.0?", ZT_FORMAT_NUMBER, 2},
        {"#", ZT_FORMAT_NUMBER, 0},
        {".00", ZT_FORMAT_NUMBER, 2},
        {"0.0,", ZT_FORMAT_NUMBER, 1},
        {"0!.0,\"万\"", ZT_FORMAT_NUMBER, 0},
        {"0\\.0,\"万\"", ZT_FORMAT_NUMBER, 0},
        {"0.00,,\"百万\"", ZT_FORMAT_NUMBER, 2},
        {"0.0\"%\"", ZT_FORMAT_NUMBER, 1},
        {"0.0\\%", ZT_FORMAT_NUMBER, 1},
        {"0.0!%", ZT_FORMAT_NUMBER, 1},
        {"0\"d\"", ZT_FORMAT_NUMBER, 0},
        {"0\\d", ZT_FORMAT_NUMBER, 0},
        {"0_d", ZT_FORMAT_NUMBER, 0},
        {"0*d", ZT_FORMAT_NUMBER, 0},
        {"\"¥\"#,##0.00", ZT_FORMAT_NUMBER, 2},
        {"[$¥-804]#,##0.00", ZT_FORMAT_NUMBER, 2},
        {"[$$-409]#,##0", ZT_FORMAT_NUMBER, 0},
        {"[$-804]0.0", ZT_FORMAT_NUMBER, 1},
        {"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", ZT_FORMAT_NUMBER, 2},
        {"_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", ZT_FORMAT_NUMBER, 0},
        {"_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ", ZT_FORMAT_NUMBER,
         2},
        {"[>=10000]0.0,\"万\";0", ZT_FORMAT_NUMBER, 1},
        {"[红色]0.00", ZT_FORMAT_NUMBER, 2},
        {"[Color 10]0.00", ZT_FORMAT_NUMBER, 2},
        {"+0.0;-0.0;0.0", ZT_FORMAT_NUMBER, 1},
        {"0.0;△0.0", ZT_FORMAT_NUMBER, 1},
        {"0%", ZT_FORMAT_PERCENT, 0},
        {"0.00%", ZT_FORMAT_PERCENT, 2},
        {"#,##0.0%", ZT_FORMAT_PERCENT, 1},
        {"0.0%;[Red]-0.0%", ZT_FORMAT_PERCENT, 1},
        {"0.0 %", ZT_FORMAT_PERCENT, 1},
        {"%0", ZT_FORMAT_PERCENT, 0},
        {"\"增\"0.0%", ZT_FORMAT_PERCENT, 1},
        {"yyyy-mm-dd", ZT_FORMAT_DATE, 0},
        {"yyyy\"年\"m\"月\"", ZT_FORMAT_DATE, 0},
        {"yyyy年m月d日", ZT_FORMAT_DATE, 0},
        {"yyyy\\-mm\\-dd;@", ZT_FORMAT_DATE, 0},
        {"[$-804]yyyy\"年\"m\"月\"d\"日\";@", ZT_FORMAT_DATE, 0},
        {"[DBNum1][$-804]yyyy\"年\"m\"月\"", ZT_FORMAT_DATE, 0},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", ZT_FORMAT_DATE, 0},
        {"m/d/yy", ZT_FORMAT_DATE, 0},
        {"d-mmm", ZT_FORMAT_DATE, 0},
        {"mmm-yy", ZT_FORMAT_DATE, 0},
        {"mmmm", ZT_FORMAT_DATE, 0},
        {"aaaa", ZT_FORMAT_DATE, 0},
        {"[$-804]aaa;@", ZT_FORMAT_DATE, 0},
        {"m/d h:mm", ZT_FORMAT_DATE, 0},
        {"[Red]yyyy/m/d", ZT_FORMAT_DATE, 0},
        {"e\"年\"", ZT_FORMAT_DATE, 0},
        {"h:mm", ZT_FORMAT_TIME, 0},
        {"h:mm:ss", ZT_FORMAT_TIME, 0},
        {"h:mm AM/PM", ZT_FORMAT_TIME, 0},
        {"上午/下午h\"时\"mm\"分\"", ZT_FORMAT_TIME, 0},
        {"[h]:mm:ss", ZT_FORMAT_TIME, 0},
        {"[hh]:mm", ZT_FORMAT_TIME, 0},
        {"[mm]:ss", ZT_FORMAT_TIME, 0},
        {"[s]", ZT_FORMAT_TIME, 0},
        {"mm:ss.0", ZT_FORMAT_TIME, 1},
        {"@", ZT_FORMAT_TEXT, 0},
        {"@\"市\"", ZT_FORMAT_TEXT, 0},
        {"0.00E+00", ZT_FORMAT_POWER, 2},
        {"##0.0E+0", ZT_FORMAT_POWER, 1},
        {"0e-0", ZT_FORMAT_POWER, 0},
        {"# ?/?", ZT_FORMAT_FRACTION, 0},
        {"# ?\?/100", ZT_FORMAT_FRACTION, 0},
        {"\"是\"", ZT_FORMAT_LITERAL, 0},
        {";;;", ZT_FORMAT_LITERAL, 0},
    };
    assert_true(sizeof cases / sizeof *cases >= 80);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_arena *arena = zt_arena_new();
        zt_numfmt format;
        zt_numfmt_read(arena, zt_str_from(cases[i].code), &format);
        int class = (int)format.sections[0].class;
        if (class != (int)cases[i].class)
            print_error("%s\n", cases[i].code);
        assert_int_equal(class, cases[i].class);
        if (class == ZT_FORMAT_NUMBER || class == ZT_FORMAT_PERCENT)
            assert_int_equal(format.sections[0].decimals, cases[i].decimals);
        zt_arena_drop(arena);
    }
}

static void test_numbers_as_the_sheet_shows_them(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"General", "46.299999999999997", "46.3"}, /* the double next to 46.3, with 17 digits */
        {"General", "6.1239999999999998E6", "6124000"},
        {"General", "0.30000000000000004", "0.3"},
        {"General", "-0.38200000000000001", "-0.382"},
        {"General", "9.9999999999999996E-2", "0.1"},
        {"General", "999999999999999.96", "1000000000000000"},
        {"General", "-0", "0"},
        {"General", "1.5E-4", "0.00015"},
        {"General", "12.50", "12.5"},
        {"0.00", "46.3", "46.30"},
        {"0.00", "12", "12.00"},
        {"0.0", "33.333333333333336", "33.3"},
        {"0.0", "12.3456", "12.3"},
        {"0.00", "2.6749999999999998", "2.68"}, /* shown as 2.675, and half goes up */
        {"0", "2.5", "3"},
        {"0", "-2.5", "-3"},
        {"0.0", "0.05", "0.1"},
        {"0.0", "-0.04", "0.0"},
        {"0", "0.4", "0"},
        {"0.0", "9.96", "10.0"},
        {"0.0", "99.95", "100.0"},
        {"0", "999999999999999.5", "1000000000000000"},
        {"#,##0", "1234567", "1234567"},
        {"#,##0.00", "1234.5", "1234.50"},
        {"#", "0", "0"},
        {"#.##", "5", "5"},
        {"0.##", "5.10", "5.1"},
        {".00", "0.5", "0.50"},
        {"000", "1", "001"},
        {"000", "1234", "1234"},
        {"00-00", "1234", "12-34"},
        {"0%", "0.212", "21%"},
        {"0.00%", "-0.382", "-38.20%"},
        {"0.0%", "0.33333333333333331", "33.3%"},
        {"0.0\"%\"", "5", "5.0%"},
        {"0.0\\%", "5", "5.0%"},
        {"0.0,", "12345", "12.3"},
        {"0.0,\"千\"", "12345", "12.3千"},
        {"0.00,,\"百万\"", "1234567", "1.23百万"},
        {"0!.0,\"万\"", "123456", "12.3万"},
        {"0\\.0,\"万\"", "5000", "0.5万"},
        {"[>=10000]0!.0,\"万\";0", "123456", "12.3万"},
        {"[>=10000]0!.0,\"万\";0", "1234", "1234"},
        {"[>=10000]0!.0,\"万\";0", "-1234", "-1234"},
        {"[<0]\"↓\"0.0;0.0", "-5", "-5.0"},
        {"0\"人\"", "120", "120人"},
        {"0 \"人\"", "120", "120人"},
        {"\"约\"0\"人\"", "120", "约120人"},
        {"G/通用格式\"人\"", "120.5", "120.5人"},
        {"0.00_);(0.00)", "-12.5", "-12.50"},
        {"0.0_);[Red]\\(0.0\\)", "-12.5", "-12.5"},
        {"0.0;[Red]0.0", "-12.5", "-12.5"},
        {"0.0;△0.0", "-12.5", "-12.5"},
        {"+0.0;-0.0;0.0", "3", "+3.0"},
        {"+0.0;-0.0;0.0", "-3", "-3.0"},
        {"+0.0;-0.0;0.0", "0", "0.0"},
        {"0.0%;-0.0%;\"—\"", "0", "0"},
        {"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "-1234.5", "-1234.50"},
        {"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "0", "0"},
        {"[$¥-804]#,##0.00", "46.3", "46.30"},
        {"\"¥\"#,##0.00;\"¥\"-#,##0.00", "-46.3", "-46.30"},
        {"[=1]\"是\";[=0]\"否\";0", "1", "是"},
        {"[=1]\"是\";[=0]\"否\";0", "0", "否"},
        {"[=1]\"是\";[=0]\"否\";0", "7", "7"},
        {"@", "12.5", "12.5"},
        {"0.00E+00", "123456", "123456"},
        {"# ?/?", "0.5", "0.5"},
        {"0;-0;;@", "0", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(cases[i][0], cases[i][1], cases[i][2]);
}

static void test_what_is_no_number(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "abc", "1e", "1E999", "1.2.3", "-", "1 2", "٣"};
    zt_arena *arena = zt_arena_new();
    zt_numfmt format;
    zt_shown shown;
    zt_numfmt_read(arena, ZT_STR("0.0"), &format);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(zt_numfmt_show(arena, &format, false, zt_str_from(bad[i]), &shown));
    zt_arena_drop(arena);
}

static void test_what_is_shown_and_what_is_stored(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_shown s = show(arena, "0.0%", false, "0.33333333333333331");
    assert_string_equal(zt_str_copy(arena, s.exact).data, "33.3333333333333%");
    s = show(arena, "\"约\"0.0,\"千人\"", false, "12345");
    assert_string_equal(zt_str_copy(arena, s.exact).data, "约12.345千人");
    s = show(arena, "[$$-409]#,##0", false, "5");
    assert_string_equal(zt_str_copy(arena, s.currency).data, "美元");
    assert_string_equal(zt_str_copy(arena, show(arena, "[$¥-411]0", false, "5").currency).data,
                        "日元");
    assert_string_equal(zt_str_copy(arena, show(arena, "¥0", false, "5").currency).data, "元");
    assert_int_equal(show(arena, "0.0;0.0", false, "-5").quirk, ZT_QUIRK_SIGN);
    assert_int_equal(show(arena, "0.0;[Red]0.0", false, "-5").quirk, ZT_QUIRK_NONE);
    assert_int_equal(show(arena, "0.0;(0.0)", false, "-5").quirk, ZT_QUIRK_NONE);
    assert_int_equal(show(arena, "0.0;0.0", false, "5").quirk, ZT_QUIRK_NONE);
    assert_int_equal(show(arena, ";;;", false, "5").quirk, ZT_QUIRK_BLANK);
    assert_int_equal(show(arena, "0.00E+00", false, "5").quirk, ZT_QUIRK_POWER);
    assert_int_equal(show(arena, "\"是\"", false, "1").kind, ZT_CELL_TEXT);
    zt_arena_drop(arena);
}

static void test_dates_by_their_format(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"yyyy-mm-dd", "44713", "2022-06-01"},
        {"m/d/yy", "44713", "2022-06-01"},
        {"dd.mm.yyyy", "44713", "2022-06-01"},
        {"yyyy\"年\"m\"月\"d\"日\"", "44713", "2022年6月1日"},
        {"yyyy年mm月", "44713", "2022年06月"},
        {"yyyy\"年\"m\"月\"", "44652", "2022年4月"},
        {"yy\"年\"m\"月\"", "44652", "22年4月"},
        {"m\"月\"d\"日\"", "44713", "6月1日"},
        {"mmm-yy", "44652", "2022-04"},
        {"yyyy/m", "44652", "2022-04"},
        {"yyyy", "44652", "2022"},
        {"e\"年\"", "44652", "2022年"},
        {"d-mmm", "44713", "6月1日"},
        {"mmmm", "44713", "6月"},
        {"aaaa", "44713", "星期三"},
        {"aaa", "44713", "星期三"},
        {"yyyy\"年\"m\"月\"d\"日\" aaaa", "44713", "2022年6月1日 星期三"},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "44713", "2022-06-01"},
        {"yyyy/m/d h:mm", "44713.354166666664", "2022-06-01 08:30"},
        {"h:mm", "0.35416666666666669", "08:30"},
        {"h:mm", "0.354166666666667", "08:30"},
        {"h:mm:ss", "0.35417824074074073", "08:30:01"},
        {"h:mm AM/PM", "0.85416666666666663", "20:30"},
        {"上午/下午h\"时\"mm\"分\"", "0.85416666666666663", "下午8时30分"},
        {"h\"时\"mm\"分\"", "0.35416666666666669", "8时30分"},
        {"[h]:mm", "1.0625", "25:30"},
        {"[h]:mm:ss", "0", "0:00:00"},
        {"[mm]:ss", "0.0625", "90:00"},
        {"[s]", "0.0625", "5400"},
        {"mm:ss.0", "0.00013888888888888889", "00:12.0"},
        {"mm:ss.0", "0.00013946759259259259", "00:12.1"},
        {"yyyy-mm-dd", "60", "1900-02-29"}, /* which never was, and is shown */
        {"yyyy-mm-dd", "59", "1900-02-28"},
        {"yyyy-mm-dd", "61", "1900-03-01"},
        {"yyyy-mm-dd", "1", "1900-01-01"},
        {"yyyy-mm-dd", "2958465", "9999-12-31"},
        {"yyyy-mm-dd", "2958466", "#####"},
        {"yyyy-mm-dd", "-1", "#####"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(cases[i][0], cases[i][1], cases[i][2]);
    zt_arena *arena = zt_arena_new();
    assert_int_equal(show(arena, "yyyy-mm-dd", false, "44713").kind, ZT_CELL_DATE);
    assert_int_equal(show(arena, "yyyy-mm-dd", false, "-1").kind, ZT_CELL_ERROR);
    assert_string_equal(zt_str_copy(arena, show(arena, "yyyy-mm-dd", true, "43251").text).data,
                        "2022-06-01");
    zt_arena_drop(arena);
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Every day of two centuries, counted by hand, in both calendars; and back from ISO 8601. */
static void test_every_day_from_1900_to_2100(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    zt_numfmt format;
    zt_arena *kept = zt_arena_new(), *arena = zt_arena_new();
    zt_numfmt_read(kept, ZT_STR("yyyy\\-mm\\-dd"), &format);
    int serial = 0;
    for (int year = 1900; year <= 2100; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= lengths[month - 1] + (month == 2 && is_leap(year)); day++) {
                char iso[64], stored[16];
                zt_str text;
                zt_numfmt_class class;
                double days;
                serial += 1 + (serial == 59); /* the 60th day never was */
                snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
                for (int later = 0; later < 2; later++) {
                    int number = serial - (later ? 1462 : 0);
                    zt_shown shown;
                    if (number < 0)
                        continue;
                    snprintf(stored, sizeof stored, "%d", number);
                    assert_true(zt_numfmt_show(arena, &format, later, zt_str_from(stored), &shown));
                    assert_string_equal(zt_str_copy(arena, shown.text).data, iso);
                    assert_true(zt_days_read(zt_str_from(iso), later, &days, &class));
                    assert_true(days == number);
                    assert_true(zt_numfmt_date(arena, format.sections, later, days, &text));
                    assert_true(zt_str_is(text, iso));
                }
                zt_arena_reset(arena);
            }
    assert_int_equal(serial, 73415); /* 2100-12-31 */
    zt_arena_drop(arena);
    zt_arena_drop(kept);
}

/* Every minute of a day comes back, whatever the last digits of the double are. */
static void test_every_minute_of_a_day(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    for (int minute = 0; minute < 1440; minute++) {
        char stored[40], wanted[64];
        snprintf(stored, sizeof stored, "%.17g", 44713 + minute / 1440.0);
        snprintf(wanted, sizeof wanted, "2022-06-01 %02d:%02d", minute / 60, minute % 60);
        assert_string_equal(text_of(arena, "yyyy-mm-dd hh:mm", stored), wanted);
    }
    zt_arena_drop(arena);
}

static void test_iso_cells(void **state)
{
    (void)state;
    zt_numfmt_class class;
    double days;
    assert_true(zt_days_read(ZT_STR("2022-06-01T08:30:00.000Z"), false, &days, &class));
    assert_true(days > 44713.354 && days < 44713.3542);
    assert_true(zt_days_read(ZT_STR("T08:30"), false, &days, &class));
    assert_int_equal(class, ZT_FORMAT_TIME);
    static const char *const bad[] = {"",
                                      "2022",
                                      "2022-13-01",
                                      "2022-06-00",
                                      "2022-06-01T25:00",
                                      "abcd-ef-gh",
                                      "2022-06-01T08:61"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(zt_days_read(zt_str_from(bad[i]), false, &days, &class));
}

/* Rounding against long division by hand: numbers of up to 15 digits, all places. */
static void test_rounding_is_that_of_people(void **state)
{
    (void)state;
    uint32_t seed = 1;
    zt_arena *arena = zt_arena_new();
    for (int i = 0; i < 20000; i++) {
        seed = seed * 1664525 + 1013904223;
        long value = (long)(seed % 100000000);
        int have = (int)(seed >> 28) % 7, keep = (int)(seed >> 25) % 5;
        long unit = 1, cut = 1;
        for (int k = 0; k < have; k++)
            unit *= 10;
        for (int k = keep; k < have; k++)
            cut *= 10;
        char stored[40], code[16] = "0", wanted[60];
        snprintf(stored, sizeof stored, "%ld.%0*ld", value / unit, have ? have : 1, value % unit);
        long rounded = (value + cut / 2) / cut;
        for (int k = have; k < keep; k++)
            rounded *= 10;
        long places = 1;
        for (int k = 0; k < keep; k++)
            places *= 10;
        if (keep) {
            snprintf(wanted, sizeof wanted, "%ld.%0*ld", rounded / places, keep, rounded % places);
            snprintf(code, sizeof code, "0.%.*s", keep, "000000");
        } else {
            snprintf(wanted, sizeof wanted, "%ld", rounded);
        }
        assert_string_equal(text_of(arena, code, stored), wanted);
        zt_arena_reset(arena);
    }
    zt_arena_drop(arena);
}

static void test_builtin_codes(void **state)
{
    (void)state;
    assert_string_equal(zt_numfmt_builtin(0), "General");
    assert_string_equal(zt_numfmt_builtin(10), "0.00%");
    assert_string_equal(zt_numfmt_builtin(999), "General");
    static const unsigned dates[] = {14, 15, 16, 17, 22, 27, 28, 31, 36, 50, 57, 58};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        zt_arena *arena = zt_arena_new();
        zt_numfmt format;
        zt_numfmt_read(arena, zt_str_from(zt_numfmt_builtin(dates[i])), &format);
        assert_int_equal(format.sections[0].class, ZT_FORMAT_DATE);
        zt_arena_drop(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes_are_classified),
        cmocka_unit_test(test_numbers_as_the_sheet_shows_them),
        cmocka_unit_test(test_what_is_no_number),
        cmocka_unit_test(test_what_is_shown_and_what_is_stored),
        cmocka_unit_test(test_dates_by_their_format),
        cmocka_unit_test(test_every_day_from_1900_to_2100),
        cmocka_unit_test(test_every_minute_of_a_day),
        cmocka_unit_test(test_iso_cells),
        cmocka_unit_test(test_rounding_is_that_of_people),
        cmocka_unit_test(test_builtin_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
