#include "unit/model/read.h"

/* The figure's XML: its value and, behind it, the comparison. */
static reading read_figure(const char *value, const char *compare)
{
    zt_arena *arena = zt_arena_new();
    reading r = read_body(
        zt_arena_printf(arena,
                        "<figures><figure label=\"丙\"><v id=\"days\">151天</v></figure>\n"
                        "<figure label=\"丁\"><v id=\"homes\">1000家</v></figure>\n"
                        "<figure label=\"戊\"><v id=\"people\">约3205.4万人</v></figure>\n"
                        "<figure label=\"甲\">%s%s</figure></figures>",
                        value, compare),
        NULL);
    zt_arena_drop(arena);
    return r;
}

static const zt_figure_entry *last_figure(const reading *r)
{
    const zt_figures *figures = zt_content_of(&r->doc->blocks[0], "figures");
    return &figures->figures[figures->count - 1];
}

static void assert_said(const char *value, const char *compare, const char *words)
{
    reading r = read_figure(value, compare);
    const zt_comparison *made = last_figure(&r)->compare;
    if (!made)
        fail_msg("%s: nothing is compared", value);
    if (!zt_str_is(made->words, words))
        fail_msg("%s, not %s", made->words.data, words);
    /* every look prints it, in the words below the figure */
    assert_true(zt_str_ends(zt_rich_plain(r.arena, &last_figure(&r)->label), words));
    drop(&r);
}

static void test_days(void **state)
{
    (void)state;
    assert_said("<v>1936列</v>", "<compare of=\"120天\" as=\"per-day\"/>",
                "相当于每天约16列（据此计算）");
    assert_said("<v>1936列</v>", "<compare of=\"2021-01/2021-04\" as=\"per-day\"/>",
                "相当于每天约16列（按120天计，据此计算）");
    assert_said("<v>1830列</v>", "<compare of=\"2024\" as=\"per-day\"/>",
                "相当于每天5列（按366天计，据此计算）");
    assert_said("<v>62起</v>", "<compare of=\"2023-12\" as=\"per-day\"/>",
                "相当于每天2起（按31天计，据此计算）");
    assert_said("<v>16起</v>", "<compare of=\"2022-02-21/2022-03-04\" as=\"per-day\"/>",
                "相当于每天约1.3起（按12天计，据此计算）");
    assert_said("<v period=\"2022-01/2022-05\">122万辆</v>", "<compare as=\"per-day\"/>",
                "相当于每天约8080辆（按151天计，据此计算）");
    assert_said("<v>122万辆</v>", "<compare of=\"days\" as=\"per-day\"/>",
                "相当于每天约8080辆（据此计算）");
}

static void test_each(void **state)
{
    (void)state;
    assert_said("<target>50万户</target>",
                "<compare of=\"homes\" as=\"per-each\" label=\"服务企业\"/>",
                "相当于每家服务企业500户（据此计算）");
    assert_said("<target>50万户</target>", "<compare of=\"40个\" as=\"per-each\"/>",
                "相当于每个1.25万户（据此计算）");
    assert_said("<v>超7.31亿元</v>", "<compare of=\"homes\" as=\"per-each\"/>",
                "相当于每家约73.1万元（推算）");
    assert_said("<v>1家</v>", "<compare of=\"8个\" as=\"per-each\"/>",
                "相当于每个约0.13家（据此计算）");
    assert_said("<v>6.7亿吨</v>", "<compare of=\"people\" as=\"per-person\"/>",
                "相当于人均约21吨（推算）");
    assert_said("<v>29129亿元</v>", "<compare of=\"3212万人\" as=\"per-person\"/>",
                "相当于人均约9.07万元（据此计算）");
}

static void test_times(void **state)
{
    (void)state;
    assert_said("<v>468家</v>", "<compare of=\"312家\" as=\"times\" label=\"去年同期\"/>",
                "是去年同期的1.5倍（据此计算）");
    assert_said("<v>7137家</v>", "<compare of=\"homes\" as=\"times\"/>",
                "是1000家的约7.1倍（据此计算）");
}

static void assert_refused(const char *value, const char *compare, const char *said)
{
    reading r = read_figure(value, compare);
    assert_null(last_figure(&r)->compare);
    assert_int_equal(zt_diags_count(r.diags), 1);
    const zt_diag *diag = zt_diags_at(r.diags, 0);
    assert_string_equal(diag->code, "compare-impossible");
    assert_int_equal(diag->pos.line, 5);
    if (!zt_str_holds(zt_str_from(diag->en), zt_str_from(said)))
        fail_msg("%s", diag->en);
    drop(&r);
}

static void test_impossible(void **state)
{
    (void)state;
    assert_refused("<v>122万辆</v>", "<compare as=\"per-day\"/>", "how many days");
    assert_refused("<v>122万辆</v>", "<compare of=\"homes\" as=\"per-day\"/>", "120天");
    assert_refused("<v>122万辆</v>", "<compare of=\"homes\" as=\"times\"/>", "one unit");
    assert_refused("<v>122万辆</v>", "<compare of=\"homes\" as=\"per-person\"/>", "people");
    assert_refused("<v>122万辆</v>", "<compare as=\"times\"/>", "of= is missing");
    assert_refused("<rank>第2位</rank>", "<compare of=\"homes\" as=\"per-each\"/>", "no rank");
    assert_refused("<v>1辆</v>", "<compare of=\"3205万台\" as=\"per-each\"/>", "less than");
    assert_refused("<v>0辆</v>", "<compare of=\"homes\" as=\"per-each\"/>", "above zero");
}

static void test_a_draft_compares_later(void **state)
{
    (void)state;
    reading r = read_figure("<v status=\"missing\"/>", "<compare of=\"homes\" as=\"times\"/>");
    assert_silent(r);
    assert_null(last_figure(&r)->compare);
    drop(&r);
}

/* In a point it follows the sentence, and the words of the first figure that is set apart. */
static void test_points(void **state)
{
    (void)state;
    reading r = read_body("<groups><group head=\"一\">"
                          "<point label=\"企业|项目\">落户企业<v>468家</v>、项目<v>12个</v>"
                          "<compare of=\"312家\" as=\"times\" label=\"去年\"/></point>"
                          "<point>办件<v>365件</v><compare of=\"2022\" as=\"per-day\"/></point>"
                          "</group></groups>",
                          NULL);
    const zt_groups *groups = zt_content_of(&r.doc->blocks[0], "groups");
    const zt_entry_point *points = groups->groups[0].points;
    assert_silent(r);
    assert_string_equal(plain(&r, &points[0].text),
                        "落户企业468家、项目12个，是去年的1.5倍（据此计算）");
    assert_str(points[0].labels[0], "企业，是去年的1.5倍（据此计算）");
    assert_str(points[0].labels[1], "项目");
    assert_string_equal(plain(&r, &points[1].text),
                        "办件365件，相当于每天1件（按365天计，据此计算）");
    drop(&r);
}

/* ---- pictures ---- */

static void assert_drawn(const char *attrs, const char *values, size_t count, size_t lit,
                         const char *key)
{
    zt_arena *arena = zt_arena_new();
    reading r = read_body(zt_arena_printf(arena,
                                          "<figures><figure label=\"甲\" %s>%s</figure>"
                                          "</figures>",
                                          attrs, values),
                          NULL);
    const zt_figure_picture *picture = last_figure(&r)->picture;
    assert_silent(r);
    assert_non_null(picture);
    assert_int_equal(picture->count, count);
    assert_int_equal(picture->lit, lit);
    assert_string_equal(picture->key.data, key);
    drop(&r);
    zt_arena_drop(arena);
}

static void test_pictures(void **state)
{
    (void)state;
    assert_drawn("picture=\"train\"", "<v>1936列</v><share among=\"全国\">37%</share>", 100, 37,
                 "每节车厢代表全国的1%");
    assert_drawn("picture=\"people\"", "<share>62.5%</share>", 100, 63, "每个人形代表1%");
    assert_drawn("picture=\"dot\"", "<v>50万户</v>", 500, 500, "每点代表1000户");
    assert_drawn("picture=\"dot\" each=\"2000户\"", "<v>50万户</v>", 250, 250, "每点代表2000户");
    assert_drawn("picture=\"car\"", "<v>122万辆</v>", 61, 61, "每辆车代表2万辆");
    assert_drawn("picture=\"car\" each=\"10万辆\"", "<v>122万辆</v>", 12, 12,
                 "每辆车代表10万辆，不足一个的四舍五入");
    assert_drawn("picture=\"road\"", "<v>37公里</v><target>100公里</target>", 50, 19,
                 "每段路代表2公里，不足一个的四舍五入");
    assert_drawn("picture=\"vessel\"", "<share among=\"总库容\">62.4%</share>", 100, 62,
                 "每格代表总库容的10%");
    assert_drawn("picture=\"vessel\"", "<v>30亿立方米</v><target>40亿立方米</target>", 80, 60,
                 "每格代表目标的10%");
    assert_drawn("picture=\"tree\"", "<v>7棵</v>", 7, 7, "每棵树代表1棵");
}

/* The key of a panel whose figures are these. */
static void assert_key(const char *figures, const char *key)
{
    zt_arena *arena = zt_arena_new();
    reading r = read_body(zt_arena_printf(arena, "<figures>%s</figures>", figures), NULL);
    const zt_content_block *block = &r.doc->blocks[0];
    const zt_figures *content = zt_content_of(block, "figures");
    assert_silent(r);
    assert_true(zt_str_is(content->key, key));
    bool drawn = strstr(figures, "picture=") != NULL;
    assert_int_equal(block->variant != NULL, drawn);
    drop(&r);
    zt_arena_drop(arena);
}

/* What a symbol stands for is said once for all rows that count alike, in all their units. */
static void test_one_key(void **state)
{
    (void)state;
#define CELL(each, value)                                                                          \
    "<figure label=\"甲\" picture=\"cell\" each=\"" each "\">" value "</figure>"
    assert_key(CELL("1条", "<v>28条</v>") CELL("1项", "<v>10项</v>") CELL("1项", "<v>93项</v>"),
               "每格代表1条或1项");
    assert_key(CELL("2万人", "<v>8万人</v>") CELL("2万人", "<v>9万人</v>"),
               "每格代表2万人，不足一个的四舍五入");
    assert_key(CELL("1条", "<v>28条</v>") CELL("2条", "<v>10条</v>"), "");
    assert_key(CELL("1条", "<v>28条</v>") "<figure label=\"乙\" picture=\"dot\" each=\"1条\">"
                                          "<v>10条</v></figure>",
               "");
    assert_key(CELL("1条", "<v>28条</v>") "<figure label=\"乙\"><v>10条</v></figure>",
               "每格代表1条");
    assert_key("<figure label=\"乙\" picture=\"cell\"><share>37%</share></figure>" CELL(
                   "1条", "<v>28条</v>"),
               "");
    assert_key("<figure label=\"乙\"><v>10条</v></figure>", "");
#undef CELL
}

static void assert_not_drawn(const char *attrs, const char *values, const char *code)
{
    zt_arena *arena = zt_arena_new();
    reading r = read_body(zt_arena_printf(arena,
                                          "<figures><figure label=\"甲\" %s>%s</figure>"
                                          "</figures>",
                                          attrs, values),
                          NULL);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, code);
    drop(&r);
    zt_arena_drop(arena);
}

static void test_no_pictures(void **state)
{
    (void)state;
    assert_not_drawn("picture=\"dot\"", "<v>0户</v>", "picture-without-value");
    assert_not_drawn("picture=\"vessel\"", "<v>500户</v>", "picture-without-value");
    assert_not_drawn("picture=\"dot\" each=\"10户\"", "<v>50万户</v>", "too-many-icons");
    assert_not_drawn("picture=\"dot\" each=\"10家\"", "<v>500户</v>", "bad-each");
    assert_not_drawn("picture=\"dot\" each=\"多\"", "<v>500户</v>", "bad-each");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),        cmocka_unit_test(test_each),
        cmocka_unit_test(test_times),       cmocka_unit_test(test_impossible),
        cmocka_unit_test(test_pictures),    cmocka_unit_test(test_one_key),
        cmocka_unit_test(test_no_pictures), cmocka_unit_test(test_a_draft_compares_later),
        cmocka_unit_test(test_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
