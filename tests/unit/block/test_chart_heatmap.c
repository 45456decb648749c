/* Heat maps: a cell for each value, equal cells, darker the more, nothing lost at any width. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};

static chart_case heat_chart(board *b, const char *const *series)
{
    return chart_new(b, "heatmap", "列", 0, series);
}

static const char *const two[] = {"2020年", "2021年", NULL};

/* Equal cells, in tints that rise with the values. */
static void assert_ramp(const zt_group *group, const double *values, size_t count)
{
    paths cells = paths_of(group, "cells");
    assert_int_equal(cells.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_near(cells.items[i]->item.box.w, cells.items[0]->item.box.w, 0.001);
        assert_near(cells.items[i]->item.box.h, cells.items[0]->item.box.h, 0.001);
        for (size_t k = 0; k < count; k++)
            if (values[i] > values[k])
                assert_true(cells.items[i]->fill.tint >= cells.items[k]->fill.tint);
    }
}

static void test_cells_darken_with_their_values(void **state)
{
    const double values[] = {10, 25, 31, 44, 52, 90};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = heat_chart(*state, two);
        for (int i = 0; i < 3; i++) {
            const char *row[2];
            for (int s = 0; s < 2; s++)
                row[s] = zt_arena_printf(c.board->arena, "%.0f", values[2 * i + s]);
            chart_item(&c, zt_arena_printf(c.board->arena, "甲%d", i), row);
        }
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_ramp(group, values, 6);
        paths cells = paths_of(group, "cells");
        assert_true(cells.items[5]->fill.tint > cells.items[0]->fill.tint + 0.3);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "2021年"), 1);
        assert_int_equal(occurrences(board_text(c.board, group), "列"), 1);
    }
}

static void test_standing_of_heat_cells(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = heat_chart(*state, two);
        const char *const a[] = {"约14", ""}, *const b[] = {"60", NULL};
        chart_status(chart_item(&c, "甲", a), 0, ZT_ESTIMATE);
        chart_status(chart_item(&c, "乙", b), 0, ZT_FORECAST);
        const zt_group *group = assert_sound(&c, widths[w]);
        zt_str said = board_text(c.board, group);
        assert_int_equal(paths_of(group, "cells").count, 2);
        assert_int_equal(occurrences(said, "待补"), 1);
        assert_int_equal(occurrences(said, "估计"), 1);
        assert_int_equal(occurrences(said, "预测"), 1);
        assert_int_equal(occurrences(said, "—"), 1);
    }
}

static void test_heat_of_one_value_of_none_and_below_zero(void **state)
{
    const char *const values[] = {"-3.5", "4"}, *const none[] = {"", ""};
    chart_case one = heat_chart(*state, NULL);
    chart_one(&one, "唯一", "7");
    assert_all_said(&one, assert_sound(&one, 46));
    chart_case missing = heat_chart(*state, two);
    chart_item(&missing, "甲", none);
    assert_int_equal(paths_of(assert_sound(&missing, 46), "cells").count, 0);
    chart_case below = heat_chart(*state, two);
    chart_item(&below, "甲", values);
    assert_all_said(&below, assert_sound(&below, 46));
}

static void test_thirty_one_items_by_four_series(void **state)
{
    const char *const heads[] = {"城镇居民", "农村居民", "成渝地区双城经济圈", "全国", NULL};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = heat_chart(*state, heads);
        for (int i = 0; i < 31; i++) {
            const char *values[4];
            for (int s = 0; s < 4; s++)
                values[s] = zt_arena_printf(c.board->arena, "%d.%d", 10 + (7 * i + 13 * s) % 87, s);
            chart_item(&c, zt_arena_printf(c.board->arena, "川渝高竹新区第%d片", i + 1), values)
                ->highlight = i == 3;
        }
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_int_equal(paths_of(group, "cells").count, 124);
        assert_all_said(&c, group);
    }
}

/* A highlighted column has one frame about all of its cells. */
static void test_a_frame_about_a_column(void **state)
{
    chart_case c = heat_chart(*state, two);
    bool lit[] = {false, true};
    c.data.series_highlight = lit;
    for (int i = 0; i < 3; i++)
        chart_item(&c, zt_arena_printf(c.board->arena, "渝%d", i), (const char *const[]){"1", "2"});
    const zt_group *group = assert_sound(&c, 46);
    paths cells = paths_of(group, "cells"), frame = paths_of(group, "frame");
    const zt_path *outline = frame.items[0];
    for (size_t i = 0; i < frame.count; i++)
        outline = frame.items[i]->width > 0 ? frame.items[i] : outline;
    size_t outlines = 0;
    for (size_t i = 0; i < frame.count; i++)
        outlines += frame.items[i]->width > 0;
    assert_int_equal(outlines, 1);
    assert_true(outline->item.box.y <= cells.items[1]->item.box.y);
    assert_true(zt_rect_foot(outline->item.box) >= zt_rect_foot(cells.items[5]->item.box));
}

/* Without room for the values the ramp tells them, and the extremes are named. */
static void test_thirty_one_columns_at_46(void **state)
{
    const char *heads[32] = {NULL};
    chart_case c = {.board = *state};
    const char *values[31];
    for (int s = 0; s < 31; s++) {
        heads[s] = zt_arena_printf(c.board->arena, "第%d日", s + 1);
        values[s] = zt_arena_printf(c.board->arena, "%d", 1000 + 37 * s);
    }
    c = heat_chart(*state, heads);
    chart_item(&c, "甲市", values);
    chart_item(&c, "乙市", values);
    zt_str said = board_text(c.board, assert_sound(&c, 46));
    for (int s = 0; s < 31; s++)
        assert_true(occurrences(said, heads[s]) >= 1);
}

#define HEAT_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HEAT_TEST(test_cells_darken_with_their_values),
        HEAT_TEST(test_standing_of_heat_cells),
        HEAT_TEST(test_heat_of_one_value_of_none_and_below_zero),
        HEAT_TEST(test_thirty_one_items_by_four_series),
        HEAT_TEST(test_thirty_one_columns_at_46),
        HEAT_TEST(test_a_frame_about_a_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
