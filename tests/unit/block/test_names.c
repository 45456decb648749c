/* A grid of names: the order written, cells that do not collide. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_names;

static const char *const names[] = {"人力资源服务资质“两地认”", "职称“协同认”",
                                    "博士后服务“全共享”", "工伤异地居住（就医）申请“一次办”"};

static board *opened(void **state, zt_name_list *list, size_t count, const char *more, int columns)
{
    board *b = *state;
    *list = (zt_name_list){.head = ZT_STR("十件实事"), .count = count};
    list->names = ZT_ARRAY(b->arena, count, zt_rich);
    for (size_t i = 0; i < count; i++)
        list->names[i] = board_rich(b, zt_arena_printf(b->arena, "%s%s", names[i % 4], more));
    board_use(b, &zt_block_kind_names, NULL, list);
    b->place.columns = columns;
    b->place.gutter = (zt_gap){12, 12};
    return b;
}

static void test_names_run_row_by_row_in_their_order(void **state)
{
    zt_name_list list;
    board *b = opened(state, &list, 10, "", 2);
    board_parts cells = board_find(list_sound(b, zt_pt_from_mm(156)), "name");
    assert_int_equal(cells.count, 10);
    for (size_t i = 0; i < 10; i++) {
        assert_true(i % 2 ? cells.items[i].box.x > 100 : cells.items[i].box.x < 1);
        assert_true(zt_str_is(board_text(b, cells.items[i].group), names[i % 4]));
    }
    assert_near(cells.items[0].box.y, cells.items[1].box.y, 1e-6);
    assert_true(cells.items[2].box.y > cells.items[1].box.y + 10);
}

static void test_columns_give_way_to_long_names(void **state)
{
    zt_name_list list;
    board *b = opened(state, &list, 10, "", 4);
    board_parts cells = board_find(list_sound(b, 400), "name");
    assert_true(cells.items[1].box.x > 100); /* two columns */
    assert_true(cells.items[2].box.x < 1);
}

static void test_longer_names_one_and_forty(void **state)
{
    static const size_t counts[] = {1, 10, 40};
    static const double widths[] = {156, 46};
    for (size_t i = 0; i < 3; i++)
        for (size_t w = 0; w < 2; w++) {
            zt_name_list list;
            board *b = opened(state, &list, counts[i], "和后续服务", 2);
            board_param(b, "numbers", "yes");
            zt_group *group = list_sound(b, zt_pt_from_mm(widths[w]));
            assert_int_equal(board_find(group, "name").count, counts[i]);
        }
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_names_run_row_by_row_in_their_order),
        ON_BOARD(test_columns_give_way_to_long_names),
        ON_BOARD(test_longer_names_one_and_forty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
