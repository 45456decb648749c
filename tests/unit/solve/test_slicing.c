/* Slicing layouts: as cheap as the best of all that were tried, without a hole, with nothing fixed
   moved; the least cut; pages of a newspaper filled to the line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tools/solve/solve_tools.h"

enum { LINE = 1 << 19 };

/* What an answer costs, lines of cut and all. */
static int64_t whole_cost(const zt_slice_answer *answer)
{
    return answer->cost + (int64_t)answer->cut * LINE;
}

static void assert_adds_up(const zt_slice_page *page, const zt_slice_answer *answer)
{
    assert_true(answer->sound);
    assert_true(answer->found);
    assert_int_equal(price_layout(page, answer), whole_cost(answer));
    assert_int_equal(answer->cost, answer->shapes + answer->depth + answer->butt);
}

/* A small page by lot: 3 or 4 columns, 2 to 4 items, up to two fixed rectangles. */
typedef struct small_page {
    zt_slice_page page;
    zt_slice_item items[4];
    zt_shape shapes[4][24];
    zt_slice_fixed fixed[2];
} small_page;

static void add_fixed(small_page *s, lots *l)
{
    zt_slice_fixed *r = &s->fixed[s->page.fixed_count];
    *r = (zt_slice_fixed){.width = 1 + lot(l, s->page.width), .height = 1 + lot(l, 3)};
    r->column = lot(l, s->page.width - r->width + 1);
    int free = s->page.height - r->height, kind = lot(l, 4);
    r->row = kind == 0 ? 0 : kind == 1 ? lot(l, free + 1) : free;
    for (size_t i = 0; i < s->page.fixed_count; i++) {
        const zt_slice_fixed *o = &s->fixed[i];
        if (r->column < o->column + o->width && o->column < r->column + r->width &&
            r->row < o->row + o->height && o->row < r->row + r->height)
            return;
    }
    s->page.fixed_count++;
}

static void make_small(small_page *s, lots *l)
{
    memset(s, 0, sizeof *s);
    s->page = (zt_slice_page){.width = 3 + lot(l, 2),
                              .height = 6 + lot(l, 4),
                              .items = s->items,
                              .count = 2 + (size_t)lot(l, 3),
                              .fixed = s->fixed,
                              .butt = lot(l, 30),
                              .most_cut = lot(l, 4)};
    for (int n = lot(l, 3); n > 0; n--)
        add_fixed(s, l);
    int area = s->page.width * s->page.height / (int)s->page.count;
    for (size_t i = 0; i < s->page.count; i++) {
        s->items[i] = (zt_slice_item){.shapes = s->shapes[i],
                                      .count = 8 + (size_t)lot(l, 17),
                                      .weight = lot(l, 4),
                                      .topped = lot(l, 3) == 0,
                                      .with = lot(l, 6) ? -1 : lot(l, 4)};
        s->items[i].at = (uint8_t)(lot(l, 4) ? 0 : 1 << lot(l, 4));
        for (size_t k = 0; k < s->items[i].count; k++) {
            int width = 1 + lot(l, s->page.width), cells = area - 4 + lot(l, 8);
            int height = cells / width + lot(l, 2);
            s->shapes[i][k] = (zt_shape){width, height < 1 ? 1 : height, lot(l, 3) ? 0 : lot(l, 4),
                                         (uint32_t)lot(l, 60), (uint32_t)k};
        }
    }
}

static void test_best_of_all_that_were_tried(void **state)
{
    (void)state;
    lots l = {3};
    int found = 0, cut = 0, fixed = 0;
    zt_arena *arena = zt_arena_new();
    for (int i = 0; i < 10000; i++) {
        small_page s;
        make_small(&s, &l);
        zt_slice_answer answer = zt_slice_solve(arena, &s.page);
        int64_t tried = try_layouts(&s.page);
        assert_true(answer.sound);
        assert_int_equal(answer.found ? whole_cost(&answer) : -1, tried);
        if (!answer.found)
            continue;
        assert_adds_up(&s.page, &answer);
        found++;
        cut += answer.cut > 0;
        fixed += s.page.fixed_count > 0;
    }
    assert_in_range(found, 2000, 9999); /* each kind was seen, and pages that cannot be filled */
    assert_in_range(cut, 200, 9999);
    assert_in_range(fixed, 500, 9999);
    zt_arena_drop(arena);
}

/* A shape more, a dearer scale, a line of cut allowed. */
static void test_properties(void **state)
{
    (void)state;
    lots l = {77};
    zt_arena *arena = zt_arena_new();
    for (int i = 0; i < 3000; i++) {
        small_page s;
        make_small(&s, &l);
        s.page.most_cut = 0;
        zt_slice_answer plain = zt_slice_solve(arena, &s.page);
        s.page.most_cut = 2;
        zt_slice_answer with_cut = zt_slice_solve(arena, &s.page);
        if (plain.found) {
            assert_int_equal(with_cut.cut, 0);
            assert_memory_equal(with_cut.cells, plain.cells, sizeof plain.cells);
        }
        s.page.most_cut = 0;
        size_t which = (size_t)lot(&l, (int)s.page.count);
        s.items[which].count--;
        zt_slice_answer fewer = zt_slice_solve(arena, &s.page);
        s.items[which].count++;
        if (fewer.found)
            assert_true(plain.found && plain.cost <= fewer.cost);
        for (size_t k = 0; k < s.page.count; k++) {
            s.items[k].weight *= 7;
            for (size_t n = 0; n < s.items[k].count; n++)
                s.shapes[k][n].cost *= 7;
        }
        s.page.butt *= 7;
        zt_slice_answer scaled = zt_slice_solve(arena, &s.page);
        assert_int_equal(scaled.found, plain.found);
        if (plain.found) {
            assert_int_equal(scaled.cost, 7 * plain.cost);
            assert_memory_equal(scaled.cells, plain.cells, sizeof plain.cells);
        }
    }
    zt_arena_drop(arena);
}

/* Pages of 6 to 10 items: nearly all are filled, the lead at their head (fixed rectangles above it
   or not), nothing over a fixed rectangle. */
static void test_newspaper_pages(void **state)
{
    (void)state;
    enum { PAGES = 120 };
    int filled = 0;
    for (uint64_t seed = 1; seed <= PAGES; seed++) {
        zt_arena *arena = zt_arena_new();
        zt_slice_page page = make_page(arena, seed, 6 + seed % 4, 2, 8, true);
        zt_slice_answer answer = zt_slice_solve(arena, &page);
        assert_true(answer.sound);
        filled += answer.found && answer.cut == 0;
        if (answer.found) {
            assert_adds_up(&page, &answer);
            bool below_fixed = false;
            for (size_t i = 0; i < page.fixed_count; i++)
                below_fixed =
                    below_fixed || page.fixed[i].row + page.fixed[i].height == answer.cells[0].row;
            assert_true(answer.cells[0].row == 0 || below_fixed);
        }
        zt_arena_drop(arena);
    }
    assert_in_range(filled, PAGES * 95 / 100, PAGES);
}

/* Other layouts are others, by rising cost, and as sound as the best. */
static void test_others_differ(void **state)
{
    (void)state;
    size_t others = 0;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        zt_arena *arena = zt_arena_new();
        zt_slice_page page = make_page(arena, seed, 7, 1, 0, false);
        zt_slice_answer best[3], one = zt_slice_solve(arena, &page);
        size_t count = zt_slice_best(arena, &page, best, 3);
        assert_int_equal(count > 0, one.found);
        for (size_t i = 0; i < count; i++) {
            assert_adds_up(&page, &best[i]);
            assert_true(i == 0 || best[i - 1].cost <= best[i].cost);
            assert_true(i == 0 || memcmp(best[i].cells, best[i - 1].cells, sizeof best[i].cells));
        }
        if (count)
            assert_memory_equal(best[0].cells, one.cells, sizeof one.cells);
        others += count > 1;
        zt_arena_drop(arena);
    }
    assert_in_range(others, 20, 30);
}

/* Makes a shape dearer, or takes it away; now and then cheaper, or asks for another edge. */
static void change_page(small_page *s, lots *l)
{
    int which = lot(l, (int)s->page.count);
    zt_slice_item *item = &s->items[which];
    zt_shape *shapes = s->shapes[which];
    size_t at = (size_t)lot(l, (int)item->count);
    switch (lot(l, 12)) {
    case 0:
        for (size_t k = 0; k < item->count; k++)
            shapes[k].cost /= 2;
        return;
    case 1:
        item->at ^= (uint8_t)(1 << lot(l, 4));
        return;
    case 2:
    case 3:
    case 4:
        if (item->count > 1)
            shapes[at] = shapes[--item->count];
        return;
    default:
        shapes[at].cost += (uint32_t)lot(l, 40);
    }
}

static void assert_same(const zt_slice_page *page, const zt_slice_answer *a,
                        const zt_slice_answer *b)
{
    assert_int_equal(a->sound, b->sound);
    assert_int_equal(a->found, b->found);
    if (!a->found)
        return;
    assert_int_equal(whole_cost(a), whole_cost(b));
    assert_memory_equal(a->cells, b->cells, page->count * sizeof *a->cells);
}

/* A search that goes on from the one before finds what one finds that begins anew. */
static void test_again_is_the_same(void **state)
{
    (void)state;
    lots l = {5};
    int dearer = 0;
    zt_arena *arena = zt_arena_new();
    for (int i = 0; i < 1500; i++) {
        small_page s;
        make_small(&s, &l);
        zt_slice_memory *memory = zt_slice_memory_new(arena);
        int64_t last = -1;
        for (int turn = 0; turn < 8; turn++) {
            zt_slice_answer answer = zt_slice_solve_again(memory, &s.page);
            zt_slice_answer anew = zt_slice_solve(arena, &s.page);
            assert_same(&s.page, &answer, &anew);
            if (answer.found)
                assert_adds_up(&s.page, &answer);
            dearer += answer.found && last >= 0 && whole_cost(&answer) > last;
            last = answer.found ? whole_cost(&answer) : -1;
            change_page(&s, &l);
        }
        zt_slice_memory_drop(memory);
    }
    assert_in_range(dearer, 400, 9999);
    zt_arena_drop(arena);
}

/* Shapes that can be changed. */
static void own_shapes(zt_arena *arena, zt_slice_page *page, zt_shape **shapes)
{
    zt_slice_item *items = ZT_ARRAY(arena, page->count, zt_slice_item);
    for (size_t i = 0; i < page->count; i++) {
        items[i] = page->items[i];
        shapes[i] = ZT_ARRAY(arena, items[i].count, zt_shape);
        memcpy(shapes[i], items[i].shapes, items[i].count * sizeof(zt_shape));
        items[i].shapes = shapes[i];
    }
    page->items = items;
}

/* The shapes of a layout become dearer, as those do whose text is set: the best changes. */
static void test_newspaper_pages_again(void **state)
{
    (void)state;
    int other = 0;
    for (uint64_t seed = 1; seed <= 24; seed++) {
        zt_arena *arena = zt_arena_new();
        lots l = {seed};
        zt_slice_page page = make_page(arena, seed, 6 + seed % 3, 2, seed % 4 ? 0 : 8, true);
        zt_shape *shapes[ZT_SLICE_MOST];
        own_shapes(arena, &page, shapes);
        zt_slice_memory *memory = zt_slice_memory_new(arena);
        zt_slice_answer last = {0};
        for (int turn = 0; turn < 10; turn++) {
            zt_slice_answer answer = zt_slice_solve_again(memory, &page);
            zt_slice_answer anew = zt_slice_solve(arena, &page);
            assert_same(&page, &answer, &anew);
            other += last.found && answer.found &&
                     memcmp(last.cells, answer.cells, sizeof last.cells) != 0;
            last = answer;
            for (size_t i = 0; answer.found && i < page.count; i++) {
                zt_shape *shape = &shapes[i][answer.cells[i].shape];
                shape->cost += lot(&l, 3) ? 0 : (uint32_t)lot(&l, 60);
                shape->width = lot(&l, 12) ? shape->width : 0; /* gone */
            }
        }
        zt_slice_memory_drop(memory);
        zt_arena_drop(arena);
    }
    assert_in_range(other, 100, 240);
}

/* The best layout, found anew, in which an item is not as wide as in the best of all. */
static zt_slice_answer solve_without(zt_arena *arena, const zt_slice_page *page, size_t i,
                                     int width)
{
    zt_slice_page other = *page;
    zt_shape *shapes[ZT_SLICE_MOST];
    own_shapes(arena, &other, shapes);
    for (size_t k = 0; k < other.items[i].count; k++)
        shapes[i][k].width = shapes[i][k].width == width ? 0 : shapes[i][k].width;
    return zt_slice_solve(arena, &other);
}

/* The cheapest of those, but for the best and what is the same. */
static void assert_others(zt_arena *arena, const zt_slice_page *page, const zt_slice_answer *all,
                          size_t count)
{
    int64_t cost[3] = {-1, -1, -1};
    for (size_t i = 0; i < page->count && i < 3; i++) {
        zt_slice_answer other = solve_without(arena, page, i, all[0].cells[i].width);
        cost[i] = other.found ? whole_cost(&other) : -1;
        bool there = !other.found;
        for (size_t k = 1; k < count; k++)
            there = there || whole_cost(&all[k]) == cost[i];
        assert_true(there || (count == 3 && cost[i] >= whole_cost(&all[2])));
    }
    for (size_t k = 1; k < count; k++) {
        int64_t own = whole_cost(&all[k]);
        assert_true(own == cost[0] || own == cost[1] || own == cost[2]);
    }
}

/* Others come from the tables of the best, and leave them as they were: the page after it, with
   dearer shapes, has the best and the others that are found anew. */
static void test_others_again(void **state)
{
    (void)state;
    size_t others = 0;
    for (uint64_t seed = 1; seed <= 16; seed++) {
        zt_arena *arena = zt_arena_new();
        lots l = {seed};
        zt_slice_page page = make_page(arena, seed, 5 + seed % 3, 2, seed % 4 ? 0 : 8, true);
        zt_shape *shapes[ZT_SLICE_MOST];
        own_shapes(arena, &page, shapes);
        zt_slice_memory *memory = zt_slice_memory_new(arena);
        for (size_t turn = 0; turn < 4; turn++) {
            zt_slice_answer all[3], anew = zt_slice_solve(arena, &page);
            size_t count = zt_slice_best_again(memory, &page, all, 3);
            assert_int_equal(count > 0, anew.found);
            if (!count)
                break;
            assert_memory_equal(all[0].cells, anew.cells, sizeof anew.cells);
            assert_others(arena, &page, all, count);
            others += count - 1;
            for (size_t i = 0; i < page.count; i++) {
                zt_shape *shape = &shapes[i][all[turn % count].cells[i].shape];
                shape->cost += (uint32_t)lot(&l, 60);
                shape->width = lot(&l, 8) ? shape->width : 0; /* gone */
            }
        }
        zt_slice_memory_drop(memory);
        zt_arena_drop(arena);
    }
    assert_in_range(others, 60, 128);
}

/* Whatever is asked is answered. */
static void test_any_input(void **state)
{
    (void)state;
    lots l = {19};
    zt_arena *arena = zt_arena_new();
    for (int i = 0; i < 4000; i++) {
        small_page s;
        make_small(&s, &l);
        zt_shape *shape = &s.shapes[lot(&l, 4)][lot(&l, 8)];
        static const int odd[] = {0, -1, 5000, 1 << 30, INT32_MIN};
        int value = odd[lot(&l, 5)];
        switch (lot(&l, 12)) {
        case 0:
            shape->width = value;
            break;
        case 1:
            shape->height = value;
            break;
        case 2:
            shape->cut = value;
            break;
        case 3:
            shape->cost = (uint32_t)value;
            break;
        case 4:
            s.page.width = value;
            break;
        case 5:
            s.page.height = value;
            break;
        case 6:
            s.items[lot(&l, 4)].count = 0;
            break;
        case 7:
            s.items[lot(&l, 4)].weight = value;
            break;
        case 8:
            s.fixed[0].row = value;
            s.page.fixed_count = 1;
            break;
        case 9:
            s.fixed[0].width = value;
            s.page.fixed_count = 1;
            break;
        case 10:
            s.page.most_cut = value;
            break;
        default:
            s.items[lot(&l, 4)].with = value;
        }
        zt_slice_answer answer = zt_slice_solve(arena, &s.page);
        if (answer.found)
            assert_adds_up(&s.page, &answer);
    }
    assert_false(zt_slice_solve(arena, &(zt_slice_page){0}).sound);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_best_of_all_that_were_tried),
        cmocka_unit_test(test_properties),
        cmocka_unit_test(test_newspaper_pages),
        cmocka_unit_test(test_others_differ),
        cmocka_unit_test(test_others_again),
        cmocka_unit_test(test_again_is_the_same),
        cmocka_unit_test(test_newspaper_pages_again),
        cmocka_unit_test(test_any_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
