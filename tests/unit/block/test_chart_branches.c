/* Trees and hubs: no name and no value is lost, lines end at names and run through none. */
#include "chart_ask.h"

#include "labels/meet.h"

static const double widths[] = {46, 52, 97, 107, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

/* Every item in every series, in the order of the data. */
static void all_courses(chart_case *c)
{
    size_t count = c->data.item_count;
    c->data.courses = ZT_ARRAY(c->board->arena, c->data.series_count, zt_chart_course);
    for (size_t s = 0; s < c->data.series_count; s++) {
        zt_chart_course *course = &c->data.courses[s];
        course->items = ZT_ARRAY(c->board->arena, count + 1, size_t);
        for (size_t i = s; i < count; i += c->data.series_count)
            course->items[course->count++] = i;
    }
}

/* No line runs through a word. */
static void assert_clear(const zt_group *group)
{
    paths lines = paths_of(group, "lines");
    boxes words = {.count = 0};
    board_parts parts = board_find(group, "labels");
    zt_visitor visitor = {.self = &words, .enter = collect_glyphs};
    zt_scene_walk(parts.items[0].group, &visitor);
    for (size_t i = 0; i < lines.count; i++)
        for (size_t k = 0; k < words.count && lines.items[i]->width > 0; k++) {
            const zt_path *path = lines.items[i];
            if (path->seg_count == 2 &&
                zt_piece_meets(path->segs[0].p[0], path->segs[1].p[0], words.items[k]))
                fail_msg("a line runs through “%.*s”", ZT_ARG(words.texts[k]));
        }
}

static void test_all_is_said(void **state)
{
    static const char *const heads[] = {"铁路港", "航空港枢纽机场群落", "出海通道", NULL};
    static const char *const none[3] = {NULL};
    board *b = *state;
    for (size_t w = 0; w < WIDTHS; w++)
        for (size_t hub = 0; hub < 2; hub++) {
            chart_case c = chart_new(b, hub ? "hub" : "tree", "万元", 4, hub ? NULL : heads);
            c.data.key_name = ZT_STR("成渝枢纽");
            for (int i = 0; i < 31; i++) {
                zt_chart_item *item =
                    chart_item(&c, zt_arena_printf(b->arena, "国家级经济技术开发区%d", i), none);
                size_t series = hub ? 0 : (size_t)i % 3;
                item->values[series] = i % 4 == 3 ? NULL
                                                  : chart_quantity(b, i % 5 == 0   ? "9800000"
                                                                      : i % 7 == 0 ? ""
                                                                                   : "约-3.5");
                item->highlight = i == 4;
            }
            all_courses(&c);
            const zt_group *group = assert_sound(&c, widths[w]);
            assert_all_said(&c, group);
            assert_clear(group);
            zt_str said = board_text(b, group);
            assert_int_equal(occurrences(said, "成渝枢纽"), 1);
            assert_int_equal(occurrences(said, "单位：万元"), 1);
            for (size_t s = 0; !hub && heads[s]; s++)
                assert_int_equal(occurrences(said, heads[s]), 1);
            assert_true(zt_chart_check(&c.data, b->diags));
        }
}

static void test_few(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++)
        for (size_t count = 1; count < 4; count++)
            for (size_t hub = 0; hub < 2; hub++) {
                chart_case c = chart_new(*state, hub ? "hub" : "tree", "", 0, NULL);
                if (count > 1)
                    c.data.key_name = ZT_STR("中心");
                for (size_t i = 0; i < count; i++)
                    chart_one(&c, zt_arena_printf(c.board->arena, "项%zu", i), i ? "7" : NULL);
                all_courses(&c);
                const zt_group *group = assert_sound(&c, widths[w]);
                assert_all_said(&c, group);
                assert_clear(group);
            }
}

/* The box of the label that says these words. */
static zt_rect label_at(const zt_group *group, zt_str words)
{
    boxes all = {.count = 0};
    board_parts parts = board_find(group, "labels");
    zt_visitor visitor = {.self = &all, .enter = collect_glyphs};
    zt_scene_walk(parts.items[0].group, &visitor);
    for (size_t i = 0; i < all.count; i++)
        if (zt_str_equal(all.texts[i], words))
            return all.items[i];
    fail_msg("“%.*s” is not there", ZT_ARG(words));
    return (zt_rect){0};
}

/* Trees by lot, of several levels: an item stands further in than what it hangs on, below it or
   beside it, and each has its line. */
static void test_levels_by_lot(void **state)
{
    board *b = *state;
    unsigned dice = 310;
    for (int trial = 0; trial < 120; trial++) {
        static const char *const none[1] = {NULL};
        double width = widths[trial % WIDTHS];
        size_t count = 4 + (size_t)trial % 9;
        chart_case c = chart_new(b, "tree", "", 0, NULL);
        c.data.key_name = trial % 3 ? ZT_STR("根") : (zt_str){0};
        for (size_t i = 0; i < count; i++) {
            zt_chart_item *item =
                chart_item(&c, zt_arena_printf(b->arena, "%c项", 'A' + (int)i), none);
            dice = dice * 1664525U + 1013904223U;
            item->values[0] = dice >> 30 ? NULL : chart_quantity(b, "12");
            item->has_parent = i > 0 && dice % 7 > 1;
            item->parent = item->has_parent ? dice % 1009 % i : 0;
        }
        all_courses(&c);
        const zt_group *group = assert_sound(&c, width);
        assert_all_said(&c, group);
        assert_clear(group);
        size_t lines = 0;
        for (size_t i = 0; i < count; i++) {
            const zt_chart_item *item = &c.data.items[i];
            lines += item->has_parent || c.data.key_name.len > 0;
            if (!item->has_parent)
                continue;
            zt_rect own = label_at(group, item->key);
            zt_rect above = label_at(group, c.data.items[item->parent].key);
            assert_true(own.x > above.x + 3);
            assert_true(own.y > above.y || own.x > above.x + above.w);
        }
        assert_true(paths_of(group, "lines").count >= lines);
        assert_true(zt_chart_check(&c.data, b->diags));
    }
}

/* A chain of so many items: the width that is asked for has room. */
static void test_deep_in_narrow_places(void **state)
{
    for (size_t count = 2; count <= 13; count++) {
        chart_case c = chart_new(*state, "tree", "", 0, NULL);
        c.data.key_name = ZT_STR("根");
        for (size_t i = 0; i < count; i++) {
            zt_chart_item *item =
                chart_one(&c, zt_arena_printf(c.board->arena, "第%zu层", i), "98765432.1");
            item->has_parent = i > 0;
            item->parent = i > 0 ? i - 1 : 0;
        }
        all_courses(&c);
        double asked = width_asked_for(&c, 46, "tree-narrow");
        assert_int_equal(asked > 0, count >= 8);
        const zt_group *group = assert_sound(&c, asked > 0 ? asked : 46);
        assert_all_said(&c, group);
    }
}

/* Several hubs are a panel each, about the names of their series; a tree draws the same data too.
 */
static void test_several_series(void **state)
{
    static const char *const heads[] = {"成渝地区双城经济圈", "乙", "Chicago", "5G"};
    for (size_t w = 0; w < WIDTHS; w++)
        for (size_t series = 2; series <= 4; series++)
            for (size_t items = series; items < 13; items += 3) {
                const char *some[5] = {NULL};
                for (size_t s = 0; s < series; s++)
                    some[s] = heads[s];
                chart_case c = chart_new(*state, "hub", "万人次", 0, some);
                for (size_t i = 0; i < items; i++) {
                    const char *values[4] = {NULL};
                    values[i % series] = i % 5 == 4 ? "" : "98000.5万人次";
                    chart_item(&c, zt_arena_printf(c.board->arena, "城镇居民可支配收入%zu", i),
                               values);
                }
                all_courses(&c);
                for (int tree = 0; tree < 2; tree++) {
                    c.data.kind = tree ? ZT_STR("tree") : ZT_STR("hub");
                    assert_true(zt_chart_check(&c.data, c.board->diags));
                    const zt_group *group = assert_sound(&c, widths[w]);
                    assert_all_said(&c, group);
                    for (size_t s = 0; s < series; s++)
                        assert_true(occurrences(board_text(c.board, group), heads[s]) >= 1);
                }
            }
}

#define BRANCH_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BRANCH_TEST(test_all_is_said),    BRANCH_TEST(test_few),
        BRANCH_TEST(test_levels_by_lot),  BRANCH_TEST(test_deep_in_narrow_places),
        BRANCH_TEST(test_several_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
