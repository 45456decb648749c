/* The geometry of small forms, without a page: parts of a whole, ranks. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/form_heat.h"
#include "chart/form_rank.h"
#include "chart/form_target.h"
#include "chart/form_whole.h"

#define assert_near(a, b) assert_true(fabs((a) - (b)) < 1e-6)

typedef struct parts {
    zt_quantity q[5];
    const zt_quantity *list[5];
    zt_form_whole_params params;
} parts;

static void make(parts *p, const double *values, size_t count)
{
    *p = (parts){.params = {.strip = 4, .square = 3, .square_gap = 1}};
    for (size_t i = 0; i < count; i++) {
        p->q[i].has_number = true;
        p->q[i].value = (zt_num){.scaled = (int64_t)(values[i] * 10), .decimals = 1};
        p->list[i] = &p->q[i];
    }
    p->params.parts = p->list;
    p->params.count = count;
}

static void test_a_strip_is_proportional(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    parts p;
    make(&p, (double[]){150, 30, 20}, 3);
    zt_form_whole whole = zt_form_whole_plan(arena, &p.params, 100);
    assert_int_equal(whole.form, ZT_WHOLE_STRIP);
    assert_near(whole.height, 4);
    assert_near(whole.marks_width, 100);
    assert_near(whole.x[0], 0);
    assert_near(whole.x[1], 75);
    assert_near(whole.x[2], 90);
    zt_arena_drop(arena);
}

static void test_squares_fill_down_then_across(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    parts p;
    make(&p, (double[]){7, 4}, 2);
    zt_form_whole whole = zt_form_whole_plan(arena, &p.params, 15); /* 4 squares a row */
    assert_int_equal(whole.form, ZT_WHOLE_SQUARES);
    assert_int_equal(whole.rows, 3);
    assert_int_equal(whole.columns, 4);
    assert_near(whole.height, 3 * 4 - 1);
    assert_near(whole.marks_width, 15);
    assert_near(whole.x[1], 2 * 4); /* 7 squares before it: two columns of three, one below */
    whole = zt_form_whole_plan(arena, &p.params, 14.98);
    assert_int_equal(whole.rows, 4); /* three a row */
    zt_arena_drop(arena);
}

static void test_squares_narrow_into_one_row(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    parts p;
    make(&p, (double[]){6, 4}, 2);
    p.params.square_least = 1.5;
    zt_form_whole whole = zt_form_whole_plan(arena, &p.params, 29);
    assert_int_equal(whole.rows, 1);
    assert_int_equal(whole.columns, 10);
    assert_near(whole.pitch, 3);
    assert_near(whole.side, 2);
    assert_near(whole.height, 3);
    assert_near(whole.x[1], 18);
    assert_near(whole.marks_width, 29);
    assert_int_equal(zt_form_whole_plan(arena, &p.params, 23.9).rows,
                     2);                                           /* 1.49 wide: too narrow */
    assert_near(zt_form_whole_plan(arena, &p.params, 60).side, 3); /* never wider */
    zt_arena_drop(arena);
}

static void test_what_is_no_number_has_no_marks(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    parts p;
    make(&p, (double[]){30, 30}, 2);
    assert_int_equal(zt_form_whole_choose(&p.params), ZT_WHOLE_SQUARES);
    p.q[0].approx = true;
    assert_int_equal(zt_form_whole_choose(&p.params), ZT_WHOLE_STRIP);
    make(&p, (double[]){30, 31}, 2);
    assert_int_equal(zt_form_whole_choose(&p.params), ZT_WHOLE_STRIP);
    make(&p, (double[]){30.5, 2.5}, 2);
    assert_int_equal(zt_form_whole_choose(&p.params), ZT_WHOLE_STRIP);
    make(&p, (double[]){3, 4}, 2);
    p.params.form = ZT_WHOLE_STRIP;
    assert_int_equal(zt_form_whole_choose(&p.params), ZT_WHOLE_STRIP);
    p.q[1].has_number = false;
    zt_form_whole whole = zt_form_whole_plan(arena, &p.params, 50);
    assert_int_equal(whole.form, ZT_WHOLE_FIGURES);
    assert_near(whole.height, 0);
    assert_near(whole.x[1], 25);
    make(&p, (double[]){0, 0}, 2);
    assert_int_equal(zt_form_whole_choose(&p.params), ZT_WHOLE_FIGURES);
    zt_arena_drop(arena);
}

static void test_ten_cells_of_a_rank(void **state)
{
    (void)state;
    zt_look tick = {.text = {.size = 8}};
    zt_quantity rank = {.kind = ZT_Q_RANK, .has_number = true, .printed = {.scaled = 3}};
    zt_form_rank_params params = {.rank = &rank, .cell = 10, .tick = &tick};
    zt_form_rank form = zt_form_rank_plan(&params, 200);
    assert_near(form.cell, 10);
    assert_near(form.pitch, 11.8);
    assert_near(form.height, 10 + 1.25 * 8);
    form = zt_form_rank_plan(&params, 58.1); /* ten cells and nine gaps, half as large */
    assert_near(form.cell, 5);
    assert_near(form.width - 0.18 * form.cell, 58.1);
}

static void test_which_ranks_have_cells(void **state)
{
    (void)state;
    zt_quantity rank = {.kind = ZT_Q_RANK, .has_number = true, .printed = {.scaled = 10}}, to;
    assert_true(zt_form_rank_shows(&rank));
    rank.printed.scaled = 11;
    assert_false(zt_form_rank_shows(&rank));
    rank.printed.scaled = 0;
    assert_false(zt_form_rank_shows(&rank));
    rank.printed.scaled = 1;
    rank.range_to = &to;
    assert_false(zt_form_rank_shows(&rank));
    rank.range_to = NULL;
    rank.has_number = false;
    assert_false(zt_form_rank_shows(&rank));
    rank = (zt_quantity){.kind = ZT_Q_VALUE, .has_number = true, .printed = {.scaled = 2}};
    assert_false(zt_form_rank_shows(&rank));
}

/* A target takes amounts of one unit: a share of something else is none. */
static void test_what_has_a_target(void **state)
{
    (void)state;
    zt_num six = {.scaled = 6}, none = {.scaled = 0};
    zt_quantity value = {.has_number = true, .value = six, .unit = ZT_STR("亿元")};
    zt_quantity target = value;
    target.kind = ZT_Q_TARGET;
    assert_true(zt_form_target_shows(&value, &target));
    assert_false(zt_form_target_shows(&value, &value));
    assert_false(zt_form_target_shows(&value, NULL));
    target.unit = ZT_STR("%");
    assert_false(zt_form_target_shows(&value, &target));
    target.unit = value.unit;
    target.value = none;
    assert_false(zt_form_target_shows(&value, &target));
}

/* Bar and track from naught in one proportion, within the width however far the value goes. */
static void test_a_bar_towards_its_target(void **state)
{
    (void)state;
    static const int64_t values[] = {3, 10, 25};
    zt_ink ink = {0};
    for (size_t i = 0; i < 3; i++) {
        zt_arena *arena = zt_arena_new();
        zt_setting setting = {.arena = arena, .scene = zt_scene_new(arena, 100, 100)};
        zt_quantity value = {.has_number = true, .value = {.scaled = values[i]}};
        zt_quantity target = {.kind = ZT_Q_TARGET, .has_number = true, .value = {.scaled = 10}};
        zt_form_target_params params = {&value, &target, 10, &ink, &ink, &ink};
        zt_form_target_draw(&params, &setting, setting.scene->root, 0, 0, 50);
        const zt_group *part = (const zt_group *)setting.scene->root->first;
        const zt_item *track = part->first, *bar = track->next;
        assert_near(bar->box.w / track->box.w, (double)values[i] / 10);
        assert_true(bar->box.w <= 50 && track->box.w <= 50);
        zt_arena_drop(arena);
    }
}

/* The steps cover the values of the unit that came first; a place, another unit, a missing value
   and values that are all alike have none. */
static void test_heat_covers_one_unit(void **state)
{
    (void)state;
    static const double values[] = {120, 300, 5000, 210, 999};
    static const char *const units[] = {"家", "家", "公里", "家", "家"};
    zt_quantity q[5];
    double low = INFINITY, high = -INFINITY;
    zt_str unit = {0};
    for (int i = 0; i < 5; i++) {
        q[i] = (zt_quantity){.kind = ZT_Q_VALUE,
                             .has_number = true,
                             .unit = zt_str_from(units[i]),
                             .value = {.scaled = (int64_t)values[i]}};
        q[i].status = i == 4 ? ZT_MISSING : ZT_ACTUAL;
        zt_form_heat_reach(&q[i], &unit, &low, &high);
    }
    zt_form_heat heat = zt_form_heat_new(unit, low, high);
    assert_near(low, 120);
    assert_near(high, 300);
    assert_true(heat.steps >= 3 && heat.steps <= 6);
    assert_true(heat.low <= 120 && heat.low + heat.step * (double)heat.steps >= 300);
    const bool shown[] = {true, true, false, true, false};
    for (int i = 0; i < 5; i++)
        assert_int_equal(zt_form_heat_shows(&heat, &q[i]), shown[i]);
    q[0].kind = ZT_Q_RANK;
    assert_false(zt_form_heat_shows(&heat, &q[0]));
    assert_int_equal(zt_form_heat_new(unit, 7, 7).steps, 0);
    assert_int_equal(zt_form_heat_new(unit, INFINITY, -INFINITY).steps, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_strip_is_proportional),
        cmocka_unit_test(test_squares_fill_down_then_across),
        cmocka_unit_test(test_squares_narrow_into_one_row),
        cmocka_unit_test(test_what_is_no_number_has_no_marks),
        cmocka_unit_test(test_ten_cells_of_a_rank),
        cmocka_unit_test(test_which_ranks_have_cells),
        cmocka_unit_test(test_what_has_a_target),
        cmocka_unit_test(test_a_bar_towards_its_target),
        cmocka_unit_test(test_heat_covers_one_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
