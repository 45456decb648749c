/* Pyramids: both sides on one scale, outwards from their zero lines, nothing lost unsaid. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};
static const char *const sides[] = {"男", "女", NULL};

static void test_one_scale_for_both_sides(void **state)
{
    const double values[] = {85, 101, 287, 291, 408, 404, 27, 3};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "pyramid", "万人", 4, sides);
        for (int i = 0; i < 4; i++)
            chart_item(&c, zt_arena_printf(c.board->arena, "%d—%d岁", 15 * i, 15 * i + 14),
                       (const char *[]){zt_arena_printf(c.board->arena, "%g", values[2 * i]),
                                        zt_arena_printf(c.board->arena, "%g", values[2 * i + 1])});
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_lengths(group, values, 8);
        paths bars = paths_of(group, "bars");
        for (size_t i = 2; i < 8; i += 2) {
            assert_near(zt_rect_right(bars.items[i]->item.box),
                        zt_rect_right(bars.items[0]->item.box), 0.001);
            assert_near(bars.items[i + 1]->item.box.x, bars.items[1]->item.box.x, 0.001);
            assert_true(bars.items[i]->item.box.x < bars.items[i + 1]->item.box.x);
        }
        assert_all_said(&c, group);
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

/* A third and a fourth series are a line on both sides, at their own lengths on the same scale; a
   missing one parts it. */
static void test_what_was_before(void **state)
{
    static const char *const four[] = {"男", "女", "2010年男", "2010年女", NULL};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "pyramid", "万人", 4, four);
        chart_item(&c, "甲", (const char *[]){"100", "80", "50", "40"});
        chart_item(&c, "乙", (const char *[]){"60", "70", "120", ""});
        chart_item(&c, "丙", (const char *[]){"30", "20", "90", "60"});
        const zt_group *group = assert_sound(&c, widths[w]);
        zt_rect left = paths_of(group, "bars").items[0]->item.box; /* 100 long */
        paths lines = paths_of(group, "axis");
        size_t pieces = 0;
        double farthest = left.x;
        for (size_t i = 0; i < lines.count; i++) {
            const zt_path *line = lines.items[i];
            bool stepped = line->seg_count > 1 && line->item.box.h > 1 &&
                           fabs(line->width - ZT_MM(0.3)) < 1e-9 &&
                           line->stroke.ink != &zt_ink_paper;
            pieces += stepped;
            if (stepped)
                farthest = zt_min(farthest, line->item.box.x + line->width / 2);
        }
        assert_int_equal(pieces, 3); /* whole at the left, in two at the right */
        assert_near(zt_rect_right(left) - farthest, 1.2 * left.w, 0.1);
        assert_true(zt_chart_check(&c.data, c.board->diags));
        assert_int_equal(occurrences(board_text(c.board, group), "2010年男"), 1);
    }
}

static void test_missing_and_standings(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "pyramid", "万人", 4, sides);
        chart_item(&c, "甲", (const char *[]){"3", "0"});
        chart_item(&c, "乙", (const char *[]){"", "约4"});
        chart_status(chart_item(&c, "丙", (const char *[]){"5", "2"}), 0, ZT_ESTIMATE);
        zt_str said = board_text(c.board, assert_sound(&c, widths[w]));
        assert_int_equal(occurrences(said, "待补"), 1);
        assert_int_equal(occurrences(said, "估计"), 1);
    }
}

/* Long values in a narrow place: an axis, the same on both sides, and a finding. */
static void test_thirty_one_long_names(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "pyramid", "元", 0, sides);
        for (int i = 0; i < 31; i++)
            chart_item(&c, zt_arena_printf(c.board->arena, "成渝地区双城经济圈%d区", i),
                       (const char *[]){"9800000", "0.01"});
        size_t mark = zt_diags_mark(c.board->diags);
        const zt_group *group = assert_sound(&c, widths[w]);
        zt_str said = board_text(c.board, group);
        for (size_t i = 0; i < 31; i++)
            assert_true(zt_str_holds(said, c.data.items[i].key));
        if (widths[w] < 60)
            assert_string_equal(zt_diags_at(c.board->diags, mark)->code, "values-unprinted");
        else
            assert_all_said(&c, group);
        zt_diags_rewind(c.board->diags, mark);
    }
}

static void test_refusals(void **state)
{
    chart_case one = chart_new(*state, "pyramid", "元", 0, NULL);
    chart_one(&one, "甲", "1");
    size_t mark = zt_diags_mark(one.board->diags);
    assert_false(zt_chart_check(&one.data, one.board->diags));
    assert_string_equal(zt_diags_at(one.board->diags, mark)->code, "two-series");
    zt_diags_rewind(one.board->diags, mark);
    chart_case below = chart_new(*state, "pyramid", "元", 0, sides);
    chart_item(&below, "甲", (const char *[]){"1", "−1"});
    assert_false(zt_chart_check(&below.data, below.board->diags));
    assert_string_equal(zt_diags_at(below.board->diags, mark)->code, "should-be-bars");
    zt_diags_rewind(below.board->diags, mark);
}

#define PYRAMID_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PYRAMID_TEST(test_one_scale_for_both_sides),
        PYRAMID_TEST(test_what_was_before),
        PYRAMID_TEST(test_missing_and_standings),
        PYRAMID_TEST(test_thirty_one_long_names),
        PYRAMID_TEST(test_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
