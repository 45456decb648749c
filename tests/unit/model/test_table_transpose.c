/* A table turned: columns are rows, heads and units go with them. */
#include "unit/model/read.h"

#include <stdio.h>

static const zt_table_content *table_of(reading *r)
{
    return r->doc->blocks[0].content;
}

static void test_columns_become_rows_with_their_units(void **state)
{
    (void)state;
    reading r = read_body("<table transpose=\"yes\" declared=\"2\"><column head=\"片区\"/>"
                          "<column head=\"面积\" unit=\"平方公里\"/><column head=\"地铁\"/>"
                          "<row head=\"东片\"><cell><v>128.5</v></cell><cell>已通</cell></row>"
                          "<row head=\"西片\" weight=\"key\"><cell><v>96</v></cell><cell/></row>"
                          "</table>",
                          NULL);
    assert_silent(r);
    const zt_table_content *t = table_of(&r);
    assert_int_equal(t->column_count, 3);
    assert_int_equal(t->count, 2);
    assert_true(t->turned && t->headed && t->titled);
    assert_string_equal(plain(&r, &t->rows[0].head), "面积（平方公里）");
    assert_string_equal(plain(&r, &t->rows[1].head), "地铁");
    assert_string_equal(plain(&r, &t->columns[2].head), "西片");
    assert_true(t->columns[2].key && !t->columns[1].key && !t->rows[0].key);
    assert_string_equal(plain(&r, &t->rows[0].cells[1].text), "96");
    assert_int_equal(t->rows[1].cells[0].column, 1);
    assert_true(zt_rich_is_empty(&t->rows[1].cells[1].text));
    assert_int_equal(t->span_count, 1);
    assert_string_equal(plain(&r, &t->spans[0].head), "片区");
    assert_int_equal(t->spans[0].first, 1);
    assert_int_equal(t->spans[0].end, 3);
    drop(&r);
}

static void test_without_heads_of_rows_there_are_none_of_columns(void **state)
{
    (void)state;
    reading r = read_body("<table transpose=\"yes\"><column head=\"甲\"/><column head=\"乙\"/>"
                          "<row><cell>一</cell><cell>二</cell></row>"
                          "<row><cell>三</cell><cell>四</cell></row>"
                          "<row><cell>五</cell><cell>六</cell></row></table>",
                          NULL);
    assert_silent(r);
    const zt_table_content *t = table_of(&r);
    assert_int_equal(t->column_count, 4);
    assert_int_equal(t->count, 2);
    assert_false(t->titled);
    assert_string_equal(plain(&r, &t->rows[1].head), "乙");
    assert_string_equal(plain(&r, &t->rows[1].cells[2].text), "六");
    drop(&r);
}

static void test_what_only_columns_can_have_is_refused(void **state)
{
    (void)state;
    static const char *const attrs[] = {"bar=\"yes\"", "heat=\"yes\"", "align=\"centre\""};
    for (size_t i = 0; i < 3; i++) {
        char body[300];
        snprintf(body, sizeof body,
                 "<table transpose=\"yes\"><column head=\"甲\"/><column head=\"乙\" %s/>"
                 "<row head=\"丙\"><cell><v>2</v></cell></row></table>",
                 attrs[i]);
        reading r = read_body(body, NULL);
        assert_int_equal(zt_diags_count(r.diags), 1);
        assert_string_equal(zt_diags_at(r.diags, 0)->code, "transpose-impossible");
        drop(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_become_rows_with_their_units),
        cmocka_unit_test(test_without_heads_of_rows_there_are_none_of_columns),
        cmocka_unit_test(test_what_only_columns_can_have_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
