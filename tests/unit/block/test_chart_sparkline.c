/* Sparklines: points at true times and in proportion between lowest and highest, gaps, what is
   printed and what the note says. */
#include "chart_ask.h"

#include "model/chart_time_imp.h"

static const double widths[] = {46, 97, 156};
static const char *const two[] = {"江北机场", "双流机场", NULL};

static void read_time(chart_case *c)
{
    zt_doc doc = {0};
    assert_int_equal(zt_chart_time_read(c->board->arena, &doc, &c->data), ZT_TIME_RISES);
}

static void test_points_are_true(void **state)
{
    const char *const keys[] = {"2022-01", "2022-02", "2022-05", "2022-06"};
    const char *const values[] = {"310", "365", "96", "215"};
    const double number[] = {310, 365, 96, 215};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "sparkline", "万人次", 4, NULL);
        for (int i = 0; i < 4; i++)
            chart_one(&c, keys[i], values[i]);
        read_time(&c);
        const zt_group *group = assert_sound(&c, widths[w]);
        const zt_path *line = paths_of(group, "lines").items[0];
        const double *at = c.data.time->at;
        assert_int_equal(line->seg_count, 4);
        zt_point first = line->segs[0].p[0], high = line->segs[1].p[0], low = line->segs[2].p[0];
        for (size_t i = 0; i < 4; i++) {
            zt_point p = line->segs[i].p[0];
            assert_near((p.x - first.x) / (line->segs[3].p[0].x - first.x),
                        (at[i] - at[0]) / (at[3] - at[0]), 0.001);
            assert_near((low.y - p.y) / (low.y - high.y), (number[i] - 96) / (365 - 96), 0.001);
        }
        assert_true(low.y - high.y >= ZT_MM(3) - 0.001 && low.y - high.y <= ZT_MM(8) + 0.001);
        zt_str said = board_text(c.board, group);
        for (size_t i = 1; i < 4; i++)
            assert_int_equal(occurrences(said, values[i]), 1);
        assert_int_equal(occurrences(said, "310"), 0);
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

static void test_gaps_equal_and_standings(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "sparkline", "元", 0, two);
        chart_item(&c, "2019年", (const char *[]){"-4", "9"});
        chart_item(&c, "2020年", (const char *[]){"", "9"});
        chart_status(chart_item(&c, "2021年", (const char *[]){"约3", "9"}), 0, ZT_ESTIMATE);
        read_time(&c);
        zt_str said = board_text(c.board, assert_sound(&c, widths[w]));
        assert_true(zt_str_holds(said, ZT_STR("待补：江北机场2020年")));
        assert_int_equal(occurrences(said, "估计"), 1);
        assert_int_equal(occurrences(said, "9"), 2); /* of a level line once, and in 2019 */
        assert_int_equal(occurrences(said, "尺度不同"), 1);
    }
}

static void test_none_and_thirty_one(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case none = chart_new(*state, "sparkline", "元", 0, NULL);
        chart_one(&none, "2019年", "");
        chart_one(&none, "2020年", "");
        read_time(&none);
        zt_str said = board_text(none.board, assert_sound(&none, widths[w]));
        assert_true(occurrences(said, "待补") >= 1);
        chart_case many = chart_new(*state, "sparkline", "元", 0, two);
        for (int i = 0; i < 31; i++)
            chart_item(&many, zt_arena_printf(many.board->arena, "%d年", 1990 + i),
                       (const char *[]){zt_arena_printf(many.board->arena, "%d", i * 37 % 31),
                                        zt_arena_printf(many.board->arena, "%d.01", 9800000 - i)});
        read_time(&many);
        assert_sound(&many, widths[w]);
    }
}

/* Values that are wider than a line beside the last one stand over and under it all the same: the
   last value then stands over the line, which has the whole width. */
static void test_values_wider_than_their_line(void **state)
{
    static const char *const forms[] = {"%d667120万人次", "逾%d383010.0公里", "-%d30770.0万人次"};
    for (size_t f = 0; f < 3; f++)
        for (int highest = 0; highest < 6; highest++)
            for (double width = 46; width < 60; width += 3) {
                chart_case c = chart_new(*state, "sparkline", "", 0, highest % 2 ? two : NULL);
                zt_arena *arena = c.board->arena;
                for (int i = 0; i < 6; i++) {
                    const char *value =
                        zt_arena_printf(arena, forms[f], i == highest ? 9 : 1 + i % 5);
                    chart_item(&c, zt_arena_printf(arena, "%d年", 2001 + i),
                               (const char *[]){value, value});
                }
                read_time(&c);
                assert_sound_by(&c, width, ASK_BY_INK);
            }
}

static void test_one_makes_no_line(void **state)
{
    chart_case c = chart_new(*state, "sparkline", "元", 0, NULL);
    chart_one(&c, "2020年", "5");
    assert_false(zt_chart_check(&c.data, c.board->diags));
}

#define SPARK_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SPARK_TEST(test_points_are_true),     SPARK_TEST(test_gaps_equal_and_standings),
        SPARK_TEST(test_none_and_thirty_one), SPARK_TEST(test_values_wider_than_their_line),
        SPARK_TEST(test_one_makes_no_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
