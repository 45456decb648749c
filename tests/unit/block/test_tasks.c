/* Tasks round a goal: the ring and the cards. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_tasks;

static const char *const keywords[] = {"产业生态圈",   "清洁能源装备", "航空航天",
                                       "轨道交通装备", "智能制造装备", "专用装备"};

static board *opened(void **state, zt_tasks *tasks, size_t count, const char *text,
                     const char *variant)
{
    board *b = *state;
    *tasks = (zt_tasks){.goal = list_goal(b), .count = count};
    tasks->tasks = ZT_ARRAY(b->arena, count, zt_task);
    for (size_t i = 0; i < count; i++)
        tasks->tasks[i] = (zt_task){.no = zt_str_from(zt_arena_printf(b->arena, "%02zu", i + 1)),
                                    .head = zt_str_from(keywords[i % 6]),
                                    .text = board_rich(b, text)};
    board_set_style(b, "figure", 3, 40, 1.1);
    board_use(b, &zt_block_kind_tasks, variant, tasks);
    b->place.columns = 3;
    b->place.gutter = (zt_gap){12, 12};
    return b;
}

static const char sentence[] = "共同打造具有国际竞争力的清洁能源装备产业";
static const char longer[] = "共同打造具有国际竞争力的清洁能源装备产业和配套的服务体系";

static void test_rings_of_five_to_twelve_do_not_collide(void **state)
{
    for (size_t count = 5; count <= 12; count++)
        for (int i = 0; i < 2; i++) {
            zt_tasks tasks;
            board *b = opened(state, &tasks, count, i ? longer : sentence, "ring");
            zt_group *group = list_sound(b, zt_pt_from_mm(202));
            assert_int_equal(board_find(group, "ring").count, 1);
            assert_int_equal(board_find(group, "task").count, count);
        }
}

/* The first task stands above the ring when their number is odd; then right side down, left up. */
static void test_tasks_run_clockwise_from_twelve(void **state)
{
    zt_tasks tasks;
    board *b = opened(state, &tasks, 9, sentence, "ring");
    double width = zt_pt_from_mm(202);
    board_parts parts = board_find(board_natural(b, width), "task");
    zt_rect first = parts.items[0].box;
    assert_near(first.x + first.w / 2, width / 2, 0.01);
    for (size_t i = 1; i < 9; i++) {
        assert_true(i < 5 ? parts.items[i].box.x > width / 2 : parts.items[i].box.x < 1);
        if (i > 1 && i != 5)
            assert_true(i < 5 ? parts.items[i].box.y > parts.items[i - 1].box.y
                              : parts.items[i].box.y < parts.items[i - 1].box.y);
    }
}

static void test_goal_stands_in_the_hole(void **state)
{
    zt_tasks tasks;
    board *b = opened(state, &tasks, 9, sentence, "ring");
    double width = zt_pt_from_mm(202);
    zt_group *group = board_natural(b, width);
    board_parts goal = board_find(group, "goal"), ring = board_find(group, "ring");
    zt_rect ink = board_ink(&goal.items[0]), gear = board_ink(&ring.items[0]);
    double radius = zt_pt_from_mm(52) * 0.715, cx = width / 2, cy = gear.y + zt_pt_from_mm(55.6);
    const double xs[] = {ink.x, zt_rect_right(ink)};
    assert_true(xs[0] > cx - radius && xs[1] < cx + radius);
    assert_true(ink.y > cy - radius && zt_rect_foot(ink) < cy + radius);
    list_says(b, group, "主营业务收入超过");
}

static void test_a_narrow_ring_becomes_cards(void **state)
{
    zt_tasks tasks;
    board *b = opened(state, &tasks, 9, sentence, "ring");
    b->place.columns = 1;
    zt_group *group = list_sound(b, zt_pt_from_mm(46));
    assert_int_equal(board_find(group, "ring").count, 0);
    assert_int_equal(board_find(group, "task").count, 9);
}

/* The last card of a row that is not full takes what is left of it. */
static void test_cards_are_of_one_size(void **state)
{
    static const size_t counts[] = {1, 9, 40};
    for (size_t n = 0; n < 3; n++) {
        zt_tasks tasks;
        board *b = opened(state, &tasks, counts[n], longer, "grid");
        tasks.tasks[0].text = board_rich(b, "短");
        board_parts cards = board_find(list_sound(b, zt_pt_from_mm(202)), "task");
        assert_int_equal(cards.count, counts[n]);
        for (size_t i = 1; i < cards.count; i++) {
            assert_near(cards.items[i].box.h, cards.items[0].box.h, 1e-6);
            if (i + 1 < cards.count || cards.count % 3 == 0)
                assert_near(cards.items[i].box.w, cards.items[0].box.w, 1e-6);
        }
        zt_rect last = cards.items[cards.count - 1].box;
        assert_near(zt_rect_right(last), zt_pt_from_mm(202), 1e-6);
    }
}

static void test_without_goal_or_keywords(void **state)
{
    static const char *const variants[] = {"ring", "grid", "sides", "list"};
    for (size_t v = 0; v < 4; v++) {
        zt_tasks tasks;
        board *b = opened(state, &tasks, 7, sentence, variants[v]);
        tasks.goal = (zt_goal_text){0};
        for (size_t i = 0; i < 7; i++)
            tasks.tasks[i].head = (zt_str){0};
        zt_group *group = list_sound(b, zt_pt_from_mm(202));
        assert_int_equal(board_find(group, "goal").count > 0 && v, 0);
        assert_int_equal(board_find(group, "keyword").count, 0);
    }
}

static void give_counts(board *b, zt_tasks *tasks)
{
    static zt_node_entry nodes[] = {{.count = {"两", 3}, .head = {"极核", 6}, .number = 2},
                                    {.count = {"四", 3}, .head = {"通道", 6}, .number = 4},
                                    {.count = {"五", 3}, .head = {"区", 3}, .number = 5},
                                    {.count = {"三", 3}, .head = {"带", 3}, .number = 3}};
    zt_structure *structure = ZT_NEW(b->arena, zt_structure);
    *structure = (zt_structure){
        .head = ZT_STR("布局"), .nodes = nodes, .count = 4, .at = {.line = 1, .column = 1}};
    tasks->structure = structure;
}

/* At 6 o'clock: below the ring, between the columns of words, clear of them. */
static void test_counts_stand_below_the_ring(void **state)
{
    static const size_t numbers[] = {5, 8, 9, 12};
    double width = zt_pt_from_mm(202);
    for (size_t n = 0; n < 4; n++) {
        zt_tasks tasks;
        board *b = opened(state, &tasks, numbers[n], longer, "ring");
        give_counts(b, &tasks);
        zt_group *group = list_sound(b, width);
        board_parts counts = board_find(group, "counts"), ring = board_find(group, "ring");
        assert_int_equal(counts.count, 1);
        assert_int_equal(board_find(group, "node").count, 4);
        zt_rect box = counts.items[0].box, gear = board_ink(&ring.items[0]);
        assert_true(box.y > zt_rect_foot(gear));
        assert_near(box.x + box.w / 2, width / 2, 0.01);
    }
}

/* Spare height goes to the radius, but never so far that a line has to break anew. */
static void test_a_ring_grows_with_its_frame(void **state)
{
    zt_tasks tasks;
    board *b = opened(state, &tasks, 9, "短句子", "ring");
    double width = zt_pt_from_mm(202);
    zt_extent extent = board_measure(b, width);
    board_parts natural = board_find(board_place(b, width, extent.height), "ring");
    zt_rect small = board_ink(&natural.items[0]);
    board_parts grown = board_find(board_place(b, width, extent.ceiling), "ring");
    assert_near(board_ink(&grown.items[0]).w - small.w, 2 * zt_pt_from_mm(4), 0.3);
}

/* Down the left column, then down the right one; lines run on to the ring. */
static void test_two_columns_beside_the_goal(void **state)
{
    static const size_t counts[] = {2, 5, 9, 12};
    double width = zt_pt_from_mm(202);
    for (size_t n = 0; n < 4; n++) {
        zt_tasks tasks;
        board *b = opened(state, &tasks, counts[n], longer, "sides");
        give_counts(b, &tasks);
        zt_group *group = list_sound(b, width);
        board_parts parts = board_find(group, "task");
        size_t left = (counts[n] + 1) / 2;
        assert_int_equal(parts.count, counts[n]);
        for (size_t i = 0; i < parts.count; i++) {
            assert_true(i < left ? parts.items[i].box.x < 1 : parts.items[i].box.x > width / 2);
            if (i > 0 && i != left)
                assert_true(parts.items[i].box.y > parts.items[i - 1].box.y);
        }
        zt_rect ring = board_find(group, "ring").items[0].box;
        assert_near(ring.w, zt_pt_from_mm(56), 0.01);
        assert_near(ring.x + ring.w / 2, width / 2, 0.01);
    }
}

static void test_a_list_is_as_high_as_its_texts(void **state)
{
    zt_tasks tasks;
    board *b = opened(state, &tasks, 9, longer, "list");
    give_counts(b, &tasks);
    tasks.tasks[0].text = board_rich(b, "短");
    board_parts rows = board_find(list_sound(b, zt_pt_from_mm(46)), "task");
    assert_int_equal(rows.count, 9);
    assert_true(rows.items[0].box.h < rows.items[1].box.h - 5);
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_rings_of_five_to_twelve_do_not_collide),
        ON_BOARD(test_tasks_run_clockwise_from_twelve),
        ON_BOARD(test_goal_stands_in_the_hole),
        ON_BOARD(test_a_narrow_ring_becomes_cards),
        ON_BOARD(test_cards_are_of_one_size),
        ON_BOARD(test_without_goal_or_keywords),
        ON_BOARD(test_counts_stand_below_the_ring),
        ON_BOARD(test_a_ring_grows_with_its_frame),
        ON_BOARD(test_two_columns_beside_the_goal),
        ON_BOARD(test_a_list_is_as_high_as_its_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
