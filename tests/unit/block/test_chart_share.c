/* Shares of one base on one scale: true lengths, the value where it has room, the base named once.
 */
#include "chart_ask.h"

static chart_case share_chart(board *b)
{
    return chart_new(b, "share", "%", 0, NULL);
}

static double ground_width(const zt_group *group)
{
    return paths_of(group, "ground").items[0]->item.box.w;
}

static void test_three_shares_of_one_base(void **state)
{
    chart_case c = share_chart(*state);
    const double values[] = {14.6, 30.6, 27};
    chart_one(&c, "面积", "14.6%");
    chart_one(&c, "人口", "30.6%");
    zt_chart_item *gdp = chart_one(&c, "GDP", "27%");
    ((zt_quantity *)(uintptr_t)gdp->values[0])->among = ZT_STR("两省市合计");
    const zt_group *group = assert_sound(&c, 156);
    assert_lengths(group, values, 3);
    assert_near(paths_of(group, "bars").items[0]->item.box.w / ground_width(group), 0.146, 1e-4);
    zt_str said = board_text(c.board, group);
    assert_int_equal(occurrences(said, "两省市合计100%"), 1);
    assert_int_equal(occurrences(said, "27.0"), 0); /* never padded */
}

static void test_a_value_over_80_stands_within_its_fill(void **state)
{
    chart_case c = share_chart(*state);
    chart_one(&c, "多", "92%");
    chart_one(&c, "少", "2.5%");
    chart_one(&c, "全", "100%");
    chart_one(&c, "无", "0%");
    const zt_group *group = assert_sound(&c, 100);
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, 3);
    assert_near(bars.items[1]->item.box.w / ground_width(group), 0.025, 1e-4);
    assert_all_said(&c, group);
}

static void test_share_standing_of_values(void **state)
{
    chart_case c = share_chart(*state);
    chart_one(&c, "实数", "46%");
    chart_status(chart_one(&c, "推算数", "14%"), 0, ZT_COMPUTED);
    chart_status(chart_one(&c, "预测数", "95%"), 0, ZT_FORECAST);
    chart_one(&c, "约数", "约9%");
    chart_one(&c, "缺数", "");
    chart_one(&c, "不在", NULL);
    const zt_group *group = assert_sound(&c, 120);
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, 6); /* hatching and outline, dashes, fill and open end */
    assert_non_null(bars.items[1]->clip);
    assert_true(bars.items[3]->dash[0] > 0);
    zt_str said = board_text(c.board, group);
    assert_int_equal(occurrences(said, "推算"), 2);
    assert_int_equal(occurrences(said, "待补"), 1);
    assert_int_equal(occurrences(said, "—"), 1);
}

static void test_shares_in_all_numbers_and_widths(void **state)
{
    const double widths[] = {45, 93, 156};
    for (size_t w = 0; w < 3; w++)
        for (int count = 1; count <= 40; count = count == 1 ? 13 : count + 27) {
            chart_case c = share_chart(*state);
            for (int i = 0; i < count; i++)
                chart_one(&c, zt_arena_printf(c.board->arena, "第%d项", i + 1), "7.7%");
            assert_all_said(&c, assert_sound(&c, widths[w]));
        }
}

static void test_share_names_of_twelve_characters(void **state)
{
    const double widths[] = {45, 93, 156};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = share_chart(*state);
        chart_one(&c, "成渝地区双城经济圈核心区", "38.8%")->highlight = true;
        chart_one(&c, "万达开川渝统筹发展示范区", "约79.5%");
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_int_equal(occurrences(board_text(c.board, group), "79.5"), 1);
    }
}

static void test_all_shares_missing(void **state)
{
    chart_case c = share_chart(*state);
    for (int i = 0; i < 3; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "甲%d", i), "");
    const zt_group *group = assert_sound(&c, 93);
    assert_int_equal(paths_of(group, "bars").count, 0);
    assert_int_equal(occurrences(board_text(c.board, group), "待补"), 3);
}

static void test_share_checks(void **state)
{
    chart_case c = share_chart(*state);
    chart_one(&c, "多", "101%");
    assert_false(zt_chart_check(&c.data, c.board->diags));
    chart_case negative = share_chart(*state);
    chart_one(&negative, "负", "−1%");
    assert_false(zt_chart_check(&negative.data, c.board->diags));
    chart_case bases = share_chart(*state);
    zt_chart_item *a = chart_one(&bases, "甲", "10%"), *b = chart_one(&bases, "乙", "20%");
    ((zt_quantity *)(uintptr_t)a->values[0])->among = ZT_STR("全国");
    assert_true(zt_chart_check(&bases.data, c.board->diags));
    ((zt_quantity *)(uintptr_t)b->values[0])->among = ZT_STR("两省市");
    assert_false(zt_chart_check(&bases.data, c.board->diags));
}

#define SHARE_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SHARE_TEST(test_three_shares_of_one_base),
        SHARE_TEST(test_a_value_over_80_stands_within_its_fill),
        SHARE_TEST(test_share_standing_of_values),
        SHARE_TEST(test_shares_in_all_numbers_and_widths),
        SHARE_TEST(test_share_names_of_twelve_characters),
        SHARE_TEST(test_all_shares_missing),
        SHARE_TEST(test_share_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
