/* Steps: a line that is level until the next value, corners at true times, nothing lost. */
#include "chart_ask.h"

#include "model/chart_time_imp.h"

static const double widths[] = {46, 97, 156};

static void read_time(chart_case *c)
{
    zt_doc doc = {0};
    assert_int_equal(zt_chart_time_read(c->board->arena, &doc, &c->data), ZT_TIME_RISES);
}

/* Points of the first path of the lines. */
static const zt_path *first_line(const zt_group *group)
{
    return paths_of(group, "lines").items[0];
}

static void test_level_then_upright(void **state)
{
    const char *const keys[] = {"2019-08", "2019-11", "2020-04", "2021-12"};
    const char *const values[] = {"40", "20", "30", "10"};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "step", "%", 0, NULL);
        for (int i = 0; i < 4; i++)
            chart_one(&c, keys[i], values[i]);
        read_time(&c);
        const zt_path *line = first_line(assert_sound(&c, widths[w]));
        assert_int_equal(line->seg_count, 7);
        zt_point p[7];
        for (size_t i = 0; i < 7; i++)
            p[i] = line->segs[i].p[0];
        for (size_t i = 0; i < 6; i += 2) {
            assert_near(p[i].y, p[i + 1].y, 0.001);
            assert_near(p[i + 1].x, p[i + 2].x, 0.001);
        }
        const double *at = c.data.time->at;
        for (size_t i = 0; i < 4; i++)
            assert_near((p[2 * i].x - p[0].x) / (p[6].x - p[0].x),
                        (at[i] - at[0]) / (at[3] - at[0]), 0.001);
        assert_near((p[2].y - p[0].y) / (p[6].y - p[0].y), 20.0 / 30, 0.001);
    }
}

static void test_gaps_forecasts_and_many(void **state)
{
    static const char *const two[] = {"甲", "乙", NULL};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "step", "元", 0, two);
        chart_item(&c, "2019年", (const char *[]){"-4", "9"});
        chart_item(&c, "2020年", (const char *[]){"", "9"});
        chart_item(&c, "2021年", (const char *[]){"约3", "9"});
        chart_status(chart_item(&c, "2022年", (const char *[]){"5", "0"}), 0, ZT_FORECAST);
        read_time(&c);
        zt_str said = board_text(c.board, assert_sound(&c, widths[w]));
        assert_true(zt_str_holds(said, ZT_STR("甲")) && zt_str_holds(said, ZT_STR("乙")));
        chart_case many = chart_new(*state, "step", "元", 0, NULL);
        for (int i = 0; i < 31; i++)
            chart_one(&many, zt_arena_printf(many.board->arena, "%d年", 1990 + i),
                      zt_arena_printf(many.board->arena, "%d", i * 37 % 11));
        read_time(&many);
        assert_sound(&many, widths[w]);
    }
}

/* A crowded plot: numbers of annotations and names of what is missing keep off values and the unit.
 */
static void test_words_in_a_crowd(void **state)
{
    static const char *const four[] = {"江北", "5G", "笔记本电脑", "广东", NULL};
    for (int k = 0; k < 12; k++)
        for (double width = 52; width < 70; width += 3) {
            chart_case c = chart_new(*state, "step", k % 3 ? "家" : "万人次", 0, four);
            zt_arena *arena = c.board->arena;
            zt_str keys[2] = {ZT_STR("2022-01-06"), ZT_STR("2022-01-09")};
            zt_annotation notes[2];
            for (int i = 0; i < 24; i++) {
                const char *values[4];
                for (int s = 0; s < 4; s++) {
                    int n = (i * 37 + s * 53 + k * 29) % 97;
                    values[s] = n % 11 == 0 ? "" : zt_arena_printf(arena, "%d.%d", n * 997, n % 10);
                }
                chart_item(&c, zt_arena_printf(arena, "2022-01-%02d", i + 1), values)->highlight =
                    i == 9 + k;
            }
            read_time(&c);
            for (size_t i = 0; i < 2; i++) {
                notes[i] = (zt_annotation){.of = keys[i], .keys = &keys[i], .key_count = 1};
                notes[i].text = board_rich(c.board, i == 0 ? "创新高" : "受台风影响停航三天");
            }
            c.data.annotations = notes;
            c.data.annotation_count = 2;
            assert_sound(&c, width);
        }
}

static void test_one_makes_no_line(void **state)
{
    chart_case c = chart_new(*state, "step", "元", 0, NULL);
    chart_one(&c, "2020年", "5");
    assert_false(zt_chart_check(&c.data, c.board->diags));
}

#define STEP_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STEP_TEST(test_level_then_upright),
        STEP_TEST(test_gaps_forecasts_and_many),
        STEP_TEST(test_words_in_a_crowd),
        STEP_TEST(test_one_makes_no_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
