/* Areas: heights from zero in proportion, layers on each other, gaps, standing of values, nothing
   lost. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};

static chart_case area_chart(board *b, const char *kind, const char *const *series)
{
    return chart_new(b, kind, "万吨", 0, series);
}

/* The y of the top edge of an area, item by item, and of its foot at the first item. */
static void assert_tops(const zt_path *path, const double *values, size_t count)
{
    assert_true(path->seg_count >= 2 * count);
    double foot = path->segs[2 * count - 1].p[0].y, unit = 0;
    for (size_t i = 0; i < count; i++) {
        double height = foot - path->segs[i].p[0].y;
        if (i == 0)
            unit = height / values[0];
        assert_near(height, values[i] * unit, values[i] * unit / 1000);
    }
    assert_true(unit > 0);
}

static void test_an_area_is_true_from_zero(void **state)
{
    const double values[] = {172, 198, 203, 221, 164};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = area_chart(*state, "area", NULL);
        for (int i = 0; i < 5; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "%d年", 2016 + i),
                      zt_arena_printf(c.board->arena, "%.0f", values[i]));
        const zt_group *group = assert_sound(&c, widths[w]);
        paths areas = paths_of(group, "areas");
        assert_int_equal(areas.count, 2); /* the area and its edge */
        assert_tops(areas.items[0], values, 5);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "2016年"), 1);
        assert_int_equal(occurrences(said, "2020年"), 1);
        assert_int_equal(occurrences(said, "164"), 1);
    }
}

static void test_layers_stand_on_each_other(void **state)
{
    const char *const heads[] = {"燃油", "新能源", NULL};
    const char *const a[] = {"100", "20"}, *const b[] = {"80", "60"}, *const d[] = {"60", "120"};
    const double lead[] = {20, 60, 120};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = area_chart(*state, "stacked-area", heads);
        c.data.series_highlight = ZT_ARRAY(c.board->arena, 2, bool);
        c.data.series_highlight[1] = true;
        chart_item(&c, "2020年", a);
        chart_item(&c, "2021年", b);
        chart_item(&c, "2022年", d);
        const zt_group *group = assert_sound(&c, widths[w]);
        paths areas = paths_of(group, "areas");
        assert_tops(areas.items[0], lead, 3); /* the highlighted one stands on the base line */
        const zt_path *upper = areas.items[1];
        double base = areas.items[0]->segs[5].p[0].y;
        double unit = (base - areas.items[0]->segs[2].p[0].y) / 120;
        assert_near(base - upper->segs[0].p[0].y, 120 * unit, 0.12 * unit);
        assert_near(base - upper->segs[2].p[0].y, 180 * unit, 0.18 * unit);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "合计180"), 1);
        assert_int_equal(occurrences(said, "新能源"), 1);
        assert_int_equal(occurrences(said, "燃油"), 1);
    }
}

static void test_a_missing_value_is_a_gap_and_told(void **state)
{
    const char *const values[] = {"3", "", "4", "", "5", "6"};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = area_chart(*state, "area", NULL);
        for (int i = 0; i < 6; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "%d年", 2016 + i), values[i]);
        const zt_group *group = assert_sound(&c, widths[w]);
        /* two values alone, one stretch and its edge */
        assert_int_equal(paths_of(group, "areas").count, 4);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 2);
    }
}

static void test_standing_of_area_values(void **state)
{
    chart_case c = area_chart(*state, "area", NULL);
    chart_one(&c, "2020年", "10");
    chart_status(chart_one(&c, "2021年", "约12"), 0, ZT_ESTIMATE);
    chart_status(chart_one(&c, "2022年", "14"), 0, ZT_FORECAST);
    const zt_group *group = assert_sound(&c, 97);
    paths areas = paths_of(group, "areas");
    assert_int_equal(areas.count, 4); /* hatching, its outline, the dashed outline, the edge */
    assert_true(areas.items[0]->seg_count > 4);
    assert_true(areas.items[2]->dash[0] > 0);
    assert_int_equal(occurrences(board_text(c.board, group), "预测"), 1);
}

static void test_negative_and_all_missing_areas(void **state)
{
    chart_case c = area_chart(*state, "area", NULL);
    chart_one(&c, "2020年", "4");
    chart_one(&c, "2021年", "−3");
    chart_one(&c, "2022年", "−1");
    assert_sound(&c, 46);
    chart_case none = area_chart(*state, "area", NULL);
    chart_one(&none, "2020年", "");
    chart_one(&none, "2021年", "");
    assert_int_equal(occurrences(board_text(none.board, assert_sound(&none, 46)), "待补"), 2);
    chart_case zero = area_chart(*state, "area", NULL);
    chart_one(&zero, "2020年", "0");
    chart_one(&zero, "2021年", "0");
    assert_sound(&zero, 46);
}

static void test_thirty_one_items_of_four_layers(void **state)
{
    const char *const heads[] = {"成渝地区双城经济圈核心区", "混动", "燃油车和其他机动车辆", "丁",
                                 NULL};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = area_chart(*state, "stacked-area", heads);
        for (int i = 0; i < 31; i++) {
            const char *values[4];
            for (int s = 0; s < 4; s++)
                values[s] = zt_arena_printf(c.board->arena, "%d", 10 + (7 * i + 13 * s) % 37);
            zt_chart_item *item =
                chart_item(&c, zt_arena_printf(c.board->arena, "%d年", 1990 + i), values);
            item->highlight = i == 12 || i == 14;
        }
        zt_str said = board_text(c.board, assert_sound(&c, widths[w]));
        assert_true(occurrences(said, "2002年") >= 1);
        assert_true(occurrences(said, "2004年") >= 1);
    }
}

/* In a slot: a highlighted value that is wider than the slot is told at the foot; the sum of the
   last item leaves numbers of annotations room. */
static void test_words_wider_than_a_slot(void **state)
{
    static const char *const two[] = {"Los Angeles", "城口", NULL};
    for (double width = 50; width < 64; width += 3)
        for (size_t n = 2; n < 6; n++) {
            chart_case c = area_chart(*state, "stacked-area", two);
            zt_str key = zt_str_from(zt_arena_printf(c.board->arena, "第%zu周", n));
            zt_annotation notes[2] = {{.of = key, .keys = &key, .key_count = 1},
                                      {.of = key, .keys = &key, .key_count = 1}};
            for (size_t i = 1; i <= n; i++)
                chart_item(&c, zt_arena_printf(c.board->arena, "第%zu周", i),
                           (const char *[]){"750000.0万吨", "750000.0万吨"});
            notes[0].text = board_rich(c.board, "受台风影响停航三天");
            notes[1].text = board_rich(c.board, "一期工程投产");
            c.data.annotations = notes;
            c.data.annotation_count = 2;
            zt_str said = board_text(c.board, assert_sound(&c, width));
            assert_int_equal(occurrences(said, "一期工程投产"), 1);
            chart_case lit = area_chart(*state, "stacked-area", two);
            for (size_t i = 0; i < n; i++)
                chart_item(&lit, zt_arena_printf(c.board->arena, "%zu年二季度国家级", 2015 + i),
                           (const char *[]){"逾553140万吨", "3"})
                    ->highlight = i == 0;
            said = board_text(lit.board, assert_sound(&lit, width));
            assert_true(occurrences(said, "2015年二季度国家级") >= 1);
            assert_true(occurrences(said, "逾553140") >= 1);
        }
}

static void test_area_checks(void **state)
{
    const char *const heads[] = {"甲", "乙", NULL};
    const char *const values[] = {"3", "-1"};
    chart_case one = area_chart(*state, "area", NULL);
    chart_one(&one, "2020年", "4");
    assert_false(zt_chart_check(&one.data, one.board->diags));
    chart_case two = area_chart(*state, "area", heads);
    chart_item(&two, "2020年", values);
    chart_item(&two, "2021年", values);
    assert_false(zt_chart_check(&two.data, two.board->diags));
    two.data.kind = ZT_STR("stacked-area");
    assert_false(zt_chart_check(&two.data, two.board->diags)); /* a negative layer */
}

#define AREA_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AREA_TEST(test_an_area_is_true_from_zero),
        AREA_TEST(test_layers_stand_on_each_other),
        AREA_TEST(test_a_missing_value_is_a_gap_and_told),
        AREA_TEST(test_standing_of_area_values),
        AREA_TEST(test_negative_and_all_missing_areas),
        AREA_TEST(test_thirty_one_items_of_four_layers),
        AREA_TEST(test_words_wider_than_a_slot),
        AREA_TEST(test_area_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
