/* Ledger and the lists beside groups, as they are read. */
#include "unit/model/read.h"

#include <stdio.h>

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
    assert_string_equal(plain(&r, &tasks->goal.before), "收入超过");
    assert_str(tasks->goal.figure->text, "1万亿元");
    assert_int_equal(tasks->goal.figure->bound, ZT_ABOVE);
    assert_string_equal(plain(&r, &tasks->goal.after), "集群形成");
    assert_str(tasks->tasks[0].no, "01");
    assert_non_null(strstr(r.doc->alt.data, "超过1万亿元"));
    drop(&r);
}

static void test_a_target_heads_its_goal(void **state)
{
    (void)state;
    reading r = read_body("<tasks><goal>收入<target by=\"2025-06\">1万亿元</target></goal>"
                          "<task>乙</task></tasks>",
                          NULL);
    assert_silent(r);
    const zt_tasks *tasks = r.doc->blocks[0].content;
    assert_str(tasks->goal.head, "到2025年6月");
    drop(&r);
}

static void test_counts_are_read_in_both_numerals(void **state)
{
    static const struct {
        const char *count;
        size_t names;
    } cases[] = {{"两", 2}, {"三", 3}, {"5", 5}, {"１２", 12}, {"十二", 12}, {"二十一", 21}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char body[2048];
        size_t at = (size_t)snprintf(body, sizeof body,
                                     "<structure><node count=\"%s\" head=\"区\">", cases[i].count);
        for (size_t k = 0; k < cases[i].names; k++)
            at += (size_t)snprintf(body + at, sizeof body - at, "<name>第%zu处</name>", k + 1);
        snprintf(body + at, sizeof body - at, "</node></structure>");
        reading r = read_body(body, NULL);
        assert_silent(r);
        const zt_structure *structure = r.doc->blocks[0].content;
        assert_int_equal(structure->nodes[0].number, cases[i].names);
        assert_int_equal(structure->nodes[0].item_count, cases[i].names);
        assert_str(structure->nodes[0].count, cases[i].count);
        drop(&r);
    }
}

static void test_a_structure_tells_all_in_its_alternative_text(void **state)
{
    (void)state;
    reading r =
        read_body("<structure head=\"布局\" declared=\"2\"><goal>总额<target "
                  "by=\"2025\">14万亿元</target></goal>"
                  "<node count=\"两\" head=\"极核\"><name>成都</name><name>重庆</name></node>"
                  "<node count=\"四\" head=\"通道\"/></structure>",
                  NULL);
    assert_silent(r);
    assert_non_null(strstr(r.doc->alt.data, "到2025年总额14万亿元：两极核：成都、重庆；四通道"));
    drop(&r);
}

static void test_steps_say_their_order(void **state)
{
    (void)state;
    reading r = read_body("<steps head=\"备案\" declared=\"2\"><step head=\"申请\">带身份证</step>"
                          "<step>等<v>2个</v>工作日</step></steps>",
                          NULL);
    assert_silent(r);
    const zt_steps *steps = r.doc->blocks[0].content;
    assert_int_equal(steps->count, 2);
    assert_false(steps->has_numbers || steps->has_icons);
    assert_string_equal(plain(&r, &steps->steps[1].text), "等2个工作日");
    assert_non_null(strstr(r.doc->alt.data, "第1步“申请”，带身份证；第2步，等2个工作日。"));
    drop(&r);
}

static void test_marks_are_of_all_steps_or_of_none(void **state)
{
    (void)state;
    static const char *const marks[] = {"no=\"1\"", "icon=\"people\""};
    for (size_t i = 0; i < 2; i++) {
        char body[200];
        snprintf(body, sizeof body,
                 "<steps><step %s>甲</step><step>乙</step><step %s>丙</step></steps>", marks[i],
                 marks[i]);
        reading r = read_body(body, NULL);
        assert_int_equal(zt_diags_count(r.diags), 1);
        assert_string_equal(zt_diags_at(r.diags, 0)->code, "mark-missing");
        drop(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_ledger_keeps_rows_and_figures),
        cmocka_unit_test(test_declared_rows_are_counted),
        cmocka_unit_test(test_a_figure_without_a_value_is_an_error),
        cmocka_unit_test(test_a_goal_parts_at_its_figure),
        cmocka_unit_test(test_a_target_heads_its_goal),
        cmocka_unit_test(test_counts_are_read_in_both_numerals),
        cmocka_unit_test(test_a_structure_tells_all_in_its_alternative_text),
        cmocka_unit_test(test_steps_say_their_order),
        cmocka_unit_test(test_marks_are_of_all_steps_or_of_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
