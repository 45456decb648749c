/* Files that are not XML, too large, or in an encoding that must be found out. */
#include "unit/xml/parsed.h"

#include <iconv.h>
#include <time.h>

typedef struct broken {
    const char *text, *code;
    int line, column;
    const char *zh; /* part of the message */
} broken;

static const broken cases[] = {
    {"<a " NS ">\n文字 & 更多</a>", "not-well-formed", 2, 4, "&amp;"},
    {"<a " NS ">\n文字 &nbsp; 更多</a>", "not-well-formed", 2, 4, "实体"},
    {"<a " NS ">\n汉<b c=“x”/></a>", "not-well-formed", 2, 7, "中文引号"},
    {"<a " NS ">\n汉<b c=\"x”>t</b><d e=\"1\"/></a>", "not-well-formed", 2, 7, "收尾的引号"},
    {"<a " NS ">\n汉<b><c></b></a>", "not-well-formed", 2, 5, "应有 </c>"},
    {"<a " NS ">\n汉<b>x</c></a>", "not-well-formed", 2, 6, "应为 </b>"},
    {"<a " NS ">\n<b c=\"1 d=\"2\"/></a>", "not-well-formed", 2, 6, "收尾的引号"},
    {"<a " NS ">\n<b c='1 d='2'/></a>", "not-well-formed", 2, 6, "收尾的引号"},
    {"<a " NS ">\n<b c=\"x=\"d=\"2\"/></a>", "not-well-formed", 2, 10, "空格"},
    {"<a " NS ">\n<b c=\"1", "not-well-formed", 2, 6, "中间就结束"},
    {"<a " NS ">\n汉<b><c></c>", "not-well-formed", 2, 2, "没有结束标签"},
    {"<a " NS ">\n<b c=\"1\"\n 汉=\"2\" c=\"3\"/></a>", "not-well-formed", 3, 8, "写了两次"},
    {"<a " NS ">\n汉 x\x08y</a>", "not-well-formed", 2, 4, "U+0008"},
    {"<a " NS ">\n汉 a < b</a>", "not-well-formed", 2, 5, "&lt;"},
    {"<a " NS ">\n</a>\n<b/>", "not-well-formed", 3, 1, "一个根元素"},
    {"\n<?xml version=\"1.0\"?><a " NS "/>", "not-well-formed", 2, 1, "最开头"},
    {"<a " NS " b=1/>", "not-well-formed", 1, 26, "直引号"},
    {"<a " NS " b=\"1\"c=\"2\"/>", "not-well-formed", 1, 29, "空格"},
    {"<a " NS "><!-- x -- y --></a>", "not-well-formed", 1, 31, "连字符"},
    {"<a " NS ">]]></a>", "not-well-formed", 1, 24, "]]&gt;"},
    {"<a " NS ">&#x0;</a>", "not-well-formed", 1, 24, "字符引用"},
    {"<a " NS ">汉<x:b/></a>", "not-well-formed", 1, 25, "前缀"},
    {"<a " NS, "not-well-formed", 1, 1, "中间就结束"},
    {"", "not-well-formed", 1, 1, "空的"},
    {"<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x \"y\">]><a " NS "/>", "doctype-refused", 2,
     1, "DOCTYPE"},
    {"<a>汉<b/></a>", "wrong-namespace", 1, 1, "urn:zhitu:1"},
    {"<a xmlns=\"urn:zitu:1\">汉<b/></a>", "wrong-namespace", 1, 11, "urn:zhitu:1"},
    {"<?xml version=\"1.0\" encoding=\"Big5\"?><a " NS "/>", "encoding", 1, 1, "Big5"},
    {"<a " NS ">\n汉 \xBA\xBA</a>", "encoding", 2, 3, "UTF-8"},
};

static void test_each_fault_has_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        parsed p = parse(cases[i].text);
        assert_int_equal(zt_diags_count(p.diags), 1);
        assert_said(p, 0, cases[i].code, cases[i].line, cases[i].column);
        assert_non_null(strstr(zt_diags_at(p.diags, 0)->zh, cases[i].zh));
        assert_true(zt_diags_at(p.diags, 0)->en[0] != '\0');
        bool readable = strcmp(cases[i].code, "wrong-namespace") == 0;
        assert_int_equal(p.root != NULL, readable);
        drop(&p);
    }
}

/* Of two tags that differ, the one that the grammar does not know is mistyped. */
static void test_the_mistyped_tag_is_named(void **state)
{
    (void)state;
    static const zt_elem elems[] = {{.name = "point"}, {.name = "group"}};
    static const zt_grammar grammar = {.name = "g", .elems = elems, .elem_count = 2};
    zt_xml_limits limits = zt_xml_limits_default;
    limits.grammar = &grammar;
    static const struct {
        const char *text;
        int column;
        const char *zh;
    } rows[] = {
        {"<group " NS ">\n汉<piont>x</point></group>", 2, "应为 <point>"},
        {"<group " NS ">\n汉<point>x</piont></group>", 10, "应为 </point>"},
        {"<group " NS ">\n汉<point>x</group>", 2, "应有 </point>"},
        {"<group " NS ">\n汉<x>x</group>", 2, "应有 </x>"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        parsed p = parse_bytes(rows[i].text, strlen(rows[i].text), &limits);
        assert_int_equal(zt_diags_count(p.diags), 1);
        assert_said(p, 0, "not-well-formed", 2, rows[i].column);
        assert_non_null(strstr(zt_diags_at(p.diags, 0)->zh, rows[i].zh));
        drop(&p);
    }
}

static zt_str encoded(zt_arena *arena, const char *text, const char *encoding)
{
    size_t in_left = strlen(text), room = in_left * 4 + 8;
    char *in = zt_arena_copy(arena, text, in_left), *out = zt_arena_alloc(arena, room), *at = out;
    iconv_t conversion = iconv_open(encoding, "UTF-8");
    assert_true(conversion != (iconv_t)-1);
    assert_int_equal(iconv(conversion, &in, &in_left, &at, &room), 0);
    iconv_close(conversion);
    return (zt_str){out, (size_t)(at - out)};
}

/* Each encoding gives the same tree at the same places. */
static void test_encodings(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"GB18030", "GB18030"}, {"GBK", "gb2312"},      {"UTF-16", "UTF-16"},
        {"UTF-16BE", "UTF-16"}, {"UTF-16LE", "UTF-16"}, {"UTF-8", "utf-8"},
    };
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text = zt_arena_printf(
            arena, "<?xml version=\"1.0\" encoding=\"%s\"?>\n<a " NS ">\n汉字<b c=\"重庆\"/></a>",
            rows[i][1]);
        zt_str bytes = encoded(arena, text, rows[i][0]);
        parsed p = parse_bytes(bytes.data, bytes.len, NULL);
        assert_int_equal(zt_diags_count(p.diags), 0);
        assert_str(p.root->first->text, "\n汉字");
        assert_at(p.root->last->at, 3, 3);
        assert_str(zt_node_attr(p.root->last, "c", NULL), "重庆");
        drop(&p);
    }
    zt_arena_drop(arena);
}

static void test_undeclared_gb18030_is_recognised(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_str bytes = encoded(arena, "<a " NS ">\nab汉字</a>", "GB18030");
    parsed p = parse_bytes(bytes.data, bytes.len, NULL);
    assert_said(p, 0, "encoding", 2, 3);
    assert_non_null(strstr(zt_diags_at(p.diags, 0)->zh, "encoding=\"GB18030\""));
    drop(&p);
    zt_arena_drop(arena);
}

static void test_limits(void **state)
{
    (void)state;
    static const struct {
        zt_xml_limits limits;
        const char *code;
        int column;
    } rows[] = {
        {{.bytes = 40, .attr_bytes = 100, .depth = 9, .nodes = 99}, "limit-size", 0},
        {{.bytes = 999, .attr_bytes = 3, .depth = 9, .nodes = 99}, "limit-attribute", 30},
        {{.bytes = 999, .attr_bytes = 100, .depth = 2, .nodes = 99}, "limit-depth", 36},
        {{.bytes = 999, .attr_bytes = 100, .depth = 9, .nodes = 2}, "limit-nodes", 36},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text = "<a " NS "><b c=\"1234\"><d/></b></a>";
        parsed p = parse_bytes(text, strlen(text), &rows[i].limits);
        assert_int_equal(zt_diags_count(p.diags), 1);
        assert_string_equal(zt_diags_at(p.diags, 0)->code, rows[i].code);
        assert_int_equal(zt_diags_at(p.diags, 0)->pos.column, rows[i].column);
        assert_null(p.root);
        drop(&p);
    }
}

/* `piece` over and over behind a root's start tag. */
static zt_str repeated(zt_arena *arena, const char *start, const char *piece, size_t count)
{
    zt_buf text;
    zt_buf_init(&text, arena);
    zt_buf_puts(&text, start);
    for (size_t i = 0; i < count; i++)
        zt_buf_puts(&text, piece);
    return zt_buf_view(&text);
}

static void test_hostile_files_are_refused_soon(void **state)
{
    (void)state;
    static const struct {
        const char *start, *piece;
        size_t count;
        const char *code;
    } rows[] = {
        {"<a " NS ">", "<b>", 100000, "limit-depth"},
        {"<a " NS " b=\"", "xxxxxxxxxxxxxxxxxxxxxxxx", 500000, "limit-attribute"},
        {"<a " NS " b=\"", "xxxxxxxxxxxxxxxxxxxxxxxx", 5000, "not-well-formed"},
        {"<a " NS ">", "xxxxxxxxxxxxxxxxxxxxxxxx", 800000, "limit-size"},
        {"<a " NS ">", "&amp;", 500000, "not-well-formed"},
        {"<a " NS ">", "<!---->", 500000, "not-well-formed"},
    };
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zt_str text = repeated(arena, rows[i].start, rows[i].piece, rows[i].count);
        clock_t before = clock();
        parsed p = parse_bytes(text.data, text.len, NULL);
        assert_true(clock() - before < 5 * CLOCKS_PER_SEC); /* under sanitizers too */
        assert_int_equal(zt_diags_count(p.diags), 1);
        if (strcmp(rows[i].code, "not-well-formed") != 0)
            assert_string_equal(zt_diags_at(p.diags, 0)->code, rows[i].code);
        drop(&p);
    }
    zt_arena_drop(arena);
}

static void test_a_file_that_is_not_there(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    assert_null(zt_xml_read(arena, diags, "no/such.xml", NULL));
    assert_int_equal(zt_diags_count(diags), 1);
    assert_string_equal(zt_diags_at(diags, 0)->code, "cannot-read");
    assert_int_equal(zt_diags_at(diags, 0)->blame, ZT_BLAME_ENVIRONMENT);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_fault_has_its_place),
        cmocka_unit_test(test_the_mistyped_tag_is_named),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_undeclared_gb18030_is_recognised),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_hostile_files_are_refused_soon),
        cmocka_unit_test(test_a_file_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
