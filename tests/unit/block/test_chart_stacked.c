/* Parts that make up one number: true lengths, the sum as computed, narrow places. */
#include "chart_ask.h"

static const double widths[] = {46, 93, 154};

static void test_parts_are_as_long_as_their_values(void **state)
{
    const double values[] = {12, 26};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "stacked", "家", 0, NULL);
        chart_one(&c, "国家级高新区", "12家");
        chart_one(&c, "省（市）级高新区", "26家");
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths bars = paths_of(group, "bars");
        assert_near(bars.items[1]->item.box.w, bars.items[0]->item.box.w * values[1] / values[0],
                    bars.items[1]->item.box.w / 1000);
        assert_near(zt_rect_right(bars.items[1]->item.box), zt_pt_from_mm(widths[w]), 0.01);
        assert_int_equal(occurrences(board_text(c.board, group), "合计38家（推算）"), 1);
        assert_int_equal(occurrences(board_text(c.board, group), "国家级高新区"), 1);
    }
}

static void test_no_sum_of_what_is_not_exact(void **state)
{
    chart_case c = chart_new(*state, "stacked", "家", 0, NULL);
    chart_one(&c, "甲", "约12家");
    chart_one(&c, "乙", "26家");
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    assert_int_equal(occurrences(board_text(c.board, group), "合计"), 0);
}

/* 5700家 and 5.56万家 are 6.13万家, not 5705.56. */
static void test_the_sum_of_two_scales(void **state)
{
    chart_case c = chart_new(*state, "stacked", "万家", 4, NULL);
    c.data.mixed_scales = true;
    chart_one(&c, "住院", "5700家");
    chart_one(&c, "门诊", "5.56万家");
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    assert_int_equal(occurrences(board_text(c.board, group), "合计6.13万家（推算）"), 1);
}

static void test_a_missing_part_has_no_length(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "stacked", "家", 0, NULL);
        chart_one(&c, "甲", "");
        chart_one(&c, "乙", "26家");
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
        assert_int_equal(paths_of(group, "bars").count, 1);
    }
}

static void test_small_parts_are_named_below(void **state)
{
    chart_case c = chart_new(*state, "stacked", "家", 0, NULL);
    chart_one(&c, "成渝地区双城经济圈协同创新战略联盟", "1家");
    chart_one(&c, "乙", "99家");
    chart_one(&c, "丙", "2家");
    for (size_t w = 0; w < 3; w++)
        assert_sound_by(&c, widths[w], ASK_BY_INK);
}

static void test_six_parts_and_negative_ones_are_refused(void **state)
{
    chart_case c = chart_new(*state, "stacked", "家", 0, NULL);
    for (int i = 0; i < 6; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "第%d项", i + 1), i ? "3" : "−3");
    assert_false(zt_chart_check(&c.data, c.board->diags));
    assert_int_equal(zt_diags_severity_count(c.board->diags, ZT_ERROR), 2);
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_parts_are_as_long_as_their_values),
        ON_BOARD(test_no_sum_of_what_is_not_exact),
        ON_BOARD(test_the_sum_of_two_scales),
        ON_BOARD(test_a_missing_part_has_no_length),
        ON_BOARD(test_small_parts_are_named_below),
        ON_BOARD(test_six_parts_and_negative_ones_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
