/* Columns: true lengths from zero, values on top, the standing of values seen and said. */
#include "chart_ask.h"
#include "model/chart_time_imp.h"

static chart_case column_chart(board *b, const char *unit)
{
    return chart_new(b, "column", unit, 0, NULL);
}

static void assert_heights(const zt_group *group, const double *values, size_t count)
{
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, count);
    double unit = bars.items[0]->item.box.h / fabs(values[0]);
    assert_true(unit > 0);
    for (size_t i = 0; i < count; i++) {
        double wanted = fabs(values[i]) * unit;
        assert_near(bars.items[i]->item.box.h, wanted, wanted / 1000);
    }
}

static void test_this_year_and_the_year_before(void **state)
{
    chart_case c = column_chart(*state, "万人次");
    chart_status(chart_one(&c, "去年同期", "约14.8"), 0, ZT_ESTIMATE);
    chart_one(&c, "今年1—5月", "46.3")->highlight = true;
    const zt_group *group = assert_sound(&c, 46);
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, 3); /* hatching, its outline, the column */
    assert_non_null(bars.items[0]->clip);
    assert_near(bars.items[1]->item.box.h / bars.items[2]->item.box.h, 14.8 / 46.3, 0.0003);
    assert_int_equal(paths_of(group, "ends").count, 1); /* 约: an open end */
    assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
    assert_all_said(&c, group);
}

static void test_columns_on_both_sides_of_zero(void **state)
{
    chart_case c = column_chart(*state, "%");
    const double values[] = {4, -11, -0.5, 12};
    chart_one(&c, "重庆", "4");
    chart_one(&c, "全国", "−11");
    chart_one(&c, "某地", "−0.5");
    chart_one(&c, "另一地", "12");
    const zt_group *group = assert_sound(&c, 93);
    assert_heights(group, values, 4);
    paths bars = paths_of(group, "bars");
    double zero = zt_rect_foot(bars.items[0]->item.box);
    assert_near(bars.items[1]->item.box.y, zero, 0.001);
    assert_all_said(&c, group);
}

static void test_thirteen_equal_columns(void **state)
{
    const double widths[] = {60, 93, 154};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = column_chart(*state, "个");
        double values[13];
        for (int i = 0; i < 13; i++) {
            chart_one(&c, zt_arena_printf(c.board->arena, "%d月", i + 1), "7");
            values[i] = 7;
        }
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_heights(group, values, 13);
    }
}

/* Months have 28 to 31 days; each is one slot, over years too. */
static void test_months_stand_in_even_slots(void **state)
{
    chart_case c = column_chart(*state, "个");
    static const int months[] = {0, 1, 2, 5, 9, 12, 13, 14, 16, 17};
    for (size_t i = 0; i < 10; i++)
        chart_one(
            &c,
            zt_arena_printf(c.board->arena, "%d-%02d", 2019 + months[i] / 12, months[i] % 12 + 1),
            "7");
    zt_doc doc = {0};
    assert_int_equal(zt_chart_time_read(c.board->arena, &doc, &c.data), ZT_TIME_RISES);
    const zt_group *group = assert_sound(&c, 154);
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, 10);
    double slot = bars.items[1]->item.box.x - bars.items[0]->item.box.x;
    for (size_t i = 0; i < 10; i++)
        assert_near(bars.items[i]->item.box.x - bars.items[0]->item.box.x, months[i] * slot, 0.01);
}

/* Names without room side by side run down instead of being lost. */
static void test_thirty_names_run_down(void **state)
{
    chart_case c = column_chart(*state, "个");
    for (int i = 0; i < 30; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "规模以上工业%c", (char)(65 + i)), "7");
    const zt_group *group = assert_sound(&c, 107);
    assert_int_equal(occurrences(board_text(c.board, group), "规模以上工业"), 30);
}

static void test_one_column_and_forty(void **state)
{
    chart_case one = column_chart(*state, "家");
    chart_one(&one, "唯一", "3");
    assert_all_said(&one, assert_sound(&one, 93));
    chart_case forty = column_chart(*state, "家");
    double values[40];
    for (int i = 0; i < 40; i++) {
        values[i] = 1400 + 9 * i;
        chart_one(&forty, zt_arena_printf(forty.board->arena, "%d年", 1980 + i),
                  zt_arena_printf(forty.board->arena, "%d", 1400 + 9 * i));
    }
    const zt_group *group = assert_sound(&forty, 93);
    assert_heights(group, values, 40);
    zt_str said = board_text(forty.board, group);
    assert_int_equal(occurrences(said, "1980年"), 1); /* the first and the last stay */
    assert_int_equal(occurrences(said, "2019年"), 1);
    assert_int_equal(occurrences(said, "1000"), 1); /* values are read off an axis */
}

static void test_column_labels_of_twelve_characters(void **state)
{
    const double widths[] = {60, 93, 154};
    for (size_t w = 0; w < 3; w++) {
        chart_case c = column_chart(*state, "万元");
        chart_one(&c, "成渝地区双城经济圈核心区", "88.8")->highlight = true;
        chart_one(&c, "万达开川渝统筹发展示范区", "5");
        chart_one(&c, "川渝高竹新区以及毗邻地区", "40");
        assert_sound(&c, widths[w]);
    }
}

static void test_columns_all_missing(void **state)
{
    chart_case c = column_chart(*state, "家");
    for (int i = 0; i < 4; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "甲%d", i), "");
    const zt_group *group = assert_sound(&c, 80);
    assert_int_equal(paths_of(group, "bars").count, 0);
    assert_int_equal(occurrences(board_text(c.board, group), "待补"), 4);
}

static void test_columns_of_three_series(void **state)
{
    const char *const heads[] = {"2020", "2021", "2022", NULL};
    chart_case c = chart_new(*state, "column", "项", 0, heads);
    const char *const a[] = {"12", "16", "26"}, *const b[] = {"39", "", "31"};
    chart_item(&c, "重庆", a);
    chart_item(&c, "四川", b);
    const double widths[] = {60, 93, 154};
    for (size_t w = 0; w < 3; w++) {
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_int_equal(paths_of(group, "bars").count, 5);
        zt_str said = board_text(c.board, group);
        for (size_t i = 0; i < 3; i++)
            assert_true(occurrences(said, heads[i]) >= 1);
    }
}

static void test_a_broken_axis_shows_its_break(void **state)
{
    chart_case c = column_chart(*state, "家");
    chart_one(&c, "去年", "1010");
    chart_one(&c, "今年", "1050");
    chart_use(&c);
    double whole = paths_of(assert_sound(&c, 80), "bars").items[0]->item.box.h /
                   paths_of(assert_sound(&c, 80), "bars").items[1]->item.box.h;
    assert_near(whole, 1010.0 / 1050, 0.001);
    c.data.broken = true;
    const zt_group *group = assert_sound(&c, 80);
    paths bars = paths_of(group, "bars");
    assert_true(bars.items[0]->item.box.h / bars.items[1]->item.box.h < 0.8);
    assert_int_equal(paths_of(group, "ends").count, 2); /* a cut through each column */
    assert_all_said(&c, group);
}

static void test_the_annotation_takes_the_right_half(void **state)
{
    chart_case c = column_chart(*state, "万人次");
    chart_one(&c, "去年同期", "14.8");
    chart_one(&c, "今年1—5月", "46.3");
    c.data.annotations = ZT_NEW(c.board->arena, zt_annotation);
    c.data.annotation_count = 1;
    *c.data.annotations = (zt_annotation){.of = ZT_STR("今年1—5月"),
                                          .label = board_rich(c.board, "异地就医直接结算"),
                                          .figure = c.data.items[1].values[0]};
    const zt_group *group = assert_sound_by(&c, 93, ASK_BY_INK);
    board_parts note = board_find(group, "annotation");
    assert_int_equal(note.count, 1);
    assert_near(note.items[0].box.x, zt_pt_from_mm(93) / 2, 0.01);
    paths bars = paths_of(group, "bars");
    assert_true(zt_rect_right(bars.items[1]->item.box) < note.items[0].box.x);
    assert_int_equal(occurrences(board_text(c.board, group), "46.3"), 2);
}

static void test_column_checks(void **state)
{
    chart_case c = column_chart(*state, "家");
    assert_false(zt_chart_check(&c.data, c.board->diags));
    zt_chart_item *item = chart_one(&c, "甲", NULL);
    item->rank = chart_quantity(c.board, "3");
    assert_false(zt_chart_check(&c.data, c.board->diags));
    chart_one(&c, "乙", "4");
    assert_true(zt_chart_check(&c.data, c.board->diags));
}

/* ---- values that have no room over their columns ---- */

typedef enum value_state { VALUES_FULL, VALUES_SMALLER, VALUES_ON_AXIS } value_state;

static size_t notes_so_far(const chart_case *c)
{
    size_t count = 0;
    for (size_t i = 0; i < zt_diags_count(c->board->diags); i++)
        count += strcmp(zt_diags_at(c->board->diags, i)->code, "values-unprinted") == 0;
    return count;
}

typedef struct value_sizes {
    double least, most;
    size_t count;
} value_sizes;

/* The values have a decimal point, which nothing else in the chart has. */
static void measure_values(void *self, const zt_item *item, double dx, double dy)
{
    value_sizes *sizes = self;
    const zt_glyphs *glyphs = (const zt_glyphs *)item;
    (void)dx, (void)dy;
    if (item->kind != ZT_ITEM_GLYPHS || occurrences(glyphs->text, ".5") == 0)
        return;
    sizes->least = sizes->count ? fmin(sizes->least, glyphs->size) : glyphs->size;
    sizes->most = fmax(sizes->most, glyphs->size);
    sizes->count++;
}

static chart_case nine_long_values(board *b)
{
    static const char *const values[] = {"1301.5", "1602.5", "1403.5", "1204.5", "1105.5",
                                         "1706.5", "1207.5", "1108.5", "1409.5"};
    chart_case c = column_chart(b, "亿元");
    board_style(b, "chart-value")->size_min = 8;
    for (int i = 0; i < 9; i++)
        chart_one(&c, zt_arena_printf(b->arena, "%d", 2011 + i), values[i])->highlight = i == 1;
    return c;
}

/* First all of them smaller, together and not below the floor; then an axis tells them, at full
   size those that matter are printed, and a note says how many are not. */
static void test_values_shrink_before_an_axis_takes_over(void **state)
{
    chart_case c = nine_long_values(*state);
    value_state last = VALUES_FULL;
    bool seen[3] = {false};
    for (double width = 150; width >= 60; width -= 3) {
        size_t before = notes_so_far(&c);
        const zt_group *group = assert_sound(&c, width);
        value_sizes sizes = {0};
        zt_visitor visitor = {.self = &sizes, .enter = measure_values};
        zt_scene_walk(group, &visitor);
        assert_near(sizes.least, sizes.most, 1e-6);
        bool noted = notes_so_far(&c) > before;
        value_state now = noted ? VALUES_ON_AXIS : sizes.most < 10.5 ? VALUES_SMALLER : VALUES_FULL;
        assert_true(now >= last);
        seen[now] = true;
        last = now;
        zt_str said = board_text(c.board, group);
        if (now == VALUES_ON_AXIS) {
            assert_near(sizes.most, 10.5, 1e-6);
            assert_true(sizes.count < 9);
            assert_int_equal(occurrences(said, "1602.5"), 1); /* highlighted */
            assert_int_equal(occurrences(said, "1706.5"), 1); /* the highest */
            assert_int_equal(occurrences(said, "1105.5"), 0); /* it stands between higher ones */
            assert_int_equal(occurrences(said, "1500"), 1);   /* a tick */
        } else {
            assert_int_equal(sizes.count, 9);
            assert_true(sizes.least >= 8);
            assert_all_said(&c, group);
        }
    }
    assert_true(seen[VALUES_FULL] && seen[VALUES_SMALLER] && seen[VALUES_ON_AXIS]);
}

/* The note counts what it left out and says what to do. */
static void test_the_note_counts_the_values_that_are_printed(void **state)
{
    chart_case c = nine_long_values(*state);
    value_sizes sizes = {0};
    zt_visitor visitor = {.self = &sizes, .enter = measure_values};
    zt_scene_walk(assert_sound(&c, 66), &visitor);
    const char *printed = zt_arena_printf(c.board->arena, "只印其中 %zu 个", sizes.count);
    assert_true(notes_so_far(&c) > 0);
    for (size_t i = 0; i < zt_diags_count(c.board->diags); i++) {
        const zt_diag *note = zt_diags_at(c.board->diags, i);
        assert_int_equal(note->severity, ZT_NOTE);
        assert_int_equal(occurrences(zt_str_from(note->zh), "9 个数值"), 1);
        assert_int_equal(occurrences(zt_str_from(note->zh), printed), 1);
        assert_int_equal(occurrences(zt_str_from(note->en), "9 values"), 1);
    }
}

/* Values that carry their unit and have no room leave it to the axis; an item that is not in a
   series has no mark there. */
static void test_the_unit_of_values_without_room(void **state)
{
    static const char *const heads[] = {"高新技术产业", "广东", NULL};
    for (double width = 52; width < 67; width += 2) {
        chart_case c = chart_new(*state, "column", "万人次", 4, heads);
        chart_item(&c, "iPhone 14", (const char *[]){"85954.8万人次", "84638.7万人次"});
        chart_item(&c, "防汛", (const char *[]){"27694.8万人次", "18315.2万人次"});
        chart_item(&c, "开发区", (const char *[]){"31951.4万人次", NULL});
        const zt_group *group = assert_sound(&c, width);
        assert_int_equal(paths_of(group, "bars").count, 5);
        assert_true(occurrences(board_text(c.board, group), "万人次") >= 1);
    }
}

#define COLUMN_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        COLUMN_TEST(test_this_year_and_the_year_before),
        COLUMN_TEST(test_columns_on_both_sides_of_zero),
        COLUMN_TEST(test_thirteen_equal_columns),
        COLUMN_TEST(test_months_stand_in_even_slots),
        COLUMN_TEST(test_thirty_names_run_down),
        COLUMN_TEST(test_one_column_and_forty),
        COLUMN_TEST(test_column_labels_of_twelve_characters),
        COLUMN_TEST(test_columns_all_missing),
        COLUMN_TEST(test_columns_of_three_series),
        COLUMN_TEST(test_a_broken_axis_shows_its_break),
        COLUMN_TEST(test_the_annotation_takes_the_right_half),
        COLUMN_TEST(test_column_checks),
        COLUMN_TEST(test_values_shrink_before_an_axis_takes_over),
        COLUMN_TEST(test_the_note_counts_the_values_that_are_printed),
        COLUMN_TEST(test_the_unit_of_values_without_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
