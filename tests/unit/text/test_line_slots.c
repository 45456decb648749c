/* tests/unit/text/test_line_slots.c — paragraphs over slots: at one measure the lines of
   zt_para_break, all ways agree with what can be set, nobody stands alone at a column's end, and
   each line keeps within its slot, whatever the slots are. */
#include "unit/text/made_paragraphs.h"

enum { MOST_SLOTS = 240 };

static zt_text *shape_text(zt_bench *b, const char *text)
{
    zt_run run = {.text = zt_str_from(text), .style = &b->text, .at = {"t.xml", 3, 7}};
    return zt_text_shape(b->arena, b->diags, &run, 1, &b->para);
}

/* One column of slots, all of one width; no flags. */
static void fill_even(zt_slot *slots, size_t count, double width)
{
    for (size_t j = 0; j < count; j++)
        slots[j] = (zt_slot){.width = width, .row = (uint16_t)j};
}

/* The least costs after a paragraph that begins in slot 0. */
static void flow_from_start(zt_bench *b, const zt_text *text, const zt_slot *slots, size_t count,
                            uint32_t *after)
{
    uint32_t before[MOST_SLOTS + 1];
    memset(before, 0xff, sizeof before);
    before[0] = 0;
    zt_text_flow(text, slots, count, before, after, NULL, b->arena);
}

/* The count of lines that costs least; of equal ones the fewest. */
static size_t cheapest(const uint32_t *after, size_t count)
{
    size_t best = 0;
    for (size_t j = 1; j <= count; j++)
        if (after[j] < after[best])
            best = j;
    return best;
}

/* Findings but for the glyphs, which are told when a text is shaped. */
static size_t count_of_lines_told(const zt_diags *diags)
{
    size_t count = 0;
    for (size_t i = 0; i < zt_diags_count(diags); i++) {
        const char *code = zt_diags_at(diags, i)->code;
        count += !strcmp(code, "loose-line") || !strcmp(code, "line-too-wide") ||
                 !strcmp(code, "line-start-rule");
    }
    return count;
}

/* Break by break and point by point, and the same findings. */
static void check_same_lines(const zt_para *a, const zt_para *b)
{
    assert_int_equal(a->line_count, b->line_count);
    for (size_t i = 0; i < a->line_count; i++) {
        assert_int_equal(a->lines[i].end, b->lines[i].end);
        assert_near(a->lines[i].x, b->lines[i].x, 1e-9);
        assert_near(a->lines[i].width, b->lines[i].width, 1e-9);
        assert_near(a->lines[i].baseline, b->lines[i].baseline, 1e-9);
    }
    assert_near(a->ink_foot, b->ink_foot, 1e-9);
}

static void check_even(zt_bench *b, const char *made, double em)
{
    zt_slot slots[MOST_SLOTS];
    uint32_t after[MOST_SLOTS + 1];
    zt_text *text = shape_text(b, made);
    if (!zt_text_flows(text))
        return;
    size_t mark = count_of_lines_told(b->diags);
    zt_para *today = zt_text_break(b->arena, b->diags, text, em * 10);
    size_t told = count_of_lines_told(b->diags) - mark;
    size_t count = today->line_count + 3;
    assert_true(count <= MOST_SLOTS);
    fill_even(slots, count, em * 10);
    flow_from_start(b, text, slots, count, after);
    size_t lines = cheapest(after, count);
    if (after[lines] == ZT_NEVER - 1) /* lines that nothing fits: all ways cost the most */
        lines = today->line_count;
    assert_int_equal(lines, today->line_count);
    if (lines == 0)
        return;
    zt_para *set = zt_text_set(b->arena, b->diags, text, slots, 0, lines);
    assert_non_null(set);
    check_same_lines(set, today);
    assert_int_equal(count_of_lines_told(b->diags) - mark, 2 * told);
}

/* Any paragraph in an arena of its own. */
typedef void check_made(zt_bench *b, const char *text, uint32_t *seed);
static void for_each_made(zt_bench *b, size_t count, uint32_t seed, bool nonsense,
                          check_made *check)
{
    static const zt_punctuation styles[] = {ZT_QUANJIAO, ZT_KAIMING, ZT_BANJIAO};
    zt_arena *kept = b->arena;
    zt_diags *said = b->diags;
    for (size_t n = 0; n < count; n++) {
        b->arena = zt_arena_new();
        b->diags = zt_diags_new(b->arena);
        b->para.punctuation = styles[n % 3];
        b->para.indent = n % 5 == 0 ? 0 : 2;
        b->para.hanging = n % 11 == 0 ? 1 : 0;
        b->para.shrink_stops = n % 7 == 0;
        b->para.align = n % 13 == 0 ? ZT_ALIGN_START : ZT_ALIGN_JUSTIFY;
        check(b, nonsense ? make_nonsense(b, &seed) : make_paragraph(b, &seed), &seed);
        zt_arena_drop(b->arena);
    }
    b->arena = kept;
    b->diags = said;
}

static void check_even_anywhere(zt_bench *b, const char *text, uint32_t *seed)
{
    static const double measures[] = {8, 11, 13, 17, 20, 27, 34, 41, 13.4};
    check_even(b, text, measures[next_random(seed) % 9]);
    check_even(b, text, measures[next_random(seed) % 9]);
}

static void test_even_slots_give_the_lines_of_today(void **state)
{
    for_each_made(*state, 1800, 2463534242u, false, check_even_anywhere);
}

/* Where nothing fits: rules that must be dropped, lines too wide. */
static void check_even_hardly(zt_bench *b, const char *text, uint32_t *seed)
{
    check_even(b, text, 1 + next_random(seed) % 9);
}

static void test_even_slots_in_hopeless_measures(void **state)
{
    for_each_made(*state, 1500, 521288629u, true, check_even_hardly);
}

static void check_ways(zt_bench *b, const char *made, uint32_t *seed)
{
    double em = 8 + next_random(seed) % 34;
    zt_slot slots[MOST_SLOTS];
    uint32_t after[MOST_SLOTS + 1];
    zt_way ways[ZT_WAYS_MOST];
    zt_text *text = shape_text(b, made);
    fill_even(slots, MOST_SLOTS, em * 10);
    flow_from_start(b, text, slots, MOST_SLOTS, after);
    size_t count = zt_text_ways(text, em * 10, ways, b->arena);
    assert_true(count > 0);
    for (int lines = 1; lines < ways[0].lines; lines++)
        assert_int_equal(after[lines], ZT_NEVER);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(ways[i].cost, after[ways[i].lines]);
        assert_true(i == 0 || ways[i].lines > ways[i - 1].lines);
        assert_true(ways[i].lines < ways[0].lines + ZT_WAYS_MOST);
        zt_para *set = zt_text_set(b->arena, b->diags, text, slots, 0, (size_t)ways[i].lines);
        assert_non_null(set);
        assert_int_equal(set->line_count, ways[i].lines);
    }
    if (ways[0].lines > 1)
        assert_null(zt_text_set(b->arena, b->diags, text, slots, 0, (size_t)ways[0].lines - 1));
}

static void test_ways_are_those_that_can_be_set(void **state)
{
    for_each_made(*state, 400, 88172645u, false, check_ways);
}

/* Columns of unlike height in slots of unlike width, as photographs leave them. */
static size_t make_slots(zt_slot *slots, uint32_t *seed)
{
    size_t count = 0, columns = 2 + next_random(seed) % 4;
    double measure = 13 + next_random(seed) % 15;
    for (size_t c = 0; c < columns; c++) {
        size_t rows = 2 + next_random(seed) % 9, first = count;
        size_t cut = next_random(seed) % rows, high = next_random(seed) % 5;
        double left = 8 + next_random(seed) % 5;
        for (size_t r = 0; r < rows; r++) {
            bool narrow = r >= cut && r < cut + high;
            slots[count++] = (zt_slot){.x = (double)c * (measure + 1) * 10,
                                       .width = (narrow ? left : measure) * 10,
                                       .column = (uint16_t)c,
                                       .row = (uint16_t)(r + c),
                                       .flags = narrow ? ZT_SLOT_NARROW : 0};
        }
        slots[first].flags |= ZT_SLOT_FIRST;
        slots[count - 1].flags |= ZT_SLOT_LAST;
    }
    return count;
}

static void check_in_slots(const zt_bench *b, const zt_para *para, const zt_slot *slots,
                           size_t first)
{
    size_t at = 0;
    for (size_t i = 0; i < para->line_count; i++) {
        const zt_line *line = &para->lines[i];
        const zt_slot *slot = &slots[first + i];
        assert_int_equal(line->slot, first + i);
        assert_int_equal(line->first, at);
        assert_true(line->end > at);
        assert_true(line->x >= slot->x - 1e-6);
        assert_true(line->x + line->width <= slot->x + slot->width + 1e-6);
        double row = line->baseline - para->lines[0].baseline;
        assert_near(row, (slot->row - slots[first].row) * b->para.leading, 1e-6);
        at = line->end;
    }
    assert_int_equal(at, para->char_count);
}

/* No paragraph of several lines leaves its first at a column's foot or its last at a head. */
static void check_nobody_alone(const zt_slot *slots, size_t first, size_t lines)
{
    if (lines < 2)
        return;
    assert_false(slots[first].flags & ZT_SLOT_LAST);
    assert_false(slots[first + lines - 1].flags & ZT_SLOT_FIRST);
}

/* Of a paragraph that begins in slot `first`, for which it pays as in check_any_slots. */
static uint32_t cost_between(zt_bench *b, const zt_text *text, const zt_slot *slots, size_t count,
                             size_t first, size_t end)
{
    uint32_t before[MOST_SLOTS + 1], after[MOST_SLOTS + 1];
    memset(before, 0xff, sizeof before);
    before[first] = (uint32_t)first * 1000;
    zt_text_flow(text, slots, count, before, after, NULL, b->arena);
    return after[end];
}

/* From every beginning to every end, alone and all beginnings at once. */
static void check_any_slots(zt_bench *b, const char *made, uint32_t *seed)
{
    zt_slot slots[MOST_SLOTS];
    uint32_t before[MOST_SLOTS + 1], after[MOST_SLOTS + 1], best[MOST_SLOTS + 1],
        begun[MOST_SLOTS + 1];
    size_t count = make_slots(slots, seed);
    zt_text *text = shape_text(b, made);
    memset(best, 0xff, sizeof best);
    for (size_t first = 0; first < count; first++) {
        memset(before, 0xff, sizeof before);
        before[first] = (uint32_t)first * 1000;
        zt_text_flow(text, slots, count, before, after, NULL, b->arena);
        for (size_t j = 0; j <= count; j++) {
            best[j] = after[j] < best[j] ? after[j] : best[j];
            if (after[j] == ZT_NEVER || (j + first) % 3 > 0)
                continue;
            zt_para *set = zt_text_set(b->arena, b->diags, text, slots, first, j - first);
            assert_non_null(set);
            check_in_slots(b, set, slots, first);
            check_nobody_alone(slots, first, j - first);
        }
    }
    for (size_t j = 0; j <= count; j++)
        before[j] = j < count ? (uint32_t)j * 1000 : ZT_NEVER;
    zt_text_flow(text, slots, count, before, after, begun, b->arena);
    assert_memory_equal(after, best, (count + 1) * sizeof *after);
    for (size_t j = 0; j <= count; j++)
        if (after[j] != ZT_NEVER)
            assert_int_equal(cost_between(b, text, slots, count, begun[j], j), after[j]);
}

static void test_any_slots(void **state)
{
    for_each_made(*state, 150, 362436069u, false, check_any_slots);
}

/* A text that is set twice keeps both. */
static void test_set_twice(void **state)
{
    zt_bench *b = *state;
    zt_slot slots[MOST_SLOTS];
    fill_even(slots, 12, 80);
    zt_text *text = shape_text(b, "轨道交通第二期工程完成验收，预计下半年开始运行。");
    zt_para *narrow = zt_text_break(b->arena, b->diags, text, 80);
    double x = narrow->imp->chars[3].x;
    zt_para *wide = zt_text_break(b->arena, b->diags, text, 130);
    zt_para *set = zt_text_set(b->arena, b->diags, text, slots, 2, narrow->line_count);
    assert_true(wide->line_count < narrow->line_count);
    assert_near(narrow->imp->chars[3].x, x, 0);
    assert_near(set->lines[0].baseline, narrow->lines[0].baseline + 2 * b->para.leading, 1e-9);
}

/* Of the first line that stands in the frame, its y on the page. */
static double first_y(const zt_scene *scene)
{
    for (const zt_item *item = scene->root->first; item; item = item->next)
        if (item->kind == ZT_ITEM_GLYPHS)
            return ((const zt_glyphs *)item)->origin.y;
    return -1;
}

/* A part of the lines keeps to its slots, wherever it begins. */
static void test_place_on_slots(void **state)
{
    zt_bench *b = *state;
    zt_slot slots[MOST_SLOTS];
    fill_even(slots, 12, 80);
    zt_text *text = shape_text(b, "轨道交通第二期工程完成验收，预计下半年开始运行。");
    zt_para *set = zt_text_set(b->arena, b->diags, text, slots, 1, 4);
    assert_non_null(set);
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_para_place(set, scene, scene->root, 30, 100, 2, SIZE_MAX);
    assert_near(first_y(scene), 100 + set->lines[2].baseline, 1e-9);
}

static bool flows(zt_bench *b, const char *ruby)
{
    zt_run run = {.text = zt_str_from("涪陵榨菜"), .style = &b->text, .ruby = zt_str_from(ruby)};
    return zt_text_flows(zt_text_shape(b->arena, b->diags, &run, 1, &b->para));
}

/* Lines of unlike height, columns and headlines stay out of the slots. */
static void test_what_flows(void **state)
{
    zt_bench *b = *state;
    b->para.leading = 18;
    assert_true(flows(b, "fú líng zhà cài"));
    b->para.leading = 12;
    assert_false(flows(b, "fú líng zhà cài"));
    assert_true(flows(b, ""));
    b->para.vertical = true;
    assert_false(flows(b, ""));
    b->para.vertical = false;
    b->para.at_sense = true;
    assert_false(flows(b, ""));
}

/* Nothing takes no room. */
static void test_empty_text(void **state)
{
    zt_bench *b = *state;
    zt_slot slots[4];
    zt_way ways[ZT_WAYS_MOST];
    uint32_t before[] = {ZT_NEVER, 7, ZT_NEVER, 9, ZT_NEVER}, after[5];
    fill_even(slots, 4, 130);
    zt_text *text = shape_text(b, "");
    zt_text_flow(text, slots, 4, before, after, NULL, b->arena);
    assert_memory_equal(before, after, sizeof before);
    assert_int_equal(zt_text_ways(text, 130, ways, b->arena), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_even_slots_give_the_lines_of_today),
                                       BENCH_TEST(test_even_slots_in_hopeless_measures),
                                       BENCH_TEST(test_ways_are_those_that_can_be_set),
                                       BENCH_TEST(test_any_slots),
                                       BENCH_TEST(test_set_twice),
                                       BENCH_TEST(test_place_on_slots),
                                       BENCH_TEST(test_what_flows),
                                       BENCH_TEST(test_empty_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
