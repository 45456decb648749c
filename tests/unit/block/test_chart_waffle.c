/* A hundred cells: as many lit as the share says, the remainder rule, the share printed large. */
#include "chart_ask.h"

static chart_case waffle_chart(board *b)
{
    return chart_new(b, "waffle", "%", 0, NULL);
}

static size_t painted(const zt_group *group, const char *ink)
{
    paths cells = paths_of(group, "cells");
    size_t count = 0;
    for (size_t i = 0; i < cells.count; i++)
        count += cells.items[i]->fill.ink && strcmp(cells.items[i]->fill.ink->name, ink) == 0;
    return count;
}

static void test_thirty_seven_of_a_hundred(void **state)
{
    const double widths[] = {38, 93, 154};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = waffle_chart(*state);
        chart_one(&c, "成渝两地", "37%");
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        assert_int_equal(painted(group, "accent"), 37);
        assert_int_equal(painted(group, "companion-light"), 63);
        paths cells = paths_of(group, "cells");
        assert_int_equal(cells.count, 100);
        assert_near(cells.items[50]->item.box.w, cells.items[50]->item.box.h, 1e-6);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "每格1%"), 1);
        assert_int_equal(occurrences(said, "取整"), 0);
    }
}

static void test_largest_remainders_fill_the_hundred(void **state)
{
    chart_case c = waffle_chart(*state);
    chart_one(&c, "甲", "33.4%")->highlight = true;
    chart_one(&c, "乙", "33.3%");
    chart_one(&c, "丙", "33.3%");
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    assert_int_equal(painted(group, "accent"), 34);
    assert_int_equal(painted(group, "companion"), 33);
    assert_int_equal(painted(group, "companion-mid"), 33);
    assert_int_equal(painted(group, "companion-light"), 0);
    assert_int_equal(occurrences(board_text(c.board, group), "最大余数"), 1);
    assert_all_said(&c, group);
}

static void test_a_sum_below_a_hundred_leaves_cells_empty(void **state)
{
    chart_case c = waffle_chart(*state);
    chart_one(&c, "甲", "0.4%");
    chart_one(&c, "乙", "1.3%");
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    assert_int_equal(painted(group, "companion-light"), 98); /* 1.7 is two cells */
    assert_int_equal(painted(group, "companion"), 1);
    assert_int_equal(painted(group, "accent"), 1); /* 0.4 has the larger remainder */
}

static void test_waffle_standing_and_missing(void **state)
{
    chart_case c = waffle_chart(*state);
    chart_status(chart_one(&c, "推算数", "12%"), 0, ZT_COMPUTED);
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    assert_int_equal(paths_of(group, "cells").count, 112); /* twelve have hatching and outline */
    assert_int_equal(occurrences(board_text(c.board, group), "推算"), 2);
    chart_case missing = waffle_chart(*state);
    chart_one(&missing, "缺", "");
    group = assert_sound_by(&missing, 93, ASK_BY_INK);
    assert_int_equal(painted(group, "companion-light"), 100);
    assert_int_equal(occurrences(board_text(missing.board, group), "待补"), 1);
}

static void test_waffle_names_of_twelve_characters(void **state)
{
    const double widths[] = {38, 60, 93, 154};
    for (size_t w = 0; w < 4; w++) {
        chart_case c = waffle_chart(*state);
        chart_one(&c, "成渝地区双城经济圈核心区", "38.8%")->highlight = true;
        chart_one(&c, "万达开川渝统筹发展示范区", "约21%");
        chart_one(&c, "川渝高竹新区以及毗邻地区", "1.2%");
        assert_sound_by(&c, widths[w], ASK_BY_INK);
    }
}

static void test_waffle_with_an_annotation(void **state)
{
    const double widths[] = {38, 93, 154};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = waffle_chart(*state);
        chart_one(&c, "占全国总数", "37%");
        c.data.annotations = ZT_NEW(c.board->arena, zt_annotation);
        c.data.annotation_count = 1;
        *c.data.annotations = (zt_annotation){.label = board_rich(c.board, "截至4月底已开行"),
                                              .figure = chart_quantity(c.board, "1936列")};
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        board_parts note = board_find(group, "annotation");
        assert_int_equal(note.count, 1);
        /* in a wide place beside the words, else under them */
        assert_true(widths[w] < 150 ? note.items[0].box.x < 0.1
                                    : note.items[0].box.x > zt_pt_from_mm(widths[w]) / 3);
    }
}

static void test_waffle_checks(void **state)
{
    chart_case many = waffle_chart(*state);
    for (int i = 0; i < 13; i++)
        chart_one(&many, zt_arena_printf(many.board->arena, "甲%d", i), "7%");
    assert_false(zt_chart_check(&many.data, many.board->diags));
    chart_case over = waffle_chart(*state);
    chart_one(&over, "甲", "70%");
    chart_one(&over, "乙", "40%");
    assert_false(zt_chart_check(&over.data, over.board->diags));
    chart_case good = waffle_chart(*state);
    chart_one(&good, "甲", "37%");
    assert_true(zt_chart_check(&good.data, good.board->diags));
}

#define WAFFLE_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WAFFLE_TEST(test_thirty_seven_of_a_hundred),
        WAFFLE_TEST(test_largest_remainders_fill_the_hundred),
        WAFFLE_TEST(test_a_sum_below_a_hundred_leaves_cells_empty),
        WAFFLE_TEST(test_waffle_standing_and_missing),
        WAFFLE_TEST(test_waffle_names_of_twelve_characters),
        WAFFLE_TEST(test_waffle_with_an_annotation),
        WAFFLE_TEST(test_waffle_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
