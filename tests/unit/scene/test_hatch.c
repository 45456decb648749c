/* Areas of hatched inks: paper, an edge within, lines that stay inside outlines of any shape. */
#include "cmocka_all.h"

#include <math.h>

#include "scene/hatch.h"

static const zt_ink solid = {.name = "solid", .cmyk = {0, 0, 0, 1}};
static const zt_ink lines = {.name = "lines", .cmyk = {0, 0, 0, 1}, .hatch = 1, .pitch = 4};

typedef struct fixture {
    zt_arena *arena;
    zt_scene *page;
} fixture;

static int begin(void **state)
{
    zt_arena *arena = zt_arena_new();
    fixture *f = ZT_NEW(arena, fixture);
    f->arena = arena;
    f->page = zt_scene_new(arena, 200, 200);
    *state = f;
    return 0;
}

static int end(void **state)
{
    zt_arena_drop(((fixture *)*state)->arena);
    return 0;
}

static zt_path *area_of(fixture *f, zt_group *into, zt_paint fill)
{
    zt_path *path = zt_scene_add_path(f->page, into, ZT_NOWHERE);
    path->fill = fill;
    return path;
}

/* The sum of the lengths of all strokes of a path of lines. */
static double length_of(const zt_path *path)
{
    double sum = 0;
    for (size_t i = 0; i + 1 < path->seg_count; i += 2) {
        assert_int_equal(path->segs[i].kind, ZT_SEG_MOVE);
        assert_int_equal(path->segs[i + 1].kind, ZT_SEG_LINE);
        zt_point a = path->segs[i].p[0], b = path->segs[i + 1].p[0];
        assert_true(fabs((b.x - a.x) - (b.y - a.y)) < 1e-9); /* 45 degrees */
        sum += hypot(b.x - a.x, b.y - a.y);
    }
    return sum;
}

/* Lines times their pitch are the area, whatever the outline. */
static void test_lines_cover_the_area(void **state)
{
    fixture *f = *state;
    const double pi = 3.14159265358979;
    double wanted[3] = {60 * 25, pi * 40 * 40, pi * (50 * 50 - 30 * 30) / 3};
    for (int shape = 0; shape < 3; shape++) {
        zt_path *path = area_of(f, f->page->root, ZT_SOLID(&lines));
        if (shape == 0)
            zt_path_rect(path, (zt_rect){10, 20, 60, 25});
        else if (shape == 1)
            zt_path_circle(path, 100, 100, 40);
        else
            zt_path_sector(path, (zt_point){100, 100}, 30, 50, 100, 220);
        zt_path_done(path);
        zt_rect box = path->item.box;
        zt_scene_hatch(f->page);
        assert_true(path->fill.ink->paper);
        assert_ptr_equal(path->stroke.ink, &lines);
        const zt_path *drawn = (const zt_path *)path->item.next;
        assert_non_null(drawn);
        assert_true(drawn->width == 1);
        double covered = length_of(drawn) * 4;
        if (fabs(covered - wanted[shape]) > 0.06 * wanted[shape])
            fail_msg("shape %d: %g instead of %g", shape, covered, wanted[shape]);
        for (size_t i = 0; i < drawn->seg_count; i++) {
            zt_point p = drawn->segs[i].p[0];
            assert_true(p.x >= box.x - 1e-6 && p.x <= zt_rect_right(box) + 1e-6);
            assert_true(p.y >= box.y - 1e-6 && p.y <= zt_rect_foot(box) + 1e-6);
        }
    }
}

/* A ring keeps its hole: no line runs through the middle. */
static void test_hole(void **state)
{
    fixture *f = *state;
    zt_path *ring = area_of(f, f->page->root, ZT_SOLID(&lines));
    zt_path_sector(ring, (zt_point){100, 100}, 30, 60, 0, 360);
    zt_path_done(ring);
    zt_scene_hatch(f->page);
    const zt_path *drawn = (const zt_path *)ring->item.next;
    assert_true(drawn->seg_count > 40);
    for (size_t i = 0; i + 1 < drawn->seg_count; i += 2) {
        zt_point a = drawn->segs[i].p[0], b = drawn->segs[i + 1].p[0];
        assert_true(hypot((a.x + b.x) / 2 - 100, (a.y + b.y) / 2 - 100) > 29);
    }
}

/* A bar keeps its length, edge included; what lies over it stays over it; twice is once. */
static void test_place_in_the_group(void **state)
{
    fixture *f = *state;
    zt_group *group = zt_scene_add_group(f->page, f->page->root, ZT_NOWHERE, 5, 5);
    zt_path *bar = area_of(f, group, ZT_SOLID(&lines));
    zt_path_rect(bar, (zt_rect){10, 20, 60, 10});
    zt_path_done(bar);
    zt_path *over = area_of(f, group, ZT_SOLID(&solid));
    zt_path_circle(over, 30, 25, 3);
    zt_path_done(over);
    zt_scene_hatch(f->page);
    zt_scene_hatch(f->page);
    assert_ptr_equal(bar->item.next->next, &over->item);
    assert_ptr_equal(group->last, &over->item);
    assert_true(over->fill.ink == &solid);
    assert_true(fabs(bar->item.box.x - 10) < 1e-9 && fabs(bar->item.box.w - 60) < 1e-9);
    double left = bar->segs[0].p[0].x - bar->width / 2;
    assert_true(fabs(left - 10) < 1e-9);
}

/* A tint has thinner lines at the same pitch; thin areas, lines and solid inks stay as they are. */
static void test_tints_and_thin_areas(void **state)
{
    fixture *f = *state;
    zt_path *tint = area_of(f, f->page->root, (zt_paint){&lines, 0.5});
    zt_path_rect(tint, (zt_rect){0, 0, 60, 60});
    zt_path_done(tint);
    zt_path *thin = area_of(f, f->page->root, ZT_SOLID(&lines));
    zt_path_rect(thin, (zt_rect){0, 80, 60, 1});
    zt_path_done(thin);
    zt_scene_hatch(f->page);
    const zt_path *drawn = (const zt_path *)tint->item.next;
    assert_true(drawn->width == 0.5 && drawn->stroke.tint == 1);
    assert_true(fabs(length_of(drawn) * 4 - 3600) < 200);
    assert_ptr_equal(thin->fill.ink, &lines);
    assert_null(thin->item.next);
}

/* Lines are interrupted about type, within the area. */
static void test_type_on_lines(void **state)
{
    fixture *f = *state;
    zt_group *group = zt_scene_add_group(f->page, f->page->root, ZT_NOWHERE, 10, 10);
    zt_path *cell = area_of(f, group, ZT_SOLID(&lines));
    zt_path_rect(cell, (zt_rect){0, 0, 40, 16});
    zt_path_done(cell);
    static const zt_glyph glyph = {.id = 1, .advance = 8};
    zt_glyphs *run =
        zt_scene_add_glyphs(f->page, f->page->root, ZT_NOWHERE, NULL, 8, (zt_point){20, 21}, &glyph,
                            1, ZT_STR("7"), ZT_SOLID(&solid));
    zt_scene_hatch(f->page);
    const zt_path *plate = (const zt_path *)cell->item.next->next;
    assert_non_null(plate);
    assert_true(plate->fill.ink->paper && plate->stroke.ink == NULL);
    zt_rect box = plate->item.box;
    assert_true(box.x + 10 < run->item.box.x && zt_rect_right(box) + 10 > 28);
    assert_true(box.y >= 0 && zt_rect_foot(box) <= 16);
    assert_null(plate->item.next);
}

/* Paint on a grey plate: hatching by what it covers. */
static void test_grey(void **state)
{
    (void)state;
    zt_ink half = {.name = "half", .rgb = {0.5, 0.5, 0.5}};
    assert_true(fabs(zt_paint_grey(ZT_SOLID(&half)) - 50) < 1e-9);
    assert_true(fabs(zt_paint_grey((zt_paint){&half, 0.5}) - 25) < 1e-9);
    half.hatch = 1;
    half.pitch = 4;
    assert_true(fabs(zt_paint_grey(ZT_SOLID(&half)) - 12.5) < 1e-9);
    assert_true(zt_paint_grey(ZT_SOLID(&zt_ink_paper)) < 1e-9);
    zt_ink red = {.name = "red", .rgb = {0xc8 / 255.0, 0x20 / 255.0, 0x2f / 255.0}};
    assert_int_equal((int)(zt_paint_grey(ZT_SOLID(&red)) + 0.5), 67);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_lines_cover_the_area, begin, end),
        cmocka_unit_test_setup_teardown(test_hole, begin, end),
        cmocka_unit_test_setup_teardown(test_place_in_the_group, begin, end),
        cmocka_unit_test_setup_teardown(test_tints_and_thin_areas, begin, end),
        cmocka_unit_test_setup_teardown(test_type_on_lines, begin, end),
        cmocka_unit_test(test_grey)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
