#include "unit/model/read.h"

/* The keys of a line chart, blank-separated, one value each. */
static reading read_keys(const char *keys, const char *attrs)
{
    zt_arena *arena = zt_arena_new();
    zt_buf body;
    zt_str rest = zt_str_from(keys), key;
    zt_buf_init(&body, arena);
    zt_buf_printf(&body, "<chart kind=\"column\" %s><data unit=\"家\">", attrs);
    while (zt_str_word(&rest, &key))
        zt_buf_printf(&body, "<item key=\"%.*s\"><v>%zu</v></item>", ZT_ARG(key), 5 + rest.len % 5);
    zt_buf_puts(&body, "</data></chart>");
    reading r = read_body(body.data, NULL);
    zt_arena_drop(arena);
    return r;
}

static const zt_chart_data *chart_of(const reading *r)
{
    return zt_content_of(&r->doc->blocks[0], "chart");
}

/* The distances between the items, in whole days, blank-separated. */
static void assert_distances(const char *keys, const char *wanted)
{
    reading r = read_keys(keys, "");
    const zt_chart_data *chart = chart_of(&r);
    zt_buf got;
    zt_buf_init(&got, r.arena);
    for (size_t i = 1; chart->time && i < chart->item_count; i++)
        zt_buf_printf(&got, i > 1 ? " %s%.0f" : "%s%.0f", chart->time->jumps[i] ? "!" : "",
                      chart->time->at[i] - chart->time->at[i - 1]);
    zt_buf_puts(&got, chart->time ? "" : chart->times_fall ? "falls" : "names");
    if (!zt_str_is(zt_buf_view(&got), wanted))
        fail_msg("%s: %s, not %s", keys, got.data, wanted);
    drop(&r);
}

static void test_true_distances(void **state)
{
    (void)state;
    assert_distances("2019 2021 2022", "!731 365");
    assert_distances("2000 2010 2020", "3652 3652");
    assert_distances("2019年 2020年 2024年", "366 !1461");
    assert_distances("2022-01 2022-02 2022-03", "30 30");
    assert_distances("2022-01 2022-03 2022-04", "!59 30");
    assert_distances("2022Q1 2022Q2", "90");
    assert_distances("一季度 二季度 三季度", "90 92");
    assert_distances("2022-06-24 2022-06-25 2022-06-28", "1 !3");
    assert_distances("周一 周二 周五", "1 !3");
    assert_distances("2020年末 2021年末", "365");
}

static void test_names_without_a_year_go_on(void **state)
{
    (void)state;
    assert_distances("11月 12月 1月 2月", "30 31 30");
    assert_distances("2021年12月 1月 2月", "31 30");
    assert_distances("2021年12月 1月 2023年1月", "31 !365");
    assert_distances("周六 周日 周一", "1 1");
    assert_distances("23时 1时", "0");
    assert_distances("1月 3月 2月", "falls");
    assert_distances("12月 6月 1月 2月", "falls");
    assert_distances("去年 今年", "365");
    assert_distances("去年 2022年", "365");
}

static void test_to_date(void **state)
{
    (void)state;
    assert_distances("1—2月 1—3月 1—4月", "31 30");
    assert_distances("一季度 上半年 前三季度", "91 92");
    assert_distances("2020年 2021年 2022年1—5月", "366 258");
}

static void test_no_times(void **state)
{
    (void)state;
    assert_distances("2022 2021 2020", "falls");
    assert_distances("2022年 东市", "names");
    assert_distances("2020年 周一", "names");
    assert_distances("1 2 3", "names");
}

static void test_sorting_ends_the_order_of_time(void **state)
{
    (void)state;
    reading r = read_body("<chart kind=\"bar\"><data unit=\"家\" sort=\"desc\">"
                          "<item key=\"2020\"><v>5</v></item><item key=\"2021\"><v>7</v></item>"
                          "</data></chart>",
                          NULL);
    assert_null(chart_of(&r)->time);
    assert_true(chart_of(&r)->times_fall);
    drop(&r);
}

static void test_even_on_purpose(void **state)
{
    (void)state;
    reading r = read_keys("2000 2010 2021 2022", "axis=\"even\"");
    assert_true(chart_of(&r)->even);
    assert_true(chart_of(&r)->time->jumps[1]);
    assert_false(chart_of(&r)->time->jumps[3]);
    drop(&r);
    r = read_keys("2000 2010", "");
    assert_false(chart_of(&r)->even);
    drop(&r);
}

static void test_which_ticks_may_be_named_anew(void **state)
{
    (void)state;
    reading r = read_keys("2021年12月 1月", "");
    assert_true(chart_of(&r)->time->plain);
    assert_true(chart_of(&r)->time->has_year);
    assert_int_equal(chart_of(&r)->time->unit, ZT_TIME_MONTH);
    drop(&r);
    r = read_keys("2020年 2021年1—5月", "");
    assert_false(chart_of(&r)->time->plain);
    assert_int_equal(chart_of(&r)->time->unit, ZT_TIME_MONTH);
    drop(&r);
}

/* The keys in the order drawn; `data` is the inside of <data>. */
static void assert_order(const char *data, const char *wanted)
{
    zt_arena *arena = zt_arena_new();
    zt_buf body, got;
    zt_buf_init(&body, arena);
    zt_buf_printf(&body, "<chart kind=\"line\"><data unit=\"家\">%s</data></chart>", data);
    reading r = read_body(body.data, NULL);
    zt_buf_init(&got, r.arena);
    for (size_t i = 0; i < chart_of(&r)->item_count; i++)
        zt_buf_printf(&got, i ? " %.*s" : "%.*s", ZT_ARG(chart_of(&r)->items[i].key));
    assert_string_equal(got.data, wanted);
    drop(&r);
    zt_arena_drop(arena);
}

/* A series that begins sooner, or has a time that the others lack, does not put it at the end. */
static void test_series_are_merged_by_time(void **state)
{
    (void)state;
#define ITEM(key) "<item key=\"" key "\"><v>5</v></item>"
    assert_order("<series head=\"甲\">" ITEM("2015年")
                     ITEM("2017年") "</series>"
                                    "<series head=\"乙\">" ITEM("2014年") ITEM("2016年")
                                        ITEM("2018年") "</series>",
                 "2014年 2015年 2016年 2017年 2018年");
    /* One that runs back as written is left as it is, and is told. */
    assert_order("<series head=\"甲\">" ITEM("2017年")
                     ITEM("2015年") "</series>"
                                    "<series head=\"乙\">" ITEM("2016年") "</series>",
                 "2017年 2015年 2016年");
    assert_order("<series head=\"甲\">" ITEM("东")
                     ITEM("2015年") "</series>"
                                    "<series head=\"乙\">" ITEM("2014年") "</series>",
                 "东 2015年 2014年");
#undef ITEM
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_true_distances),
        cmocka_unit_test(test_names_without_a_year_go_on),
        cmocka_unit_test(test_to_date),
        cmocka_unit_test(test_no_times),
        cmocka_unit_test(test_sorting_ends_the_order_of_time),
        cmocka_unit_test(test_even_on_purpose),
        cmocka_unit_test(test_series_are_merged_by_time),
        cmocka_unit_test(test_which_ticks_may_be_named_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
