/* tests/unit/layout/test_stream.c — stories in columns: room beside what stands in them, whole
   lines with text below, the cheapest way against all ways, and how much is over or wanting. */
#include "layout/stream.h"

#include <stdlib.h>

#include "unit/text/made_paragraphs.h"

enum { MOST_ITEMS = 24 };

static zt_text *shape_text(zt_bench *b, const char *text)
{
    zt_run run = {.text = zt_str_from(text), .style = &b->text, .at = {"t.xml", 3, 7}};
    return zt_text_shape(b->arena, b->diags, &run, 1, &b->para);
}

/* ---- room ---- */

static void check_slot(const zt_slot *slot, double x, double width, int row, int flags)
{
    assert_near(slot->x, x, 1e-9);
    assert_near(slot->width, width, 1e-9);
    assert_int_equal(slot->row, row);
    assert_int_equal(slot->flags, flags);
}

static void test_room_without_obstacles(void **state)
{
    zt_bench *b = *state;
    zt_leg legs[] = {{0, 130, 0, 3}, {139, 130, 1, 1}, {278, 130, 0, 0}};
    zt_stream_room room = zt_stream_room_of(b->arena, legs, 3, NULL, 0, 10, 8);
    assert_int_equal(room.count, 4);
    check_slot(&room.slots[0], 0, 130, 0, ZT_SLOT_FIRST);
    check_slot(&room.slots[1], 0, 130, 1, 0);
    check_slot(&room.slots[2], 0, 130, 2, ZT_SLOT_LAST);
    check_slot(&room.slots[3], 139, 130, 1, ZT_SLOT_FIRST | ZT_SLOT_LAST);
    assert_int_equal(room.slots[3].column, 1);
    assert_int_equal(room.dropped, 0);
}

/* Text stands in whole characters on the wider side, and keeps to the edges of its leg. */
static void test_room_beside_obstacles(void **state)
{
    zt_bench *b = *state;
    zt_leg leg = {100, 270, 0, 4};
    zt_obstacle right[] = {{205, 165, 1, 1}, {100, 125, 2, 1}, {220, 30, 3, 1}};
    zt_stream_room room = zt_stream_room_of(b->arena, &leg, 1, right, 3, 10, 8);
    assert_int_equal(room.count, 4);
    check_slot(&room.slots[0], 100, 270, 0, ZT_SLOT_FIRST);
    check_slot(&room.slots[1], 100, 100, 1, ZT_SLOT_NARROW);
    check_slot(&room.slots[2], 230, 140, 2, ZT_SLOT_NARROW);
    check_slot(&room.slots[3], 100, 120, 3, ZT_SLOT_NARROW | ZT_SLOT_LAST);
}

/* What is left is too narrow: the rows are dropped and told, the leg is parted in two columns. */
static void test_room_dropped(void **state)
{
    zt_bench *b = *state;
    zt_leg legs[] = {{0, 130, 0, 2}, {139, 130, 0, 6}};
    zt_obstacle o[] = {{150, 55, 2, 1}, {139, 130, 3, 1}};
    zt_stream_room room = zt_stream_room_of(b->arena, legs, 2, o, 2, 10, 8);
    assert_int_equal(room.count, 6);
    check_slot(&room.slots[3], 139, 130, 1, ZT_SLOT_LAST);
    check_slot(&room.slots[4], 139, 130, 4, ZT_SLOT_FIRST);
    assert_int_equal(room.dropped, 1);
    assert_int_equal(room.dropped_leg, 1);
    room = zt_stream_room_of(b->arena, legs, 2, o, 2, 10, 6);
    assert_int_equal(room.count, 7);
    assert_int_equal(room.dropped, 0);
}

/* ---- filling ---- */

/* A story by lot: paragraphs, subheads, a byline at its beginning. */
static size_t make_story(zt_bench *b, uint32_t *seed, zt_stream_item *items, size_t paragraphs)
{
    size_t count = 0;
    if (next_random(seed) % 2)
        items[count++] =
            (zt_stream_item){.text = shape_text(b, "本报记者 甲 乙"), .keep_next = true};
    for (size_t p = 0; p < paragraphs; p++) {
        if (p > 0 && next_random(seed) % 3 == 0)
            items[count++] =
                (zt_stream_item){.rows = 2, .rows_at_top = 1, .stretch = 1, .below = 2};
        items[count++] = (zt_stream_item){.text = shape_text(b, make_paragraph(b, seed))};
    }
    return count;
}

/* Legs by lot; in some stands a photograph. */
static zt_stream_room make_room(zt_bench *b, uint32_t *seed, size_t columns, int rows)
{
    zt_leg legs[8];
    for (size_t c = 0; c < columns; c++)
        legs[c] = (zt_leg){(double)c * 139, 130, (int)(next_random(seed) % 3), 0};
    for (size_t c = 0; c < columns; c++)
        legs[c].rows = rows - legs[c].row;
    zt_obstacle o = {(double)(next_random(seed) % 300), 60 + next_random(seed) % 120,
                     (int)(next_random(seed) % 4), (int)(next_random(seed) % 5)};
    return zt_stream_room_of(b->arena, legs, columns, &o, 1, 10, 8);
}

/* One item after the other, whole lines in one column with text below, nobody alone; the slots that
   are taken. */
static size_t check_fill(const zt_stream_item *items, size_t count, const zt_stream_fill *fill)
{
    size_t at = 0, empty = 0;
    for (size_t i = 0; i < count; i++) {
        zt_stream_span span = fill->spans[i];
        empty += span.first - at;
        assert_true(span.first == at || fill->slots[span.first].flags & ZT_SLOT_FIRST);
        at = span.first + span.count;
        assert_true(at <= fill->slot_count);
        const zt_slot *first = &fill->slots[span.first], *last = first + span.count - 1;
        if (items[i].text) {
            assert_false(span.count > 1 && first->flags & ZT_SLOT_LAST);
            assert_false(span.count > 1 && last->flags & ZT_SLOT_FIRST);
            assert_false(items[i].keep_next && last->flags & ZT_SLOT_LAST);
            continue;
        }
        int rows = first->flags & ZT_SLOT_FIRST ? items[i].rows_at_top : items[i].rows;
        assert_in_range(span.count, rows, rows + items[i].stretch);
        assert_int_equal(last[items[i].below].column, first->column);
        assert_int_equal(last[items[i].below].row, first->row + (int)span.count - 1 + 2);
        for (const zt_slot *s = first; s <= last; s++)
            assert_false(s->flags & ZT_SLOT_NARROW);
    }
    assert_int_equal(empty, fill->empty);
    return at;
}

/* What was found is set as it was found. */
static void check_set(zt_bench *b, const zt_stream_item *items, size_t count,
                      const zt_stream_fill *fill)
{
    zt_para **paras = zt_stream_set(b->arena, b->diags, items, count, fill);
    for (size_t i = 0; i < count; i++) {
        if (!items[i].text) {
            assert_null(paras[i]);
            continue;
        }
        assert_non_null(paras[i]);
        assert_int_equal(paras[i]->line_count, fill->spans[i].count);
        for (size_t k = 0; k < paras[i]->line_count; k++)
            assert_int_equal(paras[i]->lines[k].slot, fill->spans[i].first + k);
    }
}

/* Rows of columns that hold the story nearly. */
static int rows_for(zt_bench *b, uint32_t *seed, const zt_stream_item *items, size_t count,
                    size_t columns)
{
    int lines = zt_stream_ways_of(b->arena, items, count, 130).least;
    int rows = (lines + (int)(next_random(seed) % 9)) / (int)columns;
    return rows < 4 ? 4 : rows;
}

/* Runs `check` on stories and rooms by lot, each in an arena of its own. */
typedef void check_story(zt_bench *b, uint32_t *seed);
static void for_each_story(zt_bench *b, size_t count, uint32_t seed, check_story *check)
{
    zt_arena *kept = b->arena;
    zt_diags *said = b->diags;
    for (size_t n = 0; n < count; n++) {
        b->arena = zt_arena_new();
        b->diags = zt_diags_new(b->arena);
        b->para.indent = 2;
        b->para.punctuation = n % 2 ? ZT_KAIMING : ZT_QUANJIAO;
        check(b, &seed);
        zt_arena_drop(b->arena);
    }
    b->arena = kept;
    b->diags = said;
}

/* Whether it is over, ends early or fills the slots. */
static size_t seen_over, seen_early, seen_exact, seen_empty;
static void check_any_story(zt_bench *b, uint32_t *seed)
{
    zt_stream_item items[MOST_ITEMS];
    size_t count = make_story(b, seed, items, 1 + next_random(seed) % 6);
    size_t columns = 2 + next_random(seed) % 3;
    zt_stream_room room = make_room(b, seed, columns, rows_for(b, seed, items, count, columns));
    zt_stream_fill *fill = zt_stream_fill_slots(b->arena, items, count, room.slots, room.count);
    assert_non_null(fill);
    size_t taken = check_fill(items, count, fill);
    assert_int_equal((int)taken, (int)room.count + fill->over);
    check_set(b, items, count, fill);
    assert_true(fill->exact == (fill->over == 0 && fill->empty == 0));
    assert_true(fill->over_least * fill->over >= 0);
    seen_empty += fill->empty > 0;
    assert_true(abs(fill->over_least) <= abs(fill->over));
    seen_over += fill->over > 0;
    seen_early += fill->over < 0;
    seen_exact += fill->exact;
}

static void test_any_story(void **state)
{
    seen_over = seen_early = seen_exact = seen_empty = 0;
    for_each_story(*state, 300, 2463534242u, check_any_story);
    assert_true(seen_over > 30 && seen_early > 30 && seen_exact > 30 && seen_empty > 0);
}

/* The least cost of items from `i` on that begin in slot `first` and fill all slots. */
typedef struct every_way {
    zt_bench *b;
    const zt_stream_item *items;
    size_t count;
    const zt_slot *slots;
    size_t slot_count;
} every_way;

/* The cost of one item in the slots first … end - 1; ZT_NEVER when it cannot stand there. */
static uint32_t cost_of(const every_way *e, size_t i, size_t first, size_t end)
{
    const zt_stream_item *item = &e->items[i];
    uint32_t before[200], after[200];
    if (item->text) {
        memset(before, 0xff, sizeof before);
        before[first] = 0;
        zt_text_flow(item->text, e->slots, e->slot_count, before, after, NULL, e->b->arena);
        bool parted = item->keep_next && end < e->slot_count && e->slots[end].flags & ZT_SLOT_FIRST;
        return parted ? ZT_NEVER : after[end];
    }
    bool top = e->slots[first].flags & ZT_SLOT_FIRST;
    int more = (int)(end - first) - (top ? item->rows_at_top : item->rows);
    if (more < 0 || more > (top ? 0 : item->stretch) || end + 2 > e->slot_count)
        return ZT_NEVER;
    for (size_t j = first; j < end; j++)
        if (e->slots[j].flags & (ZT_SLOT_NARROW | ZT_SLOT_LAST))
            return ZT_NEVER;
    return e->slots[end].flags & ZT_SLOT_LAST ? ZT_NEVER : 9000u * (uint32_t)more;
}

static uint32_t least_of_all(const every_way *e, size_t i, size_t first)
{
    uint32_t best = ZT_NEVER;
    if (i == e->count)
        return first == e->slot_count ? 0 : ZT_NEVER;
    for (size_t end = first + 1; end <= e->slot_count; end++) {
        uint32_t own = cost_of(e, i, first, end);
        uint32_t rest = own == ZT_NEVER ? ZT_NEVER : least_of_all(e, i + 1, end);
        if (rest != ZT_NEVER && own + rest < best)
            best = own + rest;
    }
    return best;
}

static void check_optimum(zt_bench *b, uint32_t *seed)
{
    zt_stream_item items[MOST_ITEMS];
    size_t count = make_story(b, seed, items, 2);
    zt_stream_room room = make_room(b, seed, 2, rows_for(b, seed, items, count, 2));
    zt_stream_fill *fill = zt_stream_fill_slots(b->arena, items, count, room.slots, room.count);
    every_way all = {b, items, count, room.slots, room.count};
    uint32_t least = least_of_all(&all, 0, 0);
    assert_true((least != ZT_NEVER) == (fill->over_least == 0 && fill->empty == 0));
    if (fill->exact) /* each item is rounded to a hundredth */
        assert_in_range(fill->cost + count, least, least + 2 * count);
    seen_exact += fill->exact;
}

static void test_no_way_is_cheaper(void **state)
{
    seen_exact = 0;
    for_each_story(*state, 60, 88172645u, check_optimum);
    assert_true(seen_exact > 10);
}

/* A story that fills its columns is over by the lines that are taken from the last, and wants those
   that are added; its characters beyond are those of the lines beyond. */
static void test_over_and_wanting(void **state)
{
    zt_bench *b = *state;
    uint32_t seed = 362436069u;
    zt_stream_item items[MOST_ITEMS];
    b->para.indent = 2;
    size_t count = make_story(b, &seed, items, 5);
    zt_leg leg = {0, 270, 0, 200};
    zt_stream_room room = zt_stream_room_of(b->arena, &leg, 1, NULL, 0, 10, 8);
    zt_stream_fill *early = zt_stream_fill_slots(b->arena, items, count, room.slots, room.count);
    assert_true(early->over < 0 && early->over_least < 0);
    size_t natural = (size_t)(200 + early->over);
    leg.rows = (int)natural;
    room = zt_stream_room_of(b->arena, &leg, 1, NULL, 0, 10, 8);
    assert_true(zt_stream_fill_slots(b->arena, items, count, room.slots, room.count)->exact);
    zt_stream_fill *over = zt_stream_fill_slots(b->arena, items, count, room.slots, natural - 12);
    assert_in_range(over->over, 6, 12);
    assert_in_range(over->over_least, 1, over->over);
    zt_para **paras = zt_stream_set(b->arena, b->diags, items, count, over);
    size_t beyond = zt_stream_characters_from(paras, count, natural - 12);
    assert_in_range(beyond, (over->over - 3) * 27, over->over * 29);
}

/* A head that no column holds has no place anywhere. */
static void test_no_place_at_all(void **state)
{
    zt_bench *b = *state;
    zt_leg legs[] = {{0, 130, 0, 3}, {139, 130, 0, 3}};
    zt_stream_room room = zt_stream_room_of(b->arena, legs, 2, NULL, 0, 10, 8);
    assert_null(zt_stream_fill_slots(b->arena, NULL, 0, room.slots, 0));
    zt_stream_item item = {.text = shape_text(b, "完成验收。")};
    assert_int_equal(zt_stream_fill_slots(b->arena, &item, 1, room.slots, 6)->over, -5);
}

/* ---- what may go ---- */

/* Lines of a paragraph at 27 em, set as well as it can be. */
static size_t lines_of(zt_bench *b, const zt_text *text)
{
    return zt_text_break(b->arena, b->diags, text, 270)->line_count;
}

/* One leg of so many lines, 27 em wide. */
static zt_stream_fill *fill_leg(zt_bench *b, const zt_stream_item *items, size_t count, size_t rows)
{
    zt_leg leg = {0, 270, 0, (int)rows};
    zt_stream_room room = zt_stream_room_of(b->arena, &leg, 1, NULL, 0, 10, 8);
    return zt_stream_fill_slots(b->arena, items, count, room.slots, room.count);
}

/* Of two optional paragraphs goes the one without which the rest fills the leg; none goes where
   there is room for both, and both where there is for neither. */
static void test_optional_paragraphs(void **state)
{
    zt_bench *b = *state;
    uint32_t seed = 2463534242u;
    zt_stream_item items[4] = {0};
    size_t lines[4], all = 0;
    b->para.indent = 2;
    for (size_t i = 0; i < 4; i++) {
        do
            items[i].text = shape_text(b, make_paragraph(b, &seed));
        while ((lines[i] = lines_of(b, items[i].text)) != 3 + i % 2 * 3);
        items[i].optional = i == 1 || i == 2; /* of six lines, of three */
        all += lines[i];
    }
    assert_int_equal(fill_leg(b, items, 4, all)->spans[1].count, 6);
    zt_stream_fill *fill = fill_leg(b, items, 4, all - 3);
    assert_true(fill->exact && fill->spans[1].count > 0 && fill->spans[2].count == 0);
    fill = fill_leg(b, items, 4, all - 6);
    assert_true(fill->exact && fill->spans[1].count == 0 && fill->spans[2].count > 0);
    fill = fill_leg(b, items, 4, all - 12);
    assert_true(fill->spans[1].count == 0 && fill->spans[2].count == 0);
    assert_in_range(fill->over, 1, 3);
    fill = fill_leg(b, items, 4, all + 12);
    assert_true(fill->spans[1].count > 0 && fill->spans[2].count > 0);
    assert_in_range(-fill->over, 8, 12);
}

/* 下转5版 stands at the end of the last line where there is room, else on a line of its own. */
static void test_joined_jump(void **state)
{
    zt_bench *b = *state;
    const char *words = "两地共建的项目已经完成验收，"
                        "预计年底投用。";
    zt_stream_item items[] = {{.text = shape_text(b, words)},
                              {.rows = 1, .rows_at_top = 1, .keep_previous = true, .joins = 60}};
    zt_stream_fill *fill = fill_leg(b, items, 2, 1);
    assert_true(fill->exact && fill->spans[1].count == 0);
    items[1].joins = 70;
    assert_int_equal(fill_leg(b, items, 2, 1)->over, 1);
    fill = fill_leg(b, items, 2, 2);
    assert_true(fill->exact && fill->spans[1].first == 1 && fill->spans[1].count == 1);
}

/* A leg is not filled with lines that are nothing but holes. */
static void test_no_holes(void **state)
{
    zt_bench *b = *state;
    zt_stream_item item = {.text = shape_text(b, "两地共建的项目已经完成验收，年底投用。")};
    zt_stream_fill *fill = fill_leg(b, &item, 1, 2);
    assert_int_equal(fill->over, -1);
    assert_int_equal(fill->over_least, 0);
    assert_false(fill->exact);
}

/* ---- ways ---- */

/* A story's counts of lines are the sums of those of its parts. */
static void check_ways(zt_bench *b, uint32_t *seed)
{
    zt_stream_item items[MOST_ITEMS];
    size_t count = make_story(b, seed, items, 2);
    double width = 10 * (9 + next_random(seed) % 30);
    zt_stream_ways ways = zt_stream_ways_of(b->arena, items, count, width);
    zt_slot slots[199];
    for (size_t j = 0; j < 199; j++)
        slots[j] = (zt_slot){.width = width, .row = (uint16_t)j};
    for (size_t k = 0; k < ways.count && k < 6; k++) {
        every_way all = {b, items, count, slots, (size_t)ways.least + k};
        uint32_t least = least_of_all(&all, 0, 0);
        if (least == ZT_NEVER)
            assert_int_equal(ways.costs[k], ZT_NEVER);
        else
            assert_in_range(ways.costs[k] + count, least, least + 2 * count);
    }
    every_way all = {b, items, count, slots, (size_t)ways.least - 1};
    assert_int_equal(least_of_all(&all, 0, 0), ZT_NEVER);
}

static void test_ways_of_a_story(void **state)
{
    for_each_story(*state, 25, 521288629u, check_ways);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_room_without_obstacles),
                                       BENCH_TEST(test_room_beside_obstacles),
                                       BENCH_TEST(test_room_dropped),
                                       BENCH_TEST(test_any_story),
                                       BENCH_TEST(test_no_way_is_cheaper),
                                       BENCH_TEST(test_over_and_wanting),
                                       BENCH_TEST(test_no_place_at_all),
                                       BENCH_TEST(test_optional_paragraphs),
                                       BENCH_TEST(test_joined_jump),
                                       BENCH_TEST(test_no_holes),
                                       BENCH_TEST(test_ways_of_a_story)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
