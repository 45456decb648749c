/* What lies around a box bounds what is in it: the best layout is found with its own cost as the
   limit, and with one less there is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "solve/slicing_imp.h"
#include "tools/solve/solve_tools.h"

/* Of the whole page; never when it costs more than the limit. */
static int32_t cost_within(const zt_slice_page *page, int32_t most)
{
    zt_arena *arena = zt_arena_new();
    zt_slicing *s = zt_slice_open(arena, page, most);
    int32_t cost = ZT_SLICE_NEVER;
    if (s) {
        zt_slice_box box = zt_slice_page_box(s);
        cost = zt_slice_cost(s, &box, most);
    }
    zt_arena_drop(arena);
    return cost;
}

static void test_limit_is_the_cost(void **state)
{
    (void)state;
    int seen = 0;
    for (uint64_t seed = 1; seed <= 60 && seen < 24; seed++) {
        zt_arena *arena = zt_arena_new();
        zt_slice_page page = make_page(arena, seed, 8 + seed % 2, 2, 0, false);
        int32_t cost = page.fixed_count ? ZT_SLICE_NEVER : cost_within(&page, ZT_SLICE_LINE - 1);
        if (cost < ZT_SLICE_NEVER) {
            assert_int_equal(cost_within(&page, cost), cost);
            assert_true(cost_within(&page, cost - 1) >= ZT_SLICE_NEVER);
            seen++;
        }
        zt_arena_drop(arena);
    }
    assert_in_range(seen, 12, 24);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limit_is_the_cost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
