/* What charts print at their marks, and which estimates say so: decided without a page. */
#include "read.h"

#include <stdio.h>

#include "model/chart_labels.h"

static const zt_chart_data *first_chart(const reading *r)
{
    return zt_content_of(&r->doc->blocks[0], "chart");
}

/* One chart of a kind with items; head is the chart's <title> or <deck>. */
static reading chart_of(const char *kind, const char *head, const char *unit, const char *items)
{
    char body[2048];
    snprintf(body, sizeof body, "<chart kind='%s'>%s<data key='k' unit='%s'>%s</data></chart>",
             kind, head, unit, items);
    return read_body(body, NULL);
}

typedef struct printed {
    const char *kind, *head, *unit, *items;
    size_t item;
    const char *value, *words;
} printed;

#define TWO "<item key='a'><v>6.5</v></item><item key='b'><v>4</v></item>"
#define DECK "<title>t</title><deck>单位：万人</deck>"
#define WORDS                                                                                      \
    "<item key='a'><v>6.5</v></item><item key='b'><v status='estimate'>4</v>"                      \
    "<change basis='yoy'>同比增长3%</change><rank>第二</rank></item>"

static const printed rows[] = {
    /* a ranking tells the unit once */
    {"rank", "<title>t</title>", "万人", TWO, 0, "6.5万人", ""},
    {"rank", "<title>t</title>", "万人", TWO, 1, "4", ""},
    {"rank", "<title>t</title>", "万人", "<item key='m'><v status='missing'/></item>" TWO, 1,
     "6.5万人", ""},
    {"rank", "<title>t</title>", "%", TWO, 1, "4%", ""},
    {"rank", DECK, "万人", TWO, 0, "6.5", ""},
    /* bars tell it over the plot, per cent after each */
    {"bar", "<title>t</title>", "万人", TWO, 0, "6.5", ""},
    {"column", "<title>t</title>", "‰", TWO, 0, "6.5‰", ""},
    {"column", "<title>t</title><deck>单位：%</deck>", "%", TWO, 0, "6.5", ""},
    /* an axis tells it */
    {"line", "<title>t</title>", "%", TWO, 0, "6.5", ""},
    /* others after each value, deck or no deck */
    {"donut", DECK, "万人", TWO, 1, "4万人", ""},
    {"waffle", "<title>t</title>", "%", TWO, 1, "4%", ""},
    {"rank", "<title>t</title>", "万人", "<item key='m'><v>6.5万人</v></item>" TWO, 0, "6.5万人",
     ""},
    /* what else an item says */
    {"column", "<title>t</title>", "万人", WORDS, 1, "4", "估计，同比增长3%，第二"},
    {"bar", "<title>t</title>", "万人", WORDS, 1, "4", "估计，同比增长3%，第二"},
    {"rank", "<title>t</title>", "万人", WORDS, 1, "4", "估计，同比增长3%"}, /* its own place */
    {"line", "<title>t</title>", "万人", WORDS, 1, "4", "估计"},
    {"donut", "<title>t</title>", "万人", WORDS, 1, "4万人", "估计"},
    {"column", "<title>t</title>", "万人", "<item key='a'><v status='forecast'>5</v></item>", 0,
     "5", "预测"},
    {"column", "<title>t</title>", "万人", "<item key='a'><v status='forecast'>预计5</v></item>", 0,
     "预计5", ""},
    {"column", "<title>t</title>", "万人", "<item key='a'><v status='target'>5</v></item>", 0, "5",
     "目标"},
    {"column", "<title>t</title>", "万人",
     "<item key='a'><v id='x'>5</v></item><item key='b'><v calc='x + x'/></item>", 1, "10", "推算"},
    {"column", "<title>t</title>", "万人", "<item key='a'><v status='missing'/></item>", 0, "待补",
     ""},
    {"ladder", "<title>t</title>", "", "<item key='a'><rank>第3</rank></item>", 0, "第3", ""},
};

static void test_labels(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading r = chart_of(rows[i].kind, rows[i].head, rows[i].unit, rows[i].items);
        zt_chart_label label = zt_chart_label_of(r.arena, first_chart(&r), rows[i].item, 0);
        if (!zt_str_is(label.value, rows[i].value) || !zt_str_is(label.words, rows[i].words))
            fail_msg("row %zu, %s: “%.*s”, “%.*s”", i, rows[i].kind, ZT_ARG(label.value),
                     ZT_ARG(label.words));
        drop(&r);
    }
}

/* Several series: further words belong to none of them. */
static void test_series_say_their_standing_alone(void **state)
{
    (void)state;
    reading r =
        read_body("<chart kind='column'><title>t</title><data key='k' unit='万人'>"
                  "<series head='1'><item key='a'><v>5</v><rank>第二</rank></item></series>"
                  "<series head='2'><item key='a'><v status='estimate'>6</v></item></series>"
                  "</data></chart>",
                  NULL);
    assert_str(zt_chart_label_of(r.arena, first_chart(&r), 0, 0).words, "");
    assert_str(zt_chart_label_of(r.arena, first_chart(&r), 0, 1).words, "估计");
    drop(&r);
}

/* Each axis of a scatter has a unit of its own; within one it is the same. */
static void test_units_of_axes(void **state)
{
    static const char form[] = "<chart kind='scatter'><title>t</title><data key='k'>"
                               "<series head='人均（万元）'><item "
                               "key='a'><v>19.8万元</v></item><item key='b'><v>18</v></item>"
                               "</series><series head='增速（%%）'><item "
                               "key='a'><v>3.9%%</v></item><item key='b'><v>%s</v>"
                               "</item></series></data></chart>";
    static const struct {
        const char *value;
        size_t mismatches;
    } cases[] = {{"4.1%", 0}, {"4.1", 0}, {"4.1万人", 1}, {"4.1‰", 1}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char body[640];
        snprintf(body, sizeof body, form, cases[i].value);
        reading r = read_body(body, NULL);
        size_t found = 0;
        for (size_t k = 0; k < zt_diags_count(r.diags); k++)
            found += strcmp(zt_diags_at(r.diags, k)->code, "unit-mismatch") == 0;
        assert_int_equal(found, cases[i].mismatches);
        const zt_chart_data *chart = first_chart(&r);
        assert_true(zt_chart_value(chart, chart->items[0].values[0]) == 19.8);
        assert_true(zt_chart_value(chart, chart->items[1].values[0]) == 18);
        drop(&r);
    }
}

/* 单位：… in a head of the document holds for the charts under it; a mere mention does not. */
static void test_unit_in_the_head_of_the_document(void **state)
{
    static const struct {
        const char *deck, *unit, *value;
    } cases[] = {{"增速，单位：%", "%", "6.5"},     {"单位：万人、%", "%", "6.5"},
                 {"生产总值增速（%）", "%", "6.5"}, {"单位%", "%", "6.5%"},
                 {"今年增长3%", "%", "6.5%"},       {"单位：万人", "%", "6.5%"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<deck>%s</deck><chart kind='column'><data key='k' unit='%s'>" TWO
                 "</data></chart>",
                 cases[i].deck, cases[i].unit);
        reading r = read_body(body, NULL);
        assert_str(zt_chart_label_of(r.arena, first_chart(&r), 0, 0).value, cases[i].value);
        drop(&r);
    }
}

static void test_unit_line(void **state)
{
    static const struct {
        const char *head, *unit, *items, *line;
    } lines[] = {
        {"<title>t</title>", "万人", TWO, "单位：万人"},
        {DECK, "万人", TWO, ""},
        {"<title>t</title>", "%", TWO, ""},
        {"<title>t</title>", "", TWO, ""},
        {"<title>t</title>", "万人", "<item key='a'><v>6.5万人</v></item>", ""},
        {"<title>t</title>", "万人", "<item key='a'><v status='missing'/></item>", "单位：万人"},
    };
    /* An annotation whose figure prints the unit tells it, one of another unit does not. */
    static const struct {
        const char *figure, *line;
    } notes[] = {{"10", ""}, {"10万人", ""}, {"12亿元", "单位：万人"}};
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        reading r = chart_of("column", lines[i].head, lines[i].unit, lines[i].items);
        assert_str(zt_chart_unit_line(r.arena, first_chart(&r)), lines[i].line);
        drop(&r);
    }
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<chart kind='column'><title>t</title><data key='k' unit='万人'>" TWO
                 "</data><annotation of='a' label='合计'><v>%s</v></annotation></chart>",
                 notes[i].figure);
        reading r = read_body(body, NULL);
        assert_str(zt_chart_unit_line(r.arena, first_chart(&r)), notes[i].line);
        drop(&r);
    }
}

static void test_sum(void **state)
{
    static const struct {
        const char *items, *words;
    } sums[] = {
        {TWO, "合计10.5万人（推算）"},
        {"<item key='a'><v>6.5</v></item>", ""},
        {TWO "<item key='c'><v>约2</v></item>", ""},
        {TWO "<item key='c'><v>2—3</v></item>", ""}, /* it has no one value to add */
        {TWO "<item key='c'><v status='estimate'>2</v></item>", ""},
        {TWO "<item key='c'><v status='missing'/></item>", ""},
        /* Thousands as the values part them; where none is long enough to tell, by commas. */
        {"<item key='a'><v>36110</v></item><item key='b'><v>20000</v></item>",
         "合计56110万人（推算）"},
        {"<item key='a'><v>36,110</v></item><item key='b'><v>890</v></item>",
         "合计37,000万人（推算）"},
        {"<item key='a'><v>9876</v></item><item key='b'><v>8000</v></item>",
         "合计17,876万人（推算）"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        reading r = chart_of("stacked", "<title>t</title>", "万人", sums[i].items);
        assert_str(zt_chart_sum_words(r.arena, first_chart(&r)), sums[i].words);
        drop(&r);
    }
}

static void test_squares(void **state)
{
    (void)state;
    reading r = chart_of("waffle", "<title>t</title>", "%", TWO);
    assert_str(zt_chart_squares_words(first_chart(&r)), "每格1%，按最大余数取整");
    drop(&r);
    r = chart_of("waffle", "<title>t</title>", "%", "<item key='a'><v>6</v></item>");
    assert_str(zt_chart_squares_words(first_chart(&r)), "每格1%");
    drop(&r);
}

static void test_words_of_a_jump(void **state)
{
    (void)state;
    reading r = read_body("<text><jump from='1'>全会</jump><p>文</p><jump to='4'/></text>", NULL);
    const zt_story *story = zt_content_of(&r.doc->blocks[0], "text");
    assert_str(story->items[0].jump, "（上接1版）");
    assert_str(story->items[1].jump, "");
    assert_str(story->items[2].jump, "（下转4版）");
    drop(&r);
}

/* 估计 behind an estimate in a text, unless something there says it already. */
static void test_estimates_in_text(void **state)
{
    static const struct {
        const char *body, *text;
    } texts[] = {
        {"<text><p>有<v status='estimate'>46万人次</v>。</p></text>", "46万人次（估计）"},
        {"<text><p>有<v>46万人次</v>。</p></text>", "46万人次"},
        {"<text><p>有<v status='forecast'>46万人次</v>。</p></text>", "46万人次"},
        {"<text><p>据估计有<v status='estimate'>46万人次</v>。</p></text>", "46万人次"},
        {"<text><p>有<v status='estimate'>46万人次</v>。估计会增加。</p></text>",
         "46万人次（估计）"},
        {"<text><p>据估计有人来。有<v status='estimate'>46万人次</v>。</p></text>",
         "46万人次（估计）"},
        {"<text><p>有<v status='estimate'>46万人次</v>，是估计数。</p></text>", "46万人次"},
        {"<text><p>有<v status='estimate'>预计46万人次</v>。</p></text>", "预计46万人次"},
        {"<figures><figure label='旅客'><v status='estimate'>46万人次</v></figure></figures>",
         "46万人次（估计）"},
        {"<figures><figure label='旅客（估算）'><v "
         "status='estimate'>46万人次</v></figure></figures>",
         "46万人次"},
        {"<table><row head='a'><cell><v status='estimate'>46</v></cell></row></table>", "46"},
        {"<chart kind='bar'><data key='k'><item key='a'><v status='estimate'>46</v></item></data>"
         "</chart>",
         "46"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        reading r = read_body(texts[i].body, NULL);
        assert_str(r.doc->quantities[0]->text, texts[i].text);
        drop(&r);
    }
}

static void test_an_estimate_is_quoted_as_one(void **state)
{
    (void)state;
    reading r = read_body("<chart kind='bar'><data key='k' unit='万人'>"
                          "<item key='a'><v id='x' status='estimate'>46</v></item></data></chart>"
                          "<note>共<ref v='x'/>；<ref v='x' show='number'/>。</note>",
                          NULL);
    assert_silent(r);
    assert_string_equal(plain(&r, &r.doc->notes[0]), "共46万人（估计）；46万。");
    drop(&r);
}

/* By the sentence that quotes it, whatever stands where it is written. */
static void test_a_quoted_estimate_says_so_once(void **state)
{
    (void)state;
    reading r = read_body("<note>有<v id='x' status='estimate'>46万人</v>。估计达<ref v='x'/>，估计"
                          "<ref v='x' show='number'/>余。共<ref v='x'/>。</note>",
                          NULL);
    assert_silent(r);
    assert_string_equal(plain(&r, &r.doc->notes[0]),
                        "有46万人（估计）。估计达46万人，估计46万余。共46万人（估计）。");
    drop(&r);
}

/* Quoted in a chart it stands without its unit as the other values do, and gets it where they do.
 */
static void test_a_quoted_value_has_its_unit(void **state)
{
    (void)state;
    reading r =
        read_body("<lead>货邮<v id='x'>46.3万吨</v></lead><chart kind='donut'><data key='k' "
                  "unit='万吨'><item key='a'><ref v='x'/></item><item key='b'><v>30.5</v>"
                  "</item></data></chart>",
                  NULL);
    assert_silent(r);
    assert_str(zt_chart_label_of(r.arena, first_chart(&r), 0, 0).value, "46.3万吨");
    assert_str(zt_chart_label_of(r.arena, first_chart(&r), 1, 0).value, "30.5万吨");
    drop(&r);
}

/* A reader who hears the page is told what is not certain. */
static void test_alternative_text(void **state)
{
    (void)state;
    reading r = chart_of("column", "<title>t</title>", "万人", WORDS);
    assert_string_equal(plain(&r, &r.doc->blocks[0].alt),
                        "柱状图：t。a，6.5万人；b，4万人（估计，同比增长3%，第二）。");
    drop(&r);
    /* A line has its own stations in its own order; a station without a value is named. */
    r = read_body("<chart kind='route'><title>t</title><data unit='天'>"
                  "<series head='西'><item key='渝'/><item key='兰州'><v>3</v></item></series>"
                  "<series head='南'><item key='钦州'><v>2</v></item><item key='渝'/></series>"
                  "</data></chart>",
                  NULL);
    assert_string_equal(plain(&r, &r.doc->blocks[0].alt),
                        "线路图：t。西：渝、兰州3天。南：钦州2天、渝。");
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_series_say_their_standing_alone),
        cmocka_unit_test(test_units_of_axes),
        cmocka_unit_test(test_unit_in_the_head_of_the_document),
        cmocka_unit_test(test_unit_line),
        cmocka_unit_test(test_sum),
        cmocka_unit_test(test_squares),
        cmocka_unit_test(test_words_of_a_jump),
        cmocka_unit_test(test_estimates_in_text),
        cmocka_unit_test(test_an_estimate_is_quoted_as_one),
        cmocka_unit_test(test_a_quoted_estimate_says_so_once),
        cmocka_unit_test(test_a_quoted_value_has_its_unit),
        cmocka_unit_test(test_alternative_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
