/* Arrows from mark to mark in kinds that have no place of their own for them: drawn clear of all
   type, or said by both names under the plot; never neither. */
#include "chart_ask.h"

#include "labels/meet.h"
#include "text/run_ink.h"

static const double widths[] = {46, 52, 97, 170, 300};
enum { WIDTHS = sizeof widths / sizeof *widths, ITEMS = 5 };

static const char *const two[] = {"2019年", "2024年", NULL};
static const char *const three[] = {"2019年", "2024年", "人口", NULL};

static const struct arrow_kind {
    const char *name, *unit;
    const char *const *series;
} kinds[] = {{"rank", "亿元", NULL},   {"bar", "亿元", NULL},  {"bar", "亿元", two},
             {"lollipop", "家", NULL}, {"grouped", "家", two}, {"scatter", "", two},
             {"bubble", "", three},    {"slope", "家", two},   {"dumbbell", "家", two},
             {"arrow", "家", two},     {"range", "家", two},   {"dot", "家", two},
             {"diverging", "%", NULL}};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* The value at a place of its own. */
static const zt_quantity *placed(board *b, const zt_quantity *q, size_t item, size_t series)
{
    zt_quantity *copy = ZT_NEW(b->arena, zt_quantity);
    *copy = *q;
    copy->at = (zt_pos){"t", 20 + (int)item, 10 + (int)series};
    return copy;
}

/* Five items, with an arrow from one to another. */
static chart_case with_arrow(board *b, const struct arrow_kind *kind, size_t from, size_t to,
                             const char *words)
{
    static zt_str keys[ITEMS] = {
        {"两江新区", 12}, {"高新区", 9}, {"渝中", 6}, {"万州", 6}, {"江北机场", 12}};
    static const char *const values[][3] = {{"48", "50", "320"},
                                            {"32", "16", "76"},
                                            {"20", "39", "59"},
                                            {"11", "25", "155"},
                                            {"27", "44", "93"}};
    chart_case c = chart_new(b, kind->name, kind->unit, 0, kind->series);
    c.data.annotations = ZT_NEW(b->arena, zt_annotation);
    c.data.annotation_count = 1;
    for (size_t i = 0; i < ITEMS; i++) {
        zt_chart_item *item = chart_item(&c, keys[i].data, values[i]);
        item->at = (zt_pos){"t", 20 + (int)i, 3};
        for (size_t s = 0; s < c.data.series_count; s++)
            item->values[s] = placed(b, item->values[s], i, s);
    }
    *c.data.annotations = (zt_annotation){.of = keys[to],
                                          .keys = &keys[to],
                                          .key_count = 1,
                                          .text = board_rich(b, words),
                                          .is_arrow = true,
                                          .has_from = true,
                                          .from = from,
                                          .at = {"t", 5, 1}};
    return c;
}

/* The corners of what was drawn for the arrow, and all type. */
typedef struct arrow_seen {
    zt_point points[8];
    size_t count, heads;
    boxes type;
} arrow_seen;

static void see(void *self, const zt_item *item, double dx, double dy)
{
    arrow_seen *seen = self;
    if (item->kind == ZT_ITEM_GLYPHS) {
        zt_rect ink = zt_run_ink((const zt_glyphs *)item);
        seen->type.items[seen->type.count++] = (zt_rect){ink.x + dx, ink.y + dy, ink.w, ink.h};
    }
    if (item->kind != ZT_ITEM_PATH || item->at.line != 5)
        return;
    const zt_path *path = (const zt_path *)item;
    bool round = path->seg_count > 1 && path->segs[1].kind == ZT_SEG_CURVE;
    seen->heads += path->fill.ink && !round;
    for (size_t i = 0; path->stroke.ink && i < path->seg_count && seen->count < 8; i++)
        seen->points[seen->count++] =
            (zt_point){path->segs[i].p[0].x + dx, path->segs[i].p[0].y + dy};
}

/* True when it is drawn; then it keeps clear of type. */
static bool is_drawn(const zt_group *group)
{
    arrow_seen seen = {.count = 0};
    zt_scene_walk(group, &(zt_visitor){.self = &seen, .enter = see});
    for (size_t i = 1; i < seen.count; i++)
        for (size_t k = 0; k < seen.type.count; k++)
            assert_false(zt_piece_meets(seen.points[i - 1], seen.points[i], seen.type.items[k]));
    assert_true((seen.count >= 2) == (seen.heads == 1) && seen.heads < 2);
    return seen.count >= 2;
}

/* Every pair in every kind and width. */
static void test_drawn_or_said(void **state)
{
    size_t drawn = 0, said = 0;
    for (size_t k = 0; k < KINDS; k++)
        for (size_t w = 0; w < WIDTHS; w++)
            for (size_t pair = 0; pair < ITEMS * ITEMS; pair++) {
                if (pair % ITEMS == pair / ITEMS || (pair * 7 + k + w) % 3 != 0)
                    continue;
                bool upright = strcmp(kinds[k].name, "grouped") == 0;
                chart_case c =
                    with_arrow(*state, &kinds[k], pair % ITEMS, pair / ITEMS, pair % 2 ? "" : "迁");
                assert_true(zt_chart_check(&c.data, c.board->diags));
                const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
                zt_str text = board_text(c.board, group);
                const char *way = zt_arena_printf(c.board->arena, "%.*s→%.*s",
                                                  ZT_ARG(c.data.items[pair % ITEMS].key),
                                                  ZT_ARG(c.data.items[pair / ITEMS].key));
                bool is_said = occurrences(text, way) > 0;
                if (!upright && is_said == is_drawn(group))
                    fail_msg("%s at %g: %s is %s", kinds[k].name, widths[w], way,
                             is_said ? "drawn and said" : "lost");
                assert_int_equal(occurrences(text, "迁"), pair % 2 ? 0 : 1);
                drawn += !is_said;
                said += is_said;
            }
    assert_true(drawn > 300 && drawn > 10 * said);
}

/* Ends without values have no mark: both names are said, with a number or not. */
static void test_without_a_mark(void **state)
{
    for (size_t k = 0; k < KINDS; k++) {
        if (strcmp(kinds[k].name, "grouped") == 0) /* its slot is a mark */
            continue;
        chart_case c = with_arrow(*state, &kinds[k], 0, 2, "");
        for (size_t s = 0; s < c.data.series_count; s++)
            c.data.items[2].values[s] = chart_quantity(c.board, "");
        const zt_group *group = assert_sound_by(&c, 170, ASK_BY_INK);
        assert_int_equal(occurrences(board_text(c.board, group), "两江新区→渝中"), 1);
        assert_false(is_drawn(group));
    }
}

/* In panels of bars that lie each panel has its own. */
static void test_panels_of_bars(void **state)
{
    const struct arrow_kind kind = {"bar", "家", two};
    chart_case c = with_arrow(*state, &kind, 1, 4, "");
    c.data.facet = true;
    for (size_t w = 0; w < WIDTHS; w++) {
        size_t heads = 0;
        assert_true(zt_chart_check(&c.data, c.board->diags));
        arrow_seen seen = {.count = 0};
        zt_scene_walk(assert_sound_by(&c, widths[w], ASK_BY_INK),
                      &(zt_visitor){.self = &seen, .enter = see});
        heads = seen.heads;
        assert_true(heads == 1 || heads == 2);
    }
}

/* Pieces of all arrows, and all type. */
typedef struct ways_seen {
    struct {
        zt_point a, b;
    } pieces[64];
    size_t count, heads;
    boxes type;
} ways_seen;

static void see_ways(void *self, const zt_item *item, double dx, double dy)
{
    ways_seen *seen = self;
    arrow_seen one = {.count = 0};
    see(&one, item, dx, dy);
    seen->heads += one.heads;
    for (size_t i = 0; i < one.type.count; i++)
        seen->type.items[seen->type.count++] = one.type.items[i];
    for (size_t i = 1; i < one.count && seen->count < 64; i++) {
        seen->pieces[seen->count].a = one.points[i - 1];
        seen->pieces[seen->count++].b = one.points[i];
    }
}

/* Arrows in panels of lines, steps, areas and columns, and in columns with a line over them, at
   values that label= prints beside the marks: drawn clear of all type, or said. */
static void test_panels_over_each_other(void **state)
{
    static const char *const names[] = {"line", "step", "area", "column", "column"};
    static const bool as_line[2] = {false, true},
                      wanted[2 * ITEMS] = {true, true, false, true, true};
    size_t drawn = 0, all = 0;
    for (size_t k = 0; k < 5; k++)
        for (size_t w = 2; w < WIDTHS; w++) /* names have no room in less */
            for (size_t pair = 0; pair < ITEMS * ITEMS; pair++) {
                const struct arrow_kind kind = {names[k], "家", two};
                chart_case c =
                    with_arrow(*state, &kind, pair % ITEMS, pair / ITEMS, pair % 2 ? "" : "迁");
                if (pair % ITEMS == pair / ITEMS || (pair + w) % 2 != 0)
                    continue;
                c.data.facet = k < 4;
                c.data.as_line = k < 4 ? NULL : as_line;
                c.data.wanted = k < 3 ? wanted : NULL;
                assert_true(zt_chart_check(&c.data, c.board->diags));
                const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
                ways_seen seen = {.count = 0};
                zt_scene_walk(group, &(zt_visitor){.self = &seen, .enter = see_ways});
                for (size_t i = 0; i < seen.count; i++)
                    for (size_t t = 0; t < seen.type.count; t++)
                        if (zt_piece_meets(seen.pieces[i].a, seen.pieces[i].b, seen.type.items[t]))
                            fail_msg("%s %zu at %g: an arrow runs through type", names[k], pair,
                                     widths[w]);
                const char *way = zt_arena_printf(c.board->arena, "%.*s→%.*s",
                                                  ZT_ARG(c.data.items[pair % ITEMS].key),
                                                  ZT_ARG(c.data.items[pair / ITEMS].key));
                bool is_said = occurrences(board_text(c.board, group), way) > 0;
                if (is_said == (seen.heads > 0))
                    fail_msg("%s %zu at %g: %s is %s", names[k], pair, widths[w], way,
                             is_said ? "drawn and said" : "lost");
                drawn += seen.heads > 0;
                all++;
            }
    assert_true(drawn * 5 > all * 4);
}

/* The number of an arrow with words stands at the arrow, and once before them. */
static void test_the_number_is_at_the_arrow(void **state)
{
    const struct arrow_kind *slope = &kinds[7];
    chart_case c = with_arrow(*state, slope, 0, 3, "迁");
    const zt_group *group = assert_sound_by(&c, 107, ASK_BY_INK);
    arrow_seen seen = {.count = 0};
    boxes all = {.count = 0};
    zt_scene_walk(group, &(zt_visitor){.self = &seen, .enter = see});
    zt_scene_walk(group, &(zt_visitor){.self = &all, .enter = collect_glyphs});
    assert_int_equal(seen.count, 2);
    size_t near = 0, numbers = 0;
    for (size_t i = 0; i < all.count; i++) {
        double middle = all.items[i].y + all.items[i].h / 2;
        numbers += zt_str_is(all.texts[i], "1");
        near += zt_str_is(all.texts[i], "1") && middle > seen.points[0].y &&
                middle < seen.points[1].y && fabs(all.items[i].x - seen.points[0].x) < 20;
    }
    assert_int_equal(numbers, 2);
    assert_int_equal(near, 1);
}

#define ARROW_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARROW_TEST(test_drawn_or_said),
        ARROW_TEST(test_without_a_mark),
        ARROW_TEST(test_panels_of_bars),
        ARROW_TEST(test_panels_over_each_other),
        ARROW_TEST(test_the_number_is_at_the_arrow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
