/* What a document says against a page: pages are made by hand, with words left out. */
#include "cmocka_all.h"

#include <string.h>

#include "../model/read.h"
#include "model/prints.h"
#include "preflight/page_text.h"
#include "preflight/preflight.h"

extern const zt_rule zt_rule_placed;

typedef struct page {
    reading doc;
    zt_scene *scene;
    zt_group *block;
    zt_template template_;
    zt_diags *diags;
    size_t dropped;
} page;

static page page_of(const char *body)
{
    page p = {.doc = read_body(body, NULL), .template_ = {.name = "card"}};
    p.scene = zt_scene_new(p.doc.arena, 400, 400);
    p.diags = zt_diags_new(p.doc.arena);
    return p;
}

/* What is painted from here on is part of the block at that place. */
static void begin(page *p, const char *name, int line, int column)
{
    p->block = zt_scene_add_part(p->scene, p->scene->root, (zt_pos){"t.xml", line, column}, NULL,
                                 ZT_ROLE_NONE, (zt_rect){0, 0, 400, 400});
    p->block->block = name;
}

static void paint(page *p, const char *text, int line, int column)
{
    zt_scene_add_glyphs(p->scene, p->block, (zt_pos){"t.xml", line, column}, NULL, 10,
                        (zt_point){0, 10}, NULL, 0, zt_str_from(text), (zt_paint){0});
}

/* The messages in English, each on a line; ends the page. */
static void assert_said(page *p, const char *expected)
{
    zt_buf said;
    zt_buf_init(&said, p->doc.arena);
    zt_inspection in = {.diags = p->diags,
                        .doc = p->doc.doc,
                        .template_ = &p->template_,
                        .scene = p->scene,
                        .dropped = p->dropped};
    zt_rule_placed.inspect(&in);
    for (size_t i = 0; i < zt_diags_count(p->diags); i++) {
        const zt_diag *d = zt_diags_at(p->diags, i);
        if (strcmp(d->code, "not-placed") == 0)
            zt_buf_printf(&said, "%d:%d %s\n", d->pos.line, d->pos.column, d->en);
    }
    zt_buf_putc(&said, '\0');
    assert_string_equal(said.data, expected);
    drop(&p->doc);
}

static const char title_and_hint[] = "<title>双核　联动</title>\n"
                                     "<hint head=\"提示\"><p>成渝<em>两地</em>“同心”</p></hint>\n";

static void paint_title(page *p)
{
    begin(p, "title", 2, 1);
    paint(p, "双核", 2, 8);
    paint(p, "联动", 2, 8);
}

static void test_all_is_printed(void **state)
{
    (void)state;
    page p = page_of(title_and_hint);
    paint_title(&p);
    begin(&p, "hint", 3, 1);
    paint(&p, "提示", 3, 1);
    paint(&p, "成", 3, 20);
    paint(&p, "渝", 3, 20);
    paint(&p, "两地", 3, 26);
    paint(&p, "‘同心’", 3, 33);
    assert_said(&p, "");
}

/* The same words in another place are not these words. */
static void test_words_are_looked_for_where_they_belong(void **state)
{
    (void)state;
    page p = page_of(title_and_hint);
    paint_title(&p);
    paint(&p, "两地提示", 2, 8);
    begin(&p, "hint", 3, 1);
    paint(&p, "成渝", 3, 20);
    paint(&p, "“同心”", 3, 33);
    assert_said(&p, "3:1 in <hint>, “提示” (head) is not printed: template “card” has no place "
                    "for it; use another template, or write it in a text that is printed\n"
                    "3:26 in <hint>, “两地” (p) is not printed: template “card” has no place for "
                    "it; use another template, or write it in a text that is printed\n");
}

static void test_what_a_template_omits_is_said_once(void **state)
{
    (void)state;
    page p = page_of(title_and_hint);
    paint_title(&p);
    zt_report(p.diags, ZT_NOTE, "omitted", (zt_pos){"t.xml", 3, 1}, "不刊", "left out");
    assert_said(&p, "");
}

static void test_nothing_is_said_about_a_page_that_failed(void **state)
{
    (void)state;
    page p = page_of(title_and_hint);
    zt_report(p.diags, ZT_ERROR, "overset", (zt_pos){"t.xml", 3, 1}, "放不下", "too much");
    assert_said(&p, "");
}

static const char points[] = "<groups><group head=\"甲\">\n"
                             "<point label=\"里程\">全长<v>120公里</v>。</point>\n"
                             "<point label=\"票价\"><v>5元</v></point>\n"
                             "<point optional=\"yes\">另有通道。</point></group></groups>\n";

static page page_of_points(void)
{
    page p = page_of(points);
    begin(&p, "groups", 2, 1);
    paint(&p, "甲", 2, 9);
    paint(&p, "120", 3, 21);
    paint(&p, "公里", 3, 21);
    paint(&p, "5元", 4, 19);
    return p;
}

/* The sentence or the words of a label, each whole; a point that is only a figure has its label. */
static void test_a_point_in_either_way(void **state)
{
    (void)state;
    page p = page_of_points();
    paint(&p, "全长", 3, 19);
    paint(&p, "。", 3, 34);
    paint(&p, "票价", 4, 1);
    paint(&p, "另有通道。", 5, 23);
    assert_said(&p, "");
    p = page_of_points();
    paint(&p, "里程", 3, 1);
    p.dropped = 1;
    assert_said(&p, "4:15 in <groups>, “票价” (label) is not printed: template “card” has no place "
                    "for it; use another template, or write it in a text that is printed\n");
}

/* The words of a change may stand under its figure. */
static void test_figure_before_its_words(void **state)
{
    (void)state;
    page p = page_of("<groups><group head=\"甲\">\n<point label=\"里程\">全长<v>120公里</v>，"
                     "<change>同比增长5%</change></point></group></groups>");
    begin(&p, "groups", 2, 1);
    paint(&p, "甲", 2, 9);
    paint(&p, "里程", 3, 1);
    paint(&p, "120公里", 3, 21);
    paint(&p, "同比增长", 3, 1);
    paint(&p, "5%", 3, 39);
    assert_said(&p, "");
}

/* Parts of a whole are named, whichever form prints them. */
static void test_names_of_parts(void **state)
{
    (void)state;
    static const char *const painted[] = {"国有", "民营", NULL};
    for (size_t lost = 0; lost < 3; lost++) {
        page p = page_of("<groups><group head=\"甲\">\n<point label=\"企业\" parts=\"国有|民营\">"
                         "<v>3家</v>、<v>4家</v></point></group></groups>");
        begin(&p, "groups", 2, 1);
        paint(&p, "甲", 2, 9);
        paint(&p, "3家", 3, 38);
        paint(&p, "4家", 3, 50);
        paint(&p, "企业", 3, 1);
        for (size_t i = 0; i < 2; i++)
            if (i != lost)
                paint(&p, painted[i], 3, 1);
        assert_said(&p, lost > 1 ? ""
                                 : zt_arena_printf(p.doc.arena,
                                                   "3:1 in <groups>, “%s” (parts) is not printed: "
                                                   "template “card” has no place for it; use "
                                                   "another template, or write it in a text that "
                                                   "is printed\n",
                                                   painted[lost]));
    }
}

/* A label over figures that all have labels of their own stands in no cell: that is said. */
static void test_a_label_that_no_cell_holds(void **state)
{
    (void)state;
    page p =
        page_of("<groups><group head=\"甲\">\n<point label=\"企业\"><v label=\"国有\">3家</v>、"
                "<v label=\"民营\">4家</v></point></group></groups>");
    begin(&p, "groups", 2, 1);
    paint(&p, "甲", 2, 9);
    paint(&p, "3家", 3, 19);
    paint(&p, "国有", 3, 1);
    paint(&p, "4家", 3, 40);
    paint(&p, "民营", 3, 1);
    assert_said(&p, "3:15 in <groups>, “企业” (label) is not printed: template “card” has no place "
                    "for it; use another template, or write it in a text that is printed\n");
}

static const char columns[] =
    "<chart kind=\"column\"><data unit=\"家\">\n"
    "<item key=\"甲区\"><v>5700</v></item>\n"
    "<item key=\"乙区\"><v>12</v></item></data>\n"
    "<annotation of=\"甲区\" label=\"入世\">十二月</annotation></chart>\n";

static void test_chart_names_what_is_lost(void **state)
{
    (void)state;
    page p = page_of(columns);
    begin(&p, "chart", 2, 1);
    paint(&p, "入世", 5, 1);
    paint(&p, "57", 3, 18);
    assert_said(&p,
                "2:1 the unit “家” is not printed; write it in the chart's <deck> (单位：家) or in "
                "the values\n"
                "5:32 chart “column” does not print <annotation>, “十二月”; move it into the "
                "chart's <note>\n"
                "3:1 2 names of the chart are not printed: 甲区、乙区; use kind=\"bar\", a wider "
                "template, or shorter names\n"
                "3:19 2 values of the chart are not printed: 5700、12; use kind=\"bar\" or a "
                "wider template\n");
}

/* Bars print values on both sides of zero at both ends: they are not offered for want of room. */
static void test_bars_are_not_offered_for_both_signs(void **state)
{
    (void)state;
    page p = page_of("<chart kind=\"column\"><data unit=\"家\">\n"
                     "<item key=\"甲区\"><v>57家</v></item>\n"
                     "<item key=\"乙区\"><v>-12家</v></item></data></chart>");
    begin(&p, "chart", 2, 1);
    paint(&p, "57家", 3, 18);
    assert_said(&p,
                "3:1 2 names of the chart are not printed: 甲区、乙区; use a wider template, or "
                "shorter names\n"
                "4:19 1 values of the chart are not printed: −12家; use a wider template\n");
}

/* A name that ends in a digit and the value behind it on one line are two numbers. */
static void test_numbers_side_by_side(void **state)
{
    (void)state;
    page p = page_of("<chart kind=\"waffle\"><data unit=\"%\">\n"
                     "<item key=\"站1\"><share among=\"全国\">18.5%</share></item></data></chart>");
    begin(&p, "chart", 2, 1);
    paint(&p, "站1 18.5%", 3, 1);
    paint(&p, "每格1%，按最大余数取整", 2, 1);
    assert_said(&p, "");
    assert_false(zt_page_text_holds(ZT_STR("118.5"), ZT_STR("18.5")));
    zt_arena *arena = zt_arena_new();
    assert_true(zt_page_text_holds(zt_page_plain(arena, ZT_STR("46\u2009300")), ZT_STR("46300")));
    zt_arena_drop(arena);
}

/* A line may end between two quotations, and faces may change there: “8+3”│“1+N”. */
static void test_numbers_between_quotation_marks(void **state)
{
    (void)state;
    static const char *const runs[][3] = {
        {"口号“8+3”“1+N”不收。"}, {"口号“8+3”", "“1+N”不收。"}, {"口号“8+3", "”", "“1+N”不收。"}};
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        for (uint32_t line = 0; line < 2; line++) {
            page p = page_of("<text><p>口号“8+3”“1+N”不收。</p></text>");
            begin(&p, "text", 2, 1);
            for (size_t k = 0; k < 3 && runs[i][k]; k++) {
                paint(&p, runs[i][k], 2, 7);
                ((zt_glyphs *)p.block->last)->line = line;
            }
            assert_said(&p, "");
        }
}

static void test_dates_in_any_form(void **state)
{
    (void)state;
    static const char *const forms[] = {"2021年12月17日", "12月17日", "二〇二一年十二月十七日",
                                        "十二月十七日"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        page p = page_of("<timeline><event date=\"2021-12-17\">开通</event></timeline>");
        begin(&p, "timeline", 2, 1);
        paint(&p, forms[i], 2, 18);
        paint(&p, "开通", 2, 36);
        assert_said(&p, "");
    }
}

static void test_plain_text(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_str plain = zt_page_plain(arena, ZT_STR("“５，０００”　—3｜ 家\xE2\x80\x8B。"));
    assert_str(plain, "5000-3家。");
    zt_arena_drop(arena);
    assert_true(zt_page_text_holds(ZT_STR("a1.5b"), ZT_STR("1.5")));
    assert_false(zt_page_text_holds(ZT_STR("a1.5b"), ZT_STR("5b")));
    assert_false(zt_page_text_holds(ZT_STR("a57b"), ZT_STR("5")));
    assert_true(zt_page_text_holds(ZT_STR("57和5家"), ZT_STR("5")));
    assert_false(zt_page_text_holds(ZT_STR("甲"), ZT_STR("甲乙")));
    assert_true(zt_page_text_holds(ZT_STR(""), ZT_STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_is_printed),
        cmocka_unit_test(test_words_are_looked_for_where_they_belong),
        cmocka_unit_test(test_what_a_template_omits_is_said_once),
        cmocka_unit_test(test_nothing_is_said_about_a_page_that_failed),
        cmocka_unit_test(test_a_point_in_either_way),
        cmocka_unit_test(test_figure_before_its_words),
        cmocka_unit_test(test_names_of_parts),
        cmocka_unit_test(test_a_label_that_no_cell_holds),
        cmocka_unit_test(test_chart_names_what_is_lost),
        cmocka_unit_test(test_bars_are_not_offered_for_both_signs),
        cmocka_unit_test(test_numbers_side_by_side),
        cmocka_unit_test(test_numbers_between_quotation_marks),
        cmocka_unit_test(test_dates_in_any_form),
        cmocka_unit_test(test_plain_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
