/* Dot plots: dots at their values, on one scale from zero, every value printed and none on another.
 */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};
static const char *const three[] = {"2015年", "2020年", "2025年", NULL};
static const char *const four[] = {"甲", "乙", "丙", "丁", NULL};

/* The middle of dot i. */
static double dot_x(const paths *dots, size_t i)
{
    zt_rect box = dots->items[i]->item.box;
    return box.x + box.w / 2;
}

/* The dots of a row go from the least value to the greatest. */
static void test_dots_are_at_their_values(void **state)
{
    const double values[] = {0, 180, 240, 120, 120, 150};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "dot", "秒", 0, three);
        chart_item(&c, "一号线", (const char *[]){"240", "180", "0"});
        chart_item(&c, "二号线", (const char *[]){"120", "120", "150"});
        const zt_group *group = assert_sound(&c, widths[w]);
        paths dots = paths_of(group, "bars");
        assert_int_equal(dots.count, 6);
        double unit = (dot_x(&dots, 2) - dot_x(&dots, 0)) / 240;
        assert_true(unit > 0);
        for (size_t i = 0; i < 6; i++)
            assert_near(dot_x(&dots, i) - dot_x(&dots, 0), unit * values[i], 0.24 * unit);
        /* two of one value stand off each other */
        assert_true(fabs(dots.items[3]->item.box.y - dots.items[4]->item.box.y) > 1);
        assert_all_said(&c, group);
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

static void test_missing_negative_and_standings(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "dot", "%", 0, four);
        chart_item(&c, "甲地", (const char *[]){"-5", "约3", "", "0"});
        chart_status(chart_item(&c, "乙地", (const char *[]){"4", "3", "2", "1"}), 1, ZT_ESTIMATE);
        const zt_group *group = assert_sound(&c, widths[w]);
        zt_str said = board_text(c.board, group);
        assert_all_said(&c, group);
        assert_true(zt_str_holds(said, ZT_STR("丙待补")));
        assert_int_equal(occurrences(said, "估计"), 1);
    }
}

static void test_one_and_thirty_one(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case one = chart_new(*state, "dot", "秒", 0, NULL);
        chart_one(&one, "唯一", "");
        chart_one(&one, "负", "-7");
        assert_all_said(&one, assert_sound(&one, widths[w]));
        chart_case many = chart_new(*state, "dot", "万元", 4, four);
        for (int i = 0; i < 31; i++)
            chart_item(&many, zt_arena_printf(many.board->arena, "成渝地区双城经济圈%d区", i),
                       (const char *[]){"9800000", zt_arena_printf(many.board->arena, "%d.5", i),
                                        "0.01", "9799999.9"});
        assert_all_said(&many, assert_sound(&many, widths[w]));
    }
}

static void test_more_than_four(void **state)
{
    static const char *const five[] = {"1", "2", "3", "4", "5", NULL};
    chart_case c = chart_new(*state, "dot", "秒", 0, five);
    chart_item(&c, "甲", five);
    size_t mark = zt_diags_mark(c.board->diags);
    assert_false(zt_chart_check(&c.data, c.board->diags));
    assert_string_equal(zt_diags_at(c.board->diags, mark)->code, "too-many-series");
    zt_diags_rewind(c.board->diags, mark);
}

#define DOT_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        DOT_TEST(test_dots_are_at_their_values),
        DOT_TEST(test_missing_negative_and_standings),
        DOT_TEST(test_one_and_thirty_one),
        DOT_TEST(test_more_than_four),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
