/* Phrases of the five pages and of the vocabulary, and what they mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "model/quantity.h"

typedef struct row {
    zt_quantity_kind kind;
    const char *text, *figure, *value, *unit;
    zt_bound bound;
    bool approx;
} row;

#define V ZT_Q_VALUE
#define C ZT_Q_CHANGE
#define R ZT_Q_RANK
#define S ZT_Q_SHARE
#define T ZT_Q_TARGET
#define EXACT ZT_EXACT
#define ABOUT ZT_ABOUT
#define BELOW ZT_BELOW
#define ABOVE ZT_ABOVE

static const row rows[] = {
    {V, "6万余件", "6", "60000", "件", ABOVE, true},
    {V, "10余万", "10", "100000", "", ABOVE, true},
    {V, "近240万辆", "240", "2400000", "辆", BELOW, true},
    {V, "15%以上", "15", "15", "%", ABOVE, false},
    {V, "500元以上", "500", "500", "元", ABOVE, false},
    {V, "1.4万余台(套)", "1.4", "14000", "台(套)", ABOVE, true},
    {V, "3500多家", "3500", "3500", "家", ABOVE, true},
    {V, "46.3万人次", "46.3", "463000", "人次", EXACT, false},
    {V, "1054.5亿元", "1054.5", "105450000000", "元", EXACT, false},
    {V, "1.57万亿元", "1.57", "1570000000000", "元", EXACT, false},
    {V, "超过1万亿元", "1", "1000000000000", "元", ABOVE, false},
    {V, "日均30.5对", "30.5", "30.5", "对", EXACT, false},
    {V, "约3000万元", "3000", "30000000", "元", ABOUT, true},
    {V, "8.8万笔", "8.8", "88000", "笔", EXACT, false},
    {V, "9万份", "9", "90000", "份", EXACT, false},
    {V, "1500余人次", "1500", "1500", "人次", ABOVE, true},
    {V, "5.56万家", "5.56", "55600", "家", EXACT, false},
    {V, "超23万人次", "23", "230000", "人次", ABOVE, false},
    {V, "1.14万人次", "1.14", "11400", "人次", EXACT, false},
    {V, "约920万元", "920", "9200000", "元", ABOUT, true},
    {V, "13万名", "13", "130000", "名", EXACT, false},
    {V, "379起", "379", "379", "起", EXACT, false},
    {V, "超5000标箱", "5000", "5000", "标箱", ABOVE, false},
    {V, "108.8万亩", "108.8", "1088000", "亩", EXACT, false},
    {V, "70万平方米", "70", "700000", "平方米", EXACT, false},
    {V, "15个百分点", "15", "15", "个百分点", EXACT, false},
    {V, "300千瓦时", "300", "300", "千瓦时", EXACT, false},
    {V, "1,234万吨", "1,234", "12340000", "吨", EXACT, false},
    {V, "46.30%", "46.30", "46.30", "%", EXACT, false},
    {V, "−3.2℃", "−3.2", "−3.2", "℃", EXACT, false},
    {V, "十余项", "十", "10", "项", ABOVE, true},
    {V, "二十余万件", "二十", "200000", "件", ABOVE, true},
    {V, "几十家", "几十", "10", "家", ABOVE, true},
    {V, "三百万元", "三百万", "3000000", "元", EXACT, false},
    {V, "二〇二一年", "二〇二一", "2021", "年", EXACT, false},
    {V, "百分之三十七", "百分之三十七", "37", "%", EXACT, false},
    {V, "3年多", "3", "3", "年", ABOVE, true},
    {V, "100 列", "100", "100", "列", EXACT, false},
    {V, "不足100家", "100", "100", "家", BELOW, false},
    {V, "30分钟左右", "30", "30", "分钟", ABOUT, true},
    {R, "第二", "第二", "2", "", EXACT, false},
    {R, "第2", "2", "2", "", EXACT, false},
    {R, "前十", "前十", "10", "", BELOW, false},
    {R, "前10", "10", "10", "", BELOW, false},
    {R, "2", "2", "2", "", EXACT, false},
    {R, "居全国第十二位", "第十二", "12", "位", EXACT, false},
    {R, "首位", "首位", "1", "", EXACT, false},
    {C, "同比增长212%", "212", "212", "%", EXACT, false},
    {C, "同比下降3.2%", "3.2", "−3.2", "%", EXACT, false},
    {C, "−38.2%", "−38.2", "−38.2", "%", EXACT, false},
    {C, "比全国高15个百分点", "15", "15", "个百分点", EXACT, false},
    {C, "比2019年增长8.3%", "8.3", "8.3", "%", EXACT, false},
    {C, "年均增幅15%以上", "15", "15", "%", ABOVE, false},
    {C, "与上年持平", "持平", "0", "%", EXACT, false},
    {C, "增长一倍", "一", "1", "倍", EXACT, false},
    {S, "占全国37%", "37", "37", "%", EXACT, false},
    {S, "14.6", "14.6", "14.6", "", EXACT, false},
    {T, "超过1万亿元", "1", "1000000000000", "元", ABOVE, false},
    {T, "到2025年超过1万亿元", "1", "1000000000000", "元", ABOVE, false},
    {T, "到2025年达到三百家", "三百", "300", "家", EXACT, false},
    /* every further number phrase of the five pages, and what newspapers write beside them */
    {V, "日均开行", NULL, NULL, NULL, EXACT, false},
    {V, "80余项", "80", "80", "项", ABOVE, true},
    {V, "122万辆", "122", "1220000", "辆", EXACT, false},
    {V, "200余家", "200", "200", "家", ABOVE, true},
    {V, "400多家", "400", "400", "家", ABOVE, true},
    {V, "118个", "118", "118", "个", EXACT, false},
    {V, "30.5对", "30.5", "30.5", "对", EXACT, false},
    {V, "30.5列/日", "30.5", "30.5", "列", EXACT, false},
    {V, "56元/吨", "56", "56", "元", EXACT, false},
    {V, "5700家", "5700", "5700", "家", EXACT, false},
    {V, "200万人次", "200", "2000000", "人次", EXACT, false},
    {V, "14.6%", "14.6", "14.6", "%", EXACT, false},
    {V, "300余家", "300", "300", "家", ABOVE, true},
    {V, "每年100列", "100", "100", "列", EXACT, false},
    {V, "每年 100列", "100", "100", "列", EXACT, false},
    {V, "90余次", "90", "90", "次", ABOVE, true},
    {V, "14万亿元", "14", "14000000000000", "元", EXACT, false},
    {V, "50万户", "50", "500000", "户", EXACT, false},
    {V, "7个方面", NULL, NULL, NULL, EXACT, false},
    {V, "28条", "28", "28", "条", EXACT, false},
    {V, "50亿元", "50", "5000000000", "元", EXACT, false},
    {V, "8000余名", "8000", "8000", "名", ABOVE, true},
    {V, "1936列", "1936", "1936", "列", EXACT, false},
    {V, "136所", "136", "136", "所", EXACT, false},
    {V, "1.4万台（套）", "1.4", "14000", "台（套）", EXACT, false},
    {V, "52个集装箱", NULL, NULL, NULL, EXACT, false},
    {V, "3千米", "3", "3", "千米", EXACT, false},
    {V, "3千人", "3", "3000", "人", EXACT, false},
    {V, "5百万元", "5", "5000000", "元", EXACT, false},
    {V, "2十万件", "2", "200000", "件", EXACT, false},
    {V, "6千万元", "6", "60000000", "元", EXACT, false},
    {V, "3000亿元", "3000", "300000000000", "元", EXACT, false},
    {V, "二十五点五", "二十五点五", "25.5", "", EXACT, false},
    {V, "二十五点五公里", "二十五点五", "25.5", "公里", EXACT, false},
    {V, "三点零五亿元", "三点零五", "305000000", "元", EXACT, false},
    {V, "两万户", "两万", "20000", "户", EXACT, false},
    {V, "两个", "两", "2", "个", EXACT, false},
    {V, "十几家", "十", "10", "家", ABOVE, true},
    {V, "10几家", "10", "10", "家", ABOVE, true},
    {V, "百余家", "百", "100", "家", ABOVE, true},
    {V, "万余名", "万", "10000", "名", ABOVE, true},
    {V, "近千家", "千", "1000", "家", BELOW, true},
    {V, "上百家", "上百", "100", "家", ABOVE, true},
    {V, "超百亿元", "百亿", "10000000000", "元", ABOVE, false},
    {V, "数十万人次", "数十万", "100000", "人次", ABOVE, true},
    {V, "数百个", "数百", "100", "个", ABOVE, true},
    {V, "三成以上", "三", "3", "成", ABOVE, false},
    {V, "日均约1500人次", "1500", "1500", "人次", ABOUT, true},
    {V, "预计年均约3000万元", "3000", "30000000", "元", ABOUT, true},
    {V, "累计超过10余万件", "10", "100000", "件", ABOVE, true},
    {V, "至少5万人次", "5", "50000", "人次", ABOVE, false},
    {V, "最多30日", "30", "30", "日", BELOW, false},
    {V, "30日以内", "30", "30", "日", BELOW, false},
    {V, "0.5‰", "0.5", "0.5", "‰", EXACT, false},
    {V, "推算14.8万人次", "14.8", "148000", "人次", EXACT, false},
    {C, "环比−0.3个百分点", "−0.3", "−0.3", "个百分点", EXACT, false},
    {C, "同比增长4%", "4", "4", "%", EXACT, false},
    {C, "高15个百分点", "15", "15", "个百分点", EXACT, false},
    {C, "完成年度计划的52%", "52", "52", "%", EXACT, false},
    {C, "比年初增加3.1%", "3.1", "3.1", "%", EXACT, false},
    {R, "第二、第三", NULL, NULL, NULL, EXACT, false},
    {R, "前5", "5", "5", "", BELOW, false},
    {R, "并列第三", "第三", "3", "", EXACT, false},
    {S, "占全国三分之一", "三分之一", "33.3333", "%", EXACT, false},
    {T, "到2025年50万户", "50", "500000", "户", EXACT, false},
    {T, "15%以上", "15", "15", "%", ABOVE, false},
    /* 节约 holds a 约 that is no approximation. */
    {T, "节约500元以上", "500", "500", "元", ABOVE, false},
};

static bool parse(zt_arena *arena, zt_diags *diags, zt_quantity_kind kind, const char *text,
                  zt_quantity *q)
{
    *q = (zt_quantity){.at = {"t.xml", 3, 7}};
    return zt_quantity_parse(arena, diags, kind, zt_str_from(text), NULL, q);
}

static void assert_num(zt_arena *arena, zt_num num, const char *expected)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_num_print(&out, num, false);
    assert_string_equal(out.data, expected);
}

static void test_phrases(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_quantity q;
        size_t before = zt_diags_mark(diags);
        bool parsed = parse(arena, diags, rows[i].kind, rows[i].text, &q);
        if (parsed != (rows[i].value != NULL))
            fail_msg("%s", rows[i].text);
        if (!parsed) {
            zt_diags_rewind(diags, before);
            continue;
        }
        zt_str figure = zt_str_slice(q.text, q.figure_first, q.figure_end);
        if (!zt_str_is(figure, rows[i].figure))
            fail_msg("%s: figure %.*s", rows[i].text, ZT_ARG(figure));
        assert_num(arena, q.value, rows[i].value);
        if (!zt_str_is(q.unit, rows[i].unit))
            fail_msg("%s: unit %.*s", rows[i].text, ZT_ARG(q.unit));
        if (q.bound != rows[i].bound || q.approx != rows[i].approx)
            fail_msg("%s: bound %d approx %d", rows[i].text, q.bound, q.approx);
    }
    /* 1.4万余台(套) and 超过10余万 are understood, though R118 finds them badly worded. */
    assert_int_equal(zt_diags_count(diags), 2);
    assert_string_equal(zt_diags_at(diags, 0)->code, "approx-decimal");
    assert_string_equal(zt_diags_at(diags, 1)->code, "approx-twice");
    zt_arena_drop(arena);
}

/* Figures have one printed form; what is changed is noted. */
static void test_printed_form(void **state)
{
    (void)state;
    static const struct {
        const char *text, *printed, *value, *code;
    } forms[] = {
        {"１２３４", "1234", "1234", "figure-fullwidth"},
        {"37％", "37%", "37", "figure-fullwidth"},
        {"１２．５万件", "12.5万件", "125000", "figure-fullwidth"},
        {"１，２３４元", "1,234元", "1234", "figure-fullwidth"},
        {"-5℃", "−5℃", "−5", "minus-typed"},
        {"–3%", "−3%", "−3", "minus-typed"},
        {"约-3%", "约−3%", "−3", "minus-typed"},
        {"﹣2.5%", "−2.5%", "−2.5", "minus-typed"},
        {"−3%至-1%", "−3%至−1%", "−3", "minus-typed"},
        {"-0%", "0%", "0", "negative-zero"},
        {"−0.0%", "0.0%", "0.0", "negative-zero"},
        {"−3.2℃", "−3.2℃", "−3.2", NULL},
        {"5-10万元", "5-10万元", "50000", NULL},
        {"5%-10%", "5%-10%", "5", NULL},
        {"2万元-6万元", "2万元-6万元", "20000", NULL},
    };
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        zt_diags *diags = zt_diags_new(arena);
        zt_quantity q;
        if (!parse(arena, diags, V, forms[i].text, &q) || !zt_str_is(q.text, forms[i].printed))
            fail_msg("%s", forms[i].text);
        assert_num(arena, q.value, forms[i].value);
        assert_int_equal(zt_diags_count(diags), forms[i].code ? 1 : 0);
        if (forms[i].code)
            assert_string_equal(zt_diags_at(diags, 0)->code, forms[i].code);
    }
    zt_arena_drop(arena);
}

static void test_precision_is_kept(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_quantity q;
    parse(arena, diags, ZT_Q_VALUE, "46.30万人次", &q);
    assert_num(arena, q.printed, "46.30");
    assert_int_equal(q.scale, 4);
    parse(arena, diags, ZT_Q_CHANGE, "同比下降3.2%", &q);
    assert_num(arena, q.printed, "3.2");
    assert_true(q.decrease);
    zt_arena_drop(arena);
}

static void test_ranges(void **state)
{
    (void)state;
    static const struct {
        const char *text, *figure, *from, *to, *unit;
    } ranges[] = {
        {"1—5月", "1—5", "1", "5", "月"},
        {"1-2年", "1-2", "1", "2", "年"},
        {"17日—18日", "17", "17", "18", "日"},
        {"1─5月", "1─5", "1", "5", "月"},
        {"5—6万元", "5—6", "50000", "60000", "元"},
        {"5万—6万元", "5万—6", "50000", "60000", "元"},
        {"2018-2020年", "2018-2020", "2018", "2020", "年"},
        {"2至3倍", "2至3", "2", "3", "倍"},
        {"五到六成", "五到六", "5", "6", "成"},
        {"约5—6亿元", "5—6", "500000000", "600000000", "元"},
        {"5000—1万人次", "5000—1", "5000", "10000", "人次"},
        {"10%～15%", "10", "10", "15", "%"},
    };
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        zt_quantity q;
        assert_true(parse(arena, diags, ZT_Q_VALUE, ranges[i].text, &q));
        assert_non_null(q.range_to);
        assert_num(arena, q.value, ranges[i].from);
        assert_num(arena, q.range_to->value, ranges[i].to);
        assert_true(zt_str_is(q.unit, ranges[i].unit));
        assert_true(zt_str_is(q.range_to->unit, ranges[i].unit));
        zt_str figure = zt_str_slice(q.text, q.figure_first, q.figure_end);
        assert_true(zt_str_is(figure, ranges[i].figure));
    }
    zt_arena_drop(arena);
}

static void test_words_with_a_meaning(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_quantity q;
    assert_true(parse(arena, diags, ZT_Q_VALUE, "预计约3000万元", &q));
    assert_int_equal(q.status, ZT_FORECAST);
    assert_true(parse(arena, diags, ZT_Q_VALUE, "日均30.5对", &q));
    assert_true(zt_str_is(q.per, "日"));
    assert_true(parse(arena, diags, ZT_Q_VALUE, "30.5对/日", &q));
    assert_true(zt_str_is(q.per, "日") && zt_str_is(q.unit, "对"));
    assert_true(parse(arena, diags, ZT_Q_VALUE, "推算14.8万人次", &q));
    assert_int_equal(q.status, ZT_ESTIMATE);
    assert_true(parse(arena, diags, ZT_Q_VALUE, "每年100列", &q));
    assert_true(zt_str_is(q.per, "年") && zt_str_is(q.unit, "列"));
    assert_true(parse(arena, diags, ZT_Q_VALUE, "56元/吨", &q));
    assert_true(zt_str_is(q.per, "吨") && zt_str_is(q.unit, "元"));
    assert_true(parse(arena, diags, ZT_Q_TARGET, "20个", &q));
    assert_int_equal(q.status, ZT_TARGET);
    zt_arena_drop(arena);
}

static void test_no_quantities(void **state)
{
    (void)state;
    static const struct {
        zt_quantity_kind kind;
        const char *text, *code;
    } none[] = {
        {V, "很多件", "not-a-number"},
        {V, "", "not-a-number"},
        {V, "8+3", "not-a-number"},
        {V, "1+N", "not-a-number"},
        {V, "7×24", "not-a-number"},
        {V, "46.3万人次，同比增长212%", "not-a-number"},
        {V, "12345678901234567890", "not-a-number"},
        {V, "9999999999999999万亿", "not-a-number"},
        {V, "1.2.3", "not-a-number"},
        {C, "大幅增长", "not-a-number"},
        {V, "46.3方人次", "unknown-unit"},
        {V, "1212班列", "unknown-unit"},
    };
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        zt_diags *diags = zt_diags_new(arena);
        zt_quantity q;
        assert_false(parse(arena, diags, none[i].kind, none[i].text, &q));
        assert_int_equal(zt_diags_count(diags), 1);
        assert_string_equal(zt_diags_at(diags, 0)->code, none[i].code);
        assert_int_equal(zt_diags_at(diags, 0)->pos.line, 3);
        assert_int_equal(zt_diags_at(diags, 0)->pos.column, 7);
    }
    zt_arena_drop(arena);
}

static void test_further_units(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_quantity q = {0};
    assert_true(zt_quantity_parse(arena, diags, ZT_Q_VALUE, ZT_STR("1212班列"), "班列 柜", &q));
    assert_true(zt_str_is(q.unit, "班列"));
    zt_arena_drop(arena);
}

static void test_han_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        long long value;
    } numbers[] = {
        {"二", 2},
        {"十", 10},
        {"十二", 12},
        {"二十", 20},
        {"一百零五", 105},
        {"两千三百", 2300},
        {"三万五千", 35000},
        {"一亿二千万", 120000000},
        {"二〇二一", 2021},
        {"一百一十", 110},
        {"一万亿", 1000000000000},
        {"零", 0},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        long long value;
        assert_true(zt_han_number(zt_str_from(numbers[i].text), &value));
        assert_int_equal(value, numbers[i].value);
    }
    static const char *const none[] = {"", "百", "甲", "十百", "一二十", "2", "二十a", "百一"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        long long value;
        if (zt_han_number(zt_str_from(none[i]), &value))
            fail_msg("%s = %lld", none[i], value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_printed_form),
        cmocka_unit_test(test_precision_is_kept),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_words_with_a_meaning),
        cmocka_unit_test(test_no_quantities),
        cmocka_unit_test(test_further_units),
        cmocka_unit_test(test_han_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
