/* tests/unit/app/test_extent.c — where a finding ends. */
#include "cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "app/extent.h"

static const char text[] = "<?xml version=\"1.0\"?>\n"
                           "<graphic id=\"a b\" template='重庆'>\n"
                           "  <title>重庆，机场</title>\n"
                           "  <p note=\"两\n行\">x</p></graphic>\n";

typedef struct expectation {
    int line, column, end_line, end_column;
} expectation;

static void test_ends(void **state)
{
    (void)state;
    static const expectation all[] = {
        {2, 1, 2, 9},   /* a tag by its name */
        {2, 10, 2, 18}, /* an attribute with its value */
        {2, 14, 2, 17}, /* a value */
        {2, 29, 2, 31}, /* a value of Han in other quotes */
        {3, 10, 3, 15}, /* a run of text */
        {3, 12, 3, 15}, /* from its middle */
        {3, 15, 3, 22}, /* an end tag */
        {4, 6, 5, 3},   /* an attribute over two lines */
        {5, 4, 5, 5},   /* one character */
        {9, 1, 0, 0},   /* no such line */
        {2, 99, 0, 0},  /* no such column */
        {0, 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        zt_pos end = zt_extent_end(zt_str_from(text), (zt_pos){"x", all[i].line, all[i].column});
        assert_int_equal(end.line, all[i].end_line);
        assert_int_equal(end.column, all[i].end_column);
    }
}

/* Of every place in the file the end lies behind it, and within the file. */
static void test_every_end_lies_behind(void **state)
{
    (void)state;
    zt_str bytes = zt_str_from(text);
    for (int line = 1; line <= 6; line++)
        for (int column = 1; column < 50; column++) {
            zt_pos end = zt_extent_end(bytes, (zt_pos){"x", line, column});
            if (end.line == 0)
                continue;
            assert_true(end.line > line || (end.line == line && end.column > column));
            assert_true(end.line <= 6);
        }
    /* nor does it read behind the bytes: cut anywhere */
    for (size_t len = 0; len < bytes.len; len++) {
        char *cut = test_malloc(len ? len : 1);
        memcpy(cut, text, len);
        for (int line = 1; line <= 5; line++)
            for (int column = 1; column < 40; column++)
                zt_extent_end((zt_str){cut, len}, (zt_pos){"x", line, column});
        test_free(cut);
    }
}

static const char story[] = "<text>\n"
                            "<p>甲句。乙句！</p>\n"
                            "<p optional=\"yes\">丙句。</p> <p>\n丁句。<em>戊</em>句。己句。</p>\n"
                            "</text>\n";

static const char *removal(int line, int column, const char *words)
{
    static char out[200];
    zt_removal r;
    if (!zt_extent_of_words(zt_str_from(story), (zt_pos){"x", line, column}, zt_str_from(words),
                            &r))
        return "none";
    snprintf(out, sizeof out, "%d:%d %.*s", r.at.line, r.at.column, (int)r.text.len, r.text.data);
    return out;
}

/* The words alone, or the element when nothing else is in it; nothing beyond the element. */
static void test_words(void **state)
{
    (void)state;
    assert_string_equal(removal(2, 1, "甲句。"), "2:4 甲句。");
    assert_string_equal(removal(2, 1, "乙句！"), "2:7 乙句！");
    assert_string_equal(removal(2, 1, "甲句。乙句！"), "2:1 <p>甲句。乙句！</p>");
    assert_string_equal(removal(3, 1, "丙句。"), "3:1 <p optional=\"yes\">丙句。</p>");
    assert_string_equal(removal(3, 27, "丁句。"), "4:1 丁句。");
    assert_string_equal(removal(3, 27, "己句。"), "4:16 己句。");
    assert_string_equal(removal(3, 27, "戊句。"), "none"); /* markup parts it */
    assert_string_equal(removal(2, 1, "丙句。"), "none");  /* of the next */
    assert_string_equal(removal(2, 2, "甲句。"), "none");  /* no element */
    assert_string_equal(removal(9, 1, "甲句。"), "none");
    assert_string_equal(removal(2, 1, ""), "none");
}

/* The name in both tags of an element, as "line:column line:column". */
static const char *names(const char *xml, int line, int column, const char *name)
{
    static char out[100];
    zt_removal r[2];
    size_t count =
        zt_extent_of_name(zt_str_from(xml), (zt_pos){"x", line, column}, zt_str_from(name), r);
    out[0] = 0;
    for (size_t i = 0; i < count; i++)
        snprintf(out + strlen(out), sizeof out - strlen(out), "%s%d:%d", i ? " " : "", r[i].at.line,
                 r[i].at.column);
    return out;
}

/* The end tag is that of the element itself, whatever stands between. */
static void test_names(void **state)
{
    (void)state;
    assert_string_equal(names("<a><b/></a>", 1, 1, "a"), "1:2 1:10");
    assert_string_equal(names("<a><b/></a>", 1, 4, "b"), "1:5");
    assert_string_equal(names("<a><a>字</a>\n</a >", 1, 1, "a"), "1:2 2:3");
    assert_string_equal(names("<a><a>字</a>\n</a >", 1, 4, "a"), "1:5 1:10");
    assert_string_equal(names("<a><ab></ab><a/></a>", 1, 1, "a"), "1:2 1:19");
    assert_string_equal(names("<a x=\"</a>>/\"></a>", 1, 1, "a"), "1:2 1:17");
    assert_string_equal(names("<a x='/'>甲</a>", 1, 1, "a"), "1:2 1:13");
    assert_string_equal(names("<a><!-- </a> --><![CDATA[</a>]]></a>", 1, 1, "a"), "1:2 1:35");
    assert_string_equal(names("<a><b>", 1, 1, "a"), "");    /* no end */
    assert_string_equal(names("<ab></ab>", 1, 1, "a"), ""); /* another name */
    assert_string_equal(names("甲<a></a>", 1, 1, "a"), ""); /* no tag */
    assert_string_equal(names("甲<a></a>", 1, 2, "a"), "1:3 1:7");
}

static void test_word(void **state)
{
    (void)state;
    zt_removal r;
    zt_str xml = ZT_STR("<p 甲=\"yoyy\">\n");
    assert_true(zt_extent_of_word(xml, (zt_pos){"x", 1, 7}, ZT_STR("yoyy"), &r));
    assert_ptr_equal(r.text.data, xml.data + 9 - 1);
    assert_int_equal(r.text.len, 4);
    assert_false(zt_extent_of_word(xml, (zt_pos){"x", 1, 6}, ZT_STR("yoyy"), &r));
    assert_false(zt_extent_of_word(xml, (zt_pos){"x", 2, 7}, ZT_STR("yoyy"), &r));
    assert_false(zt_extent_of_word(xml, (zt_pos){"x", 1, 7}, ZT_STR(""), &r));
    assert_false(zt_extent_of_word(xml, (zt_pos){"x", 1, 11}, ZT_STR("\">\nx"), &r));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ends), cmocka_unit_test(test_words),
                                       cmocka_unit_test(test_names), cmocka_unit_test(test_word),
                                       cmocka_unit_test(test_every_end_lies_behind)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
