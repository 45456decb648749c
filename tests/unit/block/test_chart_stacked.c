/* Parts that make up one number: true lengths, the sum as computed, narrow places. */
#include "chart_ask.h"

#include "chart/fills.h"

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

static void test_nine_parts_and_negative_ones_are_refused(void **state)
{
    chart_case c = chart_new(*state, "stacked", "家", 0, NULL);
    for (int i = 0; i < 9; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "第%d项", i + 1), i ? "3" : "−3");
    assert_false(zt_chart_check(&c.data, c.board->diags));
    assert_int_equal(zt_diags_severity_count(c.board->diags, ZT_ERROR), 2);
}

/* Filled or stroked in the same ink, and as many subpaths: solid or pattern. */
static bool looks_like(const zt_path *a, const zt_path *b)
{
    return a->fill.ink == b->fill.ink && a->stroke.ink == b->stroke.ink && !a->clip == !b->clip;
}

static void test_parts_have_fills_of_their_own(void **state)
{
    for (int parts = 2; parts <= 5; parts++) {
        chart_case c = chart_new(*state, "stacked", "家", 0, NULL);
        for (int i = 0; i < parts; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "第%d项", i + 1), "20");
        paths bars = paths_of(assert_sound_by(&c, 93, ASK_BY_INK), "bars");
        for (size_t i = 0; i < bars.count; i++)
            for (size_t k = 0; k < i; k++)
                if (bars.items[i]->item.box.x > zt_rect_right(bars.items[k]->item.box))
                    assert_false(looks_like(bars.items[i], bars.items[k]));
    }
}

/* Eight fills: all differ, whichever part is in the accent, and neighbours differ in grey. */
static void test_fills_differ_in_colour_and_in_grey(void **state)
{
    chart_case c = chart_new(*state, "stacked", "家", 0, NULL);
    chart_one(&c, "甲", "1");
    chart_use(&c);
    const zt_chart_params params = {.accent = zt_setting_ink(&c.board->setting, "accent"),
                                    .rest = zt_setting_ink(&c.board->setting, "companion-mid"),
                                    .second = zt_setting_ink(&c.board->setting, "companion"),
                                    .third = zt_setting_ink(&c.board->setting, "companion-light")};
    const zt_chart chart = {.setting = &c.board->setting, .params = &params, .data = &c.data};
    for (size_t first = 0; first < ZT_FILLS_MOST; first++) {
        bool lead[ZT_FILLS_MOST] = {false};
        lead[first] = true;
        const zt_part_fill *fills = zt_fills_new(&chart, ZT_FILLS_MOST, lead);
        assert_ptr_equal(fills[first].ink, params.accent);
        for (size_t i = 0; i < ZT_FILLS_MOST; i++)
            for (size_t k = 0; k < i; k++)
                assert_false(fills[i].ink == fills[k].ink && fills[i].pattern == fills[k].pattern);
        const zt_part_fill *four = zt_fills_new(&chart, 4, first < 4 ? lead : NULL);
        for (size_t i = 1; i < 4; i++)
            assert_true(fabs(zt_fill_grey(four[i]) - zt_fill_grey(four[i - 1])) >= 12);
    }
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
        ON_BOARD(test_parts_have_fills_of_their_own),
        ON_BOARD(test_fills_differ_in_colour_and_in_grey),
        ON_BOARD(test_nine_parts_and_negative_ones_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
