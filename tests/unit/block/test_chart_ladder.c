/* Places without values: equal cells, the place lit, nothing that could be read as a length. */
#include "chart_ask.h"

static chart_case ladder_chart(board *b)
{
    return chart_new(b, "ladder", "", 0, NULL);
}

static zt_chart_item *place(chart_case *c, const char *key, const char *phrase)
{
    zt_chart_item *item = chart_one(c, key, NULL);
    zt_quantity *q = ZT_NEW(c->board->arena, zt_quantity);
    assert_true(zt_quantity_parse(c->board->arena, c->board->diags, ZT_Q_RANK, zt_str_from(phrase),
                                  NULL, q));
    q->has_number = true;
    item->rank = q;
    return item;
}

static void assert_ranks_said(chart_case *c, const zt_group *group)
{
    zt_str said = board_text(c->board, group);
    for (size_t i = 0; i < c->data.item_count; i++) {
        zt_str rank = c->data.items[i].rank->text;
        assert_true(occurrences(said, zt_arena_copy(c->board->arena, rank.data, rank.len)) > 0);
    }
}

/* How many cells are painted in the ink. */
static size_t painted(const zt_group *group, const char *ink)
{
    paths cells = paths_of(group, "cells");
    size_t count = 0;
    for (size_t i = 0; i < cells.count; i++)
        count += strcmp(cells.items[i]->fill.ink->name, ink) == 0;
    return count;
}

static void test_two_places_share_a_strip_and_ten_light_their_own(void **state)
{
    chart_case c = ladder_chart(*state);
    place(&c, "重庆江北机场旅客吞吐量", "第二");
    place(&c, "成都双流机场旅客吞吐量", "第三");
    place(&c, "江北、双流两场货邮量", "前十");
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    paths cells = paths_of(group, "cells");
    assert_int_equal(cells.count, 20);
    for (size_t i = 1; i < 20; i++)
        assert_near(cells.items[i]->item.box.w, cells.items[0]->item.box.w, 1e-6);
    assert_int_equal(painted(group, "accent"), 2);
    assert_int_equal(painted(group, "companion-light"), 10);
    assert_ranks_said(&c, group);
    zt_str said = board_text(c.board, group);
    assert_int_equal(occurrences(said, "10"), 2);
    assert_int_equal(occurrences(said, "7"), 2);
}

static void test_a_highlight_takes_the_accent_alone(void **state)
{
    chart_case c = ladder_chart(*state);
    place(&c, "甲", "第1")->highlight = true;
    place(&c, "乙", "第4");
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    assert_int_equal(painted(group, "accent"), 1);
    assert_int_equal(painted(group, "companion"), 1);
}

static void test_a_place_beyond_the_cells_is_told_after_a_gap(void **state)
{
    chart_case c = ladder_chart(*state);
    place(&c, "甲", "第27");
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    assert_int_equal(paths_of(group, "cells").count, 9);
    zt_str said = board_text(c.board, group);
    assert_int_equal(occurrences(said, "…"), 1);
    assert_int_equal(occurrences(said, "27"), 2); /* the place and its cell */
    assert_int_equal(painted(group, "accent"), 1);
}

static void test_ladder_in_narrow_columns(void **state)
{
    const double widths[] = {30, 38, 52, 93, 154};
    for (size_t w = 0; w < 5; w++) {
        chart_case c = ladder_chart(*state);
        place(&c, "成渝地区双城经济圈核心区", "第二");
        place(&c, "万达开川渝统筹发展示范区", "第十");
        place(&c, "短", "前十");
        place(&c, "并列", "第二");
        place(&c, "再并列", "第二");
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        assert_ranks_said(&c, group);
    }
}

static void test_ladder_of_thirteen_and_of_forty(void **state)
{
    for (int count = 1; count <= 40; count = count == 1 ? 13 : count + 27) {
        chart_case c = ladder_chart(*state);
        for (int i = 0; i < count; i++)
            place(&c, zt_arena_printf(c.board->arena, "第%d项", i + 1),
                  count == 13 ? "第七" : zt_arena_printf(c.board->arena, "第%d", i + 1));
        assert_ranks_said(&c, assert_sound_by(&c, 154, ASK_BY_INK));
    }
}

static void test_ladder_of_missing_places(void **state)
{
    chart_case c = ladder_chart(*state);
    for (int i = 0; i < 3; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "甲%d", i), "");
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    assert_int_equal(painted(group, "accent"), 0);
    assert_int_equal(occurrences(board_text(c.board, group), "待补"), 3);
}

static void test_ladder_checks(void **state)
{
    chart_case c = ladder_chart(*state);
    place(&c, "甲", "第1");
    assert_true(zt_chart_check(&c.data, c.board->diags));
    chart_one(&c, "乙", "300");
    assert_false(zt_chart_check(&c.data, c.board->diags));
}

#define LADDER_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LADDER_TEST(test_two_places_share_a_strip_and_ten_light_their_own),
        LADDER_TEST(test_a_highlight_takes_the_accent_alone),
        LADDER_TEST(test_a_place_beyond_the_cells_is_told_after_a_gap),
        LADDER_TEST(test_ladder_in_narrow_columns),
        LADDER_TEST(test_ladder_of_thirteen_and_of_forty),
        LADDER_TEST(test_ladder_of_missing_places),
        LADDER_TEST(test_ladder_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
