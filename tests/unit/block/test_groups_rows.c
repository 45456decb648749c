/* Cards of rows: the lead figure, rows figure │ label, bars to one scale, parts of a whole, wide
   groups and icons. Found by walking what is placed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "groups_fixture.h"

#define MM(x) ((x)*72.0 / 25.4)

static int open_fixture(void **state)
{
    static const fixture empty;
    fixture *f = test_malloc(sizeof *f);
    *f = empty;
    fixture_init(f);
    set_variant(f, "rows");
    f->place.columns = 2;
    f->place.gutter.natural = MM(6);
    f->groups.groups = ZT_ARRAY(f->arena, 16, zt_group_content);
    *state = f;
    return 0;
}
static int close_fixture(void **state)
{
    fixture *f = *state;
    zt_arena_drop(f->arena);
    test_free(f);
    return 0;
}

/* ---- what the fixture's points lack: read values, series, parts ---- */

static void read_values(fixture *f)
{
    for (size_t g = 0; g < f->groups.count; g++)
        for (size_t p = 0; p < f->groups.groups[g].point_count; p++) {
            const zt_entry_point *point = &f->groups.groups[g].points[p];
            for (size_t i = 0; i < point->figure_count; i++) {
                zt_quantity *q = (zt_quantity *)(uintptr_t)point->figures[i];
                if (q->status != ZT_MISSING && q->kind == ZT_Q_VALUE)
                    assert_true(
                        zt_quantity_parse(f->arena, f->diags, ZT_Q_VALUE, q->text, NULL, q));
            }
        }
}

static zt_entry_point *last_point(fixture *f)
{
    zt_group_content *group = &f->groups.groups[f->groups.count - 1];
    return &group->points[group->point_count - 1];
}

static void add_values(fixture *f, const char *const *values, size_t count)
{
    zt_group_content *group = add_group(f, "", "交通通信");
    for (size_t i = 0; i < count; i++)
        add_point(f, group, zt_arena_printf(f->arena, "[%s]", values[i]),
                  zt_arena_printf(f->arena, "第%d项的说明", (int)i + 1), false);
}

static void add_parts(fixture *f, const char *text, const char *names, const char *label)
{
    zt_group_content *group = &f->groups.groups[f->groups.count - 1];
    add_point(f, group, text, label, false);
    zt_entry_point *point = last_point(f);
    point->parts_text = zt_str_from(names);
    point->part_count = zt_str_split(f->arena, point->parts_text, '|', &point->parts);
}

/* ---- what was placed ---- */

enum { FOUND = 128 };

typedef struct finds {
    const char *part;
    zt_rect boxes[FOUND];
    size_t count;
    int inside; /* depth below such a part, 0 outside */
    zt_rect fills[FOUND];
    const zt_ink *inks[FOUND];
    size_t fill_count;
} finds;

static void see(void *self, const zt_item *item, double dx, double dy)
{
    finds *s = self;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (item->kind == ZT_ITEM_GROUP) {
        const zt_group *group = (const zt_group *)item;
        bool is = group->part && strcmp(group->part, s->part) == 0;
        if (is) {
            assert_true(s->count < FOUND);
            s->boxes[s->count++] = box;
        }
        if (is || s->inside > 0)
            s->inside++;
    } else if (item->kind == ZT_ITEM_PATH && s->inside > 0) {
        assert_true(s->fill_count < FOUND);
        s->inks[s->fill_count] = ((const zt_path *)item)->fill.ink;
        s->fills[s->fill_count++] = box;
    }
}
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    finds *s = self;
    (void)group, (void)dx, (void)dy;
    if (s->inside > 0)
        s->inside--;
}
static finds *find(fixture *f, const zt_group *into, const char *part)
{
    finds *s = ZT_NEW(f->arena, finds);
    s->part = part;
    zt_visitor visitor = {s, see, leave};
    zt_scene_walk(into, &visitor);
    return s;
}

static zt_group *set(fixture *f, double width)
{
    read_values(f);
    zt_extent extent = zt_block_plan(&f->setting, &f->block, width)->extent;
    assert_true(extent.height > 0 && extent.ceiling >= extent.height);
    zt_group *into = place_block(f, width, extent.height);
    assert_int_equal(zt_diags_severity_count(f->diags, ZT_ERROR), 0);
    return into;
}

static void assert_near(double got, double wanted, double tolerance)
{
    if (got - wanted > tolerance || wanted - got > tolerance)
        fail_msg("%g, wanted %g", got, wanted);
}

/* ---- rows ---- */

static void test_figures_and_labels_share_their_edges(void **state)
{
    static const char *const values[] = {"8600公里", "7条", "1054.5亿元", "12座"};
    fixture *f = *state;
    add_values(f, values, 4);
    add_values(f, values, 4);
    const zt_group *into = set(f, MM(152));
    const finds *figures = find(f, into, "figure-row"), *labels = find(f, into, "row-label");
    assert_int_equal(figures->count, 6);
    assert_int_equal(labels->count, 6);
    for (size_t i = 0; i < 6; i++) {
        size_t first = i < 3 ? 0 : 3; /* of its group */
        assert_near(figures->boxes[i].x, figures->boxes[first].x, 0.001);
        assert_near(labels->boxes[i].x, labels->boxes[first].x, 0.001);
        assert_true(labels->boxes[i].x >= zt_rect_right(figures->boxes[i]));
        /* the other group stands beside it, row for row */
        assert_near(figures->boxes[i].y, figures->boxes[i % 3].y, 0.001);
        assert_near(labels->boxes[i].x - labels->boxes[i % 3].x, i < 3 ? 0 : MM(79), 0.001);
    }
    double pitch = figures->boxes[1].y - figures->boxes[0].y;
    assert_near(figures->boxes[2].y - figures->boxes[1].y, pitch, 0.001);
    assert_near(pitch, MM(7), 0.001);
}

/* ---- bars ---- */

/* `column` is the length of the longest bar. */
static void assert_bars(fixture *f, const double *values, size_t count, double width, double column)
{
    const finds *bars = find(f, set(f, width), "bar");
    assert_int_equal(bars->count, count);
    double most = 0;
    for (size_t i = 0; i < count; i++)
        most = zt_max(most, values[i]);
    for (size_t i = 0; i < count; i++) {
        double wanted = column * values[i] / most;
        assert_near(bars->boxes[i].w, wanted, wanted / 1000);
        assert_near(bars->fills[i].w, wanted, wanted / 1000);
        assert_near(bars->boxes[i].h, MM(2), 0.001);
    }
}

static void test_bars_of_one_unit_are_to_scale(void **state)
{
    static const char *const values[] = {"1.2万家", "34家", "7公里", "4100家"};
    static const double lengths[] = {12000, 34, 4100};
    fixture *f = *state;
    set_param(f, "bars", "unit");
    f->place.columns = 1;
    add_values(f, values, 4);
    assert_bars(f, lengths, 3, MM(73), MM(73));
}

static void test_bars_of_a_series_leave_out_the_others(void **state)
{
    static const char *const values[] = {"114项", "34项", "50项"};
    static const double lengths[] = {114, 34};
    fixture *f = *state;
    set_param(f, "bars", "series");
    add_values(f, values, 3);
    f->groups.groups[0].points[0].series = f->groups.groups[0].points[1].series =
        ZT_STR("第一批和第二批");
    f->place.columns = 1;
    assert_bars(f, lengths, 2, MM(73), MM(73));
}

/* Figures of one unit have a cell as dark as their value, all of one size, at the right of their
   rows or below their words; others, and all without the parameter, have none. */
static void test_heat_of_one_unit(void **state)
{
    static const char *const values[] = {"120家", "34家", "7公里", "410家", "388家"};
    static const double widths[] = {40, 60, 152};
    for (size_t w = 0; w < 3; w++) {
        fixture *f = *state;
        f->groups.count = 0;
        f->groups.groups = ZT_ARRAY(f->arena, 16, zt_group_content);
        f->place.columns = 1;
        add_values(f, values, 5);
        add_values(f, values, 2);
        f->place.set_count = 0;
        zt_block_load(f->arena, f->diags, &f->theme, &f->block);
        assert_int_equal(find(f, set(f, MM(widths[w])), "heat")->count, 0);
        set_param(f, "pictures", "heat");
        const zt_group *into = set(f, MM(widths[w]));
        const finds *heat = find(f, into, "heat"), *labels = find(f, into, "row-label");
        assert_int_equal(heat->count, 6);
        for (size_t i = 0; i < heat->count; i++) {
            assert_near(heat->boxes[i].h, MM(3.2), 0.001);
            assert_true(zt_rect_right(heat->boxes[i]) <= MM(widths[w]) + 0.01);
            for (size_t k = 0; k < labels->count; k++)
                assert_true(heat->boxes[i].x >= zt_rect_right(labels->boxes[k]) - 0.01 ||
                            zt_rect_right(heat->boxes[i]) <= labels->boxes[k].x + 0.01 ||
                            heat->boxes[i].y >= zt_rect_foot(labels->boxes[k]) - 0.01 ||
                            zt_rect_foot(heat->boxes[i]) <= labels->boxes[k].y + 0.01);
        }
    }
}

/* A value whose point names its target has a bar towards it, where the template asks for that. */
static void test_a_bar_towards_a_target(void **state)
{
    static const char *const values[] = {"30家", "18家", "7家"};
    fixture *f = *state;
    f->place.columns = 1;
    add_values(f, values, 3);
    zt_entry_point *point = last_point(f);
    zt_quantity *target = ZT_NEW(f->arena, zt_quantity);
    assert_true(zt_quantity_parse(f->arena, f->diags, ZT_Q_TARGET, ZT_STR("20家"), NULL, target));
    target->kind = ZT_Q_TARGET;
    target->has_number = true;
    const zt_quantity **figures = ZT_ARRAY(f->arena, 2, const zt_quantity *);
    figures[0] = point->figures[0];
    figures[1] = target;
    point->figures = figures;
    point->figure_count = 2;
    assert_int_equal(find(f, set(f, MM(73)), "target")->count, 0);
    set_param(f, "pictures", "target");
    const finds *found = find(f, set(f, MM(73)), "target");
    assert_int_equal(found->count, 1);
    assert_near(found->boxes[0].h, MM(3.2), 0.001);
    assert_true(zt_rect_right(found->boxes[0]) <= MM(73) + 0.01);
}

/* The lead's bar stands in one column, the others in the next: all keep one scale. */
static void test_bars_of_a_wide_group_keep_one_scale(void **state)
{
    static const char *const values[] = {"34项", "114项", "50项"};
    static const double lengths[] = {34, 114, 50};
    fixture *f = *state;
    set_param(f, "bars", "unit");
    add_values(f, values, 3);
    assert_bars(f, lengths, 3, MM(152), find(f, set(f, MM(152)), "bar")->boxes[1].w);
    const finds *bars = find(f, set(f, MM(152)), "bar");
    assert_near(bars->boxes[0].x, 0, 0.001);
    assert_near(bars->boxes[1].x, MM(79), 0.001);
    assert_true(bars->boxes[1].w > MM(60) && zt_rect_right(bars->boxes[1]) <= MM(152) + 0.001);
}

static void test_without_company_there_is_no_bar(void **state)
{
    static const char *const values[] = {"114项", "34公里", "", "约7座"};
    fixture *f = *state;
    set_param(f, "bars", "unit");
    add_values(f, values, 4);
    assert_int_equal(find(f, set(f, MM(152)), "bar")->count, 0);
}

/* ---- parts of a whole ---- */

static void test_a_strip_is_filled_by_its_parts(void **state)
{
    fixture *f = *state;
    add_group(f, "", "卫生健康");
    add_parts(f, "[5700家]住院、[2.85万家]门诊", "住院|门诊", "联网医疗机构");
    const finds *strip = find(f, set(f, MM(73)), "parts");
    assert_int_equal(strip->count, 1);
    assert_int_equal(strip->fill_count, 2);
    double sum = 0;
    for (size_t i = 0; i < 2; i++)
        sum += strip->fills[i].w;
    assert_near(sum, strip->boxes[0].w, 0.001);
    assert_near(strip->fills[0].w / sum, 5700.0 / 34200, 0.0002);
    assert_near(zt_rect_right(strip->fills[0]), strip->fills[1].x, 0.001);
}

static void test_squares_are_as_many_as_the_whole(void **state)
{
    fixture *f = *state;
    add_group(f, "", "科技创新");
    add_parts(f, "[12家]国家级、[26家]省级", "国家级|省级", "高新区");
    const finds *squares = find(f, set(f, MM(73)), "parts");
    size_t first = 0;
    assert_int_equal(squares->fill_count, 38);
    for (size_t i = 0; i < 38; i++) {
        assert_near(squares->fills[i].w, squares->fills[i].h, 0.001);
        assert_true(zt_rect_right(squares->fills[i]) <= MM(73) + 0.001);
        for (size_t k = 0; k < i; k++)
            assert_false(squares->fills[i].x == squares->fills[k].x &&
                         squares->fills[i].y == squares->fills[k].y);
        first += squares->inks[i] == zt_theme_ink(&f->theme, ZT_STR("companion"));
    }
    assert_int_equal(first, 12);
}

static void test_figures_alone_where_a_part_is_missing(void **state)
{
    fixture *f = *state;
    add_group(f, "", "科技创新");
    add_parts(f, "[12家]国家级、[]省级", "国家级|省级", "高新区");
    assert_int_equal(find(f, set(f, MM(73)), "parts")->count, 0);
}

/* ---- wide groups ---- */

static const char *const six[] = {"1项", "2条", "3座", "4家", "5个", "6台"};

static void assert_groups(fixture *f, const double *lefts, const int *rows, size_t count)
{
    const finds *groups = find(f, set(f, MM(152)), "group");
    assert_int_equal(groups->count, count);
    for (size_t i = 0; i < count; i++) {
        assert_near(groups->boxes[i].x, MM(lefts[i]), 0.01);
        if (i > 0 && rows[i] == rows[i - 1])
            assert_near(groups->boxes[i].y, groups->boxes[i - 1].y, 0.01);
        else if (i > 0)
            assert_true(groups->boxes[i].y > groups->boxes[i - 1].y + 10);
    }
}

static void test_more_than_five_figures_make_a_group_wide(void **state)
{
    static const double lefts[] = {0, 79, 0, 0, 79};
    static const int rows[] = {0, 0, 1, 2, 2};
    fixture *f = *state;
    for (size_t i = 0; i < 5; i++)
        add_values(f, six, i == 2 ? 6 : i + 1);
    assert_groups(f, lefts, rows, 5);
    const finds *groups = find(f, set(f, MM(152)), "group");
    assert_near(groups->boxes[2].w, MM(152), 0.01);
    assert_near(groups->boxes[1].w, MM(73), 0.01);
    assert_near(groups->boxes[4].w, MM(73), 0.01); /* five figures stay in their column */
}

static void test_a_lone_last_card_is_wide(void **state)
{
    static const double lefts[] = {0, 79, 0};
    static const int rows[] = {0, 0, 1};
    fixture *f = *state;
    for (size_t i = 0; i < 3; i++)
        add_values(f, six, 2);
    assert_groups(f, lefts, rows, 3);
    const finds *groups = find(f, set(f, MM(152)), "group");
    assert_near(groups->boxes[2].w, MM(152), 0.01);
}

static void test_one_group_and_twelve(void **state)
{
    fixture *f = *state;
    add_values(f, six, 3);
    const finds *one = find(f, set(f, MM(152)), "group");
    assert_int_equal(one->count, 1);
    assert_near(one->boxes[0].w, MM(152), 0.01);
    for (size_t i = 1; i < 12; i++)
        add_values(f, six, 3);
    const finds *all = find(f, set(f, MM(152)), "group");
    assert_int_equal(all->count, 12);
    for (size_t i = 0; i < 12; i++) {
        assert_near(all->boxes[i].x, i % 2 ? MM(79) : 0, 0.01);
        assert_near(all->boxes[i].y, all->boxes[i - i % 2].y, 0.01);
        if (i >= 2) /* none runs into the one below it */
            assert_true(all->boxes[i].y >= zt_rect_foot(all->boxes[i - 2]) - 0.01);
    }
}

/* ---- icons ---- */

static void test_icons_in_all_groups_or_in_none(void **state)
{
    static const char *const dirs[] = {ZT_TESTS_DIR "/../templates"};
    static const char *const names[] = {"train", "card", "book"};
    fixture *f = *state;
    zt_icons *icons = zt_icons_new(f->arena, dirs, 1);
    f->setting.icons = icons;
    for (size_t i = 0; i < 3; i++) {
        add_values(f, six, 2);
        f->groups.groups[i].icon = zt_str_from(names[i]);
        assert_non_null(zt_icons_find(icons, f->diags, zt_str_from(names[i]), ZT_NOWHERE));
    }
    const zt_group *into = set(f, MM(152));
    assert_int_equal(find(f, into, "icon")->count, 3);
    double edge = find(f, into, "figure")->boxes[0].x;
    assert_near(edge, MM(14), 0.5);
    f->groups.groups[1].icon = (zt_str){0};
    into = set(f, MM(152));
    assert_int_equal(find(f, into, "icon")->count, 0);
    assert_near(find(f, into, "figure")->boxes[0].x, 0, 0.5); /* their column is gone as well */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_figures_and_labels_share_their_edges),
        TEST(test_bars_of_one_unit_are_to_scale),
        TEST(test_bars_of_a_series_leave_out_the_others),
        TEST(test_heat_of_one_unit),
        TEST(test_a_bar_towards_a_target),
        TEST(test_bars_of_a_wide_group_keep_one_scale),
        TEST(test_without_company_there_is_no_bar),
        TEST(test_a_strip_is_filled_by_its_parts),
        TEST(test_squares_are_as_many_as_the_whole),
        TEST(test_figures_alone_where_a_part_is_missing),
        TEST(test_more_than_five_figures_make_a_group_wide),
        TEST(test_a_lone_last_card_is_wide),
        TEST(test_one_group_and_twelve),
        TEST(test_icons_in_all_groups_or_in_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
