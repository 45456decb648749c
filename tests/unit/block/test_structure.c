/* A structure told by its counts: hub, row and list. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_structure;

static const char *const heads[] = {"极核", "通道", "区", "带", "口岸物流发展示范带",
                                    "港",   "站",   "网"};
static const char *const counts[] = {"两", "四", "五", "三", "十二", "2", "12", "六"};
static const long long numbers[] = {2, 4, 5, 3, 12, 2, 12, 6};

static board *opened(void **state, zt_structure *structure, size_t count, const char *name,
                     const char *variant)
{
    board *b = *state;
    *structure = (zt_structure){.head = ZT_STR("物流体系"),
                                .goal = list_goal(b),
                                .nodes = ZT_ARRAY(b->arena, count, zt_node_entry),
                                .count = count,
                                .at = {.line = 1, .column = 1}};
    for (size_t i = 0; i < count; i++) {
        zt_node_entry *node = structure->nodes + i;
        *node = (zt_node_entry){.count = zt_str_from(counts[i]),
                                .head = zt_str_from(heads[i]),
                                .number = numbers[i],
                                .items = ZT_ARRAY(b->arena, 13, zt_rich)};
        for (; name && node->item_count < (size_t)numbers[i]; node->item_count++)
            node->items[node->item_count] = board_rich(b, name);
    }
    board_set_style(b, "figure", 3, 40, 1.1);
    board_use(b, &zt_block_kind_structure, variant, structure);
    return b;
}

static const char place_name[] = "重庆主城都市区";
static const char long_name[] = "重庆主城都市区及其周边的枢纽经济区";

static void test_every_form_at_every_width(void **state)
{
    static const char *const variants[] = {"hub", "row", "list"};
    static const char *const names[] = {NULL, place_name, long_name};
    static const double widths[] = {46, 99, 202};
    for (size_t v = 0; v < 3; v++)
        for (size_t n = 0; n < 3; n++)
            for (size_t w = 0; w < 3; w++)
                for (size_t count = 1; count <= 8; count += count > 4 ? 2 : 1) {
                    zt_structure structure;
                    board *b = opened(state, &structure, count, names[n], variants[v]);
                    zt_group *group = list_sound(b, zt_pt_from_mm(widths[w]));
                    assert_int_equal(board_find(group, "node").count, count);
                }
}

static void test_a_hub_has_as_many_teeth_as_it_counts(void **state)
{
    zt_structure structure;
    board *b = opened(state, &structure, 4, place_name, "hub");
    zt_group *group = list_sound(b, zt_pt_from_mm(202));
    board_first_line(b, zt_pt_from_mm(202));
    board_parts ring = board_find(group, "ring");
    assert_int_equal(ring.count, 1);
    size_t sector = 0;
    for (const zt_item *item = ring.items[0].group->first; item; item = item->next) {
        const zt_path *path = (const zt_path *)item;
        size_t flanks = 0;
        for (size_t i = 0; i < path->seg_count; i++)
            flanks += path->segs[i].kind == ZT_SEG_LINE;
        assert_int_equal(flanks, 2 * numbers[sector] + 1); /* two a tooth, one to the hole */
        sector++;
    }
    assert_int_equal(sector, 4);
}

/* Four parts begin at the upper left and go clockwise. */
static void test_four_parts_read_as_two_rows(void **state)
{
    zt_structure structure;
    board *b = opened(state, &structure, 4, place_name, "hub");
    double width = zt_pt_from_mm(202);
    board_parts nodes = board_find(list_sound(b, width), "node");
    assert_true(nodes.items[0].box.x < 1 && nodes.items[3].box.x < 1);
    assert_true(nodes.items[1].box.x > width / 2 && nodes.items[2].box.x > width / 2);
    assert_near(nodes.items[0].box.y, nodes.items[1].box.y, 0.01);
    assert_true(nodes.items[3].box.y > nodes.items[0].box.y);
}

static void test_words_of_a_row_keep_equal_gaps(void **state)
{
    zt_structure structure;
    board *b = opened(state, &structure, 4, NULL, "row");
    board_parts nodes = board_find(list_sound(b, zt_pt_from_mm(150)), "node");
    double gap = nodes.items[1].box.x - zt_rect_right(nodes.items[0].box);
    for (size_t i = 2; i < 4; i++)
        assert_near(nodes.items[i].box.x - zt_rect_right(nodes.items[i - 1].box), gap, 0.01);
}

static void test_a_list_joins_the_names(void **state)
{
    zt_structure structure;
    board *b = opened(state, &structure, 1, "成都", "list");
    list_says(b, list_sound(b, zt_pt_from_mm(46)), "成都、成都");
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_every_form_at_every_width),
        ON_BOARD(test_a_hub_has_as_many_teeth_as_it_counts),
        ON_BOARD(test_four_parts_read_as_two_rows),
        ON_BOARD(test_words_of_a_row_keep_equal_gaps),
        ON_BOARD(test_a_list_joins_the_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
