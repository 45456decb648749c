#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

#include "labels/leaders.h"

static unsigned next(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 8) % below;
}

/* Said in other words than in the code: what a reader would see. */
static bool meet(const zt_hung_label *a, const zt_hung_label *b, double gap)
{
    if (a->level == ZT_LEVEL_NONE || b->level == ZT_LEVEL_NONE)
        return false;
    if (a->level == b->level)
        return fmin(a->to, b->to) - fmax(a->from, b->from) > -gap;
    const zt_hung_label *far = a->level > b->level ? a : b, *near = far == a ? b : a;
    return far->anchor > near->from - gap && far->anchor < near->to + gap;
}

static bool stands(const zt_hung_label *labels, size_t count, double gap)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (meet(&labels[i], &labels[k], gap))
                return false;
    return true;
}

static size_t price(const zt_hung_label *labels, size_t count)
{
    size_t lost = 0, levels = 0, sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (labels[i].level == ZT_LEVEL_NONE) {
            lost++;
            continue;
        }
        levels = labels[i].level + 1 > levels ? labels[i].level + 1 : levels;
        sum += labels[i].level;
    }
    return lost * 10000 + levels * 100 + sum;
}

/* The least price over all ways to set the labels from `at` on. */
static size_t least_price(zt_hung_label *labels, size_t count, size_t at, double gap, size_t most)
{
    size_t best = SIZE_MAX;
    if (at == count)
        return stands(labels, count, gap) ? price(labels, count) : SIZE_MAX;
    for (size_t level = 0; level <= most; level++) {
        labels[at].level = level < most ? level : ZT_LEVEL_NONE;
        size_t other = least_price(labels, count, at + 1, gap, most);
        best = other < best ? other : best;
    }
    return best;
}

static void make(zt_hung_label *labels, size_t count, unsigned *seed, unsigned field)
{
    for (size_t i = 0; i < count; i++) {
        double anchor = next(seed, field), before = next(seed, 12), after = next(seed, 12);
        labels[i] = (zt_hung_label){anchor, anchor - before, anchor + after, 0};
    }
}

static void test_levels_are_the_best_there_are(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    unsigned seed = 5;
    for (int round = 0; round < 400; round++) {
        zt_hung_label labels[6], brute[6];
        size_t count = 1 + next(&seed, 6), most = 1 + next(&seed, 3);
        make(labels, count, &seed, 40);
        for (size_t i = 0; i < count; i++)
            brute[i] = labels[i];
        size_t levels = zt_labels_hang(arena, labels, count, 1, most);
        assert_true(stands(labels, count, 1));
        assert_int_equal(price(labels, count), least_price(brute, count, 0, 1, most));
        assert_int_equal(price(labels, count) % 10000 / 100, levels);
    }
    zt_arena_drop(arena);
}

/* Flags that hang to the right of their poles: the one that begins last stands lowest. */
static void test_flags_stand_like_stairs(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_hung_label labels[] = {{0, 0, 30, 9}, {10, 10, 40, 9}, {20, 20, 50, 9}, {60, 60, 90, 9}};
    assert_int_equal(zt_labels_hang(arena, labels, 4, 1, 10), 3);
    const size_t wanted[] = {2, 1, 0, 0};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(labels[i].level, wanted[i]);
    zt_arena_drop(arena);
}

/* Two labels about one anchor: whichever stood higher, its leader would cross the other. */
static void test_what_cannot_stand_is_told(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_hung_label labels[] = {{10, 0, 20, 0}, {10, 0, 20, 0}, {40, 30, 50, 7}};
    assert_int_equal(zt_labels_hang(arena, labels, 3, 1, 5), 1);
    assert_int_equal((labels[0].level == ZT_LEVEL_NONE) + (labels[1].level == ZT_LEVEL_NONE), 1);
    assert_int_equal(labels[2].level, 0);
    assert_int_equal(zt_labels_hang(arena, labels, 0, 1, 5), 0);
    zt_arena_drop(arena);
}

static void test_many_never_meet(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    unsigned seed = 77;
    for (int round = 0; round < 50; round++) {
        zt_hung_label labels[60], again[60];
        make(labels, 60, &seed, 300);
        for (size_t i = 0; i < 60; i++)
            again[i] = labels[i];
        zt_labels_hang(arena, labels, 60, 1, 6);
        zt_labels_hang(arena, again, 60, 1, 6);
        assert_true(stands(labels, 60, 1));
        for (size_t i = 0; i < 60; i++)
            assert_true(again[i].level == labels[i].level);
    }
    zt_arena_drop(arena);
}

static void test_leaders_part_away_from_the_middle(void **state)
{
    (void)state;
    double levels[] = {-20, -19.5, -19, 0, 0.5, 30};
    zt_leaders_part(levels, 6, 2);
    const double wanted[] = {-23, -21, -19, 0, 2, 30};
    for (size_t i = 0; i < 6; i++)
        assert_true(fabs(levels[i] - wanted[i]) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels_are_the_best_there_are),
        cmocka_unit_test(test_flags_stand_like_stairs),
        cmocka_unit_test(test_what_cannot_stand_is_told),
        cmocka_unit_test(test_many_never_meet),
        cmocka_unit_test(test_leaders_part_away_from_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
