/* Bullets: bars and targets in proportion, each by its own unit, nothing lost. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};

static zt_chart_item *bullet(chart_case *c, const char *key, const char *value, const char *target)
{
    zt_chart_item *item = chart_one(c, key, value);
    zt_quantity *q = ZT_NEW(c->board->arena, zt_quantity);
    assert_true(zt_quantity_parse(c->board->arena, c->board->diags, ZT_Q_TARGET,
                                  zt_str_from(target), NULL, q));
    q->kind = ZT_Q_TARGET;
    q->status = ZT_TARGET;
    item->target = q;
    return item;
}

static void assert_targets_said(chart_case *c, const zt_group *group)
{
    zt_str said = board_text(c->board, group);
    for (size_t i = 0; i < c->data.item_count; i++)
        assert_true(zt_str_holds(said, c->data.items[i].target->text));
    assert_all_said(c, group);
}

/* Tracks are all of one length, which is the target; bars are parts of it. */
static void test_bars_are_parts_of_their_targets(void **state)
{
    const double parts[] = {2.58 / 2.5, 538.0 / 600, 1189.0 / 1700, 0.3};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "bullet", "", 0, NULL);
        bullet(&c, "研发经费强度", "2.58%", "2.5%");
        bullet(&c, "轨道交通运营里程", "538公里", "600公里");
        bullet(&c, "高铁里程", "1189公里", "到2025年达到1700公里");
        bullet(&c, "企业", "9000家", "3万家")->highlight = true;
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars"), tracks = paths_of(group, "grid");
        assert_int_equal(bars.count, 4);
        assert_int_equal(tracks.count, 4);
        for (size_t i = 0; i < 4; i++) {
            zt_rect bar = bars.items[i]->item.box, track = tracks.items[i]->item.box;
            assert_near(track.w, tracks.items[0]->item.box.w, 0.001);
            assert_near(bar.x, track.x, 0.001);
            assert_near(bar.w / track.w, parts[i], 0.001 * parts[i]);
        }
        assert_targets_said(&c, group);
        /* in the heads alone: over the strokes, and in wide places over the column */
        assert_true(occurrences(board_text(c.board, group), "目标") <= (widths[w] < 60 ? 1 : 2));
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

/* A bare value is in the unit of its target; one of another unit is refused. */
static void test_units(void **state)
{
    chart_case c = chart_new(*state, "bullet", "", 0, NULL);
    bullet(&c, "新增城镇就业", "324", "375万人");
    paths bars = paths_of(assert_sound(&c, 97), "bars");
    paths tracks = paths_of(board_place(c.board, zt_pt_from_mm(97), 200), "grid");
    assert_near(bars.items[0]->item.box.w / tracks.items[0]->item.box.w, 324.0 / 375, 0.001);
    bullet(&c, "高铁里程", "1189公里", "17座");
    size_t mark = zt_diags_mark(c.board->diags);
    assert_false(zt_chart_check(&c.data, c.board->diags));
    assert_string_equal(zt_diags_at(c.board->diags, mark)->code, "unit-mismatch");
    zt_diags_rewind(c.board->diags, mark);
}

static void test_missing_negative_and_open(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "bullet", "亿元", 0, NULL);
        bullet(&c, "甲", "", "10");
        bullet(&c, "乙", "-3", "30");
        chart_status(bullet(&c, "丙", "约12", "20"), 0, ZT_ESTIMATE);
        bullet(&c, "丁", "0", "20");
        bullet(&c, "戊", "7", "0"); /* of nothing no part is drawn */
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_targets_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
    }
}

/* The second series may be the targets; its head names them. */
static void test_targets_as_a_series(void **state)
{
    static const char *const two[] = {"完成", "全年计划数", NULL};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = chart_new(*state, "bullet", "公里", 0, two);
        chart_item(&c, "甲", (const char *[]){"30", "60"});
        chart_status(chart_item(&c, "乙", (const char *[]){"30", "120"}), 1, ZT_FORECAST);
        chart_item(&c, "丙", (const char *[]){"9376003", ""});
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 2);
        assert_near(bars.items[0]->item.box.w, 2 * bars.items[1]->item.box.w, 0.05);
        zt_str said = board_text(c.board, group);
        assert_true(zt_str_holds(said, ZT_STR("完成")) && zt_str_holds(said, ZT_STR("全年计划数")));
        assert_int_equal(occurrences(said, "预测"), 1);
        assert_int_equal(occurrences(said, "待补"), 1);
    }
}

static void test_one_and_thirty_one(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        chart_case one = chart_new(*state, "bullet", "", 0, NULL);
        bullet(&one, "唯一", "9,800,000人", "500万人");
        assert_targets_said(&one, assert_sound(&one, widths[w]));
        chart_case many = chart_new(*state, "bullet", "万亿元", 0, NULL);
        for (int i = 0; i < 31; i++)
            bullet(&many, zt_arena_printf(many.board->arena, "成渝地区双城经济圈%d区", i),
                   zt_arena_printf(many.board->arena, "%d.01", i * i), "800");
        assert_targets_said(&many, assert_sound(&many, widths[w]));
    }
}

static void test_what_has_no_target_is_refused(void **state)
{
    const char *const targets[] = {NULL, "下降10%"};
    for (size_t i = 0; i < 2; i++) {
        chart_case c = chart_new(*state, "bullet", "", 0, NULL);
        if (targets[i])
            bullet(&c, "甲", "5", targets[i]);
        else
            chart_one(&c, "甲", "5");
        size_t mark = zt_diags_mark(c.board->diags);
        assert_false(zt_chart_check(&c.data, c.board->diags));
        assert_string_equal(zt_diags_at(c.board->diags, mark)->code, "target-missing");
        zt_diags_rewind(c.board->diags, mark);
    }
}

#define BULLET_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BULLET_TEST(test_bars_are_parts_of_their_targets),
        BULLET_TEST(test_units),
        BULLET_TEST(test_missing_negative_and_open),
        BULLET_TEST(test_one_and_thirty_one),
        BULLET_TEST(test_targets_as_a_series),
        BULLET_TEST(test_what_has_no_target_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
