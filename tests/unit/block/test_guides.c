/* Thresholds at their true values, brackets over their marks, spans over their items; what stands
   there is said, at all widths. */
#include "chart_ask.h"

static const double widths[] = {46, 97, 156};

/* A chart of 2, 8 and 6 with the guides. */
static chart_case with_guides(board *b, const char *kind, zt_guide *guides, size_t count)
{
    chart_case c = chart_new(b, kind, "家", 0, NULL);
    chart_one(&c, "甲", "2");
    chart_one(&c, "乙", "8");
    chart_one(&c, "丙", "6");
    c.data.guides = guides;
    c.data.guide_count = count;
    c.data.series_highlight = ZT_ARRAY(b->arena, 1, bool);
    return c;
}

/* The only dashed path of the layer. */
static const zt_path *dashed(const zt_group *group, const char *layer)
{
    paths all = paths_of(group, layer);
    const zt_path *found = NULL;
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i]->dash[0] > ZT_MM(1))
            found = all.items[i];
    assert_non_null(found);
    return found;
}

/* 4 lies half as high as 8 and twice as high as 2. */
static void test_threshold_of_columns(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        zt_guide guide = {
            .kind = ZT_GUIDE_THRESHOLD, .name = ZT_STR("平均"), .figure = ZT_STR("4"), .value = 4};
        chart_case c = with_guides(*state, "column", &guide, 1);
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths bars = paths_of(group, "bars");
        zt_rect high = bars.items[1]->item.box;
        const zt_path *line = NULL;
        paths all = paths_of(group, "axis");
        for (size_t i = 0; i < all.count; i++) /* the key of a narrow chart lies over the plot */
            if (all.items[i]->dash[0] > ZT_MM(1) && all.items[i]->item.box.y > high.y)
                line = all.items[i];
        assert_non_null(line);
        double y = line->item.box.y + line->item.box.h / 2;
        assert_near(zt_rect_foot(high) - y, high.h / 2, high.h / 1000);
        assert_int_equal(occurrences(board_text(c.board, group), "平均"), 1);
    }
}

static void test_threshold_of_bars(void **state)
{
    static const char *const kinds[] = {"bar", "rank", "diverging"};
    for (size_t k = 0; k < 3; k++)
        for (size_t w = 0; w < 3; w++) {
            zt_guide guide = {.kind = ZT_GUIDE_THRESHOLD, .figure = ZT_STR("4"), .value = 4};
            chart_case c = with_guides(*state, kinds[k], &guide, 1);
            const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
            zt_rect longest = {0};
            paths bars = paths_of(group, "bars");
            for (size_t i = 0; i < bars.count; i++)
                if (bars.items[i]->item.box.w > longest.w)
                    longest = bars.items[i]->item.box;
            zt_rect line = dashed(group, "axis")->item.box;
            assert_near(line.x + line.w / 2 - longest.x, longest.w / 2, longest.w / 1000);
        }
}

/* Its hooks stand in the middle of their columns, and its words over all of them. */
static void test_bracket_of_columns(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        zt_guide guide = {
            .kind = ZT_GUIDE_BRACKET, .name = ZT_STR("三年"), .figure = ZT_STR("+4"), .to = 2};
        chart_case c = with_guides(*state, "column", &guide, 1);
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths bars = paths_of(group, "bars"), lines = paths_of(group, "axis");
        size_t hooks = 0;
        for (size_t i = 0; i < lines.count; i++) {
            zt_rect box = lines.items[i]->item.box;
            double x = box.x + box.w / 2;
            for (size_t k = 0; k < 3; k += 2) {
                zt_rect bar = bars.items[k]->item.box;
                bool upright = box.h > ZT_MM(1) && box.w < ZT_MM(1);
                hooks += upright && fabs(x - bar.x - bar.w / 2) < 0.01 &&
                         zt_rect_foot(box) < bar.y && box.y < bars.items[1]->item.box.y;
            }
        }
        assert_int_equal(hooks, 2);
        assert_int_equal(occurrences(board_text(c.board, group), "+4"), 1);
    }
}

/* The panel covers the items that it names and no other. */
static void test_span_of_columns(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        zt_guide guide = {.kind = ZT_GUIDE_SPAN, .name = ZT_STR("整治"), .from = 1, .to = 2};
        chart_case c = with_guides(*state, "column", &guide, 1);
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths bars = paths_of(group, "bars");
        zt_rect panel = paths_of(group, "guides").items[0]->item.box;
        assert_true(panel.x > zt_rect_right(bars.items[0]->item.box));
        assert_true(panel.x <= bars.items[1]->item.box.x);
        assert_true(zt_rect_right(panel) >= zt_rect_right(bars.items[2]->item.box));
    }
}

/* Two values an item: 2 and 8, 4 and 6. */
static chart_case pairs_with(board *b, const char *kind, zt_guide *guides, size_t count)
{
    static const char *const heads[] = {"2020年", "2024年", NULL};
    chart_case c = chart_new(b, kind, "家", 0, heads);
    chart_item(&c, "甲", (const char *[]){"2", "8"});
    chart_item(&c, "乙", (const char *[]){"4", "6"});
    c.data.guides = guides;
    c.data.guide_count = count;
    return c;
}

/* 5 lies in the middle of both ways. */
static void test_threshold_of_pairs(void **state)
{
    static const char *const kinds[] = {"dumbbell", "range"};
    for (size_t k = 0; k < 2; k++)
        for (size_t w = 0; w < 3; w++) {
            zt_guide guide = {.kind = ZT_GUIDE_THRESHOLD,
                              .name = ZT_STR("平均"),
                              .figure = ZT_STR("5"),
                              .value = 5};
            chart_case c = pairs_with(*state, kinds[k], &guide, 1);
            const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
            paths ways = paths_of(group, "marks");
            zt_rect way = ways.items[0]->item.box, line = dashed(group, "axis")->item.box;
            assert_near(line.x + line.w / 2, way.x + way.w / 2, 0.01);
            assert_int_equal(occurrences(board_text(c.board, group), "平均"), 1);
        }
}

/* A bracket of a slope is said once, beside the axes or under them. */
static void test_bracket_of_slopes(void **state)
{
    for (size_t w = 0; w < 3; w++) {
        zt_guide guides[] = {
            {.kind = ZT_GUIDE_BRACKET,
             .name = ZT_STR("差距"),
             .figure = ZT_STR("+2"),
             .to = 1,
             .series = 1},
            {.kind = ZT_GUIDE_BRACKET, .name = ZT_STR("起初"), .figure = ZT_STR("−2"), .to = 1}};
        chart_case c = pairs_with(*state, "slope", guides, 2);
        zt_str said = board_text(c.board, assert_sound_by(&c, widths[w], ASK_BY_INK));
        assert_int_equal(occurrences(said, "差距"), 1);
        assert_int_equal(occurrences(said, "+2"), 1);
        assert_int_equal(occurrences(said, "起初"), 1);
    }
}

/* Places at three moments; the line under the third ends between it and the fourth. */
static void test_guides_of_places(void **state)
{
    static const char *const rows[] = {"甲", "乙", "丙", "丁", NULL};
    static const char *places[3][4] = {
        {"1", "2", "3", "4"}, {"2", "1", "4", "3"}, {"1", "3", "2", "4"}};
    static const char *const years[] = {"2020", "2021", "2022"};
    for (size_t w = 0; w < 3; w++) {
        zt_guide guides[] = {{.kind = ZT_GUIDE_SPAN, .name = ZT_STR("整治"), .from = 1, .to = 1},
                             {.kind = ZT_GUIDE_THRESHOLD,
                              .name = ZT_STR("前三"),
                              .figure = ZT_STR("3"),
                              .value = 3}};
        chart_case c = chart_new(*state, "bump", "", 0, rows);
        bool wanted[12] = {false};
        for (size_t i = 0; i < 3; i++)
            chart_item(&c, years[i], places[i]);
        wanted[4] = true; /* 甲 in 2021 */
        c.data.wanted = wanted;
        c.data.guides = guides;
        c.data.guide_count = 2;
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths marks = paths_of(group, "lines");
        paths lines = paths_of(group, "guides");
        double y = 0, third = 0, fourth = 0;
        for (size_t i = 0; i < lines.count; i++) /* that of the key lies over the plot */
            if (lines.items[i]->dash[0] > ZT_MM(1))
                y = zt_max(y, lines.items[i]->item.box.y);
        for (int pass = 0; pass < 2; pass++)
            for (size_t i = 0; i < marks.count; i++) {
                double low = marks.items[i]->item.box.y + marks.items[i]->item.box.h / 2;
                if (!marks.items[i]->fill.ink)
                    continue;
                fourth = pass == 0 ? zt_max(fourth, low) : fourth;
                third = pass == 1 && low < fourth - 1 ? zt_max(third, low) : third;
            }
        assert_true(y > third && y < fourth);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "整治"), 1);
        assert_int_equal(occurrences(said, "前三"), 1);
    }
}

/* The panel lies between the two lines and the outer sides, and its name in it where it has room.
 */
static void test_quadrant_of_points(void **state)
{
    static const char *const heads[] = {"收入（元）", "年龄（岁）", NULL};
    for (size_t w = 0; w < 3; w++) {
        zt_guide guides[] = {
            {.kind = ZT_GUIDE_THRESHOLD, .figure = ZT_STR("5"), .value = 5},
            {.kind = ZT_GUIDE_THRESHOLD, .figure = ZT_STR("50"), .value = 50, .series = 1},
            {.kind = ZT_GUIDE_QUADRANT,
             .name = ZT_STR("又富又老"),
             .is_right = true,
             .is_upper = true}};
        chart_case c = chart_new(*state, "scatter", "", 0, heads);
        chart_item(&c, "甲", (const char *[]){"1", "20"});
        chart_item(&c, "乙", (const char *[]){"9", "80"});
        c.data.guides = guides;
        c.data.guide_count = 3;
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        zt_rect panel = paths_of(group, "guides").items[0]->item.box;
        paths dots = paths_of(group, "dots");
        zt_rect low = dots.items[0]->item.box, high = dots.items[1]->item.box;
        assert_near(panel.x, (low.x + high.x + low.w) / 2, 0.1);
        assert_near(zt_rect_foot(panel), (low.y + high.y + low.h) / 2, 0.1);
        assert_true(zt_rect_right(panel) > high.x && panel.y < high.y);
        assert_int_equal(occurrences(board_text(c.board, group), "又富又老"), 1);
    }
}

/* Kinds without a place say which have one. */
static void test_refused(void **state)
{
    zt_guide guide = {.kind = ZT_GUIDE_BRACKET, .figure = ZT_STR("+4"), .to = 2};
    chart_case c = with_guides(*state, "waffle", &guide, 1);
    assert_check_refuses(&c, "guide-refused");
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_threshold_of_columns),
        ON_BOARD(test_threshold_of_bars),
        ON_BOARD(test_bracket_of_columns),
        ON_BOARD(test_span_of_columns),
        ON_BOARD(test_threshold_of_pairs),
        ON_BOARD(test_bracket_of_slopes),
        ON_BOARD(test_quadrant_of_points),
        ON_BOARD(test_guides_of_places),
        ON_BOARD(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
