/* Groups: columns in proportion where values and names have room, bars where not; no value lies on
   a column or on another one, none is lost. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};
static const char *const two[] = {"渝企投川", "川企投渝", NULL};
static const char *const four[] = {"甲", "乙", "丙", "丁", NULL};

static chart_case group_chart(board *b, const char *const *series)
{
    return chart_new(b, "grouped", "个", 0, series);
}

static bool lies(const paths *bars)
{
    return fabs(bars->items[0]->item.box.x - bars->items[1]->item.box.x) < 0.01;
}

static void test_columns_are_in_proportion(void **state)
{
    const double values[] = {312, 128, 330, 171, 351, 246, 362, 318, 371, 374};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = group_chart(*state, two);
        for (int i = 0; i < 5; i++)
            chart_item(&c, zt_arena_printf(c.board->arena, "%d年", 2020 + i),
                       (const char *[]){zt_arena_printf(c.board->arena, "%g", values[2 * i]),
                                        zt_arena_printf(c.board->arena, "%g", values[2 * i + 1])});
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 10);
        assert_int_equal(lies(&bars), widths[w] < 60);
        for (size_t i = 1; i < 10; i++) {
            zt_rect first = bars.items[0]->item.box, box = bars.items[i]->item.box;
            double ratio = lies(&bars) ? box.w / first.w : box.h / first.h;
            assert_near(ratio, values[i] / values[0], 0.001 * values[i] / values[0]);
        }
        assert_all_said(&c, group);
    }
}

/* Columns side by side have paper between them, and a value lies on no column. */
static void test_values_keep_clear_of_columns(void **state)
{
    chart_case c = group_chart(*state, two);
    for (int i = 0; i < 6; i++)
        chart_item(&c, zt_arena_printf(c.board->arena, "%d年", 2020 + i),
                   (const char *[]){zt_arena_printf(c.board->arena, "%d", 312 + i),
                                    zt_arena_printf(c.board->arena, "%d", 128 + 49 * i)});
    const zt_group *group = assert_sound(&c, 97);
    paths bars = paths_of(group, "bars");
    boxes type = {.count = 0};
    zt_visitor visitor = {.self = &type, .enter = collect_glyphs};
    zt_scene_walk(group, &visitor);
    assert_int_equal(bars.count, 12);
    for (size_t i = 1; i < bars.count; i++)
        assert_true(bars.items[i]->item.box.x >
                    zt_rect_right(bars.items[i - 1]->item.box) + ZT_MM(0.2));
    for (size_t i = 0; i < bars.count; i++)
        for (size_t k = 0; k < type.count; k++) {
            zt_rect a = bars.items[i]->item.box, b = type.items[k];
            bool below = b.y > zt_rect_foot(a) - 0.05 || zt_rect_foot(b) < a.y + 0.5;
            assert_true(below || b.x > zt_rect_right(a) - 0.05 || zt_rect_right(b) < a.x + 0.05);
        }
}

static void test_long_names_lie(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = group_chart(*state, four);
        for (int i = 0; i < 6; i++)
            chart_item(&c, zt_arena_printf(c.board->arena, "成渝地区双城经济圈第%d区", i),
                       (const char *[]){"1234.5", "0.01", i ? "88" : "", "-9800"});
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        assert_true(fabs(bars.items[0]->item.box.h - bars.items[1]->item.box.h) < 0.01);
        assert_all_said(&c, group);
    }
}

/* A page of bars too thin for values has an axis, and says so. */
static void test_thirty_one_items_of_four(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = group_chart(*state, four);
        for (int i = 0; i < 31; i++)
            chart_item(&c, zt_arena_printf(c.board->arena, "成渝地区双城经济圈%d区", i),
                       (const char *[]){"10", "20", "30", "40"});
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 124);
        for (size_t i = 1; i < 124; i++)
            assert_near(bars.items[i]->item.box.w / bars.items[0]->item.box.w,
                        1.0 + (double)(i % 4), 0.004);
        zt_str said = board_text(c.board, group);
        for (size_t i = 0; i < 31; i++)
            assert_true(zt_str_holds(said, c.data.items[i].key));
    }
}

/* Bars too thin for a slot: the note says which are to come. */
static void test_what_is_missing_among_many(void **state)
{
    chart_case c = group_chart(*state, four);
    for (int i = 0; i < 31; i++)
        chart_item(&c, zt_arena_printf(c.board->arena, "成渝地区双城经济圈%d区", i),
                   (const char *[]){"10", i == 3 ? "" : "20", "30", "40"});
    zt_str said = board_text(c.board, assert_sound(&c, 97));
    assert_true(zt_str_holds(said, ZT_STR("待补：乙成渝地区双城经济圈3区")));
}

static void test_standings(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = group_chart(*state, two);
        chart_item(&c, "2023年", (const char *[]){"约30", ""});
        chart_status(chart_item(&c, "2024年", (const char *[]){"20", "28"}), 1, ZT_ESTIMATE);
        chart_status(chart_item(&c, "2025年", (const char *[]){"0", "31"}), 1, ZT_FORECAST);
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
    }
}

static void test_more_series_than_fills(void **state)
{
    const char *const nine[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", NULL};
    chart_case c = group_chart(*state, nine);
    chart_item(&c, "甲", nine);
    assert_false(zt_chart_check(&c.data, c.board->diags));
    c.data.series_count = 8;
    assert_true(zt_chart_check(&c.data, c.board->diags));
}

#define GROUP_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        GROUP_TEST(test_columns_are_in_proportion),
        GROUP_TEST(test_values_keep_clear_of_columns),
        GROUP_TEST(test_long_names_lie),
        GROUP_TEST(test_thirty_one_items_of_four),
        GROUP_TEST(test_what_is_missing_among_many),
        GROUP_TEST(test_standings),
        GROUP_TEST(test_more_series_than_fills),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
