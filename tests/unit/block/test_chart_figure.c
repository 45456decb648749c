/* Key figures: pieces on one baseline, words smaller, first ink at x, missing values in a box. */
#include "chart/figure.h"
#include "chart_fixture.h"

typedef struct runs {
    const zt_glyphs *items[8];
    size_t count;
} runs;

static void collect(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    (void)dy;
    runs *all = self;
    if (item->kind == ZT_ITEM_GLYPHS && all->count < 8)
        all->items[all->count++] = (const zt_glyphs *)item;
}

static runs runs_of(const zt_group *group)
{
    runs all = {.count = 0};
    zt_visitor visitor = {.self = &all, .enter = collect};
    zt_scene_walk(group, &visitor);
    return all;
}

static zt_figure_style style_of(board *b)
{
    chart_case c = chart_new(b, "rank", "", 0, NULL);
    chart_use(&c);
    return (zt_figure_style){.look = zt_block_look(&b->setting, &b->block, "figure"),
                             .unit_ratio = 0.5,
                             .missing = zt_block_look(&b->setting, &b->block, "missing")};
}

static zt_group *set_at(board *b, const zt_quantity *q, const zt_figure_style *style,
                        zt_figure **figure)
{
    zt_group *group = zt_scene_detached(b->setting.scene);
    *figure = zt_figure_new(&b->setting, q, style);
    zt_figure_place(*figure, &b->setting, group, 100, 50);
    return group;
}

static void test_words_stand_smaller_on_the_same_baseline(void **state)
{
    board *b = *state;
    zt_figure_style style = style_of(b);
    zt_figure *figure;
    runs all = runs_of(set_at(b, chart_quantity(b, "近240万余辆"), &style, &figure));
    assert_int_equal(all.count, 3);
    assert_true(zt_str_is(all.items[0]->text, "近"));
    assert_true(zt_str_is(all.items[1]->text, "240"));
    assert_true(zt_str_is(all.items[2]->text, "万余辆"));
    assert_near(all.items[1]->size, 34, 0.001);
    for (size_t i = 0; i < 3; i++) {
        assert_near(all.items[i]->origin.y, 50, 0.001);
        assert_near(all.items[i]->size, i == 1 ? 34 : 17, 0.001);
    }
}

/* White between the ink of two pieces of a figure placed so. */
static double white_between(const zt_glyphs *left, const zt_glyphs *right)
{
    zt_rect ink[2];
    const zt_glyphs *both[] = {left, right};
    for (int i = 0; i < 2; i++) {
        size_t k = i == 0 ? left->glyph_count - 1 : 0;
        assert_true(zt_face_ink(both[i]->face, both[i]->glyphs[k].id, &ink[i]));
        ink[i].x = both[i]->origin.x + both[i]->glyphs[k].x + ink[i].x * both[i]->size;
        ink[i].w *= both[i]->size;
    }
    return ink[1].x - zt_rect_right(ink[0]);
}

/* From ink to ink, whatever digit and whatever word meet, at any size of figures; a tenth of an em
   of the words between advances would be a blank to readers of the PDF, so there may be less. */
static void test_distances_are_those_of_the_theme(void **state)
{
    static const struct {
        const char *phrase;
        double before, behind; /* em of the digits; 0: nothing there */
    } cases[] = {{"39项", 0, 0.10},    {"1054.5亿元", 0, 0.10},   {"212%", 0, 0.05},
                 {"14.6%", 0, 0.05},   {"约300万元", 0.12, 0.10}, {"超1千万人次", 0.12, 0.10},
                 {"311公里", 0, 0.10}, {"4倍", 0, 0.10}};
    static const double sizes[] = {12, 22, 34, 60, 96};
    board *b = *state;
    zt_figure *figure;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
            zt_figure_style style = style_of(b);
            style.unit_ratio = 0;
            style.look = zt_look_at_size(&style.look, sizes[k]);
            runs all = runs_of(set_at(b, chart_quantity(b, cases[i].phrase), &style, &figure));
            size_t digits = cases[i].before > 0 ? 1 : 0;
            const double wanted[] = {cases[i].before, cases[i].behind};
            for (size_t side = 0; side < 2; side++) {
                if (wanted[side] <= 0)
                    continue;
                const zt_glyphs *left = all.items[digits - 1 + side],
                                *right = all.items[digits + side];
                double advance = right->item.box.x - zt_rect_right(left->item.box);
                double found = white_between(left, right) / sizes[k];
                double most = 0.09 * zt_min(left->size, right->size);
                if (advance <= 0.02) /* the bearings of both are more than that */
                    assert_true(found >= wanted[side] - 0.002 && found < wanted[side] + 0.05);
                else if (advance >= most - 0.02)
                    assert_true(found <= wanted[side] + 0.001 && found > wanted[side] / 2);
                else
                    assert_near(found, wanted[side], 0.002);
            }
        }
}

/* Sizes of units by the theme: larger beside small digits, smaller where a long one stands beside
   large ones, never below the least; a per cent sign has its own. */
static void test_sizes_of_units(void **state)
{
    static const struct {
        const char *phrase;
        double size, unit;
    } cases[] = {{"40个", 34, 0.48 * 34},
                 {"40个", 12, 7.5},
                 {"40个", 15, 0.62 * 15},
                 {"40个", 20, 0.48 * 20},
                 {"40万人次", 36, 0.48 * 36},
                 {"40万余人次", 36, 0.42 * 36},
                 {"40%", 34, 0.60 * 34},
                 {"40%", 10, 7.5},
                 {"40个", 7, 7}};
    board *b = *state;
    zt_figure *figure;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_figure_style style = style_of(b);
        style.unit_ratio = 0;
        style.look = zt_look_at_size(&style.look, cases[i].size);
        runs all = runs_of(set_at(b, chart_quantity(b, cases[i].phrase), &style, &figure));
        assert_near(all.items[1]->size, cases[i].unit, 0.001);
    }
    zt_figure_style style = style_of(b);
    style.unit_ratio = 0;
    runs all = runs_of(set_at(b, chart_quantity(b, "15%以上"), &style, &figure));
    assert_int_equal(all.count, 3);
    assert_near(all.items[1]->size, 0.60 * 34, 0.001);
    assert_near(all.items[2]->size, 0.48 * 34, 0.001);
}

/* The dash of a range is narrower than its em; digits stand close to it. */
static void test_dash_of_a_range(void **state)
{
    board *b = *state;
    zt_figure_style style = style_of(b);
    zt_figure *figure;
    runs all = runs_of(set_at(b, chart_quantity(b, "1—2年"), &style, &figure));
    assert_int_equal(all.count, 4);
    assert_near(all.items[1]->condense * 34, 0.56 * 34, 0.02 * 34);
    assert_true(figure->width < 34 * (0.56 * 3 + 0.75));
}

/* One phrase to readers of the page, whatever it is set of. */
static void test_a_phrase_is_one_line(void **state)
{
    board *b = *state;
    zt_figure_style style = style_of(b);
    zt_figure *figure;
    runs first = runs_of(set_at(b, chart_quantity(b, "近240万余辆"), &style, &figure));
    runs second = runs_of(set_at(b, chart_quantity(b, "12家"), &style, &figure));
    assert_int_equal(first.count, 3);
    assert_int_not_equal(first.items[0]->line, 0);
    for (size_t i = 1; i < 3; i++)
        assert_ptr_equal(zt_glyphs_next(first.items[i - 1]), first.items[i]);
    assert_null(zt_glyphs_next(first.items[2]));
    assert_int_not_equal(first.items[0]->line, second.items[0]->line);
}

static void test_first_ink_stands_at_x(void **state)
{
    board *b = *state;
    zt_figure_style style = style_of(b);
    zt_figure *figure;
    const char *const phrases[] = {"1054.5亿元", "39项", "约300万元"};
    for (size_t i = 0; i < 3; i++) {
        zt_group *group = set_at(b, chart_quantity(b, phrases[i]), &style, &figure);
        zt_rect ink = zt_group_ink(group);
        assert_near(ink.x, 100, 0.05);
        assert_true(zt_rect_right(ink) <= 100 + figure->width + 0.05);
        assert_true(figure->ascent > 0.7 * 34 && figure->ascent < 0.76 * 34);
    }
}

static void test_han_figure_is_smaller(void **state)
{
    board *b = *state;
    zt_figure_style style = style_of(b);
    zt_figure *figure;
    zt_quantity *rank = ZT_NEW(b->arena, zt_quantity);
    assert_true(zt_quantity_parse(b->arena, b->diags, ZT_Q_RANK, ZT_STR("第二"), NULL, rank));
    rank->figure_first = 0;
    rank->figure_end = rank->text.len;
    runs all = runs_of(set_at(b, rank, &style, &figure));
    assert_int_equal(all.count, 1);
    assert_near(all.items[0]->size, 0.78 * 34, 0.001);
}

static void test_small_units_take_the_safe_ink(void **state)
{
    board *b = *state;
    zt_figure_style style = style_of(b);
    style.look.text.paint = ZT_SOLID(&b->inks[1]);
    style.small_ink = &b->inks[0];
    zt_figure *figure;
    runs large = runs_of(set_at(b, chart_quantity(b, "40个"), &style, &figure));
    assert_ptr_equal(large.items[1]->paint.ink, &b->inks[1]); /* 17 pt */
    style.look = zt_look_at_size(&style.look, 26);
    runs small = runs_of(set_at(b, chart_quantity(b, "40个"), &style, &figure));
    assert_ptr_equal(small.items[0]->paint.ink, &b->inks[1]);
    assert_ptr_equal(small.items[1]->paint.ink, &b->inks[0]); /* 13 pt */
}

static void test_missing_value_in_a_dashed_box(void **state)
{
    board *b = *state;
    zt_figure_style style = style_of(b);
    zt_figure *figure;
    zt_group *group = set_at(b, chart_quantity(b, ""), &style, &figure);
    zt_rect ink = zt_group_ink(group);
    assert_near(zt_rect_foot(ink), 50, 0.05); /* the foot on the baseline */
    assert_near(ink.x, 100, 0.05);
    assert_near(ink.w, figure->width, 0.05);
    assert_near(ink.h, figure->ascent, 0.05);
    assert_true(zt_str_is(board_text(b, group), "待补"));
    for (const zt_item *item = group->first; item; item = item->next)
        if (item->kind == ZT_ITEM_PATH)
            assert_true(((const zt_path *)item)->dash[0] > 0);
}

#define FIGURE_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIGURE_TEST(test_words_stand_smaller_on_the_same_baseline),
        FIGURE_TEST(test_distances_are_those_of_the_theme),
        FIGURE_TEST(test_sizes_of_units),
        FIGURE_TEST(test_dash_of_a_range),
        FIGURE_TEST(test_a_phrase_is_one_line),
        FIGURE_TEST(test_first_ink_stands_at_x),
        FIGURE_TEST(test_han_figure_is_smaller),
        FIGURE_TEST(test_small_units_take_the_safe_ink),
        FIGURE_TEST(test_missing_value_in_a_dashed_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
