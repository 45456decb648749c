/* Findings: what is kept, what is only counted, and what mends the one that was reported last. */
#include "cmocka_all.h"

#include "base/arena.h"
#include "base/diag.h"

static void say(zt_diags *diags, int line)
{
    zt_report(diags, ZT_ERROR, "wrong", (zt_pos){"a.xml", line, 1}, "错", "wrong");
}

/* A change belongs to the finding reported last, not to one of its code that was kept before. */
static void a_change_needs_its_finding(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    int line = 0;
    do {
        say(diags, ++line);
        zt_diags_add_change(diags, "wrong", (zt_pos){"a.xml", line, 1}, ZT_STR("x"), ZT_STR("y"));
    } while (zt_diags_count(diags) == (size_t)line);
    size_t kept = zt_diags_count(diags);
    assert_true(kept > 100);
    assert_int_equal(zt_diags_severity_count(diags, ZT_ERROR), kept + 1);
    for (size_t i = 0; i < kept; i++) {
        const zt_diag *d = zt_diags_at(diags, i);
        assert_int_equal(d->fix_count, 1);
        assert_int_equal(d->fixes[0].in.line, d->pos.line);
    }
    zt_arena_drop(arena);
}

static void a_change_of_another_code_is_none(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_diags_add_change(diags, "wrong", ZT_NOWHERE, ZT_STR("x"), ZT_STR("y"));
    say(diags, 1);
    zt_diags_add_change(diags, "other", ZT_NOWHERE, ZT_STR("x"), ZT_STR("y"));
    assert_int_equal(zt_diags_at(diags, 0)->fix_count, 0);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_needs_its_finding),
        cmocka_unit_test(a_change_of_another_code_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
