/* Panels of kinds that draw one series: every series with its name, its items and its values,
   within its place at every width. */
#include "chart_ask.h"

static const double widths[] = {40, 52, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static const char *const heads[] = {"成渝地区双城经济圈", "乙", "Los Angeles", "全国", "5G", NULL};

/* Three parts in each of the first so many series; an item of its own in the second. */
static chart_case several(board *b, const char *kind, size_t series)
{
    static const char *const keys[] = {"第一产业", "第二产业", "第三产业"};
    static const char *const parts[][5] = {{"7.1", "6.2", "5.3", "4.4", "3.5"},
                                           {"41.2", "40.3", "39.4", "38.5", "37.6"},
                                           {"51.7", "53.5", "45.3", "57.1", "58.9"}};
    const char *some[6] = {NULL};
    for (size_t s = 0; s < series; s++)
        some[s] = heads[s];
    chart_case c = chart_new(b, kind, "%", 0, some);
    c.data.facet = true;
    for (int i = 0; i < 3; i++)
        chart_item(&c, keys[i], parts[i])->at.line = i + 1;
    if (series > 2)
        chart_item(&c, "待分", (const char *[]){NULL, NULL, "10.0", NULL, NULL})->at.line = 4;
    return c;
}

static void test_every_series_has_its_panel(void **state)
{
    static const char *const kinds[] = {"pie", "donut", "waffle"};
    for (size_t k = 0; k < 3; k++)
        for (size_t w = 0; w < WIDTHS; w++)
            for (size_t series = 2; series <= 5; series++) {
                if (k == 0 && series > 2)
                    continue; /* a pie has three parts at most */
                chart_case c = several(*state, kinds[k], series);
                assert_true(zt_chart_check(&c.data, c.board->diags));
                const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
                assert_int_equal(board_find(group, "panel").count, series);
                zt_str said = board_text(c.board, group);
                assert_all_said(&c, group);
                assert_int_equal(occurrences(said, "第二产业"), series);
                assert_int_equal(occurrences(said, "待分"), series > 2);
                for (size_t s = 0; s < series; s++)
                    assert_true(occurrences(said, heads[s]) >= 1);
                assert_int_equal(occurrences(said, "标尺"), 0);
            }
}

/* A series is judged as the kind judges it alone, and too many are refused. */
static void test_what_panels_refuse(void **state)
{
    chart_case c = several(*state, "donut", 2);
    c.data.items[1].values[1] = chart_quantity(c.board, "-40.3");
    assert_check_refuses(&c, "should-be-bars");
    const char *many[26] = {NULL}, *values[25];
    for (int i = 0; i < 25; i++) {
        many[i] = zt_arena_printf(c.board->arena, "系列%d", i);
        values[i] = "5";
    }
    chart_case full = chart_new(*state, "histogram", "人", 0, many);
    chart_item(&full, "甲", values);
    assert_check_refuses(&full, "facet-count");
    chart_case plain = several(*state, "donut", 2);
    plain.data.facet = false;
    assert_check_refuses(&plain, "too-many-series");
}

/* Hubs stand about the names of their series; with a key of their own about that, under the names.
 */
static void test_hubs_about_their_series(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++)
        for (int keyed = 0; keyed < 2; keyed++) {
            chart_case c =
                chart_new(*state, "hub", "小时", 0, (const char *[]){"江北机场", "重庆西站", NULL});
            size_t orders[2][2] = {{0, 1}, {2, 0}};
            c.data.courses = (zt_chart_course[]){{orders[0], NULL, 2}, {orders[1], NULL, 2}};
            c.data.key_name = keyed ? ZT_STR("枢纽") : (zt_str){0};
            chart_item(&c, "环线", (const char *[]){"1", "2"})->at.line = 1;
            chart_item(&c, "机场快线", (const char *[]){"3", NULL})->at.line = 2;
            chart_item(&c, "城际", (const char *[]){NULL, NULL})->at.line = 3;
            const zt_group *group = assert_sound(&c, widths[w]);
            zt_str said = board_text(c.board, group);
            assert_int_equal(board_find(group, "panel").count, 2);
            assert_int_equal(occurrences(said, "枢纽"), 2 * keyed);
            assert_int_equal(occurrences(said, "江北机场"), 1);
            assert_int_equal(occurrences(said, "重庆西站"), 1);
            assert_int_equal(occurrences(said, "环线"), 2);
            assert_int_equal(occurrences(said, "城际"), 1);
            assert_int_equal(occurrences(said, "机场快线"), 1);
        }
}

static void count_ones(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx, (void)dy;
    *(size_t *)self +=
        item->kind == ZT_ITEM_GLYPHS && zt_str_is(((const zt_glyphs *)item)->text, "1");
}

/* A remark of an item is numbered in every panel that has it, and stands once below all. */
static void test_a_remark_in_every_panel(void **state)
{
    for (size_t series = 2; series <= 5; series++) {
        chart_case c = several(*state, "donut", series);
        zt_annotation note = {.of = c.data.items[1].key,
                              .keys = &c.data.items[1].key,
                              .key_count = 1,
                              .text = board_rich(*state, "这里要说的话")};
        c.data.annotations = &note;
        c.data.annotation_count = 1;
        size_t ones = 0;
        const zt_group *group = assert_sound_by(&c, 350, ASK_BY_INK);
        zt_scene_walk(group, &(zt_visitor){.self = &ones, .enter = count_ones});
        assert_int_equal(ones, series + 1);
        note.of = c.data.items[series > 2 ? 3 : 0].key; /* 待分 is in one panel alone */
        note.keys = &note.of;
        ones = 0;
        group = assert_sound_by(&c, 350, ASK_BY_INK);
        zt_scene_walk(group, &(zt_visitor){.self = &ones, .enter = count_ones});
        assert_int_equal(ones, series > 2 ? 2 : series + 1);
    }
}

/* A series without items keeps its panel with its name; a value that is wider than its side of a
   hub stands in a list. */
static void test_empty_series_and_wide_values(void **state)
{
    static const char *const kinds[] = {"hub", "histogram", "donut"};
    for (size_t k = 0; k < 3; k++)
        for (size_t w = 0; w < WIDTHS; w++) {
            chart_case c =
                chart_new(*state, kinds[k], "万人次", 0, (const char *[]){"空的", "有的", NULL});
            size_t orders[1] = {0};
            c.data.facet = k == 2;
            c.data.courses =
                (zt_chart_course[]){{.items = orders, .count = 0}, {.items = orders, .count = 1}};
            chart_item(&c, "甲", (const char *[]){NULL, "3107678.0万人次"})->at.line = 1;
            assert_true(zt_chart_check(&c.data, c.board->diags));
            const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
            zt_str said = board_text(c.board, group);
            assert_int_equal(board_find(group, "panel").count, 2);
            assert_int_equal(occurrences(said, "空的"), 1);
            assert_true(occurrences(said, "有的") >= 1);
            assert_true(k == 1 || occurrences(said, "3107678.0") == 1);
        }
}

#define MULTIPLES_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        MULTIPLES_TEST(test_every_series_has_its_panel),
        MULTIPLES_TEST(test_what_panels_refuse),
        MULTIPLES_TEST(test_hubs_about_their_series),
        MULTIPLES_TEST(test_a_remark_in_every_panel),
        MULTIPLES_TEST(test_empty_series_and_wide_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
