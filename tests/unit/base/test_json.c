/* tests/unit/base/test_json.c — commas come of themselves. */
#include "cmocka_all.h"

#include "base/arena.h"
#include "base/json.h"

static void test_commas_and_keys(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_json_open(&out, NULL, '{');
    zt_json_open(&out, "empty", '[');
    zt_json_close(&out, ']');
    zt_json_open(&out, "list", '[');
    zt_json_open(&out, NULL, '{');
    zt_json_close(&out, '}');
    zt_json_open_line(&out, NULL, '[');
    zt_json_int(&out, NULL, -3);
    zt_json_number(&out, NULL, 0.1234, 2);
    zt_json_close(&out, ']');
    zt_json_string(&out, NULL, ZT_STR("[")); /* what ends a text is no bracket */
    zt_json_word(&out, NULL, NULL);
    zt_json_close(&out, ']');
    zt_json_word(&out, "a\"b", "c\nd:");
    zt_json_flag(&out, "yes", true);
    zt_json_key(&out, "own");
    zt_buf_puts(&out, "1");
    zt_json_flag(&out, "no", false);
    zt_json_close(&out, '}');
    assert_string_equal(out.data, "{\"empty\":[],\"list\":[{},\n[-3,0.12],\"[\",null],"
                                  "\"a\\\"b\":\"c\\nd:\",\"yes\":true,\"own\":1,\"no\":false}");
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_commas_and_keys)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
