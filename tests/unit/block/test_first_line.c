/* The first line of what stands side by side: what neighbours in a row are aligned by (R103). */
#include "unit/block/board.h"

extern const zt_block_kind zt_block_kind_deck;

static double first_of(const double (*lines)[2], size_t count)
{
    zt_first_line first = ZT_NO_LINE;
    for (size_t i = 0; i < count; i++)
        zt_first_line_add(&first, lines[i][0], lines[i][1]);
    return first.baseline;
}

static void test_the_upper_line(void **state)
{
    (void)state;
    assert_true(first_of((const double[][2]){{20, 10}, {12, 10}, {30, 40}}, 3) == 12);
    assert_true(first_of((const double[][2]){{12, 10}, {20, 10}}, 2) == 12);
}

/* The digit in a badge stands a little above the head beside it. */
static void test_larger_type_hardly_lower(void **state)
{
    (void)state;
    assert_true(first_of((const double[][2]){{28.5, 8}, {30, 17}}, 2) == 30);
    assert_true(first_of((const double[][2]){{30, 17}, {28.5, 8}}, 2) == 30);
    assert_true(first_of((const double[][2]){{20, 8}, {30, 17}}, 2) == 20); /* a line of its own */
    assert_true(first_of((const double[][2]){{30, 17}, {20, 8}}, 2) == 20);
}

static void test_no_text_is_no_line(void **state)
{
    (void)state;
    assert_true(first_of((const double[][2]){{-1, 10}, {14, 10}}, 2) == 14);
    assert_true(first_of((const double[][2]){{14, 10}, {-1, 30}}, 2) == 14);
    assert_true(first_of((const double[][2]){{-1, 10}}, 1) < 0);
}

/* A block says where its first line stands, whatever is in it: board_place looks. */
static void test_blocks_say_it(void **state)
{
    board *b = *state;
    zt_rich text = board_rich(b, "今年以来全市生产总值增长百分之六点一");
    board_use(b, &zt_block_kind_deck, NULL, &text);
    double one = zt_block_plan(&b->setting, &b->block, 400)->first_baseline;
    assert_near(one, ZT_EM_TOP * 12, 0.2);
    assert_near(zt_block_plan(&b->setting, &b->block, 60)->first_baseline, one, 1e-9);
    board_natural(b, 400);
    board_natural(b, 60);
    b->block.vertical = true;
    assert_true(zt_block_plan(&b->setting, &b->block, 60)->first_baseline < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_upper_line),
        cmocka_unit_test(test_larger_type_hardly_lower),
        cmocka_unit_test(test_no_text_is_no_line),
        cmocka_unit_test_setup_teardown(test_blocks_say_it, board_open, board_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
