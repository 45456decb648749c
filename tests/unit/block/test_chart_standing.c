/* How sure a value is shows in every kind that draws lengths, areas or lines: an estimate hatched,
   a forecast dashed, 约 an open end, a missing value a slot and no mark of no length. */
#include "chart_ask.h"

/* Marks of a layer by their look. */
typedef struct looks {
    size_t solid, dashed, plain_strokes;
} looks;

static looks looks_of(const zt_group *group, const char *layer)
{
    looks found = {0, 0, 0};
    paths marks = paths_of(group, layer);
    for (size_t i = 0; i < marks.count; i++) {
        bool stroked = marks.items[i]->stroke.ink != NULL;
        found.solid += marks.items[i]->fill.ink != NULL;
        found.dashed += stroked && marks.items[i]->dash[0] > 0;
        found.plain_strokes += stroked && marks.items[i]->dash[0] <= 0;
    }
    return found;
}

static chart_case standing_case(board *b, const char *kind, const char *unit)
{
    chart_case c = chart_new(b, kind, unit, 0, NULL);
    chart_one(&c, "实际", "46.3");
    chart_one(&c, "约数", "约20");
    chart_status(chart_one(&c, "估计", "10.0"), 0, ZT_ESTIMATE);
    chart_status(chart_one(&c, "预测", "15.0"), 0, ZT_FORECAST);
    return c;
}

/* A solid bar each for 46.3 and 约20 and the ring at its end; hatching with its edge; a dashed
   edge. */
static void test_bars_columns_shares_and_rings(void **state)
{
    static const char *const kinds[] = {"rank", "bar", "column", "diverging", "share", "donut"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        chart_case c = standing_case(*state, kinds[k], "%");
        const zt_group *group = assert_sound(&c, 93);
        looks bars = looks_of(group, "bars"), ends = {0, 0, 0};
        if (strcmp(kinds[k], "column") == 0)
            ends = looks_of(group, "ends");
        if (bars.dashed < 1 || bars.plain_strokes < 2 || bars.solid + ends.solid < 3)
            fail_msg("%s: %zu dashed, %zu strokes, %zu solid", kinds[k], bars.dashed,
                     bars.plain_strokes, bars.solid + ends.solid);
        zt_str text = board_text(c.board, group);
        assert_int_equal(occurrences(text, "推算"), 0); /* the author estimates, nobody computes */
        assert_int_equal(occurrences(text, "估计"), 2); /* the name and the word */
        if (occurrences(text, "预测") < 2)              /* the name and the word */
            fail_msg("%s: %.*s", kinds[k], ZT_ARG(text));
    }
}

static void test_cells(void **state)
{
    chart_case c = standing_case(*state, "waffle", "%");
    looks cells = looks_of(assert_sound(&c, 154), "cells");
    assert_int_equal(cells.dashed, 15);
    assert_int_equal(cells.plain_strokes, 2 * 10);
    assert_int_equal(cells.solid, 100 - 25);
}

static void test_lines(void **state)
{
    chart_case c = standing_case(*state, "line", "%");
    const zt_group *group = assert_sound(&c, 93);
    looks lines = looks_of(group, "lines");
    assert_int_equal(lines.dashed, 1);        /* the way to the estimate and on */
    assert_int_equal(lines.plain_strokes, 2); /* the way to 约20 and its ring */
}

/* The slot has four dashed sides and its word; the bars are those of the values alone. */
static void test_missing_values(void **state)
{
    static const char *const kinds[] = {"rank", "bar", "column", "diverging", "line"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        chart_case c = chart_new(*state, kinds[k], "万人次", 4, NULL);
        chart_one(&c, "甲", "46.3");
        chart_one(&c, "乙", "");
        chart_one(&c, "丙", "20.0");
        const zt_group *group = assert_sound(&c, 93);
        looks labels = looks_of(group, "labels");
        if (labels.dashed != 4)
            fail_msg("%s: %zu sides", kinds[k], labels.dashed);
        assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
        if (strcmp(kinds[k], "line") == 0)
            continue;
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 2);
        for (size_t i = 0; i < bars.count; i++)
            assert_true(bars.items[i]->item.box.w > 1 && bars.items[i]->item.box.h > 1);
    }
}

/* A broken axis: lengths less what it leaves out, and the break through every bar. */
static void test_breaks(void **state)
{
    static const char *const kinds[] = {"rank", "bar", "column"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        chart_case c = chart_new(*state, kinds[k], "人", 0, NULL);
        c.data.broken = true;
        chart_one(&c, "甲", "1010");
        chart_one(&c, "乙", "980");
        chart_one(&c, "丙", "960");
        const zt_group *group = assert_sound(&c, 93);
        size_t breaks = 0;
        static const char *const layers[] = {"bars", "ends"};
        double lengths[3];
        size_t count = 0;
        int layer_count = strcmp(kinds[k], "column") == 0 ? 2 : 1;
        for (int l = 0; l < layer_count; l++) {
            paths marks = paths_of(group, layers[l]);
            for (size_t i = 0; i < marks.count; i++)
                if (marks.items[i]->fill.ink == &zt_ink_paper)
                    breaks++;
                else if (count < 3)
                    lengths[count++] = strcmp(kinds[k], "column") == 0 ? marks.items[i]->item.box.h
                                                                       : marks.items[i]->item.box.w;
        }
        if (breaks != 3)
            fail_msg("%s: %zu breaks", kinds[k], breaks);
        assert_int_equal(count, 3);
        /* still in proportion to what is left: equal steps for equal differences */
        assert_near((lengths[0] - lengths[1]) / (lengths[1] - lengths[2]), 1.5, 0.002);
        assert_true(lengths[0] / lengths[2] > 1.2);
    }
}

/* 5700家 beside 5.56万家: as written, in proportion. */
static void test_mixed_scales(void **state)
{
    static const char *const kinds[] = {"rank", "bar", "column"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        chart_case c = chart_new(*state, kinds[k], "万家", 4, NULL);
        c.data.mixed_scales = true;
        chart_one(&c, "门诊", "5.56万家");
        chart_one(&c, "住院", "5700家");
        const zt_group *group = assert_sound(&c, 93);
        paths bars = paths_of(group, "bars");
        assert_int_equal(bars.count, 2);
        zt_rect a = bars.items[0]->item.box, b = bars.items[1]->item.box;
        bool upright = strcmp(kinds[k], "column") == 0;
        assert_near(upright ? a.h / b.h : a.w / b.w, 55600.0 / 5700, 0.01);
        zt_str text = board_text(c.board, group);
        assert_int_equal(occurrences(text, "5700家"), 1);
        assert_int_equal(occurrences(text, "5.56万家"), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_bars_columns_shares_and_rings, board_open,
                                        board_close),
        cmocka_unit_test_setup_teardown(test_cells, board_open, board_close),
        cmocka_unit_test_setup_teardown(test_lines, board_open, board_close),
        cmocka_unit_test_setup_teardown(test_missing_values, board_open, board_close),
        cmocka_unit_test_setup_teardown(test_breaks, board_open, board_close),
        cmocka_unit_test_setup_teardown(test_mixed_scales, board_open, board_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
