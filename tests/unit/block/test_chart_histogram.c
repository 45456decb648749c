/* Histograms: every observation in its class, heights or areas in proportion, classes as written.
 */
#include "chart_ask.h"

#include "chart/histogram_imp.h"

static const double widths[] = {46, 52, 97, 107, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static chart_case histogram(board *b, const char *unit)
{
    return chart_new(b, "histogram", unit, 0, NULL);
}

/* 1 1 2 2 2 3 7: six classes at most, so of width 2: 2, 4, 0, 1. */
static void test_observations_are_counted(void **state)
{
    static const char *const values[] = {"2", "1", "7", "3", "2", "1", "2"};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = histogram(*state, "个");
        for (int i = 0; i < 7; i++)
            chart_one(&c, zt_arena_printf(c.board->arena, "地%d", i), values[i]);
        c.data.items[2].highlight = true;
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        double sum = 0, least = 1e9;
        for (size_t i = 0; i < bars.count; i++) {
            sum += bars.items[i]->item.box.h;
            least = zt_min(least, bars.items[i]->item.box.h);
        }
        assert_near(sum / least, 7, 0.007);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "n=7"), 1);
        assert_int_equal(occurrences(said, "地2"), 1); /* lit and greatest, once */
        assert_int_equal(occurrences(said, "中位数"), 2);
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

/* Areas of 0—14, 15—59, 60 and over carry the values, whose widths are 15, 45 and 45. */
static void test_given_classes_by_area(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = histogram(*state, "万人");
        chart_one(&c, "0—14岁", "410");
        chart_one(&c, "15—59岁", "1970");
        chart_one(&c, "60岁以上", "701");
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 3);
        double area[3];
        for (size_t i = 0; i < 3; i++)
            area[i] = bars.items[i]->item.box.w * bars.items[i]->item.box.h;
        assert_near(area[1] / area[0], 1970.0 / 410, 0.005);
        assert_near(area[2] / area[0], 701.0 / 410, 0.002);
        assert_near(bars.items[1]->item.box.w / bars.items[0]->item.box.w, 3, 0.003);
        assert_int_equal(occurrences(board_text(c.board, group), "以面积表示"), 1);
        assert_int_equal(occurrences(board_text(c.board, group), "1970"), 1);
    }
}

static void test_what_names_a_class(void **state)
{
    static const char *const lists[][3] = {
        {"0—14岁", "15—59岁", "60岁以上"},    {"18岁以下", "18～35岁", "36岁及以上"},
        {"0-5万元", "5-10万元", "10-20万元"}, {"甲", "乙", "丙"},
        {"0—14岁", "20—59岁", "60岁以上"},    {"2020", "2021", "2022"},
        {"60岁以上", "0—14岁", "15—59岁"}};
    static const double ends[] = {105, 54, 20};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
        chart_case c = histogram(*state, "人");
        double limits[4];
        bool open;
        for (int i = 0; i < 3; i++)
            chart_one(&c, lists[k][i], "1");
        assert_int_equal(zt_histogram_limits(&c.data, limits, &open), k < 3);
        if (k < 3)
            assert_near(limits[3], ends[k], 1e-9);
    }
}

static void test_hard_sets(void **state)
{
    board *b = *state;
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case far = histogram(b, "元");
        static const char *const values[] = {"0.01", "9800000", "-2000", "0", "", "约77"};
        for (int i = 0; i < 6; i++)
            chart_one(&far, zt_arena_printf(b->arena, "国家级经济技术开发区%d", i), values[i]);
        chart_status(chart_one(&far, "估", "80"), 0, ZT_ESTIMATE);
        zt_str said = board_text(b, assert_sound(&far, widths[w]));
        assert_int_equal(occurrences(said, "待补"), 1);
        assert_int_equal(occurrences(said, "估计"), 1);
        chart_case equal = histogram(b, "");
        for (int i = 0; i < 31; i++)
            chart_one(&equal, zt_arena_printf(b->arena, "项%d", i), "5");
        assert_sound(&equal, widths[w]);
        chart_case one = histogram(b, "");
        chart_one(&one, "唯一", "7");
        assert_sound(&one, widths[w]);
        chart_case none = histogram(b, "");
        chart_one(&none, "甲", "");
        assert_sound(&none, widths[w]);
        chart_case many = histogram(b, "万人");
        for (int i = 0; i < 31; i++)
            chart_one(&many, zt_arena_printf(b->arena, "%d—%d岁", 3 * i, 3 * i + 2),
                      zt_arena_printf(b->arena, "%d.%d", 1000 - 31 * i, i % 10));
        assert_sound(&many, widths[w]);
    }
}

/* The heights of all columns of a panel together, and the width of one. */
static double heights_of(const zt_group *panel, double *width)
{
    paths bars = {.count = 0};
    zt_visitor visitor = {.self = &bars, .enter = collect_paths};
    zt_scene_walk(panel, &visitor);
    double sum = 0;
    for (size_t i = 0; i < bars.count; i++)
        sum += bars.items[i]->item.box.h;
    *width = bars.items[0]->item.box.w;
    return sum;
}

/* Observations in so many groups, the first of 8, each further one of two more. */
static chart_case groups(board *b, size_t series)
{
    static const char *const heads[] = {"成渝地区双城经济圈", "乙", "Los Angeles", "5G"};
    const char *some[5] = {NULL};
    for (size_t s = 0; s < series; s++)
        some[s] = heads[s];
    chart_case c = chart_new(b, "histogram", "万人次", 0, some);
    for (size_t s = 0; s < series; s++)
        for (size_t i = 0; i < 8 + 2 * s; i++) {
            const char *values[4] = {NULL};
            values[s] = zt_arena_printf(b->arena, "%zu.%zu", i * i % 29 * 13, (i + s) % 10);
            chart_item(&c, zt_arena_printf(b->arena, "地%zu-%zu", s, i), values)->at.line =
                (int)(100 * s + i);
        }
    return c;
}

/* Several groups are a panel each: equal counts have equal heights in all of them and classes one
   width, so that the heights of a panel add up to its observations. */
static void test_several_groups(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++)
        for (size_t series = 2; series <= 4; series++) {
            chart_case c = groups(*state, series);
            const zt_group *group = assert_sound(&c, widths[w]);
            board_parts bars = board_find(group, "bars");
            assert_int_equal(bars.count, series);
            double first, one = heights_of(bars.items[0].group, &first) / 8;
            for (size_t s = 0; s < series; s++) {
                double width, sum = heights_of(bars.items[s].group, &width);
                assert_near(sum / (double)(8 + 2 * s), one, one / 1000);
                assert_near(width, first, first / 1000);
            }
            zt_str said = board_text(c.board, group);
            for (size_t s = 0; s < series; s++)
                assert_true(zt_str_holds(said, c.data.series[s]));
            assert_int_equal(occurrences(said, "各图同一标尺"), 1);
            assert_true(zt_chart_check(&c.data, c.board->diags));
        }
}

/* Each on a scale of its own where that is asked for, which is said. */
static void test_groups_of_own_scales(void **state)
{
    chart_case c = chart_new(*state, "histogram", "人", 0, (const char *[]){"散", "聚", NULL});
    for (int i = 0; i < 8; i++) {
        const char *spread = zt_arena_printf(c.board->arena, "%d", 10 * i);
        chart_item(&c, zt_arena_printf(c.board->arena, "甲%d", i),
                   (const char *[]){spread, i < 7 ? "40" : "10"});
    }
    c.data.own_scales = true;
    const zt_group *group = assert_sound(&c, 350);
    board_parts bars = board_find(group, "bars");
    double width, first = heights_of(bars.items[0].group, &width);
    assert_true(heights_of(bars.items[1].group, &width) < first / 2);
    assert_int_equal(occurrences(board_text(c.board, group), "各图标尺不同"), 1);
}

static void test_negative_counts_are_refused(void **state)
{
    chart_case c = histogram(*state, "人");
    chart_one(&c, "0—14岁", "7");
    chart_one(&c, "15—59岁", "-1");
    assert_false(zt_chart_check(&c.data, c.board->diags));
}

#define HISTOGRAM_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HISTOGRAM_TEST(test_observations_are_counted),
        HISTOGRAM_TEST(test_given_classes_by_area),
        HISTOGRAM_TEST(test_what_names_a_class),
        HISTOGRAM_TEST(test_hard_sets),
        HISTOGRAM_TEST(test_several_groups),
        HISTOGRAM_TEST(test_groups_of_own_scales),
        HISTOGRAM_TEST(test_negative_counts_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
