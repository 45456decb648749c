/* Phrases of change, rank, share and target, read whole or refused: tests/unit/model/sayings.txt.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "model/directions.h"
#include "model/quantity.h"

static bool parse(zt_arena *arena, zt_diags *diags, zt_quantity_kind kind, zt_str text,
                  zt_quantity *q)
{
    *q = (zt_quantity){.at = {"t.xml", 3, 7}};
    return zt_quantity_parse(arena, diags, kind, text, NULL, q);
}

static const char *const saying_words[] = {"",      "ratio ",      "level ",    "from-to ",
                                           "rate ", "comparison ", "progress ", "statement"};
static const char *const bound_words[] = {"", " about", " below", " above"};
static const char *const basis_words[] = {"", " yoy", " mom", " ytd", " plan"};

/* What was read, in the words of the table; the code of the refusal after "!". */
static zt_str reading_of(zt_arena *arena, zt_diags *diags, zt_quantity_kind kind, zt_str text)
{
    zt_quantity q;
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, "");
    if (!parse(arena, diags, kind, text, &q)) {
        assert_int_equal(zt_diags_severity_count(diags, ZT_ERROR), 1);
        for (size_t i = 0; i < zt_diags_count(diags); i++)
            if (zt_diags_at(diags, i)->severity == ZT_ERROR)
                zt_buf_printf(&out, "!%s", zt_diags_at(diags, i)->code);
        return zt_buf_view(&out);
    }
    assert_int_equal(zt_diags_severity_count(diags, ZT_ERROR), 0);
    zt_buf_puts(&out, saying_words[q.says]);
    if (q.has_number) {
        zt_num_print(&out, q.value, false);
        zt_buf_str(&out, q.unit);
    }
    if (q.range_to) {
        zt_buf_puts(&out, " to ");
        zt_num_print(&out, q.range_to->value, false);
    }
    if (q.from) {
        zt_buf_puts(&out, " from ");
        zt_num_print(&out, q.from->value, false);
    }
    zt_buf_puts(&out, bound_words[q.bound]);
    zt_buf_puts(&out, basis_words[q.basis]);
    zt_buf_puts(&out, q.other_basis ? " other" : "");
    zt_buf_puts(&out, q.per.len ? " per" : "");
    if (q.says == ZT_SAYS_STATEMENT && q.decrease)
        zt_buf_puts(&out, " down");
    return zt_buf_view(&out);
}

static zt_quantity_kind kind_of(zt_str word)
{
    static const char *const words[] = {"v", "change", "rank", "share", "target"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_is(word, words[i]))
            return (zt_quantity_kind)i;
    fail_msg("no element %.*s", ZT_ARG(word));
    return ZT_Q_VALUE;
}

typedef struct row {
    zt_quantity_kind kind;
    zt_str phrase, expected;
} row;

typedef ZT_VEC(row) rows;

/* Lines: element | phrase | reading. Further blank lines and lines with # part them. */
static rows read_table(zt_arena *arena)
{
    rows table = {0};
    zt_str text;
    FILE *file = fopen(ZT_TESTS_DIR "/unit/model/sayings.txt", "rb");
    assert_non_null(file);
    char *bytes = zt_arena_alloc(arena, 1 << 16);
    text = (zt_str){bytes, fread(bytes, 1, 1 << 16, file)};
    fclose(file);
    zt_str *lines;
    size_t count = zt_str_split(arena, text, '\n', &lines);
    for (size_t i = 0; i < count; i++) {
        zt_str *parts;
        if (lines[i].data[0] == '#')
            continue;
        if (zt_str_split(arena, lines[i], '|', &parts) != 3)
            fail_msg("not three parts: %.*s", ZT_ARG(lines[i]));
        row r = {kind_of(parts[0]), parts[1], parts[2]};
        ZT_PUSH(arena, &table, r);
    }
    return table;
}

static void test_table(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    rows table = read_table(arena);
    size_t wrong = 0, refused = 0;
    for (size_t i = 0; i < table.count; i++) {
        const row *r = &table.items[i];
        zt_str is = reading_of(arena, zt_diags_new(arena), r->kind, r->phrase);
        refused += is.data[0] == '!';
        if (zt_str_equal(is, r->expected))
            continue;
        wrong++;
        print_error("%.*s: %.*s, not %.*s\n", ZT_ARG(r->phrase), ZT_ARG(is), ZT_ARG(r->expected));
    }
    print_message("%zu phrases, %zu of them refused\n", table.count, refused);
    assert_true(table.count >= 250);
    assert_int_equal(wrong, 0);
    zt_arena_drop(arena);
}

/* ---- phrases put together, whose reading is known ---- */

typedef struct part {
    const char *words, *reading;
} part;

static const part bases[] = {{"", ""},
                             {"同比", " yoy"},
                             {"环比", " mom"},
                             {"比上年同期", " yoy"},
                             {"较年初", " ytd"},
                             {"与去年同期相比", " yoy"},
                             {"比2019年", " other"},
                             {"按可比价格计算，比上年", " yoy"},
                             {"今年1—5月同比", " yoy"},
                             {"比计划", " plan"}};
static const char *const adverbs[] = {"", "大幅", "小幅", "稳步", "进一步", "实际"};
static const char *const links[] = {"", "了"};
/* number, its size with the unit, what is said about it */
static const struct {
    const char *text, *size, *bound;
} numbers[] = {{"5.2%", "5.2%", ""},
               {"212%", "212%", ""},
               {"0.3个百分点", "0.3个百分点", ""},
               {"约3%", "3%", " about"},
               {"近三成", "3成", " below"},
               {"10%以上", "10%", " above"},
               {"2.3万人", "23000人", ""},
               {"超过4000亿元", "400000000000元", " above"},
               {"三分之一", "33.3333%", ""},
               {"12家", "12家", ""}};

typedef struct combining {
    zt_arena *arena;
    size_t count;
} combining;

static void combine(void *context, const zt_direction *d)
{
    combining *c = context;
    if (d->kind != ZT_DIR_MOVE && d->kind != ZT_DIR_RATE)
        return;
    enum { BASES = sizeof bases / sizeof *bases, NUMBERS = sizeof numbers / sizeof *numbers };
    for (size_t b = 0; b < BASES; b++)
        for (size_t n = 0; n < NUMBERS; n++) {
            const char *adverb = adverbs[(b + n + c->count) % (sizeof adverbs / sizeof *adverbs)];
            const char *link = zt_utf8_count(d->word) > 1 ? links[(b + n) % 2] : "";
            char *phrase = zt_arena_printf(c->arena, "%s%s%.*s%s%s", bases[b].words, adverb,
                                           ZT_ARG(d->word), link, numbers[n].text);
            char *expected = zt_arena_printf(
                c->arena, "%s%s%s%s%s", d->kind == ZT_DIR_RATE ? "rate " : "",
                d->sign < 0 ? "−" : "", numbers[n].size, numbers[n].bound, bases[b].reading);
            zt_str is = reading_of(c->arena, zt_diags_new_trial(c->arena), ZT_Q_CHANGE,
                                   zt_str_from(phrase));
            if (!zt_str_is(is, expected))
                fail_msg("%s: %.*s, not %s", phrase, ZT_ARG(is), expected);
            c->count++;
        }
}

static void test_combinations(void **state)
{
    (void)state;
    combining c = {zt_arena_new(), 0};
    zt_each_direction(combine, &c);
    print_message("%zu combinations\n", c.count);
    assert_true(c.count > 20000);
    zt_arena_drop(c.arena);
}

/* Levels of all verbs: never a growth. */
static void combine_levels(void *context, const zt_direction *d)
{
    combining *c = context;
    static const char *const ends[] = {"至", "到", "为"};
    for (size_t i = 0; i < 3 && (d->kind == ZT_DIR_MOVE || d->kind == ZT_DIR_RATE); i++) {
        char *phrase = zt_arena_printf(c->arena, "同比%.*s%s7.3%%", ZT_ARG(d->word), ends[i]);
        zt_str is =
            reading_of(c->arena, zt_diags_new_trial(c->arena), ZT_Q_CHANGE, zt_str_from(phrase));
        if (!zt_str_is(is, "level 7.3% yoy"))
            fail_msg("%s: %.*s", phrase, ZT_ARG(is));
        bool up = d->sign > 0;
        c->count++;
        if (zt_str_starts(d->word, "多")) /* 5%多 is more than five */
            continue;
        phrase = zt_arena_printf(c->arena, "由%s%%%.*s%s%s%%", up ? "5" : "9", ZT_ARG(d->word),
                                 ends[i], up ? "9" : "5");
        is = reading_of(c->arena, zt_diags_new_trial(c->arena), ZT_Q_CHANGE, zt_str_from(phrase));
        if (!zt_str_is(is, up ? "from-to 9% from 5" : "from-to 5% from 9"))
            fail_msg("%s: %.*s", phrase, ZT_ARG(is));
        c->count++;
    }
}

static void test_levels(void **state)
{
    (void)state;
    combining c = {zt_arena_new(), 0};
    zt_each_direction(combine_levels, &c);
    print_message("%zu levels\n", c.count);
    zt_arena_drop(c.arena);
}

/* At least sixty words of growth and sixty of decline, none in both. */
static void count_words(void *context, const zt_direction *d)
{
    size_t *counts = context;
    counts[d->sign > 0]++;
    zt_direction found;
    assert_true(zt_direction_at(d->word, &found));
    assert_true(zt_str_equal(found.word, d->word) && found.sign == d->sign);
}

static void test_directions(void **state)
{
    (void)state;
    size_t counts[2] = {0, 0};
    zt_each_direction(count_words, counts);
    assert_true(counts[0] >= 60 && counts[1] >= 60);
}

/* ---- a character more ---- */

/* Within a span or the count of a field, which the reading does not tell: 连续3个月, 500强; and
   由5降至 3%, which says the same with the sign. */
static bool is_told(const row *r, size_t at, const char *added)
{
    static const char *const counted[] = {"强", "个月", "个省区市", "年累计"};
    bool digit_before = at > 0 && r->phrase.data[at - 1] >= '0' && r->phrase.data[at - 1] <= '9';
    size_t end = at;
    while (end < r->phrase.len && r->phrase.data[end] >= '0' && r->phrase.data[end] <= '9')
        end++;
    zt_str behind = zt_str_slice(r->phrase, end, r->phrase.len);
    if (added[0] == '%' && digit_before)
        return false;
    if (zt_str_starts(r->expected, "statement") && (added[0] == '7' || strcmp(added, "万") == 0))
        return false; /* 前10%, 倒数第二: the number is printed and no more */
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
        if (zt_str_starts(behind, counted[i]) && (end > at || digit_before))
            return false;
    return true;
}

/* Neither may be passed over: what is accepted must mean something else. */
static void test_characters_added(void **state)
{
    (void)state;
    static const char *const anywhere[] = {"7", "%", "☆", "！", "。", "？", "=", "#"};
    static const char *const behind[] = {"哈", "的", "了", "X",  "甲", "、",
                                         "增", "第", "%",  "万", "们"};
    zt_arena *arena = zt_arena_new();
    rows table = read_table(arena);
    size_t tried = 0, wrong = 0;
    for (size_t i = 0; i < table.count; i++) {
        const row *r = &table.items[i];
        if (r->expected.data[0] == '!')
            continue;
        for (size_t at = 0; at <= r->phrase.len;) {
            bool last = at == r->phrase.len;
            const char *const *added = last ? behind : anywhere;
            size_t count =
                last ? sizeof behind / sizeof *behind : sizeof anywhere / sizeof *anywhere;
            for (size_t k = 0; k < count; k++) {
                char *phrase =
                    zt_arena_printf(arena, "%.*s%s%.*s", (int)at, r->phrase.data, added[k],
                                    (int)(r->phrase.len - at), r->phrase.data + at);
                zt_str is =
                    reading_of(arena, zt_diags_new_trial(arena), r->kind, zt_str_from(phrase));
                tried++;
                if (is.data[0] == '!' || !zt_str_equal(is, r->expected) ||
                    !is_told(r, at, added[k]))
                    continue;
                wrong++;
                print_error("%s: %.*s, as without \"%s\"\n", phrase, ZT_ARG(is), added[k]);
            }
            if (last)
                break;
            zt_utf8_next(r->phrase, &at);
        }
    }
    print_message("%zu phrases with a character more\n", tried);
    assert_int_equal(wrong, 0);
    zt_arena_drop(arena);
}

/* ---- words that belong outside ---- */

/* What a message writes outside the element, followed to the letter, is read without a finding. */
static void test_words_outside(void **state)
{
    (void)state;
    static const struct {
        const char *element, *phrase, *hint;
    } cases[] = {
        {"v", "里氏6.2级", "里氏<v>6.2级</v>"},
        {"v", "人均GDP8.57万元", "人均GDP<v>8.57万元</v>"},
        {"v", "20多万头（只）", "<v>20多万头</v>（只）"},
        {"v", "新增3家", "新增<v>3家</v>"},
        {"v", "10万+", NULL},       /* not 10 */
        {"v", "1:100万", NULL},     /* nor 100 */
        {"v", "八五折", NULL},      /* nor 5 折 */
        {"v", "百八十家", NULL},    /* nor 10 */
        {"v", "大半年", NULL},      /* nor half a year */
        {"v", "3.2 亿 元", NULL},   /* the unit is no remark */
        {"rank", "TOP10", NULL},    /* not the tenth */
        {"rank", "后三位", NULL},   /* nor the third */
        {"rank", "第十几位", NULL}, /* nor the tenth */
        {"rank", "第一季度", NULL},
        {"rank", "仅次于北京，居第二", "仅次于北京，<rank>居第二</rank>"},
        {"rank", "第6位（并列）", "<rank>第6位</rank>（并列）"},
        {"share", "占比最大，为37%", "占比最大，<share>为37%</share>"},
        {"change", "起数同比下降12%", "起数<change>同比下降12%</change>"},
        {"change", "每升下调0.25元", "每升<change>下调0.25元</change>"},
        {"change", "下将5%", NULL},
        {"change", "增涨5%", NULL},
        {"change", "未增长5%", NULL},
        {"target", "城镇新增就业60万人以上", "城镇新增就业<target>60万人以上</target>"},
    };
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_quantity q;
        zt_diags *diags = zt_diags_new(arena);
        zt_quantity_kind kind = kind_of(zt_str_from(cases[i].element));
        assert_false(parse(arena, diags, kind, zt_str_from(cases[i].phrase), &q));
        assert_int_equal(zt_diags_count(diags), 1);
        const char *said = zt_diags_at(diags, 0)->en, *outside = strstr(said, "outside: ");
        if (!outside != !cases[i].hint ||
            (outside && strcmp(outside + strlen("outside: "), cases[i].hint) != 0))
            fail_msg("%s: %s", cases[i].phrase, said);
        if (!outside)
            continue;
        zt_str tail = zt_str_from(strchr(outside, '<') + strlen(cases[i].element) + 2);
        zt_str inside = zt_str_slice(tail, 0, strcspn(tail.data, "<"));
        assert_true(parse(arena, diags, kind, inside, &q));
        assert_int_equal(zt_diags_count(diags), 1);
    }
    zt_arena_drop(arena);
}

/* Hints are tried, and a trial seeks no hint: as many figures as an attribute holds take no time.
 */
static void test_many_figures(void **state)
{
    (void)state;
    enum { FIGURES = 18 };
    static const char *const parts[] = {"，1%", "、增长2%", "和第3", "，占4%", "，甲"};
    zt_arena *arena = zt_arena_new();
    for (int kind = ZT_Q_VALUE; kind <= ZT_Q_TARGET; kind++)
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            zt_buf text;
            zt_quantity q;
            zt_diags *diags = zt_diags_new(arena);
            zt_buf_init(&text, arena);
            zt_buf_puts(&text, "增长1%");
            for (int i = 0; i < FIGURES; i++)
                zt_buf_puts(&text, parts[k]);
            assert_false(parse(arena, diags, (zt_quantity_kind)kind, zt_buf_view(&text), &q));
            assert_int_equal(zt_diags_severity_count(diags, ZT_ERROR), 1);
        }
    zt_arena_drop(arena);
}

/* What is no phrase is refused at once: no grammar walks over a page. */
static void test_pages_are_no_phrases(void **state)
{
    (void)state;
    static const char *const parts[] = {"较", "从", "（", "全国人民币", "较前", "1，", "增长"};
    zt_arena *arena = zt_arena_new();
    for (int kind = ZT_Q_VALUE; kind <= ZT_Q_TARGET; kind++)
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            zt_buf text;
            zt_quantity q;
            zt_diags *diags = zt_diags_new(arena);
            zt_buf_init(&text, arena);
            for (int i = 0; i < 2000; i++)
                zt_buf_puts(&text, parts[k]);
            assert_false(parse(arena, diags, (zt_quantity_kind)kind, zt_buf_view(&text), &q));
            assert_int_equal(zt_diags_severity_count(diags, ZT_ERROR), 1);
        }
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_combinations),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_directions),
        cmocka_unit_test(test_characters_added),
        cmocka_unit_test(test_words_outside),
        cmocka_unit_test(test_many_figures),
        cmocka_unit_test(test_pages_are_no_phrases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
