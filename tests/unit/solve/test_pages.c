/* Breaks of pages: never dearer than pages filled in turn, as cheap as the best of all that were
   tried, and nothing lost, torn or before its mention. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tools/solve/solve_tools.h"

/* Every page adds up from the outside to what the search says. */
static void assert_adds_up(const zt_pages_stream *s, const zt_pages_answer *answer)
{
    assert_true(answer->found);
    assert_int_equal(answer->torn, 0);
    assert_int_equal(price_pages(s, answer), answer->cost);
}

/* 500 reports of 10 to 34 pages. */
static void test_never_dearer_than_greedy(void **state)
{
    (void)state;
    int cheaper = 0, late = 0, figures = 0;
    for (uint64_t seed = 1; seed <= 500; seed++) {
        zt_arena *arena = zt_arena_new();
        zt_pages_stream whole = make_report(arena, seed, 10 + (int)(seed % 25), 1), *chapters;
        size_t count = report_chapters(arena, &whole, &chapters);
        int64_t ours = 0, theirs = 0;
        for (size_t i = 0; i < count; i++) {
            zt_pages_answer best = zt_pages_solve(arena, &chapters[i]);
            assert_adds_up(&chapters[i], &best);
            zt_pages_answer turn = greedy_pages(arena, &chapters[i]);
            assert_true(turn.found);
            int64_t price = price_pages(&chapters[i], &turn);
            assert_true(price >= 0);
            assert_true(best.cost <= price);
            ours += best.cost;
            theirs += price;
            late += best.late;
            figures += (int)chapters[i].figure_count;
            assert_in_range(best.latest, 0, 4);
        }
        cheaper += ours < theirs;
        zt_arena_drop(arena);
    }
    assert_in_range(cheaper, 150, 500);           /* at least 30 % */
    assert_in_range(100 * late / figures, 0, 60); /* pages late, of a hundred figures */
}

/* The whole report in one search costs what its chapters cost: chapters begin pages. */
static void test_chapters_are_apart(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        zt_arena *arena = zt_arena_new();
        zt_pages_stream whole = make_report(arena, seed, 12, 1), *chapters;
        whole.figure_count = 0;
        whole.score.thin = 0; /* counts at the end alone */
        size_t count = report_chapters(arena, &whole, &chapters);
        int64_t sum = 0;
        for (size_t i = 0; i < count; i++)
            sum += zt_pages_solve(arena, &chapters[i]).cost;
        zt_pages_answer answer = zt_pages_solve(arena, &whole);
        assert_true(answer.found);
        assert_int_equal(answer.cost, sum);
        zt_arena_drop(arena);
    }
}

/* A small stream by lot, with everything in it. */
static zt_pages_stream make_small(zt_arena *arena, lots *l)
{
    enum { UNITS = 12 };
    zt_pages_unit *units = ZT_ARRAY(arena, UNITS, zt_pages_unit);
    zt_pages_group *groups = ZT_ARRAY(arena, UNITS, zt_pages_group);
    zt_pages_figure *figures = ZT_ARRAY(arena, 3, zt_pages_figure);
    zt_pages_stream s = {.units = units, .groups = groups, .figures = figures, .columns = 1};
    s.rows = 5 + lot(l, 4);
    s.note_rule = lot(l, 2);
    s.unit_count = 5 + (size_t)lot(l, UNITS - 5);
    for (size_t i = 0; i < s.unit_count; i++) {
        static const uint8_t tears[] = {ZT_TEAR_FREE,  ZT_TEAR_FREE,  ZT_TEAR_INSIDE,
                                        ZT_TEAR_SPLIT, ZT_TEAR_NEVER, ZT_TEAR_COLUMN,
                                        ZT_TEAR_PAGE};
        int rows = 1 + lot(l, 3) / 2;
        units[i] = (zt_pages_unit){.rows = (int16_t)rows,
                                   .rows_at_top = (int16_t)(rows + lot(l, 3) - 1),
                                   .note = (int16_t)(lot(l, 8) == 0),
                                   .tear = tears[lot(l, lot(l, 3) ? 5 : 7)],
                                   .inner = lot(l, 4) == 0};
        if (i > 0 && lot(l, 2) && units[i - 1].group)
            units[i].group = units[i - 1].group;
        else if (lot(l, 3)) {
            groups[s.group_count] = (zt_pages_group){lot(l, 2) ? 1 + lot(l, 20) : ZT_PAGES_NEVER,
                                                     lot(l, 2) ? 1 + lot(l, 20) : ZT_PAGES_NEVER};
            units[i].group = (uint32_t)++s.group_count;
        }
        if (units[i].group && units[i].rows_at_top == 0)
            units[i].rows_at_top = 1;
    }
    s.figure_count = (size_t)lot(l, 4);
    for (size_t i = 0, at = 0; i < s.figure_count; i++) {
        at += (size_t)lot(l, (int)(s.unit_count - at));
        figures[i] = (zt_pages_figure){.rows = (int16_t)(1 + lot(l, 4)), .mention = at};
    }
    s.score = (zt_pages_score){1 + lot(l, 6), lot(l, 30), lot(l, 40), lot(l, 9), lot(l, 50), 0};
    return s;
}

static void test_best_of_all_that_were_tried(void **state)
{
    (void)state;
    lots l = {5};
    int held = 0;
    for (int i = 0; i < 10000; i++) {
        zt_arena *arena = zt_arena_new();
        zt_pages_stream s = make_small(arena, &l);
        zt_pages_answer answer = zt_pages_solve(arena, &s);
        assert_true(answer.found);
        int64_t tried = try_pages(&s, 1 << 20);
        if (answer.torn > 0)
            assert_int_equal(tried, -1);
        else {
            assert_int_equal(answer.cost, tried);
            assert_adds_up(&s, &answer);
            held++;
        }
        zt_arena_drop(arena);
    }
    assert_in_range(held, 5000, 9999); /* both ways were seen */
}

/* Pages of columns: units in order over all columns, none too high, figures across at the head. */
static void test_columns_hold(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        zt_arena *arena = zt_arena_new();
        zt_pages_stream s = make_report(arena, seed, 4 + (int)(seed % 6), 2 + (int)(seed % 2));
        s.first_rows = seed % 3 ? 0 : 20;
        zt_pages_answer a = zt_pages_solve(arena, &s);
        assert_true(a.found);
        size_t unit = 0, figure = 0;
        int head = 0, columns = 0;
        for (size_t i = 0; i < a.column_count; i++) {
            const zt_pages_column *c = &a.columns[i];
            assert_int_equal(c->first, unit);
            assert_int_equal(c->first_figure, figure);
            if (c->column == 0)
                head = 0;
            else
                assert_int_equal(c->page, a.columns[i - 1].page);
            int lines = 0, notes = 0;
            for (size_t k = c->first_figure; k < c->end_figure; k++)
                if (s.figures[k].across)
                    head += s.figures[k].rows;
                else
                    lines += s.figures[k].rows;
            for (size_t k = c->first; k < c->end; k++) {
                assert_true(k == c->first || s.units[k].tear < ZT_TEAR_COLUMN);
                lines += k == c->first ? s.units[k].rows_at_top : s.units[k].rows;
                notes += s.units[k].note;
                uint32_t g = s.units[k].group;
                if (g && (k == 0 || s.units[k - 1].group != g))
                    lines += a.change[g - 1];
            }
            lines += notes + (notes ? s.note_rule : 0);
            assert_true(head + lines <= (c->page == 0 && s.first_rows ? s.first_rows : s.rows));
            assert_true(c->end == s.unit_count || s.units[c->end].tear != ZT_TEAR_NEVER);
            unit = c->end;
            figure = c->end_figure;
            columns += c->column > 0;
        }
        assert_int_equal(unit, s.unit_count);
        assert_int_equal(figure, s.figure_count);
        assert_true(columns > 0);
        zt_arena_drop(arena);
    }
}

/* Chapters that begin on left pages. */
static void test_sides(void **state)
{
    (void)state;
    zt_pages_unit units[] = {{.rows = 3, .rows_at_top = 3, .tear = ZT_TEAR_LEFT},
                             {.rows = 3, .rows_at_top = 3, .tear = ZT_TEAR_LEFT},
                             {.rows = 3, .rows_at_top = 3, .tear = ZT_TEAR_RIGHT}};
    zt_pages_stream s = {.units = units,
                         .unit_count = 3,
                         .rows = 9,
                         .columns = 1,
                         .left = true,
                         .score = {.room = 1, .blank = 7}};
    zt_arena *arena = zt_arena_new();
    zt_pages_answer a = zt_pages_solve(arena, &s);
    assert_true(a.found);
    assert_int_equal(a.pages, 4); /* left, blank right, left, right */
    assert_int_equal(a.cost, 7);
    assert_int_equal(a.columns[1].first, a.columns[1].end);
    s.left = false;
    a = zt_pages_solve(arena, &s);
    assert_int_equal(a.pages, 5);
    assert_int_equal(a.cost, 14);
    zt_arena_drop(arena);
}

/* When what holds together is higher than a page, one break is made where none should be. */
static void test_torn_when_nothing_else_holds(void **state)
{
    (void)state;
    zt_pages_unit units[8];
    for (size_t i = 0; i < 8; i++)
        units[i] = (zt_pages_unit){.rows = 2, .rows_at_top = 2, .tear = ZT_TEAR_NEVER};
    zt_pages_stream s = {
        .units = units, .unit_count = 8, .rows = 9, .columns = 1, .score = {.room = 1}};
    zt_arena *arena = zt_arena_new();
    zt_pages_answer a = zt_pages_solve(arena, &s);
    assert_true(a.found);
    assert_int_equal(a.torn, 1);
    assert_int_equal(a.columns[0].end, 4);
    units[5].rows_at_top = 10; /* higher than a page: told, not cut */
    units[5].rows = 10;
    a = zt_pages_solve(arena, &s);
    assert_false(a.found);
    assert_int_equal(a.stuck, 5);
    zt_arena_drop(arena);
}

/* Five lines where a column takes two and the next one: the third does not stand there alone. */
static void test_no_line_alone(void **state)
{
    (void)state;
    zt_pages_unit units[5];
    for (size_t i = 0; i < 5; i++)
        units[i] = (zt_pages_unit){.rows = 1,
                                   .rows_at_top = 1,
                                   .tear = i == 1 || i == 4 ? ZT_TEAR_NEVER : ZT_TEAR_FREE,
                                   .inner = i > 0 && i < 4};
    const int taken[] = {1, 2};
    zt_pages_stream s = {.units = units,
                         .unit_count = 5,
                         .rows = 3,
                         .columns = 2,
                         .first_taken = taken,
                         .score = {.room = 1}};
    zt_arena *arena = zt_arena_new();
    zt_pages_answer a = zt_pages_solve(arena, &s);
    assert_true(a.found);
    assert_int_equal(a.torn, 0);
    for (size_t i = 0; i < a.column_count; i++)
        assert_int_not_equal(a.columns[i].end - a.columns[i].first, 1);
    assert_int_equal(a.pages, 2);
    s.rows = 1; /* nowhere two together: as the last resort all the same */
    s.first_taken = NULL;
    a = zt_pages_solve(arena, &s);
    assert_true(a.found);
    assert_int_equal(a.torn, 4);
    zt_arena_drop(arena);
}

/* Whatever is asked is answered. */
static void test_any_input(void **state)
{
    (void)state;
    lots l = {11};
    for (int i = 0; i < 3000; i++) {
        zt_arena *arena = zt_arena_new();
        zt_pages_stream s = make_small(arena, &l);
        zt_pages_unit *units = ZT_ARRAY(arena, s.unit_count, zt_pages_unit);
        for (size_t k = 0; k < s.unit_count; k++) {
            units[k] = s.units[k];
            if (lot(&l, 6) == 0)
                units[k].rows = (int16_t)(lot(&l, 65536) - 32768);
            if (lot(&l, 6) == 0)
                units[k].tear = (uint8_t)lot(&l, 9);
            if (lot(&l, 6) == 0)
                units[k].group = (uint32_t)lot(&l, 9);
        }
        s.units = units;
        if (lot(&l, 4) == 0)
            s.rows = lot(&l, 700) - 50;
        if (lot(&l, 4) == 0)
            s.columns = lot(&l, 11) - 1;
        if (lot(&l, 4) == 0)
            s.score.room = lot(&l, 1 << 30) - (1 << 12);
        if (lot(&l, 4) == 0)
            s.first_rows = lot(&l, 20) - 4;
        zt_pages_answer a = zt_pages_solve(arena, &s);
        if (!a.found)
            assert_true(a.stuck < s.unit_count + s.figure_count || a.stuck == 0);
        zt_arena_drop(arena);
    }
    zt_arena *arena = zt_arena_new();
    zt_pages_stream none = {.rows = 10, .columns = 1};
    assert_true(zt_pages_solve(arena, &none).found);
    assert_int_equal(zt_pages_solve(arena, &none).pages, 0);
    assert_false(zt_pages_solve(arena, &(zt_pages_stream){0}).found);
    zt_arena_drop(arena);
}

/* What the feet of the first page's columns hold already takes their lines, and no other's. */
static void test_first_taken(void **state)
{
    (void)state;
    for (int a = 0; a <= 6; a++)
        for (int b = 0; b <= 6; b += 3) {
            zt_arena *arena = zt_arena_new();
            const int taken[] = {a, b};
            zt_pages_unit units[40] = {{0}};
            for (size_t i = 0; i < 40; i++)
                units[i] = (zt_pages_unit){.rows = 1, .rows_at_top = 1};
            zt_pages_stream s = {.units = units,
                                 .unit_count = 40,
                                 .rows = 20,
                                 .first_rows = 10,
                                 .columns = 2,
                                 .first_taken = taken,
                                 .score = {.room = 4}};
            zt_pages_answer answer = zt_pages_solve(arena, &s);
            assert_true(answer.found);
            assert_int_equal(answer.columns[0].used, 10 - a);
            assert_int_equal(answer.columns[1].used, 10 - b);
            assert_int_equal(answer.columns[2].used, 20);
            zt_arena_drop(arena);
        }
}

/* A figure across stands above no column that it would leave no room in. */
static void test_across_first_taken(void **state)
{
    (void)state;
    for (int taken_right = 0; taken_right <= 6; taken_right += 2) {
        zt_arena *arena = zt_arena_new();
        const int taken[] = {0, taken_right};
        zt_pages_unit units[12] = {{0}};
        for (size_t i = 0; i < 12; i++)
            units[i] = (zt_pages_unit){.rows = 1, .rows_at_top = 1};
        const zt_pages_figure figure = {.rows = 6, .across = true, .mention = 0};
        zt_pages_stream s = {.units = units,
                             .unit_count = 12,
                             .figures = &figure,
                             .figure_count = 1,
                             .rows = 20,
                             .first_rows = 10,
                             .columns = 2,
                             .first_taken = taken,
                             .score = {.room = 4, .late = 25, .alone = 30}};
        zt_pages_answer answer = zt_pages_solve(arena, &s);
        assert_true(answer.found);
        bool first = answer.columns[0].page == 0 && answer.columns[0].end_figure == 1;
        assert_true(!first || taken_right <= 4);
        for (size_t i = 0; i < answer.column_count; i++)
            assert_true(answer.columns[i].used >= 0 && answer.columns[i].spare >= 0);
        zt_arena_drop(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_never_dearer_than_greedy),
        cmocka_unit_test(test_chapters_are_apart),
        cmocka_unit_test(test_best_of_all_that_were_tried),
        cmocka_unit_test(test_columns_hold),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_torn_when_nothing_else_holds),
        cmocka_unit_test(test_no_line_alone),
        cmocka_unit_test(test_any_input),
        cmocka_unit_test(test_first_taken),
        cmocka_unit_test(test_across_first_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
