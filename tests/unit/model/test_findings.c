/* What the model complains about: code and place of each; and documents without a fault. */
#include "unit/model/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

typedef struct finding {
    const char *body, *code;
    int line, column;
    const char *zh;
} finding;

#define CHART(attrs_, data_) "<chart kind='rank' " attrs_ "><data>" data_ "</data></chart>"

static const finding findings[] = {
    {"<groups declared='2'><group><point>a</point></group></groups>", "count-declared", 2, 19,
     "声明 2 组，列出 1 组"},
    {"<groups points='3'><group><point>a</point></group></groups>", "count-declared", 2, 17,
     "声明 3 条，列出 1 条"},
    {"<groups><group declared='2'><point>a</point></group></groups>", "count-declared", 2, 26, "2"},
    {"<timeline declared='9'><event date='2022'>a</event></timeline>", "count-declared", 2, 21,
     "9"},
    {"<groups declared='2' complete='no'><group><point>a</point></group></groups>", NULL, 0, 0, ""},
    {"<title><ref v='setle'/><v id='settle'>3家</v></title>", "unknown-ref", 2, 16,
     "是否想写 settle"},
    {"<title><ref v='a' show='rank'/><v id='a'>3家</v></title>", "unknown-ref", 2, 25, "rank"},
    {"<title><change of='b'>增长3%</change><v id='a'>3家</v></title>", "unknown-ref", 2, 20, "b"},
    {"<title><change vs='很多'>增长3%</change></title>", "not-a-number", 2, 20, "很多"},
    {"<title><v id='a'>3家</v><v id='a'>4家</v></title>", "duplicate-id", 2, 31, "第 2 行"},
    {"<title>\n <v> 很多件 </v></title>", "not-a-number", 3, 6, "很多件"},
    {"<title><v/></title>", "not-a-number", 2, 8, "空"},
    {"<title><v>3班列</v></title>", "unknown-unit", 2, 11, "班列"},
    {"<title><v unit='班列'>3班列</v></title>", NULL, 0, 0, ""},
    {"<title><v unit='家'>3个</v></title>", "unit-mismatch", 2, 17, "家"},
    {"<asof>2022年5月</asof>", "bad-date", 2, 7, "2022年5月"},
    {"<asof>2022-07</asof>", "asof-after-issue", 2, 7, "2022-06-26"},
    {"<asof>2022-06</asof>", NULL, 0, 0, ""},
    {"<title><v asof='2022-06-27'>3家</v></title>", "asof-after-issue", 2, 17, "晚于"},
    {"<timeline><event date='2022'>a</event>\n<event date='2021'>b</event></timeline>",
     "date-order", 3, 14, "2021 早于前一条的 2022"},
    {"<timeline order='document'><event date='2022'>a</event><event date='2021'>b</event>"
     "</timeline>",
     NULL, 0, 0, ""},
    {"<timeline><event date='2022'><br/></event><event date='2023'> </event></timeline>",
     "empty-text", 2, 43, "文字"},
    {CHART("highlight='甲乙丁'", "<item key='甲乙丙'><v>3</v></item>"), "unknown-highlight", 2, 31,
     "是否想写 甲乙丙"},
    {CHART("highlight='重庆'", "<item key='重庆江北'><v>3</v></item>"), "unknown-highlight", 2, 31,
     "重庆江北"},
    {CHART("", "<item key='a'><v>3</v></item>\n<item key='a'><v>4</v></item>"), "duplicate-key", 3,
     12, "第 2 行"},
    {CHART("", "<item key='a'><v>3家</v></item>\n<item key='b'><v>4个</v></item>"), "unit-mismatch",
     3, 18, "4个"},
    {CHART("", "<item key='a'><v>3万家</v></item>\n<item key='b'><v>4家</v></item>"),
     "unit-mismatch", 3, 18, "4家"},
    {CHART("", "\n<item key='a'><rank>第二</rank></item>"), "rank-without-values", 3, 1, "ladder"},
    {CHART("", "\n<item key='a'/>"), "item-empty", 3, 1, "missing"},
    {CHART("", ""), "no-items", 2, 21, "<item>"},
    {CHART("", "<item key='a'><v>3</v></item><series head='s'><item key='b'><v>3</v></item>"
               "</series>"),
     "series-mixed", 2, 27, "混用"},
    {"<chart kind='bar'><data unit='千人次'><item key='a'><v>5千人次</v></item></data></chart>",
     NULL, 0, 0, ""},
    {"<chart kind='bar'><data unit='万班列'><item key='a'><v>5万班列</v></item><item key='b'>"
     "<v>4</v></item></data></chart>",
     NULL, 0, 0, ""},
    {"<chart kind='bar'><data unit='千瓦'><item key='a'><v>5千瓦</v></item></data></chart>", NULL,
     0, 0, ""},
    {"<chart kind='ladder'><data><item key='a'><rank>第二</rank></item></data></chart>", NULL, 0, 0,
     ""},
    {"<chart kind='rank'><data><item key='a'><v>3</v></item></data>\n"
     "<annotation of='b'>x</annotation></chart>",
     "unknown-key", 3, 17, "b"},
    {"<credits><source> </source></credits>", "empty-credit", 2, 10, "source"},
};

static void test_each_finding(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof findings / sizeof *findings; i++) {
        const finding *f = findings + i;
        reading r = read_body(f->body, NULL);
        size_t expected = f->code ? 1 : 0;
        if (zt_diags_count(r.diags) != expected)
            fail_msg("%zu findings in %s: %s", zt_diags_count(r.diags), f->body,
                     expected ? "" : zt_diags_at(r.diags, 0)->zh);
        if (expected) {
            const zt_diag *said = zt_diags_at(r.diags, 0);
            assert_string_equal(said->code, f->code);
            if (said->pos.line != f->line || said->pos.column != f->column)
                fail_msg("%s at %d:%d", f->body, said->pos.line, said->pos.column);
            if (!strstr(said->zh, f->zh))
                fail_msg("“%s” lacks “%s”", said->zh, f->zh);
        }
        drop(&r);
    }
}

/* Everything wrong in one file comes in one run, of the grammar and of the model. */
static void test_all_in_one_run(void **state)
{
    (void)state;
    reading r = read_body("<titel>x</titel><groups declared='3'><group hed='y'><point>a<v>b</v>"
                          "</point></group></groups><timeline><event date='2022/1/1'>c</event>"
                          "</timeline><chart kind='rank' highlight='q'><data><item key='a'><v>3</v>"
                          "</item></data></chart>",
                          NULL);
    static const char *const codes[] = {"unknown-element", "unknown-attribute",
                                        "bad-date",        "not-a-number",
                                        "count-declared",  "unknown-highlight"};
    assert_int_equal(zt_diags_count(r.diags), 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(zt_diags_at(r.diags, i)->code, codes[i]);
    assert_non_null(r.doc);
    drop(&r);
}

static void test_a_root_that_is_no_graphic(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_source *source = zt_xml_parse(arena, diags, "t.xml",
                                     ZT_STR("<theme xmlns=\"urn:zhitu:1\" name=\"x\"/>"), NULL);
    assert_false(zt_grammar_check(&zt_data_grammar, source->root, diags));
    assert_null(zt_doc_read(arena, diags, source, NULL));
    zt_arena_drop(arena);
}

static void test_many_series_do_not_swell(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf body;
    zt_buf_init(&body, arena);
    zt_buf_puts(&body, "<chart kind='line'><data>");
    for (int i = 0; i < 20000; i++)
        zt_buf_printf(&body, "<item key='%d'><v series='s%d'>3</v></item>", i, i);
    zt_buf_puts(&body, "</data></chart>");
    reading r = read_body(body.data, NULL);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "limit-series");
    drop(&r);
    zt_arena_drop(arena);
}

/* A document that uses every element of the vocabulary; xmllint agrees with the checker. */
static const char everything[] =
    "<kicker>引</kicker><title>题<em>强<v>3家</v></em><sub>2</sub><sup>3</sup><br/>行</title>"
    "<deck>副</deck><lead>导</lead><asof>2022-05</asof>"
    "<hint head='核心提示'><p>一</p></hint>"
    "<groups id='g' head='h' declared='1' points='1'><group id='g1' no='1' head='a' icon='train' "
    "declared='1' complete='yes' period='2022'><point id='p' main='yes' optional='no' label='l'>"
    "<v id='s' main='yes' status='revised' unit='人次' per='日' period='2022-01/2022-05' "
    "asof='2022-05-31' source='局' note='n'>46.3万人次</v><change of='s' basis='yoy' "
    "vs='14.8万人次'>"
    "同比增长212%</change><rank of='s' among='全国' within='10' tie='yes'>前十</rank>"
    "<share among='全国'>占37%</share><target by='2025'>1万亿元</target><ref v='s' show='number'/>"
    "</point></group></groups>"
    "<timeline head='大事记' scale='time' group-by='year' order='asc' declared='1'>"
    "<event date='2022-01-01/2022-01-02' "
    "weight='key'><head>头</head>文<v>3家</v></event></timeline>"
    "<chart kind='line' id='c' head='h' highlight='a' broken='yes'><title>t</title><deck>d</deck>"
    "<data key='k' unit='家' period='2022' asof='2022-05' source='s' sort='none'>"
    "<series head='x'><item key='a' note='n'><v>3</v><change>4%</change><rank>2</rank>"
    "<share>5%</share></item></series></data><annotation of='a' label='l'>注</annotation>"
    "<note>n</note><alt>a</alt></chart>"
    "<note>n</note><credits><source>s</source><compiled by='a'/><art by='b'/><photo by='c'/>"
    "<edit by='d'/></credits><alt>x</alt>";

static void test_everything_is_accepted(void **state)
{
    (void)state;
    reading r = read_body(everything, NULL);
    assert_silent(r);
    drop(&r);
}

static int xmllint(const char *rng, const char *xml)
{
    char command[256];
    snprintf(command, sizeof command, "xmllint --noout --relaxng %s %s >/dev/null 2>&1", rng, xml);
    return system(command);
}

static void test_rng_of_the_vocabulary(void **state)
{
    (void)state;
    static const char start[] = "<graphic xmlns=\"urn:zhitu:1\" id=\"x\">", end[] = "</graphic>";
    static const char *const wrong[] = {"<title/><kicker/>", "<titel/>",
                                        "<timeline><event>x</event></timeline>",
                                        "<credits><art/></credits>", "<note/><hint><p/></hint>"};
    if (system("command -v xmllint >/dev/null 2>&1") != 0)
        skip();
    char rng[] = "/tmp/zt-rng-XXXXXX", xml[] = "/tmp/zt-xml-XXXXXX";
    assert_true(close(mkstemp(rng)) == 0 && close(mkstemp(xml)) == 0);
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    const zt_grammar *list[] = {&zt_data_grammar};
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_grammar_write_rng(&out, list, 1);
    assert_true(zt_file_write(diags, rng, out.data, out.len));
    char *text = zt_arena_printf(arena, "%s%s%s", start, everything, end);
    assert_true(zt_file_write(diags, xml, text, strlen(text)));
    assert_int_equal(xmllint(rng, xml), 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        text = zt_arena_printf(arena, "%s%s%s", start, wrong[i], end);
        assert_true(zt_file_write(diags, xml, text, strlen(text)));
        assert_int_not_equal(xmllint(rng, xml), 0);
        reading r = read_body(wrong[i], NULL);
        assert_true(zt_diags_failed(r.diags));
        drop(&r);
    }
    remove(rng);
    remove(xml);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_finding),
        cmocka_unit_test(test_all_in_one_run),
        cmocka_unit_test(test_a_root_that_is_no_graphic),
        cmocka_unit_test(test_many_series_do_not_swell),
        cmocka_unit_test(test_everything_is_accepted),
        cmocka_unit_test(test_rng_of_the_vocabulary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
