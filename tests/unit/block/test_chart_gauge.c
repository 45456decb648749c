/* Gauges: strips on one scale, strokes where they are due, zones up to their limits. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static const char *const due[] = {"完成", "时间进度", NULL};
static const char *const zones[] = {"均值", "优", "良", "轻度", NULL};

/* Lengths of 100 per cent over the whole width; the stroke in the middle of its mark. */
static void test_lengths_and_strokes(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = chart_new(*state, "gauge", "%", 0, due);
        chart_item(&c, "投资", (const char *const[]){"63", "58.3"});
        chart_item(&c, "消费", (const char *const[]){"25.2", "58.3"});
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths bars = paths_of(group, "bars"), marks = paths_of(group, "marks");
        double width = zt_pt_from_mm(widths[w]);
        assert_int_equal(bars.count, 2);
        assert_near(bars.items[0]->item.box.w, 0.63 * width, width / 1000);
        assert_near(bars.items[1]->item.box.w, 0.252 * width, width / 1000);
        assert_int_equal(marks.count, 2);
        zt_rect stroke = marks.items[0]->item.box;
        assert_near(stroke.x + stroke.w / 2, 0.583 * width, width / 1000);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "时间进度"), 2);
        assert_int_equal(occurrences(board_text(c.board, group), "完成"), 2);
    }
}

/* More than a hundred, and many: still one scale. */
static void test_thirty_one_beyond_a_hundred(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = chart_new(*state, "gauge", "%", 0, due);
        double values[31];
        for (int i = 0; i < 31; i++) {
            values[i] = 5 + i * 4;
            chart_item(&c, zt_arena_printf(c.board->arena, "川渝高竹新区北部第%d片", i + 1),
                       (const char *const[]){zt_arena_printf(c.board->arena, "%g", values[i]),
                                             i == 4 ? "" : "58.3"});
        }
        chart_status(&c.data.items[2], 0, ZT_ESTIMATE);
        c.data.items[3].highlight = true;
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bars = paths_of(group, "bars");
        double width = zt_pt_from_mm(widths[w]);
        assert_near(bars.items[0]->item.box.w, width * 5 / 125, width / 1000);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
    }
}

/* Zones end at their limits; the tip of the pointer stands on the value. */
static void test_zones(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = chart_new(*state, "gauge", "微克", 0, zones);
        chart_item(&c, "细颗粒物", (const char *const[]){"72", "50", "100", "200"});
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths strips = paths_of(group, "strips");
        double width = zt_pt_from_mm(widths[w]);
        assert_int_equal(strips.count, 3);
        assert_near(strips.items[1]->item.box.x, width / 4, width / 1000);
        assert_near(strips.items[2]->item.box.x, width / 2, width / 1000);
        assert_near(zt_rect_right(strips.items[2]->item.box), width, 0.001);
        zt_rect pointer = paths_of(group, "marks").items[0]->item.box;
        assert_near(pointer.x + pointer.w / 2, 0.36 * width, width / 500);
        assert_all_said(&c, group);
        for (size_t s = 0; s < 4; s++)
            assert_int_equal(occurrences(board_text(c.board, group), zones[s]), 1);
    }
}

/* A stroke at the end of the strip, or next to it, stands on the scale of the bars as any other. */
static void test_strokes_at_the_end(void **state)
{
    static const char *const dues[] = {"100", "99.8", "99", "40"};
    for (size_t w = 0; w < WIDTHS; w++)
        for (size_t i = 0; i < 4; i++) {
            chart_case c = chart_new(*state, "gauge", "亿元", 0, due);
            chart_item(&c, "投资", (const char *const[]){"63", dues[i]});
            chart_item(&c, "消费", (const char *const[]){i < 3 ? "31.5" : "100", "20"});
            const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
            zt_rect bar = paths_of(group, "bars").items[0]->item.box;
            zt_rect stroke = paths_of(group, "marks").items[0]->item.box;
            double right = bar.w * strtod(dues[i], NULL) / 63;
            assert_near(stroke.x + stroke.w / 2, right, right / 1000);
            assert_true(zt_rect_right(stroke) < zt_pt_from_mm(widths[w]) + 0.01);
        }
}

static void test_missing_one_and_refused(void **state)
{
    chart_case c = chart_new(*state, "gauge", "亿元", 0, NULL);
    chart_one(&c, "甲", "");
    chart_one(&c, "乙", "约9,800,000");
    assert_all_said(&c, assert_sound_by(&c, 46, ASK_BY_INK));
    chart_case ahead = chart_new(*state, "gauge", "亿元", 0, due);
    chart_item(&ahead, "甲", (const char *const[]){"", "58"});
    const zt_group *group = assert_sound_by(&ahead, 46, ASK_BY_INK);
    assert_int_equal(occurrences(board_text(ahead.board, group), "58亿元"), 1);
    chart_case below = chart_new(*state, "gauge", "亿元", 0, NULL);
    chart_one(&below, "甲", "-3");
    assert_check_refuses(&below, "should-be-bars");
    chart_case falling = chart_new(*state, "gauge", "微克", 0, zones);
    chart_item(&falling, "甲", (const char *const[]){"72", "50", "40", "200"});
    assert_check_refuses(&falling, "gauge-zones");
}

#define GAUGE_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        GAUGE_TEST(test_lengths_and_strokes),
        GAUGE_TEST(test_thirty_one_beyond_a_hundred),
        GAUGE_TEST(test_zones),
        GAUGE_TEST(test_strokes_at_the_end),
        GAUGE_TEST(test_missing_one_and_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
