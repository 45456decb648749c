/* The grid of a paper, and the lines of a story's frame that are free for text. */
#include "cmocka_all.h"

#include <math.h>

#include "base/arena.h"
#include "page/page_imp.h"

static zt_paper duikai(void)
{
    return (zt_paper){.name = "duikai",
                      .page_w = ZT_MM(390),
                      .page_h = ZT_MM(540),
                      .area_w = ZT_MM(350),
                      .area_h = ZT_MM(480),
                      .gutter = ZT_MM(2.83),
                      .line = ZT_MM(4.8),
                      .columns = 8};
}

static zt_page_grid grid_of(double size)
{
    const double margin[4] = {ZT_MM(30), ZT_MM(20), ZT_MM(30), ZT_MM(20)};
    zt_paper paper = duikai();
    return zt_page_grid_of(&paper, margin, size);
}

static void test_columns_are_whole_characters(void **state)
{
    (void)state;
    zt_page_grid grid = grid_of(9);
    assert_int_equal(grid.columns, 8);
    assert_int_equal(grid.lines, 100);
    assert_int_equal(grid.characters, 13);
    assert_true(fabs(grid.column - 13 * 9.0) < 1e-9);
    for (int n = 1; n <= 8; n++) {
        zt_rect r = zt_grid_rect_on(&grid, (zt_grid_rect){8 - n, 0, n, 1});
        assert_true(fabs(zt_rect_right(r) - ZT_MM(370)) < 1e-6);
        assert_true(fabs(r.w - zt_page_grid_width(&grid, n)) < 1e-9);
    }
    assert_int_equal(grid_of(10).characters, 11);
}

static void test_frames_meet_and_hold(void **state)
{
    (void)state;
    zt_grid_rect a = {2, 10, 3, 5};
    for (int column = 0; column < 8; column++)
        for (int line = 5; line < 18; line++) {
            zt_grid_rect b = {column, line, 2, 2};
            bool meets = column > 0 && column < 5 && line > 8 && line < 15;
            bool holds = column >= 2 && column + 2 <= 5 && line >= 10 && line + 2 <= 15;
            assert_int_equal(zt_grid_rect_meets(a, b), meets);
            assert_int_equal(zt_grid_rect_meets(b, a), meets);
            assert_int_equal(zt_grid_rect_holds(a, b), holds);
        }
}

/* Legs as column:line+lines, in the order of reading. */
static char *told(zt_arena *arena, zt_grid_rect frame, int over, int heads,
                  const zt_grid_rect *holes, size_t count)
{
    zt_edition_plan plan = {.grid = grid_of(9)};
    zt_item_plan story = {.frame = frame, .choice = {.over = over}};
    zt_leg_wants wants = {heads, 8, holes, count};
    zt_story_legs legs = zt_legs_of(arena, &plan, &story, &wants);
    zt_buf out;
    zt_buf_init(&out, arena);
    int sum = 0;
    for (size_t i = 0; i < legs.count; i++) {
        zt_buf_printf(&out, "%s%d:%d+%d", i ? " " : "", legs.items[i].column, legs.items[i].line,
                      legs.items[i].lines);
        sum += legs.items[i].lines;
    }
    assert_int_equal(sum, legs.lines);
    return out.len ? out.data : zt_arena_strdup(arena, "");
}

static void test_legs_in_the_order_of_reading(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_grid_rect frame = {1, 10, 3, 20};
    assert_string_equal(told(arena, frame, 3, 5, NULL, 0), "0:5+15 1:5+15 2:5+15");
    /* The heads go over two columns: the third begins at the head of the frame. */
    assert_string_equal(told(arena, frame, 2, 5, NULL, 0), "0:5+15 1:5+15 2:0+20");
    /* A picture in the third column, a line clear above it and below. */
    zt_grid_rect photo = {3, 20, 1, 5};
    assert_string_equal(told(arena, frame, 3, 5, &photo, 1), "0:5+15 1:5+15 2:5+4 2:16+4");
    /* What goes through all columns parts the text into rows. */
    zt_grid_rect wall = {1, 20, 3, 3};
    assert_string_equal(told(arena, frame, 3, 5, &wall, 1),
                        "0:5+4 1:5+4 2:5+4 0:14+6 1:14+6 2:14+6");
    /* A line alone between two holes holds nothing. */
    zt_grid_rect two[] = {{2, 15, 1, 4}, {2, 22, 1, 8}};
    assert_string_equal(told(arena, frame, 3, 5, two, 2), "0:5+15 2:5+15");
    zt_grid_rect three[] = {{2, 15, 1, 4}, {2, 23, 1, 7}};
    assert_string_equal(told(arena, frame, 3, 5, three, 2), "0:5+15 1:10+2 2:5+15");
    /* Nothing is free. */
    zt_grid_rect all = {1, 10, 3, 20};
    assert_string_equal(told(arena, frame, 3, 5, &all, 1), "");
    assert_string_equal(told(arena, frame, 3, 25, NULL, 0), "");
    zt_arena_drop(arena);
}

/* Widths of the slots of lines, in characters: "27x5 12x7!" (narrow) …, the lines that they hold.
 */
static char *slots_told(zt_arena *arena, zt_item_plan story, int least, const zt_grid_rect *hole)
{
    zt_edition_plan plan = {.grid = grid_of(9)};
    zt_leg_wants wants = {0, least, hole, 1};
    story.choice.over = story.frame.cols;
    zt_story_legs legs = zt_legs_of(arena, &plan, &story, &wants);
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0, n; i < legs.room.count; i += n) {
        const zt_slot *first = &legs.room.slots[i];
        for (n = 1; i + n < legs.room.count && first[n].width == first->width &&
                    first[n].column == first->column && first[n].row == first[n - 1].row + 1;)
            n++;
        zt_buf_printf(&out, "%dx%zu%s ", (int)(first->width / 9 + 0.5), n,
                      first->flags & ZT_SLOT_NARROW ? "!" : "");
    }
    zt_buf_printf(&out, "%d%s", legs.lines, legs.narrow ? " narrow" : "");
    return out.data;
}

/* In legs that are not columns of the grid text stands beside what covers a part of one. */
static void test_lines_beside_a_hole(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    /* Four columns in two legs of 26 characters, a picture of one column at a leg's side: twelve
       lines of 7 + 2 × 1, beside it one column. */
    zt_item_plan story = {.frame = {0, 0, 4, 20}, .choice = {.legs = 2}};
    zt_grid_rect left = {0, 5, 1, 7}, inner = {1, 5, 2, 7}, right = {3, 13, 1, 7};
    assert_string_equal(slots_told(arena, story, 8, &left), "26x4 12x9! 26x7 26x20 35");
    assert_string_equal(slots_told(arena, story, 8, &right), "26x20 26x12 12x8! 36");
    /* From the middle of one leg to that of the other: text at both sides. */
    assert_string_equal(slots_told(arena, story, 8, &inner), "26x4 13x9! 26x7 26x4 13x9! 26x7 31");
    /* Just as much room as lines want. */
    assert_string_equal(slots_told(arena, story, 12, &left), "26x4 12x9! 26x7 26x20 35");
    assert_string_equal(slots_told(arena, story, 13, &left), "26x4 26x7 26x20 31 narrow");
    /* With less room than lines want it takes the whole leg, and both: a wall. */
    assert_string_equal(slots_told(arena, story, 14, &left), "26x4 26x7 26x20 31 narrow");
    assert_string_equal(slots_told(arena, story, 14, &inner), "26x4 26x4 26x7 26x7 22 narrow");
    /* In the columns of the grid nothing is narrow. */
    story.choice.legs = 0;
    assert_string_equal(slots_told(arena, story, 8, &left), "13x4 13x7 13x20 13x20 13x20 71");
    story.choice.legs = 1;
    assert_string_equal(slots_told(arena, story, 8, &inner), "54x4 13x9! 54x7 13");
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_are_whole_characters),
        cmocka_unit_test(test_frames_meet_and_hold),
        cmocka_unit_test(test_legs_in_the_order_of_reading),
        cmocka_unit_test(test_lines_beside_a_hole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
