/* The data of a chart as a table. */
#include "read.h"

#include "model/chart_table.h"

/* Rows with cells parted by a bar. */
static const char *rows(const reading *r)
{
    const zt_chart_data *chart = zt_content_of(&r->doc->blocks[0], "chart");
    const zt_data_table *table = chart->table;
    zt_buf out;
    zt_buf_init(&out, r->arena);
    for (size_t k = 0; k < table->column_count; k++)
        zt_buf_printf(&out, "%s%.*s", k ? "|" : "", ZT_ARG(table->heads[k]));
    for (size_t i = 0; i < table->row_count; i++) {
        zt_buf_puts(&out, "\n");
        for (size_t k = 0; k < table->column_count; k++)
            zt_buf_printf(&out, "%s%.*s", k ? "|" : "", ZT_ARG(zt_data_table_cell(table, i, k)));
    }
    return out.data;
}

/* Values as written, in the order drawn; what is not certain has its word, what is to come an empty
   cell; columns that no item fills are left out. */
static void test_one_series(void **state)
{
    (void)state;
    reading r =
        read_body("<title>总题</title><chart kind='bar' id='ports'><data key='口岸' unit='万人次' "
                  "sort='desc'>"
                  "<item key='甲&#x200B;港'><v>17.20</v><change>同比增长5%</change></item>"
                  "<item key='乙港'><v status='estimate'>近612.4</v><rank>全国第八</rank></item>"
                  "<item key='丙港'><v status='missing'/></item></data></chart>",
                  NULL);
    const zt_chart_data *chart = zt_content_of(&r.doc->blocks[0], "chart");
    assert_str(chart->table->name, "ports");
    assert_str(chart->table->title, "总题"); /* the chart has no title of its own */
    assert_string_equal(rows(&r), "口岸|数值（万人次）|状态|变化|名次\n"
                                  "乙港|近612.4|估计||全国第八\n"
                                  "甲港|17.20||同比增长5%|\n"
                                  "丙港||待补||");
    drop(&r);
}

/* A series without the item leaves its cell empty; a computed value is told as such. */
static void test_several_series(void **state)
{
    (void)state;
    reading r = read_body("<lead><v id='a'>1万人</v></lead>"
                          "<chart kind='line'><title>图</title><data>"
                          "<series head='进'><item key='2020'><v>1万人</v></item>"
                          "<item key='2021'><v>2万人</v></item></series>"
                          "<series head='出'><item key='2021'><v calc='a * 3'/></item></series>"
                          "</data></chart>",
                          NULL);
    const zt_chart_data *chart = zt_content_of(&r.doc->blocks[0], "chart");
    assert_str(chart->table->title, "图");
    assert_str(chart->table->name, "");
    assert_string_equal(rows(&r), "时间|进|出|出状态\n"
                                  "2020|1万人||\n"
                                  "2021|2万人|3万人|推算");
    drop(&r);
}

/* Stations have no values: which stop of a line each is; a ring comes back to its first. */
static void test_stops_of_routes(void **state)
{
    (void)state;
    reading r =
        read_body("<chart kind='route'><title>线</title><data key='站'>"
                  "<series head='一线'><item key='甲'/><item key='乙'/><item key='甲'/></series>"
                  "<series head='二线'><item key='丙'/><item key='乙'><v>3天</v></item></series>"
                  "</data></chart>",
                  NULL);
    assert_string_equal(rows(&r), "站|一线（第几站）|二线（第几站）\n"
                                  "甲|1、3|\n"
                                  "乙|2|2（3天）\n"
                                  "丙||1");
    drop(&r);
}

/* Places alone: no column of values that nobody has. */
static void test_ranks_alone(void **state)
{
    (void)state;
    reading r = read_body("<chart kind='ladder'><title>名次</title><data key='机场'>"
                          "<item key='甲'><rank>全国第二</rank></item>"
                          "<item key='乙'><rank>全国第三</rank></item></data></chart>",
                          NULL);
    assert_string_equal(rows(&r), "机场|名次\n甲|全国第二\n乙|全国第三");
    drop(&r);
}

/* Shares of one whole say it in their head, unless their words do. */
static void test_shares_of_one_whole(void **state)
{
    (void)state;
    reading r =
        read_body("<chart kind='share'><title>图</title><data>"
                  "<item key='面积'><share among='两省市'>14.6%</share></item>"
                  "<item key='人口'><share among='两省市'>30.6%</share></item></data></chart>",
                  NULL);
    assert_string_equal(rows(&r), "项目|占两省市\n面积|14.6%\n人口|30.6%");
    drop(&r);
    r = read_body("<chart kind='share'><title>图</title><data>"
                  "<item key='面积'><share among='两省市'>14.6%</share></item>"
                  "<item key='人口'><share among='全国'>5.6%</share></item></data></chart>",
                  NULL);
    assert_string_equal(rows(&r), "项目|数值\n面积|14.6%\n人口|5.6%");
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_series), cmocka_unit_test(test_several_series),
        cmocka_unit_test(test_stops_of_routes), cmocka_unit_test(test_ranks_alone),
        cmocka_unit_test(test_shares_of_one_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
