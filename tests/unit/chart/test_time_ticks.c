#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "chart/time_ticks.h"

/* Half a unit a digit, a whole one a Han character. */
static double width(void *context, zt_str label)
{
    double sum = 0;
    (void)context;
    for (size_t at = 0; at < label.len;)
        sum += zt_utf8_next(label, &at) < 0x80 ? 0.5 : 1;
    return sum;
}

/* Ems of a day. */
static double place(void *context, double day)
{
    return day * *(const double *)context;
}

/* Keys from `first` on, each `step` of its unit later, as they would be read. */
static zt_chart_time *times(zt_arena *arena, const char *const *keys, size_t count)
{
    zt_chart_time *time = ZT_NEW(arena, zt_chart_time);
    time->at = ZT_ARRAY(arena, count, double);
    time->first = ZT_ARRAY(arena, count, double);
    time->end = ZT_ARRAY(arena, count, double);
    time->plain = true;
    for (size_t i = 0; i < count; i++) {
        zt_time_key key;
        assert_true(zt_time_key_parse(zt_str_from(keys[i]), &key));
        zt_time_key_span(&key, 2022, 0, &time->first[i], &time->end[i]);
        time->at[i] = (time->first[i] + time->end[i]) / 2;
        time->unit = key.unit;
        time->has_year = key.cycle == ZT_CYCLE_NONE;
    }
    return time;
}

/* What stands under an axis of `length` ems: labels, and behind a bar the second row. */
static void assert_row(const char *const *keys, size_t count, double length, const char *wanted)
{
    zt_arena *arena = zt_arena_new();
    zt_chart_time *time = times(arena, keys, count);
    double day = length / (time->at[count - 1] - time->at[0]);
    zt_time_ticks_wish wish = {.time = time,
                               .items = count,
                               .place = place,
                               .context = &day,
                               .gap = 0.9,
                               .width = width,
                               .arena = arena};
    zt_time_ticks ticks;
    zt_buf got;
    zt_buf_init(&got, arena);
    zt_buf_puts(&got, "");
    assert_true(zt_time_ticks_find(&wish, &ticks));
    for (size_t i = 0; i < ticks.count; i++)
        zt_buf_printf(&got, i ? " %.*s" : "%.*s", ZT_ARG(ticks.ticks[i].label));
    for (size_t i = 0; i < ticks.span_count; i++)
        zt_buf_printf(&got, i ? " %.*s" : " | %.*s", ZT_ARG(ticks.spans[i].label));
    if (!zt_str_is(zt_buf_view(&got), wanted))
        fail_msg("“%s”, not “%s”", got.data, wanted);
    zt_arena_drop(arena);
}

#define ROW(length, wanted, ...)                                                                   \
    do {                                                                                           \
        const char *const keys_[] = {__VA_ARGS__};                                                 \
        assert_row(keys_, sizeof keys_ / sizeof *keys_, length, wanted);                           \
    } while (0)

/* Months from the first of a year on, 2020-01 … */
static void assert_months(size_t count, double length, const char *wanted)
{
    char text[100][32];
    const char *keys[100];
    for (size_t i = 0; i < count; i++) {
        snprintf(text[i], sizeof text[i], "%d-%02d", (int)(2020 + i / 12), (int)(i % 12 + 1));
        keys[i] = text[i];
    }
    assert_row(keys, count, length, wanted);
}

static void test_years(void **state)
{
    (void)state;
    ROW(40, "2016 17 18 19", "2016", "2017年", "2018", "2019");
    ROW(20, "1998 99 2000 01", "1998", "1999", "2000", "2001");
    ROW(70, "2000 10 21 22", "2000", "2010", "2021", "2022");
    ROW(10, "2000 10 20", "2000", "2010", "2021", "2022");
}

static void test_census_years_are_named(void **state)
{
    (void)state;
    /* Where not all have room: still only years that were counted, the first and the last among
     * them.
     */
    ROW(10, "1953 82 2000 20", "1953", "1964", "1982", "1990", "2000", "2010", "2020");
    ROW(5, "1953 2020", "1953", "1964", "1982", "1990", "2000", "2010", "2020");
    ROW(40, "1953 64 82 90 2000 10 20", "1953", "1964", "1982", "1990", "2000", "2010", "2020");
}

static void test_round_years_where_all_have_no_room(void **state)
{
    (void)state;
    char text[48][8];
    const char *keys[48];
    for (size_t i = 0; i < 48; i++) {
        snprintf(text[i], sizeof text[i], "%zu", 1978 + i);
        keys[i] = text[i];
    }
    assert_row(keys, 48, 40, "1980 85 90 95 2000 05 10 15 20 25");
    assert_row(keys, 48, 12, "1980 90 2000 10 20");
}

/* Where round years would name one of the keys alone, the ends are named, and between them even
   steps that have room. */
static void test_an_axis_of_years_has_both_its_ends(void **state)
{
    (void)state;
    ROW(6, "2016 20 24", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024");
    ROW(5, "2016 23", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023");
    ROW(3, "1998 2001", "1998", "1999", "2000", "2001");
    ROW(2, "2020", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024");
}

static void test_months_stand_over_their_years(void **state)
{
    (void)state;
    assert_months(5, 30, "1月 2 3 4 5 | 2020年");
    assert_months(36, 28, "1月 4 7 10 1月 4 7 10 1月 4 7 10 | 2020年 2021年 2022年");
    assert_months(36, 17, "1月 7 1月 7 1月 7 | 2020年 2021年 2022年");
    assert_months(72, 17, "2020 21 22 23 24 25");
}

static void test_months_without_a_year(void **state)
{
    (void)state;
    ROW(40, "1月 2 3 4", "1月", "2月", "3月", "4月");
    ROW(3, "1月 4", "1月", "2月", "3月", "4月", "5月");
}

static void test_quarters_and_halves(void **state)
{
    (void)state;
    ROW(40, "一季度 二 三 四 一季度 | 2021年 2022年", "2021Q1", "2021Q2", "2021Q3", "2021Q4",
        "2022Q1");
    ROW(20, "上半年 下半年 | 2021年", "2021H1", "2021H2");
}

static void test_days_stand_over_their_months(void **state)
{
    (void)state;
    ROW(20, "28日 29 30 1日 2 | 2022年6月 7月", "2022-06-28", "2022-06-29", "2022-06-30",
        "2022-07-01", "2022-07-02");
    ROW(10, "20日 30 10日 20 | 6月 7月", "6月18日", "6月28日", "7月3日", "7月10日", "7月22日");
}

static void test_weeks(void **state)
{
    (void)state;
    ROW(20, "第52周 第1周 2 | 2021年 2022年", "2021年第52周", "2022年第1周", "2022年第2周");
}

static void test_keys_stand_as_written(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    static const char *const keys[] = {"1—5月", "1—6月"};
    zt_chart_time *time = times(arena, keys, 2);
    zt_time_ticks_wish wish = {
        .time = time, .items = 2, .place = place, .width = width, .arena = arena};
    zt_time_ticks ticks;
    time->plain = false;
    assert_false(zt_time_ticks_find(&wish, &ticks));
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years),
        cmocka_unit_test(test_census_years_are_named),
        cmocka_unit_test(test_round_years_where_all_have_no_room),
        cmocka_unit_test(test_an_axis_of_years_has_both_its_ends),
        cmocka_unit_test(test_months_stand_over_their_years),
        cmocka_unit_test(test_months_without_a_year),
        cmocka_unit_test(test_quarters_and_halves),
        cmocka_unit_test(test_days_stand_over_their_months),
        cmocka_unit_test(test_weeks),
        cmocka_unit_test(test_keys_stand_as_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
