/* Streams on pages: level columns, heads with their text, wide blocks that wait, paragraphs that
   take a line more. Units are made up; nothing is set. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paginate/paginate_imp.h"

enum { ROWS = 10 };

/* A paginator for pages of ten lines with a stream that is being made. */
typedef struct made {
    zt_arena *arena;
    zt_report_style style;
    zt_report_part part;
    zt_setting setting;
    zt_paginator p;
    zt_stream s;
} made;

static made *begin(int columns)
{
    zt_arena *arena = zt_arena_new();
    made *m = ZT_NEW(arena, made);
    m->arena = arena;
    m->style.line = 10;
    m->style.floats.most = 2;
    m->style.score = (zt_page_score){4, 25, 30, 6, 8, 5};
    m->setting.diags = zt_diags_new(arena);
    m->p = (zt_paginator){.setting = &m->setting,
                          .arena = arena,
                          .style = &m->style,
                          .rows = ROWS,
                          .width = 100,
                          .gutter = 10};
    m->part.kind = ZT_REPORT_SECTION;
    m->s = (zt_stream){.part = &m->part, .kind = "section", .columns = columns};
    return m;
}

/* Lines of one piece; with `kept` no break stands before the second line and the last. */
static void lines(made *m, int columns, int count, bool kept)
{
    zt_stream_piece *piece = ZT_NEW(m->arena, zt_stream_piece);
    for (int i = 0; i < count; i++)
        zt_add_unit(&m->p, &m->s,
                    (zt_unit){.piece = piece,
                              .index = (size_t)i,
                              .rows = 1,
                              .rows_at_top = 1,
                              .columns = columns,
                              .with_previous = kept && (i == 1 || (i > 0 && i + 1 == count))});
}

static void block(made *m, int rows, bool may_wait)
{
    zt_stream_piece *piece = ZT_NEW(m->arena, zt_stream_piece);
    zt_add_unit(&m->p, &m->s,
                (zt_unit){.piece = piece,
                          .rows = rows,
                          .rows_at_top = rows - 1,
                          .columns = 1,
                          .may_wait = may_wait});
}

static void head(made *m, int rows)
{
    zt_stream_piece *piece = ZT_NEW(m->arena, zt_stream_piece);
    zt_add_unit(&m->p, &m->s,
                (zt_unit){.piece = piece,
                          .rows = rows,
                          .rows_at_top = rows - 1,
                          .columns = 1,
                          .head = true,
                          .spans = true});
}

static const zt_page *page(const made *m, size_t i)
{
    assert_true(i < m->p.pages.count);
    return &m->p.pages.items[i];
}

/* Units of a column of a band. */
static size_t held(const zt_page *at, size_t band, size_t column)
{
    assert_true(band < at->bands.count && column < at->bands.items[band].count);
    const zt_pages_column *c = &at->bands.items[band].columns[column];
    return c->end - c->first;
}

static void test_level(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 12, false);
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 1);
    assert_int_equal(held(page(m, 0), 0, 0), 6);
    assert_int_equal(held(page(m, 0), 0, 1), 6);
    assert_int_equal(page(m, 0)->used, 6);
    zt_arena_drop(m->arena);
}

/* Twenty-six lines fill two columns of ten, six are level on the next page. */
static void test_pages(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 26, false);
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 2);
    assert_int_equal(held(page(m, 0), 0, 0), 10);
    assert_int_equal(held(page(m, 1), 0, 0), 3);
    assert_int_equal(page(m, 1)->used, 3);
    zt_arena_drop(m->arena);
}

/* No first or last line alone: of eleven lines in three paragraphs none is torn after its first. */
static void test_kept(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 4, true);
    lines(m, 2, 3, true);
    lines(m, 2, 4, true);
    zt_break_stream(&m->p, &m->s);
    const zt_band *band = &page(m, 0)->bands.items[0];
    for (size_t c = 1; c < band->count; c++)
        assert_false(m->s.segments.items[0]->units.items[band->columns[c].first].with_previous);
    zt_arena_drop(m->arena);
}

/* A head and its text do not begin where three lines of text have no room below it. */
static void test_head(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 10, false); /* five rows */
    head(m, 3);
    lines(m, 2, 12, false);
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 2);
    assert_int_equal(page(m, 0)->bands.count, 1);
    assert_true(page(m, 1)->bands.items[0].heads);
    assert_int_equal(page(m, 1)->bands.items[0].row, 2); /* a head at the top is a line less */
    zt_arena_drop(m->arena);
}

/* The block of seven lines waits; the text behind it goes on, and it stands at the head of the
 * next. */
static void test_waiting(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 10, false);
    block(m, 7, true);
    lines(m, 2, 16, false);
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 2);
    assert_int_equal(page(m, 0)->bands.count, 2);
    assert_int_equal(page(m, 0)->used, 10);
    const zt_band *first = &page(m, 1)->bands.items[0];
    assert_int_equal(first->segment->units.items[0].rows, 7);
    assert_int_equal(first->row, 0);
    assert_int_equal(page(m, 1)->used, 6 + 3); /* six left over in two columns */
    zt_arena_drop(m->arena);
}

/* One that must not wait takes the next page, and what follows stands behind it. */
static void test_in_place(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 10, false);
    block(m, 7, false);
    lines(m, 2, 4, false);
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 2);
    assert_int_equal(page(m, 0)->used, 5);
    assert_int_equal(page(m, 1)->used, 6 + 2);
    zt_arena_drop(m->arena);
}

/* Nothing is lost: every unit stands in one column, in order, whatever the stream. */
static void test_whole(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed < 300; seed++) {
        unsigned r = seed * 2654435761u;
        made *m = begin(1 + (int)(seed % 3));
        for (int i = 0; i < 14; i++) {
            r = r * 1664525u + 1013904223u;
            if ((r >> 16) % 5 == 0 && m->s.columns > 1)
                block(m, 2 + (int)(r >> 20) % 7, (r >> 9) & 1);
            else if ((r >> 16) % 7 == 0 && m->s.columns > 1 && i % 2 == 0)
                head(m, 3); /* never two that are more than a page */
            else
                lines(m, m->s.columns, 1 + (int)(r >> 20) % 9, true);
        }
        size_t added = 0, met = 0;
        for (size_t i = 0; i < m->s.segments.count; i++)
            added += m->s.segments.items[i]->units.count;
        zt_break_stream(&m->p, &m->s);
        for (size_t i = 0; i < m->p.pages.count; i++) {
            assert_true(page(m, i)->used <= ROWS);
            for (size_t b = 0; b < page(m, i)->bands.count; b++)
                for (size_t c = 0; c < page(m, i)->bands.items[b].count; c++)
                    met += held(page(m, i), b, c);
        }
        assert_int_equal(added, met);
        zt_arena_drop(m->arena);
    }
}

/* A head with a line below it stands with the block that comes next, here where both have room...
 */
static void test_head_and_block(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 4, false); /* two rows */
    head(m, 3);
    lines(m, 2, 2, false); /* one row */
    block(m, 3, false);
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 1);
    assert_int_equal(page(m, 0)->used, 9);
    zt_arena_drop(m->arena);
}

/* ... and goes to the next page with it where the block has none. */
static void test_head_before_block(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 4, false);
    head(m, 3);
    lines(m, 2, 2, false);
    block(m, 5, false);
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 2);
    assert_int_equal(page(m, 0)->used, 2);
    assert_true(page(m, 1)->bands.items[0].heads);
    assert_int_equal(page(m, 1)->used, 2 + 1 + 5);
    zt_arena_drop(m->arena);
}

/* What a block keeps to stands on its page: the text that says so goes along. */
static void test_block_kept(void **state)
{
    made *m = begin(2);
    (void)state;
    block(m, 5, false);
    lines(m, 2, 4, false); /* begins a segment of its own; two rows */
    block(m, 5, false);
    m->s.segments.items[2]->units.items[0].with_previous = true;
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 2);
    assert_int_equal(page(m, 0)->used, 4);
    assert_int_equal(page(m, 1)->used, 2 + 5);
    zt_arena_drop(m->arena);
}

/* A section that is kept goes to the next page whole: its columns part within the page alone. */
static void test_section_kept(void **state)
{
    (void)state;
    for (int before = 2; before <= 20; before++) {
        made *m = begin(2);
        lines(m, 2, before, false);
        lines(m, 2, 12, false); /* six rows of ten */
        zt_segment *g = m->s.segments.items[0];
        for (size_t i = (size_t)before + 1; i < g->units.count; i++)
            g->units.items[i].kept = &m->part;
        zt_break_stream(&m->p, &m->s);
        size_t met = 0, first_page = 0;
        for (size_t i = 0; i < m->p.pages.count; i++)
            for (size_t b = 0; b < page(m, i)->bands.count; b++)
                for (size_t c = 0; c < page(m, i)->bands.items[b].count; c++) {
                    met += held(page(m, i), b, c);
                    if (met <= (size_t)before)
                        first_page = i + 1;
                }
        assert_int_equal(met, (size_t)before + 12);
        assert_int_equal(m->p.pages.count, before + 12 <= 20 ? 1 : 2);
        assert_int_equal(first_page, before + 12 <= 20 ? first_page : 1);
        if (m->p.pages.count == 2) /* all of it stands on the second */
            assert_int_equal(page(m, 1)->bands.items[0].columns[0].first, before);
        zt_arena_drop(m->arena);
    }
}

/* A figure that its text leaves for the next page stands there below the block that waited for it.
 */
static void test_figure_below_waiting(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 12, false); /* six rows */
    block(m, 5, true);      /* waits: four at the head of the next page */
    lines(m, 2, 8, false);  /* all that is left of the page */
    zt_stream_piece *piece = ZT_NEW(m->arena, zt_stream_piece);
    const zt_float figure = {.piece = piece, .rows = 5, .mention = 7};
    zt_segment *g = m->s.segments.items[m->s.segments.count - 1];
    ZT_PUSH(m->arena, &g->floats, figure);
    for (size_t i = 1; i < 8; i++) { /* so that none of its text goes along */
        g->units.items[i].with_previous = i != 4;
        g->units.items[i].kept = &m->part;
    }
    zt_break_stream(&m->p, &m->s);
    assert_int_equal(m->p.pages.count, 2);
    int figures = 0;
    for (size_t i = 0; i < m->p.pages.count; i++) {
        int end = 0;
        for (size_t b = 0; b < page(m, i)->bands.count; b++) {
            const zt_band *band = &page(m, i)->bands.items[b];
            assert_true(band->row >= end); /* nothing stands on what is above it */
            for (size_t c = 0; c < band->count; c++) {
                end = band->row + band->columns[c].used > end ? band->row + band->columns[c].used
                                                              : end;
                figures += band->columns[c].end_figure > band->columns[c].first_figure;
            }
        }
        assert_true(page(m, i)->used <= ROWS);
    }
    assert_int_equal(figures, 1);
    zt_arena_drop(m->arena);
}

/* A head that goes to other columns leaves what was written behind it with the text before. */
static void test_lifted(void **state)
{
    made *m = begin(2);
    (void)state;
    lines(m, 2, 4, false);
    zt_add_unit(&m->p, &m->s,
                (zt_unit){.piece = ZT_NEW(m->arena, zt_stream_piece),
                          .rows = 2,
                          .rows_at_top = 1,
                          .columns = 2,
                          .head = true});
    zt_segment *g = m->s.segments.items[0];
    const zt_float written[] = {{.rows = 2, .mention = 1}, {.rows = 2, .mention = 4}};
    for (size_t i = 0; i < 2; i++)
        ZT_PUSH(m->arena, &g->floats, written[i]);
    zt_lift_heads(&m->p, &m->s, 1);
    assert_int_equal(g->units.count, 4);
    assert_int_equal(m->s.segments.items[1]->heads.count, 1);
    assert_int_equal(g->floats.items[0].mention, 1);
    assert_int_equal(g->floats.items[1].mention, 3);
    zt_arena_drop(m->arena);
}

/* What the empty lines of all pages but the last cost in two columns, and an end of hardly
 * anything.
 */
static long short_cost(const made *m)
{
    long cost = 0;
    size_t last = m->p.pages.count - 1;
    for (size_t i = 0; i < last; i++) {
        long left = ROWS - page(m, i)->used;
        cost += 2 * 4 * left * left;
    }
    const zt_page *end = page(m, last);
    return cost + (end->used - end->bands.items[end->bands.count - 1].row < ZT_PAGES_THIN ? 50 : 0);
}

/* The same when each segment stands where it can, as it comes. */
static long greedy_cost(made *m)
{
    long cost = 0;
    int used = 0, last = 0;
    const int none[ZT_COLUMNS_MOST] = {0};
    for (size_t i = 0; i < m->s.segments.count; i++) {
        const zt_segment *g = m->s.segments.items[i];
        if (g->units.count == 0)
            continue;
        const zt_segment_way *way = zt_segment_way_from(&m->p, g, used, none);
        if (used >= ROWS || !way->found) {
            cost += 2 * 4 * (long)(ROWS - used) * (ROWS - used);
            way = zt_segment_way_from(&m->p, g, 0, none);
        }
        assert_true(way->found);
        used = way->pages[way->page_count - 1].used;
        last = used - way->pages[way->page_count - 1].band.row;
    }
    return cost + (last < ZT_PAGES_THIN ? 50 : 0);
}

/* Blocks of all heights: never dearer than as they come, and often cheaper. */
static void test_cheapest(void **state)
{
    int cheaper = 0;
    (void)state;
    for (unsigned seed = 1; seed <= 400; seed++) {
        unsigned r = seed * 2654435761u;
        made *m = begin(2);
        for (int i = 0; i < 16; i++) {
            r = r * 1664525u + 1013904223u;
            block(m, 2 + (int)(r >> 20) % 5, false);
            zt_segment_for(&m->p, &m->s, 2); /* each a segment of its own */
        }
        long greedy = greedy_cost(m);
        zt_break_stream(&m->p, &m->s);
        assert_true(short_cost(m) <= greedy);
        cheaper += short_cost(m) < greedy;
        zt_arena_drop(m->arena);
    }
    assert_true(cheaper >= 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_level),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_kept),
        cmocka_unit_test(test_head),
        cmocka_unit_test(test_waiting),
        cmocka_unit_test(test_in_place),
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_head_and_block),
        cmocka_unit_test(test_head_before_block),
        cmocka_unit_test(test_block_kept),
        cmocka_unit_test(test_cheapest),
        cmocka_unit_test(test_section_kept),
        cmocka_unit_test(test_lifted),
        cmocka_unit_test(test_figure_below_waiting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
