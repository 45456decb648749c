/* Marks for the press: where they stand, and how large the sheet becomes. */
#include "cmocka_all.h"

#include <math.h>

#include "scene/press_marks.h"

static bool is_near(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

static void the_sheet_grows_by_marks(void **state)
{
    (void)state;
    static const struct {
        double bleed;
        unsigned marks;
        bool with;
        double more; /* mm */
    } cases[] = {{0, 0, true, 0},
                 {ZT_MM(3), 0, true, 3},
                 {0, ZT_MARK_CROP, false, 0},
                 {0, ZT_MARK_CROP, true, 9},
                 {ZT_MM(3), ZT_MARK_REGISTER, true, 9},
                 {ZT_MM(5), ZT_MARK_CROP | ZT_MARK_REGISTER, true, 11},
                 {ZT_MM(5), ZT_MARK_CROP, false, 5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_arena *arena = zt_arena_new();
        zt_scene *page = zt_scene_new(arena, 200, 100);
        page->bleed = cases[i].bleed;
        page->marks = cases[i].marks;
        zt_rect media = zt_scene_media(page, cases[i].with);
        double more = zt_pt_from_mm(cases[i].more);
        assert_true(is_near(media.x, -more) && is_near(media.y, -more));
        assert_true(is_near(media.w, 200 + 2 * more) && is_near(media.h, 100 + 2 * more));
        zt_arena_drop(arena);
    }
}

/* No point of a mark stands on the page or its bleed, none off the sheet. */
static void marks_stand_outside_the_bleed(void **state)
{
    (void)state;
    for (unsigned marks = 0; marks < 4; marks++)
        for (double bleed = 0; bleed < ZT_MM(8); bleed += ZT_MM(2.5)) {
            zt_arena *arena = zt_arena_new();
            zt_scene *page = zt_scene_new(arena, 300, 160);
            page->bleed = bleed;
            page->marks = marks;
            zt_path *path = zt_press_marks(arena, page);
            zt_rect media = zt_scene_media(page, true);
            assert_true((path != NULL) == (marks != 0));
            for (size_t i = 0; path && i < path->seg_count; i++) {
                if (path->segs[i].kind == ZT_SEG_CLOSE)
                    continue;
                zt_point p = path->segs[i].p[0];
                double in = bleed - 1e-9; /* but for what is lost in sums */
                bool on = p.x > -in && p.x < 300 + in && p.y > -in && p.y < 160 + in;
                bool off = p.x < media.x || p.x > zt_rect_right(media) || p.y < media.y ||
                           p.y > zt_rect_foot(media);
                assert_false(on || off);
            }
            zt_arena_drop(arena);
        }
}

/* Two lines at each corner, along the edges of the trim; a cross and a ring at each side. */
static void as_many_as_there_are_corners(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_scene *page = zt_scene_new(arena, 300, 160);
    page->marks = ZT_MARK_CROP;
    zt_path *path = zt_press_marks(arena, page);
    assert_int_equal(path->seg_count, 16);
    int across = 0, down = 0;
    for (size_t i = 0; i < path->seg_count; i += 2) {
        zt_point a = path->segs[i].p[0], b = path->segs[i + 1].p[0];
        across += is_near(a.y, b.y) && (is_near(a.y, 0) || is_near(a.y, 160));
        down += is_near(a.x, b.x) && (is_near(a.x, 0) || is_near(a.x, 300));
        assert_true(is_near(fabs(a.x - b.x) + fabs(a.y - b.y), ZT_PRESS_MARK_LENGTH));
    }
    assert_int_equal(across, 4);
    assert_int_equal(down, 4);
    page->marks = ZT_MARK_REGISTER;
    int moves = 0;
    path = zt_press_marks(arena, page);
    for (size_t i = 0; i < path->seg_count; i++)
        moves += path->segs[i].kind == ZT_SEG_MOVE;
    assert_int_equal(moves, 12);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sheet_grows_by_marks),
        cmocka_unit_test(marks_stand_outside_the_bleed),
        cmocka_unit_test(as_many_as_there_are_corners),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
