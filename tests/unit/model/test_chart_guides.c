#include "unit/model/read.h"

#include <stdio.h>

#include "model/chart_labels.h"

/* A chart of 5, 4, 9 and 7 in four years with more elements behind its data. */
static reading read_with(const char *unit, const char *more)
{
    zt_arena *arena = zt_arena_new();
    zt_buf body;
    zt_buf_init(&body, arena);
    zt_buf_printf(&body,
                  "<chart kind=\"line\"><data unit=\"%s\"><item key=\"2019\"><v>5.0</v></item>"
                  "<item key=\"2020\"><v>4.0</v></item><item key=\"2021\"><v>9.5</v></item>"
                  "<item key=\"2022\"><v>7.0</v></item></data>%s</chart>",
                  unit, more);
    reading r = read_body(body.data, NULL);
    zt_arena_drop(arena);
    return r;
}

static const zt_chart_data *chart_of(const reading *r)
{
    return zt_content_of(&r->doc->blocks[0], "chart");
}

/* Name and figure of the first guide, then the note. */
static void assert_guide(const char *unit, const char *more, const char *wanted)
{
    reading r = read_with(unit, more);
    const zt_chart_data *chart = chart_of(&r);
    zt_buf got;
    zt_buf_init(&got, r.arena);
    if (zt_diags_severity_count(r.diags, ZT_ERROR) || chart->guide_count != 1)
        fail_msg("%s: %zu guides, %s", more, chart->guide_count,
                 zt_diags_count(r.diags) ? zt_diags_at(r.diags, 0)->zh : "");
    zt_buf_printf(&got, "%.*s %.*s|%.*s", ZT_ARG(chart->guides[0].name),
                  ZT_ARG(chart->guides[0].figure), ZT_ARG(zt_rich_plain(r.arena, &chart->note)));
    if (!zt_str_is(zt_buf_view(&got), wanted))
        fail_msg("%s: “%s”, not “%s”", more, got.data, wanted);
    drop(&r);
}

static void assert_code(const char *more, const char *code)
{
    reading r = read_with("亿元", more);
    bool found = false;
    for (size_t i = 0; i < zt_diags_count(r.diags); i++)
        found |= strcmp(zt_diags_at(r.diags, i)->code, code) == 0;
    if (!found)
        fail_msg("%s: no %s", more, code);
    drop(&r);
}

static void test_thresholds(void **state)
{
    (void)state;
    assert_guide("亿元", "<threshold at=\"6\"/>", " 6|");
    assert_guide("%", "<threshold at=\"6.5\">目标</threshold>", "目标 6.5%|");
    assert_guide("亿元", "<threshold at=\"mean\"/>", "平均 6.4|“平均”为4项的平均数，据此计算。");
    assert_guide("亿元", "<threshold at=\"median\">中游</threshold>",
                 "中游 6.0|“中游”为4项的中位数，据此计算。");
    assert_guide("亿元", "<threshold at=\"last-year\"/>", "上年 9.5|");
}

static void test_brackets(void **state)
{
    (void)state;
    assert_guide("亿元", "<bracket from=\"2020\" to=\"2021\"/>",
                 " +5.5|“+5.5”为2021与2020之差，据此计算。");
    assert_guide("亿元", "<bracket from=\"2021\" to=\"2020\">回落</bracket>",
                 "回落 −5.5|“−5.5”为2020与2021之差，据此计算。");
    assert_guide("%", "<bracket from=\"2019\" to=\"2022\"/>",
                 " +2.0个百分点|“+2.0个百分点”为2022与2019之差，据此计算。");
    assert_guide("亿元", "<bracket from=\"2019\" to=\"2022\" as=\"percent\"/>",
                 " +40.0%|“+40.0%”为2022比2019的变化，据此计算。");
}

static void test_spans(void **state)
{
    (void)state;
    reading r = read_with("亿元", "<span from=\"2021\" to=\"2020\">两年</span>"
                                  "<span from=\"2020-02\" to=\"2020年6月\"/>");
    const zt_guide *guides = chart_of(&r)->guides;
    assert_int_equal(chart_of(&r)->guide_count, 2);
    /* years are days too: from the begin of the first to the end of the last */
    assert_true(guides[0].in_days && guides[1].in_days);
    assert_int_equal((int)(guides[0].end - guides[0].first), 366 + 365);
    assert_int_equal((int)(guides[1].end - guides[1].first), 29 + 31 + 30 + 31 + 30);
    drop(&r);
}

static void test_arrows(void **state)
{
    (void)state;
    reading r = read_with("亿元", "<arrow to=\"2020\">低点</arrow><arrow from=\"2020\" "
                                  "to=\"2021\"/><point of=\"2019\">起点</point>");
    const zt_chart_data *chart = chart_of(&r);
    assert_int_equal(zt_diags_severity_count(r.diags, ZT_ERROR), 0);
    assert_int_equal(chart->annotation_count, 3);
    assert_true(chart->annotations[0].is_arrow && !chart->annotations[0].has_from);
    assert_true(chart->annotations[1].has_from);
    assert_int_equal(chart->annotations[1].from, 1);
    assert_false(chart->annotations[2].is_arrow);
    drop(&r);
}

/* Which of the four values label= asks for, as 0 and 1. */
static void assert_wanted(const char *label, const char *wanted)
{
    char attrs[64], got[5] = "";
    snprintf(attrs, sizeof attrs, "highlight=\"2020\" label=\"%s\"", label);
    zt_arena *arena = zt_arena_new();
    zt_buf body;
    zt_buf_init(&body, arena);
    zt_buf_printf(&body,
                  "<chart kind=\"line\" %s><data><item key=\"2019\"><v>5</v></item><item "
                  "key=\"2020\"><v>4</v></item><item key=\"2021\"><v>9</v></item><item "
                  "key=\"2022\"><v>9</v></item><item key=\"2023\"><v status=\"missing\"/></item>"
                  "</data></chart>",
                  attrs);
    reading r = read_body(body.data, NULL);
    const zt_chart_data *chart = chart_of(&r);
    for (size_t i = 0; i < 4; i++)
        got[i] = zt_chart_wants_value(chart, i, 0, false) ? '1' : '0';
    assert_string_equal(got, wanted);
    drop(&r);
    zt_arena_drop(arena);
}

static void test_labels(void **state)
{
    (void)state;
    assert_wanted("max", "0010");      /* the first of equal ones */
    assert_wanted("min last", "0101"); /* the last that has a value */
    assert_wanted("key", "0100");
    assert_wanted("all", "1111");
}

static void test_refused(void **state)
{
    (void)state;
    assert_code("<threshold at=\"high\"/>", "bad-threshold");
    assert_code("<threshold at=\"mean\" series=\"甲\"/>", "unknown-key");
    assert_code("<bracket from=\"2018\" to=\"2021\"/>", "unknown-key");
    assert_code("<bracket from=\"2020\" to=\"2020\"/>", "bad-bracket");
    assert_code("<span from=\"甲\" to=\"2021\"/>", "unknown-key");
    assert_code("<arrow to=\"2020\"/>", "arrow-bare");
    assert_code("<point of=\"2018\">无</point>", "unknown-key");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_thresholds), cmocka_unit_test(test_brackets),
        cmocka_unit_test(test_spans),      cmocka_unit_test(test_arrows),
        cmocka_unit_test(test_labels),     cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
