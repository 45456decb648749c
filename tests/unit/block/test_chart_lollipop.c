/* Lollipops: true lengths from zero to the middle of the dot, nothing lost, at three widths. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};
enum { WIDTHS = 3 };

static chart_case lollipops(board *b)
{
    return chart_new(b, "lollipop", "%", 0, NULL);
}

/* Lengths of the stalks, in order: straight pieces of two points. */
static size_t stalks_of(const zt_group *group, double *lengths, bool *dashed)
{
    paths bars = paths_of(group, "bars");
    size_t count = 0;
    for (size_t k = 0; k < bars.count; k++) {
        const zt_path *path = bars.items[k];
        if (path->seg_count != 2)
            continue;
        lengths[count] = path->segs[1].p[0].x - path->segs[0].p[0].x;
        dashed[count++] = path->dash[0] > 0;
    }
    return count;
}

static void test_lengths_are_true(void **state)
{
    static const double values[] = {89.3, 0, -12.5, 0.4};
    for (size_t i = 0; i < WIDTHS; i++) {
        chart_case c = lollipops(*state);
        chart_one(&c, "上海", "89.3");
        chart_one(&c, "广东", "0");
        chart_one(&c, "重庆", "−12.5");
        chart_one(&c, "湖北", "0.4");
        const zt_group *group = assert_sound(&c, widths[i]);
        assert_all_said(&c, group);
        double lengths[PATHS];
        bool dashed[PATHS];
        assert_int_equal(stalks_of(group, lengths, dashed), 4);
        double unit = lengths[0] / values[0];
        assert_true(unit > 0);
        for (size_t k = 0; k < 4; k++)
            assert_near(lengths[k], values[k] * unit, 89.3 * unit / 1000);
    }
}

/* The middle of the dot is the value. */
static void test_the_dot_lies_on_the_value(void **state)
{
    chart_case c = lollipops(*state);
    chart_one(&c, "上海", "89.3");
    paths bars = paths_of(assert_sound(&c, 97), "bars");
    assert_int_equal(bars.count, 2);
    zt_rect dot = bars.items[1]->item.box;
    assert_near(dot.x + dot.w / 2, bars.items[0]->segs[1].p[0].x, 0.01);
}

/* What is not certain is dashed and open; what is missing has neither stalk nor dot. */
static void test_standing_is_seen(void **state)
{
    for (size_t i = 0; i < WIDTHS; i++) {
        chart_case c = lollipops(*state);
        chart_one(&c, "上海", "89.3");
        chart_status(chart_one(&c, "广东", "74.6"), 0, ZT_ESTIMATE);
        chart_status(chart_one(&c, "重庆", "70.3"), 0, ZT_FORECAST);
        chart_one(&c, "湖北", "");
        const zt_group *group = assert_sound(&c, widths[i]);
        assert_all_said(&c, group);
        double lengths[PATHS];
        bool dashed[PATHS];
        assert_int_equal(stalks_of(group, lengths, dashed), 3);
        assert_false(dashed[0]);
        assert_true(dashed[1] && dashed[2]);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
        assert_int_equal(occurrences(board_text(c.board, group), "预测"), 1);
    }
}

static void test_many_and_long_names(void **state)
{
    static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚"};
    static const char *const branches[] = {"子", "丑", "寅", "卯", "辰"};
    for (size_t i = 0; i < WIDTHS; i++) {
        chart_case c = lollipops(*state);
        for (size_t k = 0; k < 31; k++)
            chart_one(&c,
                      zt_arena_printf(c.board->arena, "双城经济圈%s%s枢纽片区", stems[k % 7],
                                      branches[k % 5]),
                      zt_arena_printf(c.board->arena, "%zu.%zu", (k * 37) % 97, k % 10));
        assert_all_said(&c, assert_sound_by(&c, widths[i], ASK_BY_INK));
    }
}

static void test_one_series_is_drawn(void **state)
{
    static const char *const two[] = {"2021年", "2022年", NULL};
    chart_case c = chart_new(*state, "lollipop", "%", 0, two);
    chart_item(&c, "上海", (const char *const[]){"1", "2"});
    assert_false(zt_chart_check(&c.data, c.board->diags));
    assert_string_equal(zt_diags_at(c.board->diags, 0)->code, "too-many-series");
}

#define LOLLIPOP_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LOLLIPOP_TEST(test_lengths_are_true),    LOLLIPOP_TEST(test_the_dot_lies_on_the_value),
        LOLLIPOP_TEST(test_standing_is_seen),    LOLLIPOP_TEST(test_many_and_long_names),
        LOLLIPOP_TEST(test_one_series_is_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
