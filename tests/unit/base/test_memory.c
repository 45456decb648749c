/* What ends when memory runs out, and what goes on. */
#include <stdbool.h>

#include "base/arena.h"
#include "cmocka_all.h"

typedef struct work {
    zt_memory *memory;
    zt_arena *outer, *inner;
    size_t bytes;
    bool finished;
    int dropped;
    zt_memory_end nested;
} work;

static void count_drop(void *self)
{
    ++*(int *)self;
}

static void ask(void *self)
{
    work *w = self;
    zt_arena *own = zt_memory_arena(w->memory), *scratch = zt_arena_beside(own);
    zt_arena_on_drop(own, count_drop, &w->dropped);
    zt_arena_on_drop(scratch, count_drop, &w->dropped);
    zt_arena_alloc(scratch, w->bytes);
    zt_arena_drop(scratch);
    zt_arena_drop(own);
    w->finished = true;
}

static void ask_within(void *self)
{
    work *w = self;
    w->nested = zt_memory_try(w->memory, ask, w);
}

static void give_up(void *self)
{
    zt_arena_exhausted(self);
}

static void test_work_that_gets_its_memory(void **state)
{
    (void)state;
    work w = {.memory = zt_memory_new(), .bytes = 100};
    assert_int_equal(zt_memory_try(w.memory, ask, &w), ZT_MEMORY_DONE);
    assert_true(w.finished);
    assert_int_equal(w.dropped, 2);
    zt_memory_drop(w.memory);
}

static void test_too_much_ends_the_work_and_drops_its_arenas(void **state)
{
    (void)state;
    work w = {.memory = zt_memory_new(), .bytes = (size_t)3 << 30};
    assert_int_equal(zt_memory_try(w.memory, ask, &w), ZT_MEMORY_LIMIT);
    assert_false(w.finished);
    assert_int_equal(w.dropped, 2);
    w.bytes = 100;
    assert_int_equal(zt_memory_try(w.memory, ask, &w), ZT_MEMORY_DONE);
    zt_memory_drop(w.memory);
}

static void test_the_limit_is_of_all_arenas_together(void **state)
{
    (void)state;
    work w = {.memory = zt_memory_new(), .bytes = ((size_t)2 << 30) - 1000};
    w.outer = zt_memory_arena(w.memory);
    zt_arena_alloc(w.outer, 2000);
    assert_int_equal(zt_memory_try(w.memory, ask, &w), ZT_MEMORY_LIMIT);
    zt_memory_drop(w.memory);
}

static void test_only_the_inner_work_ends(void **state)
{
    (void)state;
    work w = {.memory = zt_memory_new(), .bytes = (size_t)3 << 30};
    assert_int_equal(zt_memory_try(w.memory, ask_within, &w), ZT_MEMORY_DONE);
    assert_int_equal(w.nested, ZT_MEMORY_LIMIT);
    zt_memory_drop(w.memory);
}

static void test_a_library_that_was_refused(void **state)
{
    (void)state;
    zt_memory *memory = zt_memory_new();
    zt_arena *kept = zt_memory_arena(memory);
    assert_int_equal(zt_memory_try(memory, give_up, kept), ZT_MEMORY_REFUSED);
    zt_arena_alloc(kept, 10); /* made before: its owner may go on with it */
    zt_memory_drop(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_work_that_gets_its_memory),
        cmocka_unit_test(test_too_much_ends_the_work_and_drops_its_arenas),
        cmocka_unit_test(test_the_limit_is_of_all_arenas_together),
        cmocka_unit_test(test_only_the_inner_work_ends),
        cmocka_unit_test(test_a_library_that_was_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
