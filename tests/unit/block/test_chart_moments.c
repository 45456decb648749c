/* Charts of two or more moments: true heights, every name and value printed, at three widths. */
#include "chart_ask.h"

/* Inner widths of one, two and three columns, in mm. */
static const double widths[] = {46, 97, 156};
enum { WIDTHS = 3 };

static const char *const years[] = {"2021年", "2022年", NULL};
static const char *const provinces[] = {
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江",
    "安徽", "福建", "江西", "山东", "河南",   "湖北", "湖南", "广东",   "广西", "海南", "重庆",
    "四川", "贵州", "云南", "西藏", "陕西",   "甘肃", "青海", "宁夏",   "新疆"};
enum { PROVINCES = sizeof provinces / sizeof *provinces };

static chart_case two_years(board *b, const char *kind)
{
    return chart_new(b, kind, "亿元", 8, years);
}

static void add(chart_case *c, const char *key, const char *before, const char *after)
{
    chart_item(c, key, (const char *const[]){before, after});
}

/* A number of one decimal for the i-th of the provinces. */
static const char *some_value(board *b, size_t i, size_t step)
{
    return zt_arena_printf(b->arena, "%zu.%zu", (i * step) % 97, i % 10);
}

static void add_provinces(chart_case *c)
{
    for (size_t i = 0; i < PROVINCES; i++)
        add(c, provinces[i], some_value(c->board, i, 37), some_value(c->board, i, 53));
}

/* Sound, and nothing dropped, at all widths. */
static void assert_sound_everywhere(board *b, const char *kind, void (*fill)(chart_case *))
{
    for (size_t i = 0; i < WIDTHS; i++) {
        chart_case c = two_years(b, kind);
        fill(&c);
        assert_all_said(&c, assert_sound(&c, widths[i]));
    }
}

static void fill_growth(chart_case *c)
{
    add(c, "全国", "+6.1", "−9.6");
    add(c, "广东", "+4.4", "+1.2");
    add(c, "四川", "+1.6", "−2.1");
    add(c, "湖北", "−6.0", "−7.2");
    add(c, "重庆", "−11.0", "+4.0");
    c->data.items[4].highlight = true;
}

static void fill_one(chart_case *c)
{
    add(c, "重庆", "12.5", "13");
}

static void fill_equal(chart_case *c)
{
    add(c, "重庆", "12.5", "12.5");
    add(c, "四川", "12.5", "12.5");
    add(c, "贵州", "0", "12.5");
}

static void fill_missing(chart_case *c)
{
    add(c, "重庆", "12.5", "");
    add(c, "四川", "", "8.1");
    add(c, "贵州", "9.4", "10.2");
    add(c, "云南", "", "");
    add(c, "西藏", "5.5", NULL);
    add(c, "青海", NULL, "4.4");
}

static void fill_standing(chart_case *c)
{
    add(c, "重庆", "12.5", "18.1");
    add(c, "四川", "7.7", "8.1");
    add(c, "贵州", "约9.4", "10.2");
    chart_status(&c->data.items[0], 1, ZT_ESTIMATE);
    chart_status(&c->data.items[1], 1, ZT_FORECAST);
}

static void fill_long(chart_case *c)
{
    add(c, "成渝地区双城经济圈枢纽区", "1234.5", "2345.6");
    add(c, "西部陆海新通道沿线十三省", "987.6", "1187.9");
    add(c, "长江上游生态屏障建设片区", "2100.3", "2044.8");
}

static void fill_long_standing(chart_case *c)
{
    fill_long(c);
    chart_status(&c->data.items[2], 1, ZT_ESTIMATE);
    c->data.items[2].highlight = true;
}

static void assert_sound_in_all_shapes(board *b, const char *kind)
{
    assert_sound_everywhere(b, kind, fill_growth);
    assert_sound_everywhere(b, kind, fill_one);
    assert_sound_everywhere(b, kind, fill_equal);
    assert_sound_everywhere(b, kind, fill_missing);
    assert_sound_everywhere(b, kind, fill_standing);
    assert_sound_everywhere(b, kind, fill_long);
    assert_sound_everywhere(b, kind, fill_long_standing);
    assert_sound_everywhere(b, kind, add_provinces);
}

/* ---- slopes ---- */

static void test_slopes_lose_nothing(void **state)
{
    assert_sound_in_all_shapes(*state, "slope");
}

/* A line from left to right: what rises and falls by its points. */
static void test_slopes_are_in_proportion(void **state)
{
    static const double rise[] = {-15.7, -3.2, -3.7, -1.2, 15};
    for (size_t i = 0; i < WIDTHS; i++) {
        chart_case c = two_years(*state, "slope");
        fill_growth(&c);
        c.data.items[4].highlight = false;
        paths lines = paths_of(assert_sound(&c, widths[i]), "lines");
        size_t found = 0;
        double unit = 0;
        for (size_t k = 0; k < lines.count; k++) {
            const zt_path *path = lines.items[k];
            if (path->seg_count != 2)
                continue; /* a dot */
            double up = path->segs[0].p[0].y - path->segs[1].p[0].y;
            unit = found == 0 ? up / rise[0] : unit;
            assert_true(unit > 0);
            assert_near(up, rise[found] * unit, fabs(rise[found] * unit) / 1000);
            found++;
        }
        assert_int_equal(found, 5);
    }
}

/* The foot of the line that ends with a word, points. */
static double foot_of(const zt_group *group, const char *word)
{
    boxes all = {.count = 0};
    zt_visitor visitor = {.self = &all, .enter = collect_glyphs};
    zt_scene_walk(group, &visitor);
    for (size_t i = 0; i < all.count; i++)
        if (occurrences(all.texts[i], word) > 0)
            return zt_rect_foot(all.items[i]);
    fail_msg("no line says %s", word);
    return 0;
}

/* Heads of one and of two lines end at one height over their axes. */
static void test_heads_of_slopes_end_at_one_height(void **state)
{
    static const char *const heads[] = {"2021年前五个月", "今年", NULL};
    chart_case c = chart_new(*state, "slope", "%", 0, heads);
    chart_item(&c, "重庆", (const char *const[]){"−11", "4"});
    chart_item(&c, "四川", (const char *const[]){"1.6", "−2.1"});
    const zt_group *group = assert_sound(&c, 40);
    assert_near(foot_of(group, "个月"), foot_of(group, "今年"), 0.01);
}

/* A row with one value is a dot and no line. */
static void test_a_slope_without_an_end_has_no_line(void **state)
{
    chart_case c = two_years(*state, "slope");
    fill_missing(&c);
    paths lines = paths_of(assert_sound(&c, 97), "lines");
    assert_int_equal(lines.count, 1 + 2 + 4);
}

/* What is not certain is dashed, its end open. */
static void test_a_forecast_slope_is_dashed(void **state)
{
    chart_case c = two_years(*state, "slope");
    fill_standing(&c);
    paths lines = paths_of(assert_sound(&c, 97), "lines");
    size_t dashed = 0, open = 0;
    for (size_t k = 0; k < lines.count; k++) {
        dashed += lines.items[k]->dash[0] > 0;
        open += lines.items[k]->seg_count > 2 && lines.items[k]->fill.ink == &zt_ink_paper;
    }
    assert_int_equal(dashed, 2);
    assert_int_equal(open, 3);
}

/* Items that are two years are the axes, whatever stands in the rows. */
static void test_two_years_as_items_are_the_axes(void **state)
{
    static const char *const heads[] = {"东站", "西站", "北站", NULL};
    chart_case c = chart_new(*state, "slope", "万人次", 4, heads);
    chart_item(&c, "2021年", (const char *const[]){"31.2", "18.4", "9"});
    chart_item(&c, "2022年", (const char *const[]){"46.3", "24.3", "7"});
    const zt_group *group = assert_sound(&c, 97);
    assert_all_said(&c, group);
    assert_int_equal(paths_of(group, "lines").count, 3 + 6);
}

/* ---- pairs on one axis ---- */

static void test_pairs_lose_nothing(void **state)
{
    static const char *const kinds[] = {"dumbbell", "arrow", "range"};
    for (size_t i = 0; i < 3; i++)
        assert_sound_in_all_shapes(*state, kinds[i]);
}

/* The straight pieces of two points in a layer. */
static size_t lines_of(const zt_group *group, const char *layer, const zt_path **lines)
{
    paths all = paths_of(group, layer);
    size_t count = 0;
    for (size_t k = 0; k < all.count; k++)
        if (all.items[k]->seg_count == 2)
            lines[count++] = all.items[k];
    return count;
}

/* Lines run from the first value to the second, all in one proportion, about one zero. */
static void test_pairs_are_in_proportion(void **state)
{
    static const double from[] = {6.1, 4.4, 1.6, -6, -11}, to[] = {-9.6, 1.2, -2.1, -7.2, 4};
    for (size_t i = 0; i < WIDTHS; i++) {
        chart_case c = two_years(*state, "dumbbell");
        fill_growth(&c);
        const zt_path *lines[PATHS];
        assert_int_equal(lines_of(assert_sound(&c, widths[i]), "marks", lines), 5);
        double x = lines[0]->segs[0].p[0].x;
        double unit = (lines[0]->segs[1].p[0].x - x) / (to[0] - from[0]);
        assert_true(unit > 0);
        for (size_t k = 0; k < 5; k++) {
            assert_near(lines[k]->segs[0].p[0].x, x + unit * (from[k] - from[0]), unit / 1000);
            assert_near(lines[k]->segs[1].p[0].x, x + unit * (to[k] - from[0]), unit / 1000);
        }
    }
}

/* The tip of an arrow lies on the second value, where a dumbbell has its dot. */
static void test_the_tip_of_an_arrow_is_the_second_value(void **state)
{
    chart_case c = two_years(*state, "arrow");
    fill_growth(&c);
    paths marks = paths_of(assert_sound(&c, 97), "marks");
    double ends[5];
    size_t count = 0;
    for (size_t k = 0; k < marks.count; k++)
        if (marks.items[k]->seg_count == 4 && marks.items[k]->fill.ink)
            ends[count++] = marks.items[k]->segs[0].p[0].x;
    assert_int_equal(count, 5);
    double unit = (ends[1] - ends[0]) / (1.2 + 9.6);
    assert_near(ends[2] - ends[0], (-2.1 + 9.6) * unit, unit / 1000);
    assert_near(ends[4] - ends[0], (4 + 9.6) * unit, unit / 1000);
}

/* Nothing else stands between zero and what it measures. */
static void test_the_axis_of_pairs_begins_at_zero(void **state)
{
    chart_case c = two_years(*state, "range");
    add(&c, "重庆", "80", "90");
    add(&c, "四川", "75", "100");
    const zt_group *group = assert_sound(&c, 97);
    const zt_path *lines[PATHS];
    assert_int_equal(lines_of(group, "marks", lines), 2);
    double unit = (lines[1]->segs[1].p[0].x - lines[1]->segs[0].p[0].x) / 25;
    double zero = lines[1]->segs[0].p[0].x - 75 * unit;
    const zt_path *axis[PATHS];
    assert_true(lines_of(group, "axis", axis) > 0);
    assert_near(axis[0]->item.box.x, zero, 0.01);
}

/* One of two values that is missing has no mark and no line. */
static void test_a_pair_without_an_end_has_no_line(void **state)
{
    chart_case c = two_years(*state, "dumbbell");
    fill_missing(&c);
    paths marks = paths_of(assert_sound(&c, 97), "marks");
    assert_int_equal(marks.count, 1 + 2 + 4);
}

/* ---- places over time ---- */

static const char *const five_years[] = {"2018年", "2019年", "2020年", "2021年", "2022年", NULL};

static chart_case places(board *b)
{
    return chart_new(b, "bump", "", 0, five_years);
}

static void fill_places(chart_case *c)
{
    chart_item(c, "上海", (const char *const[]){"1", "1", "1", "1", "2"});
    chart_item(c, "北京", (const char *const[]){"2", "2", "2", "2", "1"});
    chart_item(c, "重庆", (const char *const[]){"5", "4", "3", "", "3"});
    chart_item(c, "广州", (const char *const[]){NULL, "3", "4", "4", "4"});
    chart_item(c, "天津", (const char *const[]){"4", "5", "5", "5", NULL});
    chart_item(c, "苏州", (const char *const[]){"3", "", "5", "5", ""});
}

/* Places that 31 rows take in turn; 7 has no divisor in common with 31. */
static void fill_many_places(chart_case *c)
{
    for (size_t i = 0; i < PROVINCES; i++) {
        const char *values[5];
        for (size_t k = 0; k < 5; k++)
            values[k] = zt_arena_printf(c->board->arena, "%zu", (i * (k + 1) + 7 * k) % 31 + 1);
        chart_item(c, provinces[i], values);
    }
}

static void fill_long_places(chart_case *c)
{
    chart_item(c, "成渝地区双城经济圈枢纽区", (const char *const[]){"1", "1", "2", "2", "1"});
    chart_item(c, "西部陆海新通道沿线十三省", (const char *const[]){"120", "90", "60", "50", "47"});
    chart_item(c, "长江上游生态屏障建设片区", (const char *const[]){"2", "2", "1", "1", "2"});
}

static void fill_many_missing(chart_case *c)
{
    chart_item(c, "上海", (const char *const[]){"1", "", "", "", "1"});
    chart_item(c, "北京", (const char *const[]){"2", "", "", "2", "2"});
    chart_item(c, "重庆", (const char *const[]){"", "", "3", "", "3"});
    chart_item(c, "广州", (const char *const[]){"4", "1", "", "", "4"});
}

static void fill_ties(chart_case *c)
{
    chart_item(c, "上海", (const char *const[]){"1", "1", "1", "1", "1"});
    chart_item(c, "北京", (const char *const[]){"1", "1", "1", "1", "1"});
}

/* Rings of a bump, and the numbers in them, stand apart where label= asks for all places; one that
   has no room is a dot, of which a finding tells. */
static void test_rings_of_a_bump(void **state)
{
    static void (*const fills[])(chart_case *) = {fill_places, fill_many_places, fill_long_places,
                                                  fill_ties};
    static const double wide[] = {46, 97, 170, 300};
    size_t rings = 0, lost = 0;
    for (size_t f = 0; f < 4; f++)
        for (size_t w = 0; w < 4; w++) {
            chart_case c = places(*state);
            fills[f](&c);
            bool *wanted = ZT_ARRAY(c.board->arena, 5 * c.data.item_count, bool);
            for (size_t i = 0; i < 5 * c.data.item_count; i++)
                wanted[i] = true;
            c.data.wanted = wanted;
            size_t mark = zt_diags_mark(c.board->diags);
            const zt_group *group = assert_sound(&c, wide[w]);
            paths lines = paths_of(group, "lines");
            for (size_t i = 0; i < lines.count; i++)
                for (size_t k = 0; k < i; k++) {
                    zt_rect a = lines.items[i]->item.box, b = lines.items[k]->item.box;
                    bool round = fabs(a.w - a.h) < 0.01 && fabs(b.w - b.h) < 0.01;
                    bool ringed = lines.items[i]->fill.ink == &zt_ink_paper ||
                                  lines.items[k]->fill.ink == &zt_ink_paper;
                    double apart =
                        hypot(a.x + a.w / 2 - b.x - b.w / 2, a.y + a.h / 2 - b.y - b.h / 2);
                    assert_true(!round || !ringed || apart > (a.w + b.w) / 2);
                }
            for (size_t i = 0; i < lines.count; i++)
                rings += lines.items[i]->fill.ink == &zt_ink_paper;
            for (size_t i = mark; i < zt_diags_count(c.board->diags); i++)
                lost += strcmp(zt_diags_at(c.board->diags, i)->code, "values-unprinted") == 0;
            zt_diags_rewind(c.board->diags, mark);
        }
    assert_true(rings > 150 && lost > 4);
}

/* Every name is printed, and the last place of each row at its end. */
static void assert_ends_said(chart_case *c, const zt_group *group)
{
    zt_str said = board_text(c->board, group);
    for (size_t i = 0; i < c->data.item_count; i++) {
        const zt_chart_item *item = &c->data.items[i];
        zt_str key = item->key;
        const zt_quantity *last = item->values[c->data.series_count - 1];
        assert_true(occurrences(said, zt_arena_copy(c->board->arena, key.data, key.len)) > 0);
        if (last)
            assert_true(occurrences(said, zt_arena_copy(c->board->arena, last->text.data,
                                                        last->text.len)) > 0);
    }
}

static void test_bumps_lose_no_row(void **state)
{
    void (*const fills[])(chart_case *) = {fill_places, fill_many_places, fill_long_places,
                                           fill_many_missing, fill_ties};
    for (size_t k = 0; k < sizeof fills / sizeof *fills; k++)
        for (size_t i = 0; i < WIDTHS; i++) {
            chart_case c = places(*state);
            fills[k](&c);
            assert_ends_said(&c, assert_sound(&c, widths[i]));
        }
}

/* All missing places are told: two of them in the row's course, one at its end. */
static void test_a_missing_place_is_a_slot_and_a_gap(void **state)
{
    chart_case c = places(*state);
    fill_places(&c);
    const zt_group *group = assert_sound(&c, 97);
    assert_int_equal(occurrences(board_text(c.board, group), "待补"), 3);
    paths lines = paths_of(group, "lines");
    size_t steps = 0, dots = 0;
    for (size_t k = 0; k < lines.count; k++) {
        bool line = lines.items[k]->seg_count == 2;
        steps += line && lines.items[k]->stroke.ink != &zt_ink_paper;
        dots += !line;
    }
    assert_int_equal(steps, 4 + 4 + 2 + 3 + 3 + 1);
    assert_int_equal(dots, 5 + 5 + 4 + 4 + 4 + 3);
}

/* From place to place it is everywhere as far, and one step of time as wide as the other. */
static void test_bumps_are_in_proportion(void **state)
{
    for (size_t i = 0; i < WIDTHS; i++) {
        chart_case c = places(*state);
        fill_many_places(&c);
        paths lines = paths_of(assert_sound(&c, widths[i]), "lines");
        zt_point dots[PROVINCES * 5];
        size_t count = 0;
        for (size_t k = 0; k < lines.count; k++)
            if (lines.items[k]->seg_count > 2) {
                zt_rect box = lines.items[k]->item.box;
                assert_true(count < PROVINCES * 5);
                dots[count++] = (zt_point){box.x + box.w / 2, box.y + box.h / 2};
            }
        assert_int_equal(count, PROVINCES * 5);
        /* the first row has the places 1 8 15 22 29, the second 2 10 18 26 3 */
        double place = (dots[1].y - dots[0].y) / 7, step = dots[1].x - dots[0].x;
        assert_true(place > 0 && step > 0);
        assert_near(dots[4].y - dots[0].y, 28 * place, 28 * place / 1000);
        assert_near(dots[5].y - dots[0].y, place, place / 1000);
        assert_near(dots[8].y - dots[0].y, 25 * place, 25 * place / 1000);
        assert_near(dots[4].x - dots[0].x, 4 * step, step / 1000);
    }
}

/* Rows that share a place are both seen. */
static void test_ties_stand_side_by_side(void **state)
{
    chart_case c = places(*state);
    fill_ties(&c);
    paths lines = paths_of(assert_sound(&c, 97), "lines");
    double x[10];
    size_t count = 0;
    for (size_t k = 0; k < lines.count; k++)
        if (lines.items[k]->seg_count > 2)
            x[count++] = lines.items[k]->item.box.x;
    assert_int_equal(count, 10);
    for (size_t k = 0; k < 5; k++)
        assert_true(fabs(x[k] - x[k + 5]) > 1);
}

static void test_values_are_no_places(void **state)
{
    chart_case c = places(*state);
    chart_item(&c, "上海", (const char *const[]){"1", "1", "1", "46.3", "2"});
    assert_false(zt_chart_check(&c.data, c.board->diags));
    assert_string_equal(zt_diags_at(c.board->diags, 0)->code, "place-expected");
}

static void assert_refused(board *b, const char *kind, const char *const *series,
                           const char *const *values, const char *code)
{
    chart_case c = chart_new(b, kind, "亿元", 8, series);
    for (size_t i = 0; i < 3; i++)
        chart_item(&c, provinces[i], values);
    assert_false(zt_chart_check(&c.data, b->diags));
    assert_string_equal(zt_diags_at(b->diags, zt_diags_count(b->diags) - 1)->code, code);
}

static void test_pairs_are_asked_for(void **state)
{
    static const char *const three[] = {"2020年", "2021年", "2022年", NULL};
    static const char *const values[] = {"1", "2", "3"};
    assert_refused(*state, "slope", NULL, values, "pairs-needed");
    assert_refused(*state, "slope", three, values, "pairs-needed");
    assert_refused(*state, "dumbbell", three, values, "pairs-needed");
    assert_refused(*state, "arrow", NULL, values, "pairs-needed");
    assert_refused(*state, "range", NULL, values, "pairs-needed");
}

#define MOMENTS_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        MOMENTS_TEST(test_slopes_lose_nothing),
        MOMENTS_TEST(test_slopes_are_in_proportion),
        MOMENTS_TEST(test_heads_of_slopes_end_at_one_height),
        MOMENTS_TEST(test_a_slope_without_an_end_has_no_line),
        MOMENTS_TEST(test_a_forecast_slope_is_dashed),
        MOMENTS_TEST(test_two_years_as_items_are_the_axes),
        MOMENTS_TEST(test_pairs_lose_nothing),
        MOMENTS_TEST(test_pairs_are_in_proportion),
        MOMENTS_TEST(test_the_tip_of_an_arrow_is_the_second_value),
        MOMENTS_TEST(test_the_axis_of_pairs_begins_at_zero),
        MOMENTS_TEST(test_a_pair_without_an_end_has_no_line),
        MOMENTS_TEST(test_rings_of_a_bump),
        MOMENTS_TEST(test_bumps_lose_no_row),
        MOMENTS_TEST(test_a_missing_place_is_a_slot_and_a_gap),
        MOMENTS_TEST(test_bumps_are_in_proportion),
        MOMENTS_TEST(test_ties_stand_side_by_side),
        MOMENTS_TEST(test_values_are_no_places),
        MOMENTS_TEST(test_pairs_are_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
