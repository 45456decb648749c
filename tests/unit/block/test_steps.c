/* A process: rows by width, a mark to each step, an arrow between each two. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_steps;

static const char *const heads[] = {"选定备案类型", "准备材料", "提交申请", "经办审核", "持卡就医"};

static board *opened(void **state, zt_steps *steps, size_t count, const char *words)
{
    board *b = *state;
    *steps = (zt_steps){.head = ZT_STR("怎么办"), .count = count};
    steps->steps = ZT_ARRAY(b->arena, count, zt_step);
    for (size_t i = 0; i < count; i++)
        steps->steps[i] =
            (zt_step){.head = zt_str_from(heads[i % 5]), .text = board_rich(b, words)};
    board_use(b, &zt_block_kind_steps, "across", steps);
    b->place.columns = 0; /* as many as there is room for */
    return b;
}

/* Rows of steps, from their tops. */
static size_t rows_of(const board_parts *steps)
{
    size_t rows = 1;
    for (size_t i = 1; i < steps->count; i++)
        rows += steps->items[i].box.y > steps->items[i - 1].box.y + 1;
    return rows;
}

static void test_rows_follow_the_width(void **state)
{
    static const struct {
        double mm;
        size_t rows;
    } cases[] = {{350, 1}, {130, 2}, {85, 3}, {46, 5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_steps steps;
        board *b = opened(state, &steps, 5, "线上线下均可，任选一种渠道办理");
        zt_group *group = list_sound(b, zt_pt_from_mm(cases[i].mm));
        board_parts parts = board_find(group, "step");
        assert_int_equal(parts.count, 5);
        assert_int_equal(rows_of(&parts), cases[i].rows);
        assert_int_equal(board_find(group, "arrow").count, 4);
        assert_int_equal(board_find(group, "no").count, 5);
        list_says(b, group, "5");
    }
}

static void test_arrows_touch_no_step(void **state)
{
    static const double widths[] = {350, 130, 85, 46};
    for (size_t w = 0; w < 4; w++) {
        zt_steps steps;
        board *b = opened(state, &steps, 7, "线上线下均可");
        zt_group *group = board_natural(b, zt_pt_from_mm(widths[w]));
        list_boxes *texts = ZT_NEW(b->arena, list_boxes);
        zt_visitor visitor = {.self = texts, .enter = list_collect};
        zt_scene_walk(group, &visitor);
        board_parts arrows = board_find(group, "arrow");
        for (size_t i = 0; i < arrows.count; i++) {
            zt_rect ink = arrows.items[i].group->first->box;
            ink.x += arrows.items[i].x;
            ink.y += arrows.items[i].y;
            if (ink.w > ZT_MM(4) && ink.h > ZT_MM(4))
                continue; /* leads back: only its bends are drawn */
            for (size_t k = 0; k < texts->count; k++) {
                zt_rect t = texts->items[k];
                assert_false(ink.x < zt_rect_right(t) && t.x < zt_rect_right(ink) &&
                             ink.y < zt_rect_foot(t) && t.y < zt_rect_foot(ink));
            }
        }
    }
}

static void test_long_numbers_stand_in_tabs_of_one_height(void **state)
{
    static const char *const numbers[] = {"06:40", "第二步", "3", "12"};
    zt_steps steps;
    board *b = opened(state, &steps, 4, "随到随检");
    steps.has_numbers = true;
    for (size_t i = 0; i < 4; i++)
        steps.steps[i].no = zt_str_from(numbers[i]);
    zt_group *group = list_sound(b, zt_pt_from_mm(200));
    board_parts parts = board_find(group, "no");
    assert_int_equal(parts.count, 4);
    for (size_t i = 0; i < 4; i++) {
        list_says(b, group, numbers[i]);
        assert_near(parts.items[i].box.h, parts.items[0].box.h, 1e-6);
    }
    assert_true(parts.items[0].box.w > 1.5 * parts.items[0].box.h);
    assert_near(parts.items[2].box.w, parts.items[2].box.h, 1e-6);
}

static void test_two_and_forty_in_all_widths(void **state)
{
    static const size_t counts[] = {2, 5, 40};
    static const double widths[] = {350, 107, 40};
    for (size_t i = 0; i < 3; i++)
        for (size_t w = 0; w < 3; w++) {
            zt_steps steps;
            board *b = opened(state, &steps, counts[i],
                              "在定点医院直接结算，只付自己那一份，其余由医保与医院结清");
            zt_group *group = list_sound(b, zt_pt_from_mm(widths[w]));
            assert_int_equal(board_find(group, "step").count, counts[i]);
            assert_int_equal(board_find(group, "arrow").count, counts[i] - 1);
        }
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_rows_follow_the_width),
        ON_BOARD(test_arrows_touch_no_step),
        ON_BOARD(test_long_numbers_stand_in_tabs_of_one_height),
        ON_BOARD(test_two_and_forty_in_all_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
