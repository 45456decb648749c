/* Rows of a board: against trying every way, and what a board must never do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "solve/board.h"

enum { COLUMNS = 12, ITEMS_MOST = 8 };

/* Items whose heights fall with their widths, as those of text do, or do not, as those of tables.
 */
typedef struct made {
    zt_board_item items[ITEMS_MOST];
    int64_t heights[ITEMS_MOST][COLUMNS + 1], ceilings[ITEMS_MOST][COLUMNS + 1];
    zt_board board;
} made;

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

static void make(made *m, unsigned seed, size_t count, int columns)
{
    for (size_t i = 0; i < count; i++) {
        int least = 1 + (int)(next(&seed) % 4);
        int preferred = least + (int)(next(&seed) % 4);
        int most = preferred + (int)(next(&seed) % 9);
        least = least > columns ? columns : least;
        preferred = preferred > columns ? columns : preferred;
        most = most > columns ? columns : most;
        int64_t area = 300 + next(&seed) % 3000, fixed = next(&seed) % 400;
        int64_t more = next(&seed) % 300;
        for (int s = 1; s <= columns; s++) {
            m->heights[i][s] = fixed + area / s;
            m->ceilings[i][s] = m->heights[i][s] + more;
        }
        m->items[i] = (zt_board_item){preferred,     least,         most, 1 + next(&seed) % 9000,
                                      m->heights[i], m->ceilings[i]};
    }
    m->board = (zt_board){m->items, count, columns};
}

/* The cheapest of all ways to end rows and to choose spans, tried one after the other. */
typedef struct plain {
    const zt_board *board;
    int spans[ITEMS_MOST];
    bool ends[ITEMS_MOST]; /* a row ends behind the item */
    int64_t best;
} plain;

static int64_t cost_of(const plain *p)
{
    const zt_board *b = p->board;
    int64_t cost = 0;
    for (size_t first = 0, end; first < b->count; first = end) {
        int sum = 0;
        for (end = first; end == first || !p->ends[end - 1]; end++)
            sum += p->spans[end];
        if (sum > b->columns)
            return -1;
        cost += zt_board_row_cost(b, first, end, p->spans + first, end == b->count);
    }
    return cost;
}

static void try_all(plain *p, size_t i)
{
    if (i == p->board->count) {
        int64_t cost = cost_of(p);
        if (cost >= 0 && (p->best < 0 || cost < p->best))
            p->best = cost;
        return;
    }
    for (int end = 0; end < 2; end++) {
        p->ends[i] = end || i + 1 == p->board->count;
        if (end && i + 1 == p->board->count)
            break;
        for (p->spans[i] = p->board->items[i].least; p->spans[i] <= p->board->items[i].most;
             p->spans[i]++)
            try_all(p, i + 1);
    }
}

/* Slots lie in order, side by side, within the columns, at spans that the items bear. */
static void assert_sound(const zt_board *b, const zt_board_slot *slots, size_t rows)
{
    size_t row = 0;
    int column = 0;
    for (size_t i = 0; i < b->count; i++) {
        if (slots[i].row != row) {
            assert_int_equal(slots[i].row, row + 1);
            row++;
            column = 0;
        }
        assert_int_equal(slots[i].column, column);
        assert_in_range(slots[i].span, b->items[i].least, b->items[i].most);
        column += slots[i].span;
        assert_true(column <= b->columns);
    }
    assert_int_equal(rows, row + 1);
}

static void test_as_trying_everything(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 400; seed++) {
        static made m;
        make(&m, seed, 1 + seed % 5, seed % 3 ? COLUMNS : 6);
        zt_arena *arena = zt_arena_new();
        zt_board_slot slots[ITEMS_MOST];
        size_t rows;
        plain p = {.board = &m.board, .best = -1};
        try_all(&p, 0);
        assert_int_equal(zt_board_solve(arena, &m.board, slots, &rows), p.best);
        assert_sound(&m.board, slots, rows);
        zt_arena_drop(arena);
    }
}

/* Items of one kind: as many side by side as suits them, whatever their number. */
static made *like(size_t count, int preferred)
{
    static made m;
    for (size_t i = 0; i < count; i++) {
        for (int s = 1; s <= COLUMNS; s++) {
            m.heights[i][s] = 600;
            m.ceilings[i][s] = 900;
        }
        m.items[i] = (zt_board_item){preferred, 2, COLUMNS, 100, m.heights[i], m.ceilings[i]};
    }
    m.board = (zt_board){m.items, count, COLUMNS};
    return &m;
}

static void assert_rows(size_t count, int preferred, const size_t *wanted)
{
    zt_arena *arena = zt_arena_new();
    zt_board_slot slots[ITEMS_MOST];
    size_t rows, have[ITEMS_MOST] = {0};
    made *m = like(count, preferred);
    zt_board_solve(arena, &m->board, slots, &rows);
    for (size_t i = 0; i < count; i++)
        have[slots[i].row]++;
    for (size_t r = 0; r < rows; r++)
        assert_int_equal(have[r], wanted[r]);
    assert_int_equal(wanted[rows], 0);
    /* Every row is full. */
    for (size_t r = 0; r < rows; r++) {
        int sum = 0;
        for (size_t i = 0; i < count; i++)
            sum += slots[i].row == r ? slots[i].span : 0;
        assert_int_equal(sum, COLUMNS);
    }
    zt_arena_drop(arena);
}

static void test_like_items(void **state)
{
    (void)state;
    assert_rows(1, 4, (size_t[]){1, 0});
    assert_rows(3, 4, (size_t[]){3, 0});
    assert_rows(4, 4, (size_t[]){4, 0}); /* 3 3 3 3 is nearer to 4 than 6 6 6 6 */
    assert_rows(6, 4, (size_t[]){3, 3, 0});
    assert_rows(4, 6, (size_t[]){2, 2, 0});
    assert_rows(4, 3, (size_t[]){4, 0});
}

/* A heavier item takes more columns. */
static void test_weight(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_board_slot slots[ITEMS_MOST];
    size_t rows;
    made *m = like(2, 6);
    m->items[0].weight = 500;
    zt_board_solve(arena, &m->board, slots, &rows);
    assert_int_equal(rows, 1);
    assert_true(slots[0].span > slots[1].span);
    zt_arena_drop(arena);
}

/* A low item that cannot grow does not stand beside a high one. */
static void test_empty_area(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_board_slot slots[ITEMS_MOST];
    size_t rows;
    made *m = like(2, 6);
    for (int s = 1; s <= COLUMNS; s++) {
        m->heights[0][s] = m->ceilings[0][s] = 200;
        m->heights[1][s] = m->ceilings[1][s] = 1500;
    }
    zt_board_solve(arena, &m->board, slots, &rows);
    assert_int_equal(rows, 2);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_trying_everything), cmocka_unit_test(test_like_items),
        cmocka_unit_test(test_weight), cmocka_unit_test(test_empty_area)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
