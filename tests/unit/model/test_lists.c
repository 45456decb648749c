/* Ledger and the lists beside groups, as they are read. */
#include "unit/model/read.h"

static void test_a_ledger_keeps_rows_and_figures(void **state)
{
    (void)state;
    reading r =
        read_body("<ledger left=\"任务书\" right=\"成绩单\" declared=\"2\">"
                  "<row head=\"甲\"><task>任务</task><result>成绩</result>"
                  "<figure label=\"开行\"><v>1936列</v><share>占全国37%</share></figure></row>"
                  "<row><task>乙</task></row></ledger>",
                  NULL);
    assert_silent(r);
    const zt_ledger *ledger = r.doc->blocks[0].content;
    assert_string_equal(r.doc->blocks[0].name, "ledger");
    assert_int_equal(ledger->count, 2);
    assert_str(ledger->left, "任务书");
    assert_int_equal(ledger->rows[0].figure_count, 1);
    assert_str(ledger->rows[0].figures[0].value->text, "1936列");
    assert_str(ledger->rows[0].figures[0].more->text, "占全国37%");
    assert_string_equal(plain(&r, &ledger->rows[1].task), "乙");
    assert_true(zt_rich_is_empty(&ledger->rows[1].result));
    assert_non_null(strstr(r.doc->alt.data, "1936列"));
    drop(&r);
}

static void test_declared_rows_are_counted(void **state)
{
    (void)state;
    reading r = read_body("<ledger declared=\"3\"><row><task>甲</task></row></ledger>", NULL);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "count-declared");
    drop(&r);
}

static void test_a_figure_without_a_value_is_an_error(void **state)
{
    (void)state;
    reading r =
        read_body("<ledger><row><task>甲</task><figure label=\"空\"/></row></ledger>", NULL);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "item-empty");
    drop(&r);
}

static void test_a_goal_parts_at_its_figure(void **state)
{
    (void)state;
    reading r = read_body(
        "<tasks declared=\"1\"><goal head=\"到2025年\">收入<target by=\"2025\">超过1万亿元"
        "</target>集群形成</goal><task no=\"01\" head=\"甲\">乙</task></tasks>",
        NULL);
    assert_silent(r);
    const zt_tasks *tasks = r.doc->blocks[0].content;
    assert_string_equal(plain(&r, &tasks->before), "收入超过");
    assert_str(tasks->goal->text, "1万亿元");
    assert_int_equal(tasks->goal->bound, ZT_ABOVE);
    assert_string_equal(plain(&r, &tasks->after), "集群形成");
    assert_str(tasks->tasks[0].no, "01");
    assert_non_null(strstr(r.doc->alt.data, "超过1万亿元"));
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_ledger_keeps_rows_and_figures),
        cmocka_unit_test(test_declared_rows_are_counted),
        cmocka_unit_test(test_a_figure_without_a_value_is_an_error),
        cmocka_unit_test(test_a_goal_parts_at_its_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
