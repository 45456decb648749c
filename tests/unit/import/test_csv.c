/* Tables of text: quoting, line ends, places (RFC 4180, 2). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "import/import_imp.h"
#include "xml/encoding.h"

typedef struct fixture {
    zt_arena *arena;
    zt_diags *diags;
    zt_table table;
    bool ok;
} fixture;

static fixture read_csv(const char *text, char separator)
{
    fixture f = {.arena = zt_arena_new()};
    f.diags = zt_diags_new(f.arena);
    static const zt_area all = {0, 0, SIZE_MAX, SIZE_MAX};
    f.ok = zt_csv_read(f.arena, f.diags, "t.csv", zt_str_from(text), separator, &all, &f.table);
    return f;
}

static void assert_cell(const fixture *f, size_t line, size_t column, const char *text, int at_line,
                        int at_column)
{
    zt_grid_cell cell = zt_table_cell(&f->table, line, column);
    assert_string_equal(zt_str_copy(f->arena, cell.text).data, text);
    assert_int_equal(cell.at.line, at_line);
    assert_int_equal(cell.at.column, at_column);
}

static void assert_refused(const char *text, int line, int column)
{
    fixture f = read_csv(text, ',');
    assert_false(f.ok);
    assert_int_equal(zt_diags_count(f.diags), 1);
    const zt_diag *d = zt_diags_at(f.diags, 0);
    assert_string_equal(d->code, "csv-malformed");
    assert_int_equal(d->pos.line, line);
    assert_int_equal(d->pos.column, column);
    zt_arena_drop(f.arena);
}

static void test_columns_count_characters(void **state)
{
    (void)state;
    fixture f = read_csv("机场,旅客,同比\n重庆江北,612.4,\n", ',');
    assert_true(f.ok);
    assert_int_equal(f.table.lines.count, 2);
    assert_cell(&f, 0, 1, "旅客", 1, 4);
    assert_cell(&f, 1, 1, "612.4", 2, 6);
    assert_cell(&f, 1, 2, "", 2, 12);
    zt_arena_drop(f.arena);
}

static void test_quoted_cells(void **state)
{
    (void)state;
    fixture f = read_csv("\"a,b\",\"c\"\"d\",\"e\r\nf\",g\r\n\"\",h", ',');
    assert_true(f.ok);
    assert_cell(&f, 0, 0, "a,b", 1, 1);
    assert_cell(&f, 0, 1, "c\"d", 1, 7);
    assert_cell(&f, 0, 2, "e\r\nf", 1, 14);
    assert_cell(&f, 0, 3, "g", 2, 4);
    assert_cell(&f, 1, 0, "", 3, 1);
    assert_cell(&f, 1, 1, "h", 3, 4);
    zt_arena_drop(f.arena);
}

static void test_line_ends(void **state)
{
    (void)state;
    const char *const texts[] = {"a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\rc,d\r"};
    for (size_t i = 0; i < 3; i++) {
        fixture f = read_csv(texts[i], ',');
        assert_true(f.ok);
        assert_int_equal(f.table.lines.count, 2);
        assert_cell(&f, 1, 1, "d", 2, 3);
        zt_arena_drop(f.arena);
    }
}

static void test_blanks_of_both_widths_are_cut(void **state)
{
    (void)state;
    fixture f = read_csv(" 　重庆 江北　 ,\xC2\xA0x\n\n ,y\n", ',');
    assert_cell(&f, 0, 0, "重庆 江北", 1, 1);
    assert_cell(&f, 0, 1, "x", 1, 11);
    assert_int_equal(f.table.lines.items[1].count, 0);
    zt_arena_drop(f.arena);
}

static void test_tabs(void **state)
{
    (void)state;
    fixture f = read_csv("a\t1,5\tb", '\t');
    assert_cell(&f, 0, 1, "1,5", 1, 3);
    assert_cell(&f, 0, 2, "b", 1, 7);
    zt_arena_drop(f.arena);
}

static void test_faults_have_their_place(void **state)
{
    (void)state;
    assert_refused("a,b\nc,\"d\ne,f\n", 2, 3);
    assert_refused("a,b\"c\n", 1, 4);
    assert_refused("机场,\"旅\"客\n", 1, 7);
}

static void test_a_short_line_ends_in_empty_cells(void **state)
{
    (void)state;
    fixture f = read_csv("a,b,c\nd\n", ',');
    assert_cell(&f, 1, 2, "", 2, 1);
    zt_arena_drop(f.arena);
}

static void test_too_many_cells(void **state)
{
    (void)state;
    char text[ZT_TABLE_COLUMNS + 2];
    memset(text, ',', sizeof text);
    text[sizeof text - 1] = '\0';
    fixture f = read_csv(text, ',');
    assert_false(f.ok);
    assert_string_equal(zt_diags_at(f.diags, 0)->code, "limit-cells");
    zt_arena_drop(f.arena);
}

static void test_encodings(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    static const struct {
        const char *bytes;
        size_t len, findings;
        bool ok;
    } cases[] = {{"机场", 6, 0, true},
                 {"\xEF\xBB\xBF机场", 9, 0, true},
                 {"\xBB\xFA\xB3\xA1", 4, 1, true}, /* GB18030: the note */
                 {"\xFF\xFE\x3A\x67\x3A\x57", 6, 0, true},
                 {"\xFF\x80\x30\xFF", 4, 1, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t before = zt_diags_count(diags);
        zt_str out, bytes = {cases[i].bytes, cases[i].len};
        assert_int_equal(zt_text_decode(arena, diags, "t.csv", bytes, &out), cases[i].ok);
        assert_int_equal(zt_diags_count(diags) - before, cases[i].findings);
        if (cases[i].ok)
            assert_string_equal(zt_str_copy(arena, out).data, "机场");
    }
    zt_arena_drop(arena);
}

static void assert_separator(const char *text, size_t len, char usual, char wanted)
{
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_str all = {text, len};
    assert_int_equal(zt_csv_separator(diags, "t.csv", all, usual), wanted);
    assert_int_equal(zt_diags_count(diags), wanted == '\0');
    zt_arena_drop(arena);
}

static void test_separators(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char usual, wanted;
    } cases[] = {
        {"a,b\nc,d\n", ',', ','},
        {"a;b\nc;1,5\nd;2,5\n", ',', ';'},
        {"a\tb\nc\t1,234\n", ',', '\t'},
        {"a|b\nc|d\n", ',', '|'},
        {"a,b\nc,d\n", '\t', ','},
        {"a\tb, c\nd\te, f\n", '\t', '\t'},
        {"\"a;b\",c\n\"d;e\",f\n", ',', ','},
        {"one, remark; here\n\na;b\nc;d\ne;f\n", ',', ';'},
        {"sep=;\na,b;c\n", ',', ';'},
        {"\"sep=|\"\r\na|b\n", ',', '|'},
        {"sep=x\na,b\n", ',', ','},
        {"a\nb\n", ',', ','},
        {"", ',', ','},
        {"甲，乙\n丙，丁\n", ',', '\0'},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_separator(cases[i].text, strlen(cases[i].text), cases[i].usual, cases[i].wanted);
    assert_separator("sep=\0\n1,2\n", 10, ',', ',');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_count_characters),
        cmocka_unit_test(test_quoted_cells),
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_blanks_of_both_widths_are_cut),
        cmocka_unit_test(test_tabs),
        cmocka_unit_test(test_faults_have_their_place),
        cmocka_unit_test(test_a_short_line_ends_in_empty_cells),
        cmocka_unit_test(test_too_many_cells),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_separators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
