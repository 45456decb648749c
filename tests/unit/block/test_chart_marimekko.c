/* Marimekkos: areas in proportion over all columns, widths by sums, nothing lost. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static const char *const heads[] = {"新能源", "燃油", "其他", NULL};

static chart_case marimekko(board *b, const char *const *series)
{
    return chart_new(b, "marimekko", "万辆", 0, series);
}

static void test_areas_and_widths(void **state)
{
    const double values[] = {28, 62, 14, 21, 13, 6, 12, 33, 5};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = marimekko(*state, heads);
        for (int i = 0; i < 3; i++) {
            const char *row[3];
            for (int s = 0; s < 3; s++)
                row[s] = zt_arena_printf(c.board->arena, "%g", values[3 * i + s]);
            chart_item(&c, zt_arena_printf(c.board->arena, "基地%d", i), row);
        }
        const zt_group *group = assert_sound(&c, widths[w]);
        paths tiles = paths_of(group, "tiles");
        assert_int_equal(tiles.count, 9);
        zt_rect first = tiles.items[0]->item.box;
        for (size_t i = 0; i < 9; i++) {
            zt_rect box = tiles.items[i]->item.box;
            double wanted = first.w * first.h * values[i] / values[0];
            assert_near(box.w * box.h, wanted, wanted / 1000);
        }
        assert_near(tiles.items[3]->item.box.w, first.w * 40 / 104, first.w / 1000);
        assert_all_said(&c, group);
        for (size_t s = 0; s < 3; s++)
            assert_true(occurrences(board_text(c.board, group), heads[s]) >= 1);
        assert_int_equal(occurrences(board_text(c.board, group), "万辆"), 1);
    }
}

static void test_thirty_one_items_with_standing(void **state)
{
    static const char *const four[] = {"城镇居民", "Q1", "成渝地区双城经济圈", "全国", NULL};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = marimekko(*state, four);
        for (int i = 0; i < 31; i++) {
            const char *values[4];
            for (int s = 0; s < 4; s++)
                values[s] = zt_arena_printf(c.board->arena, "%d", 10 + (7 * i + 13 * s) % 87);
            values[3] = i == 2 ? NULL : i == 3 ? "" : i == 4 ? "0" : values[3];
            chart_item(&c, zt_arena_printf(c.board->arena, "川渝高竹新区北部第%d片", i + 1),
                       values);
        }
        chart_status(&c.data.items[5], 1, ZT_ESTIMATE);
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_all_said(&c, group);
        assert_int_equal(paths_of(group, "tiles").count >= 121, 1);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
    }
}

static void test_one_series_noughts_and_negatives(void **state)
{
    chart_case one = marimekko(*state, NULL);
    chart_one(&one, "甲", "3");
    chart_one(&one, "乙", "0");
    chart_one(&one, "丙", "");
    assert_all_said(&one, assert_sound(&one, 46));
    chart_case none = marimekko(*state, NULL);
    chart_one(&none, "甲", "0");
    assert_all_said(&none, assert_sound(&none, 97));
    chart_case below = marimekko(*state, NULL);
    chart_one(&below, "甲", "-3");
    assert_check_refuses(&below, "should-be-bars");
}

#define MARIMEKKO_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        MARIMEKKO_TEST(test_areas_and_widths),
        MARIMEKKO_TEST(test_thirty_one_items_with_standing),
        MARIMEKKO_TEST(test_one_series_noughts_and_negatives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
