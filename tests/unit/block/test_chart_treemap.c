/* Treemaps: areas in proportion, groups, words that have no room told at the foot. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static chart_case treemap(board *b, const char *const *series)
{
    return chart_new(b, "treemap", "亿元", 0, series);
}

static double area_of(const zt_path *path)
{
    return path->item.box.w * path->item.box.h;
}

/* Tiles in the order of the data; every area by its value to one in a thousand. */
static void assert_areas(const zt_group *group, const double *values, size_t count)
{
    paths tiles = paths_of(group, "tiles");
    assert_int_equal(tiles.count, count);
    for (size_t i = 0; i < count; i++) {
        double wanted = area_of(tiles.items[0]) / values[0] * values[i];
        assert_near(area_of(tiles.items[i]), wanted, wanted / 1000);
    }
}

static void test_areas_by_value(void **state)
{
    const double values[] = {6680, 6050, 3990, 2950, 2700, 1990, 720, 920, 13, 0.5};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = treemap(*state, NULL);
        for (int i = 0; i < 10; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "产业%d", i),
                      zt_arena_printf(c.board->arena, "%g", values[i]));
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_areas(group, values, 10);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "亿元"), 1);
    }
}

static void test_groups_share_one_scale(void **state)
{
    const char *const heads[] = {"第一产业", "第二产业", "第三产业", "其他未列明的", NULL};
    const double values[] = {120, 45, 310, 88, 19, 240};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = treemap(*state, heads);
        chart_item(&c, "主城新区", (const char *const[]){"120", "310", NULL, "19"});
        chart_item(&c, "渝东北", (const char *const[]){"45", "88", NULL, "240"});
        chart_item(&c, "渝东南", (const char *const[]){NULL, "", "0", NULL});
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_areas(group, values, 6);
        assert_all_said(&c, group);
        for (size_t s = 0; s < 4; s++)
            assert_true(occurrences(board_text(c.board, group), heads[s]) >= 1);
    }
}

static void test_standing_of_tiles(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = treemap(*state, NULL);
        chart_one(&c, "实有", "50");
        chart_status(chart_one(&c, "甲", "40"), 0, ZT_ESTIMATE);
        chart_status(chart_one(&c, "乙", "30"), 0, ZT_FORECAST);
        chart_one(&c, "丙", "约20");
        chart_one(&c, "丁", "");
        const zt_group *group = assert_sound(&c, widths[w]);
        zt_str said = board_text(c.board, group);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(said, "估计"), 1);
        assert_int_equal(occurrences(said, "预测"), 1);
    }
}

/* Every number in a tile is explained once, whatever the number of tiles and the length of names.
 */
static void test_small_tiles_are_numbered_and_listed(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = treemap(*state, NULL);
        for (int i = 0; i < 31; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "川渝高竹新区北部第%d片", i + 1),
                      zt_arena_printf(c.board->arena, "%d", 1000 + (i * i * 37) % 911))
                ->highlight = i == 3;
        const zt_group *group = assert_sound(&c, widths[w]);
        zt_str said = board_text(c.board, group);
        assert_all_said(&c, group);
        assert_int_equal(paths_of(group, "tiles").count, 31);
        if (widths[w] < 100)
            assert_true(occurrences(said, "（2）") == 1);
    }
}

/* A remark of one item is numbered at it and under the plot. */
static void test_remarks_are_numbered(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = treemap(*state, NULL);
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

static void test_what_has_no_area(void **state)
{
    chart_case below = treemap(*state, NULL);
    chart_one(&below, "甲", "5");
    chart_one(&below, "乙", "-3");
    assert_check_refuses(&below, "should-be-bars");
    chart_case nought = treemap(*state, NULL);
    chart_one(&nought, "甲", "0");
    assert_check_refuses(&nought, "nothing-to-part");
    chart_case one = treemap(*state, NULL);
    chart_one(&one, "唯一", "7");
    assert_all_said(&one, assert_sound(&one, 46));
}

#define TREEMAP_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TREEMAP_TEST(test_areas_by_value),
        TREEMAP_TEST(test_groups_share_one_scale),
        TREEMAP_TEST(test_standing_of_tiles),
        TREEMAP_TEST(test_small_tiles_are_numbered_and_listed),
        TREEMAP_TEST(test_remarks_are_numbered),
        TREEMAP_TEST(test_what_has_no_area),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
