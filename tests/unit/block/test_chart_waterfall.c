/* Waterfalls: levels and lengths in proportion, standing or lying, nothing lost. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};

static chart_case fall_chart(board *b)
{
    return chart_new(b, "waterfall", "亿元", 0, NULL);
}

/* Along the way in which bars grow: from a level to a level, lowest first. */
static void extent_of(const zt_path *bar, bool lying, double *low, double *high)
{
    *low = lying ? bar->item.box.x : -zt_rect_foot(bar->item.box);
    *high = lying ? zt_rect_right(bar->item.box) : -bar->item.box.y;
}

static void test_steps_hang_on_their_levels(void **state)
{
    const char *const values[] = {"86", "+20", "+14", "-40", "80"};
    const double from[] = {0, 86, 106, 80, 0}, to[] = {86, 106, 120, 120, 80};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = fall_chart(*state);
        for (int i = 0; i < 5; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "项%d", i), values[i])->highlight =
                i == 3;
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 5);
        bool lying = bars.items[0]->item.box.w > bars.items[1]->item.box.w + 0.01;
        double zero, top;
        extent_of(bars.items[0], lying, &zero, &top);
        double unit = (top - zero) / 86;
        assert_true(unit > 0);
        for (size_t i = 0; i < 5; i++) {
            double low, high;
            extent_of(bars.items[i], lying, &low, &high);
            assert_near(low, zero + from[i] * unit, 0.05 * unit);
            assert_near(high, zero + to[i] * unit, 0.05 * unit);
        }
        assert_all_said(&c, group);
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

static void test_steps_below_zero(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = fall_chart(*state);
        chart_one(&c, "年初", "5");
        chart_one(&c, "支出", "−12");
        chart_one(&c, "收入", "+3");
        assert_all_said(&c, assert_sound(&c, widths[w]));
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

/* What comes behind a missing step hangs on the next total. */
static void test_a_missing_step(void **state)
{
    chart_case c = fall_chart(*state);
    chart_one(&c, "年初", "50");
    chart_one(&c, "甲", "");
    chart_one(&c, "乙", "+10");
    chart_one(&c, "年末", "80");
    for (size_t w = 0; w < 3; w++) {
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 3);
        bool lying = bars.items[0]->item.box.w > bars.items[1]->item.box.w + 0.01;
        double zero, low, step, total;
        extent_of(bars.items[2], lying, &zero, &total);
        extent_of(bars.items[1], lying, &low, &step);
        assert_near(step, total, 0.01);
        assert_near((step - low) / (total - zero), 10.0 / 80, 0.0005);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
    }
}

static void test_standing_of_steps(void **state)
{
    chart_case c = fall_chart(*state);
    chart_one(&c, "年初", "50");
    chart_status(chart_one(&c, "甲", "-8"), 0, ZT_ESTIMATE);
    chart_status(chart_one(&c, "乙", "+9"), 0, ZT_FORECAST);
    const zt_group *group = assert_sound(&c, 97);
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, 4); /* hatching and its outline */
    assert_true(bars.items[3]->dash[0] > 0);
    assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
    assert_int_equal(occurrences(board_text(c.board, group), "预测"), 1);
}

static void test_one_bar_none_and_thirty_one(void **state)
{
    chart_case one = fall_chart(*state);
    chart_one(&one, "唯一", "7");
    assert_all_said(&one, assert_sound(&one, 46));
    chart_case none = fall_chart(*state);
    chart_one(&none, "甲", "");
    assert_all_said(&none, assert_sound(&none, 46));
    for (size_t w = 0; w < 3; w++) {
        chart_case many = fall_chart(*state);
        for (int i = 0; i < 31; i++)
            chart_one(
                &many, zt_arena_printf(many.board->arena, "成渝地区双城经济圈%d区", i),
                zt_arena_printf(many.board->arena, "%c%d.%d", i % 3 ? '+' : '-', i * 7, i % 10));
        assert_all_said(&many, assert_sound(&many, widths[w]));
    }
}

static void test_a_total_that_does_not_follow(void **state)
{
    chart_case c = fall_chart(*state);
    chart_one(&c, "年初", "50");
    chart_one(&c, "甲", "+10");
    chart_one(&c, "年末", "70");
    assert_false(zt_chart_check(&c.data, c.board->diags));
}

#define FALL_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FALL_TEST(test_steps_hang_on_their_levels),
        FALL_TEST(test_steps_below_zero),
        FALL_TEST(test_a_missing_step),
        FALL_TEST(test_standing_of_steps),
        FALL_TEST(test_one_bar_none_and_thirty_one),
        FALL_TEST(test_a_total_that_does_not_follow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
