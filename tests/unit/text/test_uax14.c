/* tests/unit/text/test_uax14.c — the plain line breaking algorithm against cases of Unicode's own
   LineBreakTest, and against pairs written from the rules. */
#include <stdio.h>
#include <stdlib.h>

#include "text/para_imp.h"
#include "text/unicode_imp.h"
#include "tools/uax14/uax14.h"
#include "unit/text/para_help.h"

enum { LONGEST = 256 };

static int open_arena(void **state)
{
    *state = zt_arena_new();
    return 0;
}

static int close_arena(void **state)
{
    zt_arena_drop(*state);
    return 0;
}

/* "× 0023 × 0020 ÷": the code points, and the signs before each of them. */
static size_t read_case(const char *line, uint32_t *cps, bool *parts)
{
    size_t n = 0;
    bool part = false;
    while (*line) {
        if (strncmp(line, "×", 2) == 0 || strncmp(line, "÷", 2) == 0) {
            part = strncmp(line, "÷", 2) == 0;
            line += 2;
        } else if (*line == ' ' || *line == '\n') {
            line++;
        } else {
            char *end;
            cps[n] = (uint32_t)strtoul(line, &end, 16);
            parts[n++] = part;
            assert_true(end > line && n < LONGEST);
            line = end;
        }
    }
    return n;
}

static bool agrees(zt_arena *arena, const char *line)
{
    uint32_t cps[LONGEST] = {0};
    bool parts[LONGEST];
    uint8_t breaks[LONGEST];
    size_t n = read_case(line, cps, parts);
    uax14_breaks(arena, cps, n, breaks);
    for (size_t i = 1; i < n; i++)
        if ((breaks[i] != ZT_BRK_HARD) != parts[i]) {
            print_error("before %zu of %s", i, line);
            return false;
        }
    return n > 0;
}

static void test_line_break_cases(void **state)
{
    FILE *file = fopen(ZT_TESTS_DIR "/unit/text/line_break_cases.txt", "r");
    char line[4096];
    size_t count = 0, wrong = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        if (*line != '#') {
            count++;
            wrong += !agrees(*state, line);
        }
    fclose(file);
    assert_true(count > 1000);
    assert_int_equal(wrong, 0);
}

/* Rules new in Unicode 15.1 and 16, in Chinese text. */
static void test_rules_of_sixteen(void **state)
{
    static const char *const cases[] = {
        "× 6587 ÷ 201C × 6587 ÷",               /* LB19a: no glue between Han and quotes */
        "× 6587 × 201D ÷ 6587 ÷",               /* and after them */
        "× 6587 × 201C × 0061 ÷",               /* but beside Latin */
        "× 0061 × 0020 ÷ 201C × 0061 × 201D ÷", /* LB15a */
        "× 0061 × 0020 × 201D × 3002 ÷",        /* LB15b: a final quote at an end */
        "× 0020 ÷ 002E × 0035 ÷",               /* LB15c */
        "× 0020 × 002E ÷",                      /* LB15d */
        "× 0061 × 0020 ÷ 002D × 0062 ÷",        /* LB20a */
        "× 0061 × 002D ÷ 0062 ÷",
        "× 0024 × 0028 × 0031 × 0029 × 0025 ÷", /* LB25 */
        "× 0031 × 002C × 0032 × 002E × 0033 ÷",
        "× 1B05 × 1B44 × 1B05 ÷",    /* LB28a */
        "× 1F8FF × 1F3FB ÷",         /* LB30b: unassigned pictographs */
        "× 1F1E6 × 1F1E7 ÷ 1F1E8 ÷", /* LB30a */
    };
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        wrong += !agrees(*state, cases[i]);
    assert_int_equal(wrong, 0);
}

static void test_uax50_property(void **state)
{
    (void)state;
    assert_int_equal(zt_unicode_orient(0x4E2D), ZT_VO_U); /* R70 */
    assert_int_equal(zt_unicode_orient('A'), ZT_VO_R);
    assert_int_equal(zt_unicode_orient(0x2014), ZT_VO_R);
    assert_int_equal(zt_unicode_orient(0x201C), ZT_VO_R);
    assert_int_equal(zt_unicode_orient(0x3002), ZT_VO_TU);
    assert_int_equal(zt_unicode_orient(0xFF01), ZT_VO_TU);
    assert_int_equal(zt_unicode_orient(0x300A), ZT_VO_TR);
    assert_int_equal(zt_unicode_orient(0xFF1A), ZT_VO_TR);
    assert_int_equal(zt_unicode_orient(0x2103), ZT_VO_U);
    assert_int_equal(zt_unicode_orient(0xFF05), ZT_VO_U);
    assert_int_equal(zt_unicode_orient(0x10FFFF), ZT_VO_R);
}

/* Ours starts from the plain algorithm (R15). The gaps around a mark between two Han characters are
   equal but for these: "MARK ours plain", the gap before it and the one behind. */
static const char beside_the_plain[] =
    "— xp //\n" /* a dash opens no line (R16) */
    "… p/ x/\n"
    "· xp //\n" /* joins a name (R37) */
    "／ xx //\n"
    "％ // x/\n" /* signs belong to numbers, not to words (R32) */
    "‰ // x/\n"
    "℃ // x/\n"
    "￥ // /x\n"
    "～ xp //\n" /* a range parts behind its mark (R36) */
    "+ // /x\n"
    "- xp x/\n"
    "/ xx x/\n";

static void test_ours_beside_the_plain(void **state)
{
    zt_bench *b = *state;
    zt_str marks = ZT_STR("，。、；：？！（）《》“”‘’【】〔〕「」『』〈〉—…·／％‰℃￥～々ー+-(),%/");
    zt_buf differ;
    zt_buf_init(&differ, b->arena);
    for (size_t i = 0; i < marks.len;) {
        size_t from = i, at = 0;
        zt_utf8_next(marks, &i);
        zt_str mark = zt_str_slice(marks, from, i);
        const char *text = zt_arena_printf(b->arena, "文%.*s字", ZT_ARG(mark));
        const char *ours = breaks(b, text);
        uint32_t cps[3];
        uint8_t plain[3];
        for (size_t k = 0; k < 3; k++)
            cps[k] = zt_utf8_next(zt_str_from(text), &at);
        uax14_breaks(b->arena, cps, 3, plain);
        const char said[] = {plain[1] == ZT_BRK_HARD ? 'x' : '/',
                             plain[2] == ZT_BRK_HARD ? 'x' : '/', 0};
        if (strcmp(said, ours) != 0)
            zt_buf_printf(&differ, "%.*s %s %s\n", ZT_ARG(mark), ours, said);
    }
    assert_string_equal(differ.data, beside_the_plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_line_break_cases, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_rules_of_sixteen, open_arena, close_arena),
        cmocka_unit_test(test_uax50_property),
        BENCH_TEST(test_ours_beside_the_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
