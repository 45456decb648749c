/* The checker on a small table of its own: every code, its place, and the nearest name. */
#include "unit/xml/parsed.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

static const zt_attr root_attrs[] = {{"id", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "名", "name"},
                                     {"names", ZT_ATTR_NAMES, NULL, NULL, "", ""},
                                     {"side", ZT_ATTR_ENUM, "left right", "left", "", ""},
                                     {"sides", ZT_ATTR_ENUMS, "left right", NULL, "", ""},
                                     {"on", ZT_ATTR_YES, NULL, "no", "", ""},
                                     {"count", ZT_ATTR_COUNT, NULL, NULL, "", ""},
                                     {"place", ZT_ATTR_COUNT, "1..24", NULL, "", ""},
                                     {"number", ZT_ATTR_NUMBER, NULL, NULL, "", ""},
                                     {"date", ZT_ATTR_DATE, NULL, NULL, "", ""},
                                     {"day", ZT_ATTR_DAY, NULL, NULL, "", ""},
                                     {"dates", ZT_ATTR_DATES, NULL, NULL, "", ""},
                                     {"times", ZT_ATTR_TIMES, NULL, NULL, "", ""},
                                     {"length", ZT_ATTR_LENGTH, NULL, NULL, "", ""},
                                     {"lengths", ZT_ATTR_LENGTHS, NULL, NULL, "", ""},
                                     {"gap", ZT_ATTR_GAP, NULL, NULL, "", ""},
                                     {"file", ZT_ATTR_FILE, NULL, NULL, "", ""},
                                     {"text", ZT_ATTR_TEXT, NULL, NULL, "", ""},
                                     {0}};
static const zt_child root_children[] = {
    {"title", 1, 1}, {"list", 0, 0}, {"|box", 0, 0}, {"foot", 0, 1}, {0}};
static const zt_child list_children[] = {{"item", 2, 0}, {0}};
static const zt_child box_children[] = {{"box", 0, 0}, {"box/item", 0, 0}, {0}};
static const zt_attr item_attrs[] = {{"key", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "键", "key"}, {0}};
static const zt_child mixed_children[] = {{"em", 0, 0}, {0}};
static const zt_elem elems[] = {
    {"root", "root", ZT_ELEMENTS, true, root_children, root_attrs, "根", "root"},
    {"title", "title", ZT_MIXED, false, mixed_children, NULL, "题", "title"},
    {"em", "em", ZT_TEXT_ONLY, false, NULL, NULL, "强", "em"},
    {"list", "list", ZT_ELEMENTS, false, list_children, NULL, "表", "list"},
    {"item", "item", ZT_EMPTY, false, NULL, item_attrs, "项", "item"},
    {"box", "box", ZT_ELEMENTS, false, box_children, NULL, "盒", "box"},
    {"box/item", "item", ZT_TEXT_ONLY, false, NULL, NULL, "项", "item"},
    {"foot", "foot", ZT_EMPTY, false, NULL, NULL, "脚", "foot"},
};
static const char *const roots[] = {"root", NULL};
static const zt_grammar grammar = {
    .name = "test", .elems = elems, .elem_count = sizeof elems / sizeof *elems, .roots = roots};

typedef struct said {
    const char *code;
    int line, column;
    const char *zh;
} said;

typedef struct mistake {
    const char *body; /* behind <root xmlns id="x" */
    said said[4];
} mistake;

#define T "><title/>"
static const mistake mistakes[] = {
    {T "</root>", {{0}}},
    {T "<list><item key='a'/><item key='b'/></list><box><item>t</item></box><foot/></root>", {{0}}},
    {T "<box/><list><item key='a'/><item key='b'/></list></root>", {{0}}},
    {T "\n<bxo/></root>", {{"unknown-element", 2, 1, "是否想写 <box>"}}},
    {T "\n<xyzxyz/></root>", {{"unknown-element", 2, 1, "<title> <list> <box> <foot>"}}},
    {T "\n<em/></root>", {{"misplaced-element", 2, 1, "它属于 <title>"}}},
    {T "\n<foot/>\n<foot/></root>", {{"repeated-element", 3, 1, "第一个在第 2 行"}}},
    {T "\n<foot/>\n<box/></root>", {{"wrong-order", 3, 1, "<foot> 之前"}}},
    {T "\n<list><item key='a'/></list></root>", {{"missing-element", 2, 1, "至少 2 个"}}},
    {"\n><foot/></root>", {{"missing-element", 1, 1, "<title>"}}},
    {T "\n  文字</root>", {{"unexpected-text", 2, 3, "文字"}}},
    {T "\n<foot> x</foot></root>", {{"unexpected-text", 2, 8, "x"}}},
    {"\n nmaes='a'" T "</root>", {{"unknown-attribute", 2, 2, "是否想写 names"}}},
    {"\n colour='a'" T "</root>", {{"unknown-attribute", 2, 2, "可用的有：id names side"}}},
    {T "\n<foot a='1'/></root>", {{"unknown-attribute", 2, 7, "不带属性"}}},
    {T "<list>\n<item/><item key='b'/></list></root>", {{"missing-attribute", 2, 1, "key（键）"}}},
    {T "<list>\n<item kye='a'/><item key='b'/></list></root>",
     {{"unknown-attribute", 2, 7, "key"}}},
    {"\n names=' '" T "</root>", {{"empty-attribute", 2, 9, "names"}}},
    {"\n text=''" T "</root>", {{0}}},
    {"\n side='rihgt'" T "</root>", {{"bad-value", 2, 8, "是否想写 right？可用：left right"}}},
    {"\n sides='left up right'" T "</root>", {{"bad-value", 2, 9, "up"}}},
    {"\n sides='right left'" T "</root>", {{0}}},
    {"\n on='true'" T "</root>", {{"bad-value", 2, 6, "yes no"}}},
    {"\n count='3.5'" T "</root>", {{"bad-number", 2, 9, "3.5"}}},
    {"\n count='-1'" T "</root>", {{"bad-number", 2, 9, "-1"}}},
    {"\n place='0'" T "</root>", {{"bad-number", 2, 9, "1 到 24"}}},
    {"\n place='25'" T "</root>", {{"bad-number", 2, 9, "1 到 24"}}},
    {"\n place='1' count='0'" T "</root>", {{0}}},
    {"\n place='24'" T "</root>", {{0}}},
    {"\n number='1,5'" T "</root>", {{"bad-number", 2, 10, "1,5"}}},
    {"\n number='-1.50'" T "</root>", {{0}}},
    {"\n date='2026/1/1'" T "</root>", {{"bad-date", 2, 8, "应写作 2026-01-01"}}},
    {"\n date='2022年6月'" T "</root>", {{"bad-date", 2, 8, "应写作 2022-06"}}},
    {"\n date='2021-02-29'" T "</root>", {{"bad-date", 2, 8, "YYYY-MM-DD"}}},
    {"\n date='2021-02'" T "</root>", {{0}}},
    {"\n date='2021-02/2021-03'" T "</root>", {{"bad-date", 2, 8, "2021-02/2021-03"}}},
    {"\n day='2021-02'" T "</root>", {{"bad-date", 2, 7, "YYYY-MM-DD"}}},
    {"\n dates='2021-12-17/2021-12-18'" T "</root>", {{0}}},
    {"\n dates='2021-12-18/2021-12-17'" T "</root>", {{"date-reversed", 2, 9, "早于"}}},
    {"\n times='2022-09-15T00:00'" T "</root>", {{0}}},
    {"\n times='2022-09-15T23:59/2022-09-16T00:00'" T "</root>", {{0}}},
    {"\n times='2022-09-15/2022-09-16'" T "</root>", {{0}}},
    {"\n times='2022-09'" T "</root>", {{0}}},
    {"\n times='2022-9-15 8:30'" T "</root>", {{"bad-date", 2, 9, "应写作 2022-09-15T08:30"}}},
    {"\n times='2022-09-15 08：30'" T "</root>", {{"bad-date", 2, 9, "应写作 2022-09-15T08:30"}}},
    {"\n times='2022年9月15日8时'" T "</root>", {{"bad-date", 2, 9, "应写作 2022-09-15T08:00"}}},
    {"\n times='2022年9月15日 8时5分'" T "</root>",
     {{"bad-date", 2, 9, "应写作 2022-09-15T08:05"}}},
    {"\n times='2022-09-30T24:00'" T "</root>", {{"bad-date", 2, 9, "应写作 2022-10-01T00:00"}}},
    {"\n times='2022-09-30T24:01'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-02-30T24:00'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-13-01T24:00'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-09-15T8:60'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-09-15T25:00'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022年9月15日—18日'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-09-15/18'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022年9月15日下午3时'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022年9月15日8时—10时'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022年9月15日8时半'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-09-1508:30'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='T08:30/T07:00'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-09-15T08:30/2022-09-15'" T "</root>",
     {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-09-15T08:30:00'" T "</root>", {{"bad-date", 2, 9, "应写作 YYYY-MM-DD[/"}}},
    {"\n times='2022-09-15T08:30/2022-09-15T07:00'" T "</root>", {{"date-reversed", 2, 9, "早于"}}},
    {"\n times='2022-09-15T08:30/2022-09-15T08:30'" T "</root>", {{0}}},
    {"\n length='12'" T "</root>", {{"bad-length", 2, 10, "12mm"}}},
    {"\n length='小五'" T "</root>", {{0}}},
    {"\n lengths='12mm 3pt 0'" T "</root>", {{0}}},
    {"\n lengths='12mm 3'" T "</root>", {{"bad-length", 2, 11, "12mm 3"}}},
    {"\n gap='3..5'" T "</root>", {{0}}},
    {"\n gap='2mm..小五'" T "</root>", {{0}}},
    {"\n gap='3..x'" T "</root>", {{"bad-length", 2, 7, "3..5"}}},
    {"\n file='/etc/x'" T "</root>", {{"bad-value", 2, 8, "相对"}}},
    {"\n file='a/b.csv'" T "</root>", {{0}}},
    {" names='b c'" T "</root>", {{0}}},
    /* Several in one file, in document order; an unknown name does not hide what is inside. */
    {T "\n<lsit>\n<item kez='1'/></lsit>\n<foot b=''>x</foot></root>",
     {{"unknown-element", 2, 1, "<list>"},
      {"unknown-attribute", 3, 7, "key"},
      {"missing-element", 2, 1, "<item>"},
      {"unknown-attribute", 4, 7, "不带属性"}}},
    {T "\n<foot b=''>x</foot></root>",
     {{"unknown-attribute", 2, 7, "不带属性"}, {"unexpected-text", 2, 12, "x"}}},
};

static parsed checked(const char *body)
{
    char text[512];
    int len = snprintf(text, sizeof text, "<root " NS " id=\"x\"%s", body);
    assert_true(len > 0 && (size_t)len < sizeof text);
    parsed p = parse(text);
    assert_non_null(p.root);
    zt_grammar_check(&grammar, p.root, p.diags);
    return p;
}

static void test_each_mistake(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        parsed p = checked(mistakes[i].body);
        size_t expected = 0;
        for (; expected < 4 && mistakes[i].said[expected].code; expected++) {
            const said *s = &mistakes[i].said[expected];
            assert_said(p, expected, s->code, s->line, s->column);
            const char *zh = zt_diags_at(p.diags, expected)->zh;
            if (!strstr(zh, s->zh))
                fail_msg("“%s” lacks “%s”", zh, s->zh);
        }
        if (expected < 4 && zt_diags_count(p.diags) != expected)
            fail_msg("%zu findings in %s", zt_diags_count(p.diags), mistakes[i].body);
        drop(&p);
    }
}

static void test_known_marks_what_has_its_place(void **state)
{
    (void)state;
    parsed p =
        checked(T "<lsit><item key='a'/></lsit><box><item>t</item></box><foot/><foot/></root>");
    const zt_node *title = zt_node_child(p.root, NULL), *lsit = title->next, *box = lsit->next;
    assert_true(p.root->known && title->known && box->known && box->first->known);
    assert_false(lsit->known);
    assert_true(box->next->known);
    assert_false(box->next->next->known);
    assert_string_equal(zt_grammar_elem(box->first)->def, "box/item");
    assert_null(zt_grammar_elem(lsit));
    assert_null(zt_grammar_elem(lsit->first));
    drop(&p);
}

static void test_root_of_another_kind(void **state)
{
    (void)state;
    parsed p = parse("<box " NS "/>");
    assert_false(zt_grammar_check(&grammar, p.root, p.diags));
    assert_said(p, 0, "misplaced-element", 1, 1);
    assert_non_null(strstr(zt_diags_at(p.diags, 0)->zh, "<root>"));
    assert_null(zt_grammar_elem(p.root));
    drop(&p);
}

static void test_manual_names_everything(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_grammar_write_manual(&out, &grammar);
    assert_non_null(strstr(out.data, "### `item`（`box/item`）"));
    assert_non_null(strstr(out.data, "| `side` | 其一：`left` `right`  | `left` |"));
    assert_non_null(strstr(out.data, "内容：`title`，然后 `list`* `box`*，然后 `foot`?。"));
    assert_non_null(strstr(out.data, "| `id` | 名字（无空格） | 必填 |"));
    zt_arena_drop(arena);
}

/* RELAX NG says the same as the checker, but for reversed intervals and days that do not exist. */
static void test_rng_agrees(void **state)
{
    (void)state;
    if (system("command -v xmllint >/dev/null 2>&1") != 0)
        skip();
    char rng[] = "/tmp/zt-rng-XXXXXX", xml[] = "/tmp/zt-xml-XXXXXX", command[256];
    assert_true(close(mkstemp(rng)) == 0 && close(mkstemp(xml)) == 0);
    zt_arena *arena = zt_arena_new();
    const zt_grammar *list[] = {&grammar};
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_grammar_write_rng(&out, list, 1);
    zt_diags *diags = zt_diags_new(arena);
    assert_true(zt_file_write(diags, rng, out.data, out.len));
    snprintf(command, sizeof command, "xmllint --noout --relaxng %s %s >/dev/null 2>&1", rng, xml);
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const char *code = mistakes[i].said[0].code, *body = mistakes[i].body;
        if (code && (strcmp(code, "date-reversed") == 0 || strstr(body, "02-29")))
            continue;
        const char *text = zt_arena_printf(arena, "<root " NS " id=\"x\"%s", body);
        assert_true(zt_file_write(diags, xml, text, strlen(text)));
        if ((system(command) == 0) != (code == NULL))
            fail_msg("xmllint and the checker differ on %s", text);
    }
    remove(rng);
    remove(xml);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_mistake),
        cmocka_unit_test(test_known_marks_what_has_its_place),
        cmocka_unit_test(test_root_of_another_kind),
        cmocka_unit_test(test_manual_names_everything),
        cmocka_unit_test(test_rng_agrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
