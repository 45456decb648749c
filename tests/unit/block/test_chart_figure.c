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
                             .gap = 0.1,
                             .han_ratio = 0.78,
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
    /* The style's 0.1 em of the digits would be 0.2 em of the words: a blank. */
    assert_near(all.items[1]->item.box.x - zt_rect_right(all.items[0]->item.box), 0.09 * 17, 0.01);
    assert_near(all.items[2]->item.box.x - zt_rect_right(all.items[1]->item.box), 0.09 * 17, 0.01);
    style.gap = 0.03;
    all = runs_of(set_at(b, chart_quantity(b, "近240万余辆"), &style, &figure));
    assert_near(all.items[2]->item.box.x - zt_rect_right(all.items[1]->item.box), 0.03 * 34, 0.01);
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
        FIGURE_TEST(test_a_phrase_is_one_line),
        FIGURE_TEST(test_first_ink_stands_at_x),
        FIGURE_TEST(test_han_figure_is_smaller),
        FIGURE_TEST(test_small_units_take_the_safe_ink),
        FIGURE_TEST(test_missing_value_in_a_dashed_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
