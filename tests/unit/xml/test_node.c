/* The tree: places of tags, attributes and text, and text itself. */
#include <stdio.h>

#include "unit/xml/parsed.h"

static void test_attributes_over_lines_with_crlf(void **state)
{
    (void)state;
    parsed p = parse("<a " NS "\r\n  b=\"汉字\" c = 'x'\r\n\td=\"1\">\r\n汉<e f=\"2\"/></a>");
    assert_int_equal(zt_diags_count(p.diags), 0);
    assert_int_equal(p.root->attr_count, 3);
    assert_at(p.root->at, 1, 1);
    assert_at(p.root->attrs[0].at, 2, 3);
    assert_at(p.root->attrs[0].value_at, 2, 6);
    assert_at(p.root->attrs[1].at, 2, 10);
    assert_at(p.root->attrs[1].value_at, 2, 15);
    assert_at(p.root->attrs[2].at, 3, 2);
    const zt_node *e = zt_node_child(p.root, "e");
    assert_at(e->at, 4, 2);
    assert_at(zt_node_attr_at(e, "f"), 4, 8);
    assert_at(zt_node_attr_at(e, "absent"), 4, 2);
    drop(&p);
}

static void test_bom_takes_no_column(void **state)
{
    (void)state;
    parsed p = parse("\xEF\xBB\xBF<a " NS "><b/></a>");
    assert_at(p.root->at, 1, 1);
    assert_at(p.root->first->at, 1, 24);
    drop(&p);
}

static void test_comments_and_cdata_do_not_shift_places(void **state)
{
    (void)state;
    parsed p = parse("<a " NS "><!-- <x> \n --><?p <y>?>字&amp;<![CDATA[<z>]]>\n<b/>尾</a>");
    assert_int_equal(zt_diags_count(p.diags), 0);
    const zt_node *text = p.root->first;
    assert_null(text->name);
    assert_str(text->text, "字&<z>\n");
    assert_at(text->at, 2, 14);
    assert_at(text->next->at, 3, 1);
    assert_at(text->next->next->at, 3, 5);
    drop(&p);
}

static void test_cdata_first_and_nested_closing(void **state)
{
    (void)state;
    parsed p = parse("<a " NS "><b><![CDATA[</b><c>]]></b ><d/></a>");
    const zt_node *b = p.root->first;
    assert_str(b->first->text, "</b><c>");
    assert_at(b->first->at, 1, 36);
    assert_string_equal(b->next->name, "d");
    assert_at(b->next->at, 1, 51);
    drop(&p);
}

/* Walks to the first `wanted`. */
static zt_pos place_of(zt_str text, zt_pos at, zt_str written, uint32_t wanted)
{
    zt_text_walk walk = zt_text_walk_of(text, at, written);
    for (zt_pos pos = walk.pos; walk.at < text.len; pos = walk.pos)
        if (zt_text_walk_next(&walk) == wanted)
            return pos;
    return ZT_NOWHERE;
}

/* A reference, a comment, a section of CDATA or CR LF has other columns than what it stands for. */
static void test_each_character_of_a_text_has_its_place(void **state)
{
    (void)state;
    parsed p = parse("<a " NS "><b><![CDATA[&c]]>&#x6C49;d<!-- e\n -->f&amp;g\r\n<?x y?>h</b>"
                     "<c k='&#xAD;m&quot;\nn'/></a>");
    assert_int_equal(zt_diags_count(p.diags), 0);
    const zt_node *text = p.root->first->first;
    assert_str(text->text, "&c汉df&g\nh");
    assert_at(place_of(text->text, text->at, text->written, '&'), 1, 36);
    assert_at(place_of(text->text, text->at, text->written, 'c'), 1, 37);
    assert_at(place_of(text->text, text->at, text->written, 0x6C49), 1, 41);
    assert_at(place_of(text->text, text->at, text->written, 'd'), 1, 49);
    assert_at(place_of(text->text, text->at, text->written, 'f'), 2, 5);
    assert_at(place_of(text->text, text->at, text->written, 'g'), 2, 11);
    assert_at(place_of(text->text, text->at, text->written, 'h'), 3, 8);
    const zt_attr_value *k = p.root->last->attrs;
    assert_at(place_of(k->value, k->value_at, k->written, 0xAD), 3, 19);
    assert_at(place_of(k->value, k->value_at, k->written, 'm'), 3, 25);
    assert_at(place_of(k->value, k->value_at, k->written, 'n'), 4, 1);
    assert_at(place_of(text->text, (zt_pos){"t.csv", 2, 5}, zt_str_from(""), 'h'), 3, 1);
    drop(&p);
}

static void test_prefixed_attribute_keeps_its_prefix(void **state)
{
    (void)state;
    parsed p = parse("<a " NS " xml:lang=\"zh\" b=\"2\"/>");
    assert_string_equal(p.root->attrs[0].name, "xml:lang");
    assert_str(zt_node_attr(p.root, "b", NULL), "2");
    assert_at(zt_node_attr_at(p.root, "b"), 1, 41);
    drop(&p);
}

/* However a character is referred to (XML 4.1, 4.6), in attributes as in text. */
static void test_references_mean_the_same_everywhere(void **state)
{
    (void)state;
    static const struct {
        const char *written, *meant;
    } cases[] = {
        {"R&amp;D", "R&D"},
        {"R&#38;D", "R&D"},
        {"R&#x26;D", "R&D"},
        {"&amp;&amp;", "&&"},
        {"&amp;amp;", "&amp;"},
        {"&#x26;amp;", "&amp;"},
        {"&#38;#38;", "&#38;"},
        {"&amp;#38;", "&#38;"},
        {"&#x26;#x26;", "&#x26;"},
        {"&lt;&gt;&quot;&apos;", "<>\"'"},
        {"&#60;&#x3c;&#34;", "<<\""},
        {"&#x6c49;&#23383;&amp;", "汉字&"},
        {"&amp;lt;v&amp;gt;", "&lt;v&gt;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, "<a " NS " b=\"%s\" c=\"1\">%s<d/></a>", cases[i].written,
                 cases[i].written);
        parsed p = parse(text);
        assert_int_equal(zt_diags_count(p.diags), 0);
        assert_str(zt_node_attr(p.root, "b", NULL), cases[i].meant);
        assert_str(p.root->first->text, cases[i].meant);
        /* Places count what stands in the file. */
        int columns = 4 + (int)strlen(NS) + 4 + (int)strlen(cases[i].written) + 2;
        assert_at(p.root->attrs[1].at, 1, columns);
        drop(&p);
    }
}

static void test_every_start_tag_of_a_long_file(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf text;
    zt_buf_init(&text, arena);
    zt_buf_puts(&text, "<a " NS ">\n");
    for (int i = 0; i < 2000; i++) {
        zt_buf_puts(&text, "汉字<b c=\"");
        for (int k = 0; k < i % 97; k++)
            zt_buf_puts(&text, k % 2 ? "字" : "x");
        zt_buf_puts(&text, "\" d=\"1\">t</b>\n");
    }
    zt_buf_puts(&text, "</a>");
    parsed p = parse_bytes(text.data, text.len, NULL);
    int i = 0;
    for (const zt_node *b = zt_node_child(p.root, "b"); b; b = zt_node_sibling(b, "b"), i++) {
        assert_at(b->at, i + 2, 3);
        assert_at(zt_node_attr_at(b, "d"), i + 2, 3 + 6 + i % 97 + 5);
        assert_at(b->first->at, i + 2, 3 + 6 + i % 97 + 8);
    }
    assert_int_equal(i, 2000);
    drop(&p);
    zt_arena_drop(arena);
}

static void test_collapse(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"汉\n  字", "汉字"}, {"汉 字", "汉 字"},   {"a\nb", "a b"},        {"汉\nb", "汉 b"},
        {"b \n 汉", "b 汉"},  {"，\n汉", "，汉"},   {"汉”\n“字", "汉”“字"}, {"汉　\n字", "汉　字"},
        {"a  \t b", "a b"},   {"左　右", "左　右"},
    };
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(zt_text_collapse(arena, zt_str_from(cases[i][0])), cases[i][1]);
    zt_arena_drop(arena);
}

static void test_node_text_joins_across_elements(void **state)
{
    (void)state;
    parsed p = parse("<a " NS ">\n 汉\n <b>字</b> 尾\n</a>");
    assert_str(zt_node_text(p.arena, p.root), "汉字 尾");
    drop(&p);
}

static void test_source_line(void **state)
{
    (void)state;
    zt_str text = ZT_STR("一\r\n二\n\n四");
    assert_str(zt_source_line(text, 1), "一");
    assert_str(zt_source_line(text, 2), "二");
    assert_str(zt_source_line(text, 3), "");
    assert_str(zt_source_line(text, 4), "四");
    assert_str(zt_source_line(text, 9), "");
}

static void test_dumps(void **state)
{
    (void)state;
    parsed p = parse("<a " NS ">\n<b c=\"1\"/></a>");
    zt_buf text, json;
    zt_buf_init(&text, p.arena);
    zt_buf_init(&json, p.arena);
    zt_node_dump(&text, p.root);
    zt_node_dump_json(&json, p.root);
    assert_string_equal(text.data, "1:1 a\n  1:24 \"\\n\"\n  2:1 b c=\"1\"@2:7\n");
    assert_string_equal(
        json.data, "{\"at\":\"1:1\",\"name\":\"a\",\"attrs\":[],\"children\":[{\"at\":\"1:24\","
                   "\"text\":\"\\n\"},\n{\"at\":\"2:1\",\"name\":\"b\",\"attrs\":[{\"name\":"
                   "\"c\",\"value\":\"1\",\"at\":\"2:4\",\"value_at\":\"2:7\"}],"
                   "\"children\":[]}]}");
    drop(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attributes_over_lines_with_crlf),
        cmocka_unit_test(test_bom_takes_no_column),
        cmocka_unit_test(test_comments_and_cdata_do_not_shift_places),
        cmocka_unit_test(test_cdata_first_and_nested_closing),
        cmocka_unit_test(test_each_character_of_a_text_has_its_place),
        cmocka_unit_test(test_prefixed_attribute_keeps_its_prefix),
        cmocka_unit_test(test_references_mean_the_same_everywhere),
        cmocka_unit_test(test_every_start_tag_of_a_long_file),
        cmocka_unit_test(test_collapse),
        cmocka_unit_test(test_node_text_joins_across_elements),
        cmocka_unit_test(test_source_line),
        cmocka_unit_test(test_dumps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
