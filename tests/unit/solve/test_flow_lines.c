/* Lines of running text over columns of one grid: length, widows, heads, where columns end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "solve/flow.h"

enum { MOST = 1024 };

typedef struct text {
    zt_flow_unit units[MOST];
    zt_flow_slot slots[MOST];
    size_t count;
} text;

static void add_paragraph(text *t, size_t lines)
{
    for (size_t k = 0; k < lines; k++)
        t->units[t->count++] = (zt_flow_unit){
            .rows = 1, .rows_at_top = 1, .with_previous = k == 1 || (k > 0 && k + 1 == lines)};
}

static void add_head(text *t)
{
    t->units[t->count++] = (zt_flow_unit){.rows = 2, .rows_at_top = 1, .stretch = 1};
}

/* The head's paragraph stays with it. */
static void add_headed(text *t, size_t lines)
{
    add_head(t);
    size_t first = t->count;
    add_paragraph(t, lines);
    t->units[first].with_previous = true;
}

/* Every slot follows the one before or begins a column; nothing is too long or badly broken. */
static int flow(text *t, int columns, int *ends)
{
    zt_arena *arena = zt_arena_new();
    int rows = zt_flow_lines(arena, t->units, t->count, columns, t->slots);
    int column = 0, row = 0;
    for (int k = 0; ends && k < columns; k++)
        ends[k] = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (t->slots[i].column != column) {
            assert_true(t->slots[i].column == column + 1);
            assert_true(t->units[i].begins || !t->units[i].with_previous);
            column++;
            row = 0;
        }
        assert_int_equal(t->slots[i].row, row);
        int least = row == 0 ? t->units[i].rows_at_top : t->units[i].rows;
        assert_in_range(t->slots[i].rows, least, least + t->units[i].stretch);
        row += t->slots[i].rows;
        assert_true(row <= rows);
        if (ends)
            ends[column] = row;
    }
    assert_true(column < columns);
    zt_arena_drop(arena);
    return rows;
}

static void test_lines_are_shared_evenly(void **state)
{
    (void)state;
    for (int columns = 1; columns <= 6; columns++) {
        text t = {.count = 0};
        add_paragraph(&t, 60);
        int ends[6];
        assert_int_equal(flow(&t, columns, ends), 60 / columns);
        for (int k = 0; k < columns; k++)
            assert_int_equal(ends[k], 60 / columns);
    }
}

static void test_no_line_stands_alone(void **state)
{
    (void)state;
    /* Every mix of short paragraphs: flow() looks at what begins each column. */
    for (size_t seed = 0; seed < 200; seed++) {
        text t = {.count = 0};
        for (size_t i = 0, x = seed; i < 12; i++, x = x * 7 + 3)
            add_paragraph(&t, 1 + x % 6);
        for (int columns = 1; columns <= 6; columns++)
            flow(&t, columns, NULL);
    }
    text two = {.count = 0};
    add_paragraph(&two, 2); /* is never parted */
    assert_int_equal(flow(&two, 3, NULL), 2);
}

/* Whether of the heads within columns some took a line more and some did not. */
static bool has_unlike_heads(const text *t)
{
    bool wider = false, plain = false;
    for (size_t i = 0; i < t->count; i++) {
        bool within = t->units[i].stretch > 0 && t->slots[i].row > 0;
        wider |= within && t->slots[i].rows > t->units[i].rows;
        plain |= within && t->slots[i].rows == t->units[i].rows;
    }
    return wider && plain;
}

/* Heads that want to be alike take as many lines as each other where the last column alone ends
   early for it, and not where a column in the middle would. */
static void test_heads_are_alike(void **state)
{
    (void)state;
    size_t before = 0, after = 0;
    for (size_t seed = 1; seed < 120; seed++) {
        text t = {.count = 0};
        for (size_t i = 0, x = seed; i < 4; i++, x = x * 7 + 3)
            add_headed(&t, 7 + x % 9);
        int ends[3], rows = flow(&t, 3, ends), short_by = rows - ends[2];
        before += has_unlike_heads(&t);
        for (size_t i = 0; i < t.count; i++)
            t.units[i].alike = t.units[i].stretch > 0;
        rows = flow(&t, 3, ends);
        after += has_unlike_heads(&t);
        assert_int_equal(ends[0], rows);
        assert_int_equal(ends[1], rows);
        assert_true(rows - ends[2] <= short_by + 2);
    }
    assert_true(before > 2 * after);
    assert_true(after > 0);
}

static void test_heads_stay_with_two_lines(void **state)
{
    (void)state;
    for (size_t before = 1; before < 24; before++) {
        text t = {.count = 0};
        add_paragraph(&t, before);
        size_t head = t.count;
        add_headed(&t, 12);
        flow(&t, 3, NULL);
        for (size_t i = head + 1; i <= head + 2; i++)
            assert_int_equal(t.slots[i].column, t.slots[head].column);
    }
}

static void test_heads_give_way_so_that_columns_end_together(void **state)
{
    (void)state;
    text t = {.count = 0};
    add_paragraph(&t, 5);
    add_headed(&t, 3); /* 5 + 2 + 3 lines, of which a column of 11 has one to spare */
    add_paragraph(&t, 11);
    int ends[2];
    assert_int_equal(flow(&t, 2, ends), 11);
    assert_int_equal(ends[0], 11);
    assert_int_equal(t.slots[5].rows, 3);
}

static void test_forced_columns(void **state)
{
    (void)state;
    text t = {.count = 0};
    add_paragraph(&t, 2);
    add_paragraph(&t, 7);
    t.units[2].begins = true;
    int ends[3];
    assert_int_equal(flow(&t, 3, ends), 4); /* the second goes on, 4 and 3 */
    assert_int_equal(ends[0], 2);
    text narrow = t;
    assert_int_equal(flow(&narrow, 2, ends), 7);
}

static void test_long_texts(void **state)
{
    (void)state;
    text t = {.count = 0};
    for (size_t i = 0; i < 40; i++) {
        if (i % 8 == 0)
            add_headed(&t, 9);
        else
            add_paragraph(&t, 5 + i % 7);
    }
    for (int columns = 1; columns <= 6; columns++) {
        int ends[6], rows = flow(&t, columns, ends);
        for (int k = 0; k + 1 < columns; k++)
            assert_in_range(ends[k], rows - 1, rows);
        assert_in_range(ends[columns - 1], rows - 5, rows);
    }
    assert_int_equal(zt_flow_lines(NULL, NULL, 0, 3, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_are_shared_evenly),
        cmocka_unit_test(test_no_line_stands_alone),
        cmocka_unit_test(test_heads_are_alike),
        cmocka_unit_test(test_heads_stay_with_two_lines),
        cmocka_unit_test(test_heads_give_way_so_that_columns_end_together),
        cmocka_unit_test(test_forced_columns),
        cmocka_unit_test(test_long_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
