/* The checks of a whole document, each with what it must find and what it must let pass. */
#include "unit/model/read.h"

typedef struct check {
    const char *body, *code; /* NULL: nothing is found */
    const char *said;        /* part of the Chinese message */
} check;

static void run(const check *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        reading r = read_body(rows[i].body, NULL);
        size_t found = zt_diags_count(r.diags);
        if (found != (rows[i].code ? 1 : 0))
            fail_msg("%zu findings in %s: %s", found, rows[i].body,
                     found ? zt_diags_at(r.diags, 0)->zh : "");
        if (found && strcmp(zt_diags_at(r.diags, 0)->code, rows[i].code) != 0)
            fail_msg("%s in %s", zt_diags_at(r.diags, 0)->code, rows[i].body);
        if (found && rows[i].said && !strstr(zt_diags_at(r.diags, 0)->zh, rows[i].said))
            fail_msg("%s", zt_diags_at(r.diags, 0)->zh);
        drop(&r);
    }
}

#define RUN(rows) run(rows, sizeof(rows) / sizeof *(rows))
#define CHART(data_attrs, items) "<chart kind='rank'><data " data_attrs ">" items "</data></chart>"
#define ITEM(key, inside) "<item key='" key "'>" inside "</item>"

static void test_scale_jumps(void **state)
{
    (void)state;
    static const check rows[] = {
        {CHART("unit='列'",
               ITEM("a", "<v>312</v>") ITEM("b", "<v>286</v>") ITEM("c", "<v>355000</v>")),
         "scale-jump", "“355000”与同组的“312”"},
        {CHART("unit='列'",
               ITEM("a", "<v>3120</v>") ITEM("b", "<v>2860</v>") ITEM("c", "<v>3</v>")),
         "scale-jump", "“3”"},
        {"<table><column head='市'/><column head='产值' unit='亿元'/>"
         "<row><cell>甲</cell><cell><v>46.3</v></cell></row>"
         "<row><cell>乙</cell><cell><v>463000</v></cell></row>"
         "<row><cell>丙</cell><cell><v>39.1</v></cell></row></table>",
         "scale-jump", "“463000”"},
        /* Steep and honest: each has a neighbour. */
        {CHART("unit='亿元'",
               ITEM("a", "<v>129000</v>") ITEM("b", "<v>12000</v>") ITEM("c", "<v>1300</v>")
                   ITEM("d", "<v>150</v>") ITEM("e", "<v>20</v>")),
         NULL, NULL},
        /* A growth may be near nought. */
        {CHART("unit='%'",
               ITEM("a", "<v>21.2</v>") ITEM("b", "<v>14.6</v>") ITEM("c", "<v>0.1</v>")),
         NULL, NULL},
        {CHART("unit='列'", ITEM("a", "<v>312</v>") ITEM("b", "<v>286</v>")
                                ITEM("c", "<v bound='exact'>355000</v>")),
         NULL, NULL},
        {CHART("unit='列'", ITEM("a", "<v>312</v>") ITEM("b", "<v>0</v>")), NULL, NULL},
        {CHART("unit='%'", ITEM("a", "<v>5.00</v>") ITEM("b", "<v>0.04</v>")), NULL, NULL},
        /* Figures with one unit and one name. */
        {"<figures><figure label='江北旅客吞吐量'><v>312万人次</v></figure>"
         "<figure label='天府旅客吞吐量'><v>286万人次</v></figure>"
         "<figure label='双流旅客吞吐量'><v>355人次</v></figure></figures>",
         "scale-jump", "“355人次”"},
        {"<figures><figure label='江北旅客吞吐量'><v>312万人次</v></figure>"
         "<figure label='天府旅客吞吐量'><v>286万人次</v></figure>"
         "<figure label='志愿者'><v>355人次</v></figure></figures>",
         NULL, NULL},
        {"<groups><group head='甲'><point label='企业'>落户<v>312家</v></point></group>"
         "<group head='乙'><point label='企业'>落户<v>286家</v></point></group>"
         "<group head='丙'><point label='企业'>落户<v>355000家</v></point></group></groups>",
         "scale-jump", "“355000家”"},
        {"<groups><group head='甲'><point>新增企业<v>312家</v></point></group>"
         "<group head='乙'><point>新增企业<v>286家</v></point></group>"
         "<group head='丙'><point>新增上市公司<v>2家</v></point></group></groups>",
         NULL, NULL},
    };
    RUN(rows);
}

static void test_scores_are_not_drawn(void **state)
{
    (void)state;
    static const check rows[] = {
        {CHART("", ITEM("a", "<v>3:2</v>") ITEM("b", "<v>5</v>")), "not-a-number", "“3:2”"},
        {CHART("", ITEM("a", "<v>15时30分</v>") ITEM("b", "<v>5</v>")), "not-a-number", "15时30分"},
        {"<title><v>3:2</v></title>", NULL, NULL},
    };
    RUN(rows);
}

static void test_sums(void **state)
{
    (void)state;
    static const check rows[] = {
        {CHART("unit='家' total='38'", ITEM("a", "<v>12</v>") ITEM("b", "<v>26</v>")), NULL, NULL},
        {CHART("unit='家' total='39'", ITEM("a", "<v>12</v>") ITEM("b", "<v>26</v>")),
         "sum-mismatch", "加起来是 38"},
        {CHART("unit='万家' total='3.9'", ITEM("a", "<v>1.24</v>") ITEM("b", "<v>2.63</v>")), NULL,
         NULL}, /* 3.87 rounds to 3.9 */
        {CHART("unit='万家' total='3.7'", ITEM("a", "<v>1.24</v>") ITEM("b", "<v>2.63</v>")),
         "sum-mismatch", "3.9"},
        {CHART("unit='%' total='100%'",
               ITEM("a", "<v>33</v>") ITEM("b", "<v>33</v>") ITEM("c", "<v>33</v>")),
         NULL, NULL},
        {CHART("unit='%' total='100%'",
               ITEM("a", "<v>33</v>") ITEM("b", "<v>33</v>") ITEM("c", "<v>30</v>")),
         "sum-mismatch", "96"},
        {CHART("unit='家' total='40'", ITEM("a", "<v>12</v>") ITEM("b", "<v>近30</v>")), NULL,
         NULL},
        {CHART("unit='家' total='38件'", ITEM("a", "<v>12</v>") ITEM("b", "<v>26</v>")),
         "unit-mismatch", NULL},
        {CHART("unit='家' total='all'", ITEM("a", "<v>12</v>") ITEM("b", "<v>26</v>")),
         "unknown-ref", NULL},
        {"<title><v id='all'>39家</v></title>" CHART("unit='家' total='all'",
                                                     ITEM("a", "<v>12</v>") ITEM("b", "<v>26</v>")),
         "sum-mismatch", NULL},
        {"<title><v id='a'>12家</v><v id='b'>26家</v><v parts='a b'>38家</v></title>", NULL, NULL},
        {"<title><v id='a'>12家</v><v id='b'>26家</v><v parts='a b'>39家</v></title>",
         "sum-mismatch", "38"},
        {"<title><v id='a'>12家</v><v parts='a c'>39家</v></title>", "unknown-ref", NULL},
    };
    RUN(rows);
}

static void test_ranges(void **state)
{
    (void)state;
    static const check rows[] = {
        {"<title><v>1—5月</v><v>17日—18日</v><v>2018-2020年</v><v>30日—2日</v><v>11—2月</v></"
         "title>",
         NULL, NULL},
        {"<title><v>5—3万元</v></title>", "range-reversed", "5—3万元"},
        {"<title><v>2020—2018年</v></title>", "range-reversed", NULL},
        {"<title><v>18日—17日</v></title>", "range-reversed", NULL},
        {"<title><v>5万—3000元</v></title>", "range-reversed", NULL},
    };
    RUN(rows);
}

#define RANKED(key, value, attrs, place)                                                           \
    ITEM(key, "<v>" value "</v><rank " attrs ">" place "</rank>")

static void test_ranks(void **state)
{
    (void)state;
    static const check rows[] = {
        {CHART("unit='人'", RANKED("a", "9", "", "1") RANKED("b", "7", "", "3")), NULL, NULL},
        {CHART("unit='人'",
               RANKED("a", "9", "", "1") RANKED("c", "5", "", "2") RANKED("b", "7", "", "3")),
         "rank-order", "“c”排第 2，“b”排第 3"},
        /* the least is first */
        {CHART("unit='人'", RANKED("a", "5", "", "1") RANKED("b", "7", "", "2")), NULL, NULL},
        {CHART("unit='人'",
               RANKED("a", "9", "among='全国'", "5") RANKED("b", "7", "among='西部'", "1")
                   RANKED("c", "6", "among='西部'", "2")),
         NULL, NULL},
        {CHART("unit='人'",
               RANKED("a", "9", "", "1") RANKED("b", "7", "", "2") RANKED("c", "7", "", "2")),
         NULL, NULL},
        {CHART("unit='人'",
               RANKED("a", "9", "", "1") RANKED("b", "7", "", "2") RANKED("c", "7", "", "3")),
         "rank-tie", "数值都是 7"},
        {CHART("unit='人'", RANKED("a", "9", "", "1") RANKED("b", "7", "tie='no'", "2")
                                RANKED("c", "7", "tie='no'", "3")),
         NULL, NULL},
        {CHART("unit='人'",
               RANKED("a", "9", "", "1") RANKED("b", "7", "", "2") RANKED("c", "6", "", "2")),
         "rank-tie", "同一名次"},
        {CHART("unit='人'", RANKED("a", "9", "", "1") RANKED("b", "7", "tie='yes'", "2")
                                RANKED("c", "6", "tie='yes'", "2")),
         NULL, NULL},
        {CHART("unit='人'", RANKED("a", "近9", "", "2") RANKED("b", "8", "", "1")), NULL, NULL},
    };
    RUN(rows);
}

#define SOURCE "<credits><source>x</source></credits>"

static void test_asof(void **state)
{
    (void)state;
    static const check rows[] = {
        {"<title><v>5件</v></title>" SOURCE, "asof-missing", "截至"},
        {"<title><v>5件</v></title>", NULL, NULL},
        {"<title>五件</title>" SOURCE, NULL, NULL},
        {"<title><v>5件</v></title><asof>2022-05</asof>" SOURCE, NULL, NULL},
        {"<title>今年<v>5件</v></title>" SOURCE, NULL, NULL},
        {"<title><v asof='2022-05'>5件</v></title>" SOURCE, NULL, NULL},
        {CHART("unit='件'", ITEM("2022年", "<v>5</v>")) SOURCE, NULL, NULL},
    };
    RUN(rows);
}

/* The paper is of 2022-06-26. */
static void test_years(void **state)
{
    (void)state;
    static const check rows[] = {
        {"<title>今年<v period='2022-01/2022-05'>5件</v></title>", NULL, NULL},
        {"<title>今年<v period='2021-01/2021-05'>5件</v></title>", "relative-year",
         "“今年”按见报日期是 2022，可这里的数据或条目是 2021-05"},
        {"<title>去年<v period='2021'>5件</v></title>", NULL, NULL},
        {"<title>去年<v period='2020'>5件</v></title>", "relative-year", "2021"},
        {"<title>前年<v period='2020'>5件</v>，明年<v period='2023'>5件</v></title>", NULL, NULL},
        {"<title>今年增多。另有<v period='2021'>5件</v></title>", NULL, NULL},
        {"<title>今年（2022年）</title>", NULL, NULL},
        {"<title>今年（2021年）</title>", "relative-year", NULL},
        {"<title>去年2021年</title>", NULL, NULL},
        {"<title>之前年份</title><asof>2020</asof>", NULL, NULL},
        {"<title>今年以来</title><asof>2021-12</asof>", "relative-year", "2021-12"},
        {"<title>今年以来</title><asof>2022-05</asof>", NULL, NULL},
        {"<title>去年同期</title><asof>2022-05</asof>", NULL, NULL},
        {"<title>本月</title><asof>2022-05</asof>", "relative-year", "2022-06"},
        {"<title>上月<v period='2022-05'>5件</v></title>", NULL, NULL},
        {"<timeline><event date='2021-03-02'>今年开工</event></timeline>", "relative-year", NULL},
        {"<timeline><event date='2022-03-02'>今年开工</event></timeline>", NULL, NULL},
        {CHART("unit='件' period='2021'", ITEM("a", "<v>5</v>")) "<note>今年</note>", NULL, NULL},
    };
    RUN(rows);
}

static void test_weekdays(void **state)
{
    (void)state;
    static const check rows[] = {
        {"<title>2021年12月15日 星期三</title>", NULL, NULL},
        {"<title>2021年12月15日 星期四</title>", "weekday", "2021年12月15日是星期三"},
        {"<title>2021年12月15日（周四）</title>", "weekday", "周四"},
        {"<title>二〇二一年十二月十五日　星期四</title>", "weekday", NULL},
        {"<title>二〇二一年十二月十五日　星期三</title>", NULL, NULL},
        {"<title>6月26日，星期日</title>", NULL, NULL},
        {"<title>6月26日，星期天</title>", NULL, NULL},
        {"<title>6月26日，周六</title>", "weekday", "2022年6月26日是星期日"},
        /* without a year the nearest to the paper: last December */
        {"<title>12月31日（星期五）</title>", NULL, NULL},
        {"<title>12月31日（星期六）</title>", "weekday", "2021年12月31日"},
        {"<title>每周三开会，6月26日一周三次</title>", NULL, NULL},
    };
    RUN(rows);
}

static void test_weekday_place(void **state)
{
    (void)state;
    reading r = read_body("<title>见报：\n2021年12月15日 星期四</title>", NULL);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_int_equal(zt_diags_at(r.diags, 0)->pos.line, 3);
    assert_int_equal(zt_diags_at(r.diags, 0)->pos.column, 13);
    drop(&r);
}

/* One value, written once: in the headline, the body and the chart. */
static void test_quoted_in_a_chart(void **state)
{
    (void)state;
    reading r = read_body("<title>通办<v id='now'>46.3万人次</v></title>"
                          "<chart kind='column'><data unit='万人次'>"
                          "<item key='a'><v>14.8</v></item>"
                          "<item key='b'><ref v='now'/><change basis='yoy' vs='14.8'>212%</change>"
                          "</item></data></chart><note><ref v='now' show='change'/></note>",
                          NULL);
    assert_silent(r);
    const zt_chart_data *chart = r.doc->blocks[0].content;
    assert_str(chart->items[1].values[0]->text, "46.3");
    assert_int_equal(chart->items[1].values[0]->value.scaled, 463000);
    assert_string_equal(plain(&r, &r.doc->notes[0]), "212%");
    drop(&r);
    static const check rows[] = {
        {"<title><v id='now'>46.3万人次</v></title>" CHART(
             "unit='万家'", ITEM("a", "<ref v='now'/>") ITEM("b", "<v>3.0</v>")),
         "unit-mismatch", NULL},
        {CHART("unit='万家'", ITEM("a", "<ref v='now'/>") ITEM("b", "<v>3</v>")), "unknown-ref",
         NULL},
    };
    run(rows, 1);
    r = read_body(rows[1].body, NULL);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "unknown-ref");
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scale_jumps),   cmocka_unit_test(test_scores_are_not_drawn),
        cmocka_unit_test(test_sums),          cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_ranks),         cmocka_unit_test(test_asof),
        cmocka_unit_test(test_years),         cmocka_unit_test(test_weekdays),
        cmocka_unit_test(test_weekday_place), cmocka_unit_test(test_quoted_in_a_chart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
