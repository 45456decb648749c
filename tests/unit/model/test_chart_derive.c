#include "unit/model/read.h"

/* A chart of one series under keys 1月, 2月 …: data attributes, values blank-separated. */
static reading read_chart(const char *kind, const char *attrs, const char *values)
{
    zt_arena *arena = zt_arena_new();
    zt_buf body;
    zt_str rest = zt_str_from(values), value;
    zt_buf_init(&body, arena);
    zt_buf_printf(&body, "<chart kind=\"%s\"><data %s>", kind, attrs);
    for (int month = 1; zt_str_word(&rest, &value); month++) {
        bool missing = zt_str_is(value, "?");
        zt_buf_printf(&body, "<item key=\"%d月\"><v%s>%.*s</v></item>", month,
                      missing ? " status=\"missing\"" : "", missing ? 0 : (int)value.len,
                      value.data);
    }
    zt_buf_puts(&body, "</data></chart>");
    reading r = read_body(body.data, NULL);
    zt_arena_drop(arena);
    return r;
}

static const zt_chart_data *chart_of(const reading *r)
{
    return zt_content_of(&r->doc->blocks[0], "chart");
}

/* Keys and values as drawn, blank-separated, then the unit and the note. */
static void assert_made(const char *kind, const char *attrs, const char *values, const char *wanted)
{
    reading r = read_chart(kind, attrs, values);
    const zt_chart_data *chart = chart_of(&r);
    zt_buf got;
    zt_buf_init(&got, r.arena);
    for (size_t i = 0; i < chart->item_count; i++)
        zt_buf_printf(&got, "%.*s=%.*s ", ZT_ARG(chart->items[i].key),
                      ZT_ARG(chart->items[i].values[0]->text));
    zt_buf_printf(&got, "[%.*s] %.*s", ZT_ARG(chart->unit),
                  ZT_ARG(zt_rich_plain(r.arena, &chart->note)));
    if (zt_diags_severity_count(r.diags, ZT_ERROR))
        fail_msg("%s: %s", attrs, zt_diags_at(r.diags, 0)->zh);
    if (!zt_str_is(zt_buf_view(&got), wanted))
        fail_msg("%s: “%s”, not “%s”", attrs, got.data, wanted);
    drop(&r);
}

static void assert_code(const char *attrs, const char *values, const char *code)
{
    reading r = read_chart("bar", attrs, values);
    bool found = false;
    for (size_t i = 0; i < zt_diags_count(r.diags); i++)
        found |= strcmp(zt_diags_at(r.diags, i)->code, code) == 0;
    if (!found)
        fail_msg("%s: no %s", attrs, code);
    drop(&r);
}

static void test_ways(void **state)
{
    (void)state;
    assert_made("bar", "unit=\"万人次\" share=\"yes\"", "10 30 20",
                "1月=16.7 2月=50.0 3月=33.3 [%] 各项占合计的比重，据此计算。");
    assert_made("bar", "unit=\"亿元\" index=\"2月\"", "50 40 61",
                "1月=125.0 2月=100.0 3月=152.5 [] 以2月为100，据此计算。");
    assert_made("bar", "unit=\"亿元\" running=\"yes\"", "50.5 55 约61",
                "1月=50.5 2月=105.5 3月=约166.5 [亿元] 逐项累计，据此计算。");
    assert_made("bar", "unit=\"亿元\" average=\"2\"", "50.0 55.0 60.0",
                "2月=52.5 3月=57.5 [亿元] 每2项的移动平均，据此计算。");
    assert_made("bar", "unit=\"%\" difference=\"yes\"", "5.0 6.5 3.2",
                "2月=1.5 3月=\xE2\x88\x92"
                "3.3 [个百分点] 与前一项之差，据此计算。");
}

static void test_values_are_of_the_chart(void **state)
{
    (void)state;
    reading r = read_chart("bar", "unit=\"万人次\" running=\"yes\"", "1.5 2");
    const zt_quantity *q = chart_of(&r)->items[1].values[0];
    assert_int_equal(q->printed.scaled, 35);
    assert_int_equal(q->value.scaled, 35000);
    drop(&r);
    /* Each says its scale: so does the sum. */
    assert_made("bar", "running=\"yes\"", "5700家 5.56万家",
                "1月=0.57万家 2月=6.13万家 [万家] 逐项累计，据此计算。");
}

static void test_what_is_missing_stays_so(void **state)
{
    (void)state;
    assert_made("bar", "unit=\"家\" running=\"yes\"", "5 ? 7",
                "1月=5 2月=待补 3月=待补 [家] 逐项累计，据此计算。");
    assert_made("bar", "unit=\"家\" difference=\"yes\"", "5 ? 7 9",
                "2月=待补 3月=待补 4月=2 [家] 与前一项之差，据此计算。");
}

static void test_keep(void **state)
{
    (void)state;
    assert_made("bar", "unit=\"家\" keep=\"top 2\"", "10 30 20 30", "2月=30 4月=30 [家] ");
    assert_made("bar", "unit=\"家\" keep=\"bottom 2\"", "10 30 20 30", "1月=10 3月=20 [家] ");
    assert_made("bar", "unit=\"家\" keep=\"first 2\"", "10 30 20 30", "1月=10 2月=30 [家] ");
    assert_made("bar", "unit=\"家\" keep=\"top 9\" rest=\"其他\"", "10 30", "1月=10 2月=30 [家] ");
    assert_made("bar", "unit=\"家\" keep=\"top 2\" rest=\"其他\" sort=\"desc\"", "10 20 30 5",
                "3月=30 2月=20 其他=15 [家] “其他”为其余2项之和，据此计算。");
    assert_made("bar", "unit=\"家\" keep=\"top 2\" rest=\"2月\"", "10 90 30 5",
                "1月=10 3月=30 2月=95 [家] “2月”为其余2项之和，据此计算。");
    assert_made(
        "bar", "unit=\"家\" share=\"yes\" keep=\"top 1\" rest=\"其他\"", "10 20 50 20",
        "3月=50.0 其他=50.0 [%] 各项占合计的比重，据此计算。“其他”为其余3项之和，据此计算。");
}

/* What many-slices and thin-slice advise must work: parts of a whole have a sum. */
static void test_rest_of_a_whole(void **state)
{
    static const char *const kinds[] = {"share", "donut", "pie", "waffle", "stacked", "treemap"};
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_made(kinds[i], "unit=\"%\" keep=\"top 2\" rest=\"其他\"", "50 30 12 8",
                    "1月=50 2月=30 其他=20 [%] “其他”为其余2项之和，据此计算。");
}

static void test_refused(void **state)
{
    (void)state;
    assert_code("unit=\"家\" share=\"yes\" running=\"yes\"", "1 2", "derive-twice");
    assert_code("unit=\"家\" index=\"9月\"", "1 2", "unknown-key");
    assert_code("unit=\"家\" index=\"1月\"", "0 2", "calc-zero");
    assert_code("unit=\"家\" average=\"1\"", "1 2", "bad-number");
    assert_code("unit=\"家\" running=\"yes\"", "1—2 3", "calc-operand");
    assert_code("unit=\"家\" keep=\"two\"", "1 2", "bad-keep");
    assert_code("unit=\"家\" rest=\"其他\"", "1 2", "bad-rest");
    assert_code("unit=\"%\" keep=\"top 1\" rest=\"其他\"", "1 2 3", "bad-rest");
}

/* What highlight= says, and how many items stand out. */
static void test_pointing_at_what_has_gone(void **state)
{
    static const struct {
        const char *data, *key, *said; /* NULL: found */
    } rows[] = {
        {"keep=\"top 2\"", "2月", NULL},
        {"keep=\"top 2\"", "1月", "keep= 没有取它"},
        {"keep=\"top 2\" rest=\"其他\"", "其他", NULL},
        {"difference=\"yes\"", "1月", "还没有它的值"},
        {"difference=\"yes\"", "2月", NULL},
        {"keep=\"top 2\"", "12月", "不是本图的 key"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_arena *arena = zt_arena_new();
        const char *body = zt_arena_printf(
            arena,
            "<chart kind='bar' highlight='%s'><data unit='家' %s><item key='1月'><v>10</v></item>"
            "<item key='2月'><v>30</v></item><item key='3月'><v>20</v></item>"
            "<item key='4月'><v>30</v></item></data></chart>",
            rows[i].key, rows[i].data);
        reading r = read_body(body, NULL);
        const zt_chart_data *chart = chart_of(&r);
        size_t marked = 0;
        for (size_t k = 0; k < chart->item_count; k++)
            marked += chart->items[k].highlight;
        assert_int_equal(marked, rows[i].said ? 0 : 1);
        assert_int_equal(zt_diags_severity_count(r.diags, ZT_ERROR), rows[i].said ? 1 : 0);
        if (rows[i].said && !strstr(zt_diags_at(r.diags, 0)->zh, rows[i].said))
            fail_msg("%s %s: %s", rows[i].data, rows[i].key, zt_diags_at(r.diags, 0)->zh);
        drop(&r);
        zt_arena_drop(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ways),
        cmocka_unit_test(test_values_are_of_the_chart),
        cmocka_unit_test(test_what_is_missing_stays_so),
        cmocka_unit_test(test_keep),
        cmocka_unit_test(test_rest_of_a_whole),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_pointing_at_what_has_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
