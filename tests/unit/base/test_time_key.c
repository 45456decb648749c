#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/time_key.h"

/* A name, the year that 今年 is, and what is read from it: unit, first and last day, cycle. */
static const struct {
    const char *name;
    const char *first, *last; /* of ISO 8601, the last day inclusive */
    zt_time_unit unit;
    zt_time_cycle cycle;
} forms[] = {
    {"2022", "2022-01-01", "2022-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2022年", "2022-01-01", "2022-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2022年度", "2022-01-01", "2022-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2022年全年", "2022-01-01", "2022-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2022财年", "2022-01-01", "2022-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"FY2022", "2022-01-01", "2022-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2024E", "2024-01-01", "2024-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2025年（预计）", "2025-01-01", "2025-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"1368年", "1368-01-01", "1368-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2020年末", "2020-12-31", "2020-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2020年初", "2020-01-01", "2020-01-01", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"今年", "2022-01-01", "2022-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"June 2022", "2022-06-01", "2022-06-30", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"Jun 2022", "2022-06-01", "2022-06-30", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2022 June", "2022-06-01", "2022-06-30", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"24 June 2021", "2021-06-24", "2021-06-24", ZT_TIME_DAY, ZT_CYCLE_NONE},
    {"Feb", "2022-02-01", "2022-02-28", ZT_TIME_MONTH, ZT_CYCLE_YEAR},
    {"Sep. 2020", "2020-09-01", "2020-09-30", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"24 June", "2022-06-24", "2022-06-24", ZT_TIME_DAY, ZT_CYCLE_YEAR},
    {"Q3 2021", "2021-07-01", "2021-09-30", ZT_TIME_QUARTER, ZT_CYCLE_NONE},
    {"H2 2021", "2021-07-01", "2021-12-31", ZT_TIME_HALF, ZT_CYCLE_NONE},
    {"去年12月", "2021-12-01", "2021-12-31", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"今年1—5月", "2022-01-01", "2022-05-31", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2022-02", "2022-02-01", "2022-02-28", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2022.02", "2022-02-01", "2022-02-28", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2022/2", "2022-02-01", "2022-02-28", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2022年2月", "2022-02-01", "2022-02-28", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2020年2月", "2020-02-01", "2020-02-29", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2022年2月份", "2022-02-01", "2022-02-28", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2020年2月末", "2020-02-29", "2020-02-29", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"1月", "2022-01-01", "2022-01-31", ZT_TIME_MONTH, ZT_CYCLE_YEAR},
    {"十二月", "2022-12-01", "2022-12-31", ZT_TIME_MONTH, ZT_CYCLE_YEAR},
    {"1—5月", "2022-01-01", "2022-05-31", ZT_TIME_MONTH, ZT_CYCLE_YEAR},
    {"1-5月累计", "2022-01-01", "2022-05-31", ZT_TIME_MONTH, ZT_CYCLE_YEAR},
    {"1至5月", "2022-01-01", "2022-05-31", ZT_TIME_MONTH, ZT_CYCLE_YEAR},
    {"前5个月", "2022-01-01", "2022-05-31", ZT_TIME_MONTH, ZT_CYCLE_YEAR},
    {"2022年1—5月", "2022-01-01", "2022-05-31", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"11月—2月", "2022-11-01", "2023-02-28", ZT_TIME_MONTH, ZT_CYCLE_YEAR},
    {"2021年11月—2022年2月", "2021-11-01", "2022-02-28", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2022-01/2022-05", "2022-01-01", "2022-05-31", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2022Q1", "2022-01-01", "2022-03-31", ZT_TIME_QUARTER, ZT_CYCLE_NONE},
    {"2022 Q4", "2022-10-01", "2022-12-31", ZT_TIME_QUARTER, ZT_CYCLE_NONE},
    {"2022-Q2", "2022-04-01", "2022-06-30", ZT_TIME_QUARTER, ZT_CYCLE_NONE},
    {"2022年一季度", "2022-01-01", "2022-03-31", ZT_TIME_QUARTER, ZT_CYCLE_NONE},
    {"2022年第一季度", "2022-01-01", "2022-03-31", ZT_TIME_QUARTER, ZT_CYCLE_NONE},
    {"第三季度", "2022-07-01", "2022-09-30", ZT_TIME_QUARTER, ZT_CYCLE_YEAR},
    {"一季度", "2022-01-01", "2022-03-31", ZT_TIME_QUARTER, ZT_CYCLE_YEAR},
    {"3季度", "2022-07-01", "2022-09-30", ZT_TIME_QUARTER, ZT_CYCLE_YEAR},
    {"前三季度", "2022-01-01", "2022-09-30", ZT_TIME_QUARTER, ZT_CYCLE_YEAR},
    {"上半年", "2022-01-01", "2022-06-30", ZT_TIME_HALF, ZT_CYCLE_YEAR},
    {"2022年下半年", "2022-07-01", "2022-12-31", ZT_TIME_HALF, ZT_CYCLE_NONE},
    {"2022H1", "2022-01-01", "2022-06-30", ZT_TIME_HALF, ZT_CYCLE_NONE},
    {"第3周", "2022-01-17", "2022-01-23", ZT_TIME_WEEK, ZT_CYCLE_YEAR},
    {"2022年第1周", "2022-01-03", "2022-01-09", ZT_TIME_WEEK, ZT_CYCLE_NONE},
    {"2020-W53", "2020-12-28", "2021-01-03", ZT_TIME_WEEK, ZT_CYCLE_NONE},
    {"2022-06-24", "2022-06-24", "2022-06-24", ZT_TIME_DAY, ZT_CYCLE_NONE},
    {"2022/6/4", "2022-06-04", "2022-06-04", ZT_TIME_DAY, ZT_CYCLE_NONE},
    {"2022年6月24日", "2022-06-24", "2022-06-24", ZT_TIME_DAY, ZT_CYCLE_NONE},
    {"6月24日", "2022-06-24", "2022-06-24", ZT_TIME_DAY, ZT_CYCLE_YEAR},
    {"6月24—26日", "2022-06-24", "2022-06-26", ZT_TIME_DAY, ZT_CYCLE_YEAR},
    {"6月24日—26日", "2022-06-24", "2022-06-26", ZT_TIME_DAY, ZT_CYCLE_YEAR},
    {"6月28日—7月2日", "2022-06-28", "2022-07-02", ZT_TIME_DAY, ZT_CYCLE_YEAR},
    {"2月下旬", "2022-02-21", "2022-02-28", ZT_TIME_DAY, ZT_CYCLE_YEAR},
    {"24日", "2022-01-24", "2022-01-24", ZT_TIME_DAY, ZT_CYCLE_MONTH},
    {"周三", "2022-01-05", "2022-01-05", ZT_TIME_DAY, ZT_CYCLE_WEEK},
    {"星期日", "2022-01-09", "2022-01-09", ZT_TIME_DAY, ZT_CYCLE_WEEK},
    {"2021/22", "2021-07-01", "2022-06-30", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2021-22", "2021-07-01", "2022-06-30", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2011/12", "2011-07-01", "2012-06-30", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2011-12", "2011-12-01", "2011-12-31", ZT_TIME_MONTH, ZT_CYCLE_NONE},
    {"2021—2025年", "2021-01-01", "2025-12-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
    {"2021学年", "2021-09-01", "2022-08-31", ZT_TIME_YEAR, ZT_CYCLE_NONE},
};

static void print_day(char *out, double number)
{
    zt_day day = zt_day_from_number((long)number);
    snprintf(out, 32, "%04d-%02d-%02d", day.year, day.month, day.day);
}

static void test_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        zt_time_key key;
        double first, end;
        char begin[32], last[32];
        if (!zt_time_key_parse(zt_str_from(forms[i].name), &key))
            fail_msg("“%s” was not read", forms[i].name);
        zt_time_key_span(&key, 2022, 0, &first, &end);
        print_day(begin, first);
        print_day(last, end - 1);
        if (strcmp(begin, forms[i].first) != 0 || strcmp(last, forms[i].last) != 0)
            fail_msg("“%s” was read as %s to %s", forms[i].name, begin, last);
        if (key.unit != forms[i].unit || key.cycle != forms[i].cycle)
            fail_msg("“%s”: unit %d, cycle %d", forms[i].name, key.unit, key.cycle);
    }
}

static void test_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",           "东市",         "6月24日（夏令）",
                                        "2022年春节", "13月",         "2月30日",
                                        "2021-02-29", "1500",         "5个月",
                                        "2022-13",    "第五季度",     "Q5",
                                        "3",          "1—5",          "2022年5",
                                        "一",         "第3",          "2022年—",
                                        "月",         "2022至2021",   "0月",
                                        "25时",       "8:75",         "2020年以来",
                                        "1.5",        "2022-1-1",     "5—1月",
                                        "第54周",     "共2022年",     "2022年1月1日1",
                                        "十二五",     "上旬",         "前年度",
                                        "FY22",       "2022年（按）", "周八",
                                        "周零",       "星期九",       "周",
                                        "礼拜",       "Marketing",    "31 June 2022",
                                        "Mayor",      "32 May",       "Q3 1500"};
    zt_time_key key;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (zt_time_key_parse(zt_str_from(wrong[i]), &key))
            fail_msg("“%s” was taken for a time", wrong[i]);
}

static void assert_days(double days, double wanted)
{
    if (days < wanted - 1e-9 || days > wanted + 1e-9)
        fail_msg("%f days, not %f", days, wanted);
}

static double middle(const char *name, int turn)
{
    zt_time_key key;
    double first, end;
    assert_true(zt_time_key_parse(zt_str_from(name), &key));
    zt_time_key_span(&key, 2022, turn, &first, &end);
    return (first + end) / 2;
}

static void test_minutes_are_instants(void **state)
{
    (void)state;
    assert_days(middle("8:30", 0) - middle("8时", 0), 0.5 / 24);
    assert_days(middle("8时30分", 0) - middle("8:30", 0), 0);
    assert_days(middle("6月24日18点", 0) - middle("6月24日6点", 0), 0.5);
    assert_days(middle("8—10时", 0) - middle("9时", 0), 0);
    assert_days(middle("2022-06-24 12:00", 0) - middle("2022-06-24", 0), 0);
}

static void test_a_turn_is_one_cycle(void **state)
{
    (void)state;
    assert_days(middle("1月", 1) - middle("1月", 0), 365);
    assert_days(middle("周一", 1) - middle("周一", 0), 7);
    assert_days(middle("1时", 1) - middle("23时", 0), 2.0 / 24);
}

static void test_names_of_times(void **state)
{
    (void)state;
    assert_true(zt_is_time_name(ZT_STR("2023Q1")));
    assert_true(zt_is_time_name(ZT_STR(" 2023年 ")));
    assert_false(zt_is_time_name(ZT_STR("第一")));
    assert_false(zt_is_time_name(ZT_STR("12")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms), cmocka_unit_test(test_refused),
                                       cmocka_unit_test(test_minutes_are_instants),
                                       cmocka_unit_test(test_a_turn_is_one_cycle),
                                       cmocka_unit_test(test_names_of_times)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
