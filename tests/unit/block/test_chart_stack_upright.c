/* Columns of parts over times: true lengths from zero, one on the other, nothing lost unsaid. */
#include "chart_ask.h"

#include "model/chart_time_imp.h"

static const double widths[] = {46, 97, 156};
static const char *const three[] = {"第三产业", "第二产业", "第一产业", NULL};

static void read_time(chart_case *c)
{
    zt_doc doc = {0};
    assert_int_equal(zt_chart_time_read(c->board->arena, &doc, &c->data), ZT_TIME_RISES);
}

/* The plot has no bars of its own for the swatches of a legend, so that the layer is the columns.
 */
static void test_lengths_are_true(void **state)
{
    const double values[] = {78, 71, 31, 127, 94, 35, 164, 117, 40};
    for (size_t w = 1; w < 3; w++) {
        chart_case c = chart_new(*state, "stacked", "亿元", 8, three);
        for (int i = 0; i < 3; i++)
            chart_item(&c, zt_arena_printf(c.board->arena, "%d年", 2015 + 3 * i),
                       (const char *[]){zt_arena_printf(c.board->arena, "%g", values[3 * i]),
                                        zt_arena_printf(c.board->arena, "%g", values[3 * i + 1]),
                                        zt_arena_printf(c.board->arena, "%g", values[3 * i + 2])});
        read_time(&c);
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 9);
        double unit = bars.items[0]->item.box.h / values[0];
        for (size_t i = 0; i < 9; i++) {
            zt_rect box = bars.items[i]->item.box;
            assert_near(box.h, unit * values[i], 0.001 * unit * values[i]);
            if (i % 3 > 0) /* on the part before */
                assert_near(zt_rect_foot(box), bars.items[i - 1]->item.box.y, 0.001);
            else
                assert_near(zt_rect_foot(box), zt_rect_foot(bars.items[0]->item.box), 0.001);
        }
        assert_all_said(&c, group);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "256"), 1); /* a sum, said to be one */
        assert_int_equal(occurrences(said, "合计（推算）"), 1);
        for (size_t s = 0; three[s]; s++)
            assert_int_equal(occurrences(said, three[s]), 1);
    }
}

/* In narrow places a few bars lie, so that no value is lost. */
static void test_few_lie_where_it_is_narrow(void **state)
{
    chart_case c = chart_new(*state, "stacked100", "%", 0, three);
    chart_item(&c, "2015年", (const char *[]){"50", "42", "8"});
    chart_item(&c, "2020年", (const char *[]){"53", "40", "7"});
    read_time(&c);
    const zt_group *group = assert_sound_by(&c, 46, ASK_BY_INK);
    paths bars = paths_of(group, "bars");
    assert_near(bars.items[0]->item.box.h, bars.items[1]->item.box.h, 0.001);
    assert_all_said(&c, group);
}

static void test_hundreds_are_of_one_height(void **state)
{
    chart_case c = chart_new(*state, "stacked100", "家", 0, three);
    chart_item(&c, "2015年", (const char *[]){"50", "40", "10"});
    chart_item(&c, "2020年", (const char *[]){"300", "50", "50"});
    read_time(&c);
    const zt_group *group = assert_sound_by(&c, 97, ASK_BY_INK);
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, 6);
    assert_near(bars.items[2]->item.box.y, bars.items[5]->item.box.y, 0.001);
    assert_near(bars.items[3]->item.box.h / bars.items[0]->item.box.h, 1.5, 0.0015);
}

static void test_below_zero_and_missing(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "stacked", "亿元", 8, three);
        chart_item(&c, "2015年", (const char *[]){"50", "-40", "10"});
        chart_item(&c, "2016年", (const char *[]){"", "20", "0"});
        chart_status(chart_item(&c, "2017年", (const char *[]){"50", "20", "-30"}), 0, ZT_ESTIMATE);
        read_time(&c);
        zt_str said = board_text(c.board, assert_sound_by(&c, widths[w], ASK_BY_INK));
        assert_true(occurrences(said, "待补") >= 1);
        assert_true(occurrences(said, "估计") >= 1);
    }
}

/* What has no room in its segment is read off an axis, and that is reported. */
static void test_many_are_read_off_an_axis(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "stacked", "亿元", 8, three);
        for (int i = 0; i < 31; i++)
            chart_item(
                &c, zt_arena_printf(c.board->arena, "%d年", 1990 + i),
                (const char *[]){"9800000", zt_arena_printf(c.board->arena, "%d", i), "0.01"});
        read_time(&c);
        size_t mark = zt_diags_mark(c.board->diags);
        assert_sound_by(&c, widths[w], ASK_BY_INK);
        assert_string_equal(zt_diags_at(c.board->diags, mark)->code, "values-unprinted");
        zt_diags_rewind(c.board->diags, mark);
    }
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_lengths_are_true),           ON_BOARD(test_few_lie_where_it_is_narrow),
        ON_BOARD(test_hundreds_are_of_one_height), ON_BOARD(test_below_zero_and_missing),
        ON_BOARD(test_many_are_read_off_an_axis),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
