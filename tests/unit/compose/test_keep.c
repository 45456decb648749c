/* What keep= of a place leaves of a block, and what the line below it says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "block/blocks.h"
#include "compose/compose_imp.h"
#include "model/chart_data.h"
#include "xml/grammar.h"

typedef struct keep_case {
    zt_arena *arena;
    zt_diags *diags;
    zt_doc *doc;
} keep_case;

static void read_doc(keep_case *c, const char *body)
{
    c->arena = zt_arena_new();
    c->diags = zt_diags_new(c->arena);
    const char *xml = zt_arena_printf(
        c->arena, "<graphic xmlns=\"urn:zhitu:1\" id=\"k\" template=\"t\">%s</graphic>", body);
    zt_source *source =
        zt_xml_parse(c->arena, c->diags, "k.xml", zt_str_from(xml), &zt_xml_limits_default);
    assert_non_null(source->root);
    zt_grammar_check(&zt_data_grammar, source->root, c->diags);
    c->doc = zt_doc_read(c->arena, c->diags, source, NULL);
    assert_non_null(c->doc);
}

/* The first block with a part kept; the plain text of its line, NULL when all is shown. */
static const char *keep(keep_case *c, zt_selection_kind kind, size_t count, const void **content)
{
    zt_candidates all = zt_candidates_of(c->arena, c->doc);
    zt_block *block = all.items[0].block;
    zt_block *line = zt_block_keep(c->arena, c->diags, c->doc, block, (zt_selection){kind, count});
    *content = block->content;
    return line ? zt_rich_plain(c->arena, line->content).data : NULL;
}

static const char *chart_of(keep_case *c, const char *kind, const char *unit, int items,
                            int highlighted)
{
    zt_buf out;
    zt_buf_init(&out, c->arena);
    zt_buf_printf(&out, "<chart kind=\"%s\" highlight=\"甲%d\"><data unit=\"%s\">", kind,
                  highlighted + 1, unit);
    for (int i = 0; i < items; i++)
        zt_buf_printf(&out, "<item key=\"甲%d\"><v>%d.5</v></item>", i + 1, 100 - 7 * i);
    zt_buf_puts(&out, "</data><annotation of=\"甲6\">末位</annotation>"
                      "<annotation of=\"甲1\">首位</annotation></chart>");
    return out.data;
}

static void test_chart_sum(void **state)
{
    (void)state;
    zt_arena *scratch = zt_arena_new();
    keep_case c = {.arena = scratch};
    read_doc(&c, chart_of(&(keep_case){.arena = scratch}, "rank", "万吨", 6, 0));
    const void *content;
    const char *line = keep(&c, ZT_SELECT_HIGHLIGHT, 3, &content);
    const zt_chart_data *chart = content;
    assert_int_equal(chart->item_count, 4);
    /* 72.5 and 65.5 */
    assert_string_equal(line, "其余2项合计138.0万吨（据此计算）");
    assert_int_equal(chart->annotation_count, 1);
    assert_true(zt_str_is(chart->items[3].key, "甲4"));
    /* The document has all of them. */
    const zt_chart_data *whole = zt_content_of(c.doc->blocks, "chart");
    assert_int_equal(whole->item_count, 6);
    zt_arena_drop(c.arena);
    zt_arena_drop(scratch);
}

static void test_rates_have_no_sum(void **state)
{
    (void)state;
    zt_arena *scratch = zt_arena_new();
    keep_case c;
    read_doc(&c, chart_of(&(keep_case){.arena = scratch}, "bar", "%", 6, 4));
    const void *content;
    const char *line = keep(&c, ZT_SELECT_HIGHLIGHT, 2, &content);
    const zt_chart_data *chart = content;
    assert_int_equal(chart->item_count, 3);
    assert_true(zt_str_is(chart->items[2].key, "甲5")); /* highlighted, in its order */
    assert_string_equal(line, "另有3项未列：甲3、甲4、甲6");
    zt_arena_drop(c.arena);
    zt_arena_drop(scratch);
}

/* Averages have no sum, whatever their unit; years are never left out between others. */
static void test_averages_and_years(void **state)
{
    (void)state;
    const void *content;
    keep_case c;
    zt_arena *scratch = zt_arena_new();
    const char *chart = chart_of(&(keep_case){.arena = scratch}, "rank", "万元", 6, 0);
    read_doc(&c, zt_arena_printf(scratch, "<title>人均生产总值</title>%s", chart));
    zt_candidates all = zt_candidates_of(c.arena, c.doc);
    zt_block *line = zt_block_keep(c.arena, c.diags, c.doc, all.items[1].block,
                                   (zt_selection){ZT_SELECT_HIGHLIGHT, 3});
    assert_string_equal(zt_rich_plain(c.arena, line->content).data, "另有2项未列：甲5、甲6");
    zt_arena_drop(c.arena);
    read_doc(&c, "<chart kind=\"column\"><data unit=\"万人\"><item key=\"2019年\"><v>3</v></item>"
                 "<item key=\"2020年\"><v>4</v></item><item key=\"2021年\"><v>5</v></item>"
                 "</data></chart>");
    assert_null(keep(&c, ZT_SELECT_FIRST, 1, &content));
    zt_arena_drop(c.arena);
    zt_arena_drop(scratch);
}

static void test_ranking_has_no_gaps(void **state)
{
    (void)state;
    zt_arena *scratch = zt_arena_new();
    keep_case c;
    read_doc(&c, chart_of(&(keep_case){.arena = scratch}, "rank", "万吨", 6, 5));
    const void *content;
    keep(&c, ZT_SELECT_HIGHLIGHT, 2, &content);
    const zt_chart_data *chart = content;
    assert_int_equal(chart->item_count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(zt_str_is(chart->items[i].key, (const char *[]){"甲1", "甲2", "甲3"}[i]));
    zt_arena_drop(c.arena);
    zt_arena_drop(scratch);
}

static void test_shown_whole(void **state)
{
    (void)state;
    const void *content;
    zt_arena *scratch = zt_arena_new();
    keep_case c;
    /* Parts of a whole. */
    read_doc(&c, chart_of(&(keep_case){.arena = scratch}, "donut", "万吨", 6, 0));
    assert_null(keep(&c, ZT_SELECT_HIGHLIGHT, 1, &content));
    assert_int_equal(((const zt_chart_data *)content)->item_count, 6);
    zt_arena_drop(c.arena);
    /* Enough room for all. */
    read_doc(&c, chart_of(&(keep_case){.arena = scratch}, "rank", "万吨", 6, 0));
    assert_null(keep(&c, ZT_SELECT_FIRST, 6, &content));
    assert_null(keep(&c, ZT_SELECT_FIRST, 99, &content));
    zt_arena_drop(c.arena);
    zt_arena_drop(scratch);
}

static void test_timeline(void **state)
{
    (void)state;
    keep_case c;
    read_doc(&c, "<timeline><event date=\"2020-01-03\" weight=\"key\">一</event>"
                 "<event date=\"2020-02-03\">二</event><event date=\"2020-03-03\">三</event>"
                 "<event date=\"2020-04-03\" weight=\"key\">四</event>"
                 "<event date=\"2020-05-03\">五</event></timeline>");
    const void *content;
    assert_string_equal(keep(&c, ZT_SELECT_KEY, 0, &content), "五件中选两件");
    const zt_timeline *timeline = content;
    assert_int_equal(timeline->count, 2);
    assert_true(timeline->events[1].key);
    assert_string_equal(keep(&c, ZT_SELECT_FIRST, 3, &content), "五件中选三件");
    zt_arena_drop(c.arena);
}

static void test_groups_and_bounds(void **state)
{
    (void)state;
    keep_case c;
    read_doc(
        &c,
        "<groups><group head=\"甲\"><point label=\"住院|门诊\">分别<v>超23万人次</v>、"
        "<v main=\"yes\" bound=\"above\">200万人次</v></point><point>另<v>3个</v></point></group>"
        "<group head=\"乙\"><point><v>5个</v>园区</point></group></groups>");
    const void *content;
    assert_string_equal(keep(&c, ZT_SELECT_LEAD, 0, &content), "2组各选一项，其余未列");
    const zt_groups *groups = content;
    assert_int_equal(groups->groups[0].point_count, 1);
    assert_int_equal(groups->groups[1].point_count, 1);
    /* 超 holds for both figures and stays with the one that is kept. */
    assert_true(zt_str_is(groups->groups[0].lead->text, "超200万人次"));
    assert_ptr_equal(groups->groups[0].points[0].figures[0], groups->groups[0].lead);
    assert_true(zt_str_is(groups->groups[0].points[0].labels[0], "门诊"));
    zt_arena_drop(c.arena);
}

static void test_plain_lists(void **state)
{
    (void)state;
    static const struct {
        const char *xml, *line;
    } rows[] = {
        {"<names><name>甲</name><name>乙</name><name>丙</name></names>", "三个中选两个"},
        {"<tasks><task head=\"甲\">一</task><task head=\"乙\">二</task><task "
         "head=\"丙\">三</task></tasks>",
         "三项中选两项"},
        {"<names><name>甲</name><name>乙</name></names>", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        keep_case c;
        const void *content;
        read_doc(&c, rows[i].xml);
        const char *line = keep(&c, ZT_SELECT_FIRST, 2, &content);
        assert_true(!line == !rows[i].line);
        if (line)
            assert_string_equal(line, rows[i].line);
        zt_arena_drop(c.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chart_sum),           cmocka_unit_test(test_rates_have_no_sum),
        cmocka_unit_test(test_ranking_has_no_gaps), cmocka_unit_test(test_averages_and_years),
        cmocka_unit_test(test_shown_whole),         cmocka_unit_test(test_timeline),
        cmocka_unit_test(test_groups_and_bounds),   cmocka_unit_test(test_plain_lists)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
