/* A strip of hotlines: rows by width, pairs whole. */
#include "list_fixture.h"

extern const zt_block_kind zt_block_kind_strip;

static const char *const labels[] = {"市长公开电话",     "税务热线",     "药监局投诉",
                                     "医疗事故纠纷咨询", "市卫生监督所", "市教委",
                                     "市疾病控制中心",   "环保举报"};
static const char *const numbers[] = {"12345",    "12366",    "68810255", "67706615",
                                      "68810000", "63862151", "68809389", "12369"};

static board *opened(void **state, zt_strip *strip, size_t count, const char *more)
{
    board *b = *state;
    *strip = (zt_strip){.head = ZT_STR("便民热线"), .count = count};
    strip->pairs = ZT_ARRAY(b->arena, count, zt_pair);
    for (size_t i = 0; i < count; i++)
        strip->pairs[i] =
            (zt_pair){.label = zt_str_from(zt_arena_printf(b->arena, "%s%s", labels[i % 8], more)),
                      .value = zt_str_from(numbers[i % 8])};
    board_set_style(b, "chart-label", 2, 7.5, 1.3);
    board_set_style(b, "chart-value", 3, 8, 1.2);
    board_use(b, &zt_block_kind_strip, NULL, strip);
    return b;
}

static size_t rows_of(const board_parts *pairs)
{
    size_t rows = 1;
    for (size_t i = 1; i < pairs->count; i++)
        rows += pairs->items[i].box.y > pairs->items[i - 1].box.y + 1;
    return rows;
}

static void test_rows_follow_the_width(void **state)
{
    static const struct {
        double mm;
        size_t least, most;
    } cases[] = {{350, 1, 1}, {200, 2, 2}, {107, 3, 4}, {46, 8, 8}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_strip strip;
        board *b = opened(state, &strip, 8, "");
        zt_group *group = list_sound(b, zt_pt_from_mm(cases[i].mm));
        board_parts pairs = board_find(group, "pair");
        assert_int_equal(pairs.count, 8);
        assert_in_range(rows_of(&pairs), cases[i].least, cases[i].most);
        for (size_t k = 0; k < 8; k++)
            list_says(b, group, numbers[k]);
    }
}

static void test_columns_share_their_edges(void **state)
{
    zt_strip strip;
    board *b = opened(state, &strip, 8, "");
    double width = zt_pt_from_mm(200);
    board_parts pairs = board_find(board_natural(b, width), "pair");
    for (size_t i = 0; i < 4; i++)
        assert_near(pairs.items[i].box.x, pairs.items[i + 4].box.x, 1e-6);
    assert_near(zt_rect_right(pairs.items[3].box), width, 0.01); /* 67706615 ends the row */
}

static void test_longer_labels_one_pair_and_forty(void **state)
{
    static const size_t counts[] = {1, 8, 40};
    static const double widths[] = {350, 107, 46};
    for (size_t i = 0; i < 3; i++)
        for (size_t w = 0; w < 3; w++) {
            zt_strip strip;
            board *b = opened(state, &strip, counts[i], "咨询和投诉");
            zt_group *group = list_sound(b, zt_pt_from_mm(widths[w]));
            assert_int_equal(board_find(group, "pair").count, counts[i]);
        }
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_rows_follow_the_width),
        ON_BOARD(test_columns_share_their_edges),
        ON_BOARD(test_longer_labels_one_pair_and_forty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
