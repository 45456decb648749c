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

/* A histogram counts one group; the kinds that are offered for several draw the same data at any
   width. */
static void test_several_groups(void **state)
{
    static const char *const kinds[] = {"box", "strip-plot"};
    static const char *const heads[] = {"成渝地区双城经济圈", "乙", "Los Angeles", "5G"};
    for (size_t w = 0; w < WIDTHS; w++)
        for (size_t k = 0; k < 2; k++)
            for (size_t series = 2; series <= 4; series++) {
                const char *some[5] = {NULL};
                for (size_t s = 0; s < series; s++)
                    some[s] = heads[s];
                chart_case c = chart_new(*state, "histogram", "万人次", 0, some);
                for (size_t i = 0; i < 31; i++) {
                    const char *values[4] = {NULL};
                    values[i % series] =
                        zt_arena_printf(c.board->arena, "%zu.%zu", i * i % 29 * 1013, i % 10);
                    chart_item(&c, zt_arena_printf(c.board->arena, "地%zu", i), values);
                }
                assert_check_refuses(&c, "too-many-series");
                c.data.kind = zt_str_from(kinds[k]);
                zt_str said = board_text(c.board, assert_sound(&c, widths[w]));
                for (size_t s = 0; s < series; s++)
                    assert_true(occurrences(said, heads[s]) >= 1);
                assert_true(zt_chart_check(&c.data, c.board->diags));
            }
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
        HISTOGRAM_TEST(test_negative_counts_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
