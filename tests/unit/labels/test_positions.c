#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include "labels/meet.h"
#include "labels/positions.h"

static unsigned next(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 8) % below;
}

typedef struct price {
    double loss, cost;
} price;

static bool stands(const zt_point_label *labels, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++) {
            if (labels[i].chosen == ZT_POSITION_NONE || labels[k].chosen == ZT_POSITION_NONE)
                continue;
            zt_rect a = labels[i].positions[labels[i].chosen].box;
            zt_rect b = labels[k].positions[labels[k].chosen].box;
            if (fmin(a.x + a.w, b.x + b.w) - fmax(a.x, b.x) > 1e-9 &&
                fmin(a.y + a.h, b.y + b.h) - fmax(a.y, b.y) > 1e-9)
                return false;
        }
    return true;
}

static price price_of(const zt_point_label *labels, size_t count)
{
    price p = {0, 0};
    for (size_t i = 0; i < count; i++)
        if (labels[i].chosen == ZT_POSITION_NONE)
            p.loss += labels[i].loss > 0 ? labels[i].loss : 1;
        else
            p.cost += labels[i].positions[labels[i].chosen].cost;
    return p;
}

static bool is_less(price a, price b)
{
    return a.loss < b.loss || (a.loss == b.loss && a.cost < b.cost);
}

/* Every choice of positions, none of them passed over. */
static price least_price(zt_point_label *labels, size_t count, size_t at)
{
    price best = {INFINITY, INFINITY};
    if (at == count)
        return stands(labels, count) ? price_of(labels, count) : best;
    for (size_t i = 0; i <= labels[at].count; i++) {
        labels[at].chosen = i < labels[at].count ? i : ZT_POSITION_NONE;
        price p = least_price(labels, count, at + 1);
        best = is_less(p, best) ? p : best;
    }
    return best;
}

enum { LABELS = 200 };
typedef struct made {
    zt_position positions[LABELS][ZT_POSITIONS_ROUND];
    zt_point_label labels[LABELS];
} made;

/* Marks all over a field, wide labels about them; `kept` positions each. */
static void make(made *m, size_t count, size_t kept, unsigned field, unsigned *seed)
{
    for (size_t i = 0; i < count; i++) {
        zt_point mark = {next(seed, field), next(seed, field)};
        zt_rect size = {0, 0, 6 + next(seed, 14), 4};
        zt_positions_round(m->positions[i], mark, size, 1);
        for (size_t k = 0; k < kept; k++)
            m->positions[i][k].cost = next(seed, 9);
        m->labels[i] = (zt_point_label){
            .positions = m->positions[i], .count = next(seed, 9) ? kept : 0, .loss = next(seed, 3)};
    }
}

static void test_the_choice_is_the_best_there_is(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    unsigned seed = 11;
    for (int round = 0; round < 150; round++) {
        made m;
        size_t count = 1 + next(&seed, 6);
        make(&m, count, 4, 22, &seed);
        size_t lost = zt_positions_choose(arena, m.labels, count), none = 0;
        assert_true(stands(m.labels, count));
        for (size_t i = 0; i < count; i++)
            none += m.labels[i].chosen == ZT_POSITION_NONE;
        assert_int_equal(lost, none);
        price found = price_of(m.labels, count), brute = least_price(m.labels, count, 0);
        assert_true(found.loss == brute.loss && found.cost == brute.cost);
    }
    zt_arena_drop(arena);
}

/* Twelve with two positions each: 3 to the 12th ways, still all tried. */
static void test_twelve_are_exact(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    unsigned seed = 4;
    for (int round = 0; round < 4; round++) {
        made m;
        make(&m, 12, 2, 26, &seed);
        zt_positions_choose(arena, m.labels, 12);
        price found = price_of(m.labels, 12), brute = least_price(m.labels, 12, 0);
        assert_true(found.loss == brute.loss && found.cost == brute.cost);
    }
    zt_arena_drop(arena);
}

static void test_many_stand_apart_and_always_alike(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    unsigned seed = 31;
    for (int round = 0; round < 3; round++) {
        made m;
        make(&m, LABELS, ZT_POSITIONS_ROUND, 150, &seed);
        size_t chosen[LABELS], with_none = 0;
        size_t lost = zt_positions_choose(arena, m.labels, LABELS);
        assert_true(stands(m.labels, LABELS));
        for (size_t i = 0; i < LABELS; i++) {
            chosen[i] = m.labels[i].chosen;
            with_none += m.labels[i].count == 0;
        }
        assert_true(lost >= with_none && lost < LABELS / 4);
        zt_positions_choose(arena, m.labels, LABELS);
        for (size_t i = 0; i < LABELS; i++)
            assert_true(chosen[i] == m.labels[i].chosen);
        /* None that was left out could simply be put in. */
        for (size_t i = 0; i < LABELS; i++)
            for (size_t k = 0; chosen[i] == ZT_POSITION_NONE && k < m.labels[i].count; k++) {
                m.labels[i].chosen = k;
                assert_false(stands(m.labels, LABELS));
                m.labels[i].chosen = ZT_POSITION_NONE;
            }
    }
    zt_arena_drop(arena);
}

/* A label on the cheap place of another moves, so that none is lost. */
static void test_one_moves_so_that_both_stand(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const zt_position wide[] = {{{0, 0, 10, 4}, 0}, {{20, 0, 10, 4}, 50}};
    const zt_position only[] = {{{5, 0, 10, 4}, 3}};
    zt_point_label labels[] = {{wide, 2, 0, 0, 9}, {only, 1, 0, 0, 9}};
    assert_int_equal(zt_positions_choose(arena, labels, 2), 0);
    assert_int_equal(labels[0].chosen, 1);
    assert_int_equal(labels[1].chosen, 0);
    /* With no other place the one that matters more stays; the other takes a spare one, if any. */
    labels[0].count = labels[0].spare = 1;
    labels[1].loss = 5;
    assert_int_equal(zt_positions_choose(arena, labels, 2), 0);
    assert_true(labels[0].chosen == 1 && labels[1].chosen == 0);
    labels[0].spare = 0;
    assert_int_equal(zt_positions_choose(arena, labels, 2), 1);
    assert_true(labels[0].chosen == ZT_POSITION_NONE && labels[1].chosen == 0);
    zt_arena_drop(arena);
}

static void test_positions_about_a_mark(void **state)
{
    (void)state;
    zt_position p[ZT_POSITIONS_ROUND];
    zt_rect frame = {0, 0, 45, 100}, lines[] = {{0, 40, 100, 4}, {0, 42, 100, 1}};
    zt_obstacles obstacles = {lines, 2, NULL, 0};
    zt_positions_round(p, (zt_point){30, 50}, (zt_rect){0, 0, 12, 4}, 2);
    assert_true(p[0].box.x == 32 && p[0].box.y == 48);             /* right */
    assert_true(zt_rect_right(p[1].box) == 28);                    /* left */
    assert_true(zt_rect_foot(p[2].box) == 48 && p[2].box.x == 24); /* above */
    assert_true(p[3].box.y == 52);                                 /* below */
    for (size_t i = 0; i < ZT_POSITIONS_ROUND; i++)
        assert_true(p[i].cost == (double)i);
    p[2].box.y = 41; /* onto the line */
    size_t kept = zt_positions_weigh(p, ZT_POSITIONS_ROUND, frame, &obstacles, 90, 5);
    assert_int_equal(kept, ZT_POSITIONS_ROUND);
    assert_true(p[2].cost == 102 && p[3].cost == 3); /* there are two */
    frame.w = 43;                                    /* the right ones leave it */
    assert_int_equal(zt_positions_weigh(p, kept, frame, &obstacles, 90, 5), 5);
    assert_true(p[0].cost == 1);
    assert_int_equal(zt_positions_cheapest(p, 5, 3), 3); /* the one on the line goes last */
    assert_true(p[0].cost == 1 && p[1].cost == 3 && p[2].cost == 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_choice_is_the_best_there_is),
        cmocka_unit_test(test_twelve_are_exact),
        cmocka_unit_test(test_many_stand_apart_and_always_alike),
        cmocka_unit_test(test_one_moves_so_that_both_stand),
        cmocka_unit_test(test_positions_about_a_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
