/* What select= may name, and what it does not take for a name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "compose/compose_imp.h"

static void test_selectors(void **state)
{
    (void)state;
    static const struct {
        const char *word, *name, *variant, *id;
        size_t index;
    } rows[] = {
        {"groups", "groups", "", "", 0},         {"chart:rank", "chart", "rank", "", 0},
        {"chart[2]", "chart", "", "", 2},        {"chart[12]", "chart", "", "", 12},
        {"chart:bar[3]", "chart", "bar", "", 3}, {"*", "*", "", "", 0},
        {"#airports", "", "", "airports", 0},    {"#a[1]", "", "", "a[1]", 0},
        {"x[1000]", "x", "", "", 1000},          {"hero:slope", "hero", "slope", "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_selector s;
        assert_true(zt_selector_parse(zt_str_from(rows[i].word), &s));
        assert_true(zt_str_is(s.name, rows[i].name));
        assert_true(zt_str_is(s.variant, rows[i].variant));
        assert_true(zt_str_is(s.id, rows[i].id));
        assert_int_equal(s.index, rows[i].index);
    }
}

static void test_no_selectors(void **state)
{
    (void)state;
    static const char *const rows[] = {"",          "chart[",
                                       "chart[]",   "chart[2",
                                       "chart]2[",  "chart[0]",
                                       "chart[x",   "[2]",
                                       "chart[a]",  "chart[2]x",
                                       ":rank",     "chart:",
                                       "chart[-1]", "chart[99999999999999999999]"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_selector s;
        if (zt_selector_parse(zt_str_from(rows[i]), &s))
            fail_msg("%s is taken for %.*s [%zu]", rows[i], ZT_ARG(s.name), s.index);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_selectors),
        cmocka_unit_test(test_no_selectors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
