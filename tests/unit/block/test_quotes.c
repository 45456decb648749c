/* Quotations: one, four and forty, in wide and narrow places. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_quotes;

static void test_none_collides_and_all_are_said(void **state)
{
    static const size_t counts[] = {1, 4, 40};
    static const double widths[] = {170, 52};
    board *b = *state;
    for (size_t i = 0; i < 3; i++)
        for (size_t w = 0; w < 2; w++) {
            zt_quotes quotes = {.head = ZT_STR("声音"), .count = counts[i]};
            quotes.quotes = ZT_ARRAY(b->arena, counts[i], zt_quote);
            for (size_t k = 0; k < counts[i]; k++)
                quotes.quotes[k] =
                    (zt_quote){.text = board_rich(b, "“成效比想象中的还要好！平常要多沟通。”"),
                               .by = k % 2 ? (zt_str){0} : ZT_STR("参会人员")};
            board_use(b, &zt_block_kind_quotes, NULL, &quotes);
            zt_group *group = list_sound(b, zt_pt_from_mm(widths[w]));
            assert_int_equal(board_find(group, "quote").count, counts[i]);
            assert_int_equal(board_find(group, "by").count, (counts[i] + 1) / 2);
            list_says(b, group, "参会人员");
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_none_collides_and_all_are_said, board_open,
                                        board_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
