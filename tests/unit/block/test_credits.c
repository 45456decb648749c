/* Sources and credits: one line, wrapped when it is narrow, stacked; never over one another. */
#include "board.h"

#include "block/heads/credits.h"

extern const zt_block_kind zt_block_kind_credits;

static const zt_credit items[] = {{"source", ZT_STR("市发展改革委"), ZT_NOWHERE},
                                  {"source", ZT_STR("市统计局"), ZT_NOWHERE},
                                  {"compiled", ZT_STR("申晓佳"), ZT_NOWHERE},
                                  {"art", ZT_STR("丁龙"), ZT_NOWHERE}};
static const zt_credits credits = {items, 4};

static board *opened(void **state, const char *variant)
{
    board *b = *state;
    b->theme.credit_source = "资料来源：{}";
    b->theme.credit_compiled = "资料整理：记者 {}";
    b->theme.credit_art = "制图/{}";
    board_use(b, &zt_block_kind_credits, variant, &credits);
    return b;
}

static void expect_apart(const board_parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        zt_rect a = board_ink(&parts->items[i]);
        for (size_t k = i + 1; k < parts->count; k++) {
            zt_rect o = board_ink(&parts->items[k]);
            assert_true(zt_rect_right(a) <= o.x || zt_rect_right(o) <= a.x ||
                        zt_rect_foot(a) <= o.y || zt_rect_foot(o) <= a.y);
        }
    }
}

static void test_source_left_credits_right_on_one_line(void **state)
{
    board *b = opened(state, "line");
    double width = 600;
    zt_group *group = board_natural(b, width);
    board_parts parts = board_find(group, "credit");
    assert_int_equal(parts.count, 3);
    assert_near(parts.items[0].box.x, 0, 0.01);
    assert_near(zt_rect_right(parts.items[2].box), width, 0.01);
    assert_near(parts.items[0].box.y, parts.items[2].box.y, 0.01);
    assert_near(parts.items[2].box.x - zt_rect_right(parts.items[1].box), 1.5 * 7.5, 0.01);
    assert_true(zt_str_is(board_text(b, parts.items[0].group), "资料来源：市发展改革委、市统计局"));
    assert_true(zt_str_is(board_text(b, parts.items[2].group), "制图/丁龙"));
    assert_int_equal(board_find(group, "rule").count, 1);
}

static void test_narrow_credits_wrap_and_never_overlap(void **state)
{
    board *b = opened(state, "line");
    for (double width = 60; width <= 420; width += 7) {
        zt_extent extent = board_measure(b, width);
        zt_group *group = board_place(b, width, extent.height);
        board_parts parts = board_find(group, "credit");
        assert_int_equal(parts.count, 3);
        expect_apart(&parts);
        board_inside(group, width, extent.height);
    }
}

static void test_stack_is_flush_right_at_the_foot(void **state)
{
    board *b = opened(state, "stack");
    double width = 180, height = 100;
    zt_group *group = board_place(b, width, height);
    board_parts parts = board_find(group, "credit");
    assert_int_equal(parts.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_near(zt_rect_right(board_ink(&parts.items[i])), width, 0.1 * 7.5);
        if (i > 0)
            assert_near(parts.items[i].box.y - parts.items[i - 1].box.y, 1.5 * 7.5, 0.01);
    }
    assert_near(zt_rect_foot(parts.items[2].box), height, 0.01);
    assert_int_equal(board_find(group, "rule").count, 0);
}

static void test_an_unknown_form_prints_the_name_alone(void **state)
{
    board *b = opened(state, "line");
    b->theme.credit_art = NULL;
    zt_group *group = board_natural(b, 600);
    board_parts parts = board_find(group, "credit");
    assert_true(zt_str_is(board_text(b, parts.items[2].group), "丁龙"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_source_left_credits_right_on_one_line, board_open,
                                        board_close),
        cmocka_unit_test_setup_teardown(test_narrow_credits_wrap_and_never_overlap, board_open,
                                        board_close),
        cmocka_unit_test_setup_teardown(test_stack_is_flush_right_at_the_foot, board_open,
                                        board_close),
        cmocka_unit_test_setup_teardown(test_an_unknown_form_prints_the_name_alone, board_open,
                                        board_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
