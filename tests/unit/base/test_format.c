/* Numbers as text, rule by rule: docs/typesetting.md, R110 to R119. */
#include "cmocka_all.h"

#include <string.h>

#include "base/arena.h"
#include "base/format.h"
#include "base/han.h"

/* What the style makes of the value; the code of the report when it refuses. */
static const char *formatted(zt_arena *arena, const char *style, const char *value,
                             zt_format_how how)
{
    zt_diags *diags = zt_diags_new(arena);
    zt_buf buf;
    zt_buf_init(&buf, arena);
    const zt_format *found = zt_format_find(diags, zt_str_from(style));
    if (found && found->print(found, &buf, diags, zt_str_from(value), &how))
        return zt_buf_view(&buf).data;
    assert_int_equal(zt_diags_count(diags), 1);
    return zt_diags_at(diags, 0)->code;
}

typedef struct sample {
    const char *style, *value, *expected;
} sample;

static void check_how(const sample *rows, size_t count, zt_format_how how)
{
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < count; i++) {
        const char *found = formatted(arena, rows[i].style, rows[i].value, how);
        if (strcmp(found, rows[i].expected) != 0)
            fail_msg("%s %s: “%s”, not “%s”", rows[i].style, rows[i].value, found,
                     rows[i].expected);
    }
    zt_arena_drop(arena);
}

#define CHECK(...)                                                                                 \
    do {                                                                                           \
        const sample rows_[] = {__VA_ARGS__};                                                      \
        check_how(rows_, sizeof rows_ / sizeof *rows_, (zt_format_how){-1, ZT_ROUND_HALF_UP});     \
    } while (0)

static void test_r110_han_numerals(void **state)
{
    (void)state;
    CHECK({"han-digits", "2022", "二〇二二"}, {"han-digits", "2022年", "二〇二二年"},
          {"han-digits", "110", "一一〇"}, {"han-digits", "-3", "bad-value"},
          {"han", "105", "一百零五"}, {"han", "12", "十二"}, {"han", "20人", "二十人"},
          {"han", "112", "一百一十二"}, {"han", "0", "零"}, {"han", "-3.05", "负三点零五"},
          {"han", "10010", "一万零一十"}, {"han", "120000", "十二万"},
          {"han", "100000005", "一亿零五"}, {"han", "1000500000", "十亿零五十万"},
          {"han", "20305", "二万零三百零五"}, {"han", "18.5%", "百分之十八点五"},
          {"han", "4.6万人", "四点六万人"});
}

/* Each count, read back by its digits and powers, is the number it came from. */
static void test_r110_count_reads_back(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        uint64_t power;
    } signs[] = {{"零", 0},  {"一", 1},   {"二", 2},    {"三", 3},     {"四", 4},
                 {"五", 5},  {"六", 6},   {"七", 7},    {"八", 8},     {"九", 9},
                 {"十", 10}, {"百", 100}, {"千", 1000}, {"万", 10000}, {"亿", 100000000}};
    zt_arena *arena = zt_arena_new();
    for (uint64_t n = 1, step = 1; n < 900000000000; n += step, step = step * 7 / 5 + 1) {
        zt_buf buf;
        zt_buf_init(&buf, arena);
        zt_han_print_count(&buf, n);
        uint64_t done = 0, section = 0, digit = 0;
        for (size_t at = 0; at < buf.len; at += 3) {
            size_t k = 0;
            while (strncmp(buf.data + at, signs[k].word, 3) != 0)
                assert_true(++k < sizeof signs / sizeof *signs);
            if (k < 10) {
                digit = signs[k].power;
            } else if (signs[k].power < 10000) {
                section += (digit ? digit : 1) * signs[k].power;
                digit = 0;
            } else {
                done = signs[k].power == 10000 ? done + (section + digit) * 10000
                                               : (done + section + digit) * 100000000;
                section = digit = 0;
            }
        }
        assert_int_equal(done + section + digit, n);
    }
    zt_arena_drop(arena);
}

static void test_r111_scaled(void **state)
{
    (void)state;
    CHECK({"scaled", "217000000", "2.17亿"}, {"wan", "217000000", "21700万"},
          {"yi", "21700万元", "2.17亿元"}, {"scaled", "482000人次", "48.2万人次"},
          {"scaled", "48213", "48,213"}, {"scaled", "9000", "9000"}, {"scaled", "-30000", "−3万"},
          {"wan", "21731.50", "2.17315万"}, {"wan", "46.30万人次", "46.30万人次"},
          {"yi", "1", "0.00000001亿"}, {"wan", "约482000人", "约48.2万人"},
          {"comma", "999999999999999亿", "bad-value"});
}

static void test_r111_rounds_exactly(void **state)
{
    (void)state;
    const sample up[] = {{"wan", "21750", "2.2万"},       {"plain", "2.25", "2.3"},
                         {"plain", "-2.25", "−2.3"},      {"plain", "2.2499999999", "2.2"},
                         {"plain", "1.005", "1.0"},       {"plain", "7", "7.0"},
                         {"plain", "9.95", "10.0"},       {"scaled", "48213", "4.8万"},
                         {"scaled", "217312345", "2.2亿"}};
    const sample even[] = {{"plain", "2.25", "2.2"},   {"plain", "2.35", "2.4"},
                           {"plain", "-2.25", "−2.2"}, {"plain", "2.2500000001", "2.3"},
                           {"wan", "21500", "2.2万"},  {"wan", "22500", "2.2万"}};
    check_how(up, sizeof up / sizeof *up, (zt_format_how){1, ZT_ROUND_HALF_UP});
    check_how(even, sizeof even / sizeof *even, (zt_format_how){1, ZT_ROUND_HALF_EVEN});
}

static void test_r112_groups(void **state)
{
    (void)state;
    CHECK({"comma", "48200000", "48,200,000"}, {"gap", "48200000", "48 200 000"},
          {"comma", "4820", "4820"}, {"gap", "12500", "12 500"},
          {"comma", "-12500.125", "−12,500.125"}, {"gap", "98235358.238368", "98 235 358.238 368"},
          {"gap", "3.1416", "3.1416"}, {"comma", "2.17亿", "217,000,000"},
          {"gap", "3.14159", "3.141 59"});
}

static void test_r113_zero_and_minus(void **state)
{
    (void)state;
    CHECK({"plain", ".38", "0.38"}, {"plain", "-.5", "−0.5"}, {"plain", "−8℃", "−8℃"},
          {"plain", "-0.050", "−0.050"}, {"signed", "3.2%", "+3.2%"}, {"signed", "-3.2%", "−3.2%"},
          {"signed", "0", "0"}, {"plain", "46.30", "46.30"}, {"plain", ".", "bad-value"},
          {"plain", "1,23", "bad-value"}, {"plain", "12 34", "bad-value"});
}

static void test_r114_ranges(void **state)
{
    (void)state;
    CHECK({"range", "12%..18%", "12%～18%"}, {"range", "3亿..5亿", "3亿～5亿"},
          {"range", "2万元..6万元", "2万元～6万元"}, {"range", "40..55千克", "40～55千克"},
          {"range", "40千克～55千克", "40～55千克"}, {"range", "12..18%", "12%～18%"},
          {"range", "3..5亿", "3亿～5亿"}, {"range", "-36..-8℃", "−36～−8℃"},
          {"range", "8000..2万元", "8000元～2万元"}, {"wan", "20000..60000元", "2万元～6万元"},
          {"range", "18%..12%", "bad-range"}, {"range", "12%", "bad-value"},
          {"plain", "3台..5个", "3台～5个"}, {"span", "重庆..成都", "重庆—成都"},
          {"span", "3..5页", "3—5页"}, {"span", "2021～2025", "2021—2025"});
}

static void test_r115_dates(void **state)
{
    (void)state;
    CHECK({"date", "2022-06-24", "2022年6月24日"}, {"date-iso", "2022-06-24", "2022-06-24"},
          {"date", "2022-01..2022-05", "2022年1—5月"},
          {"date-short", "2021-12-17/2021-12-18", "12月17日—18日"},
          {"date", "2021..2025", "2021年—2025年"},
          {"date-han", "2022-06-24", "二〇二二年六月二十四日"}, {"date", "2023-6", "bad-date"},
          {"date", "6-24", "bad-date"}, {"date", "23", "bad-date"},
          {"date", "2022-02-29", "bad-date"}, {"date", "2022-05..2022-01", "date-reversed"},
          {"date", "2022-09-15T08:30", "2022年9月15日8时30分"},
          {"date", "2022-09-15T08:00..2022-09-15T10:05", "2022年9月15日8时—10时5分"},
          {"date-iso", "2022-09-15T00:00", "2022-09-15T00:00"},
          {"date", "2022-09-15T24:00", "bad-date"},
          {"date", "2022-09-15T08:30/2022-09-15", "bad-date"},
          {"date", "2022-09-15T10:00/2022-09-15T08:00", "date-reversed"});
}

static void test_r116_times(void **state)
{
    (void)state;
    CHECK({"time", "15:40", "15:40"}, {"time-words", "15:40", "15时40分"},
          {"time", "9:00..17:30", "9:00—17:30"}, {"time-words", "9:00", "9时"},
          {"time-words", "8:05:09", "8时5分9秒"}, {"time", "24:00", "24:00"},
          {"time", "24:01", "bad-value"}, {"time", "9:5", "bad-value"},
          {"time", "15", "bad-value"});
}

static void test_r117_dates_as_names(void **state)
{
    (void)state;
    CHECK({"date-name", "5-27", "“5·27”"}, {"date-name-han", "7-7", "七七"},
          {"date-name-han", "1-28", "“一·二八”"}, {"date-name-han", "12-9", "“一二·九”"},
          {"date-name-han", "11-8", "“一一·八”"}, {"date-name-han", "10-1", "十一"},
          {"date-name", "2008-05-12", "“5·12”"}, {"date-name-han", "2-29", "二二九"},
          {"date-name", "2-30", "bad-date"}, {"date-name", "13-1", "bad-date"});
}

static void test_r119_changes(void **state)
{
    (void)state;
    CHECK({"percent", "18.5", "18.5%"}, {"points", "3.2", "3.2个百分点"},
          {"change", "-3.2%", "下降3.2%"}, {"change", "2.5个百分点", "上升2.5个百分点"},
          {"change", "0", "持平"}, {"change", "212", "增长212%"}, {"percent", "3人", "bad-value"},
          {"points", "12..15", "12～15个百分点"});
}

static void test_places_in_an_order(void **state)
{
    (void)state;
    CHECK({"ordinal", "2", "第2"}, {"ordinal", "第3名", "第3名"}, {"han-ordinal", "12", "第十二"},
          {"rank", "2", "第2位"}, {"rank", "0", "bad-value"}, {"ordinal", "1.5", "bad-value"});
}

static void test_unknown_style_names_the_nearest(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    assert_null(zt_format_find(diags, ZT_STR("date-shrt")));
    assert_string_equal(zt_diags_at(diags, 0)->code, "unknown-format");
    assert_non_null(strstr(zt_diags_at(diags, 0)->en, "date-short"));
    assert_null(zt_format_find(diags, ZT_STR("xyzxyz")));
    assert_non_null(strstr(zt_diags_at(diags, 1)->zh, "--list"));
    zt_arena_drop(arena);
}

/* The list of styles is its own test: each example prints. */
static void test_each_example_suits_its_style(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    for (const zt_format *f = zt_formats; f->name; f++) {
        zt_buf buf;
        zt_buf_init(&buf, arena);
        zt_format_how how = {-1, ZT_ROUND_HALF_UP};
        assert_true(f->print(f, &buf, diags, zt_str_from(f->example), &how));
        assert_null(strpbrk(buf.data, "~"));
    }
    assert_int_equal(zt_diags_count(diags), 0);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_r110_han_numerals),
        cmocka_unit_test(test_r110_count_reads_back),
        cmocka_unit_test(test_r111_scaled),
        cmocka_unit_test(test_r111_rounds_exactly),
        cmocka_unit_test(test_r112_groups),
        cmocka_unit_test(test_r113_zero_and_minus),
        cmocka_unit_test(test_r114_ranges),
        cmocka_unit_test(test_r115_dates),
        cmocka_unit_test(test_r116_times),
        cmocka_unit_test(test_r117_dates_as_names),
        cmocka_unit_test(test_r119_changes),
        cmocka_unit_test(test_places_in_an_order),
        cmocka_unit_test(test_unknown_style_names_the_nearest),
        cmocka_unit_test(test_each_example_suits_its_style),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
