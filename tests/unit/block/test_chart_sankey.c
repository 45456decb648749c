/* Flows: bands and nodes in proportion, one scale for both sides, every value told. */
#include "chart_ask.h"

static const double widths[] = {46, 52, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

/* Bands in their own ink: the paper beside them is a path too. */
static paths bands_of(const zt_group *group)
{
    paths all = paths_of(group, "flows"), bands = {.count = 0};
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i]->fill.ink && !all.items[i]->fill.ink->paper)
            bands.items[bands.count++] = all.items[i];
    return bands;
}

/* Thickness of a band where it begins: from the first point of its outline to the last. */
static double thickness(const zt_path *band)
{
    zt_point first = band->segs[0].p[0], last = first;
    for (size_t i = 1; i < band->seg_count; i++)
        if (band->segs[i].kind != ZT_SEG_CLOSE)
            last = band->segs[i].p[band->segs[i].kind == ZT_SEG_CURVE ? 2 : 0];
    return last.y - first.y;
}

/* Nodes and bands of three flows: 30, 50 from one origin, 20 from the other. */
static void test_thickness_is_in_proportion(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        const char *const heads[] = {"成都", "重庆", NULL};
        chart_case c = chart_new(*state, "sankey", "列", 0, heads);
        chart_item(&c, "阿拉山口", (const char *const[]){"30", "20"});
        chart_item(&c, "霍尔果斯", (const char *const[]){"50", NULL})->highlight = true;
        const zt_group *group = assert_sound(&c, widths[w]);
        paths bands = bands_of(group), nodes = paths_of(group, "bars");
        assert_int_equal(bands.count, 3);
        assert_int_equal(nodes.count, 4);
        /* nodes: 成都 80, 重庆 20, then 阿拉山口 and 霍尔果斯, both 50 */
        const double sums[] = {80, 20, 50, 50};
        double unit = nodes.items[0]->item.box.h / 80, sum = 0;
        for (size_t i = 0; i < 4; i++)
            assert_near(nodes.items[i]->item.box.h, sums[i] * unit, sums[i] * unit / 1000);
        for (size_t i = 0; i < 3; i++)
            sum += thickness(bands.items[i]);
        assert_near(sum, 100 * unit, unit / 10);
        assert_near(thickness(bands.items[2]), 50 * unit, unit / 20); /* lit: on top */
        assert_near(thickness(bands.items[0]), 30 * unit, unit / 20);
        assert_all_said(&c, group);
        zt_str said = board_text(c.board, group);
        assert_int_equal(occurrences(said, "80"), 1);
        assert_int_equal(occurrences(said, "合计（推算）"), 1);
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

/* 52 mm are too few for totals of 9814606.03 at both ends: what is asked for is enough. */
static void test_many_long_names_and_far_sizes(void **state)
{
    const char *const heads[] = {"成渝地区双城经济圈甲", "乙", "西部陆海新通道沿线丙", "丁", NULL};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = chart_new(*state, "sankey", "万元", 4, heads);
        for (int i = 0; i < 31; i++) {
            const char *values[4];
            for (int s = 0; s < 4; s++)
                values[s] = (i + s) % 5 == 0 ? NULL
                            : i % 7 == s     ? "0.01"
                            : i == 3         ? "9800000"
                                             : zt_arena_printf(c.board->arena, "%d", i * 100 + s);
            chart_item(&c, zt_arena_printf(c.board->arena, "国家级经济技术开发区%d号", i), values);
        }
        double asked = width_asked_for(&c, widths[w], "sankey-narrow");
        assert_int_equal(asked > 0, widths[w] < 54);
        assert_all_said(&c, assert_sound(&c, asked > 0 ? asked : widths[w]));
    }
}

/* Names in a chain of columns that has no room for them: flows go from side to side, each node
   between at both, with a note; no width is refused. */
static void test_columns_without_room(void **state)
{
    static const char *const names[][6] = {
        {"成都", "重庆", "国家级经济技术开发区", "钦州港", "湛江港", "新加坡"},
        {"New York", "Los Angeles", "Tesla Model Y", "B737-800", "GDP", "Helsinki"},
        {"甲", "乙", "丙", "丁", "戊", "己"}};
    for (size_t n = 0; n < 3; n++)
        for (size_t w = 0; w < WIDTHS; w++) {
            const char *const heads[] = {names[n][0], names[n][1], names[n][2],
                                         names[n][3], names[n][4], NULL};
            chart_case c = chart_new(*state, "sankey", "列", 0, heads);
            for (size_t i = 1; i < 6; i++) {
                const char *values[5] = {NULL};
                values[i - 1] = n < 2 && i == 3 ? "98765432.1" : "12";
                chart_item(&c, names[n][i], values);
            }
            bool two_sides = widths[w] < (n == 2 ? 80 : 162);
            size_t mark = zt_diags_mark(c.board->diags);
            if (widths[w] < 60 && n < 2) /* too narrow for totals at both sides, too */
                continue;
            const zt_group *group = assert_sound(&c, widths[w]);
            assert_all_said(&c, group);
            assert_int_equal(paths_of(group, "bars").count, two_sides ? 10 : 6);
            if (two_sides)
                assert_string_equal(zt_diags_at(c.board->diags, mark)->code, "sankey-sides");
        }
}

static void test_nothing_to_draw(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case one = chart_new(*state, "sankey", "列", 0, NULL);
        chart_one(&one, "唯一", "7");
        assert_all_said(&one, assert_sound(&one, widths[w]));
        const char *const heads[] = {"甲", "乙", NULL};
        chart_case none = chart_new(*state, "sankey", "列", 0, heads);
        chart_item(&none, "丙", (const char *const[]){"", "0"});
        chart_item(&none, "丁", (const char *const[]){"0", ""});
        const zt_group *group = assert_sound(&none, widths[w]);
        assert_all_said(&none, group);
        assert_int_equal(occurrences(board_text(none.board, group), "待补"), 2);
    }
}

/* A missing flow has no band, and its nodes no total that looks complete. */
static void test_standing(void **state)
{
    const char *const heads[] = {"甲", "乙", NULL};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = chart_new(*state, "sankey", "列", 0, heads);
        zt_chart_item *item = chart_item(&c, "丙", (const char *const[]){"31", "22"});
        chart_status(item, 0, ZT_ESTIMATE);
        chart_status(item, 1, ZT_FORECAST);
        chart_item(&c, "丁", (const char *const[]){"", "约13"});
        const zt_group *group = assert_sound(&c, widths[w]);
        zt_str said = board_text(c.board, group);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(said, "估计"), 1);
        assert_int_equal(occurrences(said, "预测"), 1);
        assert_int_equal(occurrences(said, "53"), 0);
        size_t dashed = 0;
        paths all = paths_of(group, "flows");
        for (size_t i = 0; i < all.count; i++)
            dashed += all.items[i]->dash[0] > 0;
        assert_int_equal(dashed, 1);
    }
}

static void test_negative_is_refused(void **state)
{
    chart_case c = chart_new(*state, "sankey", "列", 0, NULL);
    chart_one(&c, "甲", "7");
    chart_one(&c, "乙", "-1");
    assert_false(zt_chart_check(&c.data, c.board->diags));
}

/* 甲 and 乙 to 丙, 丙 to 丁 and 戊, 乙 to 丁 past 丙: three columns, every band of one scale. */
static chart_case columns_of(void *state, const char *out)
{
    const char *const heads[] = {"甲", "乙", "丙", NULL};
    chart_case c = chart_new(state, "sankey", "列", 0, heads);
    chart_item(&c, "丙", (const char *const[]){"300", "200", NULL});
    chart_item(&c, "丁", (const char *const[]){NULL, "70", out});
    chart_item(&c, "戊", (const char *const[]){NULL, NULL, "110"});
    return c;
}

static void test_an_item_that_is_a_series_stands_between(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = columns_of(*state, "390");
        const zt_group *group = assert_sound(&c, widths[w]);
        paths nodes = paths_of(group, "bars"), bands = bands_of(group);
        assert_int_equal(nodes.count, 5); /* 甲 乙 丙 丁 戊: 丙 once */
        assert_int_equal(bands.count, 5);
        const double sums[] = {300, 270, 500, 460, 110};
        const int columns[] = {0, 0, 1, 2, 2};
        double unit = nodes.items[0]->item.box.h / 300;
        double pitch = nodes.items[2]->item.box.x - nodes.items[0]->item.box.x;
        for (size_t i = 0; i < 5; i++) {
            zt_rect box = nodes.items[i]->item.box;
            assert_near(box.h, sums[i] * unit, sums[i] * unit / 1000);
            assert_near(box.x - nodes.items[0]->item.box.x, pitch * columns[i], 0.1);
        }
        zt_str said = board_text(c.board, group);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(said, "500"), 1);
        assert_int_equal(occurrences(said, "各点为合计（推算）"), 1);
        assert_true(zt_chart_check(&c.data, c.board->diags));
        assert_int_equal(zt_diags_severity_count(c.board->diags, ZT_WARNING), 0);
    }
}

/* A net by lot: of two to five series the last ones are items too. All is said, and each node is as
   high as the greater of what comes in and what goes out, in one scale; so are the bands. */
static void test_nets_by_lot(void **state)
{
    unsigned dice = 20261130;
    for (int trial = 0; trial < 120; trial++) {
        char *heads[6] = {NULL};
        double in[12] = {0}, out[12] = {0}, all = 0, drawn = 0, unit = 0;
        size_t series = 2 + (size_t)trial % 4, between = 1 + (size_t)trial % (series - 1);
        size_t items = between + 1 + (size_t)trial % 3, flows = 0;
        const board *b = *state;
        for (size_t s = 0; s < series; s++)
            heads[s] = zt_arena_printf(b->arena, "来%zu", s);
        chart_case c =
            chart_new(*state, "sankey", "列", 0, (const char *const *)(const void *)heads);
        for (size_t i = 0; i < items; i++) {
            size_t node = i < between ? series - between + i : series + i - between;
            const char *values[5] = {NULL};
            for (size_t s = 0; s < series && (s < node || i >= between); s++) {
                dice = dice * 1664525U + 1013904223U;
                if (s > 0 && i + 1 < items && dice >> 30 == 0)
                    continue;
                double value = 100 + (dice >> 20) % 900;
                values[s] = zt_arena_printf(b->arena, "%.0f", value);
                in[node] += value;
                out[s] += value;
                all += value;
                flows++;
            }
            chart_item(&c, i < between ? heads[node] : zt_arena_printf(b->arena, "去%zu", i),
                       values);
        }
        const zt_group *group = assert_sound(&c, trial % 2 ? 350 : 210);
        paths nodes = paths_of(group, "bars"), bands = bands_of(group);
        assert_all_said(&c, group);
        assert_int_equal(nodes.count, series + items - between);
        assert_int_equal(bands.count, flows);
        for (size_t i = 0; i < nodes.count; i++) {
            double height = nodes.items[i]->item.box.h, sum = zt_max(in[i], out[i]);
            unit = i == 0 ? height / sum : unit;
            assert_near(height, sum * unit, sum * unit / 1000);
        }
        for (size_t i = 0; i < bands.count; i++)
            drawn += thickness(bands.items[i]);
        assert_near(drawn, all * unit, all * unit / 1000);
    }
}

/* Where more comes in than goes out, it is told, and both stand at the node. */
static void test_sums_that_differ(void **state)
{
    chart_case c = columns_of(*state, "320");
    const zt_group *group = assert_sound(&c, 156);
    assert_int_equal(occurrences(board_text(c.board, group), "进500出430"), 1);
    assert_true(zt_chart_check(&c.data, c.board->diags));
    assert_int_equal(zt_diags_severity_count(c.board->diags, ZT_WARNING), 1);
}

/* Flows that would come back: all series stand at the left, all items at the right, 乙 and 丙
 * twice. */
static void test_circles_have_two_sides(void **state)
{
    const char *const heads[] = {"甲", "乙", "丙", NULL};
    chart_case c = chart_new(*state, "sankey", "列", 0, heads);
    chart_item(&c, "乙", (const char *const[]){"50", NULL, "20"});
    chart_item(&c, "丙", (const char *const[]){NULL, "70", NULL});
    assert_true(zt_chart_check(&c.data, c.board->diags));
    const zt_group *group = assert_sound(&c, 107);
    paths nodes = paths_of(group, "bars");
    assert_int_equal(nodes.count, 5);
    assert_int_equal(bands_of(group).count, 3);
    double sums[2] = {0, 0}, edge = nodes.items[0]->item.box.x;
    size_t counts[2] = {0, 0};
    for (size_t i = 0; i < 5; i++) {
        zt_rect box = nodes.items[i]->item.box;
        bool right = box.x > edge + box.w;
        sums[right] += box.h;
        counts[right]++;
    }
    assert_int_equal(counts[0], 3);
    assert_int_equal(counts[1], 2);
    assert_near(sums[0], sums[1], sums[1] / 1000);
    const char *const own[] = {"甲", NULL};
    chart_case one = chart_new(*state, "sankey", "列", 0, own);
    chart_item(&one, "甲", (const char *const[]){"5", NULL});
    assert_true(zt_chart_check(&one.data, one.board->diags));
}

#define SANKEY_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SANKEY_TEST(test_thickness_is_in_proportion),
        SANKEY_TEST(test_many_long_names_and_far_sizes),
        SANKEY_TEST(test_nothing_to_draw),
        SANKEY_TEST(test_standing),
        SANKEY_TEST(test_negative_is_refused),
        SANKEY_TEST(test_an_item_that_is_a_series_stands_between),
        SANKEY_TEST(test_columns_without_room),
        SANKEY_TEST(test_nets_by_lot),
        SANKEY_TEST(test_sums_that_differ),
        SANKEY_TEST(test_circles_have_two_sides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
