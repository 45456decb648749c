/* The hint box: label beside or above, one paragraph a column or lines that flow. */
#include "board.h"

extern const zt_block_kind zt_block_kind_hint;

static const char *const words[] = {
    "习近平总书记在中央财经委员会第六次会议上作出重大决策部署，推动成渝地区双城经济圈建设，强化"
    "两市中心城市带动作用。",
    "中共中央、国务院印发规划纲要，提出到2025年两市发展能级显著提升，到2035年进入现代化国际都市"
    "行列。",
    "川渝党政联席会议第四次会议要求进一步做强“双核”；重庆、成都签订建强都市圈战略合作协议及5个子"
    "协议。",
    "川渝蓉三方把共建任务列成清单、化为事项。",
};

static board *opened(void **state, zt_hint *hint, size_t paras, int columns)
{
    board *b = *state;
    *hint = (zt_hint){.head = ZT_STR("核心提示"), .count = paras};
    hint->paras = ZT_ARRAY(b->arena, paras, zt_rich);
    for (size_t i = 0; i < paras; i++)
        hint->paras[i] = board_rich(b, words[i]);
    board_use(b, &zt_block_kind_hint, NULL, hint);
    b->place.columns = columns;
    b->place.gutter = (zt_gap){zt_pt_from_mm(4.5), zt_pt_from_mm(4.5)};
    return b;
}

static void test_one_paragraph_a_column_of_whole_characters(void **state)
{
    zt_hint hint;
    board *b = opened(state, &hint, 4, 4);
    double width = zt_pt_from_mm(244);
    zt_extent extent = board_measure(b, width);
    zt_group *group = board_place(b, width, extent.height);
    board_parts texts = board_find(group, "text");
    assert_int_equal(texts.count, 4);
    for (size_t i = 0; i < 4; i++) {
        double characters = texts.items[i].box.w / 9;
        assert_near(characters, round(characters), 1e-6);
        assert_near(texts.items[i].box.y, texts.items[0].box.y, 1e-6);
        assert_true(zt_str_is(board_text(b, texts.items[i].group), words[i]));
    }
    assert_near(zt_rect_right(texts.items[3].box), width, 0.01);
    assert_near(texts.items[0].box.w / 9, 16, 1e-6); /* as on the tall board */
    board_inside(group, width, extent.height);
}

static void test_label_stands_beside_in_two_lines(void **state)
{
    zt_hint hint;
    board *b = opened(state, &hint, 4, 4);
    zt_group *group = board_natural(b, zt_pt_from_mm(244));
    board_parts head = board_find(group, "head"), texts = board_find(group, "text");
    assert_int_equal(head.count, 1);
    zt_rect ink = board_ink(&head.items[0]);
    assert_true(ink.w > 1.7 * 22 && ink.w < 2 * 22);
    assert_true(ink.h > 22 + 20);
    assert_true(zt_rect_right(ink) < texts.items[0].box.x);
    assert_int_equal(head.items[0].group->role, ZT_ROLE_H2);
}

static void test_label_goes_above_a_narrow_text(void **state)
{
    zt_hint hint;
    board *b = opened(state, &hint, 4, 1);
    double width = 150;
    zt_extent extent = board_measure(b, width);
    zt_group *group = board_place(b, width, extent.height);
    zt_rect ink = board_ink(&board_find(group, "head").items[0]);
    board_parts texts = board_find(group, "text");
    assert_true(ink.w > 3.5 * 22);
    for (size_t i = 0; i < texts.count; i++)
        assert_true(board_ink(&texts.items[i]).y > zt_rect_foot(ink));
    board_inside(group, width, extent.height);
}

static void test_lines_flow_evenly_and_none_is_lost(void **state)
{
    for (int columns = 1; columns <= 3; columns++) {
        zt_hint hint;
        board *b = opened(state, &hint, 4, columns);
        double width = 560;
        zt_extent extent = board_measure(b, width);
        zt_group *group = board_place(b, width, extent.height);
        zt_buf all;
        zt_buf_init(&all, b->arena);
        for (size_t i = 0; i < 4; i++)
            zt_buf_puts(&all, words[i]);
        zt_buf got;
        zt_buf_init(&got, b->arena);
        board_parts texts = board_find(group, "text");
        for (size_t i = 0; i < texts.count; i++)
            zt_buf_str(&got, board_text(b, texts.items[i].group));
        assert_true(zt_str_equal(zt_buf_view(&all), zt_buf_view(&got)));
        board_inside(group, width, extent.height);
    }
}

static void test_spare_height_opens_the_leading(void **state)
{
    zt_hint hint;
    board *b = opened(state, &hint, 4, 4);
    zt_extent extent = board_measure(b, 690);
    assert_true(extent.ceiling > extent.height);
    for (int i = 0; i <= 4; i++) {
        double height = extent.height + (extent.ceiling - extent.height) * i / 4;
        zt_group *group = board_place(b, 690, height);
        board_parts texts = board_find(group, "text");
        double foot = 0;
        for (size_t k = 0; k < texts.count; k++)
            foot = zt_max(foot, zt_rect_foot(texts.items[k].box));
        assert_near(foot, height, 0.01);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_one_paragraph_a_column_of_whole_characters),
        CASE(test_label_stands_beside_in_two_lines),
        CASE(test_label_goes_above_a_narrow_text),
        CASE(test_lines_flow_evenly_and_none_is_lost),
        CASE(test_spare_height_opens_the_leading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
