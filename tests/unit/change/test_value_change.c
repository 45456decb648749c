/* What is computed from two figures, and what is not. */
#include "change/value_change.h"

#include <string.h>

#include "base/arena.h"
#include "cmocka_all.h"

/* Two phrases of one kind; the texts of the difference and the per cent, "" where there is none. */
typedef struct pair {
    zt_quantity_kind kind;
    const char *before, *after, *difference, *percent;
} pair;

static zt_quantity read(zt_arena *arena, zt_quantity_kind kind, const char *text)
{
    zt_quantity q = {.kind = kind};
    zt_diags *diags = zt_diags_new(arena);
    assert_true(zt_quantity_parse(arena, diags, kind, zt_str_from(text), NULL, &q));
    return q;
}

static zt_value_change change_of(zt_arena *arena, const pair *p)
{
    zt_quantity *before = ZT_NEW(arena, zt_quantity), *after = ZT_NEW(arena, zt_quantity);
    *before = read(arena, p->kind, p->before);
    *after = read(arena, p->kind, p->after);
    return zt_value_change_of(arena, before, after);
}

static void differences(void **state)
{
    static const pair pairs[] = {
        {ZT_Q_VALUE, "46.3万人次", "48.9万人次", "+2.6万人次", "+5.6%"},
        {ZT_Q_VALUE, "440辆", "400辆", "−40辆", "−9.1%"},
        {ZT_Q_VALUE, "1054.5亿元", "0.2万亿元", "+0.09455万亿元", "+89.7%"},
        {ZT_Q_VALUE, "300余家", "350余家", "约+50家", "+16.7%"},
        {ZT_Q_VALUE, "超6万件", "7万件", "约+1万件", "+16.7%"},
        {ZT_Q_VALUE, "5—6万吨", "7—9万吨", "+2/+3万吨", ""},
        {ZT_Q_VALUE, "46.3%", "48%", "+1.7个百分点", ""},
        {ZT_Q_VALUE, "−5℃", "3℃", "+8℃", ""},
        {ZT_Q_VALUE, "0家", "8家", "+8家", ""},
        {ZT_Q_VALUE, "8家", "0家", "−8家", "−100%"},
        {ZT_Q_VALUE, "46.3万人次", "46.3万人", "", ""},
        {ZT_Q_VALUE, "5—6万吨", "7万吨", "", ""},
        {ZT_Q_VALUE, "3:2", "4:2", "", ""},
        {ZT_Q_CHANGE, "同比增长212%", "同比增长203.5%", "−8.5个百分点", ""},
        {ZT_Q_CHANGE, "同比增长2%", "同比下降2%", "−4个百分点", ""},
        {ZT_Q_CHANGE, "同比增长5%", "是去年的1.2倍", "", ""},
        {ZT_Q_CHANGE, "由5%降至3%", "由6%降至3%", "", ""},
        {ZT_Q_RANK, "第三", "第一", "升2位", ""},
        {ZT_Q_RANK, "第三", "第十", "降7位", ""},
        {ZT_Q_SHARE, "37%", "41.5%", "+4.5个百分点", ""},
    };
    zt_arena *arena = zt_arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        zt_value_change c = change_of(arena, &pairs[i]);
        zt_str difference = zt_value_change_words(arena, &c, ZT_LANG_ZH),
               percent = zt_value_change_percent(arena, &c);
        assert_string_equal(pairs[i].difference, difference.data);
        assert_string_equal(pairs[i].percent, percent.data);
        assert_int_equal(c.counted, pairs[i].difference[0] != 0);
        assert_int_equal(c.counted, c.why_zh[0] == 0);
    }
    zt_arena_drop(arena);
}

static void same_value_in_other_words(void **state)
{
    zt_arena *arena = zt_arena_new();
    (void)state;
    zt_value_change c = change_of(arena, &(pair){ZT_Q_VALUE, "4630人次", "0.463万人次", "", ""});
    assert_true(c.same);
    assert_true(c.scale_changed);
    assert_false(c.unit_changed);
    c = change_of(arena, &(pair){ZT_Q_VALUE, "4630人次", "约4630人次", "", ""});
    assert_false(c.same);
    c = change_of(arena, &(pair){ZT_Q_VALUE, "46.3万人次", "46.30万人次", "", ""});
    assert_true(c.same);
    zt_arena_drop(arena);
}

static void jumps(void **state)
{
    static const struct {
        const char *before, *after;
        long long times; /* 0: none */
    } rows[] = {{"46.3万人次", "463万人次", 10},
                {"46.3万人次", "462.9万人次", 0},
                {"463人次", "46.3人次", 10},
                {"46.4人次", "463.9人次", 0},
                {"5万件", "5亿件", 10000},
                {"0件", "500件", 0},
                {"500件", "4件", 125}};
    zt_arena *arena = zt_arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_value_change c =
            change_of(arena, &(pair){ZT_Q_VALUE, rows[i].before, rows[i].after, "", ""});
        assert_int_equal(c.jump, rows[i].times > 0);
        assert_int_equal(c.times, rows[i].times);
    }
    zt_value_change share = change_of(arena, &(pair){ZT_Q_SHARE, "3%", "60%", "", ""});
    assert_false(share.jump);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(differences),
        cmocka_unit_test(same_value_in_other_words),
        cmocka_unit_test(jumps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
