/* Numbers of parts, what references print, marks of notes. */
#include "unit/model/read.h"

#include "paginate/paginate_imp.h"

/* A report with the paginator that numbers it; nothing is set. */
typedef struct numbered {
    reading r;
    zt_report_style style;
    zt_pagination report;
    zt_paginator p;
    zt_theme theme;
    zt_template template_;
    zt_setting setting; /* without graphics */
} numbered;

static numbered *number(const char *body, bool by_section)
{
    zt_arena *arena = zt_arena_new();
    numbered *n = ZT_NEW(arena, numbered);
    n->r.arena = arena;
    n->r.diags = zt_diags_new(arena);
    char *text =
        zt_arena_printf(arena, "<report xmlns=\"urn:zhitu:1\" id=\"x\">\n%s</report>", body);
    zt_source *source = zt_xml_parse(arena, n->r.diags, "t.xml", zt_str_from(text), NULL);
    zt_grammar_check(&zt_data_grammar, source->root, n->r.diags);
    n->r.doc = zt_doc_read(arena, n->r.diags, source, NULL);
    n->style.headings[0] = (zt_heading_style){.number = ZT_STR("第{}章"), .han = true};
    n->style.headings[1] = n->style.headings[2] = (zt_heading_style){.number = ZT_STR("{}")};
    n->style.number = (zt_number_style){.figure = ZT_STR("图{}"),
                                        .table = ZT_STR("表{}"),
                                        .appendix = ZT_STR("表A-{}"),
                                        .by_section = by_section};
    n->report.doc = n->r.doc;
    n->template_.theme = &n->theme;
    n->setting.template_ = &n->template_;
    n->p = (zt_paginator){
        .report = &n->report, .setting = &n->setting, .arena = arena, .style = &n->style};
    zt_number_parts(&n->p);
    return n;
}

static zt_str label(numbered *n, const char *id)
{
    const zt_report_part *part = zt_part_named(&n->p, zt_str_from(id));
    assert_non_null(part);
    return zt_info_of(&n->p, part)->label;
}

#define CHART(id)                                                                                  \
    "<chart kind='bar' id='" id "'><data><item key='a'><v>1个</v></item></data></chart>"
#define TABLE(id) "<table id='" id "'><row head='a'><cell>b</cell></row></table>"
static const char body[] = "<section id='q' head='前言' numbered='no'>" CHART(
    "f0") "</section>"
          "<section id='a' head='甲'><section id='a1' head='一'>" CHART("f1") TABLE(
              "t1") "</section>"
                    "<section id='a2' head='二' numbered='no'/><section id='a3' head='三'>" CHART(
                        "f2") "</section></section>"
                              "<section id='b' head='乙'>" CHART(
                                  "f3") "<names id='n1'><name>x</name></names>"
                                        "<names><name>y</name></names><section id='b1' "
                                        "head='四'><section id='b11' "
                                        "head='五'/></section></section>"
                                        "<appendix id='z' head='附录'>" TABLE("t2") "</appendix>";

static void test_labels(void **state)
{
    numbered *n = number(body, true);
    (void)state;
    assert_str(label(n, "q"), "");
    assert_str(label(n, "f0"), "图1"); /* outside numbered chapters */
    assert_str(label(n, "a"), "第一章");
    assert_str(label(n, "a1"), "1.1");
    assert_str(label(n, "a2"), "");
    assert_str(label(n, "a3"), "1.2");
    assert_str(label(n, "f1"), "图1-1");
    assert_str(label(n, "t1"), "表1-1");
    assert_str(label(n, "f2"), "图1-2");
    assert_str(label(n, "b"), "第二章");
    assert_str(label(n, "f3"), "图2-1");
    assert_str(label(n, "n1"), "图2-2"); /* it has an id to be referred to */
    assert_str(label(n, "b11"), "2.1.1");
    assert_str(label(n, "t2"), "表A-1");
    zt_arena_drop(n->r.arena);
}

static void test_through(void **state)
{
    numbered *n = number(body, false);
    (void)state;
    assert_str(label(n, "f1"), "图2");
    assert_str(label(n, "f3"), "图4");
    assert_str(label(n, "t1"), "表1");
    zt_arena_drop(n->r.arena);
}

/* References print word joiners between their characters; a reader does not see them. */
static zt_str seen(numbered *n, const char *to, zt_see_show show)
{
    zt_see see = {.to = zt_str_from(to), .show = show};
    zt_str words = zt_see_words(&n->p, &see);
    zt_buf out;
    zt_buf_init(&out, n->r.arena);
    for (size_t i = 0; i < words.len; i++)
        if (i + 2 < words.len && memcmp(words.data + i, "\xE2\x81\xA0", 3) == 0)
            i += 2;
        else
            zt_buf_putc(&out, words.data[i]);
    return zt_buf_view(&out);
}

static void test_see(void **state)
{
    numbered *n = number(body, true);
    (void)state;
    assert_str(seen(n, "f1", ZT_SEE_NUMBER), "图1-1");
    assert_str(seen(n, "a1", ZT_SEE_NUMBER), "1.1节");
    assert_str(seen(n, "b", ZT_SEE_NUMBER), "第二章");
    assert_str(seen(n, "b", ZT_SEE_TITLE), "《乙》");
    assert_str(seen(n, "f1", ZT_SEE_PAGE), "第9页"); /* while pages are looked for */
    zt_info_of(&n->p, zt_part_named(&n->p, ZT_STR("f1")))->page = 11;
    zt_info_of(&n->p, zt_part_named(&n->p, ZT_STR("f1")))->digits = 2;
    assert_str(seen(n, "f1", ZT_SEE_PAGE), "第99页");
    n->p.settled = true;
    assert_str(seen(n, "f1", ZT_SEE_BOTH), "图1-1（第12页）");
    zt_arena_drop(n->r.arena);
}

static void test_pages(void **state)
{
    numbered *n = number(body, true);
    (void)state;
    n->p.front = 4;
    assert_str(zt_page_number(&n->p, 6), "7");
    n->style.number.front_roman = true;
    n->style.number.body = 1;
    assert_str(zt_page_number(&n->p, 3), "iv");
    assert_str(zt_page_number(&n->p, 4), "1");
    assert_str(zt_page_number(&n->p, 13), "10");
    zt_arena_drop(n->r.arena);
}

/* Marks follow the numbers of notes on their pages; a note that is marked again keeps its number.
 */
static void test_notes(void **state)
{
    numbered *n = number("<section head='甲'><text><p>一<fn id='x'>甲</fn>二<fn>乙</fn>三<fn "
                         "ref='x'/>。</p></text></section>",
                         true);
    (void)state;
    const zt_story *story = n->r.doc->blocks[0].content;
    zt_note_list called = {0};
    zt_resolve(&n->p, &story->items[0].text, &called);
    assert_int_equal(called.count, 2);
    called.items[0]->number = 3;
    called.items[1]->number = 21;
    called.count = 0;
    zt_rich set = zt_resolve(&n->p, &story->items[0].text, &called);
    assert_str(set.spans[1].text, "③");
    assert_str(set.spans[3].text, "㉑");
    assert_str(set.spans[5].text, "③");
    assert_true(set.spans[1].sup);
    zt_arena_drop(n->r.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels), cmocka_unit_test(test_through), cmocka_unit_test(test_see),
        cmocka_unit_test(test_pages),  cmocka_unit_test(test_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
