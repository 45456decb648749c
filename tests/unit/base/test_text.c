/* tests/unit/base/test_text.c — strings, buffers, UTF-8, words around numbers, nearest names. */
#include "cmocka_all.h"

#include <string.h>

#include "base/arena.h"
#include "base/near.h"
#include "base/unit.h"
#include "base/utf8.h"

static void test_words(void **state)
{
    (void)state;
    zt_str rest = ZT_STR("  title  deck\tasof "), word;
    assert_true(zt_str_word(&rest, &word) && zt_str_is(word, "title"));
    assert_true(zt_str_word(&rest, &word) && zt_str_is(word, "deck"));
    assert_true(zt_str_word(&rest, &word) && zt_str_is(word, "asof"));
    assert_false(zt_str_word(&rest, &word));
    assert_true(zt_str_in_words(ZT_STR("deck"), "title deck"));
    assert_false(zt_str_in_words(ZT_STR("dec"), "title deck"));
    assert_true(zt_str_is(zt_str_trim(ZT_STR(" \n一 二\t")), "一 二"));
}

static void test_parts(void **state)
{
    (void)state;
    assert_true(zt_str_holds(ZT_STR("共计一百"), ZT_STR("一百")));
    assert_true(zt_str_holds(ZT_STR("一百"), ZT_STR("一百")));
    assert_false(zt_str_holds(ZT_STR("一"), ZT_STR("一百")));
    assert_false(zt_str_holds(ZT_STR("一百"), ZT_STR("百一")));
    assert_false(zt_str_holds(ZT_STR("一百"), (zt_str){0}));
    assert_false(zt_str_holds((zt_str){0}, ZT_STR("一")));
    assert_true(zt_str_is(zt_rest_of(ZT_STR("abc"), 1), "bc"));
    assert_int_equal(zt_rest_of(ZT_STR("abc"), 9).len, 0);
}

static void test_numbers_without_locale(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf buf;
    zt_buf_init(&buf, arena);
    zt_buf_number(&buf, 1.5, 3);
    zt_buf_putc(&buf, ' ');
    zt_buf_number(&buf, -0.0001, 2);
    zt_buf_putc(&buf, ' ');
    zt_buf_number(&buf, -12.345678, 4);
    zt_buf_putc(&buf, ' ');
    zt_buf_number(&buf, 700, 2);
    assert_string_equal(buf.data, "1.5 0 -12.3457 700");
    zt_arena_drop(arena);
}

static void test_escapes(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf buf;
    zt_buf_init(&buf, arena);
    zt_buf_json(&buf, ZT_STR("“双核”\"\\\n\x01"));
    zt_buf_xml(&buf, ZT_STR("<a&\">"));
    assert_string_equal(buf.data, "\"“双核”\\\"\\\\\\n\\u0001\"&lt;a&amp;&quot;&gt;");
    zt_arena_drop(arena);
}

static void test_utf8_round_trip(void **state)
{
    (void)state;
    static const uint32_t points[] = {0x41,   0xB7,    0x7FF,   0x800,   0x4E00,
                                      0xFFFD, 0x10000, 0x2CC8B, 0x10FFFF};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        char out[4];
        size_t len = zt_utf8_put(out, points[i]), at = 0;
        assert_int_equal(zt_utf8_next((zt_str){out, len}, &at), points[i]);
        assert_int_equal(at, len);
    }
}

static void test_utf8_refuses(void **state)
{
    (void)state;
    static const char *const wrong[] = {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                        "\xE4\xB8", "\x80",         "\xFF"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(zt_utf8_valid_prefix(zt_str_from(wrong[i])), 0);
    assert_int_equal(zt_utf8_valid_prefix(ZT_STR("双\xFF")), 3);
    assert_int_equal(zt_utf8_count(ZT_STR("双核ab")), 4);
}

static void test_words_around_numbers(void **state)
{
    (void)state;
    int power = 0;
    assert_int_equal(zt_scale_prefix(ZT_STR("万亿元"), &power), strlen("万亿"));
    assert_int_equal(power, 12);
    assert_int_equal(zt_unit_prefix(ZT_STR("人次，同比"), NULL), strlen("人次"));
    assert_int_equal(zt_unit_prefix(ZT_STR("个百分点"), NULL), strlen("个百分点"));
    assert_int_equal(zt_unit_prefix(ZT_STR("台（套）。"), NULL), strlen("台（套）"));
    assert_int_equal(zt_unit_prefix(ZT_STR("驮"), NULL), 0);
    assert_int_equal(zt_unit_prefix(ZT_STR("驮"), "航次 驮"), strlen("驮"));
    assert_int_equal(zt_before_prefix(ZT_STR("超过1")), strlen("超过"));
    assert_int_equal(zt_infix_prefix(ZT_STR("余件")), strlen("余"));
    assert_int_equal(zt_after_prefix(ZT_STR("以上")), strlen("以上"));
}

static void test_nearest(void **state)
{
    (void)state;
    static const char *const names[] = {"title", "deck", "timeline", "重庆江北", "成都双流"};
    assert_string_equal(zt_nearest(ZT_STR("tilte"), names, 5), "title");
    assert_string_equal(zt_nearest(ZT_STR("timelime"), names, 5), "timeline");
    assert_string_equal(zt_nearest(ZT_STR("重庆江比"), names, 5), "重庆江北");
    assert_null(zt_nearest(ZT_STR("chart"), names, 5));
    assert_int_equal(zt_edit_distance(ZT_STR("罗蓓"), ZT_STR("罗蔺")), 1);
}

/* Whatever bytes a file name holds, a log gets UTF-8 without controls. */
static void test_printable(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const char *good = "重庆\tx";
    assert_ptr_equal(zt_utf8_printable(arena, good), good);
    assert_null(zt_utf8_printable(arena, NULL));
    assert_string_equal(zt_utf8_printable(arena, "a\xD6\xD8"
                                                 "b\n\x1B[0m"),
                        "a\xEF\xBF\xBD\xEF\xBF\xBD"
                        "b\xEF\xBF\xBD\xEF\xBF\xBD[0m");
    unsigned seed = 7;
    for (int round = 0; round < 20000; round++) {
        char bytes[17];
        for (int i = 0; i < 16; i++) {
            seed = seed * 1103515245u + 12345u;
            bytes[i] = (char)(seed >> 16);
        }
        bytes[16] = 0;
        zt_str shown = zt_str_from(zt_utf8_printable(arena, bytes));
        assert_int_equal(zt_utf8_valid_prefix(shown), shown.len);
        for (size_t at = 0; at < shown.len;) {
            uint32_t c = zt_utf8_next(shown, &at);
            assert_true(c == '\t' || (c >= 0x20 && !(c >= 0x7F && c < 0xA0)));
        }
        zt_arena_reset(arena);
    }
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_words),
                                       cmocka_unit_test(test_parts),
                                       cmocka_unit_test(test_numbers_without_locale),
                                       cmocka_unit_test(test_escapes),
                                       cmocka_unit_test(test_utf8_round_trip),
                                       cmocka_unit_test(test_utf8_refuses),
                                       cmocka_unit_test(test_words_around_numbers),
                                       cmocka_unit_test(test_nearest),
                                       cmocka_unit_test(test_printable)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
