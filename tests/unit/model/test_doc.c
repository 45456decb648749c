/* Documents as they are read: text, groups, timelines, charts, references. */
#include "unit/model/read.h"

#include <stdio.h>

static void test_heads_and_feet(void **state)
{
    (void)state;
    reading r = read_body("<kicker>引 题</kicker><title>“双核”联动　成效\n  显著</title>"
                          "<deck>a\nb</deck><lead> 导<br/> 语 </lead><asof>2022-05</asof>"
                          "<note>注</note><credits><source> 某局 </source><compiled by=\"甲\"/>"
                          "<art by=\"乙\"/></credits><alt>替代</alt>",
                          NULL);
    assert_silent(r);
    assert_string_equal(plain(&r, &r.doc->kicker), "引 题");
    assert_string_equal(plain(&r, &r.doc->title), "“双核”联动　成效显著");
    assert_string_equal(plain(&r, &r.doc->deck), "a b");
    assert_string_equal(plain(&r, &r.doc->lead), "导 语");
    assert_int_equal(r.doc->lead.count, 3);
    assert_int_equal(r.doc->lead.spans[1].kind, ZT_SPAN_BREAK);
    assert_true(r.doc->has_asof && r.doc->asof.from.month == 5 && r.doc->asof.from.day == 0);
    assert_true(r.doc->has_issue && r.doc->issue.day == 26);
    assert_int_equal(r.doc->note_count, 1);
    assert_int_equal(r.doc->credit_count, 3);
    assert_string_equal(r.doc->credits[1].role, "compiled");
    assert_str(r.doc->credits[0].text, "某局");
    assert_str(r.doc->alt, "替代");
    assert_int_equal(r.doc->deck.at.line, 3);
    drop(&r);
}

static void test_absent_heads_have_no_place(void **state)
{
    (void)state;
    reading r = read_body("<title>题</title>", NULL);
    assert_int_equal(r.doc->kicker.at.line, 0);
    assert_true(zt_rich_is_empty(&r.doc->kicker));
    assert_int_equal(r.doc->title.at.line, 2);
    drop(&r);
}

static void test_spans_carry_style_and_blanks(void **state)
{
    (void)state;
    reading r =
        read_body("<title>PM<sub>2.5</sub> <em>强\n <v>6万余件</v></em>\n尾 <v>12%</v>\n abc"
                  "</title>",
                  NULL);
    assert_silent(r);
    assert_string_equal(plain(&r, &r.doc->title), "PM2.5 强 6万余件尾 12% abc");
    const zt_rich *title = &r.doc->title;
    assert_true(title->spans[1].sub);
    assert_false(title->spans[1].em);
    const zt_span *figure = title->spans + 4;
    assert_int_equal(figure->kind, ZT_SPAN_QUANTITY);
    assert_true(figure->em);
    assert_str(figure->text, "6万余件");
    assert_int_equal(figure->at.line, 3);
    assert_int_equal(figure->at.column, 5);
    drop(&r);
}

static const char groups_body[] =
    "<groups declared=\"2\" points=\"4\" head=\"成果\">\n"
    "<group no=\"1\" head=\"甲\" declared=\"2\"><point>列<rank>第2</rank>，<v>5个月</v></point>"
    "<point label=\"登记&#x200B;失业人员|数\" optional=\"yes\">发<v "
    "main=\"yes\">2万份</v></point></group>\n"
    "<group head=\"乙\"><point>无</point>"
    "<point main=\"yes\">占<share>37%</share><v>1936列</v></point></group>\n"
    "</groups>";

static void test_groups(void **state)
{
    (void)state;
    reading r = read_body(groups_body, NULL);
    assert_silent(r);
    assert_int_equal(r.doc->block_count, 1);
    assert_string_equal(r.doc->blocks[0].name, "groups");
    const zt_groups *groups = r.doc->blocks[0].content;
    assert_int_equal(groups->count, 2);
    assert_str(groups->head, "成果");
    assert_str(groups->groups[0].no, "1");
    assert_str(groups->groups[0].lead->text, "2万份");
    assert_true(groups->groups[0].points[1].optional);
    assert_string_equal(plain(&r, &groups->groups[0].points[1].label),
                        "登记\xE2\x80\x8B失业人员|数");
    assert_int_equal(groups->groups[0].points[0].figure_count, 2);
    /* main on the point: its first figure, whatever its kind. */
    assert_str(groups->groups[1].lead->text, "37%");
    assert_int_equal(r.doc->quantity_count, 5);
    drop(&r);
}

static void test_lead_is_the_first_value(void **state)
{
    (void)state;
    reading r = read_body("<groups><group><point>列<rank>第2</rank></point><point><v>5家</v>和"
                          "<v>6家</v></point></group><group><point><rank>第3</rank></point></group>"
                          "<group><point>无</point></group></groups>",
                          NULL);
    const zt_groups *groups = r.doc->blocks[0].content;
    assert_str(groups->groups[0].lead->text, "5家");
    assert_str(groups->groups[1].lead->text, "第3");
    assert_null(groups->groups[2].lead);
    drop(&r);
}

static void test_timeline(void **state)
{
    (void)state;
    reading r =
        read_body("<timeline scale=\"hybrid\" group-by=\"year\" order=\"desc\" declared=\"3\">"
                  "<event date=\"2021-12-17/2021-12-18\"><head>推介会</head>签约</event>"
                  "<event date=\"2022-03\" weight=\"key\">三月</event>"
                  "<event date=\"2021-12-17\">同日</event></timeline>",
                  NULL);
    assert_silent(r);
    const zt_timeline *timeline = r.doc->blocks[0].content;
    assert_int_equal(timeline->scale, ZT_TIME_HYBRID);
    assert_int_equal(timeline->group_by, ZT_BY_YEAR);
    assert_true(timeline->events[0].key);
    assert_int_equal(timeline->events[0].date.from.month, 3);
    assert_true(timeline->events[1].date.range);
    assert_string_equal(plain(&r, &timeline->events[1].head), "推介会");
    assert_string_equal(plain(&r, &timeline->events[1].text), "签约");
    assert_string_equal(plain(&r, &timeline->events[2].text), "同日");
    drop(&r);
}

static void test_hint(void **state)
{
    (void)state;
    reading r = read_body("<hint head=\"核心提示\"><p>一</p><p>二</p></hint>", NULL);
    const zt_hint *hint = r.doc->blocks[0].content;
    assert_int_equal(hint->count, 2);
    assert_str(hint->head, "核心提示");
    assert_string_equal(plain(&r, &hint->paras[1]), "二");
    drop(&r);
}

static void test_references_point_both_ways(void **state)
{
    (void)state;
    reading r = read_body(
        "<title><ref v=\"s\"/>，<ref v=\"s\" show=\"number\"/>，<ref v=\"s\" show=\"rank\"/>，"
        "<ref v=\"s\" show=\"change\"/></title>"
        "<hint><p><v id=\"s\">46.3万人次</v><rank of=\"s\">第二</rank>"
        "<change of=\"s\" basis=\"yoy\" vs=\"14.8万人次\">同比增长212%</change></p></hint>",
        NULL);
    assert_silent(r);
    assert_string_equal(plain(&r, &r.doc->title), "46.3万人次，46.3万，第二，同比增长212%");
    const zt_quantity *change = r.doc->quantities[2];
    assert_int_equal(change->kind, ZT_Q_CHANGE);
    assert_ptr_equal(change->of_value, r.doc->quantities[0]);
    assert_int_equal(change->basis, ZT_BASIS_YOY);
    assert_int_equal(r.doc->quantity_count, 3);
    drop(&r);
}

static void test_missing_value(void **state)
{
    (void)state;
    const char *body =
        "<hint><p>开行<v status=\"missing\"/>，<v status=\"missing\">待核</v></p></hint>";
    reading r = read_body(body, NULL);
    assert_silent(r);
    assert_false(r.doc->quantities[0]->has_number);
    assert_str(r.doc->quantities[0]->text, "待补");
    assert_str(r.doc->quantities[1]->text, "待核");
    drop(&r);
    const zt_model_options final = {.final = true};
    r = read_body(body, &final);
    assert_int_equal(zt_diags_count(r.diags), 2);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "value-missing");
    assert_int_equal(zt_diags_at(r.diags, 0)->pos.column, 12);
    drop(&r);
}

static const char chart_body[] =
    "<chart kind=\"rank\" id=\"a\" highlight=\"乙 丁\"><title>旅客</title><deck>单位</deck>"
    "<data key=\"机场\" unit=\"万人次\" period=\"2022-01/2022-05\" sort=\"desc\">"
    "<item key=\"甲\"><v>17.2</v></item>"
    "<item key=\"乙\"><v>近421</v><change basis=\"yoy\">−38.2%</change><rank>2</rank></item>"
    "<item key=\"丙\"><v>612.4万人次</v></item>"
    "<item key=\"丁\"><v>17.20</v></item>"
    "<item key=\"戊\"><v status=\"missing\"/></item></data>"
    "<annotation of=\"丙\" "
    "label=\"最高\">首次超过<v>600万人次</v></annotation><note>注</note></chart>";

static void test_chart_values_and_order(void **state)
{
    (void)state;
    reading r = read_body(chart_body, NULL);
    assert_int_equal(zt_diags_count(r.diags), 1); /* 17.20 beside 17.2 */
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "decimals-mixed");
    assert_string_equal(r.doc->blocks[0].variant, "rank");
    const zt_chart_data *chart = r.doc->blocks[0].content;
    assert_int_equal(chart->scale, 4);
    assert_int_equal(chart->series_count, 1);
    static const char *const keys[] = {"丙", "乙", "甲", "丁", "戊"};
    assert_int_equal(chart->item_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_str(chart->items[i].key, keys[i]);
    assert_true(chart->items[1].highlight && chart->items[3].highlight &&
                !chart->items[0].highlight);
    const zt_quantity *near = chart->items[1].values[0];
    assert_int_equal(near->value.scaled, 4210000);
    assert_str(near->unit, "人次");
    assert_ptr_equal(chart->items[1].change->of_value, near);
    assert_true(chart->items[1].change->decrease);
    assert_null(chart->annotations[0].figure); /* a sentence keeps its figure */
    assert_string_equal(plain(&r, &r.doc->blocks[0].alt),
                        "柱状图：旅客（单位）。丙612.4万人次，乙近421万人次（−38.2%，2），"
                        "甲17.2万人次，丁17.20万人次，戊待补。"
                        "图上标出：丙：最高，首次超过600万人次。");
    drop(&r);
}

static void test_chart_without_a_stated_unit(void **state)
{
    (void)state;
    reading r = read_body("<chart kind=\"bar\"><data><item key=\"a\"><v>5.5万家</v></item>"
                          "<item key=\"b\"><v>3.0万家</v></item></data></chart>",
                          NULL);
    assert_silent(r);
    const zt_chart_data *chart = r.doc->blocks[0].content;
    assert_str(chart->unit, "万家");
    assert_int_equal(chart->scale, 4);
    drop(&r);
}

/* Two series as elements and as attributes give the same table. */
static void test_series(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "<chart kind=\"line\" highlight=\"2022\"><data unit=\"趟次\">"
        "<series head=\"2021\"><item key=\"1月\"><v>3</v></item><item key=\"2月\"><v>5</v></item>"
        "</series><series head=\"2022\"><item "
        "key=\"2月\"><v>7趟次</v></item></series></data></chart>",
        "<chart kind=\"line\" highlight=\"2022\"><data unit=\"趟次\">"
        "<item key=\"1月\"><v series=\"2021\">3</v></item>"
        "<item key=\"2月\"><v series=\"2021\">5</v><v "
        "series=\"2022\">7趟次</v></item></data></chart>",
    };
    for (size_t i = 0; i < 2; i++) {
        reading r = read_body(bodies[i], NULL);
        assert_silent(r);
        const zt_chart_data *chart = r.doc->blocks[0].content;
        assert_int_equal(chart->series_count, 2);
        assert_str(chart->series[1], "2022");
        assert_true(chart->series_highlight[1] && !chart->series_highlight[0]);
        assert_int_equal(chart->item_count, 2);
        assert_null(chart->items[0].values[1]);
        assert_int_equal(chart->items[1].values[0]->value.scaled, 5);
        assert_int_equal(chart->items[1].values[1]->value.scaled, 7);
        drop(&r);
    }
}

/* Spoken, a key that ends in a digit and its value are two; hints for the line are none. */
static void test_drafted_text_runs_nothing_together(void **state)
{
    (void)state;
    reading r = read_body(
        "<title>旅客\xe2\x80\x8b吞吐量</title><chart kind=\"line\"><data unit=\"%\">"
        "<item key=\"2023Q1\"><v>4.8</v></item><item key=\"2023Q2\"><v>6.1</v></item>"
        "</data></chart><figures><figure label=\"人均\xe2\x80\x8bGDP\"><v>9.8万元</v></figure>"
        "<figure label=\"产量\"><v>12万辆</v></figure></figures>",
        NULL);
    assert_str(r.doc->alt, "旅客吞吐量。折线图：2023Q1，4.8%；2023Q2，6.1%。数字，2个：人均GDP，9."
                           "8万元，产量12万辆。");
    drop(&r);
}

/* What the author wrote of a block is a sentence in the text of the whole. */
static void test_the_authors_words_end_before_the_next_block(void **state)
{
    (void)state;
    static const struct {
        const char *alt, *whole;
    } cases[] = {{"一年比一年多", "题。一年比一年多。数字，1个：产量12万辆。"},
                 {"为何少了？", "题。为何少了？数字，1个：产量12万辆。"},
                 {"先升后降。", "题。先升后降。数字，1个：产量12万辆。"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char body[400];
        snprintf(
            body, sizeof body,
            "<title>题</title><chart kind=\"column\"><data unit=\"列\"><item key=\"甲\"><v>1</v>"
            "</item></data><alt>%s</alt></chart><figures><figure label=\"产量\"><v>12万辆</v>"
            "</figure></figures>",
            cases[i].alt);
        reading r = read_body(body, NULL);
        assert_str(r.doc->alt, cases[i].whole);
        drop(&r);
    }
}

static void test_drafted_alternative_text(void **state)
{
    (void)state;
    zt_buf body;
    zt_arena *arena = zt_arena_new();
    zt_buf_init(&body, arena);
    zt_buf_puts(&body,
                "<title>题</title><chart kind=\"line\"><title>开行量</title><data unit=\"列\">");
    static const int values[] = {312, 286, 355, 371, 402, 398, 405, 399, 377, 286, 301, 340, 415};
    for (int i = 0; i < 13; i++)
        zt_buf_printf(&body, "<item key=\"%d月\"><v>%d</v></item>", i + 1, values[i]);
    zt_buf_puts(&body, "</data></chart>");
    reading r = read_body(body.data, NULL);
    assert_silent(r);
    assert_str(r.doc->alt, "题。折线图：开行量。共13项，从1月312列到13月415列，最高415列（13月），"
                           "最低286列（2月等2项）。");
    drop(&r);
    zt_arena_drop(arena);
}

static void test_dumps_show_the_meaning(void **state)
{
    (void)state;
    reading r = read_body("<title><v id=\"s\">近240万辆</v></title>", NULL);
    zt_buf text, json;
    zt_buf_init(&text, r.arena);
    zt_buf_init(&json, r.arena);
    zt_doc_dump(&text, r.doc);
    zt_doc_dump_json(&json, r.doc);
    assert_non_null(strstr(text.data, "    v 2:18 text=近240万辆 value=2400000 printed=240 "
                                      "figure=240 scale=4 unit=辆 bound=below approx "
                                      "status=actual id=s\n"));
    assert_non_null(strstr(json.data,
                           "\"text\":\"近240万辆\",\"value\":\"2400000\",\"printed\":\"240\","
                           "\"figure\":\"240\",\"scale\":4,\"unit\":\"辆\","
                           "\"bound\":\"below\",\"approx\":true,\"status\":\"actual\""));
    drop(&r);
}

/* 分别超23万人次、200万人次: one word, two values. */
static void test_a_word_for_several_values(void **state)
{
    (void)state;
    reading r = read_body("<title>分别<v>超23万人次</v>、<v bound='above'>200万人次</v>、"
                          "<v>5万人次</v>、<v bound='about'>6万人次</v></title>",
                          NULL);
    assert_silent(r);
    static const zt_bound wanted[] = {ZT_ABOVE, ZT_ABOVE, ZT_EXACT, ZT_ABOUT};
    assert_int_equal(r.doc->quantity_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(r.doc->quantities[i]->bound, wanted[i]);
        assert_int_equal(r.doc->quantities[i]->approx, wanted[i] == ZT_ABOUT);
    }
    assert_str(r.doc->title.spans[3].text, "200万人次");
    drop(&r);
}

static void test_keys_with_blanks(void **state)
{
    (void)state;
    static const char *const lists[] = {"'New York' San", "San “New York”", "New York"};
    for (size_t k = 0; k < 3; k++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<chart kind=\"bar\" highlight=\"%s\"><data unit=\"人\">"
                 "<item key=\"New York\"><v>3</v></item><item key=\"San\"><v>2</v></item></data>"
                 "<annotation of=\"%s\">首位</annotation></chart>",
                 lists[k], lists[k]);
        reading r = read_body(body, NULL);
        assert_silent(r);
        const zt_chart_data *chart = zt_content_of(&r.doc->blocks[0], "chart");
        assert_true(chart->items[0].highlight);
        assert_int_equal(chart->items[1].highlight, k < 2);
        assert_int_equal(chart->annotations[0].key_count, k < 2 ? 2 : 1);
        drop(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_with_blanks),
        cmocka_unit_test(test_heads_and_feet),
        cmocka_unit_test(test_absent_heads_have_no_place),
        cmocka_unit_test(test_spans_carry_style_and_blanks),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_lead_is_the_first_value),
        cmocka_unit_test(test_timeline),
        cmocka_unit_test(test_hint),
        cmocka_unit_test(test_references_point_both_ways),
        cmocka_unit_test(test_missing_value),
        cmocka_unit_test(test_chart_values_and_order),
        cmocka_unit_test(test_chart_without_a_stated_unit),
        cmocka_unit_test(test_series),
        cmocka_unit_test(test_drafted_text_runs_nothing_together),
        cmocka_unit_test(test_drafted_alternative_text),
        cmocka_unit_test(test_the_authors_words_end_before_the_next_block),
        cmocka_unit_test(test_dumps_show_the_meaning),
        cmocka_unit_test(test_a_word_for_several_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
