/* The grammar of one quantity against phrases as newspapers write them (value_phrases.txt), and its
   rules against numbers made for the purpose: whatever is read is read as it was meant, or refused.
 */
#include "unit/model/read.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/han.h"
#include "base/unit.h"
#include "base/unit_table.h"
#include "base/utf8.h"
#include "model/quantity_imp.h"

static bool read_value(zt_arena *arena, zt_diags *diags, const char *text, zt_quantity *q)
{
    *q = (zt_quantity){.at = {"t.xml", 1, 1}};
    return zt_quantity_parse(arena, diags, ZT_Q_VALUE, zt_str_from(text), NULL, q);
}

static const char *first_error(zt_diags *diags, size_t from)
{
    for (size_t i = from; i < zt_diags_count(diags); i++)
        if (zt_diags_at(diags, i)->severity == ZT_ERROR)
            return zt_diags_at(diags, i)->code;
    return "?";
}

/* 46.3万人次 is "463000 人次 =". */
static const char *told(zt_arena *arena, const char *text)
{
    static const char bounds[] = "=~<>";
    zt_diags *diags = zt_diags_new(arena);
    zt_quantity q;
    zt_buf out;
    if (!read_value(arena, diags, text, &q))
        return zt_arena_printf(arena, "! %s", first_error(diags, 0));
    if (!q.has_number)
        return "stated";
    zt_buf_init(&out, arena);
    zt_num_print(&out, q.value, false);
    if (q.range_to) {
        zt_buf_puts(&out, "..");
        zt_num_print(&out, q.range_to->value, false);
    }
    zt_buf_printf(&out, " %.*s %c", ZT_ARG(q.unit.len ? q.unit : ZT_STR("-")), bounds[q.bound]);
    if (q.per.len)
        zt_buf_printf(&out, " /%.*s", ZT_ARG(q.per));
    return out.data;
}

static void test_phrases_of_the_trade(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    FILE *file = fopen(ZT_TESTS_DIR "/unit/model/value_phrases.txt", "r");
    char line[256];
    int rows = 0, wrong = 0, refused = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        char *tab = strchr(line, '\t'), *end = strchr(line, '\n');
        if (line[0] == '#' || !tab)
            continue;
        *tab = 0;
        if (end)
            *end = 0;
        const char *is = told(arena, line);
        rows++;
        refused += tab[1] == '!';
        if (strcmp(is, tab + 1) != 0) {
            print_error("%s: wanted %s, read %s\n", line, tab + 1, is);
            wrong++;
        }
    }
    fclose(file);
    print_message("%d phrases, %d of them to be refused, %d wrong\n", rows, refused, wrong);
    assert_true(rows >= 200);
    assert_int_equal(wrong, 0);
    zt_arena_drop(arena);
}

/* A plain generator: the same numbers at every run. */
static uint64_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

static void check_spelled(zt_arena *arena, uint64_t n)
{
    zt_buf out;
    long long back = -1;
    zt_buf_init(&out, arena);
    zt_han_print_count(&out, n);
    if (!zt_han_number(zt_buf_view(&out), &back) || back != (long long)n)
        fail_msg("%llu is %s is %lld", (unsigned long long)n, out.data, back);
}

/* Every number from 0 to 20000, and a hundred thousand up to 99,999,999 and beyond. */
static void test_spelled_numbers_come_back(void **state)
{
    (void)state;
    uint64_t seed = 1;
    zt_arena *arena = zt_arena_new();
    for (uint64_t n = 0; n <= 20000; n++)
        check_spelled(arena, n);
    for (int i = 0; i < 100000; i++)
        check_spelled(arena, next_random(&seed) % (i % 2 ? 100000000 : 900000000000));
    zt_arena_drop(arena);
}

/* 一二 … 八九 are two numbers, before any power and behind any. */
static void test_pairs_are_ranges(void **state)
{
    (void)state;
    static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static const struct {
        const char *before, *after;
        long long base, times;
    } frames[] = {{"", "个", 0, 1},       {"十", "个", 10, 1},       {"二十", "个", 20, 1},
                  {"", "十个", 0, 10},    {"", "百个", 0, 100},      {"", "千个", 0, 1000},
                  {"", "万个", 0, 10000}, {"", "十万个", 0, 100000}, {"一百", "十个", 100, 10}};
    zt_arena *arena = zt_arena_new();
    for (int d = 1; d < 9; d++)
        for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
            const char *text = zt_arena_printf(arena, "%s%s%s%s", frames[i].before, digits[d - 1],
                                               digits[d], frames[i].after);
            const char *wanted =
                zt_arena_printf(arena, "%lld..%lld 个 ~", frames[i].base + d * frames[i].times,
                                frames[i].base + (d + 1) * frames[i].times);
            if (strcmp(told(arena, text), wanted) != 0)
                fail_msg("%s: %s", text, told(arena, text));
        }
    zt_arena_drop(arena);
}

/* 3亿4567万, 3千4百: what is joined is the sum of its parts, or refused. */
static void test_compounds_add_up(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        long long value;
    } scales[] = {{"亿", 100000000}, {"千万", 10000000}, {"万", 10000}, {"千", 1000}, {"百", 100}};
    enum { COUNT = 5 };
    uint64_t seed = 7;
    zt_arena *arena = zt_arena_new();
    for (int i = 0; i < 20000; i++) {
        int a = (int)(next_random(&seed) % COUNT), b = (int)(next_random(&seed) % COUNT);
        long long x = 1 + (long long)(next_random(&seed) % 99),
                  y = 1 + (long long)(next_random(&seed) % 12000);
        const char *text =
            zt_arena_printf(arena, "%lld%s%lld%s元", x, scales[a].word, y, scales[b].word);
        const char *wanted =
            zt_arena_printf(arena, "%lld 元 =", x * scales[a].value + y * scales[b].value);
        const char *is = told(arena, text);
        bool fits = b > a && y * scales[b].value < scales[a].value;
        if (fits ? strcmp(is, wanted) != 0 : is[0] != '!')
            fail_msg("%s: %s", text, is);
    }
    zt_arena_drop(arena);
}

/* Each unit of the table behind a number, 万, 亿 and 百: read with just that unit, and bound to its
   number as a whole. */
static void test_each_unit(void **state)
{
    (void)state;
    zt_unit_row row = {0};
    size_t count = 0;
    zt_arena *arena = zt_arena_new();
    while (zt_units_next(&row)) {
        static const char *const scales[] = {"", "万", "亿"};
        if (zt_str_is((zt_str){row.word, row.len}, "级")) /* 12万级 is an order of magnitude */
            continue;
        for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
            const char *text =
                zt_arena_printf(arena, "12%s%.*s", scales[i], (int)row.len, row.word);
            zt_quantity q;
            zt_diags *diags = zt_diags_new(arena);
            if (!read_value(arena, diags, text, &q) || !q.has_number || q.unit.len == 0)
                fail_msg("%s: %s", text, told(arena, text));
            zt_str behind = zt_str_slice(q.text, q.figure_end, q.text.len);
            if (zt_unit_end(behind, NULL) != behind.len)
                fail_msg("%s is not bound as a whole", text);
        }
        count++;
    }
    assert_true(count >= 250);
    zt_arena_drop(arena);
}

/* A character too many is an error, never another quantity. */
static void test_nothing_is_skipped(void **state)
{
    (void)state;
    static const char *const phrases[] = {"46.3万人次", "七八个",   "1亿2000万元", "15%以上",
                                          "约920万元",  "三分之一", "半年",        "9秒83",
                                          "零下10℃",    "5—6万元",  "每桶67美元",  "一百零五家"};
    static const char *const strays[] = {"的", "了", "猫", "其", "和", "、", "x", "?", "#", "；"};
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        zt_str text = zt_str_from(phrases[i]);
        for (size_t at = 0;; zt_utf8_next(text, &at)) {
            for (size_t k = 0; k < sizeof strays / sizeof *strays; k++) {
                zt_str head = zt_str_slice(text, 0, at), tail = zt_str_slice(text, at, text.len);
                const char *mutant =
                    zt_arena_printf(arena, "%.*s%s%.*s", ZT_ARG(head), strays[k], ZT_ARG(tail));
                if (told(arena, mutant)[0] != '!')
                    fail_msg("%s: %s", mutant, told(arena, mutant));
            }
            if (at >= text.len)
                break;
        }
    }
    zt_arena_drop(arena);
}

/* The unit that a message proposes makes the phrase a quantity. */
static void test_hints_work(void **state)
{
    (void)state;
    static const char *const phrases[] = {"30锭以上", "5万锭左右", "3毛尖",     "约200畦",
                                          "12班列",   "8万余畦",   "440量",     "30坐",
                                          "5公理",    "30人此",    "20家庭",    "100亿圆",
                                          "3百份点",  "1200标相",  "3小是以上", "5万顿左右"};
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        zt_diags *diags = zt_diags_new(arena);
        zt_quantity q;
        assert_false(read_value(arena, diags, phrases[i], &q));
        assert_int_equal(zt_diags_count(diags), 1);
        assert_string_equal(zt_diags_at(diags, 0)->code, "unknown-unit");
        const char *said = zt_diags_at(diags, 0)->en, *unit = strstr(said, "unit=\"");
        const char *right = strstr(said, "did you mean \"");
        const char *from = unit ? unit + strlen("unit=\"") : right + strlen("did you mean \"");
        const char *word =
            zt_str_copy(arena, zt_str_slice(zt_str_from(from), 0, strcspn(from, "\""))).data;
        q = (zt_quantity){0};
        if (!zt_quantity_parse(arena, diags, ZT_Q_VALUE, zt_str_from(unit ? phrases[i] : word),
                               unit ? word : NULL, &q))
            fail_msg("%s: %s", phrases[i], said);
        if (unit && !zt_str_is(q.unit, word))
            fail_msg("%s has the unit %.*s", phrases[i], ZT_ARG(q.unit));
    }
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrases_of_the_trade),
        cmocka_unit_test(test_spelled_numbers_come_back),
        cmocka_unit_test(test_pairs_are_ranges),
        cmocka_unit_test(test_compounds_add_up),
        cmocka_unit_test(test_each_unit),
        cmocka_unit_test(test_nothing_is_skipped),
        cmocka_unit_test(test_hints_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
