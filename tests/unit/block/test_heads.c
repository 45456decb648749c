/* Heads: a headline fitted to its measure, two lines at sense, overset; kicker, as of. */
#include "board.h"

extern const zt_block_kind zt_block_kind_title, zt_block_kind_kicker, zt_block_kind_deck,
    zt_block_kind_asof, zt_block_kind_lead;

static board *with_title(void **state, zt_rich *text, const char *words, bool grow)
{
    board *b = *state;
    zt_style *style = board_style(b, "title");
    style->size = 60;
    style->size_max = 72;
    style->size_min = 30;
    style->grow = grow;
    *text = board_rich(b, words);
    board_use(b, &zt_block_kind_title, NULL, text);
    return b;
}

static const zt_glyphs *first_run(const zt_item *item)
{
    for (; item; item = item->next) {
        if (item->kind == ZT_ITEM_GLYPHS)
            return (const zt_glyphs *)item;
        const zt_glyphs *inner =
            item->kind == ZT_ITEM_GROUP ? first_run(((const zt_group *)item)->first) : NULL;
        if (inner)
            return inner;
    }
    return NULL;
}

static void add_baseline(void *self, const zt_item *item, double dx, double dy)
{
    double *ys = self; /* ys[0] counts */
    (void)dx;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    double y = ((const zt_glyphs *)item)->origin.y + dy;
    for (int i = 1; i <= (int)ys[0]; i++)
        if (fabs(ys[i] - y) < 0.5)
            return;
    ys[0]++;
    ys[(int)ys[0]] = y;
}

static int line_count(const zt_group *group)
{
    double ys[32] = {0};
    zt_visitor visitor = {.self = ys, .enter = add_baseline};
    zt_scene_walk(group, &visitor);
    return (int)ys[0];
}

static void test_grown_title_is_flush_on_both_edges(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "“双核”联动　成效显著", true);
    const double tenth = zt_pt_from_mm(0.1);
    for (double width = 400; width <= 690; width += 29) {
        zt_group *group = board_natural(b, width);
        zt_rect ink = zt_group_ink(group);
        assert_near(ink.x, 0, tenth);
        assert_near(zt_rect_right(ink), width, tenth);
        assert_int_equal(line_count(group), 1);
        assert_true(first_run(&group->item)->size <= 72 + 1e-9);
    }
    assert_int_equal(zt_diags_count(b->diags), 0);
}

static void test_blank_gives_before_the_size(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "“双核”联动　成效显著", true);
    /* 72 pt fits 244 mm with a blank between 0.5 and 0.65 em. */
    zt_group *group = board_natural(b, zt_pt_from_mm(244));
    assert_near(first_run(&group->item)->size, 72, 0.01);
}

static void test_a_short_title_is_not_torn_apart(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "联动", true);
    zt_rect ink = zt_group_ink(board_natural(b, 600));
    assert_true(zt_rect_right(ink) < 2.2 * 72);
}

static void test_ink_stands_in_the_middle_of_the_frame(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "国国国国", false);
    zt_extent extent = board_measure(b, 700);
    zt_rect ink = zt_group_ink(board_place(b, 700, extent.height));
    assert_near(extent.height, first_run(&board_place(b, 700, extent.height)->item)->size, 1e-6);
    assert_near(ink.y + ink.h / 2, extent.height / 2,
                0.02 * 60); /* R126: 0.38 em, like the box's */
    assert_near(extent.ceiling, extent.height, 1e-9);
}

static void test_long_title_takes_two_lines_of_like_length(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "成渝地区双城经济圈建设取得新进展新成效", true);
    zt_extent extent = board_measure(b, 400);
    zt_group *group = board_place(b, 400, extent.height);
    assert_int_equal(line_count(group), 2);
    assert_true(first_run(&group->item)->size >= 30);
    board_inside_near(group, 400, extent.height, 0.03 * 72); /* strokes beyond the Han box */
    assert_near(zt_rect_right(zt_group_ink(group)), 400, 0.3);
    assert_int_equal(zt_diags_count(b->diags), 0);
}

/* R93: quotes and commas take half an em in a headline even where the text has them whole. */
static void test_r93_marks_are_half_in_a_headline(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "建“双核”，兴（两地），强“一圈”", false);
    zt_rect narrow = zt_group_ink(board_natural(b, 900));
    b->theme.punctuation = ZT_QUANJIAO;
    zt_rect same = zt_group_ink(board_natural(b, 900));
    assert_near(same.w, narrow.w, 1e-6);
    assert_near(first_run(&board_natural(b, 900)->item)->size, 60, 1e-9);
}

/* R93, R94: the size first, then at most 0.03 em tighter, only then two lines. */
static void test_r93_tightened_before_it_is_broken(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "成渝地区双城经济圈建设成效显著", false);
    zt_group *group = board_natural(b, 440); /* 15 characters at 30 pt are 450 */
    assert_int_equal(line_count(group), 1);
    assert_near(first_run(&group->item)->size, 30, 1e-6);
    assert_near(zt_rect_right(zt_group_ink(group)), 440, 0.3);
    assert_int_equal(line_count(board_natural(b, 430)), 2); /* would be 0.045 em tighter */
    group = board_natural(b, 451);
    assert_near(first_run(&group->item)->size, 451.0 / 15, 0.2);
}

/* R94 over all widths: smaller never means larger type, fewer lines or a lost character. */
static void test_r94_order_of_fitting(void **state)
{
    zt_rich text;
    const char *words = "“双核”联动进入第三年　两地共建成效显著";
    board *b = with_title(state, &text, words, true);
    double size = 72;
    int lines = 1;
    for (double width = 900; width >= 320; width -= 20) {
        zt_group *group = board_natural(b, width);
        double now = first_run(&group->item)->size;
        int count = line_count(group);
        assert_true(now <= size + 1e-6 || count > lines); /* two lines may be larger again */
        assert_true(count >= lines);
        assert_true(zt_rect_right(zt_group_ink(group)) <= width + 0.3);
        size = now;
        lines = count;
    }
    assert_int_equal(lines, 2);
    assert_int_equal(zt_diags_count(b->diags), 0);
}

static void test_forced_break_is_kept(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "", false);
    zt_span spans[] = {{.kind = ZT_SPAN_TEXT, .text = ZT_STR("双核联动")},
                       {.kind = ZT_SPAN_BREAK},
                       {.kind = ZT_SPAN_TEXT, .text = ZT_STR("成效显著")}};
    text = (zt_rich){.spans = spans, .count = 3};
    assert_int_equal(line_count(board_natural(b, 700)), 2);
}

static void test_title_that_cannot_fit_is_overset_and_whole(void **state)
{
    zt_rich text;
    const char *words = "成渝地区双城经济圈建设取得新进展新成效重庆成都联动发展";
    board *b = with_title(state, &text, words, true);
    zt_group *group = board_natural(b, 200);
    assert_int_equal(zt_diags_severity_count(b->diags, ZT_ERROR), 1);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "overset");
    assert_true(zt_str_is(board_text(b, group), words));
}

/* R91: a bar is the blank between the halves, as U+3000 is. */
static void test_r91_bar_is_a_blank(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "“双核”联动|成效显著", true);
    zt_rect barred = zt_group_ink(board_natural(b, 600));
    assert_true(zt_str_is(board_text(b, board_natural(b, 600)), "“双核”联动　成效显著"));
    b = with_title(state, &text, "“双核”联动　成效显著", true);
    assert_near(barred.w, zt_group_ink(board_natural(b, 600)).w, 1e-6);
    b = with_title(state, &text, "重庆成都联动|成渝地区双城经济圈建设取得新进展", true);
    zt_group *group = board_natural(b, 430); /* two lines: parted there first */
    assert_int_equal(line_count(group), 2);
    assert_true(zt_str_starts(first_run(&group->item)->text, "重庆成都联动") &&
                first_run(&group->item)->text.len == strlen("重庆成都联动"));
}

/* R94: glyphs are narrowed only when two lines at the smallest size do not hold, not below 0.9,
   and never in silence. Two lines of 14 characters at 30 pt want some 406 pt at 0.03 em tighter. */
static void test_r94_condenses_by_a_tenth_at_most(void **state)
{
    zt_rich text;
    const char *words = "成渝地区双城经济圈建设新进展重庆成都联动发展取得显著成效";
    board *b = with_title(state, &text, words, true);
    const zt_glyphs *run = first_run(&board_natural(b, 430)->item);
    assert_near(zt_glyphs_scale(run), 1, 1e-9);
    assert_int_equal(zt_diags_count(b->diags), 0);
    zt_group *group = board_natural(b, 380);
    run = first_run(&group->item);
    assert_true(zt_glyphs_scale(run) < 1 && zt_glyphs_scale(run) >= 0.9);
    assert_near(run->size, 30, 1e-9);
    assert_int_equal(line_count(group), 2);
    assert_near(zt_rect_right(zt_group_ink(group)), 380, 0.3);
    assert_true(zt_str_is(board_text(b, group), words));
    assert_int_equal(zt_diags_severity_count(b->diags, ZT_ERROR), 0);
    assert_string_equal(zt_diags_at(b->diags, zt_diags_count(b->diags) - 1)->code,
                        "title-condensed");
    board_natural(b, 300); /* beyond a tenth: the error that counts */
    assert_int_equal(zt_diags_severity_count(b->diags, ZT_ERROR), 1);
}

static void test_title_without_growth_keeps_its_size_or_shrinks(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "成渝机场排行", false);
    assert_near(first_run(&board_natural(b, 700)->item)->size, 60, 1e-9);
    zt_group *group = board_natural(b, 300);
    assert_near(zt_rect_right(zt_group_ink(group)), 300, 0.3);
    assert_int_equal(line_count(group), 1);
}

static void test_vertical_title_runs_from_top_to_foot(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "“双核”联动　成效显著", true);
    b->block.vertical = true;
    double width = 80, height = 600;
    zt_extent extent = board_measure(b, width);
    assert_true(extent.height < height && extent.ceiling > 1e5);
    zt_group *group = board_place(b, width, height);
    zt_rect ink = zt_group_ink(group);
    const double tenth = zt_pt_from_mm(0.1);
    assert_near(ink.y, 0, tenth);
    assert_near(zt_rect_foot(ink), height, tenth);
    board_inside_near(group, width, height, tenth);
    assert_near(ink.x + ink.w / 2, width / 2, 0.05 * 72); /* corner marks stand off the middle */
}

/* The blank above 一 is no bearing: its em box stays by its column. */
static void test_vertical_title_that_begins_with_a_stroke(void **state)
{
    static const char *const titles[] = {"一张物流网", "十一张物流网", "一", "网一"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        zt_rich text;
        board *b = with_title(state, &text, titles[i], true);
        b->block.vertical = true;
        zt_group *group = board_place(b, 80, 400);
        const zt_glyphs *run = first_run(&group->item);
        assert_true(run->item.box.y > -0.3 * run->size);
        board_inside_near(group, 80, 400, 0.3 * run->size);
    }
}

static void test_kicker_begins_with_its_ink(void **state)
{
    board *b = *state;
    zt_rich text = board_rich(b, "“双核”联动发展成果");
    board_use(b, &zt_block_kind_kicker, NULL, &text);
    zt_extent extent = board_measure(b, 400);
    zt_group *group = board_place(b, 400, extent.height);
    assert_near(zt_group_ink(group).x, 0, 0.05);
    assert_near(extent.height, first_run(&group->item)->size, 1e-6);
    board_parts parts = board_find(group, "text");
    assert_int_equal(parts.count, 1);
    assert_int_equal(parts.items[0].group->role, ZT_ROLE_P);
}

static void test_asof_prints_the_month(void **state)
{
    board *b = *state;
    zt_date date;
    assert_true(zt_date_parse(ZT_STR("2022-05"), &date, NULL));
    board_use(b, &zt_block_kind_asof, NULL, &date);
    assert_true(zt_str_is(board_text(b, board_natural(b, 400)), "（截至2022年5月）"));
    board_param(b, "format", "数据截至{}");
    assert_true(zt_str_is(board_text(b, board_natural(b, 400)), "数据截至2022年5月"));
}

static void test_title_is_the_first_heading(void **state)
{
    zt_rich text;
    board *b = with_title(state, &text, "成渝机场排行", false);
    board_parts parts = board_find(board_natural(b, 500), "text");
    assert_int_equal(parts.count, 1);
    assert_int_equal(parts.items[0].group->role, ZT_ROLE_H1);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_grown_title_is_flush_on_both_edges),
        CASE(test_blank_gives_before_the_size),
        CASE(test_a_short_title_is_not_torn_apart),
        CASE(test_ink_stands_in_the_middle_of_the_frame),
        CASE(test_long_title_takes_two_lines_of_like_length),
        CASE(test_forced_break_is_kept),
        CASE(test_r93_marks_are_half_in_a_headline),
        CASE(test_r93_tightened_before_it_is_broken),
        CASE(test_r94_order_of_fitting),
        CASE(test_title_that_cannot_fit_is_overset_and_whole),
        CASE(test_r91_bar_is_a_blank),
        CASE(test_r94_condenses_by_a_tenth_at_most),
        CASE(test_title_without_growth_keeps_its_size_or_shrinks),
        CASE(test_vertical_title_runs_from_top_to_foot),
        CASE(test_vertical_title_that_begins_with_a_stroke),
        CASE(test_kicker_begins_with_its_ink),
        CASE(test_asof_prints_the_month),
        CASE(test_title_is_the_first_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
