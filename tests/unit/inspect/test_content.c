/* The operators of a content stream, whatever its bytes. */
#include "cmocka_all.h"

#include <math.h>
#include <string.h>

#include "inspect/content.h"

/* All operators with the count of their operands: "re:4 f:0". */
static const char *operators_of(zt_arena *arena, const char *bytes, size_t len)
{
    zt_content_stream content;
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_content_begin(&content, arena, (zt_str){bytes, len});
    while (zt_content_next(&content))
        zt_buf_printf(&out, "%s%.*s:%zu", out.len ? " " : "", ZT_ARG(content.operator_),
                      content.operands.count);
    return zt_buf_view(&out).data ? zt_buf_view(&out).data : "";
}

static void operators_with_their_operands(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *want;
    } cases[] = {
        {"", ""},
        {"1 2 3 4 re f", "re:4 f:0"},
        {"% 1 0 0 rg\nq\rQ", "q:0 Q:0"},
        {"[(a)-20(b)]TJ", "TJ:5"},
        {"/F1 12 Tf(a\\)b)Tj", "Tf:2 Tj:1"},
        {"<48656C6C6F>Tj", "Tj:1"},
        {"/P<</MCID 3>>BDC EMC", "BDC:5 EMC:0"},
        {"BI /W 4 /H 2 ID \0\1EIx EI Q", "EI:4 Q:0"},
        {"BI /W 4 ID never ends", "EI:2"},
        {"((((", ""},
        {"<48", ""},
        {"1 2 3", ""},
        {"true false null n", "n:3"},
        {"}{)]>", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_arena *arena = zt_arena_new();
        size_t len = i == 7 ? sizeof "BI /W 4 /H 2 ID ..EIx EI Q" - 1 : strlen(cases[i].bytes);
        assert_string_equal(operators_of(arena, cases[i].bytes, len), cases[i].want);
        zt_arena_drop(arena);
    }
}

static double number_of(zt_arena *arena, const char *word)
{
    zt_content_stream content;
    zt_content_begin(&content, arena, zt_str_from(zt_arena_printf(arena, "%s w", word)));
    assert_true(zt_content_next(&content));
    return zt_content_number(&content, 0);
}

static void numbers_as_readers_take_them(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        double want;
    } cases[] = {{"1.5", 1.5},
                 {"-.5", -0.5},
                 {"4.", 4},
                 {"+3", 3},
                 {"--7", -7},
                 {"1.5-2", 1.5},
                 {"0", 0},
                 {"999999999999", 999999999999.0},
                 {"9999999999999999999999", 0},
                 {"-1e5", 0},
                 {".", 0}};
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(fabs(number_of(arena, cases[i].word) - cases[i].want) < 1e-9);
    zt_arena_drop(arena);
}

static void strings_and_names_are_decoded(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_content_stream content;
    zt_content_begin(&content, arena, ZT_STR("/A#20B (\\101\\n\\\r\nx(y)) <4 1 4> Do"));
    assert_true(zt_content_next(&content));
    assert_int_equal(content.operands.count, 3);
    assert_true(zt_str_is(zt_content_name(&content, 0), "A B"));
    assert_true(zt_str_is(content.operands.items[1].text, "A\nx(y)"));
    assert_true(zt_str_is(content.operands.items[2].text, "A@"));
    assert_int_equal(zt_content_name(&content, 1).len, 0);
    assert_int_equal(zt_content_name(&content, 9).len, 0);
    zt_arena_drop(arena);
}

/* A whole number of whatever the file claims. */
static void whole_numbers_stay_small(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_content_stream content;
    zt_content_begin(&content, arena, ZT_STR("7 99999999999 -99999999999 Tr"));
    assert_true(zt_content_next(&content));
    assert_int_equal(zt_content_whole(&content, 0), 7);
    assert_int_equal(zt_content_whole(&content, 1), 1000);
    assert_int_equal(zt_content_whole(&content, 2), -1000);
    assert_int_equal(zt_content_whole(&content, 3), 0);
    zt_arena_drop(arena);
}

/* Bytes by lot: reading ends, and within them. */
static void any_bytes_end(void **state)
{
    (void)state;
    static const char letters[] = "()<>[]/% \n\\01.-qBIDE#";
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        char bytes[64];
        zt_arena *arena = zt_arena_new();
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[i] = letters[(seed >> 16) % (sizeof letters - 1)];
        }
        zt_content_stream content;
        size_t count = 0;
        zt_content_begin(&content, arena, (zt_str){bytes, sizeof bytes});
        while (zt_content_next(&content))
            count++;
        assert_true(count <= sizeof bytes && content.at >= sizeof bytes);
        zt_arena_drop(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operators_with_their_operands),
        cmocka_unit_test(numbers_as_readers_take_them),
        cmocka_unit_test(strings_and_names_are_decoded),
        cmocka_unit_test(whole_numbers_stay_small),
        cmocka_unit_test(any_bytes_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
