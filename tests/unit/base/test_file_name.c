/* tests/unit/base/test_file_name.c — which names a file may have. */
#include "cmocka_all.h"

#include <string.h>

#include "base/arena.h"
#include "base/file_name.h"
#include "base/utf8.h"

static zt_name_fault check(const char *name)
{
    zt_str character;
    return zt_file_name_check(zt_str_from(name), &character);
}

static void test_good_names(void **state)
{
    (void)state;
    static const char *const good[] = {"w1",         "成绩单-2022", "a.b.c", "_x",    "A-",
                                       "2022.06.30", "〇一",        "com",   "com10", "lpt",
                                       "conx",       "x.con",       "a..b",  "𬶋",  "auxiliary"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_int_equal(check(good[i]), ZT_NAME_FINE);
}

static void test_bad_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        zt_name_fault fault;
    } bad[] = {
        {"", ZT_NAME_EMPTY},
        {".", ZT_NAME_START},
        {"..", ZT_NAME_START},
        {".hidden", ZT_NAME_START},
        {"-rf", ZT_NAME_START},
        {"x.", ZT_NAME_END},
        {"a/b", ZT_NAME_CHARACTER},
        {"/etc/x", ZT_NAME_CHARACTER},
        {"../x", ZT_NAME_CHARACTER},
        {"a\\b", ZT_NAME_CHARACTER},
        {"a:b", ZT_NAME_CHARACTER},
        {"~", ZT_NAME_CHARACTER},
        {"a b", ZT_NAME_CHARACTER},
        {"a\tb", ZT_NAME_CHARACTER},
        {"a\nb", ZT_NAME_CHARACTER},
        {"a\x7F", ZT_NAME_CHARACTER},
        {"a／b", ZT_NAME_CHARACTER},
        {"a\xC3", ZT_NAME_CHARACTER},
        {"e\xCC\x81", ZT_NAME_CHARACTER} /* e and U+0301 */,
        {"\xEF\xA4\x80", ZT_NAME_CHARACTER} /* U+F900, U+8C48 in normal form C */,
        {"CON", ZT_NAME_RESERVED},
        {"nul.v2", ZT_NAME_RESERVED},
        {"Com1", ZT_NAME_RESERVED},
        {"lpt9.a.b", ZT_NAME_RESERVED},
        {"pRn", ZT_NAME_RESERVED},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(check(bad[i].name), bad[i].fault);
}

static void test_length_in_characters_and_bytes(void **state)
{
    (void)state;
    char name[3 * 101 + 1] = "";
    for (int i = 0; i < 80; i++)
        strcat(name, "重");
    assert_int_equal(check(name), ZT_NAME_FINE);
    strcat(name, "x"); /* 241 bytes */
    assert_int_equal(check(name), ZT_NAME_LONG);
    memset(name, 'x', 100);
    name[100] = 0;
    assert_int_equal(check(name), ZT_NAME_FINE);
    strcat(name, "x");
    assert_int_equal(check(name), ZT_NAME_LONG);
}

/* Whatever is accepted is one step of a path, has no control character, and no neighbour that a
   folder takes for the same but by the case of letters. */
static void test_whatever_is_accepted_is_one_step(void **state)
{
    (void)state;
    static const char *const parts[] = {"/",  ".",   "-",   "..", "a",        "A",
                                        "重", "\n",  "\\",  "1",  "\x01",     " ",
                                        "_",  "con", "nul", ":",  "\xC2\xA0", "é"};
    const unsigned count = sizeof parts / sizeof *parts;
    unsigned seed = 1;
    for (int round = 0; round < 200000; round++) {
        char name[64] = "";
        for (unsigned i = 0, n = 1 + (unsigned)round % 6; i < n; i++) {
            seed = seed * 1103515245u + 12345u;
            strcat(name, parts[(seed >> 16) % count]);
        }
        if (check(name) != ZT_NAME_FINE)
            continue;
        assert_true(zt_is_one_step(name));
        assert_true(name[0] != '.' && name[0] != '-');
        zt_str text = zt_str_from(name);
        for (size_t at = 0; at < text.len;) {
            uint32_t c = zt_utf8_next(text, &at);
            assert_true(c > 0x20 && !(c >= 0x7F && c < 0x3005) && c != '/' && c != '\\');
        }
        assert_int_equal(zt_file_name_order(name, name), 0);
    }
}

static void test_small_and_capital_letters_are_one(void **state)
{
    (void)state;
    assert_int_equal(zt_file_name_order("Chart-A重", "chart-a重"), 0);
    assert_true(zt_file_name_order("a", "B") < 0);
    assert_true(zt_file_name_order("a", "ab") < 0);
    assert_true(zt_file_name_order("重", "庆") != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_good_names),
                                       cmocka_unit_test(test_bad_names),
                                       cmocka_unit_test(test_length_in_characters_and_bytes),
                                       cmocka_unit_test(test_whatever_is_accepted_is_one_step),
                                       cmocka_unit_test(test_small_and_capital_letters_are_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
