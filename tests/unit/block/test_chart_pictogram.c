/* Pictograms: whole icons in proportion, all of one size, and the number that they stand for. */
#include "chart_ask.h"

#include "model/chart_icons.h"

static const double widths[] = {46, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static chart_case pictogram(board *b, const char *const *series)
{
    return chart_new(b, "pictogram", "列", 0, series);
}

static void give_each(chart_case *c, const char *each)
{
    c->data.has_each = zt_num_parse(zt_str_from(each), &c->data.each);
    assert_true(c->data.has_each);
}

static void assert_each(chart_case *c, double each)
{
    assert_near(zt_num_double(zt_chart_icon_each(&c->data)), each, each * 1e-9);
}

static void test_round_numbers_are_chosen(void **state)
{
    const char *const most[] = {"14", "16", "3205", "0.03", "9800000", "0"};
    const double each[] = {1, 2, 500, 0.002, 1000000, 1};
    for (size_t i = 0; i < 6; i++) {
        chart_case c = pictogram(*state, NULL);
        chart_one(&c, "甲", most[i]);
        assert_each(&c, each[i]);
    }
}

/* As many icons as the values ask, rounded by the first digit, all alike, none outside. */
static void test_icons_are_whole_and_alike(void **state)
{
    const size_t icons[] = {2, 3, 5, 6, 10, 14, 16};
    const char *const values[] = {"401", "609", "1012", "1297", "2059", "2821", "3205"};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = pictogram(*state, NULL);
        size_t sum = 0;
        give_each(&c, "200");
        for (size_t i = 0; i < 7; i++) {
            chart_one(&c, zt_arena_printf(c.board->arena, "201%zu年", i), values[i]);
            assert_int_equal(zt_chart_icon_count(&c.data, c.data.items[i].values[0]), icons[i]);
            sum += icons[i];
        }
        const zt_group *group = assert_sound(&c, widths[w]);
        paths drawn = paths_of(group, "icons");
        assert_int_equal(drawn.count, sum);
        for (size_t i = 0; i < sum; i++)
            assert_near(drawn.items[i]->item.box.w, drawn.items[0]->item.box.w, 0.001);
        assert_all_said(&c, group);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "每个图标代表200列"), 1);
        assert_int_equal(occurrences(said, "四舍五入"), 1);
        assert_int_equal(occurrences(said, "列"), 1);
    }
}

/* A value of less than half an icon is a hairline, one of nought nothing, a missing one a slot. */
static void test_less_than_an_icon(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = pictogram(*state, NULL);
        give_each(&c, "10");
        chart_one(&c, "甲", "4.9");
        chart_one(&c, "乙", "5");
        chart_one(&c, "丙", "0");
        chart_one(&c, "丁", "");
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_int_equal(paths_of(group, "icons").count, 2);
        assert_all_said(&c, group);
    }
}

static void test_thirty_one_items_of_four_series(void **state)
{
    const char *const heads[] = {"城镇居民", "农村居民", "成渝地区双城经济圈", "全国", NULL};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = pictogram(*state, heads);
        for (int i = 0; i < 31; i++) {
            const char *values[4];
            for (int s = 0; s < 4; s++)
                values[s] = zt_arena_printf(c.board->arena, "%d", 10 + (7 * i + 13 * s) % 87);
            chart_item(&c, zt_arena_printf(c.board->arena, "川渝高竹新区北部第%d片", i + 1),
                       values);
        }
        chart_status(&c.data.items[4], 2, ZT_ESTIMATE);
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
    }
}

/* The deck has said what an icon is. */
static void test_the_deck_says_it(void **state)
{
    chart_case c = pictogram(*state, NULL);
    chart_one(&c, "甲", "4");
    c.data.deck = zt_rich_of(c.board->arena, ZT_STR("每个图标1列"), (zt_pos){0});
    assert_int_equal(zt_chart_icon_words(c.board->arena, &c.data).len, 0);
}

/* A remark of one item is numbered at it and under the plot. */
static void test_remarks_are_numbered(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = pictogram(*state, NULL);
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
    chart_case below = pictogram(*state, NULL);
    chart_one(&below, "甲", "-3");
    assert_check_refuses(&below, "should-be-bars");
    chart_case many = pictogram(*state, NULL);
    give_each(&many, "1");
    chart_one(&many, "甲", "201");
    assert_check_refuses(&many, "too-many-icons");
    many.data.has_each = false; /* the remedy */
    assert_true(zt_chart_check(&many.data, many.board->diags));
}

#define PICTOGRAM_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PICTOGRAM_TEST(test_round_numbers_are_chosen),
        PICTOGRAM_TEST(test_icons_are_whole_and_alike),
        PICTOGRAM_TEST(test_less_than_an_icon),
        PICTOGRAM_TEST(test_thirty_one_items_of_four_series),
        PICTOGRAM_TEST(test_the_deck_says_it),
        PICTOGRAM_TEST(test_remarks_are_numbered),
        PICTOGRAM_TEST(test_what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
