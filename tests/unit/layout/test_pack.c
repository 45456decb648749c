/* Rows of a card: which cells share a row, and how wide each becomes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/pack.h"

enum { ROW_HEIGHT = 40, ROW_GAP = 10 };

static double flat(void *self, size_t first, size_t end, const int *spans)
{
    (void)self, (void)first, (void)end, (void)spans;
    return ROW_HEIGHT;
}

/* Words that need a second line in a cell of one column. */
static double wordy(void *self, size_t first, size_t end, const int *spans)
{
    (void)self;
    for (size_t i = first; i < end; i++)
        if (spans[i - first] == 1)
            return 2 * ROW_HEIGHT;
    return ROW_HEIGHT;
}

typedef struct result {
    zt_arena *arena;
    zt_pack_slot slots[8];
    size_t rows;
    double cost;
} result;

static result pack(const zt_pack_cell *cells, size_t count, int columns,
                   double (*height)(void *, size_t, size_t, const int *))
{
    result r = {.arena = zt_arena_new()};
    zt_pack p = {cells, count, columns, ROW_GAP, height, NULL};
    r.cost = zt_pack_rows(r.arena, &p, r.slots, &r.rows);
    zt_arena_drop(r.arena);
    return r;
}

static void expect(const result *r, size_t i, size_t row, int column, int span)
{
    assert_int_equal(r->slots[i].row, row);
    assert_int_equal(r->slots[i].column, column);
    assert_int_equal(r->slots[i].span, span);
}

static void test_equal_cells_fill_the_row(void **state)
{
    (void)state;
    zt_pack_cell cells[] = {{1, 0}, {1, 1}};
    result r = pack(cells, 2, 4, flat);
    assert_int_equal(r.rows, 1);
    expect(&r, 0, 0, 0, 2);
    expect(&r, 1, 0, 2, 2);
}

static void test_a_wide_lead_takes_two_columns(void **state)
{
    (void)state;
    zt_pack_cell cells[] = {{2, 0}, {1, 1}, {1, 1}};
    result r = pack(cells, 3, 4, flat);
    assert_int_equal(r.rows, 1);
    expect(&r, 0, 0, 0, 2);
    expect(&r, 1, 0, 2, 1);
    expect(&r, 2, 0, 3, 1);
}

static void test_a_point_is_not_torn_when_rows_allow(void **state)
{
    (void)state;
    /* 46.3 and its change, two figures of one point, two of another: 2+2, then 1+1+1+1. */
    zt_pack_cell cells[] = {{2, 0}, {1, 0}, {1, 1}, {1, 1}, {1, 2}, {1, 2}};
    result r = pack(cells, 6, 4, flat);
    assert_int_equal(r.rows, 2);
    expect(&r, 0, 0, 0, 2);
    expect(&r, 1, 0, 2, 2);
    expect(&r, 2, 1, 0, 1);
    expect(&r, 5, 1, 3, 1);
}

static void test_every_row_fills_all_columns(void **state)
{
    (void)state;
    zt_pack_cell cells[] = {{1, 0}, {1, 1}, {1, 2}, {3, 3}, {1, 4}, {1, 5}, {1, 6}};
    result r = pack(cells, 7, 4, flat);
    for (size_t row = 0; row < r.rows; row++) {
        int filled = 0;
        for (size_t i = 0; i < 7; i++)
            if (r.slots[i].row == row) {
                assert_int_equal(r.slots[i].column, filled);
                assert_true(r.slots[i].span >= cells[i].least);
                filled += r.slots[i].span;
            }
        assert_int_equal(filled, 4);
    }
}

static void test_the_least_height_decides(void **state)
{
    (void)state;
    /* Cells of one column need two lines: 80 + 10 + 40 for three and one, and 10 because the
       one stands alone, beats 80 + 10 + 80 for two and two. */
    zt_pack_cell cells[] = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};
    result r = pack(cells, 4, 3, wordy);
    assert_int_equal(r.rows, 2);
    assert_true(r.cost > 139.9 && r.cost < 140.1);
    expect(&r, 2, 0, 2, 1);
    expect(&r, 3, 1, 0, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_cells_fill_the_row),
        cmocka_unit_test(test_a_wide_lead_takes_two_columns),
        cmocka_unit_test(test_a_point_is_not_torn_when_rows_allow),
        cmocka_unit_test(test_every_row_fills_all_columns),
        cmocka_unit_test(test_the_least_height_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
