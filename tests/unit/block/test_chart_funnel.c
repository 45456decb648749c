/* Funnels: true lengths from one zero, and exact shares of the steps before. */
#include "chart_ask.h"

#include "model/chart_steps.h"

static const double widths[] = {46, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static chart_case funnel(board *b)
{
    return chart_new(b, "funnel", "人", 0, NULL);
}

static void test_lengths_and_shares(void **state)
{
    const double values[] = {8260, 6135, 4970, 780, 302, 2};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = funnel(*state);
        for (int i = 0; i < 6; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "环节%d", i),
                      zt_arena_printf(c.board->arena, "%g", values[i]));
        c.data.items[5].highlight = true;
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_lengths(group, values, 6);
        assert_all_said(&c, group);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "占首步"), 5);
        assert_int_equal(occurrences(said, "占上步"), 4);
        assert_true(occurrences(said, "74.3%") >= 1);       /* 6135 of 8260 */
        assert_true(occurrences(said, "38.7%") >= 1);       /* 302 of 780 */
        assert_int_equal(occurrences(said, "不足0.1%"), 1); /* 2 of 8260 */
        assert_int_equal(occurrences(said, "据此计算"), 1);
    }
}

/* Nothing is computed with what is not known exactly, and more than the whole is no share. */
static void test_what_has_no_share(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = funnel(*state);
        chart_one(&c, "甲", "100");
        chart_one(&c, "乙", "约90");
        chart_status(chart_one(&c, "丙", "80"), 0, ZT_ESTIMATE);
        chart_one(&c, "丁", "");
        chart_one(&c, "戊", "120");
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "占"), 0);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
    }
}

static void test_thirty_one_steps(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = funnel(*state);
        for (int i = 0; i < 31; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "川渝高竹新区北部第%d片", i + 1),
                      zt_arena_printf(c.board->arena, "%d", 9800000 - i * 310000));
        assert_all_said(&c, assert_sound(&c, widths[w]));
        chart_case one = funnel(*state);
        chart_one(&one, "唯一", "0");
        assert_all_said(&one, assert_sound(&one, widths[w]));
    }
}

/* A remark of one item is numbered at it and under the plot. */
static void test_remarks_are_numbered(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = funnel(*state);
        chart_one(&c, "甲", "65");
        chart_one(&c, "乙", "43");
        zt_annotation remark = {.of = ZT_STR("乙"),
                                .keys = &(zt_str){"乙", 3},
                                .key_count = 1,
                                .text =
                                    zt_rich_of(c.board->arena, ZT_STR("受台风影响"), (zt_pos){0})};
        c.data.annotations = &remark;
        c.data.annotation_count = 1;
        const zt_group *group = assert_sound(&c, widths[w]);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "受台风影响"), 1);
        assert_int_equal(occurrences(said, "1"), 2);
    }
}

static void test_what_is_refused(void **state)
{
    const char *const two[] = {"甲", "乙", NULL};
    chart_case below = funnel(*state);
    chart_one(&below, "甲", "-3");
    assert_check_refuses(&below, "should-be-bars");
    chart_case series = chart_new(*state, "funnel", "人", 0, two);
    chart_item(&series, "甲", (const char *const[]){"3", "4"});
    assert_check_refuses(&series, "too-many-series");
}

#define FUNNEL_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FUNNEL_TEST(test_lengths_and_shares), FUNNEL_TEST(test_what_has_no_share),
        FUNNEL_TEST(test_thirty_one_steps),   FUNNEL_TEST(test_remarks_are_numbered),
        FUNNEL_TEST(test_what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
