/* Path data: each command in both cases, what follows a closed outline, arcs, and faults with
   their places. */
#include "cmocka_all.h"

#include <math.h>

#include "scene/path_data.h"

static zt_path *read_path(zt_arena *arena, const char *data)
{
    zt_path *path = ZT_NEW(arena, zt_path);
    zt_path_fault fault;
    path->arena = arena;
    assert_true(zt_path_read(path, zt_str_from(data), &fault));
    return path;
}

static void same(const char *a, const char *b)
{
    zt_arena *arena = zt_arena_new();
    const zt_path *p = read_path(arena, a), *q = read_path(arena, b);
    assert_int_equal(p->seg_count, q->seg_count);
    for (size_t i = 0; i < p->seg_count; i++) {
        assert_int_equal(p->segs[i].kind, q->segs[i].kind);
        for (int k = 0; k < 3; k++) {
            assert_true(fabs(p->segs[i].p[k].x - q->segs[i].p[k].x) < 1e-9);
            assert_true(fabs(p->segs[i].p[k].y - q->segs[i].p[k].y) < 1e-9);
        }
    }
    zt_arena_drop(arena);
}

static void lower_case_counts_from_the_pen(void **state)
{
    (void)state;
    same("m2 3l4 5h-1v2z", "M2,3 L6,8 H5 V10 Z");
    same("M1 1c1 0 2 1 2 2", "M1 1C2 1 3 2 3 3");
    same("M0 0q3 0 3 3", "M0 0C2 0 3 1 3 3");
}

static void a_smooth_curve_mirrors_the_control_before_it(void **state)
{
    (void)state;
    same("M0 0C0 1 1 2 2 2S4 3 4 4", "M0 0C0 1 1 2 2 2C3 2 4 3 4 4");
    same("M0 0L2 2S4 3 4 4", "M0 0L2 2C2 2 4 3 4 4");
}

static void pairs_after_a_move_are_lines(void **state)
{
    (void)state;
    same("M1 1 2 2 3 1", "M1 1L2 2L3 1");
    same("m1 1 1 1-.5.5", "M1 1L2 2L1.5 2.5");
}

static void what_follows_a_closed_outline_begins_at_its_start(void **state)
{
    (void)state;
    same("M1 1h4v4zl-1-1", "M1 1H5V5ZM1 1L0 0");
}

/* Each end of the curves lies on the circle, and half way between two ends it does too. */
static void an_arc_stays_on_its_circle(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const zt_path *path = read_path(arena, "M8 13.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z");
    zt_point pen = path->segs[0].p[0];
    for (size_t i = 1; i + 1 < path->seg_count; i++) {
        const zt_seg *s = &path->segs[i];
        assert_int_equal(s->kind, ZT_SEG_CURVE);
        double x = (pen.x + 3 * s->p[0].x + 3 * s->p[1].x + s->p[2].x) / 8;
        double y = (pen.y + 3 * s->p[0].y + 3 * s->p[1].y + s->p[2].y) / 8;
        assert_true(fabs(hypot(x - 8, y - 10.6) - 2.6) < 0.001);
        pen = s->p[2];
    }
    assert_true(fabs(pen.x - 8) < 1e-9 && fabs(pen.y - 13.2) < 1e-9);
    zt_arena_drop(arena);
}

static void flags_may_touch(void **state)
{
    (void)state;
    same("M0 0a2 2 0 012 2", "M0 0A2 2 0 0 1 2 2");
    same("M0 0a2 2 0 00.5.5", "M0 0A2 2 0 0 0 .5 .5");
}

static void an_arc_that_cannot_reach_grows(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const zt_path *path = read_path(arena, "M0 0A1 1 0 0 1 10 0");
    assert_true(fabs(path->segs[1].p[2].y) <= 5 + 1e-6);
    assert_true(path->segs[path->seg_count - 1].p[2].x > 9.999);
    zt_arena_drop(arena);
}

static void refuse(const char *data, zt_path_fault_kind kind, size_t at)
{
    zt_arena *arena = zt_arena_new();
    zt_path path = {.arena = arena};
    zt_path_fault fault = {0};
    assert_false(zt_path_read(&path, zt_str_from(data), &fault));
    assert_int_equal(fault.kind, kind);
    assert_int_equal(fault.at, at);
    zt_arena_drop(arena);
}

static void faults_have_places(void **state)
{
    (void)state;
    refuse("", ZT_PATH_NO_MOVE, 0);
    refuse("L1 2", ZT_PATH_NO_MOVE, 0);
    refuse("M1 2 T3 4", ZT_PATH_BAD_COMMAND, 5);
    refuse("M1 2L3", ZT_PATH_BAD_NUMBER, 6);
    refuse("M1 2L3 x", ZT_PATH_BAD_NUMBER, 7);
    refuse("M1e9 2", ZT_PATH_BAD_NUMBER, 2);
    refuse("M0 0A1 1 0 2 0 3 3", ZT_PATH_BAD_FLAG, 11);
    refuse("M0 0L99999999999 2", ZT_PATH_TOO_LARGE, 5);
    refuse("M0 0L3 10000.5", ZT_PATH_TOO_LARGE, 7);
    refuse("M0 0L-10001 3", ZT_PATH_TOO_LARGE, 5);
}

/* The largest number is one that may be. */
static void the_largest_number_is_taken(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_path path = {.arena = arena};
    zt_path_fault fault;
    assert_true(zt_path_read(&path, ZT_STR("M-10000 10000L10000 0"), &fault));
    zt_arena_drop(arena);
}

static void an_outline_is_carried_over_scaled(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_path twice = {.arena = arena};
    zt_path_append(&twice, read_path(arena, "M1 2C1 2 3 4 5 6Z"), 2, 10, 20);
    const zt_path *want = read_path(arena, "M12 24C12 24 16 28 20 32Z");
    assert_int_equal(twice.seg_count, want->seg_count);
    assert_true(fabs(twice.segs[1].p[2].y - want->segs[1].p[2].y) < 1e-9);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lower_case_counts_from_the_pen),
        cmocka_unit_test(a_smooth_curve_mirrors_the_control_before_it),
        cmocka_unit_test(pairs_after_a_move_are_lines),
        cmocka_unit_test(what_follows_a_closed_outline_begins_at_its_start),
        cmocka_unit_test(an_arc_stays_on_its_circle),
        cmocka_unit_test(flags_may_touch),
        cmocka_unit_test(an_arc_that_cannot_reach_grows),
        cmocka_unit_test(faults_have_places),
        cmocka_unit_test(the_largest_number_is_taken),
        cmocka_unit_test(an_outline_is_carried_over_scaled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
