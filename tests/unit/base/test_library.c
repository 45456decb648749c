/* tests/unit/base/test_library.c — libraries loaded when they are needed. */
#include "cmocka_all.h"

#include <math.h>
#include <string.h>

#include "base/library.h"

#define CALLS(X) X(double, cbrt, (double)) X(double, hypot, (double, double))
typedef struct calls {
    CALLS(ZT_LIBRARY_FIELD)
} calls;
CALLS(ZT_LIBRARY_CHECK)
static const char *const names[] = {CALLS(ZT_LIBRARY_NAME)};

static void functions_are_found(void **state)
{
    (void)state;
    const zt_library library = ZT_LIBRARY("libm.so.6", "", names);
    calls m;
    const char *why = "";
    assert_true(zt_library_load(&library, &m, &why));
    assert_true(fabs(m.cbrt(27) - 3) < 1e-12 && fabs(m.hypot(3, 4) - 5) < 1e-12);
}

static void what_is_missing_is_said(void **state)
{
    (void)state;
    const zt_library none = ZT_LIBRARY("libnone-such.so.9", "", names);
    const zt_library prefix = ZT_LIBRARY("libm.so.6", "x_", names);
    calls m;
    const char *why = NULL;
    assert_false(zt_library_load(&none, &m, &why));
    assert_non_null(strstr(why, "libnone-such.so.9"));
    assert_false(zt_library_load(&prefix, &m, &why));
    assert_non_null(strstr(why, "x_cbrt"));
    assert_false(zt_library_load(&none, &m, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(functions_are_found),
                                       cmocka_unit_test(what_is_missing_is_said)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
