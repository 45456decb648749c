/* The words before a cell of a table that is set as records. */
#include "read.h"

static void test_labels_of_records(void **state)
{
    static const char *const labels[] = {"片区", "其中·人口", "其中·企业（家）", "面积",
                                         "产值（亿元）"};
    (void)state;
    reading r = read_body(
        "<table><column head='片区'/><columns head='其中'><column head='人口' unit='万人'/>"
        "<column head='企业' unit='家'/></columns><column head='面积' unit='公顷'/>"
        "<column head='产值' unit='亿元'/>"
        "<row><cell>东片</cell><cell><v>46.3</v></cell><cell/><cell><v>7</v></cell>"
        "<cell><v status='missing'/></cell></row></table>",
        NULL);
    const zt_table_content *table = zt_content_of(&r.doc->blocks[0], "table");
    assert_int_equal(table->column_count, 5);
    for (size_t i = 0; i < 5; i++) {
        zt_rich label = zt_table_label(r.arena, table, i);
        assert_string_equal(plain(&r, &label), labels[i]);
    }
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_labels_of_records)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
