/* Horizontal bars: data order, both sides of zero, series under one name. */
#include "chart_ask.h"

static const char *const kinds[] = {"bar", "diverging"};
static const double widths[] = {45, 93, 154};

static void test_bars_keep_the_order_of_the_data(void **state)
{
    chart_case c = chart_new(*state, "bar", "起", 0, NULL);
    const double values[] = {93, 379, 236};
    chart_one(&c, "救援", "93");
    chart_one(&c, "出警", "379")->highlight = true;
    chart_one(&c, "协查", "236");
    for (size_t w = 0; w < 3; w++) {
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_lengths(group, values, 3);
        assert_all_said(&c, group);
        paths bars = paths_of(group, "bars");
        assert_true(bars.items[0]->item.box.y < bars.items[1]->item.box.y);
        assert_true(bars.items[1]->item.box.y < bars.items[2]->item.box.y);
    }
}

static void test_a_growth_against_a_decline(void **state)
{
    chart_case c = chart_new(*state, "diverging", "%", 0, NULL);
    const double values[] = {4, -11, -11};
    chart_one(&c, "重庆", "+4%")->highlight = true;
    chart_status(chart_one(&c, "全国", "−11%"), 0, ZT_ESTIMATE);
    for (size_t w = 0; w < 3; w++) {
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 3); /* hatching and outline of the estimate */
        double zero = bars.items[0]->item.box.x;
        assert_near(zt_rect_right(bars.items[2]->item.box), zero, 0.001);
        assert_near(bars.items[2]->item.box.w / bars.items[0]->item.box.w, -values[1] / values[0],
                    0.003);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
        assert_all_said(&c, group);
    }
}

static void test_thirteen_equal_bars_one_and_forty(void **state)
{
    for (size_t k = 0; k < 2; k++)
        for (size_t w = 0; w < 3; w++)
            for (int count = 1; count <= 40; count = count == 1 ? 13 : count + 27) {
                chart_case c = chart_new(*state, kinds[k], "家", 0, NULL);
                double values[40];
                for (int i = 0; i < count; i++) {
                    values[i] = count == 13 ? 7 : 40 - i;
                    chart_one(&c, zt_arena_printf(c.board->arena, "第%d项", i + 1),
                              zt_arena_printf(c.board->arena, "%.0f", values[i]));
                }
                const zt_group *group = assert_sound(&c, widths[w]);
                assert_lengths(group, values, (size_t)count);
                assert_all_said(&c, group);
            }
}

static void test_bar_labels_of_twelve_characters(void **state)
{
    for (size_t k = 0; k < 2; k++)
        for (size_t w = 0; w < 3; w++) {
            chart_case c = chart_new(*state, kinds[k], "万元", 4, NULL);
            chart_one(&c, "成渝地区双城经济圈核心区", "88.8")->highlight = true;
            chart_one(&c, "万达开川渝统筹发展示范区", "−35");
            chart_one(&c, "短", "约40");
            assert_sound(&c, widths[w]);
        }
}

static void test_bars_all_missing(void **state)
{
    for (size_t k = 0; k < 2; k++) {
        chart_case c = chart_new(*state, kinds[k], "家", 0, NULL);
        for (int i = 0; i < 3; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "甲%d", i), "");
        const zt_group *group = assert_sound(&c, 80);
        assert_int_equal(paths_of(group, "bars").count, 0);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 3);
    }
}

static void test_bars_grouped_by_series(void **state)
{
    const char *const heads[] = {"住院", "门诊", NULL};
    chart_case c = chart_new(*state, "bar", "万人次", 4, heads);
    const char *const a[] = {"23", "200"}, *const b[] = {"11", ""};
    chart_item(&c, "直接结算", a);
    chart_item(&c, "异地备案", b);
    const double values[] = {23, 200, 11};
    for (size_t w = 0; w < 3; w++) {
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_lengths(group, values, 3);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "住院"), 1);
        assert_int_equal(occurrences(said, "门诊"), 1);
        assert_int_equal(occurrences(said, "万人次"), 1);
    }
}

static void test_bar_checks(void **state)
{
    const char *const heads[] = {"甲", "乙", NULL};
    for (size_t k = 0; k < 2; k++) {
        chart_case c = chart_new(*state, kinds[k], "家", 0, NULL);
        zt_chart_item *item = chart_one(&c, "甲", NULL);
        item->rank = chart_quantity(c.board, "3");
        assert_false(zt_chart_check(&c.data, c.board->diags)); /* ranks without values */
    }
    chart_case two = chart_new(*state, "diverging", "家", 0, heads);
    const char *const values[] = {"1", "2"};
    chart_item(&two, "甲", values);
    assert_false(zt_chart_check(&two.data, two.board->diags));
}

#define BAR_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BAR_TEST(test_bars_keep_the_order_of_the_data),
        BAR_TEST(test_a_growth_against_a_decline),
        BAR_TEST(test_thirteen_equal_bars_one_and_forty),
        BAR_TEST(test_bar_labels_of_twelve_characters),
        BAR_TEST(test_bars_all_missing),
        BAR_TEST(test_bars_grouped_by_series),
        BAR_TEST(test_bar_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
