/* The innermost loops of a slicing search: those of this processor give what those of any give, and
   these what a sum over all pairs of heights gives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "solve/slicing_imp.h"
#include "tools/solve/solve_tools.h"

enum { MOST = 90, ROOM = MOST + 2 * ZT_SLICE_BLOCK, OUT = 300, TRIES = 20000 };

/* A list by lot of 1 to MOST heights, some never reached, between so many that are never. */
typedef struct list {
    int32_t room[ROOM];
    zt_slice_heights heights;
} list;

static void draw_list(list *l, lots *by)
{
    int count = lot(by, 3) ? 1 + lot(by, 12) : 1 + lot(by, MOST);
    l->heights = (zt_slice_heights){l->room + ZT_SLICE_BLOCK, (int16_t)(1 + lot(by, 40)),
                                    (int16_t)count, ZT_SLICE_NEVER};
    for (int i = 0; i < ROOM; i++)
        l->room[i] = ZT_SLICE_NEVER;
    for (int i = 0; i < count; i++) {
        int32_t cost = lot(by, 4) ? lot(by, 1500) : ZT_SLICE_NEVER;
        l->heights.cost[i] = cost;
        l->heights.least = cost < l->heights.least ? cost : l->heights.least;
    }
}

/* What `above` has to leave in low .. high. */
static void by_pairs(const zt_slice_above *job, int32_t *to)
{
    for (int t = 0; t < job->top->count; t++)
        for (int f = 0; f < job->foot->count; f++) {
            int height = job->top->low + t, both = height + job->foot->low + f;
            int32_t cost = job->top->cost[t] + job->foot->cost[f] + job->weight * height;
            if (both >= job->low && both <= job->high && cost <= job->most && cost < to[both])
                to[both] = cost;
        }
}

/* What is dearer than the most may be there or not. */
static void assert_same_up_to(const int32_t *a, const int32_t *b, int low, int high, int32_t most)
{
    for (int h = low; h <= high; h++)
        if (a[h] <= most || b[h] <= most)
            assert_int_equal(a[h], b[h]);
}

static void test_above(void **state)
{
    lots by = {20261130};
    const zt_slice_lanes *lanes[] = {zt_slice_lanes_here(), zt_slice_lanes_plain()};
    (void)state;
    for (int n = 0; n < TRIES; n++) {
        list top, foot;
        draw_list(&top, &by);
        draw_list(&foot, &by);
        zt_slice_above job = {.top = &top.heights,
                              .foot = &foot.heights,
                              .weight = lot(&by, 9),
                              .low = 1 + lot(&by, 90),
                              .most = 200 + lot(&by, 3000)};
        job.high = job.low + lot(&by, 120);
        int32_t expected[OUT], found[OUT];
        for (int i = 0; i < OUT; i++)
            expected[i] = lot(&by, 5) ? ZT_SLICE_NEVER : lot(&by, 2000);
        for (int k = 0; k < 2; k++) {
            memcpy(found, expected, sizeof found);
            lanes[k]->above(&job, found);
            int32_t paired[OUT];
            memcpy(paired, expected, sizeof paired);
            by_pairs(&job, paired);
            assert_same_up_to(found, paired, job.low, job.high, job.most);
            for (int i = 0; i < OUT; i++) /* nothing before, nor further than a block behind */
                if (i < job.low || i > job.high + ZT_SLICE_BLOCK)
                    assert_int_equal(found[i], expected[i]);
        }
    }
}

static void test_sums(void **state)
{
    lots by = {7};
    const zt_slice_lanes *here = zt_slice_lanes_here();
    (void)state;
    for (int n = 0; n < TRIES; n++) {
        list a, b;
        int32_t start[ROOM], both[ROOM], one[ROOM], beside[ROOM];
        draw_list(&a, &by);
        draw_list(&b, &by);
        int count = a.heights.count < b.heights.count ? a.heights.count : b.heights.count;
        int32_t plus = lot(&by, 500);
        for (int i = 0; i < ROOM; i++)
            start[i] = lot(&by, 2500);
        memcpy(both, start, sizeof start);
        memcpy(one, start, sizeof start);
        memcpy(beside, start, sizeof start);
        here->both(both, a.heights.cost, b.heights.cost, plus, count);
        here->one(one, a.heights.cost, plus, count);
        here->beside(beside, a.heights.cost, b.heights.cost, plus, count);
        for (int i = 0; i < ROOM; i++) {
            int32_t x = i < count ? a.heights.cost[i] + plus : start[i];
            int32_t sum = i < count ? x + b.heights.cost[i] : start[i];
            assert_int_equal(one[i], x < start[i] ? x : start[i]);
            assert_int_equal(both[i], sum < start[i] ? sum : start[i]);
            if (i < count || i >= count + ZT_SLICE_BLOCK)
                assert_int_equal(beside[i], both[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_above), cmocka_unit_test(test_sums)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
