/* Bars of parts, several wholes: true lengths, nothing lost, all widths. */
#include "chart_ask.h"

static const double widths[] = {46, 60, 97, 156};
static const char *const three[] = {"笔记本电脑", "集成电路", "汽车及零件", NULL};

static void test_shared_lengths_are_true(void **state)
{
    const double values[] = {78, 71, 11, 127, 94, 15};
    for (size_t w = 0; w < 4; w++) {
        chart_case c = chart_new(*state, "stacked", "亿元", 8, three);
        chart_item(&c, "2015年", (const char *const[]){"78", "71", "11"});
        chart_item(&c, "2018年", (const char *const[]){"127", "94", "15"});
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        assert_lengths(group, values, 6);
        assert_all_said(&c, group);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "160"), 1); /* the sums */
        assert_int_equal(occurrences(said, "236"), 1);
        assert_int_equal(occurrences(said, "合计（推算）"), 1);
        assert_int_equal(occurrences(said, "亿元"), 1); /* over the bars, and at no value */
        for (size_t s = 0; three[s]; s++)
            assert_int_equal(occurrences(said, three[s]), 1);
    }
}

/* One pitch for all bars, though the second alone has a value below it; that stands at the left
   edge of its segment. */
static void test_bars_at_one_pitch(void **state)
{
    chart_case c = chart_new(*state, "stacked100", "家", 0, three);
    chart_item(&c, "甲", (const char *const[]){"40", "30", "30"});
    chart_item(&c, "乙", (const char *const[]){"50", "2", "48"});
    chart_item(&c, "丙", (const char *const[]){"30", "30", "40"});
    const zt_group *group = assert_sound_by(&c, 156, ASK_BY_INK);
    paths bars = paths_of(group, "bars"), swatches = paths_of(group, "labels");
    assert_int_equal(bars.count, 9);
    assert_near(bars.items[3]->item.box.y - bars.items[0]->item.box.y,
                bars.items[6]->item.box.y - bars.items[3]->item.box.y, 0.01);
    assert_int_equal(swatches.count, 1);
    assert_near(swatches.items[0]->item.box.x, bars.items[4]->item.box.x, 0.01);
}

/* Each bar is the whole: as long as the other, whatever its sum. */
static void test_bars_of_a_hundred(void **state)
{
    for (size_t w = 0; w < 4; w++) {
        chart_case c = chart_new(*state, "stacked100", "家", 0, three);
        chart_item(&c, "甲", (const char *const[]){"10", "20", "10"});
        chart_item(&c, "乙", (const char *const[]){"300", "50", "50"});
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        assert_all_said(&c, group);
        paths bars = paths_of(group, "bars");
        const double shares[] = {25, 50, 25, 75, 12.5, 12.5};
        assert_int_equal(bars.count, 6);
        assert_lengths(group, shares, 6);
        assert_near(zt_rect_right(bars.items[2]->item.box), zt_pt_from_mm(widths[w]), 0.01);
        assert_near(zt_rect_right(bars.items[5]->item.box), zt_pt_from_mm(widths[w]), 0.01);
    }
}

/* 60 % of a hundred is 60 % of the bar, the rest blank. */
static void test_shares_below_a_hundred(void **state)
{
    chart_case c = chart_new(*state, "stacked100", "%", 0, three);
    chart_item(&c, "甲", (const char *const[]){"30", "", "30"});
    chart_item(&c, "乙", (const char *const[]){"50", "30", "20"});
    const double shares[] = {30, 30, 50, 30, 20};
    const zt_group *group = assert_sound_by(&c, 97, ASK_BY_INK);
    assert_lengths(group, shares, 5);
    assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
}

/* Shares of what is not known have no lengths. */
static void test_a_missing_part_of_an_unknown_whole(void **state)
{
    chart_case c = chart_new(*state, "stacked100", "家", 0, three);
    chart_item(&c, "甲", (const char *const[]){"30", "", "30"});
    chart_item(&c, "乙", (const char *const[]){"50", "30", "20"});
    const zt_group *group = assert_sound_by(&c, 97, ASK_BY_INK);
    assert_int_equal(paths_of(group, "bars").count, 3);
    assert_all_said(&c, group);
}

static void test_negative_parts_lie_left_of_zero(void **state)
{
    const double values[] = {30, 20, -10, 40, -20, 5};
    for (size_t w = 0; w < 4; w++) {
        chart_case c = chart_new(*state, "stacked", "亿元", 8, three);
        chart_item(&c, "甲", (const char *const[]){"30", "20", "−10"});
        chart_item(&c, "乙", (const char *const[]){"40", "−20", "5"});
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        assert_lengths(group, values, 6);
        assert_all_said(&c, group);
        paths bars = paths_of(group, "bars");
        double zero = bars.items[0]->item.box.x;
        assert_near(bars.items[3]->item.box.x, zero, 0.001);
        assert_true(zt_rect_right(bars.items[2]->item.box) <= zero + 0.001);
        assert_true(zt_rect_right(bars.items[4]->item.box) <= zero + 0.001);
        assert_int_equal(occurrences(board_text(c.board, group), "合计"), 0);
    }
}

static void test_thirty_one_bars_and_one(void **state)
{
    for (size_t w = 0; w < 4; w++) {
        chart_case many = chart_new(*state, "stacked", "家", 0, three);
        for (int i = 0; i < 31; i++) {
            const char *value = zt_arena_printf(many.board->arena, "%d", 3 + 7 * i);
            chart_item(&many, zt_arena_printf(many.board->arena, "成渝地区%02d", i),
                       (const char *const[]){value, "12", i % 5 ? "4" : NULL});
        }
        assert_all_said(&many, assert_sound_by(&many, widths[w], ASK_BY_INK));
        chart_case one = chart_new(*state, "stacked100", "家", 0, NULL);
        chart_one(&one, "东", "3");
        chart_one(&one, "西", "1");
        const zt_group *group = assert_sound_by(&one, widths[w], ASK_BY_INK);
        const double values[] = {3, 1};
        assert_lengths(group, values, 2);
        assert_all_said(&one, group);
    }
}

static void test_what_is_no_whole_is_refused(void **state)
{
    static const char *const codes[] = {"should-be-bars", "share-over-100", "nothing-to-part"};
    static const char *const values[][3] = {{"50", "−3", "1"}, {"50", "50", "3"}, {"0", "0", "0"}};
    for (int i = 0; i < 3; i++) {
        chart_case c = chart_new(*state, "stacked100", "%", 0, three);
        chart_item(&c, "甲", values[i]);
        size_t mark = zt_diags_mark(c.board->diags);
        assert_false(zt_chart_check(&c.data, c.board->diags));
        assert_string_equal(zt_diags_at(c.board->diags, mark)->code, codes[i]);
        zt_diags_rewind(c.board->diags, mark);
    }
    static const char *const nine[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", NULL};
    chart_case c = chart_new(*state, "stacked", "家", 0, nine);
    chart_item(&c, "甲", (const char *const[]){"1", "1", "1", "1", "1", "1", "1", "1", "1"});
    size_t mark = zt_diags_mark(c.board->diags);
    assert_false(zt_chart_check(&c.data, c.board->diags));
    assert_string_equal(zt_diags_at(c.board->diags, mark)->code, "too-many-series");
    zt_diags_rewind(c.board->diags, mark);
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_shared_lengths_are_true),
        ON_BOARD(test_bars_at_one_pitch),
        ON_BOARD(test_bars_of_a_hundred),
        ON_BOARD(test_shares_below_a_hundred),
        ON_BOARD(test_a_missing_part_of_an_unknown_whole),
        ON_BOARD(test_negative_parts_lie_left_of_zero),
        ON_BOARD(test_thirty_one_bars_and_one),
        ON_BOARD(test_what_is_no_whole_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
