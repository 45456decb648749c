/* Scatter and bubble: places and areas in proportion, every name printed, beside its point or
 * below.
 */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};
static const char *const axes[] = {"人均（万元）", "增速（%）", "人口（万人）", NULL};
static const char *const two_axes[] = {"人均（万元）", "增速（%）", NULL};

static zt_point middle(const zt_path *path)
{
    return (zt_point){path->item.box.x + path->item.box.w / 2,
                      path->item.box.y + path->item.box.h / 2};
}

/* Every key and every head is printed. */
static void assert_named(chart_case *c, const zt_group *group)
{
    zt_str said = board_text(c->board, group);
    for (size_t i = 0; i < c->data.item_count; i++) {
        zt_str key = c->data.items[i].key;
        assert_true(occurrences(said, zt_arena_copy(c->board->arena, key.data, key.len)) >= 1);
    }
    for (size_t i = 0; i < c->data.series_count; i++) {
        zt_str head = c->data.series[i];
        assert_true(occurrences(said, zt_arena_copy(c->board->arena, head.data, head.len)) >= 1);
    }
}

static void test_points_lie_in_proportion(void **state)
{
    const double x[] = {2, 5, 11}, y[] = {-1, 3, 7};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "scatter", "", 0, two_axes);
        for (int i = 0; i < 3; i++) {
            const char *values[] = {zt_arena_printf(c.board->arena, "%.0f", x[i]),
                                    zt_arena_printf(c.board->arena, "%.0f", y[i])};
            chart_item(&c, zt_arena_printf(c.board->arena, "甲%d", i), values);
        }
        const zt_group *group = assert_sound(&c, widths[w]);
        paths dots = paths_of(group, "dots");
        assert_int_equal(dots.count, 3);
        zt_point a = middle(dots.items[0]), b = middle(dots.items[1]), e = middle(dots.items[2]);
        assert_near((b.x - a.x) / (e.x - a.x), 3.0 / 9, 0.0005);
        assert_near((b.y - a.y) / (e.y - a.y), 4.0 / 8, 0.0005);
        assert_true(e.y < a.y && e.x > a.x);
        assert_named(&c, group);
    }
}

static void test_areas_are_in_proportion(void **state)
{
    const char *const a[] = {"2", "3", "40"}, *const b[] = {"9", "5", "10"};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "bubble", "", 0, axes);
        chart_item(&c, "甲", a)->highlight = true;
        chart_item(&c, "乙", b);
        const zt_group *group = assert_sound(&c, widths[w]);
        paths dots = paths_of(group, "dots");
        assert_int_equal(dots.count, 2); /* the large one first */
        double large = dots.items[0]->item.box.w - dots.items[0]->width;
        double small = dots.items[1]->item.box.w - dots.items[1]->width;
        assert_near(large * large / (small * small), 4, 0.004);
        assert_named(&c, group);
    }
}

static void test_points_without_a_value_are_told(void **state)
{
    const char *const a[] = {"2", "3"}, *const b[] = {"9", ""}, *const e[] = {"4", NULL};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "scatter", "", 0, two_axes);
        chart_item(&c, "甲", a);
        chart_item(&c, "乙", b);
        chart_item(&c, "丙", e);
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_int_equal(paths_of(group, "dots").count, 1);
        assert_int_equal(occurrences(board_text(c.board, group), "未画出"), 1);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
        assert_named(&c, group);
    }
}

static void test_standing_of_points(void **state)
{
    const char *const a[] = {"2", "3"}, *const b[] = {"9", "5"};
    chart_case c = chart_new(*state, "scatter", "", 0, two_axes);
    chart_status(chart_item(&c, "甲", a), 1, ZT_FORECAST);
    chart_status(chart_item(&c, "乙", b), 0, ZT_ESTIMATE);
    paths dots = paths_of(assert_sound(&c, 97), "dots");
    assert_true(dots.items[0]->dash[0] > 0);
    assert_true(dots.items[1]->dash[0] <= 0);
    assert_ptr_equal(dots.items[1]->fill.ink, &zt_ink_paper);
}

static void test_thirty_one_points_and_more(void **state)
{
    for (size_t w = 0; w < 3; w++)
        for (int n = 1; n <= 61; n += 30) {
            chart_case c = chart_new(*state, "bubble", "", 0, axes);
            for (int i = 0; i < n; i++) {
                const char *values[] = {
                    zt_arena_printf(c.board->arena, "%d.%d", (i * 7) % 13, i % 10),
                    zt_arena_printf(c.board->arena, "%d", (i * 11) % 17 - 5),
                    zt_arena_printf(c.board->arena, "%d", (i * 5) % 29)};
                chart_item(&c, zt_arena_printf(c.board->arena, "川渝高竹新区%d片", i + 1), values)
                    ->highlight = i % 7 == 0;
            }
            assert_named(&c, assert_sound(&c, widths[w]));
        }
}

static void test_equal_and_missing_points(void **state)
{
    const char *const same[] = {"5", "5"}, *const none[] = {"", ""};
    chart_case c = chart_new(*state, "scatter", "", 0, two_axes);
    for (int i = 0; i < 6; i++)
        chart_item(&c, zt_arena_printf(c.board->arena, "甲%d", i), same);
    assert_named(&c, assert_sound(&c, 46));
    chart_case missing = chart_new(*state, "scatter", "", 0, two_axes);
    chart_item(&missing, "甲", none);
    assert_named(&missing, assert_sound(&missing, 46));
}

/* The dot that is nearest to the middle line of a name, counted from the left. */
static int nearest(const paths *dots, zt_rect name)
{
    size_t best = 0;
    double least = INFINITY;
    int left = 0;
    for (size_t i = 0; i < dots->count; i++) {
        zt_point m = middle(dots->items[i]);
        double dx = zt_clamp(m.x, name.x, zt_rect_right(name)) - m.x;
        double gap = hypot(dx, name.y + name.h / 2 - m.y) - dots->items[i]->item.box.w / 2;
        if (gap < least) {
            least = gap;
            best = i;
        }
    }
    for (size_t i = 0; i < dots->count; i++)
        left += middle(dots->items[i]).x < middle(dots->items[best]).x;
    return left;
}

/* A name that could be taken for that of another point is told below. */
static void test_names_stand_nearest_to_their_points(void **state)
{
    static const char *const points[][2] = {{"6.3", "6.8"},  {"8.2", "4.9"},  {"10.3", "6.6"},
                                            {"10.4", "6.2"}, {"10.9", "7.4"}, {"13.6", "7.1"},
                                            {"14.6", "6.3"}, {"18.2", "2.2"}};
    chart_case c = chart_new(*state, "scatter", "", 0, two_axes);
    for (int i = 0; i < 8; i++)
        chart_item(&c, zt_arena_printf(c.board->arena, "%d山", i), points[i])->highlight = i < 6;
    const zt_group *group = assert_sound(&c, 46);
    paths dots = paths_of(group, "dots");
    boxes all = {.count = 0};
    zt_visitor visitor = {.self = &all, .enter = collect_glyphs};
    zt_scene_walk(group, &visitor);
    size_t named = 0;
    for (size_t i = 0; i < all.count; i++)
        if (all.texts[i].len == strlen("0山")) {
            assert_int_equal(nearest(&dots, all.items[i]), all.texts[i].data[0] - '0');
            named++;
        }
    assert_true(named >= 6);
    assert_named(&c, group);
}

static void test_scatter_checks(void **state)
{
    const char *const values[] = {"2", "3", "-4"};
    chart_case c = chart_new(*state, "bubble", "", 0, axes);
    chart_item(&c, "甲", values);
    assert_false(zt_chart_check(&c.data, c.board->diags)); /* an area below zero */
    c.data.kind = ZT_STR("scatter");
    assert_false(zt_chart_check(&c.data, c.board->diags)); /* three series */
}

#define SCATTER_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCATTER_TEST(test_points_lie_in_proportion),
        SCATTER_TEST(test_areas_are_in_proportion),
        SCATTER_TEST(test_points_without_a_value_are_told),
        SCATTER_TEST(test_standing_of_points),
        SCATTER_TEST(test_thirty_one_points_and_more),
        SCATTER_TEST(test_equal_and_missing_points),
        SCATTER_TEST(test_names_stand_nearest_to_their_points),
        SCATTER_TEST(test_scatter_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
