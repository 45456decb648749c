/* Boxes and strips: dots where their values are, none lost, quartiles as spreadsheets have them. */
#include "chart_ask.h"

static const double widths[] = {46, 52, 97, 107, 156, 350};
static const char *const kinds[] = {"box", "strip-plot"};
enum { WIDTHS = sizeof widths / sizeof *widths };

static double middle(const zt_path *path)
{
    return path->item.box.x + path->item.box.w / 2;
}

/* 1 … 9: quartiles 3, 5, 7. */
static void test_places_and_quartiles(void **state)
{
    for (size_t k = 0; k < 2; k++)
        for (size_t w = 0; w < WIDTHS; w++) {
            chart_case c = chart_new(*state, kinds[k], "%", 0, NULL);
            for (int i = 0; i < 9; i++)
                chart_one(&c, zt_arena_printf(c.board->arena, "地%d", i),
                          zt_arena_printf(c.board->arena, "%d", i + 1));
            const zt_group *group = assert_sound(&c, widths[w]);
            paths dots = paths_of(group, "dots"), bars = paths_of(group, "bars");
            assert_int_equal(dots.count, 9);
            double unit = (middle(dots.items[8]) - middle(dots.items[0])) / 8;
            for (size_t i = 0; i < 9; i++)
                assert_near(middle(dots.items[i]), middle(dots.items[0]) + unit * (double)i,
                            unit / 1000);
            size_t box = kinds[k][0] == 'b';
            assert_int_equal(bars.count, 2 + box); /* box, line, median */
            if (box) {
                assert_near(bars.items[0]->item.box.w, 4 * unit, unit / 250);
                assert_near(bars.items[0]->item.box.x, middle(dots.items[2]), unit / 500);
            }
            zt_str said = board_text(c.board, group);
            assert_int_equal(occurrences(said, "n=9"), 1);
            assert_int_equal(occurrences(said, "地8"), 1);
            assert_int_equal(occurrences(said, "地0"), 1);
            assert_true(zt_chart_check(&c.data, c.board->diags));
        }
}

/* No two dots touch, and there is one for each observation, as long as they are 150 at most. */
static void test_no_dot_is_lost(void **state)
{
    static const char *const heads[] = {"甲组", "乙组", NULL};
    for (size_t k = 0; k < 2; k++)
        for (size_t w = 0; w < WIDTHS; w++) {
            chart_case c = chart_new(*state, kinds[k], "", 0, heads);
            for (int i = 0; i < 60; i++) {
                const char *values[2] = {zt_arena_printf(c.board->arena, "%d", i % 5),
                                         i % 2 ? NULL : zt_arena_printf(c.board->arena, "%d", i)};
                chart_item(&c, zt_arena_printf(c.board->arena, "地%d", i), values);
            }
            const zt_group *group = assert_sound(&c, widths[w]);
            paths dots = paths_of(group, "dots");
            assert_int_equal(dots.count, 90);
            for (size_t i = 0; i < dots.count; i++)
                for (size_t j = 0; j < i; j++) {
                    zt_rect a = dots.items[i]->item.box, b = dots.items[j]->item.box;
                    assert_true(hypot(a.x - b.x, a.y - b.y) >= a.w - 0.01);
                }
            assert_int_equal(occurrences(board_text(c.board, group), "重叠"), 0);
        }
}

static void test_hard_sets(void **state)
{
    static const char *const heads[] = {"成渝地区双城经济圈重点区县", "乙", "丙", NULL};
    board *b = *state;
    for (size_t k = 0; k < 2; k++)
        for (size_t w = 0; w < WIDTHS; w++) {
            chart_case c = chart_new(b, kinds[k], "元", 0, heads);
            static const char *const values[][3] = {{"0.01", "约5", ""},
                                                    {"9800000", NULL, NULL},
                                                    {"-2000", NULL, NULL},
                                                    {"", NULL, NULL},
                                                    {"35", NULL, NULL}};
            for (int i = 0; i < 5; i++)
                chart_item(&c, zt_arena_printf(b->arena, "国家级经济技术开发区%d", i), values[i]);
            chart_status(&c.data.items[4], 0, ZT_ESTIMATE);
            zt_str said = board_text(b, assert_sound(&c, widths[w]));
            assert_int_equal(occurrences(said, "待补"), 1);
            assert_int_equal(occurrences(said, "估计"), 1);
            chart_case equal = chart_new(b, kinds[k], "", 0, NULL);
            for (int i = 0; i < 31; i++)
                chart_one(&equal, zt_arena_printf(b->arena, "项%d", i), "5");
            assert_sound(&equal, widths[w]);
            chart_case one = chart_new(b, kinds[k], "", 0, NULL);
            chart_one(&one, "唯一", "7");
            assert_sound(&one, widths[w]);
        }
}

#define BOX_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOX_TEST(test_places_and_quartiles),
        BOX_TEST(test_no_dot_is_lost),
        BOX_TEST(test_hard_sets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
